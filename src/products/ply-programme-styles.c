/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme-private.h"

/* One text family, a second voice for names, times and what is looked up, and one scale of sizes
 * (ply_paper_size()): nothing on a page has a size of its own. */

const PlyTextStyles ply_programme_text = { "text", "text-next", "text" };

/* "09:00" and the space behind it, in tabular figures of the second voice, in sizes. */
#define TIME_WIDTH 3.06

static PlyStyle *
add (PlyProgramme *self, const char *name, const char *parent, int step)
{
  PlyStyle *style = ply_document_add_style (self->edition->document, name, parent);

  style->size = ply_paper_size (self->paper, step);
  style->leading = ply_paper_leading (self->paper, style->size);
  return style;
}

/* In the second voice. */
static PlyStyle *
add_second (PlyProgramme *self, const char *name, int step, guint32 colour)
{
  PlyStyle *style = add (self, name, NULL, step);

  style->family = PLY_FAMILY_SECOND;
  style->colour = colour;
  return style;
}

static void
add_text_styles (PlyProgramme *self)
{
  PlyStyle *style = add (self, "text", NULL, 0);

  style->align = PLY_ALIGN_JUSTIFY;
  style->hyphenate = TRUE;
  style = add (self, "text-next", "text", 0);
  style->first_indent = ply_paper_size (self->paper, 0) * 1.2;
  style = add (self, "intro", "text", 0);
  style->space_after = 2;
  style = add (self, "note", "text", 0);
  style->italic = TRUE;
  style->align = PLY_ALIGN_START;
}

static void
add_heading_styles (PlyProgramme *self)
{
  PlyStyle *style = add (self, "section", NULL, 5);

  style->weight = 700;
  style->space_after = 3;
  style = add (self, "day", "section", 5);
  style->space_after = 1;
  style = add_second (self, "above-day", -1, PLY_COLOUR_ACCENT);
  style->weight = 700;
  style->tracking = 60;
  style->keep_with_next = TRUE;
  style = add (self, "day-title", NULL, 2);
  style->italic = TRUE;
  style->keep_with_next = TRUE;
  style = add_second (self, "room", 2, PLY_COLOUR_INK);
  style->weight = 700;
  style->space_before = 4;
  style->keep_with_next = TRUE;
  style = add_second (self, "room-place", -1, PLY_COLOUR_LIGHTER);
  style->keep_with_next = TRUE;
  style = add_second (self, "hour", 2, PLY_COLOUR_ACCENT);
  style->weight = 700;
  style->tabular = TRUE;
  style->space_before = 4;
}

static void
add_entry_styles (PlyProgramme *self)
{
  PlyStyle *style = add (self, "session", NULL, 1);

  style->weight = 700;
  style = add (self, "talk", NULL, 0);
  style->weight = 700;
  style->keep_with_next = TRUE;
  style = add (self, "subtitle", NULL, 0);
  style->italic = TRUE;
  style->keep_with_next = TRUE;
  add_second (self, "meta", -1, PLY_COLOUR_LIGHTER);
  add_second (self, "people", -1, PLY_COLOUR_INK);
  style = add_second (self, "time", -1, PLY_COLOUR_INK);
  style->weight = 700;
  style->tabular = TRUE;
  style = add_second (self, "talk-time", -1, PLY_COLOUR_LIGHTER);
  style->tabular = TRUE;
  add_second (self, "break", -1, PLY_COLOUR_LIGHTER);
}

static void
add_list_styles (PlyProgramme *self)
{
  PlyStyle *style = add_second (self, "contents-1", 0, PLY_COLOUR_INK);

  style->weight = 700;
  style->space_before = 2;
  style = add_second (self, "contents-2", -1, PLY_COLOUR_INK);
  style->tabular = TRUE;
  style->left_indent = TIME_WIDTH * style->size;
  style->first_indent = -style->left_indent;
  style = add_second (self, "index-letter", 1, PLY_COLOUR_ACCENT);
  style->weight = 700;
  style->space_before = 2;
  style->keep_with_next = TRUE;
  style = add_second (self, "index-entry", -1, PLY_COLOUR_INK);
  style->left_indent = 9;
  style->first_indent = -9;
  style->keep_together = TRUE;
}

