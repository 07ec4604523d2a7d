/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-block-maker.h"

G_BEGIN_DECLS

/* The names of rooms, and of days where several are shown, beside the grid: they move with it along
 * one axis only. */

#define PLY_TYPE_LANE_HEADER (ply_lane_header_get_type ())
G_DECLARE_FINAL_TYPE (PlyLaneHeader, ply_lane_header, PLY, LANE_HEADER, GtkWidget)

/* @maker is borrowed and must live longer. */
GtkWidget *ply_lane_header_new (PlyBlockMaker *maker);
void ply_lane_header_set_grid (PlyLaneHeader *self, PlyGrid *grid);
/* How far the grid is scrolled along the lanes. */
void ply_lane_header_set_offset (PlyLaneHeader *self, double offset);
/* The pixels it needs across: its height when rooms are columns, else its width, which is no more
 * than @most. */
double ply_lane_header_get_size (PlyLaneHeader *self, gboolean rooms_down, guint n_days,
                                 double most);

G_END_DECLS
