/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

/* What a record names, before anything is looked up: so that the whole event can be read in without
 * waiting for memory at each record. */

static void
set (PlyRef *ref, PlyKind kind, const char *id)
{
  ref->kind = kind;
  ref->id = id;
}

static void
set_either (PlyRef *ref, const char *session, const char *talk)
{
  set (ref, session != NULL ? PLY_KIND_SESSION : PLY_KIND_TALK, session != NULL ? session : talk);
}

/* Kinds whose records others refer to, and rules: a scope of their own. Others have a node for
 * their texts, when there are some. */
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

static void
find_session (const PlySession *session, PlyRef *refs)
{
  set (&refs[0], PLY_KIND_ROOM, session->room);
  set (&refs[1], PLY_KIND_TRACK, session->track);
  set (&refs[2], PLY_KIND_SESSION_TYPE, session->type);
  set (&refs[PLY_REF_DAY], PLY_KIND_DAY, session->day);
}

static void
find_participation (const PlyParticipation *part, PlyRef *refs)
{
  set_either (&refs[0], part->session, part->talk);
  set (&refs[1], PLY_KIND_PERSON, part->person);
  set (&refs[2], PLY_KIND_INSTITUTION, part->institution);
}

static void
find_affiliation (const PlyAffiliation *affiliation, PlyRef *refs)
{
  set (&refs[1], PLY_KIND_PERSON, affiliation->person);
  set (&refs[2], PLY_KIND_INSTITUTION, affiliation->institution);
}

static void
find_availability (const PlyAvailability *row, PlyRef *refs)
{
  set (&refs[0], PLY_KIND_DAY, row->day);
  set (&refs[1], row->person != NULL ? PLY_KIND_PERSON : PLY_KIND_ROOM,
       row->person != NULL ? row->person : row->room);
}

static void
find_rule (const PlyRule *rule, PlyRef *refs)
{
  set (&refs[0], PLY_KIND_SESSION, rule->session);
  set (&refs[1], PLY_KIND_SESSION, rule->other);
  set (&refs[2], PLY_KIND_RULE, rule->record.id);
}

static void
find_translation (const PlyTranslation *translation, PlyRef *refs)
{
  PlyKind kind = ply_texts_kind_of (translation);

  if (kind != PLY_N_KINDS)
    set (&refs[0], kind, translation->owner);
}

void
ply_refs_find (const PlyRecord *record, PlyRef *refs)
{
  for (guint i = 0; i < PLY_N_REFS; i++)
    refs[i] = (PlyRef) { 0 };
  if (has_node (record))
    set (&refs[PLY_REF_OWN], record->kind, record->id);
  switch (record->kind)
    {
    case PLY_KIND_SESSION:
      find_session ((const PlySession *) record, refs);
      break;
    case PLY_KIND_TALK:
      set (&refs[0], PLY_KIND_SESSION, ((const PlyTalk *) record)->session);
      break;
    case PLY_KIND_PARTICIPATION:
      find_participation ((const PlyParticipation *) record, refs);
      break;
    case PLY_KIND_AFFILIATION:
      find_affiliation ((const PlyAffiliation *) record, refs);
      break;
    case PLY_KIND_AVAILABILITY:
      find_availability ((const PlyAvailability *) record, refs);
      break;
    case PLY_KIND_LINK:
      set_either (&refs[0], ((const PlyLink *) record)->session, ((const PlyLink *) record)->talk);
      break;
    case PLY_KIND_RULE:
      find_rule ((const PlyRule *) record, refs);
      break;
    case PLY_KIND_TRANSLATION:
      find_translation ((const PlyTranslation *) record, refs);
      break;
    default:
      break;
    }
}

/* Of the kinds of which there are many. */
void
ply_refs_fetch (const PlyRecord *record)
{
  const PlySession *session = (const PlySession *) record;
  const PlyParticipation *part = (const PlyParticipation *) record;
  const PlyTranslation *translation = (const PlyTranslation *) record;
  const PlyPerson *person = (const PlyPerson *) record;

  switch (record->kind)
    {
    case PLY_KIND_SESSION:
      __builtin_prefetch (session->title);
      __builtin_prefetch (session->room);
      __builtin_prefetch (session->track);
      __builtin_prefetch (session->type);
      __builtin_prefetch (session->day);
      __builtin_prefetch (session->state);
      break;
    case PLY_KIND_PARTICIPATION:
      __builtin_prefetch (part->session != NULL ? part->session : part->talk);
      __builtin_prefetch (part->person);
      __builtin_prefetch (part->role);
      return;
    case PLY_KIND_TRANSLATION:
      __builtin_prefetch (translation->owner_kind);
      __builtin_prefetch (translation->owner);
      __builtin_prefetch (translation->field);
      __builtin_prefetch (translation->language);
      return;
    case PLY_KIND_PERSON:
      __builtin_prefetch (person->name);
      __builtin_prefetch (person->given_name);
      __builtin_prefetch (person->family_name);
      break;
    default:
      break;
    }
  __builtin_prefetch (record->id);
}
