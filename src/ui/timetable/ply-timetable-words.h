/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-conflicts.h"

G_BEGIN_DECLS

/* What is said of a session after it went somewhere, to those who do not see it go. All owned. */

/* "Opening: Thursday 10:00, Hall B, 1 conflict"; "Opening: not placed". @conflicts may be NULL. */
char *ply_timetable_words_dup_place (const PlySnapshot *snapshot, PlyConflicts *conflicts,
                                     const char *session);
/* "Opening: 09:00 to 09:45, 45 minutes" */
char *ply_timetable_words_dup_length (const PlySnapshot *snapshot, PlyConflicts *conflicts,
                                      const char *session);
/* "Talk 2 of 4: Cells, 09:15 to 09:30" with "pinned" when it is; "12 minutes over" when the
 * session's talks do not fit. */
char *ply_timetable_words_dup_talk (const PlySnapshot *snapshot, const char *talk);
/* "1 conflict", "No conflicts" */
char *ply_timetable_words_dup_conflicts (PlyConflicts *conflicts, const char *session);

G_END_DECLS
