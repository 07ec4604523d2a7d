/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-store-private.h"

#include "ply-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <string.h>

/* From the working copy into the file. */

#define SUFFIX ".plenary"

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

  if (write_copy (self, path, error) && ply_file_sync (path, error))
    return g_steal_pointer (&path);
  g_unlink (path);
  return NULL;
}

static void
settle (PlyStore *self, const char *stamp)
{
  ply_working_copy_settle (self->copy, self->state.revision, stamp);
  ply_working_copy_unmark (self->copy);
  self->marked = self->precious = FALSE;
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

static char *
conflict_name (GFile *file, guint number)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d %H.%M");
  g_autofree char *count = number > 1 ? g_strdup_printf (" %u", number) : g_strdup ("");
  g_autofree char *tail = g_strdup_printf (" (Plenary, conflict %s%s)" SUFFIX, date, count);
  g_autofree char *name = g_file_get_basename (file);
  gsize length;

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  /* What is cut off must not leave half a letter. */
  length = MIN (strlen (name), NAME_MAX - strlen (tail));
  while (length > 0 && (name[length] & 0xc0) == 0x80)
    length--;
  name[length] = '\0';
  return g_strconcat (name, tail, NULL);
}

/* Publishes under the first free name. */
static GFile *
publish_beside (PlyStore *self, const char *path, char **stamp, int *lock, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->copy->file);

  for (guint i = 1;; i++)
    {
      g_autofree char *name = conflict_name (self->copy->file, i);
      g_autoptr (GFile) file = g_file_get_child (folder, name);
      g_autoptr (GError) local_error = NULL;

      *lock = ply_working_copy_lock_other (file, &local_error);
      if (*lock >= 0 && ply_file_publish (file, path, NULL, stamp, &local_error))
        return g_steal_pointer (&file);
      g_clear_fd (lock, NULL);
      if (!g_error_matches (local_error, PLY_STORE_ERROR, PLY_STORE_ERROR_EXISTS)
          && !g_error_matches (local_error, PLY_STORE_ERROR, PLY_STORE_ERROR_IN_USE))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
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

/* Someone else has written the file: both are kept. */
static void
save_beside (PlyStore *self, const char *path, GError **error)
{
  g_autoptr (GFile) theirs = g_object_ref (self->copy->file);
  g_autofree char *stamp = NULL;
  g_autoptr (GFile) ours = NULL;
  int lock;

  ours = publish_beside (self, path, &stamp, &lock, error);
  if (ours == NULL)
    {
      g_unlink (path);
      return;
    }
  move_to (self, ours, lock);
  settle (self, stamp);
  fail_conflict (theirs, ours, error);
}

/* Touched, or written anew with the bytes that we know: no change. */
static void
refresh_stamp (PlyStore *self)
{
  g_autofree char *base = ply_working_copy_path (self->copy, PLY_WORKING_BASE);
  g_autofree char *stamp = ply_file_get_stamp (self->copy->file, NULL);

  if (stamp != NULL && g_strcmp0 (stamp, self->copy->stamp) != 0
      && ply_file_equals (self->copy->file, base))
    g_set_str (&self->copy->stamp, stamp);
}

static gboolean
publish_over (PlyStore *self, const char *path, GError **error)
{
  g_autofree char *stamp = NULL;
  g_autoptr (GError) local_error = NULL;

  refresh_stamp (self);
  if (ply_file_publish (self->copy->file, path, self->copy->stamp, &stamp, &local_error))
    {
      keep_older_version (self);
      settle (self, stamp);
      return TRUE;
    }
  if (g_error_matches (local_error, PLY_STORE_ERROR, PLY_STORE_ERROR_CHANGED_ON_DISK))
    {
      save_beside (self, path, error);
      return FALSE;
    }
  g_unlink (path);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Public functions */

gboolean
ply_store_save_new (PlyStore *self, const char *expected, GError **error)
{
  g_autofree char *next = make_next (self, error);
  g_autofree char *stamp = NULL;

  if (next == NULL || !ply_file_publish (self->copy->file, next, expected, &stamp, error))
    return FALSE;
  settle (self, stamp);
  return TRUE;
}

gboolean
ply_store_save (PlyStore *self, GError **error)
{
  g_autofree char *next = NULL;

  g_return_val_if_fail (PLY_IS_STORE (self), FALSE);

  if (!ply_store_check_writable (self, error))
    return FALSE;
  if (!ply_store_get_dirty (self))
    return TRUE;
  next = make_next (self, error);
  return next != NULL && publish_over (self, next, error);
}

gboolean
ply_store_save_as (PlyStore *self, GFile *file, GError **error)
{
  g_autoptr (GFile) resolved = NULL;
  g_autofree char *next = NULL;
  g_autofree char *stamp = NULL;
  g_autofd int lock = -1;
  gboolean other;

  g_return_val_if_fail (PLY_IS_STORE (self) && G_IS_FILE (file), FALSE);

  if (!ply_store_check_writable (self, error))
    return FALSE;
  resolved = ply_file_resolve (file);
  other = !g_file_equal (resolved, self->copy->file);
  if (other && (lock = ply_working_copy_lock_other (resolved, error)) < 0)
    return FALSE;
  next = make_next (self, error);
  if (next == NULL)
    return FALSE;
  if (!ply_file_publish (resolved, next, PLY_FILE_ANY, &stamp, error))
    {
      g_unlink (next);
      return FALSE;
    }
  if (other)
    move_to (self, resolved, g_steal_fd (&lock));
  settle (self, stamp);
  return TRUE;
}
