/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-tray.h"

#include "ply-option.h"
#include "ply-programme-order.h"
#include "ply-record-filter.h"
#include "ply-tray-filter.h"
#include "ply-tray-row.h"

#include <glib/gi18n-lib.h>

struct _PlyTimetableTray
{
  AdwBin parent_instance;

  /* Owned */
  PlyWorkspace *workspace;
  GtkFilter *unplaced_filter;
  PlyRecordFilter *text_filter;
  PlyTrayFilter *field_filter;
  GtkFilterListModel *unplaced;
  GtkMultiSelection *selection;

  gboolean filling; /* the drop-downs, not someone's choice */

  /* Template */
  GtkLabel *count_label;
  GtkSearchEntry *search_entry;
  GtkDropDown *track_drop, *type_drop, *institution_drop;
  GtkWidget *clear_button, *filter_button;
  GtkStack *stack;
  GtkListView *list_view;
};

enum
{
  SELECTION_CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlyTimetableTray, ply_timetable_tray, ADW_TYPE_BIN)

/* What is shown */

static char *
dup_count (guint n_shown, guint n_unplaced)
{
  if (n_shown == n_unplaced)
    /* Translators: %u is a number */
    return g_strdup_printf (ngettext ("%u session", "%u sessions", n_unplaced), n_unplaced);
  /* Translators: %1$u sessions of %2$u are shown */
  return g_strdup_printf (_ ("%1$u of %2$u"), n_shown, n_unplaced);
}

static void
show_state (PlyTimetableTray *self)
{
  guint n_unplaced = g_list_model_get_n_items (G_LIST_MODEL (self->unplaced));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *count = dup_count (n_shown, n_unplaced);
  const char *name = "list";

  if (n_unplaced == 0)
    name = "empty";
  else if (n_shown == 0)
    name = "no-match";
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_label_set_label (self->count_label, count);
}

static void
selection_cb (PlyTimetableTray *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
rows_cb (PlyTimetableTray *self)
{
  show_state (self);
  selection_cb (self);
}

static void
activate_cb (PlyTimetableTray *self, guint position)
{
  g_autoptr (PlyItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_signal_emit (self, signals[ACTIVATED], 0, ply_item_get_id (item));
}

/* Search and filters */

static void
search_cb (PlyTimetableTray *self)
{
  ply_record_filter_set_text (self->text_filter,
                              gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  show_state (self);
}

static void
search_next_cb (PlyTimetableTray *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
}

static GtkDropDown *
get_drop (PlyTimetableTray *self, PlyTrayField field)
{
  GtkDropDown *const drops[] = { self->track_drop, self->type_drop, self->institution_drop };

  return drops[field];
}

static void
filter_cb (PlyTimetableTray *self)
{
  for (guint i = 0; i < PLY_N_TRAY_FIELDS && !self->filling; i++)
    {
      PlyOption *option = gtk_drop_down_get_selected_item (get_drop (self, i));

      if (option != NULL)
        ply_tray_filter_set (self->field_filter, i, ply_option_get_value (option));
    }
  gtk_widget_set_sensitive (self->clear_button, ply_tray_filter_is_active (self->field_filter));
  if (ply_tray_filter_is_active (self->field_filter))
    gtk_widget_add_css_class (self->filter_button, "accent");
  else
    gtk_widget_remove_css_class (self->filter_button, "accent");
  show_state (self);
}

static void
clear_cb (PlyTimetableTray *self)
{
  for (guint i = 0; i < PLY_N_TRAY_FIELDS; i++)
    gtk_drop_down_set_selected (get_drop (self, i), 0);
}

static const PlyField *
get_field (PlyTrayField field)
{
  if (field == PLY_TRAY_INSTITUTION)
    return ply_field_lookup (PLY_KIND_PARTICIPATION, "institution");
  return ply_field_lookup (PLY_KIND_SESSION, field == PLY_TRAY_TRACK ? "track" : "type");
}

/* Everything, none, and the records there are. */
static GListModel *
options_new (PlyTimetableTray *self, PlyTrayField field)
{
  g_autoptr (GListModel) records = ply_option_list_new (self->workspace, get_field (field));
  GListStore *store = g_list_store_new (PLY_TYPE_OPTION);
  /* Translators: the filter of a list is off */
  g_autoptr (PlyOption) any = ply_option_new (PLY_TRAY_ANY, _ ("All"));

  g_list_store_append (store, any);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (PlyOption) option = g_list_model_get_item (records, i);

      g_list_store_append (store, option);
    }
  return G_LIST_MODEL (store);
}

static void
fill_drop (PlyTimetableTray *self, PlyTrayField field)
{
  GtkDropDown *drop = get_drop (self, field);
  GListModel *shown = gtk_drop_down_get_model (drop);
  g_autoptr (GListModel) options = options_new (self, field);
  guint position;

  if (shown != NULL && ply_option_list_equal (shown, options))
    return;
  position = ply_option_list_find (options, ply_tray_filter_get (self->field_filter, field));
  self->filling = TRUE;
  gtk_drop_down_set_model (drop, options);
  gtk_drop_down_set_selected (drop, position < g_list_model_get_n_items (options) ? position : 0);
  self->filling = FALSE;
}

static void
fill_drops (PlyTimetableTray *self)
{
  for (guint i = 0; i < PLY_N_TRAY_FIELDS; i++)
    fill_drop (self, i);
  filter_cb (self);
}

/* Changes of the event */

static gboolean
is_unplaced (gpointer item, gpointer data)
{
  return !ply_session_is_placed (ply_item_get_record (item));
}

static void
changed_cb (PlyTimetableTray *self, const PlyChange *changes, guint n_changes)
{
  gboolean sessions = FALSE, options = FALSE;

  for (guint i = 0; i < n_changes; i++)
    {
      PlyKind kind = changes[i].kind;

      sessions |= kind == PLY_KIND_SESSION;
      options |=
          kind == PLY_KIND_TRACK || kind == PLY_KIND_SESSION_TYPE || kind == PLY_KIND_INSTITUTION;
    }
  if (sessions)
    gtk_filter_changed (self->unplaced_filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (options)
    fill_drops (self);
  if (ply_tray_filter_is_active (self->field_filter))
    gtk_filter_changed (GTK_FILTER (self->field_filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (ply_record_filter_is_active (self->text_filter))
    gtk_filter_changed (GTK_FILTER (self->text_filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Rows */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, PlyTimetableTray *self)
{
  gtk_list_item_set_child (list_item, ply_tray_row_new (self->workspace));
}

/* A row is called by what it shows; it has heard of the change before. */
static void
name_item (GtkListItem *list_item)
{
  PlyTrayRow *row = PLY_TRAY_ROW (gtk_list_item_get_child (list_item));

  gtk_list_item_set_accessible_label (list_item, ply_tray_row_get_title (row));
  gtk_list_item_set_accessible_description (list_item, ply_tray_row_get_summary (row));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  PlyItem *item = gtk_list_item_get_item (list_item);

  ply_tray_row_set_item (PLY_TRAY_ROW (gtk_list_item_get_child (list_item)), item);
  g_signal_connect_object (item, "changed", G_CALLBACK (name_item), list_item, G_CONNECT_SWAPPED);
  name_item (list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), name_item, list_item);
  ply_tray_row_set_item (PLY_TRAY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
set_up_rows (PlyTimetableTray *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
}

static void
set_up_models (PlyTimetableTray *self)
{
  GListModel *items = ply_workspace_get_items (self->workspace, PLY_KIND_SESSION);
  GtkEveryFilter *every = gtk_every_filter_new ();
  GtkFilterListModel *shown;

  self->unplaced_filter = GTK_FILTER (gtk_custom_filter_new (is_unplaced, NULL, NULL));
  self->text_filter = ply_record_filter_new ();
  self->field_filter = ply_tray_filter_new (self->workspace);
  gtk_multi_filter_append (GTK_MULTI_FILTER (every),
                           GTK_FILTER (g_object_ref (self->field_filter)));
  gtk_multi_filter_append (GTK_MULTI_FILTER (every), GTK_FILTER (g_object_ref (self->text_filter)));
  self->unplaced =
      gtk_filter_list_model_new (g_object_ref (items), g_object_ref (self->unplaced_filter));
  shown =
      gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->unplaced)), GTK_FILTER (every));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (shown));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (rows_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Class */

static void
ply_timetable_tray_dispose (GObject *object)
{
  PlyTimetableTray *self = PLY_TIMETABLE_TRAY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLY_TYPE_TIMETABLE_TRAY);
  g_clear_object (&self->selection);
  g_clear_object (&self->unplaced);
  g_clear_object (&self->field_filter);
  g_clear_object (&self->text_filter);
  g_clear_object (&self->unplaced_filter);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ply_timetable_tray_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PlyTimetableTray, count_label);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetableTray, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetableTray, track_drop);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetableTray, type_drop);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetableTray, institution_drop);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetableTray, clear_button);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetableTray, filter_button);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetableTray, stack);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetableTray, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ply_timetable_tray_class_init (PlyTimetableTrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_timetable_tray_dispose;

  signals[SELECTION_CHANGED] =
      g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-timetable-tray.ui");
  bind_template (widget_class);
}

