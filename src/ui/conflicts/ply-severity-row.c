/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-severity-row.h"

#include "ply-option.h"

#include <glib/gi18n-lib.h>

struct _PlySeverityRow
{
  AdwComboRow parent_instance;

  PlyWorkspace *workspace;
  PlyConflictKind kind;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (PlySeverityRow, ply_severity_row, ADW_TYPE_COMBO_ROW)

static void
refresh (PlySeverityRow *self)
{
  const char *severity = ply_workspace_get_conflict_severity (self->workspace, self->kind);
  guint position = ply_option_list_find (adw_combo_row_get_model (ADW_COMBO_ROW (self)), severity);

  self->loading = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self),
                              position != GTK_INVALID_LIST_POSITION ? position : 0);
  self->loading = FALSE;
}

static void
selected_cb (PlySeverityRow *self)
{
  PlyOption *option = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  g_autoptr (GError) error = NULL;

  if (self->loading || option == NULL)
    return;
  if (ply_workspace_set_conflict_severity (self->workspace, self->kind,
                                           ply_option_get_value (option), &error))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.report", "s", error->message);
  refresh (self);
}

static void
add_option (GListStore *list, const char *value, const char *label)
{
  g_autoptr (PlyOption) option = ply_option_new (value, label);

  g_list_store_append (list, option);
}

static GListModel *
options_new (PlyConflictKind kind)
{
  PlySeverity usual = ply_conflict_kind_get_info (kind)->severity;
  GListStore *list = g_list_store_new (PLY_TYPE_OPTION);
  /* Translators: %s is "Error", "Warning" or "Hint" */
  g_autofree char *label = g_strdup_printf (_ ("Usual (%s)"), ply_severity_get_label (usual));

  add_option (list, NULL, label);
  for (guint severity = 0; severity < PLY_N_SEVERITIES; severity++)
    add_option (list, ply_severity_get_name (severity), ply_severity_get_label (severity));
  /* Translators: this kind of conflict is not looked for */
  add_option (list, "off", _ ("Off"));
  return G_LIST_MODEL (list);
}

static void
ply_severity_row_finalize (GObject *object)
{
  g_clear_object (&PLY_SEVERITY_ROW (object)->workspace);

  G_OBJECT_CLASS (ply_severity_row_parent_class)->finalize (object);
}

static void
ply_severity_row_class_init (PlySeverityRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_severity_row_finalize;
}

static void
ply_severity_row_init (PlySeverityRow *self)
{
  g_autoptr (GtkExpression) label = gtk_property_expression_new (PLY_TYPE_OPTION, NULL, "label");

  adw_combo_row_set_expression (ADW_COMBO_ROW (self), label);
  self->loading = TRUE;
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
ply_severity_row_new (PlyWorkspace *workspace, PlyConflictKind kind)
{
  PlySeverityRow *self;
  g_autoptr (GListModel) options = NULL;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace) && kind < PLY_N_CONFLICT_KINDS, NULL);

  self = g_object_new (PLY_TYPE_SEVERITY_ROW, "title", _ (ply_conflict_kind_get_info (kind)->label),
                       NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  options = options_new (kind);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), options);
  refresh (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
