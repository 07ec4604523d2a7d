/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-records-page.h"

#include "ply-editor-page.h"
#include "ply-record-list.h"
#include "ply-record-words.h"
#include "ply-records-page-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (PlyRecordsPage, ply_records_page, ADW_TYPE_BIN)

static PlySnapshot *
get_snapshot (PlyRecordsPage *self)
{
  return ply_workspace_get_snapshot (self->workspace);
}

/* Words and buttons */

static void
update_count (PlyRecordsPage *self)
{
  guint n = ply_record_list_get_n_shown (self->list);
  g_autofree char *count = ply_record_words_dup_count (self->kind, n);

  adw_window_title_set_subtitle (self->window_title, count);
}

static void
update_actions (PlyRecordsPage *self, guint n_selected)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean ranked = ply_field_lookup (self->kind, "rank") != NULL;

  gtk_widget_action_set_enabled (widget, "records.delete", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "records.duplicate", n_selected == 1);
  gtk_widget_action_set_enabled (widget, "records.move-up", ranked && n_selected == 1);
  gtk_widget_action_set_enabled (widget, "records.move-down", ranked && n_selected == 1);
  gtk_widget_set_visible (GTK_WIDGET (self->move_box), ranked);
}

/* The editor */

static void
show_several (PlyRecordsPage *self, guint n)
{
  g_autofree char *count = ply_record_words_dup_count (self->kind, n);

  adw_status_page_set_title (self->several_page, count);
  gtk_stack_set_visible_child_name (self->editor_stack, "several");
}

static void
show_one (PlyRecordsPage *self, const char *id)
{
  if (g_strcmp0 (ply_editor_page_get_id (self->editor_page), id) != 0)
    {
      adw_navigation_view_pop_to_page (self->navigation_view,
                                       ADW_NAVIGATION_PAGE (self->editor_page));
      ply_editor_page_set_id (self->editor_page, id);
    }
  gtk_stack_set_visible_child_name (self->editor_stack, "one");
}

static void
open_editor (PlyRecordsPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
}

static void
close_editor (PlyRecordsPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
}

/* Where the editor covers the list, it opens when asked for only. */
static void
selection_cb (PlyRecordsPage *self)
{
  g_auto (GStrv) selected = ply_record_list_dup_selected (self->list);
  guint n_selected = g_strv_length (selected);

  update_actions (self, n_selected);
  if (n_selected == 1)
    show_one (self, selected[0]);
  else if (n_selected > 1)
    show_several (self, n_selected);
  if (n_selected == 0)
    close_editor (self);
  else if (!adw_overlay_split_view_get_collapsed (self->split_view) && !self->closed)
    open_editor (self);
}

static void
activated_cb (PlyRecordsPage *self)
{
  self->closed = FALSE;
  open_editor (self);
  ply_editor_page_focus_first (self->editor_page, FALSE);
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyRecordsPage *self = PLY_RECORDS_PAGE (widget);

  self->closed = TRUE;
  close_editor (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Escape goes from the editor to the list first, and puts the editor away only then. */
static void
leave_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyRecordsPage *self = PLY_RECORDS_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (!adw_overlay_split_view_get_collapsed (self->split_view) && focus != NULL
      && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->editor_stack)))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else
    close_cb (widget, action, parameter);
}

static void
collapsed_cb (PlyRecordsPage *self)
{
  gboolean collapsed = adw_overlay_split_view_get_collapsed (self->split_view);

  ply_record_list_set_click_opens (self->list, collapsed);
  gtk_button_set_icon_name (GTK_BUTTON (self->close_button),
                            collapsed ? "go-previous-symbolic" : "sidebar-show-right-symbolic");
  gtk_widget_set_tooltip_text (self->close_button, collapsed ? _ ("Back") : _ ("Hide the Editor"));
  if (!collapsed)
    selection_cb (self);
}

static void
show_talk_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyRecordsPage *self = PLY_RECORDS_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (self->talk_page == NULL)
    self->talk_page = g_object_ref_sink (ply_editor_page_new (self->workspace, PLY_KIND_TALK));
  ply_editor_page_set_id (self->talk_page, id);
  if (adw_navigation_view_get_visible_page (self->navigation_view)
      != ADW_NAVIGATION_PAGE (self->talk_page))
    adw_navigation_view_push (self->navigation_view, ADW_NAVIGATION_PAGE (self->talk_page));
  ply_editor_page_focus_first (self->talk_page, FALSE);
}

