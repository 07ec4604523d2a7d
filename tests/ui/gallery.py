#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screenshots of every view: four languages, wide and at 360 px, and in the dark; build/gallery/index.html shows them."""
import html
import shutil
import sys
from pathlib import Path

from app import join_bus
from desktop import Desktop
from views import LANGUAGES, PLENARY, VIEWS, Plenary, missing, open_event, sample

OUT = Path(__file__).resolve().parents[2] / "build" / "gallery"
WIDE, NARROW = (1100, 720), (360, 720)
# (name, language, size, further environment)
DARK = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}
SETTINGS = [(f"{language}-wide", language, WIDE, {}) for language in LANGUAGES]
SETTINGS += [(f"{language}-360", language, NARROW, {}) for language in LANGUAGES]
SETTINGS += [("en-wide-dark", "en", WIDE, DARK), ("en-360-dark", "en", NARROW, DARK)]


def shoot(app, setting, view):
    path = OUT / f"{setting}-{view}.png"
    app.settle()
    app.screenshot(path)
    return path.name


def start_page(desktop, setting, language, size, env):
    with Plenary(desktop, PLENARY, language=language, **env) as app:
        app.resize(*size)
        return shoot(app, setting, "start")


def views(desktop, setting, language, size, env):
    """{view: picture} of an open sample event."""
    pictures = {}
    with open_event(desktop, sample(desktop, f"{setting}.plenary"), language, **env) as app:
        app.resize(*size)
        for view in VIEWS:
            app.open_view(view)
            pictures[view] = shoot(app, setting, view)
    return pictures


def page(pictures):
    """The index: a row a view, a column a setting."""
    rows = []
    for view in next(iter(pictures.values())):
        cells = "".join(f'<td><a href="{shown[view]}"><img src="{shown[view]}" alt="{html.escape(name)} {view}"></a></td>'
                        for name, shown in pictures.items() if view in shown)
        rows.append(f"<tr>{cells}</tr>")
    head = "".join(f"<th>{html.escape(name)}</th>" for name in pictures)
    style = "img{height:360px} td,th{padding:4px;vertical-align:top;font:14px sans-serif}"
    return (f'<!doctype html><meta charset="utf-8"><title>Plenary</title><style>{style}</style>'
            f"<table><tr>{head}</tr>{''.join(rows)}</table>\n")


def main():
    if missing():
        sys.exit(f"gallery: {missing()}")
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    pictures = {}
    with Desktop() as desktop:
        join_bus(desktop)
        for name, language, size, env in SETTINGS:
            pictures[name] = {"start": start_page(desktop, name, language, size, env),
                              **views(desktop, name, language, size, env)}
    (OUT / "index.html").write_text(page(pictures), encoding="utf-8")
    print(OUT / "index.html")


main()
