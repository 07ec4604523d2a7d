/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

/* ---- Whatever is thrown at it ---- */

static char *
random_word (GRand *random)
{
  static const struct
  {
    gunichar first, last;
  } ranges[] = { { 'a', 'z' },       { 'A', 'Z' },         { 0xc0, 0x17f },    { 0x400, 0x4ff },
                 { 0x5d0, 0x5ea },   { 0x620, 0x64a },     { 0x4e00, 0x4fff }, { 0x3041, 0x3096 },
                 { 0xac00, 0xaf00 }, { 0xe01, 0xe30 },     { 0x905, 0x939 },   { 0x300, 0x310 },
                 { 0x2000, 0x206f }, { 0x1f600, 0x1f64f }, { 0x20, 0x2f },     { 0x1, 0x1f } };
  guint range = g_rand_int_range (random, 0, G_N_ELEMENTS (ranges));
  guint n = g_rand_int_range (random, 0, 20) == 0 ? 90 : (guint) g_rand_int_range (random, 1, 14);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (g_rand_int_range (random, 0, 12) == 0)
        range = g_rand_int_range (random, 0, G_N_ELEMENTS (ranges));
      g_string_append_unichar (
          out, g_rand_int_range (random, ranges[range].first, ranges[range].last + 1));
    }
  return g_string_free (out, FALSE);
}

static char *
random_text (GRand *random, guint most)
{
  GString *out = g_string_new (NULL);
  guint n = g_rand_int_range (random, 0, most + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = random_word (random);

      g_string_append (out, word);
      g_string_append_c (out, ' ');
    }
  return g_string_free (out, FALSE);
}

static PlyBlock *random_block (GRand *random, guint depth);

static void
fill (GRand *random, PlyBlock *parent, guint depth)
{
  guint n = g_rand_int_range (random, 0, 5);

  for (guint i = 0; i < n; i++)
    ply_block_append (parent, random_block (random, depth));
}

static PlyBlock *
random_paragraph (GRand *random)
{
  static const char *const styles[] = { "body", "ragged", "title", "small", "centred" };
  static const char *const languages[] = { NULL, "de", "kk", "ru", "ar", "ja", "xx" };
  guint n = g_rand_int_range (random, 0, 4);
  PlyBlock *block =
      g_rand_int_range (random, 0, 6) == 0
          ? ply_heading_new ("title", g_rand_int_range (random, 1, 4), NULL)
          : ply_paragraph_new (styles[g_rand_int_range (random, 0, G_N_ELEMENTS (styles))]);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = random_text (random, 40);
      PlySpan span = { .style = g_rand_boolean (random) ? "bold" : NULL,
                       .no_break = g_rand_int_range (random, 0, 8) == 0,
                       .uri = g_rand_int_range (random, 0, 8) == 0 ? "https://example.org" : NULL };

      span.language = languages[g_rand_int_range (random, 0, G_N_ELEMENTS (languages))];
      ply_block_add_text (block, text, &span);
    }
  return block;
}

static PlyBlock *
random_table (GRand *random)
{
  const PlyTableColumn columns[] = { { 30, 0 }, { 0, 1 }, { 0, 3 } };
  PlyBlock *table = ply_table_new (columns, 3);
  guint n_rows = g_rand_int_range (random, 0, 9);

  ply_table_set_look (table, 4, g_rand_int_range (random, 0, 2), 0.4, 0x808080);
  for (guint i = 0; i < n_rows; i++)
    {
      PlyBlock *row = ply_table_add_row (table, i < 1);

      for (guint c = 0; c < 3; c++)
        fill (random, ply_table_row_add_cell (row), 9);
    }
  return table;
}

static PlyBlock *
random_block (GRand *random, guint depth)
{
  PlyBlock *block = NULL;

  switch (depth > 3 ? 0 : g_rand_int_range (random, 0, 12))
    {
    case 5:
      block = ply_group_new (g_rand_boolean (random));
      break;
    case 6:
    case 7:
      block = ply_entry_new (40, g_rand_boolean (random)
                                     ? ply_paragraph_new_text ("small", "10:00–12:00 or so")
                                     : NULL);
      ply_entry_set_bar (block, 0x123456, 2, 3);
      break;
    case 8:
      return depth > 1 ? random_paragraph (random) : random_table (random);
    case 9:
      block = depth == 0 ? ply_columns_new (2, 8) : ply_group_new (TRUE);
      depth = 3;
      break;
    case 10:
      return depth > 0 ? ply_space_new (2) : ply_page_break_new (g_rand_int_range (random, 0, 3));
    case 11:
      return g_rand_boolean (random) ? ply_rule_new (0.5, 0) : ply_fill_new ();
    default:
      return random_paragraph (random);
    }
  ply_block_set_keep_together (block, g_rand_boolean (random));
  ply_block_set_keep_with_next (block, g_rand_int_range (random, 0, 4) == 0);
  ply_block_set_space (block, g_rand_int_range (random, 0, 4), g_rand_int_range (random, 0, 4));
  fill (random, block, depth + 1);
  return block;
}

static PlyDocument *
random_document (GRand *random)
{
  PlyDocument *document = support_document ("de");
  guint n = g_rand_int_range (random, 0, 20);

  ply_document_add_style (document, "centred", NULL)->align = PLY_ALIGN_CENTRE;
  ply_document_set_running (document, PLY_RUNNING_FOOT, PLY_SIDE_BOTH, "small", NULL, "{page}",
                            NULL);
  for (guint i = 0; i < n; i++)
    ply_block_append (ply_document_get_body (document), random_block (random, 0));
  return document;
}

