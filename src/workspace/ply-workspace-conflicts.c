/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-workspace.h"

#include "ply-programme-order.h"
#include "ply-workspace-private.h"

PlyConflicts *
ply_workspace_get_conflicts (PlyWorkspace *self)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self), NULL);
  return ply_live_conflicts_get_check (ply_workspace_get_live_conflicts (self));
}

GListModel *
ply_workspace_get_conflict_items (PlyWorkspace *self)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self), NULL);
  return G_LIST_MODEL (ply_live_conflicts_get_list (ply_workspace_get_live_conflicts (self)));
}

static int
compare_severity (gconstpointer a, gconstpointer b)
{
  return (int) (*(const PlyConflict *const *) a)->severity
         - (int) (*(const PlyConflict *const *) b)->severity;
}

/* What names two talks of a session is about it once. */
static void
add_talks (PlyWorkspace *self, const char *session, GPtrArray *about)
{
  const PlySession *record =
      ply_snapshot_lookup (ply_workspace_get_snapshot (self), PLY_KIND_SESSION, session);
  GPtrArray *talks =
      record != NULL ? ply_session_talks (ply_workspace_get_snapshot (self), record) : NULL;

  for (guint i = 0; talks != NULL && i < talks->len; i++)
    {
      g_autoptr (GPtrArray) more = ply_conflicts_dup_about (
          ply_workspace_get_conflicts (self), PLY_KIND_TALK, PLY_RECORD (talks->pdata[i])->id);

      for (guint j = 0; j < more->len; j++)
        if (!g_ptr_array_find (about, more->pdata[j], NULL))
          g_ptr_array_add (about, more->pdata[j]);
    }
  g_ptr_array_sort (about, compare_severity);
}

GPtrArray *
ply_workspace_dup_conflicts_about (PlyWorkspace *self, PlyKind kind, const char *id)
{
  GPtrArray *about;

  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && id != NULL, NULL);

  about = ply_conflicts_dup_about (ply_workspace_get_conflicts (self), kind, id);
  if (kind == PLY_KIND_SESSION)
    add_talks (self, id, about);
  return about;
}

PlyConflictItem *
ply_workspace_dup_conflict_item (PlyWorkspace *self, const PlyConflict *conflict)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && conflict != NULL, NULL);
  return ply_live_conflicts_dup_item (ply_workspace_get_live_conflicts (self), conflict);
}
