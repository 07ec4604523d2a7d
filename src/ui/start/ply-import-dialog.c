/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-import-dialog.h"

#include "ply-import-job.h"

#include <glib/gi18n-lib.h>

#define MAX_REMARKS_SHOWN 300

struct _PlyImportDialog
{
  AdwDialog parent_instance;

  /* Owned */
  char *path;
  PlyPlan *plan;
  GCancellable *cancellable;

  /* Template */
  GtkStack *stack;
  AdwStatusPage *reading_page, *failed_page;
  AdwPreferencesGroup *counts_group, *remarks_group;
  GtkWidget *import_button;
};

enum
{
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlyImportDialog, ply_import_dialog, ADW_TYPE_DIALOG)

/* Records that a plan touches, each once. */
typedef struct
{
  guint inserted, changed, deleted;
} Counts;

static void
count_edits (const PlyPlan *plan, Counts counts[PLY_N_KINDS])
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ply_plan_get_n_edits (plan); i++)
    {
      const PlyEdit *edit = ply_plan_get_edit (plan, i);

      if (edit->type == PLY_EDIT_INSERT)
        counts[edit->kind].inserted++;
      else if (edit->type == PLY_EDIT_DELETE)
        counts[edit->kind].deleted++;
      else if (g_hash_table_add (seen, edit->id))
        counts[edit->kind].changed++;
    }
}

static char *
describe_counts (const Counts *counts)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  if (counts->inserted > 0)
    /* Translators: a number of records of a kind that the row names */
    g_strv_builder_take (parts, g_strdup_printf (_ ("%u new"), counts->inserted));
  if (counts->changed > 0)
    /* Translators: a number of records of a kind that the row names */
    g_strv_builder_take (parts, g_strdup_printf (_ ("%u changed"), counts->changed));
  if (counts->deleted > 0)
    /* Translators: a number of records of a kind that the row names */
    g_strv_builder_take (parts, g_strdup_printf (_ ("%u removed"), counts->deleted));
  texts = g_strv_builder_end (parts);
  return g_strjoinv (" · ", texts);
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle, const char *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (suffix != NULL)
    {
      GtkWidget *label = gtk_label_new (suffix);

      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (group, row);
}

static void
show_counts (PlyImportDialog *self)
{
  Counts counts[PLY_N_KINDS] = { 0 };

  count_edits (self->plan, counts);
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      g_autofree char *text = describe_counts (&counts[kind]);

      if (*text != '\0')
        add_row (self->counts_group, _ (ply_kind_get_info (kind)->label), NULL, text);
    }
  if (ply_plan_get_n_edits (self->plan) == 0)
    add_row (self->counts_group, _ ("Nothing: the event already has all of it"), NULL, NULL);
}

static void
show_remarks (PlyImportDialog *self)
{
  guint n = ply_plan_get_n_remarks (self->plan);

  for (guint i = 0; i < MIN (n, MAX_REMARKS_SHOWN); i++)
    {
      const PlyRemark *remark = ply_plan_get_remark (self->plan, i);
      /* Translators: %d is the number of a line in a file */
      g_autofree char *line =
          remark->line > 0 ? g_strdup_printf (_ ("Line %d"), remark->line) : NULL;

      add_row (self->remarks_group, remark->message, line, NULL);
    }
  if (n > MAX_REMARKS_SHOWN)
    {
      /* Translators: %u is the number of further remarks that are not shown */
      g_autofree char *more = g_strdup_printf (
          ngettext ("And %u more", "And %u more", n - MAX_REMARKS_SHOWN), n - MAX_REMARKS_SHOWN);

      add_row (self->remarks_group, more, NULL, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_group), n > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlyImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  PlyPlan *plan = ply_import_job_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&plan, ply_plan_free);
      return;
    }
  if (plan == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  self->plan = plan;
  show_counts (self);
  show_remarks (self);
  gtk_widget_set_sensitive (self->import_button, ply_plan_get_n_edits (plan) > 0);
  gtk_stack_set_visible_child_name (self->stack, "ready");
}

static void
cancel_cb (PlyImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
import_cb (PlyImportDialog *self)
{
  g_autoptr (PlyImportDialog) alive = g_object_ref (self);
  PlyPlan *plan = g_steal_pointer (&self->plan);

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CONFIRMED], 0, plan);
}

static void
ply_import_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (PLY_IMPORT_DIALOG (dialog)->cancellable);
}

static void
ply_import_dialog_dispose (GObject *object)
{
  PlyImportDialog *self = PLY_IMPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLY_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->plan, ply_plan_free);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (ply_import_dialog_parent_class)->dispose (object);
}

static void
ply_import_dialog_class_init (PlyImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_import_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ply_import_dialog_closed;
  signals[CONFIRMED] = g_signal_new ("confirmed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlyImportDialog, reading_page);
  gtk_widget_class_bind_template_child (widget_class, PlyImportDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, PlyImportDialog, counts_group);
  gtk_widget_class_bind_template_child (widget_class, PlyImportDialog, remarks_group);
  gtk_widget_class_bind_template_child (widget_class, PlyImportDialog, import_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
ply_import_dialog_init (PlyImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

AdwDialog *
ply_import_dialog_new (const char *path, PlySnapshot *existing)
{
  PlyImportDialog *self = g_object_new (PLY_TYPE_IMPORT_DIALOG, NULL);
  g_autofree char *name = g_filename_display_basename (path);

  self->path = g_strdup (path);
  adw_status_page_set_description (self->reading_page, name);
  if (existing == NULL)
    gtk_button_set_label (GTK_BUTTON (self->import_button), _ ("_Import…"));
  ply_import_job_start (path, existing, self->cancellable, read_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}

const char *
ply_import_dialog_get_path (PlyImportDialog *self)
{
  g_return_val_if_fail (PLY_IS_IMPORT_DIALOG (self), NULL);
  return self->path;
}
