/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-lane-header.h"

#include "ply-formatter.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PADDING 8
#define DIM_ALPHA 0.7f
#define LINE_ALPHA 0.15f
#define SMALL 0.86
#define WIDTH_LINES 8.5 /* of the column of rooms */

typedef struct
{
  PangoLayout *name, *detail; /* NULL until they are seen */
} LaneWords;

struct _PlyLaneHeader
{
  GtkWidget parent_instance;

  PlyBlockMaker *maker; /* borrowed */

  /* Owned */
  PlyGrid *grid;
  PlyFormatter *formatter;
  GArray *lanes;   /* LaneWords */
  GPtrArray *days; /* PangoLayout or NULL */
  double offset;
};

G_DEFINE_FINAL_TYPE (PlyLaneHeader, ply_lane_header, GTK_TYPE_WIDGET)

static gboolean
rooms_down (PlyLaneHeader *self)
{
  return ply_grid_get_form (self->grid) == PLY_GRID_ROOMS_DOWN;
}

static double
day_size (PlyLaneHeader *self, guint n_days)
{
  return n_days > 1 ? ceil (ply_block_maker_get_line (self->maker) * 1.5) : 0;
}

/* Words */

static PangoLayout *
make_layout (PlyLaneHeader *self, const char *words, gboolean strong)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, strong ? pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD)
                                       : pango_attr_scale_new (SMALL));
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static char *
room_detail (const PlyRoom *room)
{
  g_autofree char *seats = NULL;

  if (room == NULL)
    return g_strdup ("");
  if (room->capacity > 0)
    /* Translators: %u is how many people a room holds */
    seats = g_strdup_printf (ngettext ("%u seat", "%u seats", (gulong) room->capacity),
                             (guint) room->capacity);
  if (room->building != NULL && seats != NULL)
    /* Translators: below a room's name; %1$s is the building, %2$s "120 seats" */
    return g_strdup_printf (_ ("%1$s · %2$s"), room->building, seats);
  return g_strdup (room->building != NULL ? room->building : seats != NULL ? seats : "");
}

static LaneWords *
get_words (PlyLaneHeader *self, guint index)
{
  LaneWords *words = &g_array_index (self->lanes, LaneWords, index);
  const PlyRoom *room = ply_grid_get_lane (self->grid, index)->room;
  g_autofree char *detail = NULL;

  if (words->name != NULL)
    return words;
  detail = room_detail (room);
  words->name = make_layout (self,
                             room == NULL         ? _ ("No room")
                             : room->name != NULL ? room->name
                                                  : _ ("Untitled"),
                             TRUE);
  words->detail = make_layout (self, detail, FALSE);
  return words;
}

static PangoLayout *
get_day_words (PlyLaneHeader *self, guint index)
{
  const PlyDay *day = ply_grid_get_day (self->grid, index)->day;
  g_autofree char *date = NULL;
  g_autofree char *words = NULL;

  if (self->days->pdata[index] != NULL)
    return self->days->pdata[index];
  date = day->date != NULL && ply_date_is_valid (day->date)
             ? ply_formatter_date (self->formatter, day->date, PLY_DATE_WEEKDAY_DAY)
             : g_strdup (_ ("No date"));
  if (day->title != NULL)
    /* Translators: the head of a day; %1$s is its date, %2$s what the day is called */
    words = g_strdup_printf (_ ("%1$s · %2$s"), date, day->title);
  self->days->pdata[index] = make_layout (self, words != NULL ? words : date, TRUE);
  return self->days->pdata[index];
}

/* Drawing */

static void
draw_words (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, double width,
            const GdkRGBA *color)
{
  if (width < 6)
    return;
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) floor (x), (float) floor (y)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static double
layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
draw_lane (PlyLaneHeader *self, GtkSnapshot *snapshot, guint index, const GdkRGBA *ink,
           const PlyGridBox *box)
{
  LaneWords *words = get_words (self, index);
  GdkRGBA dim = *ink;
  double name = layout_height (words->name), detail = layout_height (words->detail);
  gboolean both =
      pango_layout_get_character_count (words->detail) > 0 && name + detail <= box->height;
  double y = box->y + (box->height - name - (both ? detail : 0)) / 2;

  dim.alpha *= DIM_ALPHA;
  draw_words (snapshot, words->name, box->x + PADDING, y, box->width - PADDING - 2, ink);
  if (both)
    draw_words (snapshot, words->detail, box->x + PADDING, y + name, box->width - PADDING - 2,
                &dim);
}

