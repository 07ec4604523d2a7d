/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-name-key.h"

#include <string.h>

/* Names are compared by a skeleton: letters of one sound, as English, scientific and the usual
 * Kazakh and Russian transcriptions write them, fall together. S stands for sh, Z for zh, C for the
 * ch of "chair". */

#define WORD_MOST 96
#define DOUBTFUL_MOST 3 /* PLY_NAME_KEYS_MOST is two to its power */

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

/* Latin letters, the longest of one beginning first. What @german is for German writes otherwise
 * than English: Schukow and Chan are Жуков and Хан. */
static const struct
{
  const char *letters;
  guint length;
  const char *text;
  const char *german;
} groups[] = {
  { "schtsch", 7, "S", NULL }, { "shch", 4, "S", NULL }, { "sch", 3, "S", "Z" },
  { "sh", 2, "S", NULL },      { "tsch", 4, "C", NULL }, { "tch", 3, "C", NULL },
  { "tz", 2, "ts", NULL },     { "ch", 2, "C", "h" },    { "ck", 2, "k", NULL },
  { "c", 1, "k", NULL },       { "zh", 2, "Z", NULL },   { "kh", 2, "h", NULL },
  { "gh", 2, "g", NULL },      { "ph", 2, "f", NULL },   { "x", 1, "ks", NULL },
  { "w", 1, "v", NULL },       { "y", 1, "i", NULL },    { "j", 1, "i", NULL },
  { "q", 1, "k", NULL },
};

/* How a name is read: its first groups that may be German, each as it is or not. */
typedef struct
{
  guint german;     /* bits */
  guint n_doubtful; /* how many such groups there were; at most DOUBTFUL_MOST */
} Reading;

typedef struct
{
  char text[WORD_MOST];
  guint length;
  Reading *reading;
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

/* What is no letter stays none. */
static gboolean
begins_with (const char *at, const char *group, guint length)
{
  for (guint i = 1; i < length; i++)
    if ((at[i] | 0x20) != group[i])
      return FALSE;
  return TRUE;
}

static const char *
read_group (Reading *self, const char *text, const char *german)
{
  if (german == NULL || self->n_doubtful == DOUBTFUL_MOST)
    return text;
  return self->german >> self->n_doubtful++ & 1 ? german : text;
}

/* How many bytes of @at, which begins with an ASCII letter, were taken. */
static gsize
push_latin (Word *word, const char *at)
{
  char first = *at | 0x20;

  for (guint i = 0; begins_group (first) && i < G_N_ELEMENTS (groups); i++)
    if (groups[i].letters[0] == first && begins_with (at, groups[i].letters, groups[i].length))
      {
        push_text (word, read_group (word->reading, groups[i].text, groups[i].german));
        return groups[i].length;
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
add_words (const char *text, Reading *reading)
{
  guint64 sum = 0;
  Word word = { .reading = reading };

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

guint
ply_name_keys (const char *name, const char *more, guint64 *keys)
{
  guint n = 1;

  g_return_val_if_fail (name != NULL && keys != NULL, 0);

  for (guint i = 0; i < n; i++)
    {
      Reading reading = { .german = i };

      keys[i] = add_words (name, &reading);
      keys[i] += more != NULL ? add_words (more, &reading) : 0;
      n = 1u << reading.n_doubtful;
    }
  return keys[0] != 0 ? n : 0;
}

char *
ply_name_skeleton (const char *text)
{
  Reading reading = { 0 };
  Word word = { .reading = &reading };

  g_return_val_if_fail (text != NULL, NULL);
  return g_strdup (next_word (&text, &word) ? word.text : "");
}
