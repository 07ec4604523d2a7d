/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-flow.h"

G_BEGIN_DECLS

/* What stands on a page, in reading order. Points from the page's top left corner. */

typedef enum
{
  PLY_PLACED_TEXT,
  PLY_PLACED_BAR, /* a filled rectangle */
  PLY_PLACED_IMAGE,
} PlyPlacedKind;

typedef struct
{
  guint8 kind;
  guint first_line;
  guint n_lines;
  float x, y; /* text: left edge and baseline of its first line; else the top left corner */
  float width, height; /* text: @height is from baseline to baseline */
  guint32 colour;
  PlyText *text;
  PlyBlock *block; /* image */
  int element;
} PlyPlaced;

typedef struct
{
  GArray *placed; /* PlyPlaced */
  gboolean bare;
  gboolean blank;
  GHashTable *first_marks; /* name -> text, borrowed; in force at the top */
  GHashTable *last_marks;
} PlyPage;

/* Places flows on pages. */
typedef struct
{
  PlyBuilder *builder;
  const PlyPageSetup *setup;
  double drop;              /* from a grid line up to the baseline on it */
  GPtrArray *pages;         /* PlyPage, owned */
  PlyPage *page;            /* the last */
  double left;              /* of its text area */
  GHashTable *marks;        /* in force: name -> text, borrowed */
  GHashTable *anchor_pages; /* anchor -> page + 1, borrowed */
  GHashTable *anchor_steps; /* anchor -> step from the top of the text, borrowed */
} PlyPager;

void ply_page_free (PlyPage *self);

/* Fills @pager->pages; FALSE when cancelled. */
gboolean ply_pager_run (PlyPager *self, PlyFlow *flow, PlyProgressFunc progress, gpointer data,
                        GError **error);
/* Heads and feet on all pages. */
void ply_pager_add_running (PlyPager *self);

/* ---- Parts of it ---- */

/* Places pieces @first to @end - 1, the first at @step of the page, @dx right of where they were
 * built. @fill steps go to its fills. @repeated: heads of a table said before. */
void ply_pager_place (PlyPager *self, PlyFlow *flow, guint first, guint end, double dx, guint step,
                      guint fill, gboolean repeated);
/* Places what fits of @columns into @steps from @step on, in balanced columns; moves @cursor, sets
 * the steps used. TRUE when nothing is left over. */
gboolean ply_pager_place_columns (PlyPager *self, const PlyPiece *columns, guint *cursor,
                                  guint step, guint steps, guint *used);

G_END_DECLS
