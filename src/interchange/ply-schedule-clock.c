/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-schedule-clock.h"

#include "ply-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A date with or without a clock, as it is written. */
typedef struct
{
  char *date;
  gint64 minutes;     /* PLY_TIME_UNSET: a date alone */
  GDateTime *instant; /* NULL: no offset */
} Stamp;

static void
stamp_clear (Stamp *stamp)
{
  g_clear_pointer (&stamp->date, g_free);
  g_clear_pointer (&stamp->instant, g_date_time_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stamp, stamp_clear)

/* Zones for offsets that no Etc/ zone has; the ones that most people live in. */
static const struct
{
  int minutes;
  const char *zone;
} odd_offsets[] = {
  { -210, "America/St_Johns" }, { 210, "Asia/Tehran" },     { 270, "Asia/Kabul" },
  { 330, "Asia/Kolkata" },      { 345, "Asia/Kathmandu" },  { 390, "Asia/Yangon" },
  { 570, "Australia/Darwin" },  { 765, "Pacific/Chatham" },
};

/* ISO 8601 as programs write it: a blank before the offset, no seconds. */
static char *
complete_stamp (const char *text)
{
  GString *stamp = g_string_new (text);

  if (stamp->len > 16 && stamp->str[10] == ' ')
    stamp->str[10] = 'T';
  g_string_replace (stamp, " ", "", 0);
  if (stamp->len >= 16 && stamp->str[13] == ':' && stamp->str[16] != ':')
    g_string_insert (stamp, 16, ":00");
  return g_string_free_and_steal (stamp);
}

static gboolean
stamp_parse (Stamp *stamp, const char *text)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *complete = NULL;

  *stamp = (Stamp) { .minutes = PLY_TIME_UNSET };
  if (text == NULL)
    return FALSE;
  if (ply_date_is_valid (text))
    {
      stamp->date = g_strdup (text);
      return TRUE;
    }
  complete = complete_stamp (text);
  time = g_date_time_new_from_iso8601 (complete, NULL);
  if (time != NULL)
    {
      stamp->instant = g_date_time_ref (time);
    }
  else
    {
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

      time = g_date_time_new_from_iso8601 (complete, utc);
    }
  if (time == NULL)
    return FALSE;
  stamp->date = g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (time),
                                 g_date_time_get_month (time), g_date_time_get_day_of_month (time));
  stamp->minutes = g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time);
  return TRUE;
}

/* The stamp in local time. */
static void
stamp_to_local (const PlyScheduleClock *self, const Stamp *stamp, char **date, gint64 *minutes)
{
  if (stamp->instant != NULL && !self->clocks_local)
    {
      ply_instant_to_local (stamp->instant, self->zone, date, minutes);
      return;
    }
  *date = g_strdup (stamp->date);
  *minutes = stamp->minutes;
}

/* The offset in minutes that makes the instant of an event the time that visitors read; FALSE when
 * the event does not say. Most give it beside a local clock; wafer writes UTC beside a local start.
 */
static gboolean
event_offset (const PlyFileEvent *event, int *offset)
{
  g_auto (Stamp) stamp = { 0 };
  gint64 start;

  if (!stamp_parse (&stamp, event->date) || stamp.instant == NULL)
    return FALSE;
  *offset = g_date_time_get_utc_offset (stamp.instant) / G_TIME_SPAN_MINUTE;
  if (event->start != NULL && ply_minutes_parse (event->start, &start))
    *offset += start - stamp.minutes;
  /* No place is further from UTC than 12 hours west or 14 east. */
  if (*offset > 14 * 60)
    *offset -= PLY_MINUTES_PER_DAY;
  if (*offset < -12 * 60)
    *offset += PLY_MINUTES_PER_DAY;
  return TRUE;
}

/* The offset that most events have; FALSE when none has one. */
static gboolean
find_offset (const PlyScheduleFile *file, int *offset)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint best = 0;

  for (guint i = 0; i < file->events->len; i++)
    {
      gpointer key;
      guint count;
      int found;

      if (!event_offset (file->events->pdata[i], &found))
        continue;
      key = GINT_TO_POINTER (found);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
      g_hash_table_replace (counts, key, GUINT_TO_POINTER (count));
      if (count > best)
        *offset = found;
      best = MAX (best, count);
    }
  for (guint i = 0; best == 0 && i < file->days->len; i++)
    {
      const PlyFileDay *day = file->days->pdata[i];
      g_auto (Stamp) stamp = { 0 };

      if (!stamp_parse (&stamp, day->start) || stamp.instant == NULL)
        continue;
      *offset = g_date_time_get_utc_offset (stamp.instant) / G_TIME_SPAN_MINUTE;
      return TRUE;
    }
  return best > 0;
}

