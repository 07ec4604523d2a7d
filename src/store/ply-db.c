/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-db.h"

#include "ply-rows.h"

#include <glib/gi18n-lib.h>

/* Helpers */

static void
forbid (sqlite3 *handle)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 0 },
    { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (handle, options[i].option, options[i].value, NULL);
}

static void
limit (sqlite3 *handle)
{
  static const struct
  {
    int id;
    int value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, PLY_DB_VALUE_MAX },
    { SQLITE_LIMIT_SQL_LENGTH, 100000 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 200 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 5 },
    { SQLITE_LIMIT_VDBE_OP, 25000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 8 },
    { SQLITE_LIMIT_ATTACHED, 2 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 250 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].id, limits[i].value);
}

/* Callbacks */

static void
finalize_cb (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* Public functions */

PlyDb *
ply_db_open (const char *path, const char *name, gboolean create, GError **error)
{
  g_autoptr (PlyDb) self = g_new0 (PlyDb, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code;

  g_return_val_if_fail (path != NULL && name != NULL, NULL);

  self->name = g_strdup (name);
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, finalize_cb);
  code = sqlite3_open_v2 (path, &self->handle, flags | (create ? SQLITE_OPEN_CREATE : 0), NULL);
  if (code != SQLITE_OK)
    {
      ply_db_fail (self, code, error);
      return NULL;
    }
  forbid (self->handle);
  limit (self->handle);
  if (!ply_db_exec (self,
                    "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
                    "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;",
                    error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ply_db_free (PlyDb *self)
{
  if (self == NULL)
    return;
  ply_rows_clear (self);
  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

gboolean
ply_db_exec (PlyDb *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || ply_db_fail (self, code, error);
}

sqlite3_stmt *
ply_db_prepare (PlyDb *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code =
      sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  if (code != SQLITE_OK)
    ply_db_fail (self, code, error);
  return statement;
}

PlyUse *
ply_db_use (PlyDb *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = ply_db_prepare (self, sql, error);
      if (statement != NULL)
        g_hash_table_insert (self->statements, (gpointer) sql, statement);
    }
  return statement;
}

void
ply_use_end (PlyUse *use)
{
  sqlite3_reset (use);
  sqlite3_clear_bindings (use);
}

gboolean
ply_db_next (PlyDb *self, PlyUse *use, GError **error)
{
  int code = sqlite3_step (use);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    ply_db_fail (self, code, error);
  return FALSE;
}

gboolean
ply_db_finish (PlyDb *self, PlyUse *use, GError **error)
{
  int code = sqlite3_step (use);

  return code == SQLITE_DONE || code == SQLITE_ROW || ply_db_fail (self, code, error);
}

gboolean
ply_db_query_integer (PlyDb *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *statement = ply_db_prepare (self, sql, error);
  int code;

  if (statement == NULL)
    return FALSE;
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return code == SQLITE_ROW
         || ply_db_fail (self, code == SQLITE_DONE ? SQLITE_CORRUPT : code, error);
}

char *
ply_db_query_text (PlyDb *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = ply_db_prepare (self, sql, error);
  char *text = NULL;
  int code;

  if (statement == NULL)
    return NULL;
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  if (text == NULL)
    ply_db_fail (self, code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_CORRUPT : code, error);
  return text;
}

gboolean
ply_db_begin (PlyDb *self, GError **error)
{
  g_autoptr (PlyUse) begin = ply_db_use (self, "BEGIN IMMEDIATE", error);

  return begin != NULL && ply_db_finish (self, begin, error);
}

gboolean
ply_db_commit (PlyDb *self, GError **error)
{
  g_autoptr (PlyUse) commit = ply_db_use (self, "COMMIT", error);

  return commit != NULL && ply_db_finish (self, commit, error);
}

void
ply_db_rollback (PlyDb *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
ply_db_sync (PlyDb *self, GError **error)
{
  sqlite3_file *file = NULL;
  int code =
      sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, (gpointer) &file);

  if (code == SQLITE_OK && file != NULL && file->pMethods != NULL)
    code = file->pMethods->xSync (file, SQLITE_SYNC_FULL);
  return code == SQLITE_OK || ply_db_fail (self, code, error);
}

gboolean
ply_db_fail (PlyDb *self, int code, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_NO_SPACE,
                   /* Translators: %1$s is a file, %2$s a folder */
                   _ ("“%1$s”: the disk that holds “%2$s”, where it is worked on, is full. What "
                      "was to be done was not done, and nothing is lost. Free some space and try "
                      "again."),
                   self->name, folder);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_DAMAGED,
                   /* Translators: %s is a file */
                   _ ("“%s” is damaged and was not changed. Open a copy of it from a backup."),
                   self->name);
      break;
    case SQLITE_TOOBIG:
      g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_HOSTILE,
                   /* Translators: %1$s is a file, %2$d a number */
                   _ ("“%1$s” holds a value of more than %2$d MB, which Plenary never writes. Do "
                      "not trust this file; ask whoever sent it."),
                   self->name, PLY_DB_VALUE_MAX / 1024 / 1024);
      break;
    default:
      g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_IO,
                   /* Translators: %1$s is a file, %2$s a folder, %3$s a message of the database */
                   _ ("“%1$s” cannot be worked on in “%2$s”: %3$s. Nothing was changed; check "
                      "that folder and try again."),
                   self->name, folder,
                   self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code));
    }
  return FALSE;
}
