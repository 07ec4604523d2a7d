/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-arrange.h"
#include "ply-programme-order.h"
#include "ply-time.h"
#include "ply-validate.h"

#include <string.h>

/* Random edits of random events: whatever is asked for, what comes out is an event, and nothing
 * else has changed. */

#define N_EVENTS 40
#define N_CALLS 150
#define N_DAYS 3
#define N_ROOMS 4
#define N_SESSIONS 24
#define N_TALKS 20

static GRand *dice;

static gint32
roll (gint32 below)
{
  return g_rand_int_range (dice, 0, below);
}

/* The event */

static const char *
any_of (GPtrArray *records)
{
  return PLY_RECORD (records->pdata[roll (records->len)])->id;
}

static void
add_frame (GPtrArray *days, GPtrArray *rooms, GPtrArray *types)
{
  for (guint i = 0; i < N_DAYS; i++)
    {
      PlyDay *day = ply_record_new (PLY_KIND_DAY, NULL);

      day->date = g_strdup_printf ("2023-10-%u", 12 + i);
      if (roll (2))
        day->opens = 400 + roll (300);
      if (roll (2))
        day->closes = 900 + roll (900);
      g_ptr_array_add (days, day);
    }
  for (guint i = 0; i < N_ROOMS; i++)
    {
      PlyRoom *room = ply_record_new (PLY_KIND_ROOM, NULL);

      room->name = g_strdup_printf ("Room %u", i);
      g_ptr_array_add (rooms, room);
    }
  for (guint i = 0; i < 2; i++)
    {
      PlySessionType *type = ply_record_new (PLY_KIND_SESSION_TYPE, NULL);

      type->name = g_strdup_printf ("Type %u", i);
      type->is_break = i;
      g_ptr_array_add (types, type);
    }
}

static PlySession *
random_session (GPtrArray *days, GPtrArray *rooms, GPtrArray *types)
{
  PlySession *session = ply_record_new (PLY_KIND_SESSION, NULL);

  session->title = g_strdup ("Session");
  session->duration = roll (8) == 0 ? roll (3000) : 5 * roll (25);
  if (roll (5) > 0)
    session->day = g_strdup (any_of (days));
  if (roll (5) > 0)
    session->start = roll (6) == 0 ? roll (PLY_MINUTES_MAX + 1) : 480 + 5 * roll (120);
  if (roll (5) == 0)
    session->all_rooms = roll (2);
  if (roll (5) > 0)
    session->room = g_strdup (any_of (rooms));
  if (roll (4) > 0)
    session->type = g_strdup (any_of (types));
  if (roll (8) == 0)
    session->state = g_strdup ("cancelled");
  return session;
}

static PlyTalk *
random_talk (GPtrArray *sessions)
{
  PlyTalk *talk = ply_record_new (PLY_KIND_TALK, NULL);

  talk->title = g_strdup ("Talk");
  talk->session = g_strdup (any_of (sessions));
  talk->duration = roll (60);
  talk->rank = roll (4) == 0 ? NULL : g_strdup_printf ("%c", 'b' + roll (20));
  if (roll (4) == 0)
    talk->pinned = roll (200);
  return talk;
}

static PlySnapshot *
random_event (void)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (ply_record_unref);
  g_autoptr (GPtrArray) rooms = g_ptr_array_new_with_free_func (ply_record_unref);
  g_autoptr (GPtrArray) types = g_ptr_array_new_with_free_func (ply_record_unref);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (ply_record_unref);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (ply_record_unref);

  add_frame (days, rooms, types);
  for (guint i = 0; i < N_SESSIONS; i++)
    g_ptr_array_add (sessions, random_session (days, rooms, types));
  for (guint i = 0; i < N_TALKS; i++)
    g_ptr_array_add (talks, random_talk (sessions));
  g_ptr_array_extend (all, days, NULL, NULL);
  g_ptr_array_extend (all, rooms, NULL, NULL);
  g_ptr_array_extend (all, types, NULL, NULL);
  g_ptr_array_extend (all, sessions, NULL, NULL);
  g_ptr_array_extend (all, talks, NULL, NULL);
  return ply_snapshot_new (all);
}

/* Calls */

static const char *
any (const PlySnapshot *snapshot, PlyKind kind)
{
  guint n = ply_snapshot_get_n (snapshot, kind);

  return PLY_RECORD (ply_snapshot_get_at (snapshot, kind, roll (n)))->id;
}

static PlyPlace
random_place (const PlySnapshot *snapshot)
{
  PlyPlace place = {
    .day = roll (12) > 0 ? any (snapshot, PLY_KIND_DAY) : NULL,
    .start = roll (4) == 0 ? roll (9000) - 3000 : 5 * roll (300),
    .all_rooms = roll (8) == 0,
  };

  if (!place.all_rooms && roll (8) > 0)
    place.room = any (snapshot, PLY_KIND_ROOM);
  return place;
}

