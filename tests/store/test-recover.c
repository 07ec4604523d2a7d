/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-testing.h"

#include "ply-store-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define ROOM_A "aaaaaaaa-0000-4000-8000-000000000001"

static void
test_discard_keeps_what_was_recovered (void)
{
  PlyStore *store = testing_create ("precious.plenary");
  g_autofree char *name = NULL;

  testing_add_room (store, ROOM_A, "Saal");
  testing_crash (store);
  store = testing_open ("precious.plenary");
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  ply_store_discard (store);
  g_object_unref (store);
  store = testing_open ("precious.plenary");
  g_assert_true (ply_store_get_recovered (store));
  name = testing_room_name (store, ROOM_A);
  g_assert_nonnull (name);
  testing_save (store);
  testing_rename_room (store, ROOM_A, "Foyer", NULL);
  ply_store_discard (store);
  g_object_unref (store);
  g_assert_cmpuint (testing_count_working_copies (), ==, 0);
}

static void
test_recover (void)
{
  PlyStore *store = testing_create ("crash.plenary");
  g_autoptr (GFile) file = testing_file ("crash.plenary");
  g_autoptr (GPtrArray) unsaved = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  testing_add_room (store, ROOM_A, "Saal");
  testing_save (store);
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  before = testing_dump_store (store);
  unsaved = ply_store_dup_unsaved ();
  g_assert_cmpuint (unsaved->len, ==, 0); /* it is open */
  testing_crash (store);

  g_ptr_array_unref (unsaved);
  unsaved = ply_store_dup_unsaved ();
  g_assert_cmpuint (unsaved->len, ==, 1);
  g_assert_true (g_file_equal (unsaved->pdata[0], file));
  testing_assert_saved ("crash.plenary", ROOM_A, "Saal");

  store = testing_open ("crash.plenary");
  g_assert_true (ply_store_get_recovered (store));
  g_assert_true (ply_store_get_dirty (store));
  after = testing_dump_store (store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (ply_store_get_undo_label (store), ==, "Rename Room");
  testing_close (store);
  testing_assert_saved ("crash.plenary", ROOM_A, "Aula");
  g_assert_cmpuint (testing_count_working_copies (), ==, 0);
}

static void
test_recover_without_base (void)
{
  PlyStore *store = testing_create ("baseless.plenary");
  g_autofree char *base = ply_working_copy_path (store->copy, PLY_WORKING_BASE);

  testing_add_room (store, ROOM_A, "Saal");
  testing_crash (store);
  g_unlink (base);
  store = testing_open ("baseless.plenary");
  g_assert_true (ply_store_get_recovered (store));
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  testing_close (store);
  testing_assert_saved ("baseless.plenary", ROOM_A, "Aula");
}

static void
test_crash_without_commands (void)
{
  PlyStore *store = testing_create ("calm.plenary");

  testing_add_room (store, ROOM_A, "Saal");
  testing_save (store);
  testing_crash (store);
  store = testing_open ("calm.plenary");
  g_assert_false (ply_store_get_recovered (store));
  testing_close (store);
  g_assert_cmpuint (testing_count_working_copies (), ==, 0);
}

/* The file was replaced, but nothing was written down about it. */
static void
test_crash_inside_save (void)
{
  PlyStore *store = testing_create ("inside.plenary");
  g_autofree char *next = NULL;
  g_autofree char *base = NULL;
  g_autofree char *path = testing_path ("inside.plenary");
  g_autofree char *stamp = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GError) error = NULL;

  testing_add_room (store, ROOM_A, "Saal");
  next = ply_working_copy_next_path (store->copy, store->state.revision);
  base = ply_working_copy_path (store->copy, PLY_WORKING_BASE);
  {
    /* As the save of a twin would write it. */
    g_autoptr (GFile) twin = testing_file ("twin.plenary");
    g_autofree char *twin_path = testing_path ("twin.plenary");
    g_autoptr (PlyDb) copy = ply_db_open (twin_path, "twin", TRUE, NULL);
    sqlite3_backup *backup = sqlite3_backup_init (copy->handle, "main", store->db->handle, "main");

    sqlite3_backup_step (backup, -1);
    sqlite3_backup_finish (backup);
    ply_db_exec (copy, "PRAGMA journal_mode = DELETE", NULL);
    saved = testing_read (twin_path);
  }
  testing_write (next, g_bytes_get_data (saved, NULL), g_bytes_get_size (saved));
  testing_write (path, g_bytes_get_data (saved, NULL), g_bytes_get_size (saved));
  testing_crash (store);

  store = testing_open ("inside.plenary");
  g_assert_false (ply_store_get_recovered (store));
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  testing_save (store); /* no conflict with ourselves */
  testing_close (store);
  testing_assert_saved ("inside.plenary", ROOM_A, "Aula");
}

