/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-drag.h"

/* The little event (little-event.h): s1 9:00 to 10:00 in the hall (lane 0), s2 10:00 to 11:00 in
 * the lab (lane 1), both on d1; lanes 2 and 3 are those of d2. No pause; s3 follows s1 at 10:30 in
 * the hall, s4 is unplaced, s1 has the talks t1 (20), t2 (30), s2 the talk t3 (10). */
extern const char drag_scene[];
/* To be put behind it: takes the talks away. */
extern const char drag_scene_without_talks[];

/* Minutes within which an edge is taken. */
#define DRAG_REACH 3

/* The scene with the edits, so large that talks are shown. */
PlyGrid *drag_scene_new (const char *edits, PlyGridForm form);
/* A point in the middle of a lane. */
void drag_scene_point (const PlyGrid *grid, guint lane, double minute, double *x, double *y);
/* What is other after the plan: "s1 d1 570-630 hall; s2: t1@0+20 t2@20+30; ". */
char *drag_scene_describe (const PlyPlan *plan, const PlyGrid *grid);
/* "s1* d1 570-630 hall; s1/t1* ...": the star is for what is held. */
char *drag_scene_describe_ghosts (const PlyDrag *drag);
PlyDrag *drag_scene_press (PlyGrid *grid, guint lane, double minute, const char *const *selection);
gboolean drag_scene_move (PlyDrag *drag, const PlyGrid *grid, guint lane, double minute,
                          PlyDragKeys keys);
