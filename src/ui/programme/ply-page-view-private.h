/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-page-view.h"

G_BEGIN_DECLS

#define PLY_PAGE_GAP 14 /* pixels between pages and around them */

struct _PlyPageView
{
  GtkWidget parent_instance;

  /* Owned */
  PlyPainter *painter;
  PlyLayout *layout; /* what is shown; the painter's may be newer */
  GHashTable *tiles; /* page + 1 -> PlyPageTile, a child */
  GHashTable *marks;
  GtkAdjustment *hadjustment, *vadjustment;
  GArray *tops; /* double: the top of each page, then the end, in pixels */

  /* State */
  gboolean thumbnails;
  PlyFit fit;
  double zoom;       /* asked for, when nothing is fitted */
  double pinch_zoom; /* when two fingers began to pinch */
  double scale;      /* pixels a point, in force */
  double widest;     /* points */
  guint page;
  guint active_page;
  int active_mark;
  double pending_y; /* where to scroll to at the next allocation; negative: nowhere */
  gboolean settled;
  GtkScrollablePolicy hscroll_policy, vscroll_policy;
};

/* ply-page-view-geometry.c: pixels are of the whole column of pages. */
double ply_page_view_fitting_scale (PlyPageView *self, int width, int height);
void ply_page_view_measure_pages (PlyPageView *self, double scale);
double ply_page_view_get_column_width (PlyPageView *self);
/* The page at a height, the nearest one in the gaps. */
guint ply_page_view_page_at (PlyPageView *self, double y);
/* The page and the place on it, in points, at a point of the widget; FALSE beside the pages. */
gboolean ply_page_view_hit (PlyPageView *self, double x, double y, guint *page, double *page_x,
                            double *page_y);
void ply_page_view_page_rect (PlyPageView *self, guint page, graphene_rect_t *rect);
/* Where the top of the view will be in @layout, so that what is there now stays there. */
double ply_page_view_find_place (PlyPageView *self, PlyLayout *old_layout, PlyLayout *layout);

/* ply-page-view-input.c */
void ply_page_view_add_input (PlyPageView *self);
void ply_page_view_add_bindings (GtkWidgetClass *widget_class);

G_END_DECLS
