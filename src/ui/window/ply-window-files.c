/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-window-private.h"

#include "ply-event-json.h"
#include "ply-file-types.h"
#include "ply-import-dialog.h"
#include "ply-import-job.h"
#include "ply-new-event-dialog.h"
#include "ply-new-event.h"

#include <glib/gi18n-lib.h>

/* How an event gets into a window. */

static void
take_workspace (PlyWindow *self, PlyWorkspace *workspace)
{
  PlyWindow *window = self;

  if (self->workspace != NULL)
    window = ply_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  ply_window_set_workspace (window, workspace);
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_event (PlyWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyWorkspace) workspace = ply_workspace_open (path, &error);

  if (workspace != NULL)
    take_workspace (self, workspace);
  else
    ply_window_report (self, _ ("Could Not Open the File"), error->message);
}

static void
create_event (PlyWindow *self, const char *path, PlyPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyWorkspace) workspace = ply_workspace_create (path, plan, TRUE, &error);

  if (workspace != NULL)
    take_workspace (self, workspace);
  else
    ply_window_report (self, _ ("Could Not Make the Event"), error->message);
}

/* A plan that waits for the place to save it. */
typedef struct
{
  PlyWindow *window;
  PlyPlan *plan;
} Pending;

static void
place_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    create_event (pending->window, path, pending->plan);
  g_object_unref (pending->window);
  ply_plan_free (pending->plan);
  g_free (pending);
}

/* Asks where to save the event that @plan makes; takes the plan. */
static void
ask_for_place (PlyWindow *self, PlyPlan *plan, const char *suggestion)
{
  g_autoptr (GtkFileDialog) dialog = ply_file_types_save_event (_ ("Save New Event"), suggestion);
  Pending *pending = g_new (Pending, 1);

  pending->window = g_object_ref (self);
  pending->plan = plan;
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, place_ready_cb, pending);
}

/* Importing */

static void
imported_new_cb (PlyWindow *self, PlyPlan *plan, AdwDialog *dialog)
{
  ask_for_place (self, plan, ply_import_dialog_get_path (PLY_IMPORT_DIALOG (dialog)));
}

static void
imported_cb (PlyWindow *self, PlyPlan *plan)
{
  g_autoptr (GError) error = NULL;

  if (!ply_workspace_run (self->workspace, plan, NULL, &error))
    ply_window_report (self, _ ("Could Not Import the File"), error->message);
  else
    g_action_group_activate_action (G_ACTION_GROUP (self), "undo-toast",
                                    g_variant_new_string (_ ("Imported")));
  ply_plan_free (plan);
}

static void
import_as_new (PlyWindow *self, const char *path)
{
  AdwDialog *dialog = ply_import_dialog_new (path, NULL);

  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (imported_new_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
import_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlyWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  AdwDialog *dialog;

  if (path == NULL || self->workspace == NULL)
    return;
  dialog = ply_import_dialog_new (path, ply_workspace_get_snapshot (self->workspace));
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
ply_window_import (PlyWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = ply_file_types_import ();

  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, import_ready_cb, g_object_ref (self));
}

/* Opening */

void
ply_window_open (PlyWindow *self, const char *path)
{
  g_return_if_fail (PLY_IS_WINDOW (self) && path != NULL);

  if (ply_import_job_is_foreign (path))
    import_as_new (self, path);
  else
    open_event (self, path);
}

static void
open_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlyWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))),
                                    "open-path", g_variant_new_string (path));
}

void
ply_window_choose_file (PlyWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = NULL;

  g_return_if_fail (PLY_IS_WINDOW (self));
  dialog = ply_file_types_open ();
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, open_ready_cb, g_object_ref (self));
}

static void
new_event_ready_cb (PlyWindow *self, PlyPlan *plan, const char *title)
{
  ask_for_place (self, plan, title);
}

void
ply_window_new_event (PlyWindow *self)
{
  AdwDialog *dialog;

  g_return_if_fail (PLY_IS_WINDOW (self));
  dialog = ply_new_event_dialog_new ();
  g_signal_connect_object (dialog, "ready", G_CALLBACK (new_event_ready_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

char *
ply_window_sample_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "plenary", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, "sample.plenary", NULL);
}

void
ply_window_open_sample (PlyWindow *self)
{
  g_autofree char *path = ply_window_sample_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = NULL;

  g_return_if_fail (PLY_IS_WINDOW (self));
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      open_event (self, path);
      return;
    }
  plan = ply_sample_event_plan (&error);
  if (plan == NULL)
    ply_window_report (self, _ ("Could Not Open the Sample"), error->message);
  else
    create_event (self, path, plan);
}
