/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-time.h"

#include <string.h>

/* Dates are counted from here; only differences matter. */
#define FIRST_DATE "0001-01-01"

/* Ties */

static gboolean
is_tie (PlyKind kind)
{
  return kind == PLY_KIND_PARTICIPATION || kind == PLY_KIND_AFFILIATION
         || kind == PLY_KIND_AVAILABILITY || kind == PLY_KIND_RULE;
}

static gboolean
is_speaking (const char *role)
{
  static const char *const roles[] = { "speaker", "panellist", "moderator", "author", NULL };

  return role != NULL && g_strv_contains (roles, role);
}

static PlyTie
resolve (PlyConflicts *self, const PlyRecord *record)
{
  const PlyParticipation *part = (const PlyParticipation *) record;
  const PlyAffiliation *affiliation = (const PlyAffiliation *) record;
  const PlyAvailability *slot = (const PlyAvailability *) record;
  const PlyRule *rule = (const PlyRule *) record;
  PlyTie tie = { .record = record, .kind = record->kind };

  switch (record->kind)
    {
    case PLY_KIND_PARTICIPATION:
      tie.is_speaking = is_speaking (part->role);
      tie.nodes[0] = part->session != NULL
                         ? ply_index_ensure (self, PLY_KIND_SESSION, part->session)
                         : ply_index_ensure (self, PLY_KIND_TALK, part->talk);
      tie.nodes[1] = ply_index_ensure (self, PLY_KIND_PERSON, part->person);
      tie.nodes[2] = ply_index_ensure (self, PLY_KIND_INSTITUTION, part->institution);
      break;
    case PLY_KIND_AFFILIATION:
      tie.nodes[1] = ply_index_ensure (self, PLY_KIND_PERSON, affiliation->person);
      tie.nodes[2] = ply_index_ensure (self, PLY_KIND_INSTITUTION, affiliation->institution);
      break;
    case PLY_KIND_AVAILABILITY:
      tie.nodes[0] = ply_index_ensure (self, PLY_KIND_DAY, slot->day);
      tie.nodes[1] = slot->person != NULL ? ply_index_ensure (self, PLY_KIND_PERSON, slot->person)
                                          : ply_index_ensure (self, PLY_KIND_ROOM, slot->room);
      break;
    default:
      tie.nodes[0] = ply_index_ensure (self, PLY_KIND_SESSION, rule->session);
      tie.nodes[1] = ply_index_ensure (self, PLY_KIND_SESSION, rule->other);
      tie.nodes[2] = ply_index_ensure (self, PLY_KIND_RULE, record->id);
      break;
    }
  return tie;
}

/* A day and a rule need no list of what is said of them. */
static gboolean
hangs_on (PlyNode *node)
{
  return node != NULL && node->kind != PLY_KIND_DAY && node->kind != PLY_KIND_RULE;
}

static void
mark_sessions_of (PlyConflicts *self, PlyNode *person)
{
  for (guint i = 0; i < person->ties.len; i++)
    {
      PlyTie *tie = ply_vec_get (&person->ties, i);

      if (tie->kind == PLY_KIND_PARTICIPATION && tie->nodes[0] != NULL)
        ply_index_mark (self, tie->nodes[0]->session, PLY_DIRTY_SELF);
    }
}

static void
mark_children (PlyConflicts *self, PlyNode *node, guint what)
{
  for (guint i = 0; i < node->children.len; i++)
    ply_index_mark (self, ply_vec_get (&node->children, i), what);
}

static void
mark_tie (PlyConflicts *self, const PlyTie *tie)
{
  PlyNode *person = tie->nodes[1];

  switch (tie->kind)
    {
    case PLY_KIND_PARTICIPATION:
      ply_index_mark (self, tie->nodes[0] != NULL ? tie->nodes[0]->session : NULL, PLY_DIRTY_SELF);
      ply_index_mark (self, person, PLY_DIRTY_SELF);
      break;
    case PLY_KIND_AFFILIATION:
      ply_index_mark (self, person, PLY_DIRTY_SELF);
      if (person != NULL)
        mark_sessions_of (self, person);
      break;
    case PLY_KIND_AVAILABILITY:
      if (person != NULL && person->kind == PLY_KIND_ROOM)
        mark_children (self, person, PLY_DIRTY_SELF);
      else
        ply_index_mark (self, person, PLY_DIRTY_SELF);
      break;
    default:
      ply_index_mark (self, tie->nodes[2], PLY_DIRTY_SELF);
      break;
    }
}

