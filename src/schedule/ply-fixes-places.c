/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-fixes-private.h"

#include "ply-programme-order.h"
#include "ply-time.h"

#include <stdlib.h>
#include <string.h>

#define SWAPS_MOST 6       /* of one session: the nearest */
#define SWAP_DIFFERENCE 15 /* minutes by which lengths may differ */
#define PLACES_MANY 400    /* days times rooms: other days in the session's own room only */
#define IMPOSSIBLE -1

/* What a place costs */

/* By how many doublings @a is less than @b. */
static int
count_doublings (gint64 a, gint64 b)
{
  int n = 0;

  for (; a > 0 && a * 2 <= b && n < 10; a *= 2)
    n++;
  return n;
}

static const PlyRoom *
get_room (const PlyFixSearch *self, int lane)
{
  return lane >= 0 ? self->frame.rooms->pdata[lane] : NULL;
}

/* How badly a room fits; IMPOSSIBLE when it is too small. */
static int
rate_room (const PlySession *session, const PlyRoom *now, const PlyRoom *room)
{
  gint64 seats = room->capacity;

  if (session->audience > 0 && seats != PLY_UNSET)
    return seats < session->audience ? IMPOSSIBLE : count_doublings (session->audience, seats);
  if (now == NULL || now->capacity == PLY_UNSET || seats == PLY_UNSET)
    return 2;
  /* Nothing is said of the audience: a room like the one that was chosen for it. */
  return count_doublings (now->capacity, seats) + 3 * count_doublings (seats, now->capacity);
}

static int
cost_of_room (const PlyFixSearch *self, const PlyParty *party, int lane)
{
  const PlySession *session = party->session;
  const PlyRoom *room = get_room (self, lane);
  const PlyRoom *now = ply_snapshot_lookup (self->snapshot, PLY_KIND_ROOM, session->room);
  int rate = rate_room (session, now, room);
  gboolean elsewhere = now != NULL && g_strcmp0 (now->building, room->building) != 0;

  if (rate == IMPOSSIBLE)
    return IMPOSSIBLE;
  return PLY_COST_ROOM + 2 * rate + (elsewhere ? 4 : 0);
}

/* What cannot be moved without stirring up others is moved last. */
static int
cost_of_session (const PlyFixSearch *self, const PlySession *session)
{
  GPtrArray *talks = ply_session_talks (self->snapshot, session);
  int cost = (int) (MAX (session->duration, 0) / 30 + MIN (talks->len, 6));

  if (session->all_rooms == 1)
    cost += PLY_COST_ALL_ROOMS;
  if (ply_session_is_break (self->snapshot, session))
    cost += PLY_COST_ROOM;
  if (g_strcmp0 (session->state, "tentative") == 0)
    cost -= 3;
  return cost;
}

static int
cost_of_time (const PlyFixSearch *self, const PlySession *session, int day, gint64 start)
{
  int now = ply_frame_find_day (&self->frame, session->day);

  if (!ply_session_is_placed (session) || now < 0)
    return day * PLY_COST_DAY + (int) start / 15;
  if (day != now)
    return abs (day - now) * PLY_COST_DAY + (int) ABS (start - session->start) / 15;
  return (int) ABS (start - session->start) / 5;
}

/* Other rooms */

static gboolean
is_wanted_room (const PlyFixSearch *self, const PlyParty *party, int lane)
{
  int other;

  if (self->conflict->kind != PLY_CONFLICT_SAME_ROOM || party->other == NULL)
    return TRUE;
  other = ply_frame_find_lane (&self->frame, party->other->room, FALSE);
  return lane == other;
}

static void
add_move (PlyFixSearch *self, const PlyParty *party, const PlyPlace *place, int cost)
{
  PlyCandidate candidate = { .type = PLY_CANDIDATE_MOVE,
                             .session = party->session,
                             .place = *place,
                             .cost = cost + cost_of_session (self, party->session) };

  ply_fixes_add (self, candidate);
}

