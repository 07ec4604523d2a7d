/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-force-private.h"

#include "ply-time.h"

#include <string.h>

/* People: in two places, not there, too far away, of no institution. Rooms that are not there. */

static void
overlaps (Brute *brute, const PlyPerson *person, const Thing *a, const Thing *b)
{
  gboolean together = a->session == b->session && (a->talk == NULL || b->talk == NULL);

  if (share_a_minute (a, b) && !together)
    tell (brute, PLY_CONFLICT_PERSON_OVERLAP, NULL, thing_id (a), thing_id (b), person->record.id,
          NULL);
}

/* Availability */

/* Whether the row says something of that minute of the clock, for what belongs to the day of @date.
 */
static gboolean
covers (const Brute *brute, const PlyAvailability *row, gint64 date, gint64 minute)
{
  const PlyDay *day = ply_snapshot_lookup (brute->snapshot, PLY_KIND_DAY, row->day);
  gint64 from, to, row_date;

  if (day == NULL || !ply_date_is_valid (day->date))
    return FALSE;
  row_date = ply_date_difference ("2000-01-01", day->date);
  from = row->start != PLY_UNSET ? row->start : 0;
  to = row->end != PLY_UNSET ? row->end : row_date == date ? 1000000 : 24 * 60;
  minute -= row_date * 24 * 60;
  return minute >= from && minute < to;
}

static gboolean
is_row_of (const Brute *brute, const PlyAvailability *row, const char *owner, gboolean is_room)
{
  const PlyDay *day = ply_snapshot_lookup (brute->snapshot, PLY_KIND_DAY, row->day);

  if (day == NULL || !ply_date_is_valid (day->date))
    return FALSE;
  return is_room ? row->person == NULL && g_strcmp0 (row->room, owner) == 0
                 : g_strcmp0 (row->person, owner) == 0;
}

static gboolean
is_there (const Brute *brute, const char *owner, gboolean is_room, gint64 date, gint64 minute)
{
  gboolean only_when_said = FALSE, said = FALSE;

  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_AVAILABILITY); i++)
    {
      const PlyAvailability *row = ply_snapshot_get_at (brute->snapshot, PLY_KIND_AVAILABILITY, i);

      if (!is_row_of (brute, row, owner, is_room))
        continue;
      if (row->available == 1)
        only_when_said = TRUE;
      if (!covers (brute, row, date, minute))
        continue;
      if (row->available != 1)
        return FALSE;
      said = TRUE;
    }
  return said || !only_when_said;
}

static void
absence (Brute *brute, const Thing *thing, const char *owner, gboolean is_room)
{
  for (gint64 minute = thing->start; minute < thing->end; minute++)
    if (!is_there (brute, owner, is_room, thing->date, minute))
      {
        tell (brute, is_room ? PLY_CONFLICT_ROOM_UNAVAILABLE : PLY_CONFLICT_PERSON_UNAVAILABLE,
              NULL, thing_id (thing), owner, NULL);
        return;
      }
}

/* Walks */

static gint64
walk_between (const Brute *brute, const Thing *a, const Thing *b)
{
  const PlyRoom *one = room_of (brute, a);
  const PlyRoom *two = room_of (brute, b);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gint64 minutes = brute->event != NULL ? MAX (brute->event->walking, 0) : 0;
  gint64 of_pair = -1;

  if (one == NULL || two == NULL || one->building == NULL || two->building == NULL)
    return 0;
  from = plain_text (one->building);
  to = plain_text (two->building);
  if (strcmp (from, to) == 0)
    return 0;
  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_WALK); i++)
    {
      const PlyWalk *walk = ply_snapshot_get_at (brute->snapshot, PLY_KIND_WALK, i);
      g_autofree char *x = plain_text (walk->building);
      g_autofree char *y = plain_text (walk->other);

      if ((strcmp (x, from) == 0 && strcmp (y, to) == 0)
          || (strcmp (x, to) == 0 && strcmp (y, from) == 0))
        of_pair = MAX (of_pair, MAX (walk->minutes, 0));
    }
  return of_pair >= 0 ? of_pair : minutes;
}

