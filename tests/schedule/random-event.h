/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-conflicts.h"

G_BEGIN_DECLS

/* An event of some forty sessions in which much clashes, and random edits of it, as lines for
 * little_event_edit(). The same from the same seed on. */
PlySnapshot *random_event_new (guint32 seed);
/* One line, or at times several, which may name what is not there; at times one waives one of
 * @conflicts. */
char *random_event_edits (PlyConflicts *conflicts);
/* @snapshot after one line; taking away what is not there is nothing. Takes @snapshot. */
PlySnapshot *random_event_apply (PlySnapshot *snapshot, const char *line, GArray *changes);
/* From 0 to @n - 1. */
guint random_roll (guint n);

G_END_DECLS