void
ply_fixes_add_rooms (PlyFixSearch *self, const PlyParty *party)
{
  const PlySession *session = party->session;
  const PlyNode *busy = ply_index_find (self->conflicts, PLY_KIND_SESSION, session->record.id);

  if (busy == NULL || busy->start == PLY_UNSET || session->all_rooms == 1)
    return;
  for (int lane = 0; lane < (int) self->frame.rooms->len; lane++)
    {
      PlyPlace place = ply_place_of (session);
      int cost = cost_of_room (self, party, lane);
      const PlyNode *room;

      place.room = get_room (self, lane)->record.id;
      room = ply_index_find (self->conflicts, PLY_KIND_ROOM, place.room);
      if (cost != IMPOSSIBLE && is_wanted_room (self, party, lane)
          && ply_room_is_free (self->conflicts, room, busy))
        add_move (self, party, &place, cost);
    }
}

/* Other times */

static guint64
building_of (const PlyFixSearch *self, const char *room)
{
  const PlyNode *node = room != NULL ? ply_index_find (self->conflicts, PLY_KIND_ROOM, room) : NULL;

  return node != NULL ? node->text_hash : 0;
}

gint64
ply_fixes_get_pad (const PlyFixSearch *self, const PlyParty *party, const PlyPlace *place)
{
  PlyPlace other = ply_place_of (party->other);

  if (place->all_rooms || other.all_rooms)
    return 0;
  if (self->conflict->kind == PLY_CONFLICT_WALKING_TIME)
    return ply_settings_walk (self->conflicts, building_of (self, place->room),
                              building_of (self, other.room));
  if (self->conflict->kind == PLY_CONFLICT_SHORT_TURNOVER
      && g_strcmp0 (place->room, other.room) == 0)
    return self->conflicts->settings.turnover_least;
  return 0;
}

/* Which starts may solve the conflict, apart from what is free. */
typedef struct
{
  gint64 first, last;        /* none when last < first */
  gint64 hole_from, hole_to; /* in between, not these */
} Bounds;

/* To be the next in the room soon enough. */
static void
close_gap (const PlyFixSearch *self, const PlyParty *party, Bounds *bounds)
{
  gint64 most = self->conflicts->settings.gap_most;

  if (party->is_first)
    {
      bounds->last = party->other->start - MAX (party->session->duration, 0);
      bounds->first = bounds->last - most;
    }
  else
    {
      bounds->first = ply_session_end (party->other);
      bounds->last = bounds->first + most;
    }
}

static void
bound_by_other (const PlyFixSearch *self, const PlyParty *party, const PlyPlace *place,
                Bounds *bounds)
{
  gint64 pad = ply_fixes_get_pad (self, party, place);
  gint64 length = MAX (party->session->duration, 0);
  gint64 start = party->other->start;
  gint64 end = ply_session_end (party->other);

  switch (self->conflict->kind)
    {
    case PLY_CONFLICT_ORDER_BROKEN:
      if (party->is_first)
        bounds->last = start - length;
      else
        bounds->first = end;
      break;
    case PLY_CONFLICT_LONG_GAP:
      close_gap (self, party, bounds);
      break;
    case PLY_CONFLICT_NOT_PARALLEL:
    case PLY_CONFLICT_MUST_SEE_OVERLAP:
    case PLY_CONFLICT_TRACK_OVERLAP:
    case PLY_CONFLICT_INSTITUTION_OVERLAP:
    case PLY_CONFLICT_WALKING_TIME:
    case PLY_CONFLICT_SHORT_TURNOVER:
      bounds->hole_from = start - length - pad + 1;
      bounds->hole_to = end + pad - 1;
      break;
    default:
      break;
    }
}

static Bounds
bounds_of (const PlyFixSearch *self, const PlyParty *party, int day, const PlyPlace *place)
{
  Bounds bounds = { .first = 0, .last = PLY_MINUTES_MAX, .hole_from = 1, .hole_to = 0 };
  PlyConflictKind kind = self->conflict->kind;
  int other;

  if (party->other == NULL || !ply_session_is_placed (party->other))
    return bounds;
  other = ply_frame_find_day (&self->frame, party->other->day);
  if (day == other)
    bound_by_other (self, party, place, &bounds);
  else if (kind == PLY_CONFLICT_SAME_DAY || kind == PLY_CONFLICT_LONG_GAP
           || (kind == PLY_CONFLICT_ORDER_BROKEN && (day > other) == party->is_first))
    bounds.last = -1;
  return bounds;
}

/* The nearest start on either side of the wanted one. */
typedef struct
{
  gint64 wanted;
  gboolean not_wanted; /* that itself is no other time */
  gboolean has_wanted; /* it is there all the same */
  gint64 before, after;
} Nearest;