static void
add_cover_styles (PlyProgramme *self)
{
  PlyStyle *style = add_second (self, "cover-organizers", -1, PLY_COLOUR_LIGHTER);

  for (int step = PLY_COVER_STEP_MIN; step <= PLY_COVER_STEP_MAX; step++)
    {
      g_autofree char *name = g_strdup_printf ("cover-title-%d", step);

      style = add (self, name, NULL, step);
      style->weight = 700;
    }
  style = add (self, "cover-theme", NULL, 2);
  style->italic = TRUE;
  style->space_before = 2;
  style = add_second (self, "cover-dates", 2, PLY_COLOUR_ACCENT);
  style->weight = 700;
  add_second (self, "cover-place", 1, PLY_COLOUR_INK);
  style = add_second (self, "cover-kind", 0, PLY_COLOUR_ACCENT);
  style->weight = 700;
  style->tracking = 60;
  add_second (self, "imprint", -1, PLY_COLOUR_LIGHTER);
}

static void
add_running_styles (PlyProgramme *self)
{
  PlyDocument *document = self->edition->document;
  PlyStyle *style = add_second (self, "head", -2, PLY_COLOUR_LIGHTER);

  style->tabular = TRUE;
  style = add_second (self, "foot", -1, PLY_COLOUR_INK);
  style->tabular = TRUE;
  ply_document_set_running (document, PLY_RUNNING_HEAD, PLY_SIDE_BOTH, "head", "{first:part}", NULL,
                            "{range:place}");
  ply_document_set_running (document, PLY_RUNNING_FOOT, PLY_SIDE_BOTH, "foot", NULL, NULL,
                            "{page}");
}

static void
add_char_styles (PlyProgramme *self)
{
  PlyDocument *document = self->edition->document;
  PlyCharStyle *style = ply_document_add_char_style (document, "name");

  style->weight = 700;
  style = ply_document_add_char_style (document, "lighter");
  style->colour = PLY_COLOUR_LIGHTER;
  style = ply_document_add_char_style (document, "role");
  style->italic = TRUE;
  style->colour = PLY_COLOUR_LIGHTER;
  style = ply_document_add_char_style (document, "cancelled");
  style->colour = PLY_COLOUR_WARNING;
  style->weight = 700;
  style = ply_document_add_char_style (document, "place");
  style->weight = 400;
  style->colour = PLY_COLOUR_LIGHTER;
  style = ply_document_add_char_style (document, "bold");
  style->weight = 700;
}

/* Each track's name is printed in its colour, as dark as reading needs it. */
static void
add_track_styles (PlyProgramme *self)
{
  PlyEdition *edition = self->edition;
  g_autoptr (GPtrArray) tracks = ply_snapshot_dup_ordered (edition->snapshot, PLY_KIND_TRACK);

  for (guint i = 0; i < tracks->len; i++)
    {
      const PlyTrack *track = tracks->pdata[i];
      guint32 colour = ply_colour_parse (track->color, ply_colour_pick (i));
      g_autofree char *name = ply_programme_anchor (track);
      PlyCharStyle *style = ply_document_add_char_style (edition->document, name);

      style->weight = 700;
      style->colour = ply_colour_readable (colour);
      g_hash_table_insert (self->track_colours, track->record.id, GUINT_TO_POINTER (colour));
    }
}

void
ply_programme_add_styles (PlyProgramme *self)
{
  ply_paper_apply (self->paper, self->edition->document);
  add_text_styles (self);
  add_heading_styles (self);
  add_entry_styles (self);
  add_list_styles (self);
  add_cover_styles (self);
  add_running_styles (self);
  add_char_styles (self);
  add_track_styles (self);
}
