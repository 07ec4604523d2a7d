/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-time.h"

#include <string.h>

/* Rooms */

typedef struct
{
  PlyConflicts *conflicts;
  PlyBucket *bucket;
} Context;

static gboolean
room_clash_cb (gpointer data, const PlySpan *a, const PlySpan *b)
{
  Context *context = data;
  PlyNode *room = context->bucket->owner;
  PlyNode *nodes[] = { a->node, b->node, room };
  gboolean both = a->node->all_rooms && b->node->all_rooms;

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
  PlySpans *spans = &self->spans;
  Context context = { self, bucket };

  spans->len = 0;
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
  const PlyNode *best = NULL;

  if (session->start == PLY_UNSET)
    return NULL;
  for (guint i = 0; i < self->rooms.len; i++)
    {
      const PlyNode *room = ply_vec_get (&self->rooms, i);
      gint64 capacity = capacity_of (room);
      gboolean better = best == NULL || capacity < capacity_of (best)
                        || (capacity == capacity_of (best) && strcmp (room->id, best->id) < 0);

      if (capacity >= session->audience && better && ply_room_is_free (self, room, session))
        best = room;
    }
  return best;
}
