/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-field-text.h"

#include "ply-time.h"
#include "ply-validate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUTES_STEP 5

static char *
format_integer (const PlyField *field, gint64 integer)
{
  if (integer == PLY_UNSET)
    return g_strdup ("");
  /* Past midnight the hours go on ("24:30"), or the text would mean another time when read back. */
  if (field->type == PLY_FIELD_MINUTES)
    return ply_duration_format (integer);
  return g_strdup_printf ("%" G_GINT64_FORMAT, integer);
}

static gboolean
fail (const char *message, GError **error)
{
  g_set_error_literal (error, PLY_MODEL_ERROR, PLY_MODEL_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
parse_number (const char *text, gint64 *number)
{
  return g_ascii_string_to_signed (text, 10, 0, 100000000, number, NULL);
}

static gboolean
parse_integer (const PlyField *field, const char *text, gint64 *integer, GError **error)
{
  switch (field->type)
    {
    case PLY_FIELD_MINUTES:
      return (ply_duration_parse (text, integer) && *integer <= PLY_MINUTES_MAX)
             || fail (_ ("A time is written like 9:30, after midnight like 24:30."), error);
    case PLY_FIELD_DURATION:
      return parse_number (text, integer) || ply_duration_parse (text, integer)
             || fail (_ ("A length is written like 90 or 1:30."), error);
    default:
      return parse_number (text, integer) || fail (_ ("Only digits fit here."), error);
    }
}

char *
ply_field_text_format (const PlyField *field, gconstpointer record)
{
  const char *text;

  g_return_val_if_fail (field != NULL && record != NULL, NULL);

  if (ply_field_storage (field) == PLY_VALUE_INTEGER)
    return format_integer (field, ply_record_get_integer (record, field));
  text = ply_record_get_text (record, field);
  return g_strdup (text != NULL ? text : "");
}

gboolean
ply_field_text_parse (const PlyField *field, const char *text, PlyValue *value, GError **error)
{
  g_autofree char *stripped = NULL;
  gint64 integer;

  g_return_val_if_fail (field != NULL && text != NULL && value != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    *value = ply_value_text (NULL);
  else if (ply_field_storage (field) == PLY_VALUE_INTEGER)
    {
      if (!parse_integer (field, stripped, &integer, error))
        return FALSE;
      *value = ply_value_integer (integer);
    }
  else
    *value = ply_value_text (stripped);
  return TRUE;
}

gboolean
ply_field_text_has_steps (const PlyField *field)
{
  return field->type == PLY_FIELD_DATE || field->type == PLY_FIELD_MINUTES
         || field->type == PLY_FIELD_DURATION || field->type == PLY_FIELD_INTEGER;
}

char *
ply_field_text_step (const PlyField *field, const char *text, int direction)
{
  g_auto (PlyValue) value = PLY_VALUE_INIT;
  gint64 step = field->type == PLY_FIELD_INTEGER ? 1 : MINUTES_STEP;
  gint64 stepped;

  g_return_val_if_fail (field != NULL && text != NULL, NULL);

  if (!ply_field_text_has_steps (field) || !ply_field_text_parse (field, text, &value, NULL))
    return NULL;
  if (field->type == PLY_FIELD_DATE)
    return value.type == PLY_VALUE_TEXT && ply_date_is_valid (value.text)
               ? ply_date_add (value.text, direction)
               : NULL;
  stepped = (value.type == PLY_VALUE_INTEGER ? value.integer : 0) + direction * step;
  return format_integer (field, MAX (stepped, 0));
}
