/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* A session in the tray: its track's color, title, length, people, track. Follows its changes. */

#define PLY_TYPE_TRAY_ROW (ply_tray_row_get_type ())
G_DECLARE_FINAL_TYPE (PlyTrayRow, ply_tray_row, PLY, TRAY_ROW, GtkWidget)

GtkWidget *ply_tray_row_new (PlyWorkspace *workspace);
/* NULL lets go of the session. */
void ply_tray_row_set_item (PlyTrayRow *self, PlyItem *item);
PlyItem *ply_tray_row_get_item (PlyTrayRow *self);

/* What it shows: the title, and "30 min · Dr. Muhammad Usman · Energy". Borrowed until it changes.
 */
const char *ply_tray_row_get_title (PlyTrayRow *self);
const char *ply_tray_row_get_summary (PlyTrayRow *self);

G_END_DECLS
