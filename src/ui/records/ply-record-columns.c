/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-record-columns.h"

#include "ply-describe.h"
#include "ply-language.h"
#include "ply-option.h"
#include "ply-programme-order.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

/* Helpers */

static char *
dup_number (gint64 number)
{
  return number == PLY_UNSET ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
dup_choice (gconstpointer record, const char *field_name)
{
  const PlyField *field = ply_field_lookup (PLY_RECORD (record)->kind, field_name);

  return g_strdup (ply_option_choice_label (PLY_RECORD (record)->kind, field_name,
                                            ply_record_get_text (record, field)));
}

static char *
dup_country (const char *code)
{
  return code != NULL ? ply_country_name (code, g_get_language_names ()[0]) : NULL;
}

/* Every kind */

static char *
dup_name (const PlySnapshot *snapshot, gconstpointer record)
{
  return ply_describe_record (snapshot, record);
}

/* Sessions */

static char *
dup_when (const PlySnapshot *snapshot, gconstpointer record)
{
  return ply_describe_when (snapshot, record);
}

/* Placed sessions by time, the others behind them. */
static gint64
get_when (const PlySnapshot *snapshot, gconstpointer record)
{
  const PlySession *session = record;
  const PlyDay *day = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, session->day);

  if (day == NULL || !ply_date_is_valid (day->date))
    return G_MAXINT64;
  return (gint64) ply_date_difference ("2000-01-01", day->date) * 2 * PLY_MINUTES_PER_DAY
         + (session->start != PLY_UNSET ? session->start : PLY_MINUTES_MAX + 1);
}

static char *
dup_where (const PlySnapshot *snapshot, gconstpointer record)
{
  return ply_describe_where (snapshot, record);
}

static char *
dup_people (const PlySnapshot *snapshot, gconstpointer record)
{
  return ply_describe_people (snapshot, record);
}

static const PlyTrack *
get_track (const PlySnapshot *snapshot, gconstpointer record)
{
  return ply_snapshot_lookup (snapshot, PLY_KIND_TRACK, ((const PlySession *) record)->track);
}

static char *
dup_track (const PlySnapshot *snapshot, gconstpointer record)
{
  const PlyTrack *track = get_track (snapshot, record);

  return track != NULL ? g_strdup (track->name) : NULL;
}

static const char *
get_track_color (const PlySnapshot *snapshot, gconstpointer record)
{
  const PlyTrack *track = get_track (snapshot, record);

  return track != NULL ? track->color : NULL;
}

static char *
dup_type (const PlySnapshot *snapshot, gconstpointer record)
{
  const PlySessionType *type =
      ply_snapshot_lookup (snapshot, PLY_KIND_SESSION_TYPE, ((const PlySession *) record)->type);

  return type != NULL ? g_strdup (type->name) : NULL;
}

static char *
dup_state (const PlySnapshot *snapshot, gconstpointer record)
{
  return dup_choice (record, "state");
}

/* People */

static char *
dup_affiliations (const PlySnapshot *snapshot, gconstpointer record)
{
  return ply_describe_affiliations (snapshot, record);
}

static gint64
get_n_contributions (const PlySnapshot *snapshot, gconstpointer record)
{
  const char *field_name = PLY_RECORD (record)->kind == PLY_KIND_PERSON ? "person" : "institution";

  return ply_snapshot_get_children (snapshot, PLY_KIND_PARTICIPATION, field_name,
                                    PLY_RECORD (record)->id)
      ->len;
}

static char *
dup_n_contributions (const PlySnapshot *snapshot, gconstpointer record)
{
  return dup_number (get_n_contributions (snapshot, record));
}

static char *
dup_person_country (const PlySnapshot *snapshot, gconstpointer record)
{
  return dup_country (((const PlyPerson *) record)->country);
}

/* Institutions */

static char *
dup_abbreviation (const PlySnapshot *snapshot, gconstpointer record)
{
  return g_strdup (((const PlyInstitution *) record)->abbreviation);
}

static char *
dup_institution_type (const PlySnapshot *snapshot, gconstpointer record)
{
  return dup_choice (record, "type");
}

static char *
dup_institution_country (const PlySnapshot *snapshot, gconstpointer record)
{
  return dup_country (((const PlyInstitution *) record)->country);
}

static char *
dup_city (const PlySnapshot *snapshot, gconstpointer record)
{
  return g_strdup (((const PlyInstitution *) record)->city);
}

static gint64
get_n_people (const PlySnapshot *snapshot, gconstpointer record)
{
  return ply_snapshot_get_children (snapshot, PLY_KIND_AFFILIATION, "institution",
                                    PLY_RECORD (record)->id)
      ->len;
}

static char *
dup_n_people (const PlySnapshot *snapshot, gconstpointer record)
{
  return dup_number (get_n_people (snapshot, record));
}

/* Rooms, tracks, types, days */

static char *
dup_building (const PlySnapshot *snapshot, gconstpointer record)
{
  return g_strdup (((const PlyRoom *) record)->building);
}

static gint64
get_capacity (const PlySnapshot *snapshot, gconstpointer record)
{
  return ((const PlyRoom *) record)->capacity;
}

static char *
dup_capacity (const PlySnapshot *snapshot, gconstpointer record)
{
  return dup_number (get_capacity (snapshot, record));
}

static const char *
get_own_color (const PlySnapshot *snapshot, gconstpointer record)
{
  return ((const PlyTrack *) record)->color;
}

