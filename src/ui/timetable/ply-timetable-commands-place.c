/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-commands-private.h"

#include "ply-free-times.h"
#include "ply-programme-order.h"

/* The next free place. */

/* Of a new session. */
#define USUAL_LENGTH 30

/* A new session has no people yet: any other stands for it. */
static PlyFreeTimes *
times_new (const PlySnapshot *snapshot, const char *session)
{
  PlyFreeTimes *times;
  const PlyRecord *other;

  if (session != NULL)
    return ply_free_times_new (snapshot, session, PLY_FREE_ROOMS);
  if (ply_snapshot_get_n (snapshot, PLY_KIND_SESSION) == 0)
    return NULL;
  other = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, 0);
  times = ply_free_times_new (snapshot, other->id, PLY_FREE_BESIDE_ITSELF);
  ply_free_times_set_duration (times, USUAL_LENGTH);
  return times;
}

/* Takes the place when it is free, and earlier than @best on its day. */
static void
look (PlyFreeTimes *times, const PlyRecord *day, const PlyRecord *room, gint64 from, PlyPlace *best)
{
  PlyPlace wanted = { .day = day->id, .start = from, .room = room->id };
  gint64 start = ply_free_times_get_next (times, &wanted);

  if (start == PLY_UNSET || (best->day != NULL && best->start <= start))
    return;
  wanted.start = start;
  *best = wanted;
}

static void
look_in_rooms (PlyTimetableCommands *self, PlyFreeTimes *times, const PlyRecord *day, gint64 from,
               PlyPlace *best)
{
  PlySnapshot *snapshot = ply_timetable_commands_get_snapshot (self);
  g_autoptr (GPtrArray) rooms = ply_snapshot_dup_ordered (snapshot, PLY_KIND_ROOM);

  for (guint i = 0; i < rooms->len; i++)
    if (ply_timetable_view_is_room_shown (self->view, PLY_RECORD (rooms->pdata[i])->id))
      look (times, day, rooms->pdata[i], from, best);
}

/* On the first of the shown days that has one, from @from on the first. */
static void
look_on_days (PlyTimetableCommands *self, PlyFreeTimes *times, const char *first, gint64 from,
              PlyPlace *best)
{
  PlySnapshot *snapshot = ply_timetable_commands_get_snapshot (self);
  g_auto (GStrv) days = ply_timetable_view_dup_days (self->view);
  gboolean began = first == NULL;

  for (guint i = 0; days[i] != NULL && best->day == NULL; i++)
    {
      const PlyRecord *day = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, days[i]);
      gboolean is_first = g_strcmp0 (days[i], first) == 0;

      began |= is_first;
      if (began && day != NULL)
        look_in_rooms (self, times, day, is_first ? from : 0, best);
    }
}

static void
look_after (PlyTimetableCommands *self, PlyFreeTimes *times, const PlySession *focus,
            PlyPlace *best)
{
  PlySnapshot *snapshot = ply_timetable_commands_get_snapshot (self);
  const PlyRecord *day = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, focus->day);
  const PlyRecord *room = ply_snapshot_lookup (snapshot, PLY_KIND_ROOM, focus->room);
  gint64 end = ply_session_end (focus);

  if (day != NULL && room != NULL)
    look (times, day, room, end, best);
  if (best->day == NULL)
    look_on_days (self, times, focus->day, end, best);
}

gboolean
ply_timetable_commands_find_place (PlyTimetableCommands *self, const char *session, PlyPlace *place)
{
  PlySnapshot *snapshot = ply_timetable_commands_get_snapshot (self);
  const PlySession *focus =
      ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, ply_timetable_view_get_focus (self->view));
  g_autoptr (PlyFreeTimes) times = NULL;

  *place = self->has_place ? self->place : (PlyPlace) { 0 };
  if (self->has_place)
    return TRUE;
  times = times_new (snapshot, session);
  if (times != NULL && focus != NULL && ply_session_is_placed (focus))
    look_after (self, times, focus, place);
  if (times != NULL && place->day == NULL)
    look_on_days (self, times, NULL, 0, place);
  return place->day != NULL;
}
