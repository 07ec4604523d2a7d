#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing a schedule from the window: into a new event, and one that cannot be read."""
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import tap  # noqa: E402
from app import join_bus  # noqa: E402
from desktop import Desktop, until  # noqa: E402
from views import PLENARY, Plenary, cli, missing  # noqa: E402

desktop = None

# Two rooms on one day; the second event's length is missing, which is odd but no reason to refuse it.
SCHEDULE = """<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <version>1</version>
  <conference>
    <acronym>workshop</acronym>
    <title>Autumn Workshop</title>
    <start>2026-10-01</start>
    <end>2026-10-01</end>
    <days>1</days>
    <timeslot_duration>00:15</timeslot_duration>
  </conference>
  <day index="1" date="2026-10-01" start="2026-10-01T08:00:00+00:00" end="2026-10-01T20:00:00+00:00">
    <room name="Hall">
      <event guid="c0f7f5f0-0000-4000-8000-000000000001" id="1">
        <date>2026-10-01T09:00:00+00:00</date>
        <start>09:00</start>
        <duration>00:45</duration>
        <room>Hall</room>
        <title>Welcome</title>
        <type>talk</type>
        <persons><person id="1">Aigerim Seitkali</person></persons>
      </event>
    </room>
    <room name="Studio">
      <event guid="c0f7f5f0-0000-4000-8000-000000000002" id="2">
        <start>25:70</start>
        <room>Studio</room>
        <title>Lost in Time</title>
      </event>
    </room>
  </day>
</schedule>
"""


def test_import_as_new_event():
    source = desktop.home / "schedule.xml"
    source.write_text(SCHEDULE, encoding="utf-8")
    event = desktop.home / "imported.plenary"
    with Plenary(desktop, PLENARY, source) as app:
        app.window.find("label", "What Will Change")
        app.window.find("label", "What Was Odd")
        app.window.find("button", "Import…", where=lambda node: node.has("sensitive")).activate()
        app.save_as(event)
        until(lambda: app.window.name.startswith("Autumn Workshop"), "title of the imported event")
    assert "Autumn Workshop" in cli(desktop, "info", event)
    assert source.read_text(encoding="utf-8") == SCHEDULE


def test_import_refuses():
    source = desktop.home / "broken.xml"
    source.write_text("<schedule><conference>", encoding="utf-8")
    with Plenary(desktop, PLENARY, source) as app:
        app.window.find("label", "The File Cannot Be Imported")
        app.window.find("label", where=lambda node: "broken.xml" in node.name)
        app.window.find("button", "Cancel").activate()
        app.window.find("button", "Explore the Sample")


if __name__ == "__main__":
    if missing():
        tap.skip_all(missing())
    with Desktop() as desktop:
        join_bus(desktop)
        tap.main(globals())