static void
consider (Nearest *self, PlyFreeTimes *times, gint64 first, gint64 last)
{
  PlyStarts left = { first, MIN (last, self->wanted - 1) };
  PlyStarts right = { MAX (first, self->wanted + self->not_wanted), last };

  self->has_wanted |= first <= self->wanted && self->wanted <= last;
  if (left.first <= left.last)
    {
      gint64 start = ply_free_times_choose (times, &left, self->wanted);

      self->before = self->before == PLY_UNSET ? start : MAX (self->before, start);
    }
  if (right.first <= right.last)
    {
      gint64 start = ply_free_times_choose (times, &right, self->wanted);

      self->after = self->after == PLY_UNSET ? start : MIN (self->after, start);
    }
}

static void
find_nearest (Nearest *self, PlyFreeTimes *times, const PlyPlace *place, const Bounds *bounds)
{
  g_autoptr (GArray) starts = ply_free_times_dup_starts (times, place);

  for (guint i = 0; i < starts->len; i++)
    {
      gint64 first = MAX (g_array_index (starts, PlyStarts, i).first, bounds->first);
      gint64 last = MIN (g_array_index (starts, PlyStarts, i).last, bounds->last);

      if (bounds->hole_to < bounds->hole_from)
        {
          consider (self, times, first, last);
          continue;
        }
      consider (self, times, first, MIN (last, bounds->hole_from - 1));
      consider (self, times, MAX (first, bounds->hole_to + 1), last);
    }
}

static void
add_times_in (PlyFixSearch *self, const PlyParty *party, PlyFreeTimes *times, int day, int lane,
              int cost)
{
  const PlySession *session = party->session;
  gboolean placed = ply_session_is_placed (session);
  PlyPlace place = ply_frame_get_place (&self->frame, day, 0, lane);
  PlyPlace now = ply_place_of (session);
  Bounds bounds = bounds_of (self, party, day, &place);
  Nearest nearest = { .wanted = placed ? session->start : 0,
                      .before = PLY_UNSET,
                      .after = PLY_UNSET };

  place.start = now.start;
  nearest.not_wanted = placed && g_strcmp0 (place.day, now.day) == 0;
  find_nearest (&nearest, times, &place, &bounds);
  /* Free at the same time: that it would be free five minutes later is no news. */
  if (nearest.has_wanted && nearest.not_wanted && g_strcmp0 (place.room, now.room) != 0)
    return;
  if (nearest.after == nearest.wanted)
    nearest.before = PLY_UNSET;
  for (guint i = 0; i < 2; i++)
    {
      place.start = i == 0 ? nearest.before : nearest.after;
      if (place.start != PLY_UNSET)
        add_move (self, party, &place, cost + cost_of_time (self, session, day, place.start));
    }
}

/* IMPOSSIBLE when the session should not go there. */
static int
cost_of_lane (const PlyFixSearch *self, const PlyParty *party, int day, int lane)
{
  int now =
      ply_frame_find_lane (&self->frame, party->session->room, party->session->all_rooms == 1);
  int own_day = ply_frame_find_day (&self->frame, party->session->day);
  guint n_places = self->frame.rooms->len * self->frame.days->len;

  if (now == PLY_LANE_ALL)
    return lane == PLY_LANE_ALL ? 0 : IMPOSSIBLE;
  if (lane == now && lane >= 0)
    return self->conflict->kind == PLY_CONFLICT_OVER_CAPACITY ? IMPOSSIBLE : 0;
  if (lane == now && own_day >= 0 && self->conflict->kind != PLY_CONFLICT_NO_ROOM)
    return 0;
  if (lane < 0 || self->conflict->kind == PLY_CONFLICT_LONG_GAP
      || !is_wanted_room (self, party, lane)
      || (now >= 0 && day != own_day && n_places > PLACES_MANY))
    return IMPOSSIBLE;
  return cost_of_room (self, party, lane);
}

