/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-group.h"

#include "ply-conflict-row.h"

#include <glib/gi18n-lib.h>

/* A room may have hundreds; the view of conflicts shows them all. */
#define ROWS_MOST 5
#define MARGIN 12

struct _PlyConflictsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  PlyEditTarget *target;
  GPtrArray *rows; /* PlyConflictRow, in rows of the group */

  GtkWidget *more_row;
};

G_DEFINE_FINAL_TYPE (PlyConflictsGroup, ply_conflicts_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_shown (PlyConflictsGroup *self, GPtrArray *about)
{
  if (self->rows->len != MIN (about->len, ROWS_MOST))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!ply_conflict_item_is (ply_conflict_row_get_item (self->rows->pdata[i]), about->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
remove_rows (PlyConflictsGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (
        ADW_PREFERENCES_GROUP (self),
        gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_PREFERENCES_ROW));
  g_ptr_array_set_size (self->rows, 0);
  if (self->more_row != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->more_row);
  self->more_row = NULL;
}

static void
name_row (GtkWidget *row, GParamSpec *pspec, PlyConflictRow *child)
{
  g_autofree char *description = NULL;

  g_object_get (child, "description", &description, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
}

static void
add_row (PlyConflictsGroup *self, const PlyConflict *conflict)
{
  PlyWorkspace *workspace = ply_edit_target_get_workspace (self->target);
  g_autoptr (PlyConflictItem) item = ply_workspace_dup_conflict_item (workspace, conflict);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *child = ply_conflict_row_new (workspace);

  g_signal_connect_object (child, "notify::description", G_CALLBACK (name_row), row,
                           G_CONNECT_SWAPPED);
  ply_conflict_row_set_narrow (PLY_CONFLICT_ROW (child), TRUE);
  ply_conflict_row_set_item (PLY_CONFLICT_ROW (child), item);
  gtk_widget_set_margin_top (child, MARGIN);
  gtk_widget_set_margin_bottom (child, MARGIN);
  gtk_widget_set_margin_start (child, MARGIN);
  gtk_widget_set_margin_end (child, MARGIN);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, child);
}

static void
add_more (PlyConflictsGroup *self, guint n)
{
  /* Translators: %u is a number of conflicts */
  g_autofree char *title = g_strdup_printf (ngettext ("%u More", "%u More", n), n);

  self->more_row = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more_row), title);
  adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (self->more_row), "go-next-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->more_row), "win.show-view");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more_row), "s", "conflicts");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more_row);
}

/* Rows that stay the same stay: one of them may have the focus. */
static void
refresh (PlyConflictsGroup *self)
{
  const char *id = ply_edit_target_get_id (self->target);
  g_autoptr (GPtrArray) about = NULL;

  if (id == NULL || ply_edit_target_get_record (self->target) == NULL)
    return;
  about = ply_workspace_dup_conflicts_about (ply_edit_target_get_workspace (self->target),
                                             ply_edit_target_get_kind (self->target), id);
  gtk_widget_set_visible (GTK_WIDGET (self), about->len > 0);
  if (is_shown (self, about) && (about->len > ROWS_MOST) == (self->more_row != NULL))
    return;
  remove_rows (self);
  for (guint i = 0; i < MIN (about->len, ROWS_MOST); i++)
    add_row (self, about->pdata[i]);
  if (about->len > ROWS_MOST)
    add_more (self, about->len - ROWS_MOST);
}

static void
ply_conflicts_group_finalize (GObject *object)
{
  PlyConflictsGroup *self = PLY_CONFLICTS_GROUP (object);

  g_clear_object (&self->target);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ply_conflicts_group_parent_class)->finalize (object);
}

static void
ply_conflicts_group_class_init (PlyConflictsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_conflicts_group_finalize;
}

static void
ply_conflicts_group_init (PlyConflictsGroup *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
ply_conflicts_group_new (PlyEditTarget *target)
{
  PlyConflictsGroup *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target), NULL);

  self = g_object_new (PLY_TYPE_CONFLICTS_GROUP, "title", _ ("Conflicts"), NULL);
  self->target = g_object_ref (target);
  g_signal_connect_object (target, "refresh", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
