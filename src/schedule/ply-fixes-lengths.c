/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-fixes-private.h"

#include "ply-programme-order.h"

/* A session or talk keeps at least two thirds of its length: what goes further is no fix. */
static gboolean
is_long_enough (gint64 shorter, gint64 duration)
{
  return shorter >= 5 && shorter * 3 >= duration * 2;
}

static void
add_resize (PlyFixSearch *self, const PlySession *session, gint64 start, gint64 duration,
            PlyArrangeFlags flags, int cost)
{
  PlyCandidate candidate = { .type = PLY_CANDIDATE_RESIZE,
                             .session = session,
                             .place = ply_place_of (session),
                             .duration = duration,
                             .flags = flags,
                             .cost = PLY_COST_LENGTH + cost };

  candidate.place.start = start;
  ply_fixes_add (self, candidate);
}

/* Sessions */

void
ply_fixes_add_trim (PlyFixSearch *self, const PlyParty *party)
{
  const PlySession *session = party->session;
  PlyPlace place = ply_place_of (session);
  gint64 start, end, pad;

  if (party->other == NULL || party->talk != NULL || !ply_session_is_placed (session)
      || !ply_session_is_placed (party->other) || g_strcmp0 (session->day, party->other->day) != 0)
    return;
  start = session->start;
  end = ply_session_end (session);
  pad = ply_fixes_get_pad (self, party, &place);
  if (start < party->other->start)
    end = MIN (end, party->other->start - pad);
  else
    start = MAX (start, ply_session_end (party->other) + pad);
  if (is_long_enough (end - start, session->duration))
    add_resize (self, session, start, end - start, PLY_ARRANGE_PLAIN,
                (int) (session->duration - (end - start)) / 2);
}

void
ply_fixes_add_hours (PlyFixSearch *self, const PlyParty *party)
{
  const PlySession *session = party->session;
  const PlyDay *day = ply_snapshot_lookup (self->snapshot, PLY_KIND_DAY, session->day);
  PlyCandidate candidate = { .type = PLY_CANDIDATE_HOURS, .session = session };
  gint64 start, end;

  if (day == NULL || !ply_session_is_placed (session))
    return;
  start = day->opens != PLY_UNSET ? MAX (session->start, day->opens) : session->start;
  end = ply_session_end (session);
  if (day->closes != PLY_UNSET)
    end = MIN (end, day->closes);
  if (is_long_enough (end - start, session->duration))
    add_resize (self, session, start, end - start, PLY_ARRANGE_PLAIN,
                (int) (session->duration - (end - start)) / 2);
  candidate.cost = PLY_COST_LENGTH + PLY_COST_ROOM;
  ply_fixes_add (self, candidate);
}

/* Whether the session could be so long without moving. */
static gboolean
fits (const PlyFixSearch *self, const PlySession *session, gint64 start, gint64 duration)
{
  g_autoptr (PlyFreeTimes) times = NULL;
  g_autoptr (GArray) starts = NULL;
  PlyPlace place = ply_place_of (session);

  if (place.day == NULL)
    return TRUE;
  times =
      ply_free_times_new (self->snapshot, session->record.id, PLY_FREE_PEOPLE | PLY_FREE_IN_BREAKS);
  ply_free_times_set_duration (times, duration);
  starts = ply_free_times_dup_starts (times, &place);
  for (guint i = 0; i < starts->len; i++)
    if (start >= g_array_index (starts, PlyStarts, i).first
        && start <= g_array_index (starts, PlyStarts, i).last)
      return TRUE;
  return FALSE;
}

static void
add_longer (PlyFixSearch *self, const PlySession *session, gint64 duration)
{
  gint64 more = duration - session->duration;

  if (fits (self, session, session->start, duration))
    add_resize (self, session, session->start, duration, PLY_ARRANGE_PLAIN, 0);
  else
    add_resize (self, session, session->start, duration, PLY_ARRANGE_RIPPLE, PLY_COST_ROOM);
  if (ply_session_is_placed (session) && fits (self, session, session->start - more, duration))
    add_resize (self, session, session->start - more, duration, PLY_ARRANGE_PLAIN, 3);
}

