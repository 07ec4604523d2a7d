/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "ply-shape.h"

G_BEGIN_DECLS

/* Whole-paragraph line breaking: the set of breaks with the least demerits in sum. After Knuth and
 * Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981). */

/* A word or part of one, and the space after it. */
typedef struct
{
  float width;
  float space;
  float stretch;
  float shrink;
  guint8 can_break; /* a line may end after it */
  guint8 forced;    /* a line must end after it */
  guint16 penalty;  /* for ending one there; its square counts */
} PlyBreakItem;

typedef struct
{
  float first_width; /* of the first line */
  float width;       /* of all others */
  float hyphen_width;
  float end_stretch; /* ragged lines: how much may be left empty without being ugly; 0: justified */
  gboolean even_last; /* the last line counts like the others (centred titles) */
  /* Hyphenation points of an item, NULL for none at all. */
  const PlyHyphenPoint *(*hyphenate) (guint item, guint *n_points, gpointer data);
  gpointer data;
} PlyBreakParams;

typedef struct
{
  guint item;   /* the last on its line */
  guint hyphen; /* 0: all of it; else it ends before hyphenation point @hyphen - 1 */
  float ratio;  /* of stretch (positive) or shrink (negative) its spaces take; 0 when ragged */
} PlyLineBreak;

typedef struct _PlyBreaker PlyBreaker;
PlyBreaker *ply_breaker_new (void);
void ply_breaker_free (PlyBreaker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyBreaker, ply_breaker_free)

/* The breaks, one a line, in an array that belongs to the breaker and lives until its next use. */
const PlyLineBreak *ply_breaker_run (PlyBreaker *self, const PlyBreakItem *items, guint n_items,
                                     const PlyBreakParams *params, guint *n_lines);

/* ---- For the tests, which search all possible breaks ---- */

typedef struct
{
  float natural, stretch, shrink; /* of the line's text */
  gboolean first, last;
  gboolean hyphen;          /* ends with one */
  guint penalty;            /* of its last item */
  gboolean previous_hyphen; /* the line before does */
  int previous_fitness;
} PlyLineFacts;

typedef struct
{
  double demerits;
  double badness;
  float ratio;
  int fitness;
  gboolean feasible; /* not wider than its measure */
} PlyLineVerdict;

PlyLineVerdict ply_break_judge (const PlyBreakParams *params, const PlyLineFacts *line);

G_END_DECLS
