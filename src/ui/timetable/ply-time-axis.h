/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-block-maker.h"

G_BEGIN_DECLS

/* The hours beside the grid, and what time it is now. */

#define PLY_TYPE_TIME_AXIS (ply_time_axis_get_type ())
G_DECLARE_FINAL_TYPE (PlyTimeAxis, ply_time_axis, PLY, TIME_AXIS, GtkWidget)

/* @maker is borrowed and must live longer. */
GtkWidget *ply_time_axis_new (PlyBlockMaker *maker);
void ply_time_axis_set_grid (PlyTimeAxis *self, PlyGrid *grid);
/* How far the grid is scrolled along time. */
void ply_time_axis_set_offset (PlyTimeAxis *self, double offset);
/* Pixels along time of what is now; negative: it is not shown. */
void ply_time_axis_set_now (PlyTimeAxis *self, double now, gint64 minute);
/* The pixels it needs across. */
double ply_time_axis_get_size (PlyTimeAxis *self, gboolean rooms_down);

G_END_DECLS
