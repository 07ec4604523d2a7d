/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"

#include "ply-free-times.h"

#include <string.h>

/* When the session s1 of the little event (an hour long) could begin. */

typedef struct
{
  const char *name;
  const char *edits;
  PlyPlace place;
  PlyFreeFlags flags;
  const char *expected; /* "480-540 700-1140 | nearest next" */
} Case;

#define AT(day_, start_, room_) { .day = day_, .start = start_, .room = room_ }
#define ALL(day_, start_) { .day = day_, .start = start_, .all_rooms = TRUE }
#define LATER "session pause start=1140\n"

static const Case cases[] = {
  { "itself-is-no-hindrance", LATER, AT ("d1", 540, "hall"), 0, "480-1080 | 540 540" },
  { "beside-itself", LATER, AT ("d1", 540, "hall"), PLY_FREE_BESIDE_ITSELF,
    "480-480 600-1080 | 480 600" },
  { "beside-another", LATER, AT ("d1", 590, "lab"), 0, "480-540 660-1080 | 540 660" },
  { "earlier-of-two", LATER, AT ("d1", 600, "lab"), 0, "480-540 660-1080 | 540 660" },
  { "break", "", AT ("d1", 540, "hall"), 0, "480-510 630-1140 | 510 630" },
  { "cancelled", "session pause state=cancelled\n", AT ("d1", 540, "hall"), 0,
    "480-1140 | 540 540" },
  { "all-rooms", LATER, ALL ("d1", 590), 0, "480-540 660-1080 | 540 660" },
  { "no-room", "", AT ("d1", 570, NULL), 0, "480-1140 | 570 570" },
  { "no-hours", "", AT ("d2", 0, "hall"), 0, "480-1380 | 480 480" },
  { "no-hours-early-birds", "session s2 day=d2 start=400 duration=10\n", AT ("d2", 0, "hall"), 0,
    "400-1380 | 400 400" },
  { "after-closing", LATER, AT ("d1", 1300, "hall"), 0, "480-1080 | 1080 -" },
  { "no-such-day", "", AT ("d9", 540, "hall"), 0, "| - -" },
  { "day-without-date", "day d2 date=2023-02-31\n", AT ("d2", 540, "hall"), 0, "| - -" },
  { "too-long", "session s1 duration=800\n", AT ("d1", 540, "hall"), 0, "| - -" },
  { "no-length", "session s1 duration=0\n" LATER, AT ("d1", 610, "lab"), 0,
    "480-599 660-1139 1200-1200 | 595 660" },
  { "grid", LATER "session s2 start=607\nevent e slot_minutes=15\n", AT ("d1", 620, "lab"), 0,
    "480-547 667-1080 | 675 675" },
  { "off-the-grid", LATER "session s2 start=607\nday d1 opens=547 closes=700\n",
    AT ("d1", 620, "lab"), 0, "547-547 | 547 -" },
  { "past-midnight", "session s2 room=hall start=1400 duration=600\n" LATER, AT ("d2", 540, "hall"),
    0, "560-1380 | 560 560" },

  { "room-closed", LATER "availability v room=hall day=d1 start=600 end=700 available=0\n",
    AT ("d1", 590, "hall"), 0, "480-540 700-1080 | 540 700" },
  { "room-open", LATER "availability v room=hall day=d1 start=600 end=700 available=1\n",
    AT ("d1", 590, "hall"), 0, "600-640 | 600 600" },
  { "room-open-another-day", LATER "availability v room=hall day=d2 available=1\n",
    AT ("d1", 590, "hall"), 0, "| - -" },
  { "other-room-closed", LATER "availability v room=lab day=d1 available=0\n",
    AT ("d1", 590, "hall"), 0, "480-1080 | 590 590" },

  { "people-not-asked", LATER "participation p2 person=ann\n", AT ("d1", 590, "hall"), 0,
    "480-1080 | 590 590" },
  { "person", LATER "participation p2 person=ann\n", AT ("d1", 590, "hall"), PLY_FREE_PEOPLE,
    "480-540 660-1080 | 540 660" },
  { "person-without-a-room", "participation p2 person=ann\n", AT ("d1", 590, NULL), PLY_FREE_PEOPLE,
    "480-540 660-1140 | 540 660" },
  { "person-cancelled", LATER "participation p2 person=ann\nsession s2 state=cancelled\n",
    AT ("d1", 590, "hall"), PLY_FREE_PEOPLE, "480-1080 | 590 590" },
  { "person-in-a-talk",
    LATER "talk t session=s2 title=T duration=10 pinned=30\n- participation p2\n"
          "participation q talk=t person=ann role=speaker\n",
    AT ("d1", 600, "hall"), PLY_FREE_PEOPLE, "480-570 640-1080 | 570 640" },
  { "person-of-a-talk",
    LATER "- participation p1\ntalk t session=s1 title=T duration=10 pinned=30\n"
          "participation p2 person=ann\nparticipation q talk=t person=ann role=speaker\n",
    AT ("d1", 600, "hall"), PLY_FREE_PEOPLE, "480-560 630-1080 | 630 630" },
  { "person-beside-itself", LATER, AT ("d1", 590, "lab"), PLY_FREE_PEOPLE | PLY_FREE_BESIDE_ITSELF,
    "480-480 660-1080 | 660 660" },
  { "person-absent", LATER "availability v person=ann day=d1 start=600 available=0\n",
    AT ("d1", 590, "hall"), PLY_FREE_PEOPLE, "480-540 | 540 -" },
  { "person-there", LATER "availability v person=ann day=d1 start=600 end=680 available=1\n",
    AT ("d1", 590, "hall"), PLY_FREE_PEOPLE, "600-620 | 600 600" },
  { "person-gone", LATER "- person ann\n", AT ("d1", 590, "hall"), PLY_FREE_PEOPLE,
    "480-1080 | 590 590" },
};

