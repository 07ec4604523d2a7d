/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* The records of one kind as a table that can be searched, sorted and selected from. Shows as many
 * columns as fit, and one of two lines where only one does.
 *
 * Signals: "selection-changed": other records are selected (also when they went away); "activated":
 * the reader wants to edit the selected one; "counted": another number of rows is shown. */

#define PLY_TYPE_RECORD_LIST (ply_record_list_get_type ())
G_DECLARE_FINAL_TYPE (PlyRecordList, ply_record_list, PLY, RECORD_LIST, AdwBin)

GtkWidget *ply_record_list_new (PlyWorkspace *workspace, PlyKind kind);
/* Folded and split into words; "" shows everything. */
void ply_record_list_set_search (PlyRecordList *self, const char *text);
guint ply_record_list_get_n_shown (PlyRecordList *self);
/* Ids of the selected records in the order shown; NULL-terminated. */
char **ply_record_list_dup_selected (PlyRecordList *self);
/* Selects this record alone and scrolls to it; FALSE when it is not shown. NULL selects nothing. */
gboolean ply_record_list_select (PlyRecordList *self, const char *id);
/* Back to the organizer's order. */
void ply_record_list_unsort (PlyRecordList *self);
/* Where rows are opened by one click instead of being selected by it. */
void ply_record_list_set_click_opens (PlyRecordList *self, gboolean click_opens);

G_END_DECLS
