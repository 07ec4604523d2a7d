/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-arrange-private.h"

#include "ply-programme-order.h"
#include "ply-time.h"

#include <string.h>

/* Places */

static gboolean
is_in_all_rooms (const PlySession *session)
{
  return session->all_rooms == 1;
}

PlyPlace
ply_place_of (const PlySession *session)
{
  gboolean placed = ply_session_is_placed (session);

  return (PlyPlace) {
    .day = placed ? session->day : NULL,
    .start = placed ? session->start : PLY_UNSET,
    .room = is_in_all_rooms (session) ? NULL : session->room,
    .all_rooms = is_in_all_rooms (session),
  };
}

gboolean
ply_place_equal (const PlyPlace *a, const PlyPlace *b)
{
  return g_strcmp0 (a->day, b->day) == 0 && (a->day == NULL || a->start == b->start)
         && !a->all_rooms == !b->all_rooms && (a->all_rooms || g_strcmp0 (a->room, b->room) == 0);
}

gint64
ply_latest_start (gint64 duration)
{
  return CLAMP (PLY_MINUTES_MAX - duration, 0, PLY_MINUTES_MAX);
}

void
ply_plan_place (PlyPlan *plan, const PlySession *session, const char *id, const PlyPlace *place)
{
  PlyPlace now = ply_place_of (session);
  gint64 start = place->day != NULL ? place->start : PLY_UNSET;
  gboolean same_rooms = !now.all_rooms == !place->all_rooms
                        && (now.all_rooms || g_strcmp0 (now.room, place->room) == 0);

  if (g_strcmp0 (session->day, place->day) != 0)
    ply_plan_set_text (plan, PLY_KIND_SESSION, id, "day", place->day);
  if (session->start != start)
    ply_plan_set_integer (plan, PLY_KIND_SESSION, id, "start", start);
  if (same_rooms)
    return;
  if (g_strcmp0 (session->room, place->all_rooms ? NULL : place->room) != 0)
    ply_plan_set_text (plan, PLY_KIND_SESSION, id, "room", place->all_rooms ? NULL : place->room);
  if (now.all_rooms != place->all_rooms)
    ply_plan_set_integer (plan, PLY_KIND_SESSION, id, "all_rooms",
                          place->all_rooms ? 1 : PLY_UNSET);
}

PlyPlan *
ply_plan_or_null (PlyPlan *plan)
{
  if (ply_plan_get_n_edits (plan) > 0)
    return plan;
  ply_plan_free (plan);
  return NULL;
}

/* Frame */

void
ply_frame_init (PlyFrame *self, const PlySnapshot *snapshot)
{
  self->snapshot = snapshot;
  self->days = ply_snapshot_dup_ordered (snapshot, PLY_KIND_DAY);
  self->rooms = ply_snapshot_dup_ordered (snapshot, PLY_KIND_ROOM);
}

void
ply_frame_clear (PlyFrame *self)
{
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->rooms, g_ptr_array_unref);
}

static int
find (GPtrArray *records, const char *id)
{
  for (guint i = 0; id != NULL && i < records->len; i++)
    if (strcmp (PLY_RECORD (records->pdata[i])->id, id) == 0)
      return i;
  return -1;
}

int
ply_frame_find_day (const PlyFrame *self, const char *id)
{
  return find (self->days, id);
}

int
ply_frame_find_lane (const PlyFrame *self, const char *room, gboolean all_rooms)
{
  int lane = all_rooms ? PLY_LANE_ALL : find (self->rooms, room);

  return lane < 0 && !all_rooms ? PLY_LANE_NONE : lane;
}

PlyPlace
ply_frame_get_place (const PlyFrame *self, int day, gint64 start, int lane)
{
  return (PlyPlace) {
    .day = day >= 0 ? PLY_RECORD (self->days->pdata[day])->id : NULL,
    .start = start,
    .room = lane >= 0 ? PLY_RECORD (self->rooms->pdata[lane])->id : NULL,
    .all_rooms = lane == PLY_LANE_ALL,
  };
}

gboolean
ply_frame_has_place (const PlyFrame *self, const PlyPlace *place)
{
  return (place->day == NULL || ply_frame_find_day (self, place->day) >= 0)
         && (place->all_rooms || place->room == NULL
             || ply_frame_find_lane (self, place->room, FALSE) >= 0);
}

/* Group */

static PlyStand
stand_of (const PlyFrame *frame, const PlySession *session)
{
  PlyStand stand = {
    .session = session,
    .day = ply_session_is_placed (session) ? ply_frame_find_day (frame, session->day) : -1,
    .start = session->start,
    .lane = ply_frame_find_lane (frame, session->room, is_in_all_rooms (session)),
  };

  return stand;
}

void
ply_group_init (PlyGroup *self, const PlySnapshot *snapshot, const char *const *sessions)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  ply_frame_init (&self->frame, snapshot);
  self->placed = g_array_new (FALSE, FALSE, sizeof (PlyStand));
  self->unplaced = g_ptr_array_new ();
  for (guint i = 0; sessions != NULL && sessions[i] != NULL; i++)
    {
      const PlySession *session = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, sessions[i]);
      PlyStand stand;

      if (session == NULL || !g_hash_table_add (seen, (gpointer) session))
        continue;
      stand = stand_of (&self->frame, session);
      if (stand.day >= 0)
        g_array_append_val (self->placed, stand);
      else
        g_ptr_array_add (self->unplaced, (gpointer) session);
    }
}

void
ply_group_clear (PlyGroup *self)
{
  ply_frame_clear (&self->frame);
  g_clear_pointer (&self->placed, g_array_unref);
  g_clear_pointer (&self->unplaced, g_ptr_array_unref);
}

static gboolean
has (const PlyGroup *self, const PlySession *session)
{
  for (guint i = 0; i < self->placed->len; i++)
    if (g_array_index (self->placed, PlyStand, i).session == session)
      return TRUE;
  return FALSE;
}

static gboolean
goes_along (const PlyGroup *self, const PlySession *leader, const PlySession *session)
{
  if (is_in_all_rooms (leader))
    return !is_in_all_rooms (session) || !ply_session_is_break (self->frame.snapshot, session);
  return !is_in_all_rooms (session) && g_strcmp0 (session->room, leader->room) == 0;
}

void
ply_group_add_followers (PlyGroup *self, const PlyStand *leader, gint64 from)
{
  /* Kept apart: the group may be moved in memory, and the leader with it. */
  const PlySession *first = leader->session;
  guint n = ply_snapshot_get_n (self->frame.snapshot, PLY_KIND_SESSION);

  if (leader->lane == PLY_LANE_NONE)
    return;
  for (guint i = 0; i < n; i++)
    {
      const PlySession *session = ply_snapshot_get_at (self->frame.snapshot, PLY_KIND_SESSION, i);
      PlyStand stand;

      if (!ply_session_is_placed (session) || session->start < from
          || strcmp (session->day, first->day) != 0 || !goes_along (self, first, session)
          || has (self, session))
        continue;
      stand = stand_of (&self->frame, session);
      stand.follows = TRUE;
      g_array_append_val (self->placed, stand);
    }
}

gint64
ply_group_limit_minutes (const PlyGroup *self, gint64 minutes)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      const PlyStand *stand = &g_array_index (self->placed, PlyStand, i);
      gint64 latest = MAX (ply_latest_start (stand->session->duration), stand->start);

      minutes = CLAMP (minutes, -stand->start, latest - stand->start);
    }
  return minutes;
}
