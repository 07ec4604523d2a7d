/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Record ids are UUIDs in lower-case text (RFC 9562). */

char *ply_id_new (void);

/* A version 5 (name-based) id: the same scope and name give the same id on every machine, so that
 * two people who import one file, or translate one text, make the same row. @scope is any text. */
char *ply_id_derive (const char *scope, const char *name);

/* TRUE for 8-4-4-4-12 hexadecimal digits, in either case. */
gboolean ply_id_is_valid (const char *text);

G_END_DECLS
