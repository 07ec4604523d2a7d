#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verbs, exit codes and what is left behind."""
import json
import os
import sqlite3

from cli import DONE, INPUT, OUTPUT, USAGE, Folder, tap

VERBS = ["new", "info", "import", "export", "check", "history", "undo"]


def test_help():
    with Folder() as folder:
        text = folder.done("--help").out
        for verb in VERBS:
            assert f"  {verb} " in text, text
            assert "Usage" in folder.done(verb, "--help").out
        assert folder.done("--version").out.startswith("plenary-cli ")


def test_wrong_usage():
    with Folder() as folder:
        folder.fails(USAGE, says=VERBS)
        folder.fails(USAGE, "print", says=["print", *VERBS])
        for verb in VERBS:
            folder.fails(USAGE, verb, says=verb)
            folder.fails(USAGE, verb, "--sideways", "x", says="sideways")
        folder.fails(USAGE, "info", "a", "b", says="info FILE")


def test_new():
    with Folder() as folder:
        folder.done("new", "e.plenary")
        info = folder.info("e.plenary")
        assert info["days"] == 1 and info["sessions"] == 0, info
        folder.fails(OUTPUT, "new", "e.plenary", says="e.plenary")
        folder.fails(OUTPUT, "new", "nowhere/e.plenary", says="nowhere")


def test_sample():
    with Folder() as folder:
        folder.done("new", "day.plenary", "--sample")
        info = folder.info("day.plenary")
        assert info["title"] == "German-Kazakh Science Day", info
        assert info["languages"] == ["en", "de", "kk", "ru"], info
        assert info["timezone"] == "Asia/Almaty" and info["schema_version"] >= 1, info
        assert (info["days"], info["persons"], info["institutions"]) == (2, 2, 12), info
        for key in ["rooms", "tracks", "sessions", "talks"]:
            assert isinstance(info[key], int) and info[key] > 0, info
        text = folder.done("info", "day.plenary").out
        assert "German-Kazakh Science Day" in text and "2023-10-12" in text, text


def test_no_event_file():
    with Folder() as folder:
        (folder / "random.plenary").write_bytes(os.urandom(5000))
        (folder / "empty.plenary").write_bytes(b"")
        (folder / "folder.plenary").mkdir()
        with sqlite3.connect(folder / "foreign.plenary") as database:
            database.execute("CREATE TABLE session (id TEXT PRIMARY KEY)")
        folder.done("new", "whole.plenary", "--sample")
        (folder / "cut.plenary").write_bytes((folder / "whole.plenary").read_bytes()[:20000])
        (folder / "in.xml").write_text("<schedule><conference/></schedule>")
        for name in ["random", "empty", "folder", "foreign", "cut", "missing"]:
            file = f"{name}.plenary"
            folder.fails(INPUT, "info", file, says=name)
            folder.fails(INPUT, "history", file, says=name)
            folder.fails(INPUT, "check", file, says=name)
            folder.fails(INPUT, "undo", file, says=name)
            folder.fails(INPUT, "export", file, "--as=schedule.xml", "-o", "out.xml", says=name)
            folder.fails(INPUT, "export", file, "--as=programme", "-o", "out.pdf", says=name)
            if name != "missing":
                folder.fails(INPUT, "import", file, "in.xml", says=name)


def test_history_and_undo():
    with Folder() as folder:
        folder.done("new", "e.plenary")
        assert json.loads(folder.done("history", "e.plenary", "--json").out) == []
        folder.fails(INPUT, "undo", "e.plenary", says="nothing to undo")
        (folder / "in.xml").write_text(
            "<schedule><conference><title>T</title></conference><day date='2026-01-02'><event id='1'>"
            "<title>S</title><start>09:00</start><duration>1:00</duration></event></day></schedule>")
        folder.done("import", "e.plenary", "in.xml")
        assert folder.info("e.plenary")["sessions"] == 1
        entries = json.loads(folder.done("history", "e.plenary", "--json").out)
        assert len(entries) == 1 and not entries[0]["undone"], entries
        assert set(entries[0]) >= {"seq", "label", "time", "undone"}, entries
        assert entries[0]["label"] in folder.done("history", "e.plenary").out
        assert entries[0]["label"] in folder.done("undo", "e.plenary").out
        assert folder.info("e.plenary")["sessions"] == 0
        assert json.loads(folder.done("history", "e.plenary", "--json").out)[0]["undone"]
        folder.fails(INPUT, "undo", "e.plenary", says="nothing to undo")


def test_text_is_utf_8_in_the_c_locale():
    with Folder() as folder:
        (folder / "in.xml").write_text("<schedule><conference><title>Ғылым күні</title></conference></schedule>", encoding="utf-8")
        assert folder.run("import", "e.plenary", "in.xml", LC_ALL="C").code == DONE
        result = folder.run("info", "e.plenary", "--json", LC_ALL="C")
        assert json.loads(result.out)["title"] == "Ғылым күні", result
        assert "Ғылым күні" in folder.run("info", "e.plenary", LC_ALL="C").out
        assert "Жоқ.plenary" in folder.run("info", "Жоқ.plenary", LC_ALL="C").err
        result = folder.run("export", "e.plenary", "--as=event.json", LC_ALL="C")
        assert json.loads(result.out)["event"]["title"] == "Ғылым күні", result


def test_messages_are_translated():
    with Folder() as folder:
        result = folder.run("print", LC_ALL="C.UTF-8", LANGUAGE="de")
        assert result.code == USAGE and "print" in result.err, result
        assert folder.run("--version", LANGUAGE="kk").code == DONE


if __name__ == "__main__":
    tap.main(globals())
