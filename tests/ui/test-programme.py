#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programme on screen: pages, find, options, an edit that shows, export."""
import contextlib
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import tap  # noqa: E402
from app import join_bus  # noqa: E402
from desktop import Desktop, until  # noqa: E402
from views import missing, open_event, sample  # noqa: E402

desktop = None


def n_pages(app):
    """How many pages the booklet has, by the words beside the page entry."""
    return int(re.fullmatch(r"of (\d+)", app.window.find("label", where=lambda node: re.fullmatch(r"of \d+", node.name)).name)[1])


@contextlib.contextmanager
def programme(name):
    with open_event(desktop, sample(desktop, name)) as app:
        app.resize(1100, 740)
        app.open_view("programme")
        app.window.find("image", where=lambda node: node.name.startswith("Page 1 of "))
        yield app


def page_entry(app):
    return app.window.find("text", "Page", where=lambda node: node.has("editable"))


def test_programme_turns_pages():
    with programme("pages.plenary") as app:
        with_pages = n_pages(app)
        assert with_pages > 8, with_pages
        app.keys("ctrl+l")
        app.keys("ctrl+a")
        app.type("7")
        app.keys("Return")
        app.window.find("image", f"Page 7 of {with_pages}")
        until(lambda: page_entry(app).text == "7", "page 7 in the entry")
        app.keys("End")
        app.window.find("image", f"Page {with_pages} of {with_pages}")


def test_programme_finds():
    with programme("find.plenary") as app:
        app.keys("ctrl+f")
        app.type("session")
        first = app.window.find("label", where=lambda node: re.fullmatch(r"1 of \d+", node.name)).name
        app.keys("Return")
        app.window.find("label", first.replace("1 of", "2 of", 1))
        app.type("zzz")
        app.window.find("label", "Not found")


def test_programme_follows_options():
    with programme("follows.plenary") as app:
        before = n_pages(app)
        for option in ("Abstracts", "Descriptions", "Index of Speakers", "Index of Institutions"):
            app.window.find("check box", option).click()
        until(lambda: n_pages(app) < before, "fewer pages")


def test_programme_exports():
    with programme("exports.plenary") as app:
        path = desktop.home / "programme.pdf"
        app.keys("ctrl+e")
        dialog = app.root.find(where=lambda node: node.role in ("file chooser", "dialog", "frame") and node.all("button", "Export"))
        dialog.find("text", where=lambda node: node.has("editable")).set_text(str(path))
        dialog.find("button", "Export", where=lambda node: node.has("sensitive")).activate()
        app.window.find("label", "Exported as “programme.pdf”")
        app.window.find("button", "Show in Folder")
        app.window.find("button", "Open")
        words = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        assert "Science Day" in words


if __name__ == "__main__":
    if missing():
        tap.skip_all(missing())
    with Desktop() as desktop:
        join_bus(desktop)
        tap.main(globals())
