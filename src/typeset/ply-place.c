/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pages.h"

#include <math.h>

/* ---- Placing: pieces to points on the page ---- */

static double
baseline (PlyPager *self, guint step)
{
  return self->setup->top + step * self->setup->grid - self->drop;
}

static void
note_marks (PlyPager *self, PlyBlock *block, gboolean at_top)
{
  for (guint i = 0; block->marks != NULL && i < block->marks->len; i++)
    {
      const PlyMark *mark = &g_array_index (block->marks, PlyMark, i);

      g_hash_table_replace (self->marks, mark->name, mark->text);
      if (at_top || !g_hash_table_contains (self->page->first_marks, mark->name))
        g_hash_table_replace (self->page->first_marks, mark->name, mark->text);
      g_hash_table_replace (self->page->last_marks, mark->name, mark->text);
    }
}

static void
note_anchor (PlyPager *self, char *anchor, guint step)
{
  g_hash_table_insert (self->anchor_pages, anchor, GUINT_TO_POINTER (self->pages->len));
  g_hash_table_insert (self->anchor_steps, anchor, GUINT_TO_POINTER (step));
}

static guint
find_event (PlyFlow *flow, guint piece)
{
  guint low = 0;
  guint high = flow->events->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (flow->events, PlyFlowEvent, middle).piece < piece)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
note_events (PlyPager *self, PlyFlow *flow, guint first, guint end, gboolean at_top,
             const guint *steps)
{
  for (guint i = find_event (flow, first); i < flow->events->len; i++)
    {
      const PlyFlowEvent *event = &g_array_index (flow->events, PlyFlowEvent, i);

      if (event->piece >= end)
        return;
      if (event->block->anchor != NULL
          && !g_hash_table_contains (self->anchor_pages, event->block->anchor))
        note_anchor (self, event->block->anchor, steps[event->piece - first]);
      note_marks (self, event->block, at_top && event->piece == first);
      self->page->bare |= event->block->bare_page;
    }
}

static void
place_line (PlyPager *self, const PlyPiece *piece, double dx, guint step, gboolean repeated)
{
  GArray *placed = self->page->placed;
  double leading = MAX (piece->text->style->leading, 1) * self->setup->grid;
  PlyPlaced line = { .kind = PLY_PLACED_TEXT,
                     .first_line = piece->line,
                     .n_lines = 1,
                     .x = self->left + dx + piece->x,
                     .y = baseline (self, step + piece->drop),
                     .width = piece->width,
                     .height = leading,
                     .text = piece->text,
                     .element = repeated ? PLY_ARTIFACT : piece->text->element };

  if (placed->len > 0)
    {
      PlyPlaced *last = &g_array_index (placed, PlyPlaced, placed->len - 1);

      if (last->kind == PLY_PLACED_TEXT && last->text == piece->text
          && last->first_line + last->n_lines == piece->line && last->x == line.x
          && ABS (last->y + last->n_lines * leading - line.y) < 0.01)
        {
          last->n_lines++;
          return;
        }
    }
  g_array_append_val (placed, line);
}

/* The rectangle just placed, if this one goes on below it in the same colour: two that only touch
 * show a seam on screens. */
static PlyPlaced *
find_rect_above (PlyPager *self, double x, double y, double width, guint32 colour)
{
  GArray *placed = self->page->placed;
  PlyPlaced *last = placed->len > 0 ? &g_array_index (placed, PlyPlaced, placed->len - 1) : NULL;

  if (last == NULL || last->kind != PLY_PLACED_BAR || last->colour != colour)
    return NULL;
  return fabs (last->x - x) < 0.01 && fabs (last->width - width) < 0.01
                 && fabs (last->y + last->height - y) < 0.01
             ? last
             : NULL;
}

static void
place_rect (PlyPager *self, double x, double y, double width, double height, guint32 colour)
{
  PlyPlaced *above = find_rect_above (self, x, y, width, colour);
  PlyPlaced rect = { .kind = PLY_PLACED_BAR,
                     .x = x,
                     .y = y,
                     .width = width,
                     .height = height,
                     .colour = colour,
                     .element = PLY_ARTIFACT };

  if (above != NULL)
    above->height += height;
  else
    g_array_append_val (self->page->placed, rect);
}

static void
place_row (PlyPager *self, const PlyPiece *row, double dx, guint step, gboolean repeated)
{
  PlyBlock *table = row->block->parent;
  double foot = self->setup->top + (step + row->steps) * self->setup->grid;

  for (guint i = 0; i < row->n_cells; i++)
    {
      const PlyCell *cell = &row->cells[i];

      ply_pager_place (self, cell->flow, cell->first, cell->end, dx, step + table->padding, 0,
                       repeated);
    }
  if (table->thickness > 0)
    place_rect (self, self->left + dx + row->x, foot - table->thickness, row->width,
                table->thickness, table->colour);
}

static void
place_image (PlyPager *self, const PlyPiece *piece, double dx, guint step)
{
  PlyPlaced image = { .kind = PLY_PLACED_IMAGE,
                      .x = self->left + dx + piece->x,
                      .y = self->setup->top + step * self->setup->grid,
                      .width = piece->width,
                      .height = piece->steps * self->setup->grid,
                      .block = piece->block,
                      .element = piece->element };

  g_array_append_val (self->page->placed, image);
}

