/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "printed.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ply-content-private.h"

/* Keeps what layouts have in common: the German patterns alone take a second to be read. */
static PlyLayoutCache *cache;

PlyProductOptions *
options_of (const char *assignments)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = g_strsplit (assignments, " ", -1);
  const PlyProduct *product = ply_products_lookup ("programme", &error);
  PlyProductOptions *options;

  g_assert_no_error (error);
  options = ply_product_options_new (product);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        ply_product_options_parse (options, parts[i], &error);
        g_assert_no_error (error);
      }
  return options;
}

PlyDocument *
build_programme (const PlySnapshot *snapshot, const char *assignments)
{
  g_autoptr (PlyProductOptions) options = options_of (assignments);
  g_autoptr (GError) error = NULL;
  PlyDocument *document = ply_product_build (snapshot, options, NULL, &error);

  g_assert_no_error (error);
  return document;
}

char *
run_tool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  char *text = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return text;
}

static char **
read_pages (const char *path)
{
  const char *const command[] = { "pdftotext", "-enc", "UTF-8", path, "-", NULL };
  g_autofree char *text = run_tool (command);

  return g_strsplit (text, "\f", -1);
}

static void
end_element (GPtrArray *elements, GString *text)
{
  if (text->len > 0)
    g_ptr_array_add (elements, g_strdup (text->str));
  g_string_truncate (text, 0);
}

/* pdfinfo prints the tree of tags, a line a tag and a line in quotes a piece of text. */
static GPtrArray *
read_elements (const char *path)
{
  const char *const command[] = { "pdfinfo", "-enc", "UTF-8", "-struct-text", path, NULL };
  g_autofree char *tree = run_tool (command);
  g_auto (GStrv) lines = g_strsplit (tree, "\n", -1);
  GPtrArray *elements = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);
      gsize length = strlen (line);

      if (line[0] == '"' && length > 1)
        g_string_append_len (text, line + 1, length - 2);
      else if (strstr (line, "(inline)") == NULL && !g_str_has_prefix (line, "Object"))
        end_element (elements, text);
    }
  end_element (elements, text);
  return elements;
}

Printed *
print_programme (const PlySnapshot *snapshot, const char *assignments)
{
  g_autoptr (PlyProductOptions) options = options_of (assignments);
  g_autoptr (GError) error = NULL;
  Printed *self = g_new0 (Printed, 1);
  int file;

  self->document = ply_product_build (snapshot, options, &self->notes, &error);
  g_assert_no_error (error);
  if (cache == NULL)
    cache = ply_layout_cache_new ();
  self->layout = ply_layout_new (self->document, cache, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  file = g_file_open_tmp ("programme-XXXXXX.pdf", &self->path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  ply_pdf_write (self->layout, self->path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->pages = read_pages (self->path);
  return self;
}

void
printed_free (Printed *self)
{
  g_unlink (self->path);
  g_free (self->path);
  g_strfreev (self->pages);
  g_clear_pointer (&self->elements, g_ptr_array_unref);
  g_ptr_array_unref (self->notes);
  ply_layout_unref (self->layout);
  ply_document_unref (self->document);
  g_free (self);
}

/* White space of any kind and length is layout, not text. */
static char *
flatten (const char *text)
{
  GString *flat = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isspace (character))
        blank = TRUE;
      else
        {
          if (blank)
            g_string_append_c (flat, ' ');
          blank = FALSE;
          g_string_append_unichar (flat, character);
        }
    }
  return g_string_free_and_steal (flat);
}

/* Without what line breaks change: white space and hyphens. */
static char *
squeeze (const char *text)
{
  GString *tight = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isspace (character) && character != '-' && character != 0x2010)
        g_string_append_unichar (tight, character);
    }
  return g_string_free_and_steal (tight);
}

guint
count_text (const char *text, const char *needle)
{
  g_autofree char *hay = squeeze (text);
  g_autofree char *pin = squeeze (needle);
  guint n = 0;

  for (const char *at = strstr (hay, pin); at != NULL; at = strstr (at + strlen (pin), pin))
    n++;
  return n;
}

guint
printed_count (const Printed *self, const char *needle)
{
  guint n = 0;

  for (guint i = 0; self->pages[i] != NULL; i++)
    n += count_text (self->pages[i], needle);
  return n;
}

guint
printed_find (const Printed *self, const char *needle)
{
  for (guint i = 0; self->pages[i] != NULL; i++)
    if (count_text (self->pages[i], needle) > 0)
      return i + 1;
  return 0;
}

gboolean
printed_has_element (Printed *self, const char *text)
{
  g_autofree char *pin = flatten (text);

  if (self->elements == NULL)
    self->elements = read_elements (self->path);
  for (guint i = 0; i < self->elements->len; i++)
    {
      g_autofree char *element = flatten (self->elements->pdata[i]);

      if (strcmp (element, pin) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
walk (PlyBlock *block, BlockFunc func, gpointer data)
{
  func (block, data);
  if (block->label != NULL)
    walk (block->label, func, data);
  for (PlyBlock *child = block->first; child != NULL; child = child->next)
    walk (child, func, data);
}

void
walk_blocks (PlyDocument *document, BlockFunc func, gpointer data)
{
  walk (document->body, func, data);
}

char *
block_text (PlyBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    {
      const PlyRun *run = &g_array_index (block->runs, PlyRun, i);

      if (run->kind == PLY_RUN_TEXT)
        g_string_append (text, run->text);
    }
  return g_string_free_and_steal (text);
}
