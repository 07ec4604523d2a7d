/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-fields.h"
#include "ply-id.h"

/* The member of @record that @field describes. */
#define MEMBER(record, field, Type) (*(Type *) ((char *) (record) + (field)->offset))

static void
clear_record (gpointer record)
{
  const PlyKindInfo *info = ply_kind_get_info (PLY_RECORD (record)->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      PlyValueType storage = ply_field_storage (&info->fields[i]);

      if (storage == PLY_VALUE_TEXT)
        g_free (MEMBER (record, &info->fields[i], char *));
      else if (storage == PLY_VALUE_BYTES)
        g_clear_pointer (&MEMBER (record, &info->fields[i], GBytes *), g_bytes_unref);
    }
  g_free (((PlyRecord *) record)->id);
}

gpointer
ply_record_new (PlyKind kind, const char *id)
{
  const PlyKindInfo *info = ply_kind_get_info (kind);
  PlyRecord *record;

  g_return_val_if_fail (info != NULL, NULL);

  record = g_atomic_rc_box_alloc0 (info->size);
  record->kind = kind;
  record->id = id != NULL ? g_strdup (id) : ply_id_new ();
  for (guint i = 0; i < info->n_fields; i++)
    if (ply_field_storage (&info->fields[i]) == PLY_VALUE_INTEGER)
      MEMBER (record, &info->fields[i], gint64) = PLY_UNSET;
  return record;
}

gpointer
ply_record_ref (gconstpointer record)
{
  g_return_val_if_fail (record != NULL, NULL);
  return g_atomic_rc_box_acquire ((gpointer) record);
}

void
ply_record_unref (gpointer record)
{
  if (record != NULL)
    g_atomic_rc_box_release_full (record, clear_record);
}

gpointer
ply_record_copy (gconstpointer record, const char *id)
{
  PlyKind kind = PLY_RECORD (record)->kind;
  const PlyKindInfo *info = ply_kind_get_info (kind);
  gpointer copy = ply_record_new (kind, id != NULL ? id : PLY_RECORD (record)->id);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_auto (PlyValue) value = ply_record_get_value (record, &info->fields[i]);

      ply_record_set_value (copy, &info->fields[i], &value);
    }
  return copy;
}

const char *
ply_record_get_text (gconstpointer record, const PlyField *field)
{
  g_return_val_if_fail (record != NULL && field != NULL, NULL);
  g_return_val_if_fail (ply_field_storage (field) == PLY_VALUE_TEXT, NULL);
  return MEMBER (record, field, const char *);
}

gint64
ply_record_get_integer (gconstpointer record, const PlyField *field)
{
  g_return_val_if_fail (record != NULL && field != NULL, PLY_UNSET);
  g_return_val_if_fail (ply_field_storage (field) == PLY_VALUE_INTEGER, PLY_UNSET);
  return MEMBER (record, field, gint64);
}

PlyValue
ply_record_get_value (gconstpointer record, const PlyField *field)
{
  switch (ply_field_storage (field))
    {
    case PLY_VALUE_INTEGER:
      return ply_value_integer (MEMBER (record, field, gint64));
    case PLY_VALUE_BYTES:
      return ply_value_bytes (MEMBER (record, field, GBytes *));
    default:
      return ply_value_text (MEMBER (record, field, const char *));
    }
}

void
ply_record_set_value (gpointer record, const PlyField *field, const PlyValue *value)
{
  PlyValueType storage;

  g_return_if_fail (record != NULL && field != NULL && value != NULL);

  storage = ply_field_storage (field);
  g_return_if_fail (value->type == PLY_VALUE_UNSET || value->type == storage);
  if (storage == PLY_VALUE_INTEGER)
    {
      MEMBER (record, field, gint64) = value->type == storage ? value->integer : PLY_UNSET;
    }
  else if (storage == PLY_VALUE_BYTES)
    {
      g_clear_pointer (&MEMBER (record, field, GBytes *), g_bytes_unref);
      if (value->type == storage)
        MEMBER (record, field, GBytes *) = g_bytes_ref (value->bytes);
    }
  else
    {
      gboolean set = value->type == storage && *value->text != '\0';

      g_set_str (&MEMBER (record, field, char *), set ? value->text : NULL);
    }
}

void
ply_record_set_text (gpointer record, const char *field_name, const char *text)
{
  g_auto (PlyValue) value = ply_value_text (text);

  ply_record_set_value (record, ply_field_lookup (PLY_RECORD (record)->kind, field_name), &value);
}

void
ply_record_set_integer (gpointer record, const char *field_name, gint64 integer)
{
  PlyValue value = ply_value_integer (integer);

  ply_record_set_value (record, ply_field_lookup (PLY_RECORD (record)->kind, field_name), &value);
}

static gboolean
field_equal (gconstpointer a, gconstpointer b, const PlyField *field)
{
  GBytes *first, *second;

  switch (ply_field_storage (field))
    {
    case PLY_VALUE_INTEGER:
      return MEMBER (a, field, gint64) == MEMBER (b, field, gint64);
    case PLY_VALUE_BYTES:
      first = MEMBER (a, field, GBytes *);
      second = MEMBER (b, field, GBytes *);
      return first == second || (first != NULL && second != NULL && g_bytes_equal (first, second));
    default:
      return g_strcmp0 (MEMBER (a, field, char *), MEMBER (b, field, char *)) == 0;
    }
}

gboolean
ply_record_equal (gconstpointer a, gconstpointer b)
{
  const PlyKindInfo *info = ply_kind_get_info (PLY_RECORD (a)->kind);

  if (PLY_RECORD (a)->kind != PLY_RECORD (b)->kind
      || g_strcmp0 (PLY_RECORD (a)->id, PLY_RECORD (b)->id) != 0)
    return FALSE;
  for (guint i = 0; i < info->n_fields; i++)
    if (!field_equal (a, b, &info->fields[i]))
      return FALSE;
  return TRUE;
}
