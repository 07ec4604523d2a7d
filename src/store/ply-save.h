/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-store-error.h"

G_BEGIN_DECLS

/* One way of a finished copy into the event's file: the slow part of saving, which knows neither
 * store nor database and so may run in any thread. Reference-counted, because the thread and the
 * store both have it. */
typedef struct
{
  /* What to do. */
  GFile *file;
  char *path;     /* of the copy */
  char *base;     /* of the bytes that the file had; NULL: do not compare */
  char *expected; /* as ply_file_publish() wants it */
  gint64 revision;

  /* How it went; to be read once it is done. */
  char *stamp;   /* of the file that was written, NULL on error */
  GFile *beside; /* it was written here, because the file is not what was expected any more */
  int lock;      /* of @beside */
  GError *error; /* not set when it was written, beside or not */

  /* Owned by ply-save.c, and by the store that reported it. */
  GMutex mutex;
  GCond cond;
  gboolean done;
  gboolean reported;
} PlySave;

/* Takes @path. */
PlySave *ply_save_new (GFile *file, char *path, const char *base, const char *expected,
                       gint64 revision);
PlySave *ply_save_ref (PlySave *self);
void ply_save_unref (PlySave *self);
void ply_save_run (PlySave *self);
/* Until another thread has run it. */
void ply_save_wait (PlySave *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlySave, ply_save_unref)

G_END_DECLS
