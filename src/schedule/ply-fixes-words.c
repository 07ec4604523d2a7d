/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-fixes-private.h"

#include "ply-programme-order.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

static const char *
get_title (gconstpointer session_or_talk)
{
  PlyKind kind = PLY_RECORD (session_or_talk)->kind;
  const char *title = ply_record_get_text (session_or_talk, ply_kind_title_field (kind));

  return title != NULL ? title : _ (ply_kind_get_info (kind)->label);
}

/* Places */

static char *
dup_date (const PlyFixSearch *self, const char *day, PlyDateStyle style)
{
  const PlyDay *record = ply_snapshot_lookup (self->snapshot, PLY_KIND_DAY, day);

  if (record == NULL || record->date == NULL || !ply_date_is_valid (record->date))
    return NULL;
  return ply_formatter_date (ply_conflicts_get_formatter (self->conflicts), record->date, style);
}

static const char *
get_room_name (const PlyFixSearch *self, const PlyPlace *place)
{
  const PlyRoom *room = ply_snapshot_lookup (self->snapshot, PLY_KIND_ROOM, place->room);

  if (place->all_rooms)
    return _ ("All rooms");
  return room != NULL ? room->name : NULL;
}

/* Takes both. */
static char *
join (char *first, char *second)
{
  g_autofree char *one = first;
  g_autofree char *two = second;

  if (one == NULL || two == NULL)
    return one != NULL ? g_steal_pointer (&one) : g_steal_pointer (&two);
  /* Translators: parts of a place in the timetable: a date and a time, or a time and a room */
  return g_strdup_printf (_ ("%1$s, %2$s"), one, two);
}

/* What of it is another than now: "Hall B"; "10:30"; "Friday, 10:30, Hall B". */
static char *
dup_news (const PlyFixSearch *self, const PlySession *session, const PlyPlace *place)
{
  PlyPlace now = ply_place_of (session);
  gboolean other_day = g_strcmp0 (now.day, place->day) != 0;
  gboolean other_time = other_day || now.start != place->start;
  gboolean other_room = now.all_rooms != place->all_rooms || g_strcmp0 (now.room, place->room) != 0;
  PlyDateStyle style = self->frame.days->len > 7 ? PLY_DATE_WEEKDAY_DAY : PLY_DATE_WEEKDAY;
  g_autofree char *time = other_time ? ply_minutes_format (place->start) : NULL;

  return join (
      join (other_day && self->frame.days->len > 1 ? dup_date (self, place->day, style) : NULL,
            g_steal_pointer (&time)),
      other_room ? g_strdup (get_room_name (self, place)) : NULL);
}

/* "10:00–10:30, Hall A" */
static char *
dup_place (const PlyFixSearch *self, const PlyPlace *place, gint64 duration, gboolean with_day)
{
  PlyFormatter *formatter = ply_conflicts_get_formatter (self->conflicts);
  char *range =
      ply_formatter_time_range (formatter, place->start, place->start + MAX (duration, 0));

  return join (join (with_day ? dup_date (self, place->day, PLY_DATE_WEEKDAY_DAY) : NULL, range),
               g_strdup (get_room_name (self, place)));
}

/* From where to where; the date when it is another one. */
static char *
dup_way (const PlyFixSearch *self, const PlySession *session, const PlyPlace *to, gint64 duration)
{
  PlyPlace from = ply_place_of (session);
  gboolean other_day = g_strcmp0 (from.day, to->day) != 0;
  g_autofree char *target = dup_place (self, to, duration, other_day);
  g_autofree char *source = NULL;

  if (from.day == NULL)
    return g_steal_pointer (&target);
  source = dup_place (self, &from, session->duration, other_day);
  /* Translators: %1$s is a time and room where something is now, %2$s where it goes */
  return g_strdup_printf (_ ("%1$s → %2$s"), source, target);
}

/* What remains */

static void
count_fresh (const PlyProbe *probe, guint *n_warnings, guint *n_hints)
{
  *n_warnings = *n_hints = 0;
  for (guint i = 0; i < probe->fresh->len; i++)
    if (((PlyForeseen *) probe->fresh->pdata[i])->severity == PLY_SEVERITY_HINT)
      (*n_hints)++;
    else
      (*n_warnings)++;
}

static void
add_outcome (GPtrArray *parts, const PlyProbe *probe)
{
  guint n_others = MAX (probe->n_solved, 1) - 1;
  guint n_warnings, n_hints;

  count_fresh (probe, &n_warnings, &n_hints);
  if (n_others > 0)
    g_ptr_array_add (parts, g_strdup_printf (
                                /* Translators: %u is a number; what a fix does besides */
                                ngettext ("solves %u other conflict too",
                                          "solves %u other conflicts too", n_others),
                                n_others));
  if (n_warnings > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (
                         /* Translators: %u is a number; what a fix brings */
                         ngettext ("%u new warning", "%u new warnings", n_warnings), n_warnings));
  if (n_hints > 0)
    g_ptr_array_add (parts, g_strdup_printf (
                                /* Translators: %u is a number; what a fix brings */
                                ngettext ("%u new hint", "%u new hints", n_hints), n_hints));
  if (n_warnings + n_hints == 0)
    g_ptr_array_add (parts, g_strdup (_ ("no new conflict")));
}

