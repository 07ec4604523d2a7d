/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"

#include <string.h>

/* Kinds switched off or of another severity, and conflicts that are waived: when they are there
 * from the beginning, and when they come and go. */

#define CLASH "session s2 start=590 room=hall\n"
#define SETTING(kind_, severity_)                                                                  \
  "conflict_setting c-" kind_ " kind=" kind_ " severity=" severity_ "\n"

typedef struct
{
  const char *name;
  const char *edits[4]; /* one after the other */
  const char *listed;   /* with severities */
  const char *waived;
} Case;

static const Case cases[] = {
  { "usual", { CLASH }, "error room-overlap s1 s2 hall", "" },
  { "off", { CLASH SETTING ("room-overlap", "off") }, "", "" },
  { "off-later", { CLASH, SETTING ("room-overlap", "off") }, "", "" },
  { "off-before", { SETTING ("room-overlap", "off"), CLASH }, "", "" },
  { "off-and-on",
    { CLASH, SETTING ("room-overlap", "off"), "- conflict_setting c-room-overlap\n" },
    "error room-overlap s1 s2 hall",
    "" },
  { "hint", { CLASH, SETTING ("room-overlap", "hint") }, "hint room-overlap s1 s2 hall", "" },
  { "error", { "session s1 type=\n" SETTING ("no-type", "error") }, "error no-type s1", "" },
  { "of-another-kind",
    { CLASH, SETTING ("person-overlap", "off") },
    "error room-overlap s1 s2 hall",
    "" },
  { "of-no-kind", { CLASH, SETTING ("odd", "off") }, "error room-overlap s1 s2 hall", "" },
  { "odd-severity",
    { CLASH, SETTING ("room-overlap", "odd") },
    "error room-overlap s1 s2 hall",
    "" },

  { "waived",
    { CLASH, "waiver w kind=room-overlap records=hall_s1_s2\n" },
    "",
    "error room-overlap s1 s2 hall" },
  { "waived-from-the-beginning",
    { CLASH "waiver w kind=room-overlap records=hall_s1_s2\n" },
    "",
    "error room-overlap s1 s2 hall" },
  { "waived-before",
    { "waiver w kind=room-overlap records=hall_s1_s2\n", CLASH },
    "",
    "error room-overlap s1 s2 hall" },
  { "waived-and-changed-places",
    { CLASH, "waiver w kind=room-overlap records=hall_s1_s2\n", "session s2 start=500\n" },
    "",
    "error room-overlap s2 s1 hall" },
  { "waived-and-solved",
    { CLASH, "waiver w kind=room-overlap records=hall_s1_s2\n", "session s2 start=600\n" },
    "",
    "" },
  { "waived-and-back",
    { CLASH, "waiver w kind=room-overlap records=hall_s1_s2\n", "- waiver w\n" },
    "error room-overlap s1 s2 hall",
    "" },
  { "waived-twice",
    { CLASH,
      "waiver w kind=room-overlap records=hall_s1_s2\n"
      "waiver w2 kind=room-overlap records=hall_s1_s2\n",
      "- waiver w\n" },
    "",
    "error room-overlap s1 s2 hall" },
  { "waived-elsewhere",
    { CLASH, "waiver w kind=room-overlap records=lab_s1_s2\n" },
    "error room-overlap s1 s2 hall",
    "" },
  { "waived-as-another-kind",
    { CLASH, "waiver w kind=person-overlap records=hall_s1_s2\n" },
    "error room-overlap s1 s2 hall",
    "" },
  { "waived-in-part",
    { CLASH, "waiver w kind=room-overlap records=s1_s2\n" },
    "error room-overlap s1 s2 hall",
    "" },
  { "waiver-of-no-kind",
    { CLASH, "waiver w kind=odd records=hall_s1_s2\n" },
    "error room-overlap s1 s2 hall",
    "" },
  { "waiver-of-nothing",
    { CLASH, "waiver w kind=room-overlap\n" },
    "error room-overlap s1 s2 hall",
    "" },
  { "waiver-changed",
    { CLASH, "waiver w kind=room-overlap records=s1\n", "waiver w records=hall_s1_s2\n" },
    "",
    "error room-overlap s1 s2 hall" },
  { "waived-for-a-language",
    { "event e wanted_languages=ru_kk\nsession s2 language=kk_ru\n",
      "waiver w kind=no-interpretation records=s1 text=ru\n" },
    "warning no-interpretation s1",
    "warning no-interpretation s1" },
  { "waived-for-a-person",
    { "session s2 start=599\nparticipation p2 person=ann institution=inst\n",
      "waiver w kind=person-overlap records=ann_s1_s2\n" },
    "",
    "error person-overlap s1 s2 ann" },
  { "waived-names",
    { "person bob name=Alder_Ann\n", "waiver w kind=duplicate-person records=ann_bob\n" },
    "",
    "warning duplicate-person ann bob" },
  { "waived-rule",
    { "rule r type=same-room session=s1 other=s2\n", "waiver w kind=same-room records=r_s1_s2\n" },
    "",
    "warning same-room s1 s2 r" },
  { "waived-and-another-severity",
    { CLASH "waiver w kind=room-overlap records=hall_s1_s2\n", SETTING ("room-overlap", "hint") },
    "",
    "hint room-overlap s1 s2 hall" },
};

