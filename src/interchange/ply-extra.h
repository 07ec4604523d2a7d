/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The "extra" field of a record: a JSON object of what a foreign file said and no field holds. */

/* @extra with the members of @more put in; @extra as it is when that changes nothing. Owned; NULL
 * when there is nothing. */
char *ply_extra_merge (const char *extra, JsonObject *more);
/* A text of the object; NULL when there is none. */
char *ply_extra_dup_text (const char *extra, const char *name);

G_END_DECLS
