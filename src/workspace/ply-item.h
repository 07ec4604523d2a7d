/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-snapshot.h"

G_BEGIN_DECLS

/* One record as list views hold it: an object that stays the same while the record behind it
 * changes. Two signals: notify::record when the record itself changed, and "changed" also when
 * something that its row shows did (a speaker's name, the room). Made by the workspace alone; main
 * thread only. */

#define PLY_TYPE_ITEM (ply_item_get_type ())
G_DECLARE_FINAL_TYPE (PlyItem, ply_item, PLY, ITEM, GObject)

PlyKind ply_item_get_kind (PlyItem *self);
const char *ply_item_get_id (PlyItem *self);
/* The record as it is now (or was, when it has been deleted); borrowed until the next change. */
gconstpointer ply_item_get_record (PlyItem *self);
/* All that searching should find this record by, folded (ply_search_fold): its texts in every
 * language, the people and institutions beside it. Cached; borrowed until the next change. */
const char *ply_item_get_search_key (PlyItem *self);

/* For the workspace: the item of @record in @snapshot, and what became of it. */
PlyItem *ply_item_new (const PlySnapshot *snapshot, gconstpointer record);
void ply_item_update (PlyItem *self, const PlySnapshot *snapshot, gconstpointer record);
/* Something beside the record changed. */
void ply_item_touch (PlyItem *self, const PlySnapshot *snapshot);

G_END_DECLS
