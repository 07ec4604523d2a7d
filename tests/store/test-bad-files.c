/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-testing.h"

#include "ply-changeset.h"
#include "ply-store-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define ROOM_A "aaaaaaaa-0000-4000-8000-000000000001"
#define ROOM_B "bbbbbbbb-0000-4000-8000-000000000002"
#define APPLICATION_ID "PRAGMA application_id = 1347180849;" /* 0x504c5931 */

/* Each makes the file at @path out of the event @good. */
typedef void (*Maker) (const char *path, GBytes *good);

static void
write_good (const char *path, GBytes *good)
{
  testing_write (path, g_bytes_get_data (good, NULL), g_bytes_get_size (good));
}

static void
write_part (const char *path, GBytes *good, gsize size)
{
  testing_write (path, g_bytes_get_data (good, NULL), size);
}

static void
with_sql (const char *path, GBytes *good, const char *sql)
{
  write_good (path, good);
  testing_sql (path, sql);
}

/* Not an event */

static void
make_text (const char *path, GBytes *good)
{
  testing_write (path, "Begin: 09:00, Ende: 18:00\n", 26);
}

static void
make_empty (const char *path, GBytes *good)
{
  testing_write (path, "", 0);
}

static void
make_random (const char *path, GBytes *good)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint32 data[5000];

  for (guint i = 0; i < G_N_ELEMENTS (data); i++)
    data[i] = g_rand_int (rand);
  testing_write (path, data, sizeof data);
}

static void
make_folder (const char *path, GBytes *good)
{
  g_mkdir (path, 0755);
}

static void
make_pipe (const char *path, GBytes *good)
{
  g_assert_cmpint (mkfifo (path, 0644), ==, 0);
}

static void
make_other_application (const char *path, GBytes *good)
{
  testing_sql (path, "CREATE TABLE bookmark (url TEXT)");
}

/* Damaged */

static void
make_header_only (const char *path, GBytes *good)
{
  write_part (path, good, 60);
}

static void
make_first_page (const char *path, GBytes *good)
{
  write_part (path, good, 4096);
}

static void
make_truncated (const char *path, GBytes *good)
{
  write_part (path, good, g_bytes_get_size (good) - 1);
}

static void
make_half (const char *path, GBytes *good)
{
  write_part (path, good, g_bytes_get_size (good) / 2);
}

static void
make_scrambled_after_header (const char *path, GBytes *good)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  g_byte_array_append (bytes, g_bytes_get_data (good, NULL), g_bytes_get_size (good));
  for (guint i = 100; i < bytes->len; i++)
    bytes->data[i] = (guint8) g_rand_int (rand);
  testing_write (path, bytes->data, bytes->len);
}

static void
make_missing_table (const char *path, GBytes *good)
{
  with_sql (path, good, "DROP TABLE talk");
}

static void
make_missing_history (const char *path, GBytes *good)
{
  with_sql (path, good, "DROP TABLE history");
}

static void
make_no_tables (const char *path, GBytes *good)
{
  testing_sql (path, "PRAGMA user_version = 1;" APPLICATION_ID);
}

static void
make_no_event (const char *path, GBytes *good)
{
  with_sql (path, good, "DELETE FROM event");
}

static void
make_no_state (const char *path, GBytes *good)
{
  with_sql (path, good, "DELETE FROM file_state");
}

static void
make_version_zero (const char *path, GBytes *good)
{
  with_sql (path, good, "PRAGMA user_version = 0");
}

static void
make_utf16 (const char *path, GBytes *good)
{
  testing_sql (path, "PRAGMA encoding = 'UTF-16'; CREATE TABLE event (id TEXT);"
                     "PRAGMA user_version = 1;" APPLICATION_ID);
}

static void
make_nul_in_text (const char *path, GBytes *good)
{
  with_sql (path, good, "UPDATE room SET name = 'a' || char(0) || 'b'");
}

