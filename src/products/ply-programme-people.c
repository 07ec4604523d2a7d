/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme-private.h"

#include <string.h>

#include "ply-programme-order.h"

/* Up to so many people have a line each; more of them run on. */
#define LINES_MAX 3

typedef struct
{
  PlyProgramme *programme;
  const char *anchor;  /* of the entry */
  PlyBlock *paragraph; /* being filled */
  gboolean run_on;     /* many people: no positions, short names of institutions */
} Line;

/* The order in which roles are printed: who speaks first, without a label. */
static const char *const roles[] = { "speaker", "author",      "panellist", "moderator",
                                     "chair",   "interpreter", "organizer" };

static const char *
role_label (const PlyCatalog *words, const char *role, guint n)
{
  /* Translators: these stand before the names of the people, one or more. */
  if (strcmp (role, "author") == 0)
    return ply_word_n (words, "programme", "Author:", "Authors:", n);
  if (strcmp (role, "panellist") == 0)
    return ply_word_n (words, "programme", "Panellist:", "Panellists:", n);
  if (strcmp (role, "moderator") == 0)
    return ply_word_n (words, "programme", "Moderator:", "Moderators:", n);
  if (strcmp (role, "chair") == 0)
    return ply_word_n (words, "programme", "Chair:", "Chairs:", n);
  if (strcmp (role, "interpreter") == 0)
    return ply_word_n (words, "programme", "Interpreter:", "Interpreters:", n);
  if (strcmp (role, "organizer") == 0)
    return ply_word_n (words, "programme", "Organizer:", "Organizers:", n);
  return NULL; /* who speaks needs no label */
}

/* Notes for an index that the entry names the record. */
static void
note_anchor (GHashTable *index, const char *id, const char *anchor)
{
  GPtrArray *anchors = g_hash_table_lookup (index, id);

  if (anchors == NULL)
    {
      anchors = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (index, (gpointer) id, anchors);
    }
  if (!g_ptr_array_find_with_equal_func (anchors, anchor, g_str_equal, NULL))
    g_ptr_array_add (anchors, g_strdup (anchor));
}

static void
add_plain (Line *line, const char *text, const char *style)
{
  ply_block_add_text (line->paragraph, text, &(PlySpan) { .style = style });
}

static void
add_institution (Line *line, const PlyInstitution *institution, const char *style)
{
  PlyProgramme *programme = line->programme;
  g_autofree char *anchor = ply_programme_anchor (institution);
  PlySpan span = { .style = style, .anchor = programme->with_institutions ? anchor : NULL };

  note_anchor (programme->institutions, institution->record.id, line->anchor);
  if (!line->run_on
      || !ply_edition_add_field (programme->edition, line->paragraph, institution, "abbreviation",
                                 &span))
    ply_edition_add_field (programme->edition, line->paragraph, institution, "name", &span);
}

/* Where the person comes from: all affiliations, unless the participation names an institution. */
static void
add_affiliations (Line *line, const PlyPerson *person)
{
  PlyEdition *edition = line->programme->edition;
  GPtrArray *affiliations = ply_snapshot_get_children (edition->snapshot, PLY_KIND_AFFILIATION,
                                                       "person", person->record.id);

  for (guint i = 0; i < affiliations->len; i++)
    {
      const PlyAffiliation *affiliation = affiliations->pdata[i];
      const PlyInstitution *institution =
          ply_snapshot_lookup (edition->snapshot, PLY_KIND_INSTITUTION, affiliation->institution);

      if (institution == NULL)
        continue;
      add_plain (line, i == 0 ? ", " : "; ", "lighter");
      if (!line->run_on
          && ply_edition_add_field (edition, line->paragraph, affiliation, "position",
                                    &(PlySpan) { .style = "lighter" }))
        add_plain (line, ", ", "lighter");
      add_institution (line, institution, "lighter");
    }
}

static void
add_person (Line *line, const PlyPerson *person)
{
  PlyProgramme *programme = line->programme;
  g_autofree char *name = ply_edition_dup_name (programme->edition, person);
  g_autofree char *anchor = ply_programme_anchor (person);
  PlySpan span = {
    .style = "name",
    .language = ply_edition_get_text_language (programme->edition, person, "name"),
    .anchor = programme->with_speakers ? anchor : NULL,
    .record = person->record.id,
    .field = "name",
    .no_break = TRUE,
  };

  note_anchor (programme->people, person->record.id, line->anchor);
  ply_block_add_text (line->paragraph, name, &span);
}

