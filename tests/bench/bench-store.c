/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-rank.h"
#include "ply-store.h"

#include <ftw.h>
#include <sqlite3.h>
#include <stdio.h>

/* What the store costs in an event of 10,000 sessions, beside SQLite alone on the same disk with
 * the same durability. */

#define N_SESSIONS 10000
#define N_ROOMS 20
#define N_COMMANDS 2000
#define N_IN_TURN 50

static char *folder;

/* Helpers */

static int
remove_cb (const char *path, const struct stat *info, int type, struct FTW *where)
{
  return remove (path);
}

static void
check (gboolean done, const GError *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static void
print_time (const char *label, gint64 time, double divisor, const char *unit)
{
  g_print ("%s\t%.3f\t%s\n", label, (double) time / divisor, unit);
}

static void
print (const char *label, gint64 since, double divisor, const char *unit)
{
  print_time (label, g_get_monotonic_time () - since, divisor, unit);
}

static char *
session_id (guint index)
{
  return g_strdup_printf ("%08x-0000-4000-8000-%012u", index * 2654435761u, index);
}

static PlyPlan *
make_event (void)
{
  PlyPlan *plan = ply_plan_new ("New Event");
  gpointer event = ply_record_new (PLY_KIND_EVENT, NULL);
  PlyRecord *rooms[N_ROOMS];

  ply_record_set_text (event, "title", "Bench");
  ply_record_set_text (event, "timezone", "Asia/Almaty");
  ply_record_set_text (event, "base_language", "de");
  ply_record_set_text (event, "languages", "de");
  ply_plan_insert (plan, event);
  for (guint i = 0; i < N_ROOMS; i++)
    {
      rooms[i] = ply_record_new (PLY_KIND_ROOM, NULL);
      ply_record_set_text (rooms[i], "name", "Saal");
      ply_plan_insert (plan, rooms[i]);
    }
  for (guint i = 0; i < N_SESSIONS; i++)
    {
      g_autofree char *id = session_id (i);
      g_autofree char *abstract = g_strnfill (400, 'a' + i % 26);
      gpointer session = ply_record_new (PLY_KIND_SESSION, id);

      ply_record_set_text (session, "title", "Eröffnung und Grußworte");
      ply_record_set_text (session, "abstract", abstract);
      ply_record_set_text (session, "language", "de");
      ply_record_set_text (session, "room", rooms[i % N_ROOMS]->id);
      ply_record_set_integer (session, "start", i % 1440);
      ply_record_set_integer (session, "duration", 30);
      ply_plan_insert (plan, session);
    }
  return plan;
}

static gint64
run_commands (PlyStore *store, guint first, guint n)
{
  gint64 since = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *id = session_id (i * 7 % N_SESSIONS);
      g_autofree char *title = g_strdup_printf ("Titel %u", i);
      g_autoptr (PlyPlan) plan = ply_plan_new ("Edit Title");

      ply_plan_set_text (plan, PLY_KIND_SESSION, id, "title", title);
      check (ply_store_run (store, plan, NULL, &error), error);
    }
  return g_get_monotonic_time () - since;
}

static void
undo_commands (PlyStore *store)
{
  gint64 since = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_COMMANDS; i++)
    check (ply_store_undo (store, &error), error);
  print ("undo", since, N_COMMANDS, "us");
}

static void
delete_session (PlyStore *store)
{
  g_autoptr (PlySnapshot) snapshot = ply_store_load (store, NULL);
  g_autoptr (PlyPlan) plan = ply_plan_new ("Delete");
  g_autofree char *id = session_id (5);
  g_autoptr (GError) error = NULL;
  gint64 since;

  ply_plan_delete (plan, snapshot, PLY_KIND_SESSION, id);
  since = g_get_monotonic_time ();
  check (ply_store_run (store, plan, NULL, &error), error);
  print ("deleting a session", since, 1, "us");
}

static void
step (sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) == SQLITE_ERROR)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);
}

/* The least that a durable edit with an undo entry can be. */
typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *begin, *update, *insert, *commit;
} Bare;

static void
open_bare (Bare *self, const char *path)
{
  sqlite3_open (path, &self->db);
  sqlite3_exec (self->db,
                "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
                "PRAGMA synchronous = FULL;"
                "CREATE TABLE bare (seq INTEGER PRIMARY KEY, changeset BLOB)",
                NULL, NULL, NULL);
  sqlite3_prepare_v2 (self->db, "BEGIN IMMEDIATE", -1, &self->begin, NULL);
  sqlite3_prepare_v2 (self->db, "UPDATE session SET title = ?1 WHERE id = ?2", -1, &self->update,
                      NULL);
  sqlite3_prepare_v2 (self->db, "INSERT INTO bare (changeset) VALUES (zeroblob (150))", -1,
                      &self->insert, NULL);
  sqlite3_prepare_v2 (self->db, "COMMIT", -1, &self->commit, NULL);
}

