/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-grid-private.h"

#include "ply-time.h"

#include <math.h>

/* Between minutes and lanes on one side and pixels on the other. */

/* Sessions without length are seen as if they had this many minutes. */
#define SEEN_LEAST 5
/* The least that a block takes along time, in pixels. */
#define PIXELS_LEAST 4.0

static gboolean
time_runs_down (const PlyGrid *self)
{
  return self->options.form == PLY_GRID_ROOMS_ACROSS;
}

/* Library functions */

PlyGridBox
ply_grid_make_box (const PlyGrid *self, PlyGridSpan time, PlyGridSpan lanes)
{
  if (time_runs_down (self))
    return (PlyGridBox) { lanes.at, time.at, lanes.size, time.size };
  return (PlyGridBox) { time.at, lanes.at, time.size, lanes.size };
}

void
ply_grid_split_box (const PlyGrid *self, const PlyGridBox *box, PlyGridSpan *time,
                    PlyGridSpan *lanes)
{
  PlyGridSpan x = { box->x, box->width };
  PlyGridSpan y = { box->y, box->height };

  *time = time_runs_down (self) ? y : x;
  *lanes = time_runs_down (self) ? x : y;
}

void
ply_grid_split_point (const PlyGrid *self, double x, double y, double *time, double *lanes)
{
  *time = time_runs_down (self) ? y : x;
  *lanes = time_runs_down (self) ? x : y;
}

PlyGridSpan
ply_grid_lane_span (const PlyGrid *self, guint lane, guint n)
{
  return (PlyGridSpan) {
    lane * self->lane_size + PLY_GRID_LANE (self, lane)->day * self->options.day_gap,
    n * self->lane_size,
  };
}

gint64
ply_grid_seen_end (gint64 start, gint64 end)
{
  return end > start ? end : start + SEEN_LEAST;
}

PlyGridSpan
ply_grid_time_span (const PlyGrid *self, gint64 start, gint64 end)
{
  double last = (self->to - self->from) * self->options.minute;
  double at = (start - self->from) * self->options.minute;
  double until = (ply_grid_seen_end (start, end) - self->from) * self->options.minute;

  at = CLAMP (at, 0, last - PIXELS_LEAST);
  until = CLAMP (until, at + PIXELS_LEAST, last);
  return (PlyGridSpan) { at, until - at };
}

/* Public functions */

double
ply_grid_get_width (const PlyGrid *self)
{
  PlyGridSpan time = { 0, (self->to - self->from) * self->options.minute };
  PlyGridSpan lanes = { 0, 0 };

  if (self->lanes->len > 0)
    lanes = ply_grid_lane_span (self, self->lanes->len - 1, 1);
  lanes.size += lanes.at;
  return ply_grid_make_box (self, time, lanes).width;
}

double
ply_grid_get_height (const PlyGrid *self)
{
  PlyGridSpan time = { 0, (self->to - self->from) * self->options.minute };
  PlyGridSpan lanes = { 0, 0 };

  if (self->lanes->len > 0)
    lanes = ply_grid_lane_span (self, self->lanes->len - 1, 1);
  lanes.size += lanes.at;
  return ply_grid_make_box (self, time, lanes).height;
}

double
ply_grid_minute_at (const PlyGrid *self, double x, double y)
{
  double time, lanes;

  ply_grid_split_point (self, x, y, &time, &lanes);
  return CLAMP (self->from + time / self->options.minute, self->from, self->to);
}

double
ply_grid_pixel_of (const PlyGrid *self, double minute)
{
  return (minute - self->from) * self->options.minute;
}

guint
ply_grid_lane_at (const PlyGrid *self, double x, double y)
{
  double time, lanes;
  guint low = 0;
  guint high = self->lanes->len;

  ply_grid_split_point (self, x, y, &time, &lanes);
  while (high > low + 1)
    {
      guint middle = low + (high - low) / 2;
      gboolean new_day = PLY_GRID_LANE (self, middle)->day != PLY_GRID_LANE (self, middle - 1)->day;
      double at = ply_grid_lane_span (self, middle, 1).at;

      /* What lies between two days belongs by halves to both. */
      if (lanes < at - (new_day ? self->options.day_gap / 2 : 0))
        high = middle;
      else
        low = middle;
    }
  return low;
}

gboolean
ply_grid_place_at (const PlyGrid *self, double x, double y, gint64 snap, PlyPlace *place)
{
  const PlyGridLane *lane;
  gint64 minute;

  g_return_val_if_fail (snap > 0 && place != NULL, FALSE);

  if (self->lanes->len == 0)
    return FALSE;
  lane = PLY_GRID_LANE (self, ply_grid_lane_at (self, x, y));
  minute = llround (ply_grid_minute_at (self, x, y) / snap) * snap;
  *place = (PlyPlace) {
    .day = PLY_GRID_DAY (self, lane->day)->day->record.id,
    .start = MIN (minute, MIN (self->to, PLY_MINUTES_MAX) / snap * snap),
    .room = lane->room != NULL ? lane->room->record.id : NULL,
  };
  return TRUE;
}

