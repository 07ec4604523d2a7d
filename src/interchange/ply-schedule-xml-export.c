/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-schedule-xml.h"

#include "ply-extra.h"
#include "ply-programme-order.h"
#include "ply-schedule-names.h"
#include "ply-time.h"
#include "ply-xml-writer.h"
#include "ply-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const PlySnapshot *snapshot;
  const PlyEvent *event;
  const char *language;
  const char *zone;
  PlyScheduleNames *names;
  GString *xml;
  GPtrArray *remarks;
  guint unplaced;
  guint cancelled;
} Export;

static void
remark (Export *self, char *text)
{
  if (self->remarks != NULL)
    g_ptr_array_add (self->remarks, text);
  else
    g_free (text);
}

static const char *
text_of (const Export *self, gconstpointer record, const char *field)
{
  return record != NULL ? ply_snapshot_get_text (self->snapshot, record, field, self->language)
                        : NULL;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* NULL when the calendar has no such time. */
static char *
dup_stamp (const Export *self, const char *date, gint64 minutes)
{
  g_autoptr (GDateTime) instant = ply_local_to_instant (date, minutes, self->zone);
  g_autofree char *rest = NULL;

  if (instant == NULL)
    return NULL;
  rest = g_date_time_format (instant, "-%m-%dT%H:%M:%S%:z");
  return g_strdup_printf ("%04d%s", g_date_time_get_year (instant), rest);
}

/* Conference */

static void
write_dates (Export *self, GPtrArray *days)
{
  const PlyDay *first = days->len > 0 ? days->pdata[0] : NULL;
  const PlyDay *last = days->len > 0 ? days->pdata[days->len - 1] : NULL;
  const char *extra = self->event != NULL ? self->event->extra : NULL;
  g_autofree char *start = ply_extra_dup_text (extra, "start");
  g_autofree char *end = ply_extra_dup_text (extra, "end");
  g_autofree char *count = ply_extra_dup_text (extra, "days");
  g_autofree char *counted = g_strdup_printf ("%u", MAX (days->len, 1));
  gboolean known = count != NULL && strspn (count, "0123456789") == strlen (count)
                   && strlen (count) < 5 && *count != '\0';

  /* What the imported file said of the whole holds as long as the days lie within it. */
  if (first != NULL
      && (start == NULL || !ply_date_is_valid (start) || strcmp (start, first->date) > 0))
    g_set_str (&start, first->date);
  if (last != NULL && (end == NULL || !ply_date_is_valid (end) || strcmp (end, last->date) < 0))
    g_set_str (&end, last->date);
  if (start != NULL && ply_date_is_valid (start))
    ply_xml_append_element (self->xml, 4, "start", start);
  if (end != NULL && ply_date_is_valid (end))
    ply_xml_append_element (self->xml, 4, "end", end);
  ply_xml_append_element (self->xml, 4, "days",
                          known && atoi (count) > (int) days->len ? count : counted);
}

static void
write_web_address (Export *self, guint indent, const char *element, const char *address)
{
  if (ply_xml_is_web_address (address))
    ply_xml_append_element (self->xml, indent, element, address);
  else if (address != NULL && *address != '\0')
    remark (
        self,
        /* Translators: %1$s is an address, %2$s the name of an XML element */
        g_strdup_printf (_ ("“%1$s” is no web address and was left out (%2$s)"), address, element));
}

static void
write_extra_address (Export *self, guint indent, const char *element, const char *extra)
{
  g_autofree char *address = ply_extra_dup_text (extra, element);

  write_web_address (self, indent, element, address);
}

static gboolean
is_color (const char *text)
{
  return text != NULL && strlen (text) == 7 && *text == '#'
         && strspn (text + 1, "0123456789abcdefABCDEF") == 6;
}

/* <color primary= background=/>, kept as XML. */
static void
write_color (Export *self)
{
  g_autofree char *source = ply_extra_dup_text (self->event->extra, "color");
  g_autoptr (GBytes) bytes = source != NULL ? g_bytes_new (source, strlen (source)) : NULL;
  g_autoptr (xmlDoc) document = bytes != NULL ? ply_xml_parse (bytes, "color", NULL) : NULL;
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autofree char *primary = root != NULL ? ply_xml_dup_attribute (root, "primary") : NULL;
  g_autofree char *background = root != NULL ? ply_xml_dup_attribute (root, "background") : NULL;

  if (!is_color (primary))
    return;
  g_string_append (self->xml, "    <color");
  ply_xml_append_attribute (self->xml, "primary", primary);
  ply_xml_append_attribute (self->xml, "background", is_color (background) ? background : NULL);
  g_string_append (self->xml, "/>\n");
}

/* The schema's slug: a letter, then letters, digits, hyphens. */
static gboolean
is_track_slug (const char *text)
{
  return text != NULL && g_ascii_islower (*text) && strlen (text) > 1
         && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text);
}

