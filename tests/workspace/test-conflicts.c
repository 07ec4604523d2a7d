/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-workspace.h"

#include "ply-test-event.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  PlyWorkspace *workspace;
  GListModel *items;
  GPtrArray *mirror; /* what the signals tell of the list */
  guint n_signals;
  guint n_told; /* "conflicts-changed" */
} Fixture;

static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Fixture *fixture = data;

  fixture->n_signals++;
  if (removed > 0)
    g_ptr_array_remove_range (fixture->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->mirror, position + i, g_list_model_get_item (model, position + i));
}

static void
told_cb (PlyWorkspace *workspace, gpointer data)
{
  ((Fixture *) data)->n_told++;
}

/* The list is what the check says, in its order, and what its signals have told. */
static void
assert_consistent (Fixture *fixture)
{
  GPtrArray *list = ply_conflicts_get_list (ply_workspace_get_conflicts (fixture->workspace));

  g_assert_cmpuint (g_list_model_get_n_items (fixture->items), ==, list->len);
  g_assert_cmpuint (fixture->mirror->len, ==, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (PlyConflictItem) item = g_list_model_get_item (fixture->items, i);
      const PlyConflict *conflict = list->pdata[i];

      g_assert_true (item == fixture->mirror->pdata[i]);
      g_assert_true (ply_conflict_item_is (item, conflict));
      g_assert_true (ply_conflict_item_get_conflict (item) == conflict);
      g_assert_cmpint (ply_conflict_item_get_severity (item), ==, conflict->severity);
      g_assert_cmpuint (ply_conflict_item_get_order (item), ==, i);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = ply_test_event_plan ();

  fixture->folder = g_dir_make_tmp ("plenary-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "event.plenary", NULL);
  fixture->workspace = ply_workspace_create (fixture->path, plan, FALSE, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->workspace, "conflicts-changed", G_CALLBACK (told_cb), fixture);
  if (data != NULL)
    return;
  fixture->items = ply_workspace_get_conflict_items (fixture->workspace);
  fixture->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (fixture->items); i++)
    g_ptr_array_add (fixture->mirror, g_list_model_get_item (fixture->items, i));
  g_signal_connect (fixture->items, "items-changed", G_CALLBACK (mirror_cb), fixture);
  assert_consistent (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ply_workspace_close (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (fixture->workspace);
  g_clear_pointer (&fixture->mirror, g_ptr_array_unref);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
set_start (Fixture *fixture, const char *id, gint64 start)
{
  g_autoptr (GError) error = NULL;

  ply_workspace_set_integer (fixture->workspace, PLY_KIND_SESSION, id, "start", start, &error);
  g_assert_no_error (error);
}

static PlyConflictItem *
find (Fixture *fixture, PlyConflictKind kind)
{
  for (guint i = 0; i < fixture->mirror->len; i++)
    if (ply_conflict_item_get_kind (fixture->mirror->pdata[i]) == kind)
      return fixture->mirror->pdata[i];
  return NULL;
}

static void
test_no_check_before_asked (Fixture *fixture, gconstpointer data)
{
  set_start (fixture, TEST_PANEL, 620);
  g_assert_cmpuint (fixture->n_told, ==, 0);
  g_assert_nonnull (ply_workspace_get_conflicts (fixture->workspace));
  set_start (fixture, TEST_PANEL, 630);
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

static void
test_one_comes_and_goes (Fixture *fixture, gconstpointer data)
{
  guint n = fixture->mirror->len;
  PlyConflictItem *item;
  g_autofree char *message = NULL;

  g_assert_null (find (fixture, PLY_CONFLICT_ROOM_OVERLAP));
  set_start (fixture, TEST_PANEL, 550);
  assert_consistent (fixture);
  /* The room is taken twice, and the chair of the one speaks in the other. */
  item = find (fixture, PLY_CONFLICT_ROOM_OVERLAP);
  g_assert_nonnull (item);
  g_assert_cmpuint (fixture->mirror->len, ==, n + 2);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  message = g_strdup (ply_conflict_item_get_message (item));
  g_assert_nonnull (strstr (message, "Panel"));

  g_assert_true (ply_workspace_undo (fixture->workspace, NULL));
  assert_consistent (fixture);
  g_assert_cmpuint (fixture->mirror->len, ==, n);
  g_assert_null (find (fixture, PLY_CONFLICT_ROOM_OVERLAP));
  g_assert_cmpuint (fixture->n_told, ==, 2);
}

/* A conflict that stands keeps its object and makes no signal; its sentence is new. */
static void
test_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlyConflictItem) item = NULL;
  g_autofree char *before = NULL;

  set_start (fixture, TEST_PANEL, 550);
  item = g_object_ref (find (fixture, PLY_CONFLICT_ROOM_OVERLAP));
  before = g_strdup (ply_conflict_item_get_message (item));
  fixture->n_signals = 0;

  set_start (fixture, TEST_PANEL, 555);
  assert_consistent (fixture);
  g_assert_true (find (fixture, PLY_CONFLICT_ROOM_OVERLAP) == item);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_assert_cmpstr (ply_conflict_item_get_message (item), !=, before);

  ply_workspace_set_text (fixture->workspace, PLY_KIND_ROOM, TEST_ROOM, "name", "Aula", NULL);
  g_assert_true (find (fixture, PLY_CONFLICT_ROOM_OVERLAP) == item);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_assert_nonnull (strstr (ply_conflict_item_get_message (item), "Aula"));
}

static void
test_gone_keeps_its_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlyConflictItem) item = NULL;
  g_autofree char *before = NULL;

  set_start (fixture, TEST_PANEL, 550);
  item = g_object_ref (find (fixture, PLY_CONFLICT_ROOM_OVERLAP));
  before = g_strdup (ply_conflict_item_get_message (item));
  set_start (fixture, TEST_PANEL, 700);
  g_assert_null (ply_conflict_item_get_conflict (item));
  g_assert_cmpstr (ply_conflict_item_get_message (item), ==, before);
}

static guint
count_kind (GPtrArray *conflicts, PlyConflictKind kind)
{
  guint n = 0;

  for (guint i = 0; i < conflicts->len; i++)
    n += ((const PlyConflict *) conflicts->pdata[i])->kind == kind;
  return n;
}

static void
test_about (Fixture *fixture, gconstpointer data)
{
  PlyWorkspace *workspace = fixture->workspace;
  g_autoptr (GPtrArray) panel = NULL;
  g_autoptr (GPtrArray) opening = NULL;
  g_autoptr (GPtrArray) person = NULL;
  g_autoptr (PlyConflictItem) item = NULL;

  set_start (fixture, TEST_PANEL, 550);
  panel = ply_workspace_dup_conflicts_about (workspace, PLY_KIND_SESSION, TEST_PANEL);
  opening = ply_workspace_dup_conflicts_about (workspace, PLY_KIND_SESSION, TEST_OPENING);
  person = ply_workspace_dup_conflicts_about (workspace, PLY_KIND_PERSON, TEST_PERSON);
  g_assert_cmpuint (count_kind (panel, PLY_CONFLICT_ROOM_OVERLAP), ==, 1);
  /* It names the talk, and thereby the panel. */
  g_assert_cmpuint (count_kind (panel, PLY_CONFLICT_PERSON_OVERLAP), ==, 1);
  g_assert_cmpuint (count_kind (opening, PLY_CONFLICT_PERSON_OVERLAP), ==, 1);
  g_assert_cmpuint (count_kind (person, PLY_CONFLICT_PERSON_OVERLAP), ==, 1);
  for (guint i = 1; i < panel->len; i++)
    g_assert_cmpint (((const PlyConflict *) panel->pdata[i - 1])->severity, <=,
                     ((const PlyConflict *) panel->pdata[i])->severity);

  item = ply_workspace_dup_conflict_item (workspace, panel->pdata[0]);
  g_assert_true (ply_conflict_item_get_conflict (item) == panel->pdata[0]);
  set_start (fixture, TEST_PANEL, 700);
  g_assert_null (ply_conflict_item_get_conflict (item));
}

/* One edit that moves one conflict in a long list is told as one that goes and one that comes. */
static void
test_few_signals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlyPlan) plan = ply_plan_new ("Fill");
  g_autoptr (GError) error = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < 40; i++)
    {
      PlySession *session = ply_record_new (PLY_KIND_SESSION, NULL);

      session->title = g_strdup_printf ("Session %02u", i);
      session->day = g_strdup (TEST_DAY_2);
      session->start = 480 + 10 * i;
      session->duration = 10;
      g_set_str (&last, session->record.id);
      ply_plan_insert (plan, session);
    }
  ply_workspace_run (fixture->workspace, plan, NULL, &error);
  g_assert_no_error (error);
  assert_consistent (fixture);

  /* From the end of the day to its beginning: each of its kinds moves by itself. */
  fixture->n_signals = 0;
  set_start (fixture, last, 470);
  assert_consistent (fixture);
  g_assert_cmpuint (fixture->n_signals, >, 0);
  g_assert_cmpuint (fixture->n_signals, <=, 8);
}

