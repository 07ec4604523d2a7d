/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "drag-scene.h"
#include "plain-grid.h"

#include <string.h>

static const PlyGridForm forms[] = { PLY_GRID_ROOMS_ACROSS, PLY_GRID_ROOMS_DOWN };

/* The way there and back */

static void
test_updates (void)
{
  g_autoptr (PlyGrid) grid = drag_scene_new (drag_scene_without_talks, PLY_GRID_ROOMS_ACROSS);
  g_autoptr (PlyDrag) drag = drag_scene_press (grid, 0, 550, NULL);
  g_autofree char *text = NULL;

  g_assert_true (drag_scene_move (drag, grid, 0, 550, 0));
  g_assert_null (ply_drag_get_plan (drag));
  g_assert_false (drag_scene_move (drag, grid, 0, 551, 0));
  g_assert_true (drag_scene_move (drag, grid, 0, 556, 0));
  g_assert_false (drag_scene_move (drag, grid, 0, 557, 0));
  g_assert_nonnull (ply_drag_get_plan (drag));
  g_assert_true (drag_scene_move (drag, grid, 0, 557, PLY_DRAG_FINE));
  g_assert_true (drag_scene_move (drag, grid, 0, 557, PLY_DRAG_FINE | PLY_DRAG_RIPPLE));
  g_assert_true (drag_scene_move (drag, grid, 1, 557, 0));
  g_assert_true (drag_scene_move (drag, grid, 1, 610, PLY_DRAG_SWAP));
  g_assert_cmpstr (ply_drag_get_target (drag), ==, "s2");
  g_assert_false (drag_scene_move (drag, grid, 1, 630, PLY_DRAG_SWAP));
  g_assert_true (drag_scene_move (drag, grid, 0, 550, 0));
  g_assert_null (ply_drag_get_target (drag));
  g_assert_null (ply_drag_get_plan (drag));
  text = drag_scene_describe_ghosts (drag);
  g_assert_cmpstr (text, ==, "s1* d1 540-600 hall; ");
}

static void
test_overrun (void)
{
  g_autoptr (PlyGrid) grid = drag_scene_new ("", PLY_GRID_ROOMS_DOWN);
  g_autoptr (PlyDrag) talk = drag_scene_press (grid, 0, 559, NULL);
  g_autoptr (PlyDrag) block = drag_scene_press (grid, 0, 645, NULL);
  gint64 minutes;

  g_assert_cmpint (ply_drag_get_kind (talk), ==, PLY_DRAG_TALK_EDGE);
  g_assert_false (ply_drag_get_overrun (talk, &minutes));
  drag_scene_move (talk, grid, 0, 564, 0);
  g_assert_true (ply_drag_get_overrun (talk, &minutes));
  g_assert_cmpint (minutes, ==, -5);
  drag_scene_move (talk, grid, 0, 589, 0);
  g_assert_true (ply_drag_get_overrun (talk, &minutes));
  g_assert_cmpint (minutes, ==, 20);
  drag_scene_move (block, grid, 0, 645, 0);
  g_assert_false (ply_drag_get_overrun (block, &minutes));
}

/* Another day, zoom and form while something is held. */
static void
test_other_grid (void)
{
  static const char *const second[] = { "d2", NULL };
  g_autoptr (PlyGrid) grid = drag_scene_new (drag_scene_without_talks, PLY_GRID_ROOMS_ACROSS);
  g_autoptr (PlyDrag) drag = drag_scene_press (grid, 0, 550, NULL);
  PlyGridOptions options = plain_grid_options (PLY_GRID_ROOMS_DOWN);
  g_autoptr (PlyGrid) other = NULL;
  g_autofree char *text = NULL;
  guint n;

  drag_scene_move (drag, grid, 0, 580, 0);
  options.days = second;
  options.minute = 3.5;
  other = ply_grid_new (ply_grid_get_snapshot (grid), &options);
  ply_drag_set_grid (drag, other);
  g_assert_false (ply_drag_is_over (drag));
  ply_drag_get_ghosts (drag, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (drag_scene_move (drag, other, 1, 610, 0));
  text = drag_scene_describe (ply_drag_get_plan (drag), other);
  g_assert_cmpstr (text, ==, "s1 d2 600-660 lab; ");
}

static const struct
{
  guint lane;
  double minute;
  const char *edits; /* that somebody else made meanwhile */
  gboolean is_over;
} losses[] = {
  { 0, 640, "session s1 start=700", FALSE },
  { 0, 640, "- session s3", TRUE },
  { 0, 550, "- talk t1", TRUE },
  { 0, 550, "- talk t1\n- session s1", TRUE },
  { 1, 800, "- session s1", FALSE },
  { 1, 800, "- day d1", TRUE },
  { 1, 800, "- day d2", FALSE },
  { 0, 659, "- room hall", FALSE },
};

static void
test_losses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_autoptr (PlyGrid) grid = drag_scene_new ("", PLY_GRID_ROOMS_ACROSS);
      g_autoptr (PlyDrag) drag = drag_scene_press (grid, losses[i].lane, losses[i].minute, NULL);
      g_autoptr (PlyGrid) other = drag_scene_new (losses[i].edits, PLY_GRID_ROOMS_ACROSS);

      g_test_message ("%s", losses[i].edits);
      drag_scene_move (drag, grid, 1, 710, 0);
      ply_drag_set_grid (drag, other);
      g_assert_cmpint (ply_drag_is_over (drag), ==, losses[i].is_over);
      g_assert_cmpint (drag_scene_move (drag, other, 0, 650, 0), ==, !losses[i].is_over);
    }
}

