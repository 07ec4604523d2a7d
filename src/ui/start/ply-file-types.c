/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-file-types.h"

#include "ply-formats.h"

#include <glib/gi18n-lib.h>

static GtkFileFilter *
event_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Plenary Events"));
  gtk_file_filter_add_suffix (filter, "plenary");
  return filter;
}

/* Everything that some format says it can read. */
static void
add_formats (GtkFileFilter *filter)
{
  for (const PlyFormat *const *format = ply_formats_get (); *format != NULL; format++)
    for (const char *const *glob = (*format)->globs; (*format)->import != NULL && *glob != NULL;
         glob++)
      gtk_file_filter_add_pattern (filter, *glob);
}

static GtkFileFilter *
import_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Schedules"));
  add_formats (filter);
  return filter;
}

static GtkFileFilter *
all_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("All Files"));
  gtk_file_filter_add_pattern (filter, "*");
  return filter;
}

static GtkFileFilter *
pdf_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("PDF Documents"));
  gtk_file_filter_add_suffix (filter, "pdf");
  return filter;
}

/* Takes the filters; the last is NULL. */
static void
set_filters (GtkFileDialog *dialog, GtkFileFilter *first, ...)
{
  g_autoptr (GListStore) store = g_list_store_new (GTK_TYPE_FILE_FILTER);
  va_list filters;

  va_start (filters, first);
  for (GtkFileFilter *filter = first; filter != NULL; filter = va_arg (filters, GtkFileFilter *))
    {
      g_list_store_append (store, filter);
      g_object_unref (filter);
    }
  va_end (filters);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (store));
}

/* A path gives its folder and name, anything else a name. */
static void
suggest (GtkFileDialog *dialog, const char *suggestion, const char *suffix)
{
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;

  if (suggestion != NULL && g_path_is_absolute (suggestion))
    {
      g_autoptr (GFile) file = g_file_new_for_path (suggestion);
      g_autoptr (GFile) folder = g_file_get_parent (file);

      gtk_file_dialog_set_initial_folder (dialog, folder);
      stem = g_file_get_basename (file);
      if (strrchr (stem, '.') != NULL)
        *strrchr (stem, '.') = '\0';
    }
  else
    stem = g_strdelimit (g_strdup (suggestion != NULL ? suggestion : _ ("Event")), "/\\:\n", '-');
  name = g_strconcat (stem, suffix, NULL);
  gtk_file_dialog_set_initial_name (dialog, name);
}

GtkFileDialog *
ply_file_types_open (void)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  GtkFileFilter *known = gtk_file_filter_new ();

  gtk_file_filter_set_name (known, _ ("Events and Schedules"));
  gtk_file_filter_add_suffix (known, "plenary");
  add_formats (known);
  gtk_file_dialog_set_title (dialog, _ ("Open Event"));
  set_filters (dialog, known, event_filter (), import_filter (), all_filter (), NULL);
  return dialog;
}

GtkFileDialog *
ply_file_types_save_event (const char *title, const char *suggestion)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  set_filters (dialog, event_filter (), NULL);
  suggest (dialog, suggestion, ".plenary");
  return dialog;
}

GtkFileDialog *
ply_file_types_import (void)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Import into This Event"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Import"));
  set_filters (dialog, import_filter (), all_filter (), NULL);
  return dialog;
}

GtkFileDialog *
ply_file_types_save_pdf (const char *title, const char *suggestion)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  set_filters (dialog, pdf_filter (), NULL);
  suggest (dialog, suggestion, ".pdf");
  return dialog;
}
