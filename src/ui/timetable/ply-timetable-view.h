/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* How the timetable is looked at, without a widget: what is shown, what is selected, which session
 * has the focus. Canvas, tray and commands all follow this one object; it follows the workspace:
 * what is deleted is neither selected nor focused any longer.
 *
 * Properties, with notify: "day" (id; NULL: all days side by side), "rooms-down" (FALSE: rooms are
 * columns and time runs down), "zoom" (1: normal), "snap" (minutes), "focus" (id of a session,
 * NULL: none), "talk" (id of a talk of the focused session, NULL: the session itself).
 * Signals:
 *   "shown-changed": other days, rooms or another form are shown.
 *   "selection-changed": the set of selected sessions is another.
 *   "reveal" (const char *session): the session should be scrolled to and get the keyboard focus.
 */

#define PLY_TYPE_TIMETABLE_VIEW (ply_timetable_view_get_type ())
G_DECLARE_FINAL_TYPE (PlyTimetableView, ply_timetable_view, PLY, TIMETABLE_VIEW, GObject)

#define PLY_TIMETABLE_MIN_ZOOM 0.25
#define PLY_TIMETABLE_MAX_ZOOM 8.0

PlyTimetableView *ply_timetable_view_new (PlyWorkspace *workspace);
PlyWorkspace *ply_timetable_view_get_workspace (PlyTimetableView *self);
/* The workspace's; borrowed until the next change. */
PlySnapshot *ply_timetable_view_get_snapshot (PlyTimetableView *self);

/* What is shown */
const char *ply_timetable_view_get_day (PlyTimetableView *self);
void ply_timetable_view_set_day (PlyTimetableView *self, const char *day);
/* The shown days' ids in their order: one, or all. */
char **ply_timetable_view_dup_days (PlyTimetableView *self);
gboolean ply_timetable_view_is_room_shown (PlyTimetableView *self, const char *room);
void ply_timetable_view_set_room_shown (PlyTimetableView *self, const char *room, gboolean shown);
void ply_timetable_view_show_all_rooms (PlyTimetableView *self);
/* The shown rooms' ids in the organizer's order; NULL: all. */
char **ply_timetable_view_dup_rooms (PlyTimetableView *self);
gboolean ply_timetable_view_get_rooms_down (PlyTimetableView *self);
void ply_timetable_view_set_rooms_down (PlyTimetableView *self, gboolean rooms_down);
double ply_timetable_view_get_zoom (PlyTimetableView *self);
void ply_timetable_view_set_zoom (PlyTimetableView *self, double zoom);
gint64 ply_timetable_view_get_snap (PlyTimetableView *self);
void ply_timetable_view_set_snap (PlyTimetableView *self, gint64 minutes);

/* The selection */
gboolean ply_timetable_view_is_selected (PlyTimetableView *self, const char *session);
guint ply_timetable_view_get_n_selected (PlyTimetableView *self);
/* In programme order (day, start, room), the unplaced last; NULL-terminated, never NULL. */
char **ply_timetable_view_dup_selected (PlyTimetableView *self);
/* @sessions: NULL-terminated; NULL: none. */
void ply_timetable_view_set_selected (PlyTimetableView *self, const char *const *sessions);
/* Selects the one session and nothing else, and focuses it. NULL: selects nothing. */
void ply_timetable_view_select (PlyTimetableView *self, const char *session);
/* Ctrl+click: in or out, the rest stays; focuses it. */
void ply_timetable_view_toggle (PlyTimetableView *self, const char *session);

/* The focus */
const char *ply_timetable_view_get_focus (PlyTimetableView *self);
void ply_timetable_view_set_focus (PlyTimetableView *self, const char *session);
const char *ply_timetable_view_get_talk (PlyTimetableView *self);
void ply_timetable_view_set_talk (PlyTimetableView *self, const char *talk);
/* Shows the session's day and room, selects and focuses it and asks the canvas to scroll there.
 * Does no more than select when it is not placed. */
void ply_timetable_view_show (PlyTimetableView *self, const char *session);

G_END_DECLS
