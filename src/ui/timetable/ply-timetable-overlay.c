/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-overlay.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define RADIUS 6
#define PADDING 8
#define CARD_LINES 17 /* width of the reasons, in lines */
#define MAX_REASONS 5
#define NOW_WIDTH 2

typedef struct
{
  PlyGridBox box;
  PangoLayout *title, *time;
  PlySeverity worst;
} Ghost;

typedef struct
{
  PlySeverity severity;
  PangoLayout *layout;
} Reason;

struct _PlyTimetableOverlay
{
  GtkWidget parent_instance;

  PlyBlockMaker *maker; /* borrowed */

  /* Owned */
  GArray *ghosts;  /* Ghost */
  GArray *reasons; /* Reason */

  double x, y;
  PlyGridBox band, mark, now;
  gboolean has_band, has_mark, has_now;
};

G_DEFINE_FINAL_TYPE (PlyTimetableOverlay, ply_timetable_overlay, GTK_TYPE_WIDGET)

static void
clear_ghost (gpointer data)
{
  Ghost *ghost = data;

  g_clear_object (&ghost->title);
  g_clear_object (&ghost->time);
}

static void
clear_reason (gpointer data)
{
  g_clear_object (&((Reason *) data)->layout);
}

static PangoLayout *
make_layout (PlyTimetableOverlay *self, const char *words, PangoWeight weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_weight_new (weight));
  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* Drawing */

static graphene_rect_t
to_view (PlyTimetableOverlay *self, const PlyGridBox *box)
{
  return GRAPHENE_RECT_INIT ((float) floor (box->x - self->x), (float) floor (box->y - self->y),
                             (float) MAX (2, box->width), (float) MAX (2, box->height));
}

static void
draw_box (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *fill,
          const GdkRGBA *border, float width)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, rect, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, fill, rect);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &shape, (const float[4]) { width, width, width, width },
                              (const GdkRGBA[4]) { *border, *border, *border, *border });
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static GdkRGBA
paper (PlyTimetableOverlay *self)
{
  return ply_block_colors_background (ply_block_maker_get_scheme (self->maker));
}

static GdkRGBA
ghost_color (PlyTimetableOverlay *self, PlySeverity worst)
{
  AdwStyleManager *style =
      adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  GdkRGBA background = paper (self);

  if (worst <= PLY_SEVERITY_WARNING)
    return ply_block_maker_get_severity_color (self->maker, worst, &background);
  return ply_block_colors_readable (accent, &background, 4.5);
}

static void
draw_ghost (PlyTimetableOverlay *self, GtkSnapshot *snapshot, Ghost *ghost)
{
  graphene_rect_t rect = to_view (self, &ghost->box);
  GdkRGBA color = ghost_color (self, ghost->worst), background = paper (self);
  GdkRGBA fill = ply_block_colors_mix (&background, &color, 0.15);
  GdkRGBA words = ply_block_colors_readable (&color, &fill, 4.5);
  int time_height;

  fill.alpha = 0.9f;
  draw_box (snapshot, &rect, &fill, &color, 2);
  pango_layout_get_pixel_size (ghost->time, NULL, &time_height);
  pango_layout_set_width (ghost->time, (int) ((rect.size.width - 2 * PADDING) * PANGO_SCALE));
  pango_layout_set_width (ghost->title, (int) ((rect.size.width - 2 * PADDING) * PANGO_SCALE));
  pango_layout_set_height (
      ghost->title, (int) (MAX (1, rect.size.height - (float) time_height - 4) * PANGO_SCALE));
  gtk_snapshot_push_clip (snapshot, &rect);
  draw_layout (snapshot, ghost->time, rect.origin.x + PADDING, rect.origin.y + 3, &words);
  draw_layout (snapshot, ghost->title, rect.origin.x + PADDING,
               rect.origin.y + 3 + (float) time_height, &words);
  gtk_snapshot_pop (snapshot);
}

static float
measure_reasons (PlyTimetableOverlay *self, float width)
{
  float height = PADDING;

  for (guint i = 0; i < self->reasons->len; i++)
    {
      PangoLayout *layout = g_array_index (self->reasons, Reason, i).layout;
      int one;

      pango_layout_set_width (layout, (int) ((width - 3 * PADDING) * PANGO_SCALE));
      pango_layout_get_pixel_size (layout, NULL, &one);
      height += (float) one + PADDING / 2;
    }
  return height + PADDING / 2;
}

