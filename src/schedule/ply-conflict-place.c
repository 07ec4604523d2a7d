/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-programme-order.h"
#include "ply-time.h"

#include <string.h>

/* Helpers */

gboolean
ply_node_is_break (const PlyNode *session)
{
  const PlySessionType *type =
      session->type != NULL ? (const PlySessionType *) session->type->record : NULL;

  return type != NULL && type->is_break == 1;
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
join_country (PlyConflicts *self, PlyNode *node, const PlyNode *whose)
{
  if (whose->country != 0)
    ply_place_join (self, node,
                    ply_index_ensure_bucket (self, PLY_BUCKET_BALANCE, NULL, whose->country));
}

static void
join_institution (PlyConflicts *self, PlyNode *node, PlyNode *institution)
{
  if (institution->record == NULL)
    return;
  join_dates (self, node, PLY_BUCKET_INSTITUTION, institution);
  ply_place_join (self, node, ply_index_ensure_bucket (self, PLY_BUCKET_BALANCE, institution, 0));
  join_country (self, node, institution);
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
  for (guint i = 0; i < person->affiliations.len; i++)
    {
      const PlyTie *affiliation = ply_vec_get (&person->affiliations, i);

      if (affiliation->nodes[2] == NULL)
        continue;
      join_institution (self, node, affiliation->nodes[2]);
      found = TRUE;
    }
  if (!found && person->record != NULL)
    join_country (self, node, person);
}

static void
join_contributors (PlyConflicts *self, PlyNode *node)
{
  if (node->start == PLY_UNSET || node->n_speaking == 0)
    return;
  for (guint i = 0; i < node->ties.len; i++)
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
      /* Texts of what is tied to a cancelled session need no translation. */
      ply_index_mark (self, tie->own, PLY_DIRTY_TEXTS);
    }
}

static void
leave_all (PlyConflicts *self, PlyNode *session)
{
  mark_ties (self, session);
  ply_place_leave (self, session);
  session->start = session->end = session->date = PLY_UNSET;
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
find_place (PlyNode *session)
{
  const PlyNode *day = session->day;

  if (day != NULL && day->date != PLY_UNSET && session->begins != PLY_UNSET
      && !session->is_cancelled)
    {
      session->date = day->date;
      session->start = day->date * PLY_MINUTES_PER_DAY + session->begins;
      session->end = session->start + session->length;
    }
  place_talks (session);
}

static void
join_title (PlyConflicts *self, PlyNode *node, PlyBucketType type)
{
  if (node->text_hash != 0)
    ply_place_join (self, node, ply_index_ensure_bucket (self, type, NULL, node->text_hash));
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
  gboolean is_break = ply_node_is_break (node);

  if (node->start != PLY_UNSET && (node->all_rooms || node->room != NULL))
    join_rooms (self, node, node->all_rooms, is_break);
  if (is_break)
    return;
  if (node->start != PLY_UNSET && node->track != NULL)
    join_dates (self, node, PLY_BUCKET_TRACK, node->track);
  join_contributors (self, node);
  join_title (self, node, PLY_BUCKET_SESSION_TITLE);
  for (guint i = 0; i < node->children.len; i++)
    {
      PlyNode *talk = ply_vec_get (&node->children, i);

      join_contributors (self, talk);
      join_title (self, talk, PLY_BUCKET_TALK_TITLE);
    }
}

/* What join_contributor() follows: the ties, the people, their affiliations, the institutions. */
static void
fetch_contributor (const PlyTie *tie, guint step)
{
  const PlyNode *person = tie->nodes[1];
  const PlyTie *affiliation;

  if (step == 3)
    __builtin_prefetch (person != NULL ? &person->affiliations : NULL);
  if (step >= 3 || person == NULL || person->affiliations.len == 0)
    return;
  affiliation = ply_vec_get (&person->affiliations, 0);
  if (step == 2)
    __builtin_prefetch (affiliation);
  else if (affiliation->nodes[2] != NULL)
    {
      __builtin_prefetch (&affiliation->nodes[2]->record);
      __builtin_prefetch (&affiliation->nodes[2]->country);
    }
}

void
ply_place_fetch (const PlyConflicts *self, const PlyNode *node, guint step)
{
  if (node->kind != PLY_KIND_SESSION && node->kind != PLY_KIND_TALK)
    return;
  if (step == 1 && node->text_hash != 0)
    ply_index_fetch_bucket (
        self, node->kind == PLY_KIND_SESSION ? PLY_BUCKET_SESSION_TITLE : PLY_BUCKET_TALK_TITLE,
        NULL, node->text_hash);
  if (node->n_speaking == 0)
    return;
  if (step == 5)
    {
      __builtin_prefetch (node->ties.many);
      return;
    }
  for (guint i = 0; i < MIN (node->ties.len, 4); i++)
    if (step == 4)
      __builtin_prefetch (ply_vec_get (&node->ties, i));
    else if (((const PlyTie *) ply_vec_get (&node->ties, i))->is_speaking)
      fetch_contributor (ply_vec_get (&node->ties, i), step);
}

void
ply_place_session (PlyConflicts *self, PlyNode *session)
{
  if (!self->is_building)
    leave_all (self, session);
  if (session->record == NULL)
    return;
  find_place (session);
  if (!session->is_cancelled)
    join_all (self, session);
}
