/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-edition.h"

#include <string.h>

#include "ply-language.h"
#include "ply-programme-order.h"
#include "ply-text-lines.h"

#define NO_BREAK_SPACE "\u00a0"

PlyEdition *
ply_edition_new (const PlySnapshot *snapshot, const char *language)
{
  PlyEdition *self;

  g_return_val_if_fail (snapshot != NULL && ply_snapshot_get_event (snapshot) != NULL, NULL);

  self = g_new0 (PlyEdition, 1);
  self->snapshot = snapshot;
  self->event = ply_snapshot_get_event (snapshot);
  self->base = self->event->base_language != NULL ? self->event->base_language : "en";
  self->language = g_strdup (language != NULL && *language != '\0' ? language : self->base);
  self->words = ply_catalog_new (self->language);
  self->format = ply_formatter_new (self->language);
  self->collator = ply_collator_new (self->language);
  self->document =
      ply_document_new (ply_edition_get_text (self, self->event, "title"), self->language);
  return self;
}

void
ply_edition_free (PlyEdition *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->document, ply_document_unref);
  ply_collator_free (self->collator);
  ply_formatter_free (self->format);
  ply_catalog_free (self->words);
  g_free (self->language);
  g_free (self);
}

const char *
ply_edition_get_text (const PlyEdition *self, gconstpointer record, const char *field)
{
  return ply_snapshot_get_text (self->snapshot, record, field, self->language);
}

/* The language an imported session or talk says it is in, if it says one. */
static const char *
spoken_language (const PlyEdition *self, const PlyRecord *record)
{
  const PlySession *session = NULL;
  const char *language = NULL;

  if (record->kind == PLY_KIND_TALK)
    {
      const PlyTalk *talk = (const PlyTalk *) record;

      language = talk->language;
      session = ply_snapshot_lookup (self->snapshot, PLY_KIND_SESSION, talk->session);
    }
  else if (record->kind == PLY_KIND_SESSION)
    session = (const PlySession *) record;
  if (session == NULL || (session->source_guid == NULL && session->source_id == NULL))
    return NULL;
  if (language == NULL)
    language = session->language;
  return language != NULL && strpbrk (language, " ,;") == NULL ? language : NULL;
}

const char *
ply_edition_get_text_language (const PlyEdition *self, gconstpointer record, const char *field)
{
  const char *language, *text;

  if (ply_snapshot_get_translation (self->snapshot, record, field, self->language) != NULL)
    return NULL;
  language = spoken_language (self, record);
  text = ply_edition_get_text (self, record, field);
  if (language == NULL || text == NULL || !ply_language_fits (language, text))
    language = self->base;
  return strcmp (language, self->language) != 0 ? language : NULL;
}

gboolean
ply_edition_add_field (const PlyEdition *self, PlyBlock *paragraph, gconstpointer record,
                       const char *field, const PlySpan *span)
{
  const char *text = ply_edition_get_text (self, record, field);
  PlySpan full = span != NULL ? *span : (PlySpan) { 0 };

  if (text == NULL)
    return FALSE;
  full.language = ply_edition_get_text_language (self, record, field);
  full.record = PLY_RECORD (record)->id;
  full.field = field;
  ply_block_add_text (paragraph, text, &full);
  return TRUE;
}

static void
set_source (const PlyEdition *self, PlyBlock *block, gconstpointer record, const char *field)
{
  const char *language = ply_edition_get_text_language (self, record, field);

  ply_block_set_origin (block, PLY_RECORD (record)->id, field);
  if (language != NULL)
    ply_block_set_language (block, language);
}

PlyBlock *
ply_edition_paragraph (const PlyEdition *self, const char *style, gconstpointer record,
                       const char *field)
{
  const char *text = ply_edition_get_text (self, record, field);
  PlyBlock *paragraph;

  if (text == NULL)
    return NULL;
  paragraph = ply_paragraph_new_text (style, text);
  set_source (self, paragraph, record, field);
  return paragraph;
}

/* The room the labels need, in sizes: bullets little, "10." more. */
static double
label_width (GPtrArray *items)
{
  gsize longest = 0;

  for (guint i = 0; i < items->len; i++)
    longest =
        MAX (longest, (gsize) g_utf8_strlen (((const PlyTextItem *) items->pdata[i])->label, -1));
  return longest > strlen ("9.") ? 2.0 : 1.3;
}

static void
append_items (const PlyEdition *self, PlyBlock *parent, const char *style, const PlyTextPart *part)
{
  double size = ply_document_get_style (self->document, style)->size;
  PlyBlock *list = ply_block_append (parent, ply_list_new (size * label_width (part->items)));

  for (guint i = 0; i < part->items->len; i++)
    {
      const PlyTextItem *item = part->items->pdata[i];
      PlyBlock *body = ply_list_add_item (list, style, item->label);

      ply_block_append (body, ply_paragraph_new_text (style, item->text));
    }
}

gboolean
ply_edition_append_longtext (const PlyEdition *self, PlyBlock *parent, const PlyTextStyles *styles,
                             gconstpointer record, const char *field)
{
  const char *text = ply_edition_get_text (self, record, field);
  g_autoptr (GPtrArray) parts = NULL;
  const char *style = styles->first;
  PlyBlock *group;

  if (text == NULL)
    return FALSE;
  parts = ply_text_parts (text);
  group = ply_block_append (parent, ply_group_new (FALSE));
  set_source (self, group, record, field);
  for (guint i = 0; i < parts->len; i++)
    {
      const PlyTextPart *part = parts->pdata[i];

      if (part->items != NULL)
        append_items (self, group, styles->item, part);
      else
        ply_block_append (group, ply_paragraph_new_text (style, part->text));
      /* Behind a list a paragraph is seen to begin without an indent. */
      style = part->items == NULL ? styles->next : styles->item;
    }
  return TRUE;
}

char *
ply_edition_dup_name (const PlyEdition *self, const PlyPerson *person)
{
  g_autofree char *name = ply_person_display_name (self->snapshot, person, self->language, TRUE);
  GString *result = g_string_new (name != NULL ? name : "");

  g_string_replace (result, ". ", "." NO_BREAK_SPACE, 0);
  return g_string_free_and_steal (result);
}

char *
ply_edition_dup_place (const PlyEdition *self, gconstpointer record, const char *city_field,
                       const char *country)
{
  const char *city = ply_edition_get_text (self, record, city_field);
  char *country_name = ply_country_name (country, self->language);
  char *place;

  if (city == NULL || country_name == NULL)
    return city != NULL ? g_strdup (city) : country_name;
  place = g_strconcat (city, ", ", country_name, NULL);
  g_free (country_name);
  return place;
}

char *
ply_edition_dup_language_names (const PlyEdition *self, const char *tags)
{
  g_auto (GStrv) names = ply_language_split (tags);

  if (names[0] == NULL)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      char *name = ply_language_name (names[i], self->language);

      g_free (names[i]);
      names[i] = name;
    }
  return ply_formatter_list (self->format, (const char *const *) names);
}
