# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of the test's own: display, window manager, session bus, accessibility bus, home folders.

Nothing of the developer's desktop reaches the program under test, nor the other way round, and two
tests never share one, so they may run side by side.
"""
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

LANGUAGES = {"en": "en_US.UTF-8", "de": "de_DE.UTF-8", "kk": "kk_KZ.UTF-8", "ru": "ru_RU.UTF-8"}
# How long to poll for something that ought to come at once; a sanitized program takes its time.
PATIENCE = 60 if "PLY_SANITIZED" in os.environ else 15

OPENBOX = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <placement><policy>Smart</policy></placement>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard><mouse/>
  <applications><application type="normal"><decor>no</decor><position force="yes"><x>0</x><y>0</y></position></application></applications>
</openbox_config>
"""
# Nothing moves by itself, so a thing found is where it stays; the title buttons are GNOME's.
GTK_SETTINGS = "[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\ngtk-decoration-layout=appmenu:close\n"
# No frame drawn by the window itself: extents count from its corner, and 360 px are 360 px.
GTK_STYLE = "window.csd, window.solid-csd { border: none; margin: 0; padding: 0; box-shadow: none; border-radius: 0; }\n"


class NotInTime(AssertionError):
    """What a test waited for did not happen."""


def until(condition, what, patience=PATIENCE):
    """Polls for a true value of condition () and returns it; `what` completes "no … within …"."""
    end = time.monotonic() + patience
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise NotInTime(f"no {what} within {patience} s")
        time.sleep(0.02)


class Desktop:
    """Use as a context: `with Desktop() as desktop`. `desktop.home` is a fresh folder."""

    def __init__(self, width=1280, height=900):
        self.size = (width, height)
        self.home = Path(tempfile.mkdtemp(prefix="plenary-ui-"))
        self.env = dict(os.environ)
        self._running = []

    def __enter__(self):
        try:
            self._make_home()
            self._start_display()
            self._start_bus()
            self._start("openbox", "--sm-disable", "--config-file", self._write("openbox.xml", OPENBOX))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_exception):
        for process in reversed(self._running):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def program_environment(self, language="en", **extra):
        """The environment for the program under test."""
        env = {**self.env, "LANG": LANGUAGES[language], "G_DEBUG": "fatal-criticals", **extra}
        for name in ("LC_ALL", "LANGUAGE", "NO_AT_BRIDGE"):
            env.pop(name, None)
        return env

    def xdotool(self, *words):
        """What xdotool printed. With --sync it waits for ever for a window that went away meanwhile."""
        done = subprocess.run(["xdotool", *map(str, words)], env=self.env, check=True, text=True, capture_output=True,
                              timeout=PATIENCE / 3)
        return done.stdout.strip()

    def screenshot(self, path, window="root"):
        """A PNG of the display or of one X window."""
        subprocess.run(["import", "-silent", "-window", str(window), str(path)], env=self.env, check=True)

    def set_dpi(self, dpi):
        """How large text is in programs that start from now on: 96 is 100 %."""
        subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", f"Xft.dpi:\t{dpi}\n"],
                       env=self.env, check=True)

    def close_window(self, window):
        """Closes an X window as its close button would; one that went away meanwhile is fine."""
        try:
            self.xdotool("windowactivate", "--sync", window, "key", "--clearmodifiers", "alt+F4")
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            pass

    def _write(self, name, text):
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def _make_home(self):
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "XAUTHORITY"):
            self.env.pop(name, None)
        for name, folder in (("CONFIG", "config"), ("DATA", "data"), ("STATE", "state"), ("CACHE", "cache")):
            self.env[f"XDG_{name}_HOME"] = str(self.home / folder)
        runtime = self.home / "run"
        runtime.mkdir(mode=0o700)
        stage = os.environ.get("PLY_STAGE", "/usr")
        system = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share")
        self.env.update({
            "HOME": str(self.home), "XDG_RUNTIME_DIR": str(runtime), "XDG_DATA_DIRS": f"{stage}/share:{system}",
            "GSETTINGS_SCHEMA_DIR": f"{stage}/share/glib-2.0/schemas", "GSETTINGS_BACKEND": "keyfile",
            "GDK_BACKEND": "x11", "GDK_DEBUG": "no-portals", "GSK_RENDERER": "cairo", "GTK_A11Y": "atspi",
        })
        self._write("config/gtk-4.0/settings.ini", GTK_SETTINGS)
        self._write("config/gtk-4.0/gtk.css", GTK_STYLE)

    def _start(self, *command, **options):
        process = subprocess.Popen(command, env=self.env, stderr=subprocess.DEVNULL, **options)
        self._running.append(process)
        return process

    def _start_display(self):
        reader, writer = os.pipe()
        size = "{}x{}x24".format(*self.size)
        self._start("Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp", "-noreset",
                    pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        self.env["DISPLAY"] = f":{number}"

    def _start_bus(self):
        bus = self._start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE, text=True)
        address = bus.stdout.readline().strip()
        assert address, "the session bus did not start"
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address
