/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-segment.h"

#include <string.h>

/* Words that stay with the number or name after them, and words that stay with the number before
 * them, by language; "" is any language. */
static const struct
{
  const char *language, *word;
} leading[] = {
  { "", "§" },      { "", "№" },      { "", "Nr." },   { "", "No." },   { "de", "S." },
  { "de", "Dr." },  { "de", "Prof." }, { "de", "ca." }, { "en", "Dr." }, { "en", "Prof." },
  { "en", "Mr" },   { "en", "Mr." },  { "en", "Ms" },  { "en", "Ms." }, { "en", "p." },
  { "en", "pp." },  { "ru", "с." },   { "ru", "г." },  { "ru", "гл." }, { "ru", "им." },
  { "ru", "рис." }, { "kk", "қ." },   { "kk", "б." },
}, trailing[] = {
  { "", "%" },      { "", "€" },     { "", "$" },      { "", "km" },     { "", "kg" },
  { "de", "Uhr" },  { "ru", "г." },  { "ru", "гг." },  { "ru", "в." },   { "ru", "вв." },
  { "ru", "ч." },   { "ru", "мин." }, { "ru", "лет" }, { "ru", "руб." }, { "kk", "ж." },
  { "kk", "жж." },  { "kk", "ғ." },  { "kk", "сағ." }, { "kk", "мин." }, { "en", "a.m." },
  { "en", "p.m." }, { "en", "am" },  { "en", "pm" },
};

static gboolean
speaks (const char *language, const char *rule)
{
  gsize n = strlen (rule);

  return n == 0
         || (language != NULL && strncmp (language, rule, n) == 0
             && (language[n] == '\0' || language[n] == '-'));
}

static gboolean
is_text (const char *word, guint length, const char *wanted)
{
  return strlen (wanted) == length && memcmp (word, wanted, length) == 0;
}

static gboolean
is_number (const char *word, guint length)
{
  return length > 0 && (g_ascii_isdigit (word[0]) || g_ascii_isdigit (word[length - 1]));
}

/* "z.", "B.", "т." */
static gboolean
is_letter_and_point (const char *word, guint length)
{
  const char *after = length > 0 ? g_utf8_next_char (word) : word;

  return length >= 2 && (guint) (after - word) == length - 1 && *after == '.'
         && g_unichar_isalpha (g_utf8_get_char (word));
}

static gboolean
is_one_letter (const char *word, guint length)
{
  return length > 0 && (guint) (g_utf8_next_char (word) - word) == length
         && g_unichar_isalpha (g_utf8_get_char (word));
}

#define LONGEST_LEADING 8 /* bytes */

/* A name or a number: "г. Алматы" is a town, "было" after "г." is not. */
static gboolean
is_name_or_number (const char *word)
{
  gunichar c = g_utf8_get_char (word);

  return g_unichar_isupper (c) || g_unichar_isdigit (c);
}

static gboolean
is_dash (const char *word, guint length)
{
  return length == 3 && (memcmp (word, "–", 3) == 0 || memcmp (word, "—", 3) == 0);
}

gboolean
ply_words_stick (const char *word, guint length, const char *next, guint next_length,
                 const char *language)
{
  if (length > 16 || length == 0 || next_length == 0)
    return is_dash (next, next_length);
  if (is_dash (next, next_length))
    return TRUE;
  /* Abbreviations of several words, and initials before a name. */
  if (is_letter_and_point (word, length)
      && (is_letter_and_point (next, next_length)
          || (g_unichar_isupper (g_utf8_get_char (word)) && is_name_or_number (next))))
    return TRUE;
  if (is_one_letter (word, length) && (speaks (language, "ru") || speaks (language, "en")))
    return speaks (language, "ru") || word[0] == 'I' || word[0] == 'a';
  if (length <= LONGEST_LEADING && (length <= 3 || word[length - 1] == '.'))
    for (guint i = 0; i < G_N_ELEMENTS (leading); i++)
      if (speaks (language, leading[i].language) && is_text (word, length, leading[i].word)
          && is_name_or_number (next))
        return TRUE;
  if (!is_number (word, length))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (trailing); i++)
    if (speaks (language, trailing[i].language) && next_length >= strlen (trailing[i].word)
        && memcmp (next, trailing[i].word, strlen (trailing[i].word)) == 0
        && next_length <= strlen (trailing[i].word) + 1)
      return TRUE;
  return FALSE;
}
