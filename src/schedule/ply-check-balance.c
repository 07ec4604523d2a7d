/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-time.h"

#include <string.h>

/* What a track or an institution should think about: parallel to itself, or all on one day. */

typedef struct
{
  PlyConflicts *conflicts;
  PlyBucket *bucket;
  PlyConflictKind kind;
} Context;

/* Each session is set against one that runs when it begins, not against all: a track in five rooms
 * has one hint a session, not ten. */
static gboolean
parallel_cb (gpointer data, const PlySpan *a, const PlySpan *b)
{
  Context *context = data;
  PlyNode *nodes[] = { a->node, b->node, context->bucket->owner };

  if (b->start / PLY_MINUTES_PER_DAY != (gint64) context->bucket->number)
    return TRUE;
  if (a->node->session == b->node->session)
    return FALSE;
  ply_conflicts_add (context->conflicts, &context->bucket->own, context->kind, b->node, NULL, nodes,
                     G_N_ELEMENTS (nodes));
  return TRUE;
}

static void
check_parallel (PlyConflicts *self, PlyBucket *bucket, PlyConflictKind kind)
{
  PlySpans *spans = &self->spans;
  Context context = { self, bucket, kind };

  if (bucket->members.len < 2 || bucket->owner->record == NULL)
    return;
  spans->len = 0;
  for (guint i = 0; i < bucket->members.len; i++)
    ply_spans_add (spans, ply_vec_get (&bucket->members, i));
  ply_spans_sort (spans);
  ply_spans_compare (spans, parallel_cb, &context);
}

void
ply_check_track (PlyConflicts *self, PlyBucket *bucket)
{
  check_parallel (self, bucket, PLY_CONFLICT_TRACK_OVERLAP);
}

void
ply_check_institution (PlyConflicts *self, PlyBucket *bucket)
{
  check_parallel (self, bucket, PLY_CONFLICT_INSTITUTION_OVERLAP);
}

/* The first by its id, when several days have one date; NULL when not all are on one date. */
static PlyNode *
common_day (const PlyBucket *bucket)
{
  const PlyNode *first = ply_vec_get (&bucket->members, 0);
  PlyNode *day = first->session->day;

  for (guint i = 1; i < bucket->members.len; i++)
    {
      const PlyNode *member = ply_vec_get (&bucket->members, i);

      if (member->date != first->date)
        return NULL;
      if (strcmp (member->session->day->id, day->id) < 0)
        day = member->session->day;
    }
  return day;
}

void
ply_check_balance (PlyConflicts *self, PlyBucket *bucket)
{
  char country[3] = { bucket->number >> 8, bucket->number, '\0' };
  PlyNode *nodes[2] = { NULL };
  PlyNode *day;
  guint n = 0;

  if (bucket->members.len < PLY_BALANCE_LEAST || self->n_days < 2)
    return;
  day = common_day (bucket);
  if (day == NULL)
    return;
  if (bucket->owner != NULL)
    nodes[n++] = bucket->owner;
  nodes[n++] = day;
  ply_conflicts_add (self, &bucket->own, PLY_CONFLICT_ONE_DAY, day,
                     bucket->owner == NULL ? g_intern_string (country) : NULL, nodes, n);
}
