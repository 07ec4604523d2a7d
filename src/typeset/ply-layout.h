/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "ply-content.h"

G_BEGIN_DECLS

/* Content tree to pages. Works in any thread, needs no main loop; one layout at a time per cache.
 */

#define PLY_TYPESET_ERROR (ply_typeset_error_quark ())
GQuark ply_typeset_error_quark (void);

typedef enum
{
  PLY_TYPESET_ERROR_SETUP,   /* margins or paper leave no room for text */
  PLY_TYPESET_ERROR_STYLE,   /* a style is not defined or impossible */
  PLY_TYPESET_ERROR_CONTENT, /* the tree is not well formed */
  PLY_TYPESET_ERROR_OUTPUT,  /* the PDF could not be made */
} PlyTypesetError;

/* Keeps shaped words and laid-out paragraphs from one layout to the next, so that an edit lays out
 * only what changed. May serve many documents, from one thread at a time. */
typedef struct _PlyLayoutCache PlyLayoutCache;
PlyLayoutCache *ply_layout_cache_new (void);
void ply_layout_cache_free (PlyLayoutCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyLayoutCache, ply_layout_cache_free)

/* @fraction from 0 to 1. Called in the thread that works. */
typedef void (*PlyProgressFunc) (double fraction, gpointer data);

typedef struct _PlyLayout PlyLayout;

/* Lays @document out; the layout keeps a reference to it. @cache may be NULL. Errors:
 * PLY_TYPESET_ERROR, G_IO_ERROR_CANCELLED. */
PlyLayout *ply_layout_new (PlyDocument *document, PlyLayoutCache *cache, PlyProgressFunc progress,
                           gpointer progress_data, GCancellable *cancellable, GError **error);
PlyLayout *ply_layout_ref (PlyLayout *self);
void ply_layout_unref (PlyLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyLayout, ply_layout_unref)

/* Pages count from 0 here, and from 1 where they are printed. */
guint ply_layout_get_n_pages (PlyLayout *self);
void ply_layout_get_page_size (PlyLayout *self, guint page, double *width, double *height);
/* The page on which @anchor stands, -1 if nowhere. */
int ply_layout_get_anchor_page (PlyLayout *self, const char *anchor);
/* A value that is the same for pages that look the same (even in another layout from the same
 * process): what did not change need not be painted again. */
guint64 ply_layout_get_page_hash (PlyLayout *self, guint page);

/* A piece of a record on a page, in points from the page's top left corner. Strings belong to the
 * layout. */
typedef struct
{
  guint page;
  double x, y, width, height;
  const char *record;
  const char *field; /* may be NULL */
} PlyBox;

/* All boxes in reading order. */
const PlyBox *ply_layout_get_boxes (PlyLayout *self, guint *n_boxes);
/* Those of one record (@field may be NULL: any), in reading order: GArray of PlyBox, owned. */
GArray *ply_layout_find_boxes (PlyLayout *self, const char *record, const char *field);
/* The smallest box at a point of a page; FALSE when there is none. */
gboolean ply_layout_hit (PlyLayout *self, guint page, double x, double y, PlyBox *box);

/* A character that no installed font has. Strings belong to the layout. */
typedef struct
{
  gunichar character;
  const char *text;   /* the word it stands in */
  const char *record; /* may be NULL */
  const char *field;
} PlyMissingGlyph;
const PlyMissingGlyph *ply_layout_get_missing (PlyLayout *self, guint *n_missing);

/* What the coordinator should know: text that did not fit, pictures that could not be read, fonts
 * that are not there. */
typedef struct
{
  char *message;
  const char *record; /* may be NULL */
  int page;           /* -1: unknown */
} PlyLayoutWarning;
const PlyLayoutWarning *ply_layout_get_warnings (PlyLayout *self, guint *n_warnings);

/* Paints one page in points, top left corner at the origin; without tags or links. */
void ply_layout_draw_page (PlyLayout *self, guint page, cairo_t *cr);

G_END_DECLS
