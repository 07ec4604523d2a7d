/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-schedule-import-private.h"

#include "ply-extra.h"
#include "ply-html-text.h"
#include "ply-id.h"
#include "ply-programme-order.h"
#include "ply-time.h"
#include "ply-validate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a session without a usable length gets, in minutes. */
#define DURATION_DEFAULT 30

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Persons and participations */

static void
put_person (PlyImport *self, const PlyFilePerson *source, const char *id)
{
  const PlyPerson *old = ply_snapshot_lookup (self->existing, PLY_KIND_PERSON, id);
  g_autofree char *printed = NULL;
  PlyPerson *person;

  if (!g_hash_table_add (self->put_persons, (gpointer) id))
    return;
  person = ply_import_begin (self, PLY_KIND_PERSON, id);
  if (old != NULL)
    printed = ply_person_display_name (self->existing, old, NULL, TRUE);
  if (g_strcmp0 (printed, source->name) != 0)
    ply_import_set (self, person, "name", source->name, source->line);
  if (g_strcmp0 (source->guid, id) != 0)
    ply_import_set (self, person, "source_guid", source->guid, source->line);
  ply_import_set (self, person, "source_id", source->id, source->line);
  ply_import_set (self, person, "biography", source->biography, source->line);
  ply_import_set (self, person, "email", source->email, source->line);
  ply_import_set (self, person, "url", source->url, source->line);
  ply_plan_put (self->plan, self->existing, person);
}

/* The ids of the persons that the file lists, each once, in its order. */
static GPtrArray *
take_persons (PlyImport *self, const PlyFileEvent *source, GHashTable *listed)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < source->persons->len; i++)
    {
      const PlyFilePerson *person = source->persons->pdata[i];
      const char *id = ply_schedule_match_person (&self->match, person);

      if (id == NULL)
        {
          ply_plan_remark (self->plan, person->line, _ ("A person has no name and was left out"));
          continue;
        }
      put_person (self, person, id);
      if (g_hash_table_add (listed, (gpointer) id))
        g_ptr_array_add (ids, (gpointer) id);
    }
  return ids;
}

