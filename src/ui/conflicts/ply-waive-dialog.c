/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-waive-dialog.h"

#include <glib/gi18n-lib.h>

/* What the question is about. */
typedef struct
{
  PlyWorkspace *workspace;
  PlyConflictItem *item;
  GtkEditable *entry; /* in the dialog */
  GtkRoot *root;      /* weak */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_weak_pointer (&question->root);
  g_object_unref (question->workspace);
  g_object_unref (question->item);
  g_free (question);
}

static void
tell (Question *question, const char *action, const char *message)
{
  if (question->root != NULL)
    gtk_widget_activate_action (GTK_WIDGET (question->root), action, "s", message);
}

static void
response_cb (Question *question, const char *response)
{
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (question->entry)));
  gboolean waived = ply_workspace_get_waiver (question->workspace, question->item) != NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "waive"))
    return;
  if (!ply_workspace_waive (question->workspace, question->item, *note != '\0' ? note : NULL,
                            &error))
    tell (question, "win.report", error->message);
  else if (!waived)
    tell (question, "win.undo-toast", _ ("Conflict waived"));
}

static GtkWidget *
entry_new (const PlyWaiver *waiver)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Note"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row),
                         waiver != NULL && waiver->note != NULL ? waiver->note : "");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

void
ply_waive_dialog_present (PlyWorkspace *workspace, PlyConflictItem *item, GtkWidget *parent)
{
  const PlyWaiver *waiver;
  AdwAlertDialog *dialog;
  Question *question;
  GtkWidget *list;

  g_return_if_fail (PLY_IS_WORKSPACE (workspace) && PLY_IS_CONFLICT_ITEM (item));

  waiver = ply_workspace_get_waiver (workspace, item);
  dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (waiver != NULL ? _ ("Edit Note") : _ ("Waive This Conflict?"),
                            ply_conflict_item_get_message (item)));
  list = entry_new (waiver);
  question = g_new0 (Question, 1);
  question->workspace = g_object_ref (workspace);
  question->item = g_object_ref (item);
  question->entry = GTK_EDITABLE (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_set_weak_pointer (&question->root, gtk_widget_get_root (parent));
  adw_alert_dialog_set_extra_child (dialog, list);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "waive",
                                  waiver != NULL ? _ ("_Save") : _ ("_Waive"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "waive", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "waive");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), question);
  adw_dialog_set_focus (ADW_DIALOG (dialog), GTK_WIDGET (question->entry));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
