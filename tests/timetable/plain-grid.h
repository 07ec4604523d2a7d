/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-grid.h"

/* What a grid must be, worked out in the plainest way: each session with each session, each block
 * at each point. */

/* 2 pixels a minute, lanes of 100 pixels, lines of 20, 10 between days, 5 minutes of snap. */
PlyGridOptions plain_grid_options (PlyGridForm form);
/* "s1 0/1 540-600 0/2 100,0 100x120": session, day/lane, time, slot, box; a line each, in the
 * grid's order. */
char *plain_grid_describe (const PlyGrid *grid);
/* Asserts that the blocks are the sessions of the days and rooms that @options name, each where it
 * belongs. */
void plain_grid_check (const PlyGrid *grid, const PlyGridOptions *options);
/* Asserts that what is found at @n random points and in areas is what lies there. */
void plain_grid_check_search (const PlyGrid *grid, GRand *dice, guint n);
