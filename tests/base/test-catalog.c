/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-catalog.h"
#include "ply-plural.h"

static GBytes *
load_words (void)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (g_getenv ("PLY_WORDS"), &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
test_words (void)
{
  g_autoptr (GBytes) data = load_words ();
  g_autoptr (PlyCatalog) catalog = ply_catalog_new_for_data (data);

  g_assert_true (ply_catalog_has_words (catalog));
  g_assert_cmpstr (ply_word (catalog, "programme", "Room"), ==, "Зал");
  g_assert_cmpstr (ply_word (catalog, "window", "Room"), ==, "Помещение");
  g_assert_cmpstr (ply_word (catalog, "door", "Room"), ==, "Room");
  g_assert_cmpstr (ply_word (catalog, "programme", "Break"), ==, "Break");
}

static void
test_plural_words (void)
{
  static const char *const expected[] = { "ведущие", "ведущий", "ведущих",
                                          "ведущих", "ведущих", "ведущие" };
  g_autoptr (GBytes) data = load_words ();
  g_autoptr (PlyCatalog) catalog = ply_catalog_new_for_data (data);
  g_autoptr (PlyCatalog) english = ply_catalog_new ("en");

  for (guint n = 0; n < G_N_ELEMENTS (expected); n++)
    g_assert_cmpstr (ply_word_n (catalog, "programme", "Chair:", "Chairs:", n), ==, expected[n]);
  g_assert_cmpstr (ply_word_n (catalog, "programme", "Break", "Breaks", 1), ==, "Break");
  g_assert_cmpstr (ply_word_n (catalog, "programme", "Break", "Breaks", 2), ==, "Breaks");
  g_assert_cmpstr (ply_word_n (english, "programme", "Chair:", "Chairs:", 1), ==, "Chair:");
  g_assert_false (ply_catalog_has_words (english));
}

static const char *const rules[] = {
  "Plural-Forms: nplurals=2; plural=(n != 1);\n",
  "Plural-Forms: nplurals=1; plural=0;\n",
  "X: y\nPlural-Forms:  nplurals=3; "
  "plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n",
  "Plural-Forms: nplurals=2; plural=n>1",
};

static void
test_plural_rules (void)
{
  static const gulong numbers[] = { 0, 1, 2, 5, 11, 21, 22, 112 };
  static const guint forms[G_N_ELEMENTS (rules)][G_N_ELEMENTS (numbers)] = {
    { 1, 0, 1, 1, 1, 1, 1, 1 },
    { 0, 0, 0, 0, 0, 0, 0, 0 },
    { 2, 0, 1, 2, 2, 0, 1, 2 },
    { 0, 0, 1, 1, 1, 1, 1, 1 },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rules); r++)
    {
      g_autoptr (PlyPlural) plural = ply_plural_new (rules[r]);

      g_assert_nonnull (plural);
      for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        g_assert_cmpuint (ply_plural_get_form (plural, numbers[i]), ==, forms[r][i]);
    }
}

static void
test_malformed_rules (void)
{
  static const char *const wrong[] = {
    "",
    "Plural-Forms: nplurals=2;",
    "Plural-Forms: nplurals=2; plural=;",
    "Plural-Forms: nplurals=2; plural=(n;",
    "Plural-Forms: nplurals=2; plural=n ? 1;",
    "Plural-Forms: nplurals=2; plural=n/0;",
    "Plural-Forms: nplurals=2; plural=system(n);",
    "Plural-Forms: nplurals=2; plural=n n;",
  };
  g_autofree char *deep = g_strnfill (100000, '(');
  g_autofree char *bangs = g_strnfill (100000, '!');
  g_autofree char *too_deep = g_strconcat ("Plural-Forms: nplurals=2; plural=", deep, NULL);
  g_autofree char *too_many = g_strconcat ("Plural-Forms: nplurals=2; plural=", bangs, "n", NULL);
  g_autoptr (PlyPlural) far = ply_plural_new ("Plural-Forms: nplurals=2; plural=n;");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (ply_plural_new (wrong[i]));
  g_assert_null (ply_plural_new (too_deep));
  g_assert_null (ply_plural_new (too_many));
  g_assert_cmpuint (ply_plural_get_form (far, 1000), ==, 1);
}

/* Cut off anywhere, and with any byte changed: every word is one of the file's or the English one,
 * and nothing reads beyond the data. */
static void
test_malformed_files (void)
{
  g_autoptr (GBytes) data = load_words ();
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (data, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (bytes, size);
      g_autoptr (GBytes) cut = g_bytes_new (bytes, i);
      g_autoptr (GBytes) odd = NULL;
      g_autoptr (PlyCatalog) short_one = ply_catalog_new_for_data (cut);
      g_autoptr (PlyCatalog) odd_one = NULL;

      changed[i] = g_rand_int_range (random, 0, 256);
      odd = g_bytes_new (changed, size);
      odd_one = ply_catalog_new_for_data (odd);
      g_assert_nonnull (ply_word (short_one, "programme", "Room"));
      g_assert_true (
          g_utf8_validate (ply_word_n (odd_one, "programme", "Chair:", "Chairs:", 7), -1, NULL));
    }
}

static void
test_built_in (void)
{
  g_autoptr (PlyCatalog) german = ply_catalog_new ("de");
  g_autoptr (PlyCatalog) austrian = ply_catalog_new ("de-AT");
  g_autoptr (PlyCatalog) latin = ply_catalog_new ("kk-Latn");

  g_assert_true (ply_catalog_has_words (german) == ply_catalog_has_words (austrian));
  g_assert_false (ply_catalog_has_words (latin));
}

static void
test_languages (void)
{
  g_auto (GStrv) languages = ply_catalog_dup_languages ();
  g_autofree char *list = g_strjoinv (" ", languages);

  g_assert_cmpstr (list, ==, "de en kk ru");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/words", test_words);
  g_test_add_func ("/catalog/plural-words", test_plural_words);
  g_test_add_func ("/catalog/plural-rules", test_plural_rules);
  g_test_add_func ("/catalog/malformed-rules", test_malformed_rules);
  g_test_add_func ("/catalog/malformed-files", test_malformed_files);
  g_test_add_func ("/catalog/built-in", test_built_in);
  g_test_add_func ("/base/catalog/languages", test_languages);
  return g_test_run ();
}