static void
draw_day_line (PlyLaneHeader *self, GtkSnapshot *snapshot, double at, const GdkRGBA *ink)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA color = *ink;

  color.alpha *= LINE_ALPHA;
  gtk_snapshot_append_color (snapshot, &color,
                             rooms_down (self)
                                 ? &GRAPHENE_RECT_INIT (0, (float) floor (at), width, 1)
                                 : &GRAPHENE_RECT_INIT ((float) floor (at), 0, 1, height));
}

/* The head of a day stays in view as long as anything of the day does. */
static void
draw_day (PlyLaneHeader *self, GtkSnapshot *snapshot, guint index, const GdkRGBA *ink)
{
  PlyGridBox box = ply_grid_get_day (self->grid, index)->box;
  PangoLayout *layout = get_day_words (self, index);
  double size = day_size (self, ply_grid_get_n_days (self->grid));
  gboolean down = rooms_down (self);
  double from = MAX (0, (down ? box.y : box.x) - self->offset);
  double to = (down ? box.y + box.height : box.x + box.width) - self->offset;

  if (to < 0 || to <= from)
    return;
  draw_day_line (self, snapshot, (down ? box.y : box.x) - self->offset, ink);
  gtk_snapshot_save (snapshot);
  if (down)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) floor (to)));
      gtk_snapshot_rotate (snapshot, -90);
    }
  draw_words (snapshot, layout, (down ? 0 : from) + PADDING, (size - layout_height (layout)) / 2,
              MIN (to - from, down ? gtk_widget_get_height (GTK_WIDGET (self))
                                   : gtk_widget_get_width (GTK_WIDGET (self)))
                  - 2 * PADDING,
              ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_edges (PlyLaneHeader *self, GtkSnapshot *snapshot, const GdkRGBA *ink)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA color = *ink;

  color.alpha *= LINE_ALPHA;
  if (rooms_down (self))
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (width - 1, 0, 1, height));
  else
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
}

/* Where the lane's name stands in the widget. */
static PlyGridBox
lane_box (PlyLaneHeader *self, guint index)
{
  PlyGridBox lane = ply_grid_get_lane (self->grid, index)->box;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double day = day_size (self, ply_grid_get_n_days (self->grid));

  if (rooms_down (self))
    return (PlyGridBox) { day, lane.y - self->offset, width - day, lane.height };
  return (PlyGridBox) { lane.x - self->offset, day, lane.width, height - day };
}

static void
draw_lane_line (PlyLaneHeader *self, GtkSnapshot *snapshot, const PlyGridBox *box,
                const GdkRGBA *ink)
{
  GdkRGBA color = *ink;
  graphene_rect_t line =
      rooms_down (self)
          ? GRAPHENE_RECT_INIT ((float) box->x, (float) floor (box->y + box->height - 1),
                                (float) box->width, 1)
          : GRAPHENE_RECT_INIT ((float) floor (box->x + box->width - 1), (float) box->y, 1,
                                (float) box->height);

  color.alpha *= LINE_ALPHA / 2;
  gtk_snapshot_append_color (snapshot, &color, &line);
}

static void
ply_lane_header_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlyLaneHeader *self = PLY_LANE_HEADER (widget);
  PlyGridBox whole = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  GdkRGBA ink;

  if (self->grid == NULL)
    return;
  gtk_widget_get_color (widget, &ink);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, (float) whole.width, (float) whole.height));
  for (guint i = 0; i < ply_grid_get_n_lanes (self->grid); i++)
    {
      PlyGridBox box = lane_box (self, i);

      if (!ply_grid_box_meets (&box, &whole))
        continue;
      draw_lane (self, snapshot, i, &ink, &box);
      draw_lane_line (self, snapshot, &box, &ink);
    }
  if (ply_grid_get_n_days (self->grid) > 1)
    for (guint i = 0; i < ply_grid_get_n_days (self->grid); i++)
      draw_day (self, snapshot, i, &ink);
  draw_edges (self, snapshot, &ink);
  gtk_snapshot_pop (snapshot);
}

