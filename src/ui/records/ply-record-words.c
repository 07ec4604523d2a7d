/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-record-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title, *icon, *add, *new, *empty, *hint;
} Words;

static const Words words[PLY_N_KINDS] = {
  [PLY_KIND_SESSION] = { N_ ("Sessions"), "ply-sessions-symbolic", N_ ("Add Session"),
                         N_ ("New Session"), N_ ("No Sessions Yet"),
                         N_ ("Add one, or import a schedule.") },
  [PLY_KIND_PERSON] = { N_ ("Speakers"), "system-users-symbolic", N_ ("Add Speaker"),
                        N_ ("New Speaker"), N_ ("No Speakers Yet"),
                        N_ ("Add the people who speak, chair or moderate.") },
  [PLY_KIND_INSTITUTION] = { N_ ("Institutions"), "ply-institution-symbolic",
                             N_ ("Add Institution"), N_ ("New Institution"),
                             N_ ("No Institutions Yet"),
                             N_ ("Add ministries, universities and companies that take part.") },
  [PLY_KIND_ROOM] = { N_ ("Rooms"), "mark-location-symbolic", N_ ("Add Room"), N_ ("New Room"),
                      N_ ("No Rooms Yet"), N_ ("Add the rooms in which sessions take place.") },
  [PLY_KIND_TRACK] = { N_ ("Tracks"), "view-list-bullet-symbolic", N_ ("Add Track"),
                       N_ ("New Track"), N_ ("No Tracks Yet"),
                       N_ ("Tracks group sessions by subject, each with its color.") },
  [PLY_KIND_SESSION_TYPE] = { N_ ("Session Types"), "view-list-ordered-symbolic", N_ ("Add Type"),
                              N_ ("New Session Type"), N_ ("No Session Types Yet"),
                              N_ ("Lectures, panels, breaks: types say what a session is like.") },
  [PLY_KIND_DAY] = { N_ ("Days"), "x-office-calendar-symbolic", N_ ("Add Day"), N_ ("New Day"),
                     N_ ("No Days Yet"), N_ ("Add the days of the event.") },
};

const char *
ply_record_words_title (PlyKind kind)
{
  g_return_val_if_fail (kind < PLY_N_KINDS && words[kind].title != NULL, "");
  return _ (words[kind].title);
}

const char *
ply_record_words_add (PlyKind kind)
{
  g_return_val_if_fail (kind < PLY_N_KINDS && words[kind].title != NULL, "");
  return _ (words[kind].add);
}

const char *
ply_record_words_new (PlyKind kind)
{
  g_return_val_if_fail (kind < PLY_N_KINDS && words[kind].title != NULL, "");
  return _ (words[kind].new);
}

const char *
ply_record_words_empty (PlyKind kind)
{
  g_return_val_if_fail (kind < PLY_N_KINDS && words[kind].title != NULL, "");
  return _ (words[kind].empty);
}

const char *
ply_record_words_empty_hint (PlyKind kind)
{
  g_return_val_if_fail (kind < PLY_N_KINDS && words[kind].title != NULL, "");
  return _ (words[kind].hint);
}

const char *
ply_record_words_icon (PlyKind kind)
{
  g_return_val_if_fail (kind < PLY_N_KINDS && words[kind].title != NULL, "");
  return words[kind].icon;
}

char *
ply_record_words_dup_count (PlyKind kind, guint n)
{
  switch (kind)
    {
    case PLY_KIND_SESSION:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u session", "%u sessions", n), n);
    case PLY_KIND_PERSON:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u speaker", "%u speakers", n), n);
    case PLY_KIND_INSTITUTION:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u institution", "%u institutions", n), n);
    case PLY_KIND_ROOM:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u room", "%u rooms", n), n);
    case PLY_KIND_TRACK:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u track", "%u tracks", n), n);
    case PLY_KIND_SESSION_TYPE:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u session type", "%u session types", n), n);
    case PLY_KIND_DAY:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u day", "%u days", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
ply_record_words_dup_deleted (PlyKind kind, guint n)
{
  switch (kind)
    {
    case PLY_KIND_SESSION:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u session deleted", "%u sessions deleted", n), n);
    case PLY_KIND_PERSON:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u speaker deleted", "%u speakers deleted", n), n);
    case PLY_KIND_INSTITUTION:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u institution deleted", "%u institutions deleted", n), n);
    case PLY_KIND_ROOM:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u room deleted", "%u rooms deleted", n), n);
    case PLY_KIND_TRACK:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u track deleted", "%u tracks deleted", n), n);
    case PLY_KIND_SESSION_TYPE:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u session type deleted", "%u session types deleted", n),
                              n);
    case PLY_KIND_DAY:
      /* Translators: %u is a number */
      return g_strdup_printf (ngettext ("%u day deleted", "%u days deleted", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}
