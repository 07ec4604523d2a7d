/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-editor-layout.h"

#include <glib/gi18n-lib.h>

static const PlySection session_sections[] = {
  { PLY_SECTION_FIELDS, NULL, "title subtitle" },
  { PLY_SECTION_FIELDS, N_ ("Time and Place"), "day start duration room all_rooms" },
  { PLY_SECTION_PEOPLE },
  { PLY_SECTION_TALKS },
  { PLY_SECTION_FIELDS, N_ ("Texts"), "abstract description print_notes" },
  { PLY_SECTION_FIELDS, N_ ("Details"), "track type state language interpretation audience url" },
  { PLY_SECTION_LINKS },
  { PLY_SECTION_RULES },
  { PLY_SECTION_FIELDS, N_ ("For Organizers"), "notes code" },
  { PLY_SECTION_FIELDS },
};

static const PlySection talk_sections[] = {
  { PLY_SECTION_FIELDS, NULL, "title subtitle" },
  { PLY_SECTION_FIELDS, N_ ("Time"), "duration pinned" },
  { PLY_SECTION_PEOPLE },
  { PLY_SECTION_FIELDS, N_ ("Texts"), "abstract description" },
  { PLY_SECTION_FIELDS, N_ ("Details"), "language url" },
  { PLY_SECTION_LINKS },
  { PLY_SECTION_FIELDS, N_ ("For Organizers"), "notes" },
  { PLY_SECTION_FIELDS },
};

static const PlySection person_sections[] = {
  { PLY_SECTION_FIELDS, NULL, "photo title name" },
  { PLY_SECTION_AFFILIATIONS },
  { PLY_SECTION_CONTRIBUTIONS },
  { PLY_SECTION_FIELDS, N_ ("Biography"), "biography" },
  { PLY_SECTION_FIELDS, N_ ("Contact"), "email phone url country languages" },
  { PLY_SECTION_AVAILABILITY },
  { PLY_SECTION_FIELDS, N_ ("Parts of the Name"),
    "given_name patronymic family_name pronunciation" },
  { PLY_SECTION_LINKS },
  { PLY_SECTION_FIELDS, N_ ("For Organizers"), "notes" },
  { PLY_SECTION_FIELDS },
};

static const PlySection institution_sections[] = {
  { PLY_SECTION_FIELDS, NULL, "logo name abbreviation type" },
  { PLY_SECTION_FIELDS, N_ ("Place"), "city country" },
  { PLY_SECTION_STAFF },
  { PLY_SECTION_CONTRIBUTIONS },
  { PLY_SECTION_FIELDS, N_ ("Description"), "description" },
  { PLY_SECTION_FIELDS, N_ ("Details"), "url ror" },
  { PLY_SECTION_LINKS },
  { PLY_SECTION_FIELDS, N_ ("For Organizers"), "notes" },
  { PLY_SECTION_FIELDS },
};

static const PlySection room_sections[] = {
  { PLY_SECTION_FIELDS, NULL, "name building directions" },
  { PLY_SECTION_FIELDS, N_ ("Details"), "capacity equipment" },
  { PLY_SECTION_SESSIONS },
  { PLY_SECTION_AVAILABILITY },
  { PLY_SECTION_FIELDS, N_ ("For Organizers"), "notes" },
  { PLY_SECTION_FIELDS },
};

static const PlySection track_sections[] = {
  { PLY_SECTION_FIELDS, NULL, "name color" },
  { PLY_SECTION_FIELDS, N_ ("Description"), "description" },
  { PLY_SECTION_SESSIONS },
  { PLY_SECTION_FIELDS },
};

static const PlySection session_type_sections[] = {
  { PLY_SECTION_FIELDS, NULL, "name duration" },
  { PLY_SECTION_FIELDS, N_ ("Rules"), "is_break wants_chair wanted_languages" },
  { PLY_SECTION_SESSIONS },
  { PLY_SECTION_FIELDS },
};

static const PlySection day_sections[] = {
  { PLY_SECTION_FIELDS, NULL, "date title" },
  { PLY_SECTION_FIELDS, N_ ("Hours"), "opens closes" },
  { PLY_SECTION_SESSIONS },
  { PLY_SECTION_FIELDS },
};

static const PlySection no_sections[] = {
  { PLY_SECTION_FIELDS },
};

/* Kept for the way back to the file that they came from; of no use to anybody's eyes. */
static const char *const hidden_fields[] = { "source_guid", "source_id", "slug", NULL };

static gboolean
has_field (const PlySection *sections, const char *name)
{
  for (; sections->type != PLY_SECTION_FIELDS || sections->fields != NULL; sections++)
    {
      g_auto (GStrv) names = g_strsplit (sections->fields != NULL ? sections->fields : "", " ", -1);

      if (g_strv_contains ((const char *const *) names, name))
        return TRUE;
    }
  return FALSE;
}

const PlySection *
ply_editor_layout_get_sections (PlyKind kind)
{
  switch (kind)
    {
    case PLY_KIND_SESSION:
      return session_sections;
    case PLY_KIND_TALK:
      return talk_sections;
    case PLY_KIND_PERSON:
      return person_sections;
    case PLY_KIND_INSTITUTION:
      return institution_sections;
    case PLY_KIND_ROOM:
      return room_sections;
    case PLY_KIND_TRACK:
      return track_sections;
    case PLY_KIND_SESSION_TYPE:
      return session_type_sections;
    case PLY_KIND_DAY:
      return day_sections;
    default:
      return no_sections;
    }
}

char **
ply_editor_layout_dup_rest (PlyKind kind)
{
  const PlyKindInfo *info = ply_kind_get_info (kind);
  const PlySection *sections = ply_editor_layout_get_sections (kind);
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();

  for (guint i = 0; i < info->n_fields; i++)
    if (!has_field (sections, info->fields[i].name)
        && !g_strv_contains (hidden_fields, info->fields[i].name))
      g_strv_builder_add (rest, info->fields[i].name);
  return g_strv_builder_end (rest);
}
