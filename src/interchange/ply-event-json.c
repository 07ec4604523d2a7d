/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-event-json.h"

#include "ply-derived-id.h"
#include "ply-id.h"
#include "ply-rank.h"
#include "ply-sample.h"
#include "ply-time.h"
#include "ply-translation.h"
#include "ply-validate.h"
#include "ply-waiver.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define SAMPLE_PATH "/io/github/plenary_app/Plenary/sample/science-day.json"

typedef struct
{
  const char *display_name;
  const PlySnapshot *existing;
  PlyPlan *plan;
  char *base_language;
  char *event_id; /* in the file; in the plan it is the one of the event that there is */
  GError **error;
} Reader;

static gboolean
fail (Reader *self, const char *kind, const char *id, const char *message)
{
  ply_interchange_set_error (self->error, PLY_INTERCHANGE_ERROR_INVALID, self->display_name, 0,
                             /* Translators: %1$s is a kind of record like “session”, %2$s its id,
                                %3$s what is wrong */
                             _ ("%1$s “%2$s”: %3$s"), kind, id, message);
  return FALSE;
}

static char *
record_id (const char *key)
{
  return ply_id_is_valid (key) ? g_ascii_strdown (key, -1) : ply_id_derive ("plenary-event", key);
}

static const PlyEvent *
existing_event (const Reader *self)
{
  return self->existing != NULL ? ply_snapshot_get_event (self->existing) : NULL;
}

/* An event file holds one event: what the file says of its own is said of that one. */
static char *
dup_id (Reader *self, const char *key)
{
  char *id = record_id (key);

  if (existing_event (self) != NULL && g_strcmp0 (id, self->event_id) == 0)
    g_set_str (&id, existing_event (self)->record.id);
  return id;
}

/* A list of ids; they are in order no more when they are other ones here. */
static char *
dup_ids (Reader *self, const char *keys)
{
  g_auto (GStrv) ids = g_strsplit (keys, " ", -1);
  guint n = g_strv_length (ids);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_steal_pointer (&ids[i]);

      ids[i] = dup_id (self, key);
    }
  return ply_waiver_join_records ((const char *const *) ids, n);
}

static char *
dup_event_id (Reader *self, const char *key)
{
  if (key != NULL && self->event_id == NULL)
    self->event_id = record_id (key);
  if (existing_event (self) != NULL)
    return g_strdup (existing_event (self)->record.id);
  return g_strdup (self->event_id);
}

/* The text of a node, NULL when it is no text. */
static const char *
node_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* FALSE when the node holds nothing that a field of this type could be made of. */
static gboolean
node_value (Reader *self, const PlyField *field, JsonNode *node, PlyValue *value)
{
  const char *text = node_text (node);
  gboolean is_number =
      JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
  gboolean is_bool =
      JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree guchar *data = NULL;
  gint64 minutes;
  gsize size;

  switch (ply_field_storage (field))
    {
    case PLY_VALUE_INTEGER:
      if (is_number)
        *value = ply_value_integer (json_node_get_int (node));
      else if (is_bool && field->type == PLY_FIELD_FLAG)
        *value = ply_value_integer (json_node_get_boolean (node));
      else if (text != NULL && field->type == PLY_FIELD_MINUTES
               && ply_minutes_parse (text, &minutes))
        *value = ply_value_integer (minutes);
      return value->type == PLY_VALUE_INTEGER;
    case PLY_VALUE_BYTES:
      if (text == NULL)
        return FALSE;
      data = g_base64_decode (text, &size);
      bytes = g_bytes_new_take (g_steal_pointer (&data), size);
      *value = ply_value_bytes (bytes);
      return TRUE;
    default:
      if (text == NULL)
        return FALSE;
      if (field->type == PLY_FIELD_REF || field->type == PLY_FIELD_ID)
        *value = (PlyValue) { .type = PLY_VALUE_TEXT, .text = dup_id (self, text) };
      else if (field->type == PLY_FIELD_IDS)
        *value = (PlyValue) { .type = PLY_VALUE_TEXT, .text = dup_ids (self, text) };
      else
        *value = ply_value_text (text);
      return TRUE;
    }
}

static void
add_translation (Reader *self, PlyRecord *record, const PlyField *field, const char *language,
                 const char *text, const char *source)
{
  g_autofree char *id = ply_translation_id (record->id, field->name, language);
  PlyTranslation *translation = ply_record_new (PLY_KIND_TRANSLATION, id);

  translation->owner_kind = g_strdup (ply_kind_get_info (record->kind)->name);
  translation->owner = g_strdup (record->id);
  translation->field = g_strdup (field->name);
  translation->language = g_strdup (language);
  translation->text = g_strdup (text);
  translation->source = g_strdup (source);
  translation->state = g_strdup ("final");
  ply_plan_put (self->plan, self->existing, translation);
}

/* {"en": …, "de": …}: the base text is the field's. The rest waits for add_translations(), which
 * has to come after the record itself. */
