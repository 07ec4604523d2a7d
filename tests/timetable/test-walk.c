/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"
#include "plain-grid.h"

#include <string.h>

/* From block to block: arrows and gaps. */

static const PlyGridForm forms[] = { PLY_GRID_ROOMS_ACROSS, PLY_GRID_ROOMS_DOWN };

static PlyGrid *
make (const char *text, PlyGridForm form)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), text, NULL);
  PlyGridOptions options = plain_grid_options (form);

  return ply_grid_new (snapshot, &options);
}

/* Arrows */

/*       hall      lab      no room
 *  9:00 s1
 * 10:05 [pause          ]
 * 10:25           s2
 * 11:00 s3, s4    s5       s6        and on the second day s7 in the lab */
static const char walk_event[] = "session pause start=605 duration=20\n"
                                 "session s2 start=625\n"
                                 "session s3 title=3 day=d1 start=660 duration=30 room=hall\n"
                                 "session s4 title=4 day=d1 start=660 duration=30 room=hall\n"
                                 "session s5 title=5 day=d1 start=690 duration=30 room=lab\n"
                                 "session s6 title=6 day=d1 start=660 duration=30\n"
                                 "session s7 title=7 day=d2 start=900 duration=30 room=lab\n";

static const struct
{
  const char *from;
  const char *way; /* < > ^ v as with rooms across */
  const char *to;  /* NULL: nowhere at the last step */
} walks[] = {
  { "s1", "v", "pause" },  { "pause", "v", "s3" }, { "s1", "vv", "s3" },   { "s1", ">", "s2" },
  { "s2", "<", "s1" },     { "s3", "v", "s4" },    { "s3", ">", "s4" },    { "s4", "<", "s3" },
  { "s4", ">", "s2" },     { "s3", "^", "pause" }, { "s2", "^", "pause" }, { "s2", "^v", "s2" },
  { "s2", "v", "s5" },     { "s2", "vv", NULL },   { "s1", "^", NULL },    { "s1", "<", NULL },
  { "s5", ">", "s6" },     { "s6", ">", "s7" },    { "s7", "<", "s6" },    { "s6", "^", NULL },
  { "s7", ">", NULL },     { "pause", ">", "s6" }, { "s1", "v>", "s6" },   { "s6", "<", "s2" },
  { "s5", "^^", "pause" }, { "s5", "^^v", "s2" },  { "s1", ">>", "s6" },   { "s1", ">><<", "s1" },
  { "s5", "<", "s3" },
};

/* The other form has the axes changed, and nothing else. */
static PlyGridDirection
direction_of (char key, PlyGridForm form)
{
  static const char keys[] = "<>^v";
  static const PlyGridDirection across[] = { PLY_GRID_LEFT, PLY_GRID_RIGHT, PLY_GRID_UP,
                                             PLY_GRID_DOWN };
  static const PlyGridDirection down[] = { PLY_GRID_UP, PLY_GRID_DOWN, PLY_GRID_LEFT,
                                           PLY_GRID_RIGHT };
  guint index = strchr (keys, key) - keys;

  return form == PLY_GRID_ROOMS_ACROSS ? across[index] : down[index];
}

static void
test_walks (void)
{
  for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
    for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
      {
        g_autoptr (PlyGrid) grid = make (walk_event, forms[form]);
        PlyGridWalk walk = PLY_GRID_WALK_INIT;
        int at = ply_grid_find (grid, walks[i].from);

        g_test_message ("%s %s", walks[i].from, walks[i].way);
        for (const char *key = walks[i].way; *key != '\0'; key++)
          {
            g_assert_cmpint (at, >=, 0);
            at = ply_grid_neighbour (grid, at, direction_of (*key, forms[form]), &walk);
          }
        g_assert_cmpstr (at < 0 ? NULL : ply_grid_get_block (grid, at)->session->record.id, ==,
                         walks[i].to);
      }
}

static void
test_forgetful_walk (void)
{
  g_autoptr (PlyGrid) grid = make (walk_event, PLY_GRID_ROOMS_ACROSS);
  PlyGridWalk stale = { 4, 0 };

  g_assert_cmpint (ply_grid_neighbour (grid, ply_grid_find (grid, "s2"), PLY_GRID_UP, NULL), ==,
                   ply_grid_find (grid, "pause"));
  /* A lane in which the block does not lie is none. */
  g_assert_cmpint (ply_grid_neighbour (grid, ply_grid_find (grid, "s2"), PLY_GRID_DOWN, &stale), ==,
                   ply_grid_find (grid, "s5"));
  g_assert_cmpint (stale.lane, ==, 1);
}

static guint
roll (GRand *dice, guint n)
{
  return g_rand_int_range (dice, 0, n);
}

static PlyGrid *
random_grid (GRand *dice)
{
  g_autoptr (GString) text = g_string_new ("- session s1\n- session s2\n- session pause\n");
  guint n = 1 + roll (dice, 40);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "session x%u title=X day=d%u start=%u duration=%u room=%s "
                            "all_rooms=%d\n",
                            i, 1 + roll (dice, 2), 480 + roll (dice, 60) * 5, roll (dice, 8) * 10,
                            roll (dice, 3) == 0   ? ""
                            : roll (dice, 2) == 0 ? "hall"
                                                  : "lab",
                            roll (dice, 8) == 0);
  return make (text->str, forms[roll (dice, 2)]);
}

