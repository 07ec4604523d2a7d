/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-availability-day-private.h"

#include <adwaita.h>

#define HATCH_STEP 7
#define BLOCK_INSET 10
#define BLOCK_RADIUS 4
#define BLOCK_PADDING 3
#define BAR_WIDTH 4

/* How much of a color there is, as a share of one. */
#define LINE_ALPHA 0.12
#define HOUR_ALPHA 0.3
#define FILL_ALPHA 0.25
#define OUTSIDE_ALPHA 0.1
#define BLOCK_ALPHA 0.85

static GdkRGBA
tint (GdkRGBA color, double alpha)
{
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    alpha = MIN (1, alpha * 1.6);
  color.alpha *= alpha;
  return color;
}

static GdkRGBA
get_color (GtkWidget *widget)
{
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  return color;
}

/* What stands behind text that is to be read over a fill. */
static GdkRGBA
get_paper (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ())
             ? (GdkRGBA) { 0.15, 0.15, 0.17, 1 }
             : (GdkRGBA) { 1, 1, 1, 1 };
}

static GdkRGBA
get_accent (void)
{
  GdkRGBA *accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  GdkRGBA copy = *accent;

  gdk_rgba_free (accent);
  return copy;
}

static graphene_rect_t
get_box (PlyAvailabilityDay *self, gint64 start, gint64 end)
{
  double top = ply_availability_day_get_y (self, CLAMP (start, self->frame.start, self->frame.end));
  double bottom =
      ply_availability_day_get_y (self, CLAMP (end, self->frame.start, self->frame.end));

  return GRAPHENE_RECT_INIT (0, top, gtk_widget_get_width (GTK_WIDGET (self)), bottom - top);
}

/* Slanting lines: a fill that is told from a plain one without its color. */
static void
draw_hatch (GtkSnapshot *snapshot, const graphene_rect_t *box, const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5);
  float height = box->size.height;

  for (float x = -height; x < box->size.width; x += HATCH_STEP)
    {
      gsk_path_builder_move_to (builder, box->origin.x + x, box->origin.y + height);
      gsk_path_builder_line_to (builder, box->origin.x + x + height, box->origin.y);
    }
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_push_clip (snapshot, box);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gtk_snapshot_pop (snapshot);
}

static void
draw_state (PlyAvailabilityDay *self, GtkSnapshot *snapshot, const graphene_rect_t *box,
            PlyPresenceState state)
{
  gboolean available = state == PLY_PRESENCE_AVAILABLE;
  GdkRGBA color = get_color (available ? self->success : self->error);
  GdkRGBA fill = tint (color, FILL_ALPHA);
  GdkRGBA line = tint (color, 2 * FILL_ALPHA);
  graphene_rect_t bar = *box;

  if (state == PLY_PRESENCE_NONE)
    return;
  gtk_snapshot_append_color (snapshot, &fill, box);
  if (!available)
    draw_hatch (snapshot, box, &line);
  bar.size.width = BAR_WIDTH;
  gtk_snapshot_append_color (snapshot, &color, &bar);
}

static void
draw_runs (PlyAvailabilityDay *self, GtkSnapshot *snapshot)
{
  graphene_rect_t all = get_box (self, self->frame.start, self->frame.end);
  GdkRGBA outside = tint (get_color (GTK_WIDGET (self)), OUTSIDE_ALPHA);
  GdkRGBA paper = get_paper ();

  gtk_snapshot_append_color (snapshot, &paper, &all);
  if (self->limited)
    gtk_snapshot_append_color (snapshot, &outside, &all);
  for (guint i = 0; i < self->runs->len; i++)
    {
      const PlyPresenceRun *run = &g_array_index (self->runs, PlyPresenceRun, i);
      graphene_rect_t box = get_box (self, run->start, run->end);

      if (box.size.height <= 0)
        continue;
      gtk_snapshot_append_color (snapshot, &paper, &box);
      draw_state (self, snapshot, &box, run->state);
    }
}

