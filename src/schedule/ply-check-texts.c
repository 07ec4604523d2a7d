/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-language.h"

#include <string.h>

/* A record's translatable fields in the order of their table. */
typedef struct
{
  guint n;
  const PlyField *fields[PLY_TEXTS_MOST];
} TextFields;

static TextFields text_fields[PLY_N_KINDS];

static void
collect (PlyKind kind)
{
  const PlyKindInfo *info = ply_kind_get_info (kind);
  TextFields *texts = &text_fields[kind];

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & PLY_FIELD_TRANSLATABLE)
      {
        g_assert (texts->n < PLY_TEXTS_MOST);
        texts->fields[texts->n++] = &info->fields[i];
      }
}

static const TextFields *
fields_of (PlyKind kind)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < PLY_N_KINDS; i++)
        collect (i);
      g_once_init_leave (&once, 1);
    }
  return &text_fields[kind];
}

gboolean
ply_texts_has_any (const PlyRecord *record)
{
  const TextFields *texts = fields_of (record->kind);

  for (guint i = 0; i < texts->n; i++)
    if (ply_record_get_text (record, texts->fields[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Translations mostly come a kind at a time. */
static PlyKind
kind_of (const char *name)
{
  static const PlyKind likely[] = { PLY_KIND_SESSION, PLY_KIND_TALK, PLY_KIND_PERSON };

  for (guint i = 0; i < G_N_ELEMENTS (likely); i++)
    if (strcmp (ply_kind_get_info (likely[i])->name, name) == 0)
      return likely[i];
  return ply_kind_from_name (name);
}

static gboolean
find_field (PlyKind kind, const char *name, guint *index)
{
  const TextFields *texts = fields_of (kind);

  for (*index = 0; *index < texts->n; (*index)++)
    if (strcmp (texts->fields[*index]->name, name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
find_language (const PlyConflicts *self, const char *language, guint *index)
{
  for (*index = 0; *index < self->n_languages; (*index)++)
    if (strcmp (self->languages[*index], language) == 0)
      return TRUE;
  return FALSE;
}

void
ply_texts_count (PlyConflicts *self, const PlyTranslation *translation, int step)
{
  guint field, language;
  PlyKind kind;
  PlyNode *node;

  if (translation->owner_kind == NULL || translation->owner == NULL || translation->field == NULL
      || translation->language == NULL)
    return;
  kind = kind_of (translation->owner_kind);
  if (kind == PLY_N_KINDS || !find_field (kind, translation->field, &field)
      || !find_language (self, translation->language, &language))
    return;
  node = ply_index_ensure (self, kind, translation->owner);
  if (node->texts == NULL)
    node->texts = g_malloc0_n (self->n_languages, sizeof *node->texts);
  node->texts[language][field] += step;
  ply_index_mark (self, node, PLY_DIRTY_TEXTS);
}

/* A name is written the same in every language of its script: it needs a translation only where it
 * could not be read. */
static gboolean
is_name (const PlyRecord *record, const PlyField *field)
{
  if (record->kind == PLY_KIND_INSTITUTION)
    return strcmp (field->name, "abbreviation") == 0;
  return record->kind == PLY_KIND_PERSON && strcmp (field->name, "biography") != 0;
}

/* ply_language_fits(), with the two scripts that nearly all names are in counted here. */
static gboolean
can_be_read (const PlyConflicts *self, guint language, const char *text)
{
  guint latin = 0, cyrillic = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      guchar byte = *at;

      if (g_ascii_isalpha (byte))
        latin++;
      else if (byte >= 0xd0 && byte <= 0xd3) /* U+0400 to U+04FF begin so in UTF-8 */
        cyrillic++;
      else if (byte >= 0xc0)
        return ply_language_fits (self->languages[language], text);
    }
  return 2
             * ((self->reads_latin[language] ? latin : 0)
                + (self->reads_cyrillic[language] ? cyrillic : 0))
         >= latin + cyrillic;
}

static gboolean
is_missing (const PlyConflicts *self, const PlyNode *node, guint language, guint field)
{
  const PlyField *of = fields_of (node->kind)->fields[field];
  const char *text = ply_record_get_text (node->record, of);

  if (text == NULL || (node->texts != NULL && node->texts[language][field] > 0))
    return FALSE;
  return !is_name (node->record, of) || !can_be_read (self, language, text);
}

static gboolean
lacks_any (const PlyConflicts *self, const PlyNode *node, guint language)
{
  guint n = fields_of (node->kind)->n;

  for (guint field = 0; field < n; field++)
    if (is_missing (self, node, language, field))
      return TRUE;
  return FALSE;
}

void
ply_check_texts (PlyConflicts *self, PlyNode *node)
{
  const PlyNode *session = node->session;

  if (node->record == NULL || (session != NULL && ply_node_is_cancelled (session)))
    return;
  for (guint language = 0; language < self->n_languages; language++)
    if (lacks_any (self, node, language))
      ply_conflicts_add (self, &node->own_texts, PLY_CONFLICT_MISSING_TRANSLATION, node,
                         g_intern_string (self->languages[language]), &node, 1);
}

GPtrArray *
ply_texts_dup_missing (const PlyConflicts *self, const PlyNode *node, const char *language)
{
  const TextFields *texts = fields_of (node->kind);
  GPtrArray *missing = g_ptr_array_new ();
  guint index;

  if (!find_language (self, language, &index))
    return missing;
  for (guint field = 0; field < texts->n; field++)
    if (is_missing (self, node, index, field))
      g_ptr_array_add (missing, (gpointer) texts->fields[field]);
  return missing;
}
