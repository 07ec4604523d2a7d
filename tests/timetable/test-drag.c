/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "drag-scene.h"

#include <string.h>

/* Every gesture, in both forms: what it would do, and that it does nothing when it is cancelled. */

static const PlyGridForm forms[] = { PLY_GRID_ROOMS_ACROSS, PLY_GRID_ROOMS_DOWN };

typedef struct
{
  const char *name;
  const char *words; /* what is taken, from LANE@MINUTE (or the tray), to, keys, "of" a selection */
  const char *edits; /* of the scene */
  const char *expected;
  const char *ghosts; /* NULL: not looked at */
} Gesture;

/* In the scene without talks. */
static const Gesture session_gestures[] = {
  /* Sessions */
  { "move-later", "blocks 0@550 0@580", "", "s1 d1 570-630 hall; ", "s1* d1 570-630 hall; " },
  { "move-to-room", "blocks 0@550 1@581", "", "s1 d1 570-630 lab; ", "s1* d1 570-630 lab; " },
  { "move-to-day", "blocks 0@550 2@551", "", "s1 d2 540-600 hall; ", "s1* d2 540-600 hall; " },
  { "move-to-no-room", "blocks 0@550 2@580", "session s3 room=", "s1 d1 570-630; ",
    "s1* d1 570-630 none; " },
  { "start-snaps", "blocks 0@553 0@561", "", "s1 d1 550-610 hall; ", NULL },
  { "start-snaps-back", "blocks 0@553 0@555", "", "", "s1* d1 540-600 hall; " },
  { "fine", "blocks 0@553 0@561 fine", "", "s1 d1 548-608 hall; ", NULL },
  { "odd-start-stays", "blocks 0@553 1@554", "session s1 start=543", "s1 d1 543-603 lab; ", NULL },
  { "odd-start-snaps", "blocks 0@553 1@556", "session s1 start=543", "s1 d1 545-605 lab; ", NULL },
  { "move-out-above", "blocks 0@590 0@-300", "", "s1 d1 370-430 hall; ", NULL },
  { "move-out-below", "blocks 0@550 0@9000", "", "s1 d1 1250-1310 hall; ", NULL },
  { "move-selection", "blocks 0@550 0@580 of s1 s2", "", "s1 d1 570-630 hall; s2 d1 630-690 lab; ",
    "s1* d1 570-630 hall; s2* d1 630-690 lab; " },
  { "move-selection-to-day", "blocks 0@550 2@550 of s2 s1", "",
    "s1 d2 540-600 hall; s2 d2 600-660 lab; ", "s1* d2 540-600 hall; s2* d2 600-660 lab; " },
  { "selection-elsewhere", "blocks 0@550 0@580 of s2", "", "s1 d1 570-630 hall; ", NULL },
  { "selection-not-moved", "blocks 0@550 0@551 of s1 s2", "", "",
    "s1* d1 540-600 hall; s2* d1 600-660 lab; " },
  { "all-rooms", "blocks 0@730 3@760",
    "session pause title=Pause day=d1 start=720 duration=30 all_rooms=1 type=break",
    "pause d2 750-780 all; ", "pause* d2 750-780 all; " },
  { "swap", "blocks 0@550 1@610 swap", "", "s1 d1 600-660 lab; s2 d1 540-600 hall; ",
    "s1* d1 600-660 lab; s2 d1 540-600 hall; " },
  { "swap-one-of-two", "blocks 0@550 1@610 swap of s1 s3", "",
    "s1 d1 600-660 lab; s2 d1 540-600 hall; ", "s1* d1 600-660 lab; s2 d1 540-600 hall; " },
  { "swap-with-nothing", "blocks 0@550 1@710 swap", "", "s1 d1 700-760 lab; ", NULL },
  { "swap-with-itself", "blocks 0@550 0@570 swap", "", "s1 d1 560-620 hall; ", NULL },
  { "ripple", "blocks 0@550 0@580 ripple", "", "s1 d1 570-630 hall; s3 d1 660-690 hall; ",
    "s1* d1 570-630 hall; s3 d1 660-690 hall; " },
  { "unplace", "blocks 0@550 tray@0", "", "s1 unplaced 60; ", "" },
  { "unplace-selection", "blocks 0@550 tray@0 ripple of s2 s1", "",
    "s1 unplaced 60; s2 unplaced 60; ", "" },

  /* Edges */
  { "end-later", "edge 0@599 0@628", "", "s1 d1 540-630 hall; ", "s1* d1 540-630 hall; " },
  { "end-in-another-lane", "edge 0@599 3@628", "", "s1 d1 540-630 hall; ", NULL },
  { "end-over-tray", "edge 0@599 tray@619", "", "s1 d1 540-620 hall; ", NULL },
  { "end-fine", "edge 0@599 0@606 fine", "", "s1 d1 540-607 hall; ", NULL },
  { "end-before-start", "edge 0@599 0@430", "", "s1 d1 540-545 hall; ", NULL },
  { "end-before-start-fine", "edge 0@599 0@430 fine", "", "s1 d1 540-541 hall; ", NULL },
  { "end-not-moved", "edge 0@599 0@600", "", "", "s1* d1 540-600 hall; " },
  { "end-ripple", "edge 0@599 0@609 ripple", "", "s1 d1 540-610 hall; s3 d1 640-670 hall; ",
    "s1* d1 540-610 hall; s3 d1 640-670 hall; " },
  { "start-earlier", "edge 0@541 0@511", "", "s1 d1 510-600 hall; ", NULL },
  { "start-after-end", "edge 0@541 0@1000", "", "s1 d1 595-600 hall; ", NULL },
  { "edge-of-one-of-two", "edge 0@599 0@629 of s1 s2", "", "s1 d1 540-630 hall; ", NULL },

  /* New ones */
  { "create", "create 0@702 0@758", "", "new d1 700-760 hall; ", "new* d1 700-760 hall; " },
  { "create-upwards", "create 2@758 2@702", "", "new d2 700-760 hall; ", NULL },
  { "create-short", "create 1@702 1@702", "", "new d1 700-705 lab; ", NULL },
  { "create-fine", "create 1@702 1@713 fine", "", "new d1 702-713 lab; ", NULL },
  { "create-stays-in-lane", "create 1@702 3@748", "", "new d1 700-750 lab; ", NULL },
  { "create-over-tray", "create 1@702 tray@0", "", "", "" },

  /* The tray */
  { "place", "tray tray@0 1@722 of s4", "", "s4 d1 720-765 lab; ", "s4* d1 720-765 lab; " },
  { "place-fine", "tray tray@0 1@722 fine of s4", "", "s4 d1 722-767 lab; ", NULL },
  { "place-two", "tray tray@0 3@720 of s5 s4", "session s5 title=5 duration=15",
    "s4 d2 735-780 lab; s5 d2 720-735 lab; ", "s5* d2 720-735 lab; s4* d2 735-780 lab; " },
  { "place-in-all-rooms", "tray tray@0 3@720 of s4", "session s4 all_rooms=1",
    "s4 d2 720-765 all; ", NULL },
  { "place-by-swap", "tray tray@0 1@610 swap of s4", "", "s2 unplaced 60; s4 d1 600-645 lab; ",
    "s4* d1 600-645 lab; " },
  { "back-to-tray", "tray tray@0 tray@0 of s4", "", "", "" },
};

