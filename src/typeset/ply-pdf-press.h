/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-pdf-writer.h"

G_BEGIN_DECLS

/* Compresses pages in a second thread while the first goes on drawing; they are written in order,
 * by the first. */

typedef struct _PlyPdfPress PlyPdfPress;

PlyPdfPress *ply_pdf_press_new (PlyPdfWriter *writer);
/* What was not written is dropped. */
void ply_pdf_press_free (PlyPdfPress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyPdfPress, ply_pdf_press_free)

/* Takes @content, to become the stream @id. */
void ply_pdf_press_add (PlyPdfPress *self, guint id, GString *content);
/* Waits for all and writes them. */
void ply_pdf_press_finish (PlyPdfPress *self);

G_END_DECLS
