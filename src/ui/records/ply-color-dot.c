/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-color-dot.h"

#define SIZE 10

struct _PlyColorDot
{
  GtkWidget parent_instance;

  GdkRGBA color;
};

G_DEFINE_FINAL_TYPE (PlyColorDot, ply_color_dot, GTK_TYPE_WIDGET)

static void
ply_color_dot_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
ply_color_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlyColorDot *self = PLY_COLOR_DOT (widget);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &bounds, SIZE / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &self->color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
ply_color_dot_class_init (PlyColorDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ply_color_dot_measure;
  widget_class->snapshot = ply_color_dot_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ply_color_dot_init (PlyColorDot *self)
{
}

GtkWidget *
ply_color_dot_new (void)
{
  return g_object_new (PLY_TYPE_COLOR_DOT, "valign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
}

void
ply_color_dot_set_color (PlyColorDot *self, const char *color)
{
  g_return_if_fail (PLY_IS_COLOR_DOT (self));

  gtk_widget_set_visible (GTK_WIDGET (self), color != NULL && gdk_rgba_parse (&self->color, color));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
