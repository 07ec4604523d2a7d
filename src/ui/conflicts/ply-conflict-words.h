/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* How conflicts are shown: icons, counts, sentences with links. Strings are owned by the caller. */

const char *ply_severity_icon_name (PlySeverity severity);
const char *ply_severity_css_class (PlySeverity severity);
/* "3 errors" */
char *ply_severity_dup_count (PlySeverity severity, guint n);
/* "3 errors, 1 warning", hints too; "No conflicts" */
char *ply_conflict_words_dup_counts (PlyWorkspace *workspace);
/* The number of errors and warnings; says in words what there is. For PlyView.count. */
char *ply_conflict_words_show_count (PlyWorkspace *workspace, GtkLabel *label);
/* "2 conflicts" */
char *ply_conflict_words_dup_n (guint n);

/* The sentence as Pango markup; the records that it names are links "KIND:ID". */
char *ply_conflict_words_dup_markup (const PlySnapshot *snapshot, PlyConflictItem *item);
/* Where and when, and links to the records that the sentence does not name; markup, may be empty.
 */
char *ply_conflict_words_dup_place (const PlySnapshot *snapshot, PlyConflictItem *item);
/* The first session that it is about; NULL when it is about none. */
const PlySession *ply_conflict_words_get_session (const PlySnapshot *snapshot,
                                                  const PlyConflictRecord *record);
/* For "activate-link" of a label with such markup: shows the record. */
gboolean ply_conflict_words_follow_link (GtkLabel *label, const char *uri);

G_END_DECLS
