/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "ply-layout.h"
#include "ply-pages.h"

G_BEGIN_DECLS

struct _PlyLayout
{
  int ref_count;

  /* What it was made from, and stays alive for it */
  PlyDocument *document;
  PlyShaper *shaper;

  /* Pages and what they point at */
  GPtrArray *pages; /* PlyPage */
  GArray *elements; /* PlyElement */
  GPtrArray *texts; /* PlyText */
  GPtrArray *running_blocks;
  GHashTable *images;        /* PlyBlock -> GdkPixbuf */
  GHashTable *anchor_pages;  /* anchor -> page + 1 */
  GHashTable *anchor_steps;  /* anchor -> grid steps from the top of the text */
  GHashTable *anchor_blocks; /* anchor -> PlyBlock */

  /* What may be asked */
  GArray *boxes;        /* PlyBox */
  GArray *missing;      /* PlyMissingGlyph */
  GPtrArray *warnings;  /* PlyLayoutWarning */
  GArray *warning_list; /* the same, by value */
};

/* Fills boxes and missing glyphs. */
void ply_layout_collect (PlyLayout *self);

G_END_DECLS
