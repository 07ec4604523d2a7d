/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-changeset.h"

#include "ply-rows.h"
#include "ply-snapshot.h"

/* Helpers */

static gboolean
is_domain_table (const char *name)
{
  return ply_kind_from_name (name) != PLY_N_KINDS;
}

static GBytes *
take_memory (gpointer data, int size)
{
  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

static gpointer
get_data (GBytes *changeset, int *size)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (changeset, &length);

  *size = (int) length;
  return (gpointer) data;
}

static void
clear_change (gpointer data)
{
  PlyChange *change = data;

  g_free ((char *) change->id);
  ply_record_unref ((PlyRecord *) change->record);
}

/* The id stands in the first column: among the old values, or, for an insert, the new ones. */
static char *
read_id (sqlite3_changeset_iter *rows, int operation)
{
  sqlite3_value *value = NULL;
  int code = operation == SQLITE_INSERT ? sqlite3changeset_new (rows, 0, &value)
                                        : sqlite3changeset_old (rows, 0, &value);

  return code == SQLITE_OK && value != NULL ? g_strdup ((const char *) sqlite3_value_text (value))
                                            : NULL;
}

static gboolean
read_change (PlyDb *db, sqlite3_changeset_iter *rows, GArray *changes, GError **error)
{
  const char *table;
  int n_columns, operation, indirect;
  PlyChange change = { 0 };
  int code = sqlite3changeset_op (rows, &table, &n_columns, &operation, &indirect);

  if (code != SQLITE_OK)
    return ply_db_fail (db, code, error);
  change.kind = ply_kind_from_name (table);
  change.id = read_id (rows, operation);
  if (change.kind == PLY_N_KINDS || change.id == NULL)
    {
      g_free ((char *) change.id);
      return ply_db_fail (db, SQLITE_CORRUPT, error);
    }
  if (operation != SQLITE_DELETE)
    change.record = ply_rows_read (db, change.kind, change.id, error);
  g_array_append_val (changes, change);
  return operation == SQLITE_DELETE || change.record != NULL;
}

static gboolean
read_changes (PlyDb *db, sqlite3_changeset_iter *rows, GArray *changes, GError **error)
{
  int code;

  while ((code = sqlite3changeset_next (rows)) == SQLITE_ROW)
    if (!read_change (db, rows, changes, error))
      return FALSE;
  return code == SQLITE_DONE || ply_db_fail (db, code, error);
}

/* Callbacks */

static int
filter_table_cb (gpointer user_data, const char *table)
{
  return is_domain_table (table);
}

static int
conflict_cb (gpointer user_data, int conflict, sqlite3_changeset_iter *row)
{
  return SQLITE_CHANGESET_ABORT;
}

/* Public functions */

sqlite3_session *
ply_changeset_record (PlyDb *db, GError **error)
{
  sqlite3_session *session = NULL;
  int code = sqlite3session_create (db->handle, "main", &session);

  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (session, filter_table_cb, NULL);
      code = sqlite3session_attach (session, NULL);
    }
  if (code == SQLITE_OK)
    return session;
  ply_db_fail (db, code, error);
  sqlite3session_delete (session);
  return NULL;
}

GBytes *
ply_changeset_take (PlyDb *db, sqlite3_session *session, GError **error)
{
  gpointer data = NULL;
  int size = 0;
  int code = sqlite3session_changeset (session, &size, &data);

  sqlite3session_delete (session);
  if (code == SQLITE_OK)
    return take_memory (data, size);
  sqlite3_free (data);
  ply_db_fail (db, code, error);
  return NULL;
}

GBytes *
ply_changeset_invert (PlyDb *db, GBytes *changeset, GError **error)
{
  int size, inverse_size = 0;
  gpointer data = get_data (changeset, &size);
  gpointer inverse = NULL;
  int code = sqlite3changeset_invert (size, data, &inverse_size, &inverse);

  if (code == SQLITE_OK)
    return take_memory (inverse, inverse_size);
  sqlite3_free (inverse);
  ply_db_fail (db, code, error);
  return NULL;
}

GBytes *
ply_changeset_join (PlyDb *db, GBytes *first, GBytes *second, GError **error)
{
  sqlite3_changegroup *group = NULL;
  gpointer joined = NULL;
  int joined_size = 0, size;
  gpointer data;
  int code = sqlite3changegroup_new (&group);

  data = get_data (first, &size);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, size, data);
  data = get_data (second, &size);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, size, data);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &joined_size, &joined);
  sqlite3changegroup_delete (group);

  if (code == SQLITE_OK)
    return take_memory (joined, joined_size);
  ply_db_fail (db, code, error);
  return NULL;
}

gboolean
ply_changeset_apply (PlyDb *db, GBytes *changeset, GError **error)
{
  int size;
  gpointer data = get_data (changeset, &size);
  int code = sqlite3changeset_apply (db->handle, size, data, filter_table_cb, conflict_cb, NULL);

  /* ABORT here can only mean that the history does not fit the tables. */
  return code == SQLITE_OK || ply_db_fail (db, code == SQLITE_ABORT ? SQLITE_CORRUPT : code, error);
}

GArray *
ply_changeset_read (PlyDb *db, GBytes *changeset, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (PlyChange));
  sqlite3_changeset_iter *rows = NULL;
  int size;
  gpointer data = get_data (changeset, &size);
  int code = sqlite3changeset_start (&rows, size, data);
  gboolean done;

  g_array_set_clear_func (changes, clear_change);
  if (code != SQLITE_OK)
    {
      ply_db_fail (db, code, error);
      return NULL;
    }
  done = read_changes (db, rows, changes, error);
  sqlite3changeset_finalize (rows);
  return done ? g_steal_pointer (&changes) : NULL;
}
