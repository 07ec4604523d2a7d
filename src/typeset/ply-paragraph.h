/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-break.h"
#include "ply-shape.h"

G_BEGIN_DECLS

/* Paragraphs broken into lines. A finished one depends on nothing but its text, styles and width
 * (and its shaper), never changes, and may be shared by layouts and threads. */

typedef enum
{
  PLY_ITEM_SPACE = 1 << 0,  /* a space follows */
  PLY_ITEM_HYPHEN = 1 << 1, /* broken here: a hyphen follows */
  PLY_ITEM_TAB = 1 << 2,    /* stands at the end of the line, leader dots before it */
} PlyItemFlags;

typedef struct
{
  const PlyWord *word;
  float space; /* natural width of the space after it */
  guint16 run;
  guint16 space_run; /* the run the space stands in */
  guint8 flags;
  guint8 level; /* of bidi embedding; odd: right to left */
} PlyItem;

typedef struct
{
  guint first_item;
  guint n_items;
  float x;      /* of the line's start, from the paragraph's left edge */
  float width;  /* of what is drawn */
  float scale;  /* of its spaces */
  float glyphs; /* horizontal scale of its glyphs, near 1 */
  float excess; /* how much wider than it may be */
} PlyLine;

typedef struct
{
  const PlyVoice *voice;
  guint32 colour;
} PlyParaRun;

typedef struct
{
  int ref_count;
  guint64 key[2];
  guint generation; /* the cache's */

  float width;
  gboolean rtl;
  gboolean mixed; /* some item is of another direction than the rest */
  guint n_items;
  PlyItem *items;
  guint n_lines;
  PlyLine *lines;
  guint n_runs;
  PlyParaRun *runs;
  guint n_missing;  /* characters without a font */
  guint n_overfull; /* lines wider than they may be */
} PlyPara;

/* A run of input text. */
typedef struct
{
  const char *text;
  const PlyVoice *voice;
  guint32 colour;
  gboolean no_break;
} PlyParaText;

typedef struct
{
  const PlyStyle *style;
  const char *language; /* of the paragraph as a whole */
  float width;
  gboolean even_lines; /* headings: no line much shorter than the others */
  const PlyParaText *runs;
  guint n_runs;
  const PlyParaText *tail; /* contents: stands at the end of the last line; its run is the last */
} PlyParaInput;

/* Sets paragraphs one after the other: holds what is used again. */
typedef struct _PlySetter PlySetter;
PlySetter *ply_setter_new (void);
void ply_setter_free (PlySetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlySetter, ply_setter_free)

/* Two 64-bit hashes of all that decides the result. */
void ply_para_input_hash (const PlyParaInput *input, guint64 key[2]);
PlyPara *ply_setter_run (PlySetter *self, const PlyParaInput *input);
PlyPara *ply_para_ref (PlyPara *self);
void ply_para_unref (PlyPara *self);

/* Where a word or a space is drawn. */
typedef struct
{
  const PlyItem *item;
  float x; /* from the paragraph's left edge */
  float width;
  gboolean is_space; /* the space after @item, not @item */
} PlySpot;

/* Fills @spots (of PlySpot) with one line's words and spaces, left to right. */
void ply_para_place_line (const PlyPara *self, guint line, GArray *spots);
/* The empty stretch before a tab in the last line; FALSE when there is none. */
gboolean ply_para_get_leader (const PlyPara *self, float *from, float *to);

G_END_DECLS