static const char *
get_session_field (PlyKind kind)
{
  return kind == PLY_KIND_SESSION_TYPE ? "type" : ply_kind_get_info (kind)->name;
}

static gint64
get_n_sessions (const PlySnapshot *snapshot, gconstpointer record)
{
  return ply_snapshot_get_children (snapshot, PLY_KIND_SESSION,
                                    get_session_field (PLY_RECORD (record)->kind),
                                    PLY_RECORD (record)->id)
      ->len;
}

static char *
dup_n_sessions (const PlySnapshot *snapshot, gconstpointer record)
{
  return dup_number (get_n_sessions (snapshot, record));
}

static gint64
get_type_duration (const PlySnapshot *snapshot, gconstpointer record)
{
  return ((const PlySessionType *) record)->duration;
}

static char *
dup_type_duration (const PlySnapshot *snapshot, gconstpointer record)
{
  return dup_number (get_type_duration (snapshot, record));
}

static char *
dup_break (const PlySnapshot *snapshot, gconstpointer record)
{
  return ((const PlySessionType *) record)->is_break == 1 ? g_strdup (_ ("Yes")) : NULL;
}

static gint64
get_date (const PlySnapshot *snapshot, gconstpointer record)
{
  const PlyDay *day = record;

  return ply_date_is_valid (day->date) ? ply_date_difference ("2000-01-01", day->date) : G_MAXINT64;
}

static char *
dup_date (const PlySnapshot *snapshot, gconstpointer record)
{
  return g_strdup (((const PlyDay *) record)->date);
}

static char *
dup_hours (const PlySnapshot *snapshot, gconstpointer record)
{
  const PlyDay *day = record;
  g_autofree char *opens = NULL;
  g_autofree char *closes = NULL;

  if (day->opens == PLY_UNSET || day->closes == PLY_UNSET)
    return NULL;
  opens = ply_minutes_format (day->opens);
  closes = ply_minutes_format (day->closes);
  return g_strdup_printf ("%s–%s", opens, closes);
}

/* Tables */

static const PlyColumn session_columns[] = {
  { N_ ("Title"), 0, dup_name },
  { N_ ("When"), 190, dup_when, get_when },
  { N_ ("Where"), 130, dup_where },
  { N_ ("People"), 180, dup_people },
  { N_ ("Track"), 140, dup_track, NULL, get_track_color },
  { N_ ("Type"), 110, dup_type },
  { N_ ("State"), 100, dup_state },
  { NULL },
};

static const PlyColumn person_columns[] = {
  { N_ ("Name"), 0, dup_name },
  { N_ ("Institutions"), 240, dup_affiliations },
  { N_ ("Sessions"), 90, dup_n_contributions, get_n_contributions },
  { N_ ("Country"), 130, dup_person_country },
  { NULL },
};

static const PlyColumn institution_columns[] = {
  { N_ ("Name"), 0, dup_name },
  { N_ ("Abbreviation"), 110, dup_abbreviation },
  { N_ ("Type"), 160, dup_institution_type },
  { N_ ("Country"), 120, dup_institution_country },
  { N_ ("City"), 120, dup_city },
  { N_ ("People"), 80, dup_n_people, get_n_people },
  { NULL },
};

static const PlyColumn room_columns[] = {
  { N_ ("Name"), 0, dup_name },
  { N_ ("Building"), 180, dup_building },
  { N_ ("Capacity"), 100, dup_capacity, get_capacity },
  { N_ ("Sessions"), 90, dup_n_sessions, get_n_sessions },
  { NULL },
};

static const PlyColumn track_columns[] = {
  { N_ ("Name"), 0, dup_name, NULL, get_own_color },
  { N_ ("Sessions"), 90, dup_n_sessions, get_n_sessions },
  { NULL },
};

static const PlyColumn session_type_columns[] = {
  { N_ ("Name"), 0, dup_name },
  { N_ ("Usual Length"), 130, dup_type_duration, get_type_duration },
  { N_ ("Break"), 80, dup_break },
  { N_ ("Sessions"), 90, dup_n_sessions, get_n_sessions },
  { NULL },
};

static const PlyColumn day_columns[] = {
  { N_ ("Day"), 0, dup_name, get_date },
  { N_ ("Date"), 110, dup_date, get_date },
  { N_ ("Hours"), 120, dup_hours },
  { N_ ("Sessions"), 90, dup_n_sessions, get_n_sessions },
  { NULL },
};

const PlyColumn *
ply_record_columns_get (PlyKind kind)
{
  switch (kind)
    {
    case PLY_KIND_SESSION:
      return session_columns;
    case PLY_KIND_PERSON:
      return person_columns;
    case PLY_KIND_INSTITUTION:
      return institution_columns;
    case PLY_KIND_ROOM:
      return room_columns;
    case PLY_KIND_TRACK:
      return track_columns;
    case PLY_KIND_SESSION_TYPE:
      return session_type_columns;
    case PLY_KIND_DAY:
      return day_columns;
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
ply_record_columns_dup_summary (const PlySnapshot *snapshot, gconstpointer record)
{
  const PlyColumn *columns = ply_record_columns_get (PLY_RECORD (record)->kind);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; columns[i].title != NULL && parts->len < 2; i++)
    {
      g_autofree char *text = columns[i].dup_text (snapshot, record);

      /* A bare number says nothing without the head of its column. */
      if (text != NULL && *text != '\0' && (columns[i].get_number == NULL || i == 1))
        g_ptr_array_add (parts, g_steal_pointer (&text));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
