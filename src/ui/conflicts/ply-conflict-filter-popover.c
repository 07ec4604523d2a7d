/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflict-filter-popover.h"

#include "ply-option.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _PlyConflictFilterPopover
{
  GtkPopover parent_instance;

  PlyWorkspace *workspace;   /* unowned: the page's */
  PlyConflictFilter *filter; /* the same */
  gboolean filling;

  AdwComboRow *kind_row, *day_row, *track_row;
};

G_DEFINE_FINAL_TYPE (PlyConflictFilterPopover, ply_conflict_filter_popover, GTK_TYPE_POPOVER)

static void
add_option (GListStore *list, const char *value, const char *label)
{
  g_autoptr (PlyOption) option = ply_option_new (value, label);

  g_list_store_append (list, option);
}

static GListStore *
list_new (const char *any)
{
  GListStore *list = g_list_store_new (PLY_TYPE_OPTION);

  add_option (list, NULL, any);
  return list;
}

/* Those that there are, and the one that is chosen. */
static GListModel *
kinds_new (PlyConflictFilterPopover *self)
{
  GPtrArray *conflicts = ply_conflicts_get_list (ply_workspace_get_conflicts (self->workspace));
  GListStore *list = list_new (_ ("All Kinds"));
  gboolean there[PLY_N_CONFLICT_KINDS + 1] = { FALSE };

  for (guint i = 0; i < conflicts->len; i++)
    there[((const PlyConflict *) conflicts->pdata[i])->kind] = TRUE;
  there[ply_conflict_filter_get_kind (self->filter)] = TRUE;
  for (guint kind = 0; kind < PLY_N_CONFLICT_KINDS; kind++)
    if (there[kind])
      add_option (list, ply_conflict_kind_get_info (kind)->name,
                  _ (ply_conflict_kind_get_info (kind)->label));
  return G_LIST_MODEL (list);
}

/* What a session's field can be, without "none". */
static GListModel *
records_new (PlyConflictFilterPopover *self, const char *field, const char *any)
{
  g_autoptr (GListModel) options =
      ply_option_list_new (self->workspace, ply_field_lookup (PLY_KIND_SESSION, field));
  GListStore *list = list_new (any);

  for (guint i = 0; i < g_list_model_get_n_items (options); i++)
    {
      g_autoptr (PlyOption) option = g_list_model_get_item (options, i);

      if (ply_option_get_value (option) != NULL)
        g_list_store_append (list, option);
    }
  return G_LIST_MODEL (list);
}

static void
fill_row (AdwComboRow *row, GListModel *list, const char *value)
{
  guint position = ply_option_list_find (list, value);

  adw_combo_row_set_model (row, list);
  adw_combo_row_set_selected (row, position != GTK_INVALID_LIST_POSITION ? position : 0);
  g_object_unref (list);
}

/* Events change: what there is to choose from is looked up when it is wanted. */
static void
fill (PlyConflictFilterPopover *self)
{
  PlyConflictKind kind = ply_conflict_filter_get_kind (self->filter);

  self->filling = TRUE;
  fill_row (self->kind_row, kinds_new (self),
            kind != PLY_N_CONFLICT_KINDS ? ply_conflict_kind_get_info (kind)->name : NULL);
  fill_row (self->day_row, records_new (self, "day", _ ("All Days")),
            ply_conflict_filter_get_day (self->filter));
  fill_row (self->track_row, records_new (self, "track", _ ("All Tracks")),
            ply_conflict_filter_get_track (self->filter));
  self->filling = FALSE;
}

static const char *
get_value (AdwComboRow *row)
{
  PlyOption *option = adw_combo_row_get_selected_item (row);

  return option != NULL ? ply_option_get_value (option) : NULL;
}

static PlyConflictKind
get_kind (AdwComboRow *row)
{
  const char *name = get_value (row);

  for (guint kind = 0; name != NULL && kind < PLY_N_CONFLICT_KINDS; kind++)
    if (g_str_equal (ply_conflict_kind_get_info (kind)->name, name))
      return kind;
  return PLY_N_CONFLICT_KINDS;
}

static void
selected_cb (PlyConflictFilterPopover *self)
{
  if (self->filling)
    return;
  ply_conflict_filter_set_kind (self->filter, get_kind (self->kind_row));
  ply_conflict_filter_set_day (self->filter, get_value (self->day_row));
  ply_conflict_filter_set_track (self->filter, get_value (self->track_row));
}

static void
ply_conflict_filter_popover_map (GtkWidget *widget)
{
  fill (PLY_CONFLICT_FILTER_POPOVER (widget));
  GTK_WIDGET_CLASS (ply_conflict_filter_popover_parent_class)->map (widget);
}

static void
ply_conflict_filter_popover_class_init (PlyConflictFilterPopoverClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = ply_conflict_filter_popover_map;
}

static AdwComboRow *
add_row (PlyConflictFilterPopover *self, GtkWidget *list, const char *title)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkExpression) expression =
      gtk_property_expression_new (PLY_TYPE_OPTION, NULL, "label");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), expression);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return ADW_COMBO_ROW (row);
}

static void
ply_conflict_filter_popover_init (PlyConflictFilterPopover *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_size_request (list, 280, -1);
  self->kind_row = add_row (self, list, _ ("Kind of Conflict"));
  self->day_row = add_row (self, list, _ ("Day"));
  self->track_row = add_row (self, list, _ ("Track"));
  gtk_popover_set_child (GTK_POPOVER (self), list);
}

GtkWidget *
ply_conflict_filter_popover_new (PlyWorkspace *workspace, PlyConflictFilter *filter)
{
  PlyConflictFilterPopover *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace) && PLY_IS_CONFLICT_FILTER (filter), NULL);

  self = g_object_new (PLY_TYPE_CONFLICT_FILTER_POPOVER, NULL);
  self->workspace = workspace;
  self->filter = filter;
  return GTK_WIDGET (self);
}
