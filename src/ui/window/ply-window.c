/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-window-private.h"

#include "ply-first-frame.h"
#include "ply-recent.h"
#include "ply-settings.h"
#include "ply-start-page.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (PlyWindow, ply_window, ADW_TYPE_APPLICATION_WINDOW)

static const char *
event_title (PlyWindow *self)
{
  return ply_snapshot_get_event (ply_workspace_get_snapshot (self->workspace))->title;
}

void
ply_window_update_title (PlyWindow *self)
{
  gboolean saved;
  g_autofree char *title = NULL;

  if (self->workspace == NULL)
    return;
  g_object_get (self->workspace, "saved", &saved, NULL);
  adw_window_title_set_title (self->event_title, event_title (self));
  adw_navigation_page_set_title (self->sidebar_page, event_title (self));
  if (!self->save_failing)
    adw_window_title_set_subtitle (self->event_title, saved ? _ ("Saved") : _ ("Saving…"));
  else
    adw_window_title_set_subtitle (self->event_title, _ ("Not saved"));
  /* Translators: %s is an event's title */
  title = g_strdup_printf (_ ("%s — Plenary"), event_title (self));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
saved_cb (PlyWindow *self)
{
  gboolean saved;

  g_object_get (self->workspace, "saved", &saved, NULL);
  if (saved)
    self->save_failing = FALSE;
  ply_window_update_title (self);
}

static void
changed_cb (PlyWindow *self)
{
  ply_window_update_title (self);
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
}

static void
banner_dismissed_cb (AdwBanner *banner)
{
  adw_banner_set_revealed (banner, FALSE);
}

/* A window that opens an event at once never shows the start page. */
static void
start_mapped_cb (PlyWindow *self)
{
  if (adw_bin_get_child (self->start_bin) == NULL)
    adw_bin_set_child (self->start_bin, g_object_new (PLY_TYPE_START_PAGE, NULL));
}

static void
restore_size (PlyWindow *self)
{
  GSettings *settings = ply_settings_get ();

  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
store_size (PlyWindow *self)
{
  GSettings *settings = ply_settings_get ();
  int width, height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
ply_window_close_request (GtkWindow *window)
{
  PlyWindow *self = PLY_WINDOW (window);

  if (!ply_window_try_close (self))
    return GDK_EVENT_STOP;
  store_size (self);
  return GTK_WINDOW_CLASS (ply_window_parent_class)->close_request (window);
}

static void
ply_window_dispose (GObject *object)
{
  PlyWindow *self = PLY_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLY_TYPE_WINDOW);
  g_clear_pointer (&self->loaded, g_hash_table_unref);
  g_clear_object (&self->undo_toast);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ply_window_parent_class)->dispose (object);
}

static void
ply_window_class_init (PlyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ply_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/plenary_app/Plenary/ui/ply-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, root);
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, start_bin);
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, event_title);
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PlyWindow, banner);
  gtk_widget_class_bind_template_callback (widget_class, banner_dismissed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_mapped_cb);
}

static void
ply_window_init (PlyWindow *self)
{
  self->loaded = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
  ply_window_init_actions (self);
  restore_size (self);
}

PlyWindow *
ply_window_new (GtkApplication *application)
{
  return g_object_new (PLY_TYPE_WINDOW, "application", application, NULL);
}

PlyWorkspace *
ply_window_get_workspace (PlyWindow *self)
{
  g_return_val_if_fail (PLY_IS_WINDOW (self), NULL);
  return self->workspace;
}

const char *
ply_window_get_path (PlyWindow *self)
{
  g_return_val_if_fail (PLY_IS_WINDOW (self), NULL);
  return self->workspace != NULL ? ply_workspace_get_path (self->workspace) : NULL;
}

static void
follow_workspace (PlyWindow *self)
{
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::saved", G_CALLBACK (saved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "save-failed", G_CALLBACK (ply_window_save_failed),
                           self, G_CONNECT_SWAPPED);
  for (const char *const *name =
           (const char *const[]) { "notify::can-undo", "notify::can-redo", "notify::undo-label",
                                   "notify::redo-label", NULL };
       *name != NULL; name++)
    g_signal_connect_object (self->workspace, *name, G_CALLBACK (ply_window_update_actions), self,
                             G_CONNECT_SWAPPED);
}

void
ply_window_set_workspace (PlyWindow *self, PlyWorkspace *workspace)
{
  g_return_if_fail (PLY_IS_WINDOW (self) && PLY_IS_WORKSPACE (workspace));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  follow_workspace (self);
  ply_window_fill_sidebar (self);
  ply_window_update_actions (self);
  ply_window_update_title (self);
  ply_window_show_view (self, "overview");
  gtk_stack_set_visible_child_name (self->root, "event");
  if (ply_workspace_was_recovered (workspace))
    {
      adw_banner_set_title (self->banner, _ ("Plenary did not close properly last time. All your "
                                             "changes are here."));
      adw_banner_set_revealed (self->banner, TRUE);
    }
  ply_recent_add (ply_workspace_get_path (workspace), event_title (self));
  ply_first_frame_report (GTK_WIDGET (self));
}

void
ply_window_report (PlyWindow *self, const char *heading, const char *message)
{
  AdwDialog *dialog;
  AdwToast *toast;

  g_return_if_fail (PLY_IS_WINDOW (self) && message != NULL);

  if (heading == NULL)
    {
      toast = adw_toast_new (message);
      adw_toast_set_use_markup (toast, FALSE);
      adw_toast_overlay_add_toast (self->toasts, toast);
      return;
    }
  dialog = adw_alert_dialog_new (heading, message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_prefer_wide_layout (ADW_ALERT_DIALOG (dialog), TRUE);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
