/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-child-row.h"

#include "ply-field-row.h"

struct _PlyChildRow
{
  AdwExpanderRow parent_instance;

  PlyEditTarget *parent;
  PlyEditTarget *target;
  const char *field_names;
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (PlyChildRow, ply_child_row, ADW_TYPE_EXPANDER_ROW)

static void
refresh (PlyChildRow *self)
{
  ply_edit_target_set_language (self->target, ply_edit_target_get_language (self->parent));
}

/* Most rows are never unfolded. */
static void
fill (PlyChildRow *self)
{
  g_auto (GStrv) names = NULL;

  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->filled = TRUE;
  names = g_strsplit (self->field_names, " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    adw_expander_row_add_row (
        ADW_EXPANDER_ROW (self),
        ply_field_row_new (self->target,
                           ply_field_lookup (ply_edit_target_get_kind (self->target), names[i])));
}

static void
ply_child_row_finalize (GObject *object)
{
  PlyChildRow *self = PLY_CHILD_ROW (object);

  g_clear_object (&self->parent);
  g_clear_object (&self->target);

  G_OBJECT_CLASS (ply_child_row_parent_class)->finalize (object);
}

static void
ply_child_row_class_init (PlyChildRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_child_row_finalize;
}

static void
ply_child_row_init (PlyChildRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (self), 2);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 2);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (fill), NULL);
}

GtkWidget *
ply_child_row_new (PlyEditTarget *parent, gconstpointer child, const char *field_names)
{
  PlyChildRow *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (parent) && child != NULL, NULL);

  self = g_object_new (PLY_TYPE_CHILD_ROW, NULL);
  self->parent = g_object_ref (parent);
  self->target =
      ply_edit_target_new (ply_edit_target_get_workspace (parent), PLY_RECORD (child)->kind);
  self->field_names = field_names;
  ply_edit_target_set_id (self->target, PLY_RECORD (child)->id);
  g_signal_connect_object (parent, "refresh", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

void
ply_child_row_show (PlyChildRow *self, const char *title, const char *subtitle)
{
  g_return_if_fail (PLY_IS_CHILD_ROW (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle != NULL ? subtitle : "");
}
