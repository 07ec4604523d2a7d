/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-gesture-private.h"

#include <math.h>

/* Dwelling over a day's toggle this long changes to it. */
#define HOVER_MS 500
/* Microseconds at an edge before the view scrolls: what only passes by, on the way from a day's
 * name, stays where it is. */
#define EDGE_WAIT 250000
/* The name of the toggle that shows all days. */
#define ALL_DAYS "all"
#define MOUSE_REACH 6
#define TOUCH_REACH 16

G_DEFINE_FINAL_TYPE (PlyTimetableGesture, ply_timetable_gesture, G_TYPE_OBJECT)

static void end_drag (PlyTimetableGesture *self);

/* Points */

double
ply_timetable_gesture_get_reach (gboolean is_touch)
{
  return is_touch ? TOUCH_REACH : MOUSE_REACH;
}

static gboolean
translate (PlyTimetableGesture *self, GtkWidget *to, double x, double y, graphene_point_t *point)
{
  return gtk_widget_compute_point (self->page, to, &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                   point);
}

gboolean
ply_timetable_gesture_to_grid (PlyTimetableGesture *self, double x, double y, double *grid_x,
                               double *grid_y)
{
  graphene_point_t point;

  *grid_x = *grid_y = 0;
  return translate (self, GTK_WIDGET (self->canvas), x, y, &point)
         && ply_timetable_canvas_to_grid (self->canvas, point.x, point.y, grid_x, grid_y);
}

static gboolean
is_over (PlyTimetableGesture *self, GtkWidget *widget)
{
  graphene_point_t point;

  return gtk_widget_get_mapped (widget) && translate (self, widget, self->x, self->y, &point)
         && gtk_widget_contains (widget, point.x, point.y);
}

static PlyDragKeys
read_keys (GdkModifierType state)
{
  PlyDragKeys keys = PLY_DRAG_NO_KEYS;

  if (state & GDK_ALT_MASK)
    keys |= PLY_DRAG_FINE;
  if (state & GDK_SHIFT_MASK)
    keys |= PLY_DRAG_SWAP;
  if (state & GDK_CONTROL_MASK)
    keys |= PLY_DRAG_RIPPLE;
  return keys;
}

/* Days: the one whose toggle the pointer stays over is shown. */

static void
change_day (gpointer data)
{
  PlyTimetableGesture *self = data;

  self->hover_id = 0;
  ply_timetable_view_set_day (self->view,
                              g_str_equal (self->hover_day, ALL_DAYS) ? NULL : self->hover_day);
}

/* The name of the toggle under the pointer; NULL. */
static const char *
find_day (PlyTimetableGesture *self)
{
  GtkWidget *widget, *child;
  guint index = 0;

  if (self->days == NULL || !is_over (self, GTK_WIDGET (self->days)))
    return NULL;
  widget = gtk_widget_pick (self->page, self->x, self->y, GTK_PICK_DEFAULT);
  child = gtk_widget_get_first_child (GTK_WIDGET (self->days));
  /* Between the toggles stand separators. */
  for (; widget != NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) != GTK_ACCESSIBLE_ROLE_RADIO)
        continue;
      if (widget == child || gtk_widget_is_ancestor (widget, child))
        return adw_toggle_get_name (adw_toggle_group_get_toggle (self->days, index));
      index++;
    }
  return NULL;
}

static void
hover (PlyTimetableGesture *self)
{
  const char *day = find_day (self);

  if (g_strcmp0 (day, self->hover_day) == 0)
    return;
  g_clear_handle_id (&self->hover_id, g_source_remove);
  g_set_str (&self->hover_day, day);
  if (day != NULL)
    self->hover_id = g_timeout_add_once (HOVER_MS, change_day, self);
}

/* The pointer moved, a key went down or up, the view scrolled, another grid is shown */

static PlyGridBox
get_band (PlyTimetableGesture *self, double x, double y)
{
  return (PlyGridBox) { MIN (x, self->band_x), MIN (y, self->band_y), fabs (x - self->band_x),
                        fabs (y - self->band_y) };
}

static void
stretch_band (PlyTimetableGesture *self, double x, double y)
{
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);
  PlyGridBox band = get_band (self, x, y);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sessions = NULL;

  ply_grid_visible (grid, &band, blocks);
  for (guint i = 0; i < blocks->len; i++)
    g_strv_builder_add (
        builder, ply_grid_get_block (grid, g_array_index (blocks, guint, i))->session->record.id);
  sessions = g_strv_builder_end (builder);
  ply_timetable_view_set_selected (self->view, (const char *const *) sessions);
  ply_timetable_canvas_set_band (self->canvas, &band);
}

