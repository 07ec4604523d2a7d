/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme-private.h"

#include <string.h>

#include "ply-programme-order.h"

#define BAR_WIDTH 3.0
#define BAR_GAP 8.0
/* Letters of text up to which an entry is not broken over pages. */
#define SHORT_MAX 450
/* Between the pieces of a line of facts. */
#define SEPARATOR "\u00a0· "

/* One hanging row of a day: a session, a talk or a break. */
typedef struct
{
  PlyProgramme *programme;
  const PlyRecord *record; /* session or talk */
  const PlySession *session;
  const char *anchor;
  PlyBlock *body;
  PlyBlock *top; /* what stands above the texts, in the body */
} Entry;

/* Where a session takes place, as it is printed at the session; text NULL for nothing. */
static PlySpan
place_span (PlyProgramme *self, const PlySession *session, const char **text)
{
  const PlyEdition *edition = self->edition;
  const PlyRoom *room = ply_snapshot_lookup (edition->snapshot, PLY_KIND_ROOM, session->room);
  PlySpan span = { .record = session->record.id, .field = "room" };

  *text = NULL;
  if (self->by_room)
    return span;
  if (session->all_rooms == 1 && !ply_session_is_break (edition->snapshot, session))
    {
      /* Translators: where a session takes place that everyone attends. */
      *text = ply_word (edition->words, "programme", "All rooms");
      span.field = "all_rooms";
    }
  else if (room != NULL)
    {
      *text = ply_edition_get_text (edition, room, "name");
      span.language = ply_edition_get_text_language (edition, room, "name");
    }
  return span;
}

static PlyBlock *
time_label (const char *style, const PlyRecord *record, const char *text)
{
  PlyBlock *label = ply_paragraph_new_text (style, text);

  ply_block_set_origin (label, record->id, record->kind == PLY_KIND_SESSION ? "start" : "duration");
  return label;
}

/* A wide column of times has room for the place too. */
static PlyBlock *
session_label (PlyProgramme *self, const PlySession *session)
{
  gboolean is_break = ply_session_is_break (self->edition->snapshot, session);
  g_autofree char *time =
      ply_formatter_time_range (self->edition->format, session->start, ply_session_end (session));
  PlyBlock *label = time_label (is_break ? "talk-time" : "time", &session->record, time);
  const char *text;
  PlySpan span = place_span (self, session, &text);

  if (self->paper->place_below_time && text != NULL)
    {
      span.style = "place";
      ply_block_add_text (label, "\n", NULL);
      ply_block_add_text (label, text, &span);
    }
  return label;
}

/* The colour of the bar: the track's, black for what all hear; FALSE for none. */
static gboolean
bar_colour (PlyProgramme *self, const PlySession *session, guint32 *colour)
{
  gpointer value;

  if (session->track != NULL
      && g_hash_table_lookup_extended (self->track_colours, session->track, NULL, &value))
    *colour = GPOINTER_TO_UINT (value);
  else if (session->all_rooms == 1 && !ply_session_is_break (self->edition->snapshot, session))
    *colour = PLY_COLOUR_INK;
  else
    return FALSE;
  return TRUE;
}

/* Cancelled or tentative, said in front of the title. */
static void
add_state (Entry *entry, PlyBlock *paragraph)
{
  const PlyCatalog *words = entry->programme->edition->words;
  const char *state = entry->session->state;
  const char *word = NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (state, "cancelled") == 0)
    /* Translators: stands before the title of a session that will not take place. */
    word = ply_word (words, "programme", "Cancelled:");
  else if (g_strcmp0 (state, "tentative") == 0)
    /* Translators: stands before the title of a session that may not take place. */
    word = ply_word (words, "programme", "Provisional:");
  if (word == NULL)
    return;
  text = g_strconcat (word, " ", NULL);
  ply_block_add_text (
      paragraph, text,
      &(PlySpan) { .style = "cancelled", .record = entry->session->record.id, .field = "state" });
}

static const char *
record_url (const PlyRecord *record)
{
  return record->kind == PLY_KIND_SESSION ? ((const PlySession *) record)->url
                                          : ((const PlyTalk *) record)->url;
}

/* The title as a heading, or below the third level as a paragraph that looks like one. */
static void
add_title (Entry *entry, const char *style, guint level)
{
  PlySpan span = { .uri = record_url (entry->record) };
  PlyBlock *title =
      level <= 3 ? ply_heading_new (style, level, entry->anchor) : ply_paragraph_new (style);

  ply_block_append (entry->top, title);
  if (level > 3)
    ply_block_set_anchor (title, entry->anchor);
  ply_block_set_origin (title, entry->record->id, "title");
  if (entry->record->kind == PLY_KIND_SESSION)
    add_state (entry, title);
  if (g_strcmp0 (entry->session->state, "cancelled") == 0)
    span.style = "lighter";
  ply_edition_add_field (entry->programme->edition, title, entry->record, "title", &span);
}

