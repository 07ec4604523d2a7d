/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-row-words.h"

#include "ply-conflict-mark.h"
#include "ply-conflict-words.h"
#include "ply-describe.h"
#include "ply-row.h"

/* Of a row: the workspace its item is from. */
#define WORKSPACE "workspace"

/* A screen reader hears of the mark that the title's cell draws. */
static void
describe_row (GtkColumnViewRow *view_row)
{
  PlyWorkspace *workspace = g_object_get_data (G_OBJECT (view_row), WORKSPACE);
  PlyItem *item = ply_row_get_item (gtk_column_view_row_get_item (view_row));
  PlyConflictMark mark =
      ply_conflict_mark_of (workspace, ply_item_get_kind (item), ply_item_get_id (item));
  g_autofree char *words = mark.n > 0 ? ply_conflict_words_dup_n (mark.n) : NULL;

  gtk_column_view_row_set_accessible_description (view_row, words != NULL ? words : "");
}

/* A row is called by what its record is called, also after that has changed. */
static void
name_row (GtkColumnViewRow *view_row, PlyRow *row)
{
  PlyWorkspace *workspace = g_object_get_data (G_OBJECT (view_row), WORKSPACE);
  PlySnapshot *snapshot = ply_workspace_get_snapshot (workspace);
  PlyItem *item = ply_row_get_item (row);
  g_autofree char *label = ply_describe_record (snapshot, ply_item_get_record (item));

  gtk_column_view_row_set_accessible_label (view_row, label);
  describe_row (view_row);
}

static void
row_bind_cb (PlyWorkspace *workspace, GtkColumnViewRow *view_row)
{
  PlyRow *row = gtk_column_view_row_get_item (view_row);

  g_object_set_data (G_OBJECT (view_row), WORKSPACE, workspace);
  g_signal_connect_object (row, "changed", G_CALLBACK (name_row), view_row, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "conflicts-changed", G_CALLBACK (describe_row), view_row,
                           G_CONNECT_SWAPPED);
  name_row (view_row, row);
}

static void
row_unbind_cb (PlyWorkspace *workspace, GtkColumnViewRow *view_row)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_row_get_item (view_row), name_row,
                                        view_row);
  g_signal_handlers_disconnect_by_func (workspace, describe_row, view_row);
}

void
ply_row_words_add (GtkColumnView *view, PlyWorkspace *workspace)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && PLY_IS_WORKSPACE (workspace));

  factory = GTK_LIST_ITEM_FACTORY (gtk_signal_list_item_factory_new ());
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), workspace, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbind_cb), workspace,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_row_factory (view, factory);
}
