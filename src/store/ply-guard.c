/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-guard.h"

#include "ply-rows.h"
#include "ply-validate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAGIC "SQLite format 3"

/* Offsets in the header. */
enum
{
  HEADER_PAGE_SIZE = 16,
  HEADER_CHANGE_COUNTER = 24,
  HEADER_PAGE_COUNT = 28,
  HEADER_ENCODING = 56,
  HEADER_USER_VERSION = 60,
  HEADER_APPLICATION_ID = 68,
  HEADER_VALID_FOR = 92,
};

/* Helpers */

static guint32
read_number (const guint8 *header, guint offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

static guint64
declared_size (const guint8 *header)
{
  guint64 page_size = (guint64) header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];

  return (page_size == 1 ? 65536 : page_size) * read_number (header, HEADER_PAGE_COUNT);
}

static gboolean
fail_not_an_event (const char *name, GError **error)
{
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_NOT_AN_EVENT,
               /* Translators: %s is a file */
               _ ("“%s” is not an event. Choose a file that Plenary saved, or import this one."),
               name);
  return FALSE;
}

static gboolean
fail_damaged (const char *name, GError **error)
{
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_DAMAGED,
               /* Translators: %s is a file */
               _ ("“%s” is damaged: a part of it is missing. It was not changed; open a copy of "
                  "it from a backup."),
               name);
  return FALSE;
}

static gboolean
fail_newer (const char *name, guint version, guint newest, GError **error)
{
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_NEWER,
               /* Translators: %1$s is a file, %2$u and %3$u are version numbers */
               _ ("“%1$s” was made by a newer Plenary (file version %2$u, known up to %3$u). "
                  "Update Plenary to open it."),
               name, version, newest);
  return FALSE;
}

static gboolean
fail_record (PlyDb *db, const PlyRecord *record, const char *fault, GError **error)
{
  g_autofree char *id = g_utf8_make_valid (record->id, -1);
  g_autofree char *valid_fault = g_utf8_make_valid (fault, -1);

  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_HOSTILE,
               /* Translators: %1$s is a file, %2$s a kind of record like “Session”, %3$s its id,
                  %4$s says what is wrong with it */
               _ ("“%1$s” holds what Plenary never writes (%2$s %3$s: %4$s), so it was not opened. "
                  "Open a copy of it from a backup, or ask whoever sent it."),
               db->name, _ (ply_kind_get_info (record->kind)->label), id, valid_fault);
  return FALSE;
}

static gboolean
check_references (PlyDb *db, const PlySnapshot *snapshot, const PlyRecord *record, GError **error)
{
  const PlyKindInfo *info = ply_kind_get_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const PlyField *field = &info->fields[i];
      PlyKind target;
      const char *id;

      if (!ply_rows_get_target (record, field, &target))
        continue;
      id = ply_record_get_text (record, field);
      if (id != NULL
          && (target == PLY_N_KINDS || ply_snapshot_lookup (snapshot, target, id) == NULL))
        return fail_record (db, record, _ ("it refers to a record that is not there"), error);
    }
  return TRUE;
}

static gboolean
check_kind (PlyDb *db, const PlySnapshot *snapshot, PlyKind kind, GError **error)
{
  guint n = ply_snapshot_get_n (snapshot, kind);
  const PlyRecord *last = NULL;

  for (guint i = 0; i < n; i++)
    {
      const PlyRecord *record = ply_snapshot_get_at (snapshot, kind, i);
      g_autoptr (GError) fault = NULL;

      if (!ply_record_validate (record, &fault))
        return fail_record (db, record, fault->message, error);
      if (last != NULL && strcmp (last->id, record->id) == 0)
        return fail_record (db, record, _ ("it is there twice"), error);
      if (!check_references (db, snapshot, record, error))
        return FALSE;
      last = record;
    }
  return TRUE;
}

/* Undoing reads the history long after the file was opened. */
static gboolean
check_history (PlyDb *db, GError **error)
{
  gint64 longest;

  if (!ply_db_query_integer (db, "SELECT ifnull(max(length(changeset)), 0) FROM history", &longest,
                             error))
    return FALSE;
  return longest <= PLY_DB_VALUE_MAX || ply_db_fail (db, SQLITE_TOOBIG, error);
}

/* Public functions */

gboolean
ply_guard_check_header (const guint8 *header, gsize length, guint64 size, const char *name,
                        guint newest_version, guint *version, GError **error)
{
  if (length < sizeof MAGIC || memcmp (header, MAGIC, sizeof MAGIC) != 0)
    return fail_not_an_event (name, error);
  if (length < PLY_HEADER_SIZE)
    return fail_damaged (name, error);
  if (read_number (header, HEADER_APPLICATION_ID) != PLY_APPLICATION_ID)
    {
      g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_FOREIGN,
                   /* Translators: %s is a file */
                   _ ("“%s” is a database of another application, not an event. Choose a file "
                      "that Plenary saved."),
                   name);
      return FALSE;
    }
  *version = read_number (header, HEADER_USER_VERSION);
  if (*version > newest_version)
    return fail_newer (name, *version, newest_version, error);
  if (*version == 0 || read_number (header, HEADER_ENCODING) != 1)
    return fail_damaged (name, error);
  if (read_number (header, HEADER_CHANGE_COUNTER) == read_number (header, HEADER_VALID_FOR)
      && size < declared_size (header))
    return fail_damaged (name, error);
  return TRUE;
}

gboolean
ply_guard_check_database (PlyDb *db, const PlySchema *schema, GError **error)
{
  g_autofree char *verdict = NULL;
  guint version;

  if (!ply_schema_get_version (db, &version, error))
    return FALSE;
  if (version > schema->n_steps)
    return fail_newer (db->name, version, schema->n_steps, error);
  if (version == 0)
    return fail_damaged (db->name, error);
  /* The schema first: the check below would follow whatever is in it. */
  if (!ply_schema_check (schema, db, error))
    return FALSE;
  verdict = ply_db_query_text (db, "PRAGMA integrity_check(1)", error);
  if (verdict == NULL)
    return FALSE;
  if (strcmp (verdict, "ok") == 0)
    return check_history (db, error);
  if (strstr (verdict, "value in") != NULL)
    {
      g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_HOSTILE,
                   /* Translators: %1$s is a file, %2$s a technical message */
                   _ ("“%1$s” holds a value of a type that Plenary never writes (%2$s), so it was "
                      "not opened. Do not trust this file; ask whoever sent it."),
                   db->name, verdict);
      return FALSE;
    }
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_DAMAGED,
               /* Translators: %1$s is a file, %2$s a technical message */
               _ ("“%1$s” is damaged (%2$s). It was not changed; open a copy of it from a "
                  "backup."),
               db->name, verdict);
  return FALSE;
}

PlySnapshot *
ply_guard_load (PlyDb *db, GError **error)
{
  g_autoptr (GPtrArray) records = ply_rows_load (db, error);
  g_autoptr (PlySnapshot) snapshot = NULL;

  if (records == NULL)
    return NULL;
  snapshot = ply_snapshot_new (records);
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    if (!check_kind (db, snapshot, kind, error))
      return NULL;
  if (ply_snapshot_get_n (snapshot, PLY_KIND_EVENT) == 1)
    return g_steal_pointer (&snapshot);
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_DAMAGED,
               /* Translators: %s is a file */
               _ ("“%s” does not hold exactly one event. It was not changed; open a copy of it "
                  "from a backup."),
               db->name);
  return NULL;
}
