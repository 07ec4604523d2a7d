/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-free-times.h"

#include "ply-presence.h"
#include "ply-programme-order.h"
#include "ply-time.h"

#include <string.h>

#define GRID 5
#define NEVER (2 * PLY_MINUTES_MAX)
#define OPENS (8 * 60)

/* Something that is taken, in minutes since the beginning of the first day; the end is outside. */
typedef struct
{
  gint64 start, end;
} Taken;

/* Whose turn is when, in minutes after the session's start. */
typedef struct
{
  const char *person;
  gint64 from, to;
} Turn;

typedef struct
{
  const char *id;
  gint64 midnight;      /* since that of the first day */
  gint64 opens, closes; /* minutes of the day */
  gboolean has_opens;   /* it says itself when it opens */
} Day;

struct _PlyFreeTimes
{
  PlySnapshot *snapshot;
  const PlySession *session;
  gint64 duration;
  PlyFreeFlags flags;
  GArray *days;          /* Day */
  GHashTable *presences; /* id of a room or person -> PlyPresence */
  GHashTable *rooms;     /* id -> GArray of Taken, of sessions in that room alone */
  GArray *all_rooms;     /* Taken, of sessions in all rooms */
  GArray *any_room;      /* Taken, of every session */
  GArray *no_starts;     /* Taken: starts that its people forbid */
};

/* Days */

static const char *
first_date (const PlySnapshot *snapshot)
{
  const char *first = NULL;

  for (guint i = 0; i < ply_snapshot_get_n (snapshot, PLY_KIND_DAY); i++)
    {
      const PlyDay *day = ply_snapshot_get_at (snapshot, PLY_KIND_DAY, i);

      if (day->date != NULL && ply_date_is_valid (day->date)
          && (first == NULL || strcmp (day->date, first) < 0))
        first = day->date;
    }
  return first;
}

/* Those with a date: others have no times. */
static void
add_days (PlyFreeTimes *self)
{
  const char *epoch = first_date (self->snapshot);

  for (guint i = 0; i < ply_snapshot_get_n (self->snapshot, PLY_KIND_DAY); i++)
    {
      const PlyDay *record = ply_snapshot_get_at (self->snapshot, PLY_KIND_DAY, i);
      Day day = { .id = record->record.id };

      if (record->date == NULL || !ply_date_is_valid (record->date))
        continue;
      day.midnight = (gint64) ply_date_difference (epoch, record->date) * PLY_MINUTES_PER_DAY;
      day.has_opens = record->opens != PLY_UNSET;
      day.opens = day.has_opens ? record->opens : OPENS;
      day.closes = record->closes != PLY_UNSET ? record->closes : PLY_MINUTES_PER_DAY;
      g_array_append_val (self->days, day);
    }
}

/* NULL when there is no such day. */
static Day *
find_day (const PlyFreeTimes *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->days->len; i++)
    if (strcmp (g_array_index (self->days, Day, i).id, id) == 0)
      return &g_array_index (self->days, Day, i);
  return NULL;
}

static gboolean
takes_place (const PlySession *session)
{
  return ply_session_is_placed (session) && g_strcmp0 (session->state, "cancelled") != 0;
}

static void
add (GArray *spans, gint64 start, gint64 end)
{
  Taken taken = { start, end };

  if (end > start)
    g_array_append_val (spans, taken);
}

/* Availability */

/* NULL when nothing is said of the room or person. */
static PlyPresence *
get_presence (PlyFreeTimes *self, PlyKind kind, const char *id)
{
  const char *field = kind == PLY_KIND_ROOM ? "room" : "person";
  gconstpointer owner = ply_snapshot_lookup (self->snapshot, kind, id);
  PlyPresence *presence = g_hash_table_lookup (self->presences, id);

  if (presence != NULL || owner == NULL
      || ply_snapshot_get_children (self->snapshot, PLY_KIND_AVAILABILITY, field, id)->len == 0)
    return presence;
  presence = ply_presence_new (self->snapshot, owner);
  g_hash_table_insert (self->presences, (gpointer) PLY_RECORD (owner)->id, presence);
  return presence;
}

