/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-canvas-private.h"

#include "ply-time.h"

#include <math.h>

/* At zoom 1: minutes a line of text is long where time runs down; what time gets more where it runs
 * to the right, since words lie that way; the least breadth of rooms, in lines of text. */
#define LINE_MINUTES 12.0
#define RIGHT_STRETCH 2.2
#define COLUMN_LINES 8.5
#define ROW_LINES 3.4
#define DAY_GAP 14
#define MOST_HEADER 0.4 /* of the widget */

/* What stays where it is while the grid becomes another one. */
typedef struct
{
  double x, y;   /* in the viewport */
  double minute; /* there */
  double lane;   /* there, with its fraction */
  gboolean is_set;
} Anchor;

static gboolean
rooms_down (PlyTimetableCanvas *self)
{
  return ply_timetable_view_get_rooms_down (self->view);
}

/* Adjustments */

double
ply_timetable_canvas_get_scroll (PlyTimetableCanvas *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? floor (gtk_adjustment_get_value (adjustment)) : 0;
}

void
ply_timetable_canvas_set_scroll (PlyTimetableCanvas *self, GtkOrientation orientation, double value)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_set_value (self->adjustments[orientation], floor (value));
}

static void
configure_one (PlyTimetableCanvas *self, GtkOrientation orientation, double value, double size,
               double page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;
  size = MAX (floor (size), page);
  gtk_adjustment_configure (adjustment, CLAMP (floor (value), 0, size - page), 0, size, page * 0.1,
                            page * 0.9, page);
}

static void
configure (PlyTimetableCanvas *self, double x, double y)
{
  self->configuring = TRUE;
  configure_one (self, GTK_ORIENTATION_HORIZONTAL, x, ply_grid_get_width (self->grid),
                 self->viewport.width);
  configure_one (self, GTK_ORIENTATION_VERTICAL, y, ply_grid_get_height (self->grid),
                 self->viewport.height);
  self->configuring = FALSE;
}

/* Anchors */

static double
lane_at (PlyGrid *grid, double x, double y)
{
  guint index = ply_grid_lane_at (grid, x, y);
  const PlyGridBox *box;
  gboolean down = ply_grid_get_form (grid) == PLY_GRID_ROOMS_DOWN;

  if (index >= ply_grid_get_n_lanes (grid))
    return 0;
  box = &ply_grid_get_lane (grid, index)->box;
  return index + (down ? (y - box->y) / box->height : (x - box->x) / box->width);
}

static double
pixel_of_lane (PlyGrid *grid, double lane)
{
  guint index = (guint) MAX (0, lane);
  const PlyGridBox *box;

  if (ply_grid_get_n_lanes (grid) == 0)
    return 0;
  index = MIN (index, ply_grid_get_n_lanes (grid) - 1);
  box = &ply_grid_get_lane (grid, index)->box;
  return ply_grid_get_form (grid) == PLY_GRID_ROOMS_DOWN ? box->y + (lane - index) * box->height
                                                         : box->x + (lane - index) * box->width;
}

/* The pointer, else the focused block when it is seen, else the middle. */
static void
choose_point (PlyTimetableCanvas *self, double *x, double *y)
{
  const char *focus = ply_timetable_view_get_focus (self->view);
  int index = focus != NULL ? ply_grid_find (self->grid, focus) : -1;
  PlyGridBox box;

  *x = self->viewport.width / 2;
  *y = self->viewport.height / 2;
  if (self->has_pointer)
    {
      *x = CLAMP (self->pointer_x - self->viewport.x, 0, self->viewport.width);
      *y = CLAMP (self->pointer_y - self->viewport.y, 0, self->viewport.height);
      return;
    }
  if (index < 0)
    return;
  box = ply_timetable_canvas_from_grid (self, &ply_grid_get_block (self->grid, (guint) index)->box);
  if (ply_grid_box_meets (&box, &self->viewport))
    {
      *x = CLAMP (box.x - self->viewport.x, 0, self->viewport.width);
      *y = CLAMP (box.y - self->viewport.y, 0, self->viewport.height);
    }
}

