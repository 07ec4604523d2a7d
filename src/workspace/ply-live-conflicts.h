/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-conflict-list.h"

G_BEGIN_DECLS

/* The conflicts of a workspace, kept up to date: the check and, once somebody looks at them, the
 * lists. For ply-workspace*.c alone. */

typedef struct _PlyLiveConflicts PlyLiveConflicts;

PlyLiveConflicts *ply_live_conflicts_new (const PlySnapshot *snapshot);
/* Items may live on; they find nothing any more. */
void ply_live_conflicts_free (PlyLiveConflicts *self);
void ply_live_conflicts_update (PlyLiveConflicts *self, const PlySnapshot *after,
                                const PlyChange *changes, guint n_changes);
/* Of what ply_live_conflicts_update() has taken in. The views hear of it together with the rest. */
void ply_live_conflicts_splice (PlyLiveConflicts *self);

PlyConflicts *ply_live_conflicts_get_check (PlyLiveConflicts *self);
PlyConflictList *ply_live_conflicts_get_list (PlyLiveConflicts *self);
PlyConflictList *ply_live_conflicts_get_waived (PlyLiveConflicts *self);
PlyConflictItem *ply_live_conflicts_dup_item (PlyLiveConflicts *self, const PlyConflict *conflict);

G_END_DECLS
