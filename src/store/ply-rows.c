/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Kinds of statement on one table; from SET and SCAN on there is one a field. */
enum
{
  ROW_INSERT,
  ROW_DELETE,
  ROW_READ,
  ROW_FIND,
  ROW_LOAD,
  N_ROW_STATEMENTS,
};

/* Helpers */

static guint
statement_count (const PlyKindInfo *info)
{
  return N_ROW_STATEMENTS + 2 * info->n_fields;
}

static guint
set_statement (const PlyKindInfo *info, const PlyField *field)
{
  return N_ROW_STATEMENTS + (guint) (field - info->fields);
}

static guint
scan_statement (const PlyKindInfo *info, const PlyField *field)
{
  return set_statement (info, field) + info->n_fields;
}

static void
append_columns (GString *sql, const PlyKindInfo *info)
{
  g_string_append (sql, "\"id\"");
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", info->fields[i].name);
}

static char *
insert_sql (const PlyKindInfo *info)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", info->name);
  append_columns (sql, info);
  g_string_append (sql, ") VALUES (?1");
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);
  g_string_append_c (sql, ')');
  return g_string_free_and_steal (sql);
}

static char *
select_sql (const PlyKindInfo *info, const char *where)
{
  GString *sql = g_string_new ("SELECT ");

  append_columns (sql, info);
  g_string_append_printf (sql, " FROM \"%s\"%s", info->name, where);
  return g_string_free_and_steal (sql);
}

static char *
make_sql (const PlyKindInfo *info, guint which)
{
  const PlyField *field;

  switch (which)
    {
    case ROW_INSERT:
      return insert_sql (info);
    case ROW_DELETE:
      return g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1", info->name);
    case ROW_READ:
      return select_sql (info, " WHERE \"id\" = ?1");
    case ROW_FIND:
      return g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE \"id\" = ?1", info->name);
    case ROW_LOAD:
      return select_sql (info, "");
    default:
      break;
    }
  field = &info->fields[(which - N_ROW_STATEMENTS) % info->n_fields];
  if (which < N_ROW_STATEMENTS + info->n_fields)
    return g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?1 WHERE \"id\" = ?2", info->name,
                            field->name);
  return g_strdup_printf ("SELECT \"id\", \"%2$s\" FROM \"%1$s\" WHERE \"%2$s\" IS NOT NULL",
                          info->name, field->name);
}

static PlyUse *
use_row_statement (PlyDb *db, PlyKind kind, guint which, GError **error)
{
  const PlyKindInfo *info = ply_kind_get_info (kind);

  if (db->rows[kind] == NULL)
    db->rows[kind] = g_new0 (sqlite3_stmt *, statement_count (info));
  if (db->rows[kind][which] == NULL)
    {
      g_autofree char *sql = make_sql (info, which);

      db->rows[kind][which] = ply_db_prepare (db, sql, error);
    }
  return db->rows[kind][which];
}

/* The bound value lives as long as @value. */
static void
bind_value (sqlite3_stmt *statement, int index, const PlyValue *value)
{
  gconstpointer data;
  gsize size;

  switch (value->type)
    {
    case PLY_VALUE_TEXT:
      if (*value->text != '\0')
        sqlite3_bind_text (statement, index, value->text, -1, SQLITE_STATIC);
      else
        sqlite3_bind_null (statement, index);
      break;
    case PLY_VALUE_INTEGER:
      sqlite3_bind_int64 (statement, index, value->integer);
      break;
    case PLY_VALUE_BYTES:
      data = g_bytes_get_data (value->bytes, &size);
      sqlite3_bind_blob64 (statement, index, data != NULL ? data : "", size, SQLITE_STATIC);
      break;
    case PLY_VALUE_UNSET:
    default:
      sqlite3_bind_null (statement, index);
    }
}

static void
bind_id (sqlite3_stmt *statement, int index, const char *id)
{
  sqlite3_bind_text (statement, index, id, -1, SQLITE_STATIC);
}

