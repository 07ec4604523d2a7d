/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-page.h"

#include "ply-conflict-filter.h"
#include "ply-conflict-filter-popover.h"
#include "ply-conflict-row.h"
#include "ply-conflict-segments.h"
#include "ply-conflict-settings.h"
#include "ply-conflict-words.h"

#include <glib/gi18n-lib.h>

#define FRAMES_TO_SETTLE 3

struct _PlyConflictsPage
{
  AdwBin parent_instance;

  /* Owned */
  PlyWorkspace *workspace;
  PlyConflictFilter *filter;
  GtkFilterListModel *filtered;
  GListModel *shown; /* sorted, with a section for each kind */
  gboolean waived;   /* these are shown */
  guint n_frames;    /* until the list has settled at its top */

  /* Template */
  AdwBreakpointBin *breakpoint_bin;
  AdwWindowTitle *window_title;
  GtkMenuButton *filter_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  AdwToggleGroup *segments;
  GtkStack *stack;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (PlyConflictsPage, ply_conflicts_page, ADW_TYPE_BIN)

/* State */

static const char *
choose_state (PlyConflictsPage *self)
{
  if (g_list_model_get_n_items (self->shown) > 0)
    return "list";
  if (ply_conflict_filter_is_active (self->filter)
      && g_list_model_get_n_items (gtk_filter_list_model_get_model (self->filtered)) > 0)
    return "no-match";
  return self->waived ? "no-waived" : "none";
}

static void
update (PlyConflictsPage *self)
{
  g_autofree char *count = ply_conflict_words_dup_n (g_list_model_get_n_items (self->shown));

  adw_window_title_set_subtitle (self->window_title, count);
  gtk_stack_set_visible_child_name (self->stack, choose_state (self));
}

static void
workspace_changed_cb (PlyConflictsPage *self)
{
  ply_conflict_segments_update (self->segments, self->workspace);
  update (self);
}

/* Filters */

/* What is found begins at the top with its head, which the list scrolls away while it lays itself
 * out: only the frame after that can mend it. */
static gboolean
scroll_up_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlyConflictsPage *self = data;

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)), 0);
  return --self->n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
scroll_up (PlyConflictsPage *self)
{
  if (self->n_frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), scroll_up_cb, self, NULL);
  self->n_frames = FRAMES_TO_SETTLE;
}

