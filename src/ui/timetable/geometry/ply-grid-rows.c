/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-grid-private.h"

/* The blocks of each lane in the order of time, the search in them, and how clashing ones share
 * their lane. */

/* Which row a block belongs to: spanning ones of a day lie in one of their own. */
static guint
row_of (const PlyGrid *self, const PlyGridBlock *block)
{
  return block->n_lanes > 1 || block->session->all_rooms == 1 ? self->lanes->len + block->day
                                                              : block->lane;
}

static gint64
seen_end (const PlyGridBlock *block)
{
  return ply_grid_seen_end (block->start, block->end);
}

/* The first of the row that begins at @time or later. */
static guint
first_from (const PlyGrid *self, const PlyGridRow *row, gint64 time)
{
  guint low = row->first;
  guint high = row->first + row->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (PLY_GRID_BLOCK (self, self->order[middle])->start < time)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The first of the row at which something has been seen that ends after @time. */
static guint
first_reaching (const PlyGrid *self, const PlyGridRow *row, gint64 time)
{
  guint low = row->first;
  guint high = row->first + row->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->reach[middle] <= time)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Gives the blocks from @first to before @last of PlyGrid.order the first slot that is free; how
 * many there are. */
static guint
share (PlyGrid *self, guint first, guint last, GArray *ends)
{
  g_array_set_size (ends, 0);
  for (guint i = first; i < last; i++)
    {
      PlyGridBlock *block = PLY_GRID_BLOCK (self, self->order[i]);
      gint64 end = seen_end (block);
      guint slot = 0;

      while (slot < ends->len && g_array_index (ends, gint64, slot) > block->start)
        slot++;
      block->slot = slot;
      if (slot == ends->len)
        g_array_append_val (ends, end);
      else
        g_array_index (ends, gint64, slot) = end;
    }
  return ends->len;
}

static void
place_block (PlyGrid *self, PlyGridBlock *block)
{
  PlyGridSpan lanes = ply_grid_lane_span (self, block->lane, block->n_lanes);

  lanes.size /= block->n_slots;
  lanes.at += block->slot * lanes.size;
  block->box = ply_grid_make_box (self, ply_grid_time_span (self, block->start, block->end), lanes);
}

/* What lies under the row's blocks (sessions in all rooms) keeps the first slot for its title. */
static void
fill_row (PlyGrid *self, const PlyGridRow *row, const PlyGridRow *under, GArray *ends)
{
  guint last = row->first + row->n;

  for (guint first = row->first, next; first < last; first = next)
    {
      gint64 start = PLY_GRID_BLOCK (self, self->order[first])->start;
      guint n, shift;

      next = first + 1;
      while (next < last && PLY_GRID_BLOCK (self, self->order[next])->start < self->reach[next - 1])
        next++;
      shift = under != NULL && ply_grid_row_is_busy (self, under, start, self->reach[next - 1]);
      n = share (self, first, next, ends) + shift;
      for (guint i = first; i < next; i++)
        {
          PlyGridBlock *block = PLY_GRID_BLOCK (self, self->order[i]);

          block->slot += shift;
          block->n_slots = n;
          place_block (self, block);
        }
    }
}

/* Library functions */

PlyGridRow *
ply_grid_day_row (const PlyGrid *self, guint day)
{
  return &self->rows[self->lanes->len + day];
}

guint
ply_grid_row_search (const PlyGrid *self, const PlyGridRow *row, gint64 start, gint64 end,
                     guint *first)
{
  *first = first_reaching (self, row, start);
  return MAX (first_from (self, row, end), *first);
}

gboolean
ply_grid_row_is_busy (const PlyGrid *self, const PlyGridRow *row, gint64 start, gint64 end)
{
  guint first;
  guint last = ply_grid_row_search (self, row, start, end, &first);

  return last > first;
}

void
ply_grid_fill_rows (PlyGrid *self)
{
  guint n_rows = self->lanes->len + self->days->len;
  guint at = 0;

  self->rows = g_new0 (PlyGridRow, n_rows + 1);
  self->order = g_new (guint, self->blocks->len + 1);
  self->reach = g_new (gint64, self->blocks->len + 1);
  for (guint i = 0; i < self->blocks->len; i++)
    self->rows[row_of (self, PLY_GRID_BLOCK (self, i))].n++;
  for (guint i = 0; i < n_rows; i++)
    {
      self->rows[i].first = at;
      at += self->rows[i].n;
      self->rows[i].n = 0;
    }
  for (guint i = 0; i < self->blocks->len; i++)
    {
      PlyGridRow *row = &self->rows[row_of (self, PLY_GRID_BLOCK (self, i))];

      at = row->first + row->n++;
      self->order[at] = i;
      self->reach[at] = seen_end (PLY_GRID_BLOCK (self, i));
      if (at > row->first)
        self->reach[at] = MAX (self->reach[at], self->reach[at - 1]);
    }
}

void
ply_grid_fill_slots (PlyGrid *self)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->days->len; i++)
    fill_row (self, ply_grid_day_row (self, i), NULL, ends);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const PlyGridLane *lane = PLY_GRID_LANE (self, i);
      gboolean is_room = i < PLY_GRID_DAY (self, lane->day)->lane
                                 + MAX (PLY_GRID_DAY (self, lane->day)->n_rooms, 1);

      fill_row (self, &self->rows[i], is_room ? ply_grid_day_row (self, lane->day) : NULL, ends);
    }
}