static void
tie (PlyConflicts *self, const PlyRecord *record)
{
  PlyTie *tie = g_new (PlyTie, 1);

  *tie = resolve (self, record);
  for (guint i = 0; i < G_N_ELEMENTS (tie->nodes); i++)
    if (hangs_on (tie->nodes[i]))
      {
        ply_vec_add (&tie->nodes[i]->ties, tie);
        tie->n_hung++;
      }
  mark_tie (self, tie);
  if (tie->n_hung == 0)
    g_free (tie);
}

static PlyTie *
find_tie (const PlyNode *node, const PlyRecord *record)
{
  for (guint i = 0; i < node->ties.len; i++)
    {
      PlyTie *tie = ply_vec_get (&node->ties, i);

      if (tie->record == record)
        return tie;
    }
  return NULL;
}

static void
untie (PlyConflicts *self, const PlyRecord *record)
{
  PlyTie resolved = resolve (self, record);
  PlyTie *tie = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (resolved.nodes) && tie == NULL; i++)
    if (hangs_on (resolved.nodes[i]))
      tie = find_tie (resolved.nodes[i], record);
  mark_tie (self, &resolved);
  if (tie == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (tie->nodes); i++)
    if (hangs_on (tie->nodes[i]))
      ply_vec_remove (&tie->nodes[i]->ties, tie);
  g_free (tie);
}

/* Nodes */

static void
mark_talk (PlyConflicts *self, PlyNode *node, const PlyTalk *talk, gboolean is_there)
{
  PlyNode *session = ply_index_ensure (self, PLY_KIND_SESSION, talk->session);

  if (!is_there)
    {
      ply_place_leave (self, node);
      node->start = node->end = PLY_UNSET;
      node->session = NULL;
      if (session != NULL)
        ply_vec_remove (&session->children, node);
    }
  else if (session != NULL)
    {
      node->session = session;
      ply_vec_add (&session->children, node);
    }
  ply_index_mark (self, session, PLY_DIRTY_SELF);
  /* Who is tied to it may have lost or won a session. */
  for (guint i = 0; i < node->ties.len; i++)
    mark_tie (self, ply_vec_get (&node->ties, i));
}

static void
set_day (PlyNode *node)
{
  const PlyDay *day = (const PlyDay *) node->record;

  node->date = day != NULL && ply_date_is_valid (day->date)
                   ? ply_date_difference (FIRST_DATE, day->date)
                   : PLY_UNSET;
}

static void
set_building (PlyNode *node)
{
  const PlyRoom *room = (const PlyRoom *) node->record;

  node->building = room != NULL && room->building != NULL ? ply_hash_title (room->building) : 0;
}

static void
set_record (PlyConflicts *self, const PlyRecord *old, const PlyRecord *record)
{
  const PlyRecord *either = record != NULL ? record : old;
  PlyNode *node = ply_index_ensure (self, either->kind, either->id);

  if (old != NULL && old->kind == PLY_KIND_TALK)
    mark_talk (self, node, (const PlyTalk *) old, FALSE);
  node->record = record;
  switch (either->kind)
    {
    case PLY_KIND_TALK:
      if (record != NULL)
        mark_talk (self, node, (const PlyTalk *) record, TRUE);
      break;
    case PLY_KIND_DAY:
      set_day (node);
      break;
    case PLY_KIND_ROOM:
      set_building (node);
      mark_children (self, node, PLY_DIRTY_SELF);
      break;
    case PLY_KIND_PERSON:
      ply_place_person (self, node);
      mark_sessions_of (self, node);
      break;
    default:
      break;
    }
  ply_index_mark (self, node, PLY_DIRTY_SELF | PLY_DIRTY_TEXTS);
}

