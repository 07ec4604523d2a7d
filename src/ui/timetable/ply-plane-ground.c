/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-plane-ground.h"

#include <math.h>

#define HOUR_ALPHA 0.14f
#define FINE_ALPHA 0.06f
#define LANE_ALPHA 0.08f
#define DAY_ALPHA 0.22f
#define CLOSED_ALPHA 0.035f
#define HATCH_ALPHA 0.07f
#define SHADE_ALPHA 0.28f
#define HIGH_CONTRAST 2.5f

static GdkRGBA
faint (const PlyPlaneGround *self, float alpha)
{
  GdkRGBA color = self->ink;

  color.alpha *= MIN (1, self->scheme.high_contrast ? alpha * HIGH_CONTRAST : alpha);
  return color;
}

static void
fill (GtkSnapshot *snapshot, const PlyGridBox *box, const GdkRGBA *color)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) floor (box->x), (float) floor (box->y),
                                                  (float) MAX (1, ceil (box->width)),
                                                  (float) MAX (1, ceil (box->height))));
}

void
ply_plane_ground_hatch (GtkSnapshot *snapshot, const PlyGridBox *box, const GdkRGBA *color,
                        double distance)
{
  GdkRGBA clear = *color;
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT ((float) box->x, (float) box->y, (float) box->width, (float) box->height);

  clear.alpha = 0;
  /* From the plane's corner, so that the lines of neighbours meet. */
  gtk_snapshot_append_repeating_linear_gradient (
      snapshot, &bounds, &GRAPHENE_POINT_INIT (0, 0),
      &GRAPHENE_POINT_INIT ((float) distance, (float) distance),
      (const GskColorStop[]) {
          { 0, *color }, { 0.14f, *color }, { 0.24f, clear }, { 0.9f, clear }, { 1, *color } },
      5);
}

static gboolean
is_today (const PlyPlaneGround *self, const PlyDay *day)
{
  const PlyEvent *event = ply_snapshot_get_event (ply_grid_get_snapshot (self->grid));
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *date = NULL;

  if (event == NULL || event->timezone == NULL)
    return FALSE;
  zone = g_time_zone_new_identifier (event->timezone);
  now = zone != NULL ? g_date_time_new_now (zone) : NULL;
  date = now != NULL ? g_date_time_format (now, "%F") : NULL;
  return g_strcmp0 (date, day->date) == 0;
}

static void
draw_day (const PlyPlaneGround *self, GtkSnapshot *snapshot, guint index)
{
  const PlyGridDay *day = ply_grid_get_day (self->grid, index);
  GdkRGBA closed = faint (self, CLOSED_ALPHA), hatch = faint (self, HATCH_ALPHA);
  GdkRGBA today = faint (self, CLOSED_ALPHA);
  PlyGridBox boxes[2];
  guint n_boxes = ply_grid_get_closed (self->grid, index, boxes);

  if (is_today (self, day->day) && ply_grid_get_n_days (self->grid) > 1)
    fill (snapshot, &day->box, &today);
  for (guint i = 0; i < n_boxes; i++)
    {
      fill (snapshot, &boxes[i], &closed);
      ply_plane_ground_hatch (snapshot, &boxes[i], &hatch, 5);
    }
}

static GdkRGBA
shade_color (const PlyPlaneGround *self, PlySeverity severity)
{
  if (severity == PLY_N_SEVERITIES)
    return faint (self, HATCH_ALPHA * 2);
  return severity == PLY_SEVERITY_ERROR ? (GdkRGBA) { 0.88f, 0.11f, 0.14f, SHADE_ALPHA }
                                        : (GdkRGBA) { 0.9f, 0.6f, 0, SHADE_ALPHA };
}

static void
draw_shades (const PlyPlaneGround *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->n_shades; i++)
    {
      GdkRGBA color = shade_color (self, self->shades[i].severity);
      GdkRGBA ground = color;

      ground.alpha /= 4;
      fill (snapshot, &self->shades[i].box, &ground);
      ply_plane_ground_hatch (snapshot, &self->shades[i].box, &color, 7);
    }
}

static void
draw_tick (const PlyPlaneGround *self, GtkSnapshot *snapshot, const PlyGridTick *tick)
{
  GdkRGBA color = faint (self, tick->is_hour ? HOUR_ALPHA : FINE_ALPHA);
  gboolean down = ply_grid_get_form (self->grid) == PLY_GRID_ROOMS_DOWN;

  for (guint i = 0; i < ply_grid_get_n_days (self->grid); i++)
    {
      PlyGridBox line = ply_grid_get_day (self->grid, i)->box;

      if (down)
        line.x = tick->at, line.width = 1;
      else
        line.y = tick->at, line.height = 1;
      fill (snapshot, &line, &color);
    }
}

static void
draw_lane (const PlyPlaneGround *self, GtkSnapshot *snapshot, guint index)
{
  PlyGridBox line = ply_grid_get_lane (self->grid, index)->box;
  GdkRGBA color = faint (self, LANE_ALPHA);

  if (ply_grid_get_form (self->grid) == PLY_GRID_ROOMS_DOWN)
    line.y += line.height - 1, line.height = 1;
  else
    line.x += line.width - 1, line.width = 1;
  fill (snapshot, &line, &color);
}

static void
draw_day_line (const PlyPlaneGround *self, GtkSnapshot *snapshot, guint index)
{
  PlyGridBox line = ply_grid_get_day (self->grid, index)->box;
  GdkRGBA color = faint (self, DAY_ALPHA);

  if (ply_grid_get_form (self->grid) == PLY_GRID_ROOMS_DOWN)
    line.height = 1;
  else
    line.width = 1;
  fill (snapshot, &line, &color);
}

void
ply_plane_ground_draw (const PlyPlaneGround *self, GtkSnapshot *snapshot)
{
  guint n_ticks;
  const PlyGridTick *ticks = ply_grid_get_ticks (self->grid, &n_ticks);

  for (guint i = 0; i < ply_grid_get_n_days (self->grid); i++)
    draw_day (self, snapshot, i);
  draw_shades (self, snapshot);
  for (guint i = 0; i < n_ticks; i++)
    draw_tick (self, snapshot, &ticks[i]);
  for (guint i = 0; i < ply_grid_get_n_lanes (self->grid); i++)
    draw_lane (self, snapshot, i);
  for (guint i = 0; i < ply_grid_get_n_days (self->grid); i++)
    draw_day_line (self, snapshot, i);
}