static void
write_tracks (Export *self)
{
  g_autoptr (GPtrArray) tracks = ply_snapshot_dup_ordered (self->snapshot, PLY_KIND_TRACK);

  for (guint i = 0; i < tracks->len; i++)
    {
      const PlyTrack *track = tracks->pdata[i];

      g_string_append (self->xml, "    <track");
      ply_xml_append_attribute (self->xml, "name", or_empty (text_of (self, track, "name")));
      ply_xml_append_attribute (self->xml, "color", is_color (track->color) ? track->color : NULL);
      ply_xml_append_attribute (self->xml, "slug",
                                is_track_slug (track->slug) ? track->slug : NULL);
      g_string_append (self->xml, "/>\n");
    }
}

static void
write_conference (Export *self, GPtrArray *days)
{
  const PlyEvent *event = self->event;

  g_string_append (self->xml, "  <conference>\n");
  ply_xml_append_element (self->xml, 4, "title", or_empty (text_of (self, event, "title")));
  ply_xml_append_element (self->xml, 4, "acronym", ply_schedule_names_get_acronym (self->names));
  write_dates (self, days);
  if (event != NULL)
    {
      gint64 slot = event->slot_minutes;
      g_autofree char *text = slot > 0 && slot < 6000 ? ply_duration_format (slot) : NULL;

      ply_xml_append_element (self->xml, 4, "timeslot_duration", text);
      write_extra_address (self, 4, "base_url", event->extra);
      write_extra_address (self, 4, "logo", event->extra);
      write_web_address (self, 4, "url", event->url);
      write_color (self);
    }
  ply_xml_append_element (self->xml, 4, "time_zone_name", self->zone);
  write_tracks (self);
  g_string_append (self->xml, "  </conference>\n");
}

/* Persons */

/* Who stands in front of the audience. */
static gboolean
is_public_role (const char *role)
{
  static const char *const roles[] = {
    "speaker", "chair", "moderator", "panellist", "author", NULL,
  };

  return role != NULL && g_strv_contains (roles, role);
}

static void
collect_persons (const Export *self, gconstpointer owner, GPtrArray *persons)
{
  GPtrArray *parts = ply_participations_of (self->snapshot, owner);

  for (guint i = 0; i < parts->len; i++)
    {
      const PlyParticipation *part = parts->pdata[i];
      const PlyPerson *person = ply_snapshot_lookup (self->snapshot, PLY_KIND_PERSON, part->person);

      if (person != NULL && is_public_role (part->role)
          && !g_ptr_array_find (persons, person, NULL))
        g_ptr_array_add (persons, (gpointer) person);
    }
}

static gboolean
is_integer (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  return length > 0 && length < 19 && strspn (text, "0123456789") == length;
}

