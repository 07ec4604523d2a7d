/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-hyphen.h"

#include <hyphen.h>
#include <string.h>

#define MIN_LETTERS 5
#define MIN_BEFORE 2
#define MIN_AFTER 3
#define MAX_LETTERS 100
#define SOFT_HYPHEN 0xad

struct _PlyHyphenator
{
  gboolean is_kazakh;
  HyphenDict *dictionary;
  GIConv to_dictionary; /* from UTF-8; -1: the dictionary is UTF-8 */
};

/* A run of letters in a word. */
typedef struct
{
  guint n;
  gunichar letters[MAX_LETTERS]; /* lower case */
  guint ends[MAX_LETTERS];       /* byte after each */
} Letters;

static char *
find_dictionary (const char *language)
{
  static const struct
  {
    const char *language, *name;
  } usual[] = { { "de", "de_DE" }, { "ru", "ru_RU" }, { "en", "en_US" } };
  g_autofree char *base = g_strndup (language, strcspn (language, "-_"));
  g_autofree char *full = g_strdelimit (g_strdup (language), "-", '_');
  const char *names[] = { full, NULL, base };
  const char *const *dirs = g_get_system_data_dirs ();

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_strcmp0 (usual[i].language, base) == 0)
      names[1] = usual[i].name;
  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    for (guint d = 0; names[n] != NULL && dirs[d] != NULL; d++)
      {
        g_autofree char *file = g_strdup_printf ("hyph_%s.dic", names[n]);
        g_autofree char *path = g_build_filename (dirs[d], "hyphen", file, NULL);

        if (g_file_test (path, G_FILE_TEST_EXISTS))
          return g_steal_pointer (&path);
      }
  return NULL;
}

static HyphenDict *
load_dictionary (const char *language, GIConv *converter)
{
  g_autofree char *path = find_dictionary (language);
  HyphenDict *dictionary = path != NULL ? hnj_hyphen_load (path) : NULL;

  *converter = (GIConv) -1;
  if (dictionary == NULL || dictionary->utf8)
    return dictionary;
  *converter = g_iconv_open (dictionary->cset, "UTF-8");
  if (*converter != (GIConv) -1)
    return dictionary;
  hnj_hyphen_free (dictionary);
  return NULL;
}

PlyHyphenator *
ply_hyphenator_new (const char *language)
{
  PlyHyphenator *self = g_new0 (PlyHyphenator, 1);

  self->to_dictionary = (GIConv) -1;
  self->is_kazakh = g_str_equal (language, "kk")
                    || (g_str_has_prefix (language, "kk-") && strstr (language, "Latn") == NULL);
  if (!self->is_kazakh)
    self->dictionary = load_dictionary (language, &self->to_dictionary);
  if (self->is_kazakh || self->dictionary != NULL)
    return self;
  g_free (self);
  return NULL;
}

void
ply_hyphenator_free (PlyHyphenator *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->dictionary, hnj_hyphen_free);
  if (self->to_dictionary != (GIConv) -1)
    g_iconv_close (self->to_dictionary);
  g_free (self);
}

/* The letters in the dictionary's encoding, NULL when it lacks one. */
static char *
encode (PlyHyphenator *self, const Letters *word, gsize *length)
{
  g_autofree char *utf8 = NULL;
  glong n_bytes;

  utf8 = g_ucs4_to_utf8 (word->letters, word->n, NULL, &n_bytes, NULL);
  if (utf8 == NULL)
    return NULL;
  *length = n_bytes;
  if (self->to_dictionary == (GIConv) -1)
    return g_steal_pointer (&utf8);
  return g_convert_with_iconv (utf8, n_bytes, self->to_dictionary, NULL, length, NULL);
}

static void
apply_dictionary (PlyHyphenator *self, const Letters *word, gboolean *breaks)
{
  gsize length = 0;
  g_autofree char *encoded = encode (self, word, &length);
  g_autofree char *marks = NULL;
  char **replaced = NULL;
  int *position = NULL;
  int *cut = NULL;

  for (guint i = 0; i < word->n; i++)
    breaks[i] = FALSE;
  if (encoded == NULL)
    return;
  marks = g_malloc0 (length + 5);
  if (hnj_hyphen_hyphenate3 (self->dictionary, encoded, length, marks, NULL, &replaced, &position,
                             &cut, MIN_BEFORE, MIN_AFTER, 0, 0)
      == 0)
    for (guint i = 0; i < word->n; i++)
      /* A break that would change the spelling is left alone. */
      breaks[i] = (marks[i] & 1) && (replaced == NULL || replaced[i] == NULL);
  for (guint i = 0; replaced != NULL && i < word->n; i++)
    free (replaced[i]);
  free (replaced);
  free (position);
  free (cut);
}

static void
hyphenate_letters (PlyHyphenator *self, const Letters *word, GArray *bytes)
{
  gboolean breaks[MAX_LETTERS];

  if (self == NULL || word->n < MIN_LETTERS)
    return;
  if (self->is_kazakh)
    ply_hyphenate_kazakh (word->letters, word->n, breaks);
  else
    apply_dictionary (self, word, breaks);
  for (guint i = MIN_BEFORE - 1; i + 2 < word->n; i++)
    if (breaks[i])
      g_array_append_val (bytes, word->ends[i]);
}

void
ply_hyphenate_word (PlyHyphenator *self, const char *text, guint length, GArray *bytes)
{
  const char *end = text + length;
  Letters word = { 0 };

  if (memchr (text, '/', length) != NULL || memchr (text, '@', length) != NULL)
    return;
  for (const char *p = text, *next; p < end; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      guint after;

      next = g_utf8_next_char (p);
      after = next - text;
      if (g_unichar_isalpha (c) && word.n < MAX_LETTERS)
        {
          word.letters[word.n] = g_unichar_tolower (c);
          word.ends[word.n++] = after;
          continue;
        }
      hyphenate_letters (self, &word, bytes);
      word.n = 0;
      if (c == SOFT_HYPHEN && after < length)
        g_array_append_val (bytes, after);
    }
  hyphenate_letters (self, &word, bytes);
}
