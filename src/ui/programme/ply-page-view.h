/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-painter.h"

G_BEGIN_DECLS

/* Pages one below the other, to be scrolled and zoomed; thumbnails are the same in a narrow column.
 * Only the pages in view and their neighbours have tiles and pictures. Keeps its place when the
 * layout changes: what stood at the top stays there, found by the record it came from.
 *
 * Properties: "page" (the one read, from 0), "zoom" (1: real size; what is in force),
 * GtkScrollable's. Signals: "record-activated" (const char *id): a click on something that came
 * from a record; "page-activated" (guint page): in thumbnails; "settled": every page in view is
 * painted. */

#define PLY_TYPE_PAGE_VIEW (ply_page_view_get_type ())
G_DECLARE_FINAL_TYPE (PlyPageView, ply_page_view, PLY, PAGE_VIEW, GtkWidget)

typedef enum
{
  PLY_FIT_NONE,
  PLY_FIT_WIDTH,
  PLY_FIT_PAGE,
} PlyFit;

void ply_page_view_set_painter (PlyPageView *self, PlyPainter *painter);
/* The painter has another layout now. */
void ply_page_view_layout_changed (PlyPageView *self);

guint ply_page_view_get_n_pages (PlyPageView *self);
guint ply_page_view_get_page (PlyPageView *self);
/* Scrolls to the top of the page. */
void ply_page_view_set_page (PlyPageView *self, guint page);
/* Scrolls as little as it takes to show the page whole, or its top. */
void ply_page_view_reveal_page (PlyPageView *self, guint page);
/* Scrolls so that the place, in points, is in view. */
void ply_page_view_reveal (PlyPageView *self, guint page, const graphene_rect_t *place);

double ply_page_view_get_zoom (PlyPageView *self);
void ply_page_view_set_zoom (PlyPageView *self, double zoom);
PlyFit ply_page_view_get_fit (PlyPageView *self);
void ply_page_view_set_fit (PlyPageView *self, PlyFit fit);

/* What was found: guint page -> GArray of graphene_rect_t; NULL for nothing. The one at
 * @active_index of @active_page stands out. */
void ply_page_view_set_marks (PlyPageView *self, GHashTable *marks, guint active_page,
                              int active_index);

G_END_DECLS