static void
update (PlyTimetableGesture *self)
{
  double x, y;
  gboolean over_tray = is_over (self, GTK_WIDGET (self->tray));

  ply_timetable_gesture_to_grid (self, self->x, self->y, &x, &y);
  if (self->is_band)
    {
      stretch_band (self, x, y);
      return;
    }
  if (ply_drag_update (self->drag, x, y, self->keys, over_tray))
    ply_timetable_gesture_show (self);
  ply_timetable_tray_set_receiving (self->tray,
                                    over_tray && ply_drag_get_kind (self->drag) == PLY_DRAG_BLOCKS);
  hover (self);
}

static void
grid_changed_cb (PlyTimetableGesture *self)
{
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);

  if (self->drag == NULL || grid == NULL)
    return;
  ply_drag_set_grid (self->drag, grid);
  if (ply_drag_is_over (self->drag))
    end_drag (self);
  else
    update (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlyTimetableGesture *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->tick_time != 0 ? (double) (now - self->tick_time) / G_USEC_PER_SEC : 0;
  PlyGridBox viewport = ply_timetable_canvas_get_viewport (self->canvas);
  graphene_point_t point;
  double dx = 0, dy = 0;

  self->tick_time = now;
  if (translate (self, GTK_WIDGET (self->canvas), self->x, self->y, &point)
      && !is_over (self, GTK_WIDGET (self->tray))
      && (self->days == NULL || !is_over (self, GTK_WIDGET (self->days))))
    ply_drag_scroll_speed (&viewport, point.x, point.y, &dx, &dy);
  if (dx == 0 && dy == 0)
    self->edge_time = 0;
  else if (self->edge_time == 0)
    self->edge_time = now;
  if (self->edge_time == 0 || now - self->edge_time < EDGE_WAIT)
    return G_SOURCE_CONTINUE;
  ply_timetable_canvas_scroll_by (self->canvas, dx * seconds, dy * seconds);
  update (self);
  return G_SOURCE_CONTINUE;
}

/* Begin */

/* Sessions taken out of the tray, the one under the pointer first. NULL: none is there. */
static char **
dup_tray_sessions (PlyTimetableGesture *self, double x, double y)
{
  g_auto (GStrv) selected = ply_timetable_tray_dup_selected (self->tray);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  graphene_point_t point;
  const char *session = NULL;

  if (translate (self, GTK_WIDGET (self->tray), x, y, &point))
    session = ply_timetable_tray_get_at (self->tray, point.x, point.y);
  if (session == NULL)
    return NULL;
  g_strv_builder_add (builder, session);
  if (g_strv_contains ((const char *const *) selected, session))
    for (guint i = 0; selected[i] != NULL; i++)
      if (!g_str_equal (selected[i], session))
        g_strv_builder_add (builder, selected[i]);
  return g_strv_builder_end (builder);
}

static PlyDrag *
drag_new (PlyTimetableGesture *self, double x, double y)
{
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);
  GtkWidget *picked = gtk_widget_pick (self->page, x, y, GTK_PICK_DEFAULT);
  g_auto (GStrv) sessions = NULL;
  double grid_x, grid_y;

  if (grid == NULL || picked == NULL)
    return NULL;
  if (gtk_widget_is_ancestor (picked, GTK_WIDGET (self->tray)))
    {
      sessions = dup_tray_sessions (self, x, y);
      return sessions != NULL ? ply_drag_new_tray (grid, (const char *const *) sessions) : NULL;
    }
  if (picked != GTK_WIDGET (self->canvas)
      && !gtk_widget_is_ancestor (picked, GTK_WIDGET (self->canvas)))
    return NULL;
  if (!ply_timetable_gesture_to_grid (self, x, y, &grid_x, &grid_y))
    return NULL;
  sessions = ply_timetable_view_dup_selected (self->view);
  return ply_drag_new_at (grid, grid_x, grid_y, ply_timetable_gesture_get_reach (self->is_touch),
                          (const char *const *) sessions);
}

static const char *
get_cursor (PlyTimetableGesture *self)
{
  gboolean rooms_down = ply_timetable_view_get_rooms_down (self->view);

  switch (ply_drag_get_kind (self->drag))
    {
    case PLY_DRAG_EDGE:
    case PLY_DRAG_TALK_EDGE:
    case PLY_DRAG_CREATE:
      return rooms_down ? "ew-resize" : "ns-resize";
    default:
      return "grabbing";
    }
}

/* Where no session is, Shift or Ctrl make a rubber band of it. */
static void
begin_band (PlyTimetableGesture *self, double x, double y)
{
  self->is_band = ply_drag_get_kind (self->drag) == PLY_DRAG_CREATE
                  && (self->keys & (PLY_DRAG_SWAP | PLY_DRAG_RIPPLE)) != 0;
  if (self->is_band)
    ply_timetable_gesture_to_grid (self, x, y, &self->band_x, &self->band_y);
}

