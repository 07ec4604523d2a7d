/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-cli.h"

#include "ply-formats.h"
#include "ply-language.h"
#include "ply-render.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* What the options say, as it stands on the command line. */
typedef struct
{
  char *as, *language, *paper, *pages, *output;
  char **options;
} Wishes;

static void
clear_wishes (Wishes *self)
{
  g_free (self->as);
  g_free (self->language);
  g_free (self->paper);
  g_free (self->pages);
  g_free (self->output);
  g_strfreev (self->options);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, clear_wishes)

/* "3", "3-8", "3-": pages counted from 1. */
static gboolean
parse_pages (const char *text, PlyPdfOptions *options)
{
  char *end = NULL;
  guint64 first = g_ascii_strtoull (text, &end, 10);
  guint64 last = first;

  if (end == text || first == 0 || first > G_MAXINT)
    return FALSE;
  if (*end == '-')
    {
      const char *rest = end + 1;

      last = *rest != '\0' ? g_ascii_strtoull (rest, &end, 10) : 0;
      if (*rest != '\0' && (end == rest || last < first || last > G_MAXINT))
        return FALSE;
      if (*rest == '\0')
        end++;
    }
  options->first_page = first - 1;
  options->n_pages = last == 0 ? 0 : last - first + 1;
  return *end == '\0';
}

static void
print_notes (PlyRendered *rendered)
{
  guint n_warnings, n_missing;
  const PlyLayoutWarning *warnings = ply_layout_get_warnings (rendered->layout, &n_warnings);
  const PlyMissingGlyph *missing = ply_layout_get_missing (rendered->layout, &n_missing);

  for (guint i = 0; rendered->notes != NULL && i < rendered->notes->len; i++)
    g_printerr ("%s\n", ((PlyProductNote *) rendered->notes->pdata[i])->message);
  for (guint i = 0; i < n_warnings; i++)
    g_printerr ("%s\n", warnings[i].message);
  for (guint i = 0; i < n_missing; i++)
    /* Translators: %1$04X is a Unicode number, %2$s the word with that character */
    g_printerr (_ ("No installed font has the character U+%1$04X, in “%2$s”\n"),
                missing[i].character, missing[i].text);
}

static PlyExit
export_product (PlySnapshot *snapshot, const PlyProductOptions *options, const PlyPdfOptions *pages,
                const char *output)
{
  g_autoptr (PlyRendered) rendered = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  rendered = ply_render (snapshot, options, NULL, NULL, NULL, NULL, &error);
  if (rendered == NULL)
    return ply_cli_fail (PLY_EXIT_INPUT, error);
  print_notes (rendered);
  if (pages->first_page >= ply_layout_get_n_pages (rendered->layout))
    return ply_cli_usage (
        /* Translators: %u is a number of pages */
        _ ("There are only %u pages."), ply_layout_get_n_pages (rendered->layout));
  if (output == NULL || g_str_equal (output, "-"))
    {
      bytes = ply_pdf_to_bytes (rendered->layout, pages, NULL, NULL, NULL, &error);
      return bytes != NULL ? ply_cli_write (NULL, bytes) : ply_cli_fail (PLY_EXIT_OUTPUT, error);
    }
  return ply_pdf_write (rendered->layout, output, pages, NULL, NULL, NULL, &error)
             ? PLY_EXIT_DONE
             : ply_cli_fail (PLY_EXIT_OUTPUT, error);
}

static PlyExit
export_format (PlySnapshot *snapshot, const PlyFormat *format, const char *language,
               const char *output)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = format->export (snapshot, language, remarks, &error);
  if (bytes == NULL)
    return ply_cli_fail (PLY_EXIT_INPUT, error);
  for (guint i = 0; i < remarks->len; i++)
    g_printerr ("%s\n", (char *) remarks->pdata[i]);
  return ply_cli_write (output, bytes);
}

/* The options of a product from the wishes; NULL after saying what is wrong. */
static PlyProductOptions *
product_options (const PlyProduct *product, const Wishes *wishes)
{
  g_autoptr (PlyProductOptions) options = ply_product_options_new (product);
  g_autoptr (GError) error = NULL;
  gboolean fine = TRUE;

  if (wishes->language != NULL)
    fine = ply_product_options_set (options, "language", wishes->language, &error);
  if (fine && wishes->paper != NULL)
    fine = ply_product_options_set (options, "paper", wishes->paper, &error);
  for (guint i = 0; fine && wishes->options != NULL && wishes->options[i] != NULL; i++)
    fine = ply_product_options_parse (options, wishes->options[i], &error);
  if (fine)
    return g_steal_pointer (&options);
  ply_cli_usage ("%s", error->message);
  return NULL;
}

