/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-content.h"

G_BEGIN_DECLS

/* Paper, colours and the scale of sizes: what printed products have in common. */

typedef struct
{
  const char *name; /* "A5" */
  double width, height;
  double inner, outer, top, bottom; /* margins */
  double grid;                      /* half the distance of two lines of text */
  double text_size;
  double hang;               /* the column of times, with bar and gap */
  guint n_columns;           /* of indexes */
  gboolean place_below_time; /* the column of times is wide enough for names of rooms */
} PlyPaper;

/* NULL when the paper is not known. */
const PlyPaper *ply_paper_lookup (const char *name);
/* Sets the page and the default style. */
void ply_paper_apply (const PlyPaper *self, PlyDocument *document);
/* The size @step steps up or down the one scale from the text's (a minor third, 6:5, a step). */
double ply_paper_size (const PlyPaper *self, int step);
/* Grid steps between the baselines of text of that size; always whole lines of text apart when it
 * is not larger than text. */
guint ply_paper_leading (const PlyPaper *self, double size);

#define PLY_FAMILY_TEXT "Noto Serif"
#define PLY_FAMILY_SECOND "Noto Sans"

#define PLY_COLOUR_INK 0x1a1a1a
#define PLY_COLOUR_LIGHTER 0x5c5c5c /* 6.7:1 on white */
#define PLY_COLOUR_RULE 0xb8b8b8
#define PLY_COLOUR_ACCENT 0x0b5563
#define PLY_COLOUR_WARNING 0xa01c1c

/* "#rrggbb"; @fallback when it is NULL or nothing of the kind. */
guint32 ply_colour_parse (const char *text, guint32 fallback);
/* One of a few that can be told apart, for tracks without a colour of their own. */
guint32 ply_colour_pick (guint index);
/* The colour made as dark as text on white has to be to be read: a contrast of 4.5:1 (WCAG 2.2,
 * 1.4.3). */
guint32 ply_colour_readable (guint32 colour);

G_END_DECLS
