#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conflicts as text and as JSON, and the exit code they give."""
import json
import os
import re
from pathlib import Path

from cli import CONFLICTS, DONE, Folder, tap

SCHEDULE = """<schedule><conference><title>Clash</title><start>2024-05-01</start><end>2024-05-01</end>
<time_zone_name>Asia/Almaty</time_zone_name></conference>
<day index="1" date="2024-05-01" start="2024-05-01T08:00:00+05:00" end="2024-05-01T18:00:00+05:00"><room name="Hall">
<event id="1" guid="8f5e2f4e-1a57-5b5e-9c47-1f0d2a7f8c01"><title>One</title><start>09:00</start><duration>01:00</duration>
<room>Hall</room><persons><person id="1">Ann Alder</person></persons></event>
<event id="2" guid="8f5e2f4e-1a57-5b5e-9c47-1f0d2a7f8c02"><title>Two</title><start>{start}</start><duration>01:00</duration>
<room>Hall</room><persons><person id="2">Bob Birch</person></persons></event>
</room></day></schedule>
"""


def imported(folder, start):
    (folder / "in.xml").write_text(SCHEDULE.format(start=start))
    folder.done("import", "e.plenary", "in.xml")


def test_clash():
    with Folder() as folder:
        imported(folder, "09:30")
        before = folder.contents()
        text = folder.run("check", "e.plenary")
        assert text.code == CONFLICTS and text.err == "", text
        assert text.out.splitlines()[0].startswith("error room-overlap: Hall is taken twice"), text
        result = folder.run("check", "e.plenary", "--json")
        assert result.code == CONFLICTS, result
        conflicts = json.loads(result.out)
        assert len(conflicts) == len(text.out.splitlines()), text
        first = conflicts[0]
        assert list(first) == ["kind", "severity", "records", "message"], first
        assert (first["kind"], first["severity"]) == ("room-overlap", "error"), first
        assert all(list(record) == ["type", "id", "title"] for record in first["records"]), first
        assert [(record["type"], record["title"]) for record in first["records"]] == [
            ("session", "One"), ("session", "Two"), ("room", "Hall")], first
        assert {conflict["severity"] for conflict in conflicts} <= {"error", "warning", "hint"}
        assert folder.contents() == before and not folder.unsaved()


def told(folder, **more):
    """The event with more records in it."""
    folder.done("export", "e.plenary", "--as=event.json", "-o", "e.json")
    event = json.loads((folder / "e.json").read_text())
    event.update(more)
    (folder / "e.json").write_text(json.dumps(event))
    folder.done("import", "e.plenary", "e.json")


def test_waived():
    with Folder() as folder:
        imported(folder, "09:30")
        conflicts = json.loads(folder.run("check", "e.plenary", "--json").out)
        clash = conflicts[0]
        assert clash["kind"] == "room-overlap", clash
        ids = " ".join(sorted(record["id"] for record in clash["records"]))
        told(folder, waiver=[{"kind": "room-overlap", "records": ids, "note": "Seen"}])
        text = folder.run("check", "e.plenary")
        assert text.code == DONE and "room-overlap" not in text.out, text
        assert text.err == "1 more conflict is waived.\n", text
        result = folder.run("check", "e.plenary", "--json")
        assert json.loads(result.out) == conflicts[1:] and result.err == text.err, result


def test_settings():
    with Folder() as folder:
        imported(folder, "09:30")
        conflicts = json.loads(folder.run("check", "e.plenary", "--json").out)
        told(folder, conflict_setting=[{"kind": "room-overlap", "severity": "hint"},
                                       {"kind": "no-type", "severity": "off"}])
        result = folder.done("check", "e.plenary", "--json")
        now = json.loads(result.out)
        assert result.err == "", result
        assert {c["severity"] for c in now if c["kind"] == "room-overlap"} == {"hint"}, result
        assert "no-type" in {c["kind"] for c in conflicts} and "no-type" not in {c["kind"] for c in now}, result


def test_wanted():
    """What the event asks for reaches the check."""
    with Folder() as folder:
        imported(folder, "10:00")
        folder.done("export", "e.plenary", "--as=event.json", "-o", "e.json")
        event = json.loads((folder / "e.json").read_text())["event"]
        told(folder, event={**event, "wanted_languages": "kk", "turnover_least": 5})
        kinds = [c["kind"] for c in json.loads(folder.done("check", "e.plenary", "--json").out)]
        assert kinds.count("no-interpretation") == 2 and kinds.count("short-turnover") == 1, kinds


def test_man_page():
    """All kinds stand in the man page, with their severities, in their order."""
    root = Path(os.environ["PLY_SOURCE_ROOT"])
    code = (root / "src/schedule/ply-conflict-kinds.c").read_text()
    names = (root / "src/schedule/ply-conflicts.h").read_text()
    order = re.findall(r"^  PLY_CONFLICT_(\w+),$", names, re.M)
    kinds = {name: severity.lower() for name, severity in re.findall(r'KIND \("([a-z-]+)",\s*(\w+),', code)}
    page = (root / "data/man/plenary-cli.1").read_text()
    listed = re.findall(r"^\.It Cm ([a-z-]+) Ta (error|warning|hint) Ta ", page, re.M)
    assert dict(listed) == kinds, set(listed) ^ set(kinds.items())
    assert [name for name, _ in listed] == [name.lower().replace("_", "-") for name in order], listed


def test_no_errors():
    with Folder() as folder:
        imported(folder, "10:00")
        result = folder.run("check", "e.plenary", "--json")
        assert result.code == DONE, result
        assert "error" not in {conflict["severity"] for conflict in json.loads(result.out)}, result


def test_nothing():
    with Folder() as folder:
        folder.done("new", "e.plenary")
        assert folder.done("check", "e.plenary").out == ""
        assert json.loads(folder.done("check", "e.plenary", "--json").out) == []


def test_sample():
    with Folder() as folder:
        folder.done("new", "day.plenary", "--sample")
        text = folder.done("check", "day.plenary").out
        assert "warning no-speaker: “Finding Project Partners”" in text and "error" not in text, text


if __name__ == "__main__":
    tap.main(globals())
