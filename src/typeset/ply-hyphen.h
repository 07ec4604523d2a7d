/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where words may be broken: by libhyphen's dictionaries where they are installed, by rule for
 * Kazakh, by both for Russian, whose dictionary knows little. One thread at a time. */

typedef struct _PlyHyphenator PlyHyphenator;

/* NULL when nothing is known of the language. */
PlyHyphenator *ply_hyphenator_new (const char *language);
void ply_hyphenator_free (PlyHyphenator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyHyphenator, ply_hyphenator_free)

/* Appends to @bytes (of guint) the bytes of @text before which it may be broken, ascending: soft
 * hyphens and, with @self, the language's own. Punctuation around and hyphens in the word are no
 * obstacle; words shorter than five letters stay whole. */
void ply_hyphenate_word (PlyHyphenator *self, const char *text, guint length, GArray *bytes);

typedef enum
{
  PLY_SYLLABLES_NONE,
  PLY_SYLLABLES_KAZAKH,
  PLY_SYLLABLES_RUSSIAN,
} PlySyllables;

/* By syllables: @letters are lower case; sets breaks[i] where a break may follow letter i. A
 * syllable has one vowel; a consonant between vowels opens the next, of several the last does; no
 * letter stands alone; ъ, ь and й stay with what precedes them. */
void ply_hyphenate_syllables (PlySyllables rules, const gunichar *letters, guint n_letters,
                              gboolean *breaks);

G_END_DECLS
