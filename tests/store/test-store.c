/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-testing.h"

#include "ply-store-private.h"

#define ROOM_A "aaaaaaaa-0000-4000-8000-000000000001"
#define ROOM_B "bbbbbbbb-0000-4000-8000-000000000002"

static gint64 now;

static gint64
clock_cb (void)
{
  return now;
}

static guint
count_history (PlyStore *store)
{
  g_autoptr (GPtrArray) entries = ply_store_dup_history (store, NULL);

  return entries->len;
}

static PlyStore *
reopen (const char *name)
{
  g_autoptr (GFile) file = testing_file (name);
  g_autoptr (GError) error = NULL;
  PlyStore *store = ply_store_open (file, &error);

  g_assert_no_error (error);
  return store;
}

static void
close_store (PlyStore *store)
{
  g_autoptr (GError) error = NULL;
  gboolean closed = ply_store_close (store, &error);

  g_assert_no_error (error);
  g_assert_true (closed);
}

/* Schema */

static void
assert_table (PlyDb *db, const PlyKindInfo *info)
{
  static const char *const types[] = {
    [PLY_VALUE_TEXT] = "TEXT", [PLY_VALUE_INTEGER] = "INTEGER", [PLY_VALUE_BYTES] = "BLOB"
  };
  g_autofree char *sql = g_strdup_printf (
      "SELECT name, type, \"notnull\", pk FROM pragma_table_info('%s') ORDER BY cid", info->name);
  sqlite3_stmt *columns = ply_db_prepare (db, sql, NULL);

  g_assert_cmpint (sqlite3_step (columns), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (columns, 0), ==, "id");
  g_assert_cmpstr ((const char *) sqlite3_column_text (columns, 1), ==, "TEXT");
  g_assert_cmpint (sqlite3_column_int (columns, 2), ==, 1);
  g_assert_cmpint (sqlite3_column_int (columns, 3), ==, 1);
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_assert_cmpint (sqlite3_step (columns), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (columns, 0), ==, info->fields[i].name);
      g_assert_cmpstr ((const char *) sqlite3_column_text (columns, 1), ==,
                       types[ply_field_storage (&info->fields[i])]);
      g_assert_cmpint (sqlite3_column_int (columns, 3), ==, 0);
    }
  g_assert_cmpint (sqlite3_step (columns), ==, SQLITE_DONE);
  sqlite3_finalize (columns);
}

static void
test_schema_agrees (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyDb) db = ply_db_open (":memory:", "memory", TRUE, &error);
  gint64 n_tables, n_strict, n_others;

  g_assert_no_error (error);
  g_assert_true (ply_schema_migrate (ply_schema_get (), db, &error));
  g_assert_no_error (error);
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    assert_table (db, ply_kind_get_info (kind));

  ply_db_query_integer (db, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'", &n_tables,
                        NULL);
  ply_db_query_integer (db,
                        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict",
                        &n_strict, NULL);
  ply_db_query_integer (db,
                        "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')",
                        &n_others, NULL);
  g_assert_cmpint (n_tables, ==, PLY_N_KINDS + 2); /* history, file_state */
  g_assert_cmpint (n_strict, ==, n_tables);
  g_assert_cmpint (n_others, ==, 0);
}

/* Commands */

