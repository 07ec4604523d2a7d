/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-language.h"

#include <string.h>

/* A record's translatable fields in the order of their table. */
typedef struct
{
  guint n;
  guint names; /* those that are names of people and institutions, as bits */
  const PlyField *fields[PLY_TEXTS_MOST];
} TextFields;

static TextFields text_fields[PLY_N_KINDS];

/* A name is written the same in every language of its script: it needs a translation only where it
 * could not be read. */
static gboolean
is_name (PlyKind kind, const PlyField *field)
{
  if (kind == PLY_KIND_INSTITUTION)
    return strcmp (field->name, "abbreviation") == 0;
  return kind == PLY_KIND_PERSON && strcmp (field->name, "biography") != 0;
}

static void
collect (PlyKind kind)
{
  const PlyKindInfo *info = ply_kind_get_info (kind);
  TextFields *texts = &text_fields[kind];

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & PLY_FIELD_TRANSLATABLE)
      {
        g_assert (texts->n < PLY_TEXTS_MOST);
        texts->names |= is_name (kind, &info->fields[i]) << texts->n;
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

/* ply_record_get_text(), without a call for each of very many. */
static inline const char *
text_of (const PlyRecord *record, const PlyField *field)
{
  return G_STRUCT_MEMBER (const char *, record, field->offset);
}

gboolean
ply_texts_has_any (const PlyRecord *record)
{
  const TextFields *texts = fields_of (record->kind);

  for (guint i = 0; i < texts->n; i++)
    if (text_of (record, texts->fields[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Translations mostly come a kind at a time. */
PlyKind
ply_texts_kind_of (const PlyTranslation *translation)
{
  static const PlyKind likely[] = { PLY_KIND_SESSION, PLY_KIND_TALK, PLY_KIND_PERSON };
  const char *name = translation->owner_kind;

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (likely); i++)
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

static PlyTexts *
texts_of (PlyConflicts *self, PlyNode *node)
{
  if (node->texts == NULL)
    node->texts = ply_arena_take (&self->texts_arena);
  return node->texts;
}

void
ply_texts_count (PlyConflicts *self, PlyNode *node, const PlyTranslation *translation, int step)
{
  guint field, language;

  if (node == NULL || translation->field == NULL || translation->language == NULL
      || !find_field (node->kind, translation->field, &field)
      || !find_language (self, translation->language, &language))
    return;
  texts_of (self, node)[language].n_there[field] += step;
  ply_index_mark (self, node, PLY_DIRTY_TEXTS);
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

static guint
fields_set (const PlyRecord *record, const TextFields *texts)
{
  guint set = 0;

  for (guint i = 0; i < texts->n; i++)
    set |= (text_of (record, texts->fields[i]) != NULL) << i;
  return set;
}

/* Of the names among @set, those that readers of the language can read as they are. */
static guint
readable (const PlyConflicts *self, const PlyRecord *record, const TextFields *texts, guint set,
          guint language)
{
  guint fields = 0;

  for (guint i = 0; i < texts->n; i++)
    if ((set & texts->names & 1u << i) != 0)
      fields |= can_be_read (self, language, ply_record_get_text (record, texts->fields[i])) << i;
  return fields;
}

void
ply_texts_set (PlyConflicts *self, PlyNode *node)
{
  const TextFields *texts = fields_of (node->kind);
  guint set = node->record != NULL ? fields_set (node->record, texts) : 0;
  PlyTexts *of;

  if (self->n_languages == 0 || (set == 0 && node->texts == NULL))
    return;
  of = texts_of (self, node);
  for (guint language = 0; language < self->n_languages; language++)
    of[language].wanted = (set & texts->names) == 0
                              ? set
                              : set & ~readable (self, node->record, texts, set, language);
}

static guint
missing (const PlyNode *node, guint language)
{
  const PlyTexts *texts = &node->texts[language];
  guint fields = 0;

  for (guint i = 0; texts->wanted >> i != 0; i++)
    fields |= (texts->n_there[i] == 0) << i;
  return fields & texts->wanted;
}

/* Of what the text belongs to; NULL when it belongs to none. */
static const PlyNode *
session_of (const PlyConflicts *self, const PlyNode *node)
{
  PlyRef refs[PLY_N_REFS];
  const PlyNode *owner;

  if (node->kind != PLY_KIND_PARTICIPATION && node->kind != PLY_KIND_LINK)
    return node->session;
  ply_refs_find (node->record, refs);
  owner = ply_index_find (self, refs[0].kind, refs[0].id);
  return owner != NULL ? owner->session : NULL;
}

void
ply_check_texts (PlyConflicts *self, PlyNode *node)
{
  const PlyNode *session;

  if (node->record == NULL || node->texts == NULL)
    return;
  session = session_of (self, node);
  if (session != NULL && session->is_cancelled)
    return;
  for (guint language = 0; language < self->n_languages; language++)
    if (missing (node, language) != 0)
      ply_conflicts_add (self, &node->own_texts, PLY_CONFLICT_MISSING_TRANSLATION, node,
                         g_intern_string (self->languages[language]), &node, 1);
}

GPtrArray *
ply_texts_dup_missing (const PlyConflicts *self, const PlyNode *node, const char *language)
{
  const TextFields *texts = fields_of (node->kind);
  GPtrArray *fields = g_ptr_array_new ();
  guint index;

  if (node->texts == NULL || !find_language (self, language, &index))
    return fields;
  for (guint i = 0; i < texts->n; i++)
    if ((missing (node, index) & 1u << i) != 0)
      g_ptr_array_add (fields, (gpointer) texts->fields[i]);
  return fields;
}