/* Beside the ghost where there is room, else above or below it: never over it if that can be. */
static graphene_rect_t
place_card (PlyTimetableOverlay *self, const graphene_rect_t *ghost)
{
  float all_width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float all_height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float width =
      MIN (all_width - 2 * PADDING, (float) ply_block_maker_get_line (self->maker) * CARD_LINES);
  float height = measure_reasons (self, width);
  float right = ghost->origin.x + ghost->size.width + PADDING;
  float x = right, y = ghost->origin.y;

  if (right + width > all_width)
    x = ghost->origin.x - PADDING - width;
  if (x < 0)
    {
      x = CLAMP (ghost->origin.x, PADDING, MAX (PADDING, all_width - width - PADDING));
      y = ghost->origin.y + ghost->size.height + PADDING;
      if (y + height > all_height)
        y = ghost->origin.y - PADDING - height;
    }
  y = CLAMP (y, PADDING, MAX (PADDING, all_height - height - PADDING));
  return GRAPHENE_RECT_INIT (floorf (x), floorf (y), width, height);
}

static void
draw_reasons (PlyTimetableOverlay *self, GtkSnapshot *snapshot)
{
  graphene_rect_t ghost = to_view (self, &g_array_index (self->ghosts, Ghost, 0).box);
  graphene_rect_t card = place_card (self, &ghost);
  GdkRGBA background = paper (self), ink, edge;
  float y = card.origin.y + PADDING;
  GskRoundedRect shape;

  gtk_widget_get_color (GTK_WIDGET (self), &ink);
  edge = ply_block_colors_mix (&background, &ink, 0.25);
  gsk_rounded_rect_init_from_rect (&shape, &card, RADIUS);
  gtk_snapshot_append_outset_shadow (snapshot, &shape, &(GdkRGBA) { 0, 0, 0, 0.25f }, 0, 2, 0, 8);
  draw_box (snapshot, &card, &background, &edge, 1);
  for (guint i = 0; i < self->reasons->len; i++)
    {
      Reason *reason = &g_array_index (self->reasons, Reason, i);
      GdkRGBA color =
          ply_block_maker_get_severity_color (self->maker, reason->severity, &background);
      int height;

      pango_layout_get_pixel_size (reason->layout, NULL, &height);
      gtk_snapshot_append_color (
          snapshot, &color, &GRAPHENE_RECT_INIT (card.origin.x + PADDING, y, 3, (float) height));
      draw_layout (snapshot, reason->layout, card.origin.x + 2 * PADDING, y, &ink);
      y += (float) height + PADDING / 2;
    }
}

static void
draw_now (PlyTimetableOverlay *self, GtkSnapshot *snapshot)
{
  graphene_rect_t rect = to_view (self, &self->now);
  GdkRGBA ink;

  gtk_widget_get_color (GTK_WIDGET (self), &ink);
  if (self->now.width < self->now.height)
    rect.size.width = NOW_WIDTH;
  else
    rect.size.height = NOW_WIDTH;
  gtk_snapshot_append_color (snapshot, &ink, &rect);
}

static void
draw_outline (PlyTimetableOverlay *self, GtkSnapshot *snapshot, const PlyGridBox *box, float fill)
{
  graphene_rect_t rect = to_view (self, box);
  GdkRGBA color = ghost_color (self, PLY_N_SEVERITIES), inside = color;

  inside.alpha = fill;
  draw_box (snapshot, &rect, &inside, &color, 2);
}

static void
ply_timetable_overlay_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlyTimetableOverlay *self = PLY_TIMETABLE_OVERLAY (widget);

  if (self->has_now)
    draw_now (self, snapshot);
  if (self->has_mark)
    draw_outline (self, snapshot, &self->mark, 0.06f);
  if (self->has_band)
    draw_outline (self, snapshot, &self->band, 0.12f);
  for (guint i = self->ghosts->len; i > 0; i--)
    draw_ghost (self, snapshot, &g_array_index (self->ghosts, Ghost, i - 1));
  if (self->ghosts->len > 0 && self->reasons->len > 0)
    draw_reasons (self, snapshot);
}

/* Widget */

static void
ply_timetable_overlay_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                               int *minimum, int *natural, int *minimum_baseline,
                               int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
ply_timetable_overlay_finalize (GObject *object)
{
  PlyTimetableOverlay *self = PLY_TIMETABLE_OVERLAY (object);

  g_array_unref (self->ghosts);
  g_array_unref (self->reasons);

  G_OBJECT_CLASS (ply_timetable_overlay_parent_class)->finalize (object);
}

