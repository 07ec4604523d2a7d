/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-time.h"

#include <string.h>

/* Spans */

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const PlySpan *one = a;
  const PlySpan *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  if (one->end != two->end)
    return one->end < two->end ? -1 : 1;
  if (one->node->kind != two->node->kind)
    return one->node->kind < two->node->kind ? -1 : 1;
  return strcmp (one->node->id, two->node->id);
}

void
ply_spans_sort (GArray *spans)
{
  guint kept = 0;

  if (spans->len < 2)
    return;
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      PlySpan span = g_array_index (spans, PlySpan, i);

      if (kept == 0 || g_array_index (spans, PlySpan, kept - 1).node != span.node)
        g_array_index (spans, PlySpan, kept++) = span;
    }
  g_array_set_size (spans, kept);
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  gint64 one = ((const PlySpan *) a)->end;
  gint64 two = ((const PlySpan *) b)->end;

  if (one != two)
    return one < two ? -1 : 1;
  return compare_spans (a, b);
}

void
ply_spans_sort_by_end (GArray *spans)
{
  g_array_sort (spans, compare_ends);
}

void
ply_spans_compare (const GArray *spans, PlyClashFunc clash, gpointer data)
{
  g_autofree const PlySpan **running = NULL;
  guint n = 0;

  if (spans->len < 2)
    return;
  running = g_new (const PlySpan *, spans->len);
  for (guint i = 0; i < spans->len; i++)
    {
      const PlySpan *span = &g_array_index (spans, PlySpan, i);
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

void
ply_spans_add (GArray *spans, PlyNode *node)
{
  PlySpan span = { node->start, node->end, node };

  g_array_append_val (spans, span);
}

/* Rooms */

typedef struct
{
  PlyConflicts *conflicts;
  PlyBucket *bucket;
} Context;

static gboolean
takes_all (const PlyNode *session)
{
  return ((const PlySession *) session->record)->all_rooms == 1;
}

static gboolean
room_clash_cb (gpointer data, const PlySpan *a, const PlySpan *b)
{
  Context *context = data;
  PlyNode *room = context->bucket->owner;
  PlyNode *nodes[] = { a->node, b->node, room };
  gboolean both = takes_all (a->node) && takes_all (b->node);

  /* What begins on another date is found there, two plenary sessions apart from any room. */
  if (b->start / PLY_MINUTES_PER_DAY != (gint64) context->bucket->number || both != (room == NULL))
    return FALSE;
  ply_conflicts_add (context->conflicts, &context->bucket->own, PLY_CONFLICT_ROOM_OVERLAP, b->node,
                     NULL, nodes, room != NULL ? 3 : 2);
  return FALSE;
}

static void
check_bucket (PlyConflicts *self, PlyBucket *bucket, const PlyBucket *also)
{
  GArray *spans = self->spans;
  Context context = { self, bucket };

  g_array_set_size (spans, 0);
  for (guint i = 0; i < bucket->members.len; i++)
    ply_spans_add (spans, ply_vec_get (&bucket->members, i));
  for (guint i = 0; also != NULL && i < also->members.len; i++)
    ply_spans_add (spans, ply_vec_get (&also->members, i));
  if (spans->len < 2)
    return;
  ply_spans_sort (spans);
  ply_spans_compare (spans, room_clash_cb, &context);
}

void
ply_check_room (PlyConflicts *self, PlyBucket *bucket)
{
  if (bucket->members.len == 0 || bucket->owner->record == NULL)
    return;
  check_bucket (self, bucket,
                ply_index_find_bucket (self, PLY_BUCKET_ALL_ROOMS, NULL, bucket->number));
  ply_check_gaps (self, bucket);
}

void
ply_check_all_rooms (PlyConflicts *self, PlyBucket *bucket)
{
  check_bucket (self, bucket, NULL);
}

/* Larger rooms */

static gboolean
bucket_is_free (const PlyBucket *bucket, const PlyNode *busy)
{
  for (guint i = 0; bucket != NULL && i < bucket->members.len; i++)
    {
      const PlyNode *other = ply_vec_get (&bucket->members, i);

      if (other != busy && other->start < busy->end && busy->start < other->end)
        return FALSE;
    }
  return TRUE;
}

gboolean
ply_room_is_free (const PlyConflicts *self, const PlyNode *room, const PlyNode *busy)
{
  for (gint64 date = busy->start / PLY_MINUTES_PER_DAY;
       date <= (busy->end - 1) / PLY_MINUTES_PER_DAY; date++)
    if (!bucket_is_free (ply_index_find_bucket (self, PLY_BUCKET_ROOM, room, date), busy)
        || !bucket_is_free (ply_index_find_bucket (self, PLY_BUCKET_ALL_ROOMS, NULL, date), busy))
      return FALSE;
  return !ply_node_is_unavailable (room, busy);
}

static gint64
capacity_of (const PlyNode *room)
{
  return room->record != NULL ? ((const PlyRoom *) room->record)->capacity : PLY_UNSET;
}

const PlyNode *
ply_find_larger_room (const PlyConflicts *self, const PlyNode *session)
{
  gint64 audience = ((const PlySession *) session->record)->audience;
  const PlyNode *best = NULL;

  if (session->start == PLY_UNSET)
    return NULL;
  for (guint i = 0; i < self->rooms.len; i++)
    {
      const PlyNode *room = ply_vec_get (&self->rooms, i);
      gint64 capacity = capacity_of (room);
      gboolean better = best == NULL || capacity < capacity_of (best)
                        || (capacity == capacity_of (best) && strcmp (room->id, best->id) < 0);

      if (capacity >= audience && better && ply_room_is_free (self, room, session))
        best = room;
    }
  return best;
}
