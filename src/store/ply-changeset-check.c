/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-changeset.h"

#include "ply-fields.h"

#include <string.h>

/* SQLite trusts a changeset: cut short, it reads past its end. A history comes with a file, so its
 * changesets are walked through before. The format is that of the head of
 * ext/session/sqlite3session.c in SQLite's source: for each table a head ('T', number of columns, a
 * byte a column that says whether it is part of the primary key, the name), then changes
 * (operation, indirect, old values, new values), a value being a type and its bytes. */

enum
{
  VALUE_UNDEFINED = 0,
  VALUE_INTEGER = 1,
  VALUE_FLOAT = 2,
  VALUE_TEXT = 3,
  VALUE_BLOB = 4,
  VALUE_NULL = 5,
};

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  const PlyKindInfo *table;
  guint n_columns;
} Reader;

/* Helpers */

static gboolean
skip (Reader *self, guint64 size)
{
  if (size > (guint64) (self->end - self->at))
    return FALSE;
  self->at += size;
  return TRUE;
}

/* SQLite's varint, of which lengths need no more than five bytes. */
static gboolean
read_number (Reader *self, guint64 *number)
{
  *number = 0;
  for (guint i = 0; i < 5 && self->at < self->end; i++)
    {
      guint8 byte = *self->at++;

      *number = *number << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_table (Reader *self)
{
  guint64 n_columns;
  const guint8 *name;
  PlyKind kind;

  self->at++;
  if (!read_number (self, &n_columns) || n_columns == 0
      || n_columns > (guint64) (self->end - self->at))
    return FALSE;
  /* The id is the first column of every table, and its whole key. */
  for (guint64 i = 0; i < n_columns; i++)
    if (self->at[i] != (i == 0))
      return FALSE;
  self->at += n_columns;
  name = memchr (self->at, '\0', self->end - self->at);
  if (name == NULL)
    return FALSE;
  kind = ply_kind_from_name ((const char *) self->at);
  if (kind == PLY_N_KINDS)
    return FALSE;
  self->at = name + 1;
  self->table = ply_kind_get_info (kind);
  self->n_columns = (guint) n_columns;
  return n_columns <= self->table->n_fields + 1;
}

static gboolean
type_fits (const Reader *self, guint column, guint8 type)
{
  static const guint8 types[] = { [PLY_VALUE_TEXT] = VALUE_TEXT,
                                  [PLY_VALUE_INTEGER] = VALUE_INTEGER,
                                  [PLY_VALUE_BYTES] = VALUE_BLOB };

  if (column == 0)
    return type == VALUE_TEXT;
  return type == VALUE_NULL || type == types[ply_field_storage (&self->table->fields[column - 1])];
}

static gboolean
skip_value (Reader *self, guint8 type)
{
  guint64 size;

  if (type == VALUE_INTEGER)
    return skip (self, 8);
  if (type == VALUE_TEXT || type == VALUE_BLOB)
    return read_number (self, &size) && skip (self, size);
  return TRUE;
}

/* The values of one row. @partial: an update, which leaves out what stays as it was; its old values
 * have the id, its new ones have not. */
static gboolean
read_row (Reader *self, gboolean partial, gboolean has_id)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      guint8 type;

      if (self->at == self->end)
        return FALSE;
      type = *self->at++;
      if (type == VALUE_UNDEFINED)
        {
          if (!partial || (column == 0 && has_id))
            return FALSE;
        }
      else if (!type_fits (self, column, type) || !skip_value (self, type))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_change (Reader *self)
{
  guint8 operation = *self->at;

  if (self->table == NULL || !skip (self, 2))
    return FALSE;
  switch (operation)
    {
    case SQLITE_INSERT:
    case SQLITE_DELETE:
      return read_row (self, FALSE, TRUE);
    case SQLITE_UPDATE:
      return read_row (self, TRUE, TRUE) && read_row (self, TRUE, FALSE);
    default:
      return FALSE;
    }
}

/* Public functions */

gboolean
ply_changeset_is_sound (GBytes *changeset)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (changeset, &size);
  Reader reader = { .at = data, .end = data + size };

  while (reader.at < reader.end)
    if (*reader.at == 'T' ? !read_table (&reader) : !read_change (&reader))
      return FALSE;
  return size > 0;
}
