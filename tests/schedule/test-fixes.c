/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixes.h"
#include "little-event.h"

#include <string.h>

/* Conflicts of the little event and the ways out of them, best first. Every fix that is offered is
 * carried out and the event checked as a whole. */

typedef struct
{
  const char *name;
  const char *edits;
  const char *conflict; /* as little_event_describe() has it */
  const char *expected; /* a label a line; NULL: no way out */
} Case;

#define TALKS                                                                                      \
  "talk t1 session=s1 title=A duration=10\ntalk t2 session=s1 title=B duration=10\n"               \
  "talk t3 session=s1 title=C duration=10\n"

static const Case cases[] = {
  { "room", "session s2 room=hall start=570\n", "room-overlap s1 s2 hall",
    "Move “One” to 08:30\n"
    "Move “Two” to 10:30\n"
    "Move “One” to 10:30\n"
    "Move “Two” to 08:00\n"
    "Move “One” to Lab\n" },
  { "room/free-rooms",
    "session pause start=1100\nsession s2 room=hall start=590\nroom z name=Zone capacity=90\nroom "
    "y name=Yard capacity=400\n",
    "room-overlap s1 s2 hall",
    "Move “One” to 08:50\n"
    "Move “Two” to 10:00\n"
    "Move “One” to Zone\n"
    "Move “Two” to Zone\n"
    "Move “One” to Yard\n" },
  { "room/other-building",
    "session pause start=1100\nsession s2 room=hall start=540\nroom hall building=North\nroom z "
    "name=Zone capacity=100 building=South\nroom y name=Yard capacity=100 building=North\n",
    "room-overlap s1 s2 hall",
    "Move “One” to Yard\n"
    "Move “Two” to Yard\n"
    "Move “One” to Zone\n"
    "Move “One” to 08:00\n"
    "Move “One” to 10:00\n" },
  { "room/audience",
    "session pause start=1100\nsession s1 audience=150\nsession s2 room=hall start=540 "
    "audience=50\nroom z name=Zone capacity=60\nroom y name=Yard capacity=400\n",
    "room-overlap s1 s2 hall",
    "Move “One” to Yard\n"
    "Move “Two” to Zone\n"
    "Move “One” to 08:00\n"
    "Move “One” to 10:00\n"
    "Move “Two” to 08:00\n" },
  { "room/plenaries", "session s1 all_rooms=1\nsession s2 all_rooms=1 start=599\n",
    "room-overlap s1 s2",
    "Shorten “One” to 59 minutes\n"
    "Shorten “Two” to 59 minutes\n"
    "Move “One” to 08:30\n"
    "Move “Two” to 10:30\n"
    "Move “Two” to 08:00\n" },
  { "room/plenary", "session s2 room= all_rooms=1 start=570\n", "room-overlap s1 s2 hall",
    "Move “One” to 08:30\n"
    "Move “One” to 10:30\n"
    "Move “One” to 08:30, Lab\n"
    "Move “One” to 10:30, Lab\n"
    "Move “Two” to 10:30\n" },
  { "room/tentative",
    "session pause start=1100\nsession s2 room=hall start=540\nsession s1 state=tentative\n",
    "room-overlap s1 s2 hall",
    "Move “One” to 08:00\n"
    "Move “One” to 10:00\n"
    "Move “Two” to 08:00\n"
    "Move “Two” to 10:00\n"
    "Move “One” to Lab\n" },
  { "room/full-days",
    "session pause start=540 duration=660\nday d2 opens=540 closes=600\nsession s3 title=Three "
    "day=d2 start=540 duration=60 all_rooms=1 type=talk\nsession s2 room=hall start=540\nsession "
    "s4 title=Four day=d1 start=540 duration=60 room=lab type=talk\nday d1 opens=540 closes=600\n",
    "room-overlap s1 s2 hall", NULL },
  { "person", "session s2 start=590\nparticipation p2 person=ann\n", "person-overlap s1 s2 ann",
    "Move “One” to 08:30\n"
    "Move “Two” to 10:30\n"
    "Shorten “One” to 50 minutes\n"
    "Shorten “Two” to 50 minutes\n"
    "Move “Two” to 10:30, Hall\n" },
  { "person/same-time",
    "session pause start=1100\nsession s2 start=540\nparticipation p2 person=ann\n",
    "person-overlap s1 s2 ann",
    "Move “One” to 08:00\n"
    "Move “One” to 10:00\n"
    "Move “Two” to 08:00\n"
    "Move “Two” to 10:00\n"
    "Move “Two” to 08:00, Hall\n" },
  { "person/talk",
    "session pause start=1100\n" TALKS
    "- participation p1\nsession s2 start=540 duration=10\nparticipation p2 "
    "person=ann\nparticipation q talk=t1 person=ann role=speaker\n",
    "person-overlap s2 t1 ann",
    "Move “Two” to 08:50\n"
    "Move “Two” to 09:10\n"
    "Move “A” to 09:10\n"
    "Move “One” to 08:50\n"
    "Move “One” to 09:10\n" },
  { "person/talks-of-one",
    "session pause start=1100\n" TALKS
    "- participation p1\ntalk t2 pinned=5\nparticipation q talk=t1 person=ann "
    "role=speaker\nparticipation r talk=t2 person=ann role=speaker\n",
    "person-overlap t1 t2 ann",
    "Move “A” to 09:15\n"
    "Move “B” to 09:00\n"
    "Move “B” to 09:20\n"
    "Move “A” to 09:25\n" },
  { "absent",
    "session pause start=1100\navailability v person=ann day=d1 start=590 end=700 available=0\n",
    "person-unavailable s1 ann",
    "Move “One” to 08:50\n"
    "Move “One” to 08:50, Lab\n"
    "Move “One” to 11:40\n"
    "Move “One” to 11:40, Lab\n"
    "Move “One” to Friday, 09:00\n" },
  { "absent/day", "session pause start=1100\navailability v person=ann day=d1 available=0\n",
    "person-unavailable s1 ann",
    "Move “One” to Friday, 09:00\n"
    "Move “One” to Friday, 09:00, Lab\n" },
  { "absent/swap",
    "session pause start=1100\navailability v person=ann day=d1 start=540 end=600 available=0\nday "
    "d1 opens=540 closes=660\n- day d2\nsession s2 room=hall\n- room lab\n",
    "person-unavailable s1 ann", "Swap “One” with “Two”\n" },
  { "absent/always",
    "session pause start=1100\navailability v person=ann day=d1 available=0\navailability w "
    "person=ann day=d2 available=0\n",
    "person-unavailable s1 ann", NULL },
  { "closed",
    "session pause start=1100\navailability v room=hall day=d1 start=0 end=541 available=0\n",
    "room-unavailable s1 hall",
    "Move “One” to 09:05\n"
    "Move “One” to Lab\n"
    "Move “One” to Friday, 09:00\n" },
  { "hours", "session pause start=1100\nsession s1 start=470\n", "outside-hours s1 d1",
    "Move “One” to 08:00\n"
    "Shorten “One” to 50 minutes\n"
    "Open the day at 07:50\n"
    "Move “One” to 08:00, Lab\n"
    "Move “One” to Friday, 08:00\n" },
  { "hours/late", "session pause start=1100\nsession s1 start=1141\n", "outside-hours s1 d1",
    "Shorten “One” to 59 minutes\n"
    "Close the day at 20:01\n"
    "Move “One” to 17:20\n"
    "Move “One” to 17:20, Lab\n"
    "Move “One” to Friday, 19:01\n" },
  { "hours/too-long", "session pause start=1100\nsession s1 start=470 duration=800\n",
    "outside-hours s1 d1",
    "Open the day earlier and close it later\n"
    "Shorten “One” to 720 minutes\n"
    "Move “One” to Friday, 08:00\n" },
  { "hours/longer-than-any-day", "session pause start=1100\nsession s1 start=470 duration=2000\n",
    "outside-hours s1 d1", NULL },
  { "no-room", "session pause start=1100\nsession s1 room=\n", "no-room s1",
    "Move “One” to Hall\n"
    "Move “One” to Lab\n"
    "Move “One” to Friday, 09:00, Hall\n" },
  { "no-room/none-free",
    "session pause start=1100\nsession s1 room=\nsession s3 title=Three day=d1 start=540 "
    "duration=60 room=hall type=talk\nsession s4 title=Four day=d1 start=540 duration=60 room=lab "
    "type=talk\n",
    "no-room s1",
    "Move “One” to 08:00, Hall\n"
    "Move “One” to 10:00, Hall\n"
    "Move “One” to Friday, 09:00, Hall\n"
    "Move “One” to Friday, 09:00, Lab\n" },
  { "no-time", "session pause start=1100\nsession s1 day=\n", "no-time s1",
    "Move “One” to Thursday, 08:00\n"
    "Move “One” to Thursday, 08:00, Lab\n"
    "Move “One” to Friday, 08:00\n" },
  { "no-time/no-room",
    "session pause start=1100\nsession s1 day= room= start=\nsession s3 title=Three day=d1 "
    "start=480 duration=60 room=hall type=talk\n",
    "no-time s1",
    "Move “One” to Thursday, 08:00, Lab\n"
    "Move “One” to Thursday, 09:00, Hall\n" },
  { "capacity", "session pause start=1100\nsession s2 audience=50\n", "over-capacity s2 lab",
    "Move “Two” to Hall\n"
    "Move “Two” to Friday, 10:00, Hall\n" },
  { "capacity/swap",
    "session pause start=1100\nsession s2 audience=50\nsession s3 title=Three day=d1 start=600 "
    "duration=60 room=hall type=talk audience=10\n",
    "over-capacity s2 lab",
    "Move “Two” to 11:00, Hall\n"
    "Swap “Two” with “Three”\n"
    "Move “Two” to 08:00, Hall\n"
    "Move “Two” to Friday, 10:00, Hall\n" },
  { "capacity/unknown-audience",
    "session pause start=1100\nsession s2 audience=50\nsession s3 title=Three day=d1 start=600 "
    "duration=60 room=hall type=talk\n",
    "over-capacity s2 lab",
    "Move “Two” to 11:00, Hall\n"
    "Move “Two” to 08:00, Hall\n"
    "Move “Two” to Friday, 10:00, Hall\n" },
  { "capacity/none", "session pause start=1100\nsession s2 audience=500\n", "over-capacity s2 lab",
    NULL },
  { "walk",
    "session pause start=1100\nparticipation p2 person=ann\nevent e walking=15\nroom hall "
    "building=North\nroom lab building=South\nroom z name=Zone building=North\n",
    "walking-time s1 s2 ann",
    "Move “One” to 08:45\n"
    "Move “Two” to 10:15\n"
    "Move “One” to 08:45, Zone\n"
    "Move “Two” to Hall\n"
    "Move “Two” to Zone\n" },
  { "track",
    "session pause start=1100\ntrack k name=K\nsession s1 track=k\nsession s2 track=k start=570\n",
    "track-overlap s1 s2 k",
    "Move “One” to 08:30\n"
    "Move “Two” to 10:00\n"
    "Move “One” to 10:30\n"
    "Move “Two” to 10:00, Hall\n"
    "Move “Two” to 08:00\n" },
  { "institution",
    "session pause start=1100\nparticipation p3 session=s2 institution=uni role=speaker\nsession "
    "s2 start=570\n",
    "institution-overlap s1 s2 uni",
    "Move “One” to 08:30\n"
    "Move “Two” to 10:00\n"
    "Move “One” to 10:30\n"
    "Move “Two” to 10:00, Hall\n"
    "Move “Two” to 08:00\n" },
  { "order", "session pause start=1100\nrule r type=before session=s2 other=s1\n",
    "order-broken s2 s1 r",
    "Move “Two” to 08:00\n"
    "Move “One” to 11:00\n"
    "Swap “Two” with “One”\n"
    "Move “Two” to 08:00, Hall\n"
    "Move “One” to 11:00, Lab\n" },
  { "order/days",
    "session pause start=1100\nsession s2 day=d2\nrule r type=before session=s2 other=s1\n",
    "order-broken s2 s1 r",
    "Move “Two” to Thursday, 08:00\n"
    "Move “One” to Friday, 11:00\n"
    "Move “Two” to Thursday, 08:00, Hall\n"
    "Swap “Two” with “One”\n"
    "Move “One” to Friday, 11:00, Lab\n" },
  { "not-parallel",
    "session pause start=1100\nsession s2 start=550\nrule r type=not-parallel session=s1 "
    "other=s2\n",
    "not-parallel s1 s2 r",
    "Move “One” to 08:10\n"
    "Move “Two” to 10:00\n"
    "Move “One” to 10:10\n"
    "Move “Two” to 08:00\n"
    "Move “Two” to 10:00, Hall\n" },
  { "must-see",
    "session pause start=1100\nsession s2 start=550\nrule r type=must-see session=s1 other=s2\n",
    "must-see-overlap s1 s2 r",
    "Move “One” to 08:10\n"
    "Move “Two” to 10:00\n"
    "Move “One” to 10:10\n"
    "Move “Two” to 08:00\n"
    "Move “Two” to 10:00, Hall\n" },
  { "same-room", "session pause start=1100\nrule r type=same-room session=s1 other=s2\n",
    "same-room s1 s2 r",
    "Move “Two” to Hall\n"
    "Move “One” to Lab\n"
    "Move “Two” to Friday, 10:00, Hall\n" },
  { "same-day",
    "session pause start=1100\nrule r type=same-day session=s1 other=s2\nsession s2 day=d2\n",
    "same-day s1 s2 r",
    "Move “One” to Friday, 09:00\n"
    "Move “Two” to Thursday, 10:00\n"
    "Move “Two” to Thursday, 10:00, Hall\n"
    "Move “One” to Friday, 09:00, Lab\n" },
  { "break", "session pause start=1100\nsession pause duration=10\nevent e break_least=15\n",
    "short-break pause",
    "Lengthen “Pause” to 15 minutes\n"
    "Begin “Pause” earlier, at 18:15\n" },
  { "break/next",
    "session pause start=660 duration=10\nevent e break_least=15\nsession s2 start=670\n",
    "short-break pause",
    "Begin “Pause” earlier, at 10:55\n"
    "Lengthen “Pause” to 15 minutes and move what follows\n" },
  { "gap",
    "session pause start=1100\nsession s2 room=hall start=720\nsession s3 title=Three day=d1 "
    "start=780 duration=30 room=hall type=talk\nevent e gap_most=60\n",
    "long-gap s1 s2 hall",
    "Move “One” to 10:00\n"
    "Move “Two” to 11:00\n"
    "Move “Two” and what follows to 11:00\n" },
  { "turnover", "session pause start=1100\nsession s2 room=hall\nevent e turnover_least=10\n",
    "short-turnover s1 s2 hall",
    "Move “One” to 08:50\n"
    "Move “Two” to 10:10\n"
    "Shorten “One” to 50 minutes\n"
    "Shorten “Two” to 50 minutes\n"
    "Move “One” to Lab\n" },
  { "overfull", "session pause start=1100\n" TALKS "talk t3 duration=45\n", "overfull-session s1",
    "Lengthen “One” to 65 minutes\n"
    "Shorten “C” to 40 minutes\n"
    "Begin “One” earlier, at 08:55\n"
    "Shorten each talk by 2 minutes\n" },
  { "overfull/next",
    "session pause start=1100\n" TALKS "talk t3 duration=45\nsession s2 room=hall\n",
    "overfull-session s1",
    "Shorten “C” to 40 minutes\n"
    "Begin “One” earlier, at 08:55\n"
    "Shorten each talk by 2 minutes\n"
    "Lengthen “One” to 65 minutes and move what follows\n" },
  { "overfull/pinned", "session pause start=1100\n" TALKS "talk t3 pinned=55\n",
    "overfull-session s1",
    "Let “C” follow the talk before\n"
    "Lengthen “One” to 65 minutes\n"
    "Begin “One” earlier, at 08:55\n" },
  { "overfull/unplaced",
    "session pause start=1100\n" TALKS "talk t3 duration=45\nsession s1 day= start=\n",
    "overfull-session s1",
    "Lengthen “One” to 65 minutes\n"
    "Shorten “C” to 40 minutes\n"
    "Shorten each talk by 2 minutes\n" },
  { "overfull/day-is-over",
    "session pause start=1100\n" TALKS "talk t3 duration=90\nday d1 opens=540 closes=600\n",
    "overfull-session s1", "Lengthen “One” to 110 minutes and move what follows\n" },
  { "nobody", "- participation p1\n", "no-speaker s1", NULL },

};

