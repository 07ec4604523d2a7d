# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility tree as a test sees it: what is shown, by role and name, and what can be done to it."""
import collections
import itertools
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from desktop import PATIENCE, until  # noqa: E402

# Its replacement collides with the accessible's own get_name () in Python.
warnings.filterwarnings("ignore", message="Atspi.Action.get_action_name is deprecated")

# What a user acts on, and so has to be called something.
CONTROLS = {
    "button", "push button", "toggle button", "check box", "radio button", "switch", "combo box", "entry", "text",
    "password text", "spin button", "slider", "link", "menu item", "check menu item", "radio menu item", "menu button",
    "page tab", "list item", "table row", "tree item", "icon",
}
# These are named by what stands in them.
ITEMS = {"list item", "table row", "tree item"}

# One thing as a glance shows it.
Look = collections.namedtuple("Look", "depth role name extents focusable")


class Node:
    """One accessible object. Every call asks the program anew; a node that went away has no role."""

    def __init__(self, accessible, app):
        self.accessible = accessible
        self.app = app

    def __repr__(self):
        return f"<{self.role} {self.name!r} {self.extents}>"

    def _ask(self, question, otherwise):
        try:
            self.accessible.clear_cache_single()
            return question(self.accessible)
        except GLib.Error:   # gone meanwhile
            return otherwise

    @property
    def role(self):
        return self._ask(lambda it: it.get_role_name(), "")

    @property
    def name(self):
        return self._ask(lambda it: it.get_name(), "") or ""

    @property
    def extents(self):
        """(x, y, width, height) in pixels from the corner of its window."""
        def ask(it):
            box = it.get_component_iface()
            box = box and box.get_extents(Atspi.CoordType.WINDOW)
            return box and (box.x, box.y, box.width, box.height)
        return self._ask(ask, None)

    @property
    def children(self):
        def ask(it):
            found = [it.get_child_at_index(index) for index in range(it.get_child_count())]
            return [Node(child, self.app) for child in found if child]
        return self._ask(ask, [])

    def has(self, state):
        """Whether a state holds: "showing", "focused", "sensitive", "checked", "selected" …"""
        wanted = getattr(Atspi.StateType, state.upper())
        return self._ask(lambda it: it.get_state_set().contains(wanted), False)

    def walk(self):
        """This node and all below it that are shown, parents first."""
        yield self
        for child in self.children:
            if child.has("showing"):
                yield from child.walk()

    def all(self, role=None, name=None, where=None):
        """Every shown node below with this role and name (a text, or a compiled pattern to search for)."""
        def fits(node):
            return ((role is None or node.role == role)
                    and (name is None or (name.search(node.name) is not None if hasattr(name, "search") else node.name == name))
                    and (where is None or where(node)))
        return [node for node in self.walk() if node is not self and fits(node)]

    def find(self, role=None, name=None, where=None, patience=PATIENCE):
        """The first of all (), waited for."""
        def look():
            self.app.check_alive()
            return next(iter(self.all(role, name, where)), None)
        return until(look, f"{role or 'node'} {name if name is not None else ''!r} in {self!r}", patience)

    def gone(self, role=None, name=None, where=None):
        """Waits until nothing fits."""
        until(lambda: not self.all(role, name, where), f"end of {role} {name!r}")

    @property
    def text(self):
        """What stands in a text field or label."""
        def ask(it):
            text = it.get_text_iface()
            return Atspi.Text.get_text(text, 0, text.get_character_count()) if text else ""
        return self._ask(ask, "")

    def set_text(self, words):
        """Replaces an editable text, letters of any script, as an input method would."""
        field = self._field()
        assert field.accessible.get_editable_text_iface().set_text_contents(words), f"{self!r} is not editable"
        until(lambda: field.text == words, f"{words!r} in {self!r}")

    def _field(self):
        """The innermost editable: a row that holds a field answers for it."""
        fields = [node for node in self.walk() if node.accessible.get_editable_text_iface()]
        assert fields, f"nothing to write into in {self!r}"
        return fields[-1]

    def activate(self):
        """Its own action, as a screen reader or the keyboard triggers it; else the pointer."""
        action = self.accessible.get_action_iface()
        names = [Atspi.Action.get_action_name(action, index) for index in range(action.get_n_actions())] if action else []
        for wanted in ("click", "toggle", "activate"):
            if wanted in names:
                action.do_action(names.index(wanted))
                return
        self.click()

    def click(self, button=1, times=1):
        """A real pointer on its middle."""
        x, y, width, height = until(lambda: self.extents, f"extents of {self!r}")
        self.app.click_at(x + width // 2, y + height // 2, button, times)

    def focus(self):
        """Gives it the keyboard by a click and waits until it, or what it holds, has it."""
        self.click()
        until(lambda: any(node.has("focused") for node in self.walk()), f"focus on {self!r}")

    def look(self):
        """What is shown at and below this node, at one glance: a list of Look, parents first."""
        try:
            self.accessible.clear_cache()
            return list(_look(self.accessible, 0))
        except GLib.Error:   # changing just now
            return None

    def unnamed_controls(self):
        """The shown controls without an accessible name."""
        return unnamed(until(self.look, "glance"))


def unnamed(seen):
    """Those of a glance that can be acted on and have no name. A list's item may be named by what it holds."""
    def is_unnamed(place):
        look = seen[place]
        if look.role not in CONTROLS or look.name.strip() or not look.focusable:
            return False
        inside = itertools.takewhile(lambda other: other.depth > look.depth, seen[place + 1:])
        return look.role not in ITEMS or not any(other.name.strip() for other in inside)
    return [seen[place] for place in range(len(seen)) if is_unnamed(place)]


def _look(accessible, depth):
    component = accessible.get_component_iface()
    box = component and component.get_extents(Atspi.CoordType.WINDOW)
    states = accessible.get_state_set()
    yield Look(depth, accessible.get_role_name(), accessible.get_name() or "",
               box and (box.x, box.y, box.width, box.height), states.contains(Atspi.StateType.FOCUSABLE))
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from _look(child, depth + 1)
