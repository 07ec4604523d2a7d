/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Hyphenation patterns out of a dictionary in libhyphen's format: Liang's patterns ("Word
 * Hy-phen-a-tion by Com-put-er", 1983), with a second set for where compounds join. libhyphen
 * itself needs one to two seconds to read the German one, this some hundredths. */
typedef struct _PlyPatterns PlyPatterns;

/* NULL when the file cannot be read, or asks for changes of spelling at breaks: libhyphen knows
 * those. */
PlyPatterns *ply_patterns_load (const char *path);
void ply_patterns_free (PlyPatterns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyPatterns, ply_patterns_free)

/* @letters: @n lower-case letters, at most PLY_PATTERNS_MAX. @marks gets a digit for each: odd, and
 * the word may be broken behind the letter; even and not 0, and it must not. At least @before
 * letters stay before a break and @after behind it, more when the dictionary says so. */
#define PLY_PATTERNS_MAX 128
void ply_patterns_apply (const PlyPatterns *self, const gunichar *letters, guint n, guint before,
                         guint after, guint8 *marks);

G_END_DECLS
