/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme-order.h"

#include <string.h>

gboolean
ply_session_is_placed (const PlySession *session)
{
  return session->day != NULL && session->start != PLY_UNSET;
}

gboolean
ply_session_is_break (const PlySnapshot *snapshot, const PlySession *session)
{
  const PlySessionType *type = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION_TYPE, session->type);

  return type != NULL && type->is_break == 1;
}

gint64
ply_session_end (const PlySession *session)
{
  g_return_val_if_fail (ply_session_is_placed (session), 0);
  return session->start + MAX (session->duration, 0);
}

gboolean
ply_sessions_overlap (const PlySession *a, const PlySession *b)
{
  if (!ply_session_is_placed (a) || !ply_session_is_placed (b) || strcmp (a->day, b->day) != 0)
    return FALSE;
  return a->start < ply_session_end (b) && b->start < ply_session_end (a);
}

GPtrArray *
ply_session_talks (const PlySnapshot *snapshot, const PlySession *session)
{
  return ply_snapshot_get_children (snapshot, PLY_KIND_TALK, "session", session->record.id);
}

void
ply_talks_offsets (const PlyTalk *const *talks, guint n_talks, gint64 *offsets, gint64 *end)
{
  gint64 at = 0;
  gint64 last = 0;

  for (guint i = 0; i < n_talks; i++)
    {
      offsets[i] = talks[i]->pinned != PLY_UNSET ? talks[i]->pinned : at;
      at = offsets[i] + MAX (talks[i]->duration, 0);
      last = MAX (last, at);
    }
  if (end != NULL)
    *end = last;
}

gint64 *
ply_session_talk_offsets (const PlySnapshot *snapshot, const PlySession *session, gint64 *end)
{
  GPtrArray *talks = ply_session_talks (snapshot, session);
  gint64 *offsets = g_new0 (gint64, talks->len + 1);

  ply_talks_offsets ((const PlyTalk *const *) talks->pdata, talks->len, offsets, end);
  return offsets;
}

static const char *
room_rank (const PlySnapshot *snapshot, const PlySession *session)
{
  const PlyRoom *room = ply_snapshot_lookup (snapshot, PLY_KIND_ROOM, session->room);

  return room != NULL ? room->rank : NULL;
}

static int
compare_sessions (gconstpointer a, gconstpointer b, gpointer snapshot)
{
  const PlySession *one = *(PlySession *const *) a;
  const PlySession *two = *(PlySession *const *) b;
  int order;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  order = g_strcmp0 (room_rank (snapshot, one), room_rank (snapshot, two));
  if (order == 0)
    order = g_strcmp0 (one->title, two->title);
  return order != 0 ? order : strcmp (one->record.id, two->record.id);
}

GPtrArray *
ply_day_sessions (const PlySnapshot *snapshot, const PlyDay *day)
{
  GPtrArray *sessions = g_ptr_array_new ();
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_SESSION);

  for (guint i = 0; i < n; i++)
    {
      const PlySession *session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i);
      gboolean placed = ply_session_is_placed (session);

      if (day != NULL ? placed && strcmp (session->day, day->record.id) == 0 : !placed)
        g_ptr_array_add (sessions, (gpointer) session);
    }
  g_ptr_array_sort_with_data (sessions, compare_sessions, (gpointer) snapshot);
  return sessions;
}

GPtrArray *
ply_participations_of (const PlySnapshot *snapshot, gconstpointer session_or_talk)
{
  const PlyRecord *record = session_or_talk;

  g_return_val_if_fail (record->kind == PLY_KIND_SESSION || record->kind == PLY_KIND_TALK, NULL);
  return ply_snapshot_get_children (snapshot, PLY_KIND_PARTICIPATION,
                                    record->kind == PLY_KIND_SESSION ? "session" : "talk",
                                    record->id);
}

char *
ply_person_display_name (const PlySnapshot *snapshot, const PlyPerson *person, const char *language,
                         gboolean with_title)
{
  const char *name = ply_snapshot_get_text (snapshot, person, "name", language);
  const char *title =
      with_title ? ply_snapshot_get_text (snapshot, person, "title", language) : NULL;

  return title != NULL ? g_strconcat (title, " ", name, NULL) : g_strdup (name);
}

char *
ply_person_index_name (const PlySnapshot *snapshot, const PlyPerson *person, const char *language)
{
  const char *family = ply_snapshot_get_text (snapshot, person, "family_name", language);
  const char *given = ply_snapshot_get_text (snapshot, person, "given_name", language);

  if (family == NULL)
    return ply_person_display_name (snapshot, person, language, FALSE);
  return given != NULL ? g_strconcat (family, ", ", given, NULL) : g_strdup (family);
}
