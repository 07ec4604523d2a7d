/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-cli.h"

#include <glib/gi18n-lib.h>

static PlyExit
run (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (PlyStore) store = NULL;
  g_autofree char *label = NULL;
  GError *error = NULL;
  PlyExit exit;

  if (!ply_cli_parse (&ply_verb_undo, NULL, 1, &argc, &argv, &exit))
    return exit;
  file = g_file_new_for_commandline_arg (argv[1]);
  store = ply_store_open (file, &error);
  if (store == NULL)
    return ply_cli_fail (PLY_EXIT_INPUT, error);

  label = g_strdup (ply_store_get_undo_label (store));
  if (label == NULL)
    {
      ply_store_discard (store);
      g_printerr ("plenary-cli: %s\n", _ ("There is nothing to undo."));
      return PLY_EXIT_INPUT;
    }
  if (!ply_store_undo (store, &error))
    {
      ply_store_discard (store);
      return ply_cli_fail (PLY_EXIT_INPUT, error);
    }
  exit = ply_cli_finish (store);
  if (exit == PLY_EXIT_DONE)
    /* Translators: %s is the name of a command, like “Edit Session” */
    g_print (_ ("Undone: %s\n"), label);
  return exit;
}

const PlyVerb ply_verb_undo = { "undo", "FILE", N_ ("Undo the last command"), run };