/* In a narrow window the tray lies over the grid: what is taken out of it could not be put down. */
static void
uncover (PlyTimetableGesture *self)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->tray), self->page, &bounds)
      && bounds.size.width >= (float) gtk_widget_get_width (self->page) - 1)
    gtk_widget_activate_action (self->page, "timetable.close-pane", NULL);
}

/* FALSE when there is nothing to take hold of at this point. */
static gboolean
begin_drag (PlyTimetableGesture *self, double x, double y)
{
  self->drag = drag_new (self, x, y);
  if (self->drag != NULL && ply_drag_get_kind (self->drag) == PLY_DRAG_NOTHING)
    g_clear_pointer (&self->drag, ply_drag_free);
  if (self->drag == NULL)
    return FALSE;
  begin_band (self, x, y);
  if (ply_drag_get_kind (self->drag) == PLY_DRAG_TRAY)
    uncover (self);
  ply_timetable_canvas_set_held (self->canvas, ply_drag_get_sessions (self->drag));
  gtk_widget_set_cursor_from_name (self->page, get_cursor (self));
  self->tick_time = self->edge_time = 0;
  self->tick_id = gtk_widget_add_tick_callback (self->page, tick_cb, self, NULL);
  gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  return TRUE;
}

/* End */

static void
end_drag (PlyTimetableGesture *self)
{
  if (self->drag == NULL)
    return;
  g_clear_pointer (&self->drag, ply_drag_free);
  self->is_band = FALSE;
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->page, self->tick_id);
  self->tick_id = 0;
  g_clear_handle_id (&self->hover_id, g_source_remove);
  g_clear_pointer (&self->hover_day, g_free);
  gtk_widget_set_cursor (self->page, NULL);
  ply_timetable_gesture_unshow (self);
}

static void
cancel (PlyTimetableGesture *self)
{
  self->is_dropped = TRUE;
  end_drag (self);
}

/* The id of the session that the plan makes; NULL. */
static char *
dup_created (const PlyPlan *plan)
{
  for (guint i = 0; plan != NULL && i < ply_plan_get_n_edits (plan); i++)
    {
      const PlyEdit *edit = ply_plan_get_edit (plan, i);

      if (edit->type == PLY_EDIT_INSERT && edit->kind == PLY_KIND_SESSION)
        return g_strdup (edit->id);
    }
  return NULL;
}

static void
tell (PlyTimetableGesture *self, PlyDragKind kind, const char *session, const char *talk)
{
  if (talk != NULL)
    {
      ply_timetable_view_set_talk (self->view, talk);
      ply_timetable_commands_tell_talk (self->commands, talk);
    }
  else if (kind == PLY_DRAG_EDGE)
    ply_timetable_commands_tell_length (self->commands, session);
  else
    ply_timetable_commands_tell_place (self->commands, session);
}

static void
drop (PlyTimetableGesture *self)
{
  PlyDragKind kind = ply_drag_get_kind (self->drag);
  g_auto (GStrv) held = g_strdupv ((char **) ply_drag_get_sessions (self->drag));
  g_autofree char *talk = g_strdup (ply_drag_get_talk (self->drag));
  PlyPlan *plan = self->is_band ? NULL : ply_drag_drop (self->drag);
  g_autofree char *created = dup_created (plan);
  const char *session = created != NULL ? created : held[0];

  end_drag (self);
  if (plan == NULL || !ply_timetable_commands_run (self->commands, plan, NULL) || session == NULL)
    return;
  if (kind == PLY_DRAG_TRAY || created != NULL)
    ply_timetable_commands_go_to (self->commands, session);
  if (kind == PLY_DRAG_TRAY && held[1] != NULL)
    ply_timetable_view_set_selected (self->view, (const char *const *) held);
  tell (self, kind, session, talk);
  if (created != NULL)
    gtk_widget_activate_action (self->page, "timetable.open", NULL);
}

/* Signals of the gestures */

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device =
      gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
drag_begin_cb (PlyTimetableGesture *self, double x, double y, GtkGesture *gesture)
{
  self->is_dropped = FALSE;
  self->is_touch = is_touch (gesture);
}

static gboolean
read_pointer (PlyTimetableGesture *self, double dx, double dy, double *x, double *y)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (self->drag_gesture);

  if (!gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag_gesture), x, y))
    return FALSE;
  self->x = *x + dx;
  self->y = *y + dy;
  self->keys = read_keys (gtk_event_controller_get_current_event_state (controller));
  return TRUE;
}

