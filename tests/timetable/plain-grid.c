/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plain-grid.h"

#include "ply-programme-order.h"
#include "ply-time.h"

/* Helpers */

static gboolean
is_named (const char *const *ids, const char *id)
{
  return ids == NULL || (id != NULL && g_strv_contains (ids, id));
}

static gboolean
is_shown (const PlySnapshot *snapshot, const PlyGridOptions *options, const PlySession *session)
{
  if (session->day == NULL || session->start == PLY_UNSET
      || ply_snapshot_lookup (snapshot, PLY_KIND_DAY, session->day) == NULL
      || !is_named (options->days, session->day))
    return FALSE;
  return session->all_rooms == 1
         || ply_snapshot_lookup (snapshot, PLY_KIND_ROOM, session->room) == NULL
         || is_named (options->rooms, session->room);
}

static gboolean
is_common (const PlyGridBlock *block)
{
  return block->session->all_rooms == 1;
}

static gint64
seen_end (const PlyGridBlock *block)
{
  return block->end > block->start ? block->end : block->start + 5;
}

static gboolean
overlap (const PlyGridBlock *a, const PlyGridBlock *b)
{
  return a->day == b->day && a->start < seen_end (b) && b->start < seen_end (a);
}

static gboolean
share_a_row (const PlyGridBlock *a, const PlyGridBlock *b)
{
  return a->day == b->day && is_common (a) == is_common (b)
         && (is_common (a) || a->lane == b->lane);
}

static void
check_place (const PlyGrid *grid, const PlyGridBlock *block)
{
  const PlySnapshot *snapshot = ply_grid_get_snapshot (grid);
  const PlySession *session = block->session;
  const PlyGridDay *day = ply_grid_get_day (grid, block->day);
  const PlyGridLane *lane = ply_grid_get_lane (grid, block->lane);

  g_assert_cmpstr (day->day->record.id, ==, session->day);
  g_assert_cmpuint (lane->day, ==, block->day);
  g_assert_cmpint (block->start, ==, session->start);
  g_assert_cmpint (block->end, ==, ply_session_end (session));
  g_assert_cmpint (block->start, >=, ply_grid_get_first_minute (grid));
  g_assert_cmpint (block->is_cut, ==, block->end > ply_grid_get_last_minute (grid));
  if (is_common (block))
    {
      g_assert_cmpuint (block->lane, ==, day->lane);
      g_assert_cmpuint (block->n_lanes, ==, MAX (day->n_rooms, 1));
      return;
    }
  g_assert_cmpuint (block->n_lanes, ==, 1);
  if (ply_snapshot_lookup (snapshot, PLY_KIND_ROOM, session->room) == NULL)
    g_assert_null (lane->room);
  else
    g_assert_cmpstr (lane->room->record.id, ==, session->room);
}

static void
check_box (const PlyGrid *grid, const PlyGridBlock *block)
{
  gboolean down = ply_grid_get_form (grid) == PLY_GRID_ROOMS_ACROSS;
  const PlyGridBox *lane = &ply_grid_get_lane (grid, block->lane)->box;
  const PlyGridBox *box = &block->box;
  double breadth = (down ? lane->width : lane->height) * block->n_lanes / block->n_slots;
  double across = (down ? lane->x : lane->y) + breadth * block->slot;
  double last = ply_grid_pixel_of (grid, ply_grid_get_last_minute (grid));
  double start = MIN (ply_grid_pixel_of (grid, block->start), last - 4);
  double end = CLAMP (ply_grid_pixel_of (grid, seen_end (block)), start + 4, last);

  g_assert_cmpfloat_with_epsilon (down ? box->x : box->y, across, 1e-6);
  g_assert_cmpfloat_with_epsilon (down ? box->width : box->height, breadth, 1e-6);
  g_assert_cmpfloat_with_epsilon (down ? box->y : box->x, start, 1e-6);
  g_assert_cmpfloat_with_epsilon (down ? box->height : box->width, end - start, 1e-6);
}

/* The blocks that are tied to @index by overlaps in its row. */
static gboolean *
find_tied (const PlyGrid *grid, guint index)
{
  guint n = ply_grid_get_n_blocks (grid);
  gboolean *tied = g_new0 (gboolean, n);
  gboolean more = TRUE;

  tied[index] = TRUE;
  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n && tied[i]; j++)
          if (!tied[j] && share_a_row (ply_grid_get_block (grid, i), ply_grid_get_block (grid, j))
              && overlap (ply_grid_get_block (grid, i), ply_grid_get_block (grid, j)))
            more = tied[j] = TRUE;
    }
  return tied;
}

static gboolean
lies_over_common (const PlyGrid *grid, const PlyGridBlock *block)
{
  const PlyGridDay *day = ply_grid_get_day (grid, block->day);

  if (is_common (block) || block->lane >= day->lane + MAX (day->n_rooms, 1))
    return FALSE;
  for (guint i = 0; i < ply_grid_get_n_blocks (grid); i++)
    {
      const PlyGridBlock *other = ply_grid_get_block (grid, i);

      if (is_common (other) && overlap (other, block))
        return TRUE;
    }
  return FALSE;
}

