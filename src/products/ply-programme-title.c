/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme-private.h"

#include <string.h>

#include "ply-language.h"

/* Of a bold letter, in sizes, generously. */
#define LETTER_WIDTH 0.62
#define LOGO_HEIGHT 56.0
#define TOP_STEPS 6
#define STRIPES_MAX 8
#define STRIPE_STEPS 2

/* Letters in the longest word: what stands between blanks. */
static glong
longest_word (const char *title)
{
  g_auto (GStrv) words = g_strsplit_set (title, " -\n", -1);
  glong longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (words[i], -1));
  return longest;
}

/* The title as large as its length and its longest word allow. */
static char *
title_style (PlyProgramme *self, const char *title)
{
  static const glong letters[] = { 32, 70, 120, 220, 300 }; /* from the largest step down */
  const PlyPaper *paper = self->paper;
  double width = paper->width - paper->inner - paper->outer;
  glong length = g_utf8_strlen (title, -1);
  glong longest = longest_word (title);
  int step = PLY_COVER_STEP_MAX;

  for (guint i = 0; i < G_N_ELEMENTS (letters) && length > letters[i]; i++)
    step--;
  while (step > PLY_COVER_STEP_MIN && longest * LETTER_WIDTH * ply_paper_size (paper, step) > width)
    step--;
  return g_strdup_printf ("cover-title-%d", step);
}

static gboolean
append_field (PlyProgramme *self, PlyBlock *parent, const char *style, const char *field)
{
  PlyBlock *paragraph = ply_edition_paragraph (self->edition, style, self->edition->event, field);

  if (paragraph != NULL)
    ply_block_append (parent, paragraph);
  return paragraph != NULL;
}

static void
add_logo (PlyProgramme *self, PlyBlock *parent)
{
  const PlyEdition *edition = self->edition;
  const PlyAsset *logo =
      ply_snapshot_lookup (edition->snapshot, PLY_KIND_ASSET, edition->event->logo);
  const char *alt;
  PlyBlock *image;

  if (logo == NULL || logo->data == NULL)
    return;
  alt = ply_edition_get_text (edition, logo, "alt");
  image =
      ply_image_new (logo->data, 2.5 * LOGO_HEIGHT, LOGO_HEIGHT,
                     alt != NULL ? alt : ply_edition_get_text (edition, edition->event, "title"));
  ply_image_set_align (image, PLY_ALIGN_START);
  ply_block_set_origin (image, edition->event->record.id, "logo");
  ply_block_append (parent, image);
}

/* "12–13 October 2023" from the first and the last day; NULL when there are no days. */
static char *
dup_dates (const PlyEdition *edition)
{
  g_autoptr (GPtrArray) days = ply_snapshot_dup_ordered (edition->snapshot, PLY_KIND_DAY);
  const PlyDay *first, *last;

  if (days->len == 0)
    return NULL;
  first = days->pdata[0];
  last = days->pdata[days->len - 1];
  return ply_formatter_date_range (edition->format, first->date, last->date);
}

static void
add_title (PlyProgramme *self, PlyBlock *parent)
{
  PlyEdition *edition = self->edition;
  const char *title = ply_edition_get_text (edition, edition->event, "title");
  g_autofree char *style = title_style (self, title);
  PlyBlock *heading;

  /* Translators: what the booklet is, above the event's title on the cover. */
  ply_block_append (parent, ply_paragraph_new_text (
                                "cover-kind", ply_word (edition->words, "programme", "Programme")));
  heading = ply_block_append (parent, ply_heading_new (style, 1, "cover"));
  ply_edition_add_field (edition, heading, edition->event, "title", NULL);
  append_field (self, parent, "cover-theme", "subtitle");
  append_field (self, parent, "cover-theme", "theme");
}

/* Stripes in the colours of the tracks, the cover's only ornament; in the accent's when there are
 * none. */
