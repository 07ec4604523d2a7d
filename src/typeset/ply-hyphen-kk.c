/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-hyphen.h"

/* Source: the syllable rules of Kazakh orthography (буын, тасымал). */

#define SIGN_SOFT 0x44c
#define SIGN_HARD 0x44a
#define SHORT_I 0x439
#define LETTER_U 0x443
#define LETTER_I 0x438

static gboolean
is_vowel_letter (gunichar c)
{
  static const gunichar vowels[] = { 0x430, 0x4d9, 0x435, 0x451, 0x438, 0x43e, 0x4e9, 0x443,
                                     0x4b1, 0x4af, 0x44b, 0x456, 0x44d, 0x44e, 0x44f };

  for (guint i = 0; i < G_N_ELEMENTS (vowels); i++)
    if (c == vowels[i])
      return TRUE;
  return FALSE;
}

/* у and и sound as consonants after a vowel (тау, ауыл), у also before one at a word's start
 * (уақыт). */
static gboolean
is_vowel (const gunichar *letters, guint n_letters, guint i)
{
  gunichar c = letters[i];

  if (!is_vowel_letter (c))
    return FALSE;
  if (c != LETTER_U && c != LETTER_I)
    return TRUE;
  if (i == 0)
    return c == LETTER_I || n_letters < 2 || !is_vowel_letter (letters[1]);
  return !is_vowel (letters, n_letters, i - 1);
}

/* The letter that opens the syllable of the vowel at @next; the one before is at @previous. */
static guint
find_opening (const gunichar *letters, guint previous, guint next)
{
  guint opening = next;

  if (next == previous + 1 || letters[next - 1] == SIGN_HARD)
    return next;
  opening = next - 1;
  if (letters[opening] == SIGN_SOFT && opening - 1 > previous)
    opening--;
  return opening;
}

void
ply_hyphenate_kazakh (const gunichar *letters, guint n_letters, gboolean *breaks)
{
  int previous = -1;

  for (guint i = 0; i < n_letters; i++)
    breaks[i] = FALSE;
  for (guint i = 0; i < n_letters; i++)
    {
      guint opening;

      if (!is_vowel (letters, n_letters, i))
        continue;
      if (previous >= 0)
        {
          opening = find_opening (letters, previous, i);
          breaks[opening - 1] = letters[opening] != SHORT_I && letters[opening] != SIGN_SOFT
                                && opening >= 2 && n_letters - opening >= 2;
        }
      previous = i;
    }
}
