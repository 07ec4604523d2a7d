/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* The mark at a record that conflicts name: the icon of the worst of them, and how many there are.
 * Drawn, not a widget: lists have hundreds of cells, most of them out of sight. */

typedef struct
{
  guint n; /* 0: no mark */
  PlySeverity worst;
} PlyConflictMark;

/* Of a session, its talks' conflicts too. */
PlyConflictMark ply_conflict_mark_of (PlyWorkspace *workspace, PlyKind kind, const char *id);
/* Of a mark drawn in the font of @widget; 0 when there is none. */
int ply_conflict_mark_measure (const PlyConflictMark *mark, GtkWidget *widget);
/* In a box as wide as measured and of this height, its corner at the snapshot's origin. */
void ply_conflict_mark_snapshot (const PlyConflictMark *mark, GtkWidget *widget,
                                 GtkSnapshot *snapshot, int height);
/* The sentences, a line each; NULL when there are none. Owned by the caller. */
char *ply_conflict_mark_dup_tooltip (PlyWorkspace *workspace, PlyKind kind, const char *id);

G_END_DECLS
