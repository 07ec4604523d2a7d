/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-output-job.h"

#include "ply-file-types.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  /* Owned */
  GtkWidget *parent;
  AdwToastOverlay *toasts;
  PlySnapshot *snapshot;
  PlyProductOptions *options;
  char *title;
  char *path; /* export */
  GtkPrintSetup *setup;
  GtkPrintDialog *print_dialog;
  GCancellable *cancellable;

  /* The dialog that shows progress; owned by the window */
  AdwDialog *dialog;
  GtkProgressBar *bar;
} Job;

static Job *
job_new (const PlyOutput *output)
{
  Job *job = g_new0 (Job, 1);

  job->parent = g_object_ref (output->parent);
  job->snapshot = ply_snapshot_ref (output->snapshot);
  job->options = ply_product_options_copy (output->options);
  job->title = g_strdup (output->title);
  job->cancellable = g_cancellable_new ();
  return job;
}

static void
job_free (Job *job)
{
  if (job->dialog != NULL)
    adw_dialog_force_close (job->dialog);
  g_clear_object (&job->dialog);
  g_object_unref (job->parent);
  g_clear_object (&job->toasts);
  ply_snapshot_unref (job->snapshot);
  ply_product_options_free (job->options);
  g_free (job->title);
  g_free (job->path);
  g_clear_pointer (&job->setup, gtk_print_setup_unref);
  g_clear_object (&job->print_dialog);
  g_object_unref (job->cancellable);
  g_free (job);
}

static GtkWindow *
job_window (Job *job)
{
  return GTK_WINDOW (gtk_widget_get_root (job->parent));
}

static void
fail (Job *job, const char *heading, const GError *error)
{
  AdwDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  dialog = adw_alert_dialog_new (heading, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, job->parent);
}

/* Progress */

static void
progress_cb (double fraction, gpointer data)
{
  Job *job = data;

  gtk_progress_bar_set_fraction (job->bar, fraction);
}

static void
show_progress (Job *job, const char *heading)
{
  job->dialog = g_object_ref_sink (adw_alert_dialog_new (heading, NULL));
  job->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (job->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (job->dialog), GTK_WIDGET (job->bar));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (job->dialog), "cancel", _ ("_Cancel"));
  g_signal_connect_object (job->dialog, "response", G_CALLBACK (g_cancellable_cancel),
                           job->cancellable, G_CONNECT_SWAPPED);
  adw_dialog_present (job->dialog, job->parent);
}

static void
hide_progress (Job *job)
{
  g_signal_handlers_disconnect_by_func (job->dialog, g_cancellable_cancel, job->cancellable);
  adw_dialog_force_close (job->dialog);
  g_clear_object (&job->dialog);
}

/* Export */

static void
open_cb (AdwToast *toast, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, NULL, NULL, NULL, NULL);
}

static void
show_in_folder_cb (GtkWidget *button, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, NULL, NULL, NULL, NULL);
}

static void
free_path (gpointer path, GClosure *closure)
{
  g_free (path);
}

/* A toast has one button of its own; the other one stands beside its words. */
static GtkWidget *
toast_title_new (const char *text, const char *path)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-open-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Show in Folder"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_data (button, "clicked", G_CALLBACK (show_in_folder_cb), g_strdup (path),
                         free_path, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
tell_exported (Job *job)
{
  g_autofree char *name = g_path_get_basename (job->path);
  /* Translators: %s is a file's name */
  g_autofree char *text = g_strdup_printf (_ ("Exported as “%s”"), name);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_custom_title (toast, toast_title_new (text, job->path));
  adw_toast_set_button_label (toast, _ ("_Open"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_cb), g_strdup (job->path),
                         free_path, 0);
  adw_toast_overlay_add_toast (job->toasts, toast);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ply_render_pdf_finish (result, &error);

  hide_progress (job);
  if (bytes != NULL)
    tell_exported (job);
  else
    fail (job, _ ("Could Not Export the Programme"), error);
  job_free (job);
}

