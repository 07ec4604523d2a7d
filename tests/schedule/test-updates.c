/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"

#include "brute-force.h"
#include "random-event.h"

#include <string.h>

/* Random edits of an event: what the update says is what a fresh check says, and both say what
 * brute force says. A probe says before what the update then does, and leaves no trace. */

#define N_EDITS 2000

static guint32 seed = 20231012;

/* Tests */

static void
assert_about (PlyConflicts *conflicts, PlyConflicts *fresh)
{
  GPtrArray *list = ply_conflicts_get_list (fresh);

  for (guint i = 0; i < list->len; i++)
    {
      const PlyConflictRecord *record = ((const PlyConflict *) list->pdata[i])->records;
      g_autoptr (GPtrArray) a = ply_conflicts_dup_about (conflicts, record->kind, record->id);
      g_autoptr (GPtrArray) b = ply_conflicts_dup_about (fresh, record->kind, record->id);

      g_assert_cmpuint (a->len, ==, b->len);
    }
}

static void
assert_same (PlyConflicts *conflicts, PlySnapshot *snapshot, const char *edit, gboolean messages)
{
  g_autoptr (PlyConflicts) fresh = ply_conflicts_new (snapshot);
  g_autofree char *now =
      messages ? little_event_print (conflicts) : little_event_describe (conflicts, -1);
  g_autofree char *expected =
      messages ? little_event_print (fresh) : little_event_describe (fresh, -1);

  if (strcmp (now, expected) != 0)
    g_test_message ("after %s", edit);
  g_assert_cmpstr (now, ==, expected);
  g_assert_cmpuint (ply_conflicts_get_waived (conflicts)->len, ==,
                    ply_conflicts_get_waived (fresh)->len);
  for (guint i = 0; i < PLY_N_SEVERITIES; i++)
    g_assert_cmpuint (ply_conflicts_count (conflicts, i), ==, ply_conflicts_count (fresh, i));
  assert_about (conflicts, fresh);
}

static void
assert_brute_force (PlyConflicts *conflicts, PlySnapshot *snapshot, const char *edit)
{
  g_autofree char *found = brute_force_describe_found (conflicts);
  g_autofree char *expected = brute_force_describe (snapshot);

  if (strcmp (found, expected) != 0)
    g_test_message ("after %s", edit);
  g_assert_cmpstr (found, ==, expected);
}

/* Whichever of its records comes first now. */
static char *
case_of (PlyConflictKind kind, const PlyConflictRecord *const *records, guint n, const char *text)
{
  g_autofree const char **ids = g_new (const char *, n);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < n; i++)
    ids[i] = records[i]->id;
  joined = ply_waiver_join_records (ids, n);
  return g_strdup_printf ("%s %s %s", ply_conflict_kind_get_info (kind)->name, joined,
                          text != NULL ? text : "");
}

static char *
case_of_conflict (const PlyConflict *conflict, gboolean with_text)
{
  g_autofree const PlyConflictRecord **records =
      g_new (const PlyConflictRecord *, conflict->n_records);

  for (guint i = 0; i < conflict->n_records; i++)
    records[i] = &conflict->records[i];
  return case_of (conflict->kind, records, conflict->n_records,
                  with_text ? ply_conflict_get_text (conflict) : NULL);
}

static GHashTable *
cases_of (PlyConflicts *conflicts)
{
  GHashTable *cases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *list = ply_conflicts_get_list (conflicts);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (cases, case_of_conflict (list->pdata[i], TRUE));
  return cases;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
join (GPtrArray *cases)
{
  g_ptr_array_sort (cases, compare_texts);
  g_ptr_array_add (cases, NULL);
  return g_strjoinv ("\n", (char **) cases->pdata);
}

static char *
describe_fresh (const PlyProbe *probe)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < probe->fresh->len; i++)
    {
      const PlyForeseen *foreseen = probe->fresh->pdata[i];

      g_ptr_array_add (cases, case_of (foreseen->kind, (gpointer) foreseen->records->pdata,
                                       foreseen->records->len, NULL));
    }
  return join (cases);
}

/* What the update made new is what the probe had foreseen. */
static void
assert_foreseen (PlyConflicts *conflicts, const PlyProbe *probe, GHashTable *before)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *list = ply_conflicts_get_list (conflicts);
  g_autofree char *foreseen = describe_fresh (probe);
  g_autofree char *now = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *found = case_of_conflict (list->pdata[i], TRUE);

      if (!g_hash_table_contains (before, found))
        g_ptr_array_add (fresh, case_of_conflict (list->pdata[i], FALSE));
    }
  g_assert_cmpuint (g_hash_table_size (before) + fresh->len - list->len, ==, probe->n_solved);
  now = join (fresh);
  g_assert_cmpstr (foreseen, ==, now);
}

