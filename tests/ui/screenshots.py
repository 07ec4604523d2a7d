#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures that README.md shows, kept small: data/screenshots."""
import subprocess
import sys
from pathlib import Path

from app import join_bus
from desktop import Desktop
from views import missing, open_event, sample

OUT = Path(__file__).resolve().parents[2] / "data" / "screenshots"
# (file, language, view, size, further environment)
PICTURES = [
    ("timetable", "en", "timetable", (1000, 640), {}),
    ("sessions", "ru", "sessions", (1000, 640), {}),
    ("programme", "kk", "programme", (1000, 640), {}),
    ("conflicts", "de", "conflicts", (1000, 640), {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}),
    ("narrow", "ru", "timetable", (360, 640), {}),
]


def take(desktop, name, language, view, size, env):
    path = OUT / f"{name}.png"
    with open_event(desktop, sample(desktop, f"{name}.plenary"), language, **env) as app:
        app.resize(*size)
        app.open_view(view)
        app.settle()
        app.screenshot(path)
    subprocess.run(["mogrify", "-strip", "+dither", "-colors", "128", "-define", "png:compression-level=9", str(path)], check=True)
    print(path)


def main():
    if missing():
        sys.exit(f"screenshots: {missing()}")
    OUT.mkdir(parents=True, exist_ok=True)
    with Desktop() as desktop:
        join_bus(desktop)
        for picture in PICTURES:
            take(desktop, *picture)


main()
