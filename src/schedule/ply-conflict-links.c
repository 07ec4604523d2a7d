/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-time.h"

#include <string.h>

/* Dates are counted from here; only differences matter. */
#define FIRST_DATE "0001-01-01"

/* Ties */

static gboolean
is_tie (const PlyRecord *record)
{
  switch (record->kind)
    {
    case PLY_KIND_PARTICIPATION:
    case PLY_KIND_AFFILIATION:
    case PLY_KIND_AVAILABILITY:
    case PLY_KIND_RULE:
      return TRUE;
    case PLY_KIND_LINK:
      return ply_texts_has_any (record);
    default:
      return FALSE;
    }
}

static gboolean
is_speaking (const char *role)
{
  static const char *const roles[] = { "speaker", "panellist", "moderator", "author", NULL };

  return role != NULL && g_strv_contains (roles, role);
}

/* A day and a rule need no list of what is said of them. */
static gboolean
hangs_on (const PlyNode *node)
{
  return node != NULL && node->kind != PLY_KIND_DAY && node->kind != PLY_KIND_RULE;
}

static PlyVec *
list_for (PlyNode *node, PlyKind tie_kind)
{
  return node->kind == PLY_KIND_PERSON && tie_kind == PLY_KIND_AFFILIATION ? &node->affiliations
                                                                           : &node->ties;
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

  if (self->is_building)
    return;
  ply_index_mark (self, tie->own, PLY_DIRTY_TEXTS);
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
    case PLY_KIND_RULE:
      ply_index_mark (self, tie->nodes[2], PLY_DIRTY_SELF);
      break;
    default:
      break;
    }
}

static void
count_roles (const PlyTie *tie, int step)
{
  if (tie->nodes[0] == NULL)
    return;
  tie->nodes[0]->n_speaking += tie->is_speaking * step;
  tie->nodes[0]->n_chairs += tie->is_chair * step;
}

static void
tie (PlyConflicts *self, const PlyRecord *record, const PlyRef *refs)
{
  PlyTie *tie = ply_arena_take (&self->tie_arena);

  tie->record = record;
  tie->kind = record->kind;
  if (record->kind == PLY_KIND_PARTICIPATION)
    {
      tie->is_speaking = is_speaking (((const PlyParticipation *) record)->role);
      tie->is_chair = g_strcmp0 (((const PlyParticipation *) record)->role, "chair") == 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tie->nodes); i++)
    {
      tie->nodes[i] = ply_index_ensure_ref (self, &refs[i]);
      if (!hangs_on (tie->nodes[i]))
        continue;
      ply_vec_add (list_for (tie->nodes[i], tie->kind), tie);
      tie->n_hung++;
    }
  tie->own = record->kind != PLY_KIND_RULE ? ply_index_ensure_ref (self, &refs[PLY_REF_OWN]) : NULL;
  count_roles (tie, 1);
  mark_tie (self, tie);
  if (tie->n_hung == 0)
    ply_arena_give (&self->tie_arena, tie);
}

static PlyTie *
find_tie (PlyConflicts *self, const PlyRecord *record, const PlyRef *refs)
{
  for (guint i = 0; i < G_N_ELEMENTS (((PlyTie *) NULL)->nodes); i++)
    {
      PlyNode *node = ply_index_ensure_ref (self, &refs[i]);
      const PlyVec *ties = hangs_on (node) ? list_for (node, record->kind) : NULL;

      for (guint t = 0; ties != NULL && t < ties->len; t++)
        if (((PlyTie *) ply_vec_get (ties, t))->record == record)
          return ply_vec_get (ties, t);
    }
  return NULL;
}

static void
untie (PlyConflicts *self, const PlyRecord *record, const PlyRef *refs)
{
  PlyTie *tie = find_tie (self, record, refs);

  if (tie == NULL)
    return;
  mark_tie (self, tie);
  count_roles (tie, -1);
  for (guint i = 0; i < G_N_ELEMENTS (tie->nodes); i++)
    if (hangs_on (tie->nodes[i]))
      ply_vec_remove (list_for (tie->nodes[i], tie->kind), tie);
  ply_arena_give (&self->tie_arena, tie);
}

/* Nodes */

/* Who is tied to a talk may have lost or won a session. */
static void
mark_talk (PlyConflicts *self, const PlyNode *talk)
{
  ply_index_mark (self, talk->session, PLY_DIRTY_SELF);
  for (guint i = 0; i < talk->ties.len; i++)
    mark_tie (self, ply_vec_get (&talk->ties, i));
}

static void
put_talk (PlyConflicts *self, PlyNode *node, const PlyRef *refs)
{
  const PlyTalk *talk = (const PlyTalk *) node->record;

  node->session = ply_index_ensure_ref (self, &refs[0]);
  node->text_hash = talk->title != NULL ? ply_hash_title (talk->title) : 0;
  if (node->session != NULL)
    ply_vec_add (&node->session->children, node);
  mark_talk (self, node);
}

static void
take_talk (PlyConflicts *self, PlyNode *node)
{
  ply_place_leave (self, node);
  node->start = node->end = PLY_UNSET;
  if (node->session != NULL)
    ply_vec_remove (&node->session->children, node);
  mark_talk (self, node);
  node->session = NULL;
}

