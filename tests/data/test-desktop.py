#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop knows event files by their content and finds the texts of each language."""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

SOURCE = Path(os.environ["PLY_SOURCE_ROOT"])
DATA = Path(os.environ["PLY_BUILD_ROOT"]) / "data"
ID = "io.github.plenary_app.Plenary"
MIME_TYPE = "application/vnd.plenary+sqlite3"
PARENT = "application/vnd.sqlite3"
APPLICATION_ID = 0x504C5931
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def languages():
    return sorted((SOURCE / "po" / "LINGUAS").read_text(encoding="utf-8").split())


def needs(program):
    if shutil.which(program) is None:
        raise tap.Skip(f"{program} is not installed")


def content_type(path, data_home):
    done = subprocess.run(["gio", "info", "-a", "standard::content-type", path], text=True, capture_output=True, check=True,
                          env={**os.environ, "XDG_DATA_HOME": str(data_home), "LC_ALL": "C.UTF-8"})
    return done.stdout.split("standard::content-type:")[1].split()[0]


def make_database(path, application_id):
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA application_id = {application_id}")
        database.execute("CREATE TABLE t (x)")
    database.close()


def test_event_files_are_known():
    needs("update-mime-database")
    needs("gio")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "mime" / "packages").mkdir(parents=True)
        shutil.copy(DATA / f"{ID}.xml", home / "mime" / "packages")
        subprocess.run(["update-mime-database", home / "mime"], check=True, capture_output=True)
        cases = [("renamed", APPLICATION_ID, MIME_TYPE), ("day.plenary", APPLICATION_ID, MIME_TYPE), ("other", 7, PARENT),
                 ("other.db", 7, PARENT)]
        for name, application_id, expected in cases:
            make_database(home / name, application_id)
            found = content_type(home / name, home)
            assert found == expected, f"{name}: {found}"


def test_mime_type_is_a_database():
    tree = ET.parse(DATA / f"{ID}.xml")
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = tree.find(f"{space}mime-type")
    assert kind.get("type") == MIME_TYPE
    assert kind.find(f"{space}sub-class-of").get("type") == PARENT
    found = sorted(comment.get(LANG, "") for comment in kind.findall(f"{space}comment"))
    assert found == ["", *languages()], found


def test_metainfo_in_each_language():
    tree = ET.parse(DATA / f"{ID}.metainfo.xml")
    assert sorted(summary.get(LANG, "") for summary in tree.findall("summary")) == ["", *languages()]


def test_desktop_file_in_each_language():
    lines = (DATA / f"{ID}.desktop").read_text(encoding="utf-8").splitlines()
    keys = {line.split("=")[0]: line.split("=", 1)[1] for line in lines if "=" in line and not line.startswith("#")}
    for key in ("GenericName", "Comment", "Keywords"):
        for language in languages():
            assert f"{key}[{language}]" in keys, f"{key}[{language}]"
        assert key != "Keywords" or all(keys[k].endswith(";") for k in keys if k.startswith(key))
    assert keys["MimeType"] == f"{MIME_TYPE};"
    assert keys["Icon"] == ID


def test_schema_has_what_the_window_keeps():
    needs("gsettings")
    done = subprocess.run(["gsettings", "list-recursively", ID], text=True, capture_output=True, check=True,
                          env={**os.environ, "GSETTINGS_SCHEMA_DIR": str(DATA), "GSETTINGS_BACKEND": "memory"})
    keys = {line.split()[1] for line in done.stdout.splitlines()}
    assert {"window-width", "window-height", "window-maximized", "recent-files", "programme-paper", "programme-language",
            "zoom"} <= keys, keys


if __name__ == "__main__":
    tap.main(globals())