/* There is too little time, and the person is nowhere else in between. */
static gboolean
is_rush (const Brute *brute, const GArray *engagements, const Thing *a, const Thing *b)
{
  if (!takes_time (a) || !takes_time (b) || a->session == b->session || a->end > b->start
      || b->start - a->end >= walk_between (brute, a, b))
    return FALSE;
  for (guint i = 0; i < engagements->len; i++)
    {
      const Thing *other = THING (brute, g_array_index (engagements, guint, i));

      if (takes_time (other) && other->start >= a->end && other->end <= b->start)
        return FALSE;
    }
  return TRUE;
}

/* Of several ways between two sessions, the one to what begins first, from what ends last. */
static gboolean
is_rather_told (const Thing *a, const Thing *b, const Thing *other_a, const Thing *other_b)
{
  if (other_b != b)
    return compare_things (other_b, b) < 0;
  return other_a->end > a->end || (other_a->end == a->end && compare_things (other_a, a) > 0);
}

static void
walks (Brute *brute, const PlyPerson *person, const GArray *engagements, const Thing *a,
       const Thing *b)
{
  if (!is_rush (brute, engagements, a, b))
    return;
  for (guint i = 0; i < engagements->len; i++)
    for (guint j = 0; j < engagements->len; j++)
      {
        const Thing *other_a = THING (brute, g_array_index (engagements, guint, i));
        const Thing *other_b = THING (brute, g_array_index (engagements, guint, j));

        if (other_a->session == a->session && other_b->session == b->session
            && is_rush (brute, engagements, other_a, other_b)
            && is_rather_told (a, b, other_a, other_b))
          return;
      }
  tell (brute, PLY_CONFLICT_WALKING_TIME, NULL, thing_id (a), thing_id (b), person->record.id,
        NULL);
}

/* Institutions */

static gboolean
belongs_somewhere (const Brute *brute, const PlyPerson *person)
{
  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_AFFILIATION); i++)
    {
      const PlyAffiliation *row = ply_snapshot_get_at (brute->snapshot, PLY_KIND_AFFILIATION, i);

      if (g_strcmp0 (row->person, person->record.id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
institution (Brute *brute, const PlyPerson *person)
{
  if (belongs_somewhere (brute, person))
    return;
  for (guint i = 0; i < THINGS (brute); i++)
    {
      g_autoptr (GPtrArray) parts = parts_of (brute, THING (brute, i));

      for (guint p = 0; p < parts->len; p++)
        {
          const PlyParticipation *part = parts->pdata[p];

          if (g_strcmp0 (part->person, person->record.id) == 0 && is_speaking (part)
              && part->institution == NULL)
            {
              tell (brute, PLY_CONFLICT_NO_INSTITUTION, NULL, person->record.id, NULL);
              return;
            }
        }
    }
}

static void
check_person (Brute *brute, const PlyPerson *person)
{
  g_autoptr (GArray) engagements = engagements_of (brute, person);

  institution (brute, person);
  for (guint i = 0; i < engagements->len; i++)
    {
      const Thing *a = THING (brute, g_array_index (engagements, guint, i));

      absence (brute, a, person->record.id, FALSE);
      for (guint j = 0; j < engagements->len; j++)
        {
          const Thing *b = THING (brute, g_array_index (engagements, guint, j));

          if (i < j)
            overlaps (brute, person, a, b);
          walks (brute, person, engagements, a, b);
        }
    }
}

void
brute_people (Brute *brute)
{
  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_PERSON); i++)
    check_person (brute, ply_snapshot_get_at (brute->snapshot, PLY_KIND_PERSON, i));
  for (guint i = 0; i < THINGS (brute); i++)
    {
      const Thing *thing = THING (brute, i);
      const PlyRoom *room = room_of (brute, thing);

      if (thing->talk == NULL && thing->is_placed && room != NULL)
        absence (brute, thing, room->record.id, TRUE);
    }
}