static char *
zone_for_offset (int offset)
{
  if (offset == 0)
    return g_strdup ("UTC");
  /* The sign of these names is turned round by convention (IANA, file "etcetera"). */
  if (offset % 60 == 0 && offset >= -12 * 60 && offset <= 14 * 60)
    return g_strdup_printf ("Etc/GMT%+d", -offset / 60);
  for (guint i = 0; i < G_N_ELEMENTS (odd_offsets); i++)
    if (odd_offsets[i].minutes == offset)
      return g_strdup (odd_offsets[i].zone);
  return g_strdup ("UTC");
}

static void
choose_zone (PlyScheduleClock *self, const PlyScheduleFile *file, const char *known_zone,
             PlyPlan *plan)
{
  int offset = 0;

  self->named = file->zone != NULL && ply_zone_is_valid (file->zone);
  if (self->named)
    {
      self->zone = g_strdup (file->zone);
      return;
    }
  if (file->zone != NULL && *file->zone != '\0')
    ply_plan_remark (plan, file->line, _ ("“%s” is no time zone that is known here"), file->zone);
  if (known_zone != NULL)
    {
      self->zone = g_strdup (known_zone);
      return;
    }
  if (find_offset (file, &offset))
    {
      self->zone = zone_for_offset (offset);
      /* Translators: %s is a time zone like “Etc/GMT-1” */
      ply_plan_remark (plan, file->line,
                       _ ("The file names no time zone; “%s” was taken from the offsets of its "
                          "times. Choose the right one in the event’s settings."),
                       self->zone);
      return;
    }
  self->zone = g_strdup ("UTC");
  ply_plan_remark (
      plan, file->line,
      _ ("The file says nothing of its time zone; “UTC” was taken. Choose the right one "
         "in the event’s settings."));
}

/* Whether the clocks inside <date> or their instants agree with <start>, by majority. */
static void
judge_clocks (PlyScheduleClock *self, const PlyScheduleFile *file, PlyPlan *plan)
{
  guint as_written = 0;
  guint as_instant = 0;

  for (guint i = 0; i < file->events->len; i++)
    {
      const PlyFileEvent *event = file->events->pdata[i];
      g_auto (Stamp) stamp = { 0 };
      g_autofree char *date = NULL;
      gint64 start, minutes;

      if (event->start == NULL || !ply_minutes_parse (event->start, &start)
          || !stamp_parse (&stamp, event->date) || stamp.instant == NULL)
        continue;
      stamp_to_local (self, &stamp, &date, &minutes);
      as_written += stamp.minutes == start;
      as_instant += minutes == start;
    }
  self->clocks_local = as_written > 2 * as_instant;
  if (self->clocks_local)
    /* Translators: %s is a time zone like “Asia/Almaty” */
    ply_plan_remark (
        plan, file->line,
        _ ("The times’ offsets do not belong to the time zone “%s”; the clock times were "
           "taken as local"),
        self->zone);
}

void
ply_schedule_clock_init (PlyScheduleClock *self, const PlyScheduleFile *file,
                         const char *known_zone, PlyPlan *plan)
{
  *self = (PlyScheduleClock) { .day_change = PLY_TIME_UNSET };
  choose_zone (self, file, known_zone, plan);
  judge_clocks (self, file, plan);
  if (file->day_change != NULL && !ply_minutes_parse (file->day_change, &self->day_change))
    self->day_change = PLY_TIME_UNSET;
}

void
ply_schedule_clock_clear (PlyScheduleClock *self)
{
  g_clear_pointer (&self->zone, g_free);
}

char *
ply_schedule_clock_day_date (const PlyScheduleClock *self, const PlyFileDay *day)
{
  g_auto (Stamp) named = { 0 };
  g_auto (Stamp) start = { 0 };
  char *date = NULL;
  gint64 minutes;

  stamp_parse (&named, day->date);
  if (stamp_parse (&start, day->start) && start.minutes != PLY_TIME_UNSET)
    stamp_to_local (self, &start, &date, &minutes);
  if (named.date == NULL)
    return date;
  /* wafer gives the date that UTC has when the day begins in the zone; a date of its own beats any
   * clock otherwise. */
  if (date != NULL && strcmp (start.date, named.date) == 0)
    return date;
  g_free (date);
  return g_steal_pointer (&named.date);
}

