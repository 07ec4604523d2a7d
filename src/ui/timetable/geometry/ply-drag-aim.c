/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-drag-private.h"

#include "ply-programme-order.h"
#include "ply-time.h"

#include <math.h>
#include <string.h>

/* From where the pointer is to what a drop there would do. */

/* Helpers */

static gint64
step_of (const PlyDrag *self, PlyDragKeys keys)
{
  return keys & PLY_DRAG_FINE ? 1 : ply_grid_get_snap (self->grid);
}

static gint64
round_to (double minute, gint64 step)
{
  return llround (minute / step) * step;
}

/* The nearest of the steps and the time there was before. */
static gint64
snap (double minute, gint64 step, gint64 before)
{
  gint64 at = round_to (minute, step);

  return before != PLY_UNSET && fabs (minute - before) <= fabs (minute - at) ? before : at;
}

static double
held_minute (const PlyDrag *self, double x, double y)
{
  return ply_grid_minute_at (self->grid, x, y) - self->grab;
}

static const char *
session_at (const PlyDrag *self, double x, double y)
{
  int block = ply_grid_at (self->grid, x, y);

  return block >= 0 ? ply_grid_get_block (self->grid, block)->session->record.id : NULL;
}

/* Blocks */

static void
aim_blocks (const PlyDrag *self, double x, double y, PlyDragKeys keys, PlyDragAim *aim)
{
  const char *other = keys & PLY_DRAG_SWAP ? session_at (self, x, y) : NULL;
  gint64 start = snap (held_minute (self, x, y), step_of (self, keys), self->start);

  if (other != NULL && !g_strv_contains ((const char *const *) self->sessions, other))
    {
      aim->other = other;
      aim->flags = PLY_ARRANGE_PLAIN;
      return;
    }
  ply_grid_place_at (self->grid, x, y, 1, &aim->place);
  aim->place.start = CLAMP (start, 0, PLY_MINUTES_MAX);
  if (self->all_rooms)
    {
      aim->place.all_rooms = TRUE;
      aim->place.room = NULL;
    }
}

/* Edges */

static void
aim_edge (const PlyDrag *self, double x, double y, PlyDragKeys keys, PlyDragAim *aim)
{
  gboolean at_start = self->edge == PLY_GRID_EDGE_START;
  gint64 step = step_of (self, keys);
  gint64 least = CLAMP (self->end - self->start, 1, step);
  gint64 at = snap (held_minute (self, x, y), step, at_start ? self->start : self->end);
  gint64 start = at_start ? CLAMP (at, 0, MAX (self->end - least, 0)) : self->start;
  gint64 end = at_start ? self->end : MAX (at, self->start + least);

  aim->place.start = start;
  aim->duration = end - start;
}

static void
aim_talk_edge (const PlyDrag *self, double x, double y, PlyDragKeys keys, PlyDragAim *aim)
{
  gint64 step = step_of (self, keys);
  gint64 least = CLAMP (self->end - self->start, 1, step);

  aim->duration = snap (held_minute (self, x, y), step, self->end) - self->start;
  aim->duration = MAX (aim->duration, least);
  aim->other = self->anchor;
}

/* New ones */

static void
aim_create (const PlyDrag *self, double x, double y, PlyDragKeys keys, PlyDragAim *aim)
{
  gint64 step = step_of (self, keys);
  double pressed = self->grab;
  gint64 at = round_to (ply_grid_minute_at (self->grid, x, y), step);
  gint64 start = MIN (at, (gint64) floor (pressed / step) * step);
  gint64 end = MAX (at, (gint64) ceil (pressed / step) * step);

  aim->place = (PlyPlace) { .day = self->day, .start = start, .room = self->room };
  aim->duration = MAX (end - start, step);
}

/* Talks */

/* Where the held talk, which would begin at @start, would come among the session's others. In its
 * own session it changes places when the edge that leads passes the other's middle; elsewhere the
 * middles are compared. */
