#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The conflicts: listed, filtered, mended, waived, switched off, and marked where the records are."""
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import tap  # noqa: E402
from app import join_bus  # noqa: E402
from desktop import Desktop, until  # noqa: E402
from node import unnamed  # noqa: E402
from views import LANGUAGES, cli, missing, open_event, sample, too_wide  # noqa: E402

desktop = None
WIDE, NARROW = (1100, 740), (360, 640)
ENTRIES = ("Show in Timetable", "Waive…", "Switch Off This Kind")
TAKEN = re.compile("Plenary Hall is taken twice")


def clashing(name):
    """The sample with the Plenary Hall taken twice, a session without a room, and two rooms too small."""
    export = desktop.home / "sample.json"
    cli(desktop, "export", sample(desktop), "--as=event.json", "-o", export)
    event = json.loads(export.read_text(encoding="utf-8"))
    sessions = {session["title"]: session for session in event["session"]}
    sessions["The Kazakh Research Landscape"]["start"] = 590   # the opening lasts until 10:00
    sessions["Closing and Outlook"].pop("room")
    for title in ("Scholarships and Fellowships", "Research Proposals"):
        sessions[title]["audience"] = 120
    export.write_text(json.dumps(event), encoding="utf-8")
    path = desktop.home / f"{name}.plenary"
    cli(desktop, "import", path, export)
    return path


def open_conflicts(app, size=WIDE):
    app.resize(*size)
    app.open_view("conflicts")


def items(app):
    """What the rows of the list say."""
    return [row.name for row in app.window.find("list", "Conflicts").all("list item")]


def shown(app, count):
    """Waits until the head of the view says so many."""
    app.window.find("label", f"{count} conflict" + ("s" if count != 1 else ""))


def row(app, words):
    return app.window.find("list", "Conflicts").find("list item", words)


def press(app, words, button):
    row(app, words).find(where=lambda node: node.name == button and node.role in ("button", "toggle button", "push button")).click()


def choose(app, words, entry):
    """An entry of a row's menu; GTK gives them no names on the accessibility bus."""
    press(app, words, "Conflict Menu")
    entries = until(lambda: row(app, words).all("menu item"), "menu of the row")
    entries[ENTRIES.index(entry)].click()


def select(app, name, choice, *keys):
    """One of what a drop-down of the filter offers, by keys: a popover in a popover says not where it is."""
    app.window.find(name=re.compile("^Filter"), where=lambda node: node.role == "toggle button").click()
    box = app.window.find("combo box", name)
    box.click()
    box.find("label", choice)
    app.keys(*keys, "Return")
    until(lambda: len(box.all("label")) <= 3 and box.all("label", choice), f"{choice} chosen")
    app.keys("Escape")
    app.window.gone("combo box", name)


def counted(app):
    """What the sidebar says of the conflicts."""
    return app.window.find("list", "Views").find("list item", re.compile("^Conflicts")).name


def segment(app, words):
    app.window.find(name=re.compile(words), where=lambda node: node.role == "radio button").activate()


def test_conflicts_are_listed_by_kind():
    with open_event(desktop, clashing("listed")) as app:
        open_conflicts(app)
        assert items(app)[0].startswith("Error: Plenary Hall is taken twice"), items(app)
        for head in ("Room Taken Twice", "No Room", "Room Too Small", "No Speaker"):
            app.window.find("label", head)
        assert counted(app) == "Conflicts, 1 error, 4 warnings, 3 hints", counted(app)


def test_conflicts_lead_to_their_records():
    with open_event(desktop, clashing("links")) as app:
        open_conflicts(app)
        row(app, TAKEN).focus()
        app.keys("Tab", "Return")   # the first link: the room
        app.window.find("text", "Name", where=lambda node: node.text == "Plenary Hall")
        app.open_view("conflicts")
        row(app, TAKEN).focus()
        app.keys("Return")   # the row itself: the first session
        app.window.find("text", "Title", where=lambda node: node.text == "Opening of the Science Day")


def test_conflicts_lead_to_the_timetable():
    with open_event(desktop, clashing("timetable")) as app:
        open_conflicts(app)
        choose(app, TAKEN, "Show in Timetable")
        app.window.find(name=re.compile("^Opening of the Science Day, "))


def test_conflicts_follow_an_edit():
    with open_event(desktop, sample(desktop, "edit.plenary")) as app:
        app.resize(*WIDE)
        until(lambda: counted(app) == "Conflicts, 1 warning, 3 hints", "first count")
        app.open_view("sessions")
        app.window.find("table cell", "The Kazakh Research Landscape").click()
        app.window.find("text", "Start").set_text("09:50")
        until(lambda: counted(app) == "Conflicts, 1 error, 1 warning, 3 hints", "count after the edit")
        app.window.find(name=re.compile("Error: Plenary Hall is taken twice"))
        app.keys("ctrl+z")
        until(lambda: counted(app) == "Conflicts, 1 warning, 3 hints", "count after undo")
        app.window.gone(name=re.compile("Error: Plenary Hall is taken twice"))


def test_conflicts_list_follows_what_is_undone():
    with open_event(desktop, clashing("live")) as app:
        open_conflicts(app)
        choose(app, TAKEN, "Switch Off This Kind")
        shown(app, 7)
        app.window.gone("list item", TAKEN)
        app.keys("ctrl+z")
        shown(app, 8)
        row(app, TAKEN)


def test_conflicts_filter_by_severity():
    with open_event(desktop, clashing("severity")) as app:
        open_conflicts(app)
        segment(app, "^1 error")
        until(lambda: len(items(app)) == 1 and TAKEN.search(items(app)[0]), "error alone")
        segment(app, "^4 warnings")
        until(lambda: len(items(app)) == 4 and all(item.startswith("Warning") for item in items(app)), "warnings")
        segment(app, "^All")
        shown(app, 8)


