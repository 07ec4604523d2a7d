#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every view of an open event, in every language of the interface: it fits 360 px, and every control has a name."""
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import tap  # noqa: E402
from app import join_bus  # noqa: E402
from desktop import Desktop, until  # noqa: E402
from node import unnamed  # noqa: E402
from views import LANGUAGES, VIEWS, missing, open_event, sample, too_wide  # noqa: E402

desktop = None
WIDE, NARROW = (1100, 740), (360, 640)


def check_language(language):
    """All views at both widths. The first complaint of each view is kept, so that one run shows them all."""
    complaints = []
    with open_event(desktop, sample(desktop, f"views-{language}.plenary"), language) as app:
        for size in (WIDE, NARROW):
            app.resize(*size)
            for view in VIEWS:
                seen = app.open_view(view)
                width = app.geometry()[2]
                if width != size[0]:
                    complaints.append(f"{view} needs {width} px of {size[0]}")
                complaints += [f"{view} at {size[0]} px: beyond the edge: {node!r}" for node in too_wide(seen, width)[:3]]
                complaints += [f"{view} at {size[0]} px: no name: {node!r}" for node in unnamed(seen)[:3]]
    assert not complaints, "\n".join(complaints)


def test_views_are_all_known():
    """A view that is new in the sidebar has to be added to VIEWS, or nothing of it is tested."""
    with open_event(desktop, sample(desktop, "views.plenary")) as app:
        app.resize(*WIDE)
        rows = until(lambda: app.window.find("list", "Views").all("list item"), "views")
        assert len(rows) == len(VIEWS), rows


def test_views_in_english():
    check_language("en")


def test_views_in_german():
    check_language("de")


def test_views_in_kazakh():
    check_language("kk")


def test_views_in_russian():
    check_language("ru")


if __name__ == "__main__":
    if missing():
        tap.skip_all(missing())
    with Desktop() as desktop:
        join_bus(desktop)
        tap.main(globals())
