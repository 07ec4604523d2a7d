/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-conflict-item.h"

G_BEGIN_DECLS

/* Conflicts as a GListModel of PlyConflictItem in the order of the check. A conflict that is found
 * again keeps its object and, when the order allows, its place. */

#define PLY_TYPE_CONFLICT_LIST (ply_conflict_list_get_type ())
G_DECLARE_FINAL_TYPE (PlyConflictList, ply_conflict_list, PLY, CONFLICT_LIST, GObject)

PlyConflictList *ply_conflict_list_new (PlyConflictSource *source);
/* Makes the list hold just @conflicts (PlyConflict): one "items-changed" for each run that goes and
 * each that comes, one of each where there are many. */
void ply_conflict_list_set (PlyConflictList *self, GPtrArray *conflicts);

G_END_DECLS