static void
draw_lines (PlyAvailabilityDay *self, GtkSnapshot *snapshot)
{
  GdkRGBA line = tint (get_color (GTK_WIDGET (self)), LINE_ALPHA);
  GdkRGBA hour = tint (get_color (GTK_WIDGET (self)), HOUR_ALPHA);
  graphene_rect_t side = get_box (self, self->frame.start, self->frame.end);

  for (gint64 minute = self->frame.start; minute <= self->frame.end; minute += self->frame.cell)
    {
      graphene_rect_t box = get_box (self, minute, minute);

      box.size.height = 1;
      if (minute == self->frame.end)
        box.origin.y -= 1;
      gtk_snapshot_append_color (snapshot, minute % 60 == 0 ? &hour : &line, &box);
    }
  side.size.width = 1;
  gtk_snapshot_append_color (snapshot, &line, &side);
  side.origin.x = gtk_widget_get_width (GTK_WIDGET (self)) - 1;
  gtk_snapshot_append_color (snapshot, &line, &side);
}

static void
draw_title (PlyAvailabilityDay *self, GtkSnapshot *snapshot, const PlyDayBlock *block,
            const graphene_rect_t *box)
{
  g_autofree char *text = g_strconcat (block->clash ? "⚠ " : "", block->title, NULL);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA color = get_color (block->clash ? self->error : GTK_WIDGET (self));

  pango_layout_set_width (layout, MAX (0, box->size.width - 2 * BLOCK_PADDING) * PANGO_SCALE);
  pango_layout_set_height (layout, box->size.height * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_snapshot_push_clip (snapshot, box);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (box->origin.x + BLOCK_PADDING, box->origin.y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
draw_block (PlyAvailabilityDay *self, GtkSnapshot *snapshot, const PlyDayBlock *block)
{
  graphene_rect_t box = get_box (self, block->start, block->end);
  double inset = MIN (BLOCK_INSET * (block->lane + 1), box.size.width / 2);
  float border = block->clash ? 2 : 1;
  GdkRGBA edge = get_color (block->clash ? self->error : GTK_WIDGET (self));
  GdkRGBA paper = tint (get_paper (), BLOCK_ALPHA);
  GskRoundedRect outline;

  graphene_rect_inset_r (&box, 0, 1, &box);
  box.origin.x += inset;
  box.size.width -= inset + BAR_WIDTH;
  gsk_rounded_rect_init_from_rect (&outline, &box, BLOCK_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &paper, &box);
  gtk_snapshot_pop (snapshot);
  if (!block->clash)
    edge = tint (edge, 0.5);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { border, border, border, border },
                              (GdkRGBA[4]) { edge, edge, edge, edge });
  draw_title (self, snapshot, block, &box);
}

static void
draw_mark (PlyAvailabilityDay *self, GtkSnapshot *snapshot)
{
  graphene_rect_t box =
      get_box (self, ply_availability_frame_get_minute (&self->frame, MAX (self->first_marked, 0)),
               ply_availability_frame_get_minute (&self->frame, self->last_marked + 1));
  GdkRGBA accent = get_accent ();
  GdkRGBA paper = get_paper ();
  GdkRGBA fill = tint (accent, FILL_ALPHA);
  GskRoundedRect outline;

  if (self->mark_state != PLY_PRESENCE_MIXED)
    {
      gtk_snapshot_append_color (snapshot, &paper, &box);
      draw_state (self, snapshot, &box, self->mark_state);
    }
  else
    gtk_snapshot_append_color (snapshot, &fill, &box);
  gsk_rounded_rect_init_from_rect (&outline, &box, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { accent, accent, accent, accent });
}

static void
draw_focus (PlyAvailabilityDay *self, GtkSnapshot *snapshot)
{
  GdkRGBA accent = get_accent ();

  for (guint i = 0; i < self->cells->len; i++)
    {
      GskRoundedRect outline;
      graphene_rect_t box;

      if (!gtk_widget_has_visible_focus (self->cells->pdata[i]))
        continue;
      box = get_box (self, ply_availability_frame_get_minute (&self->frame, i),
                     ply_availability_frame_get_minute (&self->frame, i + 1));
      gsk_rounded_rect_init_from_rect (&outline, &box, 2);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                                  (GdkRGBA[4]) { accent, accent, accent, accent });
    }
}

void
ply_availability_day_draw (PlyAvailabilityDay *self, GtkSnapshot *snapshot)
{
  draw_runs (self, snapshot);
  if (self->marked)
    draw_mark (self, snapshot);
  draw_lines (self, snapshot);
  for (guint i = 0; i < self->blocks->len; i++)
    draw_block (self, snapshot, &g_array_index (self->blocks, PlyDayBlock, i));
  draw_focus (self, snapshot);
}
