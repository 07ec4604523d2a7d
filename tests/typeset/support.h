/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-layout-private.h"
#include "ply-pdf.h"

G_BEGIN_DECLS

/* A small A6 document with the styles "body" (justified, hyphenated), "ragged", "title" (kept with
 * what follows) and "small", and the character style "bold". */
PlyDocument *support_document (const char *language);
/* @n words of made-up text. */
char *support_words (GRand *random, guint n);
/* Lays out with a cache of its own; errors fail the test. */
PlyLayout *support_layout (PlyDocument *document);
PlyBlock *support_add (PlyBlock *parent, const char *style, const char *text);

/* Holds for every layout: baselines on the grid, nothing outside the text area, each line of each
 * text on the pages once and in order, no glyph of the font's "unknown" box. */
void support_check (PlyLayout *layout);

/* A temporary PDF; removed by support_remove(). */
char *support_write (PlyLayout *layout, const PlyPdfOptions *options);
void support_remove (char *path);
/* What a program prints; its failure fails the test. */
char *support_run (const char *program, ...) G_GNUC_NULL_TERMINATED;
/* Text as pdftotext reads it, spaces and line ends as one space, soft hyphens undone. */
char *support_read_text (const char *path);
char *support_flatten (const char *text);

G_END_DECLS
