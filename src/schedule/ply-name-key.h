/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLY_NAME_KEYS_MOST 8

/* Numbers of which spellings of one name share one: in Latin or Cyrillic letters, with or without
 * accents, its words in any order, by any of the usual transcriptions ("Ғалымжан Қожахметов",
 * "Galymzhan Kozhakhmetov"; "Dmitrij", "Dmitry", "Дмитрий"). There are several when "ch" and "sch"
 * may be German or not: "Schukow" is Жуков, "Schostakowitsch" Шостакович. Names that are only alike
 * share none. @more, when not NULL, are further words of the name. Gives the number of keys; 0 when
 * there is no letter in it. */
guint ply_name_keys (const char *name, const char *more, guint64 *keys);
/* One word in the letters that are compared, as English reads it: for tests. */
char *ply_name_skeleton (const char *word);

G_END_DECLS