/* While the zoom stays, what is at the upper left corner does. */
static Anchor
take_anchor (PlyTimetableCanvas *self)
{
  double x = ply_timetable_canvas_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  double y = ply_timetable_canvas_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  Anchor anchor = { 0 };

  if (self->grid == NULL || ply_grid_get_n_lanes (self->grid) == 0)
    return anchor;
  anchor.is_set = TRUE;
  if (self->grid_zoom != ply_timetable_view_get_zoom (self->view))
    choose_point (self, &anchor.x, &anchor.y);
  anchor.minute = ply_grid_minute_at (self->grid, x + anchor.x, y + anchor.y);
  anchor.lane = lane_at (self->grid, x + anchor.x, y + anchor.y);
  return anchor;
}

/* Where to begin: an hour is before what opens, which is not worth a look. */
static double
first_scroll (PlyTimetableCanvas *self)
{
  double hour = ply_grid_get_scale (self->grid) * 60;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  PlyGridBox line;
  guint day;

  if (ply_grid_get_now (self->grid, now, &day, &line))
    return (rooms_down (self) ? line.x : line.y) - hour;
  return hour - ply_block_maker_get_line (self->maker);
}

static void
restore_anchor (PlyTimetableCanvas *self, const Anchor *anchor)
{
  double time = 0, lane = 0;
  gboolean down = rooms_down (self);

  if (anchor->is_set)
    {
      time = ply_grid_pixel_of (self->grid, anchor->minute) - (down ? anchor->x : anchor->y);
      lane = pixel_of_lane (self->grid, anchor->lane) - (down ? anchor->y : anchor->x);
    }
  if (!self->scrolled_first)
    time = first_scroll (self);
  self->scrolled_first = TRUE;
  configure (self, down ? time : lane, down ? lane : time);
}

/* The grid */

static void
lay_out (PlyTimetableCanvas *self, int width, int height)
{
  gboolean down = rooms_down (self);
  g_auto (GStrv) days = ply_timetable_view_dup_days (self->view);
  double axis = ply_time_axis_get_size (self->axis, down);
  double lanes =
      ply_lane_header_get_size (self->lanes, down, g_strv_length (days), width * MOST_HEADER);

  self->viewport.x = down ? lanes : axis;
  self->viewport.y = down ? axis : lanes;
  self->viewport.width = MAX (1, width - self->viewport.x);
  self->viewport.height = MAX (1, height - self->viewport.y);
}

/* Rooms get broader, too, but more slowly; one of them can always be seen as a whole. */
static double
least_lane (PlyTimetableCanvas *self, double line)
{
  double breadth = pow (ply_timetable_view_get_zoom (self->view), 0.75);

  if (rooms_down (self))
    return floor (MIN (line * ROW_LINES * CLAMP (breadth, 0.6, 2), self->viewport.height));
  return floor (MIN (line * COLUMN_LINES * CLAMP (breadth, 0.4, 2.4), self->viewport.width));
}

static PlyGrid *
make_grid (PlyTimetableCanvas *self)
{
  gboolean down = rooms_down (self);
  double zoom = ply_timetable_view_get_zoom (self->view);
  double line = ply_block_maker_get_line (self->maker);
  g_auto (GStrv) days = ply_timetable_view_dup_days (self->view);
  g_auto (GStrv) rooms = ply_timetable_view_dup_rooms (self->view);
  PlyGridOptions options = {
    .form = down ? PLY_GRID_ROOMS_DOWN : PLY_GRID_ROOMS_ACROSS,
    .days = (const char *const *) days,
    .rooms = (const char *const *) rooms,
    .minute = line / LINE_MINUTES * zoom * (down ? RIGHT_STRETCH : 1),
    .lane = least_lane (self, line),
    .across = down ? self->viewport.height : self->viewport.width,
    .line = line,
    .day_gap = DAY_GAP,
    .snap = ply_timetable_view_get_snap (self->view),
  };

  return ply_grid_new (ply_timetable_view_get_snapshot (self->view), &options);
}

static PlyGridBox
seen (PlyTimetableCanvas *self)
{
  return (PlyGridBox) { ply_timetable_canvas_get_scroll (self, GTK_ORIENTATION_HORIZONTAL),
                        ply_timetable_canvas_get_scroll (self, GTK_ORIENTATION_VERTICAL),
                        self->viewport.width, self->viewport.height };
}

