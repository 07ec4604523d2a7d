/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"
#include "plain-grid.h"

#include "ply-time.h"

#include <string.h>

static const PlyGridForm forms[] = { PLY_GRID_ROOMS_ACROSS, PLY_GRID_ROOMS_DOWN };

/* Helpers */

static PlyGrid *
make (const char *text, const PlyGridOptions *options)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), text, NULL);

  return ply_grid_new (snapshot, options);
}

static PlyGrid *
make_plain (const char *text, PlyGridForm form)
{
  PlyGridOptions options = plain_grid_options (form);

  return make (text, &options);
}

static gboolean
box_equal (const PlyGridBox *a, const PlyGridBox *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

/* Blocks */

/* The little event shows 7:00 to 21:00; hall is lane 0, lab lane 1 (no ranks: by name). */
static const struct
{
  const char *name;
  const char *edits;
  const char *expected; /* with rooms across */
} placements[] = {
  { "as-it-is", "",
    "s1 0/0 540-600 1/2 50,240 50x120\n"
    "pause 0/0+1 570-630 0/1 0,300 200x120\n"
    "s2 0/1 600-660 1/2 150,360 50x120\n" },
  { "no-pause", "- session pause",
    "s1 0/0 540-600 0/1 0,240 100x120\n"
    "s2 0/1 600-660 0/1 100,360 100x120\n" },
  { "second-day", "- session pause\nsession s2 day=d2",
    "s1 0/0 540-600 0/1 0,240 100x120\n"
    "s2 1/3 600-660 0/1 310,360 100x120\n" },
  { "without-room",
    "- session pause\n- session s2\nsession s1 room=", "s1 0/2 540-600 0/1 200,240 100x120\n" },
  { "room-that-is-gone", "- session pause\n- session s2\n- room hall",
    "s1 0/1 540-600 0/1 100,240 100x120\n" },
  { "clash", "- session pause\nsession s2 room=hall start=570",
    "s1 0/0 540-600 0/2 0,240 50x120\n"
    "s2 0/0 570-630 1/2 50,300 50x120\n" },
  { "back-to-back", "- session pause\nsession s2 room=hall start=600",
    "s1 0/0 540-600 0/1 0,240 100x120\n"
    "s2 0/0 600-660 0/1 0,360 100x120\n" },
  { "chain-takes-a-free-slot-again",
    "- session pause\nsession s2 room=hall start=590\n"
    "session s3 title=3 day=d1 start=610 duration=60 room=hall",
    "s1 0/0 540-600 0/2 0,240 50x120\n"
    "s2 0/0 590-650 1/2 50,340 50x120\n"
    "s3 0/0 610-670 0/2 0,380 50x120\n" },
  { "no-length", "- session pause\n- session s2\nsession s1 duration=0",
    "s1 0/0 540-540 0/1 0,240 100x10\n" },
  { "length-unset",
    "- session pause\n- session s2\nsession s1 duration=", "s1 0/0 540-540 0/1 0,240 100x10\n" },
  { "two-without-length",
    "- session pause\nsession s1 duration=0\nsession s2 duration=0 start=540 room=hall",
    "s1 0/0 540-540 0/2 0,240 50x10\n"
    "s2 0/0 540-540 1/2 50,240 50x10\n" },
  { "past-midnight", "- session pause\n- session s2\nsession s1 start=1410 duration=90",
    "s1 0/0 1410-1500 0/1 0,1980 100x180\n" },
  { "for-a-week", "- session pause\n- session s2\nsession s1 start=540 duration=10080",
    "s1 0/0 540-10620... 0/1 0,240 100x3360\n" },
  { "at-the-latest", "- session pause\n- session s2\nsession s1 start=2160 duration=60",
    "s1 0/0 2160-2220 0/1 0,3480 100x120\n" },
  { "at-midnight", "- session pause\n- session s2\nsession s1 start=0",
    "s1 0/0 0-60 0/1 0,0 100x120\n" },
  { "two-in-all-rooms", "- session s1\nsession s2 all_rooms=1 room= start=600",
    "pause 0/0+1 570-630 0/2 0,300 100x120\n"
    "s2 0/0+1 600-660 1/2 100,360 100x120\n" },
  { "all-rooms-beats-a-room", "- session s1\n- session pause\nsession s2 all_rooms=1",
    "s2 0/0+1 600-660 0/1 0,360 200x120\n" },
  { "unplaced", "session s1 day=\nsession s2 start=\n- session pause", "" },
  { "day-that-is-gone", "- day d1", "" },
  { "no-rooms", "- room hall\n- room lab",
    "s1 0/0 540-600 1/2 50,240 50x120\n"
    "pause 0/0 570-630 0/1 0,300 100x120\n"
    "s2 0/0 600-660 1/2 50,360 50x120\n" },
};

static void
test_blocks (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  PlyGridOptions options = plain_grid_options (PLY_GRID_ROOMS_ACROSS);
  g_autoptr (PlyGrid) grid = make (placements[index].edits, &options);
  g_autoptr (PlyGrid) other = make_plain (placements[index].edits, PLY_GRID_ROOMS_DOWN);
  g_autofree char *text = plain_grid_describe (grid);

  g_assert_cmpstr (text, ==, placements[index].expected);
  plain_grid_check (grid, &options);
  options.form = PLY_GRID_ROOMS_DOWN;
  plain_grid_check (other, &options);
  g_assert_cmpuint (ply_grid_get_n_blocks (grid), ==, ply_grid_get_n_blocks (other));
  for (guint i = 0; i < ply_grid_get_n_blocks (grid); i++)
    {
      const PlyGridBox *box = &ply_grid_get_block (other, i)->box;
      PlyGridBox transposed = { box->y, box->x, box->height, box->width };

      g_assert_true (box_equal (&ply_grid_get_block (grid, i)->box, &transposed));
    }
}

/* Frame */

static const struct
{
  const char *edits;
  int first, last;
} hours[] = {
  { "", 420, 1260 },
  { "- day d1", 480, 1140 },
  { "- day d1\n- day d2", 480, 1140 },
  { "day d2 opens=0 closes=1440", 0, 1500 },
  { "day d2 opens=2160 closes=2160", 420, 2220 },
  { "session s1 start=59", 0, 1260 },
  { "session s1 start=61", 0, 1260 },
  { "session s1 start=121", 60, 1260 },
  { "session s1 start=1200 duration=1", 420, 1320 },
  { "session s1 start=1260 duration=0", 420, 1380 },
  { "session s1 duration=10080", 420, 2220 },
};

static void
test_hours (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autoptr (PlyGrid) grid = make_plain (hours[i].edits, PLY_GRID_ROOMS_DOWN);

      g_test_message ("%s", hours[i].edits);
      g_assert_cmpint (ply_grid_get_first_minute (grid), ==, hours[i].first);
      g_assert_cmpint (ply_grid_get_last_minute (grid), ==, hours[i].last);
      g_assert_cmpfloat (ply_grid_get_width (grid), ==, 2 * (hours[i].last - hours[i].first));
    }
}

