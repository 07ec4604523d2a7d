/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-recent.h"

#include "ply-settings.h"

#define KEY "recent-files"
#define MAX_RECENT 12

static void
recent_free (gpointer data)
{
  PlyRecent *recent = data;

  g_free (recent->path);
  g_free (recent->title);
  g_free (recent);
}

static gint64
modified_time (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info == NULL
             ? -1
             : (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
}

static PlyRecent *
recent_from_text (const char *text)
{
  const char *fragment = strchr (text, '#');
  g_autofree char *uri = fragment != NULL ? g_strndup (text, fragment - text) : g_strdup (text);
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);
  g_autofree char *title = fragment != NULL ? g_uri_unescape_string (fragment + 1, NULL) : NULL;
  PlyRecent *recent;

  if (path == NULL)
    return NULL;
  recent = g_new0 (PlyRecent, 1);
  recent->title =
      title != NULL && *title != '\0' ? g_steal_pointer (&title) : g_path_get_basename (path);
  recent->modified = modified_time (path);
  recent->path = g_steal_pointer (&path);
  return recent;
}

/* The stored texts without the one of @path. */
static GStrvBuilder *
without (const char *path)
{
  g_auto (GStrv) stored = g_settings_get_strv (ply_settings_get (), KEY);
  GStrvBuilder *builder = g_strv_builder_new ();

  for (guint i = 0; stored[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (stored[i], "#", 2);
      g_autofree char *other = g_filename_from_uri (parts[0], NULL, NULL);

      if (g_strcmp0 (other, path) != 0 && i < MAX_RECENT - 1)
        g_strv_builder_add (builder, stored[i]);
    }
  return builder;
}

GPtrArray *
ply_recent_dup (void)
{
  GPtrArray *recents = g_ptr_array_new_with_free_func (recent_free);
  g_auto (GStrv) stored = NULL;

  if (ply_settings_get () == NULL)
    return recents;
  stored = g_settings_get_strv (ply_settings_get (), KEY);
  for (guint i = 0; stored[i] != NULL; i++)
    {
      PlyRecent *recent = recent_from_text (stored[i]);

      if (recent != NULL)
        g_ptr_array_add (recents, recent);
    }
  return recents;
}

void
ply_recent_add (const char *path, const char *title)
{
  g_autoptr (GStrvBuilder) others = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *fragment = g_uri_escape_string (title != NULL ? title : "", NULL, FALSE);
  g_autofree char *text = g_strconcat (uri, "#", fragment, NULL);
  g_auto (GStrv) rest = NULL;
  g_auto (GStrv) all = NULL;

  if (ply_settings_get () == NULL || uri == NULL)
    return;
  others = without (path);
  rest = g_strv_builder_end (others);
  g_strv_builder_add (builder, text);
  g_strv_builder_addv (builder, (const char **) rest);
  all = g_strv_builder_end (builder);
  g_settings_set_strv (ply_settings_get (), KEY, (const char *const *) all);
}

void
ply_recent_remove (const char *path)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) rest = NULL;

  if (ply_settings_get () == NULL)
    return;
  builder = without (path);
  rest = g_strv_builder_end (builder);
  g_settings_set_strv (ply_settings_get (), KEY, (const char *const *) rest);
}