static void
drag_update_cb (PlyTimetableGesture *self, double dx, double dy)
{
  double x, y;

  if (self->is_dropped || !read_pointer (self, dx, dy, &x, &y))
    return;
  if (self->drag == NULL)
    {
      if (!gtk_drag_check_threshold (self->page, 0, 0, (int) dx, (int) dy))
        return;
      /* A finger that moves at once scrolls. */
      if (self->is_touch || !begin_drag (self, x, y))
        {
          self->is_dropped = TRUE;
          gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_DENIED);
          return;
        }
    }
  update (self);
}

static void
drag_end_cb (PlyTimetableGesture *self, double dx, double dy)
{
  double x, y;

  if (self->drag == NULL)
    return;
  if (read_pointer (self, dx, dy, &x, &y))
    update (self);
  drop (self);
}

static void
long_press_cb (PlyTimetableGesture *self, double x, double y)
{
  self->x = x;
  self->y = y;
  self->keys = PLY_DRAG_NO_KEYS;
  if (self->drag == NULL && begin_drag (self, x, y))
    update (self);
}

static gboolean
key_cb (PlyTimetableGesture *self, guint key)
{
  if (self->drag == NULL)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    cancel (self);
  else if (key == GDK_KEY_Page_Up)
    gtk_widget_activate_action (self->page, "timetable.previous-day", NULL);
  else if (key == GDK_KEY_Page_Down)
    gtk_widget_activate_action (self->page, "timetable.next-day", NULL);
  return GDK_EVENT_STOP;
}

static gboolean
modifiers_cb (PlyTimetableGesture *self, GdkModifierType state)
{
  if (self->drag == NULL)
    return GDK_EVENT_PROPAGATE;
  self->keys = read_keys (state);
  update (self);
  return GDK_EVENT_PROPAGATE;
}

/* Construction */

static void
add_controller (PlyTimetableGesture *self, gpointer controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->page, controller);
}

static void
connect (PlyTimetableGesture *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
add_drags (PlyTimetableGesture *self)
{
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->drag_gesture = gtk_gesture_drag_new ();
  connect (self, self->drag_gesture, "drag-begin", G_CALLBACK (drag_begin_cb));
  connect (self, self->drag_gesture, "drag-update", G_CALLBACK (drag_update_cb));
  connect (self, self->drag_gesture, "drag-end", G_CALLBACK (drag_end_cb));
  connect (self, self->drag_gesture, "cancel", G_CALLBACK (cancel));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  connect (self, long_press, "pressed", G_CALLBACK (long_press_cb));
  connect (self, keys, "key-pressed", G_CALLBACK (key_cb));
  connect (self, keys, "modifiers", G_CALLBACK (modifiers_cb));
  add_controller (self, self->drag_gesture);
  add_controller (self, long_press);
  gtk_gesture_group (long_press, self->drag_gesture);
  add_controller (self, keys);
}

static void
ply_timetable_gesture_dispose (GObject *object)
{
  PlyTimetableGesture *self = PLY_TIMETABLE_GESTURE (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->page, self->tick_id);
  self->tick_id = 0;
  g_clear_handle_id (&self->hover_id, g_source_remove);
  g_clear_pointer (&self->drag, ply_drag_free);
  g_clear_object (&self->commands);

  G_OBJECT_CLASS (ply_timetable_gesture_parent_class)->dispose (object);
}

static void
ply_timetable_gesture_finalize (GObject *object)
{
  g_free (PLY_TIMETABLE_GESTURE (object)->hover_day);

  G_OBJECT_CLASS (ply_timetable_gesture_parent_class)->finalize (object);
}

static void
ply_timetable_gesture_class_init (PlyTimetableGestureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ply_timetable_gesture_dispose;
  G_OBJECT_CLASS (klass)->finalize = ply_timetable_gesture_finalize;
}

static void
ply_timetable_gesture_init (PlyTimetableGesture *self)
{
}

PlyTimetableGesture *
ply_timetable_gesture_new (PlyTimetableCommands *commands, AdwToggleGroup *days)
{
  PlyTimetableGesture *self;

  g_return_val_if_fail (PLY_IS_TIMETABLE_COMMANDS (commands), NULL);

  self = g_object_new (PLY_TYPE_TIMETABLE_GESTURE, NULL);
  self->commands = g_object_ref (commands);
  self->page = commands->page;
  self->view = commands->view;
  self->canvas = commands->canvas;
  self->tray = commands->tray;
  self->days = days;
  add_drags (self);
  ply_timetable_gesture_add_clicks (self);
  connect (self, self->canvas, "grid-changed", G_CALLBACK (grid_changed_cb));
  return self;
}
