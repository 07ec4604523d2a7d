/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-force.h"
#include "little-event.h"
#include "plain-grid.h"
#include "random-drag.h"
#include "random-event.h"

#include "ply-fixes.h"
#include "ply-workspace.h"

#include <glib/gstdio.h>

/* A monkey at the timetable of a real event file: gestures, commands of the keyboard, undo and
 * redo, as they come. After each of them the live conflicts are what brute force and a fresh check
 * say, and what the probe had foreseen; the grid is what a plain look at the sessions gives; and
 * all of it can be taken back. PLY_MONKEY_STEPS says how many. */

#define N_STEPS 5000
/* More sessions than this and some are deleted. */
#define N_SESSIONS_MOST 40

typedef struct
{
  GRand *dice;
  char *folder;
  char *path;
  PlyWorkspace *workspace;
  guint step;
  guint n_run, n_drops, n_undone;
} Monkey;

/* Helpers */

static guint
roll (Monkey *self, guint n)
{
  return random_event_roll (self->dice, n);
}

static const char *
pick (Monkey *self, PlyKind kind)
{
  return random_event_pick (ply_workspace_get_snapshot (self->workspace), kind, self->dice);
}

static char **
pick_sessions (Monkey *self, guint most)
{
  return random_event_pick_sessions (ply_workspace_get_snapshot (self->workspace),
                                     roll (self, 4) > 0, most, self->dice);
}

static PlyPlace
pick_place (Monkey *self)
{
  return (PlyPlace) {
    .day = pick (self, PLY_KIND_DAY),
    .start = roll (self, 5) ? 480 + roll (self, 130) * 5 : roll (self, 2200),
    .room = roll (self, 6) ? pick (self, PLY_KIND_ROOM) : NULL,
    .all_rooms = roll (self, 12) == 0,
  };
}

/* Checks */

static char *
describe (PlyConflicts *conflicts, gboolean with_messages)
{
  return with_messages ? little_event_print (conflicts) : little_event_describe (conflicts, -1);
}

static void
check_conflicts (Monkey *self)
{
  PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  PlyConflicts *live = ply_workspace_get_conflicts (self->workspace);
  g_autoptr (PlyConflicts) fresh = ply_conflicts_new (snapshot);
  g_autofree char *found = brute_force_describe_found (live);
  g_autofree char *expected = brute_force_describe (snapshot);
  g_autofree char *live_words = describe (live, self->step % 25 == 0);
  g_autofree char *fresh_words = describe (fresh, self->step % 25 == 0);
  GListModel *items = ply_workspace_get_conflict_items (self->workspace);

  g_assert_cmpstr (live_words, ==, fresh_words);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, ply_conflicts_get_list (live)->len);
}

static PlyGrid *
make_grid (Monkey *self, gboolean checked)
{
  PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  RandomOptions options;
  PlyGrid *grid;

  random_options_init (&options, snapshot, self->dice);
  grid = ply_grid_new (snapshot, &options.options);
  if (checked)
    {
      plain_grid_check (grid, &options.options);
      plain_grid_check_search (grid, self->dice, 10);
    }
  return grid;
}

/* Running what comes of it */

static guint
count_conflicts (Monkey *self)
{
  return ply_conflicts_get_list (ply_workspace_get_conflicts (self->workspace))->len;
}

static void
run (Monkey *self, const PlyPlan *plan)
{
  g_autoptr (PlyProbe) probe = NULL;
  g_autoptr (GError) error = NULL;
  guint before = count_conflicts (self);

  if (plan == NULL)
    return;
  probe = ply_conflicts_probe (ply_workspace_get_conflicts (self->workspace), plan);
  ply_workspace_run (self->workspace, plan, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_conflicts (self) + probe->n_solved, ==, before + probe->fresh->len);
  self->n_run++;
}

/* Gestures */

static void
drag (Monkey *self)
{
  g_autoptr (PlyGrid) grid = make_grid (self, self->step % 8 == 0);
  g_autoptr (PlyDrag) held = random_drag_begin (grid, self->dice);
  g_autoptr (PlyPlan) plan = NULL;
  guint n = 1 + roll (self, 6);

  for (guint i = 0; i < n; i++)
    random_drag_move (held, grid, self->dice);
  random_drag_check_ghosts (held, grid);
  if (roll (self, 12) == 0)
    ply_drag_cancel (held);
  plan = ply_drag_drop (held);
  random_drag_check_plan (plan, grid);
  self->n_drops += plan != NULL;
  run (self, plan);
}

