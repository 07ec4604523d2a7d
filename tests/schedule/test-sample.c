/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"

#include "ply-event-json.h"

/* The sample event is laid out well: nothing in it clashes, and all of it is translated. Sessions
 * of one track stand side by side on purpose, and one is left for whoever comes. */
static void
test_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = ply_sample_event_plan (&error);
  g_autoptr (PlySnapshot) empty = ply_snapshot_new (NULL);
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (PlyConflicts) conflicts = NULL;
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  snapshot = ply_plan_apply (plan, empty);
  conflicts = ply_conflicts_new (snapshot);
  found = little_event_print (conflicts);
  g_test_message ("%s", found);
  g_assert_cmpuint (ply_conflicts_count (conflicts, PLY_SEVERITY_ERROR), ==, 0);
  g_assert_cmpuint (ply_conflicts_count (conflicts, PLY_SEVERITY_WARNING), ==, 1);
  g_assert_nonnull (g_strrstr (found, "“Finding Project Partners” has no speaker."));
  g_assert_cmpuint (ply_conflicts_count (conflicts, PLY_SEVERITY_HINT), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/conflicts", test_sample);
  return g_test_run ();
}