typedef enum
{
  MAY_RESIZE = 1 << 0,
  MAY_ADD = 1 << 1,
} Licence;

static PlyPlan *
random_group_call (const PlySnapshot *snapshot, Licence *licence)
{
  const char *sessions[4] = { NULL };
  guint n = 1 + roll (3);
  PlyPlace place = random_place (snapshot);
  PlyArrangeFlags flags = roll (2) ? PLY_ARRANGE_RIPPLE : PLY_ARRANGE_PLAIN;
  gboolean cut = roll (2);

  for (guint i = 0; i < n; i++)
    sessions[i] = any (snapshot, PLY_KIND_SESSION);
  switch (roll (5))
    {
    case 0:
      return ply_arrange_move (snapshot, sessions, sessions[roll (n)], &place, flags);
    case 1:
      return ply_arrange_shift (snapshot, sessions, roll (400) - 200, roll (7) - 3, roll (5) - 2,
                                flags);
    case 2:
      return ply_arrange_unplace (snapshot, sessions);
    case 3:
      *licence = MAY_ADD;
      return ply_arrange_duplicate (snapshot, sessions, NULL);
    default:
      *licence = cut ? 0 : MAY_ADD;
      return ply_arrange_paste (snapshot, sessions, &place, cut, NULL);
    }
}

static PlyPlan *
random_call (const PlySnapshot *snapshot, Licence *licence)
{
  PlyPlace place = random_place (snapshot);
  const char *session = any (snapshot, PLY_KIND_SESSION);
  const char *talk = any (snapshot, PLY_KIND_TALK);
  PlyArrangeFlags flags = roll (2) ? PLY_ARRANGE_RIPPLE : PLY_ARRANGE_PLAIN;

  *licence = 0;
  switch (roll (14))
    {
    case 0:
      *licence = MAY_RESIZE;
      return ply_arrange_resize (snapshot, session, roll (3000) - 300, roll (3000) - 300, flags);
    case 1:
      return ply_arrange_swap (snapshot, session, any (snapshot, PLY_KIND_SESSION));
    case 2:
      *licence = MAY_ADD;
      return ply_arrange_create (snapshot, &place, roll (200) - 50, NULL, NULL, NULL);
    case 3:
      *licence = MAY_ADD;
      return ply_arrange_copy_frame (snapshot, any (snapshot, PLY_KIND_DAY),
                                     any (snapshot, PLY_KIND_DAY));
    case 4:
      return ply_arrange_move_talk (snapshot, talk, session, roll (6));
    case 5:
      *licence = MAY_RESIZE;
      return ply_arrange_resize_talk (snapshot, talk, roll (300) - 50, flags);
    case 6:
      return ply_arrange_pin_talk (snapshot, talk, roll (3) ? roll (5000) - 1000 : PLY_UNSET);
    default:
      return random_group_call (snapshot, licence);
    }
}

/* What must hold */

static void
assert_valid (const PlySnapshot *snapshot, const char *label)
{
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    for (guint i = 0; i < ply_snapshot_get_n (snapshot, kind); i++)
      {
        g_autoptr (GError) error = NULL;

        if (!ply_record_validate (ply_snapshot_get_at (snapshot, kind, i), &error))
          g_test_message ("after %s", label);
        g_assert_no_error (error);
      }
}

static void
assert_nothing_lost (const PlySnapshot *before, const PlySnapshot *after, Licence licence)
{
  guint n = ply_snapshot_get_n (before, PLY_KIND_SESSION);

  if (licence & MAY_ADD)
    g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_SESSION), >=, n);
  else
    g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_SESSION), ==, n);
  for (guint i = 0; i < n; i++)
    {
      const PlySession *old = ply_snapshot_get_at (before, PLY_KIND_SESSION, i);
      const PlySession *session = ply_snapshot_lookup (after, PLY_KIND_SESSION, old->record.id);

      g_assert_nonnull (session);
      g_assert_cmpstr (session->title, ==, old->title);
      if (!(licence & MAY_RESIZE))
        g_assert_cmpint (session->duration, ==, old->duration);
    }
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_TALK), >=,
                    ply_snapshot_get_n (before, PLY_KIND_TALK));
}

/* A plan that is there changes something. */
static void
assert_differs (const PlySnapshot *before, const PlySnapshot *after)
{
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      if (ply_snapshot_get_n (before, kind) != ply_snapshot_get_n (after, kind))
        return;
      for (guint i = 0; i < ply_snapshot_get_n (before, kind); i++)
        if (!ply_record_equal (ply_snapshot_get_at (before, kind, i),
                               ply_snapshot_get_at (after, kind, i)))
          return;
    }
  g_assert_not_reached ();
}

