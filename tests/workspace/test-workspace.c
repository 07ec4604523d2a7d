/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-workspace.h"

#include "ply-test-event.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  PlyWorkspace *workspace;
} Fixture;

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
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ply_workspace_close (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (fixture->workspace);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
count_cb (gpointer object, gpointer count)
{
  (*(guint *) count)++;
}

static void
test_edit_undo_redo (Fixture *fixture, gconstpointer data)
{
  PlyWorkspace *workspace = fixture->workspace;
  PlyItem *item = ply_workspace_get_item (workspace, PLY_KIND_SESSION, TEST_OPENING);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  const PlySession *session;
  gboolean can_undo = TRUE;
  guint heard = 0;

  g_object_get (workspace, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
  g_signal_connect (item, "changed", G_CALLBACK (count_cb), &heard);
  g_assert_true (ply_workspace_set_text (workspace, PLY_KIND_SESSION, TEST_OPENING, "title",
                                         "Welcome", &error));
  session = ply_item_get_record (item);
  g_assert_cmpstr (session->title, ==, "Welcome");
  g_assert_cmpuint (heard, ==, 1);
  g_object_get (workspace, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Edit Session");

  g_assert_true (ply_workspace_undo (workspace, &error));
  g_assert_cmpstr (((const PlySession *) ply_item_get_record (item))->title, ==, "Opening");
  g_assert_true (ply_workspace_redo (workspace, &error));
  g_assert_cmpstr (((const PlySession *) ply_item_get_record (item))->title, ==, "Welcome");
  g_assert_cmpuint (heard, ==, 3);
}

static void
test_invalid_changes_nothing (Fixture *fixture, gconstpointer data)
{
  PlySnapshot *before = ply_workspace_get_snapshot (fixture->workspace);
  g_autoptr (GError) error = NULL;

  g_assert_false (ply_workspace_set_text (fixture->workspace, PLY_KIND_SESSION, TEST_OPENING,
                                          "title", "", &error));
  g_assert_nonnull (error);
  g_assert_true (ply_workspace_get_snapshot (fixture->workspace) == before);
}

static void
test_neighbours_hear (Fixture *fixture, gconstpointer data)
{
  PlyWorkspace *workspace = fixture->workspace;
  PlyItem *panel = ply_workspace_get_item (workspace, PLY_KIND_SESSION, TEST_PANEL);
  PlyItem *poster = ply_workspace_get_item (workspace, PLY_KIND_SESSION, TEST_UNPLACED);
  PlyItem *institution = ply_workspace_get_item (workspace, PLY_KIND_INSTITUTION, TEST_INSTITUTION);
  guint panel_heard = 0;
  guint poster_heard = 0;
  guint institution_heard = 0;

  g_signal_connect (panel, "changed", G_CALLBACK (count_cb), &panel_heard);
  g_signal_connect (poster, "changed", G_CALLBACK (count_cb), &poster_heard);
  g_signal_connect (institution, "changed", G_CALLBACK (count_cb), &institution_heard);

  /* The speaker of a talk in the panel gets another name: the panel's row shows it. */
  g_assert_true (
      ply_workspace_set_text (workspace, PLY_KIND_PERSON, TEST_PERSON, "name", "P. Liebelt", NULL));
  g_assert_cmpuint (panel_heard, ==, 1);
  g_assert_cmpuint (institution_heard, ==, 1);
  g_assert_nonnull (g_strstr_len (ply_item_get_search_key (panel), -1, "p. liebelt"));

  g_assert_true (
      ply_workspace_set_text (workspace, PLY_KIND_ROOM, TEST_ROOM, "name", "Aula", NULL));
  g_assert_cmpuint (panel_heard, ==, 2);
  g_assert_cmpuint (poster_heard, ==, 0);

  g_assert_true (ply_workspace_set_translation (workspace, PLY_KIND_SESSION, TEST_PANEL, "title",
                                                "de", "Podium", NULL));
  g_assert_cmpuint (panel_heard, ==, 3);
  g_assert_nonnull (g_strstr_len (ply_item_get_search_key (panel), -1, "podium"));
}

static void
test_models_are_spliced (Fixture *fixture, gconstpointer data)
{
  PlyWorkspace *workspace = fixture->workspace;
  GListModel *sessions = ply_workspace_get_items (workspace, PLY_KIND_SESSION);
  static const char *const ids[] = { TEST_OPENING, TEST_PANEL, NULL };
  g_autoptr (PlyItem) first = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (sessions), ==, 3);
  g_assert_true (
      ply_workspace_set_integer (workspace, PLY_KIND_SESSION, TEST_OPENING, "start", 700, &error));
  first = g_list_model_get_item (sessions, 0);
  g_assert_cmpstr (ply_item_get_id (first), ==, TEST_PANEL);

  copy = ply_workspace_duplicate (workspace, PLY_KIND_SESSION, TEST_PANEL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (sessions), ==, 4);
  g_assert_nonnull (ply_workspace_get_item (workspace, PLY_KIND_SESSION, copy));

  g_assert_true (ply_workspace_delete (workspace, PLY_KIND_SESSION, ids, &error));
  g_assert_cmpuint (g_list_model_get_n_items (sessions), ==, 2);
  g_assert_true (ply_workspace_undo (workspace, &error));
  g_assert_cmpuint (g_list_model_get_n_items (sessions), ==, 4);
  g_assert_cmpuint (ply_snapshot_get_n (ply_workspace_get_snapshot (workspace), PLY_KIND_TALK), ==,
                    2);
}

static void
test_added_ranks_last (Fixture *fixture, gconstpointer data)
{
  PlyRoom *room = ply_record_new (PLY_KIND_ROOM, NULL);
  GListModel *rooms = ply_workspace_get_items (fixture->workspace, PLY_KIND_ROOM);
  g_autoptr (PlyItem) last = NULL;

  room->name = g_strdup ("Annex");
  g_assert_true (ply_workspace_add (fixture->workspace, room, NULL));
  last = g_list_model_get_item (rooms, 1);
  g_assert_cmpstr (((const PlyRoom *) ply_item_get_record (last))->name, ==, "Annex");
}

static gboolean
stop_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
test_saves_by_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gboolean saved = TRUE;
  guint guard;

  g_assert_true (ply_workspace_set_text (fixture->workspace, PLY_KIND_SESSION, TEST_OPENING,
                                         "title", "Hello", NULL));
  g_object_get (fixture->workspace, "saved", &saved, NULL);
  g_assert_false (saved);
  g_signal_connect_swapped (fixture->workspace, "notify::saved", G_CALLBACK (g_main_loop_quit),
                            loop);
  guard = g_timeout_add_seconds (30, stop_cb, loop);
  g_main_loop_run (loop);
  g_object_get (fixture->workspace, "saved", &saved, NULL);
  g_assert_true (saved);
  g_source_remove (guard);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("plenary-state-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  add ("/workspace/edit-undo-redo", test_edit_undo_redo);
  add ("/workspace/invalid-changes-nothing", test_invalid_changes_nothing);
  add ("/workspace/neighbours-hear", test_neighbours_hear);
  add ("/workspace/models-are-spliced", test_models_are_spliced);
  add ("/workspace/added-ranks-last", test_added_ranks_last);
  add ("/workspace/saves-by-itself", test_saves_by_itself);
  return g_test_run ();
}
