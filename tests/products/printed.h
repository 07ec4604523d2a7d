/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-pdf.h"
#include "ply-products.h"

G_BEGIN_DECLS

/* A product printed all the way: the tree, the pages and what a reader finds in the file. */
typedef struct
{
  PlyDocument *document;
  PlyLayout *layout;
  GPtrArray *notes;
  char **pages;        /* the text of each page, as pdftotext reads it */
  GPtrArray *elements; /* the text of each tagged paragraph, heading or line; read when asked for */
  char *path;          /* of the PDF; removed with the rest */
} Printed;

/* @assignments: like "paper=A4 language=de", parted by spaces. */
PlyProductOptions *options_of (const char *assignments);
PlyDocument *build_programme (const PlySnapshot *snapshot, const char *assignments);
Printed *print_programme (const PlySnapshot *snapshot, const char *assignments);
void printed_free (Printed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printed, printed_free)

/* How often @needle stands in @text, white space and hyphens not counting. */
guint count_text (const char *text, const char *needle);
/* The same in all pages. */
guint printed_count (const Printed *self, const char *needle);
/* The first page on which @needle stands, from 1; 0 when there is none. */
guint printed_find (const Printed *self, const char *needle);

/* Whether a tagged paragraph, heading or line reads @text, white space of any length counting as
 * one blank. */
gboolean printed_has_element (Printed *self, const char *text);
/* Runs a program and gives back what it printed; free it. */
char *run_tool (const char *const *arguments);

/* Calls @func for every block of the tree in order. */
typedef void (*BlockFunc) (PlyBlock *block, gpointer data);
void walk_blocks (PlyDocument *document, BlockFunc func, gpointer data);
/* The text of a paragraph; free it. */
char *block_text (PlyBlock *block);

G_END_DECLS
