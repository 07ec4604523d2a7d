/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-record-columns.h"
#include "ply-workspace.h"

G_BEGIN_DECLS

/* Sorts PlyItems by a column: texts by the rules of the event's base language. What a row is
 * compared by is made once and kept until ply_record_sorter_update(), so that rows do not jump
 * while somebody types into one of them. */

#define PLY_TYPE_RECORD_SORTER (ply_record_sorter_get_type ())
G_DECLARE_FINAL_TYPE (PlyRecordSorter, ply_record_sorter, PLY, RECORD_SORTER, GtkSorter)

PlyRecordSorter *ply_record_sorter_new (PlyWorkspace *workspace, const PlyColumn *column);
/* Looks at the records anew. */
void ply_record_sorter_update (PlyRecordSorter *self);

G_END_DECLS
