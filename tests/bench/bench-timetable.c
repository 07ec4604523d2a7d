/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts.h"
#include "ply-drag.h"
#include "ply-schedule-xml.h"
#include "ply-time.h"

#include <time.h>

/* bench-timetable FOSDEM.XML: what the timetable's geometry takes of a frame, in FOSDEM 2025 and in
 * made events of 30 rooms: a grid, what is visible while one scrolls, and the steps of a drag
 * (where it would go, what would clash, the ghosts; the longest is the first for which the conflict
 * check makes what the others use). All days stand side by side. */

#define N_ROOMS 30
#define PER_ROOM_DAY 17
#define SLOT 50
#define N_RUNS 25
#define N_STEPS 400

/* Helpers */

static void
print (const char *label, const char *event, double value, const char *unit)
{
  g_print ("%s, %s\t%.4f\t%s\n", label, event, value, unit);
}

/* Microseconds of the processor, which others beside us do not lengthen. */
static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return (one > two) - (one < two);
}

/* Events */

static char *
make_id (PlyKind kind, guint index)
{
  return g_strdup_printf ("%08x-%04x-4000-8000-%012x", (index + 1) * 2654435761u, kind, index);
}

static gpointer
add (GPtrArray *records, PlyKind kind, guint index)
{
  g_autofree char *id = make_id (kind, index);
  gpointer record = ply_record_new (kind, id);

  g_ptr_array_add (records, record);
  return record;
}

static void
add_session (GPtrArray *records, guint index, guint n_people)
{
  PlySession *session = add (records, PLY_KIND_SESSION, index);
  PlyParticipation *part = add (records, PLY_KIND_PARTICIPATION, index);
  guint slot = index / N_ROOMS;

  session->title = g_strdup_printf ("Session %u", index);
  session->day = make_id (PLY_KIND_DAY, slot / PER_ROOM_DAY);
  session->start = 480 + slot % PER_ROOM_DAY * SLOT;
  /* Every fiftieth runs into the next. */
  session->duration = index % 50 == 0 ? SLOT + 10 : SLOT - 5;
  session->room = make_id (PLY_KIND_ROOM, index % N_ROOMS);
  part->session = make_id (PLY_KIND_SESSION, index);
  part->person = make_id (PLY_KIND_PERSON, index * 7 % n_people);
  part->role = g_strdup ("speaker");
}

static PlySnapshot *
make_event (guint n_sessions)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (ply_record_unref);
  guint n_days = (n_sessions - 1) / (N_ROOMS * PER_ROOM_DAY) + 1;
  guint n_people = MAX (n_sessions / 2, 1);
  PlyEvent *event = add (records, PLY_KIND_EVENT, 0);

  event->title = g_strdup ("Bench");
  event->timezone = g_strdup ("Asia/Almaty");
  event->base_language = g_strdup ("en");
  event->languages = g_strdup ("en");
  for (guint i = 0; i < n_days; i++)
    ((PlyDay *) add (records, PLY_KIND_DAY, i))->date = ply_date_add ("2026-01-01", i);
  for (guint i = 0; i < N_ROOMS; i++)
    ((PlyRoom *) add (records, PLY_KIND_ROOM, i))->name = g_strdup_printf ("Hall %02u", i);
  for (guint i = 0; i < n_people; i++)
    ((PlyPerson *) add (records, PLY_KIND_PERSON, i))->name = g_strdup_printf ("Person %u", i);
  for (guint i = 0; i < n_sessions; i++)
    add_session (records, i, n_people);
  return ply_snapshot_new (records);
}

static PlySnapshot *
read_event (const char *path)
{
  g_autoptr (PlySnapshot) empty = ply_snapshot_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlyPlan) plan = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (g_file_get_contents (path, &data, &length, &error))
    {
      bytes = g_bytes_new_take (g_steal_pointer (&data), length);
      plan = ply_schedule_xml_import (bytes, path, NULL, NULL, &error);
    }
  if (plan == NULL)
    g_error ("%s", error->message);
  return ply_plan_apply (plan, empty);
}

/* Benches */

