/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-store-private.h"

#include "ply-command.h"
#include "ply-file.h"
#include "ply-guard.h"

#include <glib/gi18n-lib.h>

/* How a store comes to its database, and how it ends. */

/* Helpers */

static gboolean
check_header (PlyStore *self, GFile *file, GError **error)
{
  g_autofree char *name = ply_file_name (self->copy->file);
  guint8 header[PLY_HEADER_SIZE];
  guint64 size;
  gsize length;

  return ply_file_peek (file, header, sizeof header, &length, &size, error)
         && ply_guard_check_header (header, length, size, name, self->schema->n_steps,
                                    &self->file_version, error);
}

static GFile *
get_base (PlyStore *self)
{
  g_autofree char *path = ply_working_copy_path (self->copy, PLY_WORKING_BASE);

  return g_file_new_for_path (path);
}

/* Looks at the file before it is copied, and at the copy, which is what counts. */
static gboolean
fetch (PlyStore *self, GError **error)
{
  g_autoptr (GFile) base = get_base (self);
  g_autofree char *path = ply_working_copy_path (self->copy, PLY_WORKING_DB);

  return check_header (self, self->copy->file, error)
         && ply_file_fetch (self->copy->file, g_file_peek_path (base), &self->copy->stamp, error)
         && check_header (self, base, error) && ply_file_fetch (base, path, NULL, error);
}

static gboolean
open_database (PlyStore *self, gboolean create, GError **error)
{
  g_autofree char *name = ply_file_name (self->copy->file);
  g_autofree char *path = ply_working_copy_path (self->copy, PLY_WORKING_DB);

  self->db = ply_db_open (path, name, create, error);
  return self->db != NULL && ply_db_exec (self->db, "PRAGMA locking_mode = EXCLUSIVE", error);
}

/* Nothing that a crash could lose is in the database yet, so the switch need not wait for the disk:
 * the first command does. */
static gboolean
set_journal (PlyStore *self, GError **error)
{
  const char *sql = self->read_only
                        ? "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF"
                        : "PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL;"
                          "PRAGMA journal_size_limit = 4194304; PRAGMA synchronous = FULL";

  return ply_db_exec (self->db, sql, error);
}

/* Everything that makes a database of unknown origin one to work with. */
static gboolean
admit (PlyStore *self, GError **error)
{
  return ply_guard_check_database (self->db, self->schema, error) && set_journal (self, error)
         && ply_schema_migrate (self->schema, self->db, error)
         && (self->loaded = ply_guard_load (self->db, error)) != NULL
         && ply_history_get_state (self->db, &self->state, error);
}

static void
set_saved_revision (PlyStore *self)
{
  self->copy->revision = self->state.revision;
}

static gboolean
open_fresh (PlyStore *self, GError **error)
{
  if (!fetch (self, error) || !open_database (self, FALSE, error) || !admit (self, error))
    return FALSE;
  set_saved_revision (self);
  return self->read_only || ply_working_copy_write_origin (self->copy, FALSE, error);
}

static gboolean
fail_put_aside (PlyStore *self, const GError *cause, GError **error)
{
  g_autofree char *name = ply_file_name (self->copy->file);
  g_autofree char *folder = ply_working_copy_put_aside (self->copy);

  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_DAMAGED,
               /* Translators: %1$s is a file, %2$s a folder, %3$s says what is wrong */
               _ ("Changes for “%1$s” that had not been saved cannot be read any more (%3$s). They "
                  "were put aside in “%2$s”. Open “%1$s” again to see it as it was saved last."),
               name, folder, cause->message);
  return FALSE;
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, PLY_STORE_ERROR, PLY_STORE_ERROR_DAMAGED)
         || g_error_matches (error, PLY_STORE_ERROR, PLY_STORE_ERROR_HOSTILE);
}

