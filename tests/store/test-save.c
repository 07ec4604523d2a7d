/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-testing.h"

#include "ply-file.h"
#include "ply-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define ROOM_A "aaaaaaaa-0000-4000-8000-000000000001"
#define ROOM_B "bbbbbbbb-0000-4000-8000-000000000002"

/* Helpers */

static PlyStore *
open_store (const char *name)
{
  g_autoptr (GFile) file = testing_file (name);
  g_autoptr (GError) error = NULL;
  PlyStore *store = ply_store_open (file, &error);

  g_assert_no_error (error);
  return store;
}

static void
save (PlyStore *store)
{
  g_autoptr (GError) error = NULL;

  ply_store_save (store, &error);
  g_assert_no_error (error);
  g_assert_false (ply_store_get_dirty (store));
}

static void
close_store (PlyStore *store)
{
  g_autoptr (GError) error = NULL;

  ply_store_close (store, &error);
  g_assert_no_error (error);
  g_object_unref (store);
}

/* What the file itself says, whatever is being worked on. */
static void
assert_saved (const char *name, const char *id, const char *room_name)
{
  g_autoptr (GFile) file = testing_file (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyStore) store = ply_store_open_read_only (file, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = testing_room_name (store, id);
  g_assert_cmpstr (found, ==, room_name);
}

static void
assert_bytes (const char *path, GBytes *before)
{
  g_autoptr (GBytes) after = testing_read (path);

  g_assert_true (g_bytes_equal (before, after));
}

/* As if the program had died: the working copy stays. */
static void
crash (PlyStore *store)
{
  g_object_unref (store);
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *from_path = testing_path (from);
  g_autofree char *to_path = testing_path (to);
  g_autoptr (GBytes) bytes = testing_read (from_path);

  testing_write (to_path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The only file in @folder whose name has @part in it. */
static char *
find_file (const char *folder_name, const char *part)
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

static void
make_folder (const char *name)
{
  g_autofree char *path = testing_path (name);

  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
}

static guint
count_files (const char *folder_name)
{
  g_autofree char *path = testing_path (folder_name);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Saving */

static void
count_cb (GObject *object, GParamSpec *spec, guint *n)
{
  (*n)++;
}

static void
test_save (void)
{
  PlyStore *store = testing_create ("save.plenary");
  g_autofree char *path = testing_path ("save.plenary");
  g_autofree char *head = NULL;
  guint n_dirty = 0;

  g_signal_connect (store, "notify::dirty", G_CALLBACK (count_cb), &n_dirty);
  testing_add_room (store, ROOM_A, "Saal");
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  g_assert_true (ply_store_get_dirty (store));
  g_assert_cmpuint (n_dirty, ==, 1);
  assert_saved ("save.plenary", ROOM_A, NULL);
  save (store);
  g_assert_cmpuint (n_dirty, ==, 2);
  assert_saved ("save.plenary", ROOM_A, "Aula");
  testing_rename_room (store, ROOM_A, "Foyer", NULL);
  close_store (store);
  assert_saved ("save.plenary", ROOM_A, "Foyer");
  g_assert_cmpuint (testing_count_working_copies (), ==, 0);

  /* One file, not one that needs a journal beside it. */
  g_file_get_contents (path, &head, NULL, NULL);
  g_assert_cmpint (head[18], ==, 1);
  g_assert_cmpint (head[19], ==, 1);
}

static void
test_save_only_when_needed (void)
{
  PlyStore *store = testing_create ("idle.plenary");
  g_autofree char *path = testing_path ("idle.plenary");
  GStatBuf before, after;

  g_stat (path, &before);
  save (store);
  close_store (store);
  store = open_store ("idle.plenary");
  close_store (store);
  g_stat (path, &after);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
}

static void
test_save_keeps_mode_and_link (void)
{
  g_autofree char *path = testing_path ("mode.plenary");
  g_autofree char *link_path = testing_path ("link.plenary");
  PlyStore *store = testing_create ("mode.plenary");
  GStatBuf info;

  close_store (store);
  g_chmod (path, 0640);
  g_assert_cmpint (symlink ("mode.plenary", link_path), ==, 0);
  store = open_store ("link.plenary");
  testing_add_room (store, ROOM_A, "Saal");
  close_store (store);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_stat (path, &info);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  assert_saved ("mode.plenary", ROOM_A, "Saal");
}

static void
test_save_as (void)
{
  PlyStore *store = testing_create ("from.plenary");
  g_autoptr (GFile) to = testing_file ("to.plenary");
  g_autoptr (GError) error = NULL;
  guint n_file = 0;

  g_signal_connect (store, "notify::file", G_CALLBACK (count_cb), &n_file);
  testing_add_room (store, ROOM_A, "Saal");
  save (store);
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  ply_store_save_as (store, to, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_file, ==, 1);
  g_assert_true (g_file_equal (ply_store_get_file (store), to));
  testing_rename_room (store, ROOM_A, "Foyer", NULL);
  save (store);
  assert_saved ("from.plenary", ROOM_A, "Saal");
  assert_saved ("to.plenary", ROOM_A, "Foyer");

  /* The old file is free, the new one is not. */
  g_object_unref (open_store ("from.plenary"));
  g_assert_null (ply_store_open (to, &error));
  testing_assert_error (error, IN_USE);
  close_store (store);
}

static void
test_save_as_over_what_is_open (void)
{
  PlyStore *first = testing_create ("first.plenary");
  PlyStore *second = testing_create ("second.plenary");
  g_autoptr (GFile) taken = testing_file ("first.plenary");
  g_autofree char *path = testing_path ("first.plenary");
  g_autoptr (GBytes) before = testing_read (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (ply_store_save_as (second, taken, &error));
  testing_assert_error (error, IN_USE);
  assert_bytes (path, before);
  testing_add_room (second, ROOM_A, "Saal");
  close_store (second);
  assert_saved ("second.plenary", ROOM_A, "Saal");
  close_store (first);
}

static void
test_create_over_a_file (void)
{
  g_autoptr (GFile) file = testing_file ("there.plenary");
  g_autofree char *path = testing_path ("there.plenary");
  g_autoptr (PlyPlan) plan = testing_event_plan ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;

  testing_write (path, "mine", 4);
  before = testing_read (path);
  g_assert_null (ply_store_create (file, plan, FALSE, &error));
  testing_assert_error (error, EXISTS);
  assert_bytes (path, before);
  close_store (testing_create ("there.plenary"));
  assert_saved ("there.plenary", ROOM_A, NULL);
}

static void
test_discard (void)
{
  PlyStore *store = testing_create ("discard.plenary");
  g_autofree char *path = testing_path ("discard.plenary");
  g_autoptr (GBytes) before = testing_read (path);

  testing_add_room (store, ROOM_A, "Saal");
  ply_store_discard (store);
  g_object_unref (store);
  assert_bytes (path, before);
  store = open_store ("discard.plenary");
  g_assert_false (ply_store_get_recovered (store));
  g_assert_false (ply_store_get_dirty (store));
  close_store (store);
}

static void
test_discard_keeps_what_was_recovered (void)
{
  PlyStore *store = testing_create ("precious.plenary");
  g_autofree char *name = NULL;

  testing_add_room (store, ROOM_A, "Saal");
  crash (store);
  store = open_store ("precious.plenary");
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  ply_store_discard (store);
  g_object_unref (store);
  store = open_store ("precious.plenary");
  g_assert_true (ply_store_get_recovered (store));
  name = testing_room_name (store, ROOM_A);
  g_assert_nonnull (name);
  save (store);
  testing_rename_room (store, ROOM_A, "Foyer", NULL);
  ply_store_discard (store);
  g_object_unref (store);
  g_assert_cmpuint (testing_count_working_copies (), ==, 0);
}

/* Someone else's changes */

static void
test_changed_on_disk (void)
{
  PlyStore *store;
  g_autofree char *path = testing_path ("shared/Tagung.plenary");
  g_autofree char *ours = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GError) error = NULL;
  guint n_file = 0;

  make_folder ("shared");
  close_store (testing_create ("colleague.plenary"));
  store = testing_create ("shared/Tagung.plenary");
  g_signal_connect (store, "notify::file", G_CALLBACK (count_cb), &n_file);
  testing_add_room (store, ROOM_A, "Saal");
  copy_file ("colleague.plenary", "shared/Tagung.plenary");
  theirs = testing_read (path);

  g_assert_false (ply_store_save (store, &error));
  testing_assert_error (error, CHANGED_ON_DISK);
  assert_bytes (path, theirs);
  ours = find_file ("shared", "(Plenary, conflict ");
  g_assert_nonnull (ours);
  g_assert_true (g_str_has_suffix (ours, ").plenary"));
  g_assert_nonnull (strstr (error->message, ours));
  g_assert_nonnull (strstr (error->message, path));
  assert_saved (ours, ROOM_A, "Saal");

  /* It goes on there, and says so once. */
  g_assert_cmpuint (n_file, ==, 1);
  name = g_file_get_basename (ply_store_get_file (store));
  g_assert_true (g_str_has_suffix (ours, name));
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  save (store);
  close_store (store);
  assert_saved (ours, ROOM_A, "Aula");
  assert_bytes (path, theirs);
  g_assert_cmpuint (count_files ("shared"), ==, 2);
}

static void
test_two_conflicts_and_a_long_name (void)
{
  g_autoptr (GString) base = g_string_new ("long/");
  g_autofree char *path = NULL;

  make_folder ("long");
  for (guint i = 0; i < 120; i++)
    g_string_append (base, "ә"); /* 240 bytes */
  g_string_append (base, ".plenary");
  path = testing_path (base->str);
  for (guint i = 0; i < 2; i++)
    {
      PlyStore *store = i == 0 ? testing_create (base->str) : open_store (base->str);
      g_autoptr (GError) error = NULL;

      testing_add_room (store, i == 0 ? ROOM_A : ROOM_B, "Saal");
      close_store (testing_create ("colleague.plenary"));
      copy_file ("colleague.plenary", base->str);
      g_assert_false (ply_store_save (store, &error));
      testing_assert_error (error, CHANGED_ON_DISK);
      close_store (store);
    }
  g_assert_cmpuint (count_files ("long"), ==, 3);
}

static void
test_touched_is_not_changed (void)
{
  PlyStore *store = testing_create ("touched.plenary");

  testing_add_room (store, ROOM_A, "Saal");
  copy_file ("touched.plenary", "touched.plenary");
  save (store);
  close_store (store);
  assert_saved ("touched.plenary", ROOM_A, "Saal");
}

static void
test_deleted_while_open (void)
{
  PlyStore *store = testing_create ("deleted.plenary");
  g_autofree char *path = testing_path ("deleted.plenary");
  g_autoptr (GFile) file = testing_file ("deleted.plenary");
  g_autoptr (GError) error = NULL;

  testing_add_room (store, ROOM_A, "Saal");
  g_unlink (path);
  g_assert_false (ply_store_save (store, &error));
  testing_assert_error (error, NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  g_clear_error (&error);
  g_assert_false (ply_store_close (store, &error));
  testing_assert_error (error, NOT_FOUND);
  crash (store);

  /* The file is gone, the event is not. */
  store = open_store ("deleted.plenary");
  g_assert_true (ply_store_get_recovered (store));
  g_clear_error (&error);
  ply_store_save_as (store, file, &error);
  g_assert_no_error (error);
  close_store (store);
  assert_saved ("deleted.plenary", ROOM_A, "Aula");
}

static void
test_folder_deleted_while_open (void)
{
  PlyStore *store;
  g_autofree char *path = testing_path ("gone/event.plenary");
  g_autofree char *folder = testing_path ("gone");
  g_autoptr (GFile) elsewhere = testing_file ("elsewhere.plenary");
  g_autoptr (GError) error = NULL;

  make_folder ("gone");
  store = testing_create ("gone/event.plenary");
  testing_add_room (store, ROOM_A, "Saal");
  g_unlink (path);
  g_rmdir (folder);
  g_assert_false (ply_store_save (store, &error));
  testing_assert_error (error, NOT_FOUND);
  g_clear_error (&error);
  ply_store_save_as (store, elsewhere, &error);
  g_assert_no_error (error);
  close_store (store);
  assert_saved ("elsewhere.plenary", ROOM_A, "Saal");
}

/* Recovery */

static void
test_recover (void)
{
  PlyStore *store = testing_create ("crash.plenary");
  g_autoptr (GFile) file = testing_file ("crash.plenary");
  g_autoptr (GPtrArray) unsaved = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  testing_add_room (store, ROOM_A, "Saal");
  save (store);
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  before = testing_dump_store (store);
  unsaved = ply_store_dup_unsaved ();
  g_assert_cmpuint (unsaved->len, ==, 0); /* it is open */
  crash (store);

  g_ptr_array_unref (unsaved);
  unsaved = ply_store_dup_unsaved ();
  g_assert_cmpuint (unsaved->len, ==, 1);
  g_assert_true (g_file_equal (unsaved->pdata[0], file));
  assert_saved ("crash.plenary", ROOM_A, "Saal");

  store = open_store ("crash.plenary");
  g_assert_true (ply_store_get_recovered (store));
  g_assert_true (ply_store_get_dirty (store));
  after = testing_dump_store (store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (ply_store_get_undo_label (store), ==, "Rename Room");
  close_store (store);
  assert_saved ("crash.plenary", ROOM_A, "Aula");
  g_assert_cmpuint (testing_count_working_copies (), ==, 0);
}

static void
test_crash_without_commands (void)
{
  PlyStore *store = testing_create ("calm.plenary");

  testing_add_room (store, ROOM_A, "Saal");
  save (store);
  crash (store);
  store = open_store ("calm.plenary");
  g_assert_false (ply_store_get_recovered (store));
  close_store (store);
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
  crash (store);

  store = open_store ("inside.plenary");
  g_assert_false (ply_store_get_recovered (store));
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  save (store); /* no conflict with ourselves */
  close_store (store);
  assert_saved ("inside.plenary", ROOM_A, "Aula");
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

  make_folder ("both");
  store = testing_create ("both/event.plenary");
  testing_add_room (store, ROOM_A, "Saal");
  crash (store);
  copy_file ("colleague.plenary", "both/event.plenary");
  theirs = testing_read (path);
  store = open_store ("both/event.plenary");
  g_assert_true (ply_store_get_recovered (store));
  g_assert_false (ply_store_save (store, &error));
  testing_assert_error (error, CHANGED_ON_DISK);
  assert_bytes (path, theirs);
  ours = find_file ("both", "conflict");
  assert_saved (ours, ROOM_A, "Saal");
  close_store (store);
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
  crash (store);
  g_unlink (wal);
  testing_write (db, "SQLite format 3 no more", 23);
  g_assert_null (ply_store_open (file, &error));
  testing_assert_error (error, DAMAGED);
  g_assert_nonnull (strstr (error->message, "working"));
  g_assert_true (g_file_test (db, G_FILE_TEST_EXISTS));

  store = open_store ("hurt.plenary");
  g_assert_false (ply_store_get_recovered (store));
  close_store (store);
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
  crash (store);
  other = testing_create ("other.plenary");
  g_assert_false (ply_store_save_as (other, orphan, &error));
  testing_assert_error (error, IN_USE);
  g_clear_error (&error);
  g_assert_null (ply_store_create (orphan, plan, TRUE, &error));
  testing_assert_error (error, IN_USE);
  close_store (other);
  store = open_store ("orphan.plenary");
  g_assert_true (ply_store_get_recovered (store));
  close_store (store);
  assert_saved ("orphan.plenary", ROOM_A, "Saal");
}

/* Read-only, and files that are not local */

static void
test_read_only (void)
{
  PlyStore *store = testing_create ("readonly.plenary");
  g_autoptr (GFile) file = testing_file ("readonly.plenary");
  g_autoptr (GFile) to = testing_file ("copy.plenary");
  g_autoptr (PlyPlan) plan = ply_plan_new ("Rename");
  g_autoptr (PlyStore) reader = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  testing_add_room (store, ROOM_A, "Saal");
  save (store);
  reader = ply_store_open_read_only (file, &error);
  g_assert_no_error (error);
  g_assert_true (ply_store_get_read_only (reader));
  entries = ply_store_dup_history (reader, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  ply_plan_set_text (plan, PLY_KIND_ROOM, ROOM_A, "name", "Aula");
  g_assert_false (ply_store_run (reader, plan, NULL, &error));
  testing_assert_error (error, READ_ONLY);
  g_clear_error (&error);
  g_assert_false (ply_store_undo (reader, &error));
  testing_assert_error (error, READ_ONLY);
  g_clear_error (&error);
  g_assert_false (ply_store_save (reader, &error));
  testing_assert_error (error, READ_ONLY);
  g_clear_error (&error);
  g_assert_false (ply_store_save_as (reader, to, &error));
  testing_assert_error (error, READ_ONLY);
  g_assert_true (ply_store_close (reader, NULL));
  close_store (store);
}

static void
test_publish_by_gio (void)
{
  g_autoptr (GFile) file = testing_file ("remote");
  g_autofree char *path = testing_path ("remote");
  g_autofree char *source = testing_path ("source");
  g_autofree char *stamp = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  testing_write (source, "new", 3);
  g_assert_true (ply_file_publish_remote (file, source, NULL, &stamp, &error));
  g_assert_no_error (error);
  g_assert_false (ply_file_publish_remote (file, source, NULL, &second, &error));
  testing_assert_error (error, EXISTS);
  g_clear_error (&error);
  testing_write (path, "theirs", 6);
  g_assert_false (ply_file_publish_remote (file, source, stamp, &second, &error));
  testing_assert_error (error, CHANGED_ON_DISK);
  g_clear_error (&error);
  g_assert_false (ply_file_publish_remote (file, source, "etag 1:1", &second, &error));
  testing_assert_error (error, CHANGED_ON_DISK);
  g_clear_error (&error);
  bytes = testing_read (path);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "theirs", 6);
  g_assert_true (ply_file_publish_remote (file, source, PLY_FILE_ANY, &second, &error));
  g_assert_true (ply_file_equals (file, source));
}

/* Disks */

/* Mounts a small disk on a folder of that name; FALSE, with the test skipped, when this is not
 * allowed here. */
static gboolean
mount_disk (const char *name, const char *options)
{
  g_autofree char *path = testing_path (name);

  g_mkdir (path, 0755);
  if (mount ("tmpfs", path, "tmpfs", 0, options) == 0)
    return TRUE;
  g_test_skip_printf ("mounting a tmpfs is not allowed here: %s", g_strerror (errno));
  return FALSE;
}

static void
unmount_disk (const char *name)
{
  g_autofree char *path = testing_path (name);

  g_assert_cmpint (umount2 (path, MNT_DETACH), ==, 0);
}

/* One command that needs at least @size bytes. */
static void
add_picture (PlyStore *store, gsize size)
{
  g_autoptr (PlyPlan) plan = ply_plan_new ("Add Picture");
  PlyAsset *asset = ply_record_new (PLY_KIND_ASSET, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);
  g_auto (PlyValue) value = ply_value_bytes (bytes);
  g_autoptr (GError) error = NULL;

  ply_record_set_text (asset, "name", "Logo");
  ply_record_set_text (asset, "media_type", "image/png");
  ply_record_set_integer (asset, "width", 1);
  ply_record_set_integer (asset, "height", 1);
  ply_record_set_value (asset, ply_field_lookup (PLY_KIND_ASSET, "data"), &value);
  ply_plan_insert (plan, asset);
  ply_store_run (store, plan, NULL, &error);
  g_assert_no_error (error);
}

static void
test_disk_full (void)
{
  PlyStore *store;
  g_autofree char *path = testing_path ("small/event.plenary");
  g_autofree char *before_dump = NULL;
  g_autofree char *after_dump = NULL;
  g_autoptr (GFile) elsewhere = testing_file ("roomy.plenary");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;

  if (!mount_disk ("small", "size=1m"))
    return;
  store = testing_create ("small/event.plenary");
  testing_add_room (store, ROOM_A, "Saal");
  save (store);
  before = testing_read (path);
  add_picture (store, 2 * 1024 * 1024);
  before_dump = testing_dump_store (store);

  g_assert_false (ply_store_save (store, &error));
  testing_assert_error (error, NO_SPACE);
  g_assert_nonnull (strstr (error->message, path));
  assert_bytes (path, before);
  g_assert_cmpuint (count_files ("small"), ==, 1); /* nothing half-written beside it */
  assert_saved ("small/event.plenary", ROOM_A, "Saal");
  g_assert_true (ply_store_get_dirty (store));
  g_clear_error (&error);
  g_assert_false (ply_store_close (store, &error));
  testing_assert_error (error, NO_SPACE);
  crash (store);

  store = open_store ("small/event.plenary");
  g_assert_true (ply_store_get_recovered (store));
  after_dump = testing_dump_store (store);
  g_assert_cmpstr (after_dump, ==, before_dump);
  g_clear_error (&error);
  ply_store_save_as (store, elsewhere, &error);
  g_assert_no_error (error);
  close_store (store);
  assert_bytes (path, before);
  unmount_disk ("small");
}

/* Runs in a process of its own: the state folder is fixed for a process. */
static void
test_working_disk_full_subprocess (void)
{
  g_autofree char *path = NULL;
  g_autofree char *before_dump = NULL;
  g_autofree char *after_dump = NULL;
  PlyStore *store;
  g_autoptr (GError) error = NULL;
  guint i;

  if (!mount_disk ("state", "size=2m"))
    return;
  store = testing_create ("cramped.plenary");
  testing_add_room (store, ROOM_A, "Saal");
  save (store);
  for (i = 0; i < 10000 && error == NULL; i++)
    {
      g_autoptr (PlyPlan) plan = ply_plan_new ("Write Notes");
      g_autofree char *notes = g_strnfill (50000, 'a' + i % 26);

      ply_plan_set_text (plan, PLY_KIND_ROOM, ROOM_A, "notes", notes);
      g_free (before_dump);
      before_dump = testing_dump_store (store);
      ply_store_run (store, plan, NULL, &error);
    }
  testing_assert_error (error, NO_SPACE);
  g_clear_pointer (&store->loaded, ply_snapshot_unref);
  after_dump = testing_dump_store (store);
  g_assert_cmpstr (after_dump, ==, before_dump);
  crash (store);

  g_free (after_dump);
  store = open_store ("cramped.plenary");
  g_assert_true (ply_store_get_recovered (store));
  after_dump = testing_dump_store (store);
  g_assert_cmpstr (after_dump, ==, before_dump);
  ply_store_discard (store);
  g_object_unref (store);
  unmount_disk ("state");
}

static void
test_working_disk_full (void)
{
  g_test_trap_subprocess ("/save/working-disk-full/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_read_only_disk (void)
{
  PlyStore *store;
  g_autofree char *folder = testing_path ("fixed");
  g_autofree char *path = testing_path ("fixed/event.plenary");
  g_autoptr (GFile) elsewhere = testing_file ("freed.plenary");
  g_autoptr (GFile) new_file = testing_file ("fixed/new.plenary");
  g_autoptr (PlyPlan) plan = testing_event_plan ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;

  if (!mount_disk ("fixed", "size=4m"))
    return;
  store = testing_create ("fixed/event.plenary");
  before = testing_read (path);
  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);

  testing_add_room (store, ROOM_A, "Saal");
  g_assert_false (ply_store_save (store, &error));
  testing_assert_error (error, READ_ONLY);
  assert_bytes (path, before);
  g_clear_error (&error);
  g_assert_null (ply_store_create (new_file, plan, FALSE, &error));
  testing_assert_error (error, READ_ONLY);
  g_clear_error (&error);
  ply_store_save_as (store, elsewhere, &error);
  g_assert_no_error (error);
  close_store (store);
  assert_saved ("freed.plenary", ROOM_A, "Saal");

  store = open_store ("fixed/event.plenary");
  close_store (store);
  unmount_disk ("fixed");
}

static void
test_read_only_file (void)
{
  PlyStore *store;
  g_autofree char *path = testing_path ("locked.plenary");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("file modes do not bind root; the read-only disk stands for it");
      return;
    }
  store = testing_create ("locked.plenary");
  before = testing_read (path);
  g_chmod (path, 0444);
  testing_add_room (store, ROOM_A, "Saal");
  g_assert_false (ply_store_save (store, &error));
  testing_assert_error (error, READ_ONLY);
  assert_bytes (path, before);
  ply_store_discard (store);
  g_object_unref (store);
}

int
main (int argc, char **argv)
{
  testing_init (&argc, &argv);

  g_test_add_func ("/save/save", test_save);
  g_test_add_func ("/save/only-when-needed", test_save_only_when_needed);
  g_test_add_func ("/save/keeps-mode-and-link", test_save_keeps_mode_and_link);
  g_test_add_func ("/save/save-as", test_save_as);
  g_test_add_func ("/save/save-as-over-what-is-open", test_save_as_over_what_is_open);
  g_test_add_func ("/save/create-over-a-file", test_create_over_a_file);
  g_test_add_func ("/save/discard", test_discard);
  g_test_add_func ("/save/discard-keeps-what-was-recovered", test_discard_keeps_what_was_recovered);
  g_test_add_func ("/save/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/save/two-conflicts-and-a-long-name", test_two_conflicts_and_a_long_name);
  g_test_add_func ("/save/touched-is-not-changed", test_touched_is_not_changed);
  g_test_add_func ("/save/deleted-while-open", test_deleted_while_open);
  g_test_add_func ("/save/folder-deleted-while-open", test_folder_deleted_while_open);
  g_test_add_func ("/save/recover", test_recover);
  g_test_add_func ("/save/crash-without-commands", test_crash_without_commands);
  g_test_add_func ("/save/crash-inside-save", test_crash_inside_save);
  g_test_add_func ("/save/recover-and-conflict", test_recover_and_conflict);
  g_test_add_func ("/save/save-as-over-unsaved", test_save_as_over_unsaved);
  g_test_add_func ("/save/read-only", test_read_only);
  g_test_add_func ("/save/publish-by-gio", test_publish_by_gio);
  g_test_add_func ("/save/disk-full", test_disk_full);
  g_test_add_func ("/save/working-disk-full", test_working_disk_full);
  g_test_add_func ("/save/working-disk-full/subprocess", test_working_disk_full_subprocess);
  g_test_add_func ("/save/read-only-disk", test_read_only_disk);
  g_test_add_func ("/save/read-only-file", test_read_only_file);
  g_test_add_func ("/save/damaged-working-copy", test_damaged_working_copy);

  return testing_run ();
}
