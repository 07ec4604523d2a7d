#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A monkey at the timetable: random drags, clicks and keys. Nothing breaks, every conflict stays known, all can be taken back.

PLY_SEED repeats a run, PLY_GESTURES makes it longer.
"""
import json
import os
import random
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
from timetable import timetable  # noqa: E402
from views import CLI, missing  # noqa: E402

desktop = None
GESTURES = int(os.environ.get("PLY_GESTURES", 200))
SEED = int(os.environ.get("PLY_SEED", 3))
# How often the program is asked whether it still knows what plenary-cli finds.
CHECK_EVERY = 40
KEYS = ("Up", "Down", "Left", "Right", "alt+Up", "alt+Down", "alt+Left", "alt+Right", "shift+alt+Up", "shift+alt+Down",
        "ctrl+alt+Down", "shift+Right", "Delete", "ctrl+d", "ctrl+x", "ctrl+c", "ctrl+v", "ctrl+a", "Escape", "ctrl+z",
        "ctrl+shift+z", "F2", "F8", "ctrl+Page_Down", "alt+Page_Down")


def n_shown(app):
    """How many conflicts the sidebar says there are: "Conflicts, 2 errors, 1 hint"."""
    name = app.window.find("list item", re.compile("^Conflicts")).name
    return sum(map(int, re.findall(r"\d+", name)))


def n_found(table):
    """What plenary-cli finds in the file as it is saved."""
    copy = desktop.home / "check.plenary"
    shutil.copyfile(table.path, copy)
    done = subprocess.run([CLI, "check", copy, "--json"], env=desktop.program_environment(), text=True, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return len(json.loads(done.stdout))


def act(table, monkey, area):
    left, top, right, bottom = area

    def point():
        return monkey.randrange(left, right), monkey.randrange(top, bottom)
    what = monkey.random()
    keys = monkey.choice(((), (), (), ("ctrl",), ("shift",), ("alt",)))
    if what < 0.5:
        table.press(point(), keys)
        for _ in range(monkey.randrange(1, 3)):
            table.move_to(point(), steps=3)
        if monkey.random() < 0.1:
            table.escape()
        table.release(keys)
    elif what < 0.7:
        table.click(point(), keys)
    else:
        desktop.xdotool("key", monkey.choice(KEYS))


def test_timetable_monkey():
    monkey = random.Random(SEED)
    with timetable(desktop, "monkey.plenary") as table:
        table.open_tray()
        # The grid, the days above it and the tray beside it, but no button that closes something.
        area = (270, 90, 1160, 800)
        for count in range(1, GESTURES + 1):
            act(table, monkey, area)
            table.app.check_alive()
            if count % CHECK_EVERY == 0:
                until(lambda: n_shown(table.app) == n_found(table), f"agreement on conflicts after {count} gestures")
        table.app.check_log()


if __name__ == "__main__":
    if missing():
        tap.skip_all(missing())
    with Desktop() as desktop:
        join_bus(desktop)
        tap.main(globals())
