/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-availability-grid-private.h"

/* Cursor and selection */

static PlyAvailabilityDay *
get_column (PlyAvailabilityGrid *self, int day)
{
  return self->columns->pdata[day];
}

static gboolean
is_same (PlyGridSpot a, PlyGridSpot b)
{
  return a.day == b.day && a.cell == b.cell;
}

/* Shows what is between the anchor and the cursor, as if it were painted when @state is one. */
static void
mark (PlyAvailabilityGrid *self, PlyPresenceState state)
{
  int first = MIN (self->anchor.cell, self->cursor.cell);
  int last = MAX (self->anchor.cell, self->cursor.cell);

  for (int day = 0; day < (int) self->columns->len; day++)
    if (day >= MIN (self->anchor.day, self->cursor.day)
        && day <= MAX (self->anchor.day, self->cursor.day) && last >= 0)
      ply_availability_day_mark (get_column (self, day), first, last, state);
    else
      ply_availability_day_unmark (get_column (self, day));
}

static void
unmark (PlyAvailabilityGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    ply_availability_day_unmark (self->columns->pdata[i]);
}

/* What a stroke from @spot says: the brush's state, or nothing where that is said already. */
static PlyPresenceState
get_stroke (PlyAvailabilityGrid *self, PlyGridSpot spot)
{
  gboolean whole = spot.cell == PLY_AVAILABILITY_HEAD;
  gint64 start = whole ? 0 : ply_availability_frame_get_minute (&self->frame, spot.cell);
  gint64 end =
      whole ? PLY_PRESENCE_OPEN : ply_availability_frame_get_minute (&self->frame, spot.cell + 1);

  return ply_presence_get (self->presence, spot.day, start, end) == self->brush ? PLY_PRESENCE_NONE
                                                                                : self->brush;
}

static void
paint (PlyAvailabilityGrid *self, PlyPresenceState state)
{
  ply_availability_grid_emit_paint (self, self->anchor, self->cursor, state);
}

static void
select_spot (PlyAvailabilityGrid *self, PlyGridSpot spot, gboolean extend)
{
  self->cursor = spot;
  if (!extend)
    self->anchor = spot;
  if (is_same (self->anchor, self->cursor))
    unmark (self);
  else
    mark (self, PLY_PRESENCE_MIXED);
  ply_availability_grid_grab_cursor (self);
}

static void
move (PlyAvailabilityGrid *self, int days, int cells, gboolean extend)
{
  int n_cells = ply_availability_frame_get_n_cells (&self->frame);
  int first = extend ? 0 : PLY_AVAILABILITY_HEAD;
  PlyGridSpot spot = { self->cursor.day + days, self->cursor.cell + cells };

  spot.day = CLAMP (spot.day, 0, (int) self->columns->len - 1);
  spot.cell = CLAMP (spot.cell, first, n_cells - 1);
  /* A whole day is not the beginning of a span of cells. */
  if (extend && self->anchor.cell == PLY_AVAILABILITY_HEAD)
    self->anchor.cell = 0;
  select_spot (self, spot, extend);
}

/* The focus may have come by itself: a press on a head, a screen reader. */
static void
follow_focus (PlyAvailabilityGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  PlyGridSpot spot;

  for (spot.day = 0; focus != NULL && spot.day < (int) self->columns->len; spot.day++)
    if (ply_availability_day_find_cell (get_column (self, spot.day), focus, &spot.cell))
      {
        if (!is_same (spot, self->cursor))
          self->cursor = self->anchor = spot;
        return;
      }
}

/* Keys */

