/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-overview-page.h"

#include <glib/gi18n-lib.h>

struct _PlyOverviewPage
{
  AdwBin parent_instance;

  /* Owned */
  PlyWorkspace *workspace;
  GHashTable *count_rows; /* kind -> AdwActionRow */

  /* Template */
  AdwPreferencesPage *page;
  AdwPreferencesGroup *counts_group;
};

G_DEFINE_FINAL_TYPE (PlyOverviewPage, ply_overview_page, ADW_TYPE_BIN)

static void
ply_overview_page_dispose (GObject *object)
{
  PlyOverviewPage *self = PLY_OVERVIEW_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLY_TYPE_OVERVIEW_PAGE);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ply_overview_page_parent_class)->dispose (object);
}

static void
ply_overview_page_class_init (PlyOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_overview_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyOverviewPage, page);
  gtk_widget_class_bind_template_child (widget_class, PlyOverviewPage, counts_group);
}

static void
ply_overview_page_init (PlyOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ply_overview_page_new (PlyWorkspace *workspace)
{
  PlyOverviewPage *self = g_object_new (PLY_TYPE_OVERVIEW_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}
