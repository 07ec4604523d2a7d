/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-formatter.h"
#include "ply-language.h"
#include "ply-programme-order.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

#define LISTED_MOST 5

/* What the sentences are made of */

static char *
interface_language (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *plain = g_strndup (names[i], strcspn (names[i], ".@_"));
      char *language = ply_language_canonical (plain);

      if (language != NULL && g_ascii_strcasecmp (plain, "C") != 0)
        return language;
      g_free (language);
    }
  return g_strdup ("en");
}

/* Making one takes longer than a hundred messages. */
static PlyFormatter *
formatter_of (PlyConflicts *self)
{
  if (self->formatter == NULL)
    {
      self->language = interface_language ();
      self->formatter = ply_formatter_new (self->language);
    }
  return self->formatter;
}

PlyFormatter *
ply_conflicts_get_formatter (PlyConflicts *self)
{
  return formatter_of (self);
}

static char *
list_of (PlyConflicts *self, GPtrArray *texts)
{
  g_ptr_array_add (texts, NULL);
  return ply_formatter_list (formatter_of (self), (const char *const *) texts->pdata);
}

static char *
title_of (PlyConflicts *self, const PlyNode *node)
{
  const PlyField *field = ply_kind_title_field (node->kind);
  const char *title =
      node->record != NULL && field != NULL ? ply_record_get_text (node->record, field) : NULL;

  if (node->kind == PLY_KIND_PERSON && node->record != NULL)
    return ply_person_display_name (self->snapshot, (const PlyPerson *) node->record, NULL, FALSE);
  if (node->kind == PLY_KIND_DAY && title == NULL && node->record != NULL)
    title = ((const PlyDay *) node->record)->date;
  return g_strdup (title != NULL ? title : _ (ply_kind_get_info (node->kind)->label));
}

static char *
date_of (PlyConflicts *self, const PlyNode *node)
{
  const PlyNode *day = node->kind == PLY_KIND_DAY ? node
                       : node->session != NULL    ? node->session->day
                                                  : NULL;

  if (day == NULL || day->record == NULL || day->date == PLY_UNSET)
    return g_strdup ("–");
  return ply_formatter_date (formatter_of (self), ((const PlyDay *) day->record)->date,
                             PLY_DATE_WEEKDAY_DAY);
}

static char *
clock_of (const PlyNode *node)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (node->start == PLY_UNSET)
    return g_strdup ("–");
  start = ply_minutes_format (node->start - node->date * PLY_MINUTES_PER_DAY);
  end = ply_minutes_format (node->end - node->date * PLY_MINUTES_PER_DAY);
  /* Translators: a time, from %1$s to %2$s */
  return g_strdup_printf (_ ("%1$s–%2$s"), start, end);
}

static char *
titles_of (PlyConflicts *self, PlyNode *const *nodes, guint n)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MIN (n, LISTED_MOST); i++)
    g_ptr_array_add (titles, title_of (self, nodes[i]));
  if (n > LISTED_MOST)
    g_ptr_array_add (titles, g_strdup ("…"));
  return list_of (self, titles);
}

/* Sentences */

