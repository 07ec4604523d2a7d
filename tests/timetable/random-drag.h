/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-drag.h"

/* Some days, some rooms, a form and a zoom. The lists of the options belong to the snapshot and to
 * @self. */
typedef struct
{
  PlyGridOptions options;
  const char *days[2];
  const char *rooms[3];
} RandomOptions;

void random_options_init (RandomOptions *self, const PlySnapshot *snapshot, GRand *dice);

/* Takes hold of something, mostly of a session; NULL when there was nothing to hold. */
PlyDrag *random_drag_begin (PlyGrid *grid, GRand *dice);
/* To some point, in the grid or beside it, with some keys. */
void random_drag_move (PlyDrag *drag, const PlyGrid *grid, GRand *dice);

/* Asserts that @plan, which may be NULL, can be run as it is, and touches nothing but when and
 * where sessions are, and the order and lengths of talks. */
void random_drag_check_plan (const PlyPlan *plan, const PlyGrid *grid);
/* Asserts that the ghosts are where the plan puts things. */
void random_drag_check_ghosts (const PlyDrag *drag, const PlyGrid *grid);
