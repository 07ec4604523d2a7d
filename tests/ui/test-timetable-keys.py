#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timetable by keyboard: walking, moving, lengthening, copying, talks, menus, in four languages and large letters."""
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import tap  # noqa: E402
from app import join_bus  # noqa: E402
from desktop import Desktop, until  # noqa: E402
from timetable import timetable  # noqa: E402
from views import LANGUAGES, missing, too_wide  # noqa: E402

desktop = None

# Places in the menus of a session and of an empty place.
SWAP, TAKE_OFF = 4, 5
NEW, COPY_FRAME = 0, 4


def test_timetable_keys_walk():
    with timetable(desktop, "walk.plenary") as table:
        table.select("Alpha")
        for key, title in (("Right", "Beta"), ("Left", "Alpha"), ("Down", "Gamma"), ("Up", "Alpha"), ("Up", "Opening"),
                           ("Down", "Alpha")):
            table.app.keys(key)
            table.wait_focus(title)
            until(lambda title=title: table.selected() == {title}, f"{title} selected")
        table.app.keys("shift+Right")
        until(lambda: table.selected() == {"Alpha", "Beta"}, "both")
        table.app.keys("Escape")
        until(lambda: len(table.selected()) <= 1, "one or none")
        table.app.keys("ctrl+a")
        until(lambda: {"Opening", "Alpha", "Beta", "Gamma"} <= table.selected(), "all")


def test_timetable_keys_move():
    with timetable(desktop, "move.plenary") as table:
        table.select("Alpha")
        table.app.keys("alt+Down")
        table.wait("Alpha", start="10:05", end="11:05")
        table.app.keys("alt+Down", "alt+Down", "alt+Down")
        table.wait("Alpha", start="10:20")
        table.undo()
        table.wait("Alpha", start="10:00")   # repeated quickly: one step
        table.app.keys("alt+Right")
        table.wait("Alpha", room="Hall B", conflicts=1)
        table.undo()
        table.wait("Alpha", room="Hall A", conflicts=0)
        table.app.keys("shift+alt+Down")
        table.wait("Alpha", start="10:00", end="11:05")
        table.undo()
        table.wait("Alpha", end="11:00")
        table.app.keys("ctrl+alt+Down")
        table.wait("Alpha", start="10:05")
        table.wait("Gamma", start="11:35")
        table.undo()
        table.wait("Gamma", start="11:30")
        table.app.keys("ctrl+shift+alt+Down")
        table.wait("Alpha", end="11:05")
        table.undo()
        table.wait("Alpha", end="11:00")
        table.app.keys("alt+Page_Down")
        table.wait("Alpha", day="Friday", start="10:00")
        table.undo()
        table.wait_saved("Alpha", day="2026-10-15", start="10:00", room="Hall A", duration=60)


def test_timetable_keys_selection_moves():
    with timetable(desktop, "several.plenary") as table:
        table.select("Alpha")
        table.app.keys("shift+Right", "alt+Up")
        table.wait("Alpha", start="09:55")
        table.wait("Beta", start="09:55")
        table.undo()
        table.wait("Alpha", start="10:00")
        table.wait("Beta", start="10:00")


def test_timetable_keys_rooms_as_rows():
    with timetable(desktop, "rows-keys.plenary") as table:
        table.app.window.find(name="Rooms as Rows").click()
        table.select("Alpha")
        table.app.keys("Down")
        table.wait_focus("Beta")
        table.app.keys("Up")
        table.wait_focus("Alpha")
        table.app.keys("alt+Right")
        table.wait("Alpha", start="10:05")
        table.undo()
        table.wait("Alpha", start="10:00")
        table.app.keys("alt+Down")
        table.wait("Alpha", room="Hall B")
        table.undo()
        table.wait("Alpha", room="Hall A")
        table.app.keys("shift+alt+Left")
        table.wait("Alpha", end="10:55")


def test_timetable_keys_come_and_go():
    with timetable(desktop, "edit.plenary") as table:
        table.open_tray()
        table.select("Gamma")
        table.app.keys("Delete")
        until(lambda: "Gamma" in table.tray(), "Gamma in the tray")
        table.undo()
        table.wait("Gamma", start="11:30", room="Hall A")
        table.select("Gamma")
        table.app.keys("ctrl+d")
        table.wait("Gamma (copy)", start="12:00", room="Hall A")
        table.undo()
        until(lambda: "Gamma (copy)" not in table.blocks(), "end of the copy")
        table.select("Gamma")
        table.app.keys("ctrl+x")
        table.click(table.at("11:30", "Hall B"))
        table.app.keys("ctrl+v")
        table.wait("Gamma", start="11:30", room="Hall B")
        table.undo()
        table.wait("Gamma", start="11:30", room="Hall A")
        table.select("Gamma")
        table.app.keys("ctrl+c")
        table.click(table.at("12:15", "Hall B"))
        table.app.keys("ctrl+v")
        table.wait("Gamma (copy)", start="12:15", room="Hall B")
        table.undo()
        until(lambda: "Gamma (copy)" not in table.blocks(), "end of the copy")
        table.select("Alpha")
        table.app.keys("Return")
        title = table.app.window.find("text", "Title")
        until(lambda: title.text == "Alpha", "Alpha in the editor")