/* Commands */

static PlyPlan *
shift (Monkey *self, const PlySnapshot *snapshot)
{
  g_auto (GStrv) sessions = pick_sessions (self, 4);

  return ply_arrange_shift (snapshot, (const char *const *) sessions,
                            ((int) roll (self, 9) - 4) * 5, (int) roll (self, 3) - 1,
                            (int) roll (self, 3) - 1, roll (self, 2));
}

static PlyPlan *
move (Monkey *self, const PlySnapshot *snapshot)
{
  g_auto (GStrv) sessions = pick_sessions (self, 4);
  PlyPlace place = pick_place (self);

  if (sessions[0] == NULL)
    return NULL;
  return ply_arrange_move (snapshot, (const char *const *) sessions, sessions[0], &place,
                           roll (self, 2));
}

static PlyPlan *
resize (Monkey *self, const PlySnapshot *snapshot)
{
  const char *id = pick (self, PLY_KIND_SESSION);
  const PlySession *session = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, id);
  gint64 start = session->start != PLY_UNSET ? session->start : 600;

  return ply_arrange_resize (snapshot, id, start + roll (self, 5) * 5, roll (self, 200),
                             roll (self, 2));
}

static PlyPlan *
swap (Monkey *self, const PlySnapshot *snapshot)
{
  return ply_arrange_swap (snapshot, pick (self, PLY_KIND_SESSION), pick (self, PLY_KIND_SESSION));
}

static PlyPlan *
unplace (Monkey *self, const PlySnapshot *snapshot)
{
  g_auto (GStrv) sessions = pick_sessions (self, 2);

  return ply_arrange_unplace (snapshot, (const char *const *) sessions);
}

static PlyPlan *
create (Monkey *self, const PlySnapshot *snapshot)
{
  PlyPlace place = pick_place (self);

  return ply_arrange_create (snapshot, &place, roll (self, 90), pick (self, PLY_KIND_SESSION_TYPE),
                             NULL, NULL);
}

static PlyPlan *
duplicate (Monkey *self, const PlySnapshot *snapshot)
{
  g_auto (GStrv) sessions = pick_sessions (self, 2);

  return ply_arrange_duplicate (snapshot, (const char *const *) sessions, NULL);
}

static PlyPlan *
paste (Monkey *self, const PlySnapshot *snapshot)
{
  g_auto (GStrv) sessions = pick_sessions (self, 3);
  PlyPlace place = pick_place (self);

  return ply_arrange_paste (snapshot, (const char *const *) sessions,
                            roll (self, 4) ? &place : NULL, roll (self, 2), NULL);
}

static PlyPlan *
copy_frame (Monkey *self, const PlySnapshot *snapshot)
{
  return ply_arrange_copy_frame (snapshot, pick (self, PLY_KIND_DAY), pick (self, PLY_KIND_DAY));
}

static PlyPlan *
move_talk (Monkey *self, const PlySnapshot *snapshot)
{
  const char *talk = pick (self, PLY_KIND_TALK);

  if (talk == NULL)
    return NULL;
  return ply_arrange_move_talk (snapshot, talk, pick (self, PLY_KIND_SESSION), roll (self, 5));
}

static PlyPlan *
resize_talk (Monkey *self, const PlySnapshot *snapshot)
{
  const char *talk = pick (self, PLY_KIND_TALK);

  if (talk == NULL)
    return NULL;
  return ply_arrange_resize_talk (snapshot, talk, roll (self, 60), roll (self, 2));
}

static PlyPlan *
pin_talk (Monkey *self, const PlySnapshot *snapshot)
{
  const char *talk = pick (self, PLY_KIND_TALK);

  if (talk == NULL)
    return NULL;
  return ply_arrange_pin_talk (snapshot, talk, roll (self, 2) ? roll (self, 90) : PLY_UNSET);
}

static PlyPlan *
fix (Monkey *self, const PlySnapshot *snapshot)
{
  PlyConflicts *conflicts = ply_workspace_get_conflicts (self->workspace);
  GPtrArray *list = ply_conflicts_get_list (conflicts);
  g_autoptr (GPtrArray) fixes = NULL;
  PlyFix *chosen;

  if (list->len == 0)
    return NULL;
  fixes = ply_fixes_for (conflicts, list->pdata[roll (self, list->len)]);
  if (fixes->len == 0)
    return NULL;
  chosen = fixes->pdata[roll (self, fixes->len)];
  return g_steal_pointer (&chosen->plan);
}

