/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define NOW_SECONDS 20
#define REVEAL_MARGIN 12

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  GRID_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlyTimetableCanvas, ply_timetable_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

/* What changes */

/* The same records, seen in another way. */
static void
remake_cb (PlyTimetableCanvas *self)
{
  ply_timetable_canvas_remake (self, TRUE);
}

static gboolean
names_only_sessions (const PlyChange *changes, guint n_changes)
{
  for (guint i = 0; i < n_changes; i++)
    if (changes[i].kind != PLY_KIND_SESSION)
      return FALSE;
  return TRUE;
}

static void
changed_cb (PlyTimetableCanvas *self, const PlyChange *changes, guint n_changes)
{
  gboolean kept = names_only_sessions (changes, n_changes);

  if (!kept)
    ply_block_maker_records_changed (self->maker);
  ply_timetable_canvas_remake (self, kept);
}

static void
conflicts_changed_cb (PlyTimetableCanvas *self)
{
  ply_block_maker_conflicts_changed (self->maker);
  ply_timetable_plane_update_conflicts (self->plane);
}

static void
style_changed_cb (PlyTimetableCanvas *self)
{
  ply_block_maker_style_changed (self->maker);
  ply_timetable_canvas_remake (self, FALSE);
}

static void
selection_cb (PlyTimetableCanvas *self)
{
  ply_timetable_plane_update_states (self->plane);
}

static void
reveal_cb (PlyTimetableCanvas *self, const char *session)
{
  ply_timetable_canvas_reveal (self, session);
  ply_timetable_canvas_grab_session (self, session);
}

static gboolean
now_cb (gpointer data)
{
  ply_timetable_canvas_update_now (data);
  return G_SOURCE_CONTINUE;
}

static void
map_cb (PlyTimetableCanvas *self)
{
  ply_timetable_canvas_update_now (self);
  if (self->now_source == 0)
    self->now_source = g_timeout_add_seconds (NOW_SECONDS, now_cb, self);
}

static void
unmap_cb (PlyTimetableCanvas *self)
{
  g_clear_handle_id (&self->now_source, g_source_remove);
}

/* Scrolling */

static void
set_adjustment (PlyTimetableCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed",
                             G_CALLBACK (ply_timetable_canvas_scrolled), self, G_CONNECT_SWAPPED);
  ply_timetable_canvas_remake (self, TRUE);
}

/* Overshooting is shown where the grid ends, not at the headers. */
static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  PlyTimetableCanvas *self = PLY_TIMETABLE_CANVAS (scrollable);

  border->left = (gint16) self->viewport.x;
  border->top = (gint16) self->viewport.y;
  border->right = border->bottom = 0;
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

/* Widget */

static void
allocate_at (GtkWidget *child, double x, double y, double width, double height)
{
  GskTransform *transform =
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (child, (int) MAX (1, width), (int) MAX (1, height), -1, transform);
}

static void
ply_timetable_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlyTimetableCanvas *self = PLY_TIMETABLE_CANVAS (widget);
  gboolean down = ply_timetable_view_get_rooms_down (self->view);
  double x, y;

  ply_timetable_canvas_resize (self, width, height);
  x = self->viewport.x - ply_timetable_canvas_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  y = self->viewport.y - ply_timetable_canvas_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  allocate_at (GTK_WIDGET (self->plane), x, y, ceil (ply_grid_get_width (self->grid)),
               ceil (ply_grid_get_height (self->grid)));
  allocate_at (GTK_WIDGET (self->overlay), self->viewport.x, self->viewport.y, self->viewport.width,
               self->viewport.height);
  allocate_at (down ? GTK_WIDGET (self->axis) : GTK_WIDGET (self->lanes), self->viewport.x, 0,
               self->viewport.width, self->viewport.y);
  allocate_at (down ? GTK_WIDGET (self->lanes) : GTK_WIDGET (self->axis), 0, self->viewport.y,
               self->viewport.x, self->viewport.height);
}

