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

#define PLY_BLOCK_MARK_LINES 0.8 /* of a line of text: the mark of conflicts */

typedef enum
{
  PLY_BLOCK_SELECTED = 1 << 0,
  PLY_BLOCK_HELD = 1 << 1,   /* it is being dragged: dimmed where it still is */
  PLY_BLOCK_TARGET = 1 << 2, /* what is dragged would change places with it */
} PlyBlockState;

/* How a session looks; borrowed for the call. */
typedef struct
{
  const PlySession *session;
  const char *name; /* for those who do not see it */
  PlyBlockText *text;
  PlyBlockColors colors;
  guint pattern; /* of the stripe, for those who do not see its color */
  gboolean is_break, is_cancelled, is_tentative, is_cut;
  PlySeverity worst; /* of its conflicts; PLY_N_SEVERITIES: none */
  guint n_conflicts;
  GdkPaintable *mark; /* the icon of @worst */
  PangoLayout *count; /* beside it; NULL: none */
  GdkRGBA mark_color, accent;
  double line; /* pixels of a line of text */
} PlyBlockFace;

/* How large it is, and where in the grid. */
typedef struct
{
  double width, height;
  double caption_width, caption_height; /* for title and time; talks stand beside them */
  gboolean is_small;                    /* in small letters */
  guint row, column, n_columns;         /* from 1 */
} PlyBlockShape;

GtkWidget *ply_block_widget_new (void);
/* Shows a session. Its words are laid out by ply_block_widget_fit(), which may come later: until
 * then they are as they were, or not there. */
void ply_block_widget_bind (PlyBlockWidget *self, const PlyBlockFace *face,
                            const PlyBlockShape *shape);
/* The same session, in another size. */
void ply_block_widget_reshape (PlyBlockWidget *self, const PlyBlockShape *shape);
gboolean ply_block_widget_is_fitted (PlyBlockWidget *self);
void ply_block_widget_fit (PlyBlockWidget *self);
/* What is shown, as it was bound. */
const PlySession *ply_block_widget_get_record (PlyBlockWidget *self);
/* In several lanes. */
gboolean ply_block_widget_is_wide (PlyBlockWidget *self);
guint ply_block_widget_get_n_conflicts (PlyBlockWidget *self, PlySeverity *worst);
/* Its id; borrowed until another is bound. */
const char *ply_block_widget_get_session (PlyBlockWidget *self);
void ply_block_widget_set_state (PlyBlockWidget *self, PlyBlockState state);
/* How far the words are moved so that they are seen when the block's beginning is not, and how wide
 * they may be; whole blocks: 0 and their width. */
void ply_block_widget_set_seen (PlyBlockWidget *self, double offset, double width);

G_END_DECLS