static gboolean
find_presence_day (const PlyPresence *presence, const char *id, guint *day)
{
  for (*day = 0; *day < ply_presence_get_n_days (presence); (*day)++)
    if (strcmp (ply_presence_get_day (presence, *day)->record.id, id) == 0)
      return TRUE;
  return FALSE;
}

/* When a room or a person is not there on a day. */
static void
add_absence (PlyFreeTimes *self, GArray *spans, PlyKind kind, const char *id, const Day *when)
{
  const PlyPresence *presence = get_presence (self, kind, id);
  g_autoptr (GArray) runs = NULL;
  gint64 midnight = when->midnight;
  gint64 reached = 0;
  guint day;

  if (presence == NULL || !find_presence_day (presence, when->id, &day))
    return;
  runs = ply_presence_dup_runs (presence, day);
  for (guint i = 0; i < runs->len; i++)
    {
      const PlyPresenceRun *run = &g_array_index (runs, PlyPresenceRun, i);
      gint64 end = MIN (run->end, NEVER);

      if (run->state == PLY_PRESENCE_UNAVAILABLE)
        {
          add (spans, midnight + run->start, midnight + end);
          continue;
        }
      if (ply_presence_is_limited (presence))
        add (spans, midnight + reached, midnight + run->start);
      reached = end;
    }
  if (ply_presence_is_limited (presence))
    add (spans, midnight + reached, midnight + NEVER);
}

/* Rooms */

static GArray *
ensure_room (PlyFreeTimes *self, const char *room)
{
  GArray *spans = g_hash_table_lookup (self->rooms, room);

  if (spans == NULL)
    {
      spans = g_array_new (FALSE, FALSE, sizeof (Taken));
      g_hash_table_insert (self->rooms, g_strdup (room), spans);
    }
  return spans;
}

static void
take (PlyFreeTimes *self, const PlyPlace *place, gint64 duration)
{
  const Day *day = find_day (self, place->day);
  gint64 start;

  if (day == NULL)
    return;
  start = day->midnight + place->start;
  add (self->any_room, start, start + duration);
  if (place->all_rooms)
    add (self->all_rooms, start, start + duration);
  else if (place->room != NULL)
    add (ensure_room (self, place->room), start, start + duration);
}

static gboolean
takes_rooms (const PlyFreeTimes *self, const PlySession *session)
{
  if (!takes_place (session)
      || (session == self->session && !(self->flags & PLY_FREE_BESIDE_ITSELF)))
    return FALSE;
  return !(self->flags & PLY_FREE_IN_BREAKS) || session->all_rooms != 1
         || !ply_session_is_break (self->snapshot, session);
}

static void
add_sessions (PlyFreeTimes *self)
{
  for (guint i = 0; i < ply_snapshot_get_n (self->snapshot, PLY_KIND_SESSION); i++)
    {
      const PlySession *session = ply_snapshot_get_at (self->snapshot, PLY_KIND_SESSION, i);
      PlyPlace place = ply_place_of (session);
      Day *day = takes_place (session) ? find_day (self, place.day) : NULL;

      if (day != NULL && !day->has_opens)
        day->opens = MIN (day->opens, session->start);
      if (takes_rooms (self, session))
        take (self, &place, session->duration);
    }
}

/* People */

static void
add_turn (GArray *turns, const char *person, gint64 from, gint64 to)
{
  Turn turn = { person, from, to };

  if (person != NULL)
    g_array_append_val (turns, turn);
}

static void
add_turns_of (const PlyFreeTimes *self, GArray *turns, gconstpointer session_or_talk, gint64 from,
              gint64 to)
{
  GPtrArray *parts = ply_participations_of (self->snapshot, session_or_talk);

  for (guint i = 0; i < parts->len; i++)
    add_turn (turns, ((const PlyParticipation *) parts->pdata[i])->person, from, to);
}