static void
ply_timetable_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = 80;
  *natural = 400;
}

static void
draw_corner (PlyTimetableCanvas *self, GtkSnapshot *snapshot)
{
  GdkRGBA color;
  float x = (float) self->viewport.x, y = (float) self->viewport.y;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= 0.15f;
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, y - 1, x, 1));
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x - 1, 0, 1, y));
}

static void
ply_timetable_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlyTimetableCanvas *self = PLY_TIMETABLE_CANVAS (widget);

  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT ((float) self->viewport.x, (float) self->viewport.y,
                                     (float) self->viewport.width, (float) self->viewport.height));
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->plane), snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->overlay), snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->lanes), snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->axis), snapshot);
  draw_corner (self, snapshot);
}

/* Pango's layouts follow another font by themselves; what is as large as a line does not. */
static void
ply_timetable_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PlyTimetableCanvas *self = PLY_TIMETABLE_CANVAS (widget);

  GTK_WIDGET_CLASS (ply_timetable_canvas_parent_class)->css_changed (widget, change);
  if (self->maker != NULL && ply_block_maker_is_stale (self->maker))
    style_changed_cb (self);
}

static void
ply_timetable_canvas_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  PlyTimetableCanvas *self = PLY_TIMETABLE_CANVAS (widget);

  GTK_WIDGET_CLASS (ply_timetable_canvas_parent_class)->system_setting_changed (widget, setting);
  if (self->maker != NULL)
    style_changed_cb (self);
}

/* Object */

static void
ply_timetable_canvas_set_property (GObject *object, guint prop_id, const GValue *value,
                                   GParamSpec *pspec)
{
  PlyTimetableCanvas *self = PLY_TIMETABLE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ply_timetable_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlyTimetableCanvas *self = PLY_TIMETABLE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ply_timetable_canvas_dispose (GObject *object)
{
  PlyTimetableCanvas *self = PLY_TIMETABLE_CANVAS (object);
  GtkWidget *child;

  unmap_cb (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->grid, ply_grid_unref);
  g_clear_pointer (&self->held, g_strfreev);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);

  G_OBJECT_CLASS (ply_timetable_canvas_parent_class)->dispose (object);
}

static void
ply_timetable_canvas_finalize (GObject *object)
{
  PlyTimetableCanvas *self = PLY_TIMETABLE_CANVAS (object);

  g_clear_pointer (&self->maker, ply_block_maker_free);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (ply_timetable_canvas_parent_class)->finalize (object);
}

static void
ply_timetable_canvas_class_init (PlyTimetableCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = ply_timetable_canvas_set_property;
  object_class->get_property = ply_timetable_canvas_get_property;
  object_class->dispose = ply_timetable_canvas_dispose;
  object_class->finalize = ply_timetable_canvas_finalize;
  widget_class->size_allocate = ply_timetable_canvas_size_allocate;
  widget_class->measure = ply_timetable_canvas_measure;
  widget_class->snapshot = ply_timetable_canvas_snapshot;
  widget_class->css_changed = ply_timetable_canvas_css_changed;
  widget_class->system_setting_changed = ply_timetable_canvas_system_setting_changed;
  widget_class->focus = ply_timetable_canvas_focus;
  widget_class->grab_focus = ply_timetable_canvas_grab_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[GRID_CHANGED] = g_signal_new ("grid-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "timetable.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "timetable.open", NULL);
  gtk_widget_class_set_css_name (widget_class, "timetable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ply_timetable_canvas_init (PlyTimetableCanvas *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timetable"), -1);
  ply_timetable_canvas_add_input (self);
}

/* Making */

static void
connect (PlyTimetableCanvas *self, gpointer object, const char *signal, gpointer callback)
{
  g_signal_connect_object (object, signal, G_CALLBACK (callback), self, G_CONNECT_SWAPPED);
}

