/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

/* What lies between the sessions of a room on a conference day: nothing for long, or too little
 * time to change over. */

/* Into @spans, in order: those of the bucket's day that take time. */
static void
collect (PlySpans *spans, const PlyBucket *bucket, gboolean with_breaks, gint64 date)
{
  for (guint i = 0; bucket != NULL && i < bucket->members.len; i++)
    {
      PlyNode *session = ply_vec_get (&bucket->members, i);

      if (session->date == date && session->end > session->start
          && (with_breaks || !ply_node_is_break (session)))
        ply_spans_add (spans, session);
    }
}

static void
add (PlyConflicts *self, PlyBucket *bucket, PlyConflictKind kind, const PlySpan *before,
     const PlySpan *after)
{
  PlyNode *nodes[] = { before->node, after->node, bucket->owner };

  ply_conflicts_add (self, &bucket->own, kind, after->node, NULL, nodes, G_N_ELEMENTS (nodes));
}

/* Between the first and the last session of the room itself; what is in all rooms, breaks too, is
 * something. */
static void
find_gaps (PlyConflicts *self, PlyBucket *bucket)
{
  PlySpans *spans = &self->spans;
  gint64 date = bucket->number;
  gint64 first = G_MAXINT64, last = G_MININT64;
  const PlySpan *before = NULL;

  spans->len = 0;
  collect (spans, bucket, TRUE, date);
  for (guint i = 0; i < spans->len; i++)
    {
      first = MIN (first, spans->items[i].start);
      last = MAX (last, spans->items[i].end);
    }
  collect (spans, ply_index_find_bucket (self, PLY_BUCKET_ALL_ROOMS, NULL, date), TRUE, date);
  collect (spans, ply_index_find_bucket (self, PLY_BUCKET_BREAKS, NULL, date), TRUE, date);
  ply_spans_sort (spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const PlySpan *span = &spans->items[i];

      if (before != NULL && span->start - before->end > self->settings.gap_most
          && before->end >= first && span->start <= last)
        add (self, bucket, PLY_CONFLICT_LONG_GAP, before, span);
      if (before == NULL || span->end > before->end)
        before = span;
    }
}

/* Of the room's own sessions; after a break nothing has to be changed over. */
static void
find_turnovers (PlyConflicts *self, PlyBucket *bucket)
{
  PlySpans *spans = &self->spans;
  PlySpans *ends = &self->ends;
  const PlySpan *before = NULL;
  guint n_ends = 0;

  spans->len = 0;
  collect (spans, bucket, FALSE, bucket->number);
  if (spans->len < 2)
    return;
  ply_spans_copy (ends, spans);
  ply_spans_sort (spans);
  ply_spans_sort_by_end (ends);
  for (guint i = 0; i < spans->len; i++)
    {
      const PlySpan *span = &spans->items[i];

      for (; n_ends < ends->len && ends->items[n_ends].end <= span->start; n_ends++)
        if (before == NULL || ends->items[n_ends].end > before->end)
          before = &ends->items[n_ends];
      if (before != NULL && span->start - before->end < self->settings.turnover_least)
        add (self, bucket, PLY_CONFLICT_SHORT_TURNOVER, before, span);
    }
}

void
ply_check_gaps (PlyConflicts *self, PlyBucket *bucket)
{
  if (self->settings.gap_most != PLY_UNSET)
    find_gaps (self, bucket);
  if (self->settings.turnover_least != PLY_UNSET)
    find_turnovers (self, bucket);
}