static void
put_session (PlyConflicts *self, PlyNode *node, const PlyRef *refs)
{
  const PlySession *session = (const PlySession *) node->record;

  node->room = ply_index_ensure_ref (self, &refs[0]);
  node->track = ply_index_ensure_ref (self, &refs[1]);
  node->type = ply_index_ensure_ref (self, &refs[2]);
  node->day = ply_index_ensure_ref (self, &refs[PLY_REF_DAY]);
  if (node->room != NULL)
    ply_vec_add (&node->room->children, node);
  node->text_hash = session->title != NULL ? ply_hash_title (session->title) : 0;
  node->begins = session->start;
  node->length = MAX (session->duration, 0);
  node->audience = session->audience;
  node->all_rooms = session->all_rooms == 1;
  node->is_cancelled = g_strcmp0 (session->state, "cancelled") == 0;
}

static void
take_session (PlyNode *node)
{
  if (node->room != NULL)
    ply_vec_remove (&node->room->children, node);
  node->room = node->track = node->type = node->day = NULL;
  node->is_cancelled = FALSE;
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
set_room (PlyConflicts *self, PlyNode *node)
{
  const PlyRoom *room = (const PlyRoom *) node->record;

  node->text_hash = room != NULL && room->building != NULL ? ply_hash_title (room->building) : 0;
  mark_children (self, node, PLY_DIRTY_SELF);
}

static guint16
country_number (const char *country)
{
  return country != NULL && strlen (country) == 2 ? (guchar) country[0] << 8 | (guchar) country[1]
                                                  : 0;
}

static void
set_person (PlyConflicts *self, PlyNode *node)
{
  const PlyPerson *person = (const PlyPerson *) node->record;

  node->country = person != NULL ? country_number (person->country) : 0;
  ply_place_person (self, node);
  mark_sessions_of (self, node);
}

/* What follows from the record for other nodes; for one that is not there any more, too. */
static void
set_others (PlyConflicts *self, PlyNode *node)
{
  const PlyInstitution *institution = (const PlyInstitution *) node->record;

  switch (node->kind)
    {
    case PLY_KIND_DAY:
      set_day (node);
      break;
    case PLY_KIND_ROOM:
      set_room (self, node);
      break;
    case PLY_KIND_PERSON:
      set_person (self, node);
      break;
    case PLY_KIND_INSTITUTION:
      node->country = institution != NULL ? country_number (institution->country) : 0;
      break;
    default:
      break;
    }
  ply_texts_set (self, node);
  ply_index_mark (self, node, PLY_DIRTY_SELF | PLY_DIRTY_TEXTS);
}

static void
put (PlyConflicts *self, PlyNode *node, const PlyRecord *record, const PlyRef *refs)
{
  node->record = record;
  if (node->kind == PLY_KIND_TALK)
    put_talk (self, node, refs);
  else if (node->kind == PLY_KIND_SESSION)
    put_session (self, node, refs);
  set_others (self, node);
}

static void
take (PlyConflicts *self, PlyNode *node)
{
  if (node->kind == PLY_KIND_TALK)
    take_talk (self, node);
  else if (node->kind == PLY_KIND_SESSION)
    take_session (node);
  node->record = NULL;
  set_others (self, node);
}

/* Records */

static void
remove_record (PlyConflicts *self, const PlyRecord *record)
{
  PlyRef refs[PLY_N_REFS];
  PlyNode *node;

  ply_refs_find (record, refs);
  for (guint i = 0; i < PLY_N_REFS; i++)
    ply_index_hash_ref (&refs[i]);
  if (record->kind == PLY_KIND_WAIVER)
    ply_waivers_change (self, (const PlyWaiver *) record, -1);
  else if (record->kind == PLY_KIND_TRANSLATION)
    ply_texts_count (self, ply_index_ensure_ref (self, &refs[0]), (const PlyTranslation *) record,
                     -1);
  if (is_tie (record))
    untie (self, record, refs);
  node = ply_index_ensure_ref (self, &refs[PLY_REF_OWN]);
  if (node != NULL)
    take (self, node);
}

void
ply_links_add (PlyConflicts *self, const PlyRecord *record, const PlyRef *refs)
{
  PlyNode *node = ply_index_ensure_ref (self, &refs[PLY_REF_OWN]);

  if (record->kind == PLY_KIND_WAIVER)
    ply_waivers_change (self, (const PlyWaiver *) record, 1);
  else if (record->kind == PLY_KIND_TRANSLATION)
    ply_texts_count (self, ply_index_ensure_ref (self, &refs[0]), (const PlyTranslation *) record,
                     1);
  if (node != NULL)
    put (self, node, record, refs);
  if (is_tie (record))
    tie (self, record, refs);
}

void
ply_links_change (PlyConflicts *self, const PlyRecord *old, const PlyRecord *record)
{
  PlyRef refs[PLY_N_REFS];

  if (old != NULL)
    remove_record (self, old);
  if (record == NULL)
    return;
  ply_refs_find (record, refs);
  for (guint i = 0; i < PLY_N_REFS; i++)
    ply_index_hash_ref (&refs[i]);
  ply_links_add (self, record, refs);
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