static void
write_persons (Export *self, const PlySession *session)
{
  g_autoptr (GPtrArray) persons = g_ptr_array_new ();
  GPtrArray *talks = ply_session_talks (self->snapshot, session);

  collect_persons (self, session, persons);
  for (guint i = 0; i < talks->len; i++)
    collect_persons (self, talks->pdata[i], persons);
  g_string_append (self->xml, "        <persons>\n");
  for (guint i = 0; i < persons->len; i++)
    {
      const PlyPerson *person = persons->pdata[i];
      g_autofree char *name =
          ply_person_display_name (self->snapshot, person, self->language, TRUE);

      g_string_append (self->xml, "          <person");
      ply_xml_append_attribute (self->xml, "id",
                                is_integer (person->source_id) ? person->source_id : NULL);
      ply_xml_append_attribute (self->xml, "guid",
                                ply_schedule_record_guid (person, person->source_guid));
      g_string_append_c (self->xml, '>');
      ply_xml_append_escaped (self->xml, or_empty (name));
      g_string_append (self->xml, "</person>\n");
    }
  g_string_append (self->xml, "        </persons>\n");
}

/* Links */

/* The @index-th link of @type; NULL when there are fewer. */
static const PlyLink *
nth_link (const Export *self, const PlySession *session, const char *type, guint index)
{
  GPtrArray *links =
      ply_snapshot_get_children (self->snapshot, PLY_KIND_LINK, "session", session->record.id);

  for (guint i = 0; i < links->len; i++)
    {
      const PlyLink *link = links->pdata[i];

      if (g_strcmp0 (link->type, type) == 0 && index-- == 0)
        return link;
    }
  return NULL;
}

static void
write_links (Export *self, const PlySession *session, const char *list, const char *type)
{
  const PlyLink *link;

  g_string_append_printf (self->xml, "        <%s>\n", list);
  for (guint i = 0; (link = nth_link (self, session, type, i)) != NULL; i++)
    {
      g_string_append_printf (self->xml, "          <%s", type);
      ply_xml_append_attribute (self->xml, "href", or_empty (link->url));
      g_string_append_c (self->xml, '>');
      ply_xml_append_escaped (self->xml, or_empty (text_of (self, link, "title")));
      g_string_append_printf (self->xml, "</%s>\n", type);
    }
  g_string_append_printf (self->xml, "        </%s>\n", list);
}

static void
write_link_element (Export *self, const PlySession *session, guint indent, const char *element,
                    const char *type, guint index)
{
  const PlyLink *link = nth_link (self, session, type, index);

  if (link != NULL)
    write_web_address (self, indent, element, link->url);
}

/* The schema wants licence and consent beside a recording's address; without them the address goes
 * into the older element. */
static void
write_recording (Export *self, const PlySession *session)
{
  g_autofree char *licence = ply_extra_dup_text (session->extra, "recording_license");
  const char *optout = ply_schedule_optout (session);
  gboolean whole = optout != NULL;

  if (whole)
    {
      g_string_append (self->xml, "        <recording>\n");
      ply_xml_append_element (self->xml, 10, "license", or_empty (licence));
      ply_xml_append_element (self->xml, 10, "optout", optout);
      write_link_element (self, session, 10, "url", "recording", 0);
      write_link_element (self, session, 10, "link", "recording", 1);
      g_string_append (self->xml, "        </recording>\n");
    }
  write_link_element (self, session, 8, "video_download_url", "recording", whole ? 2 : 0);
  if (nth_link (self, session, "recording", whole ? 3 : 1) != NULL)
    /* Translators: %s is a session's title */
    remark (self, g_strdup_printf (_ ("“%s” has more recordings than the format takes"),
                                   or_empty (text_of (self, session, "title"))));
}

/* Sessions */

static void
write_text (Export *self, const char *element, const char *text)
{
  g_autofree char *form = ply_text_to_file (text);

  ply_xml_append_element (self->xml, 8, element, or_empty (form));
}

static void
write_times (Export *self, const PlySession *session, const char *stamp)
{
  g_autofree char *start = ply_minutes_format (session->start);
  g_autofree char *duration = ply_duration_format (ply_schedule_duration (session));

  ply_xml_append_element (self->xml, 8, "date", stamp);
  ply_xml_append_element (self->xml, 8, "start", start);
  ply_xml_append_element (self->xml, 8, "duration", duration);
  if (session->duration != PLY_UNSET && session->duration != ply_schedule_duration (session))
    remark (self,
            /* Translators: %1$s is a session's title, %2$s a length like “99:59” */
            g_strdup_printf (_ ("“%1$s” is longer than the format can say and ends after %2$s"),
                             or_empty (text_of (self, session, "title")), duration));
}

