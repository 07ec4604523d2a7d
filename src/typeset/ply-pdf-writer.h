/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The bytes of a PDF file (ISO 32000-1:2008): numbered objects, most of them packed into compressed
 * object streams, and the table that finds them. */

typedef struct _PlyPdfWriter PlyPdfWriter;

/* Writes to @stream, which stays the caller's. */
PlyPdfWriter *ply_pdf_writer_new (GOutputStream *stream, GCancellable *cancellable);
void ply_pdf_writer_free (PlyPdfWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyPdfWriter, ply_pdf_writer_free)

/* A number for an object to be put later. */
guint ply_pdf_writer_reserve (PlyPdfWriter *self);
/* @body is the object's text. */
void ply_pdf_writer_put (PlyPdfWriter *self, guint id, const char *body, gsize length);
void ply_pdf_writer_putf (PlyPdfWriter *self, guint id, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* A stream; @entries are further lines of its dictionary, may be "". Compressed unless @plain. */
void ply_pdf_writer_put_stream (PlyPdfWriter *self, guint id, const char *entries,
                                gconstpointer data, gsize length, gboolean plain);
/* A stream that ply_pdf_deflate() has compressed already. */
void ply_pdf_writer_put_deflated (PlyPdfWriter *self, guint id, const char *entries, GBytes *data);
/* The table and the end. Errors of all that went before come out here. */
gboolean ply_pdf_writer_finish (PlyPdfWriter *self, guint catalog, guint info, GError **error);

/* zlib format; safe in any thread. */
GBytes *ply_pdf_deflate (gconstpointer data, gsize length);

/* ---- Texts of objects ---- */

/* "12", "0.5", "-3.125": at most three decimals, never an exponent or a comma. */
void ply_pdf_append_number (GString *out, double value);
/* A text string: in UTF-16 with its mark, as hexadecimal. NULL is empty. */
void ply_pdf_append_text (GString *out, const char *text);
/* " r g b rg\n" of 0xRRGGBB. */
void ply_pdf_append_colour (GString *out, guint32 colour);

G_END_DECLS
