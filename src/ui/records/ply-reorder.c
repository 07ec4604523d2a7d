/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-reorder.h"

#include "ply-rank.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
get_rank (GPtrArray *ordered, guint index)
{
  const PlyRecord *record = g_ptr_array_index (ordered, index);

  return ply_record_get_text (record, ply_field_lookup (record->kind, "rank"));
}

/* Imported records may have no ranks, and two people adding at once give equal ones. */
static gboolean
ranks_ascend (GPtrArray *ordered)
{
  for (guint i = 0; i < ordered->len; i++)
    {
      if (get_rank (ordered, i) == NULL)
        return FALSE;
      if (i > 0 && strcmp (get_rank (ordered, i - 1), get_rank (ordered, i)) >= 0)
        return FALSE;
    }
  return TRUE;
}

static void
set_rank (PlyPlan *plan, const PlyRecord *record, const char *rank)
{
  ply_plan_set_text (plan, record->kind, record->id, "rank", rank);
}

static void
rank_between (PlyPlan *plan, GPtrArray *ordered, guint from, guint to)
{
  gboolean down = to > from;
  const char *before = NULL;
  const char *after = NULL;
  g_autofree char *rank = NULL;

  if (down)
    before = get_rank (ordered, to);
  else if (to > 0)
    before = get_rank (ordered, to - 1);
  if (!down)
    after = get_rank (ordered, to);
  else if (to + 1 < ordered->len)
    after = get_rank (ordered, to + 1);
  rank = ply_rank_between (before, after);
  set_rank (plan, g_ptr_array_index (ordered, from), rank);
}

static void
rank_all (PlyPlan *plan, GPtrArray *ordered, guint from, guint to)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; i < ordered->len; i++)
    g_ptr_array_add (wanted, g_ptr_array_index (ordered, i));
  g_ptr_array_remove_index (wanted, from);
  g_ptr_array_insert (wanted, to, g_ptr_array_index (ordered, from));
  for (guint i = 0; i < wanted->len; i++)
    {
      g_autofree char *rank = ply_rank_spread (i, wanted->len);

      set_rank (plan, g_ptr_array_index (wanted, i), rank);
    }
}

gboolean
ply_reorder_to (PlyWorkspace *workspace, GPtrArray *ordered, guint from, guint to, GError **error)
{
  g_autoptr (PlyPlan) plan = NULL;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace) && ordered != NULL, FALSE);
  g_return_val_if_fail (from < ordered->len && to < ordered->len, FALSE);

  if (from == to)
    return TRUE;
  plan = ply_plan_new (_ ("Change Order"));
  if (ranks_ascend (ordered))
    rank_between (plan, ordered, from, to);
  else
    rank_all (plan, ordered, from, to);
  return ply_workspace_run (workspace, plan, NULL, error);
}

gboolean
ply_reorder (PlyWorkspace *workspace, GPtrArray *ordered, guint index, int direction,
             GError **error)
{
  g_return_val_if_fail (ordered != NULL && index < ordered->len, FALSE);

  if ((direction < 0 && index == 0) || (direction > 0 && index + 1 == ordered->len))
    return TRUE;
  return ply_reorder_to (workspace, ordered, index, index + direction, error);
}
