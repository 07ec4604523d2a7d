/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-cli.h"

#include "ply-formats.h"
#include "ply-products.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

gboolean
ply_cli_parse (const PlyVerb *verb, const GOptionEntry *entries, int n_files, int *argc,
               char ***argv, PlyExit *exit)
{
  g_autofree char *parameters = g_strjoin (" ", verb->name, verb->arguments, NULL);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  GOptionEntry help_entry[] = {
    { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &help, N_ ("Say how to use this verb"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (verb->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entry, GETTEXT_PACKAGE);

  *exit = PLY_EXIT_USAGE;
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      ply_cli_usage ("%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", text);
      *exit = PLY_EXIT_DONE;
      return FALSE;
    }
  if (*argc - 1 != n_files)
    {
      ply_cli_usage (_ ("It is used as “plenary-cli %s”."), parameters);
      return FALSE;
    }
  return TRUE;
}

PlyExit
ply_cli_fail (PlyExit exit, GError *error)
{
  g_printerr ("plenary-cli: %s\n", error->message);
  g_error_free (error);
  return exit;
}

PlyExit
ply_cli_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("plenary-cli: %s\n", message);
  return PLY_EXIT_USAGE;
}

PlyExit
ply_cli_store_exit (const GError *error)
{
  if (error->domain != PLY_STORE_ERROR)
    return PLY_EXIT_INPUT;
  switch ((PlyStoreError) error->code)
    {
    case PLY_STORE_ERROR_CHANGED_ON_DISK:
    case PLY_STORE_ERROR_READ_ONLY:
    case PLY_STORE_ERROR_NO_SPACE:
    case PLY_STORE_ERROR_EXISTS:
      return PLY_EXIT_OUTPUT;
    default:
      return PLY_EXIT_INPUT;
    }
}

PlyStore *
ply_cli_open_read_only (const char *path, PlySnapshot **snapshot)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (PlyStore) store = NULL;
  GError *error = NULL;

  store = ply_store_open_read_only (file, &error);
  if (store != NULL)
    *snapshot = ply_store_load (store, &error);
  if (error != NULL)
    {
      ply_cli_fail (PLY_EXIT_INPUT, error);
      return NULL;
    }
  return g_steal_pointer (&store);
}

PlyStore *
ply_cli_open_to_print (const PlyVerb *verb, int argc, char **argv, gboolean *as_json,
                       PlySnapshot **snapshot, PlyExit *exit)
{
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, as_json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!ply_cli_parse (verb, entries, 1, &argc, &argv, exit))
    return NULL;
  *exit = PLY_EXIT_INPUT;
  return ply_cli_open_read_only (argv[1], snapshot);
}

PlyExit
ply_cli_finish (PlyStore *store)
{
  GError *error = NULL;

  if (ply_store_close (store, &error))
    return PLY_EXIT_DONE;
  ply_store_discard (store);
  return ply_cli_fail (PLY_EXIT_OUTPUT, error);
}

PlyExit
ply_cli_write (const char *path, GBytes *bytes)
{
  GError *error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (path == NULL || g_str_equal (path, "-"))
    {
      if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
        return PLY_EXIT_DONE;
      g_printerr ("plenary-cli: %s\n", _ ("The output could not be written."));
      return PLY_EXIT_OUTPUT;
    }
  if (g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error))
    return PLY_EXIT_DONE;
  return ply_cli_fail (PLY_EXIT_OUTPUT, error);
}

char *
ply_cli_format_names (gboolean to_export)
{
  const PlyFormat *const *formats = ply_formats_get ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n_products;
  const PlyProduct *const *products = ply_products_get (&n_products);

  for (guint i = 0; to_export && i < n_products; i++)
    g_ptr_array_add (names, (gpointer) products[i]->name);
  for (guint i = 0; formats[i] != NULL; i++)
    if (to_export ? formats[i]->export != NULL : formats[i]->import != NULL)
      g_ptr_array_add (names, (gpointer) formats[i]->name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

void
ply_cli_print_json (gpointer json_builder)
{
  g_autoptr (JsonBuilder) builder = json_builder;
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  /* UTF-8 in every locale. */
  puts (text);
}
