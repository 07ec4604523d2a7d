/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-fields.h"

G_BEGIN_DECLS

/* What the organizer says about conflicts. The ids of these records follow from what they are
 * about, so that two people who say something of the same case write the same row, and a merge
 * tells them. */

/* What PlyWaiver.records is for these ids, of which NULL ones do not count: sorted, each once. */
char *ply_waiver_join_records (const char *const *ids, guint n_ids);
/* @records: ids, sorted, separated by spaces; @text: NULL when the kind has none. */
char *ply_waiver_id (const char *kind, const char *records, const char *text);
/* Whether @id is one of the waiver's records. */
gboolean ply_waiver_names (const PlyWaiver *waiver, const char *id);

char *ply_conflict_setting_id (const char *kind);
/* The same for both directions. */
char *ply_walk_id (const char *building, const char *other);

G_END_DECLS
