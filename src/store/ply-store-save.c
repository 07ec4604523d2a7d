/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-store-private.h"

#include "ply-file.h"
#include "ply-save.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* From the working copy into the file. */

/* Helpers */

static gboolean
back_up (PlyDb *from, PlyDb *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  int code;

  if (backup == NULL)
    return ply_db_fail (to, sqlite3_extended_errcode (to->handle), error);
  code = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  return code == SQLITE_DONE || ply_db_fail (from, code, error);
}

/* A single file, without the journal beside it that the working copy has. */
static gboolean
write_copy (PlyStore *self, const char *path, GError **error)
{
  g_autoptr (PlyDb) copy = NULL;

  g_unlink (path);
  copy = ply_db_open (path, self->db->name, TRUE, error);
  return copy != NULL
         && ply_db_exec (copy,
                         "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF;"
                         "PRAGMA journal_mode = MEMORY",
                         error)
         && back_up (self->db, copy, error)
         && ply_db_exec (copy, "PRAGMA journal_mode = DELETE", error);
}

static char *
make_next (PlyStore *self, GError **error)
{
  g_autofree char *path = ply_working_copy_next_path (self->copy, self->state.revision);

  if (write_copy (self, path, error))
    return g_steal_pointer (&path);
  g_unlink (path);
  return NULL;
}

static void
settle (PlyStore *self, gint64 revision, const char *stamp)
{
  ply_working_copy_settle (self->copy, revision, stamp);
  /* Commands may have been run while it was on its way. */
  if (self->state.revision == revision)
    {
      ply_working_copy_unmark (self->copy);
      self->marked = FALSE;
    }
  self->precious = FALSE;
  ply_store_notify_dirty (self);
}

/* The version that an older program could still read is kept: the file is in the newest now. */
static void
keep_older_version (PlyStore *self)
{
  g_autofree char *base = ply_working_copy_path (self->copy, PLY_WORKING_BASE);
  g_autofree char *folder =
      g_build_filename (g_get_user_state_dir (), "plenary", "older-versions", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  g_autofree char *name = g_file_get_basename (self->copy->file);
  g_autofree char *kept =
      g_strdup_printf ("%s/%s, version %u, %s", folder, date, self->file_version, name);

  if (self->file_version == self->schema->n_steps)
    return;
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_rename (base, kept) != 0)
    g_message ("No copy of version %u of %s could be kept", self->file_version, self->db->name);
  self->file_version = self->schema->n_steps;
}

static void
fail_conflict (GFile *theirs, GFile *ours, GError **error)
{
  g_autofree char *their_name = ply_file_name (theirs);
  g_autofree char *our_name = ply_file_name (ours);

  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_CHANGED_ON_DISK,
               /* Translators: both are files */
               _ ("“%1$s” was changed by someone else while it was open here and was left as it "
                  "is. Your event was saved as “%2$s”, and you go on in that file. Compare the two "
                  "and carry over what is missing."),
               their_name, our_name);
}

static void
move_to (PlyStore *self, GFile *file, int lock)
{
  g_autofree char *name = ply_file_name (file);

  ply_working_copy_move_to (self->copy, file, lock);
  g_set_str (&self->db->name, name);
  ply_store_notify_file (self);
}

/* What follows from a save that has been run: once, whoever comes first. */
static void
report (PlyStore *self, PlySave *save)
{
  if (save->reported)
    return;
  save->reported = TRUE;
  if (self->saving == save)
    g_clear_pointer (&self->saving, ply_save_unref);
  if (save->error != NULL)
    return;
  if (save->beside != NULL)
    {
      move_to (self, save->beside, g_steal_fd (&save->lock));
      fail_conflict (save->file, save->beside, &save->error);
    }
  else
    keep_older_version (self);
  settle (self, save->revision, save->stamp);
}

static gboolean
give_error (PlySave *save, GError **error)
{
  if (save->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (save->error));
  return FALSE;
}

