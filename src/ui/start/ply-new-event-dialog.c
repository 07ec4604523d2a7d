/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-new-event-dialog.h"

#include "ply-date-row.h"
#include "ply-language-list.h"
#include "ply-new-event.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

struct _PlyNewEventDialog
{
  AdwDialog parent_instance;

  /* Owned */
  GPtrArray *further; /* FurtherLanguage: the languages beside the main one, in order */

  /* Template */
  AdwEntryRow *title_row, *venue_row, *city_row;
  PlyDateRow *first_row, *last_row;
  AdwComboRow *zone_row, *base_row, *add_row;
  AdwPreferencesGroup *languages_group;
  GtkWidget *create_button;
};

/* A further language: its row and its place in the language list. */
typedef struct
{
  PlyNewEventDialog *dialog;
  GtkWidget *row;
  guint position;
} FurtherLanguage;

enum
{
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlyNewEventDialog, ply_new_event_dialog, ADW_TYPE_DIALOG)

static gboolean
dates_fit (PlyNewEventDialog *self)
{
  const char *first = ply_date_row_get_date (self->first_row);
  const char *last = ply_date_row_get_date (self->last_row);

  return first != NULL && last != NULL && ply_date_difference (first, last) >= 0;
}

static void
validate_cb (PlyNewEventDialog *self)
{
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  gboolean fit = dates_fit (self);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->last_row),
                               fit ? NULL : _ ("The last day is before the first"));
  if (fit)
    gtk_widget_remove_css_class (GTK_WIDGET (self->last_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->last_row), "error");
  gtk_widget_set_sensitive (self->create_button, fit && *g_strstrip (title) != '\0');
}

/* The last day follows the first, so that it is never before it by neglect. */
static void
first_date_cb (PlyNewEventDialog *self)
{
  if (!dates_fit (self))
    ply_date_row_set_date (self->last_row, ply_date_row_get_date (self->first_row));
  validate_cb (self);
}

static void
remove_language_cb (FurtherLanguage *language)
{
  PlyNewEventDialog *self = language->dialog;

  adw_preferences_group_remove (self->languages_group, language->row);
  g_ptr_array_remove (self->further, language);
}

static gboolean
has_language (PlyNewEventDialog *self, guint position)
{
  for (guint i = 0; i < self->further->len; i++)
    if (((FurtherLanguage *) self->further->pdata[i])->position == position)
      return TRUE;
  return adw_combo_row_get_selected (self->base_row) == position;
}

static GtkWidget *
language_row (FurtherLanguage *language, const char *name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove Language"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_language_cb), language);
  return row;
}

static void
add_language (PlyNewEventDialog *self, guint position)
{
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (self->add_row));
  FurtherLanguage *language;

  if (position == GTK_INVALID_LIST_POSITION || has_language (self, position))
    return;
  language = g_new (FurtherLanguage, 1);
  language->dialog = self;
  language->position = position;
  language->row = language_row (language, gtk_string_list_get_string (names, position));
  g_ptr_array_add (self->further, language);
  /* The row to add with stays the last one. */
  g_object_ref (self->add_row);
  adw_preferences_group_remove (self->languages_group, GTK_WIDGET (self->add_row));
  adw_preferences_group_add (self->languages_group, language->row);
  adw_preferences_group_add (self->languages_group, GTK_WIDGET (self->add_row));
  g_object_unref (self->add_row);
}

