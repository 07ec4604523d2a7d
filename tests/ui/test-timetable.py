#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timetable by pointer: every drag and click, in both forms, and undo of each."""
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import tap  # noqa: E402
from app import join_bus  # noqa: E402
from desktop import Desktop, until  # noqa: E402
from timetable import timetable  # noqa: E402
from views import missing  # noqa: E402

desktop = None


def shifted(table, title, lane, clock, rooms_down=False):
    """Where the pointer has to go so that a block held at its grip begins at that time in that room."""
    grip, box = table.grip(title, rooms_down=rooms_down), table.block(title).box
    point = list(table.at(clock, lane, rooms_down))
    axis = 0 if rooms_down else 1
    point[axis] += grip[axis] - box[axis]
    return tuple(point)


def check_moves(table, rooms_down):
    """Between rooms and times, by edges, out of empty time; each taken back."""
    table.drag(table.grip("Alpha", rooms_down=rooms_down), shifted(table, "Alpha", "Hall B", "11:15", rooms_down))
    table.wait("Alpha", start="11:15", end="12:15", room="Hall B")
    table.undo()
    table.wait("Alpha", start="10:00", end="11:00", room="Hall A")
    x, y = table.grip("Gamma", "end", rooms_down)
    ends = table.at("12:30", "Hall A", rooms_down)
    table.drag((x, y), (ends[0], y) if rooms_down else (x, ends[1]))
    table.wait("Gamma", start="11:30", end="12:30")
    table.undo()
    table.wait("Gamma", start="11:30", end="12:00")
    x, y = table.grip("Beta", "start", rooms_down)
    starts = table.at("09:30", "Hall B", rooms_down)
    table.drag((x, y), (starts[0], y) if rooms_down else (x, starts[1]))
    table.wait("Beta", start="09:30", end="11:00")
    table.undo()
    table.wait("Beta", start="10:00", end="11:00")


def test_timetable_pointer_moves():
    with timetable(desktop, "moves.plenary") as table:
        check_moves(table, False)
        table.drag(table.grip("Beta"), shifted(table, "Beta", "Hall C", "10:30"))
        table.wait("Beta", start="10:30", room="Hall C")
        table.wait_saved("Beta", start="10:30", room="Hall C", day="2026-10-15")


def test_timetable_pointer_moves_where_rooms_are_rows():
    with timetable(desktop, "rows.plenary") as table:
        table.app.window.find(name="Rooms as Rows").click()
        until(lambda: table.block("Beta").box[1] > table.block("Alpha").box[1] + 20, "rooms as rows")
        table.app.keys("ctrl+minus", "ctrl+minus", "ctrl+minus")
        table.app.settle()
        check_moves(table, True)


def test_timetable_pointer_creates():
    with timetable(desktop, "creates.plenary") as table:
        x, y = table.at("11:15", "Hall B")
        table.drag((x, y + 3), table.at("12:00", "Hall B"))
        table.wait("New Session", start="11:15", end="12:00", room="Hall B")
        title = table.app.window.find("text", "Title")
        until(lambda: title.text == "New Session", "the new session's editor")
        table.undo()
        until(lambda: "New Session" not in table.blocks(), "end of the new session")


def test_timetable_pointer_keys():
    """Shift swaps, Ctrl takes what follows along, Alt goes by the minute, Escape takes back."""
    with timetable(desktop, "keys.plenary") as table:
        table.drag(table.grip("Alpha"), table.middle("Beta"), keys=("shift",))
        table.wait("Alpha", room="Hall B", start="10:00")
        table.wait("Beta", room="Hall A", start="10:00")
        table.undo()
        table.wait("Alpha", room="Hall A")
        table.drag(table.grip("Alpha"), shifted(table, "Alpha", "Hall A", "10:15"), keys=("ctrl",))
        table.wait("Alpha", start="10:15")
        table.wait("Gamma", start="11:45")
        table.undo()
        table.wait("Alpha", start="10:00")
        table.wait("Gamma", start="11:30")
        x, y = shifted(table, "Alpha", "Hall A", "10:15")
        table.drag(table.grip("Alpha"), (x, y + 1), keys=("alt",))
        start = until(lambda: table.block("Alpha").start != 600 and table.block("Alpha").start, "another start")
        assert abs(start - 615) <= 3, start
        table.undo()
        table.wait("Alpha", start="10:00")
        table.press(table.grip("Alpha"))
        table.move_to(table.middle("Gamma"))
        table.escape()
        table.release()
        table.wait("Alpha", start="10:00", room="Hall A")


def test_timetable_pointer_selects():
    with timetable(desktop, "selects.plenary") as table:
        table.select("Alpha")
        until(lambda: table.selected() == {"Alpha"}, "Alpha alone")
        table.click(table.grip("Beta"), keys=("ctrl",))
        until(lambda: table.selected() == {"Alpha", "Beta"}, "both")
        table.drag(table.grip("Alpha"), shifted(table, "Alpha", "Hall A", "10:20"))
        table.wait("Alpha", start="10:20", room="Hall A")
        table.wait("Beta", start="10:20", room="Hall B")
        table.undo()
        table.wait("Beta", start="10:00")
        table.click(table.grip("Beta"), keys=("ctrl",))
        until(lambda: table.selected() == {"Alpha"}, "Alpha alone again")
        table.click(table.grip("Gamma"), keys=("shift",))
        until(lambda: {"Alpha", "Gamma"} <= table.selected(), "a range")
        table.drag(table.at("09:45", "Hall A"), table.at("12:15", "Hall B"), keys=("ctrl",))
        until(lambda: table.selected() == {"Alpha", "Beta", "Gamma"}, "what the band is around")


