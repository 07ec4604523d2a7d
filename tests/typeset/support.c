/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include <glib/gstdio.h>
#include <math.h>

PlyDocument *
support_document (const char *language)
{
  PlyDocument *document = ply_document_new ("A test", language);
  PlyPageSetup *setup = ply_document_get_setup (document);
  PlyStyle *style;

  setup->width = 297.6;
  setup->height = 419.5;
  setup->inner = 36;
  setup->outer = 28;
  setup->top = setup->bottom = 40;
  style = ply_document_add_style (document, "body", NULL);
  style->align = PLY_ALIGN_JUSTIFY;
  style->hyphenate = TRUE;
  ply_document_add_style (document, "ragged", NULL)->hyphenate = TRUE;
  style = ply_document_add_style (document, "title", NULL);
  style->weight = 700;
  style->size = 12;
  style->leading = 3;
  style->space_before = 2;
  style->keep_with_next = TRUE;
  ply_document_add_style (document, "small", NULL)->size = 7;
  ply_document_add_char_style (document, "bold")->weight = 700;
  return document;
}

char *
support_words (GRand *random, guint n)
{
  static const char *const syllables[] = { "ba",   "kon", "fe",  "renz", "al", "ma", "ty",    "pro",
                                           "gram", "wis", "sen", "o",    "le", "di", "schaft" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint length = g_rand_int_range (random, 1, 5);

      if (i > 0)
        g_string_append_c (out, ' ');
      for (guint s = 0; s < length; s++)
        g_string_append (out, syllables[g_rand_int_range (random, 0, G_N_ELEMENTS (syllables))]);
      if (i % 9 == 8)
        g_string_append_c (out, '.');
    }
  return g_string_free (out, FALSE);
}

PlyLayout *
support_layout (PlyDocument *document)
{
  g_autoptr (GError) error = NULL;
  PlyLayout *layout = ply_layout_new (document, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (layout);
  return layout;
}

PlyBlock *
support_add (PlyBlock *parent, const char *style, const char *text)
{
  return ply_block_append (parent, ply_paragraph_new_text (style, text));
}

/* ---- What always holds ---- */

static void
check_placed (PlyLayout *layout, guint page, const PlyPlaced *placed)
{
  const PlyPageSetup *setup = &layout->document->setup;
  gboolean flipped = setup->mirrored && page % 2 == 1;
  double left = flipped ? setup->outer : setup->inner;
  double right = setup->width - (flipped ? setup->inner : setup->outer);
  double foot = setup->height - setup->bottom;

  if (placed->kind != PLY_PLACED_TEXT)
    {
      g_assert_cmpfloat (placed->x, >=, left - 0.1);
      g_assert_cmpfloat (placed->x + placed->width, <=, right + 0.1);
      g_assert_cmpfloat (placed->y + placed->height, <=, foot + setup->grid);
      return;
    }
  for (guint i = 0; i < placed->n_lines; i++)
    {
      const PlyPara *para = placed->text->para;
      const PlyLine *line = &para->lines[placed->first_line + i];
      double y = placed->y + i * placed->height;
      double steps = (y - setup->top + 0.25 * 2 * setup->grid) / setup->grid;

      g_assert_cmpfloat (fabs (steps - round (steps)), <, 0.01);
      g_assert_cmpfloat (placed->x + line->x, >=, left - 2);
      if (para->n_overfull == 0)
        g_assert_cmpfloat (placed->x + line->x + line->width, <=, right + 0.6);
      g_assert_cmpfloat (y, >=, setup->top);
      g_assert_cmpfloat (y + 0.2 * placed->text->style->size, <=, foot + 1);
    }
}

static void
check_words (const PlyPara *para)
{
  for (guint i = 0; i < para->n_items; i++)
    for (guint g = 0; g < para->items[i].word->n_glyphs; g++)
      g_assert_cmpuint (para->items[i].word->glyphs[g].gid, !=, 0);
}

typedef struct
{
  double x, y, right;
} Stretch;

/* No line is set over another. */
static void
check_overlaps (const PlyPage *page)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = 0; i < page->placed->len; i++)
    {
      const PlyPlaced *placed = &g_array_index (page->placed, PlyPlaced, i);

      for (guint l = 0; placed->kind == PLY_PLACED_TEXT && l < placed->n_lines; l++)
        {
          const PlyLine *line = &placed->text->para->lines[placed->first_line + l];
          Stretch stretch = { placed->x + line->x, placed->y + l * placed->height, 0 };

          stretch.right = stretch.x + line->width;
          if (placed->text->para->n_overfull == 0 && line->width > 0)
            g_array_append_val (lines, stretch);
        }
    }
  for (guint a = 0; a < lines->len; a++)
    for (guint b = 0; b < a; b++)
      {
        const Stretch *one = &g_array_index (lines, Stretch, a);
        const Stretch *two = &g_array_index (lines, Stretch, b);

        if (fabs (one->y - two->y) < 1)
          g_assert_true (one->x > two->right - 3 || two->x > one->right - 3);
      }
}