static const PlyGridOptions options = {
  .form = PLY_GRID_ROOMS_ACROSS,
  .minute = 1.6,
  .lane = 160,
  .line = 18,
  .day_gap = 12,
  .snap = 5,
};

static PlyGrid *
bench_grid (PlySnapshot *snapshot, const char *name)
{
  PlyGrid *grid = NULL;
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_clear_pointer (&grid, ply_grid_unref);
      times[i] = processor_time ();
      grid = ply_grid_new (snapshot, &options);
      times[i] = processor_time () - times[i];
    }
  qsort (times, N_RUNS, sizeof *times, compare_times);
  print ("new grid", name, times[N_RUNS / 2] / 1000.0, "ms");
  return grid;
}

/* A window of 1,400 by 900 pixels that goes all over the grid. */
static void
bench_visible (PlyGrid *grid, const char *name)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  double times[N_STEPS];
  guint n_found = 0;

  for (guint i = 0; i < N_STEPS; i++)
    {
      PlyGridBox area = { ply_grid_get_width (grid) * i / N_STEPS, i * 7 % 900, 1400, 900 };

      g_array_set_size (found, 0);
      times[i] = processor_time ();
      ply_grid_visible (grid, &area, found);
      times[i] = processor_time () - times[i];
      n_found += found->len;
    }
  qsort (times, N_STEPS, sizeof *times, compare_times);
  print ("blocks in view", name, n_found / (double) N_STEPS, "blocks");
  print ("visible", name, times[N_STEPS / 2], "us");
}

/* The first @n sessions of the grid. */
static char **
select_first (PlyGrid *grid, guint n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, ply_grid_get_block (grid, i)->session->record.id);
  return g_strv_builder_end (builder);
}

static void
bench_drag (PlySnapshot *snapshot, PlyGrid *grid, const char *name, guint n_held, PlyDragKeys keys,
            const char *label)
{
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  g_auto (GStrv) held = select_first (grid, n_held);
  PlyGridBox box = ply_grid_get_block (grid, 0)->box;
  g_autoptr (PlyDrag) drag = ply_drag_new_at (grid, box.x + box.width / 2, box.y + box.height / 2,
                                              6, (const char *const *) held);
  g_autofree char *longest = g_strconcat ("longest ", label, NULL);
  double times[N_STEPS];

  ply_conflicts_get_list (conflicts);
  for (guint i = 0; i < N_STEPS; i++)
    {
      const PlyPlan *plan;

      times[i] = processor_time ();
      ply_drag_update (drag, ply_grid_get_width (grid) * (i * 37 % N_STEPS) / N_STEPS,
                       box.y + i * 13 % 600, keys, FALSE);
      plan = ply_drag_get_plan (drag);
      if (plan != NULL)
        ply_probe_free (ply_conflicts_probe (conflicts, plan));
      times[i] = processor_time () - times[i];
    }
  qsort (times, N_STEPS, sizeof *times, compare_times);
  print (label, name, times[N_STEPS / 2], "us");
  print (longest, name, times[N_STEPS - 1], "us");
}

static void
bench (PlySnapshot *snapshot, const char *name)
{
  g_autoptr (PlyGrid) grid = bench_grid (snapshot, name);

  bench_visible (grid, name);
  bench_drag (snapshot, grid, name, 1, PLY_DRAG_NO_KEYS, "drag step");
  bench_drag (snapshot, grid, name, 1, PLY_DRAG_RIPPLE, "ripple step");
  bench_drag (snapshot, grid, name, 20, PLY_DRAG_NO_KEYS, "step of 20");
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1500, 15000, 150000 };

  if (argc > 1)
    {
      g_autoptr (PlySnapshot) snapshot = read_event (argv[1]);

      bench (snapshot, "FOSDEM 2025");
    }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PlySnapshot) snapshot = make_event (sizes[i]);
      g_autofree char *name = g_strdup_printf ("%u sessions", sizes[i]);

      if (i == 0)
        bench (snapshot, name);
      else
        ply_grid_unref (bench_grid (snapshot, name));
    }
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    g_print ("ratio\tnew grid, %u sessions\tnew grid, %u sessions\n", sizes[i], sizes[i - 1]);
  return 0;
}