/* Texts with a NUL inside would be cut short silently, so they count as damage. */
static gboolean
column_to_field (PlyDb *db, sqlite3_stmt *row, int column, gpointer record, const PlyField *field,
                 GError **error)
{
  PlyValue value = PLY_VALUE_INIT;
  gsize size;

  if (sqlite3_column_type (row, column) == SQLITE_NULL)
    return TRUE;
  switch (ply_field_storage (field))
    {
    case PLY_VALUE_INTEGER:
      value = ply_value_integer (sqlite3_column_int64 (row, column));
      break;
    case PLY_VALUE_BYTES:
      size = sqlite3_column_bytes (row, column);
      value.type = PLY_VALUE_BYTES;
      value.bytes = g_bytes_new (sqlite3_column_blob (row, column), size);
      break;
    default:
      value.type = PLY_VALUE_TEXT;
      value.text = (char *) sqlite3_column_text (row, column);
      if (value.text == NULL)
        return ply_db_fail (db, SQLITE_NOMEM, error);
      if (strlen (value.text) != (gsize) sqlite3_column_bytes (row, column))
        return ply_db_fail (db, SQLITE_CORRUPT, error);
    }
  ply_record_set_value (record, field, &value);
  if (value.type == PLY_VALUE_BYTES)
    ply_value_clear (&value);
  return TRUE;
}

static gpointer
row_to_record (PlyDb *db, sqlite3_stmt *row, PlyKind kind, GError **error)
{
  const PlyKindInfo *info = ply_kind_get_info (kind);
  const char *id = (const char *) sqlite3_column_text (row, 0);
  g_autoptr (PlyRecord) record = ply_record_new (kind, id != NULL ? id : "");

  for (guint i = 0; i < info->n_fields; i++)
    if (!column_to_field (db, row, (int) i + 1, record, &info->fields[i], error))
      return NULL;
  return g_steal_pointer (&record);
}

static gboolean
fail_missing (PlyDb *db, PlyKind kind, const char *id, GError **error)
{
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_INVALID,
               /* Translators: %1$s is a file, %2$s a kind of record like “Session”, %3$s an id */
               _ ("“%1$s” has no record %2$s %3$s any more. Nothing was changed."), db->name,
               _ (ply_kind_get_info (kind)->label), id);
  return FALSE;
}