static void
ply_timetable_overlay_class_init (PlyTimetableOverlayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_timetable_overlay_finalize;
  widget_class->measure = ply_timetable_overlay_measure;
  widget_class->snapshot = ply_timetable_overlay_snapshot;
  gtk_widget_class_set_css_name (widget_class, "overlay");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ply_timetable_overlay_init (PlyTimetableOverlay *self)
{
  self->ghosts = g_array_new (FALSE, TRUE, sizeof (Ghost));
  g_array_set_clear_func (self->ghosts, clear_ghost);
  self->reasons = g_array_new (FALSE, TRUE, sizeof (Reason));
  g_array_set_clear_func (self->reasons, clear_reason);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* Public */

GtkWidget *
ply_timetable_overlay_new (PlyBlockMaker *maker)
{
  PlyTimetableOverlay *self = g_object_new (PLY_TYPE_TIMETABLE_OVERLAY, NULL);

  self->maker = maker;
  return GTK_WIDGET (self);
}

void
ply_timetable_overlay_set_origin (PlyTimetableOverlay *self, double x, double y)
{
  g_return_if_fail (PLY_IS_TIMETABLE_OVERLAY (self));

  if (self->x == x && self->y == y)
    return;
  self->x = x;
  self->y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
add_reason (PlyTimetableOverlay *self, PlySeverity severity, const char *message)
{
  Reason reason = { severity, make_layout (self, message, PANGO_WEIGHT_NORMAL) };

  pango_layout_set_ellipsize (reason.layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_wrap (reason.layout, PANGO_WRAP_WORD_CHAR);
  g_array_append_val (self->reasons, reason);
}

/* For those who do not see the card. */
static void
name_reasons (PlyTimetableOverlay *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->reasons->len; i++)
    g_string_append_printf (
        words, "%s%s", i > 0 ? " " : "",
        pango_layout_get_text (g_array_index (self->reasons, Reason, i).layout));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
  g_string_free (words, TRUE);
}

static void
set_reasons (PlyTimetableOverlay *self, const PlyReason *reasons, guint n_reasons)
{
  guint n_shown = n_reasons > MAX_REASONS ? MAX_REASONS - 1 : n_reasons;
  g_autofree char *more = NULL;

  g_array_set_size (self->reasons, 0);
  for (guint i = 0; i < n_shown; i++)
    add_reason (self, reasons[i].severity, reasons[i].message);
  if (n_shown == n_reasons)
    return;
  /* Translators: ends a list of conflicts; %u are those that are not listed */
  more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_reasons - n_shown),
                          n_reasons - n_shown);
  add_reason (self, PLY_SEVERITY_HINT, more);
}

void
ply_timetable_overlay_set_ghosts (PlyTimetableOverlay *self, const PlyGhost *ghosts, guint n_ghosts,
                                  const PlyReason *reasons, guint n_reasons)
{
  g_return_if_fail (PLY_IS_TIMETABLE_OVERLAY (self));

  if (n_ghosts == 0 && self->ghosts->len == 0)
    return;
  g_array_set_size (self->ghosts, 0);
  for (guint i = 0; i < n_ghosts; i++)
    {
      Ghost ghost = { .box = ghosts[i].box, .worst = ghosts[i].worst };

      ghost.title =
          make_layout (self, ghosts[i].title != NULL ? ghosts[i].title : "", PANGO_WEIGHT_NORMAL);
      ghost.time =
          make_layout (self, ghosts[i].time != NULL ? ghosts[i].time : "", PANGO_WEIGHT_BOLD);
      g_array_append_val (self->ghosts, ghost);
    }
  set_reasons (self, reasons, n_reasons);
  name_reasons (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_box (PlyTimetableOverlay *self, PlyGridBox *place, gboolean *has, const PlyGridBox *box)
{
  if (box == NULL && !*has)
    return;
  *has = box != NULL;
  if (box != NULL)
    *place = *box;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ply_timetable_overlay_set_band (PlyTimetableOverlay *self, const PlyGridBox *band)
{
  g_return_if_fail (PLY_IS_TIMETABLE_OVERLAY (self));
  set_box (self, &self->band, &self->has_band, band);
}

void
ply_timetable_overlay_set_mark (PlyTimetableOverlay *self, const PlyGridBox *mark)
{
  g_return_if_fail (PLY_IS_TIMETABLE_OVERLAY (self));
  set_box (self, &self->mark, &self->has_mark, mark);
}

void
ply_timetable_overlay_set_now (PlyTimetableOverlay *self, const PlyGridBox *line)
{
  g_return_if_fail (PLY_IS_TIMETABLE_OVERLAY (self));
  set_box (self, &self->now, &self->has_now, line);
}
