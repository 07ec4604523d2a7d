/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-schema.h"
#include "ply-snapshot.h"

G_BEGIN_DECLS

/* What stands between a file of unknown origin and the program. */

/* The size of an SQLite header in bytes. */
#define PLY_HEADER_SIZE 100

/* Before SQLite sees it: looks at the first bytes of a file of @size bytes, as
 * https://www.sqlite.org/fileformat2.html describes them. @length may be below PLY_HEADER_SIZE when
 * the file is. @version is the schema version on success. */
gboolean ply_guard_check_header (const guint8 *header, gsize length, guint64 size, const char *name,
                                 guint newest_version, guint *version, GError **error);
/* On a private copy: the pages, the schema, the types. */
gboolean ply_guard_check_database (PlyDb *db, const PlySchema *schema, GError **error);
/* On a private copy in the newest version: every record is one that this program could have
 * written, and every reference leads to a record. */
PlySnapshot *ply_guard_load (PlyDb *db, GError **error);

G_END_DECLS
