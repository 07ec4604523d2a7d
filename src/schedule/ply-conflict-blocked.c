/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-time.h"

#include <string.h>

/* Where sessions cannot well be put. */

typedef struct
{
  const PlyConflicts *conflicts;
  GArray *blocked;      /* PlyBlocked */
  GHashTable *sessions; /* nodes of those that are to be put somewhere */
  GHashTable *people;   /* nodes of whoever takes part in them */
} Search;

/* What the array holds until it is sorted: the day's place in time comes with it. */
typedef struct
{
  PlyBlocked row;
  gint64 date;
} Dated;

static void
add_day (Search *self, const PlyNode *day, const PlyNode *who, gboolean is_room, gint64 start,
         gint64 end, PlyConflictKind kind)
{
  gint64 midnight = day->date * PLY_MINUTES_PER_DAY;
  Dated dated = {
    .row = {
      .day = day->id,
      .room = is_room ? who->id : NULL,
      .start = MAX (start - midnight, 0),
      .end = MIN (end - midnight, PLY_MINUTES_MAX),
      .kind = kind,
      .who = who->id,
    },
    .date = day->date,
  };

  if (dated.row.start < dated.row.end)
    g_array_append_val (self->blocked, dated);
}

static const PlyNode *
day_at (const PlyConflicts *self, guint index)
{
  const PlyRecord *record = ply_snapshot_get_at (self->snapshot, PLY_KIND_DAY, index);
  const PlyNode *day = ply_index_find (self, PLY_KIND_DAY, record->id);

  return day != NULL && day->date != PLY_UNSET ? day : NULL;
}

static void
add_absence (Search *self, const PlyNode *who)
{
  gboolean is_room = who->kind == PLY_KIND_ROOM;

  for (guint i = 0; i < ply_snapshot_get_n (self->conflicts->snapshot, PLY_KIND_DAY); i++)
    {
      const PlyNode *day = day_at (self->conflicts, i);
      g_autoptr (GArray) spans = NULL;

      if (day == NULL)
        continue;
      spans = ply_node_dup_unavailable (who, day->date);
      for (guint s = 0; s < spans->len; s++)
        add_day (self, day, who, is_room, g_array_index (spans, PlySpan, s).start,
                 g_array_index (spans, PlySpan, s).end,
                 is_room ? PLY_CONFLICT_ROOM_UNAVAILABLE : PLY_CONFLICT_PERSON_UNAVAILABLE);
    }
}

/* On each day whose times reach so far. */
static void
add_engagement (Search *self, const PlyNode *person, const PlyNode *busy)
{
  for (guint i = 0; i < ply_snapshot_get_n (self->conflicts->snapshot, PLY_KIND_DAY); i++)
    {
      const PlyNode *day = day_at (self->conflicts, i);

      if (day != NULL)
        add_day (self, day, person, FALSE, busy->start, busy->end, PLY_CONFLICT_PERSON_OVERLAP);
    }
}

static void
add_engagements (Search *self, const PlyNode *person)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < person->ties.len; i++)
    {
      const PlyTie *tie = ply_vec_get (&person->ties, i);
      PlyNode *busy = tie->nodes[0];

      /* Several roles are one presence. */
      if (tie->kind == PLY_KIND_PARTICIPATION && busy != NULL && busy->start != PLY_UNSET
          && !g_hash_table_contains (self->sessions, busy->session)
          && g_hash_table_add (seen, busy))
        add_engagement (self, person, busy);
    }
}

static void
find_people (Search *self, const PlyNode *node)
{
  for (guint i = 0; i < node->ties.len; i++)
    {
      const PlyTie *tie = ply_vec_get (&node->ties, i);

      if (tie->kind == PLY_KIND_PARTICIPATION && tie->nodes[1] != NULL
          && tie->nodes[1]->record != NULL)
        g_hash_table_add (self->people, tie->nodes[1]);
    }
}

static void
find_sessions (Search *self, const char *const *sessions)
{
  for (guint i = 0; sessions != NULL && sessions[i] != NULL; i++)
    {
      PlyNode *node = ply_index_find (self->conflicts, PLY_KIND_SESSION, sessions[i]);

      if (node == NULL || !g_hash_table_add (self->sessions, node))
        continue;
      find_people (self, node);
      for (guint t = 0; t < node->children.len; t++)
        find_people (self, ply_vec_get (&node->children, t));
    }
}

static int
compare_dated (gconstpointer a, gconstpointer b)
{
  const Dated *one = a;
  const Dated *two = b;

  if (one->date != two->date)
    return one->date < two->date ? -1 : 1;
  if (one->row.day != two->row.day)
    return strcmp (one->row.day, two->row.day);
  if (one->row.start != two->row.start)
    return one->row.start < two->row.start ? -1 : 1;
  if (one->row.end != two->row.end)
    return one->row.end < two->row.end ? -1 : 1;
  if (one->row.kind != two->row.kind)
    return one->row.kind < two->row.kind ? -1 : 1;
  return strcmp (one->row.who, two->row.who);
}

static GArray *
sorted_rows (GArray *blocked)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (PlyBlocked), blocked->len);

  g_array_sort (blocked, compare_dated);
  for (guint i = 0; i < blocked->len; i++)
    g_array_append_val (rows, g_array_index (blocked, Dated, i).row);
  return rows;
}

GArray *
ply_conflicts_dup_blocked (const PlyConflicts *self, const char *const *sessions)
{
  g_autoptr (GArray) blocked = g_array_new (FALSE, FALSE, sizeof (Dated));
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);
  Search search = { self, blocked, placed, people };
  GHashTableIter iter;
  gpointer person;

  g_return_val_if_fail (self != NULL, NULL);

  find_sessions (&search, sessions);
  for (guint i = 0; i < self->rooms.len; i++)
    {
      const PlyNode *room = ply_vec_get (&self->rooms, i);

      if (room->record != NULL)
        add_absence (&search, room);
    }
  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    {
      add_absence (&search, person);
      add_engagements (&search, person);
    }
  return sorted_rows (blocked);
}
