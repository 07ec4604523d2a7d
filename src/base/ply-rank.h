/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ranks are short texts whose byte order is the order of the records: a record is moved by giving
 * it a rank between its new neighbours, so that a reorder touches one row and merges with other
 * edits. */

/* A rank between @before and @after (either may be NULL or empty: no bound; before < after). */
char *ply_rank_between (const char *before, const char *after);

/* The rank of the @index-th of @count records made together, evenly spread. */
char *ply_rank_spread (guint index, guint count);

G_END_DECLS
