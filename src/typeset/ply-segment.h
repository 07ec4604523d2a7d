/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of text that is never broken but by hyphenation, and what follows it. */
typedef struct
{
  guint start; /* bytes */
  guint length;
  guint8 space;     /* a space follows (of any number, drawn as one) */
  guint8 can_break; /* a line may end after it */
  guint8 forced;    /* a line ends after it */
} PlySegment;

/* Splits a paragraph at spaces and where a line may be broken without a hyphen (after hyphens and
 * dashes, in addresses, between Chinese characters ...). Appends PlySegment to @segments; forced
 * breaks ("\n") may give empty ones. Spaces at the ends are left out. */
void ply_segment_text (const char *text, guint length, const char *language, GArray *segments);

/* TRUE where good setting keeps two words on one line: abbreviations ("z. B."), numbers with what
 * they count, short prepositions in Russian, before a dash. */
gboolean ply_words_stick (const char *word, guint length, const char *next, guint next_length,
                          const char *language);

G_END_DECLS
