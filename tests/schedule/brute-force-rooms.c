/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-force-private.h"

#include "ply-time.h"

#include <string.h>

/* Rooms: taken twice, empty for long, changed over in a hurry. */

static gboolean
is_plenary (const Brute *brute, const Thing *thing)
{
  return thing->talk == NULL && thing->session->all_rooms == 1 && !thing_is_break (brute, thing);
}

static gboolean
is_own (const Brute *brute, const Thing *thing, const PlyRoom *room)
{
  return thing->talk == NULL && takes_time (thing) && room_of (brute, thing) == room;
}

static void
overlaps_in (Brute *brute, const PlyRoom *room, const Thing *a, const Thing *b)
{
  gboolean a_all = is_plenary (brute, a);
  gboolean b_all = is_plenary (brute, b);

  if ((a_all || is_own (brute, a, room)) && (b_all || is_own (brute, b, room)) && !(a_all && b_all))
    tell (brute, PLY_CONFLICT_ROOM_OVERLAP, NULL, thing_id (a), thing_id (b), room->record.id,
          NULL);
}

static void
overlaps (Brute *brute, const Thing *a, const Thing *b)
{
  if (a->talk != NULL || b->talk != NULL || !share_a_minute (a, b))
    return;
  if (is_plenary (brute, a) && is_plenary (brute, b))
    tell (brute, PLY_CONFLICT_ROOM_OVERLAP, NULL, thing_id (a), thing_id (b), NULL);
  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_ROOM); i++)
    overlaps_in (brute, ply_snapshot_get_at (brute->snapshot, PLY_KIND_ROOM, i), a, b);
}

/* Gaps */

/* What is in the room on that conference day, breaks in all rooms too. */
static gboolean
fills (const Brute *brute, const Thing *thing, const PlyRoom *room, gint64 date)
{
  return thing->talk == NULL && takes_time (thing) && thing->date == date
         && (thing->session->all_rooms == 1 || is_own (brute, thing, room));
}

static gboolean
is_between_own (const Brute *brute, const PlyRoom *room, gint64 date, gint64 from, gint64 to)
{
  gboolean after_first = FALSE, before_last = FALSE;

  for (guint i = 0; i < THINGS (brute); i++)
    {
      const Thing *thing = THING (brute, i);

      if (!is_own (brute, thing, room) || thing->date != date)
        continue;
      after_first |= thing->start <= from;
      before_last |= thing->end >= to;
    }
  return after_first && before_last;
}

/* Nothing between, and @a and @b are the first of those that end and begin at these times. */
static gboolean
is_gap (const Brute *brute, const PlyRoom *room, const Thing *a, const Thing *b)
{
  for (guint i = 0; i < THINGS (brute); i++)
    {
      const Thing *other = THING (brute, i);

      if (!fills (brute, other, room, a->date))
        continue;
      if (other->start < b->start && other->end > a->end)
        return FALSE;
      if (other->end == a->end && compare_things (other, a) < 0)
        return FALSE;
      if (other->start == b->start && compare_things (other, b) < 0)
        return FALSE;
    }
  return TRUE;
}

static void
gaps (Brute *brute, const PlyRoom *room, const Thing *a, const Thing *b)
{
  if (fills (brute, a, room, a->date) && fills (brute, b, room, a->date)
      && b->start - a->end > brute->event->gap_most
      && is_between_own (brute, room, a->date, a->end, b->start) && is_gap (brute, room, a, b))
    tell (brute, PLY_CONFLICT_LONG_GAP, NULL, thing_id (a), thing_id (b), room->record.id, NULL);
}

/* Turnover */

static gboolean
is_change (const Brute *brute, const Thing *a, const Thing *b, const PlyRoom *room)
{
  return is_own (brute, a, room) && is_own (brute, b, room) && !thing_is_break (brute, a)
         && !thing_is_break (brute, b) && a->date == b->date && a->end <= b->start;
}

/* From the one that ends last, the first of several. */
static void
turnovers (Brute *brute, const PlyRoom *room, const Thing *a, const Thing *b)
{
  if (!is_change (brute, a, b, room) || b->start - a->end >= brute->event->turnover_least)
    return;
  for (guint i = 0; i < THINGS (brute); i++)
    {
      const Thing *other = THING (brute, i);

      if (is_change (brute, other, b, room)
          && (other->end > a->end || (other->end == a->end && compare_things (other, a) < 0)))
        return;
    }
  tell (brute, PLY_CONFLICT_SHORT_TURNOVER, NULL, thing_id (a), thing_id (b), room->record.id,
        NULL);
}

static void
between (Brute *brute, const Thing *a, const Thing *b)
{
  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_ROOM); i++)
    {
      const PlyRoom *room = ply_snapshot_get_at (brute->snapshot, PLY_KIND_ROOM, i);

      if (brute->event->gap_most != PLY_UNSET)
        gaps (brute, room, a, b);
      if (brute->event->turnover_least != PLY_UNSET)
        turnovers (brute, room, a, b);
    }
}

void
brute_rooms (Brute *brute)
{
  for (guint a = 0; a < THINGS (brute); a++)
    for (guint b = 0; b < THINGS (brute); b++)
      {
        if (a < b)
          overlaps (brute, THING (brute, a), THING (brute, b));
        if (a != b && brute->event != NULL)
          between (brute, THING (brute, a), THING (brute, b));
      }
}