static void
test_random (void)
{
  g_autoptr (PlyLayoutCache) cache = ply_layout_cache_new ();

  for (guint seed = 0; seed < 150; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (PlyDocument) document = random_document (random);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlyLayout) layout = ply_layout_new (document, cache, NULL, NULL, NULL, &error);

      g_test_message ("seed %u", seed);
      g_assert_no_error (error);
      support_check (layout);
      if (seed % 10 == 0)
        {
          char *path = support_write (layout, NULL);
          g_autofree char *checked = support_run ("qpdf", "--check", path, NULL);
          g_autofree char *text = support_run ("pdftotext", path, "-", NULL);

          g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors"));
          g_assert_null (strstr (text, "rror"));
          support_remove (path);
        }
    }
}

/* Titles of 300 characters, in one word and in many. */
static void
test_long (void)
{
  g_autoptr (PlyDocument) document = support_document ("de");
  PlyBlock *body = ply_document_get_body (document);
  g_autofree char *word = g_strnfill (300, 'm');
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *words = support_words (random, 60);
  g_autoptr (PlyLayout) layout = NULL;
  guint n_warnings;

  support_add (body, "title", word);
  support_add (body, "title", words);
  support_add (body, "body",
               "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung "
               "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenordnung");
  layout = support_layout (document);
  support_check (layout);
  ply_layout_get_warnings (layout, &n_warnings);
  g_assert_cmpuint (n_warnings, ==, 0);
}

/* A character of a plane that no font fills is reported with its place, and drawn as something. */
static void
test_missing (void)
{
  g_autoptr (PlyDocument) document = support_document ("en");
  g_autoptr (PlyLayout) layout = NULL;
  const PlyMissingGlyph *missing;
  guint n;

  ply_block_set_origin (
      support_add (ply_document_get_body (document), "body", "Fine, but \U000e1234here not."),
      "record", "title");
  layout = support_layout (document);
  support_check (layout);
  missing = ply_layout_get_missing (layout, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (missing[0].character, ==, 0xe1234);
  g_assert_cmpstr (missing[0].record, ==, "record");
  g_assert_cmpstr (missing[0].field, ==, "title");
  g_assert_nonnull (strstr (missing[0].text, "here"));
}

/* Every letter of the four languages, in every weight and slant that is printed. */
static void
test_alphabets (void)
{
  static const char alphabets[] =
      "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя "
      "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜẞ abcdefghijklmnopqrstuvwxyzäöüß "
      "0123456789 – — … „“”‘’«»‹› № § € % & · • × † ₸";
  static const char *const families[] = { "Noto Serif", "Noto Sans" };
  g_autoptr (PlyDocument) document = support_document ("kk");
  g_autoptr (PlyLayout) layout = NULL;
  guint n;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("style%u", i);
      PlyStyle *style = ply_document_add_style (document, name, NULL);

      style->family = families[i / 4];
      style->weight = i % 2 ? 700 : 400;
      style->italic = i / 2 % 2;
      style->tabular = i == 0;
      support_add (ply_document_get_body (document), name, alphabets);
    }
  layout = support_layout (document);
  support_check (layout);
  ply_layout_get_missing (layout, &n);
  g_assert_cmpuint (n, ==, 0);
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const PlyText *text = layout->texts->pdata[i];

      /* Of the family itself, not of a fallback. */
      for (guint w = 0; w < text->para->n_items; w++)
        {
          g_assert_cmpuint (text->para->items[w].word->n_runs, ==, 1);
          g_assert_true (text->para->items[w].word->runs[0].font
                         == text->para->runs[0].voice->font);
        }
    }
  ply_layout_get_warnings (layout, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* Right-to-left words keep their order from right to left within a left-to-right line. */
static void
test_bidi (void)
{
  g_autoptr (PlyDocument) document = support_document ("en");
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (PlySpot));
  g_autoptr (PlyLayout) layout = NULL;
  const PlyText *text;
  float x[4] = { 0 };
  guint word = 0;

  support_add (ply_document_get_body (document), "ragged", "one שלום עולם two");
  support_add (ply_document_get_body (document), "ragged", "مرحبا بكم");
  layout = support_layout (document);
  support_check (layout);
  text = layout->texts->pdata[0];
  ply_para_place_line (text->para, 0, spots);
  for (guint i = 0; i < spots->len; i++)
    {
      const PlySpot *spot = &g_array_index (spots, PlySpot, i);

      if (!spot->is_space)
        x[spot->item - text->para->items] = spot->x;
      word += !spot->is_space;
    }
  g_assert_cmpuint (word, ==, 4);
  g_assert_cmpfloat (x[0], <, x[2]);
  g_assert_cmpfloat (x[2], <, x[1]);
  g_assert_cmpfloat (x[1], <, x[3]);
  /* A right-to-left paragraph starts at the right. */
  text = layout->texts->pdata[1];
  g_assert_true (text->para->rtl);
  g_assert_cmpfloat_with_epsilon (text->para->lines[0].x + text->para->lines[0].width,
                                  text->para->width, 0.1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/hard/random", test_random);
  g_test_add_func ("/typeset/hard/long", test_long);
  g_test_add_func ("/typeset/hard/missing", test_missing);
  g_test_add_func ("/typeset/hard/alphabets", test_alphabets);
  g_test_add_func ("/typeset/hard/bidi", test_bidi);
  return g_test_run ();
}