/* Cases */

static const PlyConflict *
find_conflict (PlyConflicts *conflicts, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GPtrArray *list = ply_conflicts_get_list (conflicts);

  for (guint i = 0; i < list->len; i++)
    {
      const PlyConflict *conflict = list->pdata[i];
      gboolean same = conflict->n_records == g_strv_length (words) - 1
                      && strcmp (ply_conflict_kind_get_info (conflict->kind)->name, words[0]) == 0;

      for (guint r = 0; r < conflict->n_records && same; r++)
        same = strcmp (conflict->records[r].id, words[r + 1]) == 0;
      if (same)
        return conflict;
    }
  return NULL;
}

static char *
labels_of (GPtrArray *fixes)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < fixes->len; i++)
    g_string_append_printf (labels, "%s\n", ((PlyFix *) fixes->pdata[i])->label);
  return g_string_free_and_steal (labels);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), test->edits, NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  const PlyConflict *conflict = find_conflict (conflicts, test->conflict);
  g_autoptr (GPtrArray) fixes = NULL;
  g_autofree char *labels = NULL;

  g_assert_nonnull (conflict);
  fixes = check_fixes (snapshot, conflicts, conflict);
  labels = labels_of (fixes);
  g_assert_cmpstr (labels, ==, test->expected != NULL ? test->expected : "");
}