static guint
index_in (const PlyDrag *self, const PlySession *session, double start)
{
  const PlySnapshot *snapshot = ply_grid_get_snapshot (self->grid);
  GPtrArray *talks = ply_session_talks (snapshot, session);
  g_autofree gint64 *offsets = ply_session_talk_offsets (snapshot, session, NULL);
  double length = self->end - self->start;
  double edge = strcmp (session->record.id, self->anchor) == 0 ? start : start + length / 2;
  gboolean has_moved = fabs (start - self->start) >= 0.5;
  guint index = 0;

  for (guint i = 0; i < talks->len; i++)
    {
      const PlyTalk *talk = talks->pdata[i];

      if (strcmp (talk->record.id, self->talk) != 0)
        index += session->start + offsets[i] + MAX (talk->duration, 0) / 2.0 < edge;
      else if (!has_moved)
        return i;
      else
        edge = start + length;
    }
  return index;
}

static gboolean
aim_talk (const PlyDrag *self, double x, double y, PlyDragAim *aim)
{
  const PlySnapshot *snapshot = ply_grid_get_snapshot (self->grid);
  int block = ply_grid_at (self->grid, x, y);
  const PlySession *session;

  if (block < 0)
    return FALSE;
  session = ply_grid_get_block (self->grid, block)->session;
  if (ply_session_is_break (snapshot, session))
    return FALSE;
  aim->other = session->record.id;
  aim->index = index_in (self, session, held_minute (self, x, y));
  return TRUE;
}

/* Plans */

static PlyPlan *
plan_blocks (const PlyDrag *self, const PlySnapshot *snapshot)
{
  if (self->aim.other != NULL)
    return ply_arrange_swap (snapshot, self->anchor, self->aim.other);
  return ply_arrange_move (snapshot, (const char *const *) self->sessions, self->anchor,
                           &self->aim.place, self->aim.flags);
}

/* Library functions */

gboolean
ply_drag_find_aim (const PlyDrag *self, double x, double y, PlyDragKeys keys, gboolean over_tray,
                   PlyDragAim *aim)
{
  aim->flags = keys & PLY_DRAG_RIPPLE ? PLY_ARRANGE_RIPPLE : PLY_ARRANGE_PLAIN;
  aim->is_away = over_tray && self->kind != PLY_DRAG_EDGE && self->kind != PLY_DRAG_TALK_EDGE;
  if (aim->is_away)
    {
      aim->flags = PLY_ARRANGE_PLAIN;
      return self->kind == PLY_DRAG_BLOCKS;
    }
  if (ply_grid_get_n_lanes (self->grid) == 0)
    return FALSE;
  switch (self->kind)
    {
    case PLY_DRAG_BLOCKS:
    case PLY_DRAG_TRAY:
      aim_blocks (self, x, y, keys, aim);
      return TRUE;
    case PLY_DRAG_EDGE:
      aim_edge (self, x, y, keys, aim);
      return TRUE;
    case PLY_DRAG_CREATE:
      aim_create (self, x, y, keys, aim);
      aim->flags = PLY_ARRANGE_PLAIN;
      return TRUE;
    case PLY_DRAG_TALK:
      aim->flags = PLY_ARRANGE_PLAIN;
      return aim_talk (self, x, y, aim);
    case PLY_DRAG_TALK_EDGE:
      aim_talk_edge (self, x, y, keys, aim);
      return TRUE;
    default:
      return FALSE;
    }
}

PlyPlan *
ply_drag_make_plan (const PlyDrag *self)
{
  const PlySnapshot *snapshot = ply_grid_get_snapshot (self->grid);
  const PlyDragAim *aim = &self->aim;

  if (aim->is_away)
    return ply_arrange_unplace (snapshot, (const char *const *) self->sessions);
  switch (self->kind)
    {
    case PLY_DRAG_BLOCKS:
    case PLY_DRAG_TRAY:
      return plan_blocks (self, snapshot);
    case PLY_DRAG_EDGE:
      return ply_arrange_resize (snapshot, self->anchor, aim->place.start, aim->duration,
                                 aim->flags);
    case PLY_DRAG_CREATE:
      return ply_arrange_create (snapshot, &aim->place, aim->duration, NULL, NULL, NULL);
    case PLY_DRAG_TALK:
      return ply_arrange_move_talk (snapshot, self->talk, aim->other, aim->index);
    case PLY_DRAG_TALK_EDGE:
      return ply_arrange_resize_talk (snapshot, self->talk, aim->duration, aim->flags);
    default:
      return NULL;
    }
}