static char *
say_overlap (PlyConflicts *self, const PlyFound *found, PlyNode *const *nodes)
{
  g_autofree char *whose = found->conflict.n_records > 2 ? title_of (self, nodes[2]) : NULL;
  g_autofree char *date = date_of (self, nodes[1]);
  g_autofree char *a = title_of (self, nodes[0]);
  g_autofree char *a_clock = clock_of (nodes[0]);
  g_autofree char *b = title_of (self, nodes[1]);
  g_autofree char *b_clock = clock_of (nodes[1]);

  if (whose == NULL)
    /* Translators: two sessions that take all rooms: %1$s is a date, %2$s a session, %3$s its time,
       %4$s the other session, %5$s its time */
    return g_strdup_printf (
        _ ("On %1$s, “%2$s” (%3$s) and “%4$s” (%5$s) both take all rooms at the same time."), date,
        a, a_clock, b, b_clock);
  switch (found->conflict.kind)
    {
    case PLY_CONFLICT_ROOM_OVERLAP:
      /* Translators: %1$s is a room, %2$s a date, %3$s a session, %4$s its time, %5$s the other
         session, %6$s its time */
      return g_strdup_printf (
          _ ("%1$s is taken twice on %2$s: by “%3$s” (%4$s) and by “%5$s” (%6$s)."), whose, date, a,
          a_clock, b, b_clock);
    case PLY_CONFLICT_PERSON_OVERLAP:
      /* Translators: %1$s is a person, %2$s a date, %3$s a session or talk, %4$s its time, %5$s the
         other session or talk, %6$s its time */
      return g_strdup_printf (_ ("%1$s is in two places on %2$s: in “%3$s” (%4$s) and in “%5$s” "
                                 "(%6$s)."),
                              whose, date, a, a_clock, b, b_clock);
    case PLY_CONFLICT_TRACK_OVERLAP:
      /* Translators: %1$s is a track, %2$s a date, %3$s a session, %4$s its time, %5$s the other
         session, %6$s its time */
      return g_strdup_printf (
          _ ("The track “%1$s” is parallel to itself on %2$s: “%3$s” (%4$s) and “%5$s” (%6$s)."),
          whose, date, a, a_clock, b, b_clock);
    default:
      /* Translators: %1$s is an institution, %2$s a date, %3$s a session or talk, %4$s its time,
         %5$s the other session or talk, %6$s its time */
      return g_strdup_printf (
          _ ("%1$s is parallel to itself on %2$s: “%3$s” (%4$s) and “%5$s” (%6$s)."), whose, date,
          a, a_clock, b, b_clock);
    }
}

static char *
say_unavailable (PlyConflicts *self, const PlyFound *found, PlyNode *const *nodes)
{
  g_autofree char *title = title_of (self, nodes[0]);
  g_autofree char *whose = title_of (self, nodes[1]);
  g_autofree char *date = date_of (self, nodes[0]);
  g_autofree char *clock = clock_of (nodes[0]);

  if (found->conflict.kind == PLY_CONFLICT_ROOM_UNAVAILABLE)
    /* Translators: %1$s is a room, %2$s a date, %3$s a time, %4$s a session */
    return g_strdup_printf (_ ("%1$s is not available on %2$s, %3$s, for “%4$s”."), whose, date,
                            clock, title);
  /* Translators: %1$s is a person, %2$s a date, %3$s a time, %4$s a session or talk */
  return g_strdup_printf (_ ("%1$s is not there on %2$s, %3$s, for “%4$s”."), whose, date, clock,
                          title);
}

static char *
say_hours (PlyConflicts *self, PlyNode *const *nodes)
{
  const PlyDay *day = (const PlyDay *) nodes[1]->record;
  g_autofree char *title = title_of (self, nodes[0]);
  g_autofree char *date = date_of (self, nodes[0]);
  g_autofree char *clock = clock_of (nodes[0]);
  g_autofree char *opens =
      day->opens != PLY_UNSET ? ply_minutes_format (day->opens) : g_strdup ("");
  g_autofree char *closes =
      day->closes != PLY_UNSET ? ply_minutes_format (day->closes) : g_strdup ("");

  /* Translators: %1$s is a session, %2$s its time, %3$s a date, %4$s and %5$s the hours from and to
     which the event is open on that day; either may be empty */
  return g_strdup_printf (_ ("“%1$s” (%2$s) lies outside the hours of %3$s: %4$s–%5$s."), title,
                          clock, date, opens, closes);
}

static char *
say_capacity (PlyConflicts *self, PlyNode *const *nodes)
{
  g_autofree char *title = title_of (self, nodes[0]);
  g_autofree char *room = title_of (self, nodes[1]);
  long audience = ((const PlySession *) nodes[0]->record)->audience;
  long capacity = ((const PlyRoom *) nodes[1]->record)->capacity;
  const PlyNode *larger = ply_find_larger_room (self, nodes[0]);
  g_autofree char *other = larger != NULL ? title_of (self, larger) : NULL;

  if (other != NULL)
    /* Translators: %1$s is a session, %2$ld the people expected, %3$s its room, %4$ld the room's
       seats, %5$s a larger room, %6$ld that room's seats */
    return g_strdup_printf (_ ("“%1$s” expects %2$ld people; %3$s has %4$ld seats. Free at that "
                               "time: %5$s with %6$ld."),
                            title, audience, room, capacity, other,
                            (long) ((const PlyRoom *) larger->record)->capacity);
  /* Translators: %1$s is a session, %2$ld the people expected, %3$s its room, %4$ld the room's
     seats */
  return g_strdup_printf (
      _ ("“%1$s” expects %2$ld people; %3$s has %4$ld seats. No larger room is free at that time."),
      title, audience, room, capacity);
}