static void
test_valid (void)
{
  guint n_plans = 0;

  for (guint event = 0; event < N_EVENTS; event++)
    {
      g_autoptr (PlySnapshot) snapshot = random_event ();

      for (guint i = 0; i < N_CALLS; i++)
        {
          Licence licence;
          g_autoptr (PlyPlan) plan = random_call (snapshot, &licence);
          PlySnapshot *after;

          if (plan == NULL)
            continue;
          n_plans++;
          after = ply_plan_apply (plan, snapshot);
          assert_valid (after, ply_plan_get_label (plan));
          assert_nothing_lost (snapshot, after, licence);
          assert_differs (snapshot, after);
          ply_snapshot_unref (snapshot);
          snapshot = after;
        }
    }
  g_assert_cmpuint (n_plans, >, N_EVENTS * N_CALLS / 2);
}

/* There and back */

static void
assert_same_places (const PlySnapshot *a, const PlySnapshot *b)
{
  for (guint i = 0; i < ply_snapshot_get_n (a, PLY_KIND_SESSION); i++)
    {
      const PlySession *one = ply_snapshot_get_at (a, PLY_KIND_SESSION, i);
      const PlySession *two = ply_snapshot_get_at (b, PLY_KIND_SESSION, i);
      PlyPlace here = ply_place_of (one);
      PlyPlace there = ply_place_of (two);

      g_assert_true (ply_place_equal (&here, &there));
      g_assert_cmpint (one->duration, ==, two->duration);
    }
}

static PlySnapshot *
apply (PlyPlan *plan, const PlySnapshot *snapshot)
{
  g_autoptr (PlyPlan) own = plan;

  return own != NULL ? ply_plan_apply (own, (PlySnapshot *) snapshot) : ply_snapshot_ref (snapshot);
}

static void
test_swap_twice (void)
{
  for (guint event = 0; event < N_EVENTS; event++)
    {
      g_autoptr (PlySnapshot) snapshot = random_event ();

      for (guint i = 0; i < 20; i++)
        {
          const char *a = any (snapshot, PLY_KIND_SESSION);
          const char *b = any (snapshot, PLY_KIND_SESSION);
          g_autoptr (PlySnapshot) once = apply (ply_arrange_swap (snapshot, a, b), snapshot);
          g_autoptr (PlySnapshot) twice = apply (ply_arrange_swap (once, a, b), once);

          for (guint s = 0; s < ply_snapshot_get_n (snapshot, PLY_KIND_SESSION); s++)
            g_assert_true (ply_record_equal (ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, s),
                                             ply_snapshot_get_at (twice, PLY_KIND_SESSION, s)));
        }
    }
}

/* Whether the anchor got where it was sent: nothing stopped the group. */
static gboolean
has_arrived (const PlySnapshot *snapshot, const char *anchor, const PlyPlace *place)
{
  PlyPlace now = ply_place_of (ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, anchor));

  return ply_place_equal (&now, place);
}

/* What ends later than it may can be moved to an earlier time only. */
static gboolean
is_free_to_move (const PlySession *session)
{
  return ply_session_is_placed (session) && ply_session_end (session) <= PLY_MINUTES_MAX;
}

static void
test_move_back (void)
{
  guint n_back = 0;

  for (guint i = 0; i < N_EVENTS * N_CALLS; i++)
    {
      g_autoptr (PlySnapshot) snapshot = random_event ();
      const char *sessions[] = { any (snapshot, PLY_KIND_SESSION), any (snapshot, PLY_KIND_SESSION),
                                 NULL };
      const PlySession *anchor = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, sessions[0]);
      const PlySession *other = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, sessions[1]);
      PlyPlace from = ply_place_of (anchor);
      PlyPlace to = random_place (snapshot);
      g_autoptr (PlySnapshot) there = NULL;
      g_autoptr (PlySnapshot) back = NULL;

      if (!is_free_to_move (anchor) || !is_free_to_move (other) || from.room == NULL
          || to.room == NULL || to.day == NULL)
        continue;
      there = apply (ply_arrange_move (snapshot, sessions, sessions[0], &to, PLY_ARRANGE_PLAIN),
                     snapshot);
      if (!has_arrived (there, sessions[0], &to))
        continue;
      back =
          apply (ply_arrange_move (there, sessions, sessions[0], &from, PLY_ARRANGE_PLAIN), there);
      assert_same_places (snapshot, back);
      n_back++;
    }
  g_assert_cmpuint (n_back, >, 200);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  dice = g_rand_new_with_seed (20231013);
  g_test_add_func ("/arrange-random/valid", test_valid);
  g_test_add_func ("/arrange-random/swap-twice", test_swap_twice);
  g_test_add_func ("/arrange-random/move-back", test_move_back);
  status = g_test_run ();
  g_rand_free (dice);
  return status;
}