/* Widget */

static void
ply_lane_header_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static gboolean
query_tooltip_cb (PlyLaneHeader *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  for (guint i = 0; self->grid != NULL && i < ply_grid_get_n_lanes (self->grid); i++)
    {
      const PlyRoom *room = ply_grid_get_lane (self->grid, i)->room;
      PlyGridBox box = lane_box (self, i);
      g_autofree char *detail = NULL;
      g_autofree char *words = NULL;

      if (room == NULL || !ply_grid_box_contains (&box, x, y))
        continue;
      detail = room_detail (room);
      words = g_strdup_printf ("%s%s%s", room->name != NULL ? room->name : "",
                               detail[0] != '\0' ? "\n" : "", detail);
      gtk_tooltip_set_text (tooltip, words);
      return TRUE;
    }
  return FALSE;
}

static void
clear_words (gpointer data)
{
  LaneWords *words = data;

  g_clear_object (&words->name);
  g_clear_object (&words->detail);
}

static void
clear_layout (gpointer layout)
{
  if (layout != NULL)
    g_object_unref (layout);
}

static void
ply_lane_header_finalize (GObject *object)
{
  PlyLaneHeader *self = PLY_LANE_HEADER (object);

  g_clear_pointer (&self->grid, ply_grid_unref);
  g_array_unref (self->lanes);
  g_ptr_array_unref (self->days);
  ply_formatter_free (self->formatter);

  G_OBJECT_CLASS (ply_lane_header_parent_class)->finalize (object);
}

static void
ply_lane_header_class_init (PlyLaneHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_lane_header_finalize;
  widget_class->measure = ply_lane_header_measure;
  widget_class->snapshot = ply_lane_header_snapshot;
  gtk_widget_class_set_css_name (widget_class, "lanes");
  /* Every block says its room and day itself. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ply_lane_header_init (PlyLaneHeader *self)
{
  self->lanes = g_array_new (FALSE, TRUE, sizeof (LaneWords));
  g_array_set_clear_func (self->lanes, clear_words);
  self->days = g_ptr_array_new_with_free_func (clear_layout);
  self->formatter = ply_formatter_new (g_get_language_names ()[0]);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/* Public */

GtkWidget *
ply_lane_header_new (PlyBlockMaker *maker)
{
  PlyLaneHeader *self = g_object_new (PLY_TYPE_LANE_HEADER, NULL);

  self->maker = maker;
  return GTK_WIDGET (self);
}

void
ply_lane_header_set_grid (PlyLaneHeader *self, PlyGrid *grid)
{
  g_return_if_fail (PLY_IS_LANE_HEADER (self) && grid != NULL);

  ply_grid_ref (grid);
  g_clear_pointer (&self->grid, ply_grid_unref);
  self->grid = grid;
  g_array_set_size (self->lanes, 0);
  g_array_set_size (self->lanes, ply_grid_get_n_lanes (grid));
  g_ptr_array_set_size (self->days, 0);
  g_ptr_array_set_size (self->days, (int) ply_grid_get_n_days (grid));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ply_lane_header_set_offset (PlyLaneHeader *self, double offset)
{
  g_return_if_fail (PLY_IS_LANE_HEADER (self));

  if (self->offset == offset)
    return;
  self->offset = offset;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
ply_lane_header_get_size (PlyLaneHeader *self, gboolean down, guint n_days, double most)
{
  double line = ply_block_maker_get_line (self->maker);

  g_return_val_if_fail (PLY_IS_LANE_HEADER (self), 0);

  if (down)
    return ceil (MIN (line * WIDTH_LINES, most)) + day_size (self, n_days);
  return ceil (line * (1 + SMALL) + PADDING) + day_size (self, n_days);
}
