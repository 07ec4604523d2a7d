/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-flow.h"

/* ---- Flows: pieces, spaces, prices ---- */

static void
piece_clear (gpointer data)
{
  g_free (((PlyPiece *) data)->cells);
}

PlyFlow *
ply_flow_new (void)
{
  PlyFlow *self = g_new0 (PlyFlow, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (PlyPiece));
  g_array_set_clear_func (self->pieces, piece_clear);
  self->events = g_array_new (FALSE, FALSE, sizeof (PlyFlowEvent));
  self->bars = g_array_new (FALSE, FALSE, sizeof (PlyBar));
  self->tables = g_array_new (FALSE, FALSE, sizeof (PlyTableSpan));
  self->flows = g_ptr_array_new_with_free_func ((GDestroyNotify) ply_flow_free);
  self->waiting = g_ptr_array_new ();
  return self;
}

void
ply_flow_free (PlyFlow *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pieces);
  g_array_unref (self->events);
  g_array_unref (self->bars);
  g_array_unref (self->tables);
  g_ptr_array_unref (self->flows);
  g_ptr_array_unref (self->waiting);
  g_free (self);
}

static void
add_space (PlyFlow *self)
{
  PlyPiece space = { .kind = PLY_PIECE_SPACE, .steps = self->pending, .table = -1 };

  if (self->pending > 0 && self->pieces->len > 0)
    g_array_append_val (self->pieces, space);
  self->pending = 0;
}

guint
ply_flow_add (PlyFlow *self, PlyPiece piece)
{
  guint index;

  if (piece.kind == PLY_PIECE_BREAK)
    self->pending = 0;
  add_space (self);
  index = self->pieces->len;
  piece.table = -1;
  g_array_append_val (self->pieces, piece);
  for (guint i = 0; i < self->waiting->len; i++)
    {
      PlyFlowEvent event = { index, self->waiting->pdata[i] };

      g_array_append_val (self->events, event);
    }
  g_ptr_array_set_size (self->waiting, 0);
  return index;
}

void
ply_flow_need_space (PlyFlow *self, guint steps)
{
  self->pending = MAX (self->pending, steps);
}

void
ply_flow_keep (PlyFlow *self, guint first, guint end, guint penalty)
{
  for (guint i = first; i + 1 < end; i++)
    {
      PlyPiece *piece = ply_flow_piece (self, i);

      piece->penalty = MAX (piece->penalty, penalty);
    }
}

guint
ply_flow_count_steps (PlyFlow *self, guint first, guint end)
{
  guint steps = 0;

  for (guint i = first; i < end; i++)
    steps += ply_flow_piece (self, i)->steps;
  return steps;
}

/* ---- How much a page holds ---- */

#define EMPTY_COST 1000.0 /* of an empty page; grows with the square of what is left empty */
#define COLUMNS_LEAST 8   /* steps of columns worth beginning */

guint
ply_piece_least_steps (const PlyPiece *piece)
{
  if (piece->kind == PLY_PIECE_COLUMNS)
    return MIN (COLUMNS_LEAST,
                ply_flow_count_steps (piece->columns, 0, piece->columns->pieces->len));
  /* Lines of hanging labels take no steps of their own, but reach down all the same. */
  return MAX (piece->steps, piece->drop);
}

/* The price of a page of @steps ending before @end, of which @used are filled. */
static double
price_break (PlyFlow *self, guint end, guint used, guint steps)
{
  const PlyPiece *before = ply_flow_piece (self, end - 1);
  double empty = (steps - used) / (double) MAX (steps, 1);

  return before->penalty + EMPTY_COST * empty * empty;
}

static gboolean
is_soft_space (const PlyPiece *piece)
{
  return piece->kind == PLY_PIECE_SPACE && !piece->hard;
}

/* TRUE when the flow may go on after a page that ends before piece @i, without losing anything. */
static gboolean
stops_by_itself (PlyFlow *self, guint i, guint used, guint steps)
{
  const PlyPiece *piece = i < self->pieces->len ? ply_flow_piece (self, i) : NULL;

  return piece == NULL || piece->kind == PLY_PIECE_BREAK
         || (piece->kind == PLY_PIECE_COLUMNS && used + ply_piece_least_steps (piece) <= steps);
}

PlyFit
ply_flow_fit (PlyFlow *self, guint first, guint steps, gboolean at_top)
{
  PlyFit fit = { 0 };
  double best = G_MAXDOUBLE;
  guint used = 0;
  guint i;

  while (at_top && first < self->pieces->len && is_soft_space (ply_flow_piece (self, first)))
    first++;
  fit.first = fit.end = first;
  for (i = first; !stops_by_itself (self, i, used, steps); i++)
    {
      const PlyPiece *piece = ply_flow_piece (self, i);

      if (i > first && !is_soft_space (ply_flow_piece (self, i - 1))
          && price_break (self, i, used, steps) <= best)
        {
          best = price_break (self, i, used, steps);
          fit.end = i;
          fit.used = used;
        }
      if (used + ply_piece_least_steps (piece) > steps)
        break;
      used += piece->steps;
    }
  fit.full = !stops_by_itself (self, i, used, steps);
  if (!fit.full || (at_top && fit.end == first))
    {
      fit.end = fit.full ? MAX (i, first + 1) : i;
      fit.used = ply_flow_count_steps (self, first, fit.end);
    }
  return fit;
}
