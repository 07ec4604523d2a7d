/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-snapshot.h"

G_BEGIN_DECLS

/* The records of one kind, for ply-snapshot.c alone: immutable and shared between snapshots.
 * Indexes over references are made when first asked for, under a lock. */
typedef struct _PlyRecordTable PlyRecordTable;

/* References the records of @records that are of @kind. */
PlyRecordTable *ply_record_table_new (PlyKind kind, GPtrArray *records);
PlyRecordTable *ply_record_table_ref (PlyRecordTable *self);
void ply_record_table_unref (PlyRecordTable *self);
/* Looks at those of @changes that are of the table's kind; @self itself (referenced) when there are
 * none. */
PlyRecordTable *ply_record_table_update (PlyRecordTable *self, const PlyChange *changes,
                                         guint n_changes);

guint ply_record_table_get_n (const PlyRecordTable *self);
const PlyRecord *ply_record_table_get_at (const PlyRecordTable *self, guint index);
const PlyRecord *ply_record_table_lookup (const PlyRecordTable *self, const char *id);
/* Borrowed, never NULL. */
GPtrArray *ply_record_table_get_children (PlyRecordTable *self, const PlyField *field,
                                          const char *id);

G_END_DECLS
