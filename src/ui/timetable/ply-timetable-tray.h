/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* The sessions that are not on the timetable yet, to be found, filtered and placed. Placing itself
 * is the page's: the action "timetable.place".
 *
 * Signals: "selection-changed"; "activated" (id): the session is to be opened. */

#define PLY_TYPE_TIMETABLE_TRAY (ply_timetable_tray_get_type ())
G_DECLARE_FINAL_TYPE (PlyTimetableTray, ply_timetable_tray, PLY, TIMETABLE_TRAY, AdwBin)

GtkWidget *ply_timetable_tray_new (PlyWorkspace *workspace);
/* Ids of the selected sessions in the order shown; NULL-terminated. */
char **ply_timetable_tray_dup_selected (PlyTimetableTray *self);
/* The session whose row is at a point of the tray; NULL beside them. Borrowed. */
const char *ply_timetable_tray_get_at (PlyTimetableTray *self, double x, double y);
/* Shows that what is dragged would come into the tray here. */
void ply_timetable_tray_set_receiving (PlyTimetableTray *self, gboolean receiving);

G_END_DECLS
