/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-snapshot.h"

G_BEGIN_DECLS

/* Short descriptions of records for lists, links and accessible names, in the event's base language
 * and the interface's words. All are owned by the caller and never NULL. */

/* Title or name; a link's address, an availability's times for those that have none. */
char *ply_describe_record (const PlySnapshot *snapshot, gconstpointer record);
/* "Thu 12 Oct, 09:00–09:30"; "Not placed" */
char *ply_describe_when (const PlySnapshot *snapshot, const PlySession *session);
/* The room's name, "All rooms", or nothing. */
char *ply_describe_where (const PlySnapshot *snapshot, const PlySession *session);
/* "Dr. Muhammad Usman, DAAD": who takes part in a session or talk, by role order, chairs left out.
 */
char *ply_describe_people (const PlySnapshot *snapshot, gconstpointer session_or_talk);
/* The person's institutions. */
char *ply_describe_affiliations (const PlySnapshot *snapshot, const PlyPerson *person);
/* The sessions and talks in which a person (directly) or an institution (itself, or through the
 * person who stands for it) takes part: array of borrowed PlyParticipation, in programme order;
 * free the array. */
GPtrArray *ply_contributions_of (const PlySnapshot *snapshot, gconstpointer person_or_institution);

G_END_DECLS
