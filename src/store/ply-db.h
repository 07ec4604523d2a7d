/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "ply-record.h"
#include "ply-store-error.h"

G_BEGIN_DECLS

/* One SQLite connection, set up so that a file written by someone else can do no harm, with its
 * prepared statements. */
typedef struct
{
  sqlite3 *handle;
  char *name; /* the event file, as messages name it */
  char *path; /* the database itself */

  GHashTable *statements;           /* literal SQL -> sqlite3_stmt */
  sqlite3_stmt **rows[PLY_N_KINDS]; /* ply-rows.c: by operation */
} PlyDb;

/* A value of a row longer than this is refused: in bytes. Pictures are scaled far below it. */
#define PLY_DB_VALUE_MAX (64 * 1024 * 1024)

/* @path must exist unless @create. ":memory:" is a database of its own. */
PlyDb *ply_db_open (const char *path, const char *name, gboolean create, GError **error);
void ply_db_free (PlyDb *self);

/* Runs SQL without results. */
gboolean ply_db_exec (PlyDb *self, const char *sql, GError **error);
/* The first column of the first row of a query without parameters. */
gboolean ply_db_query_integer (PlyDb *self, const char *sql, gint64 *value, GError **error);
char *ply_db_query_text (PlyDb *self, const char *sql, GError **error);

/* A statement out of the cache; let it go with g_autoptr (PlyUse) when done. @sql: a literal. */
typedef sqlite3_stmt PlyUse;
PlyUse *ply_db_use (PlyDb *self, const char *sql, GError **error);
sqlite3_stmt *ply_db_prepare (PlyDb *self, const char *sql, GError **error);
void ply_use_end (PlyUse *use);
/* Steps a statement that gives no rows. */
gboolean ply_db_finish (PlyDb *self, PlyUse *use, GError **error);
/* TRUE while there is a row; FALSE at the end and on an error. */
gboolean ply_db_next (PlyDb *self, PlyUse *use, GError **error);

gboolean ply_db_begin (PlyDb *self, GError **error);
gboolean ply_db_commit (PlyDb *self, GError **error);
void ply_db_rollback (PlyDb *self);
/* Makes everything in the database durable, also what was copied in by other means. */
gboolean ply_db_sync (PlyDb *self, GError **error);

/* What an SQLite result code means to the user. Always FALSE. */
gboolean ply_db_fail (PlyDb *self, int code, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyDb, ply_db_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyUse, ply_use_end)

G_END_DECLS
