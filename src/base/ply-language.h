/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Languages are BCP 47 tags in ICU's canonical form ("kk", "de", "zh-Hant", "kk-Latn"). */

/* The canonical form of @tag ("DE_de" gives "de-DE"), NULL when it is no tag. Names of languages
 * ("English") and three-letter codes ("deu") are known too. */
char *ply_language_canonical (const char *tag);
gboolean ply_language_is_valid (const char *tag);
/* The language's name in @display_language, as it stands inside a list of languages; "Kazakh",
 * "қазақ тілі". */
char *ply_language_name (const char *tag, const char *display_language);
/* A country's name by its ISO 3166 code in @display_language; NULL when the code is unknown. */
char *ply_country_name (const char *code, const char *display_language);
/* Splits a space- or comma-separated list of tags; NULL-terminated, never NULL, invalid ones left
 * out. */
char **ply_language_split (const char *list);

/* FALSE when most letters of @text are of a script that the language is not written in: then the
 * text is in another language, whatever is said of it. */
gboolean ply_language_fits (const char *tag, const char *text);

G_END_DECLS