/* Helpers */

static char *
describe (GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const PlyConflict *conflict = list->pdata[i];

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "",
                              ply_severity_get_name (conflict->severity),
                              ply_conflict_kind_get_info (conflict->kind)->name);
      for (guint r = 0; r < conflict->n_records; r++)
        g_string_append_printf (text, " %s", conflict->records[r].id);
    }
  return g_string_free_and_steal (text);
}

static void
assert_found (PlyConflicts *conflicts, const Case *expected)
{
  g_autofree char *listed = describe (ply_conflicts_get_list (conflicts));
  g_autofree char *waived = describe (ply_conflicts_get_waived (conflicts));
  g_autoptr (GPtrArray) about = ply_conflicts_dup_about (conflicts, PLY_KIND_SESSION, "s1");
  guint n = 0;

  g_assert_cmpstr (listed, ==, expected->listed);
  g_assert_cmpstr (waived, ==, expected->waived);
  for (guint i = 0; i < PLY_N_SEVERITIES; i++)
    n += ply_conflicts_count (conflicts, i);
  g_assert_cmpuint (n, ==, ply_conflicts_get_list (conflicts)->len);
  g_assert_cmpuint (about->len, <=, n);
}

static PlySnapshot *
edit (PlyConflicts *conflicts, PlySnapshot *snapshot, const char *text)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));

  snapshot = little_event_edit (snapshot, text, changes);
  ply_conflicts_update (conflicts, snapshot, (PlyChange *) changes->data, changes->len);
  return snapshot;
}

/* Tests */

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (PlySnapshot) snapshot = little_event_new ();
  g_autoptr (PlyConflicts) updated = ply_conflicts_new (snapshot);
  g_autoptr (PlyConflicts) fresh = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (self->edits) && self->edits[i] != NULL; i++)
    snapshot = edit (updated, g_steal_pointer (&snapshot), self->edits[i]);
  fresh = ply_conflicts_new (snapshot);
  assert_found (fresh, self);
  assert_found (updated, self);
}

static void
test_severities (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (
      little_event_new (), SETTING ("room-overlap", "off") SETTING ("no-room", "error"), NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);

  g_assert_false (ply_conflicts_is_on (conflicts, PLY_CONFLICT_ROOM_OVERLAP));
  g_assert_true (ply_conflicts_is_on (conflicts, PLY_CONFLICT_NO_ROOM));
  g_assert_cmpint (ply_conflicts_get_severity (conflicts, PLY_CONFLICT_NO_ROOM), ==,
                   PLY_SEVERITY_ERROR);
  g_assert_cmpint (ply_conflicts_get_severity (conflicts, PLY_CONFLICT_NO_TIME), ==,
                   PLY_SEVERITY_WARNING);
}

