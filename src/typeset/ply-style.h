/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How text looks. Lengths are points (1/72 inch) unless they say "steps": steps are multiples of
 * the document's baseline grid. Colours are 0xRRGGBB. Font families are static or interned strings
 * (g_intern_string). */

#define PLY_COLOUR_INHERIT G_MAXUINT32

typedef enum
{
  PLY_ALIGN_START, /* ragged, towards the end of the line */
  PLY_ALIGN_JUSTIFY,
  PLY_ALIGN_CENTRE,
  PLY_ALIGN_END,
} PlyAlign;

/* A paragraph style. New ones begin as a copy of their parent. */
typedef struct
{
  /* Font */
  const char *family; /* "Noto Serif"; falls back to other fonts for what it lacks */
  double size;        /* points */
  guint weight;       /* 100 to 900; 400 is regular, 700 bold */
  gboolean italic;
  guint32 colour;      /* 0xRRGGBB */
  gboolean tabular;    /* figures of one width ("tnum") */
  gboolean small_caps; /* from the font only ("smcp"): nothing happens when it has none */
  double tracking;     /* extra space after each letter, in thousandths of the size */

  /* Lines */
  PlyAlign align;
  gboolean hyphenate;
  guint leading;       /* steps from baseline to baseline, at least 1 */
  double first_indent; /* points, may be negative */
  double left_indent;  /* points, towards the start of the line */
  double right_indent;

  /* Pages */
  guint space_before; /* steps; not at the top of a page; of two meeting spaces the larger counts */
  guint space_after;
  gboolean keep_with_next; /* never the last thing on a page */
  gboolean keep_together;  /* not broken over pages */
  guint widows;            /* fewest lines at the top of a page */
  guint orphans;           /* fewest lines at the foot of a page */
} PlyStyle;

/* What a run of text changes; 0, FALSE, NULL and PLY_COLOUR_INHERIT leave the paragraph's. */
typedef struct
{
  const char *family;
  double scale; /* of the paragraph's size: 0.85 */
  guint weight;
  gboolean italic;
  gboolean upright; /* undoes the paragraph's italic */
  guint32 colour;
  gboolean tabular;
  gboolean small_caps;
} PlyCharStyle;

G_END_DECLS
