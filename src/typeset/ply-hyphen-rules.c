/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-hyphen.h"

/* Sources: the syllable rules of Kazakh orthography (буын, тасымал); Правила русской орфографии и
 * пунктуации (1956), §§ 117-123. */

#define SIGN_SOFT 0x44c
#define SIGN_HARD 0x44a
#define SHORT_I 0x439
#define LETTER_U 0x443
#define LETTER_I 0x438

typedef struct
{
  const gunichar *letters;
  guint n;
  PlySyllables rules;
} Word;

static gboolean
is_one_of (gunichar c, const gunichar *set, guint n)
{
  for (guint i = 0; i < n; i++)
    if (c == set[i])
      return TRUE;
  return FALSE;
}

/* а ә е ё и о ө у ұ ү ы і э ю я */
static gboolean
is_vowel_letter (gunichar c)
{
  static const gunichar vowels[] = { 0x430, 0x4d9, 0x435, 0x451, 0x438, 0x43e, 0x4e9, 0x443,
                                     0x4b1, 0x4af, 0x44b, 0x456, 0x44d, 0x44e, 0x44f };

  return is_one_of (c, vowels, G_N_ELEMENTS (vowels));
}

/* In Kazakh у and и sound as consonants after a vowel (тау, ауыл), у also before one at a word's
 * start (уақыт). */
static gboolean
is_vowel (const Word *word, guint i)
{
  gunichar c = word->letters[i];

  if (!is_vowel_letter (c))
    return FALSE;
  if (word->rules != PLY_SYLLABLES_KAZAKH || (c != LETTER_U && c != LETTER_I))
    return TRUE;
  if (i == 0)
    return c == LETTER_I || word->n < 2 || !is_vowel_letter (word->letters[1]);
  return !is_vowel (word, i - 1);
}

/* The letter that opens the syllable of the vowel at @next; the one before is at @previous. */
static guint
find_opening (const Word *word, guint previous, guint next)
{
  gunichar last = word->letters[next - 1];
  guint opening = next - 1;

  if (next == previous + 1 || last == SIGN_HARD
      || (last == SHORT_I && word->rules == PLY_SYLLABLES_RUSSIAN))
    return next;
  if (last == SIGN_SOFT && opening - 1 > previous)
    opening--;
  return opening;
}

/* In Russian р and л may belong to the consonant before them (про-грамма): not known here. */
static gboolean
is_uncertain (const Word *word, guint previous, guint opening)
{
  static const gunichar stops[] = { 0x431, 0x43f, 0x432, 0x444, 0x433, 0x43a, 0x434, 0x442 };
  gunichar c = word->letters[opening];

  return word->rules == PLY_SYLLABLES_RUSSIAN && (c == 0x440 || c == 0x43b)
         && opening - 1 > previous
         && is_one_of (word->letters[opening - 1], stops, G_N_ELEMENTS (stops));
}

static gboolean
may_open (const Word *word, guint previous, guint opening)
{
  gunichar c = word->letters[opening];

  return opening >= 2 && word->n - opening >= 2 && c != SHORT_I && c != SIGN_SOFT && c != SIGN_HARD
         && !is_uncertain (word, previous, opening);
}

void
ply_hyphenate_syllables (PlySyllables rules, const gunichar *letters, guint n_letters,
                         gboolean *breaks)
{
  Word word = { letters, n_letters, rules };
  int previous = -1;

  for (guint i = 0; i < n_letters; i++)
    breaks[i] = FALSE;
  for (guint i = 0; i < n_letters; i++)
    {
      guint opening;

      if (!is_vowel (&word, i))
        continue;
      if (previous >= 0)
        {
          opening = find_opening (&word, previous, i);
          breaks[opening - 1] = may_open (&word, previous, opening);
        }
      previous = i;
    }
}
