/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-arrange-private.h"

#include "ply-programme-order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far a group goes. */
typedef struct
{
  int days;
  gint64 minutes;
  int rooms;    /* those in a room */
  int from, to; /* when one of them is no room: those there, and all when @to is none */
} Step;

static const PlyStand *
get_stand (const PlyGroup *group, guint index)
{
  return &g_array_index (group->placed, PlyStand, index);
}

static const PlyStand *
find_stand (const PlyGroup *group, const char *id)
{
  for (guint i = 0; i < group->placed->len; i++)
    if (strcmp (get_stand (group, i)->session->record.id, id) == 0)
      return get_stand (group, i);
  return NULL;
}

static void
add_followers (PlyGroup *group, PlyArrangeFlags flags)
{
  guint n = group->placed->len;

  for (guint i = 0; (flags & PLY_ARRANGE_RIPPLE) && i < n; i++)
    ply_group_add_followers (group, get_stand (group, i), get_stand (group, i)->start);
}

static char *
label_of (const PlyGroup *group)
{
  guint n = group->unplaced->len;

  for (guint i = 0; i < group->placed->len; i++)
    n += !get_stand (group, i)->follows;
  return g_strdup_printf (ngettext ("Move Session", "Move %u Sessions", n), n);
}

/* Steps */

static void
limit (const PlyGroup *group, Step *step)
{
  int last_day = (int) group->frame.days->len - 1;
  int last_room = (int) group->frame.rooms->len - 1;

  for (guint i = 0; i < group->placed->len; i++)
    {
      const PlyStand *stand = get_stand (group, i);

      step->days = CLAMP (step->days, -stand->day, last_day - stand->day);
      if (stand->lane >= 0)
        step->rooms = CLAMP (step->rooms, -stand->lane, last_room - stand->lane);
    }
  step->minutes = ply_group_limit_minutes (group, step->minutes);
}

static int
lane_after (const PlyStand *stand, const Step *step)
{
  if (step->from == step->to)
    return stand->lane >= 0 ? stand->lane + step->rooms : stand->lane;
  if (!stand->follows && (step->to < 0 || stand->lane == step->from))
    return step->to;
  return stand->lane;
}

static void
take (PlyPlan *plan, const PlyGroup *group, const Step *step)
{
  for (guint i = 0; i < group->placed->len; i++)
    {
      const PlyStand *stand = get_stand (group, i);
      PlyPlace place = ply_frame_get_place (&group->frame, stand->day + step->days,
                                            stand->start + step->minutes, lane_after (stand, step));

      /* What names a room that is not there keeps the name until it gets another. */
      if (stand->lane == PLY_LANE_NONE && lane_after (stand, step) == PLY_LANE_NONE)
        place.room = stand->session->room;
      ply_plan_place (plan, stand->session, stand->session->record.id, &place);
    }
}

static Step
step_to (const PlyGroup *group, const PlyStand *anchor, const PlyPlace *place)
{
  Step step = { 0 };
  int lane = ply_frame_find_lane (&group->frame, place->room, place->all_rooms);

  step.days = ply_frame_find_day (&group->frame, place->day) - anchor->day;
  step.minutes = place->start - anchor->start;
  if (lane >= 0 && anchor->lane >= 0)
    {
      step.rooms = lane - anchor->lane;
    }
  else
    {
      step.from = anchor->lane;
      step.to = lane;
    }
  limit (group, &step);
  return step;
}

/* Unplaced ones */

static gint64
length_of (const PlySession *session)
{
  return MAX (session->duration, 0);
}

/* One after the other, the anchor first; as early as it takes for the last one to fit. */
static void
line_up (PlyPlan *plan, const PlyGroup *group, const char *anchor, const PlyPlace *place)
{
  PlyPlace at = *place;
  gint64 total = 0;
  guint first = 0;

  for (guint i = 0; i < group->unplaced->len; i++)
    {
      const PlySession *session = group->unplaced->pdata[i];

      total += length_of (session);
      if (strcmp (session->record.id, anchor) == 0)
        first = i;
    }
  at.start = CLAMP (at.start, 0, ply_latest_start (total));
  for (guint i = 0; i < group->unplaced->len; i++)
    {
      guint index = i == 0 ? first : i <= first ? i - 1 : i;
      const PlySession *session = group->unplaced->pdata[index];
      PlyPlace here = at;

      here.start = MIN (at.start, ply_latest_start (length_of (session)));
      ply_plan_place (plan, session, session->record.id, &here);
      at.start += length_of (session);
    }
}