static void
add_participation (Line *line, const PlyParticipation *participation)
{
  PlyEdition *edition = line->programme->edition;
  const PlyPerson *person =
      ply_snapshot_lookup (edition->snapshot, PLY_KIND_PERSON, participation->person);
  const PlyInstitution *institution =
      ply_snapshot_lookup (edition->snapshot, PLY_KIND_INSTITUTION, participation->institution);

  if (person != NULL)
    add_person (line, person);
  if (person != NULL && institution != NULL)
    add_plain (line, ", ", "lighter");
  if (institution != NULL)
    add_institution (line, institution, person != NULL ? "lighter" : NULL);
  else if (person != NULL)
    add_affiliations (line, person);
  if (ply_edition_get_text (edition, participation, "note") != NULL)
    {
      add_plain (line, " (", "lighter");
      ply_edition_add_field (edition, line->paragraph, participation, "note",
                             &(PlySpan) { .style = "lighter" });
      add_plain (line, ")", "lighter");
    }
}

static gboolean
has_someone (const PlySnapshot *snapshot, const PlyParticipation *participation)
{
  return ply_snapshot_lookup (snapshot, PLY_KIND_PERSON, participation->person) != NULL
         || ply_snapshot_lookup (snapshot, PLY_KIND_INSTITUTION, participation->institution)
                != NULL;
}

static GPtrArray *
with_role (const PlySnapshot *snapshot, GPtrArray *participations, const char *role)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < participations->len; i++)
    {
      const PlyParticipation *participation = participations->pdata[i];

      if (g_strcmp0 (participation->role, role) == 0 && has_someone (snapshot, participation))
        g_ptr_array_add (chosen, (gpointer) participation);
    }
  return chosen;
}

static PlyBlock *
begin_line (PlyBlock *parent, const char *label)
{
  PlyBlock *paragraph = ply_block_append (parent, ply_paragraph_new ("people"));

  if (label != NULL)
    {
      ply_block_add_text (paragraph, label, &(PlySpan) { .style = "role" });
      ply_block_add_text (paragraph, " ", NULL);
    }
  return paragraph;
}

static gboolean
has_affiliation (const PlySnapshot *snapshot, const char *person)
{
  return person != NULL
         && ply_snapshot_get_children (snapshot, PLY_KIND_AFFILIATION, "person", person)->len > 0;
}

/* Whether more than the bare names will be printed. */
static gboolean
name_institutions (const PlySnapshot *snapshot, GPtrArray *participations)
{
  for (guint i = 0; i < participations->len; i++)
    {
      const PlyParticipation *participation = participations->pdata[i];

      if (participation->institution != NULL || has_affiliation (snapshot, participation->person))
        return TRUE;
    }
  return FALSE;
}

static void
add_role (PlyProgramme *self, PlyBlock *parent, GPtrArray *participations, const char *role,
          const char *anchor)
{
  const char *label = role_label (self->edition->words, role, participations->len);
  gboolean bare = !name_institutions (self->edition->snapshot, participations);
  Line line = { .programme = self,
                .anchor = anchor,
                .run_on = bare || participations->len > (label != NULL ? 1 : LINES_MAX) };

  for (guint i = 0; i < participations->len; i++)
    {
      if (i == 0 || !line.run_on)
        line.paragraph = begin_line (parent, label);
      else
        add_plain (&line, bare ? ", " : "; ", NULL);
      add_participation (&line, participations->pdata[i]);
    }
}

static void
add_roles (PlyProgramme *self, PlyBlock *parent, gconstpointer session_or_talk, const char *anchor,
           guint from, guint to)
{
  const PlySnapshot *snapshot = self->edition->snapshot;
  GPtrArray *participations = ply_participations_of (snapshot, session_or_talk);

  for (guint i = from; i < to; i++)
    {
      g_autoptr (GPtrArray) chosen = with_role (snapshot, participations, roles[i]);

      add_role (self, parent, chosen, roles[i], anchor);
    }
}

void
ply_programme_add_speakers (PlyProgramme *self, PlyBlock *parent, gconstpointer session_or_talk,
                            const char *anchor)
{
  add_roles (self, parent, session_or_talk, anchor, 0, 1);
}

void
ply_programme_add_others (PlyProgramme *self, PlyBlock *parent, gconstpointer session_or_talk,
                          const char *anchor)
{
  add_roles (self, parent, session_or_talk, anchor, 1, G_N_ELEMENTS (roles));
}