static void
filter_changed_cb (PlyConflictsPage *self)
{
  guint n = ply_conflict_filter_count (self->filter);
  g_autofree char *tooltip =
      /* Translators: %u is the number of filters that are in use */
      n > 0 ? g_strdup_printf (ngettext ("Filter (%u in use)", "Filter (%u in use)", n), n)
            : g_strdup (_ ("Filter"));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filter_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  if (n > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
  update (self);
  scroll_up (self);
}

static void
show_waived (PlyConflictsPage *self, gboolean waived)
{
  self->waived = waived;
  gtk_filter_list_model_set_model (self->filtered,
                                   waived ? ply_workspace_get_waived_items (self->workspace)
                                          : ply_workspace_get_conflict_items (self->workspace));
}

static void
segment_cb (PlyConflictsPage *self)
{
  PlySeverity severity;
  gboolean waived;

  if (self->filtered == NULL)
    return;
  waived = ply_conflict_segments_get (self->segments, &severity);
  ply_conflict_filter_set_severity (self->filter, severity);
  if (waived != self->waived)
    show_waived (self, waived);
  update (self);
  scroll_up (self);
}

static void
search_cb (PlyConflictsPage *self)
{
  ply_conflict_filter_set_text (self->filter,
                                gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_next_cb (PlyConflictsPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyConflictsPage *self = PLY_CONFLICTS_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  ply_conflict_filter_set_text (self->filter, "");
  ply_conflict_filter_set_kind (self->filter, PLY_N_CONFLICT_KINDS);
  ply_conflict_filter_set_day (self->filter, NULL);
  ply_conflict_filter_set_track (self->filter, NULL);
  adw_toggle_group_set_active_name (self->segments, self->waived ? "waived" : "all");
}

static void
settings_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (ply_conflict_settings_new (PLY_CONFLICTS_PAGE (widget)->workspace), widget);
}

/* Rows */

static void
activate_cb (PlyConflictsPage *self, guint position)
{
  g_autoptr (PlyConflictItem) item = g_list_model_get_item (self->shown, position);
  guint n;
  const PlyConflictRecord *records = ply_conflict_item_get_records (item, &n);

  if (n > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)",
                                ply_kind_get_info (records[0].kind)->name, records[0].id);
}

static gboolean
is_narrow (PlyConflictsPage *self)
{
  return adw_breakpoint_bin_get_current_breakpoint (self->breakpoint_bin) != NULL;
}

static void
breakpoint_cb (PlyConflictsPage *self)
{
  ply_conflict_segments_set_narrow (self->segments, self->workspace, is_narrow (self));
}

static void
row_breakpoint_cb (PlyConflictRow *row, GParamSpec *pspec, AdwBreakpointBin *breakpoint_bin)
{
  ply_conflict_row_set_narrow (row,
                               adw_breakpoint_bin_get_current_breakpoint (breakpoint_bin) != NULL);
}

static void
setup_cb (PlyConflictsPage *self, GtkListItem *list_item)
{
  GtkWidget *row = ply_conflict_row_new (self->workspace);

  ply_conflict_row_set_narrow (PLY_CONFLICT_ROW (row), is_narrow (self));
  g_signal_connect_object (self->breakpoint_bin, "notify::current-breakpoint",
                           G_CALLBACK (row_breakpoint_cb), row, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
  g_object_bind_property (row, "description", list_item, "accessible-label", G_BINDING_DEFAULT);
}

static void
bind_cb (PlyConflictsPage *self, GtkListItem *list_item)
{
  ply_conflict_row_set_item (PLY_CONFLICT_ROW (gtk_list_item_get_child (list_item)),
                             gtk_list_item_get_item (list_item));
}

static void
unbind_cb (PlyConflictsPage *self, GtkListItem *list_item)
{
  ply_conflict_row_set_item (PLY_CONFLICT_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* Heads: the kind, and how many there are */

static void
update_header (GtkListHeader *header)
{
  PlyConflictItem *item = gtk_list_header_get_item (header);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_header_get_child (header));
  GtkWidget *count = gtk_widget_get_next_sibling (title);
  g_autofree char *number = g_strdup_printf ("%u", gtk_list_header_get_n_items (header));

  if (item == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (title),
                       _ (ply_conflict_kind_get_info (ply_conflict_item_get_kind (item))->label));
  gtk_label_set_label (GTK_LABEL (count), number);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (NULL), *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_header_set_child (header, box);
  g_signal_connect (header, "notify::n-items", G_CALLBACK (update_header), NULL);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  update_header (header);
}

/* Model */

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer data)
{
  PlyConflictItem *first = (PlyConflictItem *) a;
  PlyConflictItem *second = (PlyConflictItem *) b;
  int order =
      (int) ply_conflict_item_get_severity (first) - (int) ply_conflict_item_get_severity (second);

  return order != 0
             ? order
             : (int) ply_conflict_item_get_kind (first) - (int) ply_conflict_item_get_kind (second);
}

static int
compare_orders (gconstpointer a, gconstpointer b, gpointer data)
{
  guint first = ply_conflict_item_get_order ((PlyConflictItem *) a);
  guint second = ply_conflict_item_get_order ((PlyConflictItem *) b);

  return first < second ? -1 : first > second;
}

static void
set_up_model (PlyConflictsPage *self)
{
  GListModel *items = ply_workspace_get_conflict_items (self->workspace);
  GtkSortListModel *sorted;

  self->filtered =
      gtk_filter_list_model_new (g_object_ref (items), GTK_FILTER (g_object_ref (self->filter)));
  sorted =
      gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)),
                               GTK_SORTER (gtk_custom_sorter_new (compare_orders, NULL, NULL)));
  gtk_sort_list_model_set_section_sorter (
      sorted, GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL)));
  self->shown = G_LIST_MODEL (sorted);
}

static void
set_up_list (PlyConflictsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (self->shown));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (bind_header_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_header_factory (self->list_view, headers);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

static void
ply_conflicts_page_dispose (GObject *object)
{
  PlyConflictsPage *self = PLY_CONFLICTS_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ply_conflicts_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PlyConflictsPage, breakpoint_bin);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictsPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictsPage, segments);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictsPage, list_view);
}

static void
ply_conflicts_page_class_init (PlyConflictsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_conflicts_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-conflicts-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, breakpoint_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, segment_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "conflicts.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "conflicts.settings", NULL, settings_cb);
}

static void
ply_conflicts_page_init (PlyConflictsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

GtkWidget *
ply_conflicts_page_new (PlyWorkspace *workspace)
{
  PlyConflictsPage *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_CONFLICTS_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->filter = ply_conflict_filter_new (workspace);
  set_up_model (self);
  set_up_list (self);
  gtk_menu_button_set_popover (self->filter_button,
                               ply_conflict_filter_popover_new (workspace, self->filter));
  ply_conflict_segments_fill (self->segments, workspace);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "conflicts-changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list_view, "map", G_CALLBACK (scroll_up), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
ply_conflicts_page_begin_search (PlyConflictsPage *self)
{
  g_return_if_fail (PLY_IS_CONFLICTS_PAGE (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