/* Crashed, and meanwhile a colleague saved. */
static void
test_recover_and_conflict (void)
{
  PlyStore *store;
  g_autofree char *path = testing_path ("both/event.plenary");
  g_autofree char *ours = NULL;
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GError) error = NULL;

  testing_make_folder ("both");
  store = testing_create ("both/event.plenary");
  testing_add_room (store, ROOM_A, "Saal");
  testing_crash (store);
  testing_close (testing_create ("colleague.plenary"));
  testing_copy ("colleague.plenary", "both/event.plenary");
  theirs = testing_read (path);
  store = testing_open ("both/event.plenary");
  g_assert_true (ply_store_get_recovered (store));
  g_assert_false (ply_store_save (store, &error));
  testing_assert_error (error, CHANGED_ON_DISK);
  testing_assert_bytes (path, theirs);
  ours = testing_find ("both", "conflict");
  testing_assert_saved (ours, ROOM_A, "Saal");
  testing_close (store);
}

static void
test_damaged_working_copy (void)
{
  PlyStore *store = testing_create ("hurt.plenary");
  g_autoptr (GFile) file = testing_file ("hurt.plenary");
  g_autofree char *db = ply_working_copy_path (store->copy, PLY_WORKING_DB);
  g_autofree char *wal = g_strconcat (db, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  testing_add_room (store, ROOM_A, "Saal");
  testing_crash (store);
  g_unlink (wal);
  testing_write (db, "SQLite format 3 no more", 23);
  g_assert_null (ply_store_open (file, &error));
  testing_assert_error (error, DAMAGED);
  g_assert_nonnull (strstr (error->message, "working"));
  g_assert_true (g_file_test (db, G_FILE_TEST_EXISTS));

  store = testing_open ("hurt.plenary");
  g_assert_false (ply_store_get_recovered (store));
  testing_close (store);
}

static void
test_save_as_over_unsaved (void)
{
  PlyStore *store = testing_create ("orphan.plenary");
  g_autoptr (GFile) orphan = testing_file ("orphan.plenary");
  g_autoptr (PlyPlan) plan = testing_event_plan ();
  g_autoptr (GError) error = NULL;
  PlyStore *other;

  testing_add_room (store, ROOM_A, "Saal");
  testing_crash (store);
  other = testing_create ("other.plenary");
  g_assert_false (ply_store_save_as (other, orphan, &error));
  testing_assert_error (error, IN_USE);
  g_clear_error (&error);
  g_assert_null (ply_store_create (orphan, plan, TRUE, &error));
  testing_assert_error (error, IN_USE);
  testing_close (other);
  store = testing_open ("orphan.plenary");
  g_assert_true (ply_store_get_recovered (store));
  testing_close (store);
  testing_assert_saved ("orphan.plenary", ROOM_A, "Saal");
}

int
main (int argc, char **argv)
{
  testing_init (&argc, &argv);

  g_test_add_func ("/recover/discard-keeps-what-was-recovered",
                   test_discard_keeps_what_was_recovered);
  g_test_add_func ("/recover/recover", test_recover);
  g_test_add_func ("/recover/recover-without-base", test_recover_without_base);
  g_test_add_func ("/recover/crash-without-commands", test_crash_without_commands);
  g_test_add_func ("/recover/crash-inside-save", test_crash_inside_save);
  g_test_add_func ("/recover/recover-and-conflict", test_recover_and_conflict);
  g_test_add_func ("/recover/save-as-over-unsaved", test_save_as_over_unsaved);
  g_test_add_func ("/recover/damaged-working-copy", test_damaged_working_copy);

  return testing_run ();
}
