/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-window-private.h"

#include "ply-programme-page.h"
#include "ply-view-table.h"

#include <glib/gi18n-lib.h>

/* Long enough to read what went and to reach the button by keyboard. */
#define UNDO_SECONDS 10

static void
show_record_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *kind, *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  if (ply_kind_from_name (kind) != PLY_N_KINDS)
    ply_window_show_record (data, ply_kind_from_name (kind), id);
}

static void
show_in_timetable_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const PlyView *view = ply_view_table_lookup ("timetable");

  ply_window_show_view (data, view->id);
  view->show (ply_window_load_view (data, view->id), PLY_KIND_SESSION,
              g_variant_get_string (parameter, NULL));
}

static void
show_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ply_window_show_view (data, g_variant_get_string (parameter, NULL));
}

static void
report_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ply_window_report (data, NULL, g_variant_get_string (parameter, NULL));
}

static void
undo_toast_dismissed_cb (PlyWindow *self, AdwToast *toast)
{
  if (self->undo_toast == toast)
    g_clear_object (&self->undo_toast);
}

static void
undo_toast_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyWindow *self = data;
  AdwToast *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (undo_toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  g_set_object (&self->undo_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (!ply_workspace_undo (self->workspace, &error))
    ply_window_report (self, _ ("Could Not Undo"), error->message);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (!ply_workspace_redo (self->workspace, &error))
    ply_window_report (self, _ ("Could Not Redo"), error->message);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ply_window_save_now (data);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ply_window_save_as (data);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ply_window_import (data);
}

static PlyProgrammePage *
show_programme (PlyWindow *self)
{
  ply_window_show_view (self, "programme");
  return PLY_PROGRAMME_PAGE (ply_window_load_view (self, "programme"));
}

static void
export_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ply_programme_page_export (show_programme (data));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ply_programme_page_print (show_programme (data));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ply_window_search (data, FALSE);
}

static void
search_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ply_window_search (data, TRUE);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_close (data);
}

static const GActionEntry event_actions[] = {
  { "show-record", show_record_cb, "(ss)" },
  { "show-in-timetable", show_in_timetable_cb, "s" },
  { "show-view", show_view_cb, "s" },
  { "undo-toast", undo_toast_cb, "s" },
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "save", save_cb },
  { "save-as", save_as_cb },
  { "import", import_cb },
  { "export-pdf", export_pdf_cb },
  { "print", print_cb },
  { "search", search_cb },
  { "search-all", search_all_cb },
};

static const GActionEntry window_actions[] = {
  { "report", report_cb, "s" },
  { "close", close_cb },
};

static void
enable (PlyWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* The button's tooltip and accessible name say what it would undo. */
static void
update_history_button (PlyWindow *self, GtkWidget *button, const char *property, const char *plain,
                       const char *format)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (self->workspace != NULL)
    g_object_get (self->workspace, property, &label, NULL);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = label != NULL ? g_strdup_printf (format, _ (label)) : g_strdup (plain);
#pragma GCC diagnostic pop
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
ply_window_update_actions (PlyWindow *self)
{
  gboolean open = self->workspace != NULL, can_undo = FALSE, can_redo = FALSE;

  if (open)
    g_object_get (self->workspace, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (event_actions); i++)
    enable (self, event_actions[i].name, open);
  enable (self, "undo", can_undo);
  enable (self, "redo", can_redo);
  /* Translators: %s is a command such as "Delete Session" */
  update_history_button (self, self->undo_button, "undo-label", _ ("Undo"), _ ("Undo %s"));
  /* Translators: %s is a command such as "Delete Session" */
  update_history_button (self, self->redo_button, "redo-label", _ ("Redo"), _ ("Redo %s"));
}

void
ply_window_init_actions (PlyWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), window_actions,
                                   G_N_ELEMENTS (window_actions), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), event_actions, G_N_ELEMENTS (event_actions),
                                   self);
  ply_window_update_actions (self);
}
