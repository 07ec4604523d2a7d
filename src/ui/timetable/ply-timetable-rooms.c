/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-rooms.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT 420

static void
toggled_cb (GtkCheckButton *button, PlyTimetableView *view)
{
  ply_timetable_view_set_room_shown (view, gtk_widget_get_name (GTK_WIDGET (button)),
                                     gtk_check_button_get_active (button));
}

static GtkWidget *
check_new (PlyTimetableView *view, const PlyRoom *room)
{
  GtkWidget *check =
      gtk_check_button_new_with_label (room->name != NULL ? room->name : _ ("Untitled"));

  gtk_widget_set_name (check, room->record.id);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               ply_timetable_view_is_room_shown (view, room->record.id));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), view, 0);
  return check;
}

static void
fill_cb (GtkPopover *popover, PlyTimetableView *view)
{
  g_autoptr (GPtrArray) rooms =
      ply_snapshot_dup_ordered (ply_timetable_view_get_snapshot (view), PLY_KIND_ROOM);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scrolled = gtk_popover_get_child (popover);
  GtkWidget *all = gtk_button_new_with_mnemonic (_ ("_Show All Rooms"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "timetable.show-all-rooms");
  g_signal_connect_object (all, "clicked", G_CALLBACK (gtk_popover_popdown), popover,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (all, "flat");
  for (guint i = 0; i < rooms->len; i++)
    gtk_box_append (GTK_BOX (box), check_new (view, rooms->pdata[i]));
  gtk_box_append (GTK_BOX (box), all);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
}

GtkWidget *
ply_timetable_rooms_new (PlyTimetableView *view)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (view), popover);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  g_signal_connect_object (popover, "show", G_CALLBACK (fill_cb), view, 0);
  return popover;
}
