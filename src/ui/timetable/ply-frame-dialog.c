/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-frame-dialog.h"

#include "ply-arrange.h"
#include "ply-option.h"

#include <glib/gi18n-lib.h>

struct _PlyFrameDialog
{
  AdwDialog parent_instance;

  PlyWorkspace *workspace;
  GListModel *days; /* PlyOption */
  GPtrArray *rows;  /* AdwSwitchRow, as in @days */

  AdwComboRow *from_row;
  AdwPreferencesGroup *to_group;
  GtkWidget *copy_button;
};

G_DEFINE_FINAL_TYPE (PlyFrameDialog, ply_frame_dialog, ADW_TYPE_DIALOG)

static gboolean
is_wanted (PlyFrameDialog *self, guint index)
{
  return index != adw_combo_row_get_selected (self->from_row)
         && adw_switch_row_get_active (self->rows->pdata[index]);
}

static void
update_button (PlyFrameDialog *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    any |= is_wanted (self, i);
  gtk_widget_set_sensitive (self->copy_button, any);
}

static void
from_cb (PlyFrameDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], i != adw_combo_row_get_selected (self->from_row));
  update_button (self);
}

static const char *
get_day (PlyFrameDialog *self, guint index)
{
  g_autoptr (PlyOption) option = g_list_model_get_item (self->days, index);

  return ply_option_get_value (option);
}

/* One plan after the other, all of them one step of the history. */
static gboolean
copy (PlyFrameDialog *self, GError **error)
{
  const char *from = get_day (self, adw_combo_row_get_selected (self->from_row));
  g_autofree char *key =
      g_strdup_printf ("timetable-frame:%" G_GINT64_FORMAT, g_get_monotonic_time ());

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (PlyPlan) plan = NULL;

      if (!is_wanted (self, i))
        continue;
      plan = ply_arrange_copy_frame (ply_workspace_get_snapshot (self->workspace), from,
                                     get_day (self, i));
      if (plan != NULL && !ply_workspace_run (self->workspace, plan, key, error))
        return FALSE;
    }
  return TRUE;
}

static void
copy_cb (PlyFrameDialog *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (copy (self, &error))
    gtk_widget_activate_action (parent, "win.undo-toast", "s", _ ("The day’s frame was copied"));
  else
    gtk_widget_activate_action (parent, "win.report", "s", error->message);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_cb (PlyFrameDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ply_frame_dialog_dispose (GObject *object)
{
  PlyFrameDialog *self = PLY_FRAME_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->days);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ply_frame_dialog_parent_class)->dispose (object);
}

static void
ply_frame_dialog_class_init (PlyFrameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_frame_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-frame-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyFrameDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, PlyFrameDialog, to_group);
  gtk_widget_class_bind_template_child (widget_class, PlyFrameDialog, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, from_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
ply_frame_dialog_init (PlyFrameDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_day (PlyFrameDialog *self, const char *label)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (update_button), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->to_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill (PlyFrameDialog *self, const char *day)
{
  const PlyField *field = ply_field_lookup (PLY_KIND_AVAILABILITY, "day");
  g_autoptr (GtkExpression) label = gtk_property_expression_new (PLY_TYPE_OPTION, NULL, "label");
  guint position;

  self->days = ply_option_list_new (self->workspace, field);
  for (guint i = 0; i < g_list_model_get_n_items (self->days); i++)
    {
      g_autoptr (PlyOption) option = g_list_model_get_item (self->days, i);

      g_autofree char *label_text = NULL;

      g_object_get (option, "label", &label_text, NULL);
      add_day (self, label_text);
    }
  position = ply_option_list_find (self->days, day);
  adw_combo_row_set_expression (self->from_row, label);
  adw_combo_row_set_model (self->from_row, self->days);
  adw_combo_row_set_selected (self->from_row,
                              position < g_list_model_get_n_items (self->days) ? position : 0);
  from_cb (self);
}

AdwDialog *
ply_frame_dialog_new (PlyWorkspace *workspace, const char *day)
{
  PlyFrameDialog *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_FRAME_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  fill (self, day);
  return ADW_DIALOG (self);
}
