/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme-private.h"

#include <string.h>

#include "ply-programme-order.h"

/* When a day has more sessions than this, all days are parted by hours, and these stand in the
 * contents instead of the sessions. */
#define CONTENTS_MAX 40

/* "Day 2", small above the date. */
static void
add_day_number (PlyProgramme *self, PlyBlock *parent, guint number)
{
  /* Translators: stands small above the date of a day; %u is its number, from 1. */
  g_autofree char *text =
      g_strdup_printf (ply_word (self->edition->words, "programme", "Day %u"), number);

  ply_block_append (parent, ply_paragraph_new_text ("above-day", text));
}

static void
add_day_heading (PlyProgramme *self, PlyBlock *parent, const PlyDay *day, const char *date)
{
  PlyEdition *edition = self->edition;
  g_autofree char *anchor = ply_programme_anchor (day);
  PlyBlock *heading, *title;

  heading = ply_block_append (parent, ply_heading_new ("day", 1, anchor));
  ply_block_set_origin (heading, day->record.id, "date");
  ply_block_add_text (heading, date, NULL);
  title = ply_edition_paragraph (edition, "day-title", day, "title");
  if (title != NULL)
    ply_block_append (parent, title);
  ply_block_append (parent, ply_rule_new (0.75, PLY_COLOUR_ACCENT));
  ply_programme_add_contents_line (self, 1, anchor, date, NULL);
}

/* ---- By time ---- */

static void
add_hour_heading (PlyProgramme *self, PlyBlock *parent, const PlyDay *day, gint64 start)
{
  gint64 hour = start / 60 * 60;
  g_autofree char *time = ply_formatter_time (self->edition->format, hour);
  g_autofree char *anchor =
      g_strdup_printf ("hour-%s-%" G_GINT64_FORMAT, day->record.id, hour / 60);
  PlyBlock *heading = ply_block_append (parent, ply_heading_new ("hour", 2, anchor));

  ply_block_add_text (heading, time, NULL);
  ply_programme_add_contents_line (self, 2, anchor, time, NULL);
}

static void
add_session_line (PlyProgramme *self, const PlySession *session)
{
  g_autofree char *anchor = ply_programme_anchor (session);
  g_autofree char *time = ply_formatter_time (self->edition->format, session->start);

  if (!ply_session_is_break (self->edition->snapshot, session))
    ply_programme_add_contents_line (self, 2, anchor,
                                     ply_edition_get_text (self->edition, session, "title"), time);
}

static void
add_by_time (PlyProgramme *self, PlyBlock *parent, const PlyDay *day, GPtrArray *sessions)
{
  gint64 hour = G_MININT64;

  for (guint i = 0; i < sessions->len; i++)
    {
      const PlySession *session = sessions->pdata[i];

      if (self->by_hour && session->start / 60 != hour)
        {
          hour = session->start / 60;
          add_hour_heading (self, parent, day, session->start);
        }
      if (!self->by_hour)
        add_session_line (self, session);
      ply_programme_add_session (self, parent, session, self->by_hour ? 3 : 2);
    }
}

/* ---- By room ---- */

/* What the rooms of a day are headed with: a room, or the sessions that are in all or in none. */
typedef struct
{
  const PlyRoom *room; /* may be NULL */
  const char *key;
  const char *title;
} Place;

static gboolean
is_in (const PlySnapshot *snapshot, const PlySession *session, const Place *place)
{
  const PlyRoom *room = ply_snapshot_lookup (snapshot, PLY_KIND_ROOM, session->room);

  if (session->all_rooms == 1)
    room = NULL;
  if (place->room != NULL || room != NULL)
    return room == place->room;
  return (session->all_rooms == 1) == (strcmp (place->key, "all") == 0);
}