static GArray *
dup_turns (const PlyFreeTimes *self)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  GPtrArray *talks = ply_session_talks (self->snapshot, self->session);
  g_autofree gint64 *offsets = ply_session_talk_offsets (self->snapshot, self->session, NULL);

  add_turns_of (self, turns, self->session, 0, self->duration);
  for (guint i = 0; i < talks->len; i++)
    {
      const PlyTalk *talk = talks->pdata[i];

      add_turns_of (self, turns, talk, offsets[i], offsets[i] + MAX (talk->duration, 0));
    }
  return turns;
}

/* Where a participation takes its person, apart from this session. */
static gboolean
find_engagement (const PlyFreeTimes *self, const PlyParticipation *part, Taken *taken)
{
  const PlyTalk *talk = ply_snapshot_lookup (self->snapshot, PLY_KIND_TALK, part->talk);
  const PlySession *session = ply_snapshot_lookup (self->snapshot, PLY_KIND_SESSION,
                                                   talk != NULL ? talk->session : part->session);
  const Day *day = session != NULL ? find_day (self, session->day) : NULL;
  g_autofree gint64 *offsets = NULL;
  guint index;

  if (day == NULL || !takes_place (session)
      || (session == self->session && !(self->flags & PLY_FREE_BESIDE_ITSELF)))
    return FALSE;
  taken->start = day->midnight + session->start;
  taken->end = taken->start + session->duration;
  if (talk == NULL)
    return TRUE;
  offsets = ply_session_talk_offsets (self->snapshot, session, NULL);
  if (!g_ptr_array_find (ply_session_talks (self->snapshot, session), talk, &index))
    return FALSE;
  taken->start += offsets[index];
  taken->end = taken->start + talk->duration;
  return TRUE;
}

/* A turn must not share a minute with what is taken: these starts would make it. */
static void
forbid (GArray *no_starts, const Taken *taken, gint64 from, gint64 to)
{
  if (to > from && taken->end > taken->start)
    add (no_starts, taken->start - to + 1, taken->end - from);
}

static void
add_people (PlyFreeTimes *self)
{
  g_autoptr (GArray) turns = dup_turns (self);

  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);
      GPtrArray *parts = ply_snapshot_get_children (self->snapshot, PLY_KIND_PARTICIPATION,
                                                    "person", turn->person);
      Taken taken;

      for (guint p = 0; p < parts->len; p++)
        if (find_engagement (self, parts->pdata[p], &taken))
          forbid (self->no_starts, &taken, turn->from, turn->to);
    }
}

static void
forbid_absences (PlyFreeTimes *self, GArray *no_starts, const Day *day)
{
  g_autoptr (GArray) turns = dup_turns (self);

  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Taken));

      add_absence (self, spans, PLY_KIND_PERSON, turn->person, day);
      for (guint s = 0; s < spans->len; s++)
        forbid (no_starts, &g_array_index (spans, Taken, s), turn->from, turn->to);
    }
}

/* Starts */

static int
compare_taken (gconstpointer a, gconstpointer b)
{
  const Taken *one = a;
  const Taken *two = b;

  return (one->start > two->start) - (one->start < two->start);
}

static void
forbid_all (const PlyFreeTimes *self, GArray *no_starts, const GArray *spans)
{
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    forbid (no_starts, &g_array_index (spans, Taken, i), 0, MAX (self->duration, 1));
}

/* In minutes since the first day, as they come. */
static GArray *
dup_no_starts (PlyFreeTimes *self, const PlyPlace *place, const Day *day)
{
  GArray *no_starts = g_array_copy (self->no_starts);
  g_autoptr (GArray) closed = g_array_new (FALSE, FALSE, sizeof (Taken));

  if (place->all_rooms)
    forbid_all (self, no_starts, self->any_room);
  if (!place->all_rooms && place->room != NULL)
    {
      forbid_all (self, no_starts, self->all_rooms);
      forbid_all (self, no_starts, g_hash_table_lookup (self->rooms, place->room));
      add_absence (self, closed, PLY_KIND_ROOM, place->room, day);
      forbid_all (self, no_starts, closed);
    }
  if (self->flags & PLY_FREE_PEOPLE)
    forbid_absences (self, no_starts, day);
  return no_starts;
}

