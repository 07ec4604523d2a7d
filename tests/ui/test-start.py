#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an empty window to an open event: the start page, the sample, a new event, a file that is none."""
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import tap  # noqa: E402
from app import join_bus  # noqa: E402
from desktop import Desktop, until  # noqa: E402
from node import unnamed  # noqa: E402
from views import LANGUAGES, PLENARY, Plenary, cli, missing, open_event, sample, too_wide  # noqa: E402

desktop = None


def start(language="en"):
    return Plenary(desktop, PLENARY, language=language)


def test_start_sample():
    with start() as app:
        app.window.find("button", "Explore the Sample").click()
        app.window.find("list", "Views")
        until(lambda: app.window.name.startswith("German-Kazakh Science Day"), "title of the sample")


def test_start_new_event():
    path = desktop.home / "workshop.plenary"
    with start() as app:
        app.window.find("button", "New Event…").click()
        app.window.find("text", "Title").focus()
        app.type("Summer Workshop")
        app.window.find("button", "Create…", where=lambda node: node.has("sensitive")).click()
        app.save_as(path)
        until(lambda: app.window.name.startswith("Summer Workshop"), "title of the new event")
    assert "Summer Workshop" in cli(desktop, "info", path)


def test_start_recent():
    path = sample(desktop, "recent.plenary")
    with open_event(desktop, path):
        pass
    with start() as app:
        recent = app.window.find("list", "Recent Events")
        recent.find("list item").click()
        app.window.find("list", "Views")


def test_start_refuses():
    path = desktop.home / "noise.plenary"
    path.write_bytes(bytes(range(256)) * 64)
    with Plenary(desktop, PLENARY, path) as app:
        alert = app.window.find("alert")
        assert "noise.plenary" in " ".join(node.name for node in alert.all("label")), alert.all("label")
        alert.find("button", "Close").click()
        app.window.find("button", "Explore the Sample")
    assert path.read_bytes() == bytes(range(256)) * 64


def test_start_page_fits():
    """Last: the window remembers its size."""
    for language in LANGUAGES:
        with start(language) as app:
            assert app.resize(360, 640) == 360, app.geometry()
            app.window.find("button", where=lambda node: node.name.endswith("…"))
            seen = app.settle()
            assert not too_wide(seen, 360), too_wide(seen, 360)
            assert not unnamed(seen), unnamed(seen)


if __name__ == "__main__":
    if missing():
        tap.skip_all(missing())
    with Desktop() as desktop:
        join_bus(desktop)
        tap.main(globals())
