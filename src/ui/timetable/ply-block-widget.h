/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-block-text.h"
#include "ply-conflicts.h"
#include "ply-grid.h"

G_BEGIN_DECLS

/* One session in the grid, as it is seen, found by the keyboard and read out. Bound to whatever
 * session is in view: widgets are reused. */

#define PLY_TYPE_BLOCK_WIDGET (ply_block_widget_get_type ())
G_DECLARE_FINAL_TYPE (PlyBlockWidget, ply_block_widget, PLY, BLOCK_WIDGET, GtkWidget)

typedef enum
{
  PLY_BLOCK_SELECTED = 1 << 0,
  PLY_BLOCK_HELD = 1 << 1,   /* it is being dragged: dimmed where it still is */
  PLY_BLOCK_TARGET = 1 << 2, /* what is dragged would change places with it */
} PlyBlockState;

/* How a session looks; borrowed for the call. */
typedef struct
{
  const char *session;
  const char *name; /* for those who do not see it */
  PlyBlockText *text;
  PlyBlockColors colors;
  guint pattern; /* of the stripe, for those who do not see its color */
  gboolean is_break, is_cancelled, is_tentative, is_cut;
  PlySeverity worst; /* of its conflicts; PLY_N_SEVERITIES: none */
  guint n_conflicts;
  GdkPaintable *mark; /* the icon of @worst */
  GdkRGBA mark_color, accent;
  gboolean is_small;                    /* in small letters */
  double line;                          /* pixels of a line of text */
  double caption_width, caption_height; /* for title and time; talks stand beside them */
  guint row, column, n_columns;         /* from 1 */
} PlyBlockFace;

GtkWidget *ply_block_widget_new (void);
/* Shows the session in a block of this size. */
void ply_block_widget_bind (PlyBlockWidget *self, const PlyBlockFace *face, double width,
                            double height);
const char *ply_block_widget_get_session (PlyBlockWidget *self);
void ply_block_widget_set_state (PlyBlockWidget *self, PlyBlockState state);
/* How far the words are moved so that they are seen when the block's beginning is not, and how wide
 * they may be; whole blocks: 0 and their width. */
void ply_block_widget_set_seen (PlyBlockWidget *self, double offset, double width);

G_END_DECLS
