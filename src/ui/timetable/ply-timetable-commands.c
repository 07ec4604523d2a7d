/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-commands-private.h"

#include "ply-timetable-words.h"

G_DEFINE_FINAL_TYPE (PlyTimetableCommands, ply_timetable_commands, G_TYPE_OBJECT)

static const GActionEntry entries[] = {
  { "focus", ply_timetable_commands_focus_cb, "s" },
  { "walk", ply_timetable_commands_walk_cb, "s" },
  { "extend", ply_timetable_commands_extend_cb, "s" },
  { "toggle", ply_timetable_commands_toggle_cb },
  { "select-all", ply_timetable_commands_select_all_cb },
  { "clear", ply_timetable_commands_clear_cb },
  { "move", ply_timetable_commands_move_cb, "s" },
  { "ripple", ply_timetable_commands_ripple_cb, "s" },
  { "move-day", ply_timetable_commands_move_day_cb, "s" },
  { "resize", ply_timetable_commands_resize_cb, "s" },
  { "resize-ripple", ply_timetable_commands_resize_ripple_cb, "s" },
  { "swap", ply_timetable_commands_swap_cb },
  { "edit", ply_timetable_commands_edit_cb },
  { "place", ply_timetable_commands_place_cb },
  { "unplace", ply_timetable_commands_unplace_cb },
  { "delete", ply_timetable_commands_delete_cb },
  { "duplicate", ply_timetable_commands_duplicate_cb },
  { "cut", ply_timetable_commands_cut_cb },
  { "copy", ply_timetable_commands_copy_cb },
  { "paste", ply_timetable_commands_paste_cb },
  { "new-session", ply_timetable_commands_new_cb },
  { "copy-frame", ply_timetable_commands_copy_frame_cb },
  { "enter-talks", ply_timetable_commands_enter_talks_cb },
  { "pin", ply_timetable_commands_pin_cb },
  { "menu", ply_timetable_commands_menu_cb },
};

/* Which actions make sense now: menus show the others grey. */

static void
enable (PlyTimetableCommands *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (PlyTimetableCommands *self)
{
  static const char *const need_target[] = { "unplace", "delete", "duplicate", "cut", "copy" };
  g_auto (GStrv) targets = ply_timetable_commands_dup_targets (self);
  g_auto (GStrv) unplaced = ply_timetable_tray_dup_selected (self->tray);
  guint n_targets = g_strv_length (targets);

  for (guint i = 0; i < G_N_ELEMENTS (need_target); i++)
    enable (self, need_target[i], n_targets > 0);
  enable (self, "swap", n_targets == 2);
  enable (self, "place", unplaced[0] != NULL);
  enable (self, "pin", ply_timetable_view_get_talk (self->view) != NULL);
}

/* Where the next session goes. */
static void
show_place (PlyTimetableCommands *self)
{
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);
  gint64 snap = ply_timetable_view_get_snap (self->view);
  PlyGridBox box = { 0 };

  if (self->has_place && grid != NULL)
    box = ply_grid_box_of (grid, &self->place, MAX (snap, 1));
  ply_timetable_canvas_set_mark (self->canvas, ply_grid_box_is_empty (&box) ? NULL : &box);
}

static void
focus_changed_cb (PlyTimetableCommands *self)
{
  if (ply_timetable_view_get_focus (self->view) != NULL)
    ply_timetable_commands_set_place (self, NULL);
  update_actions (self);
}

static void
ply_timetable_commands_dispose (GObject *object)
{
  PlyTimetableCommands *self = PLY_TIMETABLE_COMMANDS (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->view);
  g_clear_object (&self->actions);
  g_clear_object (&self->clipboard);

  G_OBJECT_CLASS (ply_timetable_commands_parent_class)->dispose (object);
}

static void
ply_timetable_commands_finalize (GObject *object)
{
  PlyTimetableCommands *self = PLY_TIMETABLE_COMMANDS (object);

  g_clear_pointer (&self->place_day, g_free);
  g_clear_pointer (&self->place_room, g_free);
  g_clear_pointer (&self->walker, g_free);

  G_OBJECT_CLASS (ply_timetable_commands_parent_class)->finalize (object);
}

static void
ply_timetable_commands_class_init (PlyTimetableCommandsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ply_timetable_commands_dispose;
  object_class->finalize = ply_timetable_commands_finalize;
}

