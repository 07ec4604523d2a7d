/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-time-axis.h"

#include "ply-time.h"

#include <math.h>

#define PADDING 6
#define HOUR_ALPHA 0.8f
#define FINE_ALPHA 0.55f
#define LINE_ALPHA 0.15f

struct _PlyTimeAxis
{
  GtkWidget parent_instance;

  PlyBlockMaker *maker; /* borrowed */

  /* Owned */
  PlyGrid *grid;
  GHashTable *labels; /* minute -> PangoLayout */
  double offset, now;
  gint64 now_minute;
};

G_DEFINE_FINAL_TYPE (PlyTimeAxis, ply_time_axis, GTK_TYPE_WIDGET)

static PangoLayout *
make_label (PlyTimeAxis *self, gint64 minute)
{
  g_autofree char *time = ply_minutes_format (minute);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), time);
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (list, pango_attr_scale_new (minute % 60 == 0 ? 0.93 : 0.82));
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  return layout;
}

static PangoLayout *
get_label (PlyTimeAxis *self, gint64 minute)
{
  PangoLayout *layout = g_hash_table_lookup (self->labels, GINT_TO_POINTER ((int) minute));

  if (layout == NULL)
    {
      layout = make_label (self, minute);
      g_hash_table_insert (self->labels, GINT_TO_POINTER ((int) minute), layout);
    }
  return layout;
}

static gboolean
rooms_down (PlyTimeAxis *self)
{
  return ply_grid_get_form (self->grid) == PLY_GRID_ROOMS_DOWN;
}

/* Beside its line when time runs down, above it when it runs to the right. */
static graphene_rect_t
label_box (PlyTimeAxis *self, PangoLayout *layout, double at)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (rooms_down (self))
    return GRAPHENE_RECT_INIT ((float) floor (at - self->offset - width / 2.0),
                               (float) (gtk_widget_get_height (GTK_WIDGET (self)) - height - 3),
                               (float) width, (float) height);
  return GRAPHENE_RECT_INIT ((float) (gtk_widget_get_width (GTK_WIDGET (self)) - PADDING - width),
                             (float) floor (at - self->offset - height / 2.0), (float) width,
                             (float) height);
}

static void
draw_label (PlyTimeAxis *self, GtkSnapshot *snapshot, gint64 minute, double at,
            const GdkRGBA *color)
{
  PangoLayout *layout = get_label (self, minute);
  graphene_rect_t box = label_box (self, layout, at);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &box.origin);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* What time it is: the colors changed over. */
static void
draw_now (PlyTimeAxis *self, GtkSnapshot *snapshot, const GdkRGBA *ink)
{
  GdkRGBA paper = ply_block_colors_background (ply_block_maker_get_scheme (self->maker));
  graphene_rect_t box = label_box (self, get_label (self, self->now_minute), self->now);
  GskRoundedRect shape;

  graphene_rect_inset (&box, -4, -1);
  gsk_rounded_rect_init_from_rect (&shape, &box, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, ink, &box);
  gtk_snapshot_pop (snapshot);
  draw_label (self, snapshot, self->now_minute, self->now, &paper);
}

static void
draw_labels (PlyTimeAxis *self, GtkSnapshot *snapshot, const GdkRGBA *ink, double length)
{
  guint n_ticks;
  const PlyGridTick *ticks = ply_grid_get_ticks (self->grid, &n_ticks);
  double line = ply_block_maker_get_line (self->maker);

  for (guint i = 0; i < n_ticks; i++)
    {
      GdkRGBA color = *ink;
      double at = ticks[i].at - self->offset;

      color.alpha *= ticks[i].is_hour ? HOUR_ALPHA : FINE_ALPHA;
      if (ticks[i].is_labeled && at > -line * 2 && at < length + line * 2
          && (self->now < 0
              || ABS (ticks[i].at - self->now) > line * (rooms_down (self) ? 2.4 : 0.9)))
        draw_label (self, snapshot, ticks[i].minute, ticks[i].at, &color);
    }
}

static void
ply_time_axis_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlyTimeAxis *self = PLY_TIME_AXIS (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GdkRGBA ink, line;

  if (self->grid == NULL)
    return;
  gtk_widget_get_color (widget, &ink);
  line = ink;
  line.alpha *= LINE_ALPHA;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_labels (self, snapshot, &ink, rooms_down (self) ? width : height);
  if (self->now >= 0)
    draw_now (self, snapshot, &ink);
  gtk_snapshot_append_color (snapshot, &line,
                             rooms_down (self) ? &GRAPHENE_RECT_INIT (0, height - 1, width, 1)
                                               : &GRAPHENE_RECT_INIT (width - 1, 0, 1, height));
  gtk_snapshot_pop (snapshot);
}

static void
ply_time_axis_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
ply_time_axis_finalize (GObject *object)
{
  PlyTimeAxis *self = PLY_TIME_AXIS (object);

  g_clear_pointer (&self->grid, ply_grid_unref);
  g_hash_table_unref (self->labels);

  G_OBJECT_CLASS (ply_time_axis_parent_class)->finalize (object);
}

static void
ply_time_axis_class_init (PlyTimeAxisClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_time_axis_finalize;
  widget_class->measure = ply_time_axis_measure;
  widget_class->snapshot = ply_time_axis_snapshot;
  gtk_widget_class_set_css_name (widget_class, "hours");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ply_time_axis_init (PlyTimeAxis *self)
{
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->now = -1;
}

/* Public */

GtkWidget *
ply_time_axis_new (PlyBlockMaker *maker)
{
  PlyTimeAxis *self = g_object_new (PLY_TYPE_TIME_AXIS, NULL);

  self->maker = maker;
  return GTK_WIDGET (self);
}

void
ply_time_axis_set_grid (PlyTimeAxis *self, PlyGrid *grid)
{
  g_return_if_fail (PLY_IS_TIME_AXIS (self) && grid != NULL);

  ply_grid_ref (grid);
  g_clear_pointer (&self->grid, ply_grid_unref);
  self->grid = grid;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ply_time_axis_set_offset (PlyTimeAxis *self, double offset)
{
  g_return_if_fail (PLY_IS_TIME_AXIS (self));

  if (self->offset == offset)
    return;
  self->offset = offset;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ply_time_axis_set_now (PlyTimeAxis *self, double now, gint64 minute)
{
  g_return_if_fail (PLY_IS_TIME_AXIS (self));

  if (self->now == now && self->now_minute == minute)
    return;
  self->now = now;
  self->now_minute = minute;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
ply_time_axis_get_size (PlyTimeAxis *self, gboolean down)
{
  int width, height;

  g_return_val_if_fail (PLY_IS_TIME_AXIS (self), 0);

  /* Nothing is kept: the font may be another one now. */
  g_hash_table_remove_all (self->labels);
  pango_layout_get_pixel_size (get_label (self, 0), &width, &height);
  return down ? height + 8 : width + 2 * PADDING + 2;
}