/* Sound pages and a sound schema, but a look-up by id does not find what is there. */
static void
make_wrong_index (const char *path, GBytes *good)
{
  with_sql (path, good,
            "INSERT INTO person (id, name) VALUES ('" ROOM_B "', 'Name');"
            "CREATE TEMP TABLE page AS SELECT name, rootpage FROM sqlite_schema;"
            "PRAGMA writable_schema = ON;"
            "UPDATE sqlite_schema SET rootpage ="
            " (SELECT rootpage FROM page WHERE name = 'sqlite_autoindex_talk_1')"
            " WHERE name = 'sqlite_autoindex_person_1';"
            "UPDATE sqlite_schema SET rootpage ="
            " (SELECT rootpage FROM page WHERE name = 'sqlite_autoindex_person_1')"
            " WHERE name = 'sqlite_autoindex_talk_1'");
}

/* Newer */

static void
make_newer (const char *path, GBytes *good)
{
  g_autofree char *sql =
      g_strdup_printf ("PRAGMA user_version = %u", ply_store_get_schema_version () + 1);

  with_sql (path, good, sql);
}

static void
make_much_newer (const char *path, GBytes *good)
{
  with_sql (path, good, "PRAGMA user_version = -1");
}

/* Hostile */

static void
make_trigger (const char *path, GBytes *good)
{
  with_sql (path, good, "CREATE TRIGGER t AFTER UPDATE ON room BEGIN DELETE FROM session; END");
}

static void
make_view (const char *path, GBytes *good)
{
  with_sql (path, good, "CREATE VIEW v AS SELECT * FROM room");
}

static void
make_view_as_table (const char *path, GBytes *good)
{
  with_sql (path, good,
            "ALTER TABLE room RENAME TO hidden; CREATE VIEW room AS SELECT * FROM hidden");
}

static void
make_extra_table (const char *path, GBytes *good)
{
  with_sql (path, good, "CREATE TABLE zebra (x)");
}

static void
make_virtual_table (const char *path, GBytes *good)
{
  with_sql (path, good, "CREATE VIRTUAL TABLE a USING fts5 (x)");
}

static void
make_index (const char *path, GBytes *good)
{
  with_sql (path, good, "CREATE INDEX i ON room (lower(name))");
}

static void
make_extra_column (const char *path, GBytes *good)
{
  with_sql (path, good, "ALTER TABLE room ADD COLUMN x TEXT");
}

static void
make_loose_types (const char *path, GBytes *good)
{
  with_sql (path, good,
            "DROP TABLE release;"
            "CREATE TABLE release (id TEXT NOT NULL PRIMARY KEY, name, date, notes)");
}

/* The table is said to be STRICT, but its rows were written when it was not. */
static void
make_wrong_types (const char *path, GBytes *good)
{
  with_sql (path, good,
            "PRAGMA writable_schema = ON;"
            "UPDATE sqlite_schema SET sql = replace (sql, ') STRICT', ')') WHERE name = 'session';"
            "PRAGMA writable_schema = RESET;");
  testing_sql (path, "INSERT INTO session (id, title, duration, start)"
                     " VALUES ('" ROOM_B "', 'Title', 'soon', x'00ff');"
                     "PRAGMA writable_schema = ON;"
                     "UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 'session';");
}

static void
make_large_cell (const char *path, GBytes *good)
{
  with_sql (path, good, "UPDATE room SET notes = printf ('%.*c', 104857600, 'x')");
}

static void
make_large_history (const char *path, GBytes *good)
{
  with_sql (path, good, "UPDATE history SET changeset = zeroblob (104857600)");
}

static void
make_long_text (const char *path, GBytes *good)
{
  with_sql (path, good, "UPDATE room SET name = printf ('%.*c', 3000, 'x')");
}

static void
make_bad_id (const char *path, GBytes *good)
{
  with_sql (path, good, "UPDATE room SET id = '../../etc/passwd'");
}

