/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "ply-conflicts.h"

G_BEGIN_DECLS

/* One conflict as lists hold it: an object that stays the same while the conflict stands, however
 * often it is found anew. It is known by its kind, its records and, for a conflict about a language
 * or a country, by that (ply_conflict_get_text()). Made by the workspace alone; main thread only.
 */

#define PLY_TYPE_CONFLICT_ITEM (ply_conflict_item_get_type ())
G_DECLARE_FINAL_TYPE (PlyConflictItem, ply_conflict_item, PLY, CONFLICT_ITEM, GObject)

PlyConflictKind ply_conflict_item_get_kind (PlyConflictItem *self);
PlySeverity ply_conflict_item_get_severity (PlyConflictItem *self);
/* As PlyConflict has them; they stay as long as the item does. */
const PlyConflictRecord *ply_conflict_item_get_records (PlyConflictItem *self, guint *n_records);
/* A language or a country; NULL for most. */
const char *ply_conflict_item_get_text (PlyConflictItem *self);
/* The sentence as it is now, in the interface language. Made when asked for, kept until the next
 * change; the last one when the conflict is gone. Borrowed. */
const char *ply_conflict_item_get_message (PlyConflictItem *self);
/* The sentence and the kind, folded (ply_search_fold()); as long as the sentence. */
const char *ply_conflict_item_get_search_key (PlyConflictItem *self);
/* The conflict as the check holds it, waived ones too: borrowed until the next change; NULL when it
 * does not stand any more. */
const PlyConflict *ply_conflict_item_get_conflict (PlyConflictItem *self);
/* Whether both are about the same. */
gboolean ply_conflict_item_is (PlyConflictItem *self, const PlyConflict *conflict);
/* Its place in the workspace's list: by severity, day, time, kind. For sorting alone. */
guint ply_conflict_item_get_order (PlyConflictItem *self);

/* For the workspace. */

/* What the items of a workspace ask. Counted references; @conflicts is NULL when the workspace is
 * gone. */
typedef struct
{
  PlyConflicts *conflicts;
  guint generation; /* one more with every change */
} PlyConflictSource;

PlyConflictItem *ply_conflict_item_new (PlyConflictSource *source, const PlyConflict *conflict);
/* Found again: it may be of another severity now. */
void ply_conflict_item_renew (PlyConflictItem *self, const PlyConflict *conflict);
void ply_conflict_item_set_order (PlyConflictItem *self, guint order);

G_END_DECLS
