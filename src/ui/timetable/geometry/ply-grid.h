/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-arrange.h"
#include "ply-grid-box.h"
#include "ply-snapshot.h"

G_BEGIN_DECLS

/* Where everything of a timetable lies: sessions as blocks in lanes, in pixels from the upper left
 * corner of the grid's body (headers are outside). One axis is time, shared by all days shown; the
 * other one is the lanes: day after day, in each day its rooms, then a lane for sessions without
 * room where there are any. The two forms differ in nothing but which axis is which.
 *
 * Immutable, reference-counted, a function of a snapshot and options; knows no widgets. Minutes are
 * those of ply-time.h. Everything borrowed lives as long as the grid, which keeps the snapshot. */
typedef struct _PlyGrid PlyGrid;

typedef enum
{
  PLY_GRID_ROOMS_ACROSS, /* lanes are columns, time runs down */
  PLY_GRID_ROOMS_DOWN,   /* lanes are rows, time runs to the right */
} PlyGridForm;

typedef struct
{
  PlyGridForm form;
  const char *const *days;  /* ids, NULL-terminated, side by side in this order; NULL: all */
  const char *const *rooms; /* ids, NULL-terminated, in this order; NULL: all. Sessions in other
                               rooms are left out, those without room are not */
  double minute;            /* pixels a minute, > 0 */
  double lane;              /* least pixels of a lane, > 0 */
  double across;            /* pixels there are for all lanes: they widen to fill them; 0: do not */
  double line;              /* height of a line of text: how much a block can show */
  double day_gap;           /* pixels between two days */
  gint64 snap;              /* minutes */
} PlyGridOptions;

typedef struct
{
  const PlySession *session;
  guint day;           /* index */
  guint lane, n_lanes; /* the first it covers; how many: > 1 for sessions in all rooms */
  guint slot, n_slots; /* clashing ones share their lane: the slot-th of n_slots parts */
  gint64 start, end;   /* minutes of the day; end >= start */
  gboolean is_cut;     /* it runs on after what the grid shows */
  PlyGridBox box;      /* within the grid; never empty */
} PlyGridBlock;

typedef struct
{
  guint day;           /* index */
  const PlyRoom *room; /* NULL: the lane of sessions without room */
  PlyGridBox box;      /* the whole lane */
} PlyGridLane;

typedef struct
{
  const PlyDay *day;
  guint lane, n_lanes; /* its lanes, the one without room included */
  guint n_rooms;       /* those of rooms come first; 0 in an event without rooms */
  PlyGridBox box;
} PlyGridDay;

typedef struct
{
  gint64 minute;
  double at;           /* pixels along the time axis */
  gboolean is_hour;    /* the strong ones */
  gboolean is_labeled; /* there is room for the time */
} PlyGridTick;

/* A talk of a session, inside its block. */
typedef struct
{
  const PlyTalk *talk;
  gint64 start, end; /* minutes of the day */
  gboolean is_over;  /* ends after its session */
  PlyGridBox box;    /* within the block's; empty when it lies after its end */
} PlyGridTalk;

typedef enum
{
  PLY_GRID_EDGE_NONE,
  PLY_GRID_EDGE_START,
  PLY_GRID_EDGE_END,
} PlyGridEdge;

typedef enum
{
  PLY_GRID_LEFT,
  PLY_GRID_RIGHT,
  PLY_GRID_UP,
  PLY_GRID_DOWN,
} PlyGridDirection;

PlyGrid *ply_grid_new (const PlySnapshot *snapshot, const PlyGridOptions *options);
PlyGrid *ply_grid_ref (PlyGrid *self);
void ply_grid_unref (PlyGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyGrid, ply_grid_unref)

const PlySnapshot *ply_grid_get_snapshot (const PlyGrid *self);
PlyGridForm ply_grid_get_form (const PlyGrid *self);
gint64 ply_grid_get_snap (const PlyGrid *self);
/* Pixels a minute. */
double ply_grid_get_scale (const PlyGrid *self);
double ply_grid_get_width (const PlyGrid *self);
double ply_grid_get_height (const PlyGrid *self);
/* What the time axis shows: from the earliest to the latest opening hour and session of the days
 * shown, in whole hours, with an hour more on both sides. */
gint64 ply_grid_get_first_minute (const PlyGrid *self);
gint64 ply_grid_get_last_minute (const PlyGrid *self);

guint ply_grid_get_n_days (const PlyGrid *self);
const PlyGridDay *ply_grid_get_day (const PlyGrid *self, guint index);
/* -1 when it is not shown. */
int ply_grid_find_day (const PlyGrid *self, const char *id);
guint ply_grid_get_n_lanes (const PlyGrid *self);
const PlyGridLane *ply_grid_get_lane (const PlyGrid *self, guint index);
/* The lane of @room (NULL: without room) on a day; -1 when there is none. */
int ply_grid_find_lane (const PlyGrid *self, guint day, const char *room);
/* Hours, halves, quarters, five minutes: as fine as the scale allows. */
const PlyGridTick *ply_grid_get_ticks (const PlyGrid *self, guint *n_ticks);
/* The parts of a day that lie outside its opening hours, into @boxes; how many (0 to 2). */
guint ply_grid_get_closed (const PlyGrid *self, guint day, PlyGridBox boxes[2]);
/* Where @now is: a line over the lanes of its day (no thickness along time). FALSE when the grid
 * does not show that time. */
