/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-drag-private.h"

#include "ply-programme-order.h"

#include <string.h>

/* Pixels beside a view's edge within which it scrolls, and how fast at most. */
#define SCROLL_ZONE 48.0
#define SCROLL_FASTEST 1600.0

/* Helpers */

static void
forget_aim (PlyDrag *self)
{
  g_clear_pointer (&self->plan, ply_plan_free);
  g_array_set_size (self->ghosts, 0);
  self->has_overrun = FALSE;
  self->has_aim = FALSE;
}

static PlyDrag *
drag_alloc (PlyGrid *grid, PlyDragKind kind)
{
  PlyDrag *self = g_new0 (PlyDrag, 1);

  self->grid = ply_grid_ref (grid);
  self->kind = kind;
  self->start = self->end = PLY_UNSET;
  self->ghosts = g_array_new (FALSE, TRUE, sizeof (PlyDragGhost));
  return self;
}

/* Each once. */
static char **
dup_ids (const char *const *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_hash_table_add (seen, (gpointer) ids[i]))
      g_strv_builder_add (builder, ids[i]);
  return g_strv_builder_end (builder);
}

static void
hold_blocks (PlyDrag *self, const PlyGridBlock *block, const char *const *selection)
{
  const char *const alone[] = { block->session->record.id, NULL };

  if (self->kind != PLY_DRAG_BLOCKS || selection == NULL
      || !g_strv_contains (selection, block->session->record.id))
    selection = alone;
  self->sessions = dup_ids (selection);
  self->anchor = g_strdup (block->session->record.id);
  self->start = block->start;
  self->end = block->end;
  self->all_rooms = block->session->all_rooms == 1;
}

static void
hold_talk (PlyDrag *self, guint block, const PlyTalk *talk)
{
  g_autoptr (GArray) talks = ply_grid_dup_talks (self->grid, block);

  hold_blocks (self, ply_grid_get_block (self->grid, block), NULL);
  self->talk = g_strdup (talk->record.id);
  for (guint i = 0; i < talks->len; i++)
    {
      const PlyGridTalk *at = &g_array_index (talks, PlyGridTalk, i);

      if (at->talk != talk)
        continue;
      self->start = at->start;
      self->end = at->end;
    }
}

/* Where a new session begins; @grab stays the minute that was pressed. */
static void
hold_nothing (PlyDrag *self, double x, double y)
{
  PlyPlace place;

  ply_grid_place_at (self->grid, x, y, 1, &place);
  self->sessions = g_new0 (char *, 1);
  self->day = g_strdup (place.day);
  self->room = g_strdup (place.room);
  self->grab = ply_grid_minute_at (self->grid, x, y);
}

static void
take_hold (PlyDrag *self, double x, double y)
{
  gboolean by_end = (self->kind == PLY_DRAG_EDGE && self->edge == PLY_GRID_EDGE_END)
                    || self->kind == PLY_DRAG_TALK_EDGE;

  self->grab = ply_grid_minute_at (self->grid, x, y) - (by_end ? self->end : self->start);
}

static gboolean
aims_equal (const PlyDragAim *a, const PlyDragAim *b)
{
  return a->is_away == b->is_away && ply_place_equal (&a->place, &b->place)
         && a->duration == b->duration && g_strcmp0 (a->other, b->other) == 0
         && a->index == b->index && a->flags == b->flags;
}

static gboolean
is_still_there (const PlyDrag *self)
{
  const PlySnapshot *snapshot = ply_grid_get_snapshot (self->grid);

  if (self->kind == PLY_DRAG_CREATE)
    return ply_snapshot_lookup (snapshot, PLY_KIND_DAY, self->day) != NULL;
  return ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, self->anchor) != NULL
         && (self->talk == NULL
             || ply_snapshot_lookup (snapshot, PLY_KIND_TALK, self->talk) != NULL);
}

/* Public functions */

PlyDragKind
ply_drag_kind_at (const PlyGrid *grid, double x, double y, double reach, PlyGridEdge *edge)
{
  int block = ply_grid_at (grid, x, y);
  PlyGridEdge at = PLY_GRID_EDGE_NONE;
  gboolean at_talk_edge;

  if (edge != NULL)
    *edge = PLY_GRID_EDGE_NONE;
  if (block < 0)
    return ply_grid_get_n_lanes (grid) > 0 ? PLY_DRAG_CREATE : PLY_DRAG_NOTHING;
  if (ply_grid_talk_at (grid, block, x, y, reach, &at_talk_edge) != NULL)
    {
      if (edge != NULL && at_talk_edge)
        *edge = PLY_GRID_EDGE_END;
      return at_talk_edge ? PLY_DRAG_TALK_EDGE : PLY_DRAG_TALK;
    }
  at = ply_grid_edge_at (grid, block, x, y, reach);
  if (edge != NULL)
    *edge = at;
  return at != PLY_GRID_EDGE_NONE ? PLY_DRAG_EDGE : PLY_DRAG_BLOCKS;
}

