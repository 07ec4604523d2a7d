/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ply-programme-order.h"

static const PlyOptionChoice papers[] = {
  { "A5", N_ ("A5") },
  { "A4", N_ ("A4") },
  { "Letter", N_ ("Letter") },
  { NULL, NULL },
};

static const PlyOptionChoice orders[] = {
  { "time", N_ ("By Time") },
  { "room", N_ ("By Room") },
  { NULL, NULL },
};

static const PlyProductOption options[] = {
  { "paper", N_ ("Paper"), PLY_OPTION_CHOICE, papers, "A5" },
  { "language", N_ ("Language"), PLY_OPTION_LANGUAGE, NULL, "" },
  { "order", N_ ("Order"), PLY_OPTION_CHOICE, orders, "time" },
  { "abstracts", N_ ("Abstracts"), PLY_OPTION_FLAG, NULL, "yes" },
  { "descriptions", N_ ("Descriptions"), PLY_OPTION_FLAG, NULL, "yes" },
  { "links", N_ ("Links"), PLY_OPTION_FLAG, NULL, "yes" },
  { "speakers", N_ ("Index of Speakers"), PLY_OPTION_FLAG, NULL, "yes" },
  { "institutions", N_ ("Index of Institutions"), PLY_OPTION_FLAG, NULL, "yes" },
};

static const char *const anchor_prefixes[PLY_N_KINDS] = {
  [PLY_KIND_DAY] = "day",   [PLY_KIND_TRACK] = "track",   [PLY_KIND_SESSION] = "session",
  [PLY_KIND_TALK] = "talk", [PLY_KIND_PERSON] = "person", [PLY_KIND_INSTITUTION] = "institution",
};

char *
ply_programme_anchor (gconstpointer record)
{
  const PlyRecord *self = record;

  g_return_val_if_fail (anchor_prefixes[self->kind] != NULL, NULL);
  return g_strconcat (anchor_prefixes[self->kind], "-", self->id, NULL);
}

static gboolean
has_several_languages (const PlySnapshot *snapshot)
{
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_SESSION);
  const char *first = NULL;

  for (guint i = 0; i < n; i++)
    {
      const PlySession *session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i);

      if (session->language == NULL)
        continue;
      if (first != NULL && strcmp (first, session->language) != 0)
        return TRUE;
      first = session->language;
    }
  return FALSE;
}

static PlyProgramme *
programme_new (const PlySnapshot *snapshot, const PlyProductOptions *chosen)
{
  PlyProgramme *self = g_new0 (PlyProgramme, 1);

  self->edition = ply_edition_new (snapshot, ply_product_options_get (chosen, "language"));
  self->paper = ply_paper_lookup (ply_product_options_get (chosen, "paper"));
  self->by_room = strcmp (ply_product_options_get (chosen, "order"), "room") == 0;
  self->abstracts = ply_product_options_get_flag (chosen, "abstracts");
  self->descriptions = ply_product_options_get_flag (chosen, "descriptions");
  self->links = ply_product_options_get_flag (chosen, "links");
  self->with_speakers = ply_product_options_get_flag (chosen, "speakers");
  self->with_institutions = ply_product_options_get_flag (chosen, "institutions");
  self->several_languages = has_several_languages (snapshot);
  self->track_colours = g_hash_table_new (g_str_hash, g_str_equal);
  self->people =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->institutions =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

static void
programme_free (PlyProgramme *self)
{
  ply_edition_free (self->edition);
  g_hash_table_unref (self->track_colours);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->institutions);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyProgramme, programme_free)

static void
set_metadata (PlyEdition *edition)
{
  ply_document_set_author (edition->document,
                           ply_edition_get_text (edition, edition->event, "organizers"));
  ply_document_set_subject (edition->document, ply_word (edition->words, "programme", "Programme"));
}

/* Sessions that are on no day of the programme. */
static guint
count_unplaced (const PlySnapshot *snapshot)
{
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_SESSION);
  guint unplaced = 0;

  for (guint i = 0; i < n; i++)
    {
      const PlySession *session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i);

      if (!ply_session_is_placed (session)
          || ply_snapshot_lookup (snapshot, PLY_KIND_DAY, session->day) == NULL)
        unplaced++;
    }
  return unplaced;
}

static void
note_unplaced (const PlySnapshot *snapshot, GPtrArray *notes)
{
  guint n = count_unplaced (snapshot);
  PlyProductNote *note;

  if (n == 0 || notes == NULL)
    return;
  note = g_new0 (PlyProductNote, 1);
  /* Translators: %u is the number of sessions. */
  note->message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u session has no day and time yet and is not printed.",
                   "%u sessions have no day and time yet and are not printed.", n),
      n);
  g_ptr_array_add (notes, note);
}

static PlyDocument *
build (const PlySnapshot *snapshot, const PlyProductOptions *chosen, GPtrArray *notes,
       GError **error)
{
  g_autoptr (PlyProgramme) self = programme_new (snapshot, chosen);

  set_metadata (self->edition);
  ply_programme_add_styles (self);
  ply_programme_add_title_page (self);
  ply_programme_add_contents (self);
  ply_programme_add_introduction (self);
  ply_programme_add_days (self);
  ply_programme_add_indexes (self);
  note_unplaced (snapshot, notes);
  return ply_document_ref (self->edition->document);
}

const PlyProduct ply_programme_product = {
  .name = "programme",
  .label = N_ ("Programme Booklet"),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .build = build,
};
