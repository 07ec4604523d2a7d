/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-arrange.h"
#include "ply-fixes.h"
#include "ply-schedule-xml.h"

#include <time.h>

/* fixes-of SCHEDULE.XML: ways out of each conflict of a real schedule, as it is and after every
 * tenth session has been moved by half an hour; what a step of a drag costs: its plan and the
 * conflicts that it would make. */

#define N_STEPS 1000

/* Milliseconds of the processor, which others beside us do not lengthen. */
static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static PlySnapshot *
load (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlyPlan) plan = NULL;
  g_autoptr (PlySnapshot) empty = ply_snapshot_new (NULL);
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;
  bytes = g_bytes_new (contents, length);
  plan = ply_schedule_xml_import (bytes, path, NULL, NULL, NULL);
  return plan != NULL ? ply_plan_apply (plan, empty) : NULL;
}

static PlySnapshot *
disturb (PlySnapshot *snapshot)
{
  g_autoptr (PlySnapshot) next = ply_snapshot_ref (snapshot);

  for (guint i = 0; i < ply_snapshot_get_n (snapshot, PLY_KIND_SESSION); i += 10)
    {
      const PlySession *session = ply_snapshot_get_at (next, PLY_KIND_SESSION, i);
      const char *const sessions[] = { session->record.id, NULL };
      g_autoptr (PlyPlan) plan = ply_arrange_shift (next, sessions, 30, 0, 0, PLY_ARRANGE_PLAIN);
      PlySnapshot *after;

      if (plan == NULL)
        continue;
      after = ply_plan_apply (plan, next);
      ply_snapshot_unref (next);
      next = after;
    }
  return g_steal_pointer (&next);
}

static void
measure (const char *name, PlySnapshot *snapshot)
{
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  g_autoptr (GPtrArray) list = g_ptr_array_copy (ply_conflicts_get_list (conflicts), NULL, NULL);
  guint n[PLY_N_CONFLICT_KINDS] = { 0 };
  guint n_fixed[PLY_N_CONFLICT_KINDS] = { 0 };
  guint n_all = 0;
  double longest = 0;
  double total = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const PlyConflict *conflict = list->pdata[i];
      double start = processor_time ();
      g_autoptr (GPtrArray) fixes = NULL;
      double took;

      if (!ply_fixes_has_kind (conflict->kind))
        continue;
      fixes = ply_fixes_for (conflicts, conflict);
      took = processor_time () - start;
      n[conflict->kind]++;
      n_fixed[conflict->kind] += fixes->len > 0;
      n_all++;
      total += took;
      longest = MAX (longest, took);
    }
  g_print ("%s: mean\t%.3f\tms\n%s: longest\t%.3f\tms\n", name, total / MAX (n_all, 1), name,
           longest);
  for (guint kind = 0; kind < PLY_N_CONFLICT_KINDS; kind++)
    if (n[kind] > 0)
      g_print ("%s: %s with fixes\t%.1f\t%% of %u\n", name, ply_conflict_kind_get_info (kind)->name,
               100.0 * n_fixed[kind] / n[kind], n[kind]);
}

static void
measure_drag (const char *name, PlySnapshot *snapshot, PlyArrangeFlags flags)
{
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_SESSION);
  double planned = 0;
  double start = processor_time ();
  double all;

  for (guint i = 0; i < N_STEPS; i++)
    {
      const PlySession *session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i * 7 % n);
      const char *const sessions[] = { session->record.id, NULL };
      double from = processor_time ();
      g_autoptr (PlyPlan) plan =
          ply_arrange_shift (snapshot, sessions, 5 * (int) (i % 20), (int) (i % 5), 0, flags);
      g_autoptr (PlyProbe) probe = NULL;

      planned += processor_time () - from;
      if (plan != NULL)
        probe = ply_conflicts_probe (conflicts, plan);
    }
  all = processor_time () - start;
  g_print ("%s: plan\t%.4f\tms\n%s: plan and probe\t%.4f\tms\n", name, planned / N_STEPS, name,
           all / N_STEPS);
}

int
main (int argc, char **argv)
{
  g_autoptr (PlySnapshot) snapshot = argc > 1 ? load (argv[1]) : NULL;
  g_autoptr (PlySnapshot) disturbed = NULL;

  if (snapshot == NULL)
    {
      g_print ("skip\tthe schedule cannot be read\n");
      return 0;
    }
  disturbed = disturb (snapshot);
  measure ("as it is", snapshot);
  measure ("disturbed", disturbed);
  measure_drag ("drag", snapshot, PLY_ARRANGE_PLAIN);
  measure_drag ("drag with what follows", snapshot, PLY_ARRANGE_RIPPLE);
  return 0;
}
