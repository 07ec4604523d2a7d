/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-rules-group.h"

#include "ply-child-row.h"
#include "ply-describe.h"
#include "ply-option.h"
#include "ply-record-picker.h"

#include <glib/gi18n-lib.h>

struct _PlyRulesGroup
{
  PlyChildGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (PlyRulesGroup, ply_rules_group, PLY_TYPE_CHILD_GROUP)

static PlySnapshot *
get_snapshot (gpointer self)
{
  return ply_edit_target_get_snapshot (ply_child_group_get_target (self));
}

/* Whether the rule is written down from the other session's side. */
static gboolean
is_turned (gpointer self, const PlyRule *rule)
{
  return g_strcmp0 (rule->session, ply_edit_target_get_id (ply_child_group_get_target (self))) != 0;
}

static const char *
get_other (gpointer self, const PlyRule *rule)
{
  return is_turned (self, rule) ? rule->session : rule->other;
}

static void
picked_cb (PlyRulesGroup *self, int kind, const char *id, const char *name)
{
  PlyChildGroup *group = PLY_CHILD_GROUP (self);
  const char *session = ply_edit_target_get_id (ply_child_group_get_target (group));
  g_autoptr (PlyPlan) plan = NULL;
  g_autofree char *rule_id = NULL;
  PlyRule *rule;
  GtkWidget *row;

  if (id == NULL || g_strcmp0 (id, session) == 0)
    return;
  plan = ply_plan_new (_ ("Add Rule"));
  rule = ply_record_new (PLY_KIND_RULE, NULL);
  rule_id = g_strdup (rule->record.id);
  ply_record_set_text (rule, "type", "not-parallel");
  ply_record_set_text (rule, "session", session);
  ply_record_set_text (rule, "other", id);
  ply_plan_insert (plan, rule);
  if (!ply_child_group_run (group, plan))
    return;
  row = ply_child_group_get_row (group, rule_id);
  if (row == NULL)
    return;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_grab_focus (row);
}

static void
turn_cb (GtkWidget *button, PlyRulesGroup *self)
{
  const char *id = gtk_widget_get_name (button);
  const PlyRule *rule = ply_snapshot_lookup (get_snapshot (self), PLY_KIND_RULE, id);
  g_autoptr (PlyPlan) plan = ply_plan_new (_ ("Turn Rule Around"));

  if (rule == NULL)
    return;
  ply_plan_set_text (plan, PLY_KIND_RULE, id, "session", rule->other);
  ply_plan_set_text (plan, PLY_KIND_RULE, id, "other", rule->session);
  ply_child_group_run (PLY_CHILD_GROUP (self), plan);
}

static GPtrArray *
ply_rules_group_dup_children (PlyChildGroup *group, gconstpointer record)
{
  PlySnapshot *snapshot = get_snapshot (group);
  const char *id = PLY_RECORD (record)->id;
  GPtrArray *rules = g_ptr_array_copy (
      ply_snapshot_get_children (snapshot, PLY_KIND_RULE, "session", id), NULL, NULL);
  GPtrArray *turned = ply_snapshot_get_children (snapshot, PLY_KIND_RULE, "other", id);

  for (guint i = 0; i < turned->len; i++)
    if (!g_ptr_array_find (rules, turned->pdata[i], NULL))
      g_ptr_array_add (rules, turned->pdata[i]);
  return rules;
}

static GtkWidget *
ply_rules_group_create_row (PlyChildGroup *group, gconstpointer child)
{
  const PlyRule *rule = child;
  GtkWidget *row = ply_child_row_new (ply_child_group_get_target (group), child, "type notes");
  GtkWidget *turn = g_object_new (ADW_TYPE_BUTTON_ROW, "title", _ ("Turn Around"), NULL);

  gtk_widget_set_name (turn, rule->record.id);
  g_signal_connect_object (turn, "activated", G_CALLBACK (turn_cb), group, 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), turn);
  g_object_set_data (G_OBJECT (row), "turn", turn);
  adw_expander_row_add_suffix (
      ADW_EXPANDER_ROW (row),
      ply_child_group_menu_new (group, rule->record.id, PLY_KIND_SESSION, get_other (group, rule)));
  return row;
}

static void
ply_rules_group_update_row (PlyChildGroup *group, GtkWidget *row, gconstpointer child)
{
  const PlyRule *rule = child;
  gboolean has_order = g_strcmp0 (rule->type, "before") == 0;
  const PlySession *other =
      ply_snapshot_lookup (get_snapshot (group), PLY_KIND_SESSION, get_other (group, rule));
  g_autofree char *title =
      other != NULL ? ply_describe_record (get_snapshot (group), other) : g_strdup ("");

  ply_child_row_show (PLY_CHILD_ROW (row), title,
                      has_order && is_turned (group, rule)
                          /* Translators: this session comes after another one */
                          ? _ ("After")
                          : ply_option_choice_label (PLY_KIND_RULE, "type", rule->type));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "turn"), has_order);
}

static void
ply_rules_group_update (PlyChildGroup *group, gconstpointer record, GPtrArray *children)
{
  gtk_widget_set_visible (GTK_WIDGET (group),
                          ply_edit_target_get_language (ply_child_group_get_target (group))
                              == NULL);
}

static void
ply_rules_group_class_init (PlyRulesGroupClass *klass)
{
  PlyChildGroupClass *group_class = PLY_CHILD_GROUP_CLASS (klass);

  group_class->dup_children = ply_rules_group_dup_children;
  group_class->create_row = ply_rules_group_create_row;
  group_class->update_row = ply_rules_group_update_row;
  group_class->update = ply_rules_group_update;
  group_class->can_remove = TRUE;
}

static void
ply_rules_group_init (PlyRulesGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Scheduling Rules"));
}

GtkWidget *
ply_rules_group_new (PlyEditTarget *target)
{
  PlyRulesGroup *self;
  GtkWidget *picker;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target), NULL);

  self = g_object_new (PLY_TYPE_RULES_GROUP, NULL);
  picker =
      ply_record_picker_new (ply_edit_target_get_workspace (target), PLY_KIND_SESSION, PLY_N_KINDS);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  ply_child_group_add_picker (PLY_CHILD_GROUP (self), picker, _ ("Add Rule"));
  ply_child_group_follow (PLY_CHILD_GROUP (self), target);
  return GTK_WIDGET (self);
}
