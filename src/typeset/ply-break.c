/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-break.h"

#include <math.h>

#define LINE_PENALTY 10.0
#define HYPHEN_PENALTY 60.0
#define DOUBLE_HYPHEN 14000.0
#define LAST_HYPHEN 20000.0
#define UNEVEN_LINES 5000.0
#define SHORT_LAST 6000.0
#define SHORT_LAST_SHARE 0.15
#define INFINITELY_BAD 1e9
#define MAX_FITNESS 4

/* A place where a line may start. */
typedef struct
{
  guint item;   /* first on the line */
  guint hyphen; /* 0: whole; else from hyphenation point @hyphen - 1 on */
  guint end_item;
  int previous; /* node, -1: none */
  int fitness;
  float ratio;
  float start; /* sums before it */
  float stretch;
  float shrink;
  double demerits;
} Node;

typedef struct
{
  float width;
  float stretch;
  float shrink;
} Sums;

struct _PlyBreaker
{
  GArray *nodes;  /* Node */
  GArray *active; /* int */
  GArray *sums;   /* Sums before each item */
  GArray *lines;  /* PlyLineBreak */

  /* The run that is going on */
  const PlyBreakItem *items;
  guint n_items;
  const PlyBreakParams *params;
  double tolerance;
  gboolean emergency;
};

/* A break under consideration. */
typedef struct
{
  guint item;
  guint hyphen;
  float end;        /* width up to it */
  float next_start; /* width where the next line starts */
  gboolean last;
  gboolean forced;
} Candidate;

PlyBreaker *
ply_breaker_new (void)
{
  PlyBreaker *self = g_new0 (PlyBreaker, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->active = g_array_new (FALSE, FALSE, sizeof (int));
  self->sums = g_array_new (FALSE, FALSE, sizeof (Sums));
  self->lines = g_array_new (FALSE, FALSE, sizeof (PlyLineBreak));
  return self;
}

void
ply_breaker_free (PlyBreaker *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->active);
  g_array_unref (self->sums);
  g_array_unref (self->lines);
  g_free (self);
}

/* Lines far too loose must still be told apart: where no line is good, the least bad one is taken.
 */
static double
badness_of (double ratio)
{
  return MIN (100 * fabs (ratio * ratio * ratio), INFINITELY_BAD);
}

static int
fitness_of (double ratio)
{
  return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
}

/* How far the line's spaces must give: above 0 wider, below 0 narrower, less than -1 not possible.
 */
static double
measure_ratio (const PlyBreakParams *params, const PlyLineFacts *line)
{
  double slack = (line->first ? params->first_width : params->width) - line->natural;
  double stretch = params->end_stretch > 0 ? params->end_stretch : line->stretch;

  if (slack < -0.001)
    return params->end_stretch > 0 || line->shrink <= 0 ? -INFINITY : slack / line->shrink;
  if (slack <= 0.001)
    return 0;
  return stretch > 0 ? slack / stretch : INFINITY;
}

PlyLineVerdict
ply_break_judge (const PlyBreakParams *params, const PlyLineFacts *line)
{
  double ratio = measure_ratio (params, line);
  double measure = line->first ? params->first_width : params->width;
  PlyLineVerdict out = { .feasible = ratio >= -1.0001 };
  double extra = 0;

  if (line->last && !params->even_last && ratio >= 0)
    {
      ratio = 0;
      if (!line->first && line->natural < SHORT_LAST_SHARE * measure)
        extra += SHORT_LAST;
    }
  out.fitness = fitness_of (ratio);
  out.badness = out.feasible ? badness_of (ratio) : INFINITELY_BAD;
  out.ratio = params->end_stretch > 0 || !isfinite (ratio) ? 0 : ratio;
  if (line->hyphen)
    extra += HYPHEN_PENALTY * HYPHEN_PENALTY;
  extra += (double) line->penalty * line->penalty;
  if (line->previous_hyphen && line->hyphen)
    extra += DOUBLE_HYPHEN;
  if (line->previous_hyphen && line->last)
    extra += LAST_HYPHEN;
  if (ABS (out.fitness - line->previous_fitness) > 1)
    extra += UNEVEN_LINES;
  out.demerits = (LINE_PENALTY + out.badness) * (LINE_PENALTY + out.badness) + extra;
  return out;
}

static void
sum_up (PlyBreaker *self)
{
  Sums sums = { 0 };

  g_array_set_size (self->sums, 0);
  for (guint i = 0; i < self->n_items; i++)
    {
      g_array_append_val (self->sums, sums);
      sums.width += self->items[i].width + self->items[i].space;
      sums.stretch += self->items[i].stretch;
      sums.shrink += self->items[i].shrink;
    }
  g_array_append_val (self->sums, sums);
}

static PlyLineFacts
facts_of (PlyBreaker *self, const Node *node, const Candidate *at)
{
  const Sums *sums = &g_array_index (self->sums, Sums, at->item);

  return (PlyLineFacts) {
    .natural = at->end - node->start,
    .stretch = MAX (sums->stretch - node->stretch, 0),
    .shrink = MAX (sums->shrink - node->shrink, 0),
    .first = node->previous < 0,
    .last = at->last,
    .hyphen = at->hyphen > 0,
    .penalty = at->hyphen > 0 || at->last ? 0 : self->items[at->item].penalty,
    .previous_hyphen = node->hyphen > 0,
    .previous_fitness = node->fitness,
  };
}

