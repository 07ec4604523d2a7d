/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* The Timetable view: the canvas between its header bar and a side pane, which holds the editor of
 * a session or the tray of unplaced ones.
 *
 * Actions: timetable.zoom-in, .zoom-out, .zoom-reset, .rooms-down, .day (id, "" for all),
 * .next-day, .previous-day, .snap (minutes), .open (opens the focused session's editor),
 * .close-pane, .tray, .next-conflict, .previous-conflict, .next-gap, .previous-gap. */

#define PLY_TYPE_TIMETABLE_PAGE (ply_timetable_page_get_type ())
G_DECLARE_FINAL_TYPE (PlyTimetablePage, ply_timetable_page, PLY, TIMETABLE_PAGE, AdwBin)

GtkWidget *ply_timetable_page_new (PlyWorkspace *workspace);
/* Shows where the session is. */
void ply_timetable_page_show (PlyTimetablePage *self, const char *session);
/* Opens the session's editor in the side pane. */
void ply_timetable_page_edit (PlyTimetablePage *self, const char *session);

G_END_DECLS
