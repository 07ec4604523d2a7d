/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One page on screen: its picture, what was found on it, and its number for a screen reader. Only
 * pages in view have a tile. */

#define PLY_TYPE_PAGE_TILE (ply_page_tile_get_type ())
G_DECLARE_FINAL_TYPE (PlyPageTile, ply_page_tile, PLY, PAGE_TILE, GtkWidget)

GtkWidget *ply_page_tile_new (void);
/* @page from 0, of @n_pages. */
void ply_page_tile_set_page (PlyPageTile *self, guint page, guint n_pages);
/* NULL: the one it has stays until there is a new one. */
void ply_page_tile_set_texture (PlyPageTile *self, GdkTexture *texture);
/* Marks in points: graphene_rect_t; NULL for none. @scale: pixels a point. @active: the one that
 * stands out, -1 for none. */
void ply_page_tile_set_marks (PlyPageTile *self, GArray *marks, int active, double scale);
/* Framed in the accent colour: the thumbnail of the page that is read. */
void ply_page_tile_set_selected (PlyPageTile *self, gboolean selected);

G_END_DECLS
