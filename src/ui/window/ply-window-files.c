/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-window-private.h"

#include "ply-event-json.h"
#include "ply-file-types.h"
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

void
ply_window_open (PlyWindow *self, const char *path)
{
  g_return_if_fail (PLY_IS_WINDOW (self) && path != NULL);

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

static void
new_event_ready_cb (PlyNewEventDialog *source, PlyPlan *plan, const char *title, gpointer data)
{
  g_autoptr (GtkFileDialog) dialog = ply_file_types_save_event (_ ("Save New Event"), title);
  Pending *pending = g_new (Pending, 1);

  pending->window = g_object_ref (data);
  pending->plan = plan;
  gtk_file_dialog_save (dialog, GTK_WINDOW (data), NULL, place_ready_cb, pending);
}

void
ply_window_new_event (PlyWindow *self)
{
  AdwDialog *dialog;

  g_return_if_fail (PLY_IS_WINDOW (self));
  dialog = ply_new_event_dialog_new ();
  g_signal_connect_object (dialog, "ready", G_CALLBACK (new_event_ready_cb), self, 0);
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
