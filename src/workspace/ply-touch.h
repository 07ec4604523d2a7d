/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-snapshot.h"

G_BEGIN_DECLS

/* The records whose rows in a list show something of what changed, although they did not change
 * themselves: sessions of a renamed room, a person whose affiliation is new. @before and @after are
 * the snapshots around @changes. Array of PlyRecord borrowed from @after; free the array. */
GPtrArray *ply_touched_records (const PlySnapshot *before, const PlySnapshot *after,
                                const PlyChange *changes, guint n_changes);

G_END_DECLS
