/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-db.h"

G_BEGIN_DECLS

/* What a command did to the domain tables, as SQLite's session extension records it
 * (https://www.sqlite.org/sessionintro.html). The bytes are at once undo entry, history entry and
 * unit of merge. */

/* Starts recording; NULL on error. */
sqlite3_session *ply_changeset_record (PlyDb *db, GError **error);
/* Ends it and gives what was recorded: no bytes when nothing has changed. */
GBytes *ply_changeset_take (PlyDb *db, sqlite3_session *session, GError **error);

/* Whether the bytes are a changeset of our tables at all. One that comes out of a file must have
 * passed this before anything else here gets it. */
gboolean ply_changeset_is_sound (GBytes *changeset);

GBytes *ply_changeset_invert (PlyDb *db, GBytes *changeset, GError **error);
/* @first and then @second as one; no bytes when they cancel each other out. */
GBytes *ply_changeset_join (PlyDb *db, GBytes *first, GBytes *second, GError **error);
/* Inside a transaction. Any conflict is an error: the changeset is not of this state. */
gboolean ply_changeset_apply (PlyDb *db, GBytes *changeset, GError **error);

/* The rows that differ, as they are in the database now: PlyChange, each with its own id and
 * record. */
GArray *ply_changeset_read (PlyDb *db, GBytes *changeset, GError **error);

G_END_DECLS