static void
add_piece (PlyBlock *paragraph, gboolean *any, const char *text, const PlySpan *span)
{
  if (text == NULL)
    return;
  if (*any)
    ply_block_add_text (paragraph, SEPARATOR, NULL);
  ply_block_add_text (paragraph, text, span);
  *any = TRUE;
}

static void
add_piece_of (Entry *entry, PlyBlock *paragraph, gboolean *any, gconstpointer source,
              const char *field, const char *style)
{
  PlyEdition *edition = entry->programme->edition;
  PlySpan span = { .style = style, .record = entry->session->record.id, .field = field };

  if (source == NULL)
    return;
  span.language = ply_edition_get_text_language (edition, source, "name");
  add_piece (paragraph, any, ply_edition_get_text (edition, source, "name"), &span);
}

static void
add_place_piece (Entry *entry, PlyBlock *paragraph, gboolean *any, const char *style)
{
  const char *text;
  PlySpan span = place_span (entry->programme, entry->session, &text);

  span.style = style;
  if (!entry->programme->paper->place_below_time)
    add_piece (paragraph, any, text, &span);
}

/* The languages a session or talk is held in, where that is not a matter of course. */
static void
add_language_pieces (Entry *entry, PlyBlock *paragraph, gboolean *any)
{
  PlyEdition *edition = entry->programme->edition;
  const PlySession *session = entry->session;
  const char *tags = entry->record->kind == PLY_KIND_TALK
                         ? ((const PlyTalk *) entry->record)->language
                         : session->language;
  g_autofree char *spoken = ply_edition_dup_language_names (edition, tags);
  g_autofree char *interpreted = NULL;

  if (spoken != NULL && (entry->programme->several_languages || strcmp (tags, edition->base) != 0))
    add_piece (paragraph, any, spoken,
               &(PlySpan) { .record = entry->record->id, .field = "language" });
  if (entry->record->kind != PLY_KIND_SESSION || session->interpretation == NULL)
    return;
  interpreted = ply_edition_dup_language_names (edition, session->interpretation);
  if (interpreted != NULL)
    {
      /* Translators: a list of languages follows: "Interpretation: German and Russian". */
      g_autofree char *text = g_strconcat (
          ply_word (edition->words, "programme", "Interpretation:"), " ", interpreted, NULL);

      add_piece (paragraph, any, text,
                 &(PlySpan) { .record = session->record.id, .field = "interpretation" });
    }
}

/* Room, track, type, languages in one line of small print. */
static void
add_facts (Entry *entry)
{
  const PlySnapshot *snapshot = entry->programme->edition->snapshot;
  const PlySession *session = entry->session;
  const PlyTrack *track = ply_snapshot_lookup (snapshot, PLY_KIND_TRACK, session->track);
  g_autoptr (PlyBlock) paragraph = ply_paragraph_new ("meta");
  gboolean any = FALSE;

  if (entry->record->kind == PLY_KIND_SESSION)
    {
      g_autofree char *style = track != NULL ? ply_programme_anchor (track) : NULL;

      add_place_piece (entry, paragraph, &any, "bold");
      add_piece_of (entry, paragraph, &any, track, "track", style);
      add_piece_of (entry, paragraph, &any,
                    ply_snapshot_lookup (snapshot, PLY_KIND_SESSION_TYPE, session->type), "type",
                    NULL);
    }
  add_language_pieces (entry, paragraph, &any);
  if (any)
    ply_block_append (entry->top, g_steal_pointer (&paragraph));
}

static void
append_field (Entry *entry, const char *style, const char *field)
{
  PlyBlock *paragraph =
      ply_edition_paragraph (entry->programme->edition, style, entry->record, field);

  if (paragraph != NULL)
    ply_block_append (entry->top, paragraph);
}

static const PlyTextStyles continued = { "text-next", "text-next", "text" };

/* FALSE when there was nothing to say. */
static gboolean
add_texts (Entry *entry)
{
  PlyProgramme *programme = entry->programme;
  PlyBlock *texts = ply_block_append (entry->body, ply_group_new (FALSE));
  const char *abstract = ply_edition_get_text (programme->edition, entry->record, "abstract");
  const char *description = ply_edition_get_text (programme->edition, entry->record, "description");
  gboolean any = FALSE;

  ply_block_set_space (texts, 1, 0);
  if (programme->abstracts)
    any = ply_edition_append_longtext (programme->edition, texts, &ply_programme_text,
                                       entry->record, "abstract");
  /* Some files say the same thing in both places. */
  if (programme->descriptions && (!any || g_strcmp0 (abstract, description) != 0))
    any |= ply_edition_append_longtext (programme->edition, texts,
                                        any ? &continued : &ply_programme_text, entry->record,
                                        "description");
  return any;
}

