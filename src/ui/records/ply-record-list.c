/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-record-list.h"

#include "ply-item-selection.h"
#include "ply-record-cell.h"
#include "ply-record-filter.h"
#include "ply-record-sorter.h"
#include "ply-record-words.h"
#include "ply-row-model.h"
#include "ply-row-words.h"

#include <glib/gi18n-lib.h>

/* Room for a title beside other columns. */
#define TITLE_WIDTH 230
/* Search keys made at a time while nothing else is to be done. */
#define KEYS_AT_ONCE 200
/* Sorting anew waits until nobody has typed for a while. */
#define SORT_DELAY_MS 2000

struct _PlyRecordList
{
  AdwBin parent_instance;

  PlyWorkspace *workspace;
  PlyKind kind;
  const PlyColumn *columns;

  GListModel *shown; /* PlyItem: what is found, sorted */
  PlyRowModel *rows; /* the same as rows */
  GtkMultiSelection *selection;
  PlyRecordFilter *filter;
  GPtrArray *view_columns; /* GtkColumnViewColumn, as in columns */
  guint sort_id;
  guint fit_id;
  guint warm_id;
  guint n_warm; /* items whose search keys are made */

  /* The one record that is selected, so that it stays so when its row moves. */
  char *current_id;
  gboolean rows_moved, wants_scroll;
  guint selection_id;

  AdwBreakpointBin *breakpoint_bin;
  GtkStack *stack;
  AdwStatusPage *empty_page;
  GtkButton *add_button;
  GtkColumnView *column_view;
  GtkColumnViewColumn *compact_column;
};

enum
{
  SELECTION_CHANGED,
  ACTIVATED,
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlyRecordList, ply_record_list, ADW_TYPE_BIN)

/* Rows */

