/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-timetable-canvas.h"

#include "ply-lane-header.h"
#include "ply-time-axis.h"
#include "ply-timetable-plane.h"

G_BEGIN_DECLS

struct _PlyTimetableCanvas
{
  GtkWidget parent_instance;

  /* Owned */
  PlyTimetableView *view;
  PlyBlockMaker *maker;
  PlyGrid *grid;                 /* NULL before there is a size */
  GtkAdjustment *adjustments[2]; /* by GtkOrientation; of the scrolled window */
  char **held;
  guint now_source;

  /* Children */
  PlyTimetablePlane *plane;
  PlyTimetableOverlay *overlay;
  PlyLaneHeader *lanes;
  PlyTimeAxis *axis;
  GtkWidget *corner;

  GtkScrollablePolicy policies[2];
  PlyGridBox viewport;     /* where the grid is seen */
  double grid_zoom;        /* of @grid */
  gboolean scrolled_first; /* the first place was chosen */
  gboolean configuring;    /* the adjustments are being set */

  /* Where the pointer zooms, in the widget */
  double pointer_x, pointer_y;
  gboolean has_pointer;
  double pinch_zoom;
};

/* ply-timetable-canvas-grid.c: makes the grid anew and keeps in place what was seen. @kept: nothing
 * but sessions has changed of what is shown. */
void ply_timetable_canvas_remake (PlyTimetableCanvas *self, gboolean kept);
/* The size changed. */
void ply_timetable_canvas_resize (PlyTimetableCanvas *self, int width, int height);
/* Moves the children after scrolling. */
void ply_timetable_canvas_scrolled (PlyTimetableCanvas *self);
void ply_timetable_canvas_update_now (PlyTimetableCanvas *self);
void ply_timetable_canvas_update_shades (PlyTimetableCanvas *self);
double ply_timetable_canvas_get_scroll (PlyTimetableCanvas *self, GtkOrientation orientation);
void ply_timetable_canvas_set_scroll (PlyTimetableCanvas *self, GtkOrientation orientation,
                                      double value);

/* ply-timetable-canvas-input.c: zooming by wheel and pinch; focus */
void ply_timetable_canvas_add_input (PlyTimetableCanvas *self);
gboolean ply_timetable_canvas_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean ply_timetable_canvas_grab_focus (GtkWidget *widget);

G_END_DECLS