static void
make_bad_date (const char *path, GBytes *good)
{
  with_sql (path, good, "INSERT INTO day (id, date) VALUES ('" ROOM_B "', '2023-13-45')");
}

static void
make_bad_time (const char *path, GBytes *good)
{
  with_sql (path, good,
            "INSERT INTO session (id, title, duration, start)"
            " VALUES ('" ROOM_B "', 'Title', 30, 9223372036854775807)");
}

static void
make_bad_utf8 (const char *path, GBytes *good)
{
  with_sql (path, good, "UPDATE room SET name = CAST (x'41ff42' AS TEXT)");
}

static void
make_dangling (const char *path, GBytes *good)
{
  with_sql (path, good,
            "INSERT INTO talk (id, session, title, duration)"
            " VALUES ('" ROOM_B "', '" ROOM_B "', 'Title', 30)");
}

static void
make_bad_severity (const char *path, GBytes *good)
{
  with_sql (path, good,
            "INSERT INTO conflict_setting VALUES ('" ROOM_B "', 'room-overlap', 'fatal')");
}

static void
make_bad_waiver (const char *path, GBytes *good)
{
  with_sql (path, good,
            "INSERT INTO waiver (id, kind, records)"
            " VALUES ('" ROOM_B "', 'room-overlap', '" ROOM_B " " ROOM_A "')");
}

static void
make_walk_in_circles (const char *path, GBytes *good)
{
  with_sql (path, good, "INSERT INTO walk VALUES ('" ROOM_B "', 'Annex', 'Annex', 5)");
}

static void
make_endless_break (const char *path, GBytes *good)
{
  with_sql (path, good, "UPDATE event SET break_least = -9223372036854775807");
}

static void
make_dangling_translation (const char *path, GBytes *good)
{
  with_sql (path, good,
            "INSERT INTO translation VALUES ('" ROOM_B "', 'sqlite_schema', '" ROOM_A
            "', 'name', 'kk', 'text', NULL, 'final')");
}

