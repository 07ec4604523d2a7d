/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-timetable-plane.h"

G_BEGIN_DECLS

/* What lies under the blocks: lines of hours and rooms, today, closed hours, blocked times. */
typedef struct
{
  PlyGrid *grid;
  PlyBlockScheme scheme;
  GdkRGBA ink;
  const PlyPlaneShade *shades;
  guint n_shades;
} PlyPlaneGround;

void ply_plane_ground_draw (const PlyPlaneGround *self, GtkSnapshot *snapshot);

/* Slanted lines over a box: what is not open for sessions, seen without color too. */
void ply_plane_ground_hatch (GtkSnapshot *snapshot, const PlyGridBox *box, const GdkRGBA *color,
                             double distance);

G_END_DECLS
