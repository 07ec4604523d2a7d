/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-event-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
add_field (JsonBuilder *json, const PlyRecord *record, const PlyField *field)
{
  g_auto (PlyValue) value = ply_record_get_value (record, field);
  g_autofree char *base64 = NULL;

  if (value.type == PLY_VALUE_UNSET)
    return;
  json_builder_set_member_name (json, field->name);
  if (value.type == PLY_VALUE_INTEGER)
    {
      json_builder_add_int_value (json, value.integer);
    }
  else if (value.type == PLY_VALUE_BYTES)
    {
      gsize size;
      const guchar *data = g_bytes_get_data (value.bytes, &size);

      base64 = g_base64_encode (data, size);
      json_builder_add_string_value (json, base64);
    }
  else
    {
      json_builder_add_string_value (json, value.text);
    }
}

static void
add_record (JsonBuilder *json, const PlyRecord *record)
{
  const PlyKindInfo *info = ply_kind_get_info (record->kind);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "id");
  json_builder_add_string_value (json, record->id);
  for (guint i = 0; i < info->n_fields; i++)
    add_field (json, record, &info->fields[i]);
  json_builder_end_object (json);
}

static void
add_kind (JsonBuilder *json, const PlySnapshot *snapshot, PlyKind kind)
{
  guint n = ply_snapshot_get_n (snapshot, kind);

  if (n == 0)
    return;
  json_builder_set_member_name (json, ply_kind_get_info (kind)->name);
  json_builder_begin_array (json);
  for (guint i = 0; i < n; i++)
    add_record (json, ply_snapshot_get_at (snapshot, kind, i));
  json_builder_end_array (json);
}

GBytes *
ply_event_json_export (const PlySnapshot *snapshot)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  char *line;

  g_return_val_if_fail (snapshot != NULL && ply_snapshot_get_event (snapshot) != NULL, NULL);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "format");
  json_builder_add_string_value (json, "plenary-event");
  json_builder_set_member_name (json, "version");
  json_builder_add_int_value (json, 1);
  json_builder_set_member_name (json, "event");
  add_record (json, (const PlyRecord *) ply_snapshot_get_event (snapshot));
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    if (kind != PLY_KIND_EVENT)
      add_kind (json, snapshot, kind);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  text = json_to_string (root, TRUE);
  line = g_strconcat (text, "\n", NULL);
  return g_bytes_new_take (line, strlen (line));
}