static const struct
{
  const char *name;
  Maker make;
  PlyStoreError error;
} bad_files[] = {
  { "text", make_text, PLY_STORE_ERROR_NOT_AN_EVENT },
  { "empty", make_empty, PLY_STORE_ERROR_NOT_AN_EVENT },
  { "random-bytes", make_random, PLY_STORE_ERROR_NOT_AN_EVENT },
  { "folder", make_folder, PLY_STORE_ERROR_NOT_AN_EVENT },
  { "pipe", make_pipe, PLY_STORE_ERROR_NOT_AN_EVENT },
  { "other-application", make_other_application, PLY_STORE_ERROR_FOREIGN },
  { "header-only", make_header_only, PLY_STORE_ERROR_DAMAGED },
  { "first-page", make_first_page, PLY_STORE_ERROR_DAMAGED },
  { "truncated", make_truncated, PLY_STORE_ERROR_DAMAGED },
  { "half", make_half, PLY_STORE_ERROR_DAMAGED },
  { "scrambled", make_scrambled_after_header, PLY_STORE_ERROR_DAMAGED },
  { "missing-table", make_missing_table, PLY_STORE_ERROR_DAMAGED },
  { "missing-history", make_missing_history, PLY_STORE_ERROR_DAMAGED },
  { "no-tables", make_no_tables, PLY_STORE_ERROR_DAMAGED },
  { "no-event", make_no_event, PLY_STORE_ERROR_DAMAGED },
  { "no-state", make_no_state, PLY_STORE_ERROR_DAMAGED },
  { "version-zero", make_version_zero, PLY_STORE_ERROR_DAMAGED },
  { "utf-16", make_utf16, PLY_STORE_ERROR_DAMAGED },
  { "nul-in-text", make_nul_in_text, PLY_STORE_ERROR_DAMAGED },
  { "wrong-index", make_wrong_index, PLY_STORE_ERROR_DAMAGED },
  { "newer", make_newer, PLY_STORE_ERROR_NEWER },
  { "much-newer", make_much_newer, PLY_STORE_ERROR_NEWER },
  { "trigger", make_trigger, PLY_STORE_ERROR_HOSTILE },
  { "view", make_view, PLY_STORE_ERROR_HOSTILE },
  { "view-as-table", make_view_as_table, PLY_STORE_ERROR_HOSTILE },
  { "extra-table", make_extra_table, PLY_STORE_ERROR_HOSTILE },
  { "virtual-table", make_virtual_table, PLY_STORE_ERROR_HOSTILE },
  { "index", make_index, PLY_STORE_ERROR_HOSTILE },
  { "extra-column", make_extra_column, PLY_STORE_ERROR_HOSTILE },
  { "loose-types", make_loose_types, PLY_STORE_ERROR_HOSTILE },
  { "wrong-types", make_wrong_types, PLY_STORE_ERROR_HOSTILE },
  { "100-mb-cell", make_large_cell, PLY_STORE_ERROR_HOSTILE },
  { "100-mb-history", make_large_history, PLY_STORE_ERROR_HOSTILE },
  { "long-text", make_long_text, PLY_STORE_ERROR_HOSTILE },
  { "bad-id", make_bad_id, PLY_STORE_ERROR_HOSTILE },
  { "bad-date", make_bad_date, PLY_STORE_ERROR_HOSTILE },
  { "bad-time", make_bad_time, PLY_STORE_ERROR_HOSTILE },
  { "bad-utf-8", make_bad_utf8, PLY_STORE_ERROR_HOSTILE },
  { "bad-severity", make_bad_severity, PLY_STORE_ERROR_HOSTILE },
  { "bad-waiver", make_bad_waiver, PLY_STORE_ERROR_HOSTILE },
  { "walk-in-circles", make_walk_in_circles, PLY_STORE_ERROR_HOSTILE },
  { "endless-break", make_endless_break, PLY_STORE_ERROR_HOSTILE },
  { "dangling-reference", make_dangling, PLY_STORE_ERROR_HOSTILE },
  { "dangling-translation", make_dangling_translation, PLY_STORE_ERROR_HOSTILE },
};

static GBytes *
make_good (void)
{
  g_autoptr (PlyStore) store = testing_create ("good.plenary");
  g_autofree char *path = testing_path ("good.plenary");

  testing_add_room (store, ROOM_A, "Saal");
  g_assert_true (ply_store_close (store, NULL));
  return testing_read (path);
}

static GBytes *
read_if_file (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? testing_read (path) : g_bytes_new (NULL, 0);
}

static guint
count_temporary (void)
{
  g_autofree char *folder = testing_path ("");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    n += g_str_has_prefix (name, "plenary-") || g_str_has_prefix (name, ".plenary-");
  return n;
}

static void
test_bad_file (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strconcat (bad_files[i].name, ".plenary", NULL);
  g_autofree char *path = testing_path (name);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GFile) file = testing_file (name);
  g_autoptr (GBytes) good = make_good ();
  g_autoptr (GBytes) before = NULL;

  bad_files[i].make (path, good);
  before = read_if_file (path);
  for (guint way = 0; way < 2; way++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) after = NULL;

      g_assert_null (way == 0 ? ply_store_open (file, &error)
                              : ply_store_open_read_only (file, &error));
      g_assert_error (error, PLY_STORE_ERROR, bad_files[i].error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, name));
      after = read_if_file (path);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
      g_assert_cmpuint (testing_count_working_copies (), ==, 0);
      g_assert_cmpuint (count_temporary (), ==, 0);
    }
  if (g_remove (path) != 0)
    g_assert_not_reached ();
}

static void
test_not_there (void)
{
  g_autoptr (GFile) file = testing_file ("nowhere/event.plenary");
  g_autoptr (PlyPlan) plan = testing_event_plan ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ply_store_open (file, &error));
  testing_assert_error (error, NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (ply_store_create (file, plan, FALSE, &error));
  testing_assert_error (error, NOT_FOUND);
  g_assert_cmpuint (testing_count_working_copies (), ==, 0);
}

