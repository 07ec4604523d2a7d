/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-snapshot.h"

G_BEGIN_DECLS

/* Everything a record should be found by, folded and separated by line ends: its texts in all
 * languages, the people, institutions, talks, rooms beside it. Owned by the caller. */
char *ply_search_key_of (const PlySnapshot *snapshot, gconstpointer record);

G_END_DECLS
