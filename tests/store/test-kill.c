/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-testing.h"

#include "store-child.h"
#include "ply-store-private.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 200
#define FILE_NAME "killed.plenary"

/* Helpers */

static void
make_file (void)
{
  PlyStore *store = testing_create (FILE_NAME);

  for (guint i = 0; i < CHILD_ROOMS; i++)
    {
      g_autofree char *id = child_room_id (i);

      testing_add_room (store, id, "Saal");
    }
  g_assert_true (ply_store_close (store, NULL));
  g_object_unref (store);
}

static GPid
start_child (guint32 first, int *acknowledged)
{
  g_autofree char *path = testing_path (FILE_NAME);
  g_autofree char *number = g_strdup_printf ("%u", first);
  const char *argv[] = { g_getenv ("PLY_STORE_CHILD"), path, number, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, acknowledged, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* Lets it do some edits, kills it at any moment, and gives back the last one it acknowledged. */
static guint32
let_run_and_kill (GPid pid, int acknowledged, guint32 last)
{
  gint32 wanted = g_test_rand_int_range (0, 30);
  guint32 number;
  int status;

  while (wanted-- > 0 && read (acknowledged, &number, sizeof number) == sizeof number)
    last = number;
  g_usleep ((gulong) g_test_rand_int_range (0, 4000));
  kill (pid, SIGKILL);
  while (read (acknowledged, &number, sizeof number) == sizeof number)
    last = number;
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
  close (acknowledged);
  return last;
}

static guint32
number_of (const char *text)
{
  return text != NULL ? (guint32) atoi (text) : 0;
}

/* The last edit that is in @store; there must be no half of another one. */
static guint32
read_last (PlyStore *store)
{
  g_autoptr (PlySnapshot) snapshot = ply_store_load (store, NULL);
  guint32 last = number_of (ply_snapshot_get_event (snapshot)->subtitle);

  for (guint32 i = 0; i < CHILD_ROOMS; i++)
    {
      guint32 number = last >= i ? last - i : 0;
      g_autofree char *id = child_room_id (number);
      const PlyRoom *room = ply_snapshot_lookup (snapshot, PLY_KIND_ROOM, id);

      if (number > 0)
        g_assert_cmpuint (number_of (room->notes), ==, number);
    }
  return last;
}

static void
assert_file_is_valid (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyStore) store = ply_store_open_read_only (file, &error);

  g_assert_no_error (error);
  read_last (store);
}

static void
assert_sound (PlyStore *store)
{
  g_autofree char *verdict = ply_db_query_text (store->db, "PRAGMA integrity_check", NULL);

  g_assert_cmpstr (verdict, ==, "ok");
}

static guint
count_files (void)
{
  g_autofree char *folder = testing_path ("");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    n += g_str_has_suffix (name, ".plenary");
  return n;
}

static void
test_kill (void)
{
  g_autoptr (GFile) file = testing_file (FILE_NAME);
  guint32 last = 0;
  guint n_recovered = 0;

  make_file ();
  for (guint i = 0; i < N_KILLS; i++)
    {
      int acknowledged;
      GPid pid = start_child (last + 1, &acknowledged);
      guint32 promised = let_run_and_kill (pid, acknowledged, last);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlyStore) store = NULL;

      assert_file_is_valid (file);
      store = ply_store_open (file, &error);
      g_assert_no_error (error);
      n_recovered += ply_store_get_recovered (store);
      last = read_last (store);
      g_assert_cmpuint (last, >=, promised);
      g_assert_cmpuint (last, <=, promised + 1);
      assert_sound (store);
      /* Every other time it is not closed either. */
      if (i % 2 == 0)
        g_assert_true (ply_store_close (store, NULL));
    }
  /* No save was taken for someone else's. */
  g_assert_cmpuint (count_files (), ==, 1);
  g_test_message ("%u edits, %u of %u starts recovered some", last, n_recovered, N_KILLS);
  g_assert_cmpuint (n_recovered, >, N_KILLS / 4);
}

static void
test_two_processes (void)
{
  g_autoptr (GFile) file = testing_file (FILE_NAME);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyStore) reader = NULL;
  guint32 number;
  int acknowledged;
  GPid pid;

  make_file ();
  pid = start_child (1, &acknowledged);
  g_assert_cmpint (read (acknowledged, &number, sizeof number), ==, sizeof number);
  g_assert_null (ply_store_open (file, &error));
  testing_assert_error (error, IN_USE);
  g_clear_error (&error);
  reader = ply_store_open_read_only (file, &error);
  g_assert_no_error (error);
  let_run_and_kill (pid, acknowledged, 0);

  /* The lock has died with its owner. */
  g_clear_object (&reader);
  reader = ply_store_open (file, &error);
  g_assert_no_error (error);
  g_assert_true (ply_store_close (reader, NULL));
}

int
main (int argc, char **argv)
{
  testing_use_memory ();
  testing_init (&argc, &argv);
  g_test_add_func ("/kill/two-processes", test_two_processes);
  g_test_add_func ("/kill/kill", test_kill);
  return testing_run ();
}
