/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-testing.h"

#include "ply-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ROOM_A "aaaaaaaa-0000-4000-8000-000000000001"
#define ROOM_B "bbbbbbbb-0000-4000-8000-000000000002"

/* Helpers */

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
  testing_assert_saved ("save.plenary", ROOM_A, NULL);
  testing_save (store);
  g_assert_cmpuint (n_dirty, ==, 2);
  testing_assert_saved ("save.plenary", ROOM_A, "Aula");
  testing_rename_room (store, ROOM_A, "Foyer", NULL);
  testing_close (store);
  testing_assert_saved ("save.plenary", ROOM_A, "Foyer");
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
  testing_save (store);
  testing_close (store);
  store = testing_open ("idle.plenary");
  testing_close (store);
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

  testing_close (store);
  g_chmod (path, 0640);
  g_assert_cmpint (symlink ("mode.plenary", link_path), ==, 0);
  store = testing_open ("link.plenary");
  testing_add_room (store, ROOM_A, "Saal");
  testing_close (store);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_stat (path, &info);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  testing_assert_saved ("mode.plenary", ROOM_A, "Saal");
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
  testing_save (store);
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  ply_store_save_as (store, to, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_file, ==, 1);
  g_assert_true (g_file_equal (ply_store_get_file (store), to));
  testing_rename_room (store, ROOM_A, "Foyer", NULL);
  testing_save (store);
  testing_assert_saved ("from.plenary", ROOM_A, "Saal");
  testing_assert_saved ("to.plenary", ROOM_A, "Foyer");

  /* The old file is free, the new one is not. */
  g_object_unref (testing_open ("from.plenary"));
  g_assert_null (ply_store_open (to, &error));
  testing_assert_error (error, IN_USE);
  testing_close (store);
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
  testing_assert_bytes (path, before);
  testing_add_room (second, ROOM_A, "Saal");
  testing_close (second);
  testing_assert_saved ("second.plenary", ROOM_A, "Saal");
  testing_close (first);
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
  testing_assert_bytes (path, before);
  testing_close (testing_create ("there.plenary"));
  testing_assert_saved ("there.plenary", ROOM_A, NULL);
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
  testing_assert_bytes (path, before);
  store = testing_open ("discard.plenary");
  g_assert_false (ply_store_get_recovered (store));
  g_assert_false (ply_store_get_dirty (store));
  testing_close (store);
}

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

  testing_make_folder ("shared");
  testing_close (testing_create ("colleague.plenary"));
  store = testing_create ("shared/Tagung.plenary");
  g_signal_connect (store, "notify::file", G_CALLBACK (count_cb), &n_file);
  testing_add_room (store, ROOM_A, "Saal");
  testing_copy ("colleague.plenary", "shared/Tagung.plenary");
  theirs = testing_read (path);

  g_assert_false (ply_store_save (store, &error));
  testing_assert_error (error, CHANGED_ON_DISK);
  testing_assert_bytes (path, theirs);
  ours = testing_find ("shared", "(Plenary, conflict ");
  g_assert_nonnull (ours);
  g_assert_true (g_str_has_suffix (ours, ").plenary"));
  g_assert_nonnull (strstr (error->message, ours));
  g_assert_nonnull (strstr (error->message, path));
  testing_assert_saved (ours, ROOM_A, "Saal");

  /* It goes on there, and says so once. */
  g_assert_cmpuint (n_file, ==, 1);
  name = g_file_get_basename (ply_store_get_file (store));
  g_assert_true (g_str_has_suffix (ours, name));
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  testing_save (store);
  testing_close (store);
  testing_assert_saved (ours, ROOM_A, "Aula");
  testing_assert_bytes (path, theirs);
  g_assert_cmpuint (testing_count_files ("shared"), ==, 2);
}

/* The document portal is mounted on a folder "doc" of the runtime folder. */
static void
test_changed_in_portal (void)
{
  PlyStore *store;
  g_autofree char *path = testing_path ("doc/Tagung.plenary");
  g_autoptr (GFile) file = testing_file ("doc/Tagung.plenary");
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GError) error = NULL;

  testing_make_folder ("doc");
  testing_close (testing_create ("colleague.plenary"));
  store = testing_create ("doc/Tagung.plenary");
  testing_add_room (store, ROOM_A, "Saal");
  testing_copy ("colleague.plenary", "doc/Tagung.plenary");
  theirs = testing_read (path);
  g_assert_false (ply_store_save (store, &error));
  testing_assert_error (error, CHANGED_ON_DISK);
  testing_assert_bytes (path, theirs);
  g_assert_cmpuint (testing_count_files ("doc"), ==, 1);
  g_assert_true (ply_store_get_dirty (store));
  g_assert_true (g_file_equal (ply_store_get_file (store), file));
  testing_crash (store);
  store = testing_open ("doc/Tagung.plenary");
  g_assert_true (ply_store_get_recovered (store));
  ply_store_discard (store);
  g_object_unref (store);
}

