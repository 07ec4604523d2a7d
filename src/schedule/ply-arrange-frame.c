/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-arrange-private.h"

#include "ply-id.h"
#include "ply-programme-order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The frame of a day: what stands before the sessions do. */

static void
copy_hours (PlyPlan *plan, const PlyDay *from, const PlyDay *to)
{
  if (from->opens != PLY_UNSET && from->opens != to->opens)
    ply_plan_set_integer (plan, PLY_KIND_DAY, to->record.id, "opens", from->opens);
  if (from->closes != PLY_UNSET && from->closes != to->closes)
    ply_plan_set_integer (plan, PLY_KIND_DAY, to->record.id, "closes", from->closes);
}

static gboolean
is_same_break (const PlySnapshot *snapshot, const PlySession *a, const PlySession *b)
{
  PlyPlace here = ply_place_of (a);
  PlyPlace there = ply_place_of (b);

  there.day = here.day;
  return a->duration == b->duration && ply_session_is_break (snapshot, b)
         && ply_place_equal (&here, &there);
}

static gboolean
has_break (const PlySnapshot *snapshot, GPtrArray *sessions, const PlySession *pause)
{
  for (guint i = 0; i < sessions->len; i++)
    if (is_same_break (snapshot, pause, sessions->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
copy_breaks (PlyPlan *plan, const PlySnapshot *snapshot, const PlyDay *from, const PlyDay *to)
{
  g_autoptr (GPtrArray) sessions = ply_day_sessions (snapshot, from);
  g_autoptr (GPtrArray) there = ply_day_sessions (snapshot, to);

  for (guint i = 0; i < sessions->len; i++)
    {
      const PlySession *session = sessions->pdata[i];
      PlyPlace place = ply_place_of (session);
      const char *id;

      if (!ply_session_is_break (snapshot, session) || g_strcmp0 (session->state, "cancelled") == 0
          || has_break (snapshot, there, session))
        continue;
      place.day = to->record.id;
      id = ply_plan_duplicate (plan, snapshot, PLY_KIND_SESSION, session->record.id, NULL);
      ply_plan_place (plan, session, id, &place);
    }
}

static gboolean
has_row (GPtrArray *rows, const PlyAvailability *row)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PlyAvailability *other = rows->pdata[i];

      if (g_strcmp0 (other->room, row->room) == 0 && other->start == row->start
          && other->end == row->end && other->available == row->available)
        return TRUE;
    }
  return FALSE;
}

static void
copy_rooms (PlyPlan *plan, const PlySnapshot *snapshot, const PlyDay *from, const PlyDay *to)
{
  GPtrArray *rows =
      ply_snapshot_get_children (snapshot, PLY_KIND_AVAILABILITY, "day", from->record.id);
  GPtrArray *there =
      ply_snapshot_get_children (snapshot, PLY_KIND_AVAILABILITY, "day", to->record.id);

  for (guint i = 0; i < rows->len; i++)
    {
      const PlyAvailability *row = rows->pdata[i];
      g_autofree char *id = NULL;
      PlyAvailability *copy;

      if (row->room == NULL || has_row (there, row))
        continue;
      id = ply_id_new ();
      copy = ply_record_copy (row, id);
      g_set_str (&copy->day, to->record.id);
      ply_plan_insert (plan, copy);
    }
}

PlyPlan *
ply_arrange_copy_frame (const PlySnapshot *snapshot, const char *from_day, const char *to_day)
{
  const PlyDay *from;
  const PlyDay *to;
  PlyPlan *plan;

  g_return_val_if_fail (snapshot != NULL && from_day != NULL && to_day != NULL, NULL);

  from = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, from_day);
  to = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, to_day);
  if (from == NULL || to == NULL || from == to)
    return NULL;
  plan = ply_plan_new (_ ("Copy the Day’s Frame"));
  copy_hours (plan, from, to);
  copy_breaks (plan, snapshot, from, to);
  copy_rooms (plan, snapshot, from, to);
  return ply_plan_or_null (plan);
}