static char *
say_rule (PlyConflicts *self, const PlyFound *found, PlyNode *const *nodes)
{
  g_autofree char *a = title_of (self, nodes[0]);
  g_autofree char *b = title_of (self, nodes[1]);

  switch (found->conflict.kind)
    {
    case PLY_CONFLICT_ORDER_BROKEN:
      /* Translators: %1$s and %2$s are sessions */
      return g_strdup_printf (_ ("“%1$s” should end before “%2$s” begins."), a, b);
    case PLY_CONFLICT_NOT_PARALLEL:
      /* Translators: %1$s and %2$s are sessions */
      return g_strdup_printf (_ ("“%1$s” and “%2$s” should not take place at the same time."), a,
                              b);
    case PLY_CONFLICT_MUST_SEE_OVERLAP:
      /* Translators: %1$s and %2$s are sessions */
      return g_strdup_printf (
          _ ("“%1$s” and “%2$s”, which the same people want to attend, are at the same time."), a,
          b);
    case PLY_CONFLICT_SAME_ROOM:
      /* Translators: %1$s and %2$s are sessions */
      return g_strdup_printf (_ ("“%1$s” and “%2$s” should be in the same room."), a, b);
    default:
      /* Translators: %1$s and %2$s are sessions */
      return g_strdup_printf (_ ("“%1$s” and “%2$s” should be on the same day."), a, b);
    }
}

static char *
say_texts (PlyConflicts *self, const PlyFound *found, PlyNode *const *nodes)
{
  g_autoptr (GPtrArray) fields = ply_texts_dup_missing (self, nodes[0], found->text);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *language = ply_language_name (found->text, self->language);
  g_autofree char *title = title_of (self, nodes[0]);
  g_autofree char *list = NULL;

  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (labels, (gpointer) _ (((const PlyField *) fields->pdata[i])->label));
  list = list_of (self, labels);
  /* Translators: %1$s is a kind of record like “Session”, %2$s its title, %3$s a language, %4$s a
     list of its fields like “Title and Abstract” */
  return g_strdup_printf (_ ("%1$s “%2$s” is not translated in full (%3$s): %4$s."),
                          _ (ply_kind_get_info (nodes[0]->kind)->label), title, language, list);
}

static char *
say_duplicate (PlyConflicts *self, const PlyFound *found, PlyNode *const *nodes)
{
  guint n = found->conflict.n_records;
  g_autofree char *title = title_of (self, nodes[0]);
  g_autofree char *titles = NULL;

  if (found->conflict.kind == PLY_CONFLICT_DUPLICATE_TITLE)
    /* Translators: %1$u is a number, %2$s a title */
    return g_strdup_printf (
        ngettext ("%1$u record has the title “%2$s”.", "%1$u records have the title “%2$s”.", n), n,
        title);
  titles = titles_of (self, nodes, n);
  /* Translators: %s is a list of spellings of a person's name */
  return g_strdup_printf (_ ("These seem to be the same person: %s."), titles);
}

static char *
say_one_day (PlyConflicts *self, const PlyFound *found, PlyNode *const *nodes)
{
  g_autofree char *date = date_of (self, nodes[found->conflict.n_records - 1]);
  g_autofree char *whose = found->text == NULL ? title_of (self, nodes[0])
                                               : ply_country_name (found->text, self->language);

  /* Translators: %1$s is an institution or a country, %2$s a date */
  return g_strdup_printf (_ ("All that %1$s contributes is on one day, %2$s."),
                          whose != NULL ? whose : found->text, date);
}

