/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include <string.h>

/* Below this many, moving each to its place beats dividing and merging. */
#define FEW 24

typedef int (*Compare) (const PlySpan *a, const PlySpan *b);

static void
reserve (PlySpans *self, guint len)
{
  if (len <= self->size)
    return;
  self->size = MAX (64, self->size * 2);
  self->items = g_renew (PlySpan, self->items, self->size);
}

void
ply_spans_add (PlySpans *self, PlyNode *node)
{
  reserve (self, self->len + 1);
  self->items[self->len++] = (PlySpan) { node->start, node->end, node };
}

void
ply_spans_clear (PlySpans *self)
{
  g_free (self->items);
  *self = (PlySpans) { 0 };
}

/* Sorting */

static inline int
compare_nodes (const PlySpan *a, const PlySpan *b)
{
  if (a->node->kind != b->node->kind)
    return a->node->kind < b->node->kind ? -1 : 1;
  return strcmp (a->node->id, b->node->id);
}

static inline int
compare_spans (const PlySpan *a, const PlySpan *b)
{
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end < b->end ? -1 : 1;
  return compare_nodes (a, b);
}

static inline int
compare_ends (const PlySpan *a, const PlySpan *b)
{
  if (a->end != b->end)
    return a->end < b->end ? -1 : 1;
  return compare_spans (a, b);
}

static int
compare_spans_any (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare_spans (a, b);
}

static int
compare_ends_any (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare_ends (a, b);
}

static inline void
insert_sort (PlySpans *self, Compare compare)
{
  for (guint i = 1; i < self->len; i++)
    {
      PlySpan span = self->items[i];
      guint at = i;

      for (; at > 0 && compare (&self->items[at - 1], &span) > 0; at--)
        self->items[at] = self->items[at - 1];
      self->items[at] = span;
    }
}

static void
drop_repeated (PlySpans *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->len; i++)
    if (kept == 0 || self->items[kept - 1].node != self->items[i].node)
      self->items[kept++] = self->items[i];
  self->len = kept;
}

void
ply_spans_sort (PlySpans *self)
{
  if (self->len <= FEW)
    insert_sort (self, compare_spans);
  else
    g_sort_array (self->items, self->len, sizeof *self->items, compare_spans_any, NULL);
  drop_repeated (self);
}

void
ply_spans_sort_by_end (PlySpans *self)
{
  if (self->len <= FEW)
    insert_sort (self, compare_ends);
  else
    g_sort_array (self->items, self->len, sizeof *self->items, compare_ends_any, NULL);
}

void
ply_spans_copy (PlySpans *self, const PlySpans *from)
{
  self->len = 0;
  for (guint i = 0; i < from->len; i++)
    if (from->items[i].end > from->items[i].start)
      {
        reserve (self, self->len + 1);
        self->items[self->len++] = from->items[i];
      }
}

/* Comparing */

void
ply_spans_compare (const PlySpans *self, PlyClashFunc clash, gpointer data)
{
  const PlySpan *few[FEW];
  g_autofree const PlySpan **many = NULL;
  const PlySpan **running = few;
  guint n = 0;

  if (self->len < 2)
    return;
  if (self->len > FEW)
    running = many = g_new (const PlySpan *, self->len);
  for (guint i = 0; i < self->len; i++)
    {
      const PlySpan *span = &self->items[i];
      guint found = 0;

      if (span->end <= span->start)
        continue;
      for (guint at = n; at > 0 && found < PLY_CLASHES_MOST; at--)
        {
          if (running[at - 1]->end <= span->start)
            {
              memmove (&running[at - 1], &running[at], (n - at) * sizeof *running);
              n--;
              continue;
            }
          found++;
          if (clash (data, running[at - 1], span))
            break;
        }
      running[n++] = span;
    }
}
