/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-patterns.h"

#include <glib/gstdio.h>
#include <hyphen.h>
#include <string.h>

#define ENGLISH "/usr/share/hyphen/hyph_en_US.dic"

/* The marks of a word by the patterns of a dictionary with these contents: "0102"; "refused". */
static char *
marks_of (const char *dictionary, const char *word)
{
  g_autofree char *path = NULL;
  g_autoptr (PlyPatterns) patterns = NULL;
  g_autofree gunichar *letters = NULL;
  guint8 marks[PLY_PATTERNS_MAX];
  GString *result = g_string_new (NULL);
  glong n;
  int file = g_file_open_tmp ("patterns-XXXXXX", &path, NULL);

  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, dictionary, -1, NULL));
  patterns = ply_patterns_load (path);
  g_unlink (path);
  if (patterns == NULL)
    return g_string_free_and_steal (g_string_append (result, "refused"));
  letters = g_utf8_to_ucs4 (word, -1, NULL, &n, NULL);
  ply_patterns_apply (patterns, letters, n, 1, 1, marks);
  for (glong i = 0; i < n; i++)
    g_string_append_printf (result, "%u", marks[i]);
  return g_string_free_and_steal (result);
}

static void
test_table (void)
{
  static const struct
  {
    const char *dictionary, *word, *marks;
  } cases[] = {
    { "UTF-8\na1b\n", "xabx", "0100" },
    { "UTF-8\n.a1b\nb1c.\n", "abcabc", "100010" },
    /* The higher digit counts, and only the longest beginning that fits. */
    { "UTF-8\na1b\na2bc\n", "abc", "200" },
    { "UTF-8\n1b\nabcd\n", "abcx", "0000" },
    { "UTF-8\nLEFTHYPHENMIN 3\n1b1\n", "abab", "0010" },
    { "UTF-8\nқ1а\n", "қақ", "100" },
    { "ISO8859-1\n\xe4"
      "1b\n",
      "äb", "10" },
    { "KOI8-R\n\xc1"
      "1\xc2\n",
      "аб", "10" },
    { "UTF-8\n% a1b\n# a1b\n\n", "ab", "00" },
    /* Joints first, then the parts; breaks keep off the joints. */
    { "UTF-8\nCOMPOUNDLEFTHYPHENMIN 2\nabcd1efgh\nNEXTLEVEL\n1b\n1d\n1f\n1h\n", "abcdefgh",
      "10110010" },
    { "UTF-8\nCOMPOUNDLEFTHYPHENMIN 2\nCOMPOUNDRIGHTHYPHENMIN 2\nabcd1efgh\nNEXTLEVEL\n"
      "1b\n1d\n1f\n1h\n",
      "abcdefgh", "10010010" },
    { "UTF-8\nc1k/k=k,1,1\n", "backe", "refused" },
    { "UTF-8\nNEXTLEVEL\nNEXTLEVEL\n", "ab", "refused" },
    { "no such encoding\na1b\n", "ab", "refused" },
    { "UTF-8", "ab", "refused" },
    { "UTF-8\n\xff\n", "ab", "refused" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marks = marks_of (cases[i].dictionary, cases[i].word);

      g_assert_cmpstr (marks, ==, cases[i].marks);
    }
}

/* The same breaks as libhyphen finds, for words with every pair of letters. */
static void
test_like_libhyphen (void)
{
  g_autoptr (PlyPatterns) patterns = ply_patterns_load (ENGLISH);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  HyphenDict *dictionary = hnj_hyphen_load (ENGLISH);
  guint n_breaks = 0;

  g_assert_nonnull (patterns);
  for (guint round = 0; round < 20000; round++)
    {
      char word[16] = "";
      gunichar letters[16];
      char expected[32] = "";
      guint8 marks[PLY_PATTERNS_MAX];
      char **rep = NULL;
      int *pos = NULL, *cut = NULL;
      guint n = g_rand_int_range (random, 5, 15);

      for (guint i = 0; i < n; i++)
        letters[i] = word[i] = "etaoinshrdlcumwfgypbvk"[g_rand_int_range (random, 0, 22)];
      hnj_hyphen_hyphenate3 (dictionary, word, n, expected, NULL, &rep, &pos, &cut, 2, 3, 0, 0);
      ply_patterns_apply (patterns, letters, n, 2, 3, marks);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (expected[i] - '0', ==, marks[i]);
          n_breaks += marks[i] & 1;
        }
    }
  g_assert_cmpuint (n_breaks, >, 10000);
  hnj_hyphen_free (dictionary);
}

static void
test_no_file (void)
{
  g_assert_null (ply_patterns_load ("/nowhere/hyph_xx.dic"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/patterns/table", test_table);
  g_test_add_func ("/typeset/patterns/like-libhyphen", test_like_libhyphen);
  g_test_add_func ("/typeset/patterns/no-file", test_no_file);
  return g_test_run ();
}
