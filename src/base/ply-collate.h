/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sorting and searching by a language's own rules (ICU), whatever the desktop's locale. */

typedef struct _PlyCollator PlyCollator;

/* Unknown languages sort by the root order. Not safe for use from two threads at once. */
PlyCollator *ply_collator_new (const char *language);
void ply_collator_free (PlyCollator *self);
/* <0, 0, >0; digits inside texts compare as numbers ("Hall 2" before "Hall 10"). NULL sorts first.
 */
int ply_collator_compare (PlyCollator *self, const char *a, const char *b);
/* The heading under which an index of that language lists @text: "Ә", "A", "#" for what has no
 * letter. */
char *ply_collator_index_letter (PlyCollator *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyCollator, ply_collator_free)

/* The form in which texts are compared when searching: case, accents and compatibility forms
 * folded, so that "ё" is found as "е" and "ä" as "a"; letters of their own ("ә", "ß" as "ss") stay.
 * NULL gives "". */
char *ply_search_fold (const char *text);

G_END_DECLS
