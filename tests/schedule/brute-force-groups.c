/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-force-private.h"

#include <string.h>

/* Tracks and institutions parallel to themselves, all on one day, and rules about two sessions. */

/* Whose contribution a thing is: the institutions, and their countries. */
typedef struct
{
  GPtrArray *institutions; /* PlyInstitution */
  GPtrArray *countries;    /* borrowed texts */
} Whose;

static void
add_institution (const Brute *brute, const char *id, Whose *whose)
{
  const PlyInstitution *found = ply_snapshot_lookup (brute->snapshot, PLY_KIND_INSTITUTION, id);

  if (found == NULL)
    return;
  g_ptr_array_add (whose->institutions, (gpointer) found);
  if (found->country != NULL)
    g_ptr_array_add (whose->countries, found->country);
}

/* The institution that is named; else the person's own ones; else the person's country. */
static void
add_part (const Brute *brute, const PlyParticipation *part, Whose *whose)
{
  const PlyPerson *person = ply_snapshot_lookup (brute->snapshot, PLY_KIND_PERSON, part->person);
  gboolean belongs = FALSE;

  if (part->institution != NULL)
    {
      add_institution (brute, part->institution, whose);
      return;
    }
  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_AFFILIATION); i++)
    {
      const PlyAffiliation *row = ply_snapshot_get_at (brute->snapshot, PLY_KIND_AFFILIATION, i);

      if (part->person == NULL || row->institution == NULL
          || g_strcmp0 (row->person, part->person) != 0)
        continue;
      belongs = TRUE;
      add_institution (brute, row->institution, whose);
    }
  if (!belongs && person != NULL && person->country != NULL)
    g_ptr_array_add (whose->countries, person->country);
}

static Whose
whose_is (const Brute *brute, const Thing *thing)
{
  Whose whose = { g_ptr_array_new (), g_ptr_array_new () };
  g_autoptr (GPtrArray) parts = parts_of (brute, thing);

  for (guint i = 0; i < parts->len; i++)
    if (is_speaking (parts->pdata[i]))
      add_part (brute, parts->pdata[i], &whose);
  return whose;
}

static gboolean
is_of (const Brute *brute, const Thing *thing, const PlyInstitution *institution,
       const char *country)
{
  Whose whose;
  gboolean is = FALSE;

  if (!thing->is_placed || thing_is_break (brute, thing))
    return FALSE;
  whose = whose_is (brute, thing);
  for (guint i = 0; i < whose.institutions->len; i++)
    is |= whose.institutions->pdata[i] == institution;
  for (guint i = 0; i < whose.countries->len; i++)
    is |= country != NULL && strcmp (whose.countries->pdata[i], country) == 0;
  g_ptr_array_unref (whose.institutions);
  g_ptr_array_unref (whose.countries);
  return is;
}

/* Parallel to itself */

/* For each thing one conflict at most: with the one that began last of those that run when it
 * begins. */
static void
parallel (Brute *brute, PlyConflictKind kind, GArray *members, const char *of)
{
  for (guint i = 0; i < members->len; i++)
    {
      const Thing *thing = THING (brute, g_array_index (members, guint, i));
      const Thing *with = NULL;

      for (guint j = 0; j < members->len && takes_time (thing); j++)
        {
          const Thing *other = THING (brute, g_array_index (members, guint, j));

          if (takes_time (other) && other->session != thing->session
              && compare_things (other, thing) < 0 && other->end > thing->start
              && (with == NULL || compare_things (other, with) > 0))
            with = other;
        }
      if (with != NULL)
        tell (brute, kind, NULL, thing_id (with), thing_id (thing), of, NULL);
    }
}

static void
track (Brute *brute, const PlyTrack *of)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < THINGS (brute); i++)
    if (THING (brute, i)->talk == NULL && !thing_is_break (brute, THING (brute, i))
        && g_strcmp0 (THING (brute, i)->session->track, of->record.id) == 0)
      g_array_append_val (members, i);
  parallel (brute, PLY_CONFLICT_TRACK_OVERLAP, members, of->record.id);
}

/* One day */

