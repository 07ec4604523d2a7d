/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-cli.h"

#include "ply-event-json.h"
#include "ply-new-event.h"

#include <glib/gi18n-lib.h>

/* An event of one day, today, to be filled in. */
static PlyPlan *
empty_event_plan (GError **error)
{
  static const char *const languages[] = { "en", NULL };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  PlyNewEvent what = {
    .title = _ ("New Event"),
    .first_date = today,
    .timezone = "UTC",
    .languages = languages,
  };

  return ply_new_event_plan (&what, error);
}

static PlyExit
run (int argc, char **argv)
{
  gboolean sample = FALSE;
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample, N_ ("The German-Kazakh Science Day"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GFile) file = NULL;
  g_autoptr (PlyPlan) plan = NULL;
  g_autoptr (PlyStore) store = NULL;
  GError *error = NULL;
  PlyExit exit;

  if (!ply_cli_parse (&ply_verb_new, entries, 1, &argc, &argv, &exit))
    return exit;
  plan = sample ? ply_sample_event_plan (&error) : empty_event_plan (&error);
  if (plan == NULL)
    return ply_cli_fail (PLY_EXIT_INPUT, error);
  file = g_file_new_for_commandline_arg (argv[1]);
  store = ply_store_create (file, plan, FALSE, &error);
  if (store == NULL)
    return ply_cli_fail (PLY_EXIT_OUTPUT, error);
  return ply_cli_finish (store);
}

const PlyVerb ply_verb_new = { "new", "FILE",
                               N_ ("Make an event file, empty or with the sample event in it"),
                               run };
