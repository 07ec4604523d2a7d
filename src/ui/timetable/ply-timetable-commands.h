/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-timetable-canvas.h"
#include "ply-timetable-tray.h"

G_BEGIN_DECLS

/* What can be done to the timetable: the actions "timetable." that change it or walk in it, with
 * their keys and menus. Each change is one plan of ply-arrange.h, run as one command; afterwards it
 * is said where things are now. What they act on is the selection when the focused session is in
 * it, else the focused session.
 *
 * Actions: .focus, .walk (focus only), .extend, .move, .ripple, .resize, .resize-ripple ("up",
 * "down", "left", "right"); .move-day ("previous", "next"); .toggle, .select-all, .clear, .place,
 * .unplace, .duplicate, .cut, .copy, .paste, .swap, .new-session, .delete, .copy-frame, .edit,
 * .enter-talks, .pin, .menu. */

#define PLY_TYPE_TIMETABLE_COMMANDS (ply_timetable_commands_get_type ())
G_DECLARE_FINAL_TYPE (PlyTimetableCommands, ply_timetable_commands, PLY, TIMETABLE_COMMANDS,
                      GObject)

/* Puts the actions into @page, the keys onto @canvas and @tray, which must be in it and live as
 * long as the commands. */
PlyTimetableCommands *ply_timetable_commands_new (GtkWidget *page, PlyTimetableView *view,
                                                  PlyTimetableCanvas *canvas,
                                                  PlyTimetableTray *tray);

/* Runs @plan (takes it; NULL does nothing) as a command; tells what went wrong. */
gboolean ply_timetable_commands_run (PlyTimetableCommands *self, PlyPlan *plan,
                                     const char *coalesce_key);
/* Says where the session, or how long it is, or how the talk lies now. */
void ply_timetable_commands_tell_place (PlyTimetableCommands *self, const char *session);
void ply_timetable_commands_tell_length (PlyTimetableCommands *self, const char *session);
void ply_timetable_commands_tell_talk (PlyTimetableCommands *self, const char *talk);
/* Ids of what commands act on, NULL-terminated. */
char **ply_timetable_commands_dup_targets (PlyTimetableCommands *self);
/* The empty place to which the next new, pasted or placed session goes; NULL: none. Copied. */
void ply_timetable_commands_set_place (PlyTimetableCommands *self, const PlyPlace *place);
/* Opens the menu of a session (NULL: of an empty place) at a point of the canvas. */
void ply_timetable_commands_show_menu (PlyTimetableCommands *self, const char *session, double x,
                                       double y);

G_END_DECLS
