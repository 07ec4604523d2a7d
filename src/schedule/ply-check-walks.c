/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

/* Whether people can be in time in another building. */

static guint64
building_of (const PlyNode *busy)
{
  const PlyNode *session = busy->session;

  if (session->all_rooms || session->room == NULL)
    return 0;
  return session->room->text_hash;
}

static gboolean
is_too_far (const PlyConflicts *self, const PlySpan *from, const PlySpan *to)
{
  return from->node->session != to->node->session
         && to->start - from->end
                < ply_settings_walk (self, building_of (from->node), building_of (to->node));
}

typedef struct
{
  const PlyNode *from, *to;
} Way;

static guint
way_hash (gconstpointer way)
{
  return g_direct_hash (((const Way *) way)->from) * 31 + g_direct_hash (((const Way *) way)->to);
}

static gboolean
way_equal (gconstpointer a, gconstpointer b)
{
  return ((const Way *) a)->from == ((const Way *) b)->from
         && ((const Way *) a)->to == ((const Way *) b)->to;
}

/* From one session to another a person goes once, with however many talks in either. */
static gboolean
tell_once (GHashTable **told, const PlySpan *from, const PlySpan *to)
{
  Way way = { from->node->session, to->node->session };

  if (*told == NULL)
    *told = g_hash_table_new_full (way_hash, way_equal, g_free, NULL);
  return g_hash_table_add (*told, g_memdup2 (&way, sizeof way));
}

/* @ends: what has ended before @to begins, the last at the end. What ended before another of them
 * began is not where the person comes from. */
static void
check_way_to (PlyConflicts *self, PlyNode *person, const PlySpan *ends, guint n_ends,
              const PlySpan *to, GHashTable **told)
{
  guint last = n_ends > PLY_CLASHES_MOST ? n_ends - PLY_CLASHES_MOST : 0;
  gint64 busy_from = G_MININT64;

  for (guint i = n_ends; i > last; i--)
    {
      const PlySpan *from = &ends[i - 1];
      PlyNode *nodes[] = { from->node, to->node, person };

      if (to->start - from->end >= self->settings.walk_most || from->end <= busy_from)
        return;
      if (is_too_far (self, from, to) && tell_once (told, from, to))
        ply_conflicts_add (self, &person->own, PLY_CONFLICT_WALKING_TIME, to->node, NULL, nodes,
                           G_N_ELEMENTS (nodes));
      busy_from = MAX (busy_from, from->start);
    }
}

void
ply_check_walks (PlyConflicts *self, PlyNode *person, const PlySpans *spans)
{
  g_autoptr (GHashTable) told = NULL;
  PlySpans *ends = &self->ends;
  guint n_ends = 0;

  ply_spans_copy (ends, spans);
  if (ends->len < 2)
    return;
  ply_spans_sort_by_end (ends);
  for (guint i = 0; i < spans->len; i++)
    {
      const PlySpan *to = &spans->items[i];

      while (n_ends < ends->len && ends->items[n_ends].end <= to->start)
        n_ends++;
      if (to->end > to->start)
        check_way_to (self, person, ends->items, n_ends, to, &told);
    }
}