static void
test_lanes (void)
{
  g_autoptr (PlyGrid) grid = make_plain ("session s2 room=", PLY_GRID_ROOMS_ACROSS);

  g_assert_cmpuint (ply_grid_get_n_days (grid), ==, 2);
  g_assert_cmpuint (ply_grid_get_n_lanes (grid), ==, 5);
  g_assert_cmpfloat (ply_grid_get_width (grid), ==, 510);
  g_assert_cmpstr (ply_grid_get_lane (grid, 1)->room->record.id, ==, "lab");
  g_assert_null (ply_grid_get_lane (grid, 2)->room);
  g_assert_cmpfloat (ply_grid_get_lane (grid, 3)->box.x, ==, 310);
  g_assert_cmpuint (ply_grid_get_day (grid, 0)->n_lanes, ==, 3);
  g_assert_cmpuint (ply_grid_get_day (grid, 0)->n_rooms, ==, 2);
  g_assert_cmpfloat (ply_grid_get_day (grid, 1)->box.width, ==, 200);
  g_assert_cmpint (ply_grid_find_lane (grid, 0, NULL), ==, 2);
  g_assert_cmpint (ply_grid_find_lane (grid, 1, NULL), ==, -1);
  g_assert_cmpint (ply_grid_find_lane (grid, 1, "lab"), ==, 4);
  g_assert_cmpint (ply_grid_find_lane (grid, 1, "attic"), ==, -1);
  g_assert_cmpint (ply_grid_find_day (grid, "d2"), ==, 1);
  g_assert_cmpint (ply_grid_find_day (grid, "d3"), ==, -1);
}

