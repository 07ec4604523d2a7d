/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-snapshot.h"

G_BEGIN_DECLS

/* Makes the events that the tests print, a record a call. */
typedef struct
{
  GPtrArray *records; /* owned */
  guint n_links;      /* ids of records nobody names */
} EventBuilder;

EventBuilder *event_builder_new (void);
/* Pairs of field name and value as text ("540" for a number), up to NULL; a NULL value is passed
 * over. @id NULL: any. Gives back the id. */
const char *event_builder_add (EventBuilder *self, PlyKind kind, const char *id,
                               ...) G_GNUC_NULL_TERMINATED;
void event_builder_translate (EventBuilder *self, PlyKind kind, const char *id, const char *field,
                              const char *language, const char *text);
/* Frees the builder. */
PlySnapshot *event_builder_end (EventBuilder *self);

/* Two days in Almaty in four languages: a plenary session with two talks, parallel sessions, a
 * break, a cancelled session, one without a place, texts that are not translated. */
PlySnapshot *small_event_new (void);

G_END_DECLS
