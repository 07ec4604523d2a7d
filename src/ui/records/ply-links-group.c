/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-links-group.h"

#include "ply-child-row.h"

#include <glib/gi18n-lib.h>

struct _PlyLinksGroup
{
  PlyChildGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (PlyLinksGroup, ply_links_group, PLY_TYPE_CHILD_GROUP)

static void
add_cb (PlyChildGroup *group)
{
  PlyEditTarget *target = ply_child_group_get_target (group);
  g_autoptr (PlyPlan) plan = ply_plan_new (_ ("Add Link"));
  PlyLink *link = ply_record_new (PLY_KIND_LINK, NULL);
  g_autofree char *id = g_strdup (link->record.id);
  g_autofree char *rank = ply_child_group_dup_next_rank (group);
  GtkWidget *row;

  ply_record_set_text (link, ply_kind_get_info (ply_edit_target_get_kind (target))->name,
                       ply_edit_target_get_id (target));
  ply_record_set_text (link, "url", "https://");
  ply_record_set_text (link, "type", "link");
  ply_record_set_text (link, "rank", rank);
  ply_plan_insert (plan, link);
  if (!ply_child_group_run (group, plan))
    return;
  row = ply_child_group_get_row (group, id);
  if (row == NULL)
    return;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_grab_focus (row);
}

static GPtrArray *
ply_links_group_dup_children (PlyChildGroup *group, gconstpointer record)
{
  PlyEditTarget *target = ply_child_group_get_target (group);
  GPtrArray *links = ply_snapshot_get_children (
      ply_edit_target_get_snapshot (target), PLY_KIND_LINK,
      ply_kind_get_info (ply_edit_target_get_kind (target))->name, PLY_RECORD (record)->id);

  return g_ptr_array_copy (links, NULL, NULL);
}

static GtkWidget *
ply_links_group_create_row (PlyChildGroup *group, gconstpointer child)
{
  GtkWidget *row = ply_child_row_new (ply_child_group_get_target (group), child, "url title type");

  adw_expander_row_add_suffix (
      ADW_EXPANDER_ROW (row),
      ply_child_group_menu_new (group, PLY_RECORD (child)->id, PLY_KIND_LINK, NULL));
  return row;
}

static void
ply_links_group_update_row (PlyChildGroup *group, GtkWidget *row, gconstpointer child)
{
  const PlyLink *link = child;

  if (link->title != NULL)
    ply_child_row_show (PLY_CHILD_ROW (row), link->title, link->url);
  else
    ply_child_row_show (PLY_CHILD_ROW (row), link->url, NULL);
}

static void
ply_links_group_class_init (PlyLinksGroupClass *klass)
{
  PlyChildGroupClass *group_class = PLY_CHILD_GROUP_CLASS (klass);

  group_class->dup_children = ply_links_group_dup_children;
  group_class->create_row = ply_links_group_create_row;
  group_class->update_row = ply_links_group_update_row;
  group_class->can_move = TRUE;
  group_class->can_remove = TRUE;
}

static void
ply_links_group_init (PlyLinksGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Links"));
}

GtkWidget *
ply_links_group_new (PlyEditTarget *target)
{
  PlyLinksGroup *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target), NULL);

  self = g_object_new (PLY_TYPE_LINKS_GROUP, NULL);
  ply_child_group_add_button (PLY_CHILD_GROUP (self), _ ("Add Link"), G_CALLBACK (add_cb));
  ply_child_group_follow (PLY_CHILD_GROUP (self), target);
  return GTK_WIDGET (self);
}