/* The working copy's state, ready to go over the file that it was taken from. */
static PlySave *
begin_save (PlyStore *self, GError **error)
{
  g_autofree char *base = ply_working_copy_path (self->copy, PLY_WORKING_BASE);
  char *next = make_next (self, error);

  return next != NULL
             ? ply_save_new (self->copy->file, next, base, self->copy->stamp, self->state.revision)
             : NULL;
}

/* Callbacks */

static void
run_save_cb (GTask *task, gpointer store, gpointer save, GCancellable *cancellable)
{
  ply_save_run (save);
  g_task_return_boolean (task, TRUE);
}

/* Public functions */

gboolean
ply_store_save_new (PlyStore *self, const char *expected, GError **error)
{
  char *next = make_next (self, error);
  g_autoptr (PlySave) save = NULL;

  if (next == NULL)
    return FALSE;
  save = ply_save_new (self->copy->file, next, NULL, expected, self->state.revision);
  ply_save_run (save);
  report (self, save);
  return give_error (save, error);
}

gboolean
ply_store_wait_for_save (PlyStore *self, GError **error)
{
  g_autoptr (PlySave) save = NULL;

  if (self->saving == NULL)
    return TRUE;
  save = ply_save_ref (self->saving);
  ply_save_wait (save);
  report (self, save);
  return !g_error_matches (save->error, PLY_STORE_ERROR, PLY_STORE_ERROR_CHANGED_ON_DISK)
         || give_error (save, error);
}

gboolean
ply_store_save (PlyStore *self, GError **error)
{
  g_autoptr (PlySave) save = NULL;

  g_return_val_if_fail (PLY_IS_STORE (self), FALSE);

  if (!ply_store_check_writable (self, error) || !ply_store_wait_for_save (self, error))
    return FALSE;
  if (!ply_store_get_dirty (self))
    return TRUE;
  save = begin_save (self, error);
  if (save == NULL)
    return FALSE;
  ply_save_run (save);
  report (self, save);
  return give_error (save, error);
}

void
ply_store_save_async (PlyStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLY_IS_STORE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ply_store_save_async);
  if (!ply_store_check_writable (self, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  ply_store_wait_for_save (self, NULL);
  if (!ply_store_get_dirty (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  self->saving = begin_save (self, &error);
  if (self->saving == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_task_set_task_data (task, ply_save_ref (self->saving), (GDestroyNotify) ply_save_unref);
  g_task_run_in_thread (task, run_save_cb);
}

gboolean
ply_store_save_finish (PlyStore *self, GAsyncResult *result, GError **error)
{
  PlySave *save;

  g_return_val_if_fail (PLY_IS_STORE (self) && g_task_is_valid (result, self), FALSE);

  save = g_task_get_task_data (G_TASK (result));
  if (save == NULL)
    return g_task_propagate_boolean (G_TASK (result), error);
  report (self, save);
  return give_error (save, error);
}

gboolean
ply_store_save_as (PlyStore *self, GFile *file, GError **error)
{
  g_autoptr (GFile) resolved = NULL;
  g_autoptr (PlySave) save = NULL;
  g_autofd int lock = -1;
  gboolean other;
  char *next;

  g_return_val_if_fail (PLY_IS_STORE (self) && G_IS_FILE (file), FALSE);

  if (!ply_store_check_writable (self, error))
    return FALSE;
  ply_store_wait_for_save (self, NULL);
  resolved = ply_file_resolve (file);
  other = !g_file_equal (resolved, self->copy->file);
  if (other && (lock = ply_working_copy_lock_other (resolved, error)) < 0)
    return FALSE;
  next = make_next (self, error);
  if (next == NULL)
    return FALSE;
  save = ply_save_new (resolved, next, NULL, PLY_FILE_ANY, self->state.revision);
  ply_save_run (save);
  if (other && save->error == NULL)
    move_to (self, resolved, g_steal_fd (&lock));
  report (self, save);
  return give_error (save, error);
}