/* Records alone: what belonged to one that goes is left behind. */
static PlySnapshot *
edit_records (PlyConflicts *conflicts, PlySnapshot *snapshot, const char *edits)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));
  g_auto (GStrv) lines = g_strsplit (edits, "\n", -1);

  for (guint i = 0; *lines[i] != '\0'; i++)
    snapshot = random_event_apply (snapshot, lines[i], changes);
  ply_conflicts_update (conflicts, snapshot, (PlyChange *) changes->data, changes->len);
  return snapshot;
}

static PlySnapshot *
run_plan (PlyConflicts *conflicts, PlySnapshot *snapshot, const char *edits)
{
  g_autoptr (PlyPlan) plan = little_event_plan (snapshot, edits);
  g_autoptr (GHashTable) before = cases_of (conflicts);
  g_autofree char *untouched = little_event_describe (conflicts, -1);
  g_autoptr (PlyProbe) probe = ply_conflicts_probe (conflicts, plan);
  g_autofree char *probed = little_event_describe (conflicts, -1);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));
  PlySnapshot *next = ply_plan_apply (plan, snapshot);

  g_assert_cmpstr (untouched, ==, probed);
  for (guint i = 0; i < ply_plan_get_n_edits (plan); i++)
    {
      const PlyEdit *edit = ply_plan_get_edit (plan, i);
      PlyChange change = { edit->kind, edit->id, NULL };

      g_array_append_val (changes, change);
    }
  ply_conflicts_update (conflicts, next, (PlyChange *) changes->data, changes->len);
  assert_foreseen (conflicts, probe, before);
  ply_snapshot_unref (snapshot);
  return next;
}

static void
test_random (void)
{
  g_autoptr (PlySnapshot) snapshot = random_event_new (seed);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  guint most = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *edits = random_event_edits (conflicts);

      if (random_roll (2) == 0)
        snapshot = edit_records (conflicts, g_steal_pointer (&snapshot), edits);
      else
        snapshot = run_plan (conflicts, g_steal_pointer (&snapshot), edits);
      assert_same (conflicts, snapshot, edits, i % 20 == 0);
      if (i % 5 == 0)
        assert_brute_force (conflicts, snapshot, edits);
      most = MAX (most, ply_conflicts_get_list (conflicts)->len);
    }
  g_assert_cmpuint (most, >, 100);
}

/* Nobody may have to wait for a thousand sessions at one time. */
static void
test_crowd (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (ply_record_unref);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));
  g_autoptr (PlySnapshot) crowd = NULL;
  g_autoptr (PlyConflicts) conflicts = NULL;
  guint n = 2000;

  for (guint i = 0; i < n; i++)
    {
      PlySession *session = ply_record_new (PLY_KIND_SESSION, NULL);
      PlyChange change = { PLY_KIND_SESSION, session->record.id, &session->record };

      session->title = g_strdup ("Same");
      session->day = g_strdup ("d1");
      session->room = g_strdup ("hall");
      session->start = 540;
      session->duration = 60;
      g_ptr_array_add (records, session);
      g_array_append_val (changes, change);
    }
  crowd = ply_snapshot_update (snapshot, (PlyChange *) changes->data, changes->len);
  conflicts = ply_conflicts_new (crowd);
  g_assert_cmpuint (ply_conflicts_count (conflicts, PLY_SEVERITY_ERROR), >=, n);
  g_assert_cmpuint (ply_conflicts_count (conflicts, PLY_SEVERITY_ERROR), <=, 50 * n);
}

/* References to nothing, dates that are none, and the like come from foreign files. */
static void
test_broken (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (
      little_event_new (),
      "session s1 day=nowhere room=none track=none type=none\n"
      "talk t session=none title=T duration=10\n"
      "participation p3 talk=none person=none role=speaker\n"
      "participation p4 talk=t person=ann role=speaker\n"
      "affiliation a3 person=none institution=none\n"
      "availability v person=none day=none available=1\n"
      "rule r type=before session=none other=s2\n"
      "rule r2 type=odd session=s2 other=s2\n"
      "day d3 date=2023-99-99\nsession s4 title=Four day=d3 start=0 duration=99999 room=hall\n"
      "translation x owner_kind=odd owner=s1 field=title language=de text=T state=final\n"
      "translation y owner_kind=session owner=none field=odd language=de text=T state=final\n",
      NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  g_autofree char *found = little_event_print (conflicts);

  g_assert_nonnull (g_strrstr (found, "no-time s1"));
  g_assert_nonnull (g_strrstr (found, "no-time s4"));
  g_assert_nonnull (g_strrstr (found, "no-room s1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Another seed is for looking for more. */
  if (g_getenv ("PLY_SEED") != NULL)
    seed = g_ascii_strtoull (g_getenv ("PLY_SEED"), NULL, 10);
  g_test_add_func ("/updates/random", test_random);
  g_test_add_func ("/updates/crowd", test_crowd);
  g_test_add_func ("/updates/broken", test_broken);
  return g_test_run ();
}