/* Details */

static const struct
{
  const char *edits;
  const char *conflict;
  guint index;
  const char *detail;
} details[] = {
  { "session s2 room=hall start=570\n", "room-overlap s1 s2 hall", 0,
    "09:00–10:00, Hall → 08:30–09:30, Hall · no new conflict" },
  { "session s2 start=590\nparticipation p2 person=ann\n", "person-overlap s1 s2 ann", 0,
    "09:00–10:00, Hall → 08:30–09:30, Hall · solves 1 other conflict too · no new conflict" },
  { "availability v person=ann day=d1 available=0\n", "person-unavailable s1 ann", 0,
    "Thursday, 12 October, 09:00–10:00, Hall → Friday, 13 October, 09:00–10:00, Hall · no new "
    "conflict" },
  { "session s1 day=\n", "no-time s1", 0,
    "Thursday, 12 October, 08:00–09:00, Hall · no new conflict" },
  { TALKS "talk t3 duration=90\nday d1 opens=540 closes=600\n", "overfull-session s1", 0,
    "09:00–10:00, Hall → 09:00–10:50, Hall · 1 new warning" },
  { TALKS "talk t3 pinned=55\n", "overfull-session s1", 0,
    "09:55–10:05 → 09:20–09:30 · no new conflict" },
  { "session s1 start=1141\n", "outside-hours s1 d1", 2,
    "Thursday, 12 October: 08:00–20:01 · no new conflict" },
};