gboolean ply_grid_get_now (const PlyGrid *self, GDateTime *now, guint *day, PlyGridBox *line);

/* Blocks, in the order in which one reads them: by day, start, lane. */
guint ply_grid_get_n_blocks (const PlyGrid *self);
const PlyGridBlock *ply_grid_get_block (const PlyGrid *self, guint index);
/* The block of a session; -1 when it has none. */
int ply_grid_find (const PlyGrid *self, const char *session);
/* The block seen at a point; -1. */
int ply_grid_at (const PlyGrid *self, double x, double y);
/* Appends the indexes (guint) of the blocks in @area in the order in which to draw them: those of
 * all rooms lie under the others. Costs what it finds, not what there is. */
void ply_grid_visible (const PlyGrid *self, const PlyGridBox *area, GArray *indexes);
/* The edge of the block that is no more than @reach pixels away from a point in it. */
PlyGridEdge ply_grid_edge_at (const PlyGrid *self, guint block, double x, double y, double reach);

/* The talks of a block as PlyGridTalk, NULL when the block is too small to show them or has none.
 */
GArray *ply_grid_dup_talks (const PlyGrid *self, guint block);
/* The talk of a block at a point, when it shows them; NULL. *@at_edge: within @reach pixels of its
 * end. */
const PlyTalk *ply_grid_talk_at (const PlyGrid *self, guint block, double x, double y, double reach,
                                 gboolean *at_edge);
/* Where a talk of that time would lie in the block; not cut at its end. */
PlyGridBox ply_grid_talk_box (const PlyGrid *self, guint block, gint64 start, gint64 end);
/* The part of a block that is left for its title: all of it when no talks are shown. */
PlyGridBox ply_grid_get_caption (const PlyGrid *self, guint block);
/* Minutes by which the talks pass the session's end; negative: minutes that are left. FALSE when it
 * has no talks. */
gboolean ply_grid_get_overrun (const PlyGrid *self, guint block, gint64 *minutes);

/* The minute at a point, not rounded, within what the grid shows; and back. */
double ply_grid_minute_at (const PlyGrid *self, double x, double y);
double ply_grid_pixel_of (const PlyGrid *self, double minute);
/* The lane nearest to a point; 0 when there is none. */
guint ply_grid_lane_at (const PlyGrid *self, double x, double y);
/* The place nearest to a point, its start rounded to @snap minutes (from midnight). FALSE when the
 * grid shows no day. Ids are borrowed. */
gboolean ply_grid_place_at (const PlyGrid *self, double x, double y, gint64 snap, PlyPlace *place);
/* Where a session of @duration would lie there; empty when the grid does not show the place. */
PlyGridBox ply_grid_box_of (const PlyGrid *self, const PlyPlace *place, gint64 duration);

/* Where one walks from block to block, so that the way back leads to where one came from: through
 * sessions in all rooms one stays in a lane, across the lanes one stays near a time. */
typedef struct
{
  int lane;      /* -1: the block's */
  gint64 minute; /* PLY_UNSET: the block's */
} PlyGridWalk;

#define PLY_GRID_WALK_INIT { .lane = -1, .minute = PLY_UNSET }

/* The block that one sees next in a direction: -1 when there is none. Along time, the next of the
 * lane; across, what clashes beside it, else what is nearest in time in the next lane that has
 * anything. Every block can be reached. @walk may be NULL; begin it anew when the block was come to
 * in another way. */
int ply_grid_neighbour (const PlyGrid *self, guint block, PlyGridDirection direction,
                        PlyGridWalk *walk);

/* Free time of a room between two sessions of a day, of at least some minutes. */
typedef struct
{
  guint day, lane;
  gint64 start, end;
  PlyGridBox box;
} PlyGridGap;

/* PlyGridGap in reading order. Sessions in all rooms fill every room; cancelled ones fill none. */
GArray *ply_grid_dup_gaps (const PlyGrid *self, gint64 least);

/* Where one reads: compares as blocks and gaps are ordered. */
typedef struct
{
  guint day;
  gint64 start;
  guint lane;
} PlyGridSpot;

int ply_grid_spot_compare (const PlyGridSpot *a, const PlyGridSpot *b);
/* The next of @gaps (PlyGridGap) after @from (NULL: from the beginning, or the end when @back),
 * going round at the end; -1 when there is none. */
int ply_grid_next_gap (GArray *gaps, const PlyGridSpot *from, gboolean back);

G_END_DECLS