def test_timetable_keys_tray():
    with timetable(desktop, "place.plenary") as table:
        table.open_tray()
        table.app.window.find("entry", "Search Unplaced Sessions").set_text("lovelace")
        until(lambda: table.tray() == ["Zeta"], "Ada's session alone")
        table.select("Beta")
        table.app.window.find("list", "Unplaced Sessions").find("list item", "Zeta").click()
        table.app.keys("ctrl+Return")
        table.wait("Zeta", start="11:00", end="11:45", room="Hall B")
        table.undo()
        until(lambda: table.tray() == ["Zeta"], "Zeta in the tray")


def test_timetable_keys_menus():
    with timetable(desktop, "menus.plenary") as table:
        table.select("Alpha")
        table.app.keys("shift+F10")
        table.menu_item(TAKE_OFF).click()
        until(lambda: "Alpha" not in table.blocks(), "Alpha off the timetable")
        table.undo()
        table.wait("Alpha", start="10:00")
        x, y = table.at("11:30", "Hall B")
        table.app.click_at(x, y, button=3)
        table.menu_item(NEW).click()
        table.wait("New Session", start="11:30", room="Hall B")
        table.undo()
        until(lambda: "New Session" not in table.blocks(), "end of the new session")
        table.select("Alpha")
        table.click(table.grip("Beta"), keys=("ctrl",))
        until(lambda: table.selected() == {"Alpha", "Beta"}, "both")
        x, y = table.grip("Beta")
        table.app.click_at(x, y, button=3)
        table.menu_item(SWAP).click()
        table.wait("Alpha", room="Hall B")
        table.wait("Beta", room="Hall A")
        table.undo()
        table.wait("Alpha", room="Hall A")


def test_timetable_keys_copy_frame():
    with timetable(desktop, "frame.plenary") as table:
        x, y = table.at("11:30", "Hall B")
        table.app.click_at(x, y, button=3)
        table.menu_item(COPY_FRAME).click()
        table.app.window.find(name=re.compile("^Fri"), where=lambda node: node.role in ("switch", "check box", "list item")).click()
        table.app.window.find("button", "Copy").click()

        def lunches():
            return [record["day"] for record in table.saved()["session"] if record["title"] == "Lunch"]
        until(lambda: len(set(lunches())) == 2, "lunch on both days in the file")
        table.undo()
        until(lambda: len(lunches()) == 1, "one lunch again")


def test_timetable_keys_talks():
    def talks():
        return sorted(table.saved()["talk"], key=lambda talk: talk["rank"])

    with timetable(desktop, "talks.plenary") as table:
        table.select("Panel")
        table.app.keys("F2", "alt+Down")
        until(lambda: [talk["title"] for talk in talks()] == ["Two", "One", "Three"], "Two before One in the file")
        table.undo()
        until(lambda: [talk["title"] for talk in talks()] == ["One", "Two", "Three"], "One before Two in the file")
        table.app.keys("shift+alt+Down")
        until(lambda: [talk["duration"] for talk in talks()] == [25, 20, 15], "One longer in the file")
        table.undo()
        until(lambda: [talk["duration"] for talk in talks()] == [20, 20, 15], "One as before in the file")
        table.app.keys("Down", "ctrl+t")
        until(lambda: talks()[1].get("pinned") == 20, "Two pinned in the file")
        table.app.keys("ctrl+t")
        until(lambda: "pinned" not in talks()[1], "Two not pinned in the file")
        assert [record["title"] for record in table.saved()["session"] if record["title"] == "Panel"]


def test_timetable_keys_in_all_languages():
    """Names differ, places do not: the file tells."""
    for language in LANGUAGES:
        with timetable(desktop, f"keys-{language}.plenary", language=language) as table:
            block = table.app.window.find(name=re.compile("^Alpha,"))
            x, y, width, _height = block.extents
            table.app.click_at(x + width // 2, y + 12)
            until(lambda: block.has("focused"), "focus on Alpha")
            table.app.keys("alt+Down", "alt+Right", "shift+alt+Down")
            table.wait_saved("Alpha", start="10:05", room="Hall B", duration=65)
            table.undo()
            table.wait_saved("Alpha", start="10:05", room="Hall B", duration=60)


def test_timetable_keys_in_large_letters():
    desktop.set_dpi(192)
    try:
        check_large()
    finally:
        desktop.set_dpi(96)


def check_large():
    with timetable(desktop, "large.plenary") as table:
        box = table.block("Alpha").box
        assert box[3] > 150, f"an hour is {box[3]} pixels: text is not large"
        table.select("Alpha")
        table.app.keys("alt+Down")
        table.wait("Alpha", start="10:05")
        table.undo()
        table.wait("Alpha", start="10:00")
        x, y = table.grip("Alpha")
        table.drag((x, y), (x, y + box[3] // 2))
        table.wait("Alpha", start="10:30")
        table.undo()
        table.wait("Alpha", start="10:00")
        table.open_tray()
        seen = table.app.settle()
        assert not too_wide(seen, table.app.geometry()[2]), too_wide(seen, table.app.geometry()[2])


if __name__ == "__main__":
    if missing():
        tap.skip_all(missing())
    with Desktop() as desktop:
        join_bus(desktop)
        tap.main(globals())
