/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-fields.h"

G_BEGIN_DECLS

/* All records of an event at one moment. Immutable, reference-counted, safe to read in any thread;
 * what did not change is shared with the snapshot before. Records are borrowed: they live as long
 * as the snapshot. */
typedef struct _PlySnapshot PlySnapshot;

/* One row that changed; @record is the row as it is now, NULL when it is gone. */
typedef struct
{
  PlyKind kind;
  const char *id;
  const PlyRecord *record;
} PlyChange;

/* Takes nothing: records are referenced. @records: PlyRecord of any kinds, any order. */
PlySnapshot *ply_snapshot_new (GPtrArray *records);
PlySnapshot *ply_snapshot_ref (const PlySnapshot *self);
void ply_snapshot_unref (PlySnapshot *self);
/* @self with @changes made. Tables without changes are shared. */
PlySnapshot *ply_snapshot_update (const PlySnapshot *self, const PlyChange *changes,
                                  guint n_changes);

/* Never NULL in a snapshot of a store; NULL in an empty one. */
const PlyEvent *ply_snapshot_get_event (const PlySnapshot *self);
guint ply_snapshot_get_n (const PlySnapshot *self, PlyKind kind);
/* In the order of ids: stable, meaningless. */
gconstpointer ply_snapshot_get_at (const PlySnapshot *self, PlyKind kind, guint index);
/* NULL when there is none or @id is NULL. */
gconstpointer ply_snapshot_lookup (const PlySnapshot *self, PlyKind kind, const char *id);
/* The records of @kind whose reference @field_name names @id, by rank, then id; borrowed, never
 * NULL. */
GPtrArray *ply_snapshot_get_children (const PlySnapshot *self, PlyKind kind, const char *field_name,
                                      const char *id);
/* All records of a kind as an organizer orders them: days by date, the rest by rank, then title.
 * Borrowed from the snapshot; free the array. */
GPtrArray *ply_snapshot_dup_ordered (const PlySnapshot *self, PlyKind kind);

/* The text of a translatable field in @language: the translation, or the base text when there is
 * none or @language is NULL or the base language. NULL when the base text is unset. Borrowed. */
const char *ply_snapshot_get_text (const PlySnapshot *self, gconstpointer record,
                                   const char *field_name, const char *language);
/* The translation itself; NULL when there is none. */
const PlyTranslation *ply_snapshot_get_translation (const PlySnapshot *self, gconstpointer record,
                                                    const char *field_name, const char *language);
/* The event's languages, the base language first; free with g_strfreev. */
char **ply_snapshot_dup_languages (const PlySnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlySnapshot, ply_snapshot_unref)

G_END_DECLS
