/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-people-group.h"

#include "ply-child-row.h"
#include "ply-describe.h"
#include "ply-option.h"
#include "ply-programme-order.h"
#include "ply-record-picker.h"

#include <glib/gi18n-lib.h>

struct _PlyPeopleGroup
{
  PlyChildGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (PlyPeopleGroup, ply_people_group, PLY_TYPE_CHILD_GROUP)

static PlySnapshot *
get_snapshot (gpointer self)
{
  return ply_edit_target_get_snapshot (ply_child_group_get_target (self));
}

static const char *
get_role (const PlyParticipation *part)
{
  return ply_option_choice_label (PLY_KIND_PARTICIPATION, "role", part->role);
}

static char *
dup_title (PlySnapshot *snapshot, const PlyParticipation *part)
{
  const PlyPerson *person = ply_snapshot_lookup (snapshot, PLY_KIND_PERSON, part->person);
  const PlyInstitution *institution =
      ply_snapshot_lookup (snapshot, PLY_KIND_INSTITUTION, part->institution);

  if (person != NULL)
    return ply_person_display_name (snapshot, person, NULL, TRUE);
  return institution != NULL ? ply_describe_record (snapshot, institution) : g_strdup ("");
}

/* "Speaker · Martin Luther University" */
static char *
dup_subtitle (PlySnapshot *snapshot, const PlyParticipation *part)
{
  const PlyPerson *person = ply_snapshot_lookup (snapshot, PLY_KIND_PERSON, part->person);
  const PlyInstitution *institution =
      ply_snapshot_lookup (snapshot, PLY_KIND_INSTITUTION, part->institution);
  g_autofree char *where = NULL;

  if (person != NULL)
    where = institution != NULL ? ply_describe_record (snapshot, institution)
                                : ply_describe_affiliations (snapshot, person);
  if (where == NULL || *where == '\0')
    return g_strdup (get_role (part));
  return g_strconcat (get_role (part), " · ", where, NULL);
}

static void
insert_new (PlyPlan *plan, PlyKind kind, char **id, const char *name)
{
  gpointer record = ply_record_new (kind, NULL);

  ply_record_set_text (record, "name", name);
  *id = g_strdup (PLY_RECORD (record)->id);
  ply_plan_insert (plan, record);
}

static void
picked_cb (PlyPeopleGroup *self, int kind, const char *id, const char *name)
{
  PlyChildGroup *group = PLY_CHILD_GROUP (self);
  PlyEditTarget *target = ply_child_group_get_target (group);
  g_autoptr (PlyPlan) plan = ply_plan_new (_ ("Add Person"));
  PlyParticipation *part = ply_record_new (PLY_KIND_PARTICIPATION, NULL);
  g_autofree char *part_id = g_strdup (part->record.id);
  g_autofree char *rank = ply_child_group_dup_next_rank (group);
  g_autofree char *owned_id = g_strdup (id);

  if (owned_id == NULL)
    insert_new (plan, kind, &owned_id, name);
  ply_record_set_text (part,
                       ply_edit_target_get_kind (target) == PLY_KIND_TALK ? "talk" : "session",
                       ply_edit_target_get_id (target));
  ply_record_set_text (part, kind == PLY_KIND_PERSON ? "person" : "institution", owned_id);
  ply_record_set_text (part, "role", "speaker");
  ply_record_set_text (part, "rank", rank);
  ply_plan_insert (plan, part);
  if (ply_child_group_run (group, plan) && ply_child_group_get_row (group, part_id) != NULL)
    gtk_widget_grab_focus (ply_child_group_get_row (group, part_id));
}

static GPtrArray *
ply_people_group_dup_children (PlyChildGroup *group, gconstpointer record)
{
  GPtrArray *parts = ply_participations_of (get_snapshot (group), record);

  return g_ptr_array_copy (parts, NULL, NULL);
}

static GtkWidget *
ply_people_group_create_row (PlyChildGroup *group, gconstpointer child)
{
  const PlyParticipation *part = child;
  gboolean is_person = part->person != NULL;
  GtkWidget *row = ply_child_row_new (ply_child_group_get_target (group), child,
                                      is_person ? "role institution note" : "role note");

  adw_expander_row_add_suffix (
      ADW_EXPANDER_ROW (row),
      ply_child_group_menu_new (group, part->record.id,
                                is_person ? PLY_KIND_PERSON : PLY_KIND_INSTITUTION,
                                is_person ? part->person : part->institution));
  return row;
}

static void
ply_people_group_update_row (PlyChildGroup *group, GtkWidget *row, gconstpointer child)
{
  PlySnapshot *snapshot = get_snapshot (group);
  g_autofree char *title = dup_title (snapshot, child);
  g_autofree char *subtitle = dup_subtitle (snapshot, child);

  ply_child_row_show (PLY_CHILD_ROW (row), title, subtitle);
}

static void
ply_people_group_class_init (PlyPeopleGroupClass *klass)
{
  PlyChildGroupClass *group_class = PLY_CHILD_GROUP_CLASS (klass);

  group_class->dup_children = ply_people_group_dup_children;
  group_class->create_row = ply_people_group_create_row;
  group_class->update_row = ply_people_group_update_row;
  group_class->can_move = TRUE;
  group_class->can_remove = TRUE;
}

static void
ply_people_group_init (PlyPeopleGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("People"));
}

GtkWidget *
ply_people_group_new (PlyEditTarget *target)
{
  PlyPeopleGroup *self;
  GtkWidget *picker;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target), NULL);

  self = g_object_new (PLY_TYPE_PEOPLE_GROUP, NULL);
  picker = ply_record_picker_new (ply_edit_target_get_workspace (target), PLY_KIND_PERSON,
                                  PLY_KIND_INSTITUTION);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  ply_child_group_add_picker (PLY_CHILD_GROUP (self), picker, _ ("Add Person or Institution"));
  ply_child_group_follow (PLY_CHILD_GROUP (self), target);
  return GTK_WIDGET (self);
}
