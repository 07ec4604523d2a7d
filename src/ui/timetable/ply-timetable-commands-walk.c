/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-commands-private.h"

/* Where one is, and what is selected. */

/* The session that one sees next in a direction; the first one when there is no focus yet. NULL
 * when there is none. */
static const char *
find_next (PlyTimetableCommands *self, PlyGridDirection direction)
{
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);
  const char *focus = ply_timetable_view_get_focus (self->view);
  int block, next;

  if (grid == NULL || ply_grid_get_n_blocks (grid) == 0)
    return NULL;
  block = focus != NULL ? ply_grid_find (grid, focus) : -1;
  if (block < 0)
    return ply_grid_get_block (grid, 0)->session->record.id;
  if (g_strcmp0 (self->walker, focus) != 0)
    self->walk = (PlyGridWalk) PLY_GRID_WALK_INIT;
  next = ply_grid_neighbour (grid, block, direction, &self->walk);
  if (next < 0)
    return NULL;
  g_set_str (&self->walker, ply_grid_get_block (grid, next)->session->record.id);
  return self->walker;
}

typedef enum
{
  STEP_SELECT,
  STEP_ONLY,
  STEP_EXTEND,
} StepMode;

static void
add_to_selection (PlyTimetableCommands *self, const char *session)
{
  g_auto (GStrv) selected = ply_timetable_view_dup_selected (self->view);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (builder, (const char **) selected);
  if (!g_strv_contains ((const char *const *) selected, session))
    g_strv_builder_add (builder, session);
  all = g_strv_builder_end (builder);
  ply_timetable_view_set_selected (self->view, (const char *const *) all);
}

static void
step (PlyTimetableCommands *self, GVariant *parameter, StepMode mode)
{
  PlyArrow arrow = ply_timetable_commands_read_arrow (self, parameter);
  const char *focus = ply_timetable_view_get_focus (self->view);
  g_autofree char *next = NULL;

  if (mode == STEP_SELECT && ply_timetable_commands_walk_talks (self, &arrow))
    return;
  next = g_strdup (find_next (self, arrow.direction));
  if (next == NULL)
    {
      gtk_widget_error_bell (self->page);
      return;
    }
  if (mode == STEP_SELECT)
    ply_timetable_view_select (self->view, next);
  if (mode == STEP_EXTEND && focus != NULL)
    add_to_selection (self, focus);
  if (mode == STEP_EXTEND)
    add_to_selection (self, next);
  ply_timetable_view_set_focus (self->view, next);
  ply_timetable_canvas_grab_session (self->canvas, next);
}

void
ply_timetable_commands_focus_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, parameter, STEP_SELECT);
}

void
ply_timetable_commands_walk_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, parameter, STEP_ONLY);
}

void
ply_timetable_commands_extend_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, parameter, STEP_EXTEND);
}

void
ply_timetable_commands_toggle_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  const char *focus = ply_timetable_view_get_focus (self->view);

  if (focus != NULL)
    ply_timetable_view_toggle (self->view, focus);
}

void
ply_timetable_commands_select_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; grid != NULL && i < ply_grid_get_n_blocks (grid); i++)
    g_strv_builder_add (builder, ply_grid_get_block (grid, i)->session->record.id);
  all = g_strv_builder_end (builder);
  ply_timetable_view_set_selected (self->view, (const char *const *) all);
}

/* Out of the talks, then out of a selection of several, then out of the pane. */
void
ply_timetable_commands_clear_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  const char *focus = ply_timetable_view_get_focus (self->view);

  if (ply_timetable_view_get_talk (self->view) != NULL)
    ply_timetable_view_set_talk (self->view, NULL);
  else if (ply_timetable_view_get_n_selected (self->view) > 1 || self->has_place)
    {
      ply_timetable_commands_set_place (self, NULL);
      ply_timetable_view_select (self->view, focus);
    }
  else
    gtk_widget_activate_action (self->page, "timetable.close-pane", NULL);
}
