/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-date-row.h"

#include "ply-formatter.h"
#include "ply-language-list.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

struct _PlyDateRow
{
  AdwActionRow parent_instance;

  char *date;
  GtkLabel *label;
  GtkMenuButton *button;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (PlyDateRow, ply_date_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_DATE = 1,
};

static void
day_selected_cb (PlyDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  ply_date_row_set_date (self, date);
}

static void
activated_cb (PlyDateRow *self)
{
  gtk_menu_button_popup (self->button);
}

static void
ply_date_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, PLY_DATE_ROW (object)->date);
}

static void
ply_date_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ply_date_row_set_date (PLY_DATE_ROW (object), g_value_get_string (value));
}

static void
ply_date_row_finalize (GObject *object)
{
  g_free (PLY_DATE_ROW (object)->date);

  G_OBJECT_CLASS (ply_date_row_parent_class)->finalize (object);
}

static void
ply_date_row_class_init (PlyDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ply_date_row_get_property;
  object_class->set_property = ply_date_row_set_property;
  object_class->finalize = ply_date_row_finalize;
  g_object_class_install_property (
      object_class, PROP_DATE,
      g_param_spec_string ("date", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
}

static void
ply_date_row_init (PlyDateRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Choose a Date"));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  g_signal_connect (self, "activated", G_CALLBACK (activated_cb), NULL);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

void
ply_date_row_set_date (PlyDateRow *self, const char *date)
{
  g_autoptr (GDateTime) instant = NULL;
  g_autofree char *language = ply_interface_language ();
  g_autoptr (PlyFormatter) formatter = ply_formatter_new (language);
  g_autofree char *text = NULL;

  g_return_if_fail (PLY_IS_DATE_ROW (self));

  if (!ply_date_is_valid (date) || !g_set_str (&self->date, date))
    return;
  instant = ply_local_to_instant (date, 0, "UTC");
  text = ply_formatter_date (formatter, date, PLY_DATE_LONG);
  gtk_label_set_label (self->label, text);
  gtk_calendar_select_day (self->calendar, instant);
  g_object_notify (G_OBJECT (self), "date");
}

const char *
ply_date_row_get_date (PlyDateRow *self)
{
  g_return_val_if_fail (PLY_IS_DATE_ROW (self), NULL);
  return self->date;
}
