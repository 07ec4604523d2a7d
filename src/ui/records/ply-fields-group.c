/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-fields-group.h"

#include "ply-field-row.h"

struct _PlyFieldsGroup
{
  AdwPreferencesGroup parent_instance;

  PlyEditTarget *target;
  GPtrArray *fields; /* const PlyField, those that have a row */
};

G_DEFINE_FINAL_TYPE (PlyFieldsGroup, ply_fields_group, ADW_TYPE_PREFERENCES_GROUP)

static void
refresh (PlyFieldsGroup *self)
{
  gboolean shows = FALSE;

  for (guint i = 0; i < self->fields->len && !shows; i++)
    shows = ply_edit_target_shows (self->target, g_ptr_array_index (self->fields, i));
  gtk_widget_set_visible (GTK_WIDGET (self), shows);
}

static void
add_row (PlyFieldsGroup *self, const char *name)
{
  const PlyField *field = ply_field_lookup (ply_edit_target_get_kind (self->target), name);
  GtkWidget *row;

  g_return_if_fail (field != NULL);

  row = ply_field_row_new (self->target, field);
  if (row == NULL)
    return;
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->fields, (gpointer) field);
}

static void
ply_fields_group_finalize (GObject *object)
{
  PlyFieldsGroup *self = PLY_FIELDS_GROUP (object);

  g_clear_object (&self->target);
  g_clear_pointer (&self->fields, g_ptr_array_unref);

  G_OBJECT_CLASS (ply_fields_group_parent_class)->finalize (object);
}

static void
ply_fields_group_class_init (PlyFieldsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_fields_group_finalize;
}

static void
ply_fields_group_init (PlyFieldsGroup *self)
{
  self->fields = g_ptr_array_new ();
}

GtkWidget *
ply_fields_group_new (PlyEditTarget *target, const char *title, const char *const *names)
{
  PlyFieldsGroup *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target) && names != NULL, NULL);

  self = g_object_new (PLY_TYPE_FIELDS_GROUP, NULL);
  self->target = g_object_ref (target);
  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  for (guint i = 0; names[i] != NULL; i++)
    add_row (self, names[i]);
  if (self->fields->len == 0)
    {
      g_object_unref (g_object_ref_sink (self));
      return NULL;
    }
  g_signal_connect_object (target, "refresh", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
