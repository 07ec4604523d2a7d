# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window with one of each: what the harness is tested on."""
import sys

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("Adw", "1")
from gi.repository import Adw, Gtk  # noqa: E402


def rows(said):
    """The list of rows; what they hear of, they write into `said`."""
    box = Gtk.ListBox()
    box.add_css_class("boxed-list")
    action = Adw.ActionRow(title="Action row", activatable=True)
    action.connect("activated", lambda *_: said.set_label("Row activated"))
    switch = Adw.SwitchRow(title="Switch row")
    switch.connect("notify::active", lambda row, _: said.set_label(f"Switched {row.get_active()}"))
    for row in (Adw.EntryRow(title="Entry row"), action, switch):
        box.append(row)
    return box


def activate(app):
    said = Gtk.Label(label="Nothing yet")
    box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=6)
    press = Gtk.Button(label="Press")
    press.connect("clicked", lambda *_: said.set_label("Pressed"))
    close = Gtk.Button(label="Later")
    close.connect("clicked", lambda *_: press.set_label("Pressed before"))
    field = Gtk.Entry()
    field.update_property([Gtk.AccessibleProperty.LABEL], ["Field"])
    unnamed = Gtk.Button(icon_name="list-add-symbolic")
    wide = Gtk.Label(label="Wide", width_request=int(sys.argv[1]) if len(sys.argv) > 1 else -1)
    for child in (press, close, field, unnamed, rows(said), said, wide):
        box.append(child)
    view = Adw.ToolbarView(content=box)
    view.add_top_bar(Adw.HeaderBar())
    Adw.ApplicationWindow(application=app, title="Probe", content=view, default_width=600, default_height=500).present()


program = Adw.Application(application_id="io.github.plenary_app.Probe")
program.connect("activate", activate)
sys.exit(program.run([]))
