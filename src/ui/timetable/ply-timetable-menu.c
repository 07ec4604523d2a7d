/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-commands-private.h"

#define MENUS "/io/github/plenary_app/Plenary/ui/ply-timetable-menus.ui"

/* The menus of sessions and of empty places. */

static GMenuModel *
dup_model (const char *name)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (MENUS);

  return g_object_ref (G_MENU_MODEL (gtk_builder_get_object (builder, name)));
}

static GtkPopover *
ensure_menu (PlyTimetableCommands *self)
{
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, self->page);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    }
  return GTK_POPOVER (self->menu);
}

void
ply_timetable_commands_show_menu (PlyTimetableCommands *self, const char *session, double x,
                                  double y)
{
  g_autoptr (GMenuModel) model = NULL;
  GtkPopover *menu;
  graphene_point_t point;

  g_return_if_fail (PLY_IS_TIMETABLE_COMMANDS (self));

  if (!gtk_widget_compute_point (GTK_WIDGET (self->canvas), self->page,
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  model = dup_model (session != NULL ? "session_menu" : "place_menu");
  menu = ensure_menu (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu), model);
  gtk_popover_set_pointing_to (menu, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (menu);
}

/* By the keyboard: at the focused session, else in the middle of what is seen. */
void
ply_timetable_commands_menu_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);
  const char *focus = ply_timetable_view_get_focus (self->view);
  int block = grid != NULL && focus != NULL ? ply_grid_find (grid, focus) : -1;
  PlyGridBox box = ply_timetable_canvas_get_viewport (self->canvas);

  if (block >= 0)
    box = ply_timetable_canvas_from_grid (self->canvas,
                                          &ply_grid_get_block (grid, (guint) block)->box);
  ply_timetable_commands_show_menu (self, block >= 0 ? focus : NULL, box.x + box.width / 2,
                                    box.y + MIN (box.height / 2, 40));
}
