/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-time.h"

#include <string.h>

static gboolean
parse_date (const char *text, GDate *date)
{
  guint year, month, day;

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;

  year = g_ascii_strtoull (text, NULL, 10);
  month = g_ascii_strtoull (text + 5, NULL, 10);
  day = g_ascii_strtoull (text + 8, NULL, 10);
  if (!g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

static char *
format_date (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

/* Hours, minutes and (if there) seconds of a colon-separated text; FALSE unless all of it was read.
 */
static gboolean
parse_clock (const char *text, guint max_hours, gint64 *minutes, guint *seconds)
{
  guint part[3] = { 0, 0, 0 };
  guint count = 0;
  const char *at = text;

  if (text == NULL)
    return FALSE;
  while (count < 3)
    {
      guint width = 0;

      while (g_ascii_isdigit (*at) && width < 2)
        {
          part[count] = part[count] * 10 + (*at++ - '0');
          width++;
        }
      if (width == 0 || (count > 0 && width != 2))
        return FALSE;
      count++;
      if (*at != ':')
        break;
      at++;
    }
  if (*at != '\0' || count < 2 || part[0] > max_hours || part[1] > 59 || part[2] > 59)
    return FALSE;
  *minutes = part[0] * 60 + part[1];
  *seconds = part[2];
  return TRUE;
}

/* GLib shares a zone as long as somebody has it, and reads its file anew otherwise: so the one that
 * was asked for last is held. NULL: there is no such zone. */
static GTimeZone *
load_zone (const char *name)
{
  static GMutex lock;
  static GTimeZone *held;
  GTimeZone *zone = g_time_zone_new_identifier (name);
  g_autoptr (GTimeZone) dropped = NULL;

  if (zone == NULL)
    return NULL;
  g_mutex_lock (&lock);
  dropped = held;
  held = g_time_zone_ref (zone);
  g_mutex_unlock (&lock);
  return zone;
}

gboolean
ply_date_is_valid (const char *text)
{
  GDate date;

  return parse_date (text, &date);
}

int
ply_date_difference (const char *from, const char *to)
{
  GDate first, second;

  g_return_val_if_fail (parse_date (from, &first) && parse_date (to, &second), 0);
  return g_date_days_between (&first, &second);
}

char *
ply_date_add (const char *date, int days)
{
  GDate sum;

  g_return_val_if_fail (parse_date (date, &sum), NULL);
  if (days >= 0)
    g_date_add_days (&sum, days);
  else
    g_date_subtract_days (&sum, -days);
  return format_date (&sum);
}

int
ply_date_weekday (const char *date)
{
  GDate day;

  g_return_val_if_fail (parse_date (date, &day), 0);
  return g_date_get_weekday (&day);
}

gboolean
ply_minutes_parse (const char *text, gint64 *minutes)
{
  guint seconds;

  return parse_clock (text, 23, minutes, &seconds);
}

gboolean
ply_duration_parse (const char *text, gint64 *minutes)
{
  guint seconds;

  if (!parse_clock (text, 99, minutes, &seconds))
    return FALSE;
  if (seconds > 0)
    (*minutes)++;
  return TRUE;
}

char *
ply_minutes_format (gint64 minutes)
{
  gint64 clock = ((minutes % PLY_MINUTES_PER_DAY) + PLY_MINUTES_PER_DAY) % PLY_MINUTES_PER_DAY;

  return g_strdup_printf ("%02d:%02d", (int) (clock / 60), (int) (clock % 60));
}

char *
ply_duration_format (gint64 minutes)
{
  g_return_val_if_fail (minutes >= 0, NULL);
  return g_strdup_printf ("%02" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, minutes / 60, minutes % 60);
}

gboolean
ply_zone_is_valid (const char *zone)
{
  g_autoptr (GTimeZone) found = NULL;

  /* Offsets ("+05:00") are no zones: they know no history and no clock changes. */
  if (zone == NULL || !g_ascii_isalpha (*zone))
    return FALSE;
  found = g_time_zone_new_identifier (zone);
  return found != NULL;
}

GDateTime *
ply_local_to_instant (const char *date, gint64 minutes, const char *zone)
{
  g_autoptr (GTimeZone) tz = load_zone (zone);
  GDate day;
  gint64 days = minutes / PLY_MINUTES_PER_DAY;
  gint64 clock = minutes % PLY_MINUTES_PER_DAY;

  if (!parse_date (date, &day))
    return NULL;
  if (clock < 0)
    {
      clock += PLY_MINUTES_PER_DAY;
      days--;
    }
  if (days >= 0)
    g_date_add_days (&day, days);
  else
    g_date_subtract_days (&day, -days);
  if (tz == NULL)
    tz = g_time_zone_new_utc ();
  return g_date_time_new (tz, g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day), clock / 60, clock % 60, 0);
}

void
ply_instant_to_local (GDateTime *instant, const char *zone, char **date, gint64 *minutes)
{
  g_autoptr (GTimeZone) tz = load_zone (zone);
  g_autoptr (GDateTime) local = NULL;

  g_return_if_fail (instant != NULL);

  local = tz != NULL ? g_date_time_to_timezone (instant, tz) : g_date_time_to_utc (instant);
  *date = g_date_time_format (local, "%Y-%m-%d");
  *minutes = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}
