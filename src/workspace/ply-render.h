/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-pdf.h"
#include "ply-products.h"

G_BEGIN_DECLS

/* A snapshot and what is wanted of it to pages, in any thread: what renderers and exports share. */
typedef struct
{
  PlyLayout *layout;
  GPtrArray *notes; /* PlyProductNote: what the product had to say */
} PlyRendered;

/* @cache may be NULL. Errors: PLY_PRODUCT_ERROR, PLY_TYPESET_ERROR, G_IO_ERROR_CANCELLED. */
PlyRendered *ply_render (const PlySnapshot *snapshot, const PlyProductOptions *options,
                         PlyLayoutCache *cache, PlyProgressFunc progress, gpointer progress_data,
                         GCancellable *cancellable, GError **error);
void ply_rendered_free (PlyRendered *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyRendered, ply_rendered_free)

/* To a PDF in a worker thread. @path NULL: into memory. @progress (may be NULL) is called in the
 * main context of the caller, and no more once it has been called back. */
void ply_render_pdf_async (const PlySnapshot *snapshot, const PlyProductOptions *options,
                           const char *path, PlyProgressFunc progress, gpointer progress_data,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
/* The PDF (owned), empty when it went to a path; NULL and nothing at the path after an error. */
GBytes *ply_render_pdf_finish (GAsyncResult *result, GError **error);

G_END_DECLS
