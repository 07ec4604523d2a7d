/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-cli.h"

#include "ply-formats.h"

#include <glib/gi18n-lib.h>

/* The input as a plan for @existing (NULL: a new event), after listing what was odd in it. */
static PlyPlan *
read_input (const char *path, const char *format_name, const PlySnapshot *existing, PlyExit *exit)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlyPlan) plan = NULL;
  const PlyFormat *format;
  GError *error = NULL;

  *exit = PLY_EXIT_INPUT;
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes == NULL)
    {
      ply_cli_fail (PLY_EXIT_INPUT, error);
      return NULL;
    }
  format = format_name != NULL ? ply_formats_lookup (format_name)
                               : ply_formats_recognize (bytes, path, &error);
  if (error == NULL)
    plan = format->import (bytes, path, existing, NULL, &error);
  if (plan == NULL)
    {
      ply_cli_fail (PLY_EXIT_INPUT, error);
      return NULL;
    }
  for (guint i = 0; i < ply_plan_get_n_remarks (plan); i++)
    {
      const PlyRemark *remark = ply_plan_get_remark (plan, i);

      if (remark->line > 0)
        g_printerr ("%s:%d: %s\n", path, remark->line, remark->message);
      else
        g_printerr ("%s: %s\n", path, remark->message);
    }
  return g_steal_pointer (&plan);
}

static void
print_summary (const PlyPlan *plan)
{
  guint added = 0;
  guint changed = 0;

  for (guint i = 0; i < ply_plan_get_n_edits (plan); i++)
    {
      if (ply_plan_get_edit (plan, i)->type == PLY_EDIT_INSERT)
        added++;
      else
        changed++;
    }
  /* Translators: what an import did: %1$u and %2$u are numbers of records, %3$u one of remarks */
  g_print (_ ("Added: %1$u, changed: %2$u, remarks: %3$u\n"), added, changed,
           ply_plan_get_n_remarks (plan));
}

/* A new event begins with its event record; all else is a command that can be undone. */
static void
split_plan (const PlyPlan *plan, PlyPlan *beginning, PlyPlan *rest)
{
  for (guint i = 0; i < ply_plan_get_n_edits (plan); i++)
    {
      const PlyEdit *edit = ply_plan_get_edit (plan, i);

      if (edit->type == PLY_EDIT_INSERT)
        ply_plan_insert (edit->kind == PLY_KIND_EVENT ? beginning : rest,
                         ply_record_ref (edit->record));
    }
}

static PlyExit
import_into_new (GFile *file, const char *input, const char *format)
{
  g_autoptr (PlyPlan) plan = NULL;
  g_autoptr (PlyPlan) beginning = NULL;
  g_autoptr (PlyPlan) rest = NULL;
  g_autoptr (PlyStore) store = NULL;
  GError *error = NULL;
  PlyExit exit;

  plan = read_input (input, format, NULL, &exit);
  if (plan == NULL)
    return exit;
  beginning = ply_plan_new (ply_plan_get_label (plan));
  rest = ply_plan_new (ply_plan_get_label (plan));
  split_plan (plan, beginning, rest);
  store = ply_store_create (file, beginning, FALSE, &error);
  if (store == NULL)
    return ply_cli_fail (g_error_matches (error, PLY_STORE_ERROR, PLY_STORE_ERROR_INVALID)
                             ? PLY_EXIT_INPUT
                             : PLY_EXIT_OUTPUT,
                         error);
  if (ply_store_run (store, rest, NULL, &error))
    {
      exit = ply_cli_finish (store);
    }
  else
    {
      ply_store_discard (store);
      exit = ply_cli_fail (ply_cli_store_exit (error), error);
    }
  if (exit == PLY_EXIT_DONE)
    print_summary (plan);
  else
    g_file_delete (file, NULL, NULL);
  return exit;
}

static PlyExit
import_into_existing (GFile *file, const char *input, const char *format)
{
  g_autoptr (PlyPlan) plan = NULL;
  g_autoptr (PlyStore) store = NULL;
  g_autoptr (PlySnapshot) snapshot = NULL;
  GError *error = NULL;
  PlyExit exit;

  store = ply_store_open (file, &error);
  if (store != NULL)
    snapshot = ply_store_load (store, &error);
  if (error != NULL)
    return ply_cli_fail (PLY_EXIT_INPUT, error);
  plan = read_input (input, format, snapshot, &exit);
  if (plan == NULL)
    {
      ply_store_discard (store);
      return exit;
    }
  if (!ply_store_run (store, plan, NULL, &error))
    {
      ply_store_discard (store);
      return ply_cli_fail (ply_cli_store_exit (error), error);
    }
  exit = ply_cli_finish (store);
  if (exit == PLY_EXIT_DONE)
    print_summary (plan);
  return exit;
}

static PlyExit
run (int argc, char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("What INPUT is, when it is not recognized"),
      N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GFile) file = NULL;
  PlyExit exit;

  if (!ply_cli_parse (&ply_verb_import, entries, 2, &argc, &argv, &exit))
    return exit;
  if (format != NULL
      && (ply_formats_lookup (format) == NULL || ply_formats_lookup (format)->import == NULL))
    {
      g_autofree char *names = ply_cli_format_names (FALSE);

      return ply_cli_usage (
          /* Translators: %1$s is what was asked for, %2$s a list of names */
          _ ("There is no format “%1$s” to import; there are: %2$s."), format, names);
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  return g_file_query_exists (file, NULL) ? import_into_existing (file, argv[2], format)
                                          : import_into_new (file, argv[2], format);
}

const PlyVerb ply_verb_import = { "import", "FILE INPUT",
                                  N_ ("Read another program’s file into an event"), run };
