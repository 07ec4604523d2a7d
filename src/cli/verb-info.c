/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-cli.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* What is counted, under the names that programs rely on. */
static const struct
{
  PlyKind kind;
  const char *key;
  const char *label;
} counts[] = {
  { PLY_KIND_DAY, "days", N_ ("Days") },
  { PLY_KIND_ROOM, "rooms", N_ ("Rooms") },
  { PLY_KIND_TRACK, "tracks", N_ ("Tracks") },
  { PLY_KIND_SESSION, "sessions", N_ ("Sessions") },
  { PLY_KIND_TALK, "talks", N_ ("Talks") },
  { PLY_KIND_PERSON, "persons", N_ ("People") },
  { PLY_KIND_INSTITUTION, "institutions", N_ ("Institutions") },
};

static void
print_json (PlyStore *store, PlySnapshot *snapshot)
{
  const PlyEvent *event = ply_snapshot_get_event (snapshot);
  g_auto (GStrv) languages = ply_snapshot_dup_languages (snapshot);
  g_autoptr (GPtrArray) days = ply_snapshot_dup_ordered (snapshot, PLY_KIND_DAY);
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "title");
  json_builder_add_string_value (json, event->title);
  json_builder_set_member_name (json, "schema_version");
  json_builder_add_int_value (json, ply_store_get_file_version (store));
  json_builder_set_member_name (json, "languages");
  json_builder_begin_array (json);
  for (guint i = 0; languages[i] != NULL; i++)
    json_builder_add_string_value (json, languages[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "timezone");
  json_builder_add_string_value (json, event->timezone);
  json_builder_set_member_name (json, "first_date");
  json_builder_add_string_value (json, days->len > 0 ? ((PlyDay *) days->pdata[0])->date : NULL);
  json_builder_set_member_name (json, "last_date");
  json_builder_add_string_value (json, days->len > 0 ? ((PlyDay *) days->pdata[days->len - 1])->date
                                                     : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      json_builder_set_member_name (json, counts[i].key);
      json_builder_add_int_value (json, ply_snapshot_get_n (snapshot, counts[i].kind));
    }
  json_builder_end_object (json);
  ply_cli_print_json (json);
}

static void
print_text (PlyStore *store, PlySnapshot *snapshot)
{
  const PlyEvent *event = ply_snapshot_get_event (snapshot);
  g_autoptr (GPtrArray) days = ply_snapshot_dup_ordered (snapshot, PLY_KIND_DAY);

  g_print ("%s\n", event->title);
  if (days->len > 0)
    g_print ("%s: %s – %s\n", _ ("Dates"), ((PlyDay *) days->pdata[0])->date,
             ((PlyDay *) days->pdata[days->len - 1])->date);
  g_print ("%s: %s\n", _ ("Time Zone"), event->timezone);
  g_print ("%s: %s\n", _ ("Languages"), event->languages);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_print ("%s: %u\n", _ (counts[i].label), ply_snapshot_get_n (snapshot, counts[i].kind));
  g_print ("%s: %u\n", _ ("Version of the file"), ply_store_get_file_version (store));
}

static PlyExit
run (int argc, char **argv)
{
  gboolean as_json = FALSE;
  g_autoptr (PlyStore) store = NULL;
  g_autoptr (PlySnapshot) snapshot = NULL;
  PlyExit exit;

  store = ply_cli_open_to_print (&ply_verb_info, argc, argv, &as_json, &snapshot, &exit);
  if (store == NULL)
    return exit;
  if (as_json)
    print_json (store, snapshot);
  else
    print_text (store, snapshot);
  return PLY_EXIT_DONE;
}

const PlyVerb ply_verb_info = { "info", "FILE", N_ ("Print counts, languages, dates and versions"),
                                run };
