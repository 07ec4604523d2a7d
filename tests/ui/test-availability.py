#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""When a person or a room is there: painted by pointer and keys, in rows, as arrival and departure; what check says of it."""
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import tap  # noqa: E402
from app import join_bus  # noqa: E402
from desktop import Desktop, until  # noqa: E402
from node import unnamed  # noqa: E402
from views import CLI, LANGUAGES, missing, open_event, sample, too_wide  # noqa: E402

desktop = None
PERSON, ROOM = "Dr. Muhammad Usman", "Plenary Hall"
THURSDAY, FRIDAY = "Thu 12 Oct", "Fri 13 Oct"
# What the person speaks in on Friday, 11:10 to 12:40 and 13:40 to 14:55.
EARLIER = "Working with Partners in Kazakhstan: A University’s View"
TALK = "Joint Teaching and Doctoral Training"


def conflicts(path, kind):
    """The titles of the records in every conflict of this kind."""
    done = subprocess.run([CLI, "check", path, "--json"], env=desktop.program_environment(), text=True, capture_output=True,
                          check=False)
    assert done.returncode in (0, 1), done.stderr
    return [[record["title"] for record in found["records"]] for found in json.loads(done.stdout) if found["kind"] == kind]


class Section:
    """The section of an open editor. Its cells are looked up once: the accessibility bus takes its time."""

    def __init__(self, app):
        self.app = app
        self.list = app.window.find("list", where=lambda node: node.all("table cell", re.compile("07:00")))
        self.cells = {" ".join(node.name.split(": ")[0].split("–")[0].split(", ")): node for node in self.list.all("table cell")}
        self.heads = [row.children[0] for row in self.list.all("table row")]

    def cell(self, day, start):
        return self.cells[f"{day} {start}"]

    def state(self, day, start):
        """What the cell says: "available"."""
        return self.cell(day, start).name.split(": ", 1)[1]

    def says(self, day, start, words):
        try:
            until(lambda: self.state(day, start) == words, f"{words!r}")
        except AssertionError as reason:
            raise AssertionError(f"{reason}: {self.cell(day, start).name!r}") from reason

    def rows(self):
        """The exact times as the rows say them, in order."""
        pattern = re.compile(rf"^({THURSDAY}|{FRIDAY}), (\d\d:\d\d–\d\d:\d\d|from .*|until .*|all day)$")
        names = [row.name for place in self.list.children[1:] for row in place.all("list item")]
        return [name for name in names if pattern.search(name)]

    def has_rows(self, *wanted):
        try:
            until(lambda: self.rows() == list(wanted), f"rows {wanted}")
        except AssertionError as reason:
            raise AssertionError(f"{reason}: {self.rows()}") from reason

    def brush(self, name):
        toggle = self.app.reveal(self.list.find("radio button", name))
        toggle.click()
        until(lambda: toggle.has("checked"), f"brush {name!r}")

    def reveal(self, day, start):
        return self.app.reveal(self.cell(day, start))


def edit(app, view="speakers", name=PERSON, size=(1100, 900)):
    """Opens the record's editor and returns its section."""
    app.resize(*size)
    app.open_view(view)
    app.window.find("table row", name).click()
    return Section(app)


def corner(app, node):
    left, top = app.geometry()[:2]
    x, y, _width, height = node.extents
    return left + x + 6, top + y + height // 2


