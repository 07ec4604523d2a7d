/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-content.h"

G_BEGIN_DECLS

typedef enum
{
  PLY_BLOCK_PARAGRAPH,
  PLY_BLOCK_GROUP,
  PLY_BLOCK_ENTRY,
  PLY_BLOCK_COLUMNS,
  PLY_BLOCK_LIST,
  PLY_BLOCK_LIST_ITEM,
  PLY_BLOCK_CONTENTS,
  PLY_BLOCK_TABLE,
  PLY_BLOCK_ROW,
  PLY_BLOCK_CELL,
  PLY_BLOCK_BREAK,
  PLY_BLOCK_SPACE,
  PLY_BLOCK_FILL,
  PLY_BLOCK_RULE,
  PLY_BLOCK_IMAGE,
} PlyBlockKind;

typedef enum
{
  PLY_RUN_TEXT,
  PLY_RUN_PAGES, /* the pages of its anchors */
} PlyRunKind;

typedef struct
{
  PlyRunKind kind;
  gboolean no_break;
  char *text;     /* text; for pages: the separator */
  char **anchors; /* pages */
  char *style;
  char *language;
  char *anchor;
  char *uri;
  char *contents;
  char *record;
  char *field;
} PlyRun;

typedef struct
{
  char *name;
  char *text;
} PlyMark;

struct _PlyBlock
{
  PlyBlockKind kind;

  /* Tree */
  PlyBlock *parent; /* borrowed */
  PlyBlock *first;  /* owned, linked by next */
  PlyBlock *last;
  PlyBlock *next;

  /* Any block */
  char *record;
  char *field;
  char *language;
  char *anchor;
  GArray *marks; /* PlyMark, may be NULL */
  guint space_before;
  guint space_after;
  gboolean keep_together;
  gboolean keep_with_next;
  gboolean bare_page;

  /* Paragraphs and headings */
  char *style;
  PlyRole role;
  guint level; /* headings and contents lines: from 1 */
  gboolean is_heading;
  char *target; /* contents lines: the anchor */
  GArray *runs; /* PlyRun, may be NULL */

  /* Entries, lists, columns, rules, images, tables */
  PlyBlock *label; /* entries, list items; owned */
  double hang;     /* entry, list: width of the label's column; columns: gap; table: gap */
  double bar_width;
  double bar_gap;
  double thickness; /* rules, tables */
  guint32 colour;
  guint n_columns;
  PlyTableColumn *columns;
  guint padding;
  gboolean is_head; /* rows */
  gboolean is_section;
  guint steps; /* space */
  PlyBreakKind break_kind;
  GBytes *image;
  char *alt;
  double max_width;
  double max_height;
  PlyAlign align;
};

typedef struct
{
  PlyRunning place;
  PlySides sides;
  char *style;
  char *parts[3]; /* inner, centre, outer */
} PlyRunningLine;

struct _PlyDocument
{
  int ref_count;

  /* Metadata */
  char *title;
  char *language;
  char *author;
  char *subject;

  /* Look */
  PlyPageSetup setup;
  GHashTable *styles;      /* name -> PlyStyle */
  GHashTable *char_styles; /* name -> PlyCharStyle */
  GArray *running;         /* PlyRunningLine */

  PlyBlock *body;
};

/* The language, record and field in force: the block's own or the nearest ancestor's; or NULL. */
const char *ply_block_find_language (PlyBlock *self);
const char *ply_block_find_record (PlyBlock *self, const char **field);

G_END_DECLS
