/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-history.h"

#include "ply-store.h"

#define ROW_COLUMNS "\"seq\", \"label\", \"coalesce_key\", \"time\", \"changeset\""

/* Helpers */

static char *
dup_text (sqlite3_stmt *row, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (row, column));
}

static PlyHistoryRow *
read_row (sqlite3_stmt *statement)
{
  PlyHistoryRow *row = g_new0 (PlyHistoryRow, 1);
  gsize size = sqlite3_column_bytes (statement, 4);

  row->seq = sqlite3_column_int64 (statement, 0);
  row->label = dup_text (statement, 1);
  row->coalesce_key = dup_text (statement, 2);
  row->time = sqlite3_column_int64 (statement, 3);
  row->changeset = g_bytes_new (sqlite3_column_blob (statement, 4), size);
  return row;
}

/* Steps @query, whose first parameter is @seq. FALSE on an error only; *@found is whether there is
 * a row. */
static gboolean
step_query (PlyDb *db, PlyUse *query, gint64 seq, gboolean *found, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;
  if (sqlite3_bind_parameter_count (query) > 0)
    sqlite3_bind_int64 (query, 1, seq);
  *found = ply_db_next (db, query, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
get_row (PlyDb *db, PlyUse *query, gint64 seq, PlyHistoryRow **row, GError **error)
{
  gboolean found;

  *row = NULL;
  if (!step_query (db, query, seq, &found, error))
    return FALSE;
  if (found)
    *row = read_row (query);
  return TRUE;
}

static gboolean
run_with_seq (PlyDb *db, PlyUse *statement, gint64 seq, GError **error)
{
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, seq);
  return ply_db_finish (db, statement, error);
}

static gboolean
delete_row (PlyDb *db, gint64 seq, GError **error)
{
  g_autoptr (PlyUse) delete = ply_db_use (db, "DELETE FROM history WHERE seq = ?1", error);

  return run_with_seq (db, delete, seq, error);
}

/* Public functions */

gboolean
ply_history_get_state (PlyDb *db, PlyHistoryState *state, GError **error)
{
  g_autoptr (PlyUse) query =
      ply_db_use (db, "SELECT revision, cursor, history_bytes FROM file_state", error);
  gboolean found;

  if (!step_query (db, query, 0, &found, error))
    return FALSE;
  if (!found)
    return ply_db_fail (db, SQLITE_CORRUPT, error);
  state->revision = sqlite3_column_int64 (query, 0);
  state->cursor = sqlite3_column_int64 (query, 1);
  state->bytes = sqlite3_column_int64 (query, 2);
  return TRUE;
}

gboolean
ply_history_set_state (PlyDb *db, const PlyHistoryState *state, GError **error)
{
  g_autoptr (PlyUse) set = ply_db_use (
      db, "UPDATE file_state SET revision = ?1, cursor = ?2, history_bytes = ?3", error);

  if (set == NULL)
    return FALSE;
  sqlite3_bind_int64 (set, 1, state->revision);
  sqlite3_bind_int64 (set, 2, state->cursor);
  sqlite3_bind_int64 (set, 3, state->bytes);
  return ply_db_finish (db, set, error);
}

gboolean
ply_history_get (PlyDb *db, gint64 seq, PlyHistoryRow **row, GError **error)
{
  g_autoptr (PlyUse) query =
      ply_db_use (db, "SELECT " ROW_COLUMNS " FROM history WHERE seq = ?1", error);

  return get_row (db, query, seq, row, error);
}

gboolean
ply_history_get_after (PlyDb *db, gint64 seq, PlyHistoryRow **row, GError **error)
{
  g_autoptr (PlyUse) query = ply_db_use (
      db, "SELECT " ROW_COLUMNS " FROM history WHERE seq > ?1 ORDER BY seq LIMIT 1", error);

  return get_row (db, query, seq, row, error);
}

gboolean
ply_history_get_before (PlyDb *db, gint64 seq, gint64 *before, GError **error)
{
  g_autoptr (PlyUse) query =
      ply_db_use (db, "SELECT ifnull(max(seq), 0) FROM history WHERE seq < ?1", error);
  gboolean found;

  if (!step_query (db, query, seq, &found, error))
    return FALSE;
  *before = sqlite3_column_int64 (query, 0);
  return TRUE;
}

GPtrArray *
ply_history_list (PlyDb *db, gint64 cursor, GError **error)
{
  g_autoptr (PlyUse) query =
      ply_db_use (db, "SELECT seq, label, time FROM history ORDER BY seq", error);
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ply_history_entry_free);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return NULL;
  while (ply_db_next (db, query, &local_error))
    {
      PlyHistoryEntry *entry = g_new0 (PlyHistoryEntry, 1);

      entry->seq = sqlite3_column_int64 (query, 0);
      entry->label = dup_text (query, 1);
      entry->time = sqlite3_column_int64 (query, 2);
      entry->undone = entry->seq > cursor;
      g_ptr_array_add (entries, entry);
    }
  if (local_error == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
ply_history_add (PlyDb *db, PlyHistoryState *state, const PlyHistoryRow *row, GError **error)
{
  g_autoptr (PlyUse) insert =
      ply_db_use (db, "INSERT INTO history (" ROW_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5)", error);
  gconstpointer data;
  gsize size;

  if (insert == NULL)
    return FALSE;
  data = g_bytes_get_data (row->changeset, &size);
  sqlite3_bind_int64 (insert, 1, row->seq);
  sqlite3_bind_text (insert, 2, row->label, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 3, row->coalesce_key, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, 4, row->time);
  sqlite3_bind_blob64 (insert, 5, data, size, SQLITE_STATIC);
  state->bytes += size;
  return ply_db_finish (db, insert, error);
}

gboolean
ply_history_remove (PlyDb *db, PlyHistoryState *state, const PlyHistoryRow *row, GError **error)
{
  state->bytes -= g_bytes_get_size (row->changeset);
  return delete_row (db, row->seq, error);
}

gboolean
ply_history_drop_undone (PlyDb *db, PlyHistoryState *state, GError **error)
{
  g_autoptr (PlyUse) sum = ply_db_use (
      db, "SELECT ifnull(sum(length(changeset)), 0) FROM history WHERE seq > ?1", error);
  g_autoptr (PlyUse) delete = ply_db_use (db, "DELETE FROM history WHERE seq > ?1", error);
  gboolean found;

  if (!step_query (db, sum, state->cursor, &found, error))
    return FALSE;
  state->bytes -= sqlite3_column_int64 (sum, 0);
  return run_with_seq (db, delete, state->cursor, error);
}

gboolean
ply_history_trim (PlyDb *db, PlyHistoryState *state, gint64 max_bytes, GError **error)
{
  while (state->bytes > max_bytes)
    {
      g_autoptr (PlyUse) oldest = ply_db_use (
          db, "SELECT seq, length(changeset) FROM history WHERE seq < ?1 ORDER BY seq LIMIT 1",
          error);
      gboolean found;

      if (!step_query (db, oldest, state->cursor, &found, error))
        return FALSE;
      if (!found)
        break;
      state->bytes -= sqlite3_column_int64 (oldest, 1);
      if (!delete_row (db, sqlite3_column_int64 (oldest, 0), error))
        return FALSE;
    }
  return TRUE;
}

void
ply_history_row_free (PlyHistoryRow *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->coalesce_key);
  g_bytes_unref (self->changeset);
  g_free (self);
}