def press(app, first, last):
    """Draws from one cell to another and holds the button."""
    x, y = corner(app, first)
    to_x, to_y = corner(app, last)
    app.desktop.xdotool("mousemove", x, y, "mousedown", 1)
    for step in range(1, 6):
        app.desktop.xdotool("mousemove", x + (to_x - x) * step // 5, y + (to_y - y) * step // 5)


def drag(app, first, last):
    press(app, first, last)
    app.desktop.xdotool("mouseup", 1)


def test_availability_painted_with_the_pointer():
    path = sample(desktop, "paint.plenary")
    assert not conflicts(path, "person-unavailable")
    with open_event(desktop, path) as app:
        section = edit(app)
        section.reveal(FRIDAY, "10:00")
        drag(app, section.cell(FRIDAY, "10:00"), section.cell(FRIDAY, "12:30"))
        section.says(FRIDAY, "10:00", "available")
        section.says(FRIDAY, "12:30", f"available; {EARLIER}")
        section.says(FRIDAY, "13:00", "not stated, so unavailable")
        section.says(FRIDAY, "13:30", f"not stated, so unavailable; {TALK}")
        section.has_rows(f"{FRIDAY}, 10:00–13:00")
        section.list.find("label", "1 session or talk at an unavailable time")
    assert conflicts(path, "person-unavailable") == [[TALK, PERSON]], conflicts(path, "person-unavailable")


def test_availability_a_stroke_is_one_step():
    path = sample(desktop, "undo.plenary")
    with open_event(desktop, path) as app:
        section = edit(app)
        section.brush("Unavailable")
        section.reveal(THURSDAY, "10:00")
        drag(app, section.cell(THURSDAY, "10:00"), section.cell(FRIDAY, "12:30"))
        section.says(THURSDAY, "12:30", "unavailable")
        section.says(FRIDAY, "10:00", "unavailable")
        section.has_rows(f"{THURSDAY}, 10:00–13:00", f"{FRIDAY}, 10:00–13:00")
        app.keys("ctrl+z")
        section.says(THURSDAY, "10:00", "not stated")
        section.says(FRIDAY, "10:00", "not stated")
        app.keys("ctrl+shift+z")
        section.says(FRIDAY, "10:00", "unavailable")
    assert conflicts(path, "person-unavailable") == [[EARLIER, PERSON]], conflicts(path, "person-unavailable")


def test_availability_a_stroke_over_the_same_takes_it_back():
    with open_event(desktop, sample(desktop, "back.plenary")) as app:
        section = edit(app)
        section.reveal(THURSDAY, "10:00")
        drag(app, section.cell(THURSDAY, "10:00"), section.cell(THURSDAY, "11:30"))
        section.says(THURSDAY, "11:30", "available")
        drag(app, section.cell(THURSDAY, "10:30"), section.cell(THURSDAY, "11:00"))
        section.says(THURSDAY, "10:30", "not stated, so unavailable")
        section.has_rows(f"{THURSDAY}, 10:00–10:30", f"{THURSDAY}, 11:30–12:00")


def test_availability_stays_under_the_pointer():
    with open_event(desktop, sample(desktop, "hold.plenary")) as app:
        section = edit(app)
        section.reveal(THURSDAY, "10:00")
        place = section.cell(THURSDAY, "10:00").extents
        # Conflicts come into view above.
        section.cell(THURSDAY, "10:00").click()
        section.says(THURSDAY, "10:00", "available")
        app.settle()
        assert section.cell(THURSDAY, "10:00").extents == place, section.cell(THURSDAY, "10:00").extents
        app.click_at(place[0] + 5, place[1] + 5)
        section.says(THURSDAY, "10:00", "not stated")


def test_availability_escape_lets_go_of_a_stroke():
    with open_event(desktop, sample(desktop, "escape.plenary")) as app:
        section = edit(app)
        section.reveal(THURSDAY, "10:00")
        press(app, section.cell(THURSDAY, "10:00"), section.cell(THURSDAY, "11:30"))
        # Without App.keys (), which lets go of the button.
        app.desktop.xdotool("key", "Escape", "mouseup", 1)
        section.cell(FRIDAY, "10:00").click()
        section.has_rows(f"{FRIDAY}, 10:00–10:30")


def test_availability_whole_day():
    with open_event(desktop, sample(desktop, "day.plenary")) as app:
        section = edit(app)
        head = app.reveal(section.heads[1])
        head.click()
        section.says(FRIDAY, "07:00", "available")
        section.says(THURSDAY, "07:00", "not stated, so unavailable")
        section.has_rows(f"{FRIDAY}, all day")
        head.click()
        section.says(FRIDAY, "07:00", "not stated")


def test_availability_by_keys():
    with open_event(desktop, sample(desktop, "keys.plenary")) as app:
        section = edit(app)
        # A pointer gives the cell the focus, and paints.
        section.reveal(THURSDAY, "09:00").click()
        section.says(THURSDAY, "09:00", "available")
        app.keys("Delete")
        section.says(THURSDAY, "09:00", "not stated")
        app.keys("Down", "shift+Down", "shift+Down", "shift+Right")
        until(lambda: section.cell(FRIDAY, "10:30").has("selected"), "selection")
        app.keys("2")
        for day in (THURSDAY, FRIDAY):
            section.says(day, "09:30", "unavailable")
            section.says(day, "10:30", "unavailable")
            section.says(day, "11:00", "not stated")
        app.keys("Left", "space")
        section.says(THURSDAY, "10:30", "available")
        app.keys("space")
        section.says(THURSDAY, "10:30", "not stated")
        app.keys("1")
        section.says(THURSDAY, "10:30", "available")
        app.keys("Home", "Up", "space")
        section.says(THURSDAY, "20:30", "available")
        section.has_rows(f"{THURSDAY}, all day", f"{FRIDAY}, 09:30–11:00")


def test_availability_tab_leaves_the_grid():
    with open_event(desktop, sample(desktop, "tab.plenary")) as app:
        section = edit(app)
        section.reveal(THURSDAY, "07:00")
        section.list.find("radio button", "Available").focus()
        app.keys("Tab")
        until(lambda: section.cell(THURSDAY, "07:00").has("focused"), "focus on the first cell")
        app.keys("Down")
        until(lambda: section.cell(THURSDAY, "07:30").has("focused"), "focus on the next cell")
        app.keys("Tab")
        until(lambda: section.list.find("list item", "Arrives").has("focused"), "focus beyond the grid")


def test_availability_rows():
    path = sample(desktop, "rows.plenary")
    with open_event(desktop, path) as app:
        section = edit(app)
        app.window.find("button", "Add Time").activate()
        section.has_rows(f"{THURSDAY}, 08:30–20:00")
        section.list.find("text", "From").set_text("9:07")
        section.has_rows(f"{THURSDAY}, 09:07–20:00")
        section.says(THURSDAY, "09:00", "not the same throughout")
        section.says(THURSDAY, "09:30", "available")
        # What does not fall on cells stays as it is when something else is painted.
        section.reveal(FRIDAY, "09:00").click()
        section.has_rows(f"{THURSDAY}, 09:07–20:00", f"{FRIDAY}, 09:00–09:30")
        app.reveal(section.list.find("list item", f"{THURSDAY}, 09:07–20:00")).click()
        section.list.find("text", "To").set_text("9:00")
        section.list.find(where=lambda node: "ends after it begins" in node.name)
        section.has_rows(f"{THURSDAY}, 09:07–20:00", f"{FRIDAY}, 09:00–09:30")
        section.list.find("text", where=lambda node: node.text == "9:00").set_text("")
        section.has_rows(f"{THURSDAY}, from 09:07", f"{FRIDAY}, 09:00–09:30")
    with open_event(desktop, path) as app:
        edit(app).has_rows(f"{THURSDAY}, from 09:07", f"{FRIDAY}, 09:00–09:30")


def test_availability_row_is_removed():
    with open_event(desktop, sample(desktop, "remove.plenary")) as app:
        section = edit(app)
        app.window.find("button", "Add Time").activate()
        section.has_rows(f"{THURSDAY}, 08:30–20:00")
        section.says(FRIDAY, "09:00", "not stated, so unavailable")
        app.keys("Delete")
        section.has_rows()
        section.says(FRIDAY, "09:00", "not stated")
        app.keys("ctrl+z")
        section.has_rows(f"{THURSDAY}, 08:30–20:00")


def test_availability_arrives_and_leaves():
    path = sample(desktop, "stay.plenary")
    with open_event(desktop, path) as app:
        section = edit(app)
        app.reveal(section.list.find("list item", "Arrives")).click()
        app.reveal(section.list.find("combo box", "Day")).click()
        app.window.find("label", FRIDAY)
        app.keys("Down", "Down", "Return")
        section.has_rows(f"{FRIDAY}, from 08:30")
        field = section.list.find("text", "Time")
        app.reveal(field).focus()
        field.set_text("12:15")
        app.keys("Return")
        section.has_rows(f"{FRIDAY}, from 12:15")
        section.says(FRIDAY, "12:00", f"not the same throughout; {EARLIER}")
        app.keys("ctrl+z", "ctrl+z")
        section.has_rows()
        app.keys("ctrl+shift+z", "ctrl+shift+z")
        section.has_rows(f"{FRIDAY}, from 12:15")
    assert conflicts(path, "person-unavailable") == [[EARLIER, PERSON]], conflicts(path, "person-unavailable")


def test_availability_of_a_room():
    path = sample(desktop, "room.plenary")
    with open_event(desktop, path) as app:
        section = edit(app, "places", ROOM)
        assert "; " in section.state(FRIDAY, "14:00"), section.state(FRIDAY, "14:00")
        assert not section.list.all("list item", "Arrives")
        section.brush("Unavailable")
        section.reveal(FRIDAY, "14:00").click()
        section.has_rows(f"{FRIDAY}, 14:00–14:30")
    assert len(conflicts(path, "room-unavailable")) == 1, conflicts(path, "room-unavailable")


def test_availability_is_not_translated():
    with open_event(desktop, sample(desktop, "translate.plenary")) as app:
        section = edit(app)
        app.window.find(name="DE").activate()
        app.window.gone("table row", FRIDAY)


def large_text():
    """Text of twice the size, for one program."""
    folder = desktop.home / "config-large"
    if not folder.exists():
        shutil.copytree(desktop.home / "config", folder)
        with open(folder / "gtk-4.0" / "settings.ini", "a", encoding="utf-8") as settings:
            settings.write("gtk-font-name=Cantarell 22\n")
    return {"XDG_CONFIG_HOME": str(folder)}


def check_fit(language, width=360, **environment):
    """The editor with something painted, in a narrow window: nothing is too wide or has no name, and painting works."""
    with open_event(desktop, sample(desktop, f"fit-{language}.plenary"), language, **environment) as app:
        section = edit(app, size=(width, 720))
        cells = [node for name, node in section.cells.items() if name.endswith(("12:00", "13:00"))]
        before = [node.name for node in cells]
        drag(app, app.reveal(cells[0]), cells[-1])
        until(lambda: all(node.name != name for node, name in zip(cells, before)), "painted cells")
        app.settle()
        seen = section.list.look()
        assert app.geometry()[2] == width, app.geometry()
        assert not too_wide(seen, width), too_wide(seen, width)[:3]
        assert not unnamed(seen), unnamed(seen)[:3]


def test_availability_fits_in_all_languages():
    for language in LANGUAGES:
        check_fit(language)


def test_availability_fits_with_large_text():
    for language in LANGUAGES:
        check_fit(language, 480, **large_text())


if __name__ == "__main__":
    if missing():
        tap.skip_all(missing())
    with Desktop() as desktop:
        join_bus(desktop)
        tap.main(globals())