static void
export_place_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  job->path = file != NULL ? g_file_get_path (file) : NULL;
  if (job->path == NULL)
    {
      job_free (job);
      return;
    }
  show_progress (job, _ ("Exporting the Programme…"));
  ply_render_pdf_async (job->snapshot, job->options, job->path, progress_cb, job, job->cancellable,
                        exported_cb, job);
}

void
ply_output_export (const PlyOutput *output, AdwToastOverlay *toasts)
{
  Job *job = job_new (output);
  const char *language = ply_product_options_get (job->options, "language");
  g_autofree char *name =
      *language != '\0' ? g_strdup_printf ("%s (%s)", job->title, language) : g_strdup (job->title);
  g_autoptr (GtkFileDialog) dialog = ply_file_types_save_pdf (_ ("Export Programme as PDF"), name);

  job->toasts = g_object_ref (toasts);
  gtk_file_dialog_save (dialog, job_window (job), NULL, export_place_cb, job);
}

/* Print */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  GOutputStream *stream = G_OUTPUT_STREAM (source);

  if (!g_output_stream_write_all_finish (stream, result, NULL, &error)
      || !g_output_stream_close (stream, NULL, &error))
    fail (job, _ ("Could Not Print the Programme"), error);
  else
    gtk_widget_activate_action (job->parent, "win.report", "s", _ ("Sent to the printer"));
  job_free (job);
}

/* Bytes for the printer; they live as long as the stream. */
typedef struct
{
  Job *job;
  GBytes *bytes;
} ToPrint;

static void
stream_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ToPrint *to_print = data;
  Job *job = to_print->job;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream =
      gtk_print_dialog_print_finish (GTK_PRINT_DIALOG (source), result, &error);

  if (stream == NULL)
    {
      fail (job, _ ("Could Not Print the Programme"), error);
      job_free (job);
      g_bytes_unref (to_print->bytes);
    }
  else
    {
      gsize size;
      const void *bytes = g_bytes_get_data (to_print->bytes, &size);

      g_object_set_data_full (G_OBJECT (stream), "ply-bytes", to_print->bytes,
                              (GDestroyNotify) g_bytes_unref);
      g_output_stream_write_all_async (stream, bytes, size, G_PRIORITY_DEFAULT, NULL, written_cb,
                                       job);
    }
  g_free (to_print);
}

static void
set_for_print_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ply_render_pdf_finish (result, &error);
  ToPrint *to_print;

  hide_progress (job);
  if (bytes == NULL)
    {
      fail (job, _ ("Could Not Print the Programme"), error);
      job_free (job);
      return;
    }
  to_print = g_new (ToPrint, 1);
  to_print->job = job;
  to_print->bytes = bytes;
  gtk_print_dialog_print (job->print_dialog, job_window (job), job->setup, NULL, stream_cb,
                          to_print);
}

static void
print_setup_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;

  job->setup = gtk_print_dialog_setup_finish (GTK_PRINT_DIALOG (source), result, &error);
  if (job->setup == NULL)
    {
      fail (job, _ ("Could Not Print the Programme"), error);
      job_free (job);
      return;
    }
  show_progress (job, _ ("Setting the Programme…"));
  ply_render_pdf_async (job->snapshot, job->options, NULL, progress_cb, job, job->cancellable,
                        set_for_print_cb, job);
}

void
ply_output_print (const PlyOutput *output)
{
  Job *job = job_new (output);
  g_autoptr (GtkPageSetup) page = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = NULL;
  const char *name = ply_product_options_get (job->options, "paper");

  paper = gtk_paper_size_new (g_str_equal (name, "A4")   ? GTK_PAPER_NAME_A4
                              : g_str_equal (name, "A5") ? GTK_PAPER_NAME_A5
                                                         : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_set_paper_size_and_default_margins (page, paper);
  job->print_dialog = gtk_print_dialog_new ();
  gtk_print_dialog_set_title (job->print_dialog, _ ("Print Programme"));
  gtk_print_dialog_set_page_setup (job->print_dialog, page);
  gtk_print_dialog_setup (job->print_dialog, job_window (job), NULL, print_setup_cb, job);
}
