/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-event.h"

#include "ply-programme-order.h"
#include "ply-time.h"

typedef struct
{
  PlyPlan *plan;
  GRand *dice;
} Maker;

enum
{
  N_DAYS = 3,
  N_ROOMS = 4,
  N_TRACKS = 3,
  N_TYPES = 3,
  N_INSTITUTIONS = 4,
  N_PEOPLE = 10,
  N_SESSIONS = 32,
  N_TALKS = 20,
  N_PARTS = 44,
  N_SLOTS = 8,
  N_RULES = 8,
};

/* Helpers */

static guint
roll (Maker *self, guint n)
{
  return random_event_roll (self->dice, n);
}

static char *
make_id (PlyKind kind, guint index)
{
  return g_strdup_printf ("%08x-0000-4000-8000-%012x", kind, index);
}

static gpointer
make (PlyKind kind, guint index)
{
  g_autofree char *id = make_id (kind, index);

  return ply_record_new (kind, id);
}

static void
refer (Maker *self, gpointer record, const char *field, PlyKind kind, guint n)
{
  g_autofree char *id = make_id (kind, roll (self, n));

  ply_record_set_text (record, field, id);
}

static void
name_it (gpointer record, const char *field, const char *name, guint index)
{
  g_autofree char *text = g_strdup_printf ("%s %u", name, index);

  ply_record_set_text (record, field, text);
}

/* The frame */

static void
add_event (Maker *self)
{
  PlyEvent *event = make (PLY_KIND_EVENT, 0);

  event->title = g_strdup ("Random Event");
  event->timezone = g_strdup ("Asia/Almaty");
  event->base_language = g_strdup ("en");
  event->languages = g_strdup ("en de");
  event->break_least = 20;
  event->gap_most = 120;
  event->turnover_least = 5;
  event->walking = 10;
  event->wanted_languages = g_strdup ("en");
  ply_plan_insert (self->plan, event);
}

static void
add_places (Maker *self)
{
  for (guint i = 0; i < N_DAYS; i++)
    {
      PlyDay *day = make (PLY_KIND_DAY, i);

      day->date = ply_date_add ("2023-10-12", i);
      if (i > 0)
        day->opens = 480 + roll (self, 5) * 30;
      if (i > 0)
        day->closes = 1080 + roll (self, 5) * 60;
      ply_plan_insert (self->plan, day);
    }
  for (guint i = 0; i < N_ROOMS; i++)
    {
      PlyRoom *room = make (PLY_KIND_ROOM, i);

      name_it (room, "name", "Room", i);
      room->rank = g_strdup_printf ("%u", i);
      room->capacity = 20 + roll (self, 100);
      room->building = g_strdup (i % 2 ? "Old House" : "New House");
      ply_plan_insert (self->plan, room);
    }
}

static void
add_kinds (Maker *self)
{
  for (guint i = 0; i < N_TRACKS; i++)
    {
      PlyTrack *track = make (PLY_KIND_TRACK, i);

      name_it (track, "name", "Track", i);
      ply_plan_insert (self->plan, track);
    }
  for (guint i = 0; i < N_TYPES; i++)
    {
      PlySessionType *type = make (PLY_KIND_SESSION_TYPE, i);

      name_it (type, "name", "Type", i);
      type->is_break = i == 0;
      type->wants_chair = i == 1;
      ply_plan_insert (self->plan, type);
    }
}

static void
add_people (Maker *self)
{
  for (guint i = 0; i < N_INSTITUTIONS; i++)
    {
      PlyInstitution *institution = make (PLY_KIND_INSTITUTION, i);

      name_it (institution, "name", "Institute", i);
      institution->country = g_strdup (i % 2 ? "KZ" : "DE");
      ply_plan_insert (self->plan, institution);
    }
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      PlyPerson *person = make (PLY_KIND_PERSON, i);
      PlyAffiliation *affiliation = make (PLY_KIND_AFFILIATION, i);
      g_autofree char *id = make_id (PLY_KIND_PERSON, i);

      name_it (person, "name", "Person", i);
      ply_plan_insert (self->plan, person);
      affiliation->person = g_steal_pointer (&id);
      refer (self, affiliation, "institution", PLY_KIND_INSTITUTION, N_INSTITUTIONS);
      ply_plan_insert (self->plan, affiliation);
    }
}

/* Sessions */

static void
add_session (Maker *self, guint index)
{
  PlySession *session = make (PLY_KIND_SESSION, index);
  gboolean is_late = roll (self, 15) == 0;

  name_it (session, "title", "Session", roll (self, 30));
  session->duration = roll (self, 12) == 0 ? 0 : (1 + roll (self, 8)) * 15;
  if (roll (self, 5) > 0)
    {
      refer (self, session, "day", PLY_KIND_DAY, N_DAYS);
      session->start = is_late ? 1300 + roll (self, 400) : 480 + roll (self, 100) * 5;
    }
  if (roll (self, 8) == 0)
    session->all_rooms = 1;
  else if (roll (self, 8) > 0)
    refer (self, session, "room", PLY_KIND_ROOM, N_ROOMS);
  if (roll (self, 4) > 0)
    refer (self, session, "track", PLY_KIND_TRACK, N_TRACKS);
  if (roll (self, 6) > 0)
    refer (self, session, "type", PLY_KIND_SESSION_TYPE, N_TYPES);
  session->audience = roll (self, 130);
  session->language = g_strdup (roll (self, 3) ? "en" : "de");
  session->state = g_strdup (roll (self, 8) ? "confirmed" : "cancelled");
  ply_plan_insert (self->plan, session);
}

