/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-languages-row.h"

#include "ply-language.h"

#include <glib/gi18n-lib.h>

struct _PlyLanguagesRow
{
  AdwActionRow parent_instance;

  PlyEditTarget *target;
  const PlyField *field;

  GtkMenuButton *menu_button;
  GtkBox *check_box;
  GtkEntry *code_entry;
};

G_DEFINE_FINAL_TYPE (PlyLanguagesRow, ply_languages_row, ADW_TYPE_ACTION_ROW)

static char *
dup_name (const char *language)
{
  return ply_language_name (language, g_get_language_names ()[0]);
}

/* The record's own languages. */
static char **
dup_chosen (PlyLanguagesRow *self)
{
  gconstpointer record = ply_edit_target_get_record (self->target);

  return ply_language_split (record != NULL ? ply_record_get_text (record, self->field) : NULL);
}

static void
save (PlyLanguagesRow *self, char **languages)
{
  g_autofree char *text = g_strjoinv (" ", languages);
  g_autoptr (GError) error = NULL;

  if (!ply_edit_target_set_text (self->target, self->field, text, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.report", "s", error->message);
}

static void
set_chosen (PlyLanguagesRow *self, const char *language, gboolean chosen)
{
  g_auto (GStrv) old = dup_chosen (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) new = NULL;

  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], language))
      g_strv_builder_add (builder, old[i]);
  if (chosen)
    g_strv_builder_add (builder, language);
  new = g_strv_builder_end (builder);
  save (self, new);
}

static void
toggled_cb (PlyLanguagesRow *self, GtkCheckButton *check)
{
  set_chosen (self, gtk_widget_get_name (GTK_WIDGET (check)), gtk_check_button_get_active (check));
}

static void
add_check (PlyLanguagesRow *self, const char *language, gboolean chosen)
{
  g_autofree char *name = dup_name (language);
  GtkWidget *check = gtk_check_button_new_with_label (name);

  gtk_widget_set_name (check, language);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->check_box, check);
}

static void
fill_menu (PlyLanguagesRow *self)
{
  PlySnapshot *snapshot = ply_edit_target_get_snapshot (self->target);
  g_auto (GStrv) offered = ply_snapshot_dup_languages (snapshot);
  g_auto (GStrv) chosen = dup_chosen (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->check_box))) != NULL)
    gtk_box_remove (self->check_box, child);
  for (guint i = 0; offered[i] != NULL; i++)
    add_check (self, offered[i], g_strv_contains ((const char *const *) chosen, offered[i]));
  for (guint i = 0; chosen[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) offered, chosen[i]))
      add_check (self, chosen[i], TRUE);
}

static void
menu_shown_cb (PlyLanguagesRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->code_entry), "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->code_entry), "error");
  fill_menu (self);
}

static void
code_cb (PlyLanguagesRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->code_entry));
  g_autofree char *language = ply_language_canonical (text);

  if (language == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->code_entry), "error");
      return;
    }
  set_chosen (self, language, TRUE);
  menu_shown_cb (self);
}

static void
refresh (PlyLanguagesRow *self)
{
  g_auto (GStrv) chosen = dup_chosen (self);
  g_autofree char *text = NULL;

  for (guint i = 0; chosen[i] != NULL; i++)
    {
      char *name = dup_name (chosen[i]);

      g_free (chosen[i]);
      chosen[i] = name;
    }
  text = g_strjoinv (", ", chosen);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), *text != '\0' ? text : _ ("None"));
  gtk_widget_set_visible (GTK_WIDGET (self), ply_edit_target_shows (self->target, self->field));
}

static void
ply_languages_row_finalize (GObject *object)
{
  g_clear_object (&PLY_LANGUAGES_ROW (object)->target);

  G_OBJECT_CLASS (ply_languages_row_parent_class)->finalize (object);
}

static void
ply_languages_row_class_init (PlyLanguagesRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_languages_row_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-languages-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyLanguagesRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlyLanguagesRow, check_box);
  gtk_widget_class_bind_template_child (widget_class, PlyLanguagesRow, code_entry);
  gtk_widget_class_bind_template_callback (widget_class, menu_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_cb);
}

static void
ply_languages_row_init (PlyLanguagesRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ply_languages_row_new (PlyEditTarget *target, const PlyField *field)
{
  PlyLanguagesRow *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target) && field != NULL, NULL);

  self = g_object_new (PLY_TYPE_LANGUAGES_ROW, "title", _ (field->label), NULL);
  self->target = g_object_ref (target);
  self->field = field;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), -1);
  g_signal_connect_object (target, "refresh", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