/* The blocks that can be reached from the first one with the arrows. */
static guint
count_reached (const PlyGrid *grid)
{
  g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *seen = g_new0 (gboolean, ply_grid_get_n_blocks (grid));
  guint first = 0;

  g_array_append_val (reached, first);
  seen[0] = TRUE;
  for (guint i = 0; i < reached->len; i++)
    for (guint direction = PLY_GRID_LEFT; direction <= PLY_GRID_DOWN; direction++)
      {
        guint from = g_array_index (reached, guint, i);
        const PlyGridBlock *block = ply_grid_get_block (grid, from);

        for (guint lane = block->lane; lane < block->lane + block->n_lanes; lane++)
          {
            PlyGridWalk walk = { lane, block->start };
            int to = ply_grid_neighbour (grid, from, direction, &walk);

            if (to < 0 || seen[to])
              continue;
            seen[to] = TRUE;
            g_array_append_val (reached, to);
          }
      }
  return reached->len;
}

static void
test_reach (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (PlyGrid) grid = random_grid (dice);

      g_assert_cmpuint (count_reached (grid), ==, ply_grid_get_n_blocks (grid));
    }
}

/* Gaps */

static const struct
{
  const char *edits;
  gint64 least;
  const char *expected;
} gap_cases[] = {
  { "", 1, "" },
  { "session s3 title=3 day=d1 start=700 duration=30 room=hall", 1, "0/0 630-700 0,420 100x140; " },
  { "session s3 title=3 day=d1 start=700 duration=30 room=hall", 71, "" },
  { "session s3 title=3 day=d1 start=700 duration=30 room=hall\n- session pause", 60,
    "0/0 600-700 0,360 100x200; " },
  { "session s3 title=3 day=d1 start=700 duration=30 room=hall\nsession pause start=640", 30,
    "0/0 600-640 0,360 100x80; " },
  { "session s3 title=3 day=d1 start=700 duration=30 room=hall\nsession pause state=cancelled", 60,
    "0/0 600-700 0,360 100x200; " },
  { "session s3 title=3 day=d1 start=700 duration=30 room=hall state=cancelled", 1, "" },
  /* A long one over a short one; the gap in the lab begins earlier. */
  { "session s1 duration=200\n"
    "session s3 title=3 day=d1 start=560 duration=10 room=hall\n"
    "session s4 title=4 day=d1 start=800 duration=10 room=hall\n"
    "session s5 title=5 day=d1 start=700 duration=10 room=lab\n",
    1, "0/1 660-700 100,480 100x80; 0/0 740-800 0,640 100x120; " },
};

static void
test_gaps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (gap_cases); i++)
    {
      g_autoptr (PlyGrid) grid = make (gap_cases[i].edits, PLY_GRID_ROOMS_ACROSS);
      g_autoptr (GArray) gaps = ply_grid_dup_gaps (grid, gap_cases[i].least);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < gaps->len; j++)
        {
          const PlyGridGap *gap = &g_array_index (gaps, PlyGridGap, j);

          g_string_append_printf (text, "%u/%u %d-%d %g,%g %gx%g; ", gap->day, gap->lane,
                                  (int) gap->start, (int) gap->end, gap->box.x, gap->box.y,
                                  gap->box.width, gap->box.height);
        }
      g_test_message ("%u", i);
      g_assert_cmpstr (text->str, ==, gap_cases[i].expected);
    }
}

static void
test_next_gap (void)
{
  g_autoptr (PlyGrid) grid = make (walk_event, PLY_GRID_ROOMS_ACROSS);
  g_autoptr (GArray) gaps = ply_grid_dup_gaps (grid, 1);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (PlyGridGap));

  /* In the hall: 10:00 to 10:05 and 10:25 to 11:00; in the lab 11:25 to 11:30. */
  g_assert_cmpuint (gaps->len, ==, 3);
  g_assert_cmpint (ply_grid_next_gap (gaps, NULL, FALSE), ==, 0);
  g_assert_cmpint (ply_grid_next_gap (gaps, NULL, TRUE), ==, 2);
  g_assert_cmpint (ply_grid_next_gap (gaps, &(PlyGridSpot) { 0, 600, 0 }, FALSE), ==, 1);
  g_assert_cmpint (ply_grid_next_gap (gaps, &(PlyGridSpot) { 0, 600, 0 }, TRUE), ==, 2);
  g_assert_cmpint (ply_grid_next_gap (gaps, &(PlyGridSpot) { 1, 0, 0 }, FALSE), ==, 0);
  g_assert_cmpint (ply_grid_next_gap (gaps, &(PlyGridSpot) { 1, 0, 0 }, TRUE), ==, 2);
  g_assert_cmpint (ply_grid_next_gap (none, NULL, FALSE), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/arrows", test_walks);
  g_test_add_func ("/walk/forgetful", test_forgetful_walk);
  g_test_add_func ("/walk/reach", test_reach);
  g_test_add_func ("/walk/gaps", test_gaps);
  g_test_add_func ("/walk/next-gap", test_next_gap);
  return g_test_run ();
}
