/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-grid-private.h"

/* Free times, and the way from one to the next. */

/* Helpers */

static gboolean
is_cancelled (const PlyGridBlock *block)
{
  return g_strcmp0 (block->session->state, "cancelled") == 0;
}

/* The row's next block from *@at on that takes place; NULL at its end. */
static const PlyGridBlock *
next_held (const PlyGrid *self, const PlyGridRow *row, guint *at)
{
  while (*at < row->first + row->n && is_cancelled (PLY_GRID_BLOCK (self, self->order[*at])))
    (*at)++;
  return *at < row->first + row->n ? PLY_GRID_BLOCK (self, self->order[*at]) : NULL;
}

static void
add_gap (const PlyGrid *self, guint lane, gint64 start, gint64 end, GArray *gaps)
{
  PlyGridGap gap = { PLY_GRID_LANE (self, lane)->day, lane, start, end,
                     ply_grid_make_box (self, ply_grid_time_span (self, start, end),
                                        ply_grid_lane_span (self, lane, 1)) };

  g_array_append_val (gaps, gap);
}

/* Between two sessions of the lane; what is in all rooms at the time fills it. */
static void
add_gaps_between (const PlyGrid *self, guint lane, gint64 start, gint64 end, gint64 least,
                  GArray *gaps)
{
  const PlyGridRow *common = ply_grid_day_row (self, PLY_GRID_LANE (self, lane)->day);
  guint at;
  guint last = ply_grid_row_search (self, common, start, end, &at);

  for (; at < last; at++)
    {
      const PlyGridBlock *block = PLY_GRID_BLOCK (self, self->order[at]);

      if (is_cancelled (block) || block->end <= start)
        continue;
      if (block->start - start >= least)
        add_gap (self, lane, start, block->start, gaps);
      start = block->end;
    }
  if (end - start >= least)
    add_gap (self, lane, start, end, gaps);
}

static void
add_gaps_of (const PlyGrid *self, guint lane, gint64 least, GArray *gaps)
{
  const PlyGridRow *row = &self->rows[lane];
  const PlyGridBlock *block;
  gint64 busy_until = PLY_UNSET;

  for (guint at = row->first; (block = next_held (self, row, &at)) != NULL; at++)
    {
      if (busy_until != PLY_UNSET && block->start - busy_until >= least)
        add_gaps_between (self, lane, busy_until, block->start, least, gaps);
      busy_until = MAX (busy_until, block->end);
    }
}

static PlyGridSpot
spot_of_gap (const PlyGridGap *gap)
{
  return (PlyGridSpot) { gap->day, gap->start, gap->lane };
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  PlyGridSpot one = spot_of_gap (a);
  PlyGridSpot two = spot_of_gap (b);

  return ply_grid_spot_compare (&one, &two);
}

/* Public functions */

GArray *
ply_grid_dup_gaps (const PlyGrid *self, gint64 least)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (PlyGridGap));

  for (guint lane = 0; lane < self->lanes->len; lane++)
    if (PLY_GRID_LANE (self, lane)->room != NULL)
      add_gaps_of (self, lane, MAX (least, 1), gaps);
  g_array_sort (gaps, compare_gaps);
  return gaps;
}

int
ply_grid_spot_compare (const PlyGridSpot *a, const PlyGridSpot *b)
{
  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  return a->lane < b->lane ? -1 : a->lane > b->lane;
}

int
ply_grid_next_gap (GArray *gaps, const PlyGridSpot *from, gboolean back)
{
  int n = gaps->len;

  for (int i = 0; i < n && from != NULL; i++)
    {
      int index = back ? n - 1 - i : i;
      PlyGridSpot spot = spot_of_gap (&g_array_index (gaps, PlyGridGap, index));
      int order = ply_grid_spot_compare (&spot, from);

      if (back ? order < 0 : order > 0)
        return index;
    }
  return n == 0 ? -1 : back ? n - 1 : 0;
}