static gboolean
read_languages (Reader *self, PlyRecord *record, const PlyField *field, JsonObject *texts)
{
  const char *base = json_object_get_string_member_with_default (texts, self->base_language, NULL);

  if (base == NULL)
    return FALSE;
  ply_record_set_text (record, field->name, base);
  return TRUE;
}

static void
add_translations (Reader *self, PlyRecord *record, JsonObject *object)
{
  const PlyKindInfo *info = ply_kind_get_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const PlyField *field = &info->fields[i];
      JsonNode *node = json_object_get_member (object, field->name);
      JsonObjectIter iter;
      const char *language;
      JsonNode *text;

      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node)
          || !(field->flags & PLY_FIELD_TRANSLATABLE))
        continue;
      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &language, &text))
        if (strcmp (language, self->base_language) != 0 && node_text (text) != NULL
            && *node_text (text) != '\0')
          add_translation (self, record, field, language, node_text (text),
                           ply_record_get_text (record, field));
    }
}

static gboolean
read_field (Reader *self, PlyRecord *record, const char *key, JsonNode *node)
{
  const PlyKindInfo *info = ply_kind_get_info (record->kind);
  const PlyField *field = ply_field_lookup (record->kind, key);
  g_auto (PlyValue) value = PLY_VALUE_INIT;
  gboolean by_language;

  if (strcmp (key, "id") == 0 || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (field == NULL)
    {
      /* Translators: %1$s is a kind of record like “session”, %2$s the name of an unknown field */
      ply_plan_remark (self->plan, 0, _ ("A %1$s has no field “%2$s”; it was left out"), info->name,
                       key);
      return TRUE;
    }
  by_language = JSON_NODE_HOLDS_OBJECT (node) && (field->flags & PLY_FIELD_TRANSLATABLE);
  if (by_language)
    return read_languages (self, record, field, json_node_get_object (node));
  if (!node_value (self, field, node, &value))
    return FALSE;
  ply_record_set_value (record, field, &value);
  return TRUE;
}

/* The id of a translation and the like follows from what it is about, whatever the file calls it.
 */
static void
name_record (PlyRecord **record)
{
  g_autofree char *id = ply_record_derive_id (*record);
  PlyRecord *named;

  if (id == NULL)
    return;
  named = ply_record_copy (*record, id);
  ply_record_unref (*record);
  *record = named;
}

static gboolean
read_record (Reader *self, PlyKind kind, JsonNode *node, guint index, guint count)
{
  const PlyKindInfo *info = ply_kind_get_info (kind);
  g_autoptr (PlyRecord) record = NULL;
  g_autoptr (GError) invalid = NULL;
  g_autofree char *id = NULL;
  JsonObject *object;
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (self, info->name, "?", _ ("not an object"));
  object = json_node_get_object (node);
  key = json_object_get_string_member_with_default (object, "id", NULL);
  if (kind == PLY_KIND_EVENT)
    id = dup_event_id (self, key);
  else
    id = key != NULL ? dup_id (self, key) : NULL;
  record = ply_record_new (kind, id);

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, &value))
    if (!read_field (self, record, key, value))
      {
        /* Translators: %s is the name of a field */
        g_autofree char *message = g_strdup_printf (_ ("“%s” cannot be read"), key);

        return fail (self, info->name, record->id, message);
      }
  if (ply_field_lookup (kind, "rank") != NULL && !json_object_has_member (object, "rank"))
    {
      g_autofree char *rank = ply_rank_spread (index, count);

      ply_record_set_text (record, "rank", rank);
    }
  name_record (&record);
  if (!ply_record_validate (record, &invalid))
    return fail (self, info->name, record->id, invalid->message);
  ply_plan_put (self->plan, self->existing, ply_record_ref (record));
  add_translations (self, record, object);
  return TRUE;
}

static gboolean
read_kind (Reader *self, PlyKind kind, JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, ply_kind_get_info (kind)->name);
  JsonArray *array;
  guint n;

  if (node == NULL)
    return TRUE;
  if (kind == PLY_KIND_EVENT && JSON_NODE_HOLDS_OBJECT (node))
    return read_record (self, kind, node, 0, 1);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (self, ply_kind_get_info (kind)->name, "?", _ ("not an array"));
  array = json_node_get_array (node);
  n = json_array_get_length (array);
  for (guint i = 0; i < n; i++)
    if (!read_record (self, kind, json_array_get_element (array, i), i, n))
      return FALSE;
  return TRUE;
}

static gboolean
read_kinds (Reader *self, JsonObject *root, GCancellable *cancellable)
{
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    if (g_cancellable_set_error_if_cancelled (cancellable, self->error)
        || !read_kind (self, kind, root))
      return FALSE;
  return TRUE;
}

/* The record's title or name, its id when it has neither. */
static const char *
record_title (const PlyRecord *record)
{
  const PlyField *field = ply_kind_title_field (record->kind);
  const char *title = field != NULL ? ply_record_get_text (record, field) : NULL;

  return title != NULL ? title : record->id;
}

