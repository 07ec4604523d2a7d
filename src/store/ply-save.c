/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-save.h"

#include "ply-file.h"
#include "ply-working-copy.h"

#include <glib/gstdio.h>
#include <limits.h>
#include <string.h>

#define SUFFIX ".plenary"

/* Helpers */

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
static void
publish_beside (PlySave *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);

  for (guint i = 1; self->beside == NULL && self->error == NULL; i++)
    {
      g_autofree char *name = conflict_name (self->file, i);
      g_autoptr (GFile) file = g_file_get_child (folder, name);
      g_autoptr (GError) error = NULL;
      g_autofd int lock = ply_working_copy_lock_other (file, &error);

      if (lock >= 0 && ply_file_publish (file, self->path, NULL, &self->stamp, &error))
        {
          self->beside = g_steal_pointer (&file);
          self->lock = g_steal_fd (&lock);
        }
      else if (!g_error_matches (error, PLY_STORE_ERROR, PLY_STORE_ERROR_EXISTS)
               && !g_error_matches (error, PLY_STORE_ERROR, PLY_STORE_ERROR_IN_USE))
        self->error = g_steal_pointer (&error);
    }
}

/* Touched, or written anew with the bytes that we know: no change. */
static void
refresh_expected (PlySave *self)
{
  g_autofree char *stamp = ply_file_get_stamp (self->file, NULL);

  if (stamp != NULL && g_strcmp0 (stamp, self->expected) != 0
      && ply_file_equals (self->file, self->base))
    g_set_str (&self->expected, stamp);
}

static void
publish (PlySave *self)
{
  if (self->base != NULL)
    refresh_expected (self);
  /* First the copy, by which a save that is cut off is recognized later. */
  if (ply_file_sync (self->path, &self->error))
    ply_file_publish (self->file, self->path, self->expected, &self->stamp, &self->error);
  if (self->base != NULL && ply_file_has_neighbours (self->file)
      && g_error_matches (self->error, PLY_STORE_ERROR, PLY_STORE_ERROR_CHANGED_ON_DISK))
    {
      g_clear_error (&self->error);
      publish_beside (self);
    }
  if (self->error != NULL)
    g_unlink (self->path);
}

static void
clear (gpointer data)
{
  PlySave *self = data;

  g_object_unref (self->file);
  g_free (self->path);
  g_free (self->base);
  g_free (self->expected);
  g_free (self->stamp);
  g_clear_object (&self->beside);
  g_clear_fd (&self->lock, NULL);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
}

/* Public functions */

PlySave *
ply_save_new (GFile *file, char *path, const char *base, const char *expected, gint64 revision)
{
  PlySave *self = g_atomic_rc_box_new0 (PlySave);

  self->file = g_object_ref (file);
  self->path = path;
  self->base = g_strdup (base);
  self->expected = g_strdup (expected);
  self->revision = revision;
  self->lock = -1;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

PlySave *
ply_save_ref (PlySave *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ply_save_unref (PlySave *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

void
ply_save_run (PlySave *self)
{
  publish (self);
  g_mutex_lock (&self->mutex);
  self->done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
ply_save_wait (PlySave *self)
{
  g_mutex_lock (&self->mutex);
  while (!self->done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}