static void
test_create_and_reopen (void)
{
  PlyStore *store = testing_create ("create.plenary");
  g_autofree char *before = testing_dump_store (store);
  g_autofree char *after = NULL;

  g_assert_false (ply_store_get_dirty (store));
  g_assert_null (ply_store_get_undo_label (store));
  g_assert_cmpuint (count_history (store), ==, 0);
  close_store (store);
  g_assert_finalize_object (store);
  g_assert_cmpuint (testing_count_working_copies (), ==, 0);

  store = reopen ("create.plenary");
  after = testing_dump_store (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (ply_store_get_recovered (store));
  g_assert_cmpuint (ply_store_get_file_version (store), ==, ply_store_get_schema_version ());
  close_store (store);
  g_assert_finalize_object (store);
}

static char *
id_of_kind (PlyKind kind)
{
  return g_strdup_printf ("%08x-0000-4000-8000-000000000000", kind);
}

static const char *
text_for (const PlyField *field)
{
  static const char *const texts[] = {
    [PLY_FIELD_TEXT] = "Text",         [PLY_FIELD_LONGTEXT] = "A\n\nB",
    [PLY_FIELD_DATE] = "2023-10-12",   [PLY_FIELD_LANGUAGE] = "kk",
    [PLY_FIELD_LANGUAGES] = "de kk",   [PLY_FIELD_ZONE] = "Asia/Almaty",
    [PLY_FIELD_COUNTRY] = "KZ",        [PLY_FIELD_COLOR] = "#1c71d8",
    [PLY_FIELD_URL] = "https://a.kz/", [PLY_FIELD_RANK] = "a5",
    [PLY_FIELD_JSON] = "{}",           [PLY_FIELD_IDS] = ROOM_A " " ROOM_B,
    [PLY_FIELD_BYTES] = NULL,
  };

  return field->type == PLY_FIELD_CHOICE ? field->choices[0].code : texts[field->type];
}

static void
fill_field (gpointer record, const PlyField *field)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autofree char *id = NULL;
  PlyValue value = PLY_VALUE_INIT;

  switch (ply_field_storage (field))
    {
    case PLY_VALUE_INTEGER:
      ply_record_set_integer (record, field->name, 1);
      break;
    case PLY_VALUE_BYTES:
      value = ply_value_bytes (bytes);
      ply_record_set_value (record, field, &value);
      ply_value_clear (&value);
      break;
    default:
      id = id_of_kind (field->type == PLY_FIELD_REF ? field->target : PLY_KIND_EVENT);
      ply_record_set_text (
          record, field->name,
          field->type == PLY_FIELD_REF || field->type == PLY_FIELD_ID ? id : text_for (field));
    }
}

/* A record of which every field is set that may be set together with the others. */
static gpointer
full_record (PlyKind kind)
{
  const PlyKindInfo *info = ply_kind_get_info (kind);
  g_autofree char *id = id_of_kind (kind);
  gpointer record = ply_record_new (kind, id);
  gboolean one_owner = kind == PLY_KIND_LINK;

  for (guint i = 0; i < info->n_fields; i++)
    if (!one_owner || !(info->fields[i].flags & PLY_FIELD_OWNER) || i == 0)
      fill_field (record, &info->fields[i]);
  if (kind == PLY_KIND_PARTICIPATION)
    ply_record_set_text (record, "talk", NULL);
  if (kind == PLY_KIND_AVAILABILITY)
    {
      ply_record_set_text (record, "room", NULL);
      ply_record_set_integer (record, "end", 2);
    }
  if (kind == PLY_KIND_WALK)
    ply_record_set_text (record, "other", "Annex");
  if (kind == PLY_KIND_TRANSLATION)
    ply_record_set_text (record, "owner_kind", "event");
  return record;
}

/* Each column of each table, through changesets and through the file. */
static void
test_every_field (void)
{
  g_autoptr (GFile) file = testing_file ("full.plenary");
  g_autoptr (PlyPlan) event = ply_plan_new ("New Event");
  g_autoptr (PlyPlan) rest = ply_plan_new ("Add All");
  g_autoptr (GError) error = NULL;
  g_autofree char *full = NULL;
  PlyStore *store;
  g_autoptr (PlySnapshot) snapshot = NULL;
  PlyEvent *first = full_record (PLY_KIND_EVENT);

  g_clear_pointer (&first->logo, g_free);
  ply_plan_insert (event, first);
  store = ply_store_create (file, event, FALSE, &error);
  g_assert_no_error (error);
  for (guint kind = PLY_KIND_EVENT + 1; kind < PLY_N_KINDS; kind++)
    ply_plan_insert (rest, full_record (kind));
  g_assert_true (ply_store_run (store, rest, NULL, &error));
  g_assert_no_error (error);

  full = testing_dump_store (store);
  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *again = NULL;

      g_assert_true (ply_store_undo (store, NULL));
      g_assert_true (ply_store_redo (store, NULL));
      close_store (store);
      g_object_unref (store);
      store = reopen ("full.plenary");
      again = testing_dump_store (store);
      g_assert_cmpstr (again, ==, full);
    }

  g_clear_pointer (&store->loaded, ply_snapshot_unref);
  snapshot = ply_store_load (store, NULL);
  for (guint kind = PLY_KIND_EVENT + 1; kind < PLY_N_KINDS; kind++)
    {
      g_autoptr (PlyRecord) wanted = full_record (kind);

      g_assert_true (ply_record_equal (ply_snapshot_lookup (snapshot, kind, wanted->id), wanted));
    }
  close_store (store);
  g_object_unref (store);
}