/* Behind all of the group that then is in the anchor's room. */
static PlyPlace
place_behind (const PlyGroup *group, const PlyStand *anchor, const Step *step)
{
  int lane = lane_after (anchor, step);
  gint64 end = 0;

  for (guint i = 0; i < group->placed->len; i++)
    {
      const PlyStand *stand = get_stand (group, i);

      if (stand->day == anchor->day && lane_after (stand, step) == lane)
        end = MAX (end, stand->start + step->minutes + length_of (stand->session));
    }
  return ply_frame_get_place (&group->frame, anchor->day + step->days, end, lane);
}

/* Public functions */

PlyPlan *
ply_arrange_move (const PlySnapshot *snapshot, const char *const *sessions, const char *anchor,
                  const PlyPlace *place, PlyArrangeFlags flags)
{
  g_auto (PlyGroup) group = { 0 };
  g_autoptr (PlyPlan) plan = NULL;
  g_autofree char *label = NULL;
  const PlyStand *stand;

  g_return_val_if_fail (snapshot != NULL && sessions != NULL && anchor != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);

  if (place->day == NULL)
    return ply_arrange_unplace (snapshot, sessions);
  ply_group_init (&group, snapshot, sessions);
  if (!ply_frame_has_place (&group.frame, place))
    return NULL;
  label = label_of (&group);
  plan = ply_plan_new (label);
  add_followers (&group, flags);
  stand = find_stand (&group, anchor);
  if (stand != NULL)
    {
      Step step = step_to (&group, stand, place);
      PlyPlace behind = place_behind (&group, stand, &step);

      take (plan, &group, &step);
      line_up (plan, &group, anchor, &behind);
    }
  else if (g_strv_contains (sessions, anchor))
    {
      line_up (plan, &group, anchor, place);
    }
  return ply_plan_or_null (g_steal_pointer (&plan));
}

/* When all of the group is in no room, which comes behind the last room. */
static gboolean
comes_from_no_room (const PlyGroup *group)
{
  for (guint i = 0; i < group->placed->len; i++)
    if (get_stand (group, i)->lane != PLY_LANE_NONE)
      return FALSE;
  return group->frame.rooms->len > 0;
}

PlyPlan *
ply_arrange_shift (const PlySnapshot *snapshot, const char *const *sessions, int minutes, int rooms,
                   int days, PlyArrangeFlags flags)
{
  g_auto (PlyGroup) group = { 0 };
  g_autoptr (PlyPlan) plan = NULL;
  g_autofree char *label = NULL;
  Step step = { .days = days, .minutes = minutes, .rooms = rooms };

  g_return_val_if_fail (snapshot != NULL && sessions != NULL, NULL);

  ply_group_init (&group, snapshot, sessions);
  g_ptr_array_set_size (group.unplaced, 0);
  label = label_of (&group);
  plan = ply_plan_new (label);
  add_followers (&group, flags);
  if (rooms < 0 && comes_from_no_room (&group))
    {
      step.from = PLY_LANE_NONE;
      step.to = MAX ((int) group.frame.rooms->len + rooms, 0);
    }
  limit (&group, &step);
  take (plan, &group, &step);
  return ply_plan_or_null (g_steal_pointer (&plan));
}

PlyPlan *
ply_arrange_unplace (const PlySnapshot *snapshot, const char *const *sessions)
{
  g_auto (PlyGroup) group = { 0 };
  g_autoptr (PlyPlan) plan = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (snapshot != NULL && sessions != NULL, NULL);

  ply_group_init (&group, snapshot, sessions);
  label = g_strdup_printf (ngettext ("Unplace Session", "Unplace %u Sessions", group.placed->len),
                           group.placed->len);
  plan = ply_plan_new (label);
  for (guint i = 0; i < group.placed->len; i++)
    {
      const PlySession *session = get_stand (&group, i)->session;
      PlyPlace nowhere = { .all_rooms = session->all_rooms == 1 };

      ply_plan_place (plan, session, session->record.id, &nowhere);
    }
  return ply_plan_or_null (g_steal_pointer (&plan));
}
