# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plenary's own window: where its parts are, said once for the tests, the gallery and the screenshots."""
import os
import shutil
import subprocess
from pathlib import Path

from app import App
from desktop import until

STAGE = Path(os.environ.get("PLY_STAGE") or Path(__file__).resolve().parents[2] / "build" / "stage")
PLENARY = STAGE / "bin" / "plenary"
CLI = STAGE / "bin" / "plenary-cli"
LANGUAGES = ("en", "de", "kk", "ru")


def missing():
    """Why there is nothing to drive, or None."""
    return next((f"{program.name} is not built" for program in (PLENARY, CLI) if not program.exists()), None)


def cli(desktop, *words):
    """What plenary-cli printed; its working copies lie in the desktop's home, as the window's do."""
    done = subprocess.run([CLI, *map(str, words)], env=desktop.program_environment(), text=True, capture_output=True, check=False)
    assert done.returncode == 0, f"plenary-cli {' '.join(map(str, words))}: {done.stderr}"
    return done.stdout


def sample(desktop, name="sample.plenary"):
    """A fresh copy of the sample event."""
    made = desktop.home / "made-sample.plenary"
    if not made.exists():
        cli(desktop, "new", made, "--sample")
    path = desktop.home / name
    shutil.copyfile(made, path)
    return path


def open_event(desktop, path, language="en", **environment):
    return Plenary(desktop, PLENARY, path, language=language, **environment)


# The views in the order of the sidebar, which is that of Alt+1, Alt+2 …
VIEWS = ("overview", "timetable", "conflicts", "sessions", "speakers", "institutions", "places", "programme")


class Plenary(App):
    """The window of the application, with what its tests do again and again."""

    def open_view(self, view):
        """Opens one of VIEWS by its shortcut; what is shown when nothing moves any more."""
        self.keys(f"alt+{VIEWS.index(view) + 1}")
        return self.settle()

    def settle(self):
        """Waits until the window looks the same twice, and returns what it shows."""
        seen = [None]

        def same():
            seen.append(self.window.look())
            return seen[-1] == seen[-2]
        until(same, "end of changes in the window")
        return seen[-1]

    def reveal(self, node):
        """Scrolls the pane at the right until the node is well inside the window, and returns it."""
        width, height = self.geometry()[2:]
        for _attempt in range(60):
            before = node.extents[1]
            if 160 <= before <= height - 160:
                return node
            self.desktop.xdotool("mousemove", width - 60, height // 2, "click", 4 if before < 160 else 5)
            until(lambda: node.extents[1] != before, "scrolling", 2)
        raise AssertionError(f"{node!r} does not come into view")

    def save_as(self, path):
        """Answers the file dialog that asks where to save."""
        dialog = self.root.find(where=lambda node: node.role in ("file chooser", "dialog", "frame") and node.all("button", "Save"))
        dialog.find("text", where=lambda node: node.has("editable")).set_text(str(path))
        dialog.find("button", "Save", where=lambda node: node.has("sensitive")).activate()


def outside_grids(seen):
    """Without the timetable's grid and what is in it: that scrolls to both sides."""
    kept, grid = [], None
    for look in seen:
        if grid is not None and look.depth > grid:
            continue
        grid = look.depth if look.role == "table" else None
        if grid is None:
            kept.append(look)
    return kept


def too_wide(seen, width):
    """The controls and words that reach beyond a window of this width."""
    def beyond(look):
        box = look.extents
        return look.role not in ("panel", "grouping") and box and (box[0] < -1 or box[0] + box[2] > width + 1)
    return [look for look in outside_grids(seen) if beyond(look)]