static void
ply_timetable_commands_init (PlyTimetableCommands *self)
{
  self->walk = (PlyGridWalk) PLY_GRID_WALK_INIT;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

static void
follow (PlyTimetableCommands *self)
{
  g_signal_connect_object (self->view, "notify::focus", G_CALLBACK (focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::talk", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "selection-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "grid-changed", G_CALLBACK (show_place), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tray, "selection-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}

PlyTimetableCommands *
ply_timetable_commands_new (GtkWidget *page, PlyTimetableView *view, PlyTimetableCanvas *canvas,
                            PlyTimetableTray *tray)
{
  PlyTimetableCommands *self;

  g_return_val_if_fail (GTK_IS_WIDGET (page) && PLY_IS_TIMETABLE_VIEW (view), NULL);
  g_return_val_if_fail (PLY_IS_TIMETABLE_CANVAS (canvas) && PLY_IS_TIMETABLE_TRAY (tray), NULL);

  self = g_object_new (PLY_TYPE_TIMETABLE_COMMANDS, NULL);
  self->page = page;
  self->view = g_object_ref (view);
  self->canvas = canvas;
  self->tray = tray;
  self->clipboard = ply_timetable_clipboard_new (gtk_widget_get_clipboard (page));
  gtk_widget_insert_action_group (page, "timetable", G_ACTION_GROUP (self->actions));
  ply_timetable_commands_add_keys (self);
  follow (self);
  update_actions (self);
  return self;
}

/* Public functions */

gboolean
ply_timetable_commands_run (PlyTimetableCommands *self, PlyPlan *plan, const char *coalesce_key)
{
  g_autoptr (PlyPlan) owned = plan;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (PLY_IS_TIMETABLE_COMMANDS (self), FALSE);

  if (plan == NULL)
    {
      gtk_widget_error_bell (self->page);
      return FALSE;
    }
  if (ply_workspace_run (ply_timetable_view_get_workspace (self->view), plan, coalesce_key, &error))
    return TRUE;
  ply_timetable_commands_report (self, error->message);
  return FALSE;
}

static PlyConflicts *
get_conflicts (PlyTimetableCommands *self)
{
  return ply_workspace_get_conflicts (ply_timetable_view_get_workspace (self->view));
}

void
ply_timetable_commands_tell_place (PlyTimetableCommands *self, const char *session)
{
  g_autofree char *words = NULL;

  g_return_if_fail (PLY_IS_TIMETABLE_COMMANDS (self) && session != NULL);

  words = ply_timetable_words_dup_place (ply_timetable_commands_get_snapshot (self),
                                         get_conflicts (self), session);
  ply_timetable_commands_announce (self, words);
}

void
ply_timetable_commands_tell_length (PlyTimetableCommands *self, const char *session)
{
  g_autofree char *words = NULL;

  g_return_if_fail (PLY_IS_TIMETABLE_COMMANDS (self) && session != NULL);

  words = ply_timetable_words_dup_length (ply_timetable_commands_get_snapshot (self),
                                          get_conflicts (self), session);
  ply_timetable_commands_announce (self, words);
}

void
ply_timetable_commands_tell_talk (PlyTimetableCommands *self, const char *talk)
{
  g_autofree char *words = NULL;

  g_return_if_fail (PLY_IS_TIMETABLE_COMMANDS (self) && talk != NULL);

  words = ply_timetable_words_dup_talk (ply_timetable_commands_get_snapshot (self), talk);
  ply_timetable_commands_announce (self, words);
}

char **
ply_timetable_commands_dup_targets (PlyTimetableCommands *self)
{
  const char *focus;

  g_return_val_if_fail (PLY_IS_TIMETABLE_COMMANDS (self), NULL);

  focus = ply_timetable_view_get_focus (self->view);
  if (focus == NULL || ply_timetable_view_is_selected (self->view, focus))
    return ply_timetable_view_dup_selected (self->view);
  return g_strdupv ((char *[]) { (char *) focus, NULL });
}

void
ply_timetable_commands_set_place (PlyTimetableCommands *self, const PlyPlace *place)
{
  g_return_if_fail (PLY_IS_TIMETABLE_COMMANDS (self));

  self->has_place = place != NULL;
  if (place != NULL)
    {
      g_set_str (&self->place_day, place->day);
      g_set_str (&self->place_room, place->room);
      self->place = *place;
      self->place.day = self->place_day;
      self->place.room = self->place_room;
    }
  show_place (self);
}

/* For the files of the commands */

PlySnapshot *
ply_timetable_commands_get_snapshot (PlyTimetableCommands *self)
{
  return ply_timetable_view_get_snapshot (self->view);
}

void
ply_timetable_commands_go_to (PlyTimetableCommands *self, const char *session)
{
  ply_timetable_view_show (self->view, session);
  ply_timetable_canvas_grab_session (self->canvas, session);
}

void
ply_timetable_commands_announce (PlyTimetableCommands *self, const char *message)
{
  ply_timetable_canvas_announce (self->canvas, message);
}

void
ply_timetable_commands_report (PlyTimetableCommands *self, const char *message)
{
  gtk_widget_activate_action (self->page, "win.report", "s", message);
}

PlyArrow
ply_timetable_commands_read_arrow (PlyTimetableCommands *self, GVariant *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);
  gboolean vertical = g_str_equal (name, "up") || g_str_equal (name, "down");
  int sign = g_str_equal (name, "up") || g_str_equal (name, "left") ? -1 : 1;
  gboolean along = vertical != ply_timetable_view_get_rooms_down (self->view);
  PlyArrow arrow = { .time = along ? sign : 0, .room = along ? 0 : sign };

  if (vertical)
    arrow.direction = sign < 0 ? PLY_GRID_UP : PLY_GRID_DOWN;
  else
    arrow.direction = sign < 0 ? PLY_GRID_LEFT : PLY_GRID_RIGHT;
  return arrow;
}
