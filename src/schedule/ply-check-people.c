/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

typedef struct
{
  PlyConflicts *conflicts;
  PlyNode *person;
} Context;

/* Who takes part in a session as a whole may have talks in it, a chair above all. */
static gboolean
belong_together (const PlyNode *a, const PlyNode *b)
{
  return a->session == b->session && (a->kind == PLY_KIND_SESSION || b->kind == PLY_KIND_SESSION);
}

static gboolean
person_clash_cb (gpointer data, const PlySpan *a, const PlySpan *b)
{
  Context *context = data;
  PlyNode *nodes[] = { a->node, b->node, context->person };

  if (!belong_together (a->node, b->node))
    ply_conflicts_add (context->conflicts, &context->person->own, PLY_CONFLICT_PERSON_OVERLAP,
                       b->node, NULL, nodes, G_N_ELEMENTS (nodes));
  return FALSE;
}

static void
check_availability (PlyConflicts *self, PlyNode *person, const PlySpans *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      PlyNode *busy = spans->items[i].node;
      PlyNode *nodes[] = { busy, person };

      if (ply_node_is_unavailable (person, busy))
        ply_conflicts_add (self, &person->own, PLY_CONFLICT_PERSON_UNAVAILABLE, busy, NULL, nodes,
                           G_N_ELEMENTS (nodes));
    }
}

static gboolean
is_live (const PlyNode *busy)
{
  return busy != NULL && busy->record != NULL && busy->session != NULL
         && busy->session->record != NULL && !busy->session->is_cancelled;
}

static void
check_institution (PlyConflicts *self, PlyNode *person)
{
  gboolean speaks_alone = FALSE;

  if (person->affiliations.len > 0)
    return;
  for (guint i = 0; i < person->ties.len; i++)
    {
      const PlyTie *tie = ply_vec_get (&person->ties, i);

      if (tie->is_speaking && tie->nodes[2] == NULL && is_live (tie->nodes[0]))
        speaks_alone = TRUE;
    }
  if (speaks_alone)
    ply_conflicts_add (self, &person->own, PLY_CONFLICT_NO_INSTITUTION, NULL, NULL, &person, 1);
}

void
ply_check_person (PlyConflicts *self, PlyNode *person)
{
  PlySpans *spans = &self->spans;
  Context context = { self, person };

  if (person->record == NULL)
    return;
  spans->len = 0;
  for (guint i = 0; i < person->ties.len; i++)
    {
      const PlyTie *tie = ply_vec_get (&person->ties, i);
      PlyNode *busy = tie->nodes[0];

      if (tie->kind == PLY_KIND_PARTICIPATION && busy != NULL && busy->start != PLY_UNSET)
        ply_spans_add (spans, busy);
    }
  check_institution (self, person);
  ply_spans_sort (spans);
  ply_spans_compare (spans, person_clash_cb, &context);
  check_availability (self, person, spans);
  if (self->settings.walk_most > 0)
    ply_check_walks (self, person, spans);
}
