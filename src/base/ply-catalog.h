/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The fixed words of what is printed ("Room", "Contents") in any of the languages Plenary speaks,
 * whatever the desktop's language: gettext catalogues, built into the program from po/, so that a
 * machine without installed ones prints Kazakh too. Format: GNU MO files, "The Format of GNU MO
 * Files" in the manual of GNU gettext.
 *
 * xgettext finds the words with --keyword=ply_word:2c,3 and --keyword=ply_word_n:2c,3,4. */

typedef struct _PlyCatalog PlyCatalog;

/* The catalogue of @language ("de-AT" takes the one for "de", "kk-Latn" none). Without one every
 * word is English. Immutable; may be used from several threads. */
PlyCatalog *ply_catalog_new (const char *language);
/* From the contents of an MO file. What is malformed in it is passed over: then words are English.
 */
PlyCatalog *ply_catalog_new_for_data (GBytes *data);
void ply_catalog_free (PlyCatalog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyCatalog, ply_catalog_free)

/* FALSE when all words will be English for want of a catalogue. */
gboolean ply_catalog_has_words (const PlyCatalog *self);

/* The languages that programmes have words in: English, and those of the built-in catalogues.
 * Sorted; free with g_strfreev(). */
char **ply_catalog_dup_languages (void);

/* @id is the English text. Borrowed from the catalogue, or @id itself. */
const char *ply_word (const PlyCatalog *self, const char *context, const char *id)
    G_GNUC_FORMAT (3);
/* The form for @n, by the catalogue's own plural rule; @singular for 1, else @plural in English. */
const char *ply_word_n (const PlyCatalog *self, const char *context, const char *singular,
                        const char *plural, gulong n) G_GNUC_FORMAT (3) G_GNUC_FORMAT (4);

G_END_DECLS