def test_conflicts_filter_by_words():
    with open_event(desktop, clashing("words")) as app:
        open_conflicts(app)
        app.keys("ctrl+f")
        app.window.find(where=lambda node: node.has("focused") and node.accessible.get_editable_text_iface())
        app.type("closing")
        until(lambda: len(items(app)) == 1 and "Closing and Outlook" in items(app)[0], "one hit")
        app.type(" nowhere")
        app.window.find(name="No Results Found")
        app.window.find("button", "Show All").click()
        shown(app, 8)


def test_conflicts_filter_by_kind_day_and_track():
    with open_event(desktop, clashing("filter")) as app:
        open_conflicts(app)
        select(app, "Kind of Conflict", "No Room", "Down", "Down")
        shown(app, 1)
        select(app, "Kind of Conflict", "All Kinds", "Home")
        select(app, "Day", "Thu 12 Oct", "Down")
        shown(app, 4)
        select(app, "Track", "Research in Germany", "Down", "Down")
        shown(app, 3)
        app.window.find(name="Filter (2 in use)")


def test_conflicts_are_fixed():
    with open_event(desktop, clashing("fix")) as app:
        open_conflicts(app)
        press(app, TAKEN, "Fix")
        fixes = app.root.find("list", "Ways to Fix It").all("list item")
        assert all("→" in fix.accessible.get_description() for fix in fixes), fixes
        fixes[0].click()
        app.window.gone("list item", TAKEN)
        app.keys("ctrl+z")
        row(app, TAKEN)


def test_conflicts_are_fixed_by_keyboard():
    with open_event(desktop, clashing("keys")) as app:
        open_conflicts(app)
        row(app, TAKEN).click()
        app.keys("Tab")
        until(lambda: row(app, TAKEN).find(where=lambda node: node.has("focused")), "focus inside the row")
        for _ in range(8):
            if any(node.has("focused") for node in row(app, TAKEN).all(name="Fix")):
                break
            app.keys("Tab")
        app.keys("space")
        app.root.find("list", "Ways to Fix It").find("list item", where=lambda node: node.has("focused"))
        app.keys("Return")
        app.window.gone("list item", TAKEN)
        app.keys("ctrl+z")
        row(app, TAKEN)


def test_conflicts_are_waived_with_a_note():
    path = clashing("waive")
    with open_event(desktop, path) as app:
        open_conflicts(app)
        choose(app, TAKEN, "Waive…")
        app.window.find("text", "Note").set_text("Зал жеткілікті үлкен")
        app.window.find("button", "Waive").click()
        app.window.gone("list item", TAKEN)
        until(lambda: counted(app) == "Conflicts, 4 warnings, 3 hints", "count without it")
        segment(app, "^1 waived")
        row(app, TAKEN).find("label", "Зал жеткілікті үлкен")
    with open_event(desktop, path) as app:
        open_conflicts(app)
        segment(app, "^1 waived")
        press(app, TAKEN, "Restore")
        app.window.find(name="Nothing Waived")
        segment(app, "^All")
        row(app, TAKEN)
        app.keys("ctrl+z")
        app.window.gone("list item", TAKEN)


def test_conflicts_settings():
    with open_event(desktop, clashing("settings")) as app:
        open_conflicts(app)
        choose(app, TAKEN, "Switch Off This Kind")
        app.window.gone("list item", TAKEN)
        app.window.find("button", "Conflict Settings").click()
        app.window.find(name="Room Taken Twice", where=lambda node: node.role == "combo box").find(name="Off")
        app.window.find("page tab", "Limits").activate()
        app.window.find("text", "Shortest Break").set_text("40")
        app.keys("Escape")
        app.window.find("label", "Break Too Short")


def test_conflicts_are_marked_in_lists_and_editors():
    with open_event(desktop, clashing("marks")) as app:
        app.resize(*WIDE)
        app.open_view("sessions")
        opening = app.window.find("table row", "Opening of the Science Day")
        assert opening.accessible.get_description() == "1 conflict", opening.accessible.get_description()
        lunch = app.window.find("table row", "Lunch")
        assert lunch.accessible.get_description() == "", lunch.accessible.get_description()
        app.window.find("table cell", "Opening of the Science Day").click()
        app.window.find(name=TAKEN)
        app.window.find(name="Fix", where=lambda node: node.role in ("button", "toggle button", "push button")).click()
        app.root.find("list", "Ways to Fix It").all("list item")[0].click()
        app.window.gone(name=TAKEN)
        until(lambda: not opening.accessible.get_description(), "row without a mark")


def check_language(language):
    """Wide and narrow: it fits, all has a name, and waiving works."""
    complaints = []
    with open_event(desktop, clashing(f"language-{language}"), language) as app:
        for size in (WIDE, NARROW):
            app.resize(*size)
            seen = app.open_view("conflicts")
            assert any("Plenary Hall" in look.name and look.role == "list item" for look in seen), seen
            complaints += [f"{size[0]} px: beyond the edge: {node!r}" for node in too_wide(seen, size[0])]
            complaints += [f"{size[0]} px: no name: {node!r}" for node in unnamed(seen)]
    assert not complaints, "\n".join(complaints)


for tested in LANGUAGES:
    globals()[f"test_conflicts_fit_in_{tested}"] = lambda language=tested: check_language(language)


if __name__ == "__main__":
    if missing():
        tap.skip_all(missing())
    with Desktop() as desktop:
        join_bus(desktop)
        tap.main(globals())