/* As many slots as there are sessions at once, at most. */
static void
check_slots (const PlyGrid *grid, guint index)
{
  const PlyGridBlock *block = ply_grid_get_block (grid, index);
  g_autofree gboolean *tied = find_tied (grid, index);
  gboolean over = FALSE;
  guint most = 0;

  for (guint i = 0; i < ply_grid_get_n_blocks (grid); i++)
    {
      const PlyGridBlock *one = ply_grid_get_block (grid, i);
      guint at_once = 0;

      if (!tied[i])
        continue;
      over |= lies_over_common (grid, one);
      for (guint j = 0; j < ply_grid_get_n_blocks (grid); j++)
        {
          const PlyGridBlock *two = ply_grid_get_block (grid, j);

          at_once += tied[j] && two->start <= one->start && one->start < seen_end (two);
          if (tied[j] && i != j && overlap (one, two))
            g_assert_cmpuint (one->slot, !=, two->slot);
        }
      most = MAX (most, at_once);
      g_assert_cmpuint (one->n_slots, ==, block->n_slots);
    }
  g_assert_cmpuint (block->n_slots, ==, most + over);
  g_assert_cmpuint (block->slot, <, block->n_slots);
  g_assert_cmpuint (block->slot, >=, over);
}

static void
check_order (const PlyGridBlock *before, const PlyGridBlock *block)
{
  PlyGridSpot one = { before->day, before->start, before->lane };
  PlyGridSpot two = { block->day, block->start, block->lane };

  g_assert_cmpint (ply_grid_spot_compare (&one, &two), <=, 0);
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a;
  guint two = *(const guint *) b;

  return (one > two) - (one < two);
}

static void
check_area (const PlyGrid *grid, const PlyGridBox *area)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean rooms_began = FALSE;
  guint at = 0;

  ply_grid_visible (grid, area, found);
  for (guint i = 0; i < found->len; i++)
    {
      gboolean common = is_common (ply_grid_get_block (grid, g_array_index (found, guint, i)));

      g_assert_false (common && rooms_began);
      rooms_began |= !common;
    }
  g_array_sort (found, compare_indexes);
  for (guint i = 0; i < ply_grid_get_n_blocks (grid); i++)
    {
      gboolean listed = at < found->len && g_array_index (found, guint, at) == i;

      g_assert_cmpint (ply_grid_box_meets (&ply_grid_get_block (grid, i)->box, area), ==, listed);
      at += listed;
    }
  g_assert_cmpuint (at, ==, found->len);
}

/* The uppermost of the blocks there: those of rooms over those of all, later over earlier. */
static void
check_point (const PlyGrid *grid, double x, double y)
{
  int expected = -1;

  for (guint i = 0; i < ply_grid_get_n_blocks (grid); i++)
    {
      const PlyGridBlock *block = ply_grid_get_block (grid, i);

      if (ply_grid_box_contains (&block->box, x, y)
          && (expected < 0 || !is_common (block)
              || is_common (ply_grid_get_block (grid, expected))))
        expected = i;
    }
  g_assert_cmpint (ply_grid_at (grid, x, y), ==, expected);
}

/* Public functions */

PlyGridOptions
plain_grid_options (PlyGridForm form)
{
  return (PlyGridOptions) {
    .form = form,
    .minute = 2,
    .lane = 100,
    .line = 20,
    .day_gap = 10,
    .snap = 5,
  };
}

char *
plain_grid_describe (const PlyGrid *grid)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ply_grid_get_n_blocks (grid); i++)
    {
      const PlyGridBlock *block = ply_grid_get_block (grid, i);

      g_string_append_printf (text, "%s %u/%u", block->session->record.id, block->day, block->lane);
      if (block->n_lanes > 1)
        g_string_append_printf (text, "+%u", block->n_lanes - 1);
      g_string_append_printf (text, " %d-%d%s %u/%u %g,%g %gx%g\n", (int) block->start,
                              (int) block->end, block->is_cut ? "..." : "", block->slot,
                              block->n_slots, block->box.x, block->box.y, block->box.width,
                              block->box.height);
    }
  return g_string_free_and_steal (text);
}

void
plain_grid_check (const PlyGrid *grid, const PlyGridOptions *options)
{
  const PlySnapshot *snapshot = ply_grid_get_snapshot (grid);
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_SESSION);
  guint shown = 0;

  for (guint i = 0; i < n; i++)
    {
      const PlySession *session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i);
      int block = ply_grid_find (grid, session->record.id);

      g_assert_cmpint (is_shown (snapshot, options, session), ==, block >= 0);
      if (block >= 0)
        g_assert_true (ply_grid_get_block (grid, block)->session == session);
      shown += block >= 0;
    }
  g_assert_cmpuint (shown, ==, ply_grid_get_n_blocks (grid));
  for (guint i = 0; i < shown; i++)
    {
      const PlyGridBlock *block = ply_grid_get_block (grid, i);

      check_place (grid, block);
      check_slots (grid, i);
      check_box (grid, block);
      if (i > 0)
        check_order (ply_grid_get_block (grid, i - 1), block);
    }
}

void
plain_grid_check_search (const PlyGrid *grid, GRand *dice, guint n)
{
  double width = ply_grid_get_width (grid) + 40;
  double height = ply_grid_get_height (grid) + 40;

  for (guint i = 0; i < n; i++)
    {
      PlyGridBox area = { g_rand_double (dice) * width - 20, g_rand_double (dice) * height - 20,
                          g_rand_double (dice) * width, g_rand_double (dice) * height };

      check_point (grid, area.x, area.y);
      check_area (grid, &area);
    }
}
