/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"

#include "ply-time.h"

#include <string.h>

/* What a plan would bring about, and where sessions cannot well be. */

typedef struct
{
  const char *name;
  const char *before; /* makes the event out of the little one */
  const char *plan;
  const char *fresh;
  guint n_solved;
} Case;

static const Case cases[] = {
  { "nothing", "", "session s1 title=Uno\n", "", 0 },
  { "room", "", "session s2 start=590 room=hall\n", "room-overlap s1 s2 hall", 0 },
  { "solved", "session s2 start=590 room=hall\n", "session s2 start=600\n", "", 1 },
  { "kept", "session s2 start=590 room=hall\n", "session s2 start=580\n", "", 0 },
  { "changed-places", "session s2 start=590 room=hall\n", "session s2 start=500\n", "", 0 },
  { "other-room",
    "session s2 start=590 room=hall\nsession s3 title=Three day=d1 start=590 "
    "duration=60 room=lab\n",
    "session s2 room=lab\n", "room-overlap s2 s3 lab", 1 },
  { "person", "", "session s2 start=590\nparticipation p2 person=ann\n",
    "person-overlap s1 s2 ann; institution-overlap s1 s2 uni", 0 },
  { "unplaced", "session s2 day=\n", "session s2 day=d1 start=1190\n", "outside-hours s2 d1", 1 },
  { "insert", "", "session s3 title=Three day=d1 start=540 duration=5 room=hall type=talk\n",
    "room-overlap s3 s1 hall; no-speaker s3", 0 },
  { "delete", "session s2 start=590 room=hall type=\n", "- session s2\n", "", 2 },
  { "and-back", "", "session s2 start=590 room=hall\nsession s2 start=600\n", "", 0 },
  { "insert-and-delete", "", "session s3 title=Three duration=5\n- session s3\n", "", 0 },
  { "several", "", "session s1 room=lab\nsession s2 start=599\nsession s1 type=\n",
    "room-overlap s1 s2 lab; no-type s1", 0 },
  /* These have the whole event checked. */
  { "day", "session s2 start=590 room=hall\n", "day d1 opens=541\nsession s2 start=600\n",
    "outside-hours s1 d1", 1 },
  { "type", "", "session_type talk wants_chair=1\n", "no-chair s1; no-chair s2", 0 },
  { "language", "", "event e languages=en_de\n- person ann\n",
    "no-speaker s1; missing-translation s1; missing-translation pause; missing-translation s2; "
    "missing-translation break; missing-translation e; missing-translation hall; "
    "missing-translation inst; missing-translation lab; missing-translation panel; "
    "missing-translation talk; missing-translation uni",
    0 },
};

static char *
describe_fresh (const PlyProbe *probe)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < probe->fresh->len; i++)
    {
      const PlyForeseen *foreseen = probe->fresh->pdata[i];

      g_assert_cmpstr (foreseen->message, !=, "");
      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                              ply_conflict_kind_get_info (foreseen->kind)->name);
      for (guint r = 0; r < foreseen->records->len; r++)
        g_string_append_printf (text, " %s",
                                ((PlyConflictRecord *) foreseen->records->pdata[r])->id);
    }
  return g_string_free_and_steal (text);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), self->before, NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  g_autoptr (PlyPlan) plan = little_event_plan (snapshot, self->plan);
  g_autoptr (GPtrArray) before = g_ptr_array_copy (ply_conflicts_get_list (conflicts), NULL, NULL);
  g_autofree char *printed = little_event_print (conflicts);

  /* The second time shows whether the first left something. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PlyProbe) probe = ply_conflicts_probe (conflicts, plan);
      g_autofree char *fresh = describe_fresh (probe);
      g_autofree char *after = little_event_print (conflicts);
      GPtrArray *list = ply_conflicts_get_list (conflicts);

      g_assert_cmpstr (fresh, ==, self->fresh);
      g_assert_cmpuint (probe->n_solved, ==, self->n_solved);
      g_assert_cmpstr (after, ==, printed);
      g_assert_cmpuint (list->len, ==, before->len);
      for (guint at = 0; at < before->len; at++)
        g_assert_true (list->pdata[at] == before->pdata[at]);
    }
}

static void
test_message (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_new ();
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  g_autoptr (PlyPlan) plan =
      little_event_plan (snapshot, "session s2 start=590 room=hall title=Zwei\n");
  g_autoptr (PlyProbe) probe = ply_conflicts_probe (conflicts, plan);
  const PlyForeseen *foreseen;

  g_clear_pointer (&conflicts, ply_conflicts_free);
  g_assert_cmpuint (probe->fresh->len, ==, 1);
  foreseen = probe->fresh->pdata[0];
  g_assert_cmpint (foreseen->kind, ==, PLY_CONFLICT_ROOM_OVERLAP);
  g_assert_cmpint (foreseen->severity, ==, PLY_SEVERITY_ERROR);
  g_assert_nonnull (strstr (foreseen->message, "“One” (09:00–10:00) and by “Zwei” (09:50–10:50)"));
}

/* Blocked times */

