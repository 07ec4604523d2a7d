/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"
#include "plain-grid.h"

#include <string.h>

/* Talks inside their session's block. */

static PlyGrid *
make (const char *text, const PlyGridOptions *options)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), text, NULL);

  return ply_grid_new (snapshot, options);
}

static gboolean
box_equal (const PlyGridBox *a, const PlyGridBox *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static const char talks[] = "- session pause\n"
                            "session s1 duration=60\n"
                            "talk t1 session=s1 title=1 duration=20 rank=1\n"
                            "talk t2 session=s1 title=2 duration=30 rank=2\n"
                            "talk t3 session=s1 title=3 duration=25 rank=3\n";

static char *
describe_talks (const PlyGrid *grid, guint block)
{
  g_autoptr (GArray) found = ply_grid_dup_talks (grid, block);
  GString *text = g_string_new (found == NULL ? "none" : NULL);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const PlyGridTalk *talk = &g_array_index (found, PlyGridTalk, i);

      g_string_append_printf (text, "%s %d-%d%s %g,%g %gx%g\n", talk->talk->record.id,
                              (int) talk->start, (int) talk->end, talk->is_over ? "!" : "",
                              talk->box.x, talk->box.y, talk->box.width, talk->box.height);
    }
  return g_string_free_and_steal (text);
}

static void
test_talks (void)
{
  PlyGridOptions options = plain_grid_options (PLY_GRID_ROOMS_ACROSS);
  g_autoptr (PlyGrid) grid = NULL;
  PlyGridBox caption;
  gboolean at_edge;
  gint64 over;

  options.lane = 400;
  grid = make (talks, &options);
  caption = ply_grid_get_caption (grid, 0);
  g_assert_true (box_equal (&caption, &(PlyGridBox) { 0, 240, 140, 120 }));
  g_assert_true (ply_grid_get_overrun (grid, 0, &over));
  g_assert_cmpint (over, ==, 15);
  g_assert_false (ply_grid_get_overrun (grid, 1, &over));

  g_assert_cmpstr (ply_grid_talk_at (grid, 0, 150, 300, 6, &at_edge)->record.id, ==, "t2");
  g_assert_false (at_edge);
  g_assert_cmpstr (ply_grid_talk_at (grid, 0, 150, 335, 6, &at_edge)->record.id, ==, "t2");
  g_assert_true (at_edge);
  g_assert_null (ply_grid_talk_at (grid, 0, 139, 300, 6, &at_edge));
  g_assert_null (ply_grid_talk_at (grid, 0, 150, 370, 6, &at_edge));
}

static const struct
{
  const char *edits;
  double lane, minute;
  PlyGridForm form;
  const char *expected;
} talk_cases[] = {
  { "", 400, 2, PLY_GRID_ROOMS_ACROSS,
    "t1 540-560 140,240 260x40\nt2 560-590 140,280 260x60\nt3 590-615! 140,340 260x20\n" },
  { "", 400, 0.5, PLY_GRID_ROOMS_ACROSS, "none" }, /* too short */
  { "", 150, 2, PLY_GRID_ROOMS_ACROSS, "none" },   /* too narrow */
  { "- talk t1\n- talk t2\n- talk t3", 400, 2, PLY_GRID_ROOMS_ACROSS, "none" },
  { "", 80, 6, PLY_GRID_ROOMS_DOWN,
    "t1 540-560 720,28 120x52\nt2 560-590 840,28 180x52\nt3 590-615! 1020,28 60x52\n" },
  { "", 50, 6, PLY_GRID_ROOMS_DOWN, "none" },
  /* Just enough. */
  { "talk t3 duration=10", 400, 2, PLY_GRID_ROOMS_ACROSS,
    "t1 540-560 140,240 260x40\nt2 560-590 140,280 260x60\nt3 590-600 140,340 260x20\n" },
  /* Pinned, and behind the end of its session. */
  { "talk t3 pinned=60\ntalk t2 pinned=5", 400, 2, PLY_GRID_ROOMS_ACROSS,
    "t1 540-560 140,240 260x40\nt2 545-575 140,250 260x60\nt3 600-625! 0,0 0x0\n" },
  { "talk t1 duration=\ntalk t2 duration=0\ntalk t3 duration=9999", 400, 2, PLY_GRID_ROOMS_ACROSS,
    "t1 540-540 140,240 260x10\nt2 540-540 140,240 260x10\nt3 540-10539! 140,240 260x120\n" },
};

static void
test_talk_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (talk_cases); i++)
    {
      PlyGridOptions options = plain_grid_options (talk_cases[i].form);
      g_autofree char *edits = g_strconcat (talks, talk_cases[i].edits, NULL);
      g_autoptr (PlyGrid) grid = NULL;
      g_autofree char *text = NULL;
      PlyGridBox caption;

      options.lane = talk_cases[i].lane;
      options.minute = talk_cases[i].minute;
      grid = make (edits, &options);
      text = describe_talks (grid, 0);
      g_test_message ("%u", i);
      g_assert_cmpstr (text, ==, talk_cases[i].expected);
      caption = ply_grid_get_caption (grid, 0);
      g_assert_cmpint (box_equal (&caption, &ply_grid_get_block (grid, 0)->box), ==,
                       strcmp (text, "none") == 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid-talks/one", test_talks);
  g_test_add_func ("/grid-talks/cases", test_talk_cases);
  return g_test_run ();
}
