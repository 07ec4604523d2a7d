/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-layout-private.h"
#include "ply-pdf-font.h"
#include "ply-pdf-writer.h"
#include "ply-pdf.h"

G_BEGIN_DECLS

/* One PDF being made of a layout. */

/* A child of a structure element. */
typedef struct
{
  enum
  {
    PLY_KID_ELEMENT,
    PLY_KID_CONTENT, /* marked content @number of @page */
    PLY_KID_LINK,    /* annotation object @number on @page */
  } kind;
  guint number;
  guint page; /* index in the file */
} PlyPdfKid;

/* A structure element in the file. */
typedef struct
{
  guint id;     /* object; 0: not used */
  GArray *kids; /* PlyPdfKid, NULL: none */
} PlyPdfNode;

/* A link's area on a page. */
typedef struct
{
  guint id;
  guint page;                 /* index in the file */
  double x, y, width, height; /* from the top */
  const PlyPart *part;
  const PlyText *text;
} PlyPdfLink;

typedef struct
{
  guint level;
  const char *title; /* owned by @titles */
  guint page;
  double y;
} PlyPdfOutlineItem;

typedef struct
{
  PlyLayout *layout;
  PlyPdfWriter *writer;
  guint first_page; /* of the layout */
  guint n_pages;

  GHashTable *fonts;     /* identity -> PlyPdfFont, owned */
  GHashTable *font_uses; /* PlyFont -> PlyPdfFont: of all sizes */
  GPtrArray *font_order; /* borrowed */
  GHashTable *images;    /* PlyBlock -> object number */
  guint *page_ids;
  GPtrArray *contents; /* GArray of int: the element of each marked content, by page */
  PlyPdfNode *nodes;   /* by element */
  GArray *links;       /* PlyPdfLink, by page */
  GArray *outline;     /* PlyPdfOutlineItem */
  GPtrArray *titles;   /* owned strings */
  guint resources_id;
} PlyPdf;

/* ---- Content streams ---- */

/* The operators that draw page @page of the file. */
GString *ply_pdf_draw_page (PlyPdf *self, guint page);
PlyPdfFont *ply_pdf_get_font (PlyPdf *self, const PlyFont *font);
/* The number of an image's object, which is written when it is first asked for. */
guint ply_pdf_get_image (PlyPdf *self, PlyBlock *block);
/* Where a link of this file leads: FALSE when it has no place in it. @page is an index here. */
gboolean ply_pdf_find_anchor (PlyPdf *self, const char *anchor, guint *page, double *y);

/* ---- Structure ---- */

/* "P", "H1" ... */
const char *ply_pdf_get_tag_name (PlyTag tag);
/* A new marked content for @element on @page; returns its number. */
guint ply_pdf_add_content (PlyPdf *self, int element, guint page);
/* The element's object, put into its parent's children when it is first asked for. */
guint ply_pdf_use_element (PlyPdf *self, int element);
void ply_pdf_add_kid (PlyPdf *self, int element, PlyPdfKid kid);
/* All structure elements and their root; returns the root's number. */
guint ply_pdf_write_structure (PlyPdf *self);

/* ---- What belongs to the whole ---- */

void ply_pdf_write_links (PlyPdf *self);
/* 0 when there is none. */
guint ply_pdf_write_outline (PlyPdf *self);
guint ply_pdf_write_metadata (PlyPdf *self, guint *info);
guint ply_pdf_write_intent (PlyPdf *self);

G_END_DECLS