typedef struct
{
  guint n;
  PlyStoreReason reason;
  char *label;
  guint n_rows;
  PlySnapshot *snapshot; /* fed by the signal alone */
} Heard;

static void
changed_cb (PlyStore *store, const PlyStoreChanges *changes, Heard *heard)
{
  PlySnapshot *next = ply_snapshot_update (heard->snapshot, changes->rows, changes->n_rows);

  heard->n++;
  heard->reason = changes->reason;
  heard->n_rows = changes->n_rows;
  g_set_str (&heard->label, changes->label);
  ply_snapshot_unref (heard->snapshot);
  heard->snapshot = next;
}

static void
assert_heard (PlyStore *store, const Heard *heard, guint n, PlyStoreReason reason,
              const char *label)
{
  g_autofree char *told = testing_dump (heard->snapshot);
  g_autofree char *stored = testing_dump_store (store);

  g_assert_cmpuint (heard->n, ==, n);
  g_assert_cmpint (heard->reason, ==, reason);
  g_assert_cmpstr (heard->label, ==, label);
  g_assert_cmpstr (told, ==, stored);
}

static void
test_undo_redo (void)
{
  g_autoptr (PlyStore) store = testing_create ("undo.plenary");
  Heard heard = { .snapshot = ply_store_load (store, NULL) };

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &heard);
  testing_add_room (store, ROOM_A, "Saal");
  assert_heard (store, &heard, 1, PLY_STORE_RUN, "Add Room");
  g_assert_cmpuint (heard.n_rows, ==, 1);
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  assert_heard (store, &heard, 2, PLY_STORE_RUN, "Rename Room");
  g_assert_cmpstr (ply_store_get_undo_label (store), ==, "Rename Room");
  g_assert_null (ply_store_get_redo_label (store));

  g_assert_true (ply_store_undo (store, NULL));
  assert_heard (store, &heard, 3, PLY_STORE_UNDO, "Rename Room");
  g_assert_cmpstr (ply_store_get_undo_label (store), ==, "Add Room");
  g_assert_cmpstr (ply_store_get_redo_label (store), ==, "Rename Room");
  g_assert_true (ply_store_undo (store, NULL));
  g_assert_true (ply_store_undo (store, NULL)); /* nothing left */
  assert_heard (store, &heard, 4, PLY_STORE_UNDO, "Add Room");
  g_assert_true (ply_store_redo (store, NULL));
  g_assert_true (ply_store_redo (store, NULL));
  g_assert_true (ply_store_redo (store, NULL));
  assert_heard (store, &heard, 6, PLY_STORE_REDO, "Rename Room");

  ply_snapshot_unref (heard.snapshot);
  g_free (heard.label);
  close_store (store);
}

static void
test_undo_after_reopening (void)
{
  PlyStore *store = testing_create ("later.plenary");
  g_autofree char *empty = testing_dump_store (store);
  g_autofree char *full = NULL;
  g_autofree char *seen = NULL;
  g_autofree char *again = NULL;

  testing_add_room (store, ROOM_A, "Saal");
  testing_add_room (store, ROOM_B, "Aula");
  full = testing_dump_store (store);
  g_assert_true (ply_store_undo (store, NULL));
  close_store (store);
  g_assert_finalize_object (store);

  store = reopen ("later.plenary");
  g_assert_cmpstr (ply_store_get_undo_label (store), ==, "Add Room");
  g_assert_cmpstr (ply_store_get_redo_label (store), ==, "Add Room");
  g_assert_true (ply_store_undo (store, NULL));
  seen = testing_dump_store (store);
  g_assert_cmpstr (seen, ==, empty);
  close_store (store);
  g_assert_finalize_object (store);

  store = reopen ("later.plenary");
  g_assert_true (ply_store_redo (store, NULL));
  g_assert_true (ply_store_redo (store, NULL));
  again = testing_dump_store (store);
  g_assert_cmpstr (again, ==, full);
  close_store (store);
  g_assert_finalize_object (store);
}