/* What a press would take */

static const struct
{
  double minute, reach; /* both in minutes */
  PlyDragKind kind;
  PlyGridEdge edge;
} holds[] = {
  { 530, 3, PLY_DRAG_CREATE, PLY_GRID_EDGE_NONE },
  { 541, 3, PLY_DRAG_TALK, PLY_GRID_EDGE_NONE },
  { 550, 3, PLY_DRAG_TALK, PLY_GRID_EDGE_NONE },
  { 556, 3, PLY_DRAG_TALK, PLY_GRID_EDGE_NONE },
  { 556, 8, PLY_DRAG_TALK_EDGE, PLY_GRID_EDGE_END },
  { 558, 3, PLY_DRAG_TALK_EDGE, PLY_GRID_EDGE_END },
  { 592, 3, PLY_DRAG_BLOCKS, PLY_GRID_EDGE_NONE },
  { 593, 8, PLY_DRAG_EDGE, PLY_GRID_EDGE_END },
  { 598, 3, PLY_DRAG_EDGE, PLY_GRID_EDGE_END },
  { 631, 3, PLY_DRAG_EDGE, PLY_GRID_EDGE_START },
};

static void
test_holds (void)
{
  for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
    for (guint i = 0; i < G_N_ELEMENTS (holds); i++)
      {
        g_autoptr (PlyGrid) grid = drag_scene_new ("", forms[form]);
        PlyGridEdge edge;
        double x, y;

        g_test_message ("%g, %g", holds[i].minute, holds[i].reach);
        drag_scene_point (grid, 0, holds[i].minute, &x, &y);
        g_assert_cmpint (
            ply_drag_kind_at (grid, x, y, holds[i].reach * ply_grid_get_scale (grid), &edge), ==,
            holds[i].kind);
        g_assert_cmpint (edge, ==, holds[i].edge);
      }
}

static void
test_nothing (void)
{
  static const char *const gone[] = { "nobody", NULL };
  g_autoptr (PlySnapshot) snapshot = ply_snapshot_new (NULL);
  PlyGridOptions options = plain_grid_options (PLY_GRID_ROOMS_ACROSS);
  g_autoptr (PlyGrid) grid = ply_grid_new (snapshot, &options);

  g_assert_cmpint (ply_drag_kind_at (grid, 5, 5, DRAG_REACH, NULL), ==, PLY_DRAG_NOTHING);
  g_assert_null (ply_drag_new_at (grid, 5, 5, DRAG_REACH, NULL));
  g_assert_null (ply_drag_new_tray (grid, gone));
}

/* An event without days has a tray all the same. */
static void
test_no_days (void)
{
  static const char *const tray[] = { "s4", NULL };
  g_autoptr (PlyGrid) grid = drag_scene_new ("- day d1\n- day d2\n", PLY_GRID_ROOMS_ACROSS);
  g_autoptr (PlyDrag) drag = ply_drag_new_tray (grid, tray);

  g_assert_false (ply_drag_update (drag, 50, 50, 0, FALSE));
  g_assert_null (ply_drag_drop (drag));
}

static const struct
{
  double x, y;
  int dx, dy; /* -1, 0, 1: which way; 2: as fast as it goes */
} scrolls[] = {
  { 200, 200, 0, 0 }, { 110, 200, -1, 0 }, { 90, 200, -2, 0 },   { -999, 200, -2, 0 },
  { 390, 200, 1, 0 }, { 999, 999, 2, 2 },  { 110, 110, -1, -1 }, { 200, 399, 0, 1 },
};

static int
sign_of (double speed)
{
  return speed == 0 ? 0 : (speed < 0 ? -1 : 1) * (ABS (speed) >= 1600 ? 2 : 1);
}

static void
test_scroll (void)
{
  const PlyGridBox view = { 100, 100, 300, 300 };
  double slow, fast, unused;

  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    {
      double dx, dy;

      ply_drag_scroll_speed (&view, scrolls[i].x, scrolls[i].y, &dx, &dy);
      g_test_message ("%g, %g", scrolls[i].x, scrolls[i].y);
      g_assert_cmpint (sign_of (dx), ==, scrolls[i].dx);
      g_assert_cmpint (sign_of (dy), ==, scrolls[i].dy);
    }
  ply_drag_scroll_speed (&view, 360, 200, &slow, &unused);
  ply_drag_scroll_speed (&view, 390, 200, &fast, &unused);
  g_assert_cmpfloat (slow, <, fast);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drag/updates", test_updates);
  g_test_add_func ("/drag/overrun", test_overrun);
  g_test_add_func ("/drag/other-grid", test_other_grid);
  g_test_add_func ("/drag/losses", test_losses);
  g_test_add_func ("/drag/holds", test_holds);
  g_test_add_func ("/drag/nothing", test_nothing);
  g_test_add_func ("/drag/no-days", test_no_days);
  g_test_add_func ("/drag/scroll", test_scroll);
  return g_test_run ();
}