PlyGridBox
ply_grid_box_of (const PlyGrid *self, const PlyPlace *place, gint64 duration)
{
  gint64 end = place->start + MAX (duration, 0);
  int day = ply_grid_find_day (self, place->day);
  guint n_lanes = 1;
  int lane;

  if (day < 0 || end < self->from || place->start > self->to)
    return (PlyGridBox) { 0 };
  lane = ply_grid_find_lane (self, day, place->room);
  if (place->all_rooms)
    {
      lane = PLY_GRID_DAY (self, day)->lane;
      n_lanes = MAX (PLY_GRID_DAY (self, day)->n_rooms, 1);
    }
  if (lane < 0)
    return (PlyGridBox) { 0 };
  return ply_grid_make_box (self, ply_grid_time_span (self, place->start, end),
                            ply_grid_lane_span (self, lane, n_lanes));
}

guint
ply_grid_get_closed (const PlyGrid *self, guint day, PlyGridBox boxes[2])
{
  const PlyGridDay *of;
  PlyGridSpan lanes;
  double opens, closes, last;
  guint n = 0;

  g_return_val_if_fail (day < self->days->len, 0);

  of = PLY_GRID_DAY (self, day);
  lanes = ply_grid_lane_span (self, of->lane, of->n_lanes);
  last = ply_grid_pixel_of (self, self->to);
  opens = of->day->opens != PLY_UNSET ? ply_grid_pixel_of (self, of->day->opens) : 0;
  closes = of->day->closes != PLY_UNSET ? ply_grid_pixel_of (self, of->day->closes) : last;
  if (opens > 0)
    boxes[n++] = ply_grid_make_box (self, (PlyGridSpan) { 0, MIN (opens, last) }, lanes);
  if (closes < last)
    {
      closes = MAX (closes, 0);
      boxes[n++] = ply_grid_make_box (self, (PlyGridSpan) { closes, last - closes }, lanes);
    }
  return n;
}

/* @minute may lie on the date after the day's: sessions run past midnight. */
static gboolean
shows (const PlyGrid *self, guint day, const char *date, gint64 minute, PlyGridBox *line)
{
  const PlyGridDay *of = PLY_GRID_DAY (self, day);

  minute += (gint64) ply_date_difference (of->day->date, date) * PLY_MINUTES_PER_DAY;
  if (minute < self->from || minute > self->to)
    return FALSE;
  *line = ply_grid_make_box (self, (PlyGridSpan) { ply_grid_pixel_of (self, minute), 0 },
                             ply_grid_lane_span (self, of->lane, of->n_lanes));
  return TRUE;
}

gboolean
ply_grid_get_now (const PlyGrid *self, GDateTime *now, guint *day, PlyGridBox *line)
{
  const PlyEvent *event = ply_snapshot_get_event (self->snapshot);
  g_autofree char *date = NULL;
  gint64 minute;

  if (event == NULL || event->timezone == NULL)
    return FALSE;
  ply_instant_to_local (now, event->timezone, &date, &minute);
  /* The day of that date, else one that is not over yet. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->days->len; i++)
      if ((g_strcmp0 (PLY_GRID_DAY (self, i)->day->date, date) == 0) == (pass == 0)
          && ply_date_is_valid (PLY_GRID_DAY (self, i)->day->date)
          && shows (self, i, date, minute, line))
        {
          *day = i;
          return TRUE;
        }
  return FALSE;
}

void
ply_grid_fill_ticks (PlyGrid *self)
{
  static const gint64 steps[] = { 5, 10, 15, 30, 60, 120, 180, 360 };
  double line = self->options.line;
  /* "09:00" beside each other takes more than above each other. */
  double label = time_runs_down (self) ? 2 * line : 4 * line;
  guint fine = 0;
  guint coarse = 2;

  while (fine + 1 < G_N_ELEMENTS (steps) && steps[fine] * self->options.minute < line)
    fine++;
  while (coarse + 1 < G_N_ELEMENTS (steps) && steps[coarse] * self->options.minute < label)
    coarse++;
  fine = MIN (fine, coarse);
  for (gint64 minute = (self->from + steps[fine] - 1) / steps[fine] * steps[fine];
       minute <= self->to; minute += steps[fine])
    {
      PlyGridTick tick = { minute, ply_grid_pixel_of (self, minute), minute % 60 == 0,
                           minute % steps[coarse] == 0 };

      g_array_append_val (self->ticks, tick);
    }
}
