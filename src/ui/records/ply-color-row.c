/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-color-row.h"

#include <glib/gi18n-lib.h>

struct _PlyColorRow
{
  AdwActionRow parent_instance;

  PlyEditTarget *target;
  const PlyField *field;
  gboolean loading;

  GtkWidget *button;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (PlyColorRow, ply_color_row, ADW_TYPE_ACTION_ROW)

static void
save (PlyColorRow *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!ply_edit_target_set_text (self->target, self->field, text, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.report", "s", error->message);
}

static void
refresh (PlyColorRow *self)
{
  gconstpointer record = ply_edit_target_get_record (self->target);
  GdkRGBA color = { 0.5, 0.5, 0.5, 1 };
  const char *text;

  if (record == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self), ply_edit_target_shows (self->target, self->field));
  text = ply_record_get_text (record, self->field);
  if (text != NULL)
    gdk_rgba_parse (&color, text);
  self->loading = TRUE;
  gtk_color_dialog_button_set_rgba (GTK_COLOR_DIALOG_BUTTON (self->button), &color);
  self->loading = FALSE;
  gtk_widget_set_visible (self->clear_button, text != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text != NULL ? text : _ ("None"));
}

static void
chosen_cb (PlyColorRow *self)
{
  const GdkRGBA *color = gtk_color_dialog_button_get_rgba (GTK_COLOR_DIALOG_BUTTON (self->button));
  g_autofree char *text = NULL;

  if (self->loading)
    return;
  text = g_strdup_printf ("#%02x%02x%02x", (int) (color->red * 255 + 0.5),
                          (int) (color->green * 255 + 0.5), (int) (color->blue * 255 + 0.5));
  save (self, text);
}

static void
clear_cb (PlyColorRow *self)
{
  save (self, "");
}

static void
ply_color_row_finalize (GObject *object)
{
  g_clear_object (&PLY_COLOR_ROW (object)->target);

  G_OBJECT_CLASS (ply_color_row_parent_class)->finalize (object);
}

static void
ply_color_row_class_init (PlyColorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_color_row_finalize;
}

static void
ply_color_row_init (PlyColorRow *self)
{
  GtkColorDialog *dialog = gtk_color_dialog_new ();

  gtk_color_dialog_set_with_alpha (dialog, FALSE);
  self->button = gtk_color_dialog_button_new (dialog);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->button, _ ("Choose a Color"));
  g_signal_connect_object (self->button, "notify::rgba", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);

  self->clear_button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_valign (self->clear_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->clear_button, _ ("Remove the Color"));
  gtk_widget_add_css_class (self->clear_button, "flat");
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (clear_cb), self,
                           G_CONNECT_SWAPPED);

  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->clear_button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->button);
}

GtkWidget *
ply_color_row_new (PlyEditTarget *target, const PlyField *field)
{
  PlyColorRow *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target) && field != NULL, NULL);

  self = g_object_new (PLY_TYPE_COLOR_ROW, "title", _ (field->label), NULL);
  self->target = g_object_ref (target);
  self->field = field;
  g_signal_connect_object (target, "refresh", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
