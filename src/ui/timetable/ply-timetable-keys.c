/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-commands-private.h"

/* The keys of the timetable, listed for people in ply-accels.c. They work where the focus is on the
 * canvas or in it, so that an editor beside it keeps its own. */

typedef struct
{
  const char *trigger;
  const char *action;
  const char *target; /* text; NULL: none */
} Key;

static const Key canvas_keys[] = {
  { "Up|KP_Up", "timetable.focus", "up" },
  { "Down|KP_Down", "timetable.focus", "down" },
  { "Left|KP_Left", "timetable.focus", "left" },
  { "Right|KP_Right", "timetable.focus", "right" },
  { "<Control>Up", "timetable.walk", "up" },
  { "<Control>Down", "timetable.walk", "down" },
  { "<Control>Left", "timetable.walk", "left" },
  { "<Control>Right", "timetable.walk", "right" },
  { "<Shift>Up", "timetable.extend", "up" },
  { "<Shift>Down", "timetable.extend", "down" },
  { "<Shift>Left", "timetable.extend", "left" },
  { "<Shift>Right", "timetable.extend", "right" },
  { "<Alt>Up", "timetable.move", "up" },
  { "<Alt>Down", "timetable.move", "down" },
  { "<Alt>Left", "timetable.move", "left" },
  { "<Alt>Right", "timetable.move", "right" },
  { "<Control><Alt>Up", "timetable.ripple", "up" },
  { "<Control><Alt>Down", "timetable.ripple", "down" },
  { "<Control><Alt>Left", "timetable.ripple", "left" },
  { "<Control><Alt>Right", "timetable.ripple", "right" },
  { "<Shift><Alt>Up", "timetable.resize", "up" },
  { "<Shift><Alt>Down", "timetable.resize", "down" },
  { "<Shift><Alt>Left", "timetable.resize", "left" },
  { "<Shift><Alt>Right", "timetable.resize", "right" },
  { "<Control><Shift><Alt>Up", "timetable.resize-ripple", "up" },
  { "<Control><Shift><Alt>Down", "timetable.resize-ripple", "down" },
  { "<Control><Shift><Alt>Left", "timetable.resize-ripple", "left" },
  { "<Control><Shift><Alt>Right", "timetable.resize-ripple", "right" },
  { "<Alt>Page_Up", "timetable.move-day", "previous" },
  { "<Alt>Page_Down", "timetable.move-day", "next" },
  { "<Control>space", "timetable.toggle" },
  { "<Control>a", "timetable.select-all" },
  { "Escape", "timetable.clear" },
  { "Return|KP_Enter", "timetable.edit" },
  { "F2", "timetable.enter-talks" },
  { "<Control>t", "timetable.pin" },
  { "Delete|KP_Delete", "timetable.unplace" },
  { "<Control>d", "timetable.duplicate" },
  { "<Control>x", "timetable.cut" },
  { "<Control>c", "timetable.copy" },
  { "<Control>v", "timetable.paste" },
  { "<Control><Shift>n", "timetable.new-session" },
  { "<Shift>F10|Menu", "timetable.menu" },
};

static const Key tray_keys[] = {
  { "<Control>Return|<Control>KP_Enter", "timetable.place" },
};

static GtkShortcut *
shortcut_new (const Key *key)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key->trigger),
                                            gtk_named_action_new (key->action));

  if (key->target != NULL)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (key->target));
  return shortcut;
}

static void
add_keys (GtkWidget *widget, const Key *keys, guint n_keys)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < n_keys; i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          shortcut_new (&keys[i]));
  gtk_widget_add_controller (widget, controller);
}

void
ply_timetable_commands_add_keys (PlyTimetableCommands *self)
{
  add_keys (GTK_WIDGET (self->canvas), canvas_keys, G_N_ELEMENTS (canvas_keys));
  add_keys (GTK_WIDGET (self->tray), tray_keys, G_N_ELEMENTS (tray_keys));
}
