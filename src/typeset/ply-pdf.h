/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-layout.h"

G_BEGIN_DECLS

/* Pages to PDF: tagged in reading order, with outline, links, document language and title. Works in
 * any thread. */

typedef struct
{
  guint first_page; /* from 0 */
  guint n_pages;    /* 0: all from @first_page on */
} PlyPdfOptions;

/* @options may be NULL. Nothing is left at @path when it fails. Errors: PLY_TYPESET_ERROR_OUTPUT,
 * G_IO_ERROR (G_IO_ERROR_CANCELLED among them). */
gboolean ply_pdf_write (PlyLayout *layout, const char *path, const PlyPdfOptions *options,
                        PlyProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                        GError **error);
GBytes *ply_pdf_to_bytes (PlyLayout *layout, const PlyPdfOptions *options, PlyProgressFunc progress,
                          gpointer progress_data, GCancellable *cancellable, GError **error);

G_END_DECLS
