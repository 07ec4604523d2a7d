/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-grid.h"

G_BEGIN_DECLS

/* Blocks that lie on each other's way: those of one lane, or those in all rooms of one day. They
 * are a stretch of PlyGrid.order, by start; PlyGrid.reach holds, beside each, the latest end so
 * far, so that both ends of a time can be searched by halves. */
typedef struct
{
  guint first, n;
} PlyGridRow;

struct _PlyGrid
{
  gatomicrefcount ref_count;
  PlySnapshot *snapshot;
  PlyGridOptions options; /* its lists of ids are not kept */
  gint64 from, to;        /* minutes shown */
  double lane_size;

  GArray *days;   /* PlyGridDay */
  GArray *lanes;  /* PlyGridLane */
  GArray *blocks; /* PlyGridBlock */
  GArray *ticks;  /* PlyGridTick */

  guint *by_id;     /* blocks by their session's id */
  PlyGridRow *rows; /* one a lane, then one a day for what is in all rooms */
  guint *order;
  gint64 *reach;
};

#define PLY_GRID_BLOCK(self, index) (&g_array_index ((self)->blocks, PlyGridBlock, (index)))
#define PLY_GRID_LANE(self, index) (&g_array_index ((self)->lanes, PlyGridLane, (index)))
#define PLY_GRID_DAY(self, index) (&g_array_index ((self)->days, PlyGridDay, (index)))

/* A stretch along one axis. */
typedef struct
{
  double at, size;
} PlyGridSpan;

/* The only places that know which axis is which. */
PlyGridBox ply_grid_make_box (const PlyGrid *self, PlyGridSpan time, PlyGridSpan lanes);
void ply_grid_split_box (const PlyGrid *self, const PlyGridBox *box, PlyGridSpan *time,
                         PlyGridSpan *lanes);
void ply_grid_split_point (const PlyGrid *self, double x, double y, double *time, double *lanes);

/* The pixels of @n lanes from @lane on. */
PlyGridSpan ply_grid_lane_span (const PlyGrid *self, guint lane, guint n);
/* The pixels of a time, cut to what the grid shows; never without size. */
PlyGridSpan ply_grid_time_span (const PlyGrid *self, gint64 start, gint64 end);
/* When a block ends for the eye: sessions without length have some. */
gint64 ply_grid_seen_end (gint64 start, gint64 end);

PlyGridRow *ply_grid_day_row (const PlyGrid *self, guint day);
/* The blocks of @row that are seen between two times: PlyGrid.order from *@first to before the
 * returned one; some in between may end before @start. */
guint ply_grid_row_search (const PlyGrid *self, const PlyGridRow *row, gint64 start, gint64 end,
                           guint *first);
gboolean ply_grid_row_is_busy (const PlyGrid *self, const PlyGridRow *row, gint64 start,
                               gint64 end);

/* Fills rows, order and reach; then gives the blocks their slots. */
void ply_grid_fill_rows (PlyGrid *self);
void ply_grid_fill_slots (PlyGrid *self);
void ply_grid_fill_ticks (PlyGrid *self);

G_END_DECLS
