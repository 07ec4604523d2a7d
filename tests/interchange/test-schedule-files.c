/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every file of the fixtures' folder goes in, in again, out and in again. */

#include "interchange-test.h"

#include "ply-schedule-xml.h"

#include <string.h>

static guint
count_events (GBytes *input)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (input, NULL), g_bytes_get_size (input));
  guint n = 0;

  for (const char *at = text; (at = strstr (at, "<event ")) != NULL; at++)
    n++;
  return n;
}

static void
assert_no_edits (const PlyPlan *plan)
{
  if (ply_plan_get_n_edits (plan) > 0)
    test_print_plan (plan);
  g_assert_cmpuint (ply_plan_get_n_edits (plan), ==, 0);
}

static void
test_round_trip (gconstpointer data)
{
  g_autoptr (GBytes) input = test_read_file (data);
  g_autoptr (PlySnapshot) snapshot = test_import_fresh (input);
  g_autoptr (PlyPlan) again = test_import (input, snapshot);
  g_autoptr (GBytes) output = NULL;
  g_autoptr (PlyPlan) back = NULL;
  g_autoptr (PlySnapshot) copy = NULL;
  g_autoptr (GBytes) copied_output = NULL;

  test_check_snapshot (snapshot);
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_SESSION), ==, count_events (input));
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_TALK), ==, 0);
  assert_no_edits (again);

  output = ply_schedule_xml_export (snapshot, NULL, NULL, NULL);
  test_check_schema (output);
  back = test_import (output, snapshot);
  assert_no_edits (back);

  /* What the format can say survives in an event of its own, down to the last byte. */
  copy = test_import_fresh (output);
  copied_output = ply_schedule_xml_export (copy, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (output, copied_output));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = argc > 1 ? g_strdup (argv[1]) : test_fixture ("real");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        g_autofree char *test_path = g_strconcat ("/interchange/files/", name, NULL);

        g_test_add_data_func_full (test_path, g_build_filename (folder, name, NULL),
                                   test_round_trip, g_free);
      }
  return g_test_run ();
}
