/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-validate.h"

#include "ply-id.h"
#include "ply-language.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (ply_model_error, ply_model_error)

/* A session of a week or a hall for ten million are typing errors. */
#define DURATION_MAX (7 * PLY_MINUTES_PER_DAY)
#define INTEGER_MAX 10000000

static gboolean
is_color (const char *text)
{
  if (*text != '#' || strlen (text) != 7)
    return FALSE;
  for (guint i = 1; i < 7; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_language_list (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!ply_language_is_valid (parts[i]))
      return FALSE;
  return TRUE;
}

/* Sorted, so that the same records always make the same text. */
static gboolean
is_id_list (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!ply_id_is_valid (parts[i]) || (i > 0 && strcmp (parts[i - 1], parts[i]) >= 0))
      return FALSE;
  return TRUE;
}

static gboolean
is_choice (const PlyField *field, const char *text)
{
  for (const PlyChoice *choice = field->choices; choice->code != NULL; choice++)
    if (strcmp (choice->code, text) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_rank (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isdigit (*at) && !g_ascii_islower (*at))
      return FALSE;
  return TRUE;
}

static gboolean
is_country (const char *text)
{
  g_autofree char *name = NULL;

  if (!g_ascii_isupper (text[0]))
    return FALSE;
  name = ply_country_name (text, "en");
  return name != NULL;
}

static gboolean
is_web_address (const char *text)
{
  return g_uri_is_valid (text, G_URI_FLAGS_PARSE_RELAXED, NULL)
         && (g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://"));
}

/* NULL when @text fits, else what the field wants, as a sentence. */
static const char *
find_text_fault (const PlyField *field, const char *text)
{
  switch (field->type)
    {
    case PLY_FIELD_DATE:
      return ply_date_is_valid (text) ? NULL : N_ ("A date is written like 2023-10-12.");
    case PLY_FIELD_LANGUAGE:
      return ply_language_is_valid (text) ? NULL
                                          : N_ ("A language is written as its code, like “kk”.");
    case PLY_FIELD_LANGUAGES:
      return is_language_list (text) ? NULL : N_ ("Languages are written as codes, like “de kk”.");
    case PLY_FIELD_ZONE:
      return ply_zone_is_valid (text) ? NULL : N_ ("A time zone is written like “Asia/Almaty”.");
    case PLY_FIELD_COUNTRY:
      return is_country (text) ? NULL : N_ ("A country is written as its code, like “KZ”.");
    case PLY_FIELD_COLOR:
      return is_color (text) ? NULL : N_ ("A color is written like “#1c71d8”.");
    case PLY_FIELD_URL:
      return is_web_address (text) ? NULL : N_ ("A web address begins with “https://”.");
    case PLY_FIELD_CHOICE:
      return is_choice (field, text) ? NULL
                                     : N_ ("It is none of the values that are possible here.");
    case PLY_FIELD_RANK:
      return is_rank (text) ? NULL : N_ ("An order key is made of digits and small letters.");
    case PLY_FIELD_REF:
    case PLY_FIELD_ID:
      return ply_id_is_valid (text) ? NULL : N_ ("A record’s id is a UUID.");
    case PLY_FIELD_IDS:
      return is_id_list (text) ? NULL : N_ ("Ids are UUIDs in order, each once, like “0a… 1b…”.");
    default:
      return NULL;
    }
}

static gboolean
validate_text (const PlyField *field, const char *text, GError **error)
{
  gboolean is_long = field->type == PLY_FIELD_LONGTEXT || field->type == PLY_FIELD_JSON
                     || field->type == PLY_FIELD_IDS;
  gsize limit = is_long ? PLY_LONGTEXT_MAX : PLY_TEXT_MAX;
  gsize length = strlen (text);
  const char *fault;

  if (length > limit)
    {
      g_set_error (error, PLY_MODEL_ERROR, PLY_MODEL_ERROR_INVALID,
                   /* Translators: %1$s is a field like “Title”, the others are numbers */
                   _ ("%1$s is too long: %2$zu bytes, at most %3$zu fit"), _ (field->label), length,
                   limit);
      return FALSE;
    }
  if (!g_utf8_validate (text, length, NULL))
    {
      g_set_error (error, PLY_MODEL_ERROR, PLY_MODEL_ERROR_INVALID,
                   /* Translators: %s is a field like “Title” */
                   _ ("%s is not UTF-8 text"), _ (field->label));
      return FALSE;
    }
  fault = find_text_fault (field, text);
  if (fault != NULL)
    {
      g_set_error (error, PLY_MODEL_ERROR, PLY_MODEL_ERROR_INVALID,
                   /* Translators: %1$s is a field like “Date”, %2$s what was given for it, %3$s a
                      sentence that says what the field wants */
                   _ ("%1$s cannot be “%2$s”. %3$s"), _ (field->label), text, _ (fault));
      return FALSE;
    }
  return TRUE;
}

static gboolean
validate_integer (const PlyField *field, gint64 integer, GError **error)
{
  gint64 low = 0;
  gint64 high = INTEGER_MAX;

  if (field->type == PLY_FIELD_FLAG)
    high = 1;
  else if (field->type == PLY_FIELD_MINUTES)
    high = PLY_MINUTES_MAX;
  else if (field->type == PLY_FIELD_DURATION)
    high = DURATION_MAX;

  if (integer >= low && integer <= high)
    return TRUE;
  g_set_error (error, PLY_MODEL_ERROR, PLY_MODEL_ERROR_INVALID,
               /* Translators: %1$s is a field like “Capacity”, the others are numbers */
               _ ("%1$s cannot be %2$ld; it lies between %3$ld and %4$ld"), _ (field->label),
               (long) integer, (long) low, (long) high);
  return FALSE;
}

gboolean
ply_field_validate (const PlyField *field, const PlyValue *value, GError **error)
{
  gboolean empty;

  g_return_val_if_fail (field != NULL && value != NULL, FALSE);

  empty = value->type == PLY_VALUE_UNSET || (value->type == PLY_VALUE_TEXT && *value->text == '\0');
  if (empty && (field->flags & PLY_FIELD_REQUIRED))
    {
      g_set_error (error, PLY_MODEL_ERROR, PLY_MODEL_ERROR_MISSING,
                   /* Translators: %s is a field like “Title” */
                   _ ("%s must not be empty"), _ (field->label));
      return FALSE;
    }
  if (empty)
    return TRUE;
  if (value->type != ply_field_storage (field))
    {
      g_set_error (error, PLY_MODEL_ERROR, PLY_MODEL_ERROR_INVALID,
                   /* Translators: %s is a field like “Title” */
                   _ ("%s holds another type of value"), _ (field->label));
      return FALSE;
    }
  if (value->type == PLY_VALUE_TEXT)
    return validate_text (field, value->text, error);
  if (value->type == PLY_VALUE_INTEGER)
    return validate_integer (field, value->integer, error);
  return TRUE;
}

/* What a record's fields must be together. */
static gboolean
validate_together (gconstpointer record, GError **error)
{
  const PlyParticipation *part = record;
  const PlyLink *link = record;
  const PlyAvailability *slot = record;
  const PlyWalk *walk = record;
  const char *fault = NULL;

  switch (PLY_RECORD (record)->kind)
    {
    case PLY_KIND_PARTICIPATION:
      if ((part->session != NULL) == (part->talk != NULL))
        fault = N_ ("A participation belongs to a session or to a talk");
      else if (part->person == NULL && part->institution == NULL)
        fault = N_ ("A participation names a person or an institution");
      break;
    case PLY_KIND_LINK:
      if ((link->session != NULL) + (link->talk != NULL) + (link->person != NULL)
              + (link->institution != NULL)
          != 1)
        fault = N_ ("A link belongs to one record");
      break;
    case PLY_KIND_AVAILABILITY:
      if ((slot->person != NULL) == (slot->room != NULL))
        fault = N_ ("An availability belongs to a person or to a room");
      else if (slot->start != PLY_UNSET && slot->end != PLY_UNSET && slot->end <= slot->start)
        fault = N_ ("An availability ends after it begins");
      break;
    case PLY_KIND_WALK:
      if (strcmp (walk->building, walk->other) == 0)
        fault = N_ ("A walk leads from one building to another");
      break;
    default:
      break;
    }
  if (fault == NULL)
    return TRUE;
  g_set_error_literal (error, PLY_MODEL_ERROR, PLY_MODEL_ERROR_INVALID, _ (fault));
  return FALSE;
}

/* Opening a file comes here with every field of it: texts are looked at where they are. */
static gboolean
validate_field (gconstpointer record, const PlyField *field, GError **error)
{
  g_auto (PlyValue) copy = PLY_VALUE_INIT;

  if (ply_field_storage (field) == PLY_VALUE_TEXT)
    {
      char *text = (char *) ply_record_get_text (record, field);
      PlyValue value = { .type = text != NULL ? PLY_VALUE_TEXT : PLY_VALUE_UNSET, .text = text };

      return ply_field_validate (field, &value, error);
    }
  copy = ply_record_get_value (record, field);
  return ply_field_validate (field, &copy, error);
}

gboolean
ply_record_validate (gconstpointer record, GError **error)
{
  const PlyKindInfo *info;

  g_return_val_if_fail (record != NULL, FALSE);

  if (!ply_id_is_valid (PLY_RECORD (record)->id))
    {
      g_set_error (error, PLY_MODEL_ERROR, PLY_MODEL_ERROR_INVALID,
                   _ ("A record’s id is a UUID, not “%s”"), PLY_RECORD (record)->id);
      return FALSE;
    }
  info = ply_kind_get_info (PLY_RECORD (record)->kind);
  for (guint i = 0; i < info->n_fields; i++)
    if (!validate_field (record, &info->fields[i], error))
      return FALSE;
  return validate_together (record, error);
}
