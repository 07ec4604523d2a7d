/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-store-error.h"

G_BEGIN_DECLS

/* The event file as bytes on somebody's disk: reading it whole and replacing it whole. Knows
 * nothing of SQLite. */

/* The file behind symbolic links, so that one file has one name. */
GFile *ply_file_resolve (GFile *file);
/* As messages show it. */
char *ply_file_name (GFile *file);
/* The file's folder, as messages show it. */
char *ply_file_folder (GFile *file);

/* Whether another file can be put beside it. A sandboxed program sees a file through the document
 * portal, alone in a folder where others do not last. */
gboolean ply_file_has_neighbours (GFile *file);

/* Changes whenever the file does: inode, size and time of a local file, the etag of another. Equal
 * bytes may have different stamps, never the other way round. PLY_STORE_ERROR_NOT_FOUND. */
char *ply_file_get_stamp (GFile *file, GError **error);
/* The first bytes of a regular file, and its size. */
gboolean ply_file_peek (GFile *file, guint8 *head, gsize capacity, gsize *length, guint64 *size,
                        GError **error);
/* Copies the file to @path; the copy is of one moment, that of @stamp. */
gboolean ply_file_fetch (GFile *file, const char *path, char **stamp, GError **error);
/* Whether both hold the same bytes; FALSE also when one cannot be read. */
gboolean ply_file_equals (GFile *file, const char *path);

/* Puts a copy of @path in the place of @file in one step: whoever looks sees the old or the new
 * bytes, also after a power cut, and on an error the old ones stay.
 * @expected: NULL: there must be no such file (PLY_STORE_ERROR_EXISTS); PLY_FILE_ANY: replace
 * whatever is there; else the stamp that the file must still have
 * (PLY_STORE_ERROR_CHANGED_ON_DISK, PLY_STORE_ERROR_NOT_FOUND).
 * @stamp: that of the new file. Safe in any thread. */
#define PLY_FILE_ANY ""
gboolean ply_file_publish (GFile *file, const char *path, const char *expected, char **stamp,
                           GError **error);
/* The same by GIO alone, as it is done for a file that is not local. */
gboolean ply_file_publish_remote (GFile *file, const char *path, const char *expected, char **stamp,
                                  GError **error);

/* Makes the bytes of a local file or folder durable. */
gboolean ply_file_sync (const char *path, GError **error);

G_END_DECLS
