/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-snapshot.h"

G_BEGIN_DECLS

/* What an event still lacks, counted. */

/* Sessions without a day, a time, or a room; cancelled ones do not count. */
guint ply_missing_places (const PlySnapshot *snapshot);
/* Texts that an audience reads, of records that are printed: how many have no translation into
 * @language, and how many have one that is older than the original. */
void ply_missing_translations (const PlySnapshot *snapshot, const char *language, guint *missing,
                               guint *outdated);

G_END_DECLS
