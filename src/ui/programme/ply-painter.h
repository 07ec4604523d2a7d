/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "ply-layout.h"

G_BEGIN_DECLS

/* Pages as pictures, as the PDF shows them: one worker thread writes the PDF of a few pages at a
 * time (ply_pdf_to_bytes()) and paints them with Poppler; it owns every PopplerDocument. Pages are
 * painted in the order in which they were asked for, lane by lane; what an earlier layout was asked
 * for is dropped.
 *
 * Signals, in the main thread: "painted" (guint page): its texture is there. "found" (guint page,
 * GArray of graphene_rect_t): the places of a search on a page, in points. "find-done". */

/* Who asks: pages to be read come before thumbnails. */
typedef enum
{
  PLY_LANE_PAGES,
  PLY_LANE_THUMBNAILS,
  PLY_N_LANES
} PlyLane;

#define PLY_TYPE_PAINTER (ply_painter_get_type ())
G_DECLARE_FINAL_TYPE (PlyPainter, ply_painter, PLY, PAINTER, GObject)

PlyPainter *ply_painter_new (void);
void ply_painter_set_layout (PlyPainter *self, PlyLayout *layout);
PlyLayout *ply_painter_get_layout (PlyPainter *self);

/* The page @width pixels wide; NULL when it is not painted yet: ask for it. Borrowed. */
GdkTexture *ply_painter_get_texture (PlyPainter *self, guint page, int width);
void ply_painter_request (PlyPainter *self, PlyLane lane, guint page, int width);
/* Forgets what was asked for in a lane and has not been painted. */
void ply_painter_clear_requests (PlyPainter *self, PlyLane lane);
/* Searches all pages, from the first on; NULL or "" stops. */
void ply_painter_find (PlyPainter *self, const char *text);

G_END_DECLS
