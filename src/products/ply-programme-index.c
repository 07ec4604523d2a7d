/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme-private.h"

#include "ply-programme-order.h"

/* An index shorter than this is read at a glance and needs no letters. */
#define LETTERS_MIN 24
#define COLUMN_GAP 14.0

/* One line of an index. */
typedef struct
{
  const PlyRecord *record;
  char *key;          /* what it is sorted by */
  GPtrArray *anchors; /* borrowed */
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->key);
  g_free (line);
}

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer collator)
{
  const Line *one = *(Line *const *) a;
  const Line *two = *(Line *const *) b;
  int order = ply_collator_compare (collator, one->key, two->key);

  return order != 0 ? order : g_strcmp0 (one->record->id, two->record->id);
}

static char *
sort_key (const PlyEdition *edition, const PlyRecord *record)
{
  if (record->kind == PLY_KIND_PERSON)
    return ply_person_index_name (edition->snapshot, (const PlyPerson *) record, edition->language);
  return g_strdup (ply_edition_get_text (edition, record, "name"));
}

static GPtrArray *
collect_lines (PlyEdition *edition, GHashTable *index, PlyKind kind)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  GHashTableIter iter;
  gpointer id, anchors;

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, &id, &anchors))
    {
      Line *line = g_new0 (Line, 1);

      line->record = ply_snapshot_lookup (edition->snapshot, kind, id);
      line->key = sort_key (edition, line->record);
      line->anchors = anchors;
      g_ptr_array_add (lines, line);
    }
  g_ptr_array_sort_with_data (lines, compare_lines, edition->collator);
  return lines;
}

/* The institutions of a person, small behind the name. */
static void
add_person_places (const PlyEdition *edition, PlyBlock *paragraph, const PlyPerson *person)
{
  GPtrArray *affiliations = ply_snapshot_get_children (edition->snapshot, PLY_KIND_AFFILIATION,
                                                       "person", person->record.id);

  for (guint i = 0; i < affiliations->len; i++)
    {
      const PlyAffiliation *affiliation = affiliations->pdata[i];
      const PlyInstitution *institution =
          ply_snapshot_lookup (edition->snapshot, PLY_KIND_INSTITUTION, affiliation->institution);
      const PlySpan span = { .style = "lighter" };

      if (institution == NULL)
        continue;
      ply_block_add_text (paragraph, ", ", &span);
      if (!ply_edition_add_field (edition, paragraph, institution, "abbreviation", &span))
        ply_edition_add_field (edition, paragraph, institution, "name", &span);
    }
}

static void
add_person_name (const PlyEdition *edition, PlyBlock *paragraph, const Line *line)
{
  const PlySpan span = {
    .style = "name",
    .language = ply_edition_get_text_language (edition, line->record, "name"),
    .record = line->record->id,
    .field = "name",
  };

  ply_block_add_text (paragraph, line->key, &span);
  add_person_places (edition, paragraph, (const PlyPerson *) line->record);
}

static void
add_institution_name (const PlyEdition *edition, PlyBlock *paragraph, const Line *line)
{
  const PlyInstitution *institution = (const PlyInstitution *) line->record;
  const PlySpan lighter = { .style = "lighter" };
  g_autofree char *place =
      ply_edition_dup_place (edition, institution, "city", institution->country);

  ply_edition_add_field (edition, paragraph, institution, "name",
                         &(PlySpan) { .style = "name", .uri = institution->url });
  if (ply_edition_get_text (edition, institution, "abbreviation") != NULL)
    {
      ply_block_add_text (paragraph, " (", &lighter);
      ply_edition_add_field (edition, paragraph, institution, "abbreviation", &lighter);
      ply_block_add_text (paragraph, ")", &lighter);
    }
  if (place != NULL)
    {
      ply_block_add_text (paragraph, ", ", &lighter);
      ply_block_add_text (paragraph, place, &lighter);
    }
}

static void
add_line (const PlyEdition *edition, PlyBlock *parent, const Line *line, const char *letter)
{
  PlyBlock *paragraph = ply_block_append (parent, ply_paragraph_new ("index-entry"));
  g_autofree char *anchor = ply_programme_anchor (line->record);
  g_autoptr (GPtrArray) anchors = g_ptr_array_new ();

  ply_block_set_anchor (paragraph, anchor);
  ply_block_set_origin (paragraph, line->record->id, "name");
  if (letter != NULL)
    ply_block_set_mark (paragraph, "place", letter);
  if (line->record->kind == PLY_KIND_PERSON)
    add_person_name (edition, paragraph, line);
  else
    add_institution_name (edition, paragraph, line);
  ply_block_add_text (paragraph, "\u2002", NULL);
  g_ptr_array_extend (anchors, line->anchors, NULL, NULL);
  g_ptr_array_add (anchors, NULL);
  ply_block_add_page_list (paragraph, (const char *const *) anchors->pdata, ", ", NULL);
}

static char *
index_letter (const PlyEdition *edition, const Line *line)
{
  return ply_collator_index_letter (edition->collator, line->key);
}

static void
add_index (PlyProgramme *self, GHashTable *index, PlyKind kind, const char *title,
           const char *anchor, gboolean new_page)
{
  PlyEdition *edition = self->edition;
  g_autoptr (GPtrArray) lines = collect_lines (edition, index, kind);
  gboolean letters = lines->len >= LETTERS_MIN;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  PlyBlock *section, *columns;

  if (lines->len == 0)
    return;
  first = letters ? index_letter (edition, lines->pdata[0]) : NULL;
  section = ply_programme_add_section (self, title, anchor, first, new_page || letters);
  columns = ply_block_append (section, ply_columns_new (self->paper->n_columns, COLUMN_GAP));
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];
      g_autofree char *letter = letters ? index_letter (edition, line) : NULL;

      if (letter != NULL && g_strcmp0 (letter, last) != 0)
        ply_block_append (columns, ply_paragraph_new_text ("index-letter", letter));
      add_line (edition, columns, line, letter);
      g_free (last);
      last = g_steal_pointer (&letter);
    }
}

void
ply_programme_add_indexes (PlyProgramme *self)
{
  const PlyCatalog *words = self->edition->words;

  /* Translators: heads the index of all people in the programme. */
  if (self->with_speakers)
    add_index (self, self->people, PLY_KIND_PERSON, ply_word (words, "programme", "Speakers"),
               "speakers", TRUE);
  /* Translators: heads the index of all institutions in the programme. */
  if (self->with_institutions)
    add_index (self, self->institutions, PLY_KIND_INSTITUTION,
               ply_word (words, "programme", "Institutions"), "institutions",
               !self->with_speakers || g_hash_table_size (self->people) == 0
                   || g_hash_table_size (self->people) >= LETTERS_MIN);
}
