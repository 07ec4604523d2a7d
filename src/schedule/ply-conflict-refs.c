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

/* An id may lie across two lines of the cache. */
static void
fetch_id (const char *id)
{
  __builtin_prefetch (id);
  __builtin_prefetch (id + 35);
}

static void
fetch_text (const char *text)
{
  __builtin_prefetch (text);
  __builtin_prefetch (text + 64);
}

static void
fetch_session (const PlySession *session)
{
  fetch_id (session->record.id);
  fetch_id (session->room);
  fetch_id (session->track);
  fetch_id (session->type);
  fetch_id (session->day);
  fetch_text (session->title);
  __builtin_prefetch (session->state);
}

static void
fetch_participation (const PlyParticipation *part)
{
  fetch_id (part->session != NULL ? part->session : part->talk);
  fetch_id (part->person);
  __builtin_prefetch (part->role);
}

static void
fetch_translation (const PlyTranslation *translation)
{
  __builtin_prefetch (translation->owner_kind);
  fetch_id (translation->owner);
  __builtin_prefetch (translation->field);
  __builtin_prefetch (translation->language);
}

static void
fetch_person (const PlyPerson *person)
{
  fetch_id (person->record.id);
  fetch_text (person->name);
  fetch_text (person->given_name);
  fetch_text (person->family_name);
}

void
ply_refs_fetch (const PlyRecord *record)
{
  switch (record->kind)
    {
    case PLY_KIND_SESSION:
      fetch_session ((const PlySession *) record);
      break;
    case PLY_KIND_PARTICIPATION:
      fetch_participation ((const PlyParticipation *) record);
      break;
    case PLY_KIND_TRANSLATION:
      fetch_translation ((const PlyTranslation *) record);
      break;
    case PLY_KIND_PERSON:
      fetch_person ((const PlyPerson *) record);
      break;
    case PLY_KIND_AFFILIATION:
      fetch_id (((const PlyAffiliation *) record)->person);
      fetch_id (((const PlyAffiliation *) record)->institution);
      break;
    case PLY_KIND_TALK:
      fetch_id (((const PlyTalk *) record)->session);
      fetch_text (((const PlyTalk *) record)->title);
      fetch_id (record->id);
      break;
    default:
      fetch_id (record->id);
      break;
    }
}