/* What it does */

/* NULL when the day has no such hour. */
static char *
format_hour (gint64 minutes)
{
  return minutes != PLY_UNSET ? ply_minutes_format (minutes) : NULL;
}

static char *
dup_hours (const PlyFixSearch *self, const PlySession *session)
{
  const PlyDay *day = ply_snapshot_lookup (self->snapshot, PLY_KIND_DAY, session->day);
  gint64 end = ply_session_end (session);
  g_autofree char *opens =
      format_hour (day->opens != PLY_UNSET ? MIN (session->start, day->opens) : PLY_UNSET);
  g_autofree char *closes =
      format_hour (day->closes != PLY_UNSET ? MAX (end, day->closes) : PLY_UNSET);
  g_autofree char *date = dup_date (self, session->day, PLY_DATE_WEEKDAY_DAY);

  if (opens == NULL)
    /* Translators: %1$s is a date, %2$s a time */
    return g_strdup_printf (_ ("%1$s: until %2$s"), date, closes);
  if (closes == NULL)
    /* Translators: %1$s is a date, %2$s a time */
    return g_strdup_printf (_ ("%1$s: from %2$s"), date, opens);
  /* Translators: %1$s is a date, %2$s and %3$s are times, from and to */
  return g_strdup_printf (_ ("%1$s: %2$s–%3$s"), date, opens, closes);
}

static char *
dup_hours_label (const PlyFixSearch *self, const PlySession *session)
{
  const PlyDay *day = ply_snapshot_lookup (self->snapshot, PLY_KIND_DAY, session->day);
  gboolean earlier = day->opens != PLY_UNSET && session->start < day->opens;
  gboolean later = day->closes != PLY_UNSET && ply_session_end (session) > day->closes;
  g_autofree char *time = ply_minutes_format (earlier ? session->start : ply_session_end (session));

  if (earlier && later)
    return g_strdup (_ ("Open the day earlier and close it later"));
  if (earlier)
    /* Translators: %s is a time */
    return g_strdup_printf (_ ("Open the day at %s"), time);
  /* Translators: %s is a time */
  return g_strdup_printf (_ ("Close the day at %s"), time);
}

/* FALSE when the talk has no time. */
static gboolean
find_talk_time (const PlySnapshot *snapshot, const char *id, gint64 *start, gint64 *end)
{
  const PlyTalk *talk = ply_snapshot_lookup (snapshot, PLY_KIND_TALK, id);
  const PlySession *session = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, talk->session);
  g_autofree gint64 *offsets = ply_session_talk_offsets (snapshot, session, NULL);
  guint index;

  if (!ply_session_is_placed (session)
      || !g_ptr_array_find (ply_session_talks (snapshot, session), talk, &index))
    return FALSE;
  *start = session->start + offsets[index];
  *end = *start + MAX (talk->duration, 0);
  return TRUE;
}

static PlySnapshot *
apply (const PlyFixSearch *self, const PlyCandidate *candidate)
{
  g_autoptr (PlyPlan) plan = ply_candidate_dup_plan (self, candidate);

  return ply_plan_apply (plan, (PlySnapshot *) self->snapshot);
}

static char *
dup_talk_way (const PlyFixSearch *self, const PlyCandidate *candidate)
{
  PlyFormatter *formatter = ply_conflicts_get_formatter (self->conflicts);
  g_autoptr (PlySnapshot) after = apply (self, candidate);
  const char *id = candidate->talk->record.id;
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  gint64 start, end;

  if (!find_talk_time (self->snapshot, id, &start, &end))
    return NULL;
  source = ply_formatter_time_range (formatter, start, end);
  find_talk_time (after, id, &start, &end);
  target = ply_formatter_time_range (formatter, start, end);
  /* Translators: %1$s is a time and room where something is now, %2$s where it goes */
  return g_strdup_printf (_ ("%1$s → %2$s"), source, target);
}

static char *
dup_talk_start (const PlyFixSearch *self, const PlyCandidate *candidate)
{
  g_autoptr (PlySnapshot) after = apply (self, candidate);
  gint64 start, end;

  return find_talk_time (after, candidate->talk->record.id, &start, &end)
             ? ply_minutes_format (start)
             : g_strdup (get_title (candidate->session));
}

