# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timetable for its tests: an event to lay out, what is seen of it, and a pointer that drags."""
import collections
import contextlib
import json
import re
import shutil

from desktop import until
from views import cli, open_event

# What a block is called in English.
NAME = re.compile(r"(?P<title>.+), (?P<day>\w+day) (?P<start>\d\d:\d\d) to (?P<end>\d\d:\d\d), (?P<room>[^,]+)"
                  r"(, (?P<conflicts>\d+) conflicts?)?")

# One block as it is seen: start and end in minutes, the box in pixels from the corner of the window.
Block = collections.namedtuple("Block", "title day start end room conflicts box")


def minutes(clock):
    hours, rest = clock.split(":")
    return int(hours) * 60 + int(rest)


def session(ident, title, day=None, start=None, length=30, room=None, **more):
    record = {"id": ident, "title": title, "duration": length, "state": "confirmed", "type": "lecture", **more}
    if day:
        record.update(day=day, start=start)
    if room:
        record["room"] = room
    return record


# Two days, three rooms. Nothing clashes; Ada has two sessions, one of them not placed.
EVENT = {
    "format": "plenary-event", "version": 1,
    "event": {"id": "event", "title": "Little Conference", "timezone": "Asia/Almaty", "base_language": "en",
              "languages": "en", "slot_minutes": 5},
    "day": [{"id": "thursday", "date": "2026-10-15", "opens": "08:00", "closes": "18:00"},
            {"id": "friday", "date": "2026-10-16", "opens": "08:00", "closes": "18:00"}],
    "room": [{"id": "a", "name": "Hall A", "capacity": 100}, {"id": "b", "name": "Hall B", "capacity": 100},
             {"id": "c", "name": "Hall C", "capacity": 100}],
    "track": [{"id": "energy", "name": "Energy", "color": "#1a5fb4"}, {"id": "health", "name": "Health", "color": "#26a269"}],
    "session_type": [{"id": "lecture", "name": "Lecture", "is_break": 0, "wants_chair": 0},
                     {"id": "pause", "name": "Break", "is_break": 1, "wants_chair": 0}],
    "institution": [{"id": "kaznu", "name": "KazNU"}, {"id": "mlu", "name": "MLU"}],
    "person": [{"id": "ada", "name": "Ada Lovelace"}, {"id": "ben", "name": "Ben Akiba"}, {"id": "cleo", "name": "Cleo Berger"}],
    "affiliation": [{"id": "f1", "person": "ada", "institution": "kaznu"}, {"id": "f2", "person": "ben", "institution": "mlu"},
                    {"id": "f3", "person": "cleo", "institution": "mlu"}],
    "session": [
        session("opening", "Opening", "thursday", "09:00", 30, all_rooms=1),
        session("alpha", "Alpha", "thursday", "10:00", 60, "a", track="energy"),
        session("beta", "Beta", "thursday", "10:00", 60, "b", track="health"),
        session("gamma", "Gamma", "thursday", "11:30", 30, "a", track="energy"),
        session("lunch", "Lunch", "thursday", "13:00", 60, all_rooms=1, type="pause"),
        session("panel", "Panel", "thursday", "15:00", 60, "c", track="health"),
        session("delta", "Delta", "friday", "10:00", 60, "b", track="energy"),
        session("zeta", "Zeta", None, None, 45, track="energy"),
        session("eta", "Eta", None, None, 30, track="health"),
        session("theta", "Theta", None, None, 20),
    ],
    "talk": [{"id": f"talk{number}", "session": "panel", "title": title, "duration": length}
             for number, (title, length) in enumerate((("One", 20), ("Two", 20), ("Three", 15)))],
    "participation": [{"id": f"p{number}", **{kind: ident}, "person": person, "role": "speaker"}
                      for number, (kind, ident, person) in enumerate((
                          ("session", "opening", "cleo"), ("session", "alpha", "ada"), ("session", "beta", "ben"),
                          ("session", "gamma", "cleo"), ("session", "delta", "ben"), ("session", "zeta", "ada"),
                          ("session", "eta", "ben"), ("session", "theta", "cleo"), ("talk", "talk0", "ada"),
                          ("talk", "talk1", "ben"), ("talk", "talk2", "cleo")))],
}


