/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-db.h"
#include "ply-fields.h"

G_BEGIN_DECLS

/* Records as rows: the SQL is made from the field tables. Table names are kind names, column names
 * field names, the id comes first. */

/* PLY_STORE_ERROR_INVALID when the id is taken. */
gboolean ply_rows_insert (PlyDb *db, gconstpointer record, GError **error);
/* PLY_STORE_ERROR_INVALID when the row is not there or the value is of another type. */
gboolean ply_rows_set (PlyDb *db, PlyKind kind, const char *id, const PlyField *field,
                       const PlyValue *value, GError **error);
gboolean ply_rows_delete (PlyDb *db, PlyKind kind, const char *id, GError **error);
/* *@exists is whether there is such a row. */
gboolean ply_rows_find (PlyDb *db, PlyKind kind, const char *id, gboolean *exists, GError **error);
/* The row as a new record; NULL with an error also when it is not there. */
gpointer ply_rows_read (PlyDb *db, PlyKind kind, const char *id, GError **error);
/* Every row of every table. */
GPtrArray *ply_rows_load (PlyDb *db, GError **error);
/* Calls @func with every set value of a reference until it returns FALSE; *@complete is whether it
 * never did. */
typedef gboolean (*PlyRowsFunc) (const char *id, const char *value, gpointer user_data);
gboolean ply_rows_scan (PlyDb *db, PlyKind kind, const PlyField *field, PlyRowsFunc func,
                        gpointer user_data, GError **error);

/* Whether @field of @record leads to another record, and of which kind: PLY_N_KINDS when the record
 * names a kind that does not exist. */
gboolean ply_rows_get_target (gconstpointer record, const PlyField *field, PlyKind *target);

/* Forgets the prepared statements. */
void ply_rows_clear (PlyDb *db);

G_END_DECLS
