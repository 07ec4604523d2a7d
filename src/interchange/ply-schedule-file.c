/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-schedule-file.h"

#include "ply-html-text.h"
#include "ply-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  FORM_LINE,
  FORM_HTML,
} Form;

/* An element or attribute and the member that takes its text. */
typedef struct
{
  const char *name;
  gsize offset;
  Form form;
} Member;

#define MEMBER(Struct, name_, member_, form_)                                                      \
  { .name = name_, .offset = offsetof (Struct, member_), .form = FORM_##form_ }

static const Member conference_members[] = {
  MEMBER (PlyScheduleFile, "title", title, LINE),
  MEMBER (PlyScheduleFile, "subtitle", subtitle, LINE),
  MEMBER (PlyScheduleFile, "acronym", acronym, LINE),
  MEMBER (PlyScheduleFile, "venue", venue, LINE),
  MEMBER (PlyScheduleFile, "city", city, LINE),
  MEMBER (PlyScheduleFile, "country", country, LINE),
  MEMBER (PlyScheduleFile, "url", url, LINE),
  MEMBER (PlyScheduleFile, "language", language, LINE),
  MEMBER (PlyScheduleFile, "time_zone_name", zone, LINE),
  MEMBER (PlyScheduleFile, "timeslot_duration", slot, LINE),
  MEMBER (PlyScheduleFile, "day_change", day_change, LINE),
  MEMBER (PlyScheduleFile, "start", start, LINE),
  MEMBER (PlyScheduleFile, "end", end, LINE),
  MEMBER (PlyScheduleFile, "base_url", base_url, LINE),
};

static const Member event_members[] = {
  MEMBER (PlyFileEvent, "id", id, LINE),
  MEMBER (PlyFileEvent, "guid", guid, LINE),
  MEMBER (PlyFileEvent, "code", code, LINE),
  MEMBER (PlyFileEvent, "slug", slug, LINE),
  MEMBER (PlyFileEvent, "room", room_name, LINE),
  MEMBER (PlyFileEvent, "title", title, LINE),
  MEMBER (PlyFileEvent, "subtitle", subtitle, LINE),
  MEMBER (PlyFileEvent, "abstract", abstract, HTML),
  MEMBER (PlyFileEvent, "description", description, HTML),
  MEMBER (PlyFileEvent, "track", track, LINE),
  MEMBER (PlyFileEvent, "type", type, LINE),
  MEMBER (PlyFileEvent, "language", language, LINE),
  MEMBER (PlyFileEvent, "date", date, LINE),
  MEMBER (PlyFileEvent, "start", start, LINE),
  MEMBER (PlyFileEvent, "duration", duration, LINE),
  MEMBER (PlyFileEvent, "url", url, LINE),
};

static const Member person_members[] = {
  MEMBER (PlyFilePerson, "id", id, LINE),
  MEMBER (PlyFilePerson, "guid", guid, LINE),
  MEMBER (PlyFilePerson, "public_name", name, LINE),
  MEMBER (PlyFilePerson, "full_public_name", name, LINE),
  MEMBER (PlyFilePerson, "name", name, LINE),
  MEMBER (PlyFilePerson, "biography", biography, HTML),
  MEMBER (PlyFilePerson, "email", email, LINE),
  MEMBER (PlyFilePerson, "url", url, LINE),
};

/* Elements of an event whose whole text is the address of a link. */
static const struct
{
  const char *element;
  const char *type;
} link_elements[] = {
  { "feedback_url", "feedback" },
  { "video_download_url", "recording" },
  { "logo", "logo" },
};

/* Freeing */

static void
free_members (gpointer target, const Member *members, guint n_members)
{
  for (guint i = 0; i < n_members; i++)
    g_clear_pointer (&G_STRUCT_MEMBER (char *, target, members[i].offset), g_free);
}

static void
person_free (PlyFilePerson *person)
{
  free_members (person, person_members, G_N_ELEMENTS (person_members));
  g_clear_pointer (&person->extra, json_object_unref);
  g_free (person);
}

static void
link_free (PlyFileLink *link)
{
  g_free (link->title);
  g_free (link->address);
  g_free (link);
}

static void
room_free (PlyFileRoom *room)
{
  g_free (room->name);
  g_free (room->guid);
  g_free (room);
}

static void
track_free (PlyFileTrack *track)
{
  g_free (track->name);
  g_free (track->color);
  g_free (track->slug);
  g_free (track);
}

static void
day_free (PlyFileDay *day)
{
  g_free (day->date);
  g_free (day->start);
  g_free (day->end);
  g_free (day);
}

static void
event_free (PlyFileEvent *event)
{
  free_members (event, event_members, G_N_ELEMENTS (event_members));
  g_clear_pointer (&event->persons, g_ptr_array_unref);
  g_clear_pointer (&event->links, g_ptr_array_unref);
  g_clear_pointer (&event->extra, json_object_unref);
  g_free (event);
}

void
ply_schedule_file_free (PlyScheduleFile *self)
{
  free_members (self, conference_members, G_N_ELEMENTS (conference_members));
  g_clear_pointer (&self->extra, json_object_unref);
  g_ptr_array_unref (self->tracks);
  g_ptr_array_unref (self->days);
  g_ptr_array_unref (self->rooms);
  g_ptr_array_unref (self->events);
  g_free (self);
}

static PlyScheduleFile *
file_new (void)
{
  PlyScheduleFile *self = g_new0 (PlyScheduleFile, 1);

  self->tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) track_free);
  self->days = g_ptr_array_new_with_free_func ((GDestroyNotify) day_free);
  self->rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) room_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) event_free);
  return self;
}