static void
test_choice (void)
{
  static const char *const days[] = { "d2", "nowhere", "d1", "d2", NULL };
  static const char *const rooms[] = { "lab", NULL };
  PlyGridOptions options = plain_grid_options (PLY_GRID_ROOMS_ACROSS);
  g_autoptr (PlyGrid) grid = NULL;
  g_autofree char *text = NULL;

  options.days = days;
  options.rooms = rooms;
  options.across = 610;
  grid = make ("session s3 title=3 day=d1 start=540 duration=30", &options);
  text = plain_grid_describe (grid);
  /* d2 comes first; s1 is in the hall, which is not shown; three lanes share 600 pixels. */
  g_assert_cmpstr (text, ==,
                   "s3 1/2 540-570 0/1 410,240 200x60\n"
                   "pause 1/1 570-630 0/1 210,300 200x120\n"
                   "s2 1/1 600-660 1/2 310,360 100x120\n");
  g_assert_cmpfloat (ply_grid_get_width (grid), ==, 610);
}

static const struct
{
  const char *edits;
  guint n;
  PlyGridBox boxes[2];
} closed[] = {
  { "day d1 opens= closes=", 0, { { 0 } } },
  { "", 2, { { 0, 0, 200, 120 }, { 0, 1560, 200, 120 } } },
  { "day d1 closes=", 1, { { 0, 0, 200, 120 } } },
  { "day d1 opens=900 closes=600", 2, { { 0, 0, 200, 840 }, { 0, 240, 200, 1080 } } },
};

static void
test_closed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    {
      g_autoptr (PlyGrid) grid = make_plain (closed[i].edits, PLY_GRID_ROOMS_ACROSS);
      PlyGridBox boxes[2];

      g_test_message ("%s", closed[i].edits);
      g_assert_cmpuint (ply_grid_get_closed (grid, 0, boxes), ==, closed[i].n);
      for (guint box = 0; box < closed[i].n; box++)
        {
          g_test_message ("%g,%g %gx%g", boxes[box].x, boxes[box].y, boxes[box].width,
                          boxes[box].height);
          g_assert_true (box_equal (&boxes[box], &closed[i].boxes[box]));
        }
    }
}

static const struct
{
  const char *edits;
  const char *now; /* in UTC; Almaty is six hours ahead of it in 2023 */
  int day;         /* -1: not shown */
  double at;
} moments[] = {
  { "", "2023-10-12T03:00:00Z", 0, 240 },
  { "", "2023-10-13T03:30:00Z", 1, 300 },
  { "", "2023-10-12T00:30:00Z", -1, 0 },
  { "", "2023-10-11T03:00:00Z", -1, 0 },
  { "", "2024-10-12T03:00:00Z", -1, 0 },
  /* 0:30 of the 13th: the night of the 12th. */
  { "session s1 start=1400 duration=100", "2023-10-12T18:30:00Z", 0, 2100 },
  { "session s1 day=d2 start=1400 duration=100", "2023-10-13T18:30:00Z", 1, 2100 },
  { "- day d1\n- day d2", "2023-10-12T03:00:00Z", -1, 0 },
  { "- event e", "2023-10-12T03:00:00Z", -1, 0 },
};

static void
test_now (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (PlyGrid) grid = make_plain (moments[i].edits, PLY_GRID_ROOMS_DOWN);
      g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (moments[i].now, NULL);
      PlyGridBox line;
      guint day;

      g_test_message ("%s: %s", moments[i].edits, moments[i].now);
      g_assert_cmpint (ply_grid_get_now (grid, now, &day, &line), ==, moments[i].day >= 0);
      if (moments[i].day < 0)
        continue;
      g_assert_cmpuint (day, ==, moments[i].day);
      g_assert_cmpfloat (line.x, ==, moments[i].at);
      g_assert_cmpfloat (line.width, ==, 0);
      g_assert_cmpfloat (line.y, ==, ply_grid_get_day (grid, day)->box.y);
    }
}