static void
append_start (GString *text, gint64 start)
{
  if (start == PLY_UNSET)
    g_string_append (text, " -");
  else
    g_string_append_printf (text, " %d", (int) start);
}

/* The earlier one of two as near. */
static gint64
find_nearest (PlyFreeTimes *times, const GArray *starts, gint64 wanted)
{
  gint64 best = PLY_UNSET;

  for (guint i = 0; i < starts->len; i++)
    {
      gint64 start = ply_free_times_choose (times, &g_array_index (starts, PlyStarts, i), wanted);

      if (best == PLY_UNSET || ABS (start - wanted) < ABS (best - wanted))
        best = start;
    }
  return best;
}

static char *
describe (PlyFreeTimes *times, const PlyPlace *place)
{
  g_autoptr (GArray) starts = ply_free_times_dup_starts (times, place);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < starts->len; i++)
    g_string_append_printf (text, "%d-%d ", (int) g_array_index (starts, PlyStarts, i).first,
                            (int) g_array_index (starts, PlyStarts, i).last);
  g_string_append (text, "|");
  append_start (text, find_nearest (times, starts, place->start));
  append_start (text, ply_free_times_get_next (times, place));
  return g_string_free_and_steal (text);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), test->edits, NULL);
  g_autoptr (PlyFreeTimes) times = ply_free_times_new (snapshot, "s1", test->flags);
  g_autofree char *found = describe (times, &test->place);

  g_assert_cmpstr (found, ==, test->expected);
}

static void
test_taken (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), LATER, NULL);
  g_autoptr (PlyFreeTimes) times = ply_free_times_new (snapshot, "s1", PLY_FREE_PEOPLE);
  PlyPlace place = AT ("d1", 700, "hall");
  g_autofree char *longer = NULL;
  g_autofree char *taken = NULL;

  ply_free_times_set_duration (times, 120);
  longer = describe (times, &place);
  g_assert_cmpstr (longer, ==, "480-1020 | 700 700");
  ply_free_times_take (times, &place, 60);
  taken = describe (times, &place);
  g_assert_cmpstr (taken, ==, "480-580 760-1020 | 760 760");
}

static void
test_no_such_session (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_new ();

  g_assert_null (ply_free_times_new (snapshot, "x", PLY_FREE_PEOPLE));
}

/* As the conflict check sees it */

static GRand *dice;

static guint
roll (guint below)
{
  return g_rand_int_range (dice, 0, below);
}

static PlySnapshot *
add_line (PlySnapshot *snapshot, char *line)
{
  PlySnapshot *next = little_event_edit (snapshot, line, NULL);

  g_free (line);
  return next;
}

