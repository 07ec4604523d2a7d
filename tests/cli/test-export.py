#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written, and what is left alone when it cannot be."""
import re
import shutil
import subprocess

from cli import FIXTURES, OUTPUT, REAL, USAGE, Folder, tap

LANGUAGES = ["en", "de", "kk", "ru"]


def assert_valid(file):
    if not shutil.which("xmllint"):
        raise tap.Skip("there is no xmllint")
    result = subprocess.run(["xmllint", "--noout", "--schema", FIXTURES / "schedule.xml.xsd", file], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


def test_real_files_come_out_valid():
    for file in REAL:
        with Folder() as folder:
            folder.done("import", "e.plenary", file)
            folder.done("export", "e.plenary", "--as=schedule.xml", "-o", "out.xml")
            assert_valid(folder / "out.xml")
            text = (folder / "out.xml").read_text()
            assert len(re.findall("<event ", text)) == len(re.findall("<event ", file.read_text())), file
            again = folder.done("import", "e.plenary", "out.xml")
            assert "Added: 0, changed: 0" in again.out, (file, again)


def test_one_file_a_language_with_the_same_guids():
    with Folder() as folder:
        folder.done("new", "day.plenary", "--sample")
        guids = set()
        titles = set()
        for language in LANGUAGES:
            folder.done("export", "day.plenary", "--as=schedule.xml", f"--lang={language}", "-o", f"{language}.xml")
            assert_valid(folder / f"{language}.xml")
            text = (folder / f"{language}.xml").read_text()
            guids.add(tuple(re.findall(r"<event [^>]*guid=\"([^\"]+)\"", text)))
            titles.add(re.search("<title>(.*?)</title>", text)[1])
        assert len(guids) == 1 and len(titles) == 4, (guids, titles)


def test_empty_event_is_valid():
    with Folder() as folder:
        folder.done("new", "e.plenary")
        result = folder.done("export", "e.plenary", "--as=schedule.xml")
        (folder / "out.xml").write_text(result.out)
        assert_valid(folder / "out.xml")


def test_sessions_without_a_place_are_reported():
    with Folder() as folder:
        (folder / "in.xml").write_text(
            "<schedule><conference><title>T</title></conference><day date='2026-01-02'>"
            "<event id='1'><title>S</title><duration>1:00</duration></event></day></schedule>")
        folder.done("import", "e.plenary", "in.xml")
        result = folder.done("export", "e.plenary", "--as=schedule.xml", "-o", "out.xml")
        assert "1 session without a day and a start was left out" in result.err, result
        assert_valid(folder / "out.xml")


def test_whole_event_as_json():
    with Folder() as folder:
        folder.done("new", "day.plenary", "--sample")
        folder.done("export", "day.plenary", "--as=event.json", "-o", "day.json")
        folder.done("import", "copy.plenary", "day.json")
        folder.done("export", "copy.plenary", "--as=event.json", "-o", "copy.json")
        assert (folder / "day.json").read_bytes() == (folder / "copy.json").read_bytes()
        assert folder.info("day.plenary") == folder.info("copy.plenary")
        folder.done("new", "other.plenary")
        folder.done("import", "other.plenary", "day.json")
        assert folder.info("other.plenary")["sessions"] == folder.info("day.plenary")["sessions"]


def test_programme():
    with Folder() as folder:
        folder.done("new", "day.plenary", "--sample")
        for language in LANGUAGES:
            folder.done("export", "day.plenary", "--as=programme", f"--lang={language}", "--paper=A5", "-o", f"{language}.pdf")
            assert (folder / f"{language}.pdf").read_bytes().startswith(b"%PDF-")


def test_wrong_calls():
    with Folder() as folder:
        folder.done("new", "day.plenary", "--sample")
        folder.fails(USAGE, "export", "day.plenary", "-o", "x", says=["programme", "schedule.xml", "event.json"])
        folder.fails(USAGE, "export", "day.plenary", "--as=poster", "-o", "x", says=["poster", "programme", "schedule.xml", "event.json"])
        folder.fails(USAGE, "export", "day.plenary", "--as=programme", "--paper=A0", "-o", "x", says=["A0", "A4", "A5", "Letter"])
        for product in ["programme", "schedule.xml"]:
            for language in ["klingon!", "xx", "en,de"]:
                folder.fails(USAGE, "export", "day.plenary", f"--as={product}", f"--lang={language}", "-o", "x")
            folder.fails(USAGE, "export", "day.plenary", f"--as={product}", "--lang=klingon!", "-o", "x", says=["klingon!", "kk"])
        folder.fails(USAGE, "export", "day.plenary", "--as=programme", "--page-range=8-3", "-o", "x", says="8-3")


def test_output_that_cannot_be_written():
    with Folder() as folder:
        folder.done("new", "day.plenary", "--sample")
        (folder / "folder").mkdir()
        for product in ["programme", "schedule.xml", "event.json"]:
            folder.fails(OUTPUT, "export", "day.plenary", f"--as={product}", "-o", "nowhere/x", says="nowhere")
            folder.fails(OUTPUT, "export", "day.plenary", f"--as={product}", "-o", "folder", says="folder")


def test_event_is_never_replaced():
    with Folder() as folder:
        folder.done("new", "day.plenary", "--sample")
        (folder / "link.plenary").symlink_to("day.plenary")
        for product in ["programme", "schedule.xml", "event.json"]:
            for output in ["day.plenary", "./day.plenary", "link.plenary"]:
                folder.fails(USAGE, "export", "day.plenary", f"--as={product}", "-o", output, says="replace the event")


if __name__ == "__main__":
    tap.main(globals())
