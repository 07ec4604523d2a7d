/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-testing.h"

#include "ply-store-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* Files of older versions, and versions that do not exist yet. */

static GString *order;

/* Where the kinds that a version does not know begin. */
static const PlyKind kinds_end[] = { [1] = PLY_KIND_WALK, [2] = PLY_N_KINDS };

/* Later versions, run by the same runner as the real ones. */

static gboolean
note_step_cb (PlyDb *db, GError **error)
{
  gint64 n_columns;

  /* Each step finds what the one before it made. */
  g_assert_true (ply_db_query_integer (
      db, "SELECT count(*) FROM pragma_table_info('room') WHERE name = 'floor'", &n_columns, NULL));
  g_string_append_printf (order, "%d", (int) n_columns);
  return TRUE;
}

static gboolean
fail_step_cb (PlyDb *db, GError **error)
{
  g_set_error_literal (error, PLY_STORE_ERROR, PLY_STORE_ERROR_IO, "failed on purpose");
  return FALSE;
}

#define FIRST_LATER                                                                                \
  "ALTER TABLE room ADD COLUMN floor TEXT; ALTER TABLE talk ADD COLUMN extra2 INTEGER"
#define SECOND_LATER "CREATE TABLE sponsor (id TEXT NOT NULL PRIMARY KEY, name TEXT) STRICT"

/* The real ones come first. */
#define N_REAL 2

static PlySchemaStep later_steps[] = {
  [N_REAL] = { FIRST_LATER, NULL },
  [N_REAL + 1] = { SECOND_LATER, note_step_cb },
};
static const PlySchema later = { later_steps, G_N_ELEMENTS (later_steps) };

static PlySchemaStep failing_steps[] = {
  [N_REAL] = { FIRST_LATER, NULL },
  [N_REAL + 1] = { SECOND_LATER, fail_step_cb },
};
static const PlySchema failing = { failing_steps, G_N_ELEMENTS (failing_steps) };

static PlySchemaStep wrong_steps[] = {
  [N_REAL] = { FIRST_LATER, NULL },
  [N_REAL + 1] = { "CREATE TABLE room (id TEXT)", NULL },
};
static const PlySchema wrong = { wrong_steps, G_N_ELEMENTS (wrong_steps) };

/* Helpers */

static char *
take_fixture (const char *fixture, const char *name)
{
  g_autofree char *from = g_build_filename (g_getenv ("PLY_FIXTURES"), fixture, NULL);
  g_autoptr (GBytes) bytes = testing_read (from);
  char *path = testing_path (name);

  testing_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return path;
}

static void
assert_column (PlyDb *db, gboolean there)
{
  gint64 n;

  ply_db_query_integer (db, "SELECT count(*) FROM pragma_table_info('room') WHERE name = 'floor'",
                        &n, NULL);
  g_assert_cmpint (n, ==, there);
}

