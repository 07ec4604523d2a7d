/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-schedule-file-private.h"

#include "ply-html-text.h"

#include <string.h>

static const PlyFileMember event_members[] = {
  PLY_FILE_MEMBER (PlyFileEvent, "id", id, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "guid", guid, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "code", code, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "slug", slug, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "room", room_name, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "title", title, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "subtitle", subtitle, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "abstract", abstract, HTML),
  PLY_FILE_MEMBER (PlyFileEvent, "description", description, HTML),
  PLY_FILE_MEMBER (PlyFileEvent, "track", track, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "type", type, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "language", language, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "date", date, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "start", start, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "duration", duration, LINE),
  PLY_FILE_MEMBER (PlyFileEvent, "url", url, LINE),
};

static const PlyFileMember person_members[] = {
  PLY_FILE_MEMBER (PlyFilePerson, "id", id, LINE),
  PLY_FILE_MEMBER (PlyFilePerson, "guid", guid, LINE),
  PLY_FILE_MEMBER (PlyFilePerson, "public_name", name, LINE),
  PLY_FILE_MEMBER (PlyFilePerson, "full_public_name", name, LINE),
  PLY_FILE_MEMBER (PlyFilePerson, "name", name, LINE),
  PLY_FILE_MEMBER (PlyFilePerson, "biography", biography, HTML),
  PLY_FILE_MEMBER (PlyFilePerson, "email", email, LINE),
  PLY_FILE_MEMBER (PlyFilePerson, "url", url, LINE),
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

void
ply_file_free_members (gpointer target, const PlyFileMember *members, guint n_members)
{
  for (guint i = 0; i < n_members; i++)
    g_clear_pointer (&G_STRUCT_MEMBER (char *, target, members[i].offset), g_free);
}

static void
person_free (PlyFilePerson *person)
{
  ply_file_free_members (person, person_members, G_N_ELEMENTS (person_members));
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

void
ply_file_event_free (PlyFileEvent *event)
{
  ply_file_free_members (event, event_members, G_N_ELEMENTS (event_members));
  g_clear_pointer (&event->persons, g_ptr_array_unref);
  g_clear_pointer (&event->links, g_ptr_array_unref);
  g_clear_pointer (&event->extra, json_object_unref);
  g_free (event);
}

/* Reading */

const PlyFileMember *
ply_file_find_member (const PlyFileMember *members, guint n_members, const char *name)
{
  for (guint i = 0; i < n_members; i++)
    if (strcmp (members[i].name, name) == 0)
      return &members[i];
  return NULL;
}

/* The first text wins that is not empty: wafer writes two abstracts. */
void
ply_file_take_text (gpointer target, const PlyFileMember *member, char *text)
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

char *
ply_file_dup_in_form (const xmlNode *node, PlyFileForm form)
{
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;

  if (form == PLY_FILE_FORM_LINE)
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
void
ply_file_keep_unknown (JsonObject **extra, xmlNode *node)
{
  gboolean plain = ply_xml_first (node) == NULL && node->properties == NULL;
  g_autofree char *text = ply_xml_dup_line (node);

  if (plain || (*text == '\0' && node->properties == NULL))
    keep_extra (extra, (const char *) node->name, g_steal_pointer (&text));
  else
    keep_extra (extra, (const char *) node->name, ply_xml_dup_source (node));
}

static void
take_attributes (const xmlNode *node, gpointer target, const PlyFileMember *members,
                 guint n_members, JsonObject **extra)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      const PlyFileMember *member = ply_file_find_member (members, n_members, name);
      char *text = ply_xml_dup_attribute (node, name);

      if (text == NULL)
        continue;
      if (member != NULL)
        ply_file_take_text (target, member, text);
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
      const PlyFileMember *member = ply_file_find_member (
          person_members, G_N_ELEMENTS (person_members), (const char *) child->name);

      if (member != NULL)
        ply_file_take_text (person, member, ply_file_dup_in_form (child, member->form));
      else
        ply_file_keep_unknown (&person->extra, child);
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
  const PlyFileMember *member =
      ply_file_find_member (event_members, G_N_ELEMENTS (event_members), (const char *) node->name);

  if (member != NULL)
    ply_file_take_text (event, member, ply_file_dup_in_form (node, member->form));
  else if (ply_xml_is (node, "persons"))
    read_persons (event, node);
  else if (ply_xml_is (node, "links"))
    read_links (event, node, PLY_FILE_LINKS);
  else if (ply_xml_is (node, "attachments"))
    read_links (event, node, PLY_FILE_ATTACHMENTS);
  else if (ply_xml_is (node, "recording"))
    read_recording (event, node);
  else if (!read_link_element (event, node))
    ply_file_keep_unknown (&event->extra, node);
}

PlyFileEvent *
ply_file_event_read (xmlNode *node)
{
  PlyFileEvent *event = g_new0 (PlyFileEvent, 1);

  event->line = ply_xml_line (node);
  event->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  take_attributes (node, event, event_members, G_N_ELEMENTS (event_members), &event->extra);
  for (xmlNode *child = ply_xml_first (node); child != NULL; child = ply_xml_next (child))
    read_event_child (event, child);
  return event;
}