static void
follow (PlyTimetableCanvas *self)
{
  PlyWorkspace *workspace = ply_timetable_view_get_workspace (self->view);
  AdwStyleManager *style =
      adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  connect (self, workspace, "changed", changed_cb);
  connect (self, workspace, "conflicts-changed", conflicts_changed_cb);
  connect (self, self->view, "shown-changed", remake_cb);
  connect (self, self->view, "notify::zoom", remake_cb);
  connect (self, self->view, "notify::snap", remake_cb);
  connect (self, self->view, "selection-changed", selection_cb);
  connect (self, self->view, "reveal", reveal_cb);
  connect (self, style, "notify::dark", style_changed_cb);
  connect (self, style, "notify::high-contrast", style_changed_cb);
  connect (self, style, "notify::accent-color", style_changed_cb);
  connect (self, self, "map", map_cb);
  connect (self, self, "unmap", unmap_cb);
}

GtkWidget *
ply_timetable_canvas_new (PlyTimetableView *view)
{
  PlyTimetableCanvas *self;

  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (view), NULL);

  self = g_object_new (PLY_TYPE_TIMETABLE_CANVAS, NULL);
  self->view = g_object_ref (view);
  self->maker = ply_block_maker_new (view, GTK_WIDGET (self));
  self->plane = PLY_TIMETABLE_PLANE (ply_timetable_plane_new (view, self->maker));
  self->overlay = PLY_TIMETABLE_OVERLAY (ply_timetable_overlay_new (self->maker));
  self->lanes = PLY_LANE_HEADER (ply_lane_header_new (self->maker));
  self->axis = PLY_TIME_AXIS (ply_time_axis_new (self->maker));
  gtk_widget_set_parent (GTK_WIDGET (self->plane), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->overlay), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->lanes), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->axis), GTK_WIDGET (self));
  follow (self);
  return GTK_WIDGET (self);
}

/* Public */

PlyGrid *
ply_timetable_canvas_get_grid (PlyTimetableCanvas *self)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_CANVAS (self), NULL);
  return self->grid;
}

gboolean
ply_timetable_canvas_to_grid (PlyTimetableCanvas *self, double x, double y, double *grid_x,
                              double *grid_y)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_CANVAS (self), FALSE);

  *grid_x =
      x - self->viewport.x + ply_timetable_canvas_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  *grid_y = y - self->viewport.y + ply_timetable_canvas_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  return ply_grid_box_contains (&self->viewport, x, y);
}

PlyGridBox
ply_timetable_canvas_from_grid (PlyTimetableCanvas *self, const PlyGridBox *box)
{
  PlyGridBox moved = *box;

  g_return_val_if_fail (PLY_IS_TIMETABLE_CANVAS (self), moved);

  moved.x += self->viewport.x - ply_timetable_canvas_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  moved.y += self->viewport.y - ply_timetable_canvas_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  return moved;
}

PlyGridBox
ply_timetable_canvas_get_viewport (PlyTimetableCanvas *self)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_CANVAS (self), (PlyGridBox) { 0 });
  return self->viewport;
}

void
ply_timetable_canvas_scroll_by (PlyTimetableCanvas *self, double dx, double dy)
{
  g_return_if_fail (PLY_IS_TIMETABLE_CANVAS (self));

  for (GtkOrientation i = 0; i < 2; i++)
    if ((i == GTK_ORIENTATION_HORIZONTAL ? dx : dy) != 0)
      ply_timetable_canvas_set_scroll (self, i,
                                       ply_timetable_canvas_get_scroll (self, i)
                                           + (i == GTK_ORIENTATION_HORIZONTAL ? dx : dy));
}

/* Scrolls no further than needed; of what is larger than the view, the beginning is shown. */
static void
reveal_along (PlyTimetableCanvas *self, GtkOrientation orientation, double at, double size,
              double view)
{
  double value = ply_timetable_canvas_get_scroll (self, orientation);

  if (size + 2 * REVEAL_MARGIN > view)
    size = view - 2 * REVEAL_MARGIN;
  if (at - REVEAL_MARGIN < value)
    ply_timetable_canvas_set_scroll (self, orientation, at - REVEAL_MARGIN);
  else if (at + size + REVEAL_MARGIN > value + view)
    ply_timetable_canvas_set_scroll (self, orientation, at + size + REVEAL_MARGIN - view);
}

