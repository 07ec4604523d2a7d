/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-schedule-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const PlyFileMember conference_members[] = {
  PLY_FILE_MEMBER (PlyScheduleFile, "title", title, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "subtitle", subtitle, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "acronym", acronym, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "venue", venue, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "city", city, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "country", country, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "url", url, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "language", language, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "time_zone_name", zone, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "timeslot_duration", slot, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "day_change", day_change, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "start", start, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "end", end, LINE),
  PLY_FILE_MEMBER (PlyScheduleFile, "base_url", base_url, LINE),
};

/* Freeing */

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

void
ply_schedule_file_free (PlyScheduleFile *self)
{
  ply_file_free_members (self, conference_members, G_N_ELEMENTS (conference_members));
  g_clear_pointer (&self->extra, json_object_unref);
  g_hash_table_unref (self->rooms_by_guid);
  g_hash_table_unref (self->rooms_by_name);
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

  self->rooms_by_guid = g_hash_table_new (g_str_hash, g_str_equal);
  self->rooms_by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) track_free);
  self->days = g_ptr_array_new_with_free_func ((GDestroyNotify) day_free);
  self->rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) room_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) ply_file_event_free);
  return self;
}

/* Reading */

static void
read_event (PlyScheduleFile *self, xmlNode *node, const PlyFileDay *day, const PlyFileRoom *room)
{
  PlyFileEvent *event = ply_file_event_read (node);

  event->day = day;
  event->room = room;
  g_ptr_array_add (self->events, event);
}

/* The room of that guid, or the first of that name when one of the two has no guid. */
static PlyFileRoom *
find_room (const PlyScheduleFile *self, const char *name, const char *guid)
{
  PlyFileRoom *room = guid != NULL ? g_hash_table_lookup (self->rooms_by_guid, guid) : NULL;

  if (room != NULL)
    return room;
  room = g_hash_table_lookup (self->rooms_by_name, name);
  return room != NULL && (guid == NULL || room->guid == NULL) ? room : NULL;
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
      if (!g_hash_table_contains (self->rooms_by_name, name))
        g_hash_table_insert (self->rooms_by_name, room->name, room);
    }
  if (room->guid == NULL && guid != NULL)
    {
      room->guid = g_strdup (guid);
      g_hash_table_insert (self->rooms_by_guid, room->guid, room);
    }
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
      const PlyFileMember *member = ply_file_find_member (
          conference_members, G_N_ELEMENTS (conference_members), (const char *) child->name);

      if (member != NULL)
        ply_file_take_text (self, member, ply_file_dup_in_form (child, member->form));
      else if (ply_xml_is (child, "track"))
        read_track (self, child);
      else
        ply_file_keep_unknown (&self->extra, child);
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
        ply_file_keep_unknown (&self->extra, child);
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