static gboolean
move_by_key (PlyAvailabilityGrid *self, guint key, gboolean extend)
{
  int n_cells = ply_availability_frame_get_n_cells (&self->frame);

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, -1, 0, extend);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, 1, 0, extend);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, 0, -1, extend);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 0, 1, extend);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move (self, 0, -self->cursor.cell, extend);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move (self, 0, n_cells, extend);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
paint_by_key (PlyAvailabilityGrid *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      paint (self, get_stroke (self, self->anchor));
      return TRUE;
    case GDK_KEY_1:
    case GDK_KEY_KP_1:
      paint (self, PLY_PRESENCE_AVAILABLE);
      return TRUE;
    case GDK_KEY_2:
    case GDK_KEY_KP_2:
      paint (self, PLY_PRESENCE_UNAVAILABLE);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      paint (self, PLY_PRESENCE_NONE);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
end_stroke (PlyAvailabilityGrid *self)
{
  self->stroking = FALSE;
  select_spot (self, self->cursor, FALSE);
}

static gboolean
let_go (PlyAvailabilityGrid *self)
{
  if (self->stroking)
    {
      /* Before the gesture ends: it ends as if the pointer were let go of. */
      end_stroke (self);
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
    }
  else if (!is_same (self->anchor, self->cursor))
    select_spot (self, self->cursor, FALSE);
  else
    return FALSE;
  return TRUE;
}

static gboolean
key_pressed_cb (PlyAvailabilityGrid *self, guint key, guint code, GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;

  if (self->columns->len == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    return let_go (self);
  if (self->stroking)
    return GDK_EVENT_STOP;
  follow_focus (self);
  return move_by_key (self, key, extend) || (!extend && paint_by_key (self, key));
}

/* Pointer and touch */

static gboolean
find_spot (PlyAvailabilityGrid *self, double x, double y, PlyGridSpot *spot)
{
  int n_days = self->columns->len;
  int width = gtk_widget_get_width (self->days);

  if (n_days == 0 || width == 0)
    return FALSE;
  spot->day = CLAMP (x * n_days / width, 0, n_days - 1);
  spot->cell = ply_availability_day_cell_at (get_column (self, spot->day), y);
  return TRUE;
}

static void
drag_begin_cb (PlyAvailabilityGrid *self, double x, double y)
{
  PlyGridSpot spot;

  if (!find_spot (self, x, y, &spot) || spot.cell == PLY_AVAILABILITY_HEAD)
    {
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  /* From now on a finger paints and does not scroll. */
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
  select_spot (self, spot, FALSE);
  self->stroking = TRUE;
  self->stroke = get_stroke (self, spot);
  mark (self, self->stroke);
}

static void
drag_update_cb (PlyAvailabilityGrid *self, double offset_x, double offset_y)
{
  double x;
  double y;

  if (!self->stroking || !gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &x, &y))
    return;
  find_spot (self, x + offset_x, y + offset_y, &self->cursor);
  self->cursor.cell = MAX (self->cursor.cell, 0);
  mark (self, self->stroke);
}

static void
drag_end_cb (PlyAvailabilityGrid *self)
{
  PlyGridSpot anchor = self->anchor;
  PlyGridSpot cursor = self->cursor;

  if (!self->stroking)
    return;
  end_stroke (self);
  ply_availability_grid_emit_paint (self, anchor, cursor, self->stroke);
}

static void
cancel_cb (PlyAvailabilityGrid *self)
{
  if (self->stroking)
    end_stroke (self);
}

static void
head_cb (PlyAvailabilityGrid *self, GtkWidget *head)
{
  PlyGridSpot spot = { 0, PLY_AVAILABILITY_HEAD };

  for (; spot.day < (int) self->columns->len; spot.day++)
    if (ply_availability_day_get_cell (get_column (self, spot.day), spot.cell) == head)
      {
        select_spot (self, spot, FALSE);
        paint (self, get_stroke (self, spot));
        return;
      }
}

static void
focus_cb (PlyAvailabilityGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    gtk_widget_queue_draw (self->columns->pdata[i]);
}

void
ply_availability_grid_add_input (PlyAvailabilityGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->days, GTK_EVENT_CONTROLLER (self->drag));
}

void
ply_availability_grid_add_head (PlyAvailabilityGrid *self, guint day)
{
  g_signal_connect_object (
      ply_availability_day_get_cell (get_column (self, day), PLY_AVAILABILITY_HEAD), "clicked",
      G_CALLBACK (head_cb), self, G_CONNECT_SWAPPED);
}

void
ply_availability_grid_clamp_cursor (PlyAvailabilityGrid *self)
{
  int n_cells = ply_availability_frame_get_n_cells (&self->frame);

  self->stroking = FALSE;
  self->cursor.day = CLAMP (self->cursor.day, 0, MAX ((int) self->columns->len - 1, 0));
  self->cursor.cell = CLAMP (self->cursor.cell, PLY_AVAILABILITY_HEAD, n_cells - 1);
  self->anchor = self->cursor;
}

gboolean
ply_availability_grid_grab_cursor (PlyAvailabilityGrid *self)
{
  if (self->columns->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (
      ply_availability_day_get_cell (get_column (self, self->cursor.day), self->cursor.cell));
}
