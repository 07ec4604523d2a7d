/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-switch-row.h"

#include <glib/gi18n-lib.h>

/* AdwSwitchRow cannot be derived from: this ties one to its field, and lives as long as the row. */
typedef struct
{
  GtkWidget *row;
  PlyEditTarget *target;
  const PlyField *field;
  gboolean loading;
} Binding;

static void
refresh (Binding *self)
{
  gconstpointer record = ply_edit_target_get_record (self->target);

  if (record == NULL)
    return;

  gtk_widget_set_visible (self->row, ply_edit_target_shows (self->target, self->field));
  self->loading = TRUE;
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->row),
                             ply_record_get_integer (record, self->field) == 1);
  self->loading = FALSE;
}

static void
active_cb (Binding *self)
{
  gboolean active = adw_switch_row_get_active (ADW_SWITCH_ROW (self->row));
  g_autoptr (GError) error = NULL;

  if (!self->loading
      && !ply_workspace_set_integer (
          ply_edit_target_get_workspace (self->target), ply_edit_target_get_kind (self->target),
          ply_edit_target_get_id (self->target), self->field->name, active, &error))
    gtk_widget_activate_action (self->row, "win.report", "s", error->message);
}

static void
binding_free (gpointer data, GObject *row)
{
  Binding *self = data;

  g_signal_handlers_disconnect_by_data (self->target, self);
  g_object_unref (self->target);
  g_free (self);
}

GtkWidget *
ply_switch_row_new (PlyEditTarget *target, const PlyField *field)
{
  Binding *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target) && field != NULL, NULL);

  self = g_new0 (Binding, 1);
  self->row = adw_switch_row_new ();
  self->target = g_object_ref (target);
  self->field = field;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ (field->label));
  g_signal_connect_swapped (target, "refresh", G_CALLBACK (refresh), self);
  g_signal_connect_swapped (self->row, "notify::active", G_CALLBACK (active_cb), self);
  g_object_weak_ref (G_OBJECT (self->row), binding_free, self);
  refresh (self);
  return self->row;
}