typedef struct
{
  const char *name;
  const char *edits;
  const char *sessions; /* separated by spaces */
  const char *expected;
} BlockedCase;

static const BlockedCase blocked_cases[] = {
  { "nothing", "", "", "" },
  { "room", "availability v room=hall day=d1 start=500 end=600 available=0\n", "",
    "d1 500-600 hall room-unavailable hall" },
  { "room-elsewhere", "availability v room=lab day=d2 end=600 available=0\n", "s1",
    "d1 1440-2040 lab room-unavailable lab; d2 0-600 lab room-unavailable lab" },
  { "nobody-asked", "availability v person=ann day=d1 available=0\n", "", "" },
  { "absent", "availability v person=ann day=d1 start=700 available=0\n", "s1",
    "d1 700-2160 * person-unavailable ann" },
  { "other-person", "availability v person=ann day=d1 start=700 available=0\n", "s2", "" },
  { "there-on-one-day", "availability v person=ann day=d1 start=500 end=700 available=1\n", "s1",
    "d1 0-500 * person-unavailable ann; d1 700-2160 * person-unavailable ann; "
    "d2 0-2160 * person-unavailable ann" },
  { "touching",
    "availability v person=ann day=d1 start=500 end=700 available=0\n"
    "availability w person=ann day=d1 start=600 end=800 available=0\n",
    "s1", "d1 500-800 * person-unavailable ann" },
  { "engaged", "participation p3 session=s2 person=ann role=chair\n", "s1",
    "d1 600-660 * person-overlap ann" },
  { "engaged-in-both", "participation p3 session=s2 person=ann role=chair\n", "s1 s2", "" },
  { "engaged-twice",
    "participation p3 session=s2 person=ann role=chair\n"
    "participation p4 session=s2 person=ann role=author\n",
    "s1", "d1 600-660 * person-overlap ann" },
  { "speaker-of-a-talk",
    "talk t1 session=s2 title=T duration=10\ntalk t2 session=s2 title=T duration=20\n"
    "participation p3 talk=t2 person=ann role=speaker\n",
    "s1", "d1 610-630 * person-overlap ann" },
  { "talks-count",
    "talk t1 session=s2 title=T duration=10\nparticipation p3 talk=t1 person=ann role=speaker\n",
    "s2", "d1 540-600 * person-overlap ann" },
  { "cancelled", "session s2 state=cancelled\nparticipation p3 session=s2 person=ann role=chair\n",
    "s1", "" },
  { "past-midnight",
    "session s2 start=1400 duration=100\nparticipation p3 session=s2 person=ann role=chair\n", "s1",
    "d1 1400-1500 * person-overlap ann; d2 0-60 * person-overlap ann" },
  { "no-such-session", "", "nothing", "" },
};

