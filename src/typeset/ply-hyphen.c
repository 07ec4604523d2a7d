/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-hyphen.h"

#include <hyphen.h>
#include <string.h>
#include <unicode/ucnv.h>

#include "ply-patterns.h"

#define MIN_LETTERS 5
#define MIN_BEFORE 2
#define MIN_AFTER 3
#define MAX_LETTERS 100
#define SOFT_HYPHEN 0xad

struct _PlyHyphenator
{
  PlySyllables syllables;
  PlyPatterns *patterns;
  HyphenDict *dictionary; /* where patterns are not enough; shared */
  UConverter *converter;  /* NULL: the dictionary is in UTF-8 */
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

/* Dictionaries are large, never change and are read by any thread: each is loaded once and stays.
 */
static HyphenDict *
share_dictionary (const char *path)
{
  static GMutex lock;
  static GHashTable *loaded;
  gpointer dictionary;

  g_mutex_lock (&lock);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (loaded, path, NULL, &dictionary))
    {
      dictionary = hnj_hyphen_load (path);
      g_hash_table_insert (loaded, g_strdup (path), dictionary);
    }
  g_mutex_unlock (&lock);
  return dictionary;
}

static HyphenDict *
load_dictionary (const char *path, UConverter **converter)
{
  HyphenDict *dictionary = share_dictionary (path);
  UErrorCode status = U_ZERO_ERROR;

  *converter = NULL;
  if (dictionary == NULL || dictionary->utf8)
    return dictionary;
  *converter = ucnv_open (dictionary->cset, &status);
  if (U_SUCCESS (status))
    return dictionary;
  *converter = NULL;
  return NULL;
}

static PlySyllables
find_syllables (const char *language)
{
  if (strstr (language, "Latn") != NULL)
    return PLY_SYLLABLES_NONE;
  if (g_str_equal (language, "kk") || g_str_has_prefix (language, "kk-"))
    return PLY_SYLLABLES_KAZAKH;
  if (g_str_equal (language, "ru") || g_str_has_prefix (language, "ru-"))
    return PLY_SYLLABLES_RUSSIAN;
  return PLY_SYLLABLES_NONE;
}

static void
load_patterns (PlyHyphenator *self, const char *language)
{
  g_autofree char *path = find_dictionary (language);

  if (path == NULL)
    return;
  self->patterns = ply_patterns_load (path);
  if (self->patterns == NULL)
    self->dictionary = load_dictionary (path, &self->converter);
}

PlyHyphenator *
ply_hyphenator_new (const char *language)
{
  PlyHyphenator *self = g_new0 (PlyHyphenator, 1);

  self->syllables = find_syllables (language);
  if (self->syllables != PLY_SYLLABLES_KAZAKH)
    load_patterns (self, language);
  if (self->syllables != PLY_SYLLABLES_NONE || self->patterns != NULL || self->dictionary != NULL)
    return self;
  g_free (self);
  return NULL;
}

void
ply_hyphenator_free (PlyHyphenator *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->patterns, ply_patterns_free);
  g_clear_pointer (&self->converter, ucnv_close);
  g_free (self);
}

/* The letters in the dictionary's encoding, NULL when it lacks one. */
static char *
encode (PlyHyphenator *self, const Letters *word, gsize *length)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree gunichar2 *units = NULL;
  g_autofree char *out = NULL;
  glong n_units;
  glong n_bytes;

  if (self->converter == NULL)
    {
      char *utf8 = g_ucs4_to_utf8 (word->letters, word->n, NULL, &n_bytes, NULL);

      *length = n_bytes;
      return utf8;
    }
  units = g_ucs4_to_utf16 (word->letters, word->n, NULL, &n_units, NULL);
  out = g_malloc0 (word->n + 1);
  ucnv_reset (self->converter);
  ucnv_setFromUCallBack (self->converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  *length =
      ucnv_fromUChars (self->converter, out, word->n + 1, (const UChar *) units, n_units, &status);
  return U_SUCCESS (status) && *length == word->n ? g_steal_pointer (&out) : NULL;
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

  if (encoded == NULL)
    return;
  marks = g_malloc0 (length + 5);
  if (hnj_hyphen_hyphenate3 (self->dictionary, encoded, length, marks, NULL, &replaced, &position,
                             &cut, MIN_BEFORE, MIN_AFTER, 0, 0)
      == 0)
    for (guint i = 0; i < word->n; i++)
      {
        /* Even marks forbid; a break that would change the spelling is left alone. */
        if (marks[i] & 1)
          breaks[i] = replaced == NULL || replaced[i] == NULL;
        else if (marks[i] != '0')
          breaks[i] = FALSE;
      }
  for (guint i = 0; replaced != NULL && i < word->n; i++)
    free (replaced[i]);
  free (replaced);
  free (position);
  free (cut);
}

static void
apply_patterns (PlyHyphenator *self, const Letters *word, gboolean *breaks)
{
  guint8 marks[MAX_LETTERS];

  ply_patterns_apply (self->patterns, word->letters, word->n, MIN_BEFORE, MIN_AFTER, marks);
  for (guint i = 0; i < word->n; i++)
    if (marks[i] != 0)
      breaks[i] = marks[i] & 1;
}

static void
hyphenate_letters (PlyHyphenator *self, const Letters *word, GArray *bytes)
{
  gboolean breaks[MAX_LETTERS];

  if (self == NULL || word->n < MIN_LETTERS)
    return;
  for (guint i = 0; i < word->n; i++)
    breaks[i] = FALSE;
  if (self->syllables != PLY_SYLLABLES_NONE)
    ply_hyphenate_syllables (self->syllables, word->letters, word->n, breaks);
  if (self->patterns != NULL)
    apply_patterns (self, word, breaks);
  if (self->dictionary != NULL)
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