static void
test_two_conflicts_and_a_long_name (void)
{
  g_autoptr (GString) base = g_string_new ("long/");
  g_autofree char *path = NULL;

  testing_make_folder ("long");
  for (guint i = 0; i < 120; i++)
    g_string_append (base, "ә"); /* 240 bytes */
  g_string_append (base, ".plenary");
  path = testing_path (base->str);
  for (guint i = 0; i < 2; i++)
    {
      PlyStore *store = i == 0 ? testing_create (base->str) : testing_open (base->str);
      g_autoptr (GError) error = NULL;

      testing_add_room (store, i == 0 ? ROOM_A : ROOM_B, "Saal");
      testing_close (testing_create ("colleague.plenary"));
      testing_copy ("colleague.plenary", base->str);
      g_assert_false (ply_store_save (store, &error));
      testing_assert_error (error, CHANGED_ON_DISK);
      testing_close (store);
    }
  g_assert_cmpuint (testing_count_files ("long"), ==, 3);
}

static void
test_touched_is_not_changed (void)
{
  PlyStore *store = testing_create ("touched.plenary");

  testing_add_room (store, ROOM_A, "Saal");
  testing_copy ("touched.plenary", "touched.plenary");
  testing_save (store);
  testing_close (store);
  testing_assert_saved ("touched.plenary", ROOM_A, "Saal");
}

/* In a thread */

typedef struct
{
  gboolean done;
  gboolean saved;
  GError *error;
} Answer;

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->saved = ply_store_save_finish (PLY_STORE (object), result, &answer->error);
  answer->done = TRUE;
}

static void
wait_for (Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_async (void)
{
  PlyStore *store = testing_create ("async.plenary");
  Answer first = { 0 };
  Answer second = { 0 };

  testing_add_room (store, ROOM_A, "Saal");
  ply_store_save_async (store, saved_cb, &first);
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  wait_for (&first);
  g_assert_no_error (first.error);
  g_assert_true (first.saved);
  testing_assert_saved ("async.plenary", ROOM_A, "Saal");
  g_assert_true (ply_store_get_dirty (store));
  testing_crash (store);

  /* What came too late is not lost. */
  store = testing_open ("async.plenary");
  g_assert_true (ply_store_get_recovered (store));
  ply_store_save_async (store, saved_cb, &second);
  wait_for (&second);
  g_assert_true (second.saved);
  g_assert_false (ply_store_get_dirty (store));
  testing_close (store);
  testing_assert_saved ("async.plenary", ROOM_A, "Aula");
}

static void
test_async_overtaken (void)
{
  PlyStore *store = testing_create ("overtaken.plenary");
  g_autoptr (PlyStore) kept = g_object_ref (store);
  Answer answers[3] = { 0 };

  testing_add_room (store, ROOM_A, "Saal");
  ply_store_save_async (store, saved_cb, &answers[0]);
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  ply_store_save_async (store, saved_cb, &answers[1]);
  testing_rename_room (store, ROOM_A, "Foyer", NULL);
  testing_save (store);
  testing_rename_room (store, ROOM_A, "Garten", NULL);
  ply_store_save_async (store, saved_cb, &answers[2]);
  testing_close (store);
  testing_assert_saved ("overtaken.plenary", ROOM_A, "Garten");
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      wait_for (&answers[i]);
      g_assert_no_error (answers[i].error);
    }
}

static void
test_async_conflict (void)
{
  PlyStore *store;
  Answer answer = { 0 };
  g_autofree char *ours = NULL;

  testing_make_folder ("async");
  testing_close (testing_create ("colleague.plenary"));
  store = testing_create ("async/event.plenary");
  testing_add_room (store, ROOM_A, "Saal");
  testing_copy ("colleague.plenary", "async/event.plenary");
  ply_store_save_async (store, saved_cb, &answer);
  wait_for (&answer);
  g_assert_false (answer.saved);
  testing_assert_error (answer.error, CHANGED_ON_DISK);
  g_clear_error (&answer.error);
  ours = testing_find ("async", "conflict");
  testing_assert_saved (ours, ROOM_A, "Saal");
  testing_close (store);
}

/* Closing right after it must hear of it: the answer may come too late. */
static void
test_async_conflict_at_close (void)
{
  PlyStore *store = testing_create ("closing.plenary");
  g_autoptr (GError) error = NULL;
  Answer answer = { 0 };

  testing_close (testing_create ("colleague.plenary"));
  testing_add_room (store, ROOM_A, "Saal");
  testing_copy ("colleague.plenary", "closing.plenary");
  ply_store_save_async (store, saved_cb, &answer);
  g_assert_false (ply_store_close (store, &error));
  testing_assert_error (error, CHANGED_ON_DISK);
  wait_for (&answer);
  testing_assert_error (answer.error, CHANGED_ON_DISK);
  g_clear_error (&answer.error);
  testing_close (store);
}

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
  testing_save (store);
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
  testing_close (store);
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
  g_test_add_func ("/save/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/save/changed-in-portal", test_changed_in_portal);
  g_test_add_func ("/save/two-conflicts-and-a-long-name", test_two_conflicts_and_a_long_name);
  g_test_add_func ("/save/touched-is-not-changed", test_touched_is_not_changed);
  g_test_add_func ("/save/async", test_async);
  g_test_add_func ("/save/async-overtaken", test_async_overtaken);
  g_test_add_func ("/save/async-conflict", test_async_conflict);
  g_test_add_func ("/save/async-conflict-at-close", test_async_conflict_at_close);
  g_test_add_func ("/save/read-only", test_read_only);
  g_test_add_func ("/save/publish-by-gio", test_publish_by_gio);

  return testing_run ();
}