static void
close_bare (Bare *self)
{
  sqlite3_finalize (self->begin);
  sqlite3_finalize (self->update);
  sqlite3_finalize (self->insert);
  sqlite3_finalize (self->commit);
  sqlite3_close (self->db);
}

static gint64
run_bare_commands (Bare *self, guint first, guint n)
{
  gint64 since = g_get_monotonic_time ();

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *id = session_id (i * 7 % N_SESSIONS);
      g_autofree char *title = g_strdup_printf ("Titel %u", i);

      step (self->begin);
      sqlite3_bind_text (self->update, 1, title, -1, SQLITE_STATIC);
      sqlite3_bind_text (self->update, 2, id, -1, SQLITE_STATIC);
      step (self->update);
      step (self->insert);
      step (self->commit);
    }
  return g_get_monotonic_time () - since;
}

/* In turn, so that both see the same weather. */
static void
compare_commands (PlyStore *store, Bare *bare)
{
  gint64 ours = 0;
  gint64 theirs = 0;

  for (guint i = 0; i < N_COMMANDS; i += N_IN_TURN)
    {
      ours += run_commands (store, i, N_IN_TURN);
      theirs += run_bare_commands (bare, i, N_IN_TURN);
    }
  print_time ("a command in the store", ours, N_COMMANDS, "us");
  print_time ("UPDATE, INSERT and COMMIT by SQLite alone", theirs, N_COMMANDS, "us");
}

static void
read_bare (sqlite3 *db)
{
  sqlite3_stmt *rows;
  gint64 since = g_get_monotonic_time ();
  gsize size = 0;

  sqlite3_prepare_v2 (db, "SELECT * FROM session", -1, &rows, NULL);
  while (sqlite3_step (rows) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (rows); i++)
      {
        g_autofree char *text = g_strdup ((const char *) sqlite3_column_text (rows, i));

        size += text != NULL;
      }
  sqlite3_finalize (rows);
  g_assert (size > N_SESSIONS);
  print ("reading the session table by SQLite alone", since, 1000, "ms");
}

static void
run_all (GFile *file, GFile *copy)
{
  g_autoptr (PlyPlan) plan = make_event ();
  g_autoptr (GError) error = NULL;
  gint64 since = g_get_monotonic_time ();
  g_autoptr (PlyStore) store = ply_store_create (file, plan, FALSE, &error);
  g_autoptr (PlySnapshot) snapshot = NULL;
  Bare bare;

  check (store != NULL, error);
  print ("making an event of 10,000 sessions", since, 1000, "ms");
  check (ply_store_close (store, &error), error);
  g_clear_object (&store);

  check (g_file_copy (file, copy, 0, NULL, NULL, NULL, &error), error);
  open_bare (&bare, g_file_peek_path (copy));

  since = g_get_monotonic_time ();
  store = ply_store_open (file, &error);
  check (store != NULL, error);
  print ("opening it, checks and load included", since, 1000, "ms");
  compare_commands (store, &bare);
  undo_commands (store);
  since = g_get_monotonic_time ();
  snapshot = ply_store_load (store, &error);
  check (snapshot != NULL, error);
  print ("load of 10,000 sessions", since, 1000, "ms");
  read_bare (bare.db);
  close_bare (&bare);
  delete_session (store);
  since = g_get_monotonic_time ();
  check (ply_store_save (store, &error), error);
  print ("saving it", since, 1000, "ms");
  check (ply_store_close (store, &error), error);
}

int
main (void)
{
  g_autofree char *path = NULL;
  g_autofree char *state = NULL;
  g_autofree char *copy_path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) copy = NULL;

  folder = g_dir_make_tmp ("plenary-bench-XXXXXX", NULL);
  state = g_build_filename (folder, "state", NULL);
  path = g_build_filename (folder, "bench.plenary", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  copy_path = g_build_filename (folder, "bare.db", NULL);
  file = g_file_new_for_path (path);
  copy = g_file_new_for_path (copy_path);
  run_all (file, copy);
  g_print ("ratio\ta command in the store\tUPDATE, INSERT and COMMIT by SQLite alone\n");
  g_print ("ratio\tload of 10,000 sessions\treading the session table by SQLite alone\n");
  nftw (folder, remove_cb, 20, FTW_DEPTH | FTW_PHYS);
  return 0;
}
