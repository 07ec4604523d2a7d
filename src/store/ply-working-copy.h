/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-store-error.h"

G_BEGIN_DECLS

/* The folder in which one event file is worked on. Below $XDG_STATE_HOME/plenary/working there is
 * for each open file a folder with
 *
 *   event.db       the database (its -wal file beside it)
 *   base.plenary   the file as it was last read or written
 *   next-N.plenary revision N, on its way into the file
 *   origin         which file it is, its stamp, the revision that is in it
 *   unsaved        there while event.db may hold more than the file; without it the folder is
 * nothing but a copy
 *
 * The lock of the file (ply-lock.h) belongs to whoever works in the folder. */
typedef struct
{
  char *folder;
  int lock; /* a file descriptor; -1: a private copy */

  GFile *file;
  char *stamp;     /* of @file as it was last read or written; NULL: not yet */
  gint64 revision; /* that is in the file */
} PlyWorkingCopy;

#define PLY_WORKING_DB "event.db"
#define PLY_WORKING_BASE "base.plenary"

/* Takes the lock of @file. *@left is whether an earlier run left a working copy that is marked
 * unsaved, which is then what one gets; else it is a new, empty folder. PLY_STORE_ERROR_IN_USE. */
PlyWorkingCopy *ply_working_copy_new (GFile *file, gboolean *left, GError **error);
/* A folder among the temporary files, without a lock. */
PlyWorkingCopy *ply_working_copy_new_private (GFile *file, GError **error);
/* Gives the lock back; the folder stays. */
void ply_working_copy_free (PlyWorkingCopy *self);
/* Removes the folder with all that is in it. */
void ply_working_copy_remove (PlyWorkingCopy *self);
/* A new, empty folder in the place of the old one, which is removed. */
gboolean ply_working_copy_renew (PlyWorkingCopy *self, GError **error);
/* Puts the folder out of the way of the next start; gives back where. */
char *ply_working_copy_put_aside (PlyWorkingCopy *self);

char *ply_working_copy_path (PlyWorkingCopy *self, const char *name);
char *ply_working_copy_next_path (PlyWorkingCopy *self, gint64 revision);

/* Writes down file, stamp and revision. @durable: also past a power cut. */
gboolean ply_working_copy_write_origin (PlyWorkingCopy *self, gboolean durable, GError **error);
/* The mark that there may be more than the file holds; with it, the folder itself is durable. */
gboolean ply_working_copy_mark_unsaved (PlyWorkingCopy *self, GError **error);
void ply_working_copy_unmark (PlyWorkingCopy *self);

/* The file holds the next-N of @revision now, and has @stamp: makes that the base. */
void ply_working_copy_settle (PlyWorkingCopy *self, gint64 revision, const char *stamp);
/* Does that for a save that was cut off after it had replaced the file. */
void ply_working_copy_settle_left (PlyWorkingCopy *self);

/* What to say when a file is to be replaced that an earlier run left commands for. */
void ply_working_copy_fail_unsaved (GFile *file, GError **error);
/* The lock of another file, to go on with: PLY_STORE_ERROR_IN_USE also when an earlier run left
 * commands for it that are not saved. -1 on error. */
int ply_working_copy_lock_other (GFile *file, GError **error);
/* From now on it is the copy of @file; gives the old lock back. */
void ply_working_copy_move_to (PlyWorkingCopy *self, GFile *file, int lock);

/* GFile of every folder that is marked unsaved and that nobody works in, newest first. */
GPtrArray *ply_working_copy_list_unsaved (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyWorkingCopy, ply_working_copy_free)

G_END_DECLS
