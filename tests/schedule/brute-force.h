/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-conflicts.h"

G_BEGIN_DECLS

/* What the conflict check should find, worked out the slow and plain way from what its README says:
 * each with each, minute by minute, nothing kept. For comparing, in small events. */

/* All kinds but duplicate-person and missing-translation, which compare texts. */
gboolean brute_force_knows (PlyConflictKind kind);
/* "error room-overlap hall s1 s2\n": a line for each conflict that is not waived, with its ids in
 * their order as texts, and the language or country; the lines sorted. */
char *brute_force_describe (const PlySnapshot *snapshot);
/* The same of what the check has found, as far as brute force knows it. */
char *brute_force_describe_found (PlyConflicts *conflicts);

G_END_DECLS