static void
random_edit (Fixture *fixture, GRand *random, GPtrArray *ids)
{
  const char *id = ids->pdata[g_rand_int_range (random, 0, ids->len)];
  g_autofree char *title = g_strdup_printf ("Title %u", g_rand_int_range (random, 0, 20));

  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      ply_workspace_set_text (fixture->workspace, PLY_KIND_SESSION, id, "title", title, NULL);
      break;
    case 1:
      ply_workspace_set_text (fixture->workspace, PLY_KIND_SESSION, id, "room",
                              g_rand_boolean (random) ? TEST_ROOM : NULL, NULL);
      break;
    case 2:
      set_start (fixture, id, 300);
      assert_consistent (fixture);
      ply_workspace_undo (fixture->workspace, NULL);
      break;
    default:
      set_start (fixture, id, 480 + 5 * g_rand_int_range (random, 0, 60));
    }
}

static void
test_random_edits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PlyPlan) plan = ply_plan_new ("Fill");

  for (guint i = 0; i < 60; i++)
    {
      PlySession *session = ply_record_new (PLY_KIND_SESSION, NULL);

      session->title = g_strdup_printf ("Session %u", i);
      session->day = g_strdup (i % 2 == 0 ? TEST_DAY_1 : TEST_DAY_2);
      session->start = 480 + 5 * i;
      session->duration = 20;
      session->room = g_strdup (i % 3 == 0 ? TEST_ROOM : NULL);
      g_ptr_array_add (ids, g_strdup (session->record.id));
      ply_plan_insert (plan, session);
    }
  ply_workspace_run (fixture->workspace, plan, NULL, NULL);
  for (guint round = 0; round < 300; round++)
    {
      random_edit (fixture, random, ids);
      assert_consistent (fixture);
    }
}