/* A history from elsewhere cannot write what the model forbids, nor outside the event's tables. */
static void
test_forged_history (void)
{
  static const char *const forgeries[] = {
    "UPDATE history SET changeset = x'00'",
    "UPDATE history SET changeset = x'540201007465616d00'",
    "UPDATE history SET changeset = randomblob (300)",
    "UPDATE history SET changeset = substr (changeset, 1, length (changeset) - 3)",
    /* That the room was inserted with another name: does not fit the row that is there. */
    "UPDATE history SET changeset = CAST (replace (hex (changeset), hex ('Saal'), hex ('Haal')) AS "
    "BLOB)",
    "UPDATE room SET name = 'Aula'",
    "UPDATE file_state SET cursor = 99",
    "UPDATE file_state SET history_bytes = -5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *path = testing_path ("forged.plenary");
      g_autoptr (GFile) file = testing_file ("forged.plenary");
      g_autoptr (GBytes) good = make_good ();
      g_autoptr (PlyStore) store = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      with_sql (path, good, forgeries[i]);
      store = ply_store_open (file, &error);
      g_assert_no_error (error);
      before = testing_dump_store (store);
      if (!ply_store_undo (store, &error))
        {
          g_test_message ("%s", error->message);
          g_clear_pointer (&store->loaded, ply_snapshot_unref);
          after = testing_dump_store (store);
          g_assert_cmpstr (after, ==, before);
        }
      /* It can be gone on with all the same. */
      testing_add_room (store, ROOM_B, "Foyer");
      g_assert_true (ply_store_undo (store, NULL));
      ply_store_discard (store);
    }
}

/* A row of the history with one of its bytes changed, or cut short. */
static GBytes *
mutate (GBytes *changeset, GRand *rand)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  g_autofree guint8 *bytes = g_memdup2 (data, size);
  guint n = (guint) g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n; i++)
    bytes[g_rand_int_range (rand, 0, (gint32) size)] = (guint8) g_rand_int_range (rand, 0, 256);
  if (g_rand_boolean (rand))
    size = (gsize) g_rand_int_range (rand, 0, (gint32) size);
  return g_bytes_new (bytes, size);
}

/* Under the sanitizers this also shows that nothing is read that is not there. */
static void
test_mutated_history (void)
{
  g_autoptr (PlyStore) store = testing_create ("mutated.plenary");
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (PlyHistoryRow) insert = NULL;
  g_autoptr (PlyHistoryRow) update = NULL;
  guint n_sound = 0;

  testing_add_room (store, ROOM_A, "Saal");
  ply_history_get (store->db, store->state.cursor, &insert, NULL);
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  ply_history_get (store->db, store->state.cursor, &update, NULL);
  g_assert_true (ply_changeset_is_sound (insert->changeset));
  g_assert_true (ply_changeset_is_sound (update->changeset));
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GBytes) bytes = mutate (i % 2 == 0 ? insert->changeset : update->changeset, rand);
      g_autoptr (GBytes) inverse = NULL;

      if (!ply_changeset_is_sound (bytes))
        continue;
      n_sound++;
      inverse = ply_changeset_invert (store->db, bytes, NULL);
      g_assert_true (ply_db_begin (store->db, NULL));
      if (inverse != NULL)
        ply_changeset_apply (store->db, inverse, NULL);
      ply_db_rollback (store->db);
    }
  g_test_message ("%u of 5000 passed for changesets", n_sound);
  ply_store_discard (store);
}

int
main (int argc, char **argv)
{
  testing_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *name = g_strconcat ("/bad-files/", bad_files[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_bad_file);
    }
  g_test_add_func ("/bad-files/not-there", test_not_there);
  g_test_add_func ("/bad-files/forged-history", test_forged_history);

  g_test_add_func ("/bad-files/mutated-history", test_mutated_history);

  return testing_run ();
}
