/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-programme-order.h"
#include "ply-time.h"

#include <string.h>

/* Helpers */

gboolean
ply_node_is_cancelled (const PlyNode *session)
{
  const PlySession *record = (const PlySession *) session->record;

  return record != NULL && g_strcmp0 (record->state, "cancelled") == 0;
}

gboolean
ply_node_is_break (const PlyNode *session)
{
  const PlySessionType *type =
      session->type != NULL ? (const PlySessionType *) session->type->record : NULL;

  return type != NULL && type->is_break == 1;
}

/* g_unichar_tolower(), with the letters of most titles first. */
static gunichar
lower (const char *at)
{
  gunichar letter;

  if ((guchar) *at < 0x80)
    return g_ascii_tolower (*at);
  letter = g_utf8_get_char (at);
  if (letter >= 0x430 && letter <= 0x45f)
    return letter;
  if (letter >= 0x410 && letter < 0x430)
    return letter + 0x20;
  return g_unichar_tolower (letter);
}

guint64
ply_hash_title (const char *title)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  gboolean space = FALSE;

  for (const char *at = title; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = lower (at);

      if (letter == ' ')
        {
          space = TRUE;
          continue;
        }
      if (space)
        hash = (hash ^ ' ') * G_GUINT64_CONSTANT (0x100000001b3);
      hash = (hash ^ letter) * G_GUINT64_CONSTANT (0x100000001b3);
      space = FALSE;
    }
  return hash;
}

/* A plenary session stands against what is in each room, a break in all of them parts it. */
static void
mark_rooms (PlyConflicts *self, guint64 date)
{
  for (guint i = 0; i < self->rooms.len; i++)
    ply_index_mark_bucket (
        self, ply_index_find_bucket (self, PLY_BUCKET_ROOM, ply_vec_get (&self->rooms, i), date));
}

static gboolean
is_of_all_rooms (const PlyBucket *bucket)
{
  return bucket->type == PLY_BUCKET_ALL_ROOMS || bucket->type == PLY_BUCKET_BREAKS;
}

void
ply_place_leave (PlyConflicts *self, PlyNode *node)
{
  for (guint i = 0; i < node->buckets.len; i++)
    {
      PlyBucket *bucket = ply_vec_get (&node->buckets, i);

      ply_vec_remove (&bucket->members, node);
      ply_index_mark_bucket (self, bucket);
      if (is_of_all_rooms (bucket))
        mark_rooms (self, bucket->number);
    }
  ply_vec_clear (&node->buckets);
}

void
ply_place_join (PlyConflicts *self, PlyNode *node, PlyBucket *bucket)
{
  if (ply_vec_contains (&node->buckets, bucket))
    return;
  ply_vec_add (&bucket->members, node);
  ply_vec_add (&node->buckets, bucket);
  ply_index_mark_bucket (self, bucket);
  if (is_of_all_rooms (bucket))
    mark_rooms (self, bucket->number);
}

/* On every date that it touches. */
static void
join_dates (PlyConflicts *self, PlyNode *node, PlyBucketType type, PlyNode *owner)
{
  if (node->end <= node->start)
    return;
  for (gint64 date = node->start / PLY_MINUTES_PER_DAY;
       date <= (node->end - 1) / PLY_MINUTES_PER_DAY; date++)
    ply_place_join (self, node, ply_index_ensure_bucket (self, type, owner, date));
}

/* Whose contribution it is */

static void
join_country (PlyConflicts *self, PlyNode *node, const char *country)
{
  guint64 number;

  if (country == NULL || strlen (country) != 2)
    return;
  number = (guint64) (guchar) country[0] << 8 | (guchar) country[1];
  ply_place_join (self, node, ply_index_ensure_bucket (self, PLY_BUCKET_BALANCE, NULL, number));
}

static void
join_institution (PlyConflicts *self, PlyNode *node, PlyNode *institution)
{
  if (institution->record == NULL)
    return;
  join_dates (self, node, PLY_BUCKET_INSTITUTION, institution);
  ply_place_join (self, node, ply_index_ensure_bucket (self, PLY_BUCKET_BALANCE, institution, 0));
  join_country (self, node, ((const PlyInstitution *) institution->record)->country);
}

/* For the institution that the participation names, or else for the person's own ones, or else for
 * the person's country. */
static void
join_contributor (PlyConflicts *self, PlyNode *node, const PlyTie *tie)
{
  PlyNode *person = tie->nodes[1];
  gboolean found = tie->nodes[2] != NULL;

  if (found)
    join_institution (self, node, tie->nodes[2]);
  if (found || person == NULL)
    return;
  for (guint i = 0; i < person->ties.len; i++)
    {
      const PlyTie *other = ply_vec_get (&person->ties, i);

      if (other->kind != PLY_KIND_AFFILIATION || other->nodes[2] == NULL)
        continue;
      join_institution (self, node, other->nodes[2]);
      found = TRUE;
    }
  if (!found && person->record != NULL)
    join_country (self, node, ((const PlyPerson *) person->record)->country);
}

static void
join_contributors (PlyConflicts *self, PlyNode *node)
{
  for (guint i = 0; node->start != PLY_UNSET && i < node->ties.len; i++)
    {
      const PlyTie *tie = ply_vec_get (&node->ties, i);

      if (tie->is_speaking)
        join_contributor (self, node, tie);
    }
}

/* Sessions */

