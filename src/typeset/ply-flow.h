/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-content-private.h"
#include "ply-layout.h"
#include "ply-paragraph.h"

G_BEGIN_DECLS

/* Between tree and pages: a flow is a list of pieces, one under the other, each so many grid steps
 * high, with a price for ending the page after it. A line's baseline is the foot of its steps. */

#define PLY_PENALTY_NEVER 10000 /* but rather than nothing on a page */
#define PLY_PENALTY_KEEP 4000   /* entries that should stay whole */

/* ---- Structure elements ---- */

typedef enum
{
  PLY_TAG_DOCUMENT,
  PLY_TAG_SECTION,
  PLY_TAG_PARAGRAPH,
  PLY_TAG_H1,
  PLY_TAG_H2,
  PLY_TAG_H3,
  PLY_TAG_H4,
  PLY_TAG_H5,
  PLY_TAG_H6,
  PLY_TAG_NOTE,
  PLY_TAG_CAPTION,
  PLY_TAG_LIST,
  PLY_TAG_ITEM,
  PLY_TAG_LABEL,
  PLY_TAG_ITEM_BODY,
  PLY_TAG_CONTENTS,
  PLY_TAG_CONTENTS_ITEM,
  PLY_TAG_REFERENCE,
  PLY_TAG_TABLE,
  PLY_TAG_ROW,
  PLY_TAG_HEAD_CELL,
  PLY_TAG_CELL,
  PLY_TAG_FIGURE,
  PLY_TAG_LINK,
  PLY_TAG_SPAN,
} PlyTag;

#define PLY_ARTIFACT (-1) /* instead of an element: not part of the text */

typedef struct
{
  PlyTag tag;
  int parent;             /* -1: the root */
  const char *language;   /* borrowed from the tree; NULL: the parent's */
  const char *alt;        /* of figures */
  const char *attributes; /* static; further entries of its attribute dictionary; NULL: none */
} PlyElement;

/* ---- Texts ---- */

/* One run of a paragraph as it came out: what it links to, which element it is. */
typedef struct
{
  const PlyRun *run;  /* NULL: a contents line's page number */
  char *text;         /* owned; NULL: the run's */
  const char *anchor; /* link; or NULL */
  const char *uri;
  int element;
} PlyPart;

/* A paragraph of the tree with its lines. */
typedef struct
{
  PlyBlock *block;
  const PlyStyle *style;
  PlyPara *para;
  double x; /* of its left edge, indent included */
  int element;
  gboolean has_refs; /* shows page numbers */
  GArray *parts;     /* PlyPart for each run of @para; NULL: each is plain */
} PlyText;

void ply_text_free (PlyText *self);

/* ---- Pieces ---- */

typedef enum
{
  PLY_PIECE_LINE,
  PLY_PIECE_SPACE,
  PLY_PIECE_FILL,
  PLY_PIECE_RULE,
  PLY_PIECE_IMAGE,
  PLY_PIECE_ROW,
  PLY_PIECE_COLUMNS,
  PLY_PIECE_BREAK,
} PlyPieceKind;

typedef struct _PlyFlow PlyFlow;

/* A table cell, or the part of one that this row holds. */
typedef struct
{
  PlyFlow *flow; /* owned by the flow that holds the table */
  guint first;
  guint end;
} PlyCell;

typedef struct
{
  guint8 kind;
  guint8 hard;     /* a space that stays at the top of a page */
  guint16 penalty; /* for ending a page after it */
  guint steps;
  guint drop; /* lines of hanging labels: steps from the top to the baseline; they take none */
  guint line; /* line: its number */
  int table;  /* index in the flow's tables, -1 */
  float x;
  float width;
  PlyText *text;   /* line */
  PlyBlock *block; /* rule, image, break, row: where it comes from */
  PlyFlow *columns;
  PlyCell *cells; /* row; owned */
  guint n_cells;
  int element; /* image */
} PlyPiece;

/* The first piece of a block that has an anchor, marks, or is bare. */
typedef struct
{
  guint piece;
  PlyBlock *block;
} PlyFlowEvent;

typedef struct
{
  guint first;
  guint last;
  float x;
  float width; /* 0: none after all */
  guint32 colour;
} PlyBar;

typedef struct
{
  guint first; /* piece: first head row */
  guint body;  /* piece: first body row */
  guint end;
  guint head_steps;
} PlyTableSpan;

