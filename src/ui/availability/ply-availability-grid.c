/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-availability-grid-private.h"

#include "ply-busy.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

#define GUTTER_PADDING 6

enum
{
  PAINT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlyAvailabilityGrid, ply_availability_grid, GTK_TYPE_WIDGET)

static int
get_gutter_width (PlyAvailabilityGrid *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "00:00");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + GUTTER_PADDING;
}

/* Columns */

static void
remove_columns (PlyAvailabilityGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    gtk_box_remove (GTK_BOX (self->days), self->columns->pdata[i]);
  g_ptr_array_set_size (self->columns, 0);
}

/* Heads of one height, so that the cells stand in rows. */
static void
add_columns (PlyAvailabilityGrid *self)
{
  g_autoptr (GtkSizeGroup) heads = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  for (guint i = 0; i < ply_presence_get_n_days (self->presence); i++)
    {
      GtkWidget *column =
          ply_availability_day_new (ply_presence_get_day (self->presence, i), &self->frame);

      gtk_size_group_add_widget (heads,
                                 ply_availability_day_get_cell (PLY_AVAILABILITY_DAY (column), -1));
      gtk_box_append (GTK_BOX (self->days), column);
      g_ptr_array_add (self->columns, column);
      ply_availability_grid_add_head (self, i);
    }
}

static gboolean
same_days (const PlyPresence *a, const PlyPresence *b)
{
  guint n_days = ply_presence_get_n_days (a);

  if (n_days != ply_presence_get_n_days (b))
    return FALSE;
  for (guint i = 0; i < n_days; i++)
    {
      const PlyDay *one = ply_presence_get_day (a, i);
      const PlyDay *two = ply_presence_get_day (b, i);

      if (!g_str_equal (one->record.id, two->record.id) || !g_str_equal (one->date, two->date))
        return FALSE;
    }
  return TRUE;
}

static void
rebuild (PlyAvailabilityGrid *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  remove_columns (self);
  add_columns (self);
  ply_availability_grid_clamp_cursor (self);
  if (had_focus)
    ply_availability_grid_grab_cursor (self);
}

/* Drawing: the hours beside the columns */

static void
draw_hour (PlyAvailabilityGrid *self, GtkSnapshot *snapshot, gint64 minute, int width)
{
  g_autofree char *text = ply_minutes_format (minute);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  double y = ply_availability_day_get_y (self->columns->pdata[0], minute);
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  pango_layout_set_width (layout, (width - GUTTER_PADDING) * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
ply_availability_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlyAvailabilityGrid *self = PLY_AVAILABILITY_GRID (widget);
  int width = get_gutter_width (self);

  for (gint64 minute = self->frame.start; self->columns->len > 0 && minute < self->frame.end;
       minute += 60)
    draw_hour (self, snapshot, minute, width);
  gtk_widget_snapshot_child (widget, self->scrolled, snapshot);
}

static void
ply_availability_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                               int *minimum, int *natural, int *minimum_baseline,
                               int *natural_baseline)
{
  PlyAvailabilityGrid *self = PLY_AVAILABILITY_GRID (widget);
  int gutter = orientation == GTK_ORIENTATION_HORIZONTAL ? get_gutter_width (self) : 0;

  gtk_widget_measure (self->scrolled, orientation, -1, minimum, natural, NULL, NULL);
  *minimum += gutter;
  *natural += gutter;
}

static void
ply_availability_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlyAvailabilityGrid *self = PLY_AVAILABILITY_GRID (widget);
  int gutter = get_gutter_width (self);
  GtkAllocation box = { gutter, 0, MAX (0, width - gutter), height };

  gtk_widget_size_allocate (self->scrolled, &box, -1);
}

static void
ply_availability_grid_dispose (GObject *object)
{
  PlyAvailabilityGrid *self = PLY_AVAILABILITY_GRID (object);

  g_ptr_array_set_size (self->columns, 0);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (ply_availability_grid_parent_class)->dispose (object);
}