static const struct
{
  double minute;
  PlyGridForm form;
  int step, labels; /* minutes between ticks, and between those that are labeled */
} scales[] = {
  { 4, PLY_GRID_ROOMS_ACROSS, 5, 15 },       { 2, PLY_GRID_ROOMS_ACROSS, 10, 30 },
  { 1, PLY_GRID_ROOMS_ACROSS, 30, 60 },      { 0.3, PLY_GRID_ROOMS_ACROSS, 120, 180 },
  { 0.01, PLY_GRID_ROOMS_ACROSS, 360, 360 }, { 4, PLY_GRID_ROOMS_DOWN, 5, 30 },
  { 1, PLY_GRID_ROOMS_DOWN, 30, 120 },
};

static void
test_ticks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      PlyGridOptions options = plain_grid_options (scales[i].form);
      g_autoptr (PlyGrid) grid = NULL;
      const PlyGridTick *ticks;
      guint n;

      options.minute = scales[i].minute;
      grid = make ("", &options);
      ticks = ply_grid_get_ticks (grid, &n);
      g_test_message ("%g", scales[i].minute);
      g_assert_cmpuint (n, >, 1);
      for (guint tick = 0; tick < n; tick++)
        {
          g_assert_cmpint (ticks[tick].minute % scales[i].step, ==, 0);
          g_assert_cmpint (ticks[tick].is_labeled, ==, ticks[tick].minute % scales[i].labels == 0);
          g_assert_cmpint (ticks[tick].is_hour, ==, ticks[tick].minute % 60 == 0);
          g_assert_cmpfloat (ticks[tick].at, ==, (ticks[tick].minute - 420) * scales[i].minute);
          if (tick > 0)
            g_assert_cmpint (ticks[tick].minute - ticks[tick - 1].minute, ==, scales[i].step);
        }
    }
}

/* Places */

static const struct
{
  double across, time;
  gint64 snap;
  const char *place;
} places[] = {
  { 10, 240, 5, "d1 540 hall" },     { 110, 240, 5, "d1 540 lab" },
  { 99.9, 244, 5, "d1 540 hall" },   { 10, 245.1, 5, "d1 545 hall" },
  { 10, 243, 1, "d1 542 hall" },     { 10, 270, 30, "d1 570 hall" },
  { 204, 240, 5, "d1 540 lab" },     { 206, 240, 5, "d2 540 hall" },
  { -50, -50, 5, "d1 420 hall" },    { 9999, 9999, 5, "d2 1260 lab" },
  { 9999, 9999, 50, "d2 1250 lab" },
};

static void
test_places (void)
{
  for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        gboolean across = forms[form] == PLY_GRID_ROOMS_ACROSS;
        g_autoptr (PlyGrid) grid = make_plain ("", forms[form]);
        g_autofree char *text = NULL;
        PlyPlace place;

        g_assert_true (ply_grid_place_at (grid, across ? places[i].across : places[i].time,
                                          across ? places[i].time : places[i].across,
                                          places[i].snap, &place));
        text = g_strdup_printf ("%s %d %s", place.day, (int) place.start, place.room);
        g_assert_cmpstr (text, ==, places[i].place);
        g_assert_false (place.all_rooms);
      }
}

static const struct
{
  PlyPlace place;
  gint64 duration;
  PlyGridBox box;
} place_boxes[] = {
  { { "d1", 540, "lab", FALSE }, 30, { 100, 240, 100, 60 } },
  { { "d2", 540, NULL, TRUE }, 30, { 210, 240, 200, 60 } },
  { { "d2", 540, "hall", FALSE }, 0, { 210, 240, 100, 10 } },
  { { "d2", 540, "hall", FALSE }, 10080, { 210, 240, 100, 1440 } },
  { { "d1", 400, "hall", FALSE }, 30, { 0, 0, 100, 20 } },
  { { "d1", 300, "hall", FALSE }, 30, { 0 } },
  { { "d1", 1900, "hall", FALSE }, 30, { 0 } },
  { { "d1", 540, NULL, FALSE }, 30, { 0 } },
  { { "d1", 540, "attic", FALSE }, 30, { 0 } },
  { { "d3", 540, "hall", FALSE }, 30, { 0 } },
  { { NULL, 540, "hall", FALSE }, 30, { 0 } },
};

