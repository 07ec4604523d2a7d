/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-timetable-gesture.h"

#include "ply-drag.h"
#include "ply-timetable-commands-private.h"

G_BEGIN_DECLS

struct _PlyTimetableGesture
{
  GObject parent_instance;

  /* Owned */
  PlyTimetableCommands *commands;
  PlyDrag *drag; /* NULL: nothing is dragged */

  /* In the page */
  GtkWidget *page;
  PlyTimetableView *view;
  PlyTimetableCanvas *canvas;
  PlyTimetableTray *tray;
  AdwToggleGroup *days;
  GtkGesture *drag_gesture;
  GtkEventController *motion;

  /* The gesture */
  double x, y; /* the pointer, on the page */
  PlyDragKeys keys;
  gboolean is_touch;
  gboolean is_dropped;         /* it was cancelled, and the button is still down */
  gboolean is_band;            /* it selects what is inside */
  double band_x, band_y;       /* in the grid: where the band began */
  guint tick_id;               /* scrolls near edges */
  gint64 tick_time, edge_time; /* of the last frame; since when it is at an edge, 0: it is not */
  guint hover_id;              /* waits over a day */
  char *hover_day;
  gboolean was_selected; /* what was pressed */
};

/* ply-timetable-gesture-show.c: ghosts and reasons of the drop as it would be now; none */
void ply_timetable_gesture_show (PlyTimetableGesture *self);
void ply_timetable_gesture_unshow (PlyTimetableGesture *self);

/* ply-timetable-gesture-click.c: selecting, opening, menus, cursors */
void ply_timetable_gesture_add_clicks (PlyTimetableGesture *self);

/* A point of the page in the grid; FALSE when it is not over the grid. */
gboolean ply_timetable_gesture_to_grid (PlyTimetableGesture *self, double x, double y,
                                        double *grid_x, double *grid_y);
/* Pixels within which an edge is taken. */
double ply_timetable_gesture_get_reach (gboolean is_touch);

G_END_DECLS
