/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-affiliations-group.h"

#include "ply-child-row.h"
#include "ply-describe.h"
#include "ply-record-picker.h"

#include <glib/gi18n-lib.h>

struct _PlyAffiliationsGroup
{
  PlyChildGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (PlyAffiliationsGroup, ply_affiliations_group, PLY_TYPE_CHILD_GROUP)

static PlySnapshot *
get_snapshot (gpointer self)
{
  return ply_edit_target_get_snapshot (ply_child_group_get_target (self));
}

static void
picked_cb (PlyAffiliationsGroup *self, int kind, const char *id, const char *name)
{
  PlyChildGroup *group = PLY_CHILD_GROUP (self);
  PlyEditTarget *target = ply_child_group_get_target (group);
  g_autoptr (PlyPlan) plan = ply_plan_new (_ ("Add Institution"));
  PlyAffiliation *affiliation = ply_record_new (PLY_KIND_AFFILIATION, NULL);
  g_autofree char *affiliation_id = g_strdup (affiliation->record.id);
  g_autofree char *rank = ply_child_group_dup_next_rank (group);

  if (id == NULL)
    {
      PlyInstitution *institution = ply_record_new (PLY_KIND_INSTITUTION, NULL);

      ply_record_set_text (institution, "name", name);
      ply_record_set_text (affiliation, "institution", institution->record.id);
      ply_plan_insert (plan, institution);
    }
  else
    ply_record_set_text (affiliation, "institution", id);
  ply_record_set_text (affiliation, "person", ply_edit_target_get_id (target));
  ply_record_set_text (affiliation, "rank", rank);
  ply_plan_insert (plan, affiliation);
  if (ply_child_group_run (group, plan) && ply_child_group_get_row (group, affiliation_id) != NULL)
    gtk_widget_grab_focus (ply_child_group_get_row (group, affiliation_id));
}

static GPtrArray *
ply_affiliations_group_dup_children (PlyChildGroup *group, gconstpointer record)
{
  return g_ptr_array_copy (ply_snapshot_get_children (get_snapshot (group), PLY_KIND_AFFILIATION,
                                                      "person", PLY_RECORD (record)->id),
                           NULL, NULL);
}

static GtkWidget *
ply_affiliations_group_create_row (PlyChildGroup *group, gconstpointer child)
{
  const PlyAffiliation *affiliation = child;
  GtkWidget *row = ply_child_row_new (ply_child_group_get_target (group), child, "position");

  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row),
                               ply_child_group_menu_new (group, affiliation->record.id,
                                                         PLY_KIND_INSTITUTION,
                                                         affiliation->institution));
  return row;
}

static void
ply_affiliations_group_update_row (PlyChildGroup *group, GtkWidget *row, gconstpointer child)
{
  const PlyAffiliation *affiliation = child;
  PlySnapshot *snapshot = get_snapshot (group);
  const PlyInstitution *institution =
      ply_snapshot_lookup (snapshot, PLY_KIND_INSTITUTION, affiliation->institution);
  g_autofree char *name =
      institution != NULL ? ply_describe_record (snapshot, institution) : g_strdup ("");

  ply_child_row_show (PLY_CHILD_ROW (row), name, affiliation->position);
}

static void
ply_affiliations_group_class_init (PlyAffiliationsGroupClass *klass)
{
  PlyChildGroupClass *group_class = PLY_CHILD_GROUP_CLASS (klass);

  group_class->dup_children = ply_affiliations_group_dup_children;
  group_class->create_row = ply_affiliations_group_create_row;
  group_class->update_row = ply_affiliations_group_update_row;
  group_class->can_move = TRUE;
  group_class->can_remove = TRUE;
}

static void
ply_affiliations_group_init (PlyAffiliationsGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Institutions"));
}

GtkWidget *
ply_affiliations_group_new (PlyEditTarget *target)
{
  PlyAffiliationsGroup *self;
  GtkWidget *picker;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target), NULL);

  self = g_object_new (PLY_TYPE_AFFILIATIONS_GROUP, NULL);
  picker = ply_record_picker_new (ply_edit_target_get_workspace (target), PLY_KIND_INSTITUTION,
                                  PLY_N_KINDS);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  ply_child_group_add_picker (PLY_CHILD_GROUP (self), picker, _ ("Add Institution"));
  ply_child_group_follow (PLY_CHILD_GROUP (self), target);
  return GTK_WIDGET (self);
}
