/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-longtext-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlyLongtextRow
{
  AdwPreferencesRow parent_instance;

  PlyEditTarget *target;
  const PlyField *field;

  char *stored;
  char *owner;
  gboolean loading, saving;

  GtkLabel *title_label;
  GtkLabel *complaint_label;
  GtkLabel *base_label;
  GtkLabel *error_label;
  GtkTextView *text_view;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (PlyLongtextRow, ply_longtext_row, ADW_TYPE_PREFERENCES_ROW)

static char *
dup_buffer_text (PlyLongtextRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_error (PlyLongtextRow *self, const char *message)
{
  show_text (self->error_label, message);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
load_text (PlyLongtextRow *self, const char *text)
{
  g_autofree char *shown = dup_buffer_text (self);
  GtkTextIter at;
  int offset;

  if (strcmp (shown, text) == 0)
    return;
  g_object_get (self->buffer, "cursor-position", &offset, NULL);
  self->loading = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &at, offset);
  gtk_text_buffer_place_cursor (self->buffer, &at);
  self->loading = FALSE;
}

static gboolean
set_owner (PlyLongtextRow *self)
{
  g_autofree char *owner = g_strconcat (ply_edit_target_get_id (self->target), "/",
                                        ply_edit_target_get_language (self->target), NULL);

  return g_set_str (&self->owner, owner);
}

static void
refresh (PlyLongtextRow *self)
{
  g_autofree char *stored = NULL;
  gboolean moved;

  if (ply_edit_target_get_record (self->target) == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self), ply_edit_target_shows (self->target, self->field));
  show_text (self->base_label, ply_edit_target_get_base_text (self->target, self->field));
  show_text (self->complaint_label, ply_edit_target_get_complaint (self->target, self->field));
  stored = ply_edit_target_dup_text (self->target, self->field);
  moved = set_owner (self);
  if ((!g_set_str (&self->stored, stored) && !moved) || self->saving)
    return;
  load_text (self, stored);
  show_error (self, NULL);
}

static void
changed_cb (PlyLongtextRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done;

  if (self->loading)
    return;

  text = dup_buffer_text (self);
  self->saving = TRUE;
  done = ply_edit_target_set_text (self->target, self->field, text, &error);
  self->saving = FALSE;
  show_error (self, done ? NULL : error->message);
}

static void
ply_longtext_row_finalize (GObject *object)
{
  PlyLongtextRow *self = PLY_LONGTEXT_ROW (object);

  g_clear_object (&self->target);
  g_clear_pointer (&self->stored, g_free);
  g_clear_pointer (&self->owner, g_free);

  G_OBJECT_CLASS (ply_longtext_row_parent_class)->finalize (object);
}

/* The row stands in the list for the text inside it. */
static gboolean
ply_longtext_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLY_LONGTEXT_ROW (widget)->text_view));
}

static void
ply_longtext_row_class_init (PlyLongtextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_longtext_row_finalize;
  widget_class->grab_focus = ply_longtext_row_grab_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-longtext-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyLongtextRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlyLongtextRow, complaint_label);
  gtk_widget_class_bind_template_child (widget_class, PlyLongtextRow, base_label);
  gtk_widget_class_bind_template_child (widget_class, PlyLongtextRow, error_label);
  gtk_widget_class_bind_template_child (widget_class, PlyLongtextRow, text_view);
  gtk_widget_class_bind_template_child (widget_class, PlyLongtextRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ply_longtext_row_init (PlyLongtextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ply_longtext_row_new (PlyEditTarget *target, const PlyField *field)
{
  PlyLongtextRow *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target) && field != NULL, NULL);

  self = g_object_new (PLY_TYPE_LONGTEXT_ROW, NULL);
  self->target = g_object_ref (target);
  self->field = field;
  gtk_label_set_label (self->title_label, _ (field->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), -1);
  g_signal_connect_object (target, "refresh", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
