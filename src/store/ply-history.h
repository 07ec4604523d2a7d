/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-db.h"

G_BEGIN_DECLS

/* The commands that were run, kept in the event file itself, and how far they are undone. What
 * writes belongs inside the transaction of a command, changes @state too, and ends with
 * ply_history_set_state(). */

typedef struct
{
  gint64 seq;
  char *label;
  char *coalesce_key;
  gint64 time; /* milliseconds since 1970 */
  GBytes *changeset;
} PlyHistoryRow;

typedef struct
{
  gint64 revision; /* grows with everything that changes the file */
  gint64 cursor;   /* the newest command that is not undone, 0: none */
  gint64 bytes;    /* of all changesets */
} PlyHistoryState;

gboolean ply_history_get_state (PlyDb *db, PlyHistoryState *state, GError **error);
gboolean ply_history_set_state (PlyDb *db, const PlyHistoryState *state, GError **error);

/* *@row is NULL when there is none. */
gboolean ply_history_get (PlyDb *db, gint64 seq, PlyHistoryRow **row, GError **error);
/* The command after @seq. */
gboolean ply_history_get_after (PlyDb *db, gint64 seq, PlyHistoryRow **row, GError **error);
/* The seq before @seq, 0 when there is none. */
gboolean ply_history_get_before (PlyDb *db, gint64 seq, gint64 *before, GError **error);
/* PlyHistoryEntry, oldest first. */
GPtrArray *ply_history_list (PlyDb *db, gint64 cursor, GError **error);

gboolean ply_history_add (PlyDb *db, PlyHistoryState *state, const PlyHistoryRow *row,
                          GError **error);
gboolean ply_history_remove (PlyDb *db, PlyHistoryState *state, const PlyHistoryRow *row,
                             GError **error);
/* Drops what had been undone. */
gboolean ply_history_drop_undone (PlyDb *db, PlyHistoryState *state, GError **error);
/* Drops the oldest commands until all changesets together hold at most @max_bytes, never the
 * newest. */
gboolean ply_history_trim (PlyDb *db, PlyHistoryState *state, gint64 max_bytes, GError **error);

void ply_history_row_free (PlyHistoryRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyHistoryRow, ply_history_row_free)

G_END_DECLS
