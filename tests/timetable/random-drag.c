/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-drag.h"

#include "random-event.h"

#include "ply-programme-order.h"
#include "ply-validate.h"

#include <string.h>

/* Helpers */

static guint
roll (GRand *dice, guint n)
{
  return random_event_roll (dice, n);
}

static void
point_in (const PlyGridBox *box, GRand *dice, double *x, double *y)
{
  *x = box->x + g_rand_double (dice) * box->width;
  *y = box->y + g_rand_double (dice) * box->height;
}

/* The record as it is after the plan. */
static void
check_edit (const PlyEdit *edit, const PlySnapshot *after)
{
  static const char *const session_fields[] = { "day",  "start",     "duration",
                                                "room", "all_rooms", NULL };
  static const char *const talk_fields[] = { "session", "rank", "duration", "pinned", NULL };
  gconstpointer record = ply_snapshot_lookup (after, edit->kind, edit->id);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (record);
  ply_record_validate (record, &error);
  g_assert_no_error (error);
  if (edit->type != PLY_EDIT_SET)
    return;
  g_assert_true (edit->kind == PLY_KIND_SESSION || edit->kind == PLY_KIND_TALK);
  g_assert_true (g_strv_contains (edit->kind == PLY_KIND_SESSION ? session_fields : talk_fields,
                                  edit->field->name));
}

static void
check_talk_ghost (const PlyDragGhost *ghost, const PlySnapshot *after)
{
  const PlyTalk *talk = ply_snapshot_lookup (after, PLY_KIND_TALK, ghost->talk);
  const PlySession *session = ply_snapshot_lookup (after, PLY_KIND_SESSION, talk->session);
  GPtrArray *talks = ply_session_talks (after, session);
  g_autofree gint64 *offsets = ply_session_talk_offsets (after, session, NULL);
  guint index;

  g_assert_cmpstr (ghost->session, ==, session->record.id);
  g_assert_true (g_ptr_array_find (talks, talk, &index));
  g_assert_cmpint (ghost->place.start, ==, session->start + offsets[index]);
  g_assert_cmpint (ghost->end - ghost->place.start, ==, MAX (talk->duration, 0));
}

static void
check_session_ghost (const PlyDragGhost *ghost, const PlyGrid *grid, const PlySnapshot *after)
{
  const PlySession *session = ply_snapshot_lookup (after, PLY_KIND_SESSION, ghost->session);
  PlyPlace place = ply_place_of (session);
  PlyGridBox box = ply_grid_box_of (grid, &place, session->duration);

  g_assert_true (ply_place_equal (&place, &ghost->place));
  g_assert_cmpint (ghost->end, ==, ply_session_end (session));
  g_assert_cmpmem (&box, sizeof box, &ghost->box, sizeof box);
}

/* Public functions */

void
random_options_init (RandomOptions *self, const PlySnapshot *snapshot, GRand *dice)
{
  self->options = (PlyGridOptions) {
    .form = roll (dice, 2) ? PLY_GRID_ROOMS_ACROSS : PLY_GRID_ROOMS_DOWN,
    .minute = 0.4 + g_rand_double (dice) * 5,
    .lane = 40 + roll (dice, 400),
    .across = roll (dice, 2) ? 0 : roll (dice, 3000),
    .line = 16,
    .day_gap = roll (dice, 20),
    .snap = 1 + roll (dice, 4) * 5,
  };
  self->days[0] = random_event_pick (snapshot, PLY_KIND_DAY, dice);
  self->days[1] = NULL;
  self->rooms[0] = random_event_pick (snapshot, PLY_KIND_ROOM, dice);
  self->rooms[1] = random_event_pick (snapshot, PLY_KIND_ROOM, dice);
  self->rooms[2] = NULL;
  if (roll (dice, 3) == 0)
    self->options.days = self->days;
  if (roll (dice, 6) == 0)
    self->options.rooms = self->rooms;
}

PlyDrag *
random_drag_begin (PlyGrid *grid, GRand *dice)
{
  const PlySnapshot *snapshot = ply_grid_get_snapshot (grid);
  double reach = roll (dice, 2) ? 6 : 16;
  guint n = ply_grid_get_n_blocks (grid);
  PlyGridBox all = { 0, 0, ply_grid_get_width (grid), ply_grid_get_height (grid) };
  g_auto (GStrv) unplaced = random_event_pick_sessions (snapshot, FALSE, 8, dice);
  g_auto (GStrv) selection = random_event_pick_sessions (snapshot, TRUE, 12, dice);
  const PlyGridBox *box = &all;
  double x, y;

  if (unplaced[0] != NULL && roll (dice, 5) == 0)
    return ply_drag_new_tray (grid, (const char *const *) unplaced);
  if (n > 0 && roll (dice, 6) > 0)
    box = &ply_grid_get_block (grid, roll (dice, n))->box;
  point_in (box, dice, &x, &y);
  return ply_drag_new_at (grid, x, y, reach, (const char *const *) selection);
}

void
random_drag_move (PlyDrag *drag, const PlyGrid *grid, GRand *dice)
{
  PlyGridBox around = { -100, -100, ply_grid_get_width (grid) + 200,
                        ply_grid_get_height (grid) + 200 };
  guint n = ply_grid_get_n_blocks (grid);
  PlyDragKeys keys = PLY_DRAG_NO_KEYS;
  double x, y;

  if (n > 0 && roll (dice, 2))
    around = ply_grid_get_block (grid, roll (dice, n))->box;
  point_in (&around, dice, &x, &y);
  if (roll (dice, 2))
    keys = roll (dice, 8);
  ply_drag_update (drag, x, y, keys, roll (dice, 10) == 0);
}

void
random_drag_check_plan (const PlyPlan *plan, const PlyGrid *grid)
{
  g_autoptr (PlySnapshot) after = NULL;

  if (plan == NULL)
    return;
  after = ply_plan_apply (plan, (PlySnapshot *) ply_grid_get_snapshot (grid));
  g_assert_cmpuint (ply_plan_get_n_edits (plan), >, 0);
  g_assert_nonnull (ply_plan_get_label (plan));
  for (guint i = 0; i < ply_plan_get_n_edits (plan); i++)
    check_edit (ply_plan_get_edit (plan, i), after);
}

void
random_drag_check_ghosts (const PlyDrag *drag, const PlyGrid *grid)
{
  PlySnapshot *before = (PlySnapshot *) ply_grid_get_snapshot (grid);
  const PlyPlan *plan = ply_drag_get_plan (drag);
  g_autoptr (PlySnapshot) after =
      plan != NULL ? ply_plan_apply (plan, before) : ply_snapshot_ref (before);
  const PlyDragGhost *ghosts;
  guint n;

  ghosts = ply_drag_get_ghosts (drag, &n);
  for (guint i = 0; i < n; i++)
    if (ghosts[i].talk != NULL)
      check_talk_ghost (&ghosts[i], after);
    else
      check_session_ghost (&ghosts[i], grid, after);
}
