/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-look.h"

#include <math.h>

#define SCALE 1.2
#define LEAST_CONTRAST 4.5
#define LEAST_LEADING 1.1 /* of the size, for the lines of a title */

/* Binding takes from the inner margin, thumbs need the outer one; heads stand in it. Measures keep
 * lines between 55 and 75 letters. */
static const PlyPaper papers[] = {
  { .name = "A5",
    .width = 419.53,
    .height = 595.28,
    .inner = 44,
    .outer = 52,
    .top = 60,
    .bottom = 58,
    .grid = 6,
    .text_size = 9,
    .hang = 62,
    .n_columns = 2 },
  { .name = "A4",
    .width = 595.28,
    .height = 841.89,
    .inner = 66,
    .outer = 84,
    .top = 80,
    .bottom = 80,
    .grid = 6.5,
    .text_size = 9.5,
    .hang = 98,
    .n_columns = 3,
    .place_below_time = TRUE },
  { .name = "Letter",
    .width = 612,
    .height = 792,
    .inner = 70,
    .outer = 90,
    .top = 78,
    .bottom = 76,
    .grid = 6.5,
    .text_size = 9.5,
    .hang = 100,
    .n_columns = 3,
    .place_below_time = TRUE },
};

/* Told apart by lightness too, for those who do not see all colours. */
static const guint32 palette[] = {
  0x0b5563, 0xd98e04, 0x7b2d5b, 0x5c8a3a, 0x27509b,
  0xc4452f, 0x7fa6b8, 0x8c6b3f, 0x4b3b78, 0x9aa21f,
};

const PlyPaper *
ply_paper_lookup (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].name, name) == 0)
      return &papers[i];
  return NULL;
}

void
ply_paper_apply (const PlyPaper *self, PlyDocument *document)
{
  PlyPageSetup *setup = ply_document_get_setup (document);
  PlyStyle *text = ply_document_get_style (document, "default");

  setup->width = self->width;
  setup->height = self->height;
  setup->inner = self->inner;
  setup->outer = self->outer;
  setup->top = self->top;
  setup->bottom = self->bottom;
  setup->mirrored = TRUE;
  setup->grid = self->grid;
  setup->head_gap = 3 * self->grid;
  setup->foot_gap = 4 * self->grid;
  text->family = PLY_FAMILY_TEXT;
  text->size = self->text_size;
  text->colour = PLY_COLOUR_INK;
  text->leading = 2;
  text->widows = 2;
  text->orphans = 2;
}

double
ply_paper_size (const PlyPaper *self, int step)
{
  return round (self->text_size * pow (SCALE, step) * 10) / 10;
}

guint
ply_paper_leading (const PlyPaper *self, double size)
{
  guint steps = (guint) ceil (size * LEAST_LEADING / self->grid);

  return MAX (steps, 2);
}

guint32
ply_colour_parse (const char *text, guint32 fallback)
{
  char *end;
  guint64 value;

  if (text == NULL || text[0] != '#')
    return fallback;
  value = g_ascii_strtoull (text + 1, &end, 16);
  return *end == '\0' && end == text + 7 ? (guint32) value : fallback;
}

guint32
ply_colour_pick (guint index)
{
  return palette[index % G_N_ELEMENTS (palette)];
}

static double
linear (guint channel)
{
  double value = channel / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 colour)
{
  return 0.2126 * linear (colour >> 16 & 0xff) + 0.7152 * linear (colour >> 8 & 0xff)
         + 0.0722 * linear (colour & 0xff);
}

static guint32
darker (guint32 colour)
{
  guint32 red = (colour >> 16 & 0xff) * 15 / 16;
  guint32 green = (colour >> 8 & 0xff) * 15 / 16;
  guint32 blue = (colour & 0xff) * 15 / 16;

  return red << 16 | green << 8 | blue;
}

guint32
ply_colour_readable (guint32 colour)
{
  while (1.05 / (luminance (colour) + 0.05) < LEAST_CONTRAST)
    colour = darker (colour);
  return colour;
}
