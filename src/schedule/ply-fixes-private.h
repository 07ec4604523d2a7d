/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-fixes.h"

#include "ply-arrange-private.h"
#include "ply-conflicts-private.h"
#include "ply-free-times.h"

G_BEGIN_DECLS

/* What the files of the fixes share: candidates are cheap guesses, ordered by what they cost the
 * organizer; the best are made into plans and tried. */

typedef enum
{
  PLY_CANDIDATE_MOVE,         /* session to place */
  PLY_CANDIDATE_SWAP,         /* session with other */
  PLY_CANDIDATE_RESIZE,       /* session to place.start and duration */
  PLY_CANDIDATE_MOVE_TALK,    /* talk to index, in its session */
  PLY_CANDIDATE_SHORTEN_TALK, /* talk to duration */
  PLY_CANDIDATE_SHORTEN_ALL,  /* the talks of session, each by duration */
  PLY_CANDIDATE_UNPIN,        /* talk */
  PLY_CANDIDATE_HOURS,        /* the session's day opens at place.start or closes at its end */
} PlyCandidateType;

typedef struct
{
  PlyCandidateType type;
  int cost;
  const PlySession *session, *other;
  const PlyTalk *talk;
  PlyPlace place;
  gint64 duration;
  PlyArrangeFlags flags;
  guint index;
} PlyCandidate;

/* One of the sessions that a conflict is about. */
typedef struct
{
  const PlySession *session;
  const PlyTalk *talk;     /* it is about this one of its talks */
  const PlySession *other; /* the other one; NULL: the conflict is about one */
  gboolean is_first;       /* of the two */
} PlyParty;

typedef struct
{
  PlyConflicts *conflicts;
  const PlyConflict *conflict;
  const PlySnapshot *snapshot;
  PlyFrame frame;
  PlyParty parties[2];
  guint n_parties;
  GArray *candidates; /* PlyCandidate */
} PlyFixSearch;

/* What a candidate costs, in units of five minutes' move. */
#define PLY_COST_ROOM 8
#define PLY_COST_DAY 60
#define PLY_COST_SWAP 14
#define PLY_COST_LENGTH 10
#define PLY_COST_ALL_ROOMS 40

void ply_fixes_add (PlyFixSearch *self, PlyCandidate candidate);
/* The plan of the candidate; NULL when it would change nothing. */
PlyPlan *ply_candidate_dup_plan (const PlyFixSearch *self, const PlyCandidate *candidate);

/* ply-fixes-places.c: another room at the same time, another time (in another room too), in each
 * other's place. */
void ply_fixes_add_rooms (PlyFixSearch *self, const PlyParty *party);
void ply_fixes_add_times (PlyFixSearch *self, const PlyParty *party);
void ply_fixes_add_swaps (PlyFixSearch *self, const PlyParty *party);

/* Minutes that should lie between the two of the conflict when @party is at @place. */
gint64 ply_fixes_get_pad (const PlyFixSearch *self, const PlyParty *party, const PlyPlace *place);

/* ply-fixes-lengths.c */
void ply_fixes_add_trim (PlyFixSearch *self, const PlyParty *party);
void ply_fixes_add_hours (PlyFixSearch *self, const PlyParty *party);
void ply_fixes_add_talk_order (PlyFixSearch *self, const PlyParty *party);
void ply_fixes_add_fitting (PlyFixSearch *self, const PlyParty *party);
void ply_fixes_add_closing (PlyFixSearch *self, const PlyParty *party);
void ply_fixes_add_break (PlyFixSearch *self, const PlyParty *party);

/* ply-fixes-words.c */
char *ply_candidate_dup_label (const PlyFixSearch *self, const PlyCandidate *candidate);
char *ply_candidate_dup_detail (const PlyFixSearch *self, const PlyCandidate *candidate,
                                const PlyProbe *probe);

G_END_DECLS
