/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-pdf-writer.h"
#include "ply-shape.h"

G_BEGIN_DECLS

/* Fonts in a PDF: which glyphs are used and what text each stands for, then the subset, embedded
 * (composite fonts, ISO 32000-1 §9.7). */

typedef struct _PlyPdfFont PlyPdfFont;

/* @font says which of a variable font's shapes. @id is the number of its Type0 font object;
 * "/F<index>" its name in pages' resources. */
PlyPdfFont *ply_pdf_font_new (hb_font_t *font, guint index, guint id);
/* What tells fonts apart that cannot share a file: face and place on its axes. */
char *ply_pdf_font_identify (hb_font_t *font);
void ply_pdf_font_free (PlyPdfFont *self);
guint ply_pdf_font_get_index (PlyPdfFont *self);
guint ply_pdf_font_get_id (PlyPdfFont *self);

/* The code that draws glyph @gid where it stands for @text. *@exact: a reader gets that text back
 * from the code; if not, the text must be said in another way. */
guint ply_pdf_font_encode (PlyPdfFont *self, guint gid, const char *text, guint length,
                           gboolean *exact);
/* The advance a reader assumes for @gid, in thousandths of the font size. */
double ply_pdf_font_get_width (PlyPdfFont *self, guint gid);
/* Writes the font and all it needs. */
void ply_pdf_font_write (PlyPdfFont *self, PlyPdfWriter *writer);

G_END_DECLS
