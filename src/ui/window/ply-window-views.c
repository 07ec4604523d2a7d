/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-window-private.h"

#include "ply-search-page.h"
#include "ply-sidebar-row.h"
#include "ply-view-table.h"

#include <glib/gi18n-lib.h>

/* The window's views: made when they are first looked at, kept until the window closes. */

static const PlyView *
current_view (PlyWindow *self)
{
  return ply_view_table_lookup (gtk_stack_get_visible_child_name (self->pages));
}

static void
select_row (PlyWindow *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    if (g_strcmp0 (ply_sidebar_row_get_view (PLY_SIDEBAR_ROW (row))->id, id) == 0)
      {
        gtk_list_box_select_row (self->sidebar, row);
        if (gtk_widget_get_focus_child (GTK_WIDGET (self->sidebar)) != NULL)
          gtk_widget_grab_focus (GTK_WIDGET (row));
        return;
      }
  gtk_list_box_unselect_all (self->sidebar);
}

static void
row_activated_cb (PlyWindow *self, GtkListBoxRow *row)
{
  ply_window_show_view (self, ply_sidebar_row_get_view (PLY_SIDEBAR_ROW (row))->id);
}

GtkWidget *
ply_window_load_view (PlyWindow *self, const char *id)
{
  GtkWidget *page = g_hash_table_lookup (self->loaded, id);
  const PlyView *view = ply_view_table_lookup (id);

  if (page != NULL || view == NULL)
    return page;
  page = view->create (self->workspace);
  gtk_stack_add_named (self->pages, page, id);
  g_hash_table_insert (self->loaded, (char *) view->id, page);
  return page;
}

void
ply_window_show_view (PlyWindow *self, const char *id)
{
  g_return_if_fail (PLY_IS_WINDOW (self));

  if (self->workspace == NULL || ply_window_load_view (self, id) == NULL)
    return;
  select_row (self, id);
  gtk_stack_set_visible_child_name (self->pages, id);
  adw_navigation_page_set_title (self->content_page, _ (ply_view_table_lookup (id)->title));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

void
ply_window_show_record (PlyWindow *self, PlyKind kind, const char *id)
{
  /* A talk is shown inside its session. */
  const PlyView *view = ply_view_table_for_kind (kind == PLY_KIND_TALK ? PLY_KIND_SESSION : kind);

  if (view == NULL)
    return;
  ply_window_show_view (self, view->id);
  if (view->show != NULL)
    view->show (ply_window_load_view (self, view->id), kind, id);
}

static void
show_search_page (PlyWindow *self)
{
  if (self->search_page == NULL)
    {
      self->search_page = ply_search_page_new (self->workspace);
      gtk_stack_add_named (self->pages, self->search_page, "search");
    }
  gtk_list_box_unselect_all (self->sidebar);
  gtk_stack_set_visible_child_name (self->pages, "search");
  adw_navigation_page_set_title (self->content_page, _ ("Search"));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  ply_search_page_begin (PLY_SEARCH_PAGE (self->search_page));
}

void
ply_window_search (PlyWindow *self, gboolean everything)
{
  const PlyView *view = current_view (self);

  if (!everything && view != NULL && view->search != NULL)
    {
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
      view->search (ply_window_load_view (self, view->id));
    }
  else
    show_search_page (self);
}

void
ply_window_fill_sidebar (PlyWindow *self)
{
  guint n_views;
  const PlyView *views = ply_view_table_get (&n_views);

  for (guint i = 0; i < n_views; i++)
    gtk_list_box_append (self->sidebar, ply_sidebar_row_new (&views[i], self->workspace));
  g_signal_connect_object (self->sidebar, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
}