void
ply_timetable_canvas_reveal_box (PlyTimetableCanvas *self, const PlyGridBox *box)
{
  g_return_if_fail (PLY_IS_TIMETABLE_CANVAS (self) && box != NULL);

  /* What spans the view is seen across already. */
  if (box->width < self->viewport.width)
    reveal_along (self, GTK_ORIENTATION_HORIZONTAL, box->x, box->width, self->viewport.width);
  reveal_along (self, GTK_ORIENTATION_VERTICAL, box->y, box->height, self->viewport.height);
}

void
ply_timetable_canvas_reveal (PlyTimetableCanvas *self, const char *session)
{
  int index;

  g_return_if_fail (PLY_IS_TIMETABLE_CANVAS (self) && session != NULL);

  index = self->grid != NULL ? ply_grid_find (self->grid, session) : -1;
  if (index >= 0)
    ply_timetable_canvas_reveal_box (self, &ply_grid_get_block (self->grid, (guint) index)->box);
}

void
ply_timetable_canvas_grab_session (PlyTimetableCanvas *self, const char *session)
{
  GtkWidget *block;

  g_return_if_fail (PLY_IS_TIMETABLE_CANVAS (self) && session != NULL);

  block = ply_timetable_plane_build_block (self->plane, session);
  if (block != NULL)
    gtk_widget_grab_focus (block);
}

GtkWidget *
ply_timetable_canvas_get_block (PlyTimetableCanvas *self, const char *session)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_CANVAS (self) && session != NULL, NULL);
  return ply_timetable_plane_get_block (self->plane, session);
}

guint
ply_timetable_canvas_count_conflicts (PlyTimetableCanvas *self, const char *session,
                                      PlySeverity *worst)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_CANVAS (self) && session != NULL, 0);
  return ply_block_maker_count_conflicts (self->maker, session, worst);
}

void
ply_timetable_canvas_announce (PlyTimetableCanvas *self, const char *message)
{
  g_return_if_fail (PLY_IS_TIMETABLE_CANVAS (self) && message != NULL);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
ply_timetable_canvas_set_ghosts (PlyTimetableCanvas *self, const PlyGhost *ghosts, guint n_ghosts,
                                 const PlyReason *reasons, guint n_reasons)
{
  g_return_if_fail (PLY_IS_TIMETABLE_CANVAS (self));
  ply_timetable_overlay_set_ghosts (self->overlay, ghosts, n_ghosts, reasons, n_reasons);
}

void
ply_timetable_canvas_set_held (PlyTimetableCanvas *self, const char *const *sessions)
{
  g_return_if_fail (PLY_IS_TIMETABLE_CANVAS (self));

  g_clear_pointer (&self->held, g_strfreev);
  if (sessions != NULL && sessions[0] != NULL)
    self->held = g_strdupv ((char **) sessions);
  ply_timetable_plane_set_held (self->plane, sessions);
  ply_timetable_canvas_update_shades (self);
}

void
ply_timetable_canvas_set_mark (PlyTimetableCanvas *self, const PlyGridBox *mark)
{
  g_return_if_fail (PLY_IS_TIMETABLE_CANVAS (self));
  ply_timetable_overlay_set_mark (self->overlay, mark);
}

void
ply_timetable_canvas_set_band (PlyTimetableCanvas *self, const PlyGridBox *band)
{
  g_return_if_fail (PLY_IS_TIMETABLE_CANVAS (self));
  ply_timetable_overlay_set_band (self->overlay, band);
}

void
ply_timetable_canvas_set_target (PlyTimetableCanvas *self, const char *session)
{
  g_return_if_fail (PLY_IS_TIMETABLE_CANVAS (self));
  ply_timetable_plane_set_target (self->plane, session);
}