/* Reading */

static const Member *
find_member (const Member *members, guint n_members, const char *name)
{
  for (guint i = 0; i < n_members; i++)
    if (strcmp (members[i].name, name) == 0)
      return &members[i];
  return NULL;
}

/* The first text wins that is not empty: wafer writes two abstracts. */
static void
take_text (gpointer target, const Member *member, char *text)
{
  char **place = &G_STRUCT_MEMBER (char *, target, member->offset);

  if (*place == NULL || **place == '\0')
    {
      g_free (*place);
      *place = text;
    }
  else
    g_free (text);
}

static char *
dup_in_form (const xmlNode *node, Form form)
{
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;

  if (form == FORM_LINE)
    return ply_xml_dup_line (node);
  text = ply_xml_dup_text (node);
  plain = ply_html_to_text (text);
  /* A Python program without an abstract. */
  return g_strdup (strcmp (plain, "None") == 0 ? "" : plain);
}

static void
keep_extra (JsonObject **extra, const char *name, char *text)
{
  if (*text != '\0')
    {
      if (*extra == NULL)
        *extra = json_object_new ();
      json_object_set_string_member (*extra, name, text);
    }
  g_free (text);
}

/* What is not known is kept: as text, or as XML when there is more to it. */
static void
keep_unknown (JsonObject **extra, xmlNode *node)
{
  gboolean plain = ply_xml_first (node) == NULL && node->properties == NULL;
  g_autofree char *text = ply_xml_dup_line (node);

  if (plain || (*text == '\0' && node->properties == NULL))
    keep_extra (extra, (const char *) node->name, g_steal_pointer (&text));
  else
    keep_extra (extra, (const char *) node->name, ply_xml_dup_source (node));
}

static void
take_attributes (const xmlNode *node, gpointer target, const Member *members, guint n_members,
                 JsonObject **extra)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      const Member *member = find_member (members, n_members, name);
      char *text = ply_xml_dup_attribute (node, name);

      if (text == NULL)
        continue;
      if (member != NULL)
        take_text (target, member, text);
      else
        keep_extra (extra, name, text);
    }
}

