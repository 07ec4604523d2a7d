/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-timetable-overlay.h"

G_BEGIN_DECLS

/* The timetable itself: a GtkScrollable that shows a PlyGrid, with a widget for each session that
 * is in view. Time axis and room headers stay while it scrolls. Two systems of coordinates: the
 * widget's own, and the grid's, whose origin is the first minute of the first lane, unscrolled.
 *
 * Signals:
 *   "grid-changed": get_grid() gives another one now. */

#define PLY_TYPE_TIMETABLE_CANVAS (ply_timetable_canvas_get_type ())
G_DECLARE_FINAL_TYPE (PlyTimetableCanvas, ply_timetable_canvas, PLY, TIMETABLE_CANVAS, GtkWidget)

GtkWidget *ply_timetable_canvas_new (PlyTimetableView *view);

/* Borrowed until "grid-changed"; NULL before the canvas has a size. */
PlyGrid *ply_timetable_canvas_get_grid (PlyTimetableCanvas *self);
/* From the widget's coordinates to the grid's. FALSE when the point lies in the headers, which are
 * in front of the grid. */
gboolean ply_timetable_canvas_to_grid (PlyTimetableCanvas *self, double x, double y, double *grid_x,
                                       double *grid_y);
/* Where in the widget a box of the grid is now; it may lie outside of what is seen. */
PlyGridBox ply_timetable_canvas_from_grid (PlyTimetableCanvas *self, const PlyGridBox *box);
/* The part of the widget in which the grid is seen: below and beside the headers. */
PlyGridBox ply_timetable_canvas_get_viewport (PlyTimetableCanvas *self);

void ply_timetable_canvas_scroll_by (PlyTimetableCanvas *self, double dx, double dy);
/* Scrolls no further than needed to show the session, a place. */
void ply_timetable_canvas_reveal (PlyTimetableCanvas *self, const char *session);
void ply_timetable_canvas_reveal_box (PlyTimetableCanvas *self, const PlyGridBox *box);
/* Gives the session's block the keyboard focus; it is built when it is out of view. */
void ply_timetable_canvas_grab_session (PlyTimetableCanvas *self, const char *session);
/* The block's widget, for a menu to point at; NULL when it is not in view. */
GtkWidget *ply_timetable_canvas_get_block (PlyTimetableCanvas *self, const char *session);
/* What conflicts with a session, counted; @worst may be NULL. */
guint ply_timetable_canvas_count_conflicts (PlyTimetableCanvas *self, const char *session,
                                            PlySeverity *worst);
/* Says something to those who do not see the canvas. */
void ply_timetable_canvas_announce (PlyTimetableCanvas *self, const char *message);

/* Copies; none takes them away. The reasons stand beside the first ghost. */
void ply_timetable_canvas_set_ghosts (PlyTimetableCanvas *self, const PlyGhost *ghosts,
                                      guint n_ghosts, const PlyReason *reasons, guint n_reasons);
/* Sessions that are held: their blocks are dimmed where they still are, and the times at which they
 * cannot well be put are shaded. NULL: none. */
void ply_timetable_canvas_set_held (PlyTimetableCanvas *self, const char *const *sessions);
/* A free time that is pointed to, in the grid; NULL: none. Goes with the grid. */
void ply_timetable_canvas_set_mark (PlyTimetableCanvas *self, const PlyGridBox *mark);
/* A rubber band around sessions, in the grid; NULL: none. */
void ply_timetable_canvas_set_band (PlyTimetableCanvas *self, const PlyGridBox *band);
/* The session onto which a drop would go (to swap with it); NULL: none. */
void ply_timetable_canvas_set_target (PlyTimetableCanvas *self, const char *session);

G_END_DECLS
