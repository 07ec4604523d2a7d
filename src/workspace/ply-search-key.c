/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-search-key.h"

#include "ply-collate.h"
#include "ply-programme-order.h"

static void
add_text (GString *key, const char *text)
{
  if (text == NULL)
    return;
  if (key->len > 0)
    g_string_append_c (key, '\n');
  g_string_append (key, text);
}

/* The titles and names of a record in all languages. */
static void
add_names (GString *key, const PlySnapshot *snapshot, PlyKind kind, const char *id)
{
  const PlyRecord *record = ply_snapshot_lookup (snapshot, kind, id);
  const PlyField *title = ply_kind_title_field (kind);
  const PlyField *abbreviation = ply_field_lookup (kind, "abbreviation");
  GPtrArray *translations;

  if (record == NULL || title == NULL)
    return;
  add_text (key, ply_record_get_text (record, title));
  if (abbreviation != NULL)
    add_text (key, ply_record_get_text (record, abbreviation));
  translations = ply_snapshot_get_children (snapshot, PLY_KIND_TRANSLATION, "owner", id);
  for (guint i = 0; i < translations->len; i++)
    {
      const PlyTranslation *translation = translations->pdata[i];

      if (g_strcmp0 (translation->field, title->name) == 0
          || g_strcmp0 (translation->field, "abbreviation") == 0)
        add_text (key, translation->text);
    }
}

static void
add_people (GString *key, const PlySnapshot *snapshot, gconstpointer session_or_talk)
{
  GPtrArray *parts = ply_participations_of (snapshot, session_or_talk);

  for (guint i = 0; i < parts->len; i++)
    {
      const PlyParticipation *part = parts->pdata[i];

      add_names (key, snapshot, PLY_KIND_PERSON, part->person);
      add_names (key, snapshot, PLY_KIND_INSTITUTION, part->institution);
    }
}

static void
add_session (GString *key, const PlySnapshot *snapshot, const PlySession *session)
{
  GPtrArray *talks = ply_session_talks (snapshot, session);

  add_names (key, snapshot, PLY_KIND_ROOM, session->room);
  add_names (key, snapshot, PLY_KIND_TRACK, session->track);
  add_names (key, snapshot, PLY_KIND_SESSION_TYPE, session->type);
  add_people (key, snapshot, session);
  for (guint i = 0; i < talks->len; i++)
    {
      const PlyTalk *talk = talks->pdata[i];

      add_names (key, snapshot, PLY_KIND_TALK, talk->record.id);
      add_people (key, snapshot, talk);
    }
}

/* Those an affiliation ties to this person or institution. */
static void
add_affiliations (GString *key, const PlySnapshot *snapshot, const PlyRecord *record, PlyKind other)
{
  const char *field = record->kind == PLY_KIND_PERSON ? "person" : "institution";
  GPtrArray *affiliations =
      ply_snapshot_get_children (snapshot, PLY_KIND_AFFILIATION, field, record->id);

  for (guint i = 0; i < affiliations->len; i++)
    {
      const PlyAffiliation *affiliation = affiliations->pdata[i];

      add_names (key, snapshot, other,
                 other == PLY_KIND_PERSON ? affiliation->person : affiliation->institution);
    }
}

char *
ply_search_key_of (const PlySnapshot *snapshot, gconstpointer record)
{
  g_autoptr (GString) key = g_string_new (NULL);
  const PlyRecord *self = record;
  const PlyKindInfo *info = ply_kind_get_info (self->kind);
  GPtrArray *translations;

  for (guint i = 0; i < info->n_fields; i++)
    {
      PlyFieldType type = info->fields[i].type;

      if (type == PLY_FIELD_TEXT || type == PLY_FIELD_LONGTEXT)
        add_text (key, ply_record_get_text (record, &info->fields[i]));
    }
  translations = ply_snapshot_get_children (snapshot, PLY_KIND_TRANSLATION, "owner", self->id);
  for (guint i = 0; i < translations->len; i++)
    add_text (key, ((const PlyTranslation *) translations->pdata[i])->text);

  if (self->kind == PLY_KIND_SESSION)
    add_session (key, snapshot, record);
  else if (self->kind == PLY_KIND_PERSON)
    add_affiliations (key, snapshot, self, PLY_KIND_INSTITUTION);
  else if (self->kind == PLY_KIND_INSTITUTION)
    add_affiliations (key, snapshot, self, PLY_KIND_PERSON);
  return ply_search_fold (key->str);
}