static void
write_session (Export *self, const PlySession *session, const char *stamp)
{
  const PlyTrack *track = ply_snapshot_lookup (self->snapshot, PLY_KIND_TRACK, session->track);
  const PlySessionType *type =
      ply_snapshot_lookup (self->snapshot, PLY_KIND_SESSION_TYPE, session->type);
  const PlyRoom *room = ply_snapshot_lookup (self->snapshot, PLY_KIND_ROOM, session->room);
  g_autofree char *description = ply_schedule_description (self->snapshot, session, self->language);

  g_string_append (self->xml, "      <event");
  ply_xml_append_attribute (self->xml, "id", ply_schedule_names_get_id (self->names, session));
  ply_xml_append_attribute (self->xml, "guid", ply_schedule_names_get_guid (self->names, session));
  ply_xml_append_attribute (self->xml, "code", ply_schedule_names_get_code (self->names, session));
  g_string_append (self->xml, ">\n");
  write_times (self, session, stamp);
  ply_xml_append_element (self->xml, 8, "room", or_empty (text_of (self, room, "name")));
  ply_xml_append_element (self->xml, 8, "slug", ply_schedule_names_get_slug (self->names, session));
  write_web_address (self, 8, "url", session->url);
  ply_xml_append_element (self->xml, 8, "title", or_empty (text_of (self, session, "title")));
  ply_xml_append_element (self->xml, 8, "subtitle", or_empty (text_of (self, session, "subtitle")));
  ply_xml_append_element (self->xml, 8, "track", or_empty (text_of (self, track, "name")));
  ply_xml_append_element (self->xml, 8, "type", or_empty (text_of (self, type, "name")));
  ply_xml_append_element (self->xml, 8, "language", or_empty (session->language));
  write_text (self, "abstract", text_of (self, session, "abstract"));
  write_text (self, "description", description);
  write_link_element (self, session, 8, "logo", "logo", 0);
  write_persons (self, session);
  write_links (self, session, "links", "link");
  write_links (self, session, "attachments", "attachment");
  write_recording (self, session);
  write_link_element (self, session, 8, "feedback_url", "feedback", 0);
  write_extra_address (self, 8, "origin_url", session->extra);
  g_string_append (self->xml, "      </event>\n");
}

static void
write_room (Export *self, const PlyDay *day, GPtrArray *sessions, const PlyRoom *room)
{
  GString *events = self->xml;
  gsize start = events->len;

  g_string_append (events, "    <room");
  ply_xml_append_attribute (events, "name", or_empty (text_of (self, room, "name")));
  if (room != NULL)
    ply_xml_append_attribute (events, "guid", ply_schedule_record_guid (room, room->source_id));
  g_string_append (events, ">\n");
  for (guint i = 0; i < sessions->len; i++)
    {
      const PlySession *session = sessions->pdata[i];
      const PlyRoom *own = ply_snapshot_lookup (self->snapshot, PLY_KIND_ROOM, session->room);
      g_autofree char *stamp = NULL;

      if (own != room || g_strcmp0 (session->state, "cancelled") == 0)
        continue;
      stamp = dup_stamp (self, day->date, session->start);
      if (stamp != NULL)
        write_session (self, session, stamp);
      else
        self->unplaced++;
    }
  /* A room of no name is there for sessions without a room only. */
  if (room == NULL && g_str_has_suffix (events->str, "<room name=\"\">\n"))
    g_string_truncate (events, start);
  else
    g_string_append (events, "    </room>\n");
}

