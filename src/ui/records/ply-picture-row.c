/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-picture-row.h"

#include "ply-picture.h"

#include <glib/gi18n-lib.h>

#define SHOWN_SIZE 64

struct _PlyPictureRow
{
  AdwActionRow parent_instance;

  PlyEditTarget *target;
  const PlyField *field;
  GCancellable *cancellable;
  GBytes *shown; /* what the picture was made of */

  GtkPicture *picture;
  GtkWidget *placeholder;
  GtkButton *choose_button;
  GtkButton *remove_button;
};

G_DEFINE_FINAL_TYPE (PlyPictureRow, ply_picture_row, ADW_TYPE_ACTION_ROW)

static void
report (PlyPictureRow *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.report", "s", message);
}

static const PlyAsset *
get_asset (PlyPictureRow *self)
{
  gconstpointer record = ply_edit_target_get_record (self->target);

  return record != NULL
             ? ply_snapshot_lookup (ply_edit_target_get_snapshot (self->target), PLY_KIND_ASSET,
                                    ply_record_get_text (record, self->field))
             : NULL;
}

static void
show_picture (PlyPictureRow *self, GBytes *data)
{
  g_autoptr (GdkTexture) texture = NULL;

  if (data == self->shown)
    return;
  g_clear_pointer (&self->shown, g_bytes_unref);
  if (data != NULL)
    {
      self->shown = g_bytes_ref (data);
      texture = gdk_texture_new_from_bytes (data, NULL);
    }
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), texture != NULL);
  gtk_widget_set_visible (self->placeholder, texture == NULL);
}

static void
refresh (PlyPictureRow *self)
{
  const PlyAsset *asset = get_asset (self);

  gtk_widget_set_visible (GTK_WIDGET (self), ply_edit_target_shows (self->target, self->field));
  show_picture (self, asset != NULL ? asset->data : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), asset != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               asset != NULL && asset->name != NULL ? asset->name : _ ("None"));
}

static void
run (PlyPictureRow *self, const PlyPlan *plan)
{
  g_autoptr (GError) error = NULL;

  if (!ply_workspace_run (ply_edit_target_get_workspace (self->target), plan, NULL, &error))
    report (self, error->message);
}

/* The asset that is replaced goes with the same step. */
static void
set_asset (PlyPictureRow *self, PlyPlan *plan, const char *asset_id)
{
  const PlyAsset *old = get_asset (self);

  ply_plan_set_text (plan, ply_edit_target_get_kind (self->target),
                     ply_edit_target_get_id (self->target), self->field->name, asset_id);
  if (old != NULL)
    ply_plan_delete (plan, ply_edit_target_get_snapshot (self->target), PLY_KIND_ASSET,
                     old->record.id);
  run (self, plan);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlyPictureRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyAsset) asset = ply_picture_load_finish (result, &error);
  g_autoptr (PlyPlan) plan = NULL;
  g_autofree char *id = NULL;

  if (asset == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        report (self, error->message);
      return;
    }
  if (ply_edit_target_get_record (self->target) == NULL)
    return;
  plan = ply_plan_new (_ ("Choose Picture"));
  id = g_strdup (asset->record.id);
  ply_plan_insert (plan, g_steal_pointer (&asset));
  set_asset (self, plan, id);
}

static void
file_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlyPictureRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    ply_picture_load_async (file, self->cancellable, loaded_cb, g_object_ref (self));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
           && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    report (self, error->message);
}

static void
choose_cb (PlyPictureRow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_filter_add_mime_type (filter, "image/png");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Choose a Picture"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        self->cancellable, file_cb, g_object_ref (self));
}

static void
remove_cb (PlyPictureRow *self)
{
  g_autoptr (PlyPlan) plan = ply_plan_new (_ ("Remove Picture"));

  set_asset (self, plan, NULL);
}

/* Pictures can also be dropped here. */
static gboolean
drop_cb (PlyPictureRow *self, const GValue *value)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL)
    return FALSE;
  ply_picture_load_async (file, self->cancellable, loaded_cb, g_object_ref (self));
  return TRUE;
}

static void
ply_picture_row_dispose (GObject *object)
{
  PlyPictureRow *self = PLY_PICTURE_ROW (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (ply_picture_row_parent_class)->dispose (object);
}

static void
ply_picture_row_finalize (GObject *object)
{
  PlyPictureRow *self = PLY_PICTURE_ROW (object);

  g_clear_object (&self->target);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown, g_bytes_unref);

  G_OBJECT_CLASS (ply_picture_row_parent_class)->finalize (object);
}

static void
ply_picture_row_class_init (PlyPictureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_picture_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ply_picture_row_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-picture-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyPictureRow, picture);
  gtk_widget_class_bind_template_child (widget_class, PlyPictureRow, placeholder);
  gtk_widget_class_bind_template_child (widget_class, PlyPictureRow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, PlyPictureRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
ply_picture_row_init (PlyPictureRow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), SHOWN_SIZE, SHOWN_SIZE);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

GtkWidget *
ply_picture_row_new (PlyEditTarget *target, const PlyField *field)
{
  PlyPictureRow *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target) && field != NULL, NULL);

  self = g_object_new (PLY_TYPE_PICTURE_ROW, "title", _ (field->label), NULL);
  self->target = g_object_ref (target);
  self->field = field;
  g_signal_connect_object (target, "refresh", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
