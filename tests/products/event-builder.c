/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "event-builder.h"

#include "ply-translation.h"

EventBuilder *
event_builder_new (void)
{
  EventBuilder *self = g_new0 (EventBuilder, 1);

  self->records = g_ptr_array_new_with_free_func (ply_record_unref);
  return self;
}

static void
set_field (gpointer record, const char *name, const char *value)
{
  const PlyField *field = ply_field_lookup (PLY_RECORD (record)->kind, name);

  g_assert_nonnull (field);
  if (value == NULL)
    return;
  if (ply_field_storage (field) == PLY_VALUE_INTEGER)
    ply_record_set_integer (record, name, g_ascii_strtoll (value, NULL, 10));
  else
    ply_record_set_text (record, name, value);
}

const char *
event_builder_add (EventBuilder *self, PlyKind kind, const char *id, ...)
{
  g_autofree char *made = g_strdup_printf ("record-%04u", self->n_links++);
  gpointer record = ply_record_new (kind, id != NULL ? id : made);
  const char *name;
  va_list args;

  va_start (args, id);
  while ((name = va_arg (args, const char *)) != NULL)
    set_field (record, name, va_arg (args, const char *));
  va_end (args);
  g_ptr_array_add (self->records, record);
  return PLY_RECORD (record)->id;
}

void
event_builder_translate (EventBuilder *self, PlyKind kind, const char *id, const char *field,
                         const char *language, const char *text)
{
  g_autofree char *translation = ply_translation_id (id, field, language);

  event_builder_add (self, PLY_KIND_TRANSLATION, translation, "owner_kind",
                     ply_kind_get_info (kind)->name, "owner", id, "field", field, "language",
                     language, "text", text, "state", "final", NULL);
}

PlySnapshot *
event_builder_end (EventBuilder *self)
{
  PlySnapshot *snapshot = ply_snapshot_new (self->records);

  g_ptr_array_unref (self->records);
  g_free (self);
  return snapshot;
}

/* ---- The small event ---- */

static void
translate_all (EventBuilder *self, PlyKind kind, const char *id, const char *field,
               const char *german, const char *kazakh, const char *russian)
{
  event_builder_translate (self, kind, id, field, "de", german);
  event_builder_translate (self, kind, id, field, "kk", kazakh);
  event_builder_translate (self, kind, id, field, "ru", russian);
}

static void
add_frame (EventBuilder *self)
{
  event_builder_add (self, PLY_KIND_EVENT, "ev", "title", "Science Day", "city", "Almaty",
                     "country", "KZ", "timezone", "Asia/Almaty", "base_language", "en", "languages",
                     "en de kk ru", "theme", "Working together", "description",
                     "Two days of science.", "url", "https://example.org/day", "imprint",
                     "Printed by nobody.", NULL);
  translate_all (self, PLY_KIND_EVENT, "ev", "title", "Wissenschaftstag", "Ғылым күні",
                 "День науки");
  event_builder_add (self, PLY_KIND_DAY, "d1", "date", "2023-10-12", NULL);
  event_builder_add (self, PLY_KIND_DAY, "d2", "date", "2023-10-13", "title", "Partners", NULL);
  event_builder_add (self, PLY_KIND_ROOM, "hall", "name", "Great Hall", "building", "Main building",
                     "rank", "a", NULL);
  event_builder_add (self, PLY_KIND_ROOM, "lab", "name", "Laboratory", "rank", "b", NULL);
  translate_all (self, PLY_KIND_ROOM, "lab", "name", "Labor", "Зертхана", "Лаборатория");
  event_builder_add (self, PLY_KIND_TRACK, "funding", "name", "Funding", "color", "#c09000", NULL);
  event_builder_add (self, PLY_KIND_SESSION_TYPE, "pause", "name", "Pause", "is_break", "1", NULL);
}

static void
add_people (EventBuilder *self)
{
  event_builder_add (self, PLY_KIND_INSTITUTION, "uni", "name", "University of Halle",
                     "abbreviation", "MLU", "city", "Halle", "country", "DE", NULL);
  event_builder_add (self, PLY_KIND_INSTITUTION, "academy", "name", "National Academy", NULL);
  event_builder_add (self, PLY_KIND_PERSON, "usman", "name", "Muhammad Usman", "title", "Dr.",
                     "given_name", "Muhammad", "family_name", "Usman", NULL);
  event_builder_add (self, PLY_KIND_PERSON, "abel", "name", "Änne Abel", "given_name", "Änne",
                     "family_name", "Abel", NULL);
  event_builder_add (self, PLY_KIND_PERSON, "unseen", "name", "Nobody Unseen", NULL);
  event_builder_add (self, PLY_KIND_AFFILIATION, NULL, "person", "usman", "institution", "uni",
                     "position", "Researcher", NULL);
}

static void
add_sessions (EventBuilder *self)
{
  event_builder_add (self, PLY_KIND_SESSION, "open", "title", "Opening", "day", "d1", "start",
                     "540", "duration", "60", "all_rooms", "1", "abstract",
                     "First thoughts.\n\nSecond thoughts.", NULL);
  translate_all (self, PLY_KIND_SESSION, "open", "title", "Eröffnung", "Ашылу", "Открытие");
  event_builder_add (self, PLY_KIND_TALK, "welcome", "session", "open", "rank", "a", "title",
                     "Welcome", "duration", "20", NULL);
  event_builder_add (self, PLY_KIND_TALK, "keynote", "session", "open", "rank", "b", "title",
                     "Keynote", "duration", "40", "language", "de", NULL);
  event_builder_add (self, PLY_KIND_SESSION, "coffee", "title", "Coffee", "day", "d1", "start",
                     "600", "duration", "30", "type", "pause", NULL);
  event_builder_add (self, PLY_KIND_SESSION, "money", "title", "Money", "day", "d1", "start", "630",
                     "duration", "45", "room", "hall", "track", "funding", "language", "en",
                     "interpretation", "de kk", NULL);
  event_builder_add (self, PLY_KIND_SESSION, "void", "title", "Vacuum", "day", "d1", "start", "630",
                     "duration", "45", "room", "lab", "state", "cancelled", "language", "de ru",
                     NULL);
  event_builder_add (self, PLY_KIND_SESSION, "night", "title", "Stars", "day", "d2", "start",
                     "1410", "duration", "90", "room", "lab", NULL);
  event_builder_add (self, PLY_KIND_SESSION, "later", "title", "Some time", "duration", "30", NULL);
}

static void
add_participations (EventBuilder *self)
{
  event_builder_add (self, PLY_KIND_PARTICIPATION, NULL, "talk", "keynote", "person", "usman",
                     "role", "speaker", NULL);
  event_builder_add (self, PLY_KIND_PARTICIPATION, NULL, "talk", "welcome", "institution",
                     "academy", "role", "speaker", NULL);
  event_builder_add (self, PLY_KIND_PARTICIPATION, NULL, "session", "open", "person", "abel",
                     "role", "chair", NULL);
  event_builder_add (self, PLY_KIND_PARTICIPATION, NULL, "session", "night", "person", "usman",
                     "institution", "academy", "role", "speaker", NULL);
  event_builder_add (self, PLY_KIND_PARTICIPATION, NULL, "session", "later", "person", "unseen",
                     "role", "speaker", NULL);
}

PlySnapshot *
small_event_new (void)
{
  EventBuilder *self = event_builder_new ();

  add_frame (self);
  add_people (self);
  add_sessions (self);
  add_participations (self);
  return event_builder_end (self);
}
