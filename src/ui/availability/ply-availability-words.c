/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-availability-words.h"

#include "ply-time.h"

#include <glib/gi18n-lib.h>

char *
ply_availability_words_dup_day (const PlyDay *day)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (day != NULL, NULL);

  date = ply_local_to_instant (day->date, 0, "UTC");
  if (date == NULL)
    return g_strdup (day->date);
  /* Translators: a date in a list, as g_date_time_format() takes it: %a is the short weekday, %e
     the day, %b the short month. xgettext:no-c-format */
  text = g_date_time_format (date, _ ("%a %e %b"));
  return g_strdup (g_strchug (text));
}

char *
ply_availability_words_dup_span (gint64 start, gint64 end)
{
  g_autofree char *from = start != PLY_UNSET ? ply_minutes_format (start) : NULL;
  g_autofree char *to = end != PLY_UNSET ? ply_minutes_format (end) : NULL;

  if (from == NULL && to == NULL)
    return g_strdup (_ ("all day"));
  if (to == NULL)
    /* Translators: %s is a time of day; to the end of the day */
    return g_strdup_printf (_ ("from %s"), from);
  if (from == NULL)
    /* Translators: %s is a time of day; from the beginning of the day */
    return g_strdup_printf (_ ("until %s"), to);
  /* Translators: from one time of day to another */
  return g_strdup_printf (_ ("%1$s–%2$s"), from, to);
}

const char *
ply_availability_words_get_state (PlyPresenceState state, gboolean limited)
{
  switch (state)
    {
    case PLY_PRESENCE_AVAILABLE:
      /* Translators: of a person or a room, at a time */
      return _ ("available");
    case PLY_PRESENCE_UNAVAILABLE:
      /* Translators: of a person or a room, at a time */
      return _ ("unavailable");
    case PLY_PRESENCE_MIXED:
      /* Translators: of a person or a room, at a time */
      return _ ("not the same throughout");
    default:
      /* Translators: nothing is said on whether a person or a room is available at a time */
      return limited ? _ ("not stated, so unavailable") : _ ("not stated");
    }
}

const char *
ply_availability_words_get_command (PlyPresenceState state)
{
  switch (state)
    {
    case PLY_PRESENCE_AVAILABLE:
      return _ ("Mark as Available");
    case PLY_PRESENCE_UNAVAILABLE:
      return _ ("Mark as Unavailable");
    default:
      return _ ("Clear Availability");
    }
}