/* In the scene with talks. */
static const Gesture talk_gestures[] = {
  { "reorder", "talk 0@550 0@570", "", "s1: t2@0+30 t1@30+20; ",
    "s1/t1* d1 570-590 hall; s1/t2 d1 540-570 hall; " },
  { "reorder-up", "talk 0@575 0@550", "", "s1: t2@0+30 t1@30+20; ", NULL },
  { "reorder-not-far-enough", "talk 0@550 0@556", "", "", "s1/t1* d1 540-560 hall; " },
  { "into-another-session", "talk 0@550 1@640", "", "s1: t2@0+30; s2: t3@0+10 t1@10+20; ",
    "s2/t1* d1 610-630 lab; " },
  { "into-another-session-first", "talk 0@555 1@601", "", "s1: t2@0+30; s2: t1@0+20 t3@20+10; ",
    "s2/t1* d1 600-620 lab; s2/t3 d1 620-630 lab; " },
  { "into-session-without-talks", "talk 0@550 0@640", "", "s1: t2@0+30; s3: t1@0+20; ",
    "s3/t1* d1 630-650 hall; " },
  { "talk-over-nothing", "talk 0@550 1@800", "", "", "" },
  { "talk-over-tray", "talk 0@550 tray@0", "", "", "" },
  { "talk-into-break", "talk 0@550 1@750",
    "session pause title=Pause day=d1 start=720 duration=60 all_rooms=1 type=break", "", "" },
  { "pinned-not-moved", "talk 0@575 0@575", "talk t2 pinned=25", "", NULL },
  { "talk-longer", "talk-edge 0@559 0@564", "", "s1: t1@0+25 t2@25+30; ",
    "s1/t1* d1 540-565 hall; s1/t2 d1 565-595 hall; " },
  { "talk-longer-fine", "talk-edge 0@559 0@561 fine", "", "s1: t1@0+22 t2@22+30; ", NULL },
  { "talk-shortest", "talk-edge 0@559 0@440", "", "s1: t1@0+5 t2@5+30; ", NULL },
  { "talk-longer-ripple", "talk-edge 0@559 0@569 ripple", "",
    "s1 d1 540-610 hall; s1: t1@0+30 t2@30+30; s3 d1 640-670 hall; ",
    "s1/t1* d1 540-570 hall; s1/t2 d1 570-600 hall; s3 d1 640-670 hall; s1 d1 540-610 hall; " },
};

