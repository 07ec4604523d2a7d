/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-value.h"

#include "ply-record.h"

PlyValue
ply_value_text (const char *text)
{
  return text != NULL ? (PlyValue) { .type = PLY_VALUE_TEXT, .text = g_strdup (text) }
                      : (PlyValue) PLY_VALUE_INIT;
}

PlyValue
ply_value_integer (gint64 integer)
{
  return integer != PLY_UNSET ? (PlyValue) { .type = PLY_VALUE_INTEGER, .integer = integer }
                              : (PlyValue) PLY_VALUE_INIT;
}

PlyValue
ply_value_bytes (GBytes *bytes)
{
  return bytes != NULL ? (PlyValue) { .type = PLY_VALUE_BYTES, .bytes = g_bytes_ref (bytes) }
                       : (PlyValue) PLY_VALUE_INIT;
}

PlyValue
ply_value_copy (const PlyValue *value)
{
  switch (value->type)
    {
    case PLY_VALUE_TEXT:
      return ply_value_text (value->text);
    case PLY_VALUE_BYTES:
      return ply_value_bytes (value->bytes);
    case PLY_VALUE_INTEGER:
    case PLY_VALUE_UNSET:
    default:
      return *value;
    }
}

void
ply_value_clear (PlyValue *value)
{
  if (value->type == PLY_VALUE_TEXT)
    g_free (value->text);
  else if (value->type == PLY_VALUE_BYTES)
    g_bytes_unref (value->bytes);
  *value = (PlyValue) PLY_VALUE_INIT;
}

gboolean
ply_value_equal (const PlyValue *a, const PlyValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case PLY_VALUE_TEXT:
      return g_strcmp0 (a->text, b->text) == 0;
    case PLY_VALUE_INTEGER:
      return a->integer == b->integer;
    case PLY_VALUE_BYTES:
      return g_bytes_equal (a->bytes, b->bytes);
    case PLY_VALUE_UNSET:
    default:
      return TRUE;
    }
}