static gint64
grid_of (const PlyFreeTimes *self)
{
  const PlyEvent *event = ply_snapshot_get_event (self->snapshot);

  return event != NULL && event->slot_minutes > 0 ? event->slot_minutes : GRID;
}

/* Public functions */

PlyFreeTimes *
ply_free_times_new (const PlySnapshot *snapshot, const char *session, PlyFreeFlags flags)
{
  PlyFreeTimes *self;
  const PlySession *record;

  g_return_val_if_fail (snapshot != NULL && session != NULL, NULL);

  record = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, session);
  if (record == NULL)
    return NULL;
  self = g_new0 (PlyFreeTimes, 1);
  self->snapshot = ply_snapshot_ref (snapshot);
  self->session = record;
  self->duration = MAX (record->duration, 0);
  self->flags = flags;
  self->days = g_array_new (FALSE, FALSE, sizeof (Day));
  self->rooms =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->presences =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ply_presence_free);
  self->all_rooms = g_array_new (FALSE, FALSE, sizeof (Taken));
  self->any_room = g_array_new (FALSE, FALSE, sizeof (Taken));
  self->no_starts = g_array_new (FALSE, FALSE, sizeof (Taken));
  add_days (self);
  add_sessions (self);
  if (flags & PLY_FREE_PEOPLE)
    add_people (self);
  return self;
}

void
ply_free_times_free (PlyFreeTimes *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->days);
  g_hash_table_unref (self->presences);
  g_hash_table_unref (self->rooms);
  g_array_unref (self->all_rooms);
  g_array_unref (self->any_room);
  g_array_unref (self->no_starts);
  ply_snapshot_unref (self->snapshot);
  g_free (self);
}

void
ply_free_times_set_duration (PlyFreeTimes *self, gint64 duration)
{
  g_return_if_fail (self != NULL);

  self->duration = MAX (duration, 0);
  g_array_set_size (self->no_starts, 0);
  if (self->flags & PLY_FREE_PEOPLE)
    add_people (self);
}

void
ply_free_times_take (PlyFreeTimes *self, const PlyPlace *place, gint64 duration)
{
  g_return_if_fail (self != NULL && place != NULL);

  take (self, place, duration);
}

GArray *
ply_free_times_dup_starts (PlyFreeTimes *self, const PlyPlace *place)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (PlyStarts));
  g_autoptr (GArray) no_starts = NULL;
  const Day *day;
  gint64 from, last;

  g_return_val_if_fail (self != NULL && place != NULL, starts);

  day = find_day (self, place->day);
  if (day == NULL)
    return starts;
  from = day->opens;
  last = day->closes - self->duration;
  no_starts = dup_no_starts (self, place, day);
  g_array_sort (no_starts, compare_taken);
  for (guint i = 0; i < no_starts->len; i++)
    {
      const Taken *taken = &g_array_index (no_starts, Taken, i);
      PlyStarts before = { from, MIN (taken->start - day->midnight - 1, last) };

      if (before.first <= before.last)
        g_array_append_val (starts, before);
      from = MAX (from, taken->end - day->midnight);
    }
  if (from <= last)
    g_array_append_val (starts, ((PlyStarts) { from, last }));
  return starts;
}

gint64
ply_free_times_choose (const PlyFreeTimes *self, const PlyStarts *starts, gint64 wanted)
{
  gint64 grid = grid_of (self);
  gint64 up = (starts->first + grid - 1) / grid * grid;
  gint64 down = starts->last / grid * grid;

  if (wanted >= starts->first && wanted <= starts->last)
    return wanted;
  if (wanted < starts->first)
    return up <= starts->last ? up : starts->first;
  return down >= starts->first ? down : starts->last;
}

gint64
ply_free_times_get_next (PlyFreeTimes *self, const PlyPlace *place)
{
  g_autoptr (GArray) starts = ply_free_times_dup_starts (self, place);

  for (guint i = 0; i < starts->len; i++)
    {
      PlyStarts range = g_array_index (starts, PlyStarts, i);

      if (range.last >= place->start)
        return ply_free_times_choose (self, &range, place->start);
    }
  return PLY_UNSET;
}
