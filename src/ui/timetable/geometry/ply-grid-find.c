/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-grid-private.h"

#include <math.h>
#include <string.h>

/* What is at a point or in an area. */

/* Times a pixel more than an area shows: blocks that are thinner than they are drawn. */
static void
minutes_of (const PlyGrid *self, PlyGridSpan time, gint64 *start, gint64 *end)
{
  double margin = 4.0;

  *start = self->from + (gint64) floor ((time.at - margin) / self->options.minute);
  *end = self->from + (gint64) ceil ((time.at + time.size + margin) / self->options.minute) + 1;
}

static void
add_row (const PlyGrid *self, const PlyGridRow *row, const PlyGridBox *area, gint64 start,
         gint64 end, GArray *indexes)
{
  guint first;
  guint last = ply_grid_row_search (self, row, start, end, &first);

  for (guint i = first; i < last; i++)
    if (ply_grid_box_meets (&PLY_GRID_BLOCK (self, self->order[i])->box, area))
      g_array_append_val (indexes, self->order[i]);
}

/* The last drawn, and so the uppermost, of the row that has the point. */
static int
find_in_row (const PlyGrid *self, const PlyGridRow *row, double x, double y)
{
  PlyGridBox point = { x, y, 1, 1 };
  PlyGridSpan time, lanes;
  gint64 start, end;
  guint first, last;

  ply_grid_split_box (self, &point, &time, &lanes);
  minutes_of (self, time, &start, &end);
  last = ply_grid_row_search (self, row, start, end, &first);
  while (last-- > first)
    if (ply_grid_box_contains (&PLY_GRID_BLOCK (self, self->order[last])->box, x, y))
      return self->order[last];
  return -1;
}

/* Public functions */

int
ply_grid_find (const PlyGrid *self, const char *session)
{
  guint low = 0;
  guint high = self->blocks->len;

  while (session != NULL && low < high)
    {
      guint middle = low + (high - low) / 2;
      guint block = self->by_id[middle];
      int order = strcmp (PLY_GRID_BLOCK (self, block)->session->record.id, session);

      if (order == 0)
        return block;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

int
ply_grid_at (const PlyGrid *self, double x, double y)
{
  guint lane;
  int block;

  if (self->blocks->len == 0)
    return -1;
  lane = ply_grid_lane_at (self, x, y);
  block = find_in_row (self, &self->rows[lane], x, y);
  if (block < 0)
    block = find_in_row (self, ply_grid_day_row (self, PLY_GRID_LANE (self, lane)->day), x, y);
  return block;
}

void
ply_grid_visible (const PlyGrid *self, const PlyGridBox *area, GArray *indexes)
{
  PlyGridSpan time, lanes;
  PlyGridBox far;
  gint64 start, end;
  guint first, last;

  g_return_if_fail (area != NULL && indexes != NULL);

  if (self->blocks->len == 0 || ply_grid_box_is_empty (area))
    return;
  ply_grid_split_box (self, area, &time, &lanes);
  minutes_of (self, time, &start, &end);
  far = ply_grid_make_box (self, time, (PlyGridSpan) { lanes.at + lanes.size, 0 });
  first = ply_grid_lane_at (self, area->x, area->y);
  last = ply_grid_lane_at (self, far.x, far.y);
  for (guint day = PLY_GRID_LANE (self, first)->day; day <= PLY_GRID_LANE (self, last)->day; day++)
    add_row (self, ply_grid_day_row (self, day), area, start, end, indexes);
  for (guint lane = first; lane <= last; lane++)
    add_row (self, &self->rows[lane], area, start, end, indexes);
}

PlyGridEdge
ply_grid_edge_at (const PlyGrid *self, guint block, double x, double y, double reach)
{
  const PlyGridBlock *of;
  PlyGridSpan time, lanes;
  double at, across;

  g_return_val_if_fail (block < self->blocks->len, PLY_GRID_EDGE_NONE);

  of = PLY_GRID_BLOCK (self, block);
  if (!ply_grid_box_contains (&of->box, x, y))
    return PLY_GRID_EDGE_NONE;
  ply_grid_split_box (self, &of->box, &time, &lanes);
  ply_grid_split_point (self, x, y, &at, &across);
  /* Of a short block, a third is left to be moved by. */
  reach = MIN (reach, time.size / 3);
  if (at - time.at < reach)
    return PLY_GRID_EDGE_START;
  if (time.at + time.size - at <= reach && !of->is_cut)
    return PLY_GRID_EDGE_END;
  return PLY_GRID_EDGE_NONE;
}