/* Kinds whose records others refer to, and rules: a scope of their own. */
static gboolean
has_node (const PlyRecord *record)
{
  switch (record->kind)
    {
    case PLY_KIND_DAY:
    case PLY_KIND_ROOM:
    case PLY_KIND_TRACK:
    case PLY_KIND_SESSION_TYPE:
    case PLY_KIND_SESSION:
    case PLY_KIND_TALK:
    case PLY_KIND_PERSON:
    case PLY_KIND_INSTITUTION:
    case PLY_KIND_RULE:
      return TRUE;
    default:
      return ply_texts_has_any (record);
    }
}

/* It may have had a text once. */
static gboolean
is_known (const PlyConflicts *self, const PlyRecord *record)
{
  const PlyNode *node = ply_index_find (self, record->kind, record->id);

  return node != NULL && node->record != NULL;
}

void
ply_links_change (PlyConflicts *self, const PlyRecord *old, const PlyRecord *record)
{
  const PlyRecord *either = record != NULL ? record : old;

  if (either == NULL)
    return;
  if (either->kind == PLY_KIND_TRANSLATION)
    {
      if (old != NULL)
        ply_texts_count (self, (const PlyTranslation *) old, -1);
      if (record != NULL)
        ply_texts_count (self, (const PlyTranslation *) record, 1);
      return;
    }
  if (either->kind == PLY_KIND_WAIVER)
    {
      if (old != NULL)
        ply_waivers_change (self, (const PlyWaiver *) old, -1);
      if (record != NULL)
        ply_waivers_change (self, (const PlyWaiver *) record, 1);
      return;
    }
  if (old != NULL && is_tie (old->kind))
    untie (self, old);
  if ((old != NULL && is_known (self, old)) || (record != NULL && has_node (record)))
    set_record (self, old, record);
  if (record != NULL && is_tie (record->kind))
    tie (self, record);
}

static gint64
flag (gint64 value)
{
  return value == 1;
}

gboolean
ply_links_touch_all (const PlyConflicts *self, const PlyRecord *old, const PlyRecord *record)
{
  const PlyRecord *either = record != NULL ? record : old;
  gboolean both = old != NULL && record != NULL;
  const PlyNode *node;

  if (either == NULL)
    return FALSE;
  if (ply_settings_touch_all (old, record))
    return TRUE;
  switch (either->kind)
    {
    case PLY_KIND_EVENT:
      return !both
             || g_strcmp0 (((PlyEvent *) old)->languages, ((PlyEvent *) record)->languages) != 0
             || g_strcmp0 (((PlyEvent *) old)->base_language, ((PlyEvent *) record)->base_language)
                    != 0;
    case PLY_KIND_DAY:
      return !both || g_strcmp0 (((PlyDay *) old)->date, ((PlyDay *) record)->date) != 0
             || ((PlyDay *) old)->opens != ((PlyDay *) record)->opens
             || ((PlyDay *) old)->closes != ((PlyDay *) record)->closes;
    case PLY_KIND_SESSION_TYPE:
      return !both
             || flag (((PlySessionType *) old)->is_break)
                    != flag (((PlySessionType *) record)->is_break)
             || flag (((PlySessionType *) old)->wants_chair)
                    != flag (((PlySessionType *) record)->wants_chair)
             || g_strcmp0 (((PlySessionType *) old)->wanted_languages,
                           ((PlySessionType *) record)->wanted_languages)
                    != 0;
    case PLY_KIND_INSTITUTION:
      node = ply_index_find (self, PLY_KIND_INSTITUTION, either->id);
      return node != NULL && node->ties.len > 0
             && (!both
                 || g_strcmp0 (((PlyInstitution *) old)->country,
                               ((PlyInstitution *) record)->country)
                        != 0);
    default:
      return FALSE;
    }
}
