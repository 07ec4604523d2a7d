/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-stay-row.h"

#include "ply-availability-words.h"
#include "ply-field-text.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

/* Offered with a day that does not say when it opens or closes. */
#define ARRIVES_USUALLY (9 * 60)
#define LEAVES_USUALLY (18 * 60)

struct _PlyStayRow
{
  AdwExpanderRow parent_instance;

  gboolean departure;

  GtkStringList *days;   /* "Not Stated", then each day */
  GArray *usual_minutes; /* gint64, of each day */
  guint day;
  gint64 minute;
  char *time; /* as it is shown while nobody types */
  gboolean loading;

  GtkWidget *day_row, *time_row;
};

enum
{
  SET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlyStayRow, ply_stay_row, ADW_TYPE_EXPANDER_ROW)

/* The minute at which the day begins (ends), and nothing is said of the hour. */
static gint64
get_edge (PlyStayRow *self)
{
  return self->departure ? PLY_PRESENCE_OPEN : 0;
}

static const PlyField *
get_field (void)
{
  return ply_field_lookup (PLY_KIND_AVAILABILITY, "start");
}

static void
emit (PlyStayRow *self, guint day, gint64 minute)
{
  g_signal_emit (self, signals[SET], 0, day, minute);
}

static void
show_error (PlyStayRow *self, const char *message)
{
  if (message != NULL)
    gtk_widget_add_css_class (self->time_row, "error");
  else
    gtk_widget_remove_css_class (self->time_row, "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->time_row),
                                 message != NULL ? message : _ ("Time"));
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->time_row), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
day_cb (PlyStayRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->day_row));
  guint last = self->usual_minutes->len - 1;

  if (self->loading || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected == 0)
    emit (self, self->departure ? last : 0, get_edge (self));
  else
    emit (self, selected - 1,
          self->minute != get_edge (self)
              ? self->minute
              : g_array_index (self->usual_minutes, gint64, selected - 1));
}

static void
time_cb (PlyStayRow *self)
{
  g_auto (PlyValue) value = PLY_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (self->loading)
    return;
  if (!ply_field_text_parse (get_field (), gtk_editable_get_text (GTK_EDITABLE (self->time_row)),
                             &value, &error))
    {
      show_error (self, error->message);
      return;
    }
  show_error (self, NULL);
  emit (self, self->day, value.type == PLY_VALUE_INTEGER ? value.integer : get_edge (self));
}

/* What was typed counts without Enter too. */
static void
leave_cb (PlyStayRow *self)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->time_row)), self->time) != 0)
    time_cb (self);
}

static gboolean
same_strings (GtkStringList *a, GtkStringList *b)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (a));
  gboolean same = n == g_list_model_get_n_items (G_LIST_MODEL (b));

  for (guint i = 0; same && i < n; i++)
    same = g_str_equal (gtk_string_list_get_string (a, i), gtk_string_list_get_string (b, i));
  return same;
}

/* A list in which a choice is just being made must stay: it is changed only for other days. */
static void
load_days (PlyStayRow *self, const PlyPresence *presence)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_array_set_size (self->usual_minutes, 0);
  gtk_string_list_append (list, _ ("Not Stated"));
  for (guint i = 0; i < ply_presence_get_n_days (presence); i++)
    {
      const PlyDay *day = ply_presence_get_day (presence, i);
      g_autofree char *name = ply_availability_words_dup_day (day);
      gint64 hour = self->departure ? day->closes : day->opens;

      if (hour == PLY_UNSET)
        hour = self->departure ? LEAVES_USUALLY : ARRIVES_USUALLY;
      g_array_append_val (self->usual_minutes, hour);
      gtk_string_list_append (list, name);
    }
  if (self->days != NULL && same_strings (self->days, list))
    return;
  g_set_object (&self->days, list);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->day_row), G_LIST_MODEL (list));
}

static char *
dup_subtitle (PlyStayRow *self, const PlyPresence *presence)
{
  g_autofree char *day =
      ply_availability_words_dup_day (ply_presence_get_day (presence, self->day));
  g_autofree char *time = NULL;

  if (self->minute == get_edge (self))
    return g_steal_pointer (&day);
  time = ply_minutes_format (self->minute);
  /* Translators: when a person arrives or leaves: %1$s is the day, %2$s the time */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, time);
}

static void
ply_stay_row_finalize (GObject *object)
{
  PlyStayRow *self = PLY_STAY_ROW (object);

  g_clear_object (&self->days);
  g_clear_pointer (&self->time, g_free);
  g_clear_pointer (&self->usual_minutes, g_array_unref);

  G_OBJECT_CLASS (ply_stay_row_parent_class)->finalize (object);
}

static void
ply_stay_row_class_init (PlyStayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_stay_row_finalize;

  signals[SET] = g_signal_new ("set", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT64);
}

static void
ply_stay_row_init (PlyStayRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->usual_minutes = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->day_row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Day"), NULL);
  self->time_row =
      g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Time"), "show-apply-button", TRUE, NULL);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->time_row), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->day_row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->time_row);
  g_signal_connect_object (self->day_row, "notify::selected", G_CALLBACK (day_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->time_row, focus);
  g_signal_connect_object (self->time_row, "apply", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ply_stay_row_new (gboolean departure)
{
  PlyStayRow *self = g_object_new (PLY_TYPE_STAY_ROW, NULL);

  self->departure = departure;
  /* Translators: the day and time at which a person comes to (leaves) the conference */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 departure ? _ ("Leaves") : _ ("Arrives"));
  return GTK_WIDGET (self);
}

void
ply_stay_row_show (PlyStayRow *self, const PlyPresence *presence)
{
  g_autofree char *subtitle = NULL;
  gboolean is_set;

  g_return_if_fail (PLY_IS_STAY_ROW (self) && presence != NULL);

  self->loading = TRUE;
  load_days (self, presence);
  is_set = self->departure ? ply_presence_get_departure (presence, &self->day, &self->minute)
                           : ply_presence_get_arrival (presence, &self->day, &self->minute);
  if (!is_set)
    {
      self->day = self->departure ? MAX (self->usual_minutes->len, 1) - 1 : 0;
      self->minute = get_edge (self);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->day_row), is_set ? self->day + 1 : 0);
  g_free (self->time);
  self->time = is_set && self->minute != get_edge (self) ? ply_duration_format (self->minute)
                                                         : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self->time_row), self->time);
  subtitle = is_set ? dup_subtitle (self, presence) : g_strdup (_ ("Not Stated"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  show_error (self, NULL);
  self->loading = FALSE;
}
