/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-canvas-private.h"

#define ZOOM_STEP 1.15

/* Zooming keeps in place what is under the pointer or between the fingers. */

static void
zoom_at (PlyTimetableCanvas *self, double x, double y, double zoom)
{
  self->has_pointer = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
  ply_timetable_view_set_zoom (self->view, zoom);
  self->has_pointer = FALSE;
}

static void
motion_cb (PlyTimetableCanvas *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
scroll_cb (PlyTimetableCanvas *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  double zoom = ply_timetable_view_get_zoom (self->view);

  if (!(state & GDK_CONTROL_MASK) || dy == 0)
    return GDK_EVENT_PROPAGATE;
  zoom_at (self, self->pointer_x, self->pointer_y, dy < 0 ? zoom * ZOOM_STEP : zoom / ZOOM_STEP);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (PlyTimetableCanvas *self)
{
  self->pinch_zoom = ply_timetable_view_get_zoom (self->view);
}

static void
pinch_cb (PlyTimetableCanvas *self, double factor, GtkGesture *pinch)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    zoom_at (self, x, y, self->pinch_zoom * factor);
}

static void
add_controller (PlyTimetableCanvas *self, gpointer controller, const char *signal,
                GCallback callback)
{
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
ply_timetable_canvas_add_input (PlyTimetableCanvas *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  add_controller (self, gtk_event_controller_motion_new (), "motion", G_CALLBACK (motion_cb));
  add_controller (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL),
                  "scroll", G_CALLBACK (scroll_cb));
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  add_controller (self, pinch, "scale-changed", G_CALLBACK (pinch_cb));
}

/* Focus: Tab goes into the grid, to the session that had it, and out again. */

gboolean
ply_timetable_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static GtkWidget *
find_seen_block (PlyTimetableCanvas *self)
{
  g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  PlyGridBox seen = { ply_timetable_canvas_get_scroll (self, GTK_ORIENTATION_HORIZONTAL),
                      ply_timetable_canvas_get_scroll (self, GTK_ORIENTATION_VERTICAL),
                      self->viewport.width, self->viewport.height };
  guint first = G_MAXUINT;

  ply_grid_visible (self->grid, &seen, indexes);
  for (guint i = 0; i < indexes->len; i++)
    first = MIN (first, g_array_index (indexes, guint, i));
  if (first == G_MAXUINT)
    return NULL;
  return ply_timetable_plane_build_block (
      self->plane, ply_grid_get_block (self->grid, first)->session->record.id);
}

gboolean
ply_timetable_canvas_grab_focus (GtkWidget *widget)
{
  PlyTimetableCanvas *self = PLY_TIMETABLE_CANVAS (widget);
  const char *focus = ply_timetable_view_get_focus (self->view);
  GtkWidget *block = NULL;

  if (self->grid != NULL && focus != NULL)
    block = ply_timetable_plane_build_block (self->plane, focus);
  if (self->grid != NULL && block == NULL)
    block = find_seen_block (self);
  if (block != NULL)
    return gtk_widget_grab_focus (block);
  return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->grab_focus (widget);
}