/* Whatever is found can be waived, and is listed again without the waiver. */
static void
test_make_waivers (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (
      little_event_new (),
      CLASH "event e languages=en_ru_kk wanted_languages=ru_kk turnover_least=700 break_least=70\n"
            "participation p2 person=ann\nrule r type=before session=s2 other=s1\n"
            "session s1 type=\nsession s3 title=One\n",
      NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  guint n = ply_conflicts_get_list (conflicts)->len;

  for (guint i = 0; i < n; i++)
    {
      GPtrArray *list = ply_conflicts_get_list (conflicts);
      const PlyConflict *conflict = list->pdata[g_test_rand_int_range (0, list->len)];
      g_autoptr (PlyRecord) waiver = (PlyRecord *) ply_conflict_make_waiver (conflict, "It is so");
      PlyChange change = { PLY_KIND_WAIVER, waiver->id, waiver };
      g_autoptr (PlySnapshot) next = ply_snapshot_update (snapshot, &change, 1);
      PlyConflicts *fresh;

      ply_conflicts_update (conflicts, next, &change, 1);
      g_assert_cmpuint (ply_conflicts_get_list (conflicts)->len, ==, n - i - 1);
      g_assert_cmpuint (ply_conflicts_get_waived (conflicts)->len, ==, i + 1);
      fresh = ply_conflicts_new (next);
      g_assert_cmpuint (ply_conflicts_get_list (fresh)->len, ==, n - i - 1);
      ply_conflicts_free (fresh);
      ply_snapshot_unref (snapshot);
      snapshot = g_steal_pointer (&next);
    }
}

static void
test_waiver_fields (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), CLASH, NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  const PlyConflict *conflict = ply_conflicts_get_list (conflicts)->pdata[0];
  g_autoptr (PlyWaiver) waiver = ply_conflict_make_waiver (conflict, "Shared");
  g_autoptr (PlyWaiver) plain = ply_conflict_make_waiver (conflict, NULL);
  g_autofree char *id = ply_waiver_id ("room-overlap", "hall s1 s2", NULL);

  g_assert_cmpstr (waiver->kind, ==, "room-overlap");
  g_assert_cmpstr (waiver->records, ==, "hall s1 s2");
  g_assert_null (waiver->text);
  g_assert_cmpstr (waiver->note, ==, "Shared");
  g_assert_cmpstr (waiver->record.id, ==, id);
  g_assert_null (plain->note);
}

/* A probe of a plan that waives, or that takes a waiver away. */
static void
test_probe (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), CLASH, NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  const char *waiver = "waiver w kind=room-overlap records=hall_s1_s2\n";
  g_autoptr (PlyPlan) waive = little_event_plan (snapshot, waiver);
  g_autoptr (PlyProbe) waived = ply_conflicts_probe (conflicts, waive);
  g_autoptr (PlyPlan) forget = NULL;
  g_autoptr (PlyPlan) delete = NULL;
  g_autoptr (PlyProbe) forgotten = NULL;
  g_autoptr (PlyProbe) deleted = NULL;

  g_assert_cmpuint (waived->fresh->len, ==, 0);
  g_assert_cmpuint (waived->n_solved, ==, 1);
  g_assert_cmpuint (ply_conflicts_get_list (conflicts)->len, ==, 1);
  g_assert_cmpuint (ply_conflicts_get_waived (conflicts)->len, ==, 0);
  snapshot = edit (conflicts, g_steal_pointer (&snapshot), waiver);
  forget = little_event_plan (snapshot, "- waiver w\n");
  forgotten = ply_conflicts_probe (conflicts, forget);
  g_assert_cmpuint (forgotten->fresh->len, ==, 1);
  delete = little_event_plan (snapshot, "- session s2\n");
  deleted = ply_conflicts_probe (conflicts, delete);
  g_assert_cmpuint (deleted->fresh->len, ==, 0);
  g_assert_cmpuint (deleted->n_solved, ==, 0);
  g_assert_cmpuint (ply_conflicts_get_list (conflicts)->len, ==, 0);
  g_assert_cmpuint (ply_conflicts_get_waived (conflicts)->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/settings/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/settings/severities", test_severities);
  g_test_add_func ("/waivers/make", test_make_waivers);
  g_test_add_func ("/waivers/fields", test_waiver_fields);
  g_test_add_func ("/waivers/probe", test_probe);
  return g_test_run ();
}
