/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-cli.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

static char *
format_time (const PlyHistoryEntry *entry, const char *format, gboolean utc)
{
  g_autoptr (GDateTime) time = utc ? g_date_time_new_from_unix_utc (entry->time / 1000)
                                   : g_date_time_new_from_unix_local (entry->time / 1000);

  return g_date_time_format (time, format);
}

static void
print_json (GPtrArray *history)
{
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < history->len; i++)
    {
      const PlyHistoryEntry *entry = history->pdata[i];
      g_autofree char *time = format_time (entry, "%Y-%m-%dT%H:%M:%SZ", TRUE);

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "seq");
      json_builder_add_int_value (json, entry->seq);
      json_builder_set_member_name (json, "label");
      json_builder_add_string_value (json, entry->label);
      json_builder_set_member_name (json, "time");
      json_builder_add_string_value (json, time);
      json_builder_set_member_name (json, "undone");
      json_builder_add_boolean_value (json, entry->undone);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  ply_cli_print_json (json);
}

static void
print_text (GPtrArray *history)
{
  for (guint i = 0; i < history->len; i++)
    {
      const PlyHistoryEntry *entry = history->pdata[i];
      g_autofree char *time = format_time (entry, "%Y-%m-%d %H:%M", FALSE);

      g_print ("%5" G_GINT64_FORMAT "  %s  %s%s%s\n", entry->seq, time, entry->label,
               entry->undone ? "  " : "", entry->undone ? _ ("(undone)") : "");
    }
}

static PlyExit
run (int argc, char **argv)
{
  gboolean as_json = FALSE;
  g_autoptr (PlyStore) store = NULL;
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) history = NULL;
  GError *error = NULL;
  PlyExit exit;

  store = ply_cli_open_to_print (&ply_verb_history, argc, argv, &as_json, &snapshot, &exit);
  if (store == NULL)
    return exit;
  history = ply_store_dup_history (store, &error);
  if (history == NULL)
    return ply_cli_fail (PLY_EXIT_INPUT, error);
  if (as_json)
    print_json (history);
  else
    print_text (history);
  return PLY_EXIT_DONE;
}

const PlyVerb ply_verb_history = { "history", "FILE", N_ ("List what was done, oldest first"),
                                   run };