static void
add_place_heading (PlyProgramme *self, PlyBlock *parent, const PlyDay *day, const Place *place)
{
  PlyEdition *edition = self->edition;
  g_autofree char *anchor = g_strdup_printf ("place-%s-%s", day->record.id, place->key);
  PlyBlock *heading = ply_block_append (parent, ply_heading_new ("room", 2, anchor));
  PlyBlock *building = NULL;

  if (place->room != NULL)
    {
      ply_edition_add_field (edition, heading, place->room, "name", NULL);
      building = ply_edition_paragraph (edition, "room-place", place->room, "building");
    }
  else
    ply_block_add_text (heading, place->title, NULL);
  if (building != NULL)
    ply_block_append (parent, building);
  ply_block_set_mark (heading, "place", place->title);
  ply_programme_add_contents_line (self, 2, anchor, place->title, NULL);
}

static void
add_place (PlyProgramme *self, PlyBlock *parent, const PlyDay *day, GPtrArray *sessions,
           const Place *place)
{
  gboolean any = FALSE;

  for (guint i = 0; i < sessions->len; i++)
    {
      const PlySession *session = sessions->pdata[i];

      if (!is_in (self->edition->snapshot, session, place))
        continue;
      if (!any)
        add_place_heading (self, parent, day, place);
      any = TRUE;
      ply_programme_add_session (self, parent, session, 3);
    }
}

static void
add_by_room (PlyProgramme *self, PlyBlock *parent, const PlyDay *day, GPtrArray *sessions)
{
  PlyEdition *edition = self->edition;
  g_autoptr (GPtrArray) rooms = ply_snapshot_dup_ordered (edition->snapshot, PLY_KIND_ROOM);
  const Place all = { .key = "all", .title = ply_word (edition->words, "programme", "All rooms") };
  /* Translators: heads the sessions of a day that have no room yet. */
  const Place none = { .key = "none",
                       .title = ply_word (edition->words, "programme", "Without a room") };

  add_place (self, parent, day, sessions, &all);
  for (guint i = 0; i < rooms->len; i++)
    {
      const PlyRoom *room = rooms->pdata[i];
      const Place place = { .room = room,
                            .key = room->record.id,
                            .title = ply_edition_get_text (edition, room, "name") };

      add_place (self, parent, day, sessions, &place);
    }
  add_place (self, parent, day, sessions, &none);
}

/* What the running head of a day's first page begins with. */
static char *
first_place (PlyProgramme *self, GPtrArray *sessions)
{
  const PlySession *first = sessions->len > 0 ? sessions->pdata[0] : NULL;

  if (self->by_room || first == NULL)
    return g_strdup ("");
  return ply_formatter_time (self->edition->format, first->start);
}

/* @number: 0 when it is the only day. */
static void
add_day (PlyProgramme *self, const PlyDay *day, guint number)
{
  g_autoptr (GPtrArray) sessions = ply_day_sessions (self->edition->snapshot, day);
  PlyBlock *body = ply_document_get_body (self->edition->document);
  g_autofree char *place = NULL;
  g_autofree char *date = NULL;
  PlyBlock *section;

  if (sessions->len == 0 && day->title == NULL)
    return;
  ply_block_append (body, ply_page_break_new (PLY_BREAK_PAGE));
  section = ply_block_append (body, ply_group_new (TRUE));
  place = first_place (self, sessions);
  date = ply_formatter_date (self->edition->format, day->date, PLY_DATE_WEEKDAY_DAY);
  ply_block_set_mark (section, "part", date);
  ply_block_set_mark (section, "place", place);
  if (number > 0)
    add_day_number (self, section, number);
  add_day_heading (self, section, day, date);
  if (self->by_room)
    add_by_room (self, section, day, sessions);
  else
    add_by_time (self, section, day, sessions);
}

static gboolean
has_full_day (const PlySnapshot *snapshot, GPtrArray *days)
{
  for (guint i = 0; i < days->len; i++)
    {
      g_autoptr (GPtrArray) sessions = ply_day_sessions (snapshot, days->pdata[i]);

      if (sessions->len > CONTENTS_MAX)
        return TRUE;
    }
  return FALSE;
}

void
ply_programme_add_days (PlyProgramme *self)
{
  g_autoptr (GPtrArray) days = ply_snapshot_dup_ordered (self->edition->snapshot, PLY_KIND_DAY);

  self->by_hour = has_full_day (self->edition->snapshot, days);
  for (guint i = 0; i < days->len; i++)
    add_day (self, days->pdata[i], days->len > 1 ? i + 1 : 0);
}
