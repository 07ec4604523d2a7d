/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-describe.h"

#include "ply-programme-order.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
text_of (const PlySnapshot *snapshot, PlyKind kind, const char *id)
{
  gconstpointer record = ply_snapshot_lookup (snapshot, kind, id);
  const PlyField *title = ply_kind_title_field (kind);

  return record != NULL && title != NULL ? ply_record_get_text (record, title) : NULL;
}

/* Joins what is there with ", ". */
static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

char *
ply_describe_record (const PlySnapshot *snapshot, gconstpointer record)
{
  const PlyRecord *self = record;
  const PlyField *title = ply_kind_title_field (self->kind);
  const char *text = title != NULL ? ply_record_get_text (record, title) : NULL;

  if (self->kind == PLY_KIND_DAY && text == NULL)
    text = ((const PlyDay *) record)->date;
  if (self->kind == PLY_KIND_LINK && text == NULL)
    text = ((const PlyLink *) record)->url;
  if (self->kind == PLY_KIND_PERSON)
    return ply_person_display_name (snapshot, record, NULL, TRUE);
  return g_strdup (text != NULL ? text : _ (ply_kind_get_info (self->kind)->label));
}

char *
ply_describe_when (const PlySnapshot *snapshot, const PlySession *session)
{
  const PlyDay *day = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, session->day);
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *day_text = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (day == NULL || !ply_session_is_placed (session))
    return g_strdup (_ ("Not placed"));
  date = ply_local_to_instant (day->date, 0, "UTC");
  /* Translators: a date in a list, as g_date_time_format() takes it: %a is the short weekday, %e
     the day, %b the short month. xgettext:no-c-format */
  day_text = g_date_time_format (date, _ ("%a %e %b"));
  start = ply_minutes_format (session->start);
  end = ply_minutes_format (ply_session_end (session));
  /* Translators: when a session takes place: %1$s is the day, %2$s and %3$s are times */
  return g_strdup_printf (_ ("%1$s, %2$s–%3$s"), g_strchug (day_text), start, end);
}

char *
ply_describe_where (const PlySnapshot *snapshot, const PlySession *session)
{
  const char *room = text_of (snapshot, PLY_KIND_ROOM, session->room);

  if (session->all_rooms == 1)
    return g_strdup (_ ("All rooms"));
  return g_strdup (room != NULL ? room : "");
}

static void
add_people (const PlySnapshot *snapshot, gconstpointer session_or_talk, GPtrArray *names)
{
  GPtrArray *parts = ply_participations_of (snapshot, session_or_talk);

  for (guint i = 0; i < parts->len; i++)
    {
      const PlyParticipation *part = parts->pdata[i];
      const PlyPerson *person = ply_snapshot_lookup (snapshot, PLY_KIND_PERSON, part->person);
      const PlyInstitution *institution =
          ply_snapshot_lookup (snapshot, PLY_KIND_INSTITUTION, part->institution);
      char *name;

      if (strcmp (part->role, "chair") == 0)
        continue;
      if (person != NULL)
        name = ply_person_display_name (snapshot, person, NULL, TRUE);
      else if (institution != NULL)
        name = g_strdup (institution->abbreviation != NULL ? institution->abbreviation
                                                           : institution->name);
      else
        continue;
      if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_free (name);
      else
        g_ptr_array_add (names, name);
    }
}

char *
ply_describe_people (const PlySnapshot *snapshot, gconstpointer session_or_talk)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  add_people (snapshot, session_or_talk, names);
  if (PLY_RECORD (session_or_talk)->kind == PLY_KIND_SESSION)
    {
      GPtrArray *talks = ply_session_talks (snapshot, session_or_talk);

      for (guint i = 0; i < talks->len; i++)
        add_people (snapshot, talks->pdata[i], names);
    }
  return join (names);
}

char *
ply_describe_affiliations (const PlySnapshot *snapshot, const PlyPerson *person)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GPtrArray *affiliations =
      ply_snapshot_get_children (snapshot, PLY_KIND_AFFILIATION, "person", person->record.id);

  for (guint i = 0; i < affiliations->len; i++)
    {
      const PlyAffiliation *affiliation = affiliations->pdata[i];
      const char *name = text_of (snapshot, PLY_KIND_INSTITUTION, affiliation->institution);

      if (name != NULL)
        g_ptr_array_add (names, (gpointer) name);
    }
  return join (names);
}

/* The session that a participation is in, itself or through its talk. */
static const PlySession *
session_of (const PlySnapshot *snapshot, const PlyParticipation *part)
{
  const PlyTalk *talk = ply_snapshot_lookup (snapshot, PLY_KIND_TALK, part->talk);

  return ply_snapshot_lookup (snapshot, PLY_KIND_SESSION,
                              talk != NULL ? talk->session : part->session);
}

static int
compare_contributions (gconstpointer a, gconstpointer b, gpointer snapshot)
{
  const PlyParticipation *first = *(PlyParticipation *const *) a;
  const PlyParticipation *second = *(PlyParticipation *const *) b;
  const PlySession *one = session_of (snapshot, first);
  const PlySession *two = session_of (snapshot, second);
  const PlyDay *one_day =
      one != NULL ? ply_snapshot_lookup (snapshot, PLY_KIND_DAY, one->day) : NULL;
  const PlyDay *two_day =
      two != NULL ? ply_snapshot_lookup (snapshot, PLY_KIND_DAY, two->day) : NULL;
  int order =
      g_strcmp0 (one_day != NULL ? one_day->date : "~", two_day != NULL ? two_day->date : "~");

  if (order == 0 && one != NULL && two != NULL && one->start != two->start)
    order = one->start < two->start ? -1 : 1;
  return order != 0 ? order : strcmp (first->record.id, second->record.id);
}

GPtrArray *
ply_contributions_of (const PlySnapshot *snapshot, gconstpointer person_or_institution)
{
  const PlyRecord *record = person_or_institution;
  const char *field = record->kind == PLY_KIND_PERSON ? "person" : "institution";
  GPtrArray *parts =
      ply_snapshot_get_children (snapshot, PLY_KIND_PARTICIPATION, field, record->id);
  GPtrArray *sorted = g_ptr_array_copy (parts, NULL, NULL);

  g_ptr_array_sort_with_data (sorted, compare_contributions, (gpointer) snapshot);
  return sorted;
}
