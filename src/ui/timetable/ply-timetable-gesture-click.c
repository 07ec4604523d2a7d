/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-gesture-private.h"

/* Clicks on the canvas, and the pointer's shape over it. */

/* The block at a point of the canvas; -1. */
static int
find_block (PlyTimetableGesture *self, double x, double y, double *grid_x, double *grid_y)
{
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);

  if (grid == NULL || !ply_timetable_canvas_to_grid (self->canvas, x, y, grid_x, grid_y))
    return -1;
  return ply_grid_at (grid, *grid_x, *grid_y);
}

/* NULL beside the sessions; owned, since what is borrowed goes with the grid. */
static char *
dup_session_at (PlyTimetableGesture *self, double x, double y)
{
  double grid_x, grid_y;
  int block = find_block (self, x, y, &grid_x, &grid_y);
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);

  return block >= 0 ? g_strdup (ply_grid_get_block (grid, (guint) block)->session->record.id)
                    : NULL;
}

static char *
dup_talk_at (PlyTimetableGesture *self, double x, double y)
{
  double grid_x, grid_y;
  int block = find_block (self, x, y, &grid_x, &grid_y);
  g_autoptr (GArray) talks = NULL;

  if (block >= 0)
    talks = ply_grid_dup_talks (ply_timetable_canvas_get_grid (self->canvas), (guint) block);
  for (guint i = 0; talks != NULL && i < talks->len; i++)
    {
      const PlyGridTalk *talk = &g_array_index (talks, PlyGridTalk, i);

      if (ply_grid_box_contains (&talk->box, grid_x, grid_y))
        return g_strdup (talk->talk->record.id);
    }
  return NULL;
}

/* What comes next is put here. */
static void
point_at_place (PlyTimetableGesture *self, double x, double y)
{
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);
  gint64 snap = ply_timetable_view_get_snap (self->view);
  double grid_x, grid_y;
  PlyPlace place;

  if (grid == NULL || !ply_timetable_canvas_to_grid (self->canvas, x, y, &grid_x, &grid_y)
      || !ply_grid_place_at (grid, grid_x, grid_y, snap, &place))
    return;
  ply_timetable_view_select (self->view, NULL);
  ply_timetable_commands_set_place (self->commands, &place);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static PlyGridBox
unite (const PlyGridBox *a, const PlyGridBox *b)
{
  PlyGridBox both = { .x = MIN (a->x, b->x), .y = MIN (a->y, b->y) };

  both.width = MAX (a->x + a->width, b->x + b->width) - both.x;
  both.height = MAX (a->y + a->height, b->y + b->height) - both.y;
  return both;
}

/* Everything between the focused session and this one, as a rectangle. */
static void
select_range (PlyTimetableGesture *self, const char *session)
{
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);
  const char *focus = ply_timetable_view_get_focus (self->view);
  int from = focus != NULL ? ply_grid_find (grid, focus) : -1;
  int to = ply_grid_find (grid, session);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sessions = NULL;
  PlyGridBox area;

  if (from < 0 || to < 0)
    {
      ply_timetable_view_select (self->view, session);
      return;
    }
  area = unite (&ply_grid_get_block (grid, (guint) from)->box,
                &ply_grid_get_block (grid, (guint) to)->box);
  ply_grid_visible (grid, &area, blocks);
  for (guint i = 0; i < blocks->len; i++)
    g_strv_builder_add (
        builder, ply_grid_get_block (grid, g_array_index (blocks, guint, i))->session->record.id);
  sessions = g_strv_builder_end (builder);
  ply_timetable_view_set_selected (self->view, (const char *const *) sessions);
}

static void
focus_session (PlyTimetableGesture *self, const char *session)
{
  ply_timetable_view_set_focus (self->view, session);
  ply_timetable_canvas_grab_session (self->canvas, session);
}

static GdkModifierType
get_state (GtkGesture *gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
}

/* What is pressed is selected at once, so that it can be dragged; what Shift and Ctrl do, and what
 * leaves one of several selected, waits for the release: it may become a drag. */
static void
pressed_cb (PlyTimetableGesture *self, int n_press, double x, double y, GtkGesture *gesture)
{
  g_autofree char *session = dup_session_at (self, x, y);
  g_autofree char *talk = dup_talk_at (self, x, y);
  gboolean plain = (get_state (gesture) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0;

  self->was_selected = session != NULL && ply_timetable_view_is_selected (self->view, session);
  if (session == NULL || !plain)
    return;
  if (!self->was_selected)
    ply_timetable_view_select (self->view, session);
  focus_session (self, session);
  ply_timetable_view_set_talk (self->view, talk);
}

static void
released_cb (PlyTimetableGesture *self, int n_press, double x, double y, GtkGesture *gesture)
{
  g_autofree char *session = dup_session_at (self, x, y);
  g_autofree char *talk = dup_talk_at (self, x, y);
  GdkModifierType state = get_state (gesture);

  if (session == NULL)
    {
      point_at_place (self, x, y);
      if (n_press == 2)
        gtk_widget_activate_action (self->page, "timetable.new-session", NULL);
      return;
    }
  if (state & GDK_CONTROL_MASK)
    ply_timetable_view_toggle (self->view, session);
  else if (state & GDK_SHIFT_MASK)
    select_range (self, session);
  else if (self->was_selected)
    ply_timetable_view_select (self->view, session);
  focus_session (self, session);
  ply_timetable_view_set_talk (self->view, talk);
  if (n_press == 2 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    gtk_widget_activate_action (self->page, "timetable.edit", NULL);
}

static void
menu_cb (PlyTimetableGesture *self, int n_press, double x, double y)
{
  g_autofree char *session = dup_session_at (self, x, y);

  if (session == NULL)
    point_at_place (self, x, y);
  else
    {
      if (!ply_timetable_view_is_selected (self->view, session))
        ply_timetable_view_select (self->view, session);
      focus_session (self, session);
    }
  ply_timetable_commands_show_menu (self->commands, session, x, y);
}

/* Over an edge the pointer says that it can be pulled. */
static void
motion_cb (PlyTimetableGesture *self, double x, double y)
{
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);
  gboolean rooms_down = ply_timetable_view_get_rooms_down (self->view);
  PlyDragKind kind = PLY_DRAG_NOTHING;
  double grid_x, grid_y;

  if (self->drag != NULL)
    return;
  if (grid != NULL && ply_timetable_canvas_to_grid (self->canvas, x, y, &grid_x, &grid_y))
    kind = ply_drag_kind_at (grid, grid_x, grid_y, ply_timetable_gesture_get_reach (FALSE), NULL);
  if (kind == PLY_DRAG_EDGE || kind == PLY_DRAG_TALK_EDGE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas),
                                     rooms_down ? "ew-resize" : "ns-resize");
  else
    gtk_widget_set_cursor (GTK_WIDGET (self->canvas), NULL);
}

static void
add (PlyTimetableGesture *self, gpointer controller, const char *signal, GCallback callback)
{
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
}

void
ply_timetable_gesture_add_clicks (PlyTimetableGesture *self)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  add (self, click, "pressed", G_CALLBACK (pressed_cb));
  add (self, click, "released", G_CALLBACK (released_cb));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  add (self, secondary, "pressed", G_CALLBACK (menu_cb));
  add (self, motion, "motion", G_CALLBACK (motion_cb));
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (canvas, motion);
}
