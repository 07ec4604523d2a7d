/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-cli.h"

#include <glib/gi18n-lib.h>
#include <glib/gprintf.h>
#include <locale.h>

static const PlyVerb *const verbs[] = {
  &ply_verb_new,   &ply_verb_info,    &ply_verb_import, &ply_verb_export,
  &ply_verb_check, &ply_verb_history, &ply_verb_undo,
};

static void
print_help (FILE *stream)
{
  g_fprintf (stream, "%s\n", _ ("Usage: plenary-cli VERB ARGUMENTS…"));
  g_fprintf (stream, "\n%s\n", _ ("Verbs:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *call = g_strjoin (" ", verbs[i]->name, verbs[i]->arguments, NULL);

      g_fprintf (stream, "  %-44s %s\n", call, _ (verbs[i]->summary));
    }
  g_fprintf (
      stream, "\n%s\n",
      _ ("“plenary-cli VERB --help” tells a verb’s options; all else is in plenary-cli(1)."));
}

static const PlyVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i]->name, name))
      return verbs[i];
  return NULL;
}

static void
print_cb (const char *text)
{
  fputs (text, stdout);
}

static void
printerr_cb (const char *text)
{
  fputs (text, stderr);
}

/* The locales "C" and "POSIX" say nothing of what the terminal shows: names and paths go out as
 * they are, not as question marks. */
static void
set_up_output (void)
{
  const char *charset;

  if (g_get_charset (&charset) || !g_str_equal (charset, "ANSI_X3.4-1968"))
    return;
  g_set_print_handler (print_cb);
  g_set_printerr_handler (printerr_cb);
}

int
main (int argc, char **argv)
{
  const PlyVerb *verb;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PLY_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("plenary-cli");
  set_up_output ();

  if (argc < 2)
    {
      print_help (stderr);
      return PLY_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")
      || g_str_equal (argv[1], "help"))
    {
      print_help (stdout);
      return PLY_EXIT_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("plenary-cli %s\n", PLY_VERSION);
      return PLY_EXIT_DONE;
    }
  verb = find_verb (argv[1]);
  if (verb == NULL)
    {
      ply_cli_usage (_ ("There is no verb “%s”."), argv[1]);
      print_help (stderr);
      return PLY_EXIT_USAGE;
    }
  return verb->run (argc - 1, argv + 1);
}