/* A waived case goes from one list to the other, and back with undo. */
static void
test_waive (Fixture *fixture, gconstpointer data)
{
  PlyWorkspace *workspace = fixture->workspace;
  GListModel *waived = ply_workspace_get_waived_items (workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyConflictItem) item = NULL;
  g_autoptr (PlyConflictItem) gone = NULL;
  g_autofree char *label = NULL;
  guint n;

  set_start (fixture, TEST_PANEL, 550);
  n = fixture->mirror->len;
  gone = g_object_ref (find (fixture, PLY_CONFLICT_ROOM_OVERLAP));
  fixture->n_signals = 0;
  g_assert_true (ply_workspace_waive (workspace, gone, "We share it", &error));
  g_assert_no_error (error);
  assert_consistent (fixture);
  g_assert_cmpuint (fixture->mirror->len, ==, n - 1);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (waived), ==, 1);
  item = g_list_model_get_item (waived, 0);
  g_assert_cmpint (ply_conflict_item_get_kind (item), ==, PLY_CONFLICT_ROOM_OVERLAP);
  g_assert_nonnull (ply_conflict_item_get_conflict (item));
  g_assert_nonnull (strstr (ply_conflict_item_get_message (item), "Panel"));
  g_assert_cmpstr (ply_workspace_get_waiver (workspace, item)->note, ==, "We share it");
  g_object_get (workspace, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Waive Conflict");

  g_assert_true (ply_workspace_waive (workspace, item, NULL, &error));
  g_assert_null (ply_workspace_get_waiver (workspace, item)->note);
  g_assert_true (ply_workspace_unwaive (workspace, item, &error));
  g_assert_no_error (error);
  assert_consistent (fixture);
  g_assert_cmpuint (fixture->mirror->len, ==, n);
  g_assert_cmpuint (g_list_model_get_n_items (waived), ==, 0);
  g_assert_null (ply_workspace_get_waiver (workspace, item));
  for (guint i = 0; i < 2; i++)
    ply_workspace_undo (workspace, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (waived), ==, 1);
  assert_consistent (fixture);
}

