/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-plan.h"
#include "ply-store-error.h"

G_BEGIN_DECLS

/* One event file that is open. The file itself is never edited: the store works on a private copy
 * below $XDG_STATE_HOME/plenary/working, in which every command is durable when it returns, and
 * saving replaces the file by a consistent new one. Everything belongs to one thread, is
 * synchronous and needs no main loop, except where it says so.
 *
 * Nothing is lost by not closing: when the store is merely unreferenced, or the program dies, the
 * working copy stays, and the next ply_store_open() of the file goes on with it. */
#define PLY_TYPE_STORE (ply_store_get_type ())
G_DECLARE_FINAL_TYPE (PlyStore, ply_store, PLY, STORE, GObject)

typedef enum
{
  PLY_STORE_RUN,
  PLY_STORE_UNDO,
  PLY_STORE_REDO,
} PlyStoreReason;

/* What one command, undo or redo changed: each row once. Lives as long as the signal. */
typedef struct
{
  PlyStoreReason reason;
  const char *label; /* of the command that was run, undone or redone */
  const PlyChange *rows;
  guint n_rows;
} PlyStoreChanges;

/* One command of the history. */
typedef struct
{
  gint64 seq; /* grows with every command */
  char *label;
  gint64 time;     /* milliseconds since 1970, UTC */
  gboolean undone; /* can be redone */
} PlyHistoryEntry;

/* Signals:
 *   changed (const PlyStoreChanges *changes): after every command, undo and redo, in order.
 * Properties, with notify:
 *   file (GFile): what saving writes; changes by ply_store_save_as() and by a conflict.
 *   dirty (gboolean): there are commands that are not in the file yet. */

/* Makes a new event file and opens it. @plan: inserts of one event record and whatever else the
 * event begins with; it is no command, there is nothing to undo. With @replace an existing file is
 * replaced, otherwise it is PLY_STORE_ERROR_EXISTS. */
PlyStore *ply_store_create (GFile *file, const PlyPlan *plan, gboolean replace, GError **error);
/* Also opens a @file that is gone, if a working copy with commands not saved yet is there. */
PlyStore *ply_store_open (GFile *file, GError **error);
/* The file as it was saved last, also while it is open elsewhere. Commands, undo, redo and saving
 * give PLY_STORE_ERROR_READ_ONLY. */
PlyStore *ply_store_open_read_only (GFile *file, GError **error);
/* The files whose last commands were not saved (a crash, a full disk) and that are open nowhere:
 * GFile, newest first. Opening one goes on where it stopped. */
GPtrArray *ply_store_dup_unsaved (void);

/* TRUE: it was opened with commands of an earlier run that had not been saved. */
gboolean ply_store_get_recovered (PlyStore *self);
GFile *ply_store_get_file (PlyStore *self);
gboolean ply_store_get_read_only (PlyStore *self);
gboolean ply_store_get_dirty (PlyStore *self);
/* The schema version the file had when it was opened; it is saved in the newest. */
guint ply_store_get_file_version (PlyStore *self);
guint ply_store_get_schema_version (void);

/* All records as they are now. */
PlySnapshot *ply_store_load (PlyStore *self, GError **error);

/* Runs @plan as one command: all of it or, on error, nothing. A plan that changes nothing is TRUE
 * and leaves no trace. A command with the same @coalesce_key (may be NULL: never) as the newest one
 * and within a second of it becomes one undo step with it: typing in one field.
 * PLY_STORE_ERROR_INVALID: a value the field cannot hold, a reference to nothing, a row that is not
 * there, a second event record; the message names it. */
gboolean ply_store_run (PlyStore *self, const PlyPlan *plan, const char *coalesce_key,
                        GError **error);

/* The label of what would be undone or redone, NULL when there is nothing. Borrowed until the next
 * command. */
const char *ply_store_get_undo_label (PlyStore *self);
const char *ply_store_get_redo_label (PlyStore *self);
/* TRUE and nothing happens when there is nothing to undo or redo. */
gboolean ply_store_undo (PlyStore *self, GError **error);
gboolean ply_store_redo (PlyStore *self, GError **error);
/* PlyHistoryEntry, oldest first. The history keeps the newest commands whose changesets make up
 * PLY_HISTORY_MAX bytes together, and at least one; older ones can no longer be undone. */
GPtrArray *ply_store_dup_history (PlyStore *self, GError **error);
#define PLY_HISTORY_MAX (32 * 1024 * 1024)

/* Writes the file, if there is anything to write. On every error the file is as it was and the
 * working copy keeps all commands.
 * PLY_STORE_ERROR_CHANGED_ON_DISK: someone else wrote the file meanwhile. It was left alone, the
 * event was saved beside it as "NAME (Plenary, conflict DATE).plenary", and that file is
 * ply_store_get_file() from now on; the message names both. Where a sandbox shows nothing but the
 * file itself, there is no beside: the event stays unsaved, for ply_store_save_as().
 * PLY_STORE_ERROR_NOT_FOUND: the file was moved or deleted meanwhile. ply_store_save_as(), to the
 * same place or another, goes on. */
gboolean ply_store_save (PlyStore *self, GError **error);
/* The same, with the part that waits for the file's disk in a thread: commands can go on meanwhile,
 * what comes in too late for this save stays for the next. Other ways of saving, closing and
 * discarding wait for it. Needs a main loop. */
void ply_store_save_async (PlyStore *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean ply_store_save_finish (PlyStore *self, GAsyncResult *result, GError **error);
/* Writes to @file, replacing what may be there, and goes on with it. */
gboolean ply_store_save_as (PlyStore *self, GFile *file, GError **error);

/* Saves and removes the working copy; afterwards only unreferencing is allowed. On an error the
 * store stays open. */
gboolean ply_store_close (PlyStore *self, GError **error);
/* Closes without saving and forgets the commands that were not saved: for programs that promise to
 * leave the file as it was when they fail. What had been recovered is not forgotten: then the
 * working copy stays, with all commands. */
void ply_store_discard (PlyStore *self);

void ply_history_entry_free (PlyHistoryEntry *self);

G_END_DECLS