static void
add_people (Entry *entry)
{
  ply_programme_add_others (entry->programme, entry->top, entry->record, entry->anchor);
  if (entry->record->kind == PLY_KIND_SESSION)
    append_field (entry, "note", "print_notes");
}

static gboolean
is_short (Entry *entry)
{
  const PlyEdition *edition = entry->programme->edition;
  const char *abstract = ply_edition_get_text (edition, entry->record, "abstract");
  const char *description = ply_edition_get_text (edition, entry->record, "description");
  glong length = (abstract != NULL ? g_utf8_strlen (abstract, -1) : 0)
                 + (description != NULL ? g_utf8_strlen (description, -1) : 0);

  return length <= SHORT_MAX;
}

static void
fill_entry (Entry *entry, const char *title_style, guint level)
{
  add_title (entry, title_style, level);
  append_field (entry, "subtitle", "subtitle");
  ply_programme_add_speakers (entry->programme, entry->top, entry->record, entry->anchor);
  add_facts (entry);
  add_people (entry);
  if (add_texts (entry))
    ply_block_set_keep_with_next (entry->top, TRUE);
  if (is_short (entry))
    ply_block_set_keep_together (entry->body, TRUE);
  if (entry->programme->links)
    ply_programme_add_links (entry->programme, entry->body, entry->record);
}

static Entry
open_entry (PlyProgramme *self, PlyBlock *parent, PlyBlock *label, const PlySession *session,
            const PlyRecord *record)
{
  Entry entry = { .programme = self, .record = record, .session = session };
  guint32 colour;

  entry.body = ply_block_append (parent, ply_entry_new (self->paper->hang, label));
  entry.top = ply_block_append (entry.body, ply_group_new (FALSE));
  ply_block_set_keep_together (entry.top, TRUE);
  if (bar_colour (self, session, &colour))
    ply_entry_set_bar (entry.body, colour, BAR_WIDTH, BAR_GAP);
  ply_block_set_origin (entry.body, record->id, NULL);
  return entry;
}

static void
add_talk (PlyProgramme *self, PlyBlock *parent, const PlySession *session, const PlyTalk *talk,
          gint64 offset, guint level)
{
  g_autofree char *time = ply_formatter_time (self->edition->format, session->start + offset);
  g_autofree char *anchor = ply_programme_anchor (talk);
  PlyBlock *label = time_label ("talk-time", &talk->record, time);
  Entry entry = open_entry (self, parent, label, session, &talk->record);

  entry.anchor = anchor;
  ply_block_set_space (entry.body, 1, 0);
  fill_entry (&entry, "talk", level);
}

static void
add_talks (PlyProgramme *self, PlyBlock *parent, const PlySession *session, guint level)
{
  GPtrArray *talks = ply_session_talks (self->edition->snapshot, session);
  g_autofree gint64 *offsets = ply_session_talk_offsets (self->edition->snapshot, session, NULL);

  for (guint i = 0; i < talks->len; i++)
    add_talk (self, parent, session, talks->pdata[i], offsets[i], level);
}

/* A break is one slim row: when, what, where. */
static void
fill_break (Entry *entry)
{
  PlyProgramme *programme = entry->programme;
  PlyBlock *line = ply_block_append (entry->top, ply_paragraph_new ("break"));
  gboolean any = TRUE;

  ply_block_set_anchor (line, entry->anchor);
  add_state (entry, line);
  ply_edition_add_field (programme->edition, line, entry->record, "title", NULL);
  add_place_piece (entry, line, &any, NULL);
  append_field (entry, "meta", "subtitle");
  ply_programme_add_speakers (programme, entry->top, entry->record, entry->anchor);
  add_people (entry);
  add_texts (entry);
  if (programme->links)
    ply_programme_add_links (programme, entry->body, entry->record);
}

static void
set_place_mark (PlyProgramme *self, PlyBlock *block, const PlySession *session)
{
  g_autofree char *start = NULL;

  if (self->by_room)
    return;
  start = ply_formatter_time (self->edition->format, session->start);
  ply_block_set_mark (block, "place", start);
}

void
ply_programme_add_session (PlyProgramme *self, PlyBlock *parent, const PlySession *session,
                           guint level)
{
  const PlySnapshot *snapshot = self->edition->snapshot;
  gboolean is_break = ply_session_is_break (snapshot, session);
  g_autofree char *anchor = ply_programme_anchor (session);
  Entry entry = open_entry (self, parent, session_label (self, session), session, &session->record);

  entry.anchor = anchor;
  ply_block_set_space (entry.body, 2, 0);
  set_place_mark (self, entry.body, session);
  if (is_break)
    fill_break (&entry);
  else
    fill_entry (&entry, "session", level);
  if (ply_session_talks (snapshot, session)->len > 0)
    ply_block_set_keep_with_next (entry.body, TRUE);
  add_talks (self, parent, session, level + 1);
}