static char *
say_missing (PlyConflicts *self, const PlyFound *found, PlyNode *const *nodes)
{
  g_autofree char *title = title_of (self, nodes[0]);

  switch (found->conflict.kind)
    {
    case PLY_CONFLICT_NO_ROOM:
      /* Translators: %s is a session */
      return g_strdup_printf (_ ("“%s” has no room."), title);
    case PLY_CONFLICT_NO_TIME:
      /* Translators: %s is a session */
      return g_strdup_printf (_ ("“%s” has no time."), title);
    case PLY_CONFLICT_NO_TYPE:
      /* Translators: %s is a session */
      return g_strdup_printf (_ ("“%s” has no type."), title);
    case PLY_CONFLICT_NO_SPEAKER:
      /* Translators: %s is a session or talk */
      return g_strdup_printf (_ ("“%s” has no speaker."), title);
    case PLY_CONFLICT_NO_CHAIR:
      /* Translators: %s is a session */
      return g_strdup_printf (_ ("“%s” has no chair."), title);
    default:
      /* Translators: %s is a person */
      return g_strdup_printf (_ ("%s speaks and belongs to no institution."), title);
    }
}

static char *
say_overfull (PlyConflicts *self, PlyNode *const *nodes)
{
  g_autofree char *title = title_of (self, nodes[0]);
  gulong over = ply_session_overrun (nodes[0]);

  /* Translators: %1$s is a session, %2$lu a number of minutes */
  return g_strdup_printf (
      ngettext ("The talks of “%1$s” are %2$lu minute longer than the session.",
                "The talks of “%1$s” are %2$lu minutes longer than the session.", over),
      title, over);
}

static char *
say_walk (PlyConflicts *self, PlyNode *const *nodes)
{
  const PlyNode *from = nodes[0]->session->room;
  const PlyNode *to = nodes[1]->session->room;
  gulong minutes = ply_settings_walk (self, from->text_hash, to->text_hash);
  g_autofree char *who = title_of (self, nodes[2]);
  g_autofree char *date = date_of (self, nodes[1]);
  g_autofree char *a = title_of (self, nodes[0]);
  g_autofree char *a_clock = clock_of (nodes[0]);
  g_autofree char *b = title_of (self, nodes[1]);
  g_autofree char *b_clock = clock_of (nodes[1]);

  /* Translators: %1$s is a date, %2$s a person, %3$s a session or talk, %4$s its time, %5$s another
     session or talk, %6$s its time, %7$s and %8$s the buildings they are in, %9$lu a number of
     minutes */
  return g_strdup_printf (ngettext ("On %1$s, %2$s goes from “%3$s” (%4$s) to “%5$s” (%6$s). The "
                                    "walk from %7$s to %8$s takes %9$lu minute.",
                                    "On %1$s, %2$s goes from “%3$s” (%4$s) to “%5$s” (%6$s). The "
                                    "walk from %7$s to %8$s takes %9$lu minutes.",
                                    minutes),
                          date, who, a, a_clock, b, b_clock,
                          ((const PlyRoom *) from->record)->building,
                          ((const PlyRoom *) to->record)->building, minutes);
}

static char *
say_break (PlyConflicts *self, PlyNode *const *nodes)
{
  g_autofree char *title = title_of (self, nodes[0]);
  gulong least = self->settings.break_least;

  /* Translators: %1$s is a break, %2$lu the minutes that a break should take at least */
  return g_strdup_printf (ngettext ("“%1$s” is shorter than a break should be (%2$lu minute).",
                                    "“%1$s” is shorter than a break should be (%2$lu minutes).",
                                    least),
                          title, least);
}

static char *
say_gap (PlyConflicts *self, PlyNode *const *nodes)
{
  gint64 midnight = nodes[1]->date * PLY_MINUTES_PER_DAY;
  g_autofree char *date = date_of (self, nodes[1]);
  g_autofree char *room = title_of (self, nodes[2]);
  g_autofree char *from = ply_minutes_format (nodes[0]->end - midnight);
  g_autofree char *to = ply_minutes_format (nodes[1]->start - midnight);
  g_autofree char *a = title_of (self, nodes[0]);
  g_autofree char *b = title_of (self, nodes[1]);

  /* Translators: %1$s is a date, %2$s a room, %3$s and %4$s times, %5$s and %6$s sessions */
  return g_strdup_printf (
      _ ("On %1$s, nothing is in %2$s from %3$s to %4$s, between “%5$s” and “%6$s”."), date, room,
      from, to, a, b);
}

