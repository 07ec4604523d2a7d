/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-start-page.h"

#include "ply-recent.h"

#include <glib/gi18n-lib.h>

struct _PlyStartPage
{
  AdwBin parent_instance;

  /* Owned */
  GPtrArray *recents; /* PlyRecent, as many as there are rows */

  /* Template */
  GtkWidget *recent_group;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (PlyStartPage, ply_start_page, ADW_TYPE_BIN)

static void fill (PlyStartPage *self);

/* "~/Events/day.plenary": folders in the home folder without its path. */
static char *
short_path (const char *path)
{
  const char *home = g_get_home_dir ();
  g_autofree char *shown = NULL;

  if (g_str_has_prefix (path, home) && path[strlen (home)] == '/')
    shown = g_strconcat ("~", path + strlen (home), NULL);
  return g_filename_display_name (shown != NULL ? shown : path);
}

static char *
describe (const PlyRecent *recent)
{
  g_autofree char *path = short_path (recent->path);
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_local (recent->modified);
  g_autofree char *time = NULL;

  if (recent->modified < 0)
    /* Translators: %s is the path of a file that is not there any more */
    return g_strdup_printf (_ ("%s — not found"), path);
  time = g_date_time_format (instant, "%x %H:%M");
  return g_strdup_printf ("%s\n%s", path, time);
}

static void
remove_cb (GtkButton *button, const char *path)
{
  PlyStartPage *self =
      PLY_START_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (button), PLY_TYPE_START_PAGE));

  ply_recent_remove (path);
  fill (self);
}

static GtkWidget *
remove_button (const PlyRecent *recent)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is an event's title */
  g_autofree char *label = g_strdup_printf (_ ("Remove “%s” from This List"), recent->title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove from This List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (remove_cb), g_strdup (recent->path),
                         (GClosureNotify) (GCallback) g_free, 0);
  return button;
}

static GtkWidget *
recent_row (const PlyRecent *recent)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (recent);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), recent->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (recent->modified < 0)
    {
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_widget_add_css_class (row, "dimmed");
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove_button (recent));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), recent->modified >= 0);
  return row;
}

static void
fill (PlyStartPage *self)
{
  g_clear_pointer (&self->recents, g_ptr_array_unref);
  self->recents = ply_recent_dup ();
  gtk_list_box_remove_all (self->recent_list);
  for (guint i = 0; i < self->recents->len; i++)
    gtk_list_box_append (self->recent_list, recent_row (self->recents->pdata[i]));
  gtk_widget_set_visible (self->recent_group, self->recents->len > 0);
}

static void
row_activated_cb (PlyStartPage *self, GtkListBoxRow *row)
{
  PlyRecent *recent = self->recents->pdata[gtk_list_box_row_get_index (row)];

  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-path", "s", recent->path);
}

static gboolean
drop_cb (PlyStartPage *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "app.open-path", "s", path);
    }
  return TRUE;
}

static void
ply_start_page_dispose (GObject *object)
{
  PlyStartPage *self = PLY_START_PAGE (object);

  g_clear_pointer (&self->recents, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (ply_start_page_parent_class)->dispose (object);
}

static void
ply_start_page_class_init (PlyStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_start_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, PlyStartPage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ply_start_page_init (PlyStartPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect (self, "map", G_CALLBACK (fill), NULL);
}
