/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-item.h"

G_BEGIN_DECLS

/* The items of one kind in the organizer's order, as a GListModel that is spliced, never rebuilt.
 */

#define PLY_TYPE_ITEM_LIST (ply_item_list_get_type ())
G_DECLARE_FINAL_TYPE (PlyItemList, ply_item_list, PLY, ITEM_LIST, GObject)

PlyItemList *ply_item_list_new (void);
/* Takes out @removed, puts in @added and moves those of @touched whose place is another now; arrays
 * of PlyItem. One "items-changed" for each where few changed, one for all where many did. */
void ply_item_list_splice (PlyItemList *self, const PlySnapshot *snapshot, GPtrArray *removed,
                           GPtrArray *added, GPtrArray *touched);

G_END_DECLS