static PlyFilePerson *
read_person (xmlNode *node)
{
  PlyFilePerson *person = g_new0 (PlyFilePerson, 1);
  xmlNode *child = ply_xml_first (node);

  person->line = ply_xml_line (node);
  take_attributes (node, person, person_members, G_N_ELEMENTS (person_members), &person->extra);
  for (; child != NULL; child = ply_xml_next (child))
    {
      const Member *member
          = find_member (person_members, G_N_ELEMENTS (person_members), (const char *) child->name);

      if (member != NULL)
        take_text (person, member, dup_in_form (child, member->form));
      else
        keep_unknown (&person->extra, child);
    }
  if (ply_xml_first (node) == NULL)
    {
      g_free (person->name);
      person->name = ply_xml_dup_line (node);
    }
  return person;
}

static void
read_persons (PlyFileEvent *event, xmlNode *node)
{
  if (event->persons == NULL)
    event->persons = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  for (xmlNode *child = ply_xml_first (node); child != NULL; child = ply_xml_next (child))
    if (ply_xml_is (child, "person"))
      g_ptr_array_add (event->persons, read_person (child));
}

static void
add_link (PlyFileEvent *event, const xmlNode *node, const char *type, char *title, char *address)
{
  PlyFileLink *link = g_new0 (PlyFileLink, 1);

  link->line = ply_xml_line (node);
  link->type = type;
  link->title = title;
  link->address = address;
  g_ptr_array_add (event->links, link);
}

static void
read_links (PlyFileEvent *event, xmlNode *node, guint which)
{
  const char *type = which == PLY_FILE_LINKS ? "link" : "attachment";

  event->has_links[which] = TRUE;
  for (xmlNode *child = ply_xml_first (node); child != NULL; child = ply_xml_next (child))
    add_link (event, child, type, ply_xml_dup_line (child), ply_xml_dup_attribute (child, "href"));
}

/* A recording's address is a link; its licence and whether it was declined stay beside. */
static void
read_recording (PlyFileEvent *event, xmlNode *node)
{
  for (xmlNode *child = ply_xml_first (node); child != NULL; child = ply_xml_next (child))
    {
      g_autofree char *text = ply_xml_dup_line (child);
      g_autofree char *name = g_strconcat ("recording_", (const char *) child->name, NULL);

      if (ply_xml_is (child, "url") || ply_xml_is (child, "link"))
        {
          if (*text != '\0')
            add_link (event, child, "recording", NULL, g_steal_pointer (&text));
        }
      else
        keep_extra (&event->extra, name, g_steal_pointer (&text));
    }
}

static gboolean
read_link_element (PlyFileEvent *event, xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (link_elements); i++)
    if (ply_xml_is (node, link_elements[i].element))
      {
        g_autofree char *text = ply_xml_dup_line (node);

        if (*text != '\0')
          add_link (event, node, link_elements[i].type, NULL, g_steal_pointer (&text));
        return TRUE;
      }
  return FALSE;
}

static void
read_event_child (PlyFileEvent *event, xmlNode *node)
{
  const Member *member
      = find_member (event_members, G_N_ELEMENTS (event_members), (const char *) node->name);

  if (member != NULL)
    take_text (event, member, dup_in_form (node, member->form));
  else if (ply_xml_is (node, "persons"))
    read_persons (event, node);
  else if (ply_xml_is (node, "links"))
    read_links (event, node, PLY_FILE_LINKS);
  else if (ply_xml_is (node, "attachments"))
    read_links (event, node, PLY_FILE_ATTACHMENTS);
  else if (ply_xml_is (node, "recording"))
    read_recording (event, node);
  else if (!read_link_element (event, node))
    keep_unknown (&event->extra, node);
}

static void
read_event (PlyScheduleFile *self, xmlNode *node, const PlyFileDay *day, const PlyFileRoom *room)
{
  PlyFileEvent *event = g_new0 (PlyFileEvent, 1);

  event->line = ply_xml_line (node);
  event->day = day;
  event->room = room;
  event->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  take_attributes (node, event, event_members, G_N_ELEMENTS (event_members), &event->extra);
  for (xmlNode *child = ply_xml_first (node); child != NULL; child = ply_xml_next (child))
    read_event_child (event, child);
  g_ptr_array_add (self->events, event);
}

