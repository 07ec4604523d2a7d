/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-store-private.h"

#include "ply-changeset.h"
#include "ply-command.h"
#include "ply-file.h"

#include <glib/gi18n-lib.h>

/* Commands, undo and redo: each one transaction, with its part of the history in it. */

/* Commands of one key that follow each other within this time are one, in milliseconds. */
#define COALESCE_TIME 1000

/* Helpers */

/* Before the first command after opening, the copied files must have reached the disk; before the
 * first after a save, the mark that makes the next start look. */
static gboolean
make_durable (PlyStore *self, GError **error)
{
  g_autofree char *base = ply_working_copy_path (self->copy, PLY_WORKING_BASE);

  if (!self->durable && (!ply_db_sync (self->db, error) || !ply_file_sync (base, error)))
    return FALSE;
  self->durable = TRUE;
  if (!self->marked && !ply_working_copy_mark_unsaved (self->copy, error))
    return FALSE;
  self->marked = TRUE;
  return TRUE;
}

static gboolean
begin (PlyStore *self, GError **error)
{
  return ply_store_check_writable (self, error) && make_durable (self, error)
         && ply_db_begin (self->db, error);
}

static gboolean
finish (PlyStore *self, PlyHistoryState *state, GError **error)
{
  state->revision++;
  return ply_history_set_state (self->db, state, error) && ply_db_commit (self->db, error);
}

/* The newest command, if the one with @key belongs to it. */
static gboolean
find_partner (PlyStore *self, const char *key, gint64 now, PlyHistoryRow **partner, GError **error)
{
  *partner = NULL;
  if (key == NULL || !self->may_coalesce)
    return TRUE;
  if (!ply_history_get (self->db, self->state.cursor, partner, error))
    return FALSE;
  if (*partner != NULL
      && (g_strcmp0 ((*partner)->coalesce_key, key) != 0 || now < (*partner)->time
          || now - (*partner)->time > COALESCE_TIME))
    g_clear_pointer (partner, ply_history_row_free);
  return TRUE;
}

static gboolean
append (PlyStore *self, PlyHistoryState *state, const PlyHistoryRow *row, GError **error)
{
  if (!ply_history_drop_undone (self->db, state, error)
      || !ply_history_add (self->db, state, row, error))
    return FALSE;
  state->cursor = row->seq;
  return ply_history_trim (self->db, state, self->history_max, error);
}

static gboolean
check_size (PlyStore *self, GBytes *changeset, GError **error)
{
  gsize size = g_bytes_get_size (changeset);

  if (size <= PLY_DB_VALUE_MAX)
    return TRUE;
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_INVALID,
               /* Translators: %1$s is a file, %2$zu a number */
               _ ("“%1$s”: %2$zu MB are too much for one step. Nothing was changed; do it in "
                  "smaller parts, or with smaller pictures."),
               self->db->name, size / 1024 / 1024);
  return FALSE;
}

/* Makes @row part of @partner; both vanish when they cancel each other out. */
static gboolean
coalesce (PlyStore *self, PlyHistoryState *state, PlyHistoryRow *row, PlyHistoryRow *partner,
          GError **error)
{
  g_autoptr (GBytes) both =
      ply_changeset_join (self->db, partner->changeset, row->changeset, error);

  if (both == NULL || !check_size (self, both, error)
      || !ply_history_remove (self->db, state, partner, error))
    return FALSE;
  if (g_bytes_get_size (both) == 0)
    return ply_history_get_before (self->db, partner->seq, &state->cursor, error);
  g_clear_pointer (&row->changeset, g_bytes_unref);
  row->changeset = g_steal_pointer (&both);
  row->seq = partner->seq;
  return append (self, state, row, error);
}

static gboolean
record (PlyStore *self, const PlyPlan *plan, const char *key, GBytes *changeset,
        PlyHistoryState *state, GError **error)
{
  const char *label = ply_plan_get_label (plan);
  g_autoptr (PlyHistoryRow) row = g_new0 (PlyHistoryRow, 1);
  g_autoptr (PlyHistoryRow) partner = NULL;

  row->seq = state->revision + 1;
  row->label = g_strdup (label != NULL ? label : "");
  row->coalesce_key = g_strdup (key);
  row->time = self->clock ();
  row->changeset = g_bytes_ref (changeset);
  if (!find_partner (self, key, row->time, &partner, error))
    return FALSE;
  return partner != NULL ? coalesce (self, state, row, partner, error)
                         : append (self, state, row, error);
}