static void
test_command_drops_redo (void)
{
  g_autoptr (PlyStore) store = testing_create ("drop.plenary");
  g_autoptr (GPtrArray) entries = NULL;
  PlyHistoryEntry *first, *second;

  testing_add_room (store, ROOM_A, "Saal");
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  g_assert_true (ply_store_undo (store, NULL));
  testing_add_room (store, ROOM_B, "Foyer");
  g_assert_null (ply_store_get_redo_label (store));
  entries = ply_store_dup_history (store, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  first = entries->pdata[0];
  second = entries->pdata[1];
  g_assert_cmpint (first->seq, <, second->seq);
  g_assert_false (second->undone);
  close_store (store);
}

static void
test_no_change_no_trace (void)
{
  g_autoptr (PlyStore) store = testing_create ("nothing.plenary");
  g_autoptr (PlyPlan) plan = ply_plan_new ("Back and Forth");
  g_autoptr (PlyPlan) empty = ply_plan_new ("Empty");
  Heard heard = { .snapshot = ply_store_load (store, NULL) };

  testing_add_room (store, ROOM_A, "Saal");
  g_assert_true (ply_store_save (store, NULL));
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &heard);
  ply_plan_set_text (plan, PLY_KIND_ROOM, ROOM_A, "name", "Aula");
  ply_plan_set_text (plan, PLY_KIND_ROOM, ROOM_A, "name", "Saal");
  g_assert_true (ply_store_run (store, plan, NULL, NULL));
  g_assert_true (ply_store_run (store, empty, NULL, NULL));
  g_assert_cmpuint (heard.n, ==, 0);
  g_assert_cmpuint (count_history (store), ==, 1);
  g_assert_false (ply_store_get_dirty (store));
  ply_snapshot_unref (heard.snapshot);
  close_store (store);
}

static void
test_coalesce (void)
{
  g_autoptr (PlyStore) store = testing_create ("coalesce.plenary");
  g_autofree char *name = NULL;

  store->clock = clock_cb;
  now = 1000000;
  testing_add_room (store, ROOM_A, "Saal");
  testing_rename_room (store, ROOM_A, "A", "name");
  now += 1000;
  testing_rename_room (store, ROOM_A, "Au", "name");
  now += 1000;
  testing_rename_room (store, ROOM_A, "Aul", "name");
  g_assert_cmpuint (count_history (store), ==, 2);
  now += 1001; /* too late */
  testing_rename_room (store, ROOM_A, "Aula", "name");
  g_assert_cmpuint (count_history (store), ==, 3);
  testing_rename_room (store, ROOM_A, "Aula 1", "other");
  g_assert_cmpuint (count_history (store), ==, 4);
  testing_rename_room (store, ROOM_A, "Aula 2", NULL);
  testing_rename_room (store, ROOM_A, "Aula 3", NULL);
  g_assert_cmpuint (count_history (store), ==, 6);
  now -= 5000; /* a clock that was set back */
  testing_rename_room (store, ROOM_A, "Aula 4", "other");
  testing_rename_room (store, ROOM_A, "Aula 5", "other");
  g_assert_cmpuint (count_history (store), ==, 7);

  for (guint i = 0; i < 5; i++)
    g_assert_true (ply_store_undo (store, NULL));
  name = testing_room_name (store, ROOM_A);
  g_assert_cmpstr (name, ==, "Aul");
  g_assert_true (ply_store_undo (store, NULL));
  g_free (name);
  name = testing_room_name (store, ROOM_A);
  g_assert_cmpstr (name, ==, "Saal");
  close_store (store);
}

static void
test_coalesce_to_nothing (void)
{
  g_autoptr (PlyStore) store = testing_create ("cancel.plenary");
  g_autofree char *name = NULL;

  store->clock = clock_cb;
  testing_add_room (store, ROOM_A, "Saal");
  testing_rename_room (store, ROOM_A, "Saale", "name");
  testing_rename_room (store, ROOM_A, "Saal", "name");
  g_assert_cmpuint (count_history (store), ==, 1);
  g_assert_cmpstr (ply_store_get_undo_label (store), ==, "Add Room");
  /* The next one must not find a partner before the one that vanished. */
  testing_rename_room (store, ROOM_A, "Aula", "name");
  g_assert_cmpuint (count_history (store), ==, 2);
  g_assert_true (ply_store_undo (store, NULL));
  name = testing_room_name (store, ROOM_A);
  g_assert_cmpstr (name, ==, "Saal");
  close_store (store);
}

