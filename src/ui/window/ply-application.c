/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-application.h"

#include "ply-accels.h"
#include "ply-settings.h"
#include "ply-shortcuts-dialog.h"
#include "ply-window.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

struct _PlyApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (PlyApplication, ply_application, ADW_TYPE_APPLICATION)

static const GOptionEntry option_entries[] = {
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* The window on @file, NULL when there is none. */
static PlyWindow *
window_of_path (PlyApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (PLY_IS_WINDOW (l->data) && g_strcmp0 (ply_window_get_path (l->data), path) == 0)
      return l->data;
  return NULL;
}

static PlyWindow *
active_window (PlyApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return PLY_IS_WINDOW (window) ? PLY_WINDOW (window) : NULL;
}

/* A window that shows no event yet: the active one, if it is such, else a new one. */
static PlyWindow *
empty_window (PlyApplication *self)
{
  PlyWindow *window = active_window (self);

  if (window == NULL || ply_window_get_workspace (window) != NULL)
    window = ply_window_new (GTK_APPLICATION (self));
  return window;
}

static void
open_path (PlyApplication *self, const char *path)
{
  PlyWindow *window = window_of_path (self, path);

  if (window == NULL)
    {
      window = empty_window (self);
      ply_window_open (window, path);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyWindow *window = empty_window (data);

  gtk_window_present (GTK_WINDOW (window));
  ply_window_new_event (window);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyWindow *window = active_window (data);

  if (window == NULL)
    window = empty_window (data);
  gtk_window_present (GTK_WINDOW (window));
  ply_window_choose_file (window);
}

static void
open_path_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_path (data, g_variant_get_string (parameter, NULL));
}

static void
sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *path = ply_window_sample_path ();
  PlyWindow *window = window_of_path (data, path);

  if (window == NULL)
    {
      window = empty_window (data);
      ply_window_open_sample (window);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_dialog_present (ply_shortcuts_dialog_new (), GTK_WIDGET (active_window (data)));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *developers[] = { "The Plenary developers", NULL };

  /* Translators: replace by your names, one a line */
  adw_show_about_dialog (GTK_WIDGET (active_window (data)), "application-name", "Plenary",
                         "application-icon", PLY_APP_ID, "version", PLY_VERSION, "developer-name",
                         "The Plenary developers", "developers", developers, "copyright",
                         "© 2026 The Plenary developers", "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("Conference programmes: plan them, check them, print them"),
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
apply_style (const char *style)
{
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_strcmp0 (style, "light") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (style, "dark") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
style_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  const char *style = g_variant_get_string (state, NULL);

  apply_style (style);
  g_simple_action_set_state (action, state);
  if (ply_settings_get () != NULL)
    g_settings_set_string (ply_settings_get (), "style", style);
}

static void
restore_style (PlyApplication *self)
{
  g_autofree char *style = NULL;

  if (ply_settings_get () == NULL)
    return;
  style = g_settings_get_string (ply_settings_get (), "style");
  g_action_group_change_action_state (G_ACTION_GROUP (self), "style", g_variant_new_string (style));
}

static const GActionEntry actions[] = {
  { "new", new_cb },
  { "open", open_cb },
  { "open-path", open_path_cb, "s" },
  { "sample", sample_cb },
  { "style", NULL, "s", "'system'", style_cb },
  { "shortcuts", shortcuts_cb },
  { "about", about_cb },
  { "quit", quit_cb },
};

static void
ply_application_activate (GApplication *application)
{
  PlyWindow *window = active_window (PLY_APPLICATION (application));

  if (window == NULL)
    window = ply_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
}

static void
ply_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        open_path (PLY_APPLICATION (application), path);
      else
        ply_application_activate (application);
    }
}

static void
ply_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (ply_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (PLY_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  ply_accels_install (GTK_APPLICATION (application));
  restore_style (PLY_APPLICATION (application));
}

static int
ply_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("Plenary %s\n", PLY_VERSION);
  return EXIT_SUCCESS;
}

static void
ply_application_class_init (PlyApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = ply_application_activate;
  application_class->open = ply_application_open;
  application_class->startup = ply_application_startup;
  application_class->handle_local_options = ply_application_handle_local_options;
}

static void
ply_application_init (PlyApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, option_entries);
  g_application_set_option_context_parameter_string (application, _ ("[FILE…]"));
  g_application_set_option_context_summary (
      application,
      _ ("Plan a conference and typeset its programme. FILE is an event (.plenary), or "
         "a schedule to import."));
}

PlyApplication *
ply_application_new (void)
{
  return g_object_new (PLY_TYPE_APPLICATION, "application-id", PLY_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/plenary_app/Plenary", NULL);
}