static void
move_children (PlyTimetableCanvas *self, const PlyGridBox *box)
{
  gboolean down = rooms_down (self);

  ply_lane_header_set_offset (self->lanes, down ? box->y : box->x);
  ply_time_axis_set_offset (self->axis, down ? box->x : box->y);
  ply_timetable_overlay_set_origin (self->overlay, box->x, box->y);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ply_timetable_canvas_scrolled (PlyTimetableCanvas *self)
{
  PlyGridBox box = seen (self);

  if (self->grid == NULL || self->configuring)
    return;
  ply_timetable_plane_set_seen (self->plane, &box);
  move_children (self, &box);
}

static void
remake (PlyTimetableCanvas *self, int width, int height, gboolean kept)
{
  Anchor anchor;
  PlyGrid *grid;
  PlyGridBox box;

  anchor = take_anchor (self);
  lay_out (self, width, height);
  grid = make_grid (self);
  g_clear_pointer (&self->grid, ply_grid_unref);
  self->grid = grid;
  self->grid_zoom = ply_timetable_view_get_zoom (self->view);
  restore_anchor (self, &anchor);
  box = seen (self);
  ply_timetable_plane_set_grid (self->plane, grid, &box, kept);
  ply_lane_header_set_grid (self->lanes, grid);
  ply_time_axis_set_grid (self->axis, grid);
  ply_timetable_overlay_set_mark (self->overlay, NULL);
  move_children (self, &box);
  ply_timetable_canvas_update_now (self);
  ply_timetable_canvas_update_shades (self);
  g_signal_emit_by_name (self, "grid-changed");
}

void
ply_timetable_canvas_remake (PlyTimetableCanvas *self, gboolean kept)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width > 0 && height > 0)
    remake (self, width, height, kept);
}

void
ply_timetable_canvas_resize (PlyTimetableCanvas *self, int width, int height)
{
  PlyGridBox before = self->viewport;

  lay_out (self, width, height);
  if (self->grid != NULL && before.width == self->viewport.width
      && before.height == self->viewport.height && before.x == self->viewport.x
      && before.y == self->viewport.y)
    return;
  remake (self, width, height, TRUE);
}

/* Now, and what is blocked */

void
ply_timetable_canvas_update_now (PlyTimetableCanvas *self)
{
  const PlyEvent *event = ply_snapshot_get_event (ply_timetable_view_get_snapshot (self->view));
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  PlyGridBox line;
  guint day;

  if (self->grid == NULL || event == NULL || !ply_grid_get_now (self->grid, now, &day, &line))
    {
      ply_timetable_overlay_set_now (self->overlay, NULL);
      ply_time_axis_set_now (self->axis, -1, 0);
      return;
    }
  ply_timetable_overlay_set_now (self->overlay, &line);
  ply_time_axis_set_now (self->axis, rooms_down (self) ? line.x : line.y,
                         (gint64) (ply_grid_minute_at (self->grid, line.x, line.y) + 0.5));
}

static gboolean
make_shade (PlyTimetableCanvas *self, PlyConflicts *conflicts, const PlyBlocked *blocked,
            PlyPlaneShade *shade)
{
  PlyPlace place = { blocked->day, blocked->start, blocked->room, blocked->room == NULL };

  shade->box = ply_grid_box_of (self->grid, &place, blocked->end - blocked->start);
  shade->severity =
      self->held != NULL ? ply_conflicts_get_severity (conflicts, blocked->kind) : PLY_N_SEVERITIES;
  return !ply_grid_box_is_empty (&shade->box);
}

void
ply_timetable_canvas_update_shades (PlyTimetableCanvas *self)
{
  static const char *const nothing[] = { NULL };
  PlyConflicts *conflicts =
      ply_workspace_get_conflicts (ply_timetable_view_get_workspace (self->view));
  g_autoptr (GArray) shades = g_array_new (FALSE, FALSE, sizeof (PlyPlaneShade));
  g_autoptr (GArray) blocked = NULL;

  if (self->grid == NULL)
    return;
  blocked = ply_conflicts_dup_blocked (
      conflicts, self->held != NULL ? (const char *const *) self->held : nothing);
  for (guint i = 0; i < blocked->len; i++)
    {
      PlyPlaneShade shade;

      if (make_shade (self, conflicts, &g_array_index (blocked, PlyBlocked, i), &shade))
        g_array_append_val (shades, shade);
    }
  ply_timetable_plane_set_shades (self->plane, (const PlyPlaneShade *) shades->data, shades->len);
}
