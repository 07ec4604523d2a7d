/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* The colors of a session's block, made of its track's color so that its words can be read in
 * light, dark and high contrast, whatever color a track was given. Contrast is that of WCAG 2.2
 * (1.4.3, 1.4.6, 1.4.11): 4.5 for words, 7 in high contrast, 3 for the stripe. */

typedef struct
{
  gboolean dark, high_contrast;
} PlyBlockScheme;

typedef struct
{
  GdkRGBA fill;
  GdkRGBA stripe, border;
  GdkRGBA text, dim_text;
} PlyBlockColors;

/* What lies behind everything. */
GdkRGBA ply_block_colors_background (PlyBlockScheme scheme);
/* @track: #rrggbb; NULL or nonsense: no track. */
PlyBlockColors ply_block_colors_for_track (PlyBlockScheme scheme, const char *track);
/* For the @index-th of the tracks that were given no color: easily told apart, then again from the
 * beginning. */
const char *ply_block_colors_suggest (guint index);
#define PLY_BLOCK_COLORS_N_SUGGESTED 9
/* Breaks: calm, of no track. */
PlyBlockColors ply_block_colors_for_break (PlyBlockScheme scheme);
/* @color moved towards black or white until it stands out from @background by @contrast. */
GdkRGBA ply_block_colors_readable (const GdkRGBA *color, const GdkRGBA *background,
                                   double contrast);
GdkRGBA ply_block_colors_mix (const GdkRGBA *a, const GdkRGBA *b, double share_of_b);
/* 1 to 21. */
double ply_block_colors_contrast (const GdkRGBA *a, const GdkRGBA *b);

G_END_DECLS