PlyDrag *
ply_drag_new_at (PlyGrid *grid, double x, double y, double reach, const char *const *selection)
{
  PlyGridEdge edge;
  PlyDragKind kind;
  PlyDrag *self;
  gboolean at_edge;
  int block;

  g_return_val_if_fail (grid != NULL, NULL);

  kind = ply_drag_kind_at (grid, x, y, reach, &edge);
  if (kind == PLY_DRAG_NOTHING)
    return NULL;
  self = drag_alloc (grid, kind);
  self->edge = edge;
  block = ply_grid_at (grid, x, y);
  if (kind == PLY_DRAG_CREATE)
    {
      hold_nothing (self, x, y);
      return self;
    }
  if (kind == PLY_DRAG_TALK || kind == PLY_DRAG_TALK_EDGE)
    hold_talk (self, block, ply_grid_talk_at (grid, block, x, y, reach, &at_edge));
  else
    hold_blocks (self, ply_grid_get_block (grid, block), selection);
  take_hold (self, x, y);
  return self;
}

PlyDrag *
ply_drag_new_tray (PlyGrid *grid, const char *const *sessions)
{
  const PlySession *session;
  PlyDrag *self;

  g_return_val_if_fail (grid != NULL && sessions != NULL && sessions[0] != NULL, NULL);

  session = ply_snapshot_lookup (ply_grid_get_snapshot (grid), PLY_KIND_SESSION, sessions[0]);
  if (session == NULL)
    return NULL;
  self = drag_alloc (grid, PLY_DRAG_TRAY);
  self->sessions = dup_ids (sessions);
  self->anchor = g_strdup (sessions[0]);
  self->all_rooms = session->all_rooms == 1;
  return self;
}

void
ply_drag_free (PlyDrag *self)
{
  if (self == NULL)
    return;
  forget_aim (self);
  g_array_unref (self->ghosts);
  g_strfreev (self->sessions);
  g_free (self->anchor);
  g_free (self->talk);
  g_free (self->day);
  g_free (self->room);
  ply_grid_unref (self->grid);
  g_free (self);
}

PlyDragKind
ply_drag_get_kind (const PlyDrag *self)
{
  return self->kind;
}

const char *const *
ply_drag_get_sessions (const PlyDrag *self)
{
  return (const char *const *) self->sessions;
}

const char *
ply_drag_get_talk (const PlyDrag *self)
{
  return self->talk;
}

void
ply_drag_set_grid (PlyDrag *self, PlyGrid *grid)
{
  g_return_if_fail (self != NULL && grid != NULL);

  if (grid == self->grid)
    return;
  forget_aim (self);
  ply_grid_ref (grid);
  ply_grid_unref (self->grid);
  self->grid = grid;
  if (!is_still_there (self))
    ply_drag_cancel (self);
}

gboolean
ply_drag_update (PlyDrag *self, double x, double y, PlyDragKeys keys, gboolean over_tray)
{
  PlyDragAim aim = { 0 };
  gboolean had_aim, has_aim;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->is_over)
    return FALSE;
  had_aim = self->has_aim;
  has_aim = ply_drag_find_aim (self, x, y, keys, over_tray, &aim);
  if (had_aim == has_aim && (!has_aim || aims_equal (&aim, &self->aim)))
    return FALSE;
  forget_aim (self);
  self->aim = aim;
  self->has_aim = has_aim;
  if (!has_aim)
    return TRUE;
  self->plan = ply_drag_make_plan (self);
  if (self->talk != NULL)
    ply_drag_fill_talk_ghosts (self);
  ply_drag_fill_ghosts (self);
  return TRUE;
}

const PlyPlan *
ply_drag_get_plan (const PlyDrag *self)
{
  return self->plan;
}

const PlyDragGhost *
ply_drag_get_ghosts (const PlyDrag *self, guint *n_ghosts)
{
  *n_ghosts = self->ghosts->len;
  return (const PlyDragGhost *) self->ghosts->data;
}

const char *
ply_drag_get_target (const PlyDrag *self)
{
  return self->has_aim && self->kind != PLY_DRAG_TALK_EDGE ? self->aim.other : NULL;
}

gboolean
ply_drag_get_overrun (const PlyDrag *self, gint64 *minutes)
{
  *minutes = self->overrun;
  return self->has_overrun;
}

PlyPlan *
ply_drag_drop (PlyDrag *self)
{
  PlyPlan *plan;

  g_return_val_if_fail (self != NULL, NULL);

  plan = g_steal_pointer (&self->plan);
  ply_drag_cancel (self);
  return plan;
}

void
ply_drag_cancel (PlyDrag *self)
{
  g_return_if_fail (self != NULL);

  forget_aim (self);
  self->is_over = TRUE;
}

gboolean
ply_drag_is_over (const PlyDrag *self)
{
  return self->is_over;
}

static double
speed (double at, double from, double size)
{
  double zone = MIN (SCROLL_ZONE, size / 3);
  double past = 0;

  if (zone <= 0)
    return 0;
  if (at < from + zone)
    past = at - (from + zone);
  else if (at > from + size - zone)
    past = at - (from + size - zone);
  return CLAMP (past / zone, -1, 1) * SCROLL_FASTEST;
}

void
ply_drag_scroll_speed (const PlyGridBox *view, double x, double y, double *dx, double *dy)
{
  g_return_if_fail (view != NULL && dx != NULL && dy != NULL);

  *dx = speed (x, view->x, view->width);
  *dy = speed (y, view->y, view->height);
}
