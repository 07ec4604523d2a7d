/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-window-private.h"

#include "ply-file-types.h"

#include <glib/gi18n-lib.h>

/* Saving and closing. Whatever goes wrong, the working copy keeps every change: the next start goes
 * on with it. */

static void
save_as_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlyWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->workspace == NULL)
    return;
  if (!ply_workspace_save_as (self->workspace, path, &error))
    {
      ply_window_save_failed (self, error);
      return;
    }
  ply_window_report (self, NULL, _ ("Saved"));
}

void
ply_window_save_as (PlyWindow *self)
{
  g_autoptr (GtkFileDialog) dialog =
      ply_file_types_save_event (_ ("Save Event As"), ply_workspace_get_path (self->workspace));

  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, save_as_ready_cb, g_object_ref (self));
}

void
ply_window_save_now (PlyWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!ply_workspace_save (self->workspace, &error))
    ply_window_save_failed (self, error);
}

/* Trying again does not help where the file is gone or cannot be written. */
static void
set_best_response (AdwAlertDialog *dialog, const GError *error)
{
  const char *best = g_error_matches (error, PLY_STORE_ERROR, PLY_STORE_ERROR_NOT_FOUND)
                             || g_error_matches (error, PLY_STORE_ERROR, PLY_STORE_ERROR_READ_ONLY)
                         ? "save-as"
                         : "retry";

  adw_alert_dialog_set_default_response (dialog, best);
  adw_alert_dialog_set_response_appearance (dialog, best, ADW_RESPONSE_SUGGESTED);
}

static void
failed_response_cb (PlyWindow *self, const char *response)
{
  if (g_str_equal (response, "save-as"))
    ply_window_save_as (self);
  else if (g_str_equal (response, "retry"))
    ply_window_save_now (self);
}

void
ply_window_save_failed (PlyWindow *self, const GError *error)
{
  gboolean both_kept = g_error_matches (error, PLY_STORE_ERROR, PLY_STORE_ERROR_CHANGED_ON_DISK);
  AdwAlertDialog *dialog;

  if (both_kept)
    {
      ply_window_report (self, _ ("The File Was Changed by Someone Else"), error->message);
      return;
    }
  if (self->save_failing)
    return;
  self->save_failing = TRUE;
  ply_window_update_title (self);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Not Saved"), error->message));
  adw_alert_dialog_add_responses (dialog, "later", _ ("_Later"), "save-as", _ ("Save _As…"),
                                  "retry", _ ("_Try Again"), NULL);
  adw_alert_dialog_set_close_response (dialog, "later");
  set_best_response (dialog, error);
  g_signal_connect_object (dialog, "response", G_CALLBACK (failed_response_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
close_response_cb (PlyWindow *self, const char *response)
{
  if (g_str_equal (response, "save-as"))
    ply_window_save_as (self);
  else if (g_str_equal (response, "retry"))
    gtk_window_close (GTK_WINDOW (self));
  else if (g_str_equal (response, "leave"))
    {
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
ask_about_closing (PlyWindow *self, const GError *error)
{
  g_autofree char *body = NULL;
  AdwAlertDialog *dialog;

  body = g_strdup_printf ("%s\n\n%s", error->message,
                          _ ("Your changes are kept safe on this computer. When you open the event "
                             "again, Plenary goes on with them."));
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("The Event Could Not Be Saved"), body));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "leave", _ ("C_lose Anyway"),
                                  "save-as", _ ("Save _As…"), "retry", _ ("_Try Again"), NULL);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  set_best_response (dialog, error);
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

gboolean
ply_window_try_close (PlyWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->workspace == NULL || self->closing)
    return TRUE;
  if (!ply_workspace_close (self->workspace, &error))
    {
      ask_about_closing (self, error);
      return FALSE;
    }
  self->closing = TRUE;
  return TRUE;
}