/* The only file below older-versions. */
static char *
find_older (void)
{
  g_autofree char *folder =
      g_build_filename (testing_state_folder (), "plenary", "older-versions", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

/* Tests */

static void
test_fixture (gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strdup_printf ("event-v%u.plenary", version);
  g_autofree char *path = take_fixture (name, name);
  g_autoptr (GFile) file = testing_file (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyStore) store = ply_store_open (file, &error);
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_undone = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (ply_store_get_file_version (store), ==, version);
  snapshot = ply_store_load (store, NULL);
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    g_assert_true ((ply_snapshot_get_n (snapshot, kind) > 0) == (kind < kinds_end[version]));
  g_assert_cmpstr (ply_snapshot_get_event (snapshot)->title, ==,
                   "Deutsch-Kasachischer Wissenschaftstag");

  /* Its commands still fit. */
  before = testing_dump (snapshot);
  g_assert_cmpstr (ply_store_get_redo_label (store), ==, "Rename");
  while (ply_store_get_undo_label (store) != NULL)
    {
      g_assert_true (ply_store_undo (store, NULL));
      n_undone++;
    }
  g_assert_cmpuint (n_undone, ==, version == 1 ? 2 : 3);
  while (n_undone-- > 0)
    g_assert_true (ply_store_redo (store, NULL));
  after = testing_dump_store (store);
  g_assert_cmpstr (before, ==, after);
  ply_store_discard (store);
}

static void
test_steps_in_order (gconstpointer data)
{
  guint from = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strdup_printf ("event-v%u.plenary", from);
  g_autofree char *mark = g_strdup_printf ("version %u", from);
  g_autofree char *path = take_fixture (name, "later.plenary");
  g_autoptr (GFile) file = testing_file ("later.plenary");
  g_autoptr (GBytes) original = testing_read (path);
  g_autoptr (GBytes) untouched = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *older = NULL;
  PlyStore *store;
  guint version;

  g_string_truncate (order, 0);
  store = ply_store_open_with_schema (file, &later, &error);
  g_assert_no_error (error);
  /* Once for the model that the file's schema will be compared with is no step of the file's. */
  g_assert_cmpstr (order->str, ==, "1");
  g_assert_cmpuint (ply_store_get_file_version (store), ==, from);
  ply_schema_get_version (store->db, &version, NULL);
  g_assert_cmpuint (version, ==, later.n_steps);
  assert_column (store->db, TRUE);

  /* Looking at an old file does not change it. */
  g_assert_false (ply_store_get_dirty (store));
  untouched = testing_read (path);
  g_assert_true (g_bytes_equal (original, untouched));

  /* Commands from before the change can be undone after it. */
  while (ply_store_get_undo_label (store) != NULL)
    {
      g_assert_true (ply_store_undo (store, &error));
      g_assert_no_error (error);
    }
  g_assert_true (ply_store_redo (store, NULL));
  g_assert_true (ply_store_close (store, NULL));
  g_object_unref (store);

  older = find_older ();
  g_assert_nonnull (strstr (older, mark));
  kept = testing_read (older);
  g_assert_true (g_bytes_equal (original, kept));
  g_remove (older);

  store = ply_store_open_with_schema (file, &later, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ply_store_get_file_version (store), ==, later.n_steps);
  g_assert_true (ply_store_close (store, NULL));
  g_object_unref (store);

  g_assert_null (ply_store_open (file, &error));
  testing_assert_error (error, NEWER);
}

static void
test_all_or_nothing (void)
{
  static const PlySchema *const schemas[] = { &failing, &wrong };

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_autofree char *path = take_fixture ("event-v1.plenary", "stays.plenary");
      g_autoptr (GFile) file = testing_file ("stays.plenary");
      g_autoptr (GBytes) before = testing_read (path);
      g_autoptr (GBytes) after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (PlyDb) db = NULL;
      guint version;

      g_assert_null (ply_store_open_with_schema (file, schemas[i], &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_clear_error (&error);
      after = testing_read (path);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_cmpuint (testing_count_working_copies (), ==, 0);

      db = ply_db_open (path, "stays", FALSE, NULL);
      g_assert_false (ply_schema_migrate (schemas[i], db, &error));
      g_assert_nonnull (error);
      ply_schema_get_version (db, &version, NULL);
      g_assert_cmpuint (version, ==, 1);
      assert_column (db, FALSE);
    }
}

int
main (int argc, char **argv)
{
  int result;

  testing_init (&argc, &argv);
  order = g_string_new (NULL);
  g_assert_cmpuint (ply_schema_get ()->n_steps, ==, N_REAL);
  for (guint i = 0; i < N_REAL; i++)
    later_steps[i] = failing_steps[i] = wrong_steps[i] = ply_schema_get ()->steps[i];

  /* One fixture of every version, the newest included. */
  for (guint version = 1; version <= ply_store_get_schema_version (); version++)
    {
      g_autofree char *name = g_strdup_printf ("/migrate/fixture-%u", version);

      g_autofree char *steps = g_strdup_printf ("/migrate/steps-in-order-%u", version);

      g_test_add_data_func (name, GUINT_TO_POINTER (version), test_fixture);
      g_test_add_data_func (steps, GUINT_TO_POINTER (version), test_steps_in_order);
    }
  g_test_add_func ("/migrate/all-or-nothing", test_all_or_nothing);

  result = testing_run ();
  g_string_free (order, TRUE);
  return result;
}
