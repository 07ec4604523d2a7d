/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-shortcuts-dialog.h"

#include "ply-accels.h"

#include <glib/gi18n-lib.h>

static char *
accels_label (const PlyAccel *accel)
{
  GString *label = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (accel->accels) && accel->accels[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *one = NULL;

      if (!gtk_accelerator_parse (accel->accels[i], &key, &modifiers))
        continue;
      one = gtk_accelerator_get_label (key, modifiers);
      g_string_append_printf (label, "%s%s", label->len > 0 ? "   " : "", one);
    }
  return g_string_free_and_steal (label);
}

static GtkWidget *
accel_row (const PlyAccel *accel)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = accels_label (accel);
  GtkWidget *label = gtk_label_new (keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (accel->title));
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

AdwDialog *
ply_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = NULL;
  const char *name = NULL;

  for (const PlyAccel *accel = ply_accels; accel->accels[0] != NULL; accel++)
    {
      if (accel->group == NULL)
        continue;
      if (g_strcmp0 (name, accel->group) != 0)
        {
          name = accel->group;
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (name));
          adw_preferences_page_add (page, group);
        }
      adw_preferences_group_add (group, accel_row (accel));
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  return dialog;
}