static void
place_piece (PlyPager *self, const PlyPiece *piece, double dx, guint step, gboolean repeated)
{
  switch (piece->kind)
    {
    case PLY_PIECE_LINE:
      place_line (self, piece, dx, step, repeated);
      break;
    case PLY_PIECE_ROW:
      place_row (self, piece, dx, step, repeated);
      break;
    case PLY_PIECE_IMAGE:
      place_image (self, piece, dx, step);
      break;
    case PLY_PIECE_RULE:
      place_rect (self, self->left + dx + piece->x, baseline (self, step + piece->steps),
                  piece->width, piece->block->thickness, piece->block->colour);
      break;
    default:
      break;
    }
}

/* ---- Bars ---- */

/* From the capitals' height of the first line to just below the last one's baseline. */
static double
top_of (PlyPager *self, const PlyPiece *piece, guint step)
{
  if (piece->kind == PLY_PIECE_LINE)
    return baseline (self, step + piece->drop) - 0.75 * piece->text->style->size;
  return self->setup->top + step * self->setup->grid;
}

static double
foot_of (PlyPager *self, const PlyPiece *piece, guint step)
{
  if (piece->kind == PLY_PIECE_LINE)
    return baseline (self, step + piece->drop) + 0.22 * piece->text->style->size;
  return self->setup->top + (step + piece->steps) * self->setup->grid;
}

static void
place_bar (PlyPager *self, PlyFlow *flow, const PlyBar *bar, guint first, guint end, double dx,
           const guint *steps)
{
  guint from = MAX (bar->first, first);
  guint to = MIN (bar->last, end - 1);
  double top;

  while (from < to && ply_flow_piece (flow, from)->kind == PLY_PIECE_SPACE)
    from++;
  while (to > from && ply_flow_piece (flow, to)->kind == PLY_PIECE_SPACE)
    to--;
  top = top_of (self, ply_flow_piece (flow, from), steps[from - first]);
  place_rect (self, self->left + dx + bar->x, top, bar->width,
              foot_of (self, ply_flow_piece (flow, to), steps[to - first]) - top, bar->colour);
}

/* Bars lie in the order of their first pieces, and pages are filled in order. */
static void
place_bars (PlyPager *self, PlyFlow *flow, guint first, guint end, double dx, const guint *steps)
{
  const PlyBar *bars = (const PlyBar *) flow->bars->data;

  if (flow->bar_from > 0 && bars[flow->bar_from - 1].last >= first)
    flow->bar_from = 0;
  while (flow->bar_from < flow->bars->len && bars[flow->bar_from].last < first)
    flow->bar_from++;
  for (guint i = flow->bar_from; i < flow->bars->len && bars[i].first < end; i++)
    if (bars[i].last >= first && bars[i].width > 0)
      place_bar (self, flow, &bars[i], first, end, dx, steps);
}

/* ---- Ranges of pieces ---- */

static guint
count_fills (PlyFlow *flow, guint first, guint end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += ply_flow_piece (flow, i)->kind == PLY_PIECE_FILL;
  return n;
}

void
ply_pager_place (PlyPager *self, PlyFlow *flow, guint first, guint end, double dx, guint step,
                 guint fill, gboolean repeated)
{
  guint n_fills = fill > 0 ? count_fills (flow, first, end) : 0;
  gboolean at_top = self->page->placed->len == 0;
  g_autofree guint *steps = NULL;

  if (first >= end)
    return;
  steps = g_new (guint, end - first);
  for (guint i = first; i < end; i++)
    {
      const PlyPiece *piece = ply_flow_piece (flow, i);

      steps[i - first] = step;
      place_piece (self, piece, dx, step, repeated);
      step += piece->steps;
      if (piece->kind == PLY_PIECE_FILL && n_fills > 0)
        {
          guint share = fill / n_fills;

          step += share;
          fill -= share;
          n_fills--;
        }
    }
  place_bars (self, flow, first, end, dx, steps);
  if (!repeated)
    note_events (self, flow, first, end, at_top, steps);
}

/* ---- Columns ---- */

/* Fills up to @n columns @height steps high; returns the piece after the last, @tallest the longest
 * column. @ends may be NULL. */
static guint
fill_columns (PlyFlow *flow, guint cursor, guint n, guint height, PlyFit *fits, guint *tallest)
{
  *tallest = 0;
  for (guint i = 0; i < n; i++)
    {
      PlyFit fit = { .first = cursor, .end = cursor };

      if (cursor < flow->pieces->len)
        fit = ply_flow_fit (flow, cursor, height, TRUE);
      cursor = fit.end;
      *tallest = MAX (*tallest, fit.used);
      if (fits != NULL)
        fits[i] = fit;
    }
  return cursor;
}

/* The least height at which all that is left goes into the columns. */
static guint
balance (PlyFlow *flow, guint cursor, guint n, guint most)
{
  guint low = 1;
  guint high = most;
  guint tallest;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      gboolean whole = fill_columns (flow, cursor, n, middle, NULL, &tallest) >= flow->pieces->len
                       && tallest <= middle;

      if (whole)
        high = middle;
      else
        low = middle + 1;
    }
  return high;
}

gboolean
ply_pager_place_columns (PlyPager *self, const PlyPiece *columns, guint *cursor, guint step,
                         guint steps, guint *used)
{
  PlyFlow *flow = columns->columns;
  guint n = columns->block->n_columns;
  g_autofree PlyFit *fits = g_new (PlyFit, n);
  guint height = steps;

  if (fill_columns (flow, *cursor, n, steps, fits, used) >= flow->pieces->len)
    height = balance (flow, *cursor, n, steps);
  *cursor = fill_columns (flow, *cursor, n, height, fits, used);
  for (guint i = 0; i < n; i++)
    ply_pager_place (self, flow, fits[i].first, fits[i].end,
                     columns->x + i * (columns->width + columns->block->hang), step, 0, FALSE);
  return *cursor >= flow->pieces->len;
}
