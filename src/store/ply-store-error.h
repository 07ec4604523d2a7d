/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLY_STORE_ERROR (ply_store_error_quark ())

/* Every message is in the interface language and names the file, what is wrong and what to do. */
typedef enum
{
  PLY_STORE_ERROR_NOT_AN_EVENT,    /* not a database at all: another kind of file, a folder */
  PLY_STORE_ERROR_DAMAGED,         /* an event file, but truncated or corrupt */
  PLY_STORE_ERROR_NEWER,           /* made by a newer version of Plenary */
  PLY_STORE_ERROR_FOREIGN,         /* another application's SQLite database */
  PLY_STORE_ERROR_HOSTILE,         /* says it is an event, holds what Plenary never writes */
  PLY_STORE_ERROR_CHANGED_ON_DISK, /* the file has changed since it was opened: both were kept */
  PLY_STORE_ERROR_READ_ONLY,       /* the file or its folder cannot be written */
  PLY_STORE_ERROR_NO_SPACE,        /* the disk is full */
  PLY_STORE_ERROR_IN_USE,          /* open in another window or program */
  PLY_STORE_ERROR_NOT_FOUND,       /* no such file or folder */
  PLY_STORE_ERROR_EXISTS,          /* a new event would have replaced a file */
  PLY_STORE_ERROR_INVALID,         /* a plan that breaks the model; nothing was changed */
  PLY_STORE_ERROR_IO,
} PlyStoreError;

GQuark ply_store_error_quark (void);

G_END_DECLS
