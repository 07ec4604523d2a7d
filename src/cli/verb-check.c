/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-cli.h"

#include "ply-conflicts.h"
#include "ply-describe.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

static void
add_record (JsonBuilder *json, const PlySnapshot *snapshot, const PlyConflictRecord *named)
{
  gconstpointer record = ply_snapshot_lookup (snapshot, named->kind, named->id);
  g_autofree char *title = record != NULL ? ply_describe_record (snapshot, record) : NULL;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "type");
  json_builder_add_string_value (json, ply_kind_get_info (named->kind)->name);
  json_builder_set_member_name (json, "id");
  json_builder_add_string_value (json, named->id);
  json_builder_set_member_name (json, "title");
  json_builder_add_string_value (json, title);
  json_builder_end_object (json);
}

static void
add_conflict (JsonBuilder *json, const PlySnapshot *snapshot, PlyConflicts *conflicts,
              const PlyConflict *conflict)
{
  g_autofree char *message = ply_conflicts_dup_message (conflicts, conflict);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "kind");
  json_builder_add_string_value (json, ply_conflict_kind_get_info (conflict->kind)->name);
  json_builder_set_member_name (json, "severity");
  json_builder_add_string_value (json, ply_severity_get_name (conflict->severity));
  json_builder_set_member_name (json, "records");
  json_builder_begin_array (json);
  for (guint i = 0; i < conflict->n_records; i++)
    add_record (json, snapshot, &conflict->records[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "message");
  json_builder_add_string_value (json, message);
  json_builder_end_object (json);
}

static void
print_json (const PlySnapshot *snapshot, PlyConflicts *conflicts)
{
  GPtrArray *list = ply_conflicts_get_list (conflicts);
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < list->len; i++)
    add_conflict (json, snapshot, conflicts, list->pdata[i]);
  json_builder_end_array (json);
  ply_cli_print_json (json);
}

static void
print_text (PlyConflicts *conflicts)
{
  GPtrArray *list = ply_conflicts_get_list (conflicts);

  for (guint i = 0; i < list->len; i++)
    {
      const PlyConflict *conflict = list->pdata[i];
      g_autofree char *message = ply_conflicts_dup_message (conflicts, conflict);

      g_print ("%s %s: %s\n", ply_severity_get_name (conflict->severity),
               ply_conflict_kind_get_info (conflict->kind)->name, message);
    }
}

/* Among the messages: what was asked for is the conflicts alone. */
static void
tell_waived (PlyConflicts *conflicts)
{
  guint n = ply_conflicts_get_waived (conflicts)->len;

  if (n > 0)
    /* Translators: %u is a number; waived conflicts are those that the organizer said to live with
     */
    g_printerr (ngettext ("%u more conflict is waived.\n", "%u more conflicts are waived.\n", n),
                n);
}

static PlyExit
run (int argc, char **argv)
{
  gboolean as_json = FALSE;
  g_autoptr (PlyStore) store = NULL;
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (PlyConflicts) conflicts = NULL;
  PlyExit exit;

  store = ply_cli_open_to_print (&ply_verb_check, argc, argv, &as_json, &snapshot, &exit);
  if (store == NULL)
    return exit;
  conflicts = ply_conflicts_new (snapshot);
  if (as_json)
    print_json (snapshot, conflicts);
  else
    print_text (conflicts);
  tell_waived (conflicts);
  return ply_conflicts_count (conflicts, PLY_SEVERITY_ERROR) > 0 ? PLY_EXIT_CONFLICTS
                                                                 : PLY_EXIT_DONE;
}

const PlyVerb ply_verb_check = { "check", "FILE",
                                 N_ ("List clashes and gaps; exit 1 when there are errors"), run };