def test_timetable_pointer_tray():
    with timetable(desktop, "tray.plenary") as table:
        table.open_tray()
        assert set(table.tray()) == {"Zeta", "Eta", "Theta"}, table.tray()
        table.drag(table.tray_point("Eta"), table.at("11:30", "Hall B"))
        table.wait("Eta", start="11:30", end="12:00", room="Hall B")
        until(lambda: set(table.tray()) == {"Zeta", "Theta"}, "one less in the tray")
        table.undo()
        until(lambda: set(table.tray()) == {"Zeta", "Eta", "Theta"}, "it is back in the tray")
        table.drag(table.grip("Gamma"), table.tray_point("Zeta"))
        until(lambda: "Gamma" in table.tray(), "Gamma in the tray")
        assert "Gamma" not in table.blocks()
        table.undo()
        table.wait("Gamma", start="11:30", room="Hall A")


def test_timetable_pointer_tray_in_a_narrow_window():
    """It covers the grid, and goes away for what is taken out of it."""
    with timetable(desktop, "narrow.plenary", size=(400, 700)) as table:
        goal = table.at("12:15", "Hall A")
        table.open_tray()
        table.drag(table.tray_point("Eta"), goal)
        table.wait_saved("Eta", room="Hall A", day="2026-10-15")
        table.undo()
        table.wait_saved("Eta", room=None, day=None)


def test_timetable_pointer_days():
    """What is held over a day's name goes to that day."""
    with timetable(desktop, "days.plenary") as table:
        grip, box = table.grip("Alpha"), table.block("Alpha").box
        table.press(grip)
        table.move_to(table.day_point("Fri"))
        until(lambda: "Delta" in table.blocks(), "Friday")
        _x, y = table.at("10:30", "Hall B")
        table.move_to((grip[0], y + grip[1] - box[1]))
        table.release()
        table.wait("Alpha", day="Friday", start="10:30", room="Hall A")
        table.undo()
        table.wait_saved("Alpha", day="2026-10-15", start="10:00", room="Hall A")


def test_timetable_pointer_talks():
    def talks():
        ordered = sorted(table.saved()["talk"], key=lambda talk: talk["rank"])
        return [(talk["title"], talk["duration"]) for talk in ordered]

    def point(minute):
        """In the panel's talks, which stand beside its title."""
        x, y, width, height = table.block("Panel").box
        return x + width * 3 // 4, round(y + height * minute / 60)

    before = [("One", 20), ("Two", 20), ("Three", 15)]
    with timetable(desktop, "drag-talks.plenary") as table:
        table.drag(point(8), point(34))
        until(lambda: talks() == [("Two", 20), ("One", 20), ("Three", 15)], "Two before One in the file")
        table.undo()
        until(lambda: talks() == before, "One before Two in the file")
        table.drag(point(19), point(29))
        until(lambda: talks() == [("One", 30), *before[1:]], "One longer in the file")
        table.undo()
        until(lambda: talks() == before, "One as before in the file")


def test_timetable_pointer_scrolls():
    """What is held at the lower edge makes the grid scroll; a double click opens the editor."""
    with timetable(desktop, "scrolls.plenary", size=(1180, 560)) as table:
        x, _y = table.grip("Beta")
        table.press(table.grip("Beta"))
        table.move_to((x, 552))
        until(lambda: "Panel" in table.blocks() and table.block("Panel").box[1] < 450, "the afternoon")
        table.release()
        start = until(lambda: table.block("Beta").start > 720 and table.block("Beta").start, "Beta in the afternoon")
        table.undo()
        table.wait_saved("Beta", start="10:00", room="Hall B")
        assert start % 5 == 0, start
        table.app.settle()
        x, y, _width, _height = table.block("Panel").box
        table.app.click_at(x + 30, y + 12, times=2)   # beside its talks
        title = table.app.window.find("text", "Title")
        until(lambda: title.text == "Panel", "the panel's editor")


def test_timetable_pointer_foresees():
    """Where it would clash is said before the drop, and nothing is changed by it."""
    with timetable(desktop, "foresees.plenary") as table:
        table.open_tray()
        table.press(table.tray_point("Zeta"))
        table.move_to(table.at("10:00", "Hall C"))
        words = table.app.window.find(where=lambda node: "Ada Lovelace" in node.name and "Zeta" in node.name)
        assert words
        table.escape()
        table.release()
        assert set(table.tray()) == {"Zeta", "Eta", "Theta"}
        table.drag(table.tray_point("Zeta"), table.at("10:00", "Hall C"))
        table.wait("Zeta", start="10:00", room="Hall C", conflicts=3)   # Ada, track, institution
        table.wait("Alpha", conflicts=3)


if __name__ == "__main__":
    if missing():
        tap.skip_all(missing())
    with Desktop() as desktop:
        join_bus(desktop)
        tap.main(globals())
