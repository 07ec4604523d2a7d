/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-snapshot.h"

G_BEGIN_DECLS

/* How sessions and talks follow each other. */

/* TRUE when the session has a day and a start. */
gboolean ply_session_is_placed (const PlySession *session);
/* TRUE when its type is a break. */
gboolean ply_session_is_break (const PlySnapshot *snapshot, const PlySession *session);
/* Minutes since midnight of the session's day; the session must be placed. */
gint64 ply_session_end (const PlySession *session);
/* Both placed on one day and sharing at least a minute. */
gboolean ply_sessions_overlap (const PlySession *a, const PlySession *b);

/* The talks of a session in their order: borrowed. */
GPtrArray *ply_session_talks (const PlySnapshot *snapshot, const PlySession *session);
/* Minutes after the session's start at which each talk starts: pinned talks where they are pinned,
 * the rest one after the other. As many as there are talks; free with g_free. @end, when not NULL,
 * gets the minutes after the start at which the last one ends. */
gint64 *ply_session_talk_offsets (const PlySnapshot *snapshot, const PlySession *session,
                                  gint64 *end);
/* The same for @talks that are already in their order, into @offsets, which holds @n_talks. */
void ply_talks_offsets (const PlyTalk *const *talks, guint n_talks, gint64 *offsets, gint64 *end);

/* Sessions of one day (@day NULL: the unplaced ones), by start, then by the room's place, then
 * title. Cancelled ones included. Free the array. */
GPtrArray *ply_day_sessions (const PlySnapshot *snapshot, const PlyDay *day);
/* The participations of a session or a talk in their order: borrowed. */
GPtrArray *ply_participations_of (const PlySnapshot *snapshot, gconstpointer session_or_talk);
/* The person's name as it is printed, with the title in front when @with_title: "Dr. Muhammad
 * Usman". */
char *ply_person_display_name (const PlySnapshot *snapshot, const PlyPerson *person,
                               const char *language, gboolean with_title);
/* The name under which indexes sort the person: "Usman, Muhammad"; the display name when its parts
 * are not known. */
char *ply_person_index_name (const PlySnapshot *snapshot, const PlyPerson *person,
                             const char *language);

G_END_DECLS