static void
add_stripes (PlyProgramme *self, PlyBlock *parent)
{
  g_autoptr (GPtrArray) tracks = ply_snapshot_dup_ordered (self->edition->snapshot, PLY_KIND_TRACK);
  guint n = CLAMP (tracks->len, 1, STRIPES_MAX);

  for (guint i = 0; i < n * STRIPE_STEPS; i++)
    {
      guint32 colour = PLY_COLOUR_ACCENT;

      if (tracks->len > 0)
        {
          const PlyTrack *track = tracks->pdata[i / STRIPE_STEPS];

          colour = GPOINTER_TO_UINT (g_hash_table_lookup (self->track_colours, track->record.id));
        }
      ply_block_append (parent, ply_rule_new (self->paper->grid, colour));
    }
}

static void
add_when_and_where (PlyProgramme *self, PlyBlock *parent)
{
  PlyEdition *edition = self->edition;
  g_autofree char *dates = dup_dates (edition);
  g_autofree char *place =
      ply_edition_dup_place (edition, edition->event, "city", edition->event->country);
  PlyBlock *paragraph;

  if (dates != NULL)
    ply_block_append (parent, ply_paragraph_new_text ("cover-dates", dates));
  append_field (self, parent, "cover-place", "venue");
  if (place != NULL)
    {
      paragraph = ply_block_append (parent, ply_paragraph_new_text ("cover-place", place));
      ply_block_set_origin (paragraph, edition->event->record.id, "city");
    }
}

static void
add_cover (PlyProgramme *self, PlyBlock *body)
{
  static const PlyTextStyles organizers = { "cover-organizers", "cover-organizers",
                                            "cover-organizers" };
  PlyBlock *cover = ply_block_append (body, ply_group_new (TRUE));

  ply_block_set_bare_page (cover, TRUE);
  ply_block_set_mark (cover, "part",
                      ply_edition_get_text (self->edition, self->edition->event, "title"));
  ply_block_append (cover, ply_space_new (TOP_STEPS));
  add_title (self, cover);
  ply_block_append (cover, ply_fill_new ());
  add_stripes (self, cover);
  ply_block_append (cover, ply_space_new (3));
  add_when_and_where (self, cover);
  ply_block_append (cover, ply_space_new (4));
  ply_edition_append_longtext (self->edition, cover, &organizers, self->edition->event,
                               "organizers");
  if (self->edition->event->logo != NULL)
    ply_block_append (cover, ply_space_new (4));
  add_logo (self, cover);
}

static void
add_imprint (PlyProgramme *self, PlyBlock *body)
{
  static const PlyTextStyles small = { "imprint", "imprint", "imprint" };
  PlyEdition *edition = self->edition;
  const PlyEvent *event = edition->event;
  PlyBlock *imprint = ply_block_append (body, ply_group_new (TRUE));
  PlyBlock *line;

  ply_block_set_bare_page (imprint, TRUE);
  ply_block_append (imprint, ply_fill_new ());
  ply_edition_append_longtext (edition, imprint, &small, event, "imprint");
  if (event->url != NULL)
    {
      line = ply_block_append (imprint, ply_paragraph_new ("imprint"));
      ply_block_add_text (
          line, event->url,
          &(PlySpan) {
              .uri = event->url, .record = event->record.id, .field = "url", .style = "bold" });
    }
  if (event->timezone != NULL)
    {
      /* Translators: the zone of all times in the booklet follows, as "Asia/Almaty". */
      g_autofree char *zone = g_strconcat (ply_word (edition->words, "programme", "Time zone:"),
                                           " ", event->timezone, NULL);

      line = ply_block_append (imprint, ply_paragraph_new_text ("imprint", zone));
      ply_block_set_origin (line, event->record.id, "timezone");
    }
}

void
ply_programme_add_title_page (PlyProgramme *self)
{
  PlyBlock *body = ply_document_get_body (self->edition->document);

  add_cover (self, body);
  ply_block_append (body, ply_page_break_new (PLY_BREAK_PAGE));
  add_imprint (self, body);
}