static void
test_blocked (gconstpointer data)
{
  const BlockedCase *self = data;
  g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), self->edits, NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  g_auto (GStrv) sessions = g_strsplit (self->sessions, " ", -1);
  g_autoptr (GArray) rows = ply_conflicts_dup_blocked (conflicts, (const char *const *) sessions);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const PlyBlocked *row = &g_array_index (rows, PlyBlocked, i);

      g_string_append_printf (text, "%s%s %d-%d %s %s %s", i > 0 ? "; " : "", row->day,
                              (int) row->start, (int) row->end, row->room != NULL ? row->room : "*",
                              ply_conflict_kind_get_info (row->kind)->name, row->who);
    }
  g_assert_cmpstr (text->str, ==, self->expected);
}

static void
test_blocked_without_sessions (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (
      little_event_new (), "availability v room=hall day=d1 end=60 available=0\n", NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  g_autoptr (GArray) rows = ply_conflicts_dup_blocked (conflicts, NULL);

  g_assert_cmpuint (rows->len, ==, 1);
}

static gboolean
is_blocked (const GArray *rows, const char *day, gint64 start, gint64 end)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PlyBlocked *row = &g_array_index (rows, PlyBlocked, i);

      if (strcmp (row->day, day) == 0 && row->start < end && start < row->end)
        return TRUE;
    }
  return FALSE;
}

/* Blocked is what the check complains of, at whatever time. */
static void
test_blocked_is_what_clashes (void)
{
  g_autoptr (PlySnapshot) snapshot =
      little_event_edit (little_event_new (),
                         "availability v person=ann day=d1 start=500 end=700 available=1\n"
                         "availability w person=ann day=d1 start=800 available=1\n"
                         "availability x person=ann day=d1 start=900 end=910 available=0\n"
                         "availability y person=ann day=d2 start=100 available=1\n"
                         "participation p3 session=s2 person=ann role=chair\n",
                         NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  const char *sessions[] = { "s1", NULL };

  for (gint64 start = 0; start < PLY_MINUTES_MAX - 60; start += 10)
    {
      g_autofree char *edit = g_strdup_printf ("session s1 day=d%d start=%d duration=50",
                                               1 + (int) start / 10 % 2, (int) start);
      g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));
      g_autoptr (GArray) rows = NULL;
      g_autoptr (GPtrArray) about = NULL;
      guint n = 0;

      snapshot = little_event_edit (g_steal_pointer (&snapshot), edit, changes);
      ply_conflicts_update (conflicts, snapshot, (PlyChange *) changes->data, changes->len);
      rows = ply_conflicts_dup_blocked (conflicts, sessions);
      about = ply_conflicts_dup_about (conflicts, PLY_KIND_SESSION, "s1");
      for (guint i = 0; i < about->len; i++)
        n += ((PlyConflict *) about->pdata[i])->kind == PLY_CONFLICT_PERSON_UNAVAILABLE
             || ((PlyConflict *) about->pdata[i])->kind == PLY_CONFLICT_PERSON_OVERLAP;
      g_assert_cmpint (is_blocked (rows, start / 10 % 2 ? "d2" : "d1", start, start + 50), ==,
                       n > 0);
    }
}

static void
test_kind_names (void)
{
  for (guint kind = 0; kind < PLY_N_CONFLICT_KINDS; kind++)
    g_assert_cmpint (ply_conflict_kind_from_name (ply_conflict_kind_get_info (kind)->name), ==,
                     kind);
  g_assert_cmpint (ply_conflict_kind_from_name ("Room-Overlap"), ==, PLY_N_CONFLICT_KINDS);
  g_assert_cmpint (ply_conflict_kind_from_name (NULL), ==, PLY_N_CONFLICT_KINDS);
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/probe/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (blocked_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/blocked/", blocked_cases[i].name, NULL);

      g_test_add_data_func (path, &blocked_cases[i], test_blocked);
    }
  g_test_add_func ("/probe/message", test_message);
  g_test_add_func ("/blocked/without-sessions", test_blocked_without_sessions);
  g_test_add_func ("/blocked/is-what-clashes", test_blocked_is_what_clashes);
  g_test_add_func ("/kinds/names", test_kind_names);
  return g_test_run ();
}
