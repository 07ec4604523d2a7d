/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* One conflict: how serious, the sentence with links, when, and what can be done about it. Follows
 * the workspace. Property, with notify: "description", what it says, as plain text. */

#define PLY_TYPE_CONFLICT_ROW (ply_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (PlyConflictRow, ply_conflict_row, PLY, CONFLICT_ROW, AdwBin)

GtkWidget *ply_conflict_row_new (PlyWorkspace *workspace);
/* NULL lets go of it. */
void ply_conflict_row_set_item (PlyConflictRow *self, PlyConflictItem *item);
PlyConflictItem *ply_conflict_row_get_item (PlyConflictRow *self);
/* The buttons stand below the words instead of beside them. */
void ply_conflict_row_set_narrow (PlyConflictRow *self, gboolean narrow);

G_END_DECLS
