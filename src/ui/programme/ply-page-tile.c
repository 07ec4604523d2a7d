/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-page-tile.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _PlyPageTile
{
  GtkWidget parent_instance;

  guint page;
  GdkTexture *texture;
  GArray *marks;
  int active_mark;
  double scale;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (PlyPageTile, ply_page_tile, GTK_TYPE_WIDGET)

static void
snapshot_marks (PlyPageTile *self, GtkSnapshot *snapshot)
{
  static const GdkRGBA all = { 1.0f, 0.84f, 0.0f, 0.35f }, active = { 1.0f, 0.47f, 0.0f, 0.5f };

  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      graphene_rect_t mark = g_array_index (self->marks, graphene_rect_t, i);

      graphene_rect_scale (&mark, (float) self->scale, (float) self->scale, &mark);
      graphene_rect_inset (&mark, -1, -1);
      gtk_snapshot_append_color (snapshot, (int) i == self->active_mark ? &active : &all, &mark);
    }
}

static void
snapshot_frame (PlyPageTile *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  float width = self->selected ? 3 : 1;
  GdkRGBA colour = { 0, 0, 0, 0.15f };
  AdwStyleManager *style = adw_style_manager_get_default ();
  GskRoundedRect outline;
  graphene_rect_t outer = *bounds;

  graphene_rect_inset (&outer, -width, -width);
  gsk_rounded_rect_init_from_rect (&outline, &outer, self->selected ? 3 : 0);
  if (self->selected)
    {
      g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);

      colour = *accent;
    }
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { width, width, width, width },
                              (GdkRGBA[]) { colour, colour, colour, colour });
}

static void
ply_page_tile_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  PlyPageTile *self = PLY_PAGE_TILE (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
  else
    gtk_snapshot_append_color (snapshot, &white, &bounds);
  snapshot_marks (self, snapshot);
  snapshot_frame (self, snapshot, &bounds);
}

static void
ply_page_tile_finalize (GObject *object)
{
  PlyPageTile *self = PLY_PAGE_TILE (object);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->marks, g_array_unref);

  G_OBJECT_CLASS (ply_page_tile_parent_class)->finalize (object);
}

static void
ply_page_tile_class_init (PlyPageTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_page_tile_finalize;
  widget_class->snapshot = ply_page_tile_snapshot;
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ply_page_tile_init (PlyPageTile *self)
{
  self->page = G_MAXUINT;
  self->active_mark = -1;
}

GtkWidget *
ply_page_tile_new (void)
{
  return g_object_new (PLY_TYPE_PAGE_TILE, NULL);
}

void
ply_page_tile_set_page (PlyPageTile *self, guint page, guint n_pages)
{
  g_autofree char *label = NULL;

  g_return_if_fail (PLY_IS_PAGE_TILE (self));

  if (self->page != page)
    g_clear_object (&self->texture);
  self->page = page;
  /* Translators: %1$u is a page's number, %2$u the number of pages */
  label = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n_pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
ply_page_tile_set_texture (PlyPageTile *self, GdkTexture *texture)
{
  g_return_if_fail (PLY_IS_PAGE_TILE (self));

  if (texture != NULL && g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ply_page_tile_set_marks (PlyPageTile *self, GArray *marks, int active, double scale)
{
  g_return_if_fail (PLY_IS_PAGE_TILE (self));

  if (self->marks == marks && self->active_mark == active && self->scale == scale && marks == NULL)
    return;
  if (marks != NULL)
    g_array_ref (marks);
  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = marks;
  self->active_mark = active;
  self->scale = scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ply_page_tile_set_selected (PlyPageTile *self, gboolean selected)
{
  g_return_if_fail (PLY_IS_PAGE_TILE (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