static guint
find_position (PlyRecordList *self, const char *id)
{
  PlyItem *wanted = ply_workspace_get_item (self->workspace, self->kind, id);
  guint n_items = g_list_model_get_n_items (self->shown);

  for (guint i = 0; wanted != NULL && i < n_items; i++)
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (self->shown, i);

      if (item == wanted)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
show_state (PlyRecordList *self)
{
  guint n_items = g_list_model_get_n_items (ply_workspace_get_items (self->workspace, self->kind));
  const char *name = "list";

  if (n_items == 0)
    name = "empty";
  else if (ply_record_list_get_n_shown (self) == 0)
    name = "no-match";
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* Selection: looked at when things have settled, since one edit can move a row in two steps. */

static void
restore_selection (PlyRecordList *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint position;

  if (!self->rows_moved || self->current_id == NULL || !gtk_bitset_is_empty (selected))
    return;
  position = find_position (self, self->current_id);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

/* A row that has just been added has its place only now. */
static void
scroll_to_current (PlyRecordList *self)
{
  guint position;

  if (!self->wants_scroll || self->current_id == NULL)
    return;
  self->wants_scroll = FALSE;
  position = find_position (self, self->current_id);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_column_view_scroll_to (self->column_view, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
settle (gpointer data)
{
  PlyRecordList *self = data;
  g_auto (GStrv) selected = NULL;

  self->selection_id = 0;
  restore_selection (self);
  self->rows_moved = FALSE;
  selected = ply_record_list_dup_selected (self);
  g_set_str (&self->current_id, g_strv_length (selected) == 1 ? selected[0] : NULL);
  scroll_to_current (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
selection_cb (PlyRecordList *self)
{
  if (self->selection_id == 0)
    self->selection_id = g_idle_add_once (settle, self);
}

static void
rows_cb (PlyRecordList *self)
{
  self->rows_moved = TRUE;
  selection_cb (self);
  show_state (self);
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
activate_cb (PlyRecordList *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  g_clear_handle_id (&self->selection_id, g_source_remove);
  settle (self);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* Sorting */

static void
sort_again (gpointer data)
{
  PlyRecordList *self = data;
  GtkSorter *sorter = gtk_column_view_get_sorter (self->column_view);
  GtkColumnViewColumn *column =
      gtk_column_view_sorter_get_primary_sort_column (GTK_COLUMN_VIEW_SORTER (sorter));

  self->sort_id = 0;
  if (column != NULL)
    ply_record_sorter_update (PLY_RECORD_SORTER (gtk_column_view_column_get_sorter (column)));
}

static void
workspace_changed_cb (PlyRecordList *self)
{
  g_clear_handle_id (&self->sort_id, g_source_remove);
  self->sort_id = g_timeout_add_once (SORT_DELAY_MS, sort_again, self);
}

/* Searching: the first letter typed should not have to wait for ten thousand keys. */

static gboolean
warm_up_cb (gpointer data)
{
  PlyRecordList *self = data;
  GListModel *items = ply_workspace_get_items (self->workspace, self->kind);
  guint end = MIN (self->n_warm + KEYS_AT_ONCE, g_list_model_get_n_items (items));

  for (; self->n_warm < end; self->n_warm++)
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (items, self->n_warm);

      ply_item_get_search_key (item);
    }
  if (end < g_list_model_get_n_items (items))
    return G_SOURCE_CONTINUE;
  self->warm_id = 0;
  return G_SOURCE_REMOVE;
}

/* Columns */

static void
show_columns (PlyRecordList *self, guint n_columns)
{
  gtk_column_view_column_set_visible (self->compact_column, n_columns == 1);
  for (guint i = 0; i < self->view_columns->len; i++)
    gtk_column_view_column_set_visible (g_ptr_array_index (self->view_columns, i),
                                        n_columns > 1 && i < n_columns);
}

static guint
get_n_columns (PlyRecordList *self, AdwBreakpoint *breakpoint)
{
  return breakpoint != NULL
             ? GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (breakpoint), "columns"))
             : self->view_columns->len;
}

static void
fit_columns (gpointer data)
{
  PlyRecordList *self = data;
  AdwBreakpoint *breakpoint = adw_breakpoint_bin_get_current_breakpoint (self->breakpoint_bin);

  self->fit_id = 0;
  show_columns (self, get_n_columns (self, breakpoint));
}

/* It comes while sizes are given out: a column view that loses columns then may crash. */
static void
breakpoint_cb (PlyRecordList *self)
{
  if (self->fit_id == 0)
    {
      self->fit_id = g_idle_add_once (fit_columns, self);
      g_source_set_priority (g_main_context_find_source_by_id (NULL, self->fit_id),
                             G_PRIORITY_HIGH_IDLE);
    }
}

/* Below @width only @n_columns fit. */
static void
add_breakpoint (PlyRecordList *self, int width, guint n_columns)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_new_length (
      ADW_BREAKPOINT_CONDITION_MAX_WIDTH, width - 1, ADW_LENGTH_UNIT_SP));

  g_object_set_data (G_OBJECT (breakpoint), "columns", GUINT_TO_POINTER (n_columns));
  adw_breakpoint_bin_add_breakpoint (self->breakpoint_bin, breakpoint);
}

static void
add_breakpoints (PlyRecordList *self)
{
  int width = TITLE_WIDTH;

  for (guint i = 1; i < self->view_columns->len; i++)
    width += self->columns[i].width;
  /* Of those that match, the one added last is taken. */
  for (guint i = self->view_columns->len - 1; i > 0; i--)
    {
      add_breakpoint (self, width, i);
      width -= self->columns[i].width;
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, PlyRecordList *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  gboolean compact = index == self->view_columns->len;

  gtk_column_view_cell_set_child (
      cell, ply_record_cell_new (self->workspace, &self->columns[compact ? 0 : index], compact));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  ply_record_cell_set_row (PLY_RECORD_CELL (gtk_column_view_cell_get_child (cell)),
                           gtk_column_view_cell_get_item (cell));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  ply_record_cell_set_row (PLY_RECORD_CELL (gtk_column_view_cell_get_child (cell)), NULL);
}

static GtkColumnViewColumn *
add_column (PlyRecordList *self, const PlyColumn *column, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view_column = gtk_column_view_column_new (_ (column->title), factory);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (view_column, column->width);
  gtk_column_view_column_set_expand (view_column, column->width == 0);
  gtk_column_view_column_set_resizable (view_column, column->width > 0);
  gtk_column_view_append_column (self->column_view, view_column);
  g_object_unref (view_column);
  return view_column;
}

static void
add_columns (PlyRecordList *self)
{
  for (guint i = 0; self->columns[i].title != NULL; i++)
    {
      g_autoptr (PlyRecordSorter) sorter =
          ply_record_sorter_new (self->workspace, &self->columns[i]);
      GtkColumnViewColumn *column = add_column (self, &self->columns[i], i);

      gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
      g_ptr_array_add (self->view_columns, g_object_ref (column));
    }
  self->compact_column = add_column (self, &self->columns[0], self->view_columns->len);
  show_columns (self, self->view_columns->len);
}

static void
set_up_models (PlyRecordList *self)
{
  GListModel *items = ply_workspace_get_items (self->workspace, self->kind);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->column_view);
  GtkFilterListModel *found =
      gtk_filter_list_model_new (g_object_ref (items), GTK_FILTER (g_object_ref (self->filter)));

  self->shown =
      G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (found), g_object_ref (sorter)));
  self->rows = ply_row_model_new (self->shown);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  /* Connected last, it is told when the rows are there. */
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (rows_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
set_up_words (PlyRecordList *self)
{
  adw_status_page_set_icon_name (self->empty_page, ply_record_words_icon (self->kind));
  adw_status_page_set_title (self->empty_page, ply_record_words_empty (self->kind));
  adw_status_page_set_description (self->empty_page, ply_record_words_empty_hint (self->kind));
  gtk_button_set_label (self->add_button, ply_record_words_add (self->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ply_record_words_title (self->kind), -1);
}

static gboolean
ply_record_list_grab_focus (GtkWidget *widget)
{
  PlyRecordList *self = PLY_RECORD_LIST (widget);
  guint position =
      self->current_id != NULL ? find_position (self, self->current_id) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  /* Says which row is the one to get the focus; the focus itself comes with the next line. */
  gtk_column_view_scroll_to (self->column_view, position, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  return gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

static void
ply_record_list_dispose (GObject *object)
{
  PlyRecordList *self = PLY_RECORD_LIST (object);

  g_clear_handle_id (&self->selection_id, g_source_remove);
  g_clear_handle_id (&self->sort_id, g_source_remove);
  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_clear_handle_id (&self->warm_id, g_source_remove);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (ply_record_list_parent_class)->dispose (object);
}

static void
ply_record_list_finalize (GObject *object)
{
  PlyRecordList *self = PLY_RECORD_LIST (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->view_columns, g_ptr_array_unref);
  g_clear_pointer (&self->current_id, g_free);

  G_OBJECT_CLASS (ply_record_list_parent_class)->finalize (object);
}

static void
ply_record_list_class_init (PlyRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ply_record_list_dispose;
  object_class->finalize = ply_record_list_finalize;
  widget_class->grab_focus = ply_record_list_grab_focus;

  signals[SELECTION_CHANGED] =
      g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyRecordList, breakpoint_bin);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordList, stack);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordList, empty_page);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordList, add_button);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordList, column_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, breakpoint_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "records.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "records.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "records.move-down", NULL);
}

static void
ply_record_list_init (PlyRecordList *self)
{
  self->filter = ply_record_filter_new ();
  self->view_columns = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ply_record_list_new (PlyWorkspace *workspace, PlyKind kind)
{
  PlyRecordList *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_RECORD_LIST, NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->columns = ply_record_columns_get (kind);
  set_up_words (self);
  add_columns (self);
  add_breakpoints (self);
  ply_row_words_add (self->column_view, self->workspace);
  set_up_models (self);
  show_state (self);
  self->warm_id = g_idle_add_full (G_PRIORITY_LOW, warm_up_cb, self, NULL);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ply_record_list_set_search (PlyRecordList *self, const char *text)
{
  g_autoptr (GHashTable) selected = NULL;

  g_return_if_fail (PLY_IS_RECORD_LIST (self));

  selected = ply_item_selection_dup (GTK_SELECTION_MODEL (self->selection), self->shown);
  ply_row_model_set_reuse (self->rows, TRUE);
  ply_record_filter_set_text (self->filter, text);
  ply_row_model_set_reuse (self->rows, FALSE);
  ply_item_selection_set (GTK_SELECTION_MODEL (self->selection), self->shown, selected);
  show_state (self);
}

guint
ply_record_list_get_n_shown (PlyRecordList *self)
{
  g_return_val_if_fail (PLY_IS_RECORD_LIST (self), 0);
  return g_list_model_get_n_items (self->shown);
}

char **
ply_record_list_dup_selected (PlyRecordList *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (PLY_IS_RECORD_LIST (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (self->shown, position);

      if (item != NULL)
        g_strv_builder_add (ids, ply_item_get_id (item));
    }
  return g_strv_builder_end (ids);
}

gboolean
ply_record_list_select (PlyRecordList *self, const char *id)
{
  guint position;

  g_return_val_if_fail (PLY_IS_RECORD_LIST (self), FALSE);

  if (id == NULL)
    {
      gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
      return TRUE;
    }
  position = find_position (self, id);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_column_view_scroll_to (self->column_view, position, NULL,
                             GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  g_set_str (&self->current_id, id);
  self->wants_scroll = TRUE;
  return TRUE;
}

void
ply_record_list_unsort (PlyRecordList *self)
{
  g_return_if_fail (PLY_IS_RECORD_LIST (self));

  gtk_column_view_sort_by_column (self->column_view, NULL, GTK_SORT_ASCENDING);
}

void
ply_record_list_set_click_opens (PlyRecordList *self, gboolean click_opens)
{
  g_return_if_fail (PLY_IS_RECORD_LIST (self));

  gtk_column_view_set_single_click_activate (self->column_view, click_opens);
}
