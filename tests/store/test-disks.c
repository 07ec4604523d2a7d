/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-testing.h"

#include "ply-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#define ROOM_A "aaaaaaaa-0000-4000-8000-000000000001"

/* Helpers */

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
  testing_crash (store);

  /* The file is gone, the event is not. */
  store = testing_open ("deleted.plenary");
  g_assert_true (ply_store_get_recovered (store));
  g_clear_error (&error);
  ply_store_save_as (store, file, &error);
  g_assert_no_error (error);
  testing_close (store);
  testing_assert_saved ("deleted.plenary", ROOM_A, "Aula");
}

static void
test_folder_deleted_while_open (void)
{
  PlyStore *store;
  g_autofree char *path = testing_path ("gone/event.plenary");
  g_autofree char *folder = testing_path ("gone");
  g_autoptr (GFile) elsewhere = testing_file ("elsewhere.plenary");
  g_autoptr (GError) error = NULL;

  testing_make_folder ("gone");
  store = testing_create ("gone/event.plenary");
  testing_add_room (store, ROOM_A, "Saal");
  g_unlink (path);
  g_rmdir (folder);
  g_assert_false (ply_store_save (store, &error));
  testing_assert_error (error, NOT_FOUND);
  g_clear_error (&error);
  ply_store_save_as (store, elsewhere, &error);
  g_assert_no_error (error);
  testing_close (store);
  testing_assert_saved ("elsewhere.plenary", ROOM_A, "Saal");
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
  testing_save (store);
  before = testing_read (path);
  add_picture (store, 2 * 1024 * 1024);
  before_dump = testing_dump_store (store);

  g_assert_false (ply_store_save (store, &error));
  testing_assert_error (error, NO_SPACE);
  g_assert_nonnull (strstr (error->message, path));
  testing_assert_bytes (path, before);
  g_assert_cmpuint (testing_count_files ("small"), ==, 1); /* nothing half-written beside it */
  testing_assert_saved ("small/event.plenary", ROOM_A, "Saal");
  g_assert_true (ply_store_get_dirty (store));
  g_clear_error (&error);
  g_assert_false (ply_store_close (store, &error));
  testing_assert_error (error, NO_SPACE);
  testing_crash (store);

  store = testing_open ("small/event.plenary");
  g_assert_true (ply_store_get_recovered (store));
  after_dump = testing_dump_store (store);
  g_assert_cmpstr (after_dump, ==, before_dump);
  g_clear_error (&error);
  ply_store_save_as (store, elsewhere, &error);
  g_assert_no_error (error);
  testing_close (store);
  testing_assert_bytes (path, before);
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

  g_assert_true (mount_disk ("state", "size=2m"));
  store = testing_create ("cramped.plenary");
  testing_add_room (store, ROOM_A, "Saal");
  testing_save (store);
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
  testing_crash (store);

  g_free (after_dump);
  store = testing_open ("cramped.plenary");
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
  /* A subprocess that skips counts as one that failed. */
  if (!mount_disk ("probe", "size=1m"))
    return;
  unmount_disk ("probe");
  g_test_trap_subprocess ("/disks/working-disk-full/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
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
  testing_assert_bytes (path, before);
  g_clear_error (&error);
  g_assert_null (ply_store_create (new_file, plan, FALSE, &error));
  testing_assert_error (error, READ_ONLY);
  g_clear_error (&error);
  ply_store_save_as (store, elsewhere, &error);
  g_assert_no_error (error);
  testing_close (store);
  testing_assert_saved ("freed.plenary", ROOM_A, "Saal");

  store = testing_open ("fixed/event.plenary");
  testing_close (store);
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
  testing_assert_bytes (path, before);
  ply_store_discard (store);
  g_object_unref (store);
}

int
main (int argc, char **argv)
{
  testing_init (&argc, &argv);

  g_test_add_func ("/disks/deleted-while-open", test_deleted_while_open);
  g_test_add_func ("/disks/folder-deleted-while-open", test_folder_deleted_while_open);
  g_test_add_func ("/disks/disk-full", test_disk_full);
  g_test_add_func ("/disks/working-disk-full", test_working_disk_full);
  g_test_add_func ("/disks/working-disk-full/subprocess", test_working_disk_full_subprocess);
  g_test_add_func ("/disks/read-only-disk", test_read_only_disk);
  g_test_add_func ("/disks/read-only-file", test_read_only_file);

  return testing_run ();
}
