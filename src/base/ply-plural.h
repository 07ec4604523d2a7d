/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The plural rule of a gettext catalogue: the C expression in n of its "Plural-Forms" header line
 * ("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : ...);"). */

typedef struct _PlyPlural PlyPlural;

/* @header: all header lines of the catalogue. NULL when there is no rule, or not a well-formed one.
 */
PlyPlural *ply_plural_new (const char *header);
void ply_plural_free (PlyPlural *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyPlural, ply_plural_free)

/* Which form counts @n things, from 0; always below the number of forms. */
guint ply_plural_get_form (const PlyPlural *self, gulong n);

G_END_DECLS