static void
test_place_boxes (void)
{
  g_autoptr (PlyGrid) grid = make_plain ("", PLY_GRID_ROOMS_ACROSS);

  for (guint i = 0; i < G_N_ELEMENTS (place_boxes); i++)
    {
      PlyGridBox box = ply_grid_box_of (grid, &place_boxes[i].place, place_boxes[i].duration);

      g_test_message ("%u: %g,%g %gx%g", i, box.x, box.y, box.width, box.height);
      g_assert_true (box_equal (&box, &place_boxes[i].box));
    }
}

static const struct
{
  double at; /* s2 lies from 360 to 480 */
  double reach;
  const char *edits;
  PlyGridEdge edge;
} edges[] = {
  { 361, 6, "", PLY_GRID_EDGE_START },
  { 366, 6, "", PLY_GRID_EDGE_NONE },
  { 420, 6, "", PLY_GRID_EDGE_NONE },
  { 474, 6, "", PLY_GRID_EDGE_END },
  { 473, 6, "", PLY_GRID_EDGE_NONE },
  { 473, 16, "", PLY_GRID_EDGE_END },
  { 481, 16, "", PLY_GRID_EDGE_NONE },
  /* Ten pixels: three for each edge. */
  { 362, 16, "session s2 duration=5", PLY_GRID_EDGE_START },
  { 365, 16, "session s2 duration=5", PLY_GRID_EDGE_NONE },
  { 368, 16, "session s2 duration=5", PLY_GRID_EDGE_END },
  /* The end is not in sight. */
  { 3599, 6, "session s2 duration=9999", PLY_GRID_EDGE_NONE },
};

static void
test_edges (void)
{
  for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
    for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
      {
        g_autofree char *text = g_strconcat ("- session pause\n", edges[i].edits, NULL);
        g_autoptr (PlyGrid) grid = make_plain (text, forms[form]);
        guint block = ply_grid_find (grid, "s2");
        gboolean across = forms[form] == PLY_GRID_ROOMS_ACROSS;

        g_test_message ("%g %s", edges[i].at, edges[i].edits);
        g_assert_cmpint (ply_grid_edge_at (grid, block, across ? 150 : edges[i].at,
                                           across ? edges[i].at : 150, edges[i].reach),
                         ==, edges[i].edge);
      }
}

/* All sizes */

static void
test_empty (void)
{
  g_autoptr (PlySnapshot) snapshot = ply_snapshot_new (NULL);
  PlyGridOptions options = plain_grid_options (PLY_GRID_ROOMS_DOWN);
  g_autoptr (PlyGrid) grid = ply_grid_new (snapshot, &options);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) gaps = ply_grid_dup_gaps (grid, 1);
  PlyPlace place;

  ply_grid_visible (grid, &(PlyGridBox) { 0, 0, 999, 999 }, found);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (gaps->len, ==, 0);
  g_assert_cmpint (ply_grid_at (grid, 1, 1), ==, -1);
  g_assert_cmpint (ply_grid_find (grid, "s1"), ==, -1);
  g_assert_false (ply_grid_place_at (grid, 1, 1, 5, &place));
  g_assert_cmpfloat (ply_grid_get_height (grid), ==, 0);
  g_assert_cmpfloat (ply_grid_get_width (grid), ==, 1320);
}

#define N_DAYS 60
#define N_ROOMS 200

/* A session in every room on every day, an hour later from room to room, up to seven. */
static PlySnapshot *
make_big_event (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (ply_record_unref);

  for (guint i = 0; i < N_DAYS; i++)
    {
      PlyDay *day = ply_record_new (PLY_KIND_DAY, NULL);

      day->date = ply_date_add ("2026-01-01", i);
      g_ptr_array_add (records, day);
    }
  for (guint i = 0; i < N_ROOMS; i++)
    {
      PlyRoom *room = ply_record_new (PLY_KIND_ROOM, NULL);

      room->rank = g_strdup_printf ("%03u", i);
      g_ptr_array_add (records, room);
    }
  for (guint i = 0; i < N_DAYS * N_ROOMS; i++)
    {
      PlySession *session = ply_record_new (PLY_KIND_SESSION, NULL);

      session->day = g_strdup (PLY_RECORD (records->pdata[i / N_ROOMS])->id);
      session->room = g_strdup (PLY_RECORD (records->pdata[N_DAYS + i % N_ROOMS])->id);
      session->start = 540 + i % N_ROOMS % 7 * 60;
      session->duration = 60;
      g_ptr_array_add (records, session);
    }
  return ply_snapshot_new (records);
}

