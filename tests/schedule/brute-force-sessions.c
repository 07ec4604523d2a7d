/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-force-private.h"

#include "ply-programme-order.h"

#include <string.h>

/* What a session must have, looked at alone, and titles. */

static void
hours (Brute *brute, const Thing *thing)
{
  const PlyDay *day = ply_snapshot_lookup (brute->snapshot, PLY_KIND_DAY, thing->session->day);
  gint64 start = thing->session->start;
  gint64 end = start + MAX (thing->session->duration, 0);

  if (!thing->is_placed)
    tell (brute, PLY_CONFLICT_NO_TIME, NULL, thing_id (thing), NULL);
  else if ((day->opens != PLY_UNSET && start < day->opens)
           || (day->closes != PLY_UNSET && end > day->closes))
    tell (brute, PLY_CONFLICT_OUTSIDE_HOURS, NULL, thing_id (thing), day->record.id, NULL);
}

static void
place (Brute *brute, const Thing *thing)
{
  const PlyRoom *room = room_of (brute, thing);

  if (room == NULL && thing->session->all_rooms != 1 && !thing_is_break (brute, thing))
    tell (brute, PLY_CONFLICT_NO_ROOM, NULL, thing_id (thing), NULL);
  if (room != NULL && room->capacity != PLY_UNSET && thing->session->audience > room->capacity)
    tell (brute, PLY_CONFLICT_OVER_CAPACITY, NULL, thing_id (thing), room->record.id, NULL);
}

static gboolean
has_speaker (const Brute *brute, const Thing *thing)
{
  g_autoptr (GPtrArray) parts = parts_of (brute, thing);

  for (guint i = 0; i < parts->len; i++)
    if (is_speaking (parts->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_chair (const Brute *brute, const Thing *thing)
{
  g_autoptr (GPtrArray) parts = parts_of (brute, thing);

  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (((PlyParticipation *) parts->pdata[i])->role, "chair") == 0)
      return TRUE;
  return FALSE;
}

static void
people (Brute *brute, const Thing *thing)
{
  const PlySessionType *type =
      ply_snapshot_lookup (brute->snapshot, PLY_KIND_SESSION_TYPE, thing->session->type);
  GPtrArray *talks = ply_session_talks (brute->snapshot, thing->session);

  if (type == NULL)
    tell (brute, PLY_CONFLICT_NO_TYPE, NULL, thing_id (thing), NULL);
  if (thing_is_break (brute, thing))
    return;
  if (talks->len == 0 && !has_speaker (brute, thing))
    tell (brute, PLY_CONFLICT_NO_SPEAKER, NULL, thing_id (thing), NULL);
  if (type != NULL && type->wants_chair == 1 && !has_chair (brute, thing))
    tell (brute, PLY_CONFLICT_NO_CHAIR, NULL, thing_id (thing), NULL);
}

static void
lengths (Brute *brute, const Thing *thing)
{
  gint64 duration = MAX (thing->session->duration, 0);
  g_autofree gint64 *offsets = NULL;
  gint64 end;

  offsets = ply_session_talk_offsets (brute->snapshot, thing->session, &end);
  if (end > duration)
    tell (brute, PLY_CONFLICT_OVERFULL_SESSION, NULL, thing_id (thing), NULL);
  if (brute->event != NULL && brute->event->break_least != PLY_UNSET
      && thing_is_break (brute, thing) && duration < brute->event->break_least)
    tell (brute, PLY_CONFLICT_SHORT_BREAK, NULL, thing_id (thing), NULL);
}

/* "de-AT" serves who wants "de". */
static gboolean
has_language (const char *list, const char *wanted)
{
  g_auto (GStrv) tags = g_strsplit (list != NULL ? list : "", " ", -1);
  g_autofree char *start = g_strconcat (wanted, "-", NULL);

  for (guint i = 0; tags[i] != NULL; i++)
    if (strcmp (tags[i], wanted) == 0 || g_str_has_prefix (tags[i], start))
      return TRUE;
  return FALSE;
}

static void
languages (Brute *brute, const Thing *thing)
{
  const PlySession *session = thing->session;
  const PlySessionType *type =
      ply_snapshot_lookup (brute->snapshot, PLY_KIND_SESSION_TYPE, session->type);
  const char *wanted = brute->event != NULL ? brute->event->wanted_languages : NULL;
  const char *spoken = session->language;
  g_auto (GStrv) each = NULL;

  if (type != NULL && type->wanted_languages != NULL)
    wanted = type->wanted_languages;
  if (spoken == NULL && brute->event != NULL)
    spoken = brute->event->base_language;
  each = g_strsplit (wanted != NULL ? wanted : "", " ", -1);
  for (guint i = 0; each[i] != NULL && !thing_is_break (brute, thing); i++)
    if (!has_language (spoken, each[i]) && !has_language (session->interpretation, each[i]))
      tell (brute, PLY_CONFLICT_NO_INTERPRETATION, each[i], thing_id (thing), NULL);
}

static const char *
title_of (const Thing *thing)
{
  return thing->talk != NULL ? thing->talk->title : thing->session->title;
}

/* Sessions among themselves, talks among themselves. */
static gboolean
same_title (const Brute *brute, const Thing *a, const Thing *b)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  if ((a->talk == NULL) != (b->talk == NULL) || thing_is_break (brute, a)
      || thing_is_break (brute, b) || title_of (a) == NULL || title_of (b) == NULL)
    return FALSE;
  one = plain_text (title_of (a));
  two = plain_text (title_of (b));
  return strcmp (one, two) == 0;
}

/* All of one title are one conflict, told with the first of them. */
static void
titles (Brute *brute, guint index)
{
  const Thing *thing = THING (brute, index);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *all = NULL;

  for (guint i = 0; i < THINGS (brute); i++)
    {
      if (!same_title (brute, thing, THING (brute, i)))
        continue;
      if (i < index)
        return;
      g_ptr_array_add (ids, (gpointer) thing_id (THING (brute, i)));
    }
  if (ids->len < 2)
    return;
  all = ply_waiver_join_records ((const char *const *) ids->pdata, ids->len);
  tell (brute, PLY_CONFLICT_DUPLICATE_TITLE, NULL, all, NULL);
}

void
brute_sessions (Brute *brute)
{
  for (guint i = 0; i < THINGS (brute); i++)
    {
      const Thing *thing = THING (brute, i);

      titles (brute, i);
      if (thing->talk != NULL)
        {
          if (!thing_is_break (brute, thing) && !has_speaker (brute, thing))
            tell (brute, PLY_CONFLICT_NO_SPEAKER, NULL, thing_id (thing), thing->session->record.id,
                  NULL);
          continue;
        }
      hours (brute, thing);
      place (brute, thing);
      people (brute, thing);
      lengths (brute, thing);
      languages (brute, thing);
    }
}