/* The room of that guid, or of that name when one of the two has no guid. */
static PlyFileRoom *
find_room (const PlyScheduleFile *self, const char *name, const char *guid)
{
  for (guint i = 0; guid != NULL && i < self->rooms->len; i++)
    if (g_strcmp0 (((PlyFileRoom *) self->rooms->pdata[i])->guid, guid) == 0)
      return self->rooms->pdata[i];
  for (guint i = 0; i < self->rooms->len; i++)
    {
      PlyFileRoom *room = self->rooms->pdata[i];

      if (strcmp (room->name, name) == 0 && (guid == NULL || room->guid == NULL))
        return room;
    }
  return NULL;
}

/* NULL for a room without a name: what happens in no room. */
static PlyFileRoom *
take_room (PlyScheduleFile *self, const xmlNode *node, const char *name, const char *guid)
{
  PlyFileRoom *room;

  if (name == NULL || *name == '\0')
    return NULL;
  if (guid != NULL && *guid == '\0')
    guid = NULL;
  room = find_room (self, name, guid);
  if (room == NULL)
    {
      room = g_new0 (PlyFileRoom, 1);
      room->line = ply_xml_line (node);
      room->name = g_strdup (name);
      g_ptr_array_add (self->rooms, room);
    }
  if (room->guid == NULL)
    room->guid = g_strdup (guid);
  return room;
}

static const PlyFileRoom *
read_room (PlyScheduleFile *self, const xmlNode *node)
{
  static const char *const keys[] = { "guid", "id", "slug" };
  g_autofree char *name = ply_xml_dup_attribute (node, "name");
  g_autofree char *guid = NULL;

  for (guint i = 0; guid == NULL && i < G_N_ELEMENTS (keys); i++)
    guid = ply_xml_dup_attribute (node, keys[i]);
  return take_room (self, node, name, guid);
}

static gboolean
read_day (PlyScheduleFile *self, xmlNode *node, GCancellable *cancellable, GError **error)
{
  PlyFileDay *day = g_new0 (PlyFileDay, 1);

  g_ptr_array_add (self->days, day);
  day->line = ply_xml_line (node);
  day->date = ply_xml_dup_attribute (node, "date");
  day->start = ply_xml_dup_attribute (node, "start");
  day->end = ply_xml_dup_attribute (node, "end");
  for (xmlNode *child = ply_xml_first (node); child != NULL; child = ply_xml_next (child))
    {
      const PlyFileRoom *room;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (ply_xml_is (child, "event"))
        read_event (self, child, day, NULL);
      if (!ply_xml_is (child, "room"))
        continue;
      room = read_room (self, child);
      for (xmlNode *event = ply_xml_first (child); event != NULL; event = ply_xml_next (event))
        if (ply_xml_is (event, "event"))
          read_event (self, event, day, room);
    }
  return TRUE;
}

/* <track name= color= slug=> inside <conference>, or FOSDEM's <tracks><track>name. */
static void
read_track (PlyScheduleFile *self, const xmlNode *node)
{
  PlyFileTrack *track = g_new0 (PlyFileTrack, 1);

  track->line = ply_xml_line (node);
  track->name = ply_xml_dup_attribute (node, "name");
  track->color = ply_xml_dup_attribute (node, "color");
  track->slug = ply_xml_dup_attribute (node, "slug");
  if (track->name == NULL)
    track->name = ply_xml_dup_line (node);
  if (*track->name != '\0')
    g_ptr_array_add (self->tracks, track);
  else
    track_free (track);
}

static void
read_conference (PlyScheduleFile *self, xmlNode *node)
{
  self->line = ply_xml_line (node);
  for (xmlNode *child = ply_xml_first (node); child != NULL; child = ply_xml_next (child))
    {
      const Member *member = find_member (
          conference_members, G_N_ELEMENTS (conference_members), (const char *) child->name);

      if (member != NULL)
        take_text (self, member, dup_in_form (child, member->form));
      else if (ply_xml_is (child, "track"))
        read_track (self, child);
      else
        keep_unknown (&self->extra, child);
    }
}