/* What the words say */

static const char *const kinds[] = {
  [PLY_DRAG_NOTHING] = "nothing",     [PLY_DRAG_BLOCKS] = "blocks", [PLY_DRAG_EDGE] = "edge",
  [PLY_DRAG_CREATE] = "create",       [PLY_DRAG_TRAY] = "tray",     [PLY_DRAG_TALK] = "talk",
  [PLY_DRAG_TALK_EDGE] = "talk-edge",
};

typedef struct
{
  gboolean is_tray;
  guint lane;
  double minute;
} Point;

static Point
point_of (const char *word)
{
  const char *minute = strchr (word, '@') + 1;

  return (Point) { g_str_has_prefix (word, "tray"), g_ascii_strtoull (word, NULL, 10),
                   g_ascii_strtod (minute, NULL) };
}

static PlyDragKeys
keys_of (char **words)
{
  const char *const *list = (const char *const *) words;

  return (g_strv_contains (list, "fine") ? PLY_DRAG_FINE : 0)
         | (g_strv_contains (list, "swap") ? PLY_DRAG_SWAP : 0)
         | (g_strv_contains (list, "ripple") ? PLY_DRAG_RIPPLE : 0);
}

/* NULL: no selection. */
static const char *const *
selection_of (char **words)
{
  while (*words != NULL && strcmp (*words, "of") != 0)
    words++;
  return *words != NULL ? (const char *const *) words + 1 : NULL;
}

/* Gestures */

static PlyDrag *
begin (PlyGrid *grid, char **words)
{
  Point from = point_of (words[1]);

  if (from.is_tray)
    return ply_drag_new_tray (grid, selection_of (words));
  return drag_scene_press (grid, from.lane, from.minute, selection_of (words));
}

static gboolean
drag_there (PlyDrag *drag, const PlyGrid *grid, char **words)
{
  Point to = point_of (words[2]);
  double x, y;

  drag_scene_point (grid, to.is_tray ? 0 : to.lane, to.minute, &x, &y);
  return ply_drag_update (drag, x, y, keys_of (words), to.is_tray);
}

static void
check_drop (const Gesture *gesture, char **words, PlyGrid *grid)
{
  g_autoptr (PlyDrag) drag = begin (grid, words);
  g_autoptr (PlyPlan) plan = NULL;
  g_autofree char *ghosts = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpstr (kinds[ply_drag_get_kind (drag)], ==, words[0]);
  g_assert_null (ply_drag_get_plan (drag));
  drag_there (drag, grid, words);
  /* Staying there is nothing new. */
  g_assert_false (drag_there (drag, grid, words));
  ghosts = drag_scene_describe_ghosts (drag);
  if (gesture->ghosts != NULL)
    g_assert_cmpstr (ghosts, ==, gesture->ghosts);
  plan = ply_drag_drop (drag);
  text = drag_scene_describe (plan, grid);
  g_assert_cmpstr (text, ==, gesture->expected);
  g_assert_true (ply_drag_is_over (drag));
  g_assert_false (drag_there (drag, grid, words));
  g_assert_null (ply_drag_drop (drag));
}

static void
check_cancel (char **words, PlyGrid *grid)
{
  g_autoptr (PlyDrag) drag = begin (grid, words);
  guint n;

  drag_there (drag, grid, words);
  ply_drag_cancel (drag);
  g_assert_true (ply_drag_is_over (drag));
  ply_drag_get_ghosts (drag, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (ply_drag_get_plan (drag));
  g_assert_null (ply_drag_get_target (drag));
  g_assert_false (drag_there (drag, grid, words));
  g_assert_null (ply_drag_drop (drag));
}

static void
check_gesture (const Gesture *gesture, const char *before)
{
  g_autofree char *edits = g_strconcat (before, gesture->edits, NULL);
  g_auto (GStrv) words = g_strsplit (gesture->words, " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (PlyGrid) grid = drag_scene_new (edits, forms[i]);

      check_drop (gesture, words, grid);
      check_cancel (words, grid);
    }
}

static void
test_session_gesture (gconstpointer gesture)
{
  check_gesture (gesture, drag_scene_without_talks);
}

static void
test_talk_gesture (gconstpointer gesture)
{
  check_gesture (gesture, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (session_gestures); i++)
    {
      g_autofree char *path = g_strconcat ("/drag/sessions/", session_gestures[i].name, NULL);

      g_test_add_data_func (path, &session_gestures[i], test_session_gesture);
    }
  for (guint i = 0; i < G_N_ELEMENTS (talk_gestures); i++)
    {
      g_autofree char *path = g_strconcat ("/drag/talks/", talk_gestures[i].name, NULL);

      g_test_add_data_func (path, &talk_gestures[i], test_talk_gesture);
    }
  return g_test_run ();
}
