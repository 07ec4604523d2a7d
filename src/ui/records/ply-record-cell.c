/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-record-cell.h"

#include "ply-color-dot.h"

#define SPACING 6

struct _PlyRecordCell
{
  GtkWidget parent_instance;

  PlyWorkspace *workspace;
  const PlyColumn *column;

  PlyItem *item;
  gulong changed_id;

  GtkWidget *dot;
  GtkWidget *label;
  GtkWidget *summary_label;
};

G_DEFINE_FINAL_TYPE (PlyRecordCell, ply_record_cell, GTK_TYPE_WIDGET)

static GtkWidget *
label_new (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                       "single-line-mode", TRUE, "hexpand", TRUE, NULL);
}

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
}

static void
update (PlyRecordCell *self)
{
  PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  gconstpointer record = ply_item_get_record (self->item);
  g_autofree char *text = self->column->dup_text (snapshot, record);

  show_text (self->label, text);
  if (self->dot != NULL)
    ply_color_dot_set_color (PLY_COLOR_DOT (self->dot), self->column->get_color (snapshot, record));
  if (self->summary_label != NULL)
    {
      g_autofree char *summary = ply_record_columns_dup_summary (snapshot, record);

      show_text (self->summary_label, summary);
    }
}

static void
let_go (PlyRecordCell *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
}

static void
ply_record_cell_dispose (GObject *object)
{
  PlyRecordCell *self = PLY_RECORD_CELL (object);
  GtkWidget *child;

  let_go (self);
  g_clear_object (&self->workspace);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ply_record_cell_parent_class)->dispose (object);
}

static void
ply_record_cell_class_init (PlyRecordCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ply_record_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ply_record_cell_init (PlyRecordCell *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              SPACING);
}

/* Hundreds of cells are made at once: a label alone needs no box around it. */
static void
add_labels (PlyRecordCell *self, gboolean two_lines)
{
  GtkWidget *box;

  self->label = label_new ();
  if (!two_lines)
    {
      gtk_widget_set_parent (self->label, GTK_WIDGET (self));
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->summary_label = label_new ();
  gtk_widget_add_css_class (self->summary_label, "caption");
  gtk_widget_add_css_class (self->summary_label, "dimmed");
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->summary_label);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
ply_record_cell_new (PlyWorkspace *workspace, const PlyColumn *column, gboolean two_lines)
{
  PlyRecordCell *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace) && column != NULL, NULL);

  self = g_object_new (PLY_TYPE_RECORD_CELL, NULL);
  self->workspace = g_object_ref (workspace);
  self->column = column;
  if (column->get_color != NULL)
    {
      self->dot = ply_color_dot_new ();
      gtk_widget_set_parent (self->dot, GTK_WIDGET (self));
    }
  add_labels (self, two_lines);
  return GTK_WIDGET (self);
}

void
ply_record_cell_set_item (PlyRecordCell *self, PlyItem *item)
{
  g_return_if_fail (PLY_IS_RECORD_CELL (self));

  let_go (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  update (self);
}
