#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Foreign files into event files: good ones, odd ones and hostile ones."""
import json
import re

from cli import FIXTURES, INPUT, OUTPUT, REAL, USAGE, Folder, tap

HEAD = "<schedule><conference><title>T</title></conference>\n<day date='2026-01-02'>\n"
TAIL = "</day></schedule>"


def event(attributes="id='1'", inside="<start>09:00</start>"):
    return f"<event {attributes}>{inside}<duration>1:00</duration><title>S</title></event>\n"


def test_every_real_file():
    for file in REAL:
        with Folder() as folder:
            result = folder.done("import", "e.plenary", file)
            for line in result.err.splitlines():
                assert re.match(re.escape(str(file)) + r"(:\d+)?: .", line), line
            info = folder.info("e.plenary")
            assert info["sessions"] == len(re.findall("<event ", file.read_text())), (file, info)
            assert info["talks"] == 0 and info["persons"] == len(set(info_persons(file))), (file, info)
            before = folder.contents()
            again = folder.done("import", "e.plenary", file)
            assert "Added: 0, changed: 0" in again.out, (file, again)
            assert folder.contents() == before, f"{file}: the second import changed the file"


def info_persons(file):
    """What makes persons different: the name and, where it has one, the id."""
    for match in re.finditer(r"<person( id=\"\d+\")?>(.*?)</person>", file.read_text(), re.S):
        name = re.search(r"<(?:public_name|name)>(.*?)<", match[2])
        yield match[1], " ".join((name[1] if name else match[2]).split())


def test_a_new_event_can_be_undone():
    with Folder() as folder:
        folder.done("import", "e.plenary", FIXTURES / "real" / "31c3.xml")
        assert len(json.loads(folder.done("history", "e.plenary", "--json").out)) == 1
        folder.done("undo", "e.plenary")
        info = folder.info("e.plenary")
        assert info["sessions"] == info["persons"] == info["days"] == 0, info
        assert info["title"] == "31. Chaos Communication Congress", info


def test_into_an_event_that_has_its_own():
    with Folder() as folder:
        folder.done("new", "day.plenary", "--sample")
        before = folder.info("day.plenary")
        folder.done("import", "day.plenary", FIXTURES / "real" / "denog7.xml")
        after = folder.info("day.plenary")
        assert after["sessions"] == before["sessions"] + 6, after
        assert after["institutions"] == before["institutions"], after
        assert after["timezone"] == "Asia/Almaty" and after["languages"] == before["languages"], after
        folder.done("undo", "day.plenary")
        assert folder.info("day.plenary") == before


def test_oddities_are_listed_with_their_lines():
    with Folder() as folder:
        (folder / "in.xml").write_text(HEAD + "<room name='A'>" + event("id='1'", "<start>25:70</start>") + event("id='1'")
                                       + event("id='2'", "") + "</room>" + TAIL)
        result = folder.done("import", "e.plenary", "in.xml")
        assert "in.xml:3: “25:70” is no time of day" in result.err, result
        assert "in.xml:4: The id “1” stands in line 3 already" in result.err, result
        assert "in.xml:5: There is no start" in result.err, result
        assert folder.info("e.plenary")["sessions"] == 3


def test_missing_rooms():
    with Folder() as folder:
        (folder / "in.xml").write_text(HEAD + event("id='1'", "<start>09:00</start><room/>") + "<room name=''>" + event("id='2'") + "</room>"
                                       + event("id='3'", "<start>09:00</start><room>Hall</room>") + TAIL)
        folder.done("import", "e.plenary", "in.xml")
        info = folder.info("e.plenary")
        assert (info["sessions"], info["rooms"]) == (3, 1), info


BAD = {
    "empty": (b"", "format is not known"),
    "text": (b"hello", "format is not known"),
    "random": (bytes(range(256)) * 20, "format is not known"),
    "rss": (b"<rss version='2.0'/>", "format is not known"),
    "calendar": (b"BEGIN:VCALENDAR", "format is not known"),
    "truncated": ((HEAD + event()).encode(), "in.xml:4: "),
    "laughs": (b"<!DOCTYPE s [<!ENTITY a 'ha'>\n<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>\n<schedule>&b;</schedule>", "in.xml:1: "),
    "external": (b"<!DOCTYPE s [\n<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<schedule>&x;</schedule>", "in.xml:2: "),
    "encoding": (b"<?xml version='1.0' encoding='UTF-8'?>\n<schedule>\n<title>K\xf6ln</title></schedule>", "in.xml:3: "),
    "other-schedule": (b"<schedule>\n<day date='2014-07-21'>\n<entry id='1'/></day></schedule>", "in.xml:3: "),
    "template": ((FIXTURES / "broken" / "template.xml").read_bytes(), "placeholders"),
    "event-json": (b'{"format": "plenary-event",\n "version": 1,\n "event": [}', "in.xml:3: "),
    "newer-json": (b'{"format": "plenary-event", "version": 9, "event": {}}', "newer"),
    "dangling-json": (b'{"format": "plenary-event", "version": 1, "event": {"title": "E", "timezone": "UTC", "base_language": "en",'
                      b' "languages": "en"}, "session": [{"title": "S", "duration": 30, "day": "nowhere"}]}', "in.xml: session “S”: “day”"),
    "schedule-json": (b'{"schedule": {"version": "0.1"}}', "format is not known"),
}


def test_bad_input():
    with Folder() as folder:
        folder.done("new", "day.plenary", "--sample")
        for name, (data, says) in BAD.items():
            (folder / "in.xml").write_bytes(data)
            result = folder.fails(INPUT, "import", "day.plenary", "in.xml", says=says)
            assert "in.xml" in result.err, (name, result)
            folder.fails(INPUT, "import", "new.plenary", "in.xml", says=says)
            if name == "dangling-json":
                continue
            if data.startswith(b"<"):
                folder.fails(INPUT, "import", "new.plenary", "in.xml", "--format=schedule.xml", says="in.xml")
            folder.fails(INPUT, "import", "new.plenary", "in.xml", "--format=event.json", says="in.xml")


def test_one_line_of_ten_megabytes():
    with Folder() as folder:
        filler = f"<abstract>{'x' * 20000}</abstract>"
        text = HEAD.replace("\n", "") + "".join(
            event(f"id='{n}'", "<start>09:00</start>" + filler).strip() for n in range(1, 531)) + TAIL
        assert len(text) > 10 * 1024 * 1024 and "\n" not in text
        (folder / "in.xml").write_text(text)
        folder.done("import", "e.plenary", "in.xml")
        assert folder.info("e.plenary")["sessions"] == 530


def test_wrong_calls():
    with Folder() as folder:
        (folder / "in.xml").write_text(HEAD + event() + TAIL)
        folder.fails(USAGE, "import", "e.plenary", "in.xml", "--format=docx", says=["docx", "schedule.xml", "event.json"])
        folder.fails(USAGE, "import", "e.plenary", says="import FILE INPUT")
        folder.fails(INPUT, "import", "e.plenary", "missing.xml", says="missing.xml")
        folder.fails(INPUT, "import", "e.plenary", ".", says="directory")
        folder.fails(OUTPUT, "import", "nowhere/e.plenary", "in.xml", says="nowhere")


if __name__ == "__main__":
    tap.main(globals())