static char *
dup_deed (const PlyFixSearch *self, const PlyCandidate *candidate)
{
  const PlySession *session = candidate->session;
  PlyPlace place;

  switch (candidate->type)
    {
    case PLY_CANDIDATE_MOVE:
      return dup_way (self, session, &candidate->place, session->duration);
    case PLY_CANDIDATE_SWAP:
      place = ply_place_of (candidate->other);
      return dup_way (self, session, &place, session->duration);
    case PLY_CANDIDATE_RESIZE:
      return candidate->place.day != NULL
                 ? dup_way (self, session, &candidate->place, candidate->duration)
                 : NULL;
    case PLY_CANDIDATE_HOURS:
      return dup_hours (self, session);
    case PLY_CANDIDATE_SHORTEN_ALL:
      return g_strdup (get_title (session));
    default:
      return dup_talk_way (self, candidate);
    }
}

/* Sessions and talks. */
static char *
dup_shorter_label (gconstpointer session_or_talk, long minutes)
{
  return g_strdup_printf (
      /* Translators: %1$s is a session or talk, %2$ld the minutes that it then takes */
      ngettext ("Shorten “%1$s” to %2$ld minute", "Shorten “%1$s” to %2$ld minutes", minutes),
      get_title (session_or_talk), minutes);
}

static char *
dup_longer_label (const PlySession *session, long minutes, gboolean with_followers)
{
  if (with_followers)
    return g_strdup_printf (
        /* Translators: %1$s is a session, %2$ld the minutes that it then takes */
        ngettext ("Lengthen “%1$s” to %2$ld minute and move what follows",
                  "Lengthen “%1$s” to %2$ld minutes and move what follows", minutes),
        get_title (session), minutes);
  return g_strdup_printf (
      /* Translators: %1$s is a session, %2$ld the minutes that it then takes */
      ngettext ("Lengthen “%1$s” to %2$ld minute", "Lengthen “%1$s” to %2$ld minutes", minutes),
      get_title (session), minutes);
}

static char *
dup_resize_label (const PlyCandidate *candidate)
{
  const PlySession *session = candidate->session;
  g_autofree char *start = NULL;

  if (candidate->duration < session->duration)
    return dup_shorter_label (session, candidate->duration);
  if (candidate->place.start >= session->start)
    return dup_longer_label (session, candidate->duration, candidate->flags & PLY_ARRANGE_RIPPLE);
  start = ply_minutes_format (candidate->place.start);
  /* Translators: %1$s is a session that gets longer, %2$s a time */
  return g_strdup_printf (_ ("Begin “%1$s” earlier, at %2$s"), get_title (session), start);
}

static char *
dup_talk_label (const PlyFixSearch *self, const PlyCandidate *candidate)
{
  g_autofree char *when = NULL;
  long minutes = candidate->duration;

  switch (candidate->type)
    {
    case PLY_CANDIDATE_SHORTEN_TALK:
      return dup_shorter_label (candidate->talk, candidate->duration);
    case PLY_CANDIDATE_SHORTEN_ALL:
      return g_strdup_printf (
          /* Translators: %ld is a number of minutes */
          ngettext ("Shorten each talk by %ld minute", "Shorten each talk by %ld minutes", minutes),
          minutes);
    case PLY_CANDIDATE_UNPIN:
      /* Translators: %s is a talk that begins at a fixed time, which is given up */
      return g_strdup_printf (_ ("Let “%s” follow the talk before"), get_title (candidate->talk));
    default:
      when = dup_talk_start (self, candidate);
      /* Translators: %1$s is a session or talk, %2$s where it goes: a day, a time, a room, or
         several of them (“Friday, 10:30, Hall B”) */
      return g_strdup_printf (_ ("Move “%1$s” to %2$s"), get_title (candidate->talk), when);
    }
}

char *
ply_candidate_dup_label (const PlyFixSearch *self, const PlyCandidate *candidate)
{
  g_autofree char *news = NULL;

  switch (candidate->type)
    {
    case PLY_CANDIDATE_MOVE:
      news = dup_news (self, candidate->session, &candidate->place);
      if (candidate->flags & PLY_ARRANGE_RIPPLE)
        /* Translators: %1$s is a session, %2$s the time to which it goes */
        return g_strdup_printf (_ ("Move “%1$s” and what follows to %2$s"),
                                get_title (candidate->session), news);
      /* Translators: %1$s is a session or talk, %2$s where it goes: a day, a time, a room, or
         several of them (“Friday, 10:30, Hall B”) */
      return g_strdup_printf (_ ("Move “%1$s” to %2$s"), get_title (candidate->session), news);
    case PLY_CANDIDATE_SWAP:
      /* Translators: %1$s and %2$s are sessions */
      return g_strdup_printf (_ ("Swap “%1$s” with “%2$s”"), get_title (candidate->session),
                              get_title (candidate->other));
    case PLY_CANDIDATE_RESIZE:
      return dup_resize_label (candidate);
    case PLY_CANDIDATE_HOURS:
      return dup_hours_label (self, candidate->session);
    default:
      return dup_talk_label (self, candidate);
    }
}

char *
ply_candidate_dup_detail (const PlyFixSearch *self, const PlyCandidate *candidate,
                          const PlyProbe *probe)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *deed = dup_deed (self, candidate);

  if (deed != NULL)
    g_ptr_array_add (parts, deed);
  add_outcome (parts, probe);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
