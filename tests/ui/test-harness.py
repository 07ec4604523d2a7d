#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The harness itself: it sees, presses, types and measures what is there, and notices what is wrong."""
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import tap  # noqa: E402
from app import App, join_bus  # noqa: E402
from desktop import Desktop, NotInTime, until  # noqa: E402

desktop = None


def probe(*arguments, **options):
    return App(desktop, sys.executable, HERE / "probe.py", *arguments, **options)


def test_harness_finds_and_presses():
    with probe() as app:
        app.window.find("button", "Press").activate()
        app.window.find("label", "Pressed")
        app.window.find("button", "Later").click()
        app.window.find("button", "Pressed before")
        app.window.find("list item", "Action row").click()
        app.window.find("label", "Row activated")
        app.window.find("check box", "Switch row").click()
        app.window.find("label", "Switched True")


def test_harness_types_and_reads():
    with probe() as app:
        field = app.window.find("text", "Field")
        field.focus()
        app.type("Plain words")
        until(lambda: field.text == "Plain words", "typed text")
        app.keys("ctrl+a", "BackSpace")
        until(lambda: field.text == "", "empty field")
        row = app.window.find("list item", re.compile("Entry row"))
        row.set_text("Ғылым күні, Überblick")
        assert row.text == "Ғылым күні, Überblick" or row.all("text")[0].text == "Ғылым күні, Überblick"


def test_harness_sees_the_unnamed():
    with probe() as app:
        unnamed = app.window.unnamed_controls()
        assert [node.role for node in unnamed] == ["button"], unnamed


def test_harness_speaks_languages():
    for language, close in (("en", "Close"), ("de", "Schließen"), ("ru", "Закрыть")):
        with probe(language=language) as app:
            app.window.find("button", close)


def test_harness_measures_width():
    with probe() as app:
        assert app.resize(360, 500) == 360, app.geometry()
    with probe("500") as app:
        assert app.resize(360, 500) >= 500, app.geometry()


def test_harness_notices_a_miss():
    with probe() as app:
        try:
            app.window.find("button", "Not there", patience=0.3)
        except NotInTime:
            pass
        else:
            raise AssertionError("found what is not there")
        app.kill()
        try:
            app.check_alive()
        except AssertionError:
            return
        raise AssertionError("a dead program passed for a living one")


if __name__ == "__main__":
    with Desktop() as desktop:
        join_bus(desktop)
        tap.main(globals())