static void
ply_availability_grid_finalize (GObject *object)
{
  PlyAvailabilityGrid *self = PLY_AVAILABILITY_GRID (object);

  g_clear_pointer (&self->presence, ply_presence_free);
  g_clear_pointer (&self->busy, g_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (ply_availability_grid_parent_class)->finalize (object);
}

/* Tab goes into the grid and out of it again, not from cell to cell. */
static gboolean
ply_availability_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return ply_availability_grid_grab_cursor (PLY_AVAILABILITY_GRID (widget));
}

static void
ply_availability_grid_class_init (PlyAvailabilityGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_availability_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = ply_availability_grid_finalize;
  widget_class->measure = ply_availability_grid_measure;
  widget_class->size_allocate = ply_availability_grid_size_allocate;
  widget_class->snapshot = ply_availability_grid_snapshot;
  widget_class->focus = ply_availability_grid_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);

  signals[PAINT] = g_signal_new ("paint", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 5, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_INT64,
                                 G_TYPE_INT64, G_TYPE_INT);
}

static void
ply_availability_grid_init (PlyAvailabilityGrid *self)
{
  self->busy = g_array_new (FALSE, FALSE, sizeof (PlyBusy));
  self->columns = g_ptr_array_new ();
  self->brush = PLY_PRESENCE_AVAILABLE;
  self->days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->days), TRUE);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->days);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Availability"), -1);
  ply_availability_grid_add_input (self);
}

GtkWidget *
ply_availability_grid_new (void)
{
  return g_object_new (PLY_TYPE_AVAILABILITY_GRID, NULL);
}

void
ply_availability_grid_show (PlyAvailabilityGrid *self, const PlySnapshot *snapshot,
                            gconstpointer owner)
{
  g_autoptr (PlyPresence) before = NULL;
  PlyAvailabilityFrame frame;

  g_return_if_fail (PLY_IS_AVAILABILITY_GRID (self) && snapshot != NULL && owner != NULL);

  before = g_steal_pointer (&self->presence);
  self->presence = ply_presence_new (snapshot, owner);
  g_array_unref (self->busy);
  self->busy = ply_busy_of (snapshot, self->presence, owner);
  frame = ply_availability_frame_for (snapshot, self->presence, self->busy);
  if (before == NULL || !same_days (before, self->presence)
      || !ply_availability_frame_equal (&frame, &self->frame))
    {
      self->frame = frame;
      rebuild (self);
    }
  for (guint i = 0; i < self->columns->len; i++)
    ply_availability_day_show (self->columns->pdata[i], snapshot, self->presence, i, self->busy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
ply_availability_grid_get_n_clashes (PlyAvailabilityGrid *self)
{
  guint n = 0;

  g_return_val_if_fail (PLY_IS_AVAILABILITY_GRID (self), 0);

  for (guint i = 0; i < self->busy->len; i++)
    {
      const PlyBusy *busy = &g_array_index (self->busy, PlyBusy, i);

      n += !ply_presence_allows (self->presence, busy->day, busy->start, busy->end);
    }
  return n;
}

void
ply_availability_grid_set_brush (PlyAvailabilityGrid *self, PlyPresenceState brush)
{
  g_return_if_fail (PLY_IS_AVAILABILITY_GRID (self));

  self->brush = brush;
}

void
ply_availability_grid_emit_paint (PlyAvailabilityGrid *self, PlyGridSpot from, PlyGridSpot to,
                                  PlyPresenceState state)
{
  gboolean whole = from.cell == PLY_AVAILABILITY_HEAD || to.cell == PLY_AVAILABILITY_HEAD;
  int first = MIN (from.cell, to.cell);
  int last = MAX (from.cell, to.cell);

  g_signal_emit (
      self, signals[PAINT], 0, (guint) MIN (from.day, to.day), (guint) MAX (from.day, to.day),
      whole ? 0 : ply_availability_frame_get_minute (&self->frame, first),
      whole ? PLY_PRESENCE_OPEN : ply_availability_frame_get_minute (&self->frame, last + 1),
      (int) state);
}