/* Inside the transaction. *@changed is FALSE when there was nothing to do. */
static gboolean
run_inside (PlyStore *self, const PlyPlan *plan, const char *key, PlyHistoryState *state,
            GArray **changes, gboolean *changed, GError **error)
{
  g_autoptr (GBytes) changeset = ply_command_write (self->db, plan, changes, error);

  if (changeset == NULL)
    return FALSE;
  *changed = g_bytes_get_size (changeset) > 0;
  if (!*changed)
    {
      ply_db_rollback (self->db);
      return TRUE;
    }
  return check_size (self, changeset, error) && record (self, plan, key, changeset, state, error)
         && finish (self, state, error);
}

/* Applies @changeset in a transaction and moves the cursor. */
static gboolean
replay (PlyStore *self, GBytes *changeset, PlyHistoryState *state, GArray **changes, GError **error)
{
  if (!begin (self, error))
    return FALSE;
  if (ply_changeset_apply (self->db, changeset, error)
      && (*changes = ply_changeset_read (self->db, changeset, error)) != NULL
      && ply_command_check (self->db, *changes, error) && finish (self, state, error))
    return TRUE;
  ply_db_rollback (self->db);
  return FALSE;
}

static gboolean
replay_row (PlyStore *self, PlyStoreReason reason, const PlyHistoryRow *row, GBytes *changeset,
            gint64 cursor, GError **error)
{
  PlyHistoryState state = self->state;
  g_autoptr (GArray) changes = NULL;

  state.cursor = cursor;
  if (!replay (self, changeset, &state, &changes, error))
    return FALSE;
  self->may_coalesce = FALSE;
  ply_store_set_state (self, &state);
  ply_store_emit_changed (self, reason, row->label, changes);
  return TRUE;
}

/* A history may come from anywhere. */
static gboolean
check_row (PlyStore *self, const PlyHistoryRow *row, GError **error)
{
  return row == NULL || ply_changeset_is_sound (row->changeset)
         || ply_db_fail (self->db, SQLITE_CORRUPT, error);
}

/* Public functions */

gboolean
ply_store_run (PlyStore *self, const PlyPlan *plan, const char *coalesce_key, GError **error)
{
  g_autoptr (GArray) changes = NULL;
  PlyHistoryState state;
  gboolean changed = FALSE;

  g_return_val_if_fail (PLY_IS_STORE (self) && plan != NULL, FALSE);

  state = self->state;
  if (!begin (self, error))
    return FALSE;
  if (!run_inside (self, plan, coalesce_key, &state, &changes, &changed, error))
    {
      ply_db_rollback (self->db);
      return FALSE;
    }
  if (!changed)
    return TRUE;
  self->may_coalesce = TRUE;
  ply_store_set_state (self, &state);
  ply_store_emit_changed (self, PLY_STORE_RUN, ply_plan_get_label (plan), changes);
  return TRUE;
}

gboolean
ply_store_undo (PlyStore *self, GError **error)
{
  g_autoptr (PlyHistoryRow) row = NULL;
  g_autoptr (GBytes) inverse = NULL;
  gint64 before;

  g_return_val_if_fail (PLY_IS_STORE (self), FALSE);

  if (!ply_store_check_writable (self, error)
      || !ply_history_get (self->db, self->state.cursor, &row, error)
      || !check_row (self, row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  if (!ply_history_get_before (self->db, row->seq, &before, error))
    return FALSE;
  inverse = ply_changeset_invert (self->db, row->changeset, error);
  return inverse != NULL && replay_row (self, PLY_STORE_UNDO, row, inverse, before, error);
}

gboolean
ply_store_redo (PlyStore *self, GError **error)
{
  g_autoptr (PlyHistoryRow) row = NULL;

  g_return_val_if_fail (PLY_IS_STORE (self), FALSE);

  if (!ply_store_check_writable (self, error)
      || !ply_history_get_after (self->db, self->state.cursor, &row, error)
      || !check_row (self, row, error))
    return FALSE;
  return row == NULL || replay_row (self, PLY_STORE_REDO, row, row->changeset, row->seq, error);
}
