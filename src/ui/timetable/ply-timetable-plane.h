/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-block-maker.h"

G_BEGIN_DECLS

/* The whole grid on one plane, which the canvas moves when it scrolls: hours, closed hours and
 * blocked times below, blocks above. Builds blocks for the sessions in an area around what is seen;
 * while that does not change, scrolling costs nothing here. */

#define PLY_TYPE_TIMETABLE_PLANE (ply_timetable_plane_get_type ())
G_DECLARE_FINAL_TYPE (PlyTimetablePlane, ply_timetable_plane, PLY, TIMETABLE_PLANE, GtkWidget)

/* A time at which something held cannot well be put. */
typedef struct
{
  PlyGridBox box;
  PlySeverity severity; /* PLY_N_SEVERITIES: of nothing that is held, only to be seen */
} PlyPlaneShade;

/* Both are borrowed and must live longer. */
GtkWidget *ply_timetable_plane_new (PlyTimetableView *view, PlyBlockMaker *maker);

/* Another grid, of which @seen is seen. @kept: nothing but sessions has changed of what blocks
 * show, so that those of the other sessions stay. */
void ply_timetable_plane_set_grid (PlyTimetablePlane *self, PlyGrid *grid, const PlyGridBox *seen,
                                   gboolean kept);
/* The same grid, with other conflicts. */
void ply_timetable_plane_update_conflicts (PlyTimetablePlane *self);
/* The same grid, scrolled. */
void ply_timetable_plane_set_seen (PlyTimetablePlane *self, const PlyGridBox *seen);
/* Rows of PlyPlaneShade; copied. */
void ply_timetable_plane_set_shades (PlyTimetablePlane *self, const PlyPlaneShade *shades,
                                     guint n_shades);
/* NULL: none. */
void ply_timetable_plane_set_held (PlyTimetablePlane *self, const char *const *sessions);
void ply_timetable_plane_set_target (PlyTimetablePlane *self, const char *session);
/* The selection or the focus is another. */
void ply_timetable_plane_update_states (PlyTimetablePlane *self);

/* NULL when it is not built. */
GtkWidget *ply_timetable_plane_get_block (PlyTimetablePlane *self, const char *session);
/* Builds it, though it may be out of view; NULL when the grid does not have it. */
GtkWidget *ply_timetable_plane_build_block (PlyTimetablePlane *self, const char *session);

G_END_DECLS
