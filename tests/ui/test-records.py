#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing as people do: a title, undo and redo, add, delete and take it back, search, and all of it still there later."""
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import tap  # noqa: E402
from app import join_bus  # noqa: E402
from desktop import Desktop, until  # noqa: E402
from views import missing, open_event, sample  # noqa: E402

desktop = None
TITLE = "Opening of the Science Day"


def rows(app):
    """The names of the list's rows, its head left out."""
    table = app.window.find("tree table")
    return [row.name for row in table.find("list").all("table row")]


def open_session(app, title=TITLE):
    app.resize(1100, 740)
    app.open_view("sessions")
    app.window.find("table cell", title).click()
    return app.window.find("text", "Title", where=lambda node: node.text == title)


def test_records_edit_is_kept():
    path = sample(desktop, "edit.plenary")
    with open_event(desktop, path) as app:
        open_session(app).set_text("Opening, with Music")
        app.window.find("table row", "Opening, with Music")
    with open_event(desktop, path) as app:
        open_session(app, "Opening, with Music")
        app.keys("ctrl+z")
        app.window.find("table row", TITLE)


def test_records_typed_text_is_one_step():
    with open_event(desktop, sample(desktop, "type.plenary")) as app:
        field = open_session(app)
        field.focus()
        app.keys("ctrl+a")
        app.type("Welcome to Almaty")
        app.window.find("table row", "Welcome to Almaty")
        app.keys("ctrl+z")
        app.window.find("table row", TITLE)
        until(lambda: field.text == TITLE, "text before typing")
        app.keys("ctrl+shift+z")
        app.window.find("table row", "Welcome to Almaty")


def test_records_translation():
    path = sample(desktop, "translate.plenary")
    with open_event(desktop, path) as app:
        open_session(app)
        app.window.find(name="KK").activate()
        field = app.window.find("text", where=lambda node: node.has("focusable") and node.name.startswith("Title"))
        until(lambda: field.text and field.text != TITLE, "Kazakh title")
        field.set_text("Ғылым күнінің салтанатты ашылуы")
    with open_event(desktop, path) as app:
        open_session(app)
        app.window.find(name="KK").activate()
        app.window.find("text", where=lambda node: node.text == "Ғылым күнінің салтанатты ашылуы")


def test_records_delete():
    with open_event(desktop, sample(desktop, "delete.plenary")) as app:
        open_session(app)
        before = rows(app)
        app.keys("Delete")
        app.window.gone("table row", TITLE)
        app.keys("ctrl+z")
        app.window.find("table row", TITLE)
        assert rows(app) == before, rows(app)


def test_records_undo_in_the_toast():
    with open_event(desktop, sample(desktop, "toast.plenary")) as app:
        open_session(app)
        before = rows(app)
        app.keys("Delete")
        # It goes away by itself, and a slow program leaves no time to look at anything else first.
        app.window.find("button", "Undo", where=lambda node: node.extents[0] > 300).activate()
        app.window.find("table row", TITLE)
        assert rows(app) == before, rows(app)


def test_records_add():
    path = sample(desktop, "add.plenary")
    with open_event(desktop, path) as app:
        app.resize(1100, 740)
        app.open_view("institutions")
        app.window.find("button", "Add Institution").click()
        app.window.find("text", "Name").set_text("Әл-Фараби атындағы ҚазҰУ")
        app.window.find("table row", "Әл-Фараби атындағы ҚазҰУ")
    with open_event(desktop, path) as app:
        app.open_view("institutions")
        app.window.find("table row", "Әл-Фараби атындағы ҚазҰУ")


def test_records_search():
    with open_event(desktop, sample(desktop, "search.plenary")) as app:
        app.resize(1100, 740)
        app.open_view("sessions")
        count = len(rows(app))
        app.keys("ctrl+f")
        app.window.find(where=lambda node: node.has("focused") and node.accessible.get_editable_text_iface())
        app.type("coffee")
        until(lambda: rows(app) and set(rows(app)) == {"Coffee Break"}, "breaks only")
        app.keys("Escape")
        until(lambda: len(rows(app)) == count, "all sessions again")


def test_records_search_everything():
    with open_event(desktop, sample(desktop, "everything.plenary")) as app:
        app.resize(1100, 740)
        app.open_view("overview")
        app.window.find("button", "Search Everything").click()
        app.type("Halle")
        app.window.find(name="Martin Luther University Halle-Wittenberg")


def rule_rows(app):
    """(other session, what is wanted) of the open session's rules."""
    place = app.window.find("list", "Scheduling Rules")
    return [tuple(label.name for label in row.all("label")[:2]) for row in place.all("list item", where=lambda node: node.all("button", "More"))]


def test_records_rules():
    path = sample(desktop, "rules.plenary")
    with open_event(desktop, path) as app:
        open_session(app)
        app.reveal(app.window.find(where=lambda node: node.name == "Add Rule" and "button" in node.role)).click()
        app.window.find(where=lambda node: node.has("focused") and node.accessible.get_editable_text_iface())
        app.type("The Kazakh Research Landscape")
        app.keys("Return")
        until(lambda: rule_rows(app)[:1] == [("The Kazakh Research Landscape", "Not at the Same Time")], "rule")
        app.keys("ctrl+z")
        app.window.gone("label", "Not at the Same Time")
        app.keys("ctrl+shift+z")
        app.window.find("label", "Not at the Same Time")
    with open_event(desktop, path) as app:
        open_session(app, "The Kazakh Research Landscape")
        assert rule_rows(app)[:1] == [(TITLE, "Not at the Same Time")], rule_rows(app)


if __name__ == "__main__":
    if missing():
        tap.skip_all(missing())
    with Desktop() as desktop:
        join_bus(desktop)
        tap.main(globals())