/* A talk that was deleted or undone cannot be looked at any longer. */
static void
workspace_changed_cb (PlyRecordsPage *self)
{
  if (self->talk_page != NULL
      && adw_navigation_view_get_visible_page (self->navigation_view)
             == ADW_NAVIGATION_PAGE (self->talk_page)
      && ply_snapshot_lookup (get_snapshot (self), PLY_KIND_TALK,
                              ply_editor_page_get_id (self->talk_page))
             == NULL)
    adw_navigation_view_pop (self->navigation_view);
}

/* Search */

static void
search_cb (PlyRecordsPage *self)
{
  ply_record_list_set_search (self->list,
                              gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ply_records_page_set_search (PLY_RECORDS_PAGE (widget), NULL);
}

static void
search_next_cb (PlyRecordsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
set_up_editor (PlyRecordsPage *self)
{
  self->editor_page = ply_editor_page_new (self->workspace, self->kind);
  self->close_button = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->close_button), "records.close-editor");
  ply_editor_page_add_button (self->editor_page, self->close_button);
  adw_navigation_view_add (self->navigation_view, ADW_NAVIGATION_PAGE (self->editor_page));
}

static void
set_up_list (PlyRecordsPage *self)
{
  self->list = PLY_RECORD_LIST (ply_record_list_new (self->workspace, self->kind));
  adw_toolbar_view_set_content (self->toolbar_view, GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "selection-changed", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "counted", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
}

static void
ply_records_page_dispose (GObject *object)
{
  PlyRecordsPage *self = PLY_RECORDS_PAGE (object);

  g_clear_object (&self->talk_page);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ply_records_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PlyRecordsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordsPage, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordsPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordsPage, move_box);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordsPage, editor_stack);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordsPage, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordsPage, several_page);
}

static void
ply_records_page_class_init (PlyRecordsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_records_page_dispose;

  gtk_widget_class_install_action (widget_class, "records.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "records.close-editor", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "records.leave-editor", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "records.show-talk", "s", show_talk_cb);
  ply_records_page_install_edit_actions (widget_class);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-records-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
}

static void
ply_records_page_init (PlyRecordsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

GtkWidget *
ply_records_page_new (PlyWorkspace *workspace, PlyKind kind)
{
  PlyRecordsPage *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_RECORDS_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  adw_window_title_set_title (self->window_title, ply_record_words_title (kind));
  gtk_widget_set_tooltip_text (self->add_button, ply_record_words_add (kind));
  set_up_list (self);
  set_up_editor (self);
  update_count (self);
  update_actions (self, 0);
  collapsed_cb (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ply_records_page_show (PlyRecordsPage *self, const char *id)
{
  const PlyTalk *talk;
  const char *shown;

  g_return_if_fail (PLY_IS_RECORDS_PAGE (self) && id != NULL);

  talk = ply_snapshot_lookup (get_snapshot (self), PLY_KIND_TALK, id);
  shown = talk != NULL ? talk->session : id;
  if (!ply_record_list_select (self->list, shown))
    {
      ply_records_page_set_search (self, "");
      ply_record_list_select (self->list, shown);
    }
  show_one (self, shown);
  self->closed = FALSE;
  open_editor (self);
  if (talk != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "records.show-talk", "s", id);
}

void
ply_records_page_set_search (PlyRecordsPage *self, const char *text)
{
  g_return_if_fail (PLY_IS_RECORDS_PAGE (self));

  if (text != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
      /* At once, not after the entry's delay. */
      search_cb (self);
    }
  gtk_search_bar_set_search_mode (self->search_bar, text == NULL || *text != '\0');
  if (text != NULL && *text == '\0')
    return;
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    close_editor (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
ply_records_page_set_switcher (PlyRecordsPage *self, GtkWidget *switcher)
{
  g_return_if_fail (PLY_IS_RECORDS_PAGE (self) && GTK_IS_WIDGET (switcher));

  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (switcher, 6);
  gtk_widget_set_margin_end (switcher, 6);
  gtk_widget_set_margin_bottom (switcher, 6);
  adw_toolbar_view_add_top_bar (self->toolbar_view, switcher);
}