/* Our own name in a file says nothing about where the event came from. */
static gboolean
is_our_generator (const xmlNode *node)
{
  g_autofree char *name = ply_xml_dup_attribute (node, "name");

  return ply_xml_is (node, "generator") && g_strcmp0 (name, "Plenary") == 0;
}

static gboolean
read_root (PlyScheduleFile *self, xmlNode *root, GCancellable *cancellable, GError **error)
{
  for (xmlNode *child = ply_xml_first (root); child != NULL; child = ply_xml_next (child))
    {
      if (ply_xml_is (child, "conference"))
        read_conference (self, child);
      else if (ply_xml_is (child, "tracks"))
        for (xmlNode *track = ply_xml_first (child); track != NULL; track = ply_xml_next (track))
          read_track (self, track);
      else if (ply_xml_is (child, "day"))
        {
          if (!read_day (self, child, cancellable, error))
            return FALSE;
        }
      else if (!is_our_generator (child))
        keep_unknown (&self->extra, child);
    }
  return TRUE;
}

/* Refusing what is something else */

static const xmlNode *
find_stranger (const xmlNode *root)
{
  const xmlNode *day = ply_xml_find (root, "day");

  if (!ply_xml_is (root, "schedule"))
    return root;
  if (ply_xml_find (root, "conference") != NULL)
    return NULL;
  if (day == NULL)
    return root;
  for (const xmlNode *node = ply_xml_first (day); node != NULL; node = ply_xml_next (node))
    if (!ply_xml_is (node, "room") && !ply_xml_is (node, "event"))
      return node;
  return NULL;
}

static gboolean
is_placeholder (const char *text)
{
  return text != NULL && (strstr (text, "{{") != NULL || strstr (text, "{%") != NULL);
}

static gboolean
has_placeholders (const PlyScheduleFile *self)
{
  const PlyFileDay *day = self->days->len > 0 ? self->days->pdata[0] : NULL;

  return is_placeholder (self->title) || is_placeholder (self->acronym)
         || is_placeholder (self->start) || (day != NULL && is_placeholder (day->date));
}

static void
set_template_error (GError **error, const char *display_name, int line)
{
  ply_interchange_set_error (error, PLY_INTERCHANGE_ERROR_FORMAT, display_name, line,
                             _ ("this is a template whose placeholders “{{ … }}” nobody has filled "
                                "in; import the file that is made from it"));
}

/* Broken XML that is a template is better called one. */
static gboolean
bytes_look_like_template (GBytes *input)
{
  gsize size;
  const char *data = g_bytes_get_data (input, &size);
  gsize head = MIN (size, 8192);

  return g_strstr_len (data, head, "{{") != NULL || g_strstr_len (data, head, "{%") != NULL;
}

PlyScheduleFile *
ply_schedule_file_read (GBytes *input, const char *display_name, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (PlyScheduleFile) self = NULL;
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GError) local_error = NULL;
  const xmlNode *stranger;

  g_return_val_if_fail (input != NULL && display_name != NULL, NULL);

  document = ply_xml_parse (input, display_name, &local_error);
  if (document == NULL)
    {
      if (g_error_matches (local_error, PLY_INTERCHANGE_ERROR, PLY_INTERCHANGE_ERROR_INVALID)
          && g_bytes_get_size (input) > 0 && bytes_look_like_template (input))
        set_template_error (error, display_name, 1);
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  stranger = find_stranger (xmlDocGetRootElement (document));
  if (stranger != NULL)
    {
      ply_interchange_set_error (
          error, PLY_INTERCHANGE_ERROR_FORMAT, display_name, ply_xml_line (stranger),
          /* Translators: %s is the name of an XML element */
          _ ("<%s> does not belong here: this is another XML format than schedule.xml of frab, "
             "pretalx, pentabarf or wafer; export that one"),
          (const char *) stranger->name);
      return NULL;
    }
  self = file_new ();
  if (!read_root (self, xmlDocGetRootElement (document), cancellable, error))
    return NULL;
  if (has_placeholders (self))
    {
      set_template_error (error, display_name, self->line);
      return NULL;
    }
  return g_steal_pointer (&self);
}