void
ply_fixes_add_break (PlyFixSearch *self, const PlyParty *party)
{
  add_longer (self, party->session, self->conflicts->settings.break_least);
}

/* All that comes behind a gap begins earlier by what the gap is too long. */
void
ply_fixes_add_closing (PlyFixSearch *self, const PlyParty *party)
{
  const PlySession *session = party->session;
  PlyCandidate candidate = { .type = PLY_CANDIDATE_MOVE,
                             .session = session,
                             .place = ply_place_of (session),
                             .flags = PLY_ARRANGE_RIPPLE };

  if (party->is_first || party->other == NULL || session->all_rooms == 1)
    return;
  candidate.place.start = ply_session_end (party->other) + self->conflicts->settings.gap_most;
  candidate.cost = PLY_COST_LENGTH + (int) (session->start - candidate.place.start) / 5;
  ply_fixes_add (self, candidate);
}

/* Talks */

void
ply_fixes_add_talk_order (PlyFixSearch *self, const PlyParty *party)
{
  GPtrArray *talks;
  guint now;

  if (party->talk == NULL)
    return;
  talks = ply_session_talks (self->snapshot, party->session);
  if (!g_ptr_array_find (talks, party->talk, &now))
    return;
  for (guint i = 0; i < talks->len; i++)
    {
      PlyCandidate candidate = { .type = PLY_CANDIDATE_MOVE_TALK,
                                 .session = party->session,
                                 .talk = party->talk,
                                 .index = i,
                                 .cost = 4 + 2 * ABS ((int) i - (int) now) };

      if (i != now)
        ply_fixes_add (self, candidate);
    }
}

/* The talk that ends last, when it ends too late, can be shorter, or need not be pinned. */
static void
add_last_talk (PlyFixSearch *self, const PlySession *session, const PlyTalk *talk, gint64 over)
{
  PlyCandidate candidate = { .session = session, .talk = talk };

  if (talk->pinned != PLY_UNSET)
    {
      candidate.type = PLY_CANDIDATE_UNPIN;
      candidate.cost = PLY_COST_LENGTH / 2;
      ply_fixes_add (self, candidate);
    }
  candidate.type = PLY_CANDIDATE_SHORTEN_TALK;
  candidate.duration = talk->duration - over;
  candidate.cost = PLY_COST_LENGTH + (int) over / 2;
  if (is_long_enough (candidate.duration, talk->duration))
    ply_fixes_add (self, candidate);
}

static void
add_shorter_talks (PlyFixSearch *self, const PlySession *session, GPtrArray *talks, gint64 over)
{
  PlyCandidate candidate = { .type = PLY_CANDIDATE_SHORTEN_ALL, .session = session };

  if (talks->len < 2)
    return;
  candidate.duration = (over + talks->len - 1) / talks->len;
  candidate.cost = PLY_COST_LENGTH + (int) (candidate.duration + talks->len);
  for (guint i = 0; i < talks->len; i++)
    {
      const PlyTalk *talk = talks->pdata[i];

      if (!is_long_enough (talk->duration - candidate.duration, talk->duration))
        return;
    }
  ply_fixes_add (self, candidate);
}

void
ply_fixes_add_fitting (PlyFixSearch *self, const PlyParty *party)
{
  const PlySession *session = party->session;
  GPtrArray *talks = ply_session_talks (self->snapshot, session);
  gint64 end;
  g_autofree gint64 *offsets = ply_session_talk_offsets (self->snapshot, session, &end);
  gint64 over = end - MAX (session->duration, 0);

  if (over <= 0)
    return;
  add_longer (self, session, end);
  add_shorter_talks (self, session, talks, over);
  for (guint i = 0; i < talks->len; i++)
    {
      const PlyTalk *talk = talks->pdata[i];

      if (offsets[i] + MAX (talk->duration, 0) == end)
        add_last_talk (self, session, talk, over);
    }
}
