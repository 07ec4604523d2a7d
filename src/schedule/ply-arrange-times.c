/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-arrange-private.h"

#include "ply-programme-order.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

#define USUAL_LENGTH 30

/* Lengths */

static void
set_time (PlyPlan *plan, const PlySession *session, gint64 start, gint64 duration)
{
  const char *id = session->record.id;

  if (session->start != start)
    ply_plan_set_integer (plan, PLY_KIND_SESSION, id, "start", start);
  if (session->duration != duration)
    ply_plan_set_integer (plan, PLY_KIND_SESSION, id, "duration", duration);
}

/* Moves what follows by as much as the end; gives back the end that this leaves. */
static gint64
push (PlyPlan *plan, const PlySnapshot *snapshot, const PlySession *session, gint64 end)
{
  const char *const sessions[] = { session->record.id, NULL };
  gint64 old_end = ply_session_end (session);
  g_auto (PlyGroup) group = { 0 };
  PlyStand leader;
  gint64 minutes;

  ply_group_init (&group, snapshot, sessions);
  if (group.placed->len == 0)
    return end;
  leader = g_array_index (group.placed, PlyStand, 0);
  /* The session of no length that begins at its own end is no follower of itself. */
  ply_group_add_followers (&group, &leader, old_end);
  g_array_remove_index (group.placed, 0);
  minutes = ply_group_limit_minutes (&group, end - old_end);
  for (guint i = 0; i < group.placed->len; i++)
    {
      const PlyStand *stand = &g_array_index (group.placed, PlyStand, i);

      set_time (plan, stand->session, stand->start + minutes, stand->session->duration);
    }
  return old_end + minutes;
}

PlyPlan *
ply_arrange_resize (const PlySnapshot *snapshot, const char *session, gint64 start, gint64 duration,
                    PlyArrangeFlags flags)
{
  const PlySession *record;
  g_autoptr (PlyPlan) plan = NULL;
  gint64 end;

  g_return_val_if_fail (snapshot != NULL && session != NULL, NULL);

  record = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, session);
  if (record == NULL)
    return NULL;
  plan = ply_plan_new (_ ("Change Length"));
  duration = CLAMP (duration, 1, PLY_MINUTES_MAX);
  if (!ply_session_is_placed (record))
    {
      set_time (plan, record, record->start, duration);
      return ply_plan_or_null (g_steal_pointer (&plan));
    }
  end = MIN (start + duration, MAX (PLY_MINUTES_MAX, ply_session_end (record)));
  start = CLAMP (start, 0, MIN (end - 1, PLY_MINUTES_MAX));
  if (flags & PLY_ARRANGE_RIPPLE)
    end = push (plan, snapshot, record, end);
  set_time (plan, record, start, MAX (end - start, 1));
  return ply_plan_or_null (g_steal_pointer (&plan));
}

/* Swap */

static void
take_over (PlyPlan *plan, const PlySession *session, const PlySession *other)
{
  static const char *const fields[] = { "day", "start", "room", "all_rooms" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const PlyField *field = ply_field_lookup (PLY_KIND_SESSION, fields[i]);
      g_auto (PlyValue) mine = ply_record_get_value (session, field);
      g_auto (PlyValue) theirs = ply_record_get_value (other, field);

      if (!ply_value_equal (&mine, &theirs))
        ply_plan_set (plan, PLY_KIND_SESSION, session->record.id, field, &theirs);
    }
}

PlyPlan *
ply_arrange_swap (const PlySnapshot *snapshot, const char *a, const char *b)
{
  const PlySession *one;
  const PlySession *two;
  PlyPlan *plan;

  g_return_val_if_fail (snapshot != NULL, NULL);

  one = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, a);
  two = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, b);
  if (one == NULL || two == NULL || one == two)
    return NULL;
  plan = ply_plan_new (_ ("Swap Sessions"));
  take_over (plan, one, two);
  take_over (plan, two, one);
  return ply_plan_or_null (plan);
}

/* New ones */

static gint64
usual_length (const PlySnapshot *snapshot, const char *type)
{
  const PlySessionType *record = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION_TYPE, type);

  return record != NULL && record->duration > 0 ? record->duration : USUAL_LENGTH;
}

PlyPlan *
ply_arrange_create (const PlySnapshot *snapshot, const PlyPlace *place, gint64 duration,
                    const char *type, const char *title, char **id)
{
  PlySession *session;
  PlyPlan *plan;

  g_return_val_if_fail (snapshot != NULL, NULL);

  session = ply_record_new (PLY_KIND_SESSION, NULL);
  session->title = g_strdup (title != NULL && *title != '\0' ? title : _ ("New Session"));
  session->duration =
      duration > 0 ? MIN (duration, PLY_MINUTES_MAX) : usual_length (snapshot, type);
  if (ply_snapshot_lookup (snapshot, PLY_KIND_SESSION_TYPE, type) != NULL)
    session->type = g_strdup (type);
  if (place != NULL && ply_snapshot_lookup (snapshot, PLY_KIND_DAY, place->day) != NULL)
    {
      session->day = g_strdup (place->day);
      session->start = CLAMP (place->start, 0, ply_latest_start (session->duration));
    }
  if (place != NULL && place->all_rooms)
    session->all_rooms = 1;
  else if (place != NULL && ply_snapshot_lookup (snapshot, PLY_KIND_ROOM, place->room) != NULL)
    session->room = g_strdup (place->room);
  if (id != NULL)
    *id = g_strdup (session->record.id);
  plan = ply_plan_new (_ ("Add Session"));
  ply_plan_insert (plan, session);
  return plan;
}