static void
mark_ties (PlyConflicts *self, PlyNode *node)
{
  for (guint i = 0; i < node->ties.len; i++)
    {
      const PlyTie *tie = ply_vec_get (&node->ties, i);

      if (tie->kind == PLY_KIND_PARTICIPATION)
        ply_index_mark (self, tie->nodes[1], PLY_DIRTY_SELF);
      else if (tie->kind == PLY_KIND_RULE)
        ply_index_mark (self, tie->nodes[2], PLY_DIRTY_SELF);
    }
}

static void
leave_all (PlyConflicts *self, PlyNode *session)
{
  mark_ties (self, session);
  ply_place_leave (self, session);
  session->start = session->end = session->date = PLY_UNSET;
  if (session->room != NULL)
    ply_vec_remove (&session->room->children, session);
  session->room = session->track = session->type = session->day = NULL;
  for (guint i = 0; i < session->children.len; i++)
    {
      PlyNode *talk = ply_vec_get (&session->children, i);

      mark_ties (self, talk);
      ply_place_leave (self, talk);
      talk->start = talk->end = talk->date = PLY_UNSET;
      /* They share the session's state. */
      ply_index_mark (self, talk, PLY_DIRTY_TEXTS);
    }
}

static int
compare_talks (gconstpointer a, gconstpointer b)
{
  const PlyTalk *one = (const PlyTalk *) (*(PlyNode *const *) a)->record;
  const PlyTalk *two = (const PlyTalk *) (*(PlyNode *const *) b)->record;
  int order = g_strcmp0 (one->rank, two->rank);

  return order != 0 ? order : strcmp (one->record.id, two->record.id);
}

static void
place_talks (PlyNode *session)
{
  guint n = session->children.len;
  g_autofree const PlyTalk **talks = NULL;
  g_autofree gint64 *offsets = NULL;

  session->talks_end = 0;
  if (n == 0)
    return;
  talks = g_new (const PlyTalk *, n);
  offsets = g_new (gint64, n);
  if (session->children.size > 1)
    qsort (session->children.many, n, sizeof (gpointer), compare_talks);
  for (guint i = 0; i < n; i++)
    talks[i] = (const PlyTalk *) ((PlyNode *) ply_vec_get (&session->children, i))->record;
  ply_talks_offsets (talks, n, offsets, &session->talks_end);
  for (guint i = 0; i < n && session->start != PLY_UNSET; i++)
    {
      PlyNode *talk = ply_vec_get (&session->children, i);

      talk->date = session->date;
      talk->start = session->start + offsets[i];
      talk->end = talk->start + MAX (talks[i]->duration, 0);
    }
}

static void
find_place (PlyConflicts *self, PlyNode *node)
{
  const PlySession *session = (const PlySession *) node->record;

  node->room = ply_index_ensure (self, PLY_KIND_ROOM, session->room);
  node->track = ply_index_ensure (self, PLY_KIND_TRACK, session->track);
  node->type = ply_index_ensure (self, PLY_KIND_SESSION_TYPE, session->type);
  node->day = ply_index_ensure (self, PLY_KIND_DAY, session->day);
  if (node->room != NULL)
    ply_vec_add (&node->room->children, node);
  if (node->day != NULL && node->day->date != PLY_UNSET && session->start != PLY_UNSET
      && !ply_node_is_cancelled (node))
    {
      node->date = node->day->date;
      node->start = node->date * PLY_MINUTES_PER_DAY + session->start;
      node->end = node->start + MAX (session->duration, 0);
    }
  place_talks (node);
}

static void
join_title (PlyConflicts *self, PlyNode *node, PlyBucketType type, const char *title)
{
  if (title != NULL)
    ply_place_join (self, node, ply_index_ensure_bucket (self, type, NULL, ply_hash_title (title)));
}

/* What lies between sessions is looked for by conference days, also when they run after midnight.
 */
static void
join_rooms (PlyConflicts *self, PlyNode *node, gboolean all, gboolean is_break)
{
  PlyNode *owner = all ? NULL : node->room;
  PlyBucketType type = all ? PLY_BUCKET_ALL_ROOMS : PLY_BUCKET_ROOM;
  gboolean by_day =
      self->settings.gap_most != PLY_UNSET || self->settings.turnover_least != PLY_UNSET;

  if (all && is_break)
    type = PLY_BUCKET_BREAKS;
  else
    join_dates (self, node, type, owner);
  if (by_day && node->end > node->start)
    ply_place_join (self, node, ply_index_ensure_bucket (self, type, owner, node->date));
}

static void
join_all (PlyConflicts *self, PlyNode *node)
{
  const PlySession *session = (const PlySession *) node->record;
  gboolean is_break = ply_node_is_break (node);

  if (node->start != PLY_UNSET && (session->all_rooms == 1 || node->room != NULL))
    join_rooms (self, node, session->all_rooms == 1, is_break);
  if (is_break)
    return;
  if (node->start != PLY_UNSET && node->track != NULL)
    join_dates (self, node, PLY_BUCKET_TRACK, node->track);
  join_contributors (self, node);
  join_title (self, node, PLY_BUCKET_SESSION_TITLE, session->title);
  for (guint i = 0; i < node->children.len; i++)
    {
      PlyNode *talk = ply_vec_get (&node->children, i);

      join_contributors (self, talk);
      join_title (self, talk, PLY_BUCKET_TALK_TITLE, ((const PlyTalk *) talk->record)->title);
    }
}

void
ply_place_session (PlyConflicts *self, PlyNode *session)
{
  leave_all (self, session);
  if (session->record == NULL)
    return;
  find_place (self, session);
  if (!ply_node_is_cancelled (session))
    join_all (self, session);
}
