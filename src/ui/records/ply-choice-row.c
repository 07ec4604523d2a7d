/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-choice-row.h"

#include "ply-option.h"

#include <glib/gi18n-lib.h>

/* From here on typing is quicker than looking. */
#define SEARCH_FROM 10

struct _PlyChoiceRow
{
  AdwComboRow parent_instance;

  PlyEditTarget *target;
  const PlyField *field;

  GListModel *options;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (PlyChoiceRow, ply_choice_row, ADW_TYPE_COMBO_ROW)

/* Records come, go and get other names. */
static void
update_options (PlyChoiceRow *self)
{
  AdwComboRow *combo = ADW_COMBO_ROW (self);
  g_autoptr (GListModel) options = NULL;

  if (self->options != NULL && self->field->type != PLY_FIELD_REF)
    return;
  options = ply_option_list_new (ply_edit_target_get_workspace (self->target), self->field);
  if (self->options != NULL && ply_option_list_equal (self->options, options))
    return;
  g_set_object (&self->options, options);
  adw_combo_row_set_model (combo, options);
  adw_combo_row_set_enable_search (combo, g_list_model_get_n_items (options) >= SEARCH_FROM);
}

static void
refresh (PlyChoiceRow *self)
{
  gconstpointer record = ply_edit_target_get_record (self->target);
  guint position;

  if (record == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self), ply_edit_target_shows (self->target, self->field));
  self->loading = TRUE;
  update_options (self);
  position = ply_option_list_find (self->options, ply_record_get_text (record, self->field));
  if (position != adw_combo_row_get_selected (ADW_COMBO_ROW (self)))
    adw_combo_row_set_selected (ADW_COMBO_ROW (self),
                                position == G_MAXUINT ? GTK_INVALID_LIST_POSITION : position);
  self->loading = FALSE;
}

static void
selected_cb (PlyChoiceRow *self)
{
  PlyOption *option = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  g_autoptr (GError) error = NULL;
  const char *value;

  if (self->loading || option == NULL)
    return;
  value = ply_option_get_value (option);
  if (!ply_edit_target_set_text (self->target, self->field, value != NULL ? value : "", &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.report", "s", error->message);
      refresh (self);
    }
}

static void
ply_choice_row_finalize (GObject *object)
{
  PlyChoiceRow *self = PLY_CHOICE_ROW (object);

  g_clear_object (&self->target);
  g_clear_object (&self->options);

  G_OBJECT_CLASS (ply_choice_row_parent_class)->finalize (object);
}

static void
ply_choice_row_class_init (PlyChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_choice_row_finalize;
}

static void
ply_choice_row_init (PlyChoiceRow *self)
{
  g_autoptr (GtkExpression) label = gtk_property_expression_new (PLY_TYPE_OPTION, NULL, "label");

  adw_combo_row_set_expression (ADW_COMBO_ROW (self), label);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
ply_choice_row_new (PlyEditTarget *target, const PlyField *field)
{
  PlyChoiceRow *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target) && field != NULL, NULL);

  self = g_object_new (PLY_TYPE_CHOICE_ROW, "title", _ (field->label), NULL);
  self->target = g_object_ref (target);
  self->field = field;
  g_signal_connect_object (target, "refresh", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
