/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-commands-private.h"

#include "ply-programme-order.h"

/* Time, rooms, days and lengths by the keyboard. */

/* To the next line of the grid in that direction, as the pointer would go. */
static int
snapped_minutes (PlyTimetableCommands *self, gint64 from, int sign)
{
  gint64 snap = MAX (ply_timetable_view_get_snap (self->view), 1);
  gint64 over = from % snap;

  if (over == 0)
    return (int) (sign * snap);
  return (int) (sign < 0 ? -over : snap - over);
}

static const PlySession *
get_focused (PlyTimetableCommands *self)
{
  return ply_snapshot_lookup (ply_timetable_commands_get_snapshot (self), PLY_KIND_SESSION,
                              ply_timetable_view_get_focus (self->view));
}

/* Rooms to pass to the next one that is shown. */
static int
count_rooms (PlyTimetableCommands *self, const PlySession *session, int sign)
{
  PlySnapshot *snapshot = ply_timetable_commands_get_snapshot (self);
  g_autoptr (GPtrArray) rooms = ply_snapshot_dup_ordered (snapshot, PLY_KIND_ROOM);
  int at = (int) rooms->len, next;

  for (guint i = 0; i < rooms->len; i++)
    if (g_strcmp0 (PLY_RECORD (rooms->pdata[i])->id, session->room) == 0)
      at = (int) i;
  for (next = at + sign; next >= 0 && next < (int) rooms->len; next += sign)
    if (ply_timetable_view_is_room_shown (self->view, PLY_RECORD (rooms->pdata[next])->id))
      return next - at;
  /* Behind the last room is "no room", before the first nothing. */
  return sign < 0 ? 0 : next - at;
}

static char *
dup_key (const char *verb, GStrv targets)
{
  g_autofree char *ids = g_strjoinv (" ", targets);

  return g_strconcat ("timetable-", verb, ":", ids, NULL);
}

static void
shift (PlyTimetableCommands *self, int minutes, int rooms, int days, PlyArrangeFlags flags)
{
  g_auto (GStrv) targets = ply_timetable_commands_dup_targets (self);
  g_autofree char *key = dup_key (flags & PLY_ARRANGE_RIPPLE ? "ripple" : "move", targets);
  g_autofree char *focus = g_strdup (ply_timetable_view_get_focus (self->view));
  PlyPlan *plan = ply_arrange_shift (ply_timetable_commands_get_snapshot (self),
                                     (const char *const *) targets, minutes, rooms, days, flags);

  if (!ply_timetable_commands_run (self, plan, key))
    return;
  if (days != 0 && ply_timetable_view_get_day (self->view) != NULL)
    {
      const PlySession *session = get_focused (self);

      ply_timetable_view_set_day (self->view, session->day);
      ply_timetable_view_set_selected (self->view, (const char *const *) targets);
      ply_timetable_view_set_focus (self->view, focus);
    }
  ply_timetable_canvas_grab_session (self->canvas, focus);
  ply_timetable_commands_tell_place (self, focus);
}

static void
move (PlyTimetableCommands *self, GVariant *parameter, PlyArrangeFlags flags)
{
  PlyArrow arrow = ply_timetable_commands_read_arrow (self, parameter);
  const PlySession *session = get_focused (self);

  if (ply_timetable_commands_move_talk (self, &arrow))
    return;
  if (session == NULL || !ply_session_is_placed (session))
    return;
  if (arrow.time != 0)
    shift (self, snapped_minutes (self, session->start, arrow.time), 0, 0, flags);
  else
    shift (self, 0, count_rooms (self, session, arrow.room), 0, flags);
}

void
ply_timetable_commands_move_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, parameter, PLY_ARRANGE_PLAIN);
}

void
ply_timetable_commands_ripple_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, parameter, PLY_ARRANGE_RIPPLE);
}

void
ply_timetable_commands_move_day_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  gboolean back = g_str_equal (g_variant_get_string (parameter, NULL), "previous");

  if (get_focused (self) != NULL)
    shift (self, 0, 0, back ? -1 : 1, PLY_ARRANGE_PLAIN);
}

/* The end of the focused session. */
static void
resize (PlyTimetableCommands *self, GVariant *parameter, PlyArrangeFlags flags)
{
  PlyArrow arrow = ply_timetable_commands_read_arrow (self, parameter);
  const PlySession *session = get_focused (self);
  g_autofree char *id = NULL;
  g_autofree char *key = NULL;
  gint64 duration;

  if (ply_timetable_commands_resize_talk (self, &arrow, flags))
    return;
  if (session == NULL || !ply_session_is_placed (session) || arrow.time == 0)
    return;
  id = g_strdup (session->record.id);
  key = g_strconcat ("timetable-resize:", id, NULL);
  duration =
      MAX (session->duration, 0) + snapped_minutes (self, ply_session_end (session), arrow.time);
  if (ply_timetable_commands_run (self,
                                  ply_arrange_resize (ply_timetable_commands_get_snapshot (self),
                                                      id, session->start, duration, flags),
                                  key))
    ply_timetable_commands_tell_length (self, id);
}

void
ply_timetable_commands_resize_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  resize (data, parameter, PLY_ARRANGE_PLAIN);
}

void
ply_timetable_commands_resize_ripple_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  resize (data, parameter, PLY_ARRANGE_RIPPLE);
}

void
ply_timetable_commands_swap_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  g_auto (GStrv) targets = ply_timetable_commands_dup_targets (self);
  PlySnapshot *snapshot = ply_timetable_commands_get_snapshot (self);

  if (g_strv_length (targets) == 2
      && ply_timetable_commands_run (self, ply_arrange_swap (snapshot, targets[0], targets[1]),
                                     NULL))
    ply_timetable_commands_tell_place (self, targets[0]);
}
