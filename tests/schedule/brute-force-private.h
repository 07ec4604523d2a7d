/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brute-force.h"

G_BEGIN_DECLS

/* A session, or a talk of one. Cancelled ones are none. */
typedef struct
{
  const PlySession *session;
  const PlyTalk *talk; /* NULL: the session as a whole */
  gboolean is_placed;
  gint64 date;       /* of the conference day, in days */
  gint64 start, end; /* minutes on the clock */
} Thing;

typedef struct
{
  const PlySnapshot *snapshot;
  const PlyEvent *event; /* NULL: none */
  GArray *things;        /* Thing */
  GPtrArray *lines;
} Brute;

#define THINGS(brute) ((brute)->things->len)
#define THING(brute, index) (&g_array_index ((brute)->things, Thing, index))

const char *thing_id (const Thing *thing);
gboolean thing_is_break (const Brute *brute, const Thing *thing);
gboolean takes_time (const Thing *thing);
gboolean share_a_minute (const Thing *a, const Thing *b);
/* In the order of times: by start, end, sessions before talks, id. */
int compare_things (const Thing *a, const Thing *b);
/* As readers tell texts apart; free it. */
char *plain_text (const char *text);
/* The participations of the thing itself. */
GPtrArray *parts_of (const Brute *brute, const Thing *thing);
gboolean is_speaking (const PlyParticipation *part);
/* The room it is in; NULL when it is in none, in all, or in one that is not there. */
const PlyRoom *room_of (const Brute *brute, const Thing *thing);
/* Indexes of what the person takes part in, each once; placed things alone. */
GArray *engagements_of (const Brute *brute, const PlyPerson *person);

/* @text: NULL for most; then ids, NULL at the end. */
void tell (Brute *brute, PlyConflictKind kind, const char *text, ...) G_GNUC_NULL_TERMINATED;

/* brute-force-sessions.c */
void brute_sessions (Brute *brute);
/* brute-force-rooms.c */
void brute_rooms (Brute *brute);
/* brute-force-people.c */
void brute_people (Brute *brute);
/* brute-force-groups.c */
void brute_groups (Brute *brute);

G_END_DECLS
