/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-block-colors.h"

G_BEGIN_DECLS

/* The words in a session's block: title, time, speakers, track and talks, as many as there is room
 * for, the important ones first. Laid out once and kept while words and width stay. Reference-
 * counted: a block shows it, a cache keeps it. */
typedef struct _PlyBlockText PlyBlockText;

/* One talk. */
typedef struct
{
  const char *words;          /* "09:10 Title" */
  gsize time_length;          /* bytes of the time in @words */
  double x, y, width, height; /* pixels, in the block */
  gboolean is_over;           /* passes the session's end */
} PlyTalkWords;

typedef struct
{
  const char *title, *time, *people, *track; /* NULL: nothing */
  const char *note;                          /* "12 min over"; stands out */
  gboolean is_struck;
  gboolean is_centered;
} PlyBlockWords;

PlyBlockText *ply_block_text_new (PangoContext *context);
PlyBlockText *ply_block_text_ref (PlyBlockText *self);
void ply_block_text_unref (PlyBlockText *self);

/* Copies; what is the same as before stays laid out. */
void ply_block_text_set_words (PlyBlockText *self, const PlyBlockWords *words);
void ply_block_text_set_talks (PlyBlockText *self, const PlyTalkWords *talks, guint n_talks);
/* Chooses what is shown in @width by @height; @line: pixels of a line of text; @small: in small
 * letters, for the look from afar. */
void ply_block_text_fit (PlyBlockText *self, double width, double height, double line,
                         gboolean small);
/* At the snapshot's origin, as it was fitted. */
void ply_block_text_draw (PlyBlockText *self, GtkSnapshot *snapshot, const PlyBlockColors *colors);
/* The talks, from the block's corner; @over: the color of those that pass its end. */
void ply_block_text_draw_talks (PlyBlockText *self, GtkSnapshot *snapshot,
                                const PlyBlockColors *colors, const GdkRGBA *over);
guint ply_block_text_get_n_talks (PlyBlockText *self);
/* The pixels that are used, of the height given. */
double ply_block_text_get_height (PlyBlockText *self);

G_END_DECLS