static void
add_language_cb (PlyNewEventDialog *self)
{
  guint position = adw_combo_row_get_selected (self->add_row);

  /* Before init is through, the row selects the first language by itself. */
  if (self->further == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  adw_combo_row_set_selected (self->add_row, GTK_INVALID_LIST_POSITION);
  add_language (self, position);
}

static void
base_cb (PlyNewEventDialog *self)
{
  guint base = adw_combo_row_get_selected (self->base_row);

  for (guint i = 0; self->further != NULL && i < self->further->len; i++)
    if (((FurtherLanguage *) self->further->pdata[i])->position == base)
      {
        remove_language_cb (self->further->pdata[i]);
        return;
      }
}

static GStrv
languages (PlyNewEventDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder,
                      ply_language_list_get_code (adw_combo_row_get_selected (self->base_row)));
  for (guint i = 0; i < self->further->len; i++)
    g_strv_builder_add (builder, ply_language_list_get_code (
                                     ((FurtherLanguage *) self->further->pdata[i])->position));
  return g_strv_builder_end (builder);
}

static const char *
selected_string (AdwComboRow *row)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (row);

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

static void
create_cb (PlyNewEventDialog *self)
{
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  g_auto (GStrv) codes = languages (self);
  g_autoptr (GError) error = NULL;
  PlyPlan *plan = ply_new_event_plan (
      &(PlyNewEvent) {
          .title = g_strstrip (title),
          .first_date = ply_date_row_get_date (self->first_row),
          .last_date = ply_date_row_get_date (self->last_row),
          .venue = gtk_editable_get_text (GTK_EDITABLE (self->venue_row)),
          .city = gtk_editable_get_text (GTK_EDITABLE (self->city_row)),
          .timezone = selected_string (self->zone_row),
          .languages = (const char *const *) codes,
      },
      &error);

  if (plan == NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->last_row), error->message);
      gtk_widget_add_css_class (GTK_WIDGET (self->last_row), "error");
      return;
    }
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[READY], 0, plan, title);
  g_object_unref (self);
}

static void
cancel_cb (PlyNewEventDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ply_new_event_dialog_dispose (GObject *object)
{
  PlyNewEventDialog *self = PLY_NEW_EVENT_DIALOG (object);

  g_clear_pointer (&self->further, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLY_TYPE_NEW_EVENT_DIALOG);

  G_OBJECT_CLASS (ply_new_event_dialog_parent_class)->dispose (object);
}

static void
ply_new_event_dialog_class_init (PlyNewEventDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_new_event_dialog_dispose;
  signals[READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);

  g_type_ensure (PLY_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-new-event-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyNewEventDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlyNewEventDialog, venue_row);
  gtk_widget_class_bind_template_child (widget_class, PlyNewEventDialog, city_row);
  gtk_widget_class_bind_template_child (widget_class, PlyNewEventDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, PlyNewEventDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, PlyNewEventDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, PlyNewEventDialog, base_row);
  gtk_widget_class_bind_template_child (widget_class, PlyNewEventDialog, add_row);
  gtk_widget_class_bind_template_child (widget_class, PlyNewEventDialog, languages_group);
  gtk_widget_class_bind_template_child (widget_class, PlyNewEventDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, validate_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_date_cb);
  gtk_widget_class_bind_template_callback (widget_class, base_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_language_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
fill_lists (PlyNewEventDialog *self)
{
  g_autoptr (GtkStringList) names = ply_language_list_new ();
  g_autoptr (GtkStringList) zones = ply_zone_list_new ();
  g_autofree char *zone = ply_zone_local ();

  adw_combo_row_set_model (self->add_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->add_row, GTK_INVALID_LIST_POSITION);
  adw_combo_row_set_model (self->base_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->base_row, ply_language_list_get_default ());
  adw_combo_row_set_model (self->zone_row, G_LIST_MODEL (zones));
  adw_combo_row_set_selected (self->zone_row, gtk_string_list_find (zones, zone));
}

static void
ply_new_event_dialog_init (PlyNewEventDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_lists (self);
  self->further = g_ptr_array_new_with_free_func (g_free);
  ply_date_row_set_date (self->first_row, today);
  ply_date_row_set_date (self->last_row, today);
}

AdwDialog *
ply_new_event_dialog_new (void)
{
  return g_object_new (PLY_TYPE_NEW_EVENT_DIALOG, NULL);
}