static gboolean
check_references (Reader *self, const PlySnapshot *after, const PlyRecord *record)
{
  const PlyKindInfo *info = ply_kind_get_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const PlyField *field = &info->fields[i];
      const char *id = field->type == PLY_FIELD_REF ? ply_record_get_text (record, field) : NULL;
      g_autofree char *message = NULL;

      if (id == NULL || ply_snapshot_lookup (after, field->target, id) != NULL)
        continue;
      /* Translators: %s is the name of a field */
      message = g_strdup_printf (_ ("“%s” names a record that is not in the file"), field->name);
      return fail (self, info->name, record_title (record), message);
    }
  return TRUE;
}

/* Every reference of what was read leads to a record, there or in the event. */
static gboolean
check_plan (Reader *self)
{
  g_autoptr (PlySnapshot) before =
      self->existing != NULL ? ply_snapshot_ref (self->existing) : ply_snapshot_new (NULL);
  g_autoptr (PlySnapshot) after = ply_plan_apply (self->plan, before);

  for (guint i = 0; i < ply_plan_get_n_edits (self->plan); i++)
    {
      const PlyEdit *edit = ply_plan_get_edit (self->plan, i);

      if (!check_references (self, after, ply_snapshot_lookup (after, edit->kind, edit->id)))
        return FALSE;
    }
  return TRUE;
}

/* json-glib puts "<data>:LINE:COLUMN: " before its messages. */
static void
set_syntax_error (GError **error, const char *display_name, const char *message)
{
  const char *place = g_str_has_prefix (message, "<data>:") ? message + strlen ("<data>:") : "";
  int line = (int) g_ascii_strtoll (place, NULL, 10);
  const char *what = line > 0 ? strstr (place, ": ") : NULL;

  ply_interchange_set_error (error, PLY_INTERCHANGE_ERROR_INVALID, display_name, line, "%s",
                             what != NULL ? what + 2 : message);
}

/* The root of what says it is an event in a version that we know. */
static JsonObject *
find_root (JsonParser *parser, const char *display_name, GError **error)
{
  JsonNode *node = json_parser_get_root (parser);
  JsonObject *root =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (root == NULL
      || g_strcmp0 (json_object_get_string_member_with_default (root, "format", NULL),
                    "plenary-event")
             != 0
      || !json_object_has_member (root, "event"))
    {
      ply_interchange_set_error (error, PLY_INTERCHANGE_ERROR_FORMAT, display_name, 0,
                                 _ ("this JSON file holds no Plenary event"));
      return NULL;
    }
  if (json_object_get_int_member_with_default (root, "version", 0) != 1)
    {
      ply_interchange_set_error (
          error, PLY_INTERCHANGE_ERROR_FORMAT, display_name, 0,
          _ ("it was written by a newer version of Plenary; update Plenary to read it"));
      return NULL;
    }
  return root;
}

/* The language of the texts: texts by language are read before the event record itself is. */
static char *
find_base_language (JsonObject *root, const PlySnapshot *existing)
{
  JsonNode *event = json_object_get_member (root, "event");
  const PlyEvent *known = existing != NULL ? ply_snapshot_get_event (existing) : NULL;
  const char *language = NULL;

  if (JSON_NODE_HOLDS_OBJECT (event))
    language = json_object_get_string_member_with_default (json_node_get_object (event),
                                                           "base_language", NULL);
  if (language == NULL && known != NULL)
    language = known->base_language;
  return g_strdup (language != NULL ? language : "en");
}

gboolean
ply_event_json_sniff (GBytes *input)
{
  gsize size;
  const char *data = g_bytes_get_data (input, &size);

  return data != NULL && g_strstr_len (data, MIN (size, 1024), "\"plenary-event\"") != NULL;
}

PlyPlan *
ply_event_json_import (GBytes *input, const char *display_name, const PlySnapshot *existing,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (PlyPlan) plan = ply_plan_new (_ ("Import Event"));
  g_autofree char *base_language = NULL;
  g_autoptr (GError) broken = NULL;
  JsonObject *root;
  gsize size;
  const char *data = g_bytes_get_data (input, &size);
  Reader reader;
  gboolean fine;

  if (!json_parser_load_from_data (parser, size > 0 ? data : "", size, &broken))
    {
      set_syntax_error (error, display_name, broken->message);
      return NULL;
    }
  root = find_root (parser, display_name, error);
  if (root == NULL)
    return NULL;
  base_language = find_base_language (root, existing);
  reader = (Reader) { display_name, existing, plan, base_language, NULL, error };
  fine = read_kinds (&reader, root, cancellable) && check_plan (&reader);
  g_free (reader.event_id);
  return fine ? g_steal_pointer (&plan) : NULL;
}

PlyPlan *
ply_sample_event_plan (GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ply_sample_get_resource (), SAMPLE_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? ply_event_json_import (bytes, "science-day.json", NULL, NULL, error)
                       : NULL;
}