static void
write_day_start (Export *self, const char *date, gint64 opens, gint64 closes, guint index)
{
  g_autofree char *start = dup_stamp (self, date, opens);
  g_autofree char *end = dup_stamp (self, date, closes);

  /* At the calendar's edges, which only typing errors reach. */
  if (start == NULL)
    start = g_strconcat (date, "T00:00:00Z", NULL);
  g_string_append_printf (self->xml, "  <day index=\"%u\"", index);
  ply_xml_append_attribute (self->xml, "date", date);
  ply_xml_append_attribute (self->xml, "start", start);
  ply_xml_append_attribute (self->xml, "end", end != NULL ? end : start);
  g_string_append (self->xml, ">\n");
}

static void
write_day (Export *self, const PlyDay *day, guint index)
{
  g_autoptr (GPtrArray) sessions = ply_day_sessions (self->snapshot, day);
  g_autoptr (GPtrArray) rooms = ply_snapshot_dup_ordered (self->snapshot, PLY_KIND_ROOM);
  gint64 opens, closes;

  ply_schedule_day_span (self->snapshot, day, &opens, &closes);
  write_day_start (self, day->date, opens, closes, index);
  for (guint i = 0; i < rooms->len; i++)
    write_room (self, day, sessions, rooms->pdata[i]);
  write_room (self, day, sessions, NULL);
  for (guint i = 0; i < sessions->len; i++)
    self->cancelled += g_strcmp0 (((PlySession *) sessions->pdata[i])->state, "cancelled") == 0;
  g_string_append (self->xml, "  </day>\n");
}

static void
write_days (Export *self, GPtrArray *days)
{
  g_autoptr (GPtrArray) rooms = ply_snapshot_dup_ordered (self->snapshot, PLY_KIND_ROOM);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  for (guint i = 0; i < days->len; i++)
    write_day (self, days->pdata[i], i + 1);
  if (days->len > 0)
    return;
  write_day_start (self, PLY_SCHEDULE_NO_DATE, 0, PLY_MINUTES_PER_DAY - 1, 1);
  for (guint i = 0; i < rooms->len; i++)
    write_room (self, NULL, nothing, rooms->pdata[i]);
  g_string_append (self->xml, "  </day>\n");
  /* Translators: %s is a date */
  remark (self, g_strdup_printf (_ ("The event has no day; the format wants one, so that an empty "
                                    "one stands in the file (%s)"),
                                 PLY_SCHEDULE_NO_DATE));
}

static void
remark_left_out (Export *self)
{
  g_autoptr (GPtrArray) unplaced = ply_day_sessions (self->snapshot, NULL);

  self->unplaced += unplaced->len;
  if (self->unplaced > 0)
    /* Translators: %u is a number of sessions */
    remark (self, g_strdup_printf (ngettext ("%u session without a day and a start was left out",
                                             "%u sessions without a day and a start were left out",
                                             self->unplaced),
                                   self->unplaced));
  if (self->cancelled > 0)
    /* Translators: %u is a number of sessions */
    remark (self,
            g_strdup_printf (ngettext ("%u cancelled session was left out",
                                       "%u cancelled sessions were left out", self->cancelled),
                             self->cancelled));
}

GBytes *
ply_schedule_xml_export (const PlySnapshot *snapshot, const char *language, GPtrArray *remarks,
                         GError **error)
{
  Export self = { .snapshot = snapshot, .language = language, .remarks = remarks };
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (PlyScheduleNames) names = NULL;
  g_autofree char *version = NULL;

  g_return_val_if_fail (snapshot != NULL, NULL);

  days = ply_snapshot_dup_ordered (snapshot, PLY_KIND_DAY);
  self.names = names = ply_schedule_names_new (snapshot);
  self.event = ply_snapshot_get_event (snapshot);
  self.zone = self.event != NULL && self.event->timezone != NULL ? self.event->timezone : "UTC";
  self.xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n");
  g_string_append (self.xml, "  <generator name=\"Plenary\" version=\"" PLY_VERSION "\"/>\n");
  if (self.event != NULL)
    version = ply_extra_dup_text (self.event->extra, "version");
  ply_xml_append_element (self.xml, 2, "version", or_empty (version));
  write_conference (&self, days);
  write_days (&self, days);
  g_string_append (self.xml, "</schedule>\n");
  remark_left_out (&self);
  return g_string_free_to_bytes (self.xml);
}
