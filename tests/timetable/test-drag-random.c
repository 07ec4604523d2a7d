/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-drag.h"
#include "random-event.h"

/* Wherever the pointer goes: what a drop would run can be run, what is shown is what it does, and
 * nothing comes of what is cancelled. */

#define N_EVENTS 30
#define N_GESTURES 60

static GRand *dice;

static gboolean
is_held (const PlyDrag *drag, const char *session)
{
  return g_strv_contains (ply_drag_get_sessions (drag), session);
}

/* Without swapping, rippling and talks, only what is held goes anywhere. */
static void
check_restraint (const PlyDrag *drag, const PlyPlan *plan)
{
  PlyDragKind kind = ply_drag_get_kind (drag);

  for (guint i = 0; plan != NULL && i < ply_plan_get_n_edits (plan); i++)
    {
      const PlyEdit *edit = ply_plan_get_edit (plan, i);

      g_assert_cmpint (edit->type == PLY_EDIT_INSERT, ==, kind == PLY_DRAG_CREATE);
      if (kind == PLY_DRAG_BLOCKS || kind == PLY_DRAG_TRAY || kind == PLY_DRAG_EDGE)
        g_assert_true (is_held (drag, edit->id));
    }
}

static void
check_moves (PlyDrag *drag, PlyGrid *grid)
{
  guint n = random_event_roll (dice, 20);

  for (guint i = 0; i < n; i++)
    {
      random_drag_move (drag, grid, dice);
      random_drag_check_plan (ply_drag_get_plan (drag), grid);
      random_drag_check_ghosts (drag, grid);
    }
}

static void
check_plain_move (PlyDrag *drag, PlyGrid *grid)
{
  ply_drag_update (drag, g_rand_double (dice) * ply_grid_get_width (grid),
                   g_rand_double (dice) * ply_grid_get_height (grid),
                   random_event_roll (dice, 2) ? PLY_DRAG_FINE : PLY_DRAG_NO_KEYS, FALSE);
  check_restraint (drag, ply_drag_get_plan (drag));
}

static void
check_gesture (PlyGrid *grid, PlyGrid *other)
{
  g_autoptr (PlyDrag) drag = random_drag_begin (grid, dice);
  g_autoptr (PlyPlan) plan = NULL;

  g_assert_nonnull (drag);
  check_moves (drag, grid);
  check_plain_move (drag, grid);
  if (random_event_roll (dice, 4) == 0)
    {
      ply_drag_set_grid (drag, other);
      g_assert_false (ply_drag_is_over (drag));
      check_moves (drag, other);
    }
  if (random_event_roll (dice, 3) == 0)
    ply_drag_cancel (drag);
  plan = ply_drag_is_over (drag) ? NULL : ply_drag_drop (drag);
  random_drag_check_plan (plan, grid);
  g_assert_true (ply_drag_is_over (drag));
  random_drag_move (drag, grid, dice);
  g_assert_null (ply_drag_drop (drag));
}

static void
test_random (void)
{
  for (guint event = 0; event < N_EVENTS; event++)
    {
      g_autoptr (PlySnapshot) snapshot = random_event_snapshot (dice);
      g_autoptr (PlyGrid) grid = NULL;
      g_autoptr (PlyGrid) other = NULL;
      RandomOptions options;

      random_options_init (&options, snapshot, dice);
      grid = ply_grid_new (snapshot, &options.options);
      random_options_init (&options, snapshot, dice);
      other = ply_grid_new (snapshot, &options.options);
      for (guint i = 0; i < N_GESTURES; i++)
        check_gesture (grid, other);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  dice = g_rand_new_with_seed (g_test_rand_int ());
  g_test_add_func ("/drag/random", test_random);
  status = g_test_run ();
  g_rand_free (dice);
  return status;
}