gboolean
ply_schedule_clock_day_minutes (const PlyScheduleClock *self, const char *day_date,
                                const char *text, gint64 *minutes)
{
  g_auto (Stamp) stamp = { 0 };
  g_autofree char *date = NULL;

  if (day_date == NULL || !stamp_parse (&stamp, text) || stamp.minutes == PLY_TIME_UNSET)
    return FALSE;
  stamp_to_local (self, &stamp, &date, minutes);
  *minutes += (gint64) ply_date_difference (day_date, date) * PLY_MINUTES_PER_DAY;
  return *minutes >= 0 && *minutes <= PLY_MINUTES_MAX;
}

/* The minute of the clock before which an event belongs to the day before. */
static gint64
day_boundary (const PlyScheduleClock *self, const PlyFileEvent *event, const char *day_date)
{
  gint64 minutes;

  if (self->day_change != PLY_TIME_UNSET)
    return self->day_change;
  if (event->day != NULL
      && ply_schedule_clock_day_minutes (self, day_date, event->day->start, &minutes))
    return minutes;
  return 0;
}

/* The date at which an event begins and the minutes since its midnight. */
static gboolean
find_local (const PlyScheduleClock *self, const PlyFileEvent *event, char **date, gint64 *minutes,
            gboolean *dated, PlyPlan *plan)
{
  g_auto (Stamp) stamp = { 0 };
  gboolean has_stamp = stamp_parse (&stamp, event->date);
  gboolean has_start = event->start != NULL && ply_minutes_parse (event->start, minutes);
  gint64 clock = PLY_TIME_UNSET;

  if (has_stamp)
    stamp_to_local (self, &stamp, date, &clock);
  *dated = has_stamp && clock != PLY_TIME_UNSET;
  if (!has_start && !*dated)
    return FALSE;
  if (!has_start)
    {
      *minutes = clock;
      if (event->start != NULL)
        ply_plan_remark (plan, event->line,
                         _ ("“%s” is no time of day; the start was taken from the date"),
                         event->start);
    }
  else if (*dated && clock != *minutes)
    {
      /* The date that is written stays with the clock that is written. */
      g_set_str (date, stamp.date);
      if (stamp.minutes != *minutes)
        ply_plan_remark (plan, event->line,
                         /* Translators: %1$s is a time like “12:54”, %2$s a date with a time */
                         _ ("The start “%1$s” and the date “%2$s” disagree; the start was taken"),
                         event->start, event->date);
    }
  return TRUE;
}

static void
remark_no_time (const PlyFileEvent *event, PlyPlan *plan)
{
  if (event->start != NULL && *event->start != '\0')
    ply_plan_remark (plan, event->line,
                     _ ("“%s” is no time of day; the session was kept without a place in the "
                        "timetable"),
                     event->start);
  else
    ply_plan_remark (
        plan, event->line,
        _ ("There is no start; the session was kept without a place in the timetable"));
}

gboolean
ply_schedule_clock_place (const PlyScheduleClock *self, const PlyFileEvent *event,
                          const char *day_date, char **date, gint64 *minutes, PlyPlan *plan)
{
  g_autofree char *local = NULL;
  gint64 clock, boundary;
  gboolean dated;
  int days = 0;

  if (!find_local (self, event, &local, &clock, &dated, plan)
      || (local == NULL && day_date == NULL))
    {
      remark_no_time (event, plan);
      return FALSE;
    }
  boundary = day_boundary (self, event, day_date);
  if (day_date == NULL)
    {
      *date = g_steal_pointer (&local);
      *minutes = clock;
      return TRUE;
    }
  if (local != NULL)
    days = ply_date_difference (day_date, local);
  /* Without a date and time of its own, what is early by the clock comes after midnight. */
  if (days == 0 && !dated && clock < boundary)
    days = 1;
  if (days == 0
      || (days == 1 && clock + PLY_MINUTES_PER_DAY <= PLY_MINUTES_MAX
          && (boundary == 0 || clock < boundary)))
    {
      *date = g_strdup (day_date);
      *minutes = clock + days * PLY_MINUTES_PER_DAY;
      return TRUE;
    }
  /* Translators: both are dates like “2023-10-12” */
  ply_plan_remark (
      plan, event->line,
      _ ("The session is dated %1$s but stands under %2$s; it was put on its own date"), local,
      day_date);
  *date = g_steal_pointer (&local);
  *minutes = clock;
  return TRUE;
}
