/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme-private.h"

/* What stands before the days: contents, what the event is about, its tracks and rooms. */

#define BAR_WIDTH 9.0
#define BAR_GAP 8.0
#define BARE_TRACKS_MAX 16
/* Above a section that does not begin a page. */
#define SECTION_STEPS 8

PlyBlock *
ply_programme_add_section (PlyProgramme *self, const char *title, const char *anchor,
                           const char *place, gboolean new_page)
{
  PlyBlock *body = ply_document_get_body (self->edition->document);
  PlyBlock *section, *heading;

  if (new_page)
    ply_block_append (body, ply_page_break_new (PLY_BREAK_PAGE));
  else
    ply_block_append (body, ply_space_new (SECTION_STEPS));
  section = ply_block_append (body, ply_group_new (TRUE));
  heading = ply_block_append (section, ply_heading_new ("section", 1, anchor));
  ply_block_add_text (heading, title, NULL);
  ply_block_set_mark (heading, "part", title);
  ply_block_set_mark (heading, "place", place != NULL ? place : "");
  if (self->contents != NULL)
    ply_programme_add_contents_line (self, 1, anchor, title, NULL);
  return section;
}

void
ply_programme_add_contents (PlyProgramme *self)
{
  PlyBlock *section = ply_programme_add_section (
      self, ply_word (self->edition->words, "programme", "Contents"), "contents", NULL, TRUE);

  self->contents = ply_block_append (section, ply_contents_new ());
}

void
ply_programme_add_contents_line (PlyProgramme *self, guint level, const char *anchor,
                                 const char *text, const char *time)
{
  PlyBlock *line =
      ply_contents_add (self->contents, level == 1 ? "contents-1" : "contents-2", level, anchor);

  if (time != NULL)
    {
      ply_block_add_text (line, time, &(PlySpan) { .style = "lighter", .no_break = TRUE });
      ply_block_add_text (line, "\u2002", NULL);
    }
  ply_block_add_text (line, text, NULL);
}

static void
add_track (PlyProgramme *self, PlyBlock *parent, const PlyTrack *track)
{
  PlyBlock *entry = ply_block_append (parent, ply_entry_new (BAR_WIDTH + BAR_GAP, NULL));
  g_autofree char *style = ply_programme_anchor (track);
  PlyBlock *name = ply_block_append (entry, ply_paragraph_new ("people"));
  gpointer colour = g_hash_table_lookup (self->track_colours, track->record.id);

  ply_entry_set_bar (entry, GPOINTER_TO_UINT (colour), BAR_WIDTH, BAR_GAP);
  ply_block_set_space (entry, 1, 0);
  ply_block_set_origin (entry, track->record.id, "name");
  ply_edition_add_field (self->edition, name, track, "name", &(PlySpan) { .style = style });
  ply_edition_append_longtext (self->edition, entry, &ply_programme_text, track, "description");
}

/* Many tracks without a word about them: their names at the sessions say as much. */
static gboolean
tracks_say_something (const PlyEdition *edition, GPtrArray *tracks)
{
  if (tracks->len > 0 && tracks->len <= BARE_TRACKS_MAX)
    return TRUE;
  for (guint i = 0; i < tracks->len; i++)
    if (ply_edition_get_text (edition, tracks->pdata[i], "description") != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
add_tracks (PlyProgramme *self, gboolean new_page)
{
  PlyEdition *edition = self->edition;
  g_autoptr (GPtrArray) tracks = ply_snapshot_dup_ordered (edition->snapshot, PLY_KIND_TRACK);
  PlyBlock *section;

  if (!tracks_say_something (edition, tracks))
    return FALSE;
  /* Translators: heads the list of the event's tracks (thematic lines) with what they are about. */
  section = ply_programme_add_section (self, ply_word (edition->words, "programme", "Tracks"),
                                       "tracks", NULL, new_page);
  for (guint i = 0; i < tracks->len; i++)
    add_track (self, section, tracks->pdata[i]);
  return TRUE;
}

/* How to find a room; FALSE when nothing but its name is known. */
static gboolean
is_described (const PlyEdition *edition, const PlyRoom *room)
{
  return ply_edition_get_text (edition, room, "building") != NULL
         || ply_edition_get_text (edition, room, "directions") != NULL;
}

static void
add_room (PlyProgramme *self, PlyBlock *parent, const PlyRoom *room)
{
  PlyBlock *group = ply_block_append (parent, ply_group_new (FALSE));
  PlyBlock *name = ply_block_append (group, ply_paragraph_new ("people"));
  PlyBlock *directions = ply_edition_paragraph (self->edition, "text", room, "directions");

  ply_block_set_space (group, 1, 0);
  ply_block_set_keep_together (group, TRUE);
  ply_edition_add_field (self->edition, name, room, "name", &(PlySpan) { .style = "bold" });
  if (ply_edition_get_text (self->edition, room, "building") != NULL)
    ply_block_add_text (name, ", ", &(PlySpan) { .style = "lighter" });
  ply_edition_add_field (self->edition, name, room, "building", &(PlySpan) { .style = "lighter" });
  if (directions != NULL)
    ply_block_append (group, directions);
}

static void
add_rooms (PlyProgramme *self, gboolean new_page)
{
  PlyEdition *edition = self->edition;
  g_autoptr (GPtrArray) rooms = ply_snapshot_dup_ordered (edition->snapshot, PLY_KIND_ROOM);
  PlyBlock *section = NULL;

  for (guint i = 0; i < rooms->len; i++)
    {
      const PlyRoom *room = rooms->pdata[i];

      if (!is_described (edition, room))
        continue;
      if (section == NULL)
        /* Translators: heads the list of rooms with their buildings and how to get there. */
        section = ply_programme_add_section (self, ply_word (edition->words, "programme", "Rooms"),
                                             "rooms", NULL, new_page);
      add_room (self, section, room);
    }
}

static gboolean
add_about (PlyProgramme *self)
{
  static const PlyTextStyles intro = { "intro", "intro", "intro" };
  PlyEdition *edition = self->edition;
  PlyBlock *section;

  if (ply_edition_get_text (edition, edition->event, "description") == NULL)
    return FALSE;
  /* Translators: heads the text that says what the event is about. */
  section = ply_programme_add_section (
      self, ply_word (edition->words, "programme", "About the event"), "about", NULL, TRUE);
  ply_edition_append_longtext (edition, section, &intro, edition->event, "description");
  return TRUE;
}

void
ply_programme_add_introduction (PlyProgramme *self)
{
  gboolean any = add_about (self);

  any |= add_tracks (self, !any);
  add_rooms (self, !any);
}