static GArray *
contributions (Brute *brute, const PlyInstitution *institution, const char *country)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < THINGS (brute); i++)
    if (is_of (brute, THING (brute, i), institution, country))
      g_array_append_val (members, i);
  return members;
}

static void
one_day (Brute *brute, GArray *members, const char *institution, const char *country)
{
  const char *day = NULL;

  if (members->len < 4 || ply_snapshot_get_n (brute->snapshot, PLY_KIND_DAY) < 2)
    return;
  for (guint i = 0; i < members->len; i++)
    {
      const Thing *thing = THING (brute, g_array_index (members, guint, i));

      if (thing->date != THING (brute, g_array_index (members, guint, 0))->date)
        return;
      if (day == NULL || strcmp (thing->session->day, day) < 0)
        day = thing->session->day;
    }
  tell (brute, PLY_CONFLICT_ONE_DAY, country, day, institution, NULL);
}

static void
country (Brute *brute, GHashTable *done, const char *code)
{
  g_autoptr (GArray) members = NULL;

  if (code == NULL || strlen (code) != 2 || !g_hash_table_add (done, (gpointer) code))
    return;
  members = contributions (brute, NULL, code);
  one_day (brute, members, NULL, code);
}

static void
countries (Brute *brute)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_INSTITUTION); i++)
    country (brute, done,
             ((PlyInstitution *) ply_snapshot_get_at (brute->snapshot, PLY_KIND_INSTITUTION, i))
                 ->country);
  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_PERSON); i++)
    country (brute, done,
             ((PlyPerson *) ply_snapshot_get_at (brute->snapshot, PLY_KIND_PERSON, i))->country);
}

/* Rules */

static const Thing *
find (const Brute *brute, const char *session)
{
  for (guint i = 0; i < THINGS (brute); i++)
    if (THING (brute, i)->talk == NULL && g_strcmp0 (thing_id (THING (brute, i)), session) == 0)
      return THING (brute, i);
  return NULL;
}

static void
rule (Brute *brute, const PlyRule *of)
{
  const Thing *a = find (brute, of->session);
  const Thing *b = find (brute, of->other);
  gboolean placed = a != NULL && b != NULL && a->is_placed && b->is_placed;
  PlyConflictKind kind = PLY_N_CONFLICT_KINDS;

  if (a == NULL || b == NULL || a == b)
    return;
  if (g_strcmp0 (of->type, "before") == 0 && placed && a->end > b->start)
    kind = PLY_CONFLICT_ORDER_BROKEN;
  else if (g_strcmp0 (of->type, "not-parallel") == 0 && share_a_minute (a, b))
    kind = PLY_CONFLICT_NOT_PARALLEL;
  else if (g_strcmp0 (of->type, "must-see") == 0 && share_a_minute (a, b))
    kind = PLY_CONFLICT_MUST_SEE_OVERLAP;
  else if (g_strcmp0 (of->type, "same-day") == 0 && placed && a->date != b->date)
    kind = PLY_CONFLICT_SAME_DAY;
  else if (g_strcmp0 (of->type, "same-room") == 0 && room_of (brute, a) != NULL
           && room_of (brute, b) != NULL && room_of (brute, a) != room_of (brute, b))
    kind = PLY_CONFLICT_SAME_ROOM;
  if (kind != PLY_N_CONFLICT_KINDS)
    tell (brute, kind, NULL, thing_id (a), thing_id (b), of->record.id, NULL);
}

void
brute_groups (Brute *brute)
{
  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_TRACK); i++)
    track (brute, ply_snapshot_get_at (brute->snapshot, PLY_KIND_TRACK, i));
  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_INSTITUTION); i++)
    {
      const PlyInstitution *of = ply_snapshot_get_at (brute->snapshot, PLY_KIND_INSTITUTION, i);
      g_autoptr (GArray) members = contributions (brute, of, NULL);

      parallel (brute, PLY_CONFLICT_INSTITUTION_OVERLAP, members, of->record.id);
      one_day (brute, members, of->record.id, NULL);
    }
  countries (brute);
  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_RULE); i++)
    rule (brute, ply_snapshot_get_at (brute->snapshot, PLY_KIND_RULE, i));
}
