/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-grid-private.h"

#include <stdlib.h>

/* From block to block with the arrow keys. */

/* Helpers */

/* Whether the direction runs along time, and whether it runs against the axis. */
static gboolean
runs_along_time (const PlyGrid *self, PlyGridDirection direction, gboolean *back)
{
  gboolean vertical = direction == PLY_GRID_UP || direction == PLY_GRID_DOWN;

  *back = direction == PLY_GRID_UP || direction == PLY_GRID_LEFT;
  return vertical == (self->options.form == PLY_GRID_ROOMS_ACROSS);
}

static gboolean
is_spanning (const PlyGridBlock *block)
{
  return block->session->all_rooms == 1;
}

/* The row's block that is read next after @block, or before it; -1. */
static int
next_in_row (const PlyGrid *self, const PlyGridRow *row, guint block, gboolean back)
{
  guint low = row->first;
  guint high = row->first + row->n;
  guint bound = back ? block : block + 1;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->order[middle] < bound)
        low = middle + 1;
      else
        high = middle;
    }
  if (back)
    return low > row->first ? (int) self->order[low - 1] : -1;
  return low < row->first + row->n ? (int) self->order[low] : -1;
}

static gboolean
is_room_lane (const PlyGrid *self, guint lane)
{
  const PlyGridDay *day = PLY_GRID_DAY (self, PLY_GRID_LANE (self, lane)->day);

  return lane < day->lane + MAX (day->n_rooms, 1);
}

static int
step_in_time (const PlyGrid *self, guint block, guint lane, gboolean back)
{
  int own = next_in_row (self, &self->rows[lane], block, back);
  int common = -1;

  if (is_room_lane (self, lane))
    common =
        next_in_row (self, ply_grid_day_row (self, PLY_GRID_LANE (self, lane)->day), block, back);
  if (own < 0 || common < 0)
    return MAX (own, common);
  return back ? MAX (own, common) : MIN (own, common);
}

static gint64
distance (const PlyGridBlock *block, gint64 minute)
{
  gint64 end = ply_grid_seen_end (block->start, block->end);

  if (minute < block->start)
    return block->start - minute;
  return minute < end ? 0 : minute - end + 1;
}

/* The row's block that is nearest to a time, if it is nearer than @best. */
static int
nearer_in_row (const PlyGrid *self, const PlyGridRow *row, gint64 minute, int best)
{
  for (guint i = row->first; i < row->first + row->n; i++)
    {
      const PlyGridBlock *block = PLY_GRID_BLOCK (self, self->order[i]);

      if (best < 0 || distance (block, minute) < distance (PLY_GRID_BLOCK (self, best), minute))
        best = self->order[i];
    }
  return best;
}

/* What shares the block's lane at its time, on the next slot to one side. */
static int
step_in_lane (const PlyGrid *self, guint block, gboolean back)
{
  const PlyGridBlock *of = PLY_GRID_BLOCK (self, block);
  const PlyGridRow *row =
      is_spanning (of) ? ply_grid_day_row (self, of->day) : &self->rows[of->lane];
  gint64 end = ply_grid_seen_end (of->start, of->end);
  guint first;
  guint last = ply_grid_row_search (self, row, of->start, end, &first);
  int best = -1;

  for (guint i = first; i < last; i++)
    {
      const PlyGridBlock *other = PLY_GRID_BLOCK (self, self->order[i]);

      if (ply_grid_seen_end (other->start, other->end) <= of->start
          || (back ? other->slot >= of->slot : other->slot <= of->slot))
        continue;
      if (best < 0
          || abs ((int) other->slot - (int) of->slot)
                 < abs ((int) PLY_GRID_BLOCK (self, best)->slot - (int) of->slot))
        best = self->order[i];
    }
  return best;
}

/* Whether what is in all rooms counts in @lane, coming from @of: on its own day only from beside
 * the rooms, and when the lane has nothing else. */
static gboolean
sees_common (const PlyGrid *self, const PlyGridBlock *of, guint lane, int found)
{
  if (!is_room_lane (self, lane))
    return FALSE;
  if (PLY_GRID_LANE (self, lane)->day != of->day)
    return TRUE;
  return found < 0 && !is_room_lane (self, of->lane);
}

static int
step_across (const PlyGrid *self, guint block, PlyGridWalk *walk, gboolean back)
{
  const PlyGridBlock *of = PLY_GRID_BLOCK (self, block);
  int best = step_in_lane (self, block, back);
  int lane = back ? (int) of->lane - 1 : (int) (of->lane + of->n_lanes);

  if (best >= 0)
    return best;
  for (; lane >= 0 && lane < (int) self->lanes->len && best < 0; lane += back ? -1 : 1)
    {
      guint day = PLY_GRID_LANE (self, lane)->day;

      best = nearer_in_row (self, &self->rows[lane], walk->minute, -1);
      if (sees_common (self, of, lane, best))
        best = nearer_in_row (self, ply_grid_day_row (self, day), walk->minute, best);
      if (best >= 0)
        walk->lane = lane;
    }
  return best;
}

/* Public functions */

int
ply_grid_neighbour (const PlyGrid *self, guint block, PlyGridDirection direction, PlyGridWalk *walk)
{
  PlyGridWalk fresh = PLY_GRID_WALK_INIT;
  const PlyGridBlock *of;
  gboolean back;
  int next;

  g_return_val_if_fail (block < self->blocks->len, -1);

  of = PLY_GRID_BLOCK (self, block);
  if (walk == NULL)
    walk = &fresh;
  if (walk->lane < (int) of->lane || walk->lane >= (int) (of->lane + of->n_lanes)
      || walk->minute == PLY_UNSET)
    *walk = (PlyGridWalk) { of->lane, of->start };
  if (!runs_along_time (self, direction, &back))
    return step_across (self, block, walk, back);
  next = step_in_time (self, block, walk->lane, back);
  if (next >= 0)
    walk->minute = PLY_GRID_BLOCK (self, next)->start;
  return next;
}