static void
test_no_coalescing_across_undo (void)
{
  g_autoptr (PlyStore) store = testing_create ("across.plenary");

  store->clock = clock_cb;
  testing_add_room (store, ROOM_A, "Saal");
  testing_rename_room (store, ROOM_A, "Aula", "name");
  g_assert_true (ply_store_undo (store, NULL));
  g_assert_true (ply_store_redo (store, NULL));
  testing_rename_room (store, ROOM_A, "Foyer", "name");
  g_assert_cmpuint (count_history (store), ==, 3);
  close_store (store);
}

static void
test_history_is_bounded (void)
{
  g_autoptr (PlyStore) store = testing_create ("bound.plenary");
  g_autofree char *name = NULL;
  gint64 sum;

  testing_add_room (store, ROOM_A, "Saal");
  store->history_max = 2000;
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *next = g_strdup_printf ("Saal %u", i);

      testing_rename_room (store, ROOM_A, next, NULL);
    }
  g_assert_cmpuint (count_history (store), >, 5);
  g_assert_cmpuint (count_history (store), <, 50);
  ply_db_query_integer (store->db, "SELECT sum(length(changeset)) FROM history", &sum, NULL);
  g_assert_cmpint (sum, ==, store->state.bytes);
  g_assert_cmpint (sum, <=, 2000);
  while (ply_store_get_undo_label (store) != NULL)
    g_assert_true (ply_store_undo (store, NULL));
  while (ply_store_get_redo_label (store) != NULL)
    g_assert_true (ply_store_redo (store, NULL));
  name = testing_room_name (store, ROOM_A);
  g_assert_cmpstr (name, ==, "Saal 99");

  store->history_max = 1;
  testing_rename_room (store, ROOM_A, "Aula", NULL);
  g_assert_cmpuint (count_history (store), ==, 1);
  g_assert_true (ply_store_undo (store, NULL));
  close_store (store);
}

static void
test_pictures (void)
{
  PlyStore *store = testing_create ("picture.plenary");
  g_autoptr (PlyPlan) plan = ply_plan_new ("Set Logo");
  PlyAsset *asset = ply_record_new (PLY_KIND_ASSET, NULL);
  g_autofree guint8 *bytes = g_malloc (3 * 1024 * 1024);
  g_auto (PlyValue) value = PLY_VALUE_INIT;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < 3 * 1024 * 1024; i++)
    bytes[i] = (guint8) (i * 31);
  value.type = PLY_VALUE_BYTES;
  value.bytes = g_bytes_new (bytes, 3 * 1024 * 1024);
  ply_record_set_text (asset, "name", "Logo");
  ply_record_set_text (asset, "media_type", "image/png");
  ply_record_set_integer (asset, "width", 1000);
  ply_record_set_integer (asset, "height", 1000);
  ply_record_set_value (asset, ply_field_lookup (PLY_KIND_ASSET, "data"), &value);
  ply_plan_insert (plan, asset);
  g_assert_true (ply_store_run (store, plan, NULL, NULL));
  before = testing_dump_store (store);
  close_store (store);
  g_assert_finalize_object (store);

  store = reopen ("picture.plenary");
  g_assert_true (ply_store_undo (store, NULL));
  g_assert_true (ply_store_redo (store, NULL));
  after = testing_dump_store (store);
  g_assert_cmpstr (after, ==, before);
  close_store (store);
  g_assert_finalize_object (store);
}

int
main (int argc, char **argv)
{
  testing_init (&argc, &argv);

  g_test_add_func ("/store/schema-agrees-with-fields", test_schema_agrees);
  g_test_add_func ("/store/create-and-reopen", test_create_and_reopen);
  g_test_add_func ("/store/every-field", test_every_field);
  g_test_add_func ("/store/undo-redo", test_undo_redo);
  g_test_add_func ("/store/undo-after-reopening", test_undo_after_reopening);
  g_test_add_func ("/store/command-drops-redo", test_command_drops_redo);
  g_test_add_func ("/store/no-change-no-trace", test_no_change_no_trace);
  g_test_add_func ("/store/coalesce", test_coalesce);
  g_test_add_func ("/store/coalesce-to-nothing", test_coalesce_to_nothing);
  g_test_add_func ("/store/no-coalescing-across-undo", test_no_coalescing_across_undo);
  g_test_add_func ("/store/history-is-bounded", test_history_is_bounded);
  g_test_add_func ("/store/pictures", test_pictures);

  return testing_run ();
}
