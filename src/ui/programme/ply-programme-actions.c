/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme-page-private.h"

#include "ply-accels.h"

#define ZOOM_STEP 1.2

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ply_find_bar_begin (PLY_PROGRAMME_PAGE (widget)->find_bar);
}

static void
find_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ply_find_bar_step (PLY_PROGRAMME_PAGE (widget)->find_bar, 1);
}

static void
find_previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ply_find_bar_step (PLY_PROGRAMME_PAGE (widget)->find_bar, -1);
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlyPageView *view = PLY_PROGRAMME_PAGE (widget)->view;

  ply_page_view_set_zoom (view, ply_page_view_get_zoom (view) * ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlyPageView *view = PLY_PROGRAMME_PAGE (widget)->view;

  ply_page_view_set_zoom (view, ply_page_view_get_zoom (view) / ZOOM_STEP);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ply_page_view_set_zoom (PLY_PROGRAMME_PAGE (widget)->view,
                          g_ascii_strtod (g_variant_get_string (parameter, NULL), NULL));
}

static void
fit_width_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ply_page_view_set_fit (PLY_PROGRAMME_PAGE (widget)->view, PLY_FIT_WIDTH);
}

static void
fit_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ply_page_view_set_fit (PLY_PROGRAMME_PAGE (widget)->view, PLY_FIT_PAGE);
}

static void
enter_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PLY_PROGRAMME_PAGE (widget)->page_entry));
}

void
ply_programme_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "programme.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "programme.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class, "programme.find-previous", NULL,
                                   find_previous_action);
  gtk_widget_class_install_action (widget_class, "programme.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "programme.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "programme.zoom", "s", zoom_action);
  gtk_widget_class_install_action (widget_class, "programme.fit-width", NULL, fit_width_action);
  gtk_widget_class_install_action (widget_class, "programme.fit-page", NULL, fit_page_action);
  gtk_widget_class_install_action (widget_class, "programme.enter-page", NULL, enter_page_action);
}

/* They work wherever the focus is, while the page is looked at. */
static gboolean
shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action (widget, data, NULL);
}

void
ply_programme_page_add_shortcuts (PlyProgrammePage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_MANAGED);
  for (const PlyAccel *accel = ply_accels; accel->accels[0] != NULL; accel++)
    for (guint i = 0; i < G_N_ELEMENTS (accel->accels) && accel->accels[i] != NULL; i++)
      if (accel->action != NULL && g_str_has_prefix (accel->action, "programme."))
        gtk_shortcut_controller_add_shortcut (
            GTK_SHORTCUT_CONTROLLER (controller),
            gtk_shortcut_new (
                gtk_shortcut_trigger_parse_string (accel->accels[i]),
                gtk_callback_action_new (shortcut_cb, (gpointer) accel->action, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
