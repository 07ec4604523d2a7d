/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-fix-popover.h"

#include "ply-fixes.h"

#include <glib/gi18n-lib.h>

/* The second fits a window of 360 pixels. */
#define WIDTH_CHARS 52
#define WIDTH_CHARS_NARROW 32

struct _PlyFixPopover
{
  GtkPopover parent_instance;

  /* Owned */
  PlyWorkspace *workspace;
  GPtrArray *fixes; /* PlyFix, as the rows of @list */

  gboolean narrow;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PlyFixPopover, ply_fix_popover, GTK_TYPE_POPOVER)

static GtkWidget *
label_new (PlyFixPopover *self, const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "max-width-chars",
                       self->narrow ? WIDTH_CHARS_NARROW : WIDTH_CHARS, NULL);
}

static GtkWidget *
row_new (PlyFixPopover *self, const PlyFix *fix)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *detail = label_new (self, fix->detail);

  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dimmed");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), label_new (self, fix->label));
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, fix->label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fix->detail, -1);
  return row;
}

static void
row_activated_cb (PlyFixPopover *self, GtkListBoxRow *row)
{
  /* What is done takes the popover away, and its button. */
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  PlyFix *fix = self->fixes->pdata[gtk_list_box_row_get_index (row)];
  /* Translators: %s is what has just been done, such as "Move “Opening” to Hall B" */
  g_autofree char *message = g_strdup_printf (_ ("Done: %s"), fix->label);
  g_autoptr (PlyWorkspace) workspace = g_object_ref (self->workspace);
  g_autoptr (PlyPlan) plan = g_steal_pointer (&fix->plan);
  g_autoptr (GError) error = NULL;

  gtk_popover_popdown (GTK_POPOVER (self));
  if (!ply_workspace_run (workspace, plan, NULL, &error))
    gtk_widget_activate_action (root, "win.report", "s", error->message);
  else
    gtk_widget_activate_action (root, "win.undo-toast", "s", message);
}

/* The event is another now: the plans would be of yesterday. */
static void
workspace_changed_cb (PlyFixPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
ply_fix_popover_finalize (GObject *object)
{
  PlyFixPopover *self = PLY_FIX_POPOVER (object);

  g_clear_pointer (&self->fixes, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ply_fix_popover_parent_class)->finalize (object);
}

static void
ply_fix_popover_class_init (PlyFixPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_fix_popover_finalize;
}

static void
ply_fix_popover_init (PlyFixPopover *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Ways to Fix It"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->list));
}

static void
show_none (PlyFixPopover *self)
{
  GtkWidget *label =
      label_new (self, _ ("No way was found that solves this without a new error. Moving "
                          "something else first may help."));

  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_popover_set_child (GTK_POPOVER (self), label);
}

GtkWidget *
ply_fix_popover_new (PlyWorkspace *workspace, PlyConflictItem *item, gboolean narrow)
{
  PlyFixPopover *self;
  const PlyConflict *conflict;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace) && PLY_IS_CONFLICT_ITEM (item), NULL);

  self = g_object_new (PLY_TYPE_FIX_POPOVER, NULL);
  self->workspace = g_object_ref (workspace);
  self->narrow = narrow;
  conflict = ply_conflict_item_get_conflict (item);
  self->fixes = conflict != NULL ? ply_fixes_for (ply_workspace_get_conflicts (workspace), conflict)
                                 : g_ptr_array_new ();
  for (guint i = 0; i < self->fixes->len; i++)
    gtk_list_box_append (self->list, row_new (self, self->fixes->pdata[i]));
  if (self->fixes->len == 0)
    show_none (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
