/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-busy.h"

#include "ply-describe.h"
#include "ply-programme-order.h"

static gboolean
find_day (const PlyPresence *presence, const char *id, guint *day)
{
  for (*day = 0; *day < ply_presence_get_n_days (presence); (*day)++)
    if (g_strcmp0 (ply_presence_get_day (presence, *day)->record.id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_listed (GArray *list, gconstpointer record)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, PlyBusy, i).record == record)
      return TRUE;
  return FALSE;
}

static gint64
talk_offset (const PlySnapshot *snapshot, const PlySession *session, const PlyTalk *talk)
{
  GPtrArray *talks = ply_session_talks (snapshot, session);
  g_autofree gint64 *offsets = ply_session_talk_offsets (snapshot, session, NULL);
  guint index;

  return g_ptr_array_find (talks, talk, &index) ? offsets[index] : 0;
}

static void
add (GArray *list, const PlySnapshot *snapshot, const PlyPresence *presence,
     const PlySession *session, const PlyTalk *talk)
{
  PlyBusy busy = { .record = talk != NULL ? &talk->record : &session->record };

  if (session == NULL || !ply_session_is_placed (session)
      || g_strcmp0 (session->state, "cancelled") == 0 || is_listed (list, busy.record)
      || !find_day (presence, session->day, &busy.day))
    return;
  busy.start = session->start;
  busy.end = ply_session_end (session);
  if (talk != NULL)
    {
      busy.start += talk_offset (snapshot, session, talk);
      busy.end = busy.start + MAX (talk->duration, 0);
    }
  if (busy.start < busy.end)
    g_array_append_val (list, busy);
}

static void
add_contributions (GArray *list, const PlySnapshot *snapshot, const PlyPresence *presence,
                   gconstpointer person)
{
  g_autoptr (GPtrArray) parts = ply_contributions_of (snapshot, person);

  for (guint i = 0; i < parts->len; i++)
    {
      const PlyParticipation *part = parts->pdata[i];
      const PlyTalk *talk = ply_snapshot_lookup (snapshot, PLY_KIND_TALK, part->talk);

      add (list, snapshot, presence,
           ply_snapshot_lookup (snapshot, PLY_KIND_SESSION,
                                talk != NULL ? talk->session : part->session),
           talk);
    }
}

static void
add_sessions (GArray *list, const PlySnapshot *snapshot, const PlyPresence *presence,
              const PlyRoom *room)
{
  for (guint i = 0; i < ply_snapshot_get_n (snapshot, PLY_KIND_SESSION); i++)
    {
      const PlySession *session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i);

      if (g_strcmp0 (session->room, room->record.id) == 0
          || (session->all_rooms == 1 && !ply_session_is_break (snapshot, session)))
        add (list, snapshot, presence, session, NULL);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const PlyBusy *one = a;
  const PlyBusy *two = b;

  if (one->day != two->day)
    return one->day < two->day ? -1 : 1;
  return (one->start > two->start) - (one->start < two->start);
}

GArray *
ply_busy_of (const PlySnapshot *snapshot, const PlyPresence *presence, gconstpointer owner)
{
  GArray *list;

  g_return_val_if_fail (snapshot != NULL && presence != NULL && owner != NULL, NULL);

  list = g_array_new (FALSE, FALSE, sizeof (PlyBusy));
  if (PLY_RECORD (owner)->kind == PLY_KIND_PERSON)
    add_contributions (list, snapshot, presence, owner);
  else
    add_sessions (list, snapshot, presence, owner);
  g_array_sort (list, compare);
  return list;
}