void
support_check (PlyLayout *layout)
{
  g_autoptr (GHashTable) next = g_hash_table_new (NULL, NULL);

  for (guint page = 0; page < layout->pages->len; page++)
    {
      const PlyPage *at = layout->pages->pdata[page];

      check_overlaps (at);
      for (guint i = 0; i < at->placed->len; i++)
        {
          const PlyPlaced *placed = &g_array_index (at->placed, PlyPlaced, i);

          if (placed->kind == PLY_PLACED_TEXT && placed->text->block->parent == NULL)
            continue; /* heads and feet */
          check_placed (layout, page, placed);
          if (placed->kind != PLY_PLACED_TEXT || placed->element == PLY_ARTIFACT)
            continue;
          g_assert_cmpuint (placed->first_line, ==,
                            GPOINTER_TO_UINT (g_hash_table_lookup (next, placed->text)));
          g_hash_table_insert (next, placed->text,
                               GUINT_TO_POINTER (placed->first_line + placed->n_lines));
        }
    }
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const PlyText *text = layout->texts->pdata[i];

      check_words (text->para);
      if (text->block->parent != NULL && text->element != PLY_ARTIFACT)
        g_assert_cmpuint (text->para->n_lines, ==,
                          GPOINTER_TO_UINT (g_hash_table_lookup (next, text)));
    }
}

/* ---- Files and programs ---- */

char *
support_write (PlyLayout *layout, const PlyPdfOptions *options)
{
  g_autofree char *dir = g_dir_make_tmp ("plenary-typeset-XXXXXX", NULL);
  char *path = g_build_filename (dir, "out.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (ply_pdf_write (layout, path, options, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  return path;
}

void
support_remove (char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (dir);
  g_free (path);
}

char *
support_run (const char *program, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  va_list args;

  g_ptr_array_add (words, (gpointer) program);
  va_start (args, program);
  for (char *word; (word = va_arg (args, char *)) != NULL;)
    g_ptr_array_add (words, word);
  va_end (args);
  g_ptr_array_add (words, NULL);
  process =
      g_subprocess_newv ((const char *const *) words->pdata,
                         G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s failed: %s", program, out);
  return out;
}

char *
support_flatten (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;
  gboolean after_hyphen = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xad)
        {
          after_hyphen = TRUE;
          continue;
        }
      if (g_unichar_isspace (c))
        {
          gap = out->len > 0 && !after_hyphen;
          continue;
        }
      if (gap)
        g_string_append_c (out, ' ');
      gap = FALSE;
      after_hyphen = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

char *
support_read_text (const char *path)
{
  g_autofree char *raw = support_run ("pdftotext", "-raw", path, "-", NULL);

  return support_flatten (raw);
}
