/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-record-columns.h"
#include "ply-row.h"
#include "ply-workspace.h"

G_BEGIN_DECLS

/* What one column shows of a row's record; follows the row's changes. */

#define PLY_TYPE_RECORD_CELL (ply_record_cell_get_type ())
G_DECLARE_FINAL_TYPE (PlyRecordCell, ply_record_cell, PLY, RECORD_CELL, GtkWidget)

/* @two_lines: with the summary of the record below. */
GtkWidget *ply_record_cell_new (PlyWorkspace *workspace, const PlyColumn *column,
                                gboolean two_lines);
/* NULL lets go of the record. */
void ply_record_cell_set_row (PlyRecordCell *self, PlyRow *row);

G_END_DECLS
