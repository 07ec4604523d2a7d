/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-drag.h"

G_BEGIN_DECLS

/* What a drop would do. Ids are borrowed from the grid's snapshot. */
typedef struct
{
  gboolean is_away;  /* into the tray, or nowhere */
  PlyPlace place;    /* of what is held */
  gint64 duration;   /* of an edge, a new session, a talk's edge */
  const char *other; /* the session to change places with, or to take the talk in */
  guint index;       /* of the talk there */
  PlyArrangeFlags flags;
} PlyDragAim;

struct _PlyDrag
{
  PlyGrid *grid;
  PlyDragKind kind;
  gboolean is_over;

  /* What is held. */
  char **sessions;
  char *anchor; /* of @sessions, the one under the pointer; the session of a talk */
  char *talk;
  PlyGridEdge edge;
  gint64 start, end; /* as they were: of the anchor, or the talk; PLY_UNSET without */
  gboolean all_rooms;
  double grab;      /* minutes from the start (or the edge) to the pointer */
  char *day, *room; /* of a new session */

  /* What it would do now. */
  gboolean has_aim;
  PlyDragAim aim;
  PlyPlan *plan;
  GArray *ghosts; /* PlyDragGhost */
  gboolean has_overrun;
  gint64 overrun;
};

/* FALSE when nothing would come of it. */
gboolean ply_drag_find_aim (const PlyDrag *self, double x, double y, PlyDragKeys keys,
                            gboolean over_tray, PlyDragAim *aim);
PlyPlan *ply_drag_make_plan (const PlyDrag *self);
/* From the plan and the aim. */
void ply_drag_fill_ghosts (PlyDrag *self);
void ply_drag_fill_talk_ghosts (PlyDrag *self);

G_END_DECLS
