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
  guint count_source; /* until the first frame is out */
};

G_DEFINE_FINAL_TYPE (PlySidebarRow, ply_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_name (PlySidebarRow *self, const char *counted)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", _ (self->view->title), counted);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_count (PlySidebarRow *self)
{
  guint n = ply_snapshot_get_n (ply_workspace_get_snapshot (self->workspace), self->view->counted);
  g_autofree char *text = g_strdup_printf ("%u", n);

  gtk_label_set_label (self->count, text);
  set_name (self, text);
}

/* Of a view that counts for itself. */
static void
update_own_count (PlySidebarRow *self)
{
  g_autofree char *words = self->view->count (self->workspace, self->count);

  set_name (self, words);
}

static gboolean
first_count_cb (gpointer data)
{
  PlySidebarRow *self = data;

  self->count_source = 0;
  update_own_count (self);
  g_signal_connect_object (self->workspace, "conflicts-changed", G_CALLBACK (update_own_count),
                           self, G_CONNECT_SWAPPED);
  return G_SOURCE_REMOVE;
}

static void
ply_sidebar_row_dispose (GObject *object)
{
  g_clear_handle_id (&PLY_SIDEBAR_ROW (object)->count_source, g_source_remove);

  G_OBJECT_CLASS (ply_sidebar_row_parent_class)->dispose (object);
}

static void
ply_sidebar_row_class_init (PlySidebarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ply_sidebar_row_dispose;
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
  if (self->view->count != NULL)
    {
      /* Nothing is more urgent than the first frame. */
      self->count_source = g_idle_add_full (G_PRIORITY_LOW, first_count_cb, self, NULL);
      return;
    }
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
  if (view->counted != PLY_N_KINDS || view->count != NULL)
    add_count (self, GTK_BOX (box));
  if (view->counted == PLY_N_KINDS)
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
