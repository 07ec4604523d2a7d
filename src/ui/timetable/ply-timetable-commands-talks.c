/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-commands-private.h"

#include "ply-programme-order.h"

/* Talks inside the focused session: one of them may have the focus. */

typedef struct
{
  const PlyTalk *talk;
  const PlySession *session;
  GPtrArray *talks; /* of the session, in their order */
  guint index;
} Place;

/* FALSE when no talk has the focus. */
static gboolean
get_place (PlyTimetableCommands *self, Place *place)
{
  PlySnapshot *snapshot = ply_timetable_commands_get_snapshot (self);
  const char *id = ply_timetable_view_get_talk (self->view);

  place->talk = ply_snapshot_lookup (snapshot, PLY_KIND_TALK, id);
  if (place->talk == NULL)
    return FALSE;
  place->session = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, place->talk->session);
  if (place->session == NULL)
    return FALSE;
  place->talks = ply_session_talks (snapshot, place->session);
  return g_ptr_array_find (place->talks, place->talk, &place->index);
}

static void
focus_talk (PlyTimetableCommands *self, const char *talk)
{
  ply_timetable_view_set_talk (self->view, talk);
  ply_timetable_commands_tell_talk (self, talk);
}

gboolean
ply_timetable_commands_walk_talks (PlyTimetableCommands *self, const PlyArrow *arrow)
{
  Place place;
  int next;

  if (!get_place (self, &place) || arrow->time == 0)
    return FALSE;
  next = (int) place.index + arrow->time;
  if (next >= 0 && next < (int) place.talks->len)
    focus_talk (self, PLY_RECORD (place.talks->pdata[next])->id);
  else
    gtk_widget_error_bell (self->page);
  return TRUE;
}

gboolean
ply_timetable_commands_move_talk (PlyTimetableCommands *self, const PlyArrow *arrow)
{
  Place place;
  g_autofree char *talk = NULL;
  g_autofree char *key = NULL;
  PlyPlan *plan = NULL;
  int to;

  if (!get_place (self, &place))
    return FALSE;
  to = (int) place.index + arrow->time;
  talk = g_strdup (place.talk->record.id);
  key = g_strconcat ("timetable-talk:", talk, NULL);
  if (arrow->time != 0 && to >= 0 && to < (int) place.talks->len)
    plan = ply_arrange_move_talk (ply_timetable_commands_get_snapshot (self), talk,
                                  place.session->record.id, (guint) to);
  if (ply_timetable_commands_run (self, plan, key))
    focus_talk (self, talk);
  return TRUE;
}

gboolean
ply_timetable_commands_resize_talk (PlyTimetableCommands *self, const PlyArrow *arrow,
                                    PlyArrangeFlags flags)
{
  Place place;
  g_autofree char *talk = NULL;
  g_autofree char *key = NULL;
  gint64 duration;

  if (!get_place (self, &place))
    return FALSE;
  if (arrow->time == 0)
    return TRUE;
  talk = g_strdup (place.talk->record.id);
  key = g_strconcat ("timetable-talk-length:", talk, NULL);
  duration = MAX (place.talk->duration, 0)
             + arrow->time * MAX (ply_timetable_view_get_snap (self->view), 1);
  if (ply_timetable_commands_run (
          self,
          ply_arrange_resize_talk (ply_timetable_commands_get_snapshot (self), talk, duration,
                                   flags),
          key))
    focus_talk (self, talk);
  return TRUE;
}

void
ply_timetable_commands_enter_talks_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  PlySnapshot *snapshot = ply_timetable_commands_get_snapshot (self);
  const PlySession *session =
      ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, ply_timetable_view_get_focus (self->view));
  GPtrArray *talks = session != NULL ? ply_session_talks (snapshot, session) : NULL;

  if (talks != NULL && talks->len > 0)
    focus_talk (self, PLY_RECORD (talks->pdata[0])->id);
  else
    gtk_widget_error_bell (self->page);
}

/* Where it is now, or again behind the one before it. */
void
ply_timetable_commands_pin_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  PlySnapshot *snapshot = ply_timetable_commands_get_snapshot (self);
  g_autofree gint64 *offsets = NULL;
  g_autofree char *talk = NULL;
  Place place;
  gint64 pinned;

  if (!get_place (self, &place))
    return;
  offsets = ply_session_talk_offsets (snapshot, place.session, NULL);
  pinned = place.talk->pinned == PLY_UNSET ? offsets[place.index] : PLY_UNSET;
  talk = g_strdup (place.talk->record.id);
  if (ply_timetable_commands_run (self, ply_arrange_pin_talk (snapshot, talk, pinned), NULL))
    focus_talk (self, talk);
}