/* TRUE when the person takes part in the session or one of its talks, in any role. */
static gboolean
takes_part (PlyImport *self, const char *person, const PlySession *session)
{
  GPtrArray *parts =
      ply_snapshot_get_children (self->existing, PLY_KIND_PARTICIPATION, "person", person);

  for (guint i = 0; i < parts->len; i++)
    {
      const PlyParticipation *part = parts->pdata[i];
      const PlyTalk *talk = ply_snapshot_lookup (self->existing, PLY_KIND_TALK, part->talk);
      const char *id = talk != NULL ? talk->session : part->session;

      if (g_strcmp0 (id, session->record.id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_speaker (PlyImport *self, const PlySession *session, const char *person, const char *rank)
{
  g_autofree char *key = g_strdup_printf ("participation:%s:%s", session->record.id, person);
  g_autofree char *id = ply_id_derive (self->scope, key);
  PlyParticipation *part = ply_import_begin (self, PLY_KIND_PARTICIPATION, id);

  g_set_str (&part->session, session->record.id);
  g_set_str (&part->person, person);
  if (part->role == NULL)
    g_set_str (&part->role, "speaker");
  g_set_str (&part->rank, rank);
  ply_plan_put (self->plan, self->existing, part);
}

/* Speakers whom the file no longer names go; those in other roles and the institutions, which no
 * schedule.xml can name, stay. */
static void
drop_speakers (PlyImport *self, const PlySession *session, GHashTable *listed)
{
  GPtrArray *parts = ply_participations_of (self->existing, session);

  for (guint i = 0; i < parts->len; i++)
    {
      const PlyParticipation *part = parts->pdata[i];

      if (part->person != NULL && g_strcmp0 (part->role, "speaker") == 0
          && !g_hash_table_contains (listed, part->person))
        ply_plan_delete (self->plan, self->existing, PLY_KIND_PARTICIPATION, part->record.id);
    }
}

/* The session's own participation of each person: person id -> PlyParticipation. */
static GHashTable *
index_participations (GPtrArray *parts)
{
  GHashTable *by_person = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (((PlyParticipation *) parts->pdata[i])->person != NULL)
      g_hash_table_insert (by_person, ((PlyParticipation *) parts->pdata[i])->person,
                           parts->pdata[i]);
  return by_person;
}

/* TRUE when the persons of the file stand in @parts in that order, those who are new behind. */
static gboolean
is_in_order (GPtrArray *persons, GPtrArray *parts, GHashTable *by_person)
{
  guint at = 0;

  for (guint i = 0; parts != NULL && i < parts->len && at < persons->len; i++)
    if (g_hash_table_lookup (by_person, persons->pdata[at]) == parts->pdata[i])
      at++;
  for (; at < persons->len; at++)
    if (g_hash_table_contains (by_person, persons->pdata[at]))
      return FALSE;
  return TRUE;
}

static const char *
find_last_rank (GPtrArray *parts)
{
  const char *last = NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (g_strcmp0 (((PlyParticipation *) parts->pdata[i])->rank, last) > 0)
      last = ((PlyParticipation *) parts->pdata[i])->rank;
  return last;
}

/* Speakers take the order of the file; who stands in it already keeps the rank. */
static void
put_speakers (PlyImport *self, const PlySession *session, const PlySession *old, GPtrArray *persons)
{
  GPtrArray *parts = old != NULL ? ply_participations_of (self->existing, old) : NULL;
  g_autoptr (GHashTable) by_person = index_participations (parts);
  gboolean in_order = is_in_order (persons, parts, by_person);
  const char *last = in_order ? find_last_rank (parts) : NULL;

  for (guint i = 0; i < persons->len; i++)
    {
      const PlyParticipation *part = g_hash_table_lookup (by_person, persons->pdata[i]);
      g_autofree char *rank = ply_import_rank (last, i, persons->len);

      if (part != NULL && !in_order)
        ply_plan_set_text (self->plan, PLY_KIND_PARTICIPATION, part->record.id, "rank", rank);
      else if (part == NULL && (old == NULL || !takes_part (self, persons->pdata[i], old)))
        add_speaker (self, session, persons->pdata[i], rank);
    }
}

static void
import_persons (PlyImport *self, const PlyFileEvent *source, const PlySession *session)
{
  const PlySession *old =
      ply_snapshot_lookup (self->existing, PLY_KIND_SESSION, session->record.id);
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) persons = NULL;

  if (source->persons == NULL)
    return;
  persons = take_persons (self, source, listed);
  put_speakers (self, session, old, persons);
  if (old != NULL)
    drop_speakers (self, old, listed);
}

/* Links */

static gboolean
is_address (const char *text)
{
  return text != NULL
         && (g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://"));
}

/* The whole address of what is given from the root of the conference's server. */
static char *
resolve_address (PlyImport *self, const char *address)
{
  if (*address == '/' && is_address (self->file->base_url))
    return g_uri_resolve_relative (self->file->base_url, address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  return NULL;
}

static const PlyLink *
find_link (PlyImport *self, const PlySession *session, const char *type, const char *address,
           GHashTable *seen)
{
  GPtrArray *links =
      ply_snapshot_get_children (self->existing, PLY_KIND_LINK, "session", session->record.id);

  for (guint i = 0; i < links->len; i++)
    {
      const PlyLink *link = links->pdata[i];

      if (g_strcmp0 (link->type, type) == 0 && g_strcmp0 (link->url, address) == 0
          && !g_hash_table_contains (seen, link->record.id))
        return link;
    }
  return NULL;
}

static void
put_link (PlyImport *self, const PlySession *session, const PlyFileLink *source,
          const char *address, const char *title, guint index, GHashTable *seen)
{
  const PlyLink *old = find_link (self, session, source->type, address, seen);
  g_autofree char *key = g_strdup_printf ("link:%s:%s:%s:%u", session->record.id, source->type,
                                          address, old == NULL ? index : 0);
  g_autofree char *id = old != NULL ? g_strdup (old->record.id) : ply_id_derive (self->scope, key);
  g_autofree char *rank = g_strdup_printf ("%04u", index + 1);
  PlyLink *link = ply_import_begin (self, PLY_KIND_LINK, id);

  g_set_str (&link->session, session->record.id);
  g_set_str (&link->type, source->type);
  ply_import_set (self, link, "url", address, source->line);
  ply_import_set (self, link, "title", title, source->line);
  if (old == NULL)
    g_set_str (&link->rank, rank);
  g_hash_table_add (seen, g_steal_pointer (&id));
  if (link->url != NULL)
    ply_plan_put (self->plan, self->existing, link);
  else
    ply_record_unref (link);
}

static void
import_link (PlyImport *self, const PlySession *session, const PlyFileLink *source, guint index,
             GHashTable *seen)
{
  const char *address = source->address;
  const char *title = source->title;
  g_autofree char *whole = NULL;

  if (!is_address (address) && is_address (title))
    {
      if (is_set (address))
        ply_plan_remark (self->plan, source->line,
                         /* Translators: %s is the text of a link */
                         _ ("The link “%s” has its address and its title swapped"), address);
      address = source->title;
      title = source->address;
    }
  if (!is_set (address))
    {
      ply_plan_remark (self->plan, source->line, _ ("A link has no address and was left out"));
      return;
    }
  whole = resolve_address (self, address);
  put_link (self, session, source, whole != NULL ? whole : address, title, index, seen);
}

/* Links and attachments that the file no longer lists go, when it lists any. */
static void
drop_links (PlyImport *self, const PlyFileEvent *source, const PlySession *session,
            GHashTable *seen)
{
  GPtrArray *links =
      ply_snapshot_get_children (self->existing, PLY_KIND_LINK, "session", session->record.id);

  for (guint i = 0; i < links->len; i++)
    {
      const PlyLink *link = links->pdata[i];
      gboolean listed =
          (source->has_links[PLY_FILE_LINKS] && g_strcmp0 (link->type, "link") == 0)
          || (source->has_links[PLY_FILE_ATTACHMENTS] && g_strcmp0 (link->type, "attachment") == 0);

      if (listed && !g_hash_table_contains (seen, link->record.id))
        ply_plan_delete (self->plan, self->existing, PLY_KIND_LINK, link->record.id);
    }
}

static void
import_links (PlyImport *self, const PlyFileEvent *source, const PlySession *session)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < source->links->len; i++)
    import_link (self, session, source->links->pdata[i], i, seen);
  drop_links (self, source, session, seen);
}

/* The session itself */

static void
set_identity (PlyImport *self, PlySession *session, const PlySession *old,
              const PlyFileEvent *source)
{
  if (old == NULL || g_strcmp0 (source->guid, ply_schedule_names_get_guid (self->names, old)) != 0)
    ply_import_set (self, session, "source_guid", source->guid, source->line);
  if (old == NULL || g_strcmp0 (source->id, ply_schedule_names_get_id (self->names, old)) != 0)
    ply_import_set (self, session, "source_id", source->id, source->line);
  ply_import_set (self, session, "slug", source->slug, source->line);
  ply_import_set (self, session, "code", source->code, source->line);
}

static void
set_texts (PlyImport *self, PlySession *session, const PlySession *old, const PlyFileEvent *source)
{
  g_autofree char *shown =
      old != NULL ? ply_schedule_description (self->existing, old, NULL) : NULL;
  g_autofree char *tidy = shown != NULL ? ply_text_tidy (shown) : NULL;

  ply_import_set (self, session, "title", source->title, source->line);
  if (session->title == NULL)
    ply_import_set (self, session, "title", _ ("Untitled"), source->line);
  if (!is_set (source->title))
    ply_plan_remark (self->plan, source->line, _ ("The session has no title"));
  ply_import_set (self, session, "subtitle", source->subtitle, source->line);
  ply_import_set (self, session, "abstract", source->abstract, source->line);
  if (g_strcmp0 (source->description, tidy) != 0)
    ply_import_set (self, session, "description", source->description, source->line);
}

/* What is no whole web address is kept beside. */
static void
set_url (PlyImport *self, PlySession *session, const PlyFileEvent *source, JsonObject *extra)
{
  g_autofree char *whole = is_set (source->url) ? resolve_address (self, source->url) : NULL;

  if (whole != NULL || !is_set (source->url) || is_address (source->url))
    ply_import_set (self, session, "url", whole != NULL ? whole : source->url, source->line);
  else
    json_object_set_string_member (extra, "url", source->url);
}

static void
set_language (PlyImport *self, PlySession *session, const PlyFileEvent *source, JsonObject *extra)
{
  g_autofree char *tags = NULL;

  if (source->language == NULL)
    return;
  tags = ply_import_languages (source->language);
  ply_import_set (self, session, "language", tags, source->line);
  if (*tags != '\0' || *source->language == '\0')
    return;
  json_object_set_string_member (extra, "language", source->language);
  ply_plan_remark (self->plan, source->line, _ ("“%s” is no language that is known here"),
                   source->language);
}

/* NULL without a name. */
static const char *
take_id (const PlyNamed *named, const char *name)
{
  return is_set (name) ? g_hash_table_lookup (named->ids, name) : NULL;
}

static void
set_room (PlyImport *self, PlySession *session, const PlyFileEvent *source)
{
  const char *id;

  if (source->room != NULL)
    id = g_hash_table_lookup (self->room_ids, source->room);
  else
    id = take_id (&self->rooms, source->room_name);
  if (source->room != NULL && is_set (source->room_name)
      && strcmp (source->room->name, source->room_name) != 0)
    ply_plan_remark (
        self->plan, source->line,
        /* Translators: both are names of rooms */
        _ ("The session stands under the room “%1$s” and names the room “%2$s”; it was "
           "put into the first"),
        source->room->name, source->room_name);
  if (id == NULL && session->all_rooms == 1)
    return;
  g_set_str (&session->room, id);
}

/* "45" is a length too. */
static gboolean
parse_duration (const char *text, gint64 *minutes)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length > 0 && length <= 4 && strspn (text, "0123456789") == length)
    {
      *minutes = g_ascii_strtoll (text, NULL, 10);
      return TRUE;
    }
  return length > 0 && ply_duration_parse (text, minutes);
}

static void
set_duration (PlyImport *self, PlySession *session, const PlySession *old,
              const PlyFileEvent *source)
{
  gint64 minutes;

  if (parse_duration (source->duration, &minutes))
    {
      if (old == NULL || minutes != ply_schedule_duration (old))
        session->duration = minutes;
      return;
    }
  if (session->duration == PLY_UNSET)
    session->duration = DURATION_DEFAULT;
  if (is_set (source->duration))
    ply_plan_remark (self->plan, source->line,
                     /* Translators: %2$d is a number of minutes */
                     _ ("“%1$s” is no length; %2$d minutes were taken"), source->duration,
                     (int) session->duration);
  else
    ply_plan_remark (self->plan, source->line,
                     /* Translators: %d is a number of minutes */
                     _ ("There is no length; %d minutes were taken"), (int) session->duration);
}

static gboolean
is_old_instant (PlyImport *self, const PlySession *old, const char *date, gint64 minutes)
{
  const PlyDay *day =
      old != NULL ? ply_snapshot_lookup (self->existing, PLY_KIND_DAY, old->day) : NULL;

  if (day == NULL || old->start == PLY_UNSET)
    return FALSE;
  return old->start
         == minutes + (gint64) ply_date_difference (day->date, date) * PLY_MINUTES_PER_DAY;
}

static void
set_place (PlyImport *self, PlySession *session, const PlySession *old, const PlyFileEvent *source)
{
  const char *day_date = g_hash_table_lookup (self->day_dates, source->day);
  g_autofree char *date = NULL;
  gint64 minutes;

  if (!ply_schedule_clock_place (&self->clock, source, day_date, &date, &minutes, self->plan))
    return;
  /* An hour after midnight may be counted to either day: the organizer's choice stays. */
  if (is_old_instant (self, old, date, minutes))
    return;
  g_set_str (&session->day, ply_import_take_day (self, date, NULL));
  session->start = minutes;
}

static void
add_person_extras (const PlyFileEvent *source, JsonObject *extra)
{
  g_autoptr (JsonObject) persons = json_object_new ();

  for (guint i = 0; source->persons != NULL && i < source->persons->len; i++)
    {
      const PlyFilePerson *person = source->persons->pdata[i];

      if (person->extra != NULL && is_set (person->name))
        json_object_set_object_member (persons, person->name, json_object_ref (person->extra));
    }
  if (json_object_get_size (persons) > 0)
    json_object_set_object_member (extra, "persons", json_object_ref (persons));
}

/* What the event says already, in the words that a file has for it. */
static void
drop_known_extras (const PlySession *old, JsonObject *extra)
{
  static const char member[] = "recording_optout";
  const char *known = ply_schedule_optout (old);

  if (known != NULL && json_object_has_member (extra, member)
      && strcmp (json_object_get_string_member (extra, member), known) == 0)
    json_object_remove_member (extra, member);
}

static void
set_session_extra (PlyImport *self, PlySession *session, const PlyFileEvent *source,
                   JsonObject *extra)
{
  g_autofree char *merged = ply_extra_merge (session->extra, extra);

  if (merged != NULL && strlen (merged) > PLY_LONGTEXT_MAX)
    ply_plan_remark (self->plan, source->line,
                     _ ("The elements that Plenary does not know are too long and were left out"));
  else
    g_set_str (&session->extra, merged);
}

void
ply_import_session (PlyImport *self, const PlyFileEvent *source)
{
  const char *id = ply_schedule_match_session (&self->match, source);
  const PlySession *old = ply_snapshot_lookup (self->existing, PLY_KIND_SESSION, id);
  PlySession *session = ply_import_begin (self, PLY_KIND_SESSION, id);
  g_autoptr (PlyRecord) kept = NULL;
  g_autoptr (JsonObject) extra =
      source->extra != NULL ? json_object_ref (source->extra) : json_object_new ();

  set_identity (self, session, old, source);
  set_texts (self, session, old, source);
  set_url (self, session, source, extra);
  set_language (self, session, source, extra);
  set_room (self, session, source);
  set_duration (self, session, old, source);
  set_place (self, session, old, source);
  if (source->track != NULL)
    g_set_str (&session->track, take_id (&self->tracks, source->track));
  if (source->type != NULL)
    g_set_str (&session->type, take_id (&self->types, source->type));
  add_person_extras (source, extra);
  if (old != NULL)
    drop_known_extras (old, extra);
  set_session_extra (self, session, source, extra);
  kept = ply_record_ref (session);
  ply_plan_put (self->plan, self->existing, session);
  import_persons (self, source, (const PlySession *) kept);
  import_links (self, source, (const PlySession *) kept);
}