static void
add_talk (Maker *self, guint index)
{
  PlyTalk *talk = make (PLY_KIND_TALK, index);

  /* Many to few, so that there is something to reorder. */
  refer (self, talk, "session", PLY_KIND_SESSION, N_SESSIONS / 3);
  name_it (talk, "title", "Talk", index);
  talk->duration = roll (self, 6) * 10;
  talk->rank = g_strdup_printf ("%u", 1 + roll (self, 9));
  if (roll (self, 6) == 0)
    talk->pinned = roll (self, 60);
  ply_plan_insert (self->plan, talk);
}

static void
add_part (Maker *self, guint index)
{
  static const char *const roles[] = { "speaker", "chair", "author", "interpreter", "organizer" };
  PlyParticipation *part = make (PLY_KIND_PARTICIPATION, index);

  if (roll (self, 2))
    refer (self, part, "talk", PLY_KIND_TALK, N_TALKS);
  else
    refer (self, part, "session", PLY_KIND_SESSION, N_SESSIONS);
  refer (self, part, "person", PLY_KIND_PERSON, N_PEOPLE);
  if (roll (self, 4) == 0)
    refer (self, part, "institution", PLY_KIND_INSTITUTION, N_INSTITUTIONS);
  part->role = g_strdup (roles[roll (self, G_N_ELEMENTS (roles))]);
  ply_plan_insert (self->plan, part);
}

static void
add_slot (Maker *self, guint index)
{
  PlyAvailability *slot = make (PLY_KIND_AVAILABILITY, index);

  if (roll (self, 2))
    refer (self, slot, "person", PLY_KIND_PERSON, N_PEOPLE);
  else
    refer (self, slot, "room", PLY_KIND_ROOM, N_ROOMS);
  refer (self, slot, "day", PLY_KIND_DAY, N_DAYS);
  slot->start = roll (self, 2) ? 480 + roll (self, 20) * 15 : PLY_UNSET;
  slot->end = roll (self, 2) ? 800 + roll (self, 20) * 15 : PLY_UNSET;
  slot->available = roll (self, 2);
  ply_plan_insert (self->plan, slot);
}

static void
add_rule (Maker *self, guint index)
{
  static const char *const types[] = { "before", "not-parallel", "same-room", "same-day",
                                       "must-see" };
  PlyRule *rule = make (PLY_KIND_RULE, index);

  rule->type = g_strdup (types[roll (self, G_N_ELEMENTS (types))]);
  refer (self, rule, "session", PLY_KIND_SESSION, N_SESSIONS);
  refer (self, rule, "other", PLY_KIND_SESSION, N_SESSIONS);
  ply_plan_insert (self->plan, rule);
}

/* Public functions */

guint
random_event_roll (GRand *dice, guint n)
{
  return g_rand_int_range (dice, 0, n);
}

PlyPlan *
random_event_plan (GRand *dice)
{
  Maker self = { ply_plan_new ("Random Event"), dice };

  add_event (&self);
  add_places (&self);
  add_kinds (&self);
  add_people (&self);
  for (guint i = 0; i < N_SESSIONS; i++)
    add_session (&self, i);
  for (guint i = 0; i < N_TALKS; i++)
    add_talk (&self, i);
  for (guint i = 0; i < N_PARTS; i++)
    add_part (&self, i);
  for (guint i = 0; i < N_SLOTS; i++)
    add_slot (&self, i);
  for (guint i = 0; i < N_RULES; i++)
    add_rule (&self, i);
  return self.plan;
}

PlySnapshot *
random_event_snapshot (GRand *dice)
{
  g_autoptr (PlyPlan) plan = random_event_plan (dice);
  g_autoptr (PlySnapshot) empty = ply_snapshot_new (NULL);

  return ply_plan_apply (plan, empty);
}

const char *
random_event_pick (const PlySnapshot *snapshot, PlyKind kind, GRand *dice)
{
  guint n = ply_snapshot_get_n (snapshot, kind);

  if (n == 0)
    return NULL;
  return PLY_RECORD (ply_snapshot_get_at (snapshot, kind, random_event_roll (dice, n)))->id;
}

char **
random_event_pick_sessions (const PlySnapshot *snapshot, gboolean placed, guint most, GRand *dice)
{
  g_autoptr (GStrvBuilder) picked = g_strv_builder_new ();
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_SESSION);

  for (guint tries = 0; n > 0 && tries < most; tries++)
    {
      const PlySession *session =
          ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, random_event_roll (dice, n));

      if (ply_session_is_placed (session) == placed)
        g_strv_builder_add (picked, session->record.id);
    }
  return g_strv_builder_end (picked);
}
