/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-flow.h"

#include <math.h>

/* ---- Tables: rows are pieces whose cells are flows ---- */

/* The widths of the columns; FALSE when they have no room. */
static gboolean
find_widths (PlyBlock *table, double width, double *widths)
{
  double rest = width - table->hang * (table->n_columns - 1);
  double shares = 0;

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].width > 0)
      rest -= table->columns[i].width;
    else
      shares += table->columns[i].flex > 0 ? table->columns[i].flex : 1;
  if (rest < -0.01 || (shares > 0 && rest < 1))
    return FALSE;
  for (guint i = 0; i < table->n_columns; i++)
    {
      const PlyTableColumn *column = &table->columns[i];

      widths[i] =
          column->width > 0 ? column->width : rest * (column->flex > 0 ? column->flex : 1) / shares;
    }
  return TRUE;
}

static PlyPiece
build_row (PlyBuilder *self, PlyFlow *flow, PlyBlock *row, const double *widths, double x,
           int parent)
{
  PlyBlock *table = row->parent;
  int element = ply_builder_add_element (self, PLY_TAG_ROW, parent, row);
  PlyPiece piece = { .kind = PLY_PIECE_ROW, .block = row, .x = x };
  PlyBlock *cell = row->first;

  piece.cells = g_new0 (PlyCell, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    {
      PlyFlow *inside = ply_flow_new ();
      int cell_element = ply_builder_add_element (
          self, row->is_head ? PLY_TAG_HEAD_CELL : PLY_TAG_CELL, element, cell);

      if (row->is_head)
        g_array_index (self->elements, PlyElement, cell_element).attributes =
            "/O /Table /Scope /Column";
      if (cell != NULL)
        {
          ply_builder_add_blocks (self, inside, cell->first, x, widths[i], cell_element);
          cell = cell->next;
        }
      g_ptr_array_add (flow->flows, inside);
      piece.cells[piece.n_cells++] = (PlyCell) { inside, 0, inside->pieces->len };
      piece.width = x + widths[i] - piece.x;
      x += widths[i] + table->hang;
    }
  return piece;
}

static guint
cells_steps (const PlyPiece *row)
{
  guint steps = 1;

  for (guint i = 0; i < row->n_cells; i++)
    {
      const PlyCell *cell = &row->cells[i];

      steps = MAX (steps, ply_flow_count_steps (cell->flow, cell->first, cell->end));
    }
  return steps;
}

/* Takes from the rest of a row that is too high what @steps hold. */
static PlyPiece
cut_row (PlyPiece *rest, guint steps)
{
  PlyPiece part = *rest;

  part.cells = g_memdup2 (rest->cells, sizeof (PlyCell) * rest->n_cells);
  for (guint i = 0; i < rest->n_cells; i++)
    {
      PlyCell *cell = &rest->cells[i];
      PlyFit fit = ply_flow_fit (cell->flow, cell->first, steps, TRUE);

      part.cells[i].first = fit.first;
      part.cells[i].end = MIN (fit.end, cell->end);
      cell->first = part.cells[i].end;
    }
  return part;
}

/* Returns the row's first piece. */
static guint
add_row (PlyFlow *flow, PlyPiece row, guint padding, guint most)
{
  guint room = MAX (most, 2 * padding + 1) - 2 * padding;
  guint steps = cells_steps (&row);
  int first = -1;
  guint last;

  while (steps > room)
    {
      PlyPiece part = cut_row (&row, room);

      part.steps = MIN (cells_steps (&part), room) + 2 * padding;
      last = ply_flow_add (flow, part);
      first = first < 0 ? (int) last : first;
      steps = cells_steps (&row);
    }
  row.steps = steps + 2 * padding;
  last = ply_flow_add (flow, row);
  return first < 0 ? last : (guint) first;
}

/* Heads are kept with the first row, and repeated unless they take more than half a page. */
static void
finish_table (PlyBuilder *self, PlyFlow *flow, PlyTableSpan span)
{
  int index = flow->tables->len;

  span.end = flow->pieces->len;
  span.head_steps = ply_flow_count_steps (flow, span.first, span.body);
  if (span.head_steps > self->page_steps / 2)
    span.head_steps = 0;
  ply_flow_keep (flow, span.first, MIN (span.body + 1, span.end), PLY_PENALTY_NEVER);
  for (guint i = span.first; i < span.end; i++)
    ply_flow_piece (flow, i)->table = index;
  g_array_append_val (flow->tables, span);
}

void
ply_builder_add_table (PlyBuilder *self, PlyFlow *flow, PlyBlock *table, double x, double width,
                       int parent)
{
  g_autofree double *widths = g_new0 (double, table->n_columns);
  int element = ply_builder_add_element (self, PLY_TAG_TABLE, parent, table);
  PlyTableSpan span = { 0 };
  guint room = self->page_steps;
  gboolean in_body = FALSE;

  if (!find_widths (table, width, widths))
    {
      g_set_error (&self->error, PLY_TYPESET_ERROR, PLY_TYPESET_ERROR_SETUP,
                   "The columns of a table do not fit into %g pt. Choose a larger paper or "
                   "smaller margins.",
                   width);
      return;
    }
  for (PlyBlock *row = table->first; row != NULL && self->error == NULL; row = row->next)
    {
      PlyPiece piece = build_row (self, flow, row, widths, x, element);
      guint at = add_row (flow, piece, table->padding, room);

      if (row == table->first)
        span.first = span.body = at;
      in_body |= !row->is_head;
      if (!in_body)
        span.body = flow->pieces->len;
      if (!in_body && ply_flow_count_steps (flow, span.first, span.body) <= self->page_steps / 2)
        room = self->page_steps - ply_flow_count_steps (flow, span.first, span.body);
    }
  if (table->first != NULL)
    finish_table (self, flow, span);
}
