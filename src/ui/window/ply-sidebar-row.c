/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-sidebar-row.h"

#include <glib/gi18n-lib.h>

struct _PlySidebarRow
{
  GtkListBoxRow parent_instance;

  const PlyView *view;
  PlyWorkspace *workspace; /* unowned: the window's, which outlives its rows */
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (PlySidebarRow, ply_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_count (PlySidebarRow *self)
{
  guint n = ply_snapshot_get_n (ply_workspace_get_snapshot (self->workspace), self->view->counted);
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *name = g_strdup_printf ("%s, %u", _ (self->view->title), n);

  gtk_label_set_label (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
ply_sidebar_row_class_init (PlySidebarRowClass *klass)
{
}

static void
ply_sidebar_row_init (PlySidebarRow *self)
{
}

static void
add_count (PlySidebarRow *self, GtkBox *box)
{
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (box, GTK_WIDGET (self->count));
  update_count (self);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ply_sidebar_row_new (const PlyView *view, PlyWorkspace *workspace)
{
  PlySidebarRow *self = g_object_new (PLY_TYPE_SIDEBAR_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ (view->title));

  self->view = view;
  self->workspace = workspace;
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (view->icon));
  gtk_box_append (GTK_BOX (box), title);
  if (view->counted != PLY_N_KINDS)
    add_count (self, GTK_BOX (box));
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (view->title), -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

const PlyView *
ply_sidebar_row_get_view (PlySidebarRow *self)
{
  g_return_val_if_fail (PLY_IS_SIDEBAR_ROW (self), NULL);
  return self->view;
}
