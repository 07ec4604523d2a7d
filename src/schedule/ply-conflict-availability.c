/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-time.h"

/* When people and rooms are there, by their rows of availability. */

/* NULL when the tie is no row of availability or its day has no date. */
static const PlyAvailability *
row_of (const PlyTie *tie)
{
  if (tie->kind != PLY_KIND_AVAILABILITY || tie->nodes[0] == NULL
      || tie->nodes[0]->date == PLY_UNSET)
    return NULL;
  return (const PlyAvailability *) tie->record;
}

/* A row without times covers its own conference day, however far past midnight that goes; to what
 * belongs to another day it covers its date on the clock. */
static PlySpan
row_span (const PlyTie *tie, gint64 seen_from)
{
  const PlyAvailability *row = (const PlyAvailability *) tie->record;
  gint64 date = tie->nodes[0]->date;
  gint64 last = date == seen_from ? G_MAXINT32 : PLY_MINUTES_PER_DAY;
  PlySpan span = {
    .start = date * PLY_MINUTES_PER_DAY + (row->start != PLY_UNSET ? row->start : 0),
    .end = date * PLY_MINUTES_PER_DAY + (row->end != PLY_UNSET ? row->end : last),
  };

  return span;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  gint64 one = ((const PlySpan *) a)->start;
  gint64 two = ((const PlySpan *) b)->start;

  return (one > two) - (one < two);
}

static gboolean
covers (GArray *spans, const PlyNode *busy)
{
  gint64 reached = busy->start;

  g_array_sort (spans, compare_starts);
  for (guint i = 0; i < spans->len; i++)
    {
      const PlySpan *span = &g_array_index (spans, PlySpan, i);

      if (span->start <= reached)
        reached = MAX (reached, span->end);
    }
  return reached >= busy->end;
}

gboolean
ply_node_is_unavailable (const PlyNode *owner, const PlyNode *busy)
{
  g_autoptr (GArray) available = NULL;

  if (busy->end <= busy->start)
    return FALSE;
  for (guint i = 0; i < owner->ties.len; i++)
    {
      const PlyTie *tie = ply_vec_get (&owner->ties, i);
      const PlyAvailability *row = row_of (tie);
      PlySpan span;

      if (row == NULL)
        continue;
      span = row_span (tie, busy->date);
      if (row->available == 1)
        {
          if (available == NULL)
            available = g_array_new (FALSE, FALSE, sizeof (PlySpan));
          g_array_append_val (available, span);
        }
      else if (span.start < busy->end && busy->start < span.end)
        {
          return TRUE;
        }
    }
  return available != NULL && !covers (available, busy);
}

/* As intervals */

static void
add_clipped (GArray *spans, gint64 start, gint64 end, gint64 first)
{
  PlySpan span = {
    .start = MAX (start, first),
    .end = MIN (end, first + PLY_MINUTES_MAX),
  };

  if (span.start < span.end)
    g_array_append_val (spans, span);
}

/* What @available, which is sorted here, leaves open. */
static void
add_rest (GArray *spans, GArray *available, gint64 first)
{
  gint64 reached = first;

  g_array_sort (available, compare_starts);
  for (guint i = 0; i < available->len; i++)
    {
      const PlySpan *span = &g_array_index (available, PlySpan, i);

      add_clipped (spans, reached, span->start, first);
      reached = MAX (reached, span->end);
    }
  add_clipped (spans, reached, G_MAXINT64, first);
}

static void
merge (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, compare_starts);
  for (guint i = 0; i < spans->len; i++)
    {
      PlySpan span = g_array_index (spans, PlySpan, i);
      PlySpan *last = kept > 0 ? &g_array_index (spans, PlySpan, kept - 1) : NULL;

      if (last != NULL && span.start <= last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, PlySpan, kept++) = span;
    }
  g_array_set_size (spans, kept);
}

GArray *
ply_node_dup_unavailable (const PlyNode *owner, gint64 date)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlySpan));
  g_autoptr (GArray) available = g_array_new (FALSE, FALSE, sizeof (PlySpan));
  gint64 first = date * PLY_MINUTES_PER_DAY;

  for (guint i = 0; i < owner->ties.len; i++)
    {
      const PlyTie *tie = ply_vec_get (&owner->ties, i);
      const PlyAvailability *row = row_of (tie);
      PlySpan span;

      if (row == NULL)
        continue;
      span = row_span (tie, date);
      if (row->available == 1)
        g_array_append_val (available, span);
      else
        add_clipped (spans, span.start, span.end, first);
    }
  if (available->len > 0)
    add_rest (spans, available, first);
  merge (spans);
  return spans;
}