static char *
say_turnover (PlyConflicts *self, PlyNode *const *nodes)
{
  gulong least = self->settings.turnover_least;
  g_autofree char *date = date_of (self, nodes[1]);
  g_autofree char *room = title_of (self, nodes[2]);
  g_autofree char *a = title_of (self, nodes[0]);
  g_autofree char *a_clock = clock_of (nodes[0]);
  g_autofree char *b = title_of (self, nodes[1]);
  g_autofree char *b_clock = clock_of (nodes[1]);

  /* Translators: %1$s is a date, %2$s a room, %3$s a session, %4$s its time, %5$s the session after
     it, %6$s its time, %7$lu a number of minutes */
  return g_strdup_printf (ngettext ("On %1$s in %2$s, less than %7$lu minute is between “%3$s” "
                                    "(%4$s) and “%5$s” (%6$s).",
                                    "On %1$s in %2$s, less than %7$lu minutes are between “%3$s” "
                                    "(%4$s) and “%5$s” (%6$s).",
                                    least),
                          date, room, a, a_clock, b, b_clock, least);
}

static char *
say_interpretation (PlyConflicts *self, const PlyFound *found, PlyNode *const *nodes)
{
  g_autofree char *language = ply_language_name (found->text, self->language);
  g_autofree char *title = title_of (self, nodes[0]);

  /* Translators: %1$s is a session, %2$s a language */
  return g_strdup_printf (_ ("“%1$s” is neither in this language nor interpreted into it: %2$s."),
                          title, language != NULL ? language : found->text);
}

char *
ply_conflicts_dup_message (PlyConflicts *self, const PlyConflict *conflict)
{
  const PlyFound *found = (const PlyFound *) conflict;
  g_autofree PlyNode **nodes = NULL;

  g_return_val_if_fail (self != NULL && conflict != NULL, NULL);

  formatter_of (self);
  nodes = g_new (PlyNode *, conflict->n_records);
  for (guint i = 0; i < conflict->n_records; i++)
    nodes[i] = ply_index_find (self, conflict->records[i].kind, conflict->records[i].id);
  switch (conflict->kind)
    {
    case PLY_CONFLICT_ROOM_OVERLAP:
    case PLY_CONFLICT_PERSON_OVERLAP:
    case PLY_CONFLICT_TRACK_OVERLAP:
    case PLY_CONFLICT_INSTITUTION_OVERLAP:
      return say_overlap (self, found, nodes);
    case PLY_CONFLICT_PERSON_UNAVAILABLE:
    case PLY_CONFLICT_ROOM_UNAVAILABLE:
      return say_unavailable (self, found, nodes);
    case PLY_CONFLICT_OUTSIDE_HOURS:
      return say_hours (self, nodes);
    case PLY_CONFLICT_OVERFULL_SESSION:
      return say_overfull (self, nodes);
    case PLY_CONFLICT_OVER_CAPACITY:
      return say_capacity (self, nodes);
    case PLY_CONFLICT_ORDER_BROKEN:
    case PLY_CONFLICT_NOT_PARALLEL:
    case PLY_CONFLICT_MUST_SEE_OVERLAP:
    case PLY_CONFLICT_SAME_ROOM:
    case PLY_CONFLICT_SAME_DAY:
      return say_rule (self, found, nodes);
    case PLY_CONFLICT_WALKING_TIME:
      return say_walk (self, nodes);
    case PLY_CONFLICT_SHORT_BREAK:
      return say_break (self, nodes);
    case PLY_CONFLICT_LONG_GAP:
      return say_gap (self, nodes);
    case PLY_CONFLICT_SHORT_TURNOVER:
      return say_turnover (self, nodes);
    case PLY_CONFLICT_NO_INTERPRETATION:
      return say_interpretation (self, found, nodes);
    case PLY_CONFLICT_MISSING_TRANSLATION:
      return say_texts (self, found, nodes);
    case PLY_CONFLICT_DUPLICATE_PERSON:
    case PLY_CONFLICT_DUPLICATE_TITLE:
      return say_duplicate (self, found, nodes);
    case PLY_CONFLICT_ONE_DAY:
      return say_one_day (self, found, nodes);
    default:
      return say_missing (self, found, nodes);
    }
}
