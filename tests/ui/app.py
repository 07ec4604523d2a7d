# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program under test: started on a desktop, found on its accessibility bus, driven, stopped."""
import os
import re
import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from desktop import PATIENCE, until  # noqa: E402
from node import Node  # noqa: E402

# What a line in the log means trouble with.
BAD = ("CRITICAL", "-WARNING", "ERROR:")
# What GTK says of itself: for one frame, when a breakpoint changes the page while the window is resized.
# Leaks are looked at one by one.
NOT_OURS = ("without a current allocation", "ERROR: LeakSanitizer")
# A frame of Plenary's own in a leak's stack; main () is below everything.
OWN_FRAME = re.compile(r" \.\./src/(?!app/main\.c)")


def own_leaks(log):
    """The leaks of a sanitized program that our code is part of; GTK and its drivers have theirs."""
    blocks = (block for block in log.split("\n\n") if "leak of" in block)
    return [block for block in blocks if OWN_FRAME.search(block)]


def join_bus(desktop):
    """Points this process at the desktop; libatspi can do that once in a process."""
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        os.environ[name] = desktop.env[name]
    Atspi.init()
    Atspi.set_timeout(5000, 15000)


class App:
    """Use as a context. A program that dies, or complains of a critical, fails the test."""

    def __init__(self, desktop, *command, language="en", **environment):
        self.desktop = desktop
        self.log = desktop.home / "stderr"
        self._command = [str(word) for word in command]
        self._env = desktop.program_environment(language, **environment)
        if "ASAN_OPTIONS" in self._env:   # whole stacks, to tell whose a leak is
            self._env["ASAN_OPTIONS"] += ":fast_unwind_on_malloc=0"
        self._process = None
        self.root = None

    def __enter__(self):
        with open(self.log, "w", encoding="utf-8") as log:
            self._process = subprocess.Popen(self._command, env=self._env, stderr=log)
        try:
            self.root = Node(until(self._find_itself, f"window of {self._command[0]}", 2 * PATIENCE), self)
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(self, kind, *_rest):
        if self._process.poll() is None:
            self.quit() if kind is None else self.kill()
        if kind is None:
            self.check_log()

    @property
    def pid(self):
        return self._process.pid

    @property
    def window(self):
        """Its first window, shown; dialogs are inside it."""
        return self.root.find(where=lambda node: node.role in ("frame", "window", "dialog"))

    def quit(self):
        """Closes its windows as the window manager does, so that it ends in its own way."""
        def closed():
            for identity in self._window_ids():
                self.desktop.close_window(identity)
            return self._process.poll() is not None
        until(closed, f"end of {self._command[0]} after its windows were closed")
        assert self._process.returncode >= 0, f"ended with {self._process.returncode}: {self._words()}"

    def kill(self):
        """As a power cut would."""
        self._process.kill()
        self._process.wait()

    def wait_for_end(self):
        """The exit status, after the program ended by itself."""
        until(lambda: self._process.poll() is not None, f"end of {self._command[0]}")
        return self._process.returncode

    def check_alive(self):
        status = self._process.poll()
        assert status is None, f"{self._command[0]} ended with {status}: {self._words()}"

    def check_log(self):
        """No line of GLib's that calls for mending."""
        bad = [line for line in self._words().splitlines()
               if any(word in line for word in BAD) and not any(word in line for word in NOT_OURS)]
        assert not any("Sanitizer" in line for line in bad), self._words()
        assert not own_leaks(self._words()), "\n\n".join(own_leaks(self._words()))
        assert not bad, "\n".join(bad)

    def keys(self, *chords):
        """Presses chords such as "ctrl+z" in the active window."""
        self.activate_window()
        self.desktop.xdotool("key", "--clearmodifiers", *chords)

    def type(self, words):
        """Types on the keyboard where the focus is; for letters outside ASCII see Node.set_text ()."""
        self.activate_window()
        self.desktop.xdotool("type", "--delay", "5", words)

    def click_at(self, x, y, button=1, times=1):
        """x and y from the corner of the window."""
        left, top, _width, _height = self.geometry()
        self.desktop.xdotool("mousemove", left + x, top + y, "click", "--repeat", times, "--delay", 60, button)

    def geometry(self):
        """(x, y, width, height) of the window on the display."""
        words = self.desktop.xdotool("getwindowgeometry", "--shell", self.window_id()).split()
        values = dict(word.split("=") for word in words if "=" in word)
        return tuple(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))

    def window_id(self):
        """The X window that is shown and has a title, the newest of several."""
        def look():
            self.check_alive()
            return self._window_ids()
        return until(look, "X window")[-1]

    def activate_window(self):
        self.desktop.xdotool("windowactivate", "--sync", self.window_id())

    def resize(self, width, height):
        """Asks for a size and returns the width it got: a window that needs more does not shrink further."""
        identity = self.window_id()
        self.desktop.xdotool("windowsize", identity, width, height)
        try:
            until(lambda: self.geometry()[2:] == (width, height) and self.window.extents[2] == width, "resize", 3)
        except AssertionError:
            pass
        return max(self.geometry()[2], self.window.extents[2])

    def screenshot(self, path):
        self.desktop.screenshot(path, self.window_id())

    def _find_itself(self):
        self.check_alive()
        desktop = Atspi.get_desktop(0)
        try:
            desktop.clear_cache_single()
            for index in range(desktop.get_child_count()):
                found = desktop.get_child_at_index(index)
                if found and found.get_process_id() == self.pid and found.get_child_count():
                    return found
        except GLib.Error:   # the registry is still starting
            pass
        return None

    def _words(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def _window_ids(self):
        try:
            return self.desktop.xdotool("search", "--onlyvisible", "--pid", self.pid, "--name", ".").split()
        except subprocess.CalledProcessError:   # none
            return []