/* Waiving what has just been mended is no error, and writes nothing. */
static void
test_waive_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlyConflictItem) item = NULL;
  g_autoptr (GError) error = NULL;

  set_start (fixture, TEST_PANEL, 550);
  item = g_object_ref (find (fixture, PLY_CONFLICT_ROOM_OVERLAP));
  set_start (fixture, TEST_PANEL, 700);
  g_assert_true (ply_workspace_waive (fixture->workspace, item, "Why", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (
      ply_snapshot_get_n (ply_workspace_get_snapshot (fixture->workspace), PLY_KIND_WAIVER), ==, 0);
}

static void
set_severity (Fixture *fixture, const char *severity)
{
  g_autoptr (GError) error = NULL;

  ply_workspace_set_conflict_severity (fixture->workspace, PLY_CONFLICT_ROOM_OVERLAP, severity,
                                       &error);
  g_assert_no_error (error);
  g_assert_cmpstr (
      ply_workspace_get_conflict_severity (fixture->workspace, PLY_CONFLICT_ROOM_OVERLAP), ==,
      severity);
  assert_consistent (fixture);
}

static void
test_severity (Fixture *fixture, gconstpointer data)
{
  PlyConflictItem *item;

  set_start (fixture, TEST_PANEL, 550);
  item = find (fixture, PLY_CONFLICT_ROOM_OVERLAP);
  g_assert_cmpint (ply_conflict_item_get_severity (item), ==, PLY_SEVERITY_ERROR);
  set_severity (fixture, "hint");
  g_assert_true (find (fixture, PLY_CONFLICT_ROOM_OVERLAP) == item);
  g_assert_cmpint (ply_conflict_item_get_severity (item), ==, PLY_SEVERITY_HINT);
  set_severity (fixture, "off");
  g_assert_null (find (fixture, PLY_CONFLICT_ROOM_OVERLAP));
  set_severity (fixture, NULL);
  item = find (fixture, PLY_CONFLICT_ROOM_OVERLAP);
  g_assert_cmpint (ply_conflict_item_get_severity (item), ==, PLY_SEVERITY_ERROR);

  /* Each was one step. */
  for (guint i = 0; i < 3; i++)
    g_assert_true (ply_workspace_undo (fixture->workspace, NULL));
  assert_consistent (fixture);
  g_assert_null (
      ply_workspace_get_conflict_severity (fixture->workspace, PLY_CONFLICT_ROOM_OVERLAP));
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer), gconstpointer data)
{
  g_autofree char *path = g_strconcat ("/workspace/conflicts/", name, NULL);

  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("no-check-before-asked", test_no_check_before_asked, "no list");
  add ("one-comes-and-goes", test_one_comes_and_goes, NULL);
  add ("stays", test_stays, NULL);
  add ("gone-keeps-its-words", test_gone_keeps_its_words, NULL);
  add ("about", test_about, NULL);
  add ("waive", test_waive, NULL);
  add ("waive-gone", test_waive_gone, NULL);
  add ("severity", test_severity, NULL);
  add ("few-signals", test_few_signals, NULL);
  add ("random-edits", test_random_edits, NULL);
  return g_test_run ();
}
