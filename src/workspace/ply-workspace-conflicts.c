/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-workspace.h"

#include "ply-programme-order.h"
#include "ply-waiver.h"
#include "ply-workspace-private.h"

#include <glib/gi18n-lib.h>

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

GListModel *
ply_workspace_get_waived_items (PlyWorkspace *self)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self), NULL);
  return G_LIST_MODEL (ply_live_conflicts_get_waived (ply_workspace_get_live_conflicts (self)));
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

/* What the organizer says of them */

static const char *
name_of (PlyConflictKind kind)
{
  return ply_conflict_kind_get_info (kind)->name;
}

static char *
dup_waiver_id (PlyConflictItem *item)
{
  guint n;
  const PlyConflictRecord *records = ply_conflict_item_get_records (item, &n);
  g_autofree const char **ids = g_new (const char *, n);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < n; i++)
    ids[i] = records[i].id;
  joined = ply_waiver_join_records (ids, n);
  return ply_waiver_id (name_of (ply_conflict_item_get_kind (item)), joined,
                        ply_conflict_item_get_text (item));
}

gboolean
ply_workspace_waive (PlyWorkspace *self, PlyConflictItem *item, const char *note, GError **error)
{
  const PlyConflict *conflict;
  const PlyWaiver *waiver;

  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && PLY_IS_CONFLICT_ITEM (item), FALSE);

  waiver = ply_workspace_get_waiver (self, item);
  if (waiver != NULL)
    return ply_workspace_set_text (self, PLY_KIND_WAIVER, waiver->record.id, "note", note, error);
  conflict = ply_conflict_item_get_conflict (item);
  return conflict == NULL
         || ply_workspace_add (self, ply_conflict_make_waiver (conflict, note), error);
}

gboolean
ply_workspace_unwaive (PlyWorkspace *self, PlyConflictItem *item, GError **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && PLY_IS_CONFLICT_ITEM (item), FALSE);

  id = dup_waiver_id (item);
  return ply_workspace_delete (self, PLY_KIND_WAIVER, (const char *const[]) { id, NULL }, error);
}

const PlyWaiver *
ply_workspace_get_waiver (PlyWorkspace *self, PlyConflictItem *item)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && PLY_IS_CONFLICT_ITEM (item), NULL);

  id = dup_waiver_id (item);
  return ply_snapshot_lookup (ply_workspace_get_snapshot (self), PLY_KIND_WAIVER, id);
}

gboolean
ply_workspace_set_conflict_severity (PlyWorkspace *self, PlyConflictKind kind, const char *severity,
                                     GError **error)
{
  PlySnapshot *snapshot;
  g_autoptr (PlyPlan) plan = NULL;
  g_autofree char *id = NULL;
  PlyConflictSetting *setting;

  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && kind < PLY_N_CONFLICT_KINDS, FALSE);

  snapshot = ply_workspace_get_snapshot (self);
  plan = ply_plan_new (_ ("Change Conflict Settings"));
  id = ply_conflict_setting_id (name_of (kind));
  if (ply_snapshot_lookup (snapshot, PLY_KIND_CONFLICT_SETTING, id) != NULL && severity != NULL)
    return ply_workspace_set_text (self, PLY_KIND_CONFLICT_SETTING, id, "severity", severity,
                                   error);
  if (severity == NULL)
    {
      if (ply_snapshot_lookup (snapshot, PLY_KIND_CONFLICT_SETTING, id) != NULL)
        ply_plan_delete (plan, snapshot, PLY_KIND_CONFLICT_SETTING, id);
      return ply_workspace_run (self, plan, NULL, error);
    }
  setting = ply_record_new (PLY_KIND_CONFLICT_SETTING, id);
  setting->kind = g_strdup (name_of (kind));
  setting->severity = g_strdup (severity);
  ply_plan_insert (plan, setting);
  return ply_workspace_run (self, plan, NULL, error);
}

const char *
ply_workspace_get_conflict_severity (PlyWorkspace *self, PlyConflictKind kind)
{
  g_autofree char *id = NULL;
  const PlyConflictSetting *setting;

  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && kind < PLY_N_CONFLICT_KINDS, NULL);

  id = ply_conflict_setting_id (name_of (kind));
  setting = ply_snapshot_lookup (ply_workspace_get_snapshot (self), PLY_KIND_CONFLICT_SETTING, id);
  return setting != NULL ? setting->severity : NULL;
}