/* *@useful: the working copy holds commands that the file does not. */
static gboolean
open_left (PlyStore *self, gboolean *useful, GError **error)
{
  g_autoptr (GFile) base = get_base (self);
  g_autoptr (GError) cause = NULL;

  /* A base that is lost is no reason to lose the event. */
  if (!check_header (self, base, NULL))
    self->file_version = self->schema->n_steps;
  if (!open_database (self, FALSE, &cause) || !admit (self, &cause))
    {
      g_clear_pointer (&self->db, ply_db_free);
      if (is_damage (cause))
        return fail_put_aside (self, cause, error);
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  ply_working_copy_settle_left (self->copy);
  *useful = self->state.revision != self->copy->revision;
  return TRUE;
}

static gboolean
open_copy (PlyStore *self, gboolean left, GError **error)
{
  if (left && !open_left (self, &self->recovered, error))
    return FALSE;
  if (self->recovered)
    {
      self->durable = self->marked = self->precious = TRUE;
      return TRUE;
    }
  ply_store_let_go_of_database (self);
  if (left && !ply_working_copy_renew (self->copy, error))
    return FALSE;
  if (!left && !ply_working_copy_write_origin (self->copy, FALSE, error))
    return FALSE;
  if (open_fresh (self, error))
    return TRUE;
  ply_store_let_go_of_database (self);
  ply_working_copy_remove (self->copy);
  return FALSE;
}

static gboolean
write_first_state (PlyStore *self, const PlyPlan *plan, GError **error)
{
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GBytes) changeset = NULL;
  gint64 n_events;

  if (!ply_db_begin (self->db, error))
    return FALSE;
  changeset = ply_command_write (self->db, plan, &changes, error);
  if (changeset == NULL
      || !ply_db_query_integer (self->db, "SELECT count(*) FROM event", &n_events, error))
    return FALSE;
  if (n_events != 1)
    {
      g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_INVALID,
                   /* Translators: %s is a file */
                   _ ("“%s” must have exactly one event record. Nothing was changed."),
                   self->db->name);
      return FALSE;
    }
  self->state.revision = 1;
  return ply_history_set_state (self->db, &self->state, error) && ply_db_commit (self->db, error);
}

static gboolean
create_copy (PlyStore *self, const PlyPlan *plan, gboolean replace, GError **error)
{
  self->file_version = self->schema->n_steps;
  if (ply_working_copy_write_origin (self->copy, FALSE, error) && open_database (self, TRUE, error)
      && set_journal (self, error) && ply_schema_migrate (self->schema, self->db, error)
      && write_first_state (self, plan, error)
      && ply_store_save_new (self, replace ? PLY_FILE_ANY : NULL, error))
    return TRUE;
  ply_store_let_go_of_database (self);
  ply_working_copy_remove (self->copy);
  return FALSE;
}

/* Public functions */

PlyStore *
ply_store_create (GFile *file, const PlyPlan *plan, gboolean replace, GError **error)
{
  g_autoptr (PlyStore) self = ply_store_new (ply_schema_get ());
  g_autoptr (GFile) resolved = NULL;
  gboolean left;

  g_return_val_if_fail (G_IS_FILE (file) && plan != NULL, NULL);

  resolved = ply_file_resolve (file);
  self->copy = ply_working_copy_new (resolved, &left, error);
  if (self->copy == NULL)
    return NULL;
  if (left)
    {
      ply_working_copy_fail_unsaved (resolved, error);
      return NULL;
    }
  return create_copy (self, plan, replace, error) ? g_steal_pointer (&self) : NULL;
}

PlyStore *
ply_store_open_with_schema (GFile *file, const PlySchema *schema, GError **error)
{
  g_autoptr (PlyStore) self = ply_store_new (schema);
  g_autoptr (GFile) resolved = NULL;
  gboolean left;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  resolved = ply_file_resolve (file);
  self->copy = ply_working_copy_new (resolved, &left, error);
  if (self->copy == NULL || !open_copy (self, left, error))
    return NULL;
  return g_steal_pointer (&self);
}

PlyStore *
ply_store_open (GFile *file, GError **error)
{
  return ply_store_open_with_schema (file, ply_schema_get (), error);
}

PlyStore *
ply_store_open_read_only (GFile *file, GError **error)
{
  g_autoptr (PlyStore) self = ply_store_new (ply_schema_get ());
  g_autoptr (GFile) resolved = NULL;
  gboolean done;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  resolved = ply_file_resolve (file);
  self->read_only = TRUE;
  self->copy = ply_working_copy_new_private (resolved, error);
  if (self->copy == NULL)
    return NULL;
  done = open_fresh (self, error);
  /* The open database needs no name any more, and so leaves nothing behind, however it ends. */
  ply_working_copy_remove (self->copy);
  return done ? g_steal_pointer (&self) : NULL;
}

gboolean
ply_store_close (PlyStore *self, GError **error)
{
  g_return_val_if_fail (PLY_IS_STORE (self), FALSE);

  if (self->db == NULL)
    return TRUE;
  if (!self->read_only && !ply_store_save (self, error))
    return FALSE;
  ply_store_discard (self);
  return TRUE;
}

void
ply_store_discard (PlyStore *self)
{
  g_return_if_fail (PLY_IS_STORE (self));

  if (self->db == NULL)
    return;
  ply_store_wait_for_save (self, NULL);
  ply_store_let_go_of_database (self);
  if (!self->read_only && !self->precious)
    ply_working_copy_remove (self->copy);
  ply_store_let_go (self);
}
