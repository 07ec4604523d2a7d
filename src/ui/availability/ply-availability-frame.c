/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-availability-frame.h"

#include "ply-busy.h"
#include "ply-time.h"

#define HOUR 60
#define CELL_LEAST 15
#define CELL_USUAL 30
/* Where no day says when it opens. */
#define OPENS_USUALLY (9 * HOUR)
#define CLOSES_USUALLY (18 * HOUR)

static void
reach (PlyAvailabilityFrame *frame, gint64 start, gint64 end)
{
  frame->start = MIN (frame->start, start);
  frame->end = MAX (frame->end, end);
}

static void
reach_hours (PlyAvailabilityFrame *frame, const PlyPresence *presence)
{
  for (guint i = 0; i < ply_presence_get_n_days (presence); i++)
    {
      const PlyDay *day = ply_presence_get_day (presence, i);
      gint64 opens = day->opens != PLY_UNSET ? day->opens : OPENS_USUALLY;
      gint64 closes = day->closes != PLY_UNSET ? day->closes : CLOSES_USUALLY;

      reach (frame, opens - HOUR, MAX (opens, closes) + HOUR);
    }
}

static void
reach_runs (PlyAvailabilityFrame *frame, const PlyPresence *presence)
{
  for (guint day = 0; day < ply_presence_get_n_days (presence); day++)
    {
      g_autoptr (GArray) runs = ply_presence_dup_runs (presence, day);

      for (guint i = 0; i < runs->len; i++)
        {
          const PlyPresenceRun *run = &g_array_index (runs, PlyPresenceRun, i);

          if (run->start > 0)
            reach (frame, run->start, run->start + 1);
          if (run->end < PLY_PRESENCE_OPEN)
            reach (frame, run->end - 1, run->end);
        }
    }
}

static gint64
get_cell (const PlySnapshot *snapshot)
{
  const PlyEvent *event = ply_snapshot_get_event (snapshot);
  gint64 slot = event != NULL ? event->slot_minutes : PLY_UNSET;

  return slot >= CELL_LEAST && slot <= HOUR && HOUR % slot == 0 ? slot : CELL_USUAL;
}

PlyAvailabilityFrame
ply_availability_frame_for (const PlySnapshot *snapshot, const PlyPresence *presence, GArray *busy)
{
  PlyAvailabilityFrame frame = { .start = PLY_MINUTES_MAX, .end = 0 };

  g_return_val_if_fail (snapshot != NULL && presence != NULL && busy != NULL, frame);

  frame.cell = get_cell (snapshot);
  reach_hours (&frame, presence);
  reach_runs (&frame, presence);
  for (guint i = 0; i < busy->len; i++)
    reach (&frame, g_array_index (busy, PlyBusy, i).start, g_array_index (busy, PlyBusy, i).end);
  frame.start = CLAMP (frame.start, 0, PLY_MINUTES_MAX - HOUR) / HOUR * HOUR;
  frame.end = (CLAMP (frame.end, frame.start + 1, PLY_MINUTES_MAX) + HOUR - 1) / HOUR * HOUR;
  return frame;
}

gboolean
ply_availability_frame_equal (const PlyAvailabilityFrame *a, const PlyAvailabilityFrame *b)
{
  return a->start == b->start && a->end == b->end && a->cell == b->cell;
}

guint
ply_availability_frame_get_n_cells (const PlyAvailabilityFrame *self)
{
  return (self->end - self->start) / self->cell;
}

gint64
ply_availability_frame_get_minute (const PlyAvailabilityFrame *self, guint cell)
{
  return self->start + cell * self->cell;
}
