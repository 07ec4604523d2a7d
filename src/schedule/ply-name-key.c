/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-name-key.h"

#include <string.h>

/* Names are compared by a skeleton: letters of one sound, as English, scientific and the usual
 * Kazakh and Russian transcriptions write them, fall together. S stands for sh, Z for zh, C for the
 * ch of "chair". */

#define WORD_MOST 96

/* U+0430 to U+045F: Russian, then what Ukrainian and its neighbours add. */
static const char *const cyrillic[] = {
  "a", "b", "v", "g", "d", "e", "Z",  "z", "i", "i", "k", "l", "m", "n", "o",  "p",
  "r", "s", "t", "u", "f", "h", "ts", "C", "S", "S", "",  "i", "",  "e", "iu", "ia",
  "e", "e", "d", "g", "e", "z", "i",  "i", "i", "l", "n", "C", "k", "i", "u",  "C",
};

static const struct
{
  gunichar letter;
  const char *text;
} letters[] = {
  /* Kazakh Cyrillic */
  { 0x04d9, "a" },
  { 0x0493, "g" },
  { 0x049b, "k" },
  { 0x04a3, "n" },
  { 0x04e9, "o" },
  { 0x04b1, "u" },
  { 0x04af, "u" },
  { 0x04bb, "h" },
  { 0x0491, "g" },
  /* Latin letters that are no letter with a mark */
  { 0x00df, "s" },
  { 0x00e6, "a" },
  { 0x00f8, "o" },
  { 0x0111, "d" },
  { 0x0131, "i" },
  { 0x0142, "l" },
  { 0x0153, "o" },
  { 0x01dd, "a" },
  { 0x0259, "a" },
};

/* Latin letters, the longest first. */
static const struct
{
  const char *letters;
  const char *text;
} groups[] = {
  { "schtsch", "S" }, { "shch", "S" }, { "tsch", "C" }, { "sch", "S" }, { "tch", "C" },
  { "sh", "S" },      { "ch", "C" },   { "zh", "Z" },   { "kh", "h" },  { "gh", "g" },
  { "ph", "f" },      { "ck", "k" },   { "tz", "ts" },  { "x", "ks" },  { "w", "v" },
  { "y", "i" },       { "j", "i" },    { "q", "k" },    { "c", "k" },
};

typedef struct
{
  char text[WORD_MOST];
  guint length;
} Word;

static void
push (Word *word, char letter)
{
  char last = word->length > 0 ? word->text[word->length - 1] : '\0';

  /* "Sergeyev" and "Sergeev", "Yerzhan" and "Erzhan" */
  if (letter == 'e' && last == 'i')
    {
      word->length--;
      push (word, 'e');
      return;
    }
  /* doubles; "Mueller" and "Müller"; "ng" for the Kazakh ң */
  if (letter == last || (letter == 'e' && (last == 'u' || last == 'a' || last == 'o'))
      || (letter == 'g' && last == 'n') || word->length + 1 >= sizeof word->text)
    return;
  word->text[word->length++] = letter;
}

static void
push_text (Word *word, const char *text)
{
  for (; *text != '\0'; text++)
    push (word, *text);
}

static gboolean
begins_group (char letter)
{
  const guint letters_of_groups = 1u << ('s' - 'a') | 1u << ('t' - 'a') | 1u << ('c' - 'a')
                                  | 1u << ('z' - 'a') | 1u << ('k' - 'a') | 1u << ('g' - 'a')
                                  | 1u << ('p' - 'a') | 1u << ('x' - 'a') | 1u << ('w' - 'a')
                                  | 1u << ('y' - 'a') | 1u << ('j' - 'a') | 1u << ('q' - 'a');

  return (letters_of_groups >> (letter - 'a')) & 1;
}

/* How many bytes of @at, which is in lower-case ASCII letters, were taken. */
static gsize
push_latin (Word *word, const char *at)
{
  char first = g_ascii_tolower (*at);

  for (guint i = 0; begins_group (first) && i < G_N_ELEMENTS (groups); i++)
    {
      gsize length;

      if (groups[i].letters[0] != first)
        continue;
      length = strlen (groups[i].letters);
      if (g_ascii_strncasecmp (at, groups[i].letters, length) == 0)
        {
          push_text (word, groups[i].text);
          return length;
        }
    }
  push (word, first);
  return 1;
}

static void
push_marked (Word *word, gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));
  char utf8[7] = "";

  if (n > 1 && parts[0] < 0x80)
    {
      char base[2] = { parts[0], '\0' };

      if (strchr ("scz", base[0]) != NULL)
        push (word, g_ascii_toupper (base[0]));
      else
        push_latin (word, base);
      return;
    }
  g_unichar_to_utf8 (letter, utf8);
  push_text (word, utf8);
}

static void
push_letter (Word *word, gunichar letter)
{
  if (letter >= 0x430 && letter - 0x430 < G_N_ELEMENTS (cyrillic))
    {
      push_text (word, cyrillic[letter - 0x430]);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      {
        push_text (word, letters[i].text);
        return;
      }
  push_marked (word, letter);
}

static gboolean
is_apostrophe (gunichar letter)
{
  return letter == '\'' || letter == '`' || letter == 0x2019 || letter == 0x02bc || letter == 0x02b9
         || g_unichar_ismark (letter);
}

/* The next word from @text on; @text moves behind it. FALSE when there is none. */
static gboolean
next_word (const char **text, Word *word)
{
  const char *at = *text;

  word->length = 0;
  while (*at != '\0')
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_ascii_isalpha (*at))
        {
          at += push_latin (word, at);
          continue;
        }
      if (letter >= 0x80 && g_unichar_isalpha (letter))
        push_letter (word, g_unichar_tolower (letter));
      else if (!is_apostrophe (letter) && word->length > 0)
        break;
      at = g_utf8_next_char (at);
    }
  *text = at;
  word->text[word->length] = '\0';
  return word->length > 0;
}

/* The words' order does not count, so their hashes are added. */
static guint64
add_words (const char *text)
{
  guint64 sum = 0;
  Word word;

  while (next_word (&text, &word))
    {
      guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

      for (guint i = 0; i < word.length; i++)
        hash = (hash ^ (guchar) word.text[i]) * G_GUINT64_CONSTANT (0x100000001b3);
      hash = (hash ^ (hash >> 31)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      sum += hash ^ (hash >> 33);
    }
  return sum;
}

guint64
ply_name_key (const char *name, const char *more)
{
  g_return_val_if_fail (name != NULL, 0);
  return add_words (name) + (more != NULL ? add_words (more) : 0);
}

char *
ply_name_skeleton (const char *word)
{
  Word skeleton;

  g_return_val_if_fail (word != NULL, NULL);
  return g_strdup (next_word (&word, &skeleton) ? skeleton.text : "");
}