static PlyPlan *(*const commands[]) (Monkey *self, const PlySnapshot *snapshot) = {
  shift,     shift, move,       resize,    swap,        unplace,  create,
  duplicate, paste, copy_frame, move_talk, resize_talk, pin_talk, fix,
};

static void
press_key (Monkey *self)
{
  const PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  g_autoptr (PlyPlan) plan = commands[roll (self, G_N_ELEMENTS (commands))](self, snapshot);

  run (self, plan);
}

static void
go_back_or_forth (Monkey *self)
{
  gboolean can_undo, can_redo;
  g_autoptr (GError) error = NULL;

  g_object_get (self->workspace, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  if (can_redo && roll (self, 2))
    ply_workspace_redo (self->workspace, &error);
  else if (can_undo)
    ply_workspace_undo (self->workspace, &error);
  g_assert_no_error (error);
  self->n_undone++;
}

static void
thin_out (Monkey *self)
{
  const char *const sessions[] = { pick (self, PLY_KIND_SESSION), NULL };
  g_autoptr (GError) error = NULL;

  ply_workspace_delete (self->workspace, PLY_KIND_SESSION, sessions, &error);
  g_assert_no_error (error);
}

static void
do_something (Monkey *self)
{
  PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  guint what = roll (self, 10);

  if (ply_snapshot_get_n (snapshot, PLY_KIND_SESSION) > N_SESSIONS_MOST)
    thin_out (self);
  else if (what < 5)
    drag (self);
  else if (what < 8)
    press_key (self);
  else
    go_back_or_forth (self);
}

/* The event file */

static void
set_up (Monkey *self)
{
  g_autoptr (PlyPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  self->dice = g_rand_new_with_seed (g_test_rand_int ());
  plan = random_event_plan (self->dice);
  self->folder = g_dir_make_tmp ("plenary-monkey-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "event.plenary", NULL);
  self->workspace = ply_workspace_create (self->path, plan, FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Monkey *self)
{
  g_autoptr (GError) error = NULL;

  ply_workspace_close (self->workspace, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (self->workspace);
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_rand_free (self->dice);
}

static void
undo_all (Monkey *self)
{
  gboolean can_undo = TRUE;
  g_autoptr (GError) error = NULL;

  while (can_undo)
    {
      ply_workspace_undo (self->workspace, &error);
      g_assert_no_error (error);
      g_object_get (self->workspace, "can-undo", &can_undo, NULL);
    }
}

static void
assert_same_event (const PlySnapshot *before, const PlySnapshot *after)
{
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      g_assert_cmpuint (ply_snapshot_get_n (before, kind), ==, ply_snapshot_get_n (after, kind));
      for (guint i = 0; i < ply_snapshot_get_n (before, kind); i++)
        g_assert_true (ply_record_equal (ply_snapshot_get_at (before, kind, i),
                                         ply_snapshot_get_at (after, kind, i)));
    }
}

static guint
get_n_steps (void)
{
  const char *steps = g_getenv ("PLY_MONKEY_STEPS");

  return steps != NULL ? g_ascii_strtoull (steps, NULL, 10) : N_STEPS;
}

static void
test_monkey (void)
{
  Monkey self = { 0 };
  g_autoptr (PlySnapshot) before = NULL;
  guint n = get_n_steps ();

  set_up (&self);
  before = ply_snapshot_ref (ply_workspace_get_snapshot (self.workspace));
  check_conflicts (&self);
  for (self.step = 0; self.step < n; self.step++)
    {
      do_something (&self);
      check_conflicts (&self);
    }
  g_test_message (
      "%u steps: %u drops, %u commands in all, %u undone or redone; %u sessions left", n,
      self.n_drops, self.n_run, self.n_undone,
      ply_snapshot_get_n (ply_workspace_get_snapshot (self.workspace), PLY_KIND_SESSION));
  /* A monkey that does nothing finds nothing. */
  g_assert_cmpuint (self.n_drops, >, n / 10);
  undo_all (&self);
  assert_same_event (before, ply_workspace_get_snapshot (self.workspace));
  check_conflicts (&self);
  tear_down (&self);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("plenary-state-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/monkey", test_monkey);
  return g_test_run ();
}