static void
ply_timetable_tray_init (PlyTimetableTray *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_up_drops (PlyTimetableTray *self)
{
  for (guint i = 0; i < PLY_N_TRAY_FIELDS; i++)
    {
      g_autoptr (GtkExpression) label =
          gtk_property_expression_new (PLY_TYPE_OPTION, NULL, "label");

      gtk_drop_down_set_expression (get_drop (self, i), label);
    }
  fill_drops (self);
}

GtkWidget *
ply_timetable_tray_new (PlyWorkspace *workspace)
{
  PlyTimetableTray *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_TIMETABLE_TRAY, NULL);
  self->workspace = g_object_ref (workspace);
  set_up_rows (self);
  set_up_models (self);
  set_up_drops (self);
  show_state (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Public functions */

char **
ply_timetable_tray_dup_selected (PlyTimetableTray *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (PLY_IS_TIMETABLE_TRAY (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (item != NULL)
        g_strv_builder_add (ids, ply_item_get_id (item));
    }
  return g_strv_builder_end (ids);
}

const char *
ply_timetable_tray_get_at (PlyTimetableTray *self, double x, double y)
{
  GtkWidget *row;

  g_return_val_if_fail (PLY_IS_TIMETABLE_TRAY (self), NULL);

  row = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  /* Beside the labels the list's own row is hit. */
  for (; row != NULL && row != GTK_WIDGET (self->list_view); row = gtk_widget_get_parent (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);
      GtkWidget *found = PLY_IS_TRAY_ROW (row) ? row : child;

      if (found != NULL && PLY_IS_TRAY_ROW (found)
          && ply_tray_row_get_item (PLY_TRAY_ROW (found)) != NULL)
        return ply_item_get_id (ply_tray_row_get_item (PLY_TRAY_ROW (found)));
    }
  return NULL;
}

void
ply_timetable_tray_set_receiving (PlyTimetableTray *self, gboolean receiving)
{
  g_return_if_fail (PLY_IS_TIMETABLE_TRAY (self));

  if (receiving)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_DROP_ACTIVE, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_DROP_ACTIVE);
}