static void
test_details (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      g_autoptr (PlySnapshot) snapshot =
          little_event_edit (little_event_new (), details[i].edits, NULL);
      g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
      const PlyConflict *conflict = find_conflict (conflicts, details[i].conflict);
      g_autoptr (GPtrArray) fixes = ply_fixes_for (conflicts, conflict);

      g_assert_cmpuint (fixes->len, >, details[i].index);
      g_assert_cmpstr (((PlyFix *) fixes->pdata[details[i].index])->detail, ==, details[i].detail);
    }
}

/* A view keeps copies: what was handed out is gone with the next update. */
static void
test_copy (void)
{
  g_autoptr (PlySnapshot) snapshot =
      little_event_edit (little_event_new (), "session s2 room=hall start=570\n", NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  PlyConflictRecord records[] = { { PLY_KIND_SESSION, "s2" },
                                  { PLY_KIND_SESSION, "s1" },
                                  { PLY_KIND_ROOM, "hall" } };
  PlyConflict copy = { PLY_CONFLICT_ROOM_OVERLAP, PLY_SEVERITY_ERROR, 3, records };
  g_autoptr (GPtrArray) fixes = ply_fixes_for (conflicts, &copy);

  g_assert_cmpuint (fixes->len, ==, PLY_FIXES_MOST);
}

/* A conflict that is no more. */
static void
test_gone (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_new ();
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  PlyConflictRecord records[] = { { PLY_KIND_SESSION, "x" },
                                  { PLY_KIND_SESSION, "s1" },
                                  { PLY_KIND_ROOM, "hall" } };
  PlyConflict gone = { PLY_CONFLICT_ROOM_OVERLAP, PLY_SEVERITY_ERROR, 3, records };
  g_autoptr (GPtrArray) fixes = ply_fixes_for (conflicts, &gone);

  g_assert_cmpuint (fixes->len, ==, 0);
}

/* References to nothing, dates that are none, and the like come from foreign files. */
static void
test_broken (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (
      little_event_new (),
      "session s1 day=nowhere room=none track=none type=none title=\n"
      "talk t session=none title=T duration=10\ntalk u session=s2 title= duration=90\n"
      "participation p3 talk=none person=none role=speaker\n"
      "participation p4 talk=u person=ann role=speaker\n"
      "rule r type=before session=none other=s2\nrule r2 type=before session=s2 other=s1\n"
      "rule r3 type=same-day session=s2 other=s1\n"
      "day d3 date=2023-99-99\n"
      "session s4 title= day=d3 start=0 duration=99999 room=hall\n"
      "session s5 title=Five day=d1 start=600 duration=0 room=lab\n"
      "session s6 title=Six day=d1 start=2100 duration=99999 room=lab\n"
      "session s7 title= day=d1 start=610 duration=60 room=lab\n",
      NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  g_autoptr (GPtrArray) list = g_ptr_array_copy (ply_conflicts_get_list (conflicts), NULL, NULL);
  guint n_fixes = 0;

  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (GPtrArray) fixes = check_fixes (snapshot, conflicts, list->pdata[i]);

      n_fixes += fixes->len;
    }
  g_assert_cmpuint (n_fixes, >, 0);
}

static void
test_kinds (void)
{
  g_assert_true (ply_fixes_has_kind (PLY_CONFLICT_ROOM_OVERLAP));
  g_assert_true (ply_fixes_has_kind (PLY_CONFLICT_LONG_GAP));
  g_assert_false (ply_fixes_has_kind (PLY_CONFLICT_NO_SPEAKER));
  g_assert_false (ply_fixes_has_kind (PLY_CONFLICT_MISSING_TRANSLATION));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/fixes/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/fixes/details", test_details);
  g_test_add_func ("/fixes/copy", test_copy);
  g_test_add_func ("/fixes/gone", test_gone);
  g_test_add_func ("/fixes/broken", test_broken);
  g_test_add_func ("/fixes/has-kind", test_kinds);
  return g_test_run ();
}
