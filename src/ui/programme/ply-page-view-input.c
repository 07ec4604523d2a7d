/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-page-view-private.h"

#define ZOOM_STEP 1.1

/* Pointer and keys. Scrolling itself is the scrolled window's. */

static void
clicked_cb (PlyPageView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint page;
  double page_x, page_y;
  PlyBox box;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!ply_page_view_hit (self, x, y, &page, &page_x, &page_y))
    return;
  if (self->thumbnails)
    g_signal_emit_by_name (self, "page-activated", page);
  else if (ply_layout_hit (self->layout, page, page_x, page_y, &box) && box.record != NULL)
    g_signal_emit_by_name (self, "record-activated", box.record);
}

static void
motion_cb (PlyPageView *self, double x, double y)
{
  guint page;
  double page_x, page_y;
  PlyBox box;
  gboolean link =
      ply_page_view_hit (self, x, y, &page, &page_x, &page_y)
      && (self->thumbnails
          || (ply_layout_hit (self->layout, page, page_x, page_y, &box) && box.record != NULL));

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), link ? "pointer" : NULL);
}

static gboolean
scroll_cb (PlyPageView *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (!(state & GDK_CONTROL_MASK) || dy == 0)
    return GDK_EVENT_PROPAGATE;
  ply_page_view_set_zoom (self,
                          ply_page_view_get_zoom (self) * (dy < 0 ? ZOOM_STEP : 1 / ZOOM_STEP));
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (PlyPageView *self)
{
  self->pinch_zoom = ply_page_view_get_zoom (self);
}

static void
pinch_cb (PlyPageView *self, double factor)
{
  ply_page_view_set_zoom (self, self->pinch_zoom * factor);
}

static void
scroll_by (PlyPageView *self, double y)
{
  gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + y);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  PlyPageView *self = PLY_PAGE_VIEW (widget);
  guint page = self->page, n_pages = ply_page_view_get_n_pages (self);
  const char *where;

  g_variant_get (arguments, "(&s)", &where);
  if (n_pages == 0)
    return GDK_EVENT_PROPAGATE;
  if (g_str_equal (where, "up"))
    scroll_by (self, -gtk_adjustment_get_step_increment (self->vadjustment));
  else if (g_str_equal (where, "down"))
    scroll_by (self, gtk_adjustment_get_step_increment (self->vadjustment));
  else if (g_str_equal (where, "page-up"))
    scroll_by (self, -gtk_adjustment_get_page_increment (self->vadjustment));
  else if (g_str_equal (where, "page-down"))
    scroll_by (self, gtk_adjustment_get_page_increment (self->vadjustment));
  else if (g_str_equal (where, "next"))
    page = MIN (page + 1, n_pages - 1);
  else if (g_str_equal (where, "previous"))
    page = page > 0 ? page - 1 : 0;
  else
    page = g_str_equal (where, "first") ? 0 : n_pages - 1;
  if (page != self->page || g_str_equal (where, "first") || g_str_equal (where, "last"))
    g_signal_emit_by_name (self, "page-activated", page);
  return GDK_EVENT_STOP;
}

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *where;
} bindings[] = {
  { GDK_KEY_Up, 0, "up" },           { GDK_KEY_Down, 0, "down" },
  { GDK_KEY_Page_Up, 0, "page-up" }, { GDK_KEY_Page_Down, 0, "page-down" },
  { GDK_KEY_space, 0, "page-down" }, { GDK_KEY_space, GDK_SHIFT_MASK, "page-up" },
  { GDK_KEY_Left, 0, "previous" },   { GDK_KEY_Right, 0, "next" },
  { GDK_KEY_Home, 0, "first" },      { GDK_KEY_End, 0, "last" },
};

void
ply_page_view_add_bindings (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding (widget_class, bindings[i].key, bindings[i].modifiers, move_cb,
                                  "(s)", bindings[i].where);
}

static void
add_controller (PlyPageView *self, gpointer controller, const char *signal, GCallback callback)
{
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
ply_page_view_add_input (PlyPageView *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  add_controller (self, gtk_gesture_click_new (), "released", G_CALLBACK (clicked_cb));
  add_controller (self, gtk_event_controller_motion_new (), "motion", G_CALLBACK (motion_cb));
  add_controller (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL),
                  "scroll", G_CALLBACK (scroll_cb));
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  add_controller (self, pinch, "scale-changed", G_CALLBACK (pinch_cb));
}