def make_event(desktop, name, event=EVENT):
    """An event file of its own for a test."""
    made = desktop.home / "made-timetable.plenary"
    if event is not EVENT or not made.exists():
        made.unlink(missing_ok=True)
        source = desktop.home / "timetable.json"
        source.write_text(json.dumps(event), encoding="utf-8")
        cli(desktop, "import", made, source)
    path = desktop.home / name
    shutil.copyfile(made, path)
    return path


@contextlib.contextmanager
def timetable(desktop, name, size=(1180, 860), event=EVENT, **options):
    """The window on the timetable of a fresh event."""
    path = make_event(desktop, name, event)
    # Form and zoom are remembered from one run to the next.
    shutil.rmtree(desktop.home / "config" / "glib-2.0", ignore_errors=True)
    with open_event(desktop, path, **options) as app:
        app.resize(*size)
        app.open_view("timetable")
        yield Timetable(app, path)


class Timetable:
    def __init__(self, app, path):
        self.app = app
        self.desktop = app.desktop
        self.path = path

    # What is seen

    def blocks(self):
        """The blocks in view by title; several of one title make a list of it."""
        seen = {}
        for look in until(self.app.window.look, "glance"):
            match = NAME.fullmatch(look.name)
            if match and look.focusable:
                seen[match["title"]] = Block(match["title"], match["day"], minutes(match["start"]), minutes(match["end"]),
                                             match["room"], int(match["conflicts"] or 0), look.extents)
        return seen

    def block(self, title):
        return until(lambda: self.blocks().get(title), f"block of {title}")

    def wait(self, title, **wanted):
        """Waits until the block of this title is as wanted: day, start, end ("HH:MM"), room, conflicts."""
        wanted = {key: minutes(value) if key in ("start", "end") else value for key, value in wanted.items()}

        def look():
            found = self.blocks().get(title)
            return found and all(getattr(found, key) == value for key, value in wanted.items()) and found
        try:
            return until(look, f"{title} with {wanted}")
        except AssertionError as miss:
            raise AssertionError(f"{miss}; it is {self.blocks().get(title)}") from None

    def tray(self):
        """The titles in the tray, in their order."""
        found = self.app.window.all("list", "Unplaced Sessions")
        return [item.name for item in found[0].all("list item")] if found else None

    # The pointer

    def at(self, minute, room, rooms_down=False):
        """The pixel of a time ("HH:MM") in a room's lane, as blocks in view tell."""
        seen = until(self.blocks, "blocks")
        time_axis, lane_axis = (0, 1) if rooms_down else (1, 0)
        early, late = (choose(seen.values(), key=lambda block: block.start) for choose in (min, max))
        if early.start < late.start:
            scale = (late.box[time_axis] - early.box[time_axis]) / (late.start - early.start)
        else:
            scale = early.box[time_axis + 2] / (early.end - early.start)
        lane = next((block.box for block in seen.values() if block.room == room), None) or self.lane(room)
        point = [0, 0]
        point[time_axis] = round(early.box[time_axis] + scale * (minutes(minute) - early.start))
        point[lane_axis] = lane[lane_axis] + lane[lane_axis + 2] // 2
        return tuple(point)

    def lane(self, room):
        """The extents of a room's header."""
        return self.app.window.find(name=re.compile(f"^{room}\\b"), where=lambda node: node.role != "table cell").extents

    def middle(self, title):
        x, y, width, height = self.block(title).box
        return x + width // 2, y + height // 2

    def grip(self, title, part="title", rooms_down=False):
        """Where one takes hold of a block: in its first quarter, or at its first or last pixels."""
        x, y, width, height = self.block(title).box
        axis_size = width if rooms_down else height
        along = {"title": min(12, axis_size // 3), "start": 2, "end": axis_size - 2}[part]
        return (x + along, y + height // 2) if rooms_down else (x + width // 2, y + along)

    def press(self, point, keys=()):
        left, top, _width, _height = self.app.geometry()
        down = [word for key in keys for word in ("keydown", key)]
        self.desktop.xdotool("mousemove", left + point[0], top + point[1], *down, "sleep", "0.05", "mousedown", 1, "sleep", "0.05")
        self._pointer = point

    def move_to(self, point, steps=6):
        left, top, _width, _height = self.app.geometry()
        words = []
        for step in range(1, steps + 1):
            x, y = (round(old + (new - old) * step / steps) for old, new in zip(self._pointer, point))
            words += ["mousemove", left + x, top + y, "sleep", "0.02"]
        self.desktop.xdotool(*words)
        self._pointer = point

    def escape(self):
        """While a button is down: App.keys () would let go of it."""
        self.desktop.xdotool("key", "Escape")

    def release(self, keys=()):
        up = [word for key in keys for word in ("keyup", key)]
        self.desktop.xdotool("sleep", "0.05", "mouseup", 1, "sleep", "0.02", *up)

    def drag(self, start, *points, keys=()):
        """Presses at a point, goes over the others and lets go at the last."""
        self.press(start, keys)
        for point in points:
            self.move_to(point)
        self.release(keys)

    def click(self, point, keys=()):
        self.press(point, keys)
        self.release(keys)

    def open_tray(self):
        if self.tray() is None:
            self.app.window.find(name="Unplaced Sessions", where=lambda node: "button" in node.role).click()
        self.app.window.find("list", "Unplaced Sessions")

    def tray_point(self, title):
        x, y, width, height = self.app.window.find("list", "Unplaced Sessions").find("list item", title).extents
        return x + width // 2, y + height // 2

    def day_point(self, weekday):
        x, y, width, height = self.app.window.find("radio button", re.compile("^" + weekday)).extents
        return x + width // 2, y + height // 2

    def menu_item(self, index):
        """An item of the open menu by its place: GTK tells no names of them."""
        def look():
            items = self.app.window.all("menu item")
            return len(items) > index and items[index]
        return until(look, f"menu with item {index}")

    # The keyboard

    def select(self, title):
        x, y = self.grip(title)
        self.app.click_at(x, y)
        self.wait_focus(title)

    def wait_focus(self, title):
        until(lambda: self.focused() == title, f"focus on {title}")

    def focused(self):
        found = self.app.window.all(where=lambda node: node.has("focused"))
        match = found and NAME.fullmatch(found[0].name)
        return match["title"] if match else None

    def selected(self):
        """The titles of the selected blocks."""
        def is_selected(node):
            return NAME.fullmatch(node.name) and node.has("selected")
        return {NAME.fullmatch(node.name)["title"] for node in self.app.window.all(where=is_selected)}

    def undo(self):
        self.app.keys("ctrl+z")

    # The file

    def saved(self):
        """The event as the file holds it."""
        copy = self.desktop.home / "look.plenary"
        out = self.desktop.home / "look.json"
        shutil.copyfile(self.path, copy)
        cli(self.desktop, "export", copy, "--as=event.json", "-o", out)
        return json.loads(out.read_text(encoding="utf-8"))

    def wait_saved(self, title, **wanted):
        """Waits until the file says so of the session: day is a date, start "HH:MM", room a name."""
        def look():
            event = self.saved()
            days = {day["id"]: day["date"] for day in event["day"]}
            rooms = {room["id"]: room["name"] for room in event["room"]}
            for record in event["session"]:
                if record["title"] == title:
                    is_now = {"day": days.get(record.get("day")), "room": rooms.get(record.get("room")),
                              "start": record.get("start"), "duration": record.get("duration")}
                    return all(is_now[key] == (minutes(value) if key == "start" and value else value)
                               for key, value in wanted.items())
            return False
        until(look, f"{title} with {wanted} in the file")