static void
test_many (void)
{
  PlyGridOptions options = plain_grid_options (PLY_GRID_ROOMS_ACROSS);
  g_autoptr (PlySnapshot) snapshot = make_big_event ();
  g_autoptr (PlyGrid) grid = ply_grid_new (snapshot, &options);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_assert_cmpuint (ply_grid_get_n_lanes (grid), ==, N_DAYS * N_ROOMS);
  g_assert_cmpfloat (ply_grid_get_width (grid), ==, N_DAYS * N_ROOMS * 100 + (N_DAYS - 1) * 10);
  for (guint lane = 0; lane < N_DAYS * N_ROOMS; lane += 37)
    {
      const PlyGridLane *of = ply_grid_get_lane (grid, lane);
      int block = ply_grid_at (grid, of->box.x + 50, 121 + lane % N_ROOMS % 7 * 120);

      g_assert_cmpint (block, >=, 0);
      g_assert_cmpuint (ply_grid_get_block (grid, block)->lane, ==, lane);
    }
  /* The first ten rooms of the second day. */
  ply_grid_visible (grid, &(PlyGridBox) { 20010, 0, 1000, 2000 }, found);
  g_assert_cmpuint (found->len, ==, 10);
}

/* Random ones */

static guint
roll (GRand *dice, guint n)
{
  return g_rand_int_range (dice, 0, n);
}

static void
add_session_line (GString *text, GRand *dice, guint index)
{
  const char *day = roll (dice, 2) ? "d1" : "d2";
  g_autofree char *room =
      roll (dice, 6) == 0 ? g_strdup ("") : g_strdup_printf ("r%u", roll (dice, 5));

  g_string_append_printf (
      text, "session x%u title=X day=%s start=%u duration=%u room=%s all_rooms=%d\n", index,
      roll (dice, 8) == 0 ? "d9" : day,
      roll (dice, 20) == 0 ? roll (dice, 2160) : 480 + roll (dice, 60) * 5,
      roll (dice, 30) == 0 ? roll (dice, 10080) : roll (dice, 8) * 10, room, roll (dice, 10) == 0);
}

static void
test_random (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 300; i++)
    {
      PlyGridOptions options = plain_grid_options (forms[roll (dice, 2)]);
      g_autoptr (GString) text = g_string_new ("- session s1\n- session s2\n- session pause\n");
      g_autoptr (PlyGrid) grid = NULL;
      guint n_rooms = roll (dice, 5);
      guint n = roll (dice, 60);

      for (guint room = 0; room < n_rooms; room++)
        g_string_append_printf (text, "room r%u name=R rank=%u\n", room, roll (dice, 9));
      for (guint session = 0; session < n; session++)
        add_session_line (text, dice, session);
      options.minute = 0.25 + g_rand_double (dice) * 4;
      options.across = roll (dice, 2000);
      grid = make (text->str, &options);
      plain_grid_check (grid, &options);
      plain_grid_check_search (grid, dice, 40);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (placements); i++)
    {
      g_autofree char *path = g_strconcat ("/grid/blocks/", placements[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_blocks);
    }
  g_test_add_func ("/grid/hours", test_hours);
  g_test_add_func ("/grid/lanes", test_lanes);
  g_test_add_func ("/grid/choice", test_choice);
  g_test_add_func ("/grid/closed", test_closed);
  g_test_add_func ("/grid/now", test_now);
  g_test_add_func ("/grid/ticks", test_ticks);
  g_test_add_func ("/grid/places", test_places);
  g_test_add_func ("/grid/place-boxes", test_place_boxes);
  g_test_add_func ("/grid/edges", test_edges);
  g_test_add_func ("/grid/empty", test_empty);
  g_test_add_func ("/grid/many", test_many);
  g_test_add_func ("/grid/random", test_random);
  return g_test_run ();
}