static gboolean
load_kind (PlyDb *db, PlyKind kind, GPtrArray *records, GError **error)
{
  g_autoptr (PlyUse) rows = use_row_statement (db, kind, ROW_LOAD, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;
  while (ply_db_next (db, rows, &local_error))
    {
      gpointer record = row_to_record (db, rows, kind, error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Public functions */

gboolean
ply_rows_insert (PlyDb *db, gconstpointer record, GError **error)
{
  PlyKind kind = PLY_RECORD (record)->kind;
  const PlyKindInfo *info = ply_kind_get_info (kind);
  g_autoptr (PlyUse) insert = use_row_statement (db, kind, ROW_INSERT, error);
  g_autofree PlyValue *values = g_new0 (PlyValue, info->n_fields);
  int code;

  if (insert == NULL)
    return FALSE;
  bind_id (insert, 1, PLY_RECORD (record)->id);
  for (guint i = 0; i < info->n_fields; i++)
    {
      values[i] = ply_record_get_value (record, &info->fields[i]);
      bind_value (insert, (int) i + 2, &values[i]);
    }
  code = sqlite3_step (insert);
  for (guint i = 0; i < info->n_fields; i++)
    ply_value_clear (&values[i]);

  if ((code & 0xff) == SQLITE_CONSTRAINT)
    {
      g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_INVALID,
                   /* Translators: %1$s is a file, %2$s a kind of record, %3$s an id */
                   _ ("“%1$s” already has a record %2$s %3$s. Nothing was changed."), db->name,
                   _ (info->label), PLY_RECORD (record)->id);
      return FALSE;
    }
  return code == SQLITE_DONE || ply_db_fail (db, code, error);
}

gboolean
ply_rows_set (PlyDb *db, PlyKind kind, const char *id, const PlyField *field, const PlyValue *value,
              GError **error)
{
  const PlyKindInfo *info = ply_kind_get_info (kind);
  g_autoptr (PlyUse) set = use_row_statement (db, kind, set_statement (info, field), error);

  if (set == NULL)
    return FALSE;
  if (value->type != PLY_VALUE_UNSET && value->type != ply_field_storage (field))
    {
      g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_INVALID,
                   /* Translators: %1$s is a file, %2$s a field like “Title” */
                   _ ("“%1$s”: %2$s holds another type of value. Nothing was changed."), db->name,
                   _ (field->label));
      return FALSE;
    }
  bind_value (set, 1, value);
  bind_id (set, 2, id);
  if (!ply_db_finish (db, set, error))
    return FALSE;
  return sqlite3_changes (db->handle) == 1 || fail_missing (db, kind, id, error);
}

gboolean
ply_rows_delete (PlyDb *db, PlyKind kind, const char *id, GError **error)
{
  g_autoptr (PlyUse) delete = use_row_statement (db, kind, ROW_DELETE, error);

  if (delete == NULL)
    return FALSE;
  bind_id (delete, 1, id);
  if (!ply_db_finish (db, delete, error))
    return FALSE;
  return sqlite3_changes (db->handle) == 1 || fail_missing (db, kind, id, error);
}

gboolean
ply_rows_find (PlyDb *db, PlyKind kind, const char *id, gboolean *exists, GError **error)
{
  g_autoptr (PlyUse) find = use_row_statement (db, kind, ROW_FIND, error);
  g_autoptr (GError) local_error = NULL;

  if (find == NULL)
    return FALSE;
  bind_id (find, 1, id);
  *exists = ply_db_next (db, find, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gpointer
ply_rows_read (PlyDb *db, PlyKind kind, const char *id, GError **error)
{
  g_autoptr (PlyUse) row = use_row_statement (db, kind, ROW_READ, error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return NULL;
  bind_id (row, 1, id);
  if (ply_db_next (db, row, &local_error))
    return row_to_record (db, row, kind, error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    fail_missing (db, kind, id, error);
  return NULL;
}

GPtrArray *
ply_rows_load (PlyDb *db, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (ply_record_unref);

  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    if (!load_kind (db, kind, records, error))
      return NULL;
  return g_steal_pointer (&records);
}

gboolean
ply_rows_scan (PlyDb *db, PlyKind kind, const PlyField *field, PlyRowsFunc func, gpointer user_data,
               GError **error)
{
  const PlyKindInfo *info = ply_kind_get_info (kind);
  g_autoptr (PlyUse) rows = use_row_statement (db, kind, scan_statement (info, field), error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;
  while (ply_db_next (db, rows, &local_error))
    if (!func ((const char *) sqlite3_column_text (rows, 0),
               (const char *) sqlite3_column_text (rows, 1), user_data))
      return TRUE;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
ply_rows_get_target (gconstpointer record, const PlyField *field, PlyKind *target)
{
  const PlyTranslation *translation = record;

  if (field->type == PLY_FIELD_REF)
    *target = field->target;
  else if (field->type == PLY_FIELD_ID && PLY_RECORD (record)->kind == PLY_KIND_TRANSLATION)
    *target = ply_kind_from_name (translation->owner_kind);
  else
    return FALSE;
  return TRUE;
}

void
ply_rows_clear (PlyDb *db)
{
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      guint n = statement_count (ply_kind_get_info (kind));

      for (guint i = 0; db->rows[kind] != NULL && i < n; i++)
        sqlite3_finalize (db->rows[kind][i]);
      g_clear_pointer (&db->rows[kind], g_free);
    }
}