void
ply_fixes_add_times (PlyFixSearch *self, const PlyParty *party)
{
  g_autoptr (PlyFreeTimes) times =
      ply_free_times_new (self->snapshot, party->session->record.id, PLY_FREE_PEOPLE);

  for (int day = 0; day < (int) self->frame.days->len; day++)
    for (int lane = PLY_LANE_NONE; lane < (int) self->frame.rooms->len; lane++)
      {
        int cost = cost_of_lane (self, party, day, lane);

        if (cost != IMPOSSIBLE)
          add_times_in (self, party, times, day, lane, cost);
      }
}

/* Swaps */

static gboolean
have_like_lengths (const PlySession *a, const PlySession *b)
{
  return ABS (a->duration - b->duration) <= SWAP_DIFFERENCE;
}

/* At a look; most are passed over here. */
static gboolean
may_swap_times (const PlyParty *party, const PlySession *other)
{
  gboolean is_pair = other == party->other;

  if (other == party->session || !ply_session_is_placed (other) || other->all_rooms == 1
      || other->room == NULL)
    return FALSE;
  /* The two of the conflict come up once. */
  return is_pair ? party->is_first : have_like_lengths (party->session, other);
}

static gboolean
may_swap (const PlyFixSearch *self, const PlyParty *party, const PlySession *other)
{
  const PlySession *session = party->session;
  const PlyRoom *there = ply_snapshot_lookup (self->snapshot, PLY_KIND_ROOM, other->room);
  const PlyRoom *here = ply_snapshot_lookup (self->snapshot, PLY_KIND_ROOM, session->room);

  if (g_strcmp0 (other->state, "cancelled") == 0 || there == NULL || here == NULL
      || ply_session_is_break (self->snapshot, other))
    return FALSE;
  if (self->conflict->kind == PLY_CONFLICT_OVER_CAPACITY && other->audience <= 0)
    return FALSE;
  return rate_room (session, here, there) != IMPOSSIBLE
         && rate_room (other, there, here) != IMPOSSIBLE;
}

/* IMPOSSIBLE when it is on a day that is not there. */
static int
cost_of_swap (const PlyFixSearch *self, const PlyParty *party, const PlySession *other)
{
  int day = ply_frame_find_day (&self->frame, other->day);
  int cost = PLY_COST_SWAP + (int) ABS (other->duration - party->session->duration) / 5;

  if (day < 0)
    return IMPOSSIBLE;
  if (g_strcmp0 (party->session->room, other->room) != 0)
    cost += PLY_COST_ROOM;
  return cost + cost_of_time (self, party->session, day, other->start);
}

static gboolean
is_among_nearest (const GArray *swaps, int cost)
{
  return swaps->len < SWAPS_MOST || cost < g_array_index (swaps, PlyCandidate, SWAPS_MOST - 1).cost;
}

static void
keep_nearest (GArray *swaps, const PlyCandidate *candidate)
{
  guint at = swaps->len;

  while (at > 0 && g_array_index (swaps, PlyCandidate, at - 1).cost > candidate->cost)
    at--;
  if (swaps->len == SWAPS_MOST)
    g_array_set_size (swaps, SWAPS_MOST - 1);
  g_array_insert_val (swaps, at, *candidate);
}

void
ply_fixes_add_swaps (PlyFixSearch *self, const PlyParty *party)
{
  g_autoptr (GArray) swaps = g_array_new (FALSE, FALSE, sizeof (PlyCandidate));
  const PlySession *session = party->session;

  if (!ply_session_is_placed (session) || session->all_rooms == 1
      || ply_session_is_break (self->snapshot, session))
    return;
  for (guint i = 0; i < ply_snapshot_get_n (self->snapshot, PLY_KIND_SESSION); i++)
    {
      PlyCandidate candidate = { .type = PLY_CANDIDATE_SWAP, .session = session };

      candidate.other = ply_snapshot_get_at (self->snapshot, PLY_KIND_SESSION, i);
      if (!may_swap_times (party, candidate.other))
        continue;
      candidate.cost = cost_of_swap (self, party, candidate.other);
      if (candidate.cost != IMPOSSIBLE && is_among_nearest (swaps, candidate.cost)
          && may_swap (self, party, candidate.other))
        keep_nearest (swaps, &candidate);
    }
  for (guint i = 0; i < swaps->len; i++)
    {
      PlyCandidate *swap = &g_array_index (swaps, PlyCandidate, i);

      swap->cost += (cost_of_session (self, session) + cost_of_session (self, swap->other)) / 2;
      ply_fixes_add (self, *swap);
    }
}
