/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-testing.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MEMORY "/dev/shm"

static char *folder;

/* Helpers */

static int
remove_cb (const char *path, const struct stat *info, int type, struct FTW *where)
{
  return remove (path);
}

static void
append_field (GString *text, gconstpointer record, const PlyField *field)
{
  g_auto (PlyValue) value = ply_record_get_value (record, field);

  switch (value.type)
    {
    case PLY_VALUE_TEXT:
      g_string_append_printf (text, " %s=%s", field->name, value.text);
      break;
    case PLY_VALUE_INTEGER:
      g_string_append_printf (text, " %s=%" G_GINT64_FORMAT, field->name, value.integer);
      break;
    case PLY_VALUE_BYTES:
      g_string_append_printf (text, " %s=%zu:%u", field->name, g_bytes_get_size (value.bytes),
                              g_bytes_hash (value.bytes));
      break;
    default:
      break;
    }
}

static void
run (PlyStore *store, PlyPlan *plan, const char *coalesce_key)
{
  g_autoptr (GError) error = NULL;
  gboolean done = ply_store_run (store, plan, coalesce_key, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/* Public functions */

void
testing_use_memory (void)
{
  if (access (MEMORY, W_OK) == 0)
    g_setenv ("TMPDIR", MEMORY, TRUE);
}

void
testing_init (int *argc, char ***argv)
{
  /* Not g_get_tmp_dir(): it would remember this folder, and not take the one that is set below. */
  const char *parent = g_getenv ("TMPDIR");
  g_autofree char *template =
      g_build_filename (parent != NULL ? parent : "/tmp", "plenary-test-XXXXXX", NULL);
  g_autofree char *state = NULL;

  folder = realpath (mkdtemp (template), NULL);
  state = g_build_filename (folder, "state", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("TMPDIR", folder, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", folder, TRUE);
  g_test_init (argc, argv, NULL);
}

int
testing_run (void)
{
  int result = g_test_run ();

  nftw (folder, remove_cb, 20, FTW_DEPTH | FTW_PHYS);
  free (folder);
  return result;
}

char *
testing_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

GFile *
testing_file (const char *name)
{
  return g_file_new_build_filename (folder, name, NULL);
}

const char *
testing_state_folder (void)
{
  return g_get_user_state_dir ();
}

guint
testing_count_working_copies (void)
{
  g_autofree char *working = g_build_filename (testing_state_folder (), "plenary", "working", NULL);
  g_autoptr (GDir) dir = g_dir_open (working, 0, NULL);
  guint n = 0;

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    n += strcmp (name, "lock") != 0;
  return n;
}

PlyPlan *
testing_event_plan (void)
{
  PlyPlan *plan = ply_plan_new ("New Event");
  PlyEvent *event = ply_record_new (PLY_KIND_EVENT, NULL);

  ply_record_set_text (event, "title", "Tag der Wissenschaft");
  ply_record_set_text (event, "timezone", "Asia/Almaty");
  ply_record_set_text (event, "base_language", "de");
  ply_record_set_text (event, "languages", "de kk ru en");
  ply_plan_insert (plan, event);
  return plan;
}

PlyStore *
testing_create (const char *name)
{
  g_autoptr (GFile) file = testing_file (name);
  g_autoptr (PlyPlan) plan = testing_event_plan ();
  g_autoptr (GError) error = NULL;
  PlyStore *store = ply_store_create (file, plan, TRUE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

void
testing_add_room (PlyStore *store, const char *id, const char *room_name)
{
  g_autoptr (PlyPlan) plan = ply_plan_new ("Add Room");
  PlyRoom *room = ply_record_new (PLY_KIND_ROOM, id);

  ply_record_set_text (room, "name", room_name);
  ply_plan_insert (plan, room);
  run (store, plan, NULL);
}

void
testing_rename_room (PlyStore *store, const char *id, const char *room_name,
                     const char *coalesce_key)
{
  g_autoptr (PlyPlan) plan = ply_plan_new ("Rename Room");

  ply_plan_set_text (plan, PLY_KIND_ROOM, id, "name", room_name);
  run (store, plan, coalesce_key);
}

void
testing_delete_room (PlyStore *store, const char *id)
{
  g_autoptr (PlyPlan) plan = ply_plan_new ("Delete Room");
  g_autoptr (PlySnapshot) snapshot = ply_store_load (store, NULL);

  ply_plan_delete (plan, snapshot, PLY_KIND_ROOM, id);
  run (store, plan, NULL);
}

char *
testing_room_name (PlyStore *store, const char *id)
{
  g_autoptr (PlySnapshot) snapshot = ply_store_load (store, NULL);
  const PlyRoom *room = ply_snapshot_lookup (snapshot, PLY_KIND_ROOM, id);

  return room != NULL ? g_strdup (room->name) : NULL;
}

char *
testing_dump (const PlySnapshot *snapshot)
{
  GString *text = g_string_new (NULL);

  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      const PlyKindInfo *info = ply_kind_get_info (kind);
      guint n = ply_snapshot_get_n (snapshot, kind);

      for (guint i = 0; i < n; i++)
        {
          gconstpointer record = ply_snapshot_get_at (snapshot, kind, i);

          g_string_append_printf (text, "%s %s", info->name, PLY_RECORD (record)->id);
          for (guint j = 0; j < info->n_fields; j++)
            append_field (text, record, &info->fields[j]);
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free_and_steal (text);
}

char *
testing_dump_store (PlyStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlySnapshot) snapshot = ply_store_load (store, &error);

  g_assert_no_error (error);
  return testing_dump (snapshot);
}

GBytes *
testing_read (const char *path)
{
  char *data;
  gsize size;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

void
testing_write (const char *path, gconstpointer data, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, size, &error);
  g_assert_no_error (error);
}

void
testing_sql (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_null (message);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

PlyStore *
testing_open (const char *name)
{
  g_autoptr (GFile) file = testing_file (name);
  g_autoptr (GError) error = NULL;
  PlyStore *store = ply_store_open (file, &error);

  g_assert_no_error (error);
  return store;
}

void
testing_save (PlyStore *store)
{
  g_autoptr (GError) error = NULL;

  ply_store_save (store, &error);
  g_assert_no_error (error);
  g_assert_false (ply_store_get_dirty (store));
}

void
testing_close (PlyStore *store)
{
  g_autoptr (GError) error = NULL;

  ply_store_close (store, &error);
  g_assert_no_error (error);
  g_object_unref (store);
}

void
testing_assert_saved (const char *name, const char *id, const char *room_name)
{
  g_autoptr (GFile) file = testing_file (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyStore) store = ply_store_open_read_only (file, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = testing_room_name (store, id);
  g_assert_cmpstr (found, ==, room_name);
}

void
testing_assert_bytes (const char *path, GBytes *before)
{
  g_autoptr (GBytes) after = testing_read (path);

  g_assert_true (g_bytes_equal (before, after));
}

void
testing_crash (PlyStore *store)
{
  g_object_unref (store);
}

void
testing_copy (const char *from, const char *to)
{
  g_autofree char *from_path = testing_path (from);
  g_autofree char *to_path = testing_path (to);
  g_autoptr (GBytes) bytes = testing_read (from_path);

  testing_write (to_path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
testing_find (const char *folder_name, const char *part)
{
  g_autofree char *path = testing_path (folder_name);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  char *found = NULL;

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    if (strstr (name, part) != NULL)
      {
        g_assert_null (found);
        found = g_build_filename (folder_name, name, NULL);
      }
  return found;
}

void
testing_make_folder (const char *name)
{
  g_autofree char *path = testing_path (name);

  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
}

guint
testing_count_files (const char *folder_name)
{
  g_autofree char *path = testing_path (folder_name);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}
