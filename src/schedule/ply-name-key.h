/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number that is the same for spellings of one name: in Latin or Cyrillic letters, with or
 * without accents, its words in any order, by any of the usual transcriptions ("Ғалымжан
 * Қожахметов", "Galymzhan Kozhakhmetov"; "Dmitrij", "Dmitry", "Дмитрий"). Names that are only alike
 * differ. @more, when not NULL, are further words of the name. 0 when there is no letter in it. */
guint64 ply_name_key (const char *name, const char *more);
/* One word in the letters that are compared: for tests. */
char *ply_name_skeleton (const char *word);

G_END_DECLS
