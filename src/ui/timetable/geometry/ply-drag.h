/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-grid.h"

G_BEGIN_DECLS

/* The state of one gesture over a grid, from the press to the drop: what is held, where the pointer
 * is and which keys are down; out of it come ghosts (where things would be) and the plan that a
 * drop would run. Changes nothing, knows no widgets. Points are pixels of the grid; they may lie
 * outside it. Mouse, touch and pen are the same here, but for the reach of edges.
 *
 * What begins at a time snaps, not the pointer: where one took hold of a block stays under the
 * pointer. A time that one comes back to snaps too, whatever it is. */
typedef struct _PlyDrag PlyDrag;

typedef enum
{
  PLY_DRAG_NOTHING,
  PLY_DRAG_BLOCKS,    /* sessions, to another place or into the tray */
  PLY_DRAG_EDGE,      /* a session's start or end */
  PLY_DRAG_CREATE,    /* from an empty place: a new session */
  PLY_DRAG_TRAY,      /* unplaced sessions */
  PLY_DRAG_TALK,      /* to another place in its session, or into another session */
  PLY_DRAG_TALK_EDGE, /* its length */
} PlyDragKind;

typedef enum
{
  PLY_DRAG_NO_KEYS = 0,
  PLY_DRAG_FINE = 1 << 0,   /* Alt: snaps to the minute */
  PLY_DRAG_SWAP = 1 << 1,   /* Shift: changes places with the session under the pointer, if any */
  PLY_DRAG_RIPPLE = 1 << 2, /* Ctrl: what follows goes along */
} PlyDragKeys;

/* Where something would be. Ids are borrowed until the next update. */
typedef struct
{
  const char *session;
  const char *talk; /* NULL: the session itself */
  PlyPlace place;   /* of the session; its start is the talk's */
  gint64 end;       /* minutes of the day */
  gboolean is_held; /* FALSE: it goes along (ripple, swap, talks that shift) */
  PlyGridBox box;   /* empty when the grid does not show it */
} PlyDragGhost;

/* What taking hold of something at a point would do. @reach: pixels within which an edge is taken
 * (about 6 for a mouse, 16 for a finger). @edge, when not NULL, gets which edge it would be. */
PlyDragKind ply_drag_kind_at (const PlyGrid *grid, double x, double y, double reach,
                              PlyGridEdge *edge);

/* Takes hold of what is at the point. @selection (NULL-terminated, may be NULL): when the session
 * is one of them, all of them are held. References @grid. NULL when the grid shows no day. */
PlyDrag *ply_drag_new_at (PlyGrid *grid, double x, double y, double reach,
                          const char *const *selection);
/* Sessions out of the tray, the first of them under the pointer. */
PlyDrag *ply_drag_new_tray (PlyGrid *grid, const char *const *sessions);
void ply_drag_free (PlyDrag *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyDrag, ply_drag_free)

PlyDragKind ply_drag_get_kind (const PlyDrag *self);
/* The sessions held, NULL-terminated; none for a new one. */
const char *const *ply_drag_get_sessions (const PlyDrag *self);
/* NULL unless a talk is held. */
const char *ply_drag_get_talk (const PlyDrag *self);

/* The grid was made anew meanwhile (another day, zoom, form): goes on over that one. Update next.
 * When what is held is there no longer, the gesture is cancelled. */
void ply_drag_set_grid (PlyDrag *self, PlyGrid *grid);
/* The pointer is here now. TRUE when that changes what a drop would do: then ghosts, plan and all
 * else are new. */
gboolean ply_drag_update (PlyDrag *self, double x, double y, PlyDragKeys keys, gboolean over_tray);

/* What a drop would run; NULL: it would change nothing. Borrowed until the next update. */
const PlyPlan *ply_drag_get_plan (const PlyDrag *self);
/* What is held comes first. */
const PlyDragGhost *ply_drag_get_ghosts (const PlyDrag *self, guint *n_ghosts);
/* The session that would change places or take the talk in; NULL. */
const char *ply_drag_get_target (const PlyDrag *self);
/* Of a talk: minutes by which the talks would pass the session's end, negative: minutes left. FALSE
 * when no talk is held or it is over no session. */
gboolean ply_drag_get_overrun (const PlyDrag *self, gint64 *minutes);

/* Ends the gesture; gives back the plan to be run, NULL for none. Free it. */
PlyPlan *ply_drag_drop (PlyDrag *self);
/* Ends it with nothing to be done (Escape): no plan, no ghosts, whatever comes. */
void ply_drag_cancel (PlyDrag *self);
gboolean ply_drag_is_over (const PlyDrag *self);

/* How fast a view should scroll, in pixels a second, while the pointer is near or past its edges.
 */
void ply_drag_scroll_speed (const PlyGridBox *view, double x, double y, double *dx, double *dy);

G_END_DECLS
