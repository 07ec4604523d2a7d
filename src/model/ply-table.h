/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-snapshot.h"

G_BEGIN_DECLS

/* The records of one kind, for ply-snapshot.c alone: immutable and shared between snapshots.
 * Indexes over references are made when first asked for, under a lock. */
typedef struct _PlyTable PlyTable;

/* References the records of @records that are of @kind. */
PlyTable *ply_table_new (PlyKind kind, GPtrArray *records);
PlyTable *ply_table_ref (PlyTable *self);
void ply_table_unref (PlyTable *self);
/* Looks at those of @changes that are of the table's kind; @self itself (referenced) when there are
 * none. */
PlyTable *ply_table_update (PlyTable *self, const PlyChange *changes, guint n_changes);

guint ply_table_get_n (const PlyTable *self);
const PlyRecord *ply_table_get_at (const PlyTable *self, guint index);
const PlyRecord *ply_table_lookup (const PlyTable *self, const char *id);
/* Borrowed, never NULL. */
GPtrArray *ply_table_get_children (PlyTable *self, const PlyField *field, const char *id);

G_END_DECLS