static Node
make_node (PlyBreaker *self, const Candidate *at, int previous, const PlyLineVerdict *verdict,
           double demerits)
{
  guint next = at->hyphen > 0 ? at->item : at->item + 1;
  const Sums *sums = &g_array_index (self->sums, Sums, next);

  return (Node) {
    .item = next,
    .hyphen = at->hyphen,
    .end_item = at->item,
    .previous = previous,
    .fitness = verdict->fitness,
    .ratio = verdict->ratio,
    .start = at->next_start,
    .stretch = sums->stretch,
    .shrink = sums->shrink,
    .demerits = demerits,
  };
}

/* Looks at every line that could end at @at, keeps the best of each fitness, drops the starts that
 * are too far back. */
static void
consider (PlyBreaker *self, const Candidate *at)
{
  Node best[MAX_FITNESS];
  gboolean found[MAX_FITNESS] = { FALSE };
  guint kept = 0;
  guint n = self->active->len;

  for (guint a = 0; a < n; a++)
    {
      int index = g_array_index (self->active, int, a);
      const Node *node = &g_array_index (self->nodes, Node, index);
      PlyLineFacts line = facts_of (self, node, at);
      PlyLineVerdict verdict = ply_break_judge (self->params, &line);
      gboolean rescue = self->emergency && !verdict.feasible && a + 1 == n && kept == 0;
      double demerits = node->demerits + verdict.demerits;

      if (verdict.feasible ? verdict.badness <= self->tolerance : rescue)
        if (!found[verdict.fitness] || demerits < best[verdict.fitness].demerits)
          {
            best[verdict.fitness] = make_node (self, at, index, &verdict, demerits);
            found[verdict.fitness] = TRUE;
          }
      if (verdict.feasible && !at->forced)
        g_array_index (self->active, int, kept++) = index;
    }
  g_array_set_size (self->active, kept);
  for (guint f = 0; f < MAX_FITNESS; f++)
    if (found[f])
      {
        int index = self->nodes->len;

        g_array_append_val (self->nodes, best[f]);
        g_array_append_val (self->active, index);
      }
}

static void
consider_hyphens (PlyBreaker *self, guint item)
{
  guint n_points = 0;
  const PlyHyphenPoint *points = self->params->hyphenate (item, &n_points, self->params->data);
  float before = g_array_index (self->sums, Sums, item).width;

  for (guint i = 0; i < n_points; i++)
    {
      Candidate at = { .item = item, .hyphen = i + 1 };

      at.next_start = before + points[i].width;
      at.end = at.next_start + self->params->hyphen_width;
      consider (self, &at);
    }
}

/* TRUE when a whole set of breaks was found. */
static gboolean
run_pass (PlyBreaker *self, gboolean hyphens, double tolerance, gboolean emergency)
{
  Node start = { .previous = -1, .fitness = 1 };
  int zero = 0;

  self->tolerance = tolerance;
  self->emergency = emergency;
  g_array_set_size (self->nodes, 0);
  g_array_set_size (self->active, 0);
  g_array_append_val (self->nodes, start);
  g_array_append_val (self->active, zero);
  for (guint i = 0; i < self->n_items && self->active->len > 0; i++)
    {
      const PlyBreakItem *item = &self->items[i];
      gboolean last = i + 1 == self->n_items;
      Candidate at = { .item = i, .last = last || item->forced, .forced = last || item->forced };

      if (hyphens && self->params->hyphenate != NULL)
        consider_hyphens (self, i);
      if (!item->can_break && !at.forced)
        continue;
      at.end = g_array_index (self->sums, Sums, i).width + item->width;
      at.next_start = at.end + item->space;
      consider (self, &at);
    }
  return self->active->len > 0;
}

static void
collect_lines (PlyBreaker *self)
{
  int best = g_array_index (self->active, int, 0);
  guint n = 0;

  for (guint i = 1; i < self->active->len; i++)
    {
      int index = g_array_index (self->active, int, i);

      if (g_array_index (self->nodes, Node, index).demerits
          < g_array_index (self->nodes, Node, best).demerits)
        best = index;
    }
  for (int i = best; g_array_index (self->nodes, Node, i).previous >= 0; n++)
    i = g_array_index (self->nodes, Node, i).previous;
  g_array_set_size (self->lines, n);
  for (int i = best; n > 0; i = g_array_index (self->nodes, Node, i).previous)
    {
      const Node *node = &g_array_index (self->nodes, Node, i);

      g_array_index (self->lines, PlyLineBreak, --n) =
          (PlyLineBreak) { node->end_item, node->hyphen, node->ratio };
    }
}

const PlyLineBreak *
ply_breaker_run (PlyBreaker *self, const PlyBreakItem *items, guint n_items,
                 const PlyBreakParams *params, guint *n_lines)
{
  self->items = items;
  self->n_items = n_items;
  self->params = params;
  g_array_set_size (self->lines, 0);
  *n_lines = 0;
  if (n_items == 0)
    return NULL;
  sum_up (self);
  if (!run_pass (self, FALSE, 100, FALSE) && !run_pass (self, TRUE, 250, FALSE)
      && !run_pass (self, TRUE, 2000, FALSE))
    run_pass (self, TRUE, INFINITELY_BAD, TRUE);
  collect_lines (self);
  *n_lines = self->lines->len;
  return (const PlyLineBreak *) self->lines->data;
}
