/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <graphene.h>

#include "ply-layout.h"

G_BEGIN_DECLS

/* The pages of a layout, read back from its PDF. The PDF is written in pieces of a few pages when
 * they are looked at, so that the first page is there before the last one is written; the newest
 * pieces are kept. For the painter's thread alone. */
typedef struct _PlyPdfPages PlyPdfPages;

PlyPdfPages *ply_pdf_pages_new (PlyLayout *layout);
void ply_pdf_pages_free (PlyPdfPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyPdfPages, ply_pdf_pages_free)

PlyLayout *ply_pdf_pages_get_layout (PlyPdfPages *self);
/* @width pixels wide, ARGB on white; NULL when the page cannot be made. */
cairo_surface_t *ply_pdf_pages_paint (PlyPdfPages *self, guint page, int width);
/* The places of @text on the page: graphene_rect_t in points, from the top left; owned. */
GArray *ply_pdf_pages_find (PlyPdfPages *self, guint page, const char *text);

G_END_DECLS
