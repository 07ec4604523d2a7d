/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-formats.h"

#include "ply-event-json.h"
#include "ply-schedule-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GBytes *
export_event_json (const PlySnapshot *snapshot, const char *language, GPtrArray *remarks,
                   GError **error)
{
  return ply_event_json_export (snapshot);
}

static const PlyFormat schedule_xml = {
  .name = "schedule.xml",
  .label = N_ ("Conference Schedule"),
  .globs = (const char *const[]) { "*.xml", NULL },
  .sniff = ply_schedule_xml_sniff,
  .import = ply_schedule_xml_import,
  .export = ply_schedule_xml_export,
};

static const PlyFormat event_json = {
  .name = "event.json",
  .label = N_ ("Plenary Event as JSON"),
  .globs = (const char *const[]) { "*.json", NULL },
  .sniff = ply_event_json_sniff,
  .import = ply_event_json_import,
  .export = export_event_json,
};

static const PlyFormat *const formats[] = { &schedule_xml, &event_json, NULL };

const PlyFormat *const *
ply_formats_get (void)
{
  return formats;
}

const PlyFormat *
ply_formats_lookup (const char *name)
{
  for (guint i = 0; formats[i] != NULL; i++)
    if (g_strcmp0 (formats[i]->name, name) == 0)
      return formats[i];
  return NULL;
}

const PlyFormat *
ply_formats_recognize (GBytes *input, const char *display_name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; formats[i] != NULL; i++)
    {
      if (formats[i]->import == NULL)
        continue;
      if (formats[i]->sniff (input))
        return formats[i];
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", formats[i]->name);
    }
  ply_interchange_set_error (
      error, PLY_INTERCHANGE_ERROR_FORMAT, display_name, 0,
      /* Translators: %s is a list of names of formats, like “schedule.xml” */
      _ ("the format is not known; these can be read: %s"), names->str);
  return NULL;
}
