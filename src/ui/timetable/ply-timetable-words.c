/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-words.h"

#include "ply-formatter.h"
#include "ply-programme-order.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

static const char *
get_room (const PlySnapshot *snapshot, const PlySession *session)
{
  const PlyRoom *room = ply_snapshot_lookup (snapshot, PLY_KIND_ROOM, session->room);

  if (session->all_rooms == 1)
    return _ ("All rooms");
  return room != NULL && room->name != NULL ? room->name : _ ("No room");
}

static char *
dup_weekday (const PlySnapshot *snapshot, const PlySession *session)
{
  const PlyDay *day = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, session->day);
  g_autoptr (PlyFormatter) formatter = NULL;

  if (day == NULL || !ply_date_is_valid (day->date))
    return g_strdup ("");
  formatter = ply_formatter_new (g_get_language_names ()[0]);
  return ply_formatter_date (formatter, day->date, PLY_DATE_WEEKDAY);
}

static const char *
get_title (gconstpointer record)
{
  const PlyField *field = ply_kind_title_field (PLY_RECORD (record)->kind);
  const char *title = ply_record_get_text (record, field);

  return title != NULL ? title : _ (ply_kind_get_info (PLY_RECORD (record)->kind)->label);
}

char *
ply_timetable_words_dup_conflicts (PlyConflicts *conflicts, const char *session)
{
  g_autoptr (GPtrArray) about = NULL;

  g_return_val_if_fail (session != NULL, NULL);

  if (conflicts != NULL)
    about = ply_conflicts_dup_about (conflicts, PLY_KIND_SESSION, session);
  if (about == NULL || about->len == 0)
    return g_strdup (_ ("no conflicts"));
  /* Translators: %u is a number */
  return g_strdup_printf (ngettext ("%u conflict", "%u conflicts", about->len), about->len);
}

char *
ply_timetable_words_dup_place (const PlySnapshot *snapshot, PlyConflicts *conflicts,
                               const char *session)
{
  const PlySession *record;
  g_autofree char *weekday = NULL;
  g_autofree char *start = NULL;
  g_autofree char *count = NULL;

  g_return_val_if_fail (snapshot != NULL && session != NULL, NULL);

  record = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, session);
  if (record == NULL)
    return g_strdup ("");
  if (!ply_session_is_placed (record))
    /* Translators: %s is a session's title */
    return g_strdup_printf (_ ("%s: not placed"), get_title (record));
  weekday = dup_weekday (snapshot, record);
  start = ply_minutes_format (record->start);
  count = ply_timetable_words_dup_conflicts (conflicts, session);
  /* Translators: said when a session was moved: %1$s is its title, %2$s the weekday, %3$s the time,
     %4$s the room, %5$s a number of conflicts */
  return g_strdup_printf (_ ("%1$s: %2$s %3$s, %4$s, %5$s"), get_title (record), weekday, start,
                          get_room (snapshot, record), count);
}

char *
ply_timetable_words_dup_length (const PlySnapshot *snapshot, PlyConflicts *conflicts,
                                const char *session)
{
  const PlySession *record;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *count = NULL;
  gint64 minutes;

  g_return_val_if_fail (snapshot != NULL && session != NULL, NULL);

  record = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, session);
  if (record == NULL || !ply_session_is_placed (record))
    return ply_timetable_words_dup_place (snapshot, conflicts, session);
  minutes = MAX (record->duration, 0);
  start = ply_minutes_format (record->start);
  end = ply_minutes_format (ply_session_end (record));
  count = ply_timetable_words_dup_conflicts (conflicts, session);
  /* Translators: said when a session's length was changed: %1$s is its title, %2$s and %3$s are
     times, %4$d is the length, %5$s a number of conflicts */
  return g_strdup_printf (ngettext ("%1$s: %2$s to %3$s, %4$d minute, %5$s",
                                    "%1$s: %2$s to %3$s, %4$d minutes, %5$s", (gulong) minutes),
                          get_title (record), start, end, (int) minutes, count);
}

/* How the talks fit into their session. */
static char *
dup_fit (const PlySession *session, gint64 end)
{
  gint64 over = end - MAX (session->duration, 0);

  if (over <= 0)
    return g_strdup (_ ("fits"));
  /* Translators: talks end after their session; %d is a number of minutes */
  return g_strdup_printf (ngettext ("%d minute over", "%d minutes over", (gulong) over),
                          (int) over);
}

char *
ply_timetable_words_dup_talk (const PlySnapshot *snapshot, const char *talk)
{
  const PlyTalk *record;
  const PlySession *session;
  GPtrArray *talks;
  g_autofree gint64 *offsets = NULL;
  g_autofree char *start = NULL;
  g_autofree char *stop = NULL;
  g_autofree char *fit = NULL;
  gint64 end, from;
  guint index = 0;

  g_return_val_if_fail (snapshot != NULL && talk != NULL, NULL);

  record = ply_snapshot_lookup (snapshot, PLY_KIND_TALK, talk);
  session =
      record != NULL ? ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, record->session) : NULL;
  if (session == NULL)
    return g_strdup ("");
  talks = ply_session_talks (snapshot, session);
  offsets = ply_session_talk_offsets (snapshot, session, &end);
  if (!g_ptr_array_find (talks, record, &index))
    return g_strdup ("");
  from = offsets[index] + (session->start != PLY_UNSET ? session->start : 0);
  start = ply_minutes_format (from);
  stop = ply_minutes_format (from + MAX (record->duration, 0));
  fit = dup_fit (session, end);
  /* Translators: said of a talk inside a session: %1$u of %2$u is its place, %3$s its title, %4$s
     and %5$s are times, %6$s is "fits" or "12 minutes over", of all talks of the session */
  return g_strdup_printf (record->pinned != PLY_UNSET
                              ? _ ("Talk %1$u of %2$u: %3$s, %4$s to %5$s, pinned, %6$s")
                              : _ ("Talk %1$u of %2$u: %3$s, %4$s to %5$s, %6$s"),
                          index + 1, talks->len, get_title (record), start, stop, fit);
}
