/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-options-form.h"

#include "ply-language-list.h"
#include "ply-language.h"

#include <glib/gi18n-lib.h>

struct _PlyOptionsForm
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  PlyProductOptions *options;
  char **languages;

  const PlyProduct *product;
  GtkWidget **rows; /* as many as the product has options */
  gboolean filling; /* rows change without anyone having touched them */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlyOptionsForm, ply_options_form, ADW_TYPE_PREFERENCES_GROUP)

static const char *
row_value (PlyOptionsForm *self, guint index)
{
  const PlyProductOption *option = &self->product->options[index];
  guint selected;

  if (option->type == PLY_OPTION_FLAG)
    return adw_switch_row_get_active (ADW_SWITCH_ROW (self->rows[index])) ? "yes" : "no";
  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->rows[index]));
  if (selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return option->type == PLY_OPTION_CHOICE ? option->choices[selected].code
                                           : self->languages[selected];
}

static void
row_changed_cb (PlyOptionsForm *self)
{
  if (self->filling)
    return;
  for (guint i = 0; i < self->product->n_options; i++)
    {
      const char *value = row_value (self, i);

      if (value != NULL)
        ply_product_options_set (self->options, self->product->options[i].name, value, NULL);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static guint
find_value (PlyOptionsForm *self, guint index, const char *value)
{
  const PlyProductOption *option = &self->product->options[index];

  if (option->type == PLY_OPTION_LANGUAGE)
    {
      for (guint i = 0; self->languages != NULL && self->languages[i] != NULL; i++)
        if (g_strcmp0 (self->languages[i], value) == 0)
          return i;
      return 0;
    }
  for (guint i = 0; option->choices[i].code != NULL; i++)
    if (g_strcmp0 (option->choices[i].code, value) == 0)
      return i;
  return 0;
}

/* The row shows what the options say. */
static void
fill_row (PlyOptionsForm *self, guint index)
{
  const PlyProductOption *option = &self->product->options[index];
  GtkWidget *row = self->rows[index];
  const char *value = ply_product_options_get (self->options, option->name);

  self->filling = TRUE;
  if (option->type == PLY_OPTION_FLAG)
    adw_switch_row_set_active (ADW_SWITCH_ROW (row),
                               ply_product_options_get_flag (self->options, option->name));
  else
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_value (self, index, value));
  self->filling = FALSE;
}

static GtkWidget *
make_row (PlyOptionsForm *self, const PlyProductOption *option)
{
  GtkWidget *row = option->type == PLY_OPTION_FLAG ? adw_switch_row_new () : adw_combo_row_new ();
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (option->label));
  for (guint i = 0; option->type == PLY_OPTION_CHOICE && option->choices[i].code != NULL; i++)
    gtk_string_list_append (choices, _ (option->choices[i].label));
  if (option->type != PLY_OPTION_FLAG)
    adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  g_signal_connect_object (row,
                           option->type == PLY_OPTION_FLAG ? "notify::active" : "notify::selected",
                           G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
ply_options_form_finalize (GObject *object)
{
  PlyOptionsForm *self = PLY_OPTIONS_FORM (object);

  ply_product_options_free (self->options);
  g_strfreev (self->languages);
  g_free (self->rows);

  G_OBJECT_CLASS (ply_options_form_parent_class)->finalize (object);
}

static void
ply_options_form_class_init (PlyOptionsFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_options_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ply_options_form_init (PlyOptionsForm *self)
{
}

GtkWidget *
ply_options_form_new (const PlyProduct *product)
{
  PlyOptionsForm *self = g_object_new (PLY_TYPE_OPTIONS_FORM, NULL);

  self->product = product;
  self->options = ply_product_options_new (product);
  self->rows = g_new0 (GtkWidget *, product->n_options);
  self->filling = TRUE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ (product->label));
  for (guint i = 0; i < product->n_options; i++)
    {
      self->rows[i] = make_row (self, &product->options[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows[i]);
      fill_row (self, i);
    }
  return GTK_WIDGET (self);
}

PlyProductOptions *
ply_options_form_get_options (PlyOptionsForm *self)
{
  g_return_val_if_fail (PLY_IS_OPTIONS_FORM (self), NULL);
  return self->options;
}

static void
fill_languages (PlyOptionsForm *self, guint index)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *display = ply_interface_language ();

  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *name = ply_language_name (self->languages[i], display);

      gtk_string_list_append (names, name != NULL ? name : self->languages[i]);
    }
  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self->rows[index]), G_LIST_MODEL (names));
  fill_row (self, index);
}

void
ply_options_form_set_languages (PlyOptionsForm *self, const char *const *languages)
{
  g_return_if_fail (PLY_IS_OPTIONS_FORM (self) && languages != NULL);

  if (self->languages != NULL && g_strv_equal ((const char *const *) self->languages, languages))
    return;
  g_strfreev (self->languages);
  self->languages = g_strdupv ((char **) languages);
  for (guint i = 0; i < self->product->n_options; i++)
    if (self->product->options[i].type == PLY_OPTION_LANGUAGE)
      fill_languages (self, i);
}

void
ply_options_form_set (PlyOptionsForm *self, const char *name, const char *value)
{
  g_return_if_fail (PLY_IS_OPTIONS_FORM (self));

  if (!ply_product_options_set (self->options, name, value, NULL))
    return;
  for (guint i = 0; i < self->product->n_options; i++)
    if (g_str_equal (self->product->options[i].name, name))
      fill_row (self, i);
}
