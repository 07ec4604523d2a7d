/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflict-segments.h"

#include "ply-conflict-words.h"

#include <glib/gi18n-lib.h>

/* A toggle's child is a box of an icon, if it has one, and a label. */

static GtkWidget *
get_box (AdwToggleGroup *group, const char *name)
{
  return adw_toggle_get_child (adw_toggle_group_get_toggle_by_name (group, name));
}

static void
add (AdwToggleGroup *group, const char *name, const char *icon, const char *css_class)
{
  AdwToggle *toggle = adw_toggle_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      if (css_class != NULL)
        gtk_widget_add_css_class (image, css_class);
      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_box_append (GTK_BOX (box), image);
    }
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_end (box, 9);
  adw_toggle_set_name (toggle, name);
  adw_toggle_set_child (toggle, box);
  adw_toggle_group_add (group, toggle);
}

static gboolean
is_narrow (AdwToggleGroup *group)
{
  return gtk_widget_has_css_class (GTK_WIDGET (group), "numbers-only");
}

/* @words is what a screen reader says, and a glance where there is room. */
static void
set_words (AdwToggleGroup *group, const char *name, const char *words, const char *brief)
{
  GtkWidget *label = gtk_widget_get_last_child (get_box (group, name));

  gtk_label_set_label (GTK_LABEL (label), is_narrow (group) ? brief : words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_toggle_set_tooltip (adw_toggle_group_get_toggle_by_name (group, name),
                          is_narrow (group) ? words : "");
}

void
ply_conflict_segments_update (AdwToggleGroup *group, PlyWorkspace *workspace)
{
  PlyConflicts *conflicts = ply_workspace_get_conflicts (workspace);
  guint n = g_list_model_get_n_items (ply_workspace_get_waived_items (workspace));
  g_autofree char *number = g_strdup_printf ("%u", n);
  /* Translators: %u is a number of conflicts that are waived */
  g_autofree char *waived = g_strdup_printf (ngettext ("%u waived", "%u waived", n), n);

  set_words (group, "all", _ ("All"), _ ("All"));
  for (guint severity = 0; severity < PLY_N_SEVERITIES; severity++)
    {
      guint count = ply_conflicts_count (conflicts, severity);
      g_autofree char *words = ply_severity_dup_count (severity, count);
      g_autofree char *brief = g_strdup_printf ("%u", count);

      set_words (group, ply_severity_get_name (severity), words, brief);
    }
  set_words (group, "waived", waived, number);
}

void
ply_conflict_segments_fill (AdwToggleGroup *group, PlyWorkspace *workspace)
{
  add (group, "all", NULL, NULL);
  for (guint severity = 0; severity < PLY_N_SEVERITIES; severity++)
    add (group, ply_severity_get_name (severity), ply_severity_icon_name (severity),
         ply_severity_css_class (severity));
  add (group, "waived", "ply-waived-symbolic", NULL);
  adw_toggle_group_set_active_name (group, "all");
  ply_conflict_segments_update (group, workspace);
}

void
ply_conflict_segments_set_narrow (AdwToggleGroup *group, PlyWorkspace *workspace, gboolean narrow)
{
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (group), "numbers-only");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (group), "numbers-only");
  if (adw_toggle_group_get_n_toggles (group) > 0)
    ply_conflict_segments_update (group, workspace);
}

gboolean
ply_conflict_segments_get (AdwToggleGroup *group, PlySeverity *severity)
{
  const char *name = adw_toggle_group_get_active_name (group);

  *severity = PLY_N_SEVERITIES;
  for (guint i = 0; i < PLY_N_SEVERITIES; i++)
    if (g_strcmp0 (name, ply_severity_get_name (i)) == 0)
      *severity = i;
  return g_strcmp0 (name, "waived") == 0;
}