static PlySnapshot *
random_event (void)
{
  static const char *const people[] = { "ann", "bob", "eve" };
  PlySnapshot *snapshot = little_event_edit (
      little_event_new (), "- session pause\nperson eve name=Eve\nday d2 opens=480 closes=1200\n",
      NULL);

  for (guint i = 0; i < 12; i++)
    snapshot = add_line (
        snapshot,
        g_strdup_printf ("session x%u title=X day=d%u start=%u duration=%u room=%s all_rooms=%d", i,
                         1 + roll (2), 480 + 5 * roll (130), 5 + 5 * roll (12),
                         roll (2) ? "hall" : "lab", roll (8) == 0));
  for (guint i = 0; i < 12; i++)
    snapshot = add_line (snapshot, g_strdup_printf ("talk t%u title=T session=%s%u duration=%u", i,
                                                    i < 4 ? "s" : "x", i < 4 ? 1 : roll (12),
                                                    5 + 5 * roll (3)));
  for (guint i = 0; i < 14; i++)
    snapshot = add_line (snapshot, g_strdup_printf ("participation q%u %s%u person=%s role=speaker",
                                                    i, i % 2 ? "talk=t" : "session=x", roll (12),
                                                    people[roll (3)]));
  for (guint i = 0; i < 3; i++)
    snapshot = add_line (
        snapshot, g_strdup_printf ("availability v%u %s day=d%u start=%u end=%u available=%u", i,
                                   roll (2) ? "room=hall" : "person=ann", 1 + roll (2),
                                   480 + 5 * roll (60), 800 + 5 * roll (60), roll (2)));
  return snapshot;
}

static gboolean
is_about_place (const PlyConflict *conflict)
{
  return conflict->kind == PLY_CONFLICT_ROOM_OVERLAP
         || conflict->kind == PLY_CONFLICT_PERSON_OVERLAP
         || conflict->kind == PLY_CONFLICT_PERSON_UNAVAILABLE
         || conflict->kind == PLY_CONFLICT_ROOM_UNAVAILABLE
         || conflict->kind == PLY_CONFLICT_OUTSIDE_HOURS;
}

static gboolean
belongs_to_s1 (const PlySnapshot *snapshot, const PlyConflictRecord *record)
{
  const PlyTalk *talk = ply_snapshot_lookup (snapshot, PLY_KIND_TALK, record->id);

  return strcmp (talk != NULL ? talk->session : record->id, "s1") == 0;
}

/* Two talks of s1 that clash with each other do so at any time. */
static gboolean
clashes (const PlySnapshot *snapshot)
{
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  GPtrArray *list = ply_conflicts_get_list (conflicts);

  for (guint i = 0; i < list->len; i++)
    {
      const PlyConflict *conflict = list->pdata[i];

      if (is_about_place (conflict)
          && belongs_to_s1 (snapshot, &conflict->records[0])
                 != belongs_to_s1 (snapshot, &conflict->records[1]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_among (const GArray *starts, gint64 start)
{
  for (guint i = 0; i < starts->len; i++)
    if (start >= g_array_index (starts, PlyStarts, i).first
        && start <= g_array_index (starts, PlyStarts, i).last)
      return TRUE;
  return FALSE;
}

static void
test_as_checked (void)
{
  static const char *const places[] = { "room=hall all_rooms=", "room=lab all_rooms=",
                                        "room= all_rooms=1", "room= all_rooms=" };
  guint n_free = 0;
  guint n_taken = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (PlySnapshot) snapshot = random_event ();
      g_autoptr (PlyFreeTimes) times = ply_free_times_new (snapshot, "s1", PLY_FREE_PEOPLE);

      for (guint n = 0; n < 20; n++)
        {
          guint where = roll (4);
          PlyPlace place = { .day = roll (2) ? "d1" : "d2",
                             .start = 450 + roll (750),
                             .room = where == 0   ? "hall"
                                     : where == 1 ? "lab"
                                                  : NULL,
                             .all_rooms = where == 2 };
          g_autoptr (GArray) starts = ply_free_times_dup_starts (times, &place);
          g_autoptr (PlySnapshot) after =
              add_line (ply_snapshot_ref (snapshot),
                        g_strdup_printf ("session s1 day=%s start=%d %s", place.day,
                                         (int) place.start, places[where]));

          if (is_among (starts, place.start))
            n_free++;
          else
            n_taken++;
          g_assert_cmpint (is_among (starts, place.start), ==, !clashes (after));
        }
    }
  g_assert_cmpuint (n_free, >, 500);
  g_assert_cmpuint (n_taken, >, 500);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  dice = g_rand_new_with_seed (20231014);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/free-times/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/free-times/taken", test_taken);
  g_test_add_func ("/free-times/no-such-session", test_no_such_session);
  g_test_add_func ("/free-times/as-checked", test_as_checked);
  status = g_test_run ();
  g_rand_free (dice);
  return status;
}
