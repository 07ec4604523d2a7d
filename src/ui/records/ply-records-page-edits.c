/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-records-page-private.h"

#include "ply-record-words.h"
#include "ply-reorder.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

/* Of a session whose type does not say. */
#define DEFAULT_DURATION 30

static void
report (PlyRecordsPage *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.report", "s", error->message);
}

/* The day after the last one, or today. */
static char *
dup_next_date (PlySnapshot *snapshot)
{
  g_autoptr (GPtrArray) days = ply_snapshot_dup_ordered (snapshot, PLY_KIND_DAY);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (days->len > 0)
    {
      const PlyDay *last = g_ptr_array_index (days, days->len - 1);

      if (ply_date_is_valid (last->date))
        return ply_date_add (last->date, 1);
    }
  return g_date_time_format (now, "%Y-%m-%d");
}

static gpointer
new_record (PlyRecordsPage *self)
{
  gpointer record = ply_record_new (self->kind, NULL);

  if (self->kind == PLY_KIND_DAY)
    {
      g_autofree char *date = dup_next_date (ply_workspace_get_snapshot (self->workspace));

      ply_record_set_text (record, "date", date);
      return record;
    }
  ply_record_set_text (record, ply_kind_title_field (self->kind)->name,
                       ply_record_words_new (self->kind));
  if (self->kind == PLY_KIND_SESSION)
    ply_record_set_integer (record, "duration", DEFAULT_DURATION);
  return record;
}

static void
show_new (PlyRecordsPage *self, const char *id)
{
  ply_records_page_show (self, id);
  ply_editor_page_focus_first (self->editor_page, TRUE);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyRecordsPage *self = PLY_RECORDS_PAGE (widget);
  gpointer record = new_record (self);
  g_autofree char *id = g_strdup (PLY_RECORD (record)->id);
  g_autoptr (GError) error = NULL;

  if (ply_workspace_add (self->workspace, record, &error))
    show_new (self, id);
  else
    report (self, error);
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyRecordsPage *self = PLY_RECORDS_PAGE (widget);
  g_auto (GStrv) selected = ply_record_list_dup_selected (self->list);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (g_strv_length (selected) != 1)
    return;
  id = ply_workspace_duplicate (self->workspace, self->kind, selected[0], &error);
  if (id != NULL)
    show_new (self, id);
  else
    report (self, error);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyRecordsPage *self = PLY_RECORDS_PAGE (widget);
  g_auto (GStrv) selected = ply_record_list_dup_selected (self->list);
  guint n = g_strv_length (selected);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (n == 0)
    return;
  if (!ply_workspace_delete (self->workspace, self->kind, (const char *const *) selected, &error))
    {
      report (self, error);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  message = ply_record_words_dup_deleted (self->kind, n);
  gtk_widget_activate_action (widget, "win.undo-toast", "s", message);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyRecordsPage *self = PLY_RECORDS_PAGE (widget);
  PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  g_autoptr (GPtrArray) ordered = ply_snapshot_dup_ordered (snapshot, self->kind);
  g_auto (GStrv) selected = ply_record_list_dup_selected (self->list);
  g_autoptr (GError) error = NULL;

  if (g_strv_length (selected) != 1)
    return;
  ply_record_list_unsort (self->list);
  for (guint i = 0; i < ordered->len; i++)
    if (g_str_equal (PLY_RECORD (g_ptr_array_index (ordered, i))->id, selected[0]))
      {
        if (!ply_reorder (self->workspace, ordered, i,
                          g_str_equal (action, "records.move-up") ? -1 : 1, &error))
          report (self, error);
        return;
      }
}

void
ply_records_page_install_edit_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "records.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "records.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "records.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "records.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "records.move-down", NULL, move_cb);

  /* Without shift it is the window's, for a new event. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "records.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK,
                                       "records.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "records.leave-editor",
                                       NULL);
}