struct _PlyFlow
{
  GArray *pieces;   /* PlyPiece */
  GArray *events;   /* PlyFlowEvent */
  GArray *bars;     /* PlyBar */
  GArray *tables;   /* PlyTableSpan */
  GPtrArray *flows; /* PlyFlow of cells and columns, owned */
  guint bar_from;   /* bars before this one are above what was placed last */

  /* While it is built */
  guint pending;      /* steps of space before the next piece */
  GPtrArray *waiting; /* PlyBlock: events for the next piece */
};

PlyFlow *ply_flow_new (void);
void ply_flow_free (PlyFlow *self);
#define ply_flow_piece(flow, i) (&g_array_index ((flow)->pieces, PlyPiece, (i)))

/* Adds the space that is due, then @piece; returns its index. */
guint ply_flow_add (PlyFlow *self, PlyPiece piece);
/* At least so many steps before the next piece. */
void ply_flow_need_space (PlyFlow *self, guint steps);
/* Raises the price of ending the page within pieces @first to @end - 1. */
void ply_flow_keep (PlyFlow *self, guint first, guint end, guint penalty);
guint ply_flow_count_steps (PlyFlow *self, guint first, guint end);

typedef struct
{
  guint first;   /* first piece placed: spaces at the top are left out */
  guint end;     /* piece before which the page ends */
  guint used;    /* steps */
  gboolean full; /* something is left over that did not fit */
} PlyFit;

/* As many pieces from @first on as @steps hold, ended where it costs least. Stops before breaks and
 * columns. @at_top: nothing is above, so spaces are left out and something is always taken. */
PlyFit ply_flow_fit (PlyFlow *self, guint first, guint steps, gboolean at_top);
/* The least height in which a piece can be begun. */
guint ply_piece_least_steps (const PlyPiece *piece);

/* ---- Building ---- */

typedef struct _PlyBuilder
{
  /* What it works with */
  PlyDocument *document;
  PlyShaper *shaper;
  PlySetter *setter;
  PlyLayoutCache *cache;
  GCancellable *cancellable;
  GHashTable *anchor_pages; /* anchor -> page + 1, of the pass before; borrowed strings */
  guint page_steps;
  double grid;
  gboolean quiet; /* built before: warnings are known */

  /* What comes out */
  GArray *elements;          /* PlyElement */
  GPtrArray *texts;          /* PlyText, owned */
  GPtrArray *warnings;       /* of PlyLayoutWarning; see ply_builder_warn() */
  GHashTable *anchors;       /* anchor -> block, borrowed */
  GHashTable *images;        /* PlyBlock -> GdkPixbuf, NULL for broken ones */
  GPtrArray *running_blocks; /* PlyBlock, owned: made for heads and feet */
  GError *error;
} PlyBuilder;

/* The document's body as one flow; NULL with an error. */
PlyFlow *ply_builder_run (PlyBuilder *self, GError **error);
/* A text of @block @width wide; NULL when it has none or on error (in @self->error). */
PlyText *ply_builder_set_text (PlyBuilder *self, PlyBlock *block, double x, double width,
                               int parent);
/* Sets a text again with the page numbers known now; TRUE when its number of lines changed. */
gboolean ply_builder_refresh_text (PlyBuilder *self, PlyText *text);
void ply_builder_warn (PlyBuilder *self, PlyBlock *block, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
int ply_builder_add_element (PlyBuilder *self, PlyTag tag, int parent, PlyBlock *block);
void ply_builder_add_blocks (PlyBuilder *self, PlyFlow *flow, PlyBlock *first, double x,
                             double width, int parent);
void ply_builder_add_table (PlyBuilder *self, PlyFlow *flow, PlyBlock *table, double x,
                            double width, int parent);
void ply_builder_add_image (PlyBuilder *self, PlyFlow *flow, PlyBlock *block, double x,
                            double width, int parent);

/* ---- The cache ---- */

PlyShaper *ply_layout_cache_get_shaper (PlyLayoutCache *self);
/* A new reference, or NULL. */
PlyPara *ply_layout_cache_find (PlyLayoutCache *self, const guint64 key[2]);
void ply_layout_cache_add (PlyLayoutCache *self, PlyPara *para);
/* Around a layout: what two layouts in a row did not use is dropped. */
void ply_layout_cache_begin (PlyLayoutCache *self);
void ply_layout_cache_end (PlyLayoutCache *self);
guint ply_layout_cache_get_n_set (PlyLayoutCache *self);

G_END_DECLS