static PlyExit
check_language (Wishes *wishes)
{
  g_autofree char *language = NULL;

  if (wishes->language == NULL)
    return PLY_EXIT_DONE;
  if (strchr (wishes->language, ',') != NULL)
    return ply_cli_usage (_ ("One language at a time is printed; call it once for each."));
  language = ply_language_canonical (wishes->language);
  if (language == NULL)
    return ply_cli_usage (
        /* Translators: %s is what was given as a language */
        _ ("“%s” is no language; languages are codes like “de”, “en”, “kk”, “ru”."),
        wishes->language);
  g_set_str (&wishes->language, language);
  return PLY_EXIT_DONE;
}

/* An export never replaces the event that it shows. */
static gboolean
is_same_file (const char *path, const char *output)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) other = output != NULL ? g_file_new_for_commandline_arg (output) : NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInfo) other_info = NULL;

  if (other == NULL || g_str_equal (output, "-"))
    return FALSE;
  if (g_file_equal (file, other))
    return TRUE;
  info = g_file_query_info (file, "id::file", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  other_info = g_file_query_info (other, "id::file", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info != NULL && other_info != NULL
         && g_strcmp0 (g_file_info_get_attribute_string (info, "id::file"),
                       g_file_info_get_attribute_string (other_info, "id::file"))
                == 0;
}

static PlyExit
export_as (const char *path, const Wishes *wishes)
{
  const PlyProduct *product = ply_products_lookup (wishes->as, NULL);
  const PlyFormat *format = ply_formats_lookup (wishes->as);
  g_autoptr (PlyProductOptions) options = NULL;
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (PlyStore) store = NULL;
  PlyPdfOptions pages = { 0, 0 };

  if (product == NULL && (format == NULL || format->export == NULL))
    {
      g_autofree char *names = ply_cli_format_names (TRUE);

      return ply_cli_usage (
          /* Translators: %1$s is what was asked for, %2$s a list of names */
          _ ("There is no product “%1$s”; there are: %2$s."), wishes->as, names);
    }
  if (is_same_file (path, wishes->output))
    return ply_cli_usage (_ ("The output would replace the event itself; name another file."));
  if (wishes->pages != NULL && !parse_pages (wishes->pages, &pages))
    return ply_cli_usage (
        /* Translators: %s is what was given as a range of pages */
        _ ("“%s” is no range of pages, like “3-8”."), wishes->pages);
  if (product != NULL)
    options = product_options (product, wishes);
  if (product != NULL && options == NULL)
    return PLY_EXIT_USAGE;
  store = ply_cli_open_read_only (path, &snapshot);
  if (store == NULL)
    return PLY_EXIT_INPUT;
  return product != NULL ? export_product (snapshot, options, &pages, wishes->output)
                         : export_format (snapshot, format, wishes->language, wishes->output);
}

static PlyExit
run (int argc, char **argv)
{
  g_auto (Wishes) wishes = { NULL };
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &wishes.as, N_ ("What to write: programme, schedule.xml …"),
      N_ ("PRODUCT") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &wishes.language, N_ ("Its language, like kk"),
      N_ ("LANG") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &wishes.paper, N_ ("A4, A5 or Letter"), N_ ("PAPER") },
    { "page-range", 0, 0, G_OPTION_ARG_STRING, &wishes.pages, N_ ("Only these pages, like 3-8"),
      N_ ("RANGE") },
    { "option", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wishes.options,
      N_ ("Another option of the product, like order=room"), N_ ("NAME=VALUE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes.output, N_ ("Where to write it"),
      N_ ("OUT") },
    G_OPTION_ENTRY_NULL,
  };
  PlyExit exit;

  if (!ply_cli_parse (&ply_verb_export, entries, 1, &argc, &argv, &exit))
    return exit;
  if (wishes.as == NULL)
    {
      g_autofree char *names = ply_cli_format_names (TRUE);

      /* Translators: %s is a list of names */
      return ply_cli_usage (_ ("Say what to export, --as one of: %s."), names);
    }
  exit = check_language (&wishes);
  return exit == PLY_EXIT_DONE ? export_as (argv[1], &wishes) : exit;
}

const PlyVerb ply_verb_export = { "export", "FILE --as=PRODUCT -o OUT",
                                  N_ ("Print a product, or write another program’s format"), run };
