/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-block-colors.h"

#include <math.h>

#define TEXT_CONTRAST 4.5
#define HIGH_TEXT_CONTRAST 7.0
#define STRIPE_CONTRAST 3.0
#define STEP 0.06

static const GdkRGBA black = { 0, 0, 0, 1 };
static const GdkRGBA white = { 1, 1, 1, 1 };

/* Relative luminance, WCAG 2.2. */
static double
channel (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * channel (color->red) + 0.7152 * channel (color->green)
         + 0.0722 * channel (color->blue);
}

double
ply_block_colors_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double one = luminance (a) + 0.05, other = luminance (b) + 0.05;

  return one > other ? one / other : other / one;
}

GdkRGBA
ply_block_colors_mix (const GdkRGBA *a, const GdkRGBA *b, double share_of_b)
{
  float share = (float) share_of_b;

  return (GdkRGBA) { a->red + (b->red - a->red) * share, a->green + (b->green - a->green) * share,
                     a->blue + (b->blue - a->blue) * share, 1 };
}

GdkRGBA
ply_block_colors_readable (const GdkRGBA *color, const GdkRGBA *background, double contrast)
{
  const GdkRGBA *end = ply_block_colors_contrast (&black, background)
                               > ply_block_colors_contrast (&white, background)
                           ? &black
                           : &white;
  GdkRGBA mixed = *color;

  mixed.alpha = 1;
  for (double share = 0; share < 1; share += STEP)
    {
      mixed = ply_block_colors_mix (color, end, share);
      if (ply_block_colors_contrast (&mixed, background) >= contrast)
        return mixed;
    }
  return *end;
}

GdkRGBA
ply_block_colors_background (PlyBlockScheme scheme)
{
  if (!scheme.dark)
    return white;
  return scheme.high_contrast ? black : (GdkRGBA) { 0.114f, 0.114f, 0.125f, 1 };
}

static void
set_texts (PlyBlockColors *colors, PlyBlockScheme scheme)
{
  GdkRGBA ink = scheme.dark ? white : (GdkRGBA) { 0.11f, 0.11f, 0.13f, 1 };
  GdkRGBA faint = ply_block_colors_mix (&ink, &colors->fill, 0.4);
  double contrast = scheme.high_contrast ? HIGH_TEXT_CONTRAST : TEXT_CONTRAST;

  colors->text = ply_block_colors_readable (&ink, &colors->fill, HIGH_TEXT_CONTRAST);
  colors->dim_text = ply_block_colors_readable (&faint, &colors->fill, contrast);
}

PlyBlockColors
ply_block_colors_for_track (PlyBlockScheme scheme, const char *track)
{
  GdkRGBA background = ply_block_colors_background (scheme);
  GdkRGBA base;
  PlyBlockColors colors;

  if (track == NULL || !gdk_rgba_parse (&base, track))
    base = scheme.dark ? (GdkRGBA) { 0.6f, 0.6f, 0.63f, 1 } : (GdkRGBA) { 0.5f, 0.5f, 0.53f, 1 };
  base.alpha = 1;
  colors.fill = ply_block_colors_mix (&background, &base,
                                      scheme.high_contrast ? 0.06 : (scheme.dark ? 0.26 : 0.15));
  colors.stripe = ply_block_colors_readable (&base, &colors.fill, STRIPE_CONTRAST);
  colors.border = scheme.high_contrast ? colors.stripe
                                       : ply_block_colors_mix (&colors.fill, &colors.stripe, 0.28);
  set_texts (&colors, scheme);
  return colors;
}

const char *
ply_block_colors_suggest (guint index)
{
  static const char *const colors[PLY_BLOCK_COLORS_N_SUGGESTED] = {
    "#3584e4", "#3a944a", "#ed5b00", "#9141ac", "#2190a4",
    "#d56199", "#c88800", "#6f8396", "#e62d42"
  };

  return colors[index % G_N_ELEMENTS (colors)];
}

PlyBlockColors
ply_block_colors_for_break (PlyBlockScheme scheme)
{
  GdkRGBA background = ply_block_colors_background (scheme);
  const GdkRGBA *ink = scheme.dark ? &white : &black;
  PlyBlockColors colors;

  colors.fill = ply_block_colors_mix (&background, ink, scheme.dark ? 0.09 : 0.045);
  colors.stripe = ply_block_colors_readable (&colors.fill, &colors.fill, STRIPE_CONTRAST);
  colors.border =
      scheme.high_contrast ? colors.stripe : ply_block_colors_mix (&colors.fill, ink, 0.08);
  set_texts (&colors, scheme);
  return colors;
}
