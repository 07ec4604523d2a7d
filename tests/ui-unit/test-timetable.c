/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-block-colors.h"
#include "ply-new-event.h"
#include "ply-timetable-canvas.h"

#include <adwaita.h>
#include <glib/gstdio.h>

/* The timetable without a program around it: colors that can be read, and the state of the view. */

static const char *const tracks[] = { "#000000", "#ffffff", "#ff0000", "#00ff00",  "#0000ff",
                                      "#ffff00", "#808080", "#1a5fb4", "nonsense", NULL };

static void
check_colors (PlyBlockColors colors, PlyBlockScheme scheme, gboolean has_stripe)
{
  double least = scheme.high_contrast ? 7 : 4.5;

  g_assert_cmpfloat (ply_block_colors_contrast (&colors.text, &colors.fill), >=, 7);
  g_assert_cmpfloat (ply_block_colors_contrast (&colors.dim_text, &colors.fill), >=, least);
  if (has_stripe)
    g_assert_cmpfloat (ply_block_colors_contrast (&colors.stripe, &colors.fill), >=, 3);
}

static void
test_colors (void)
{
  for (guint i = 0; i < 4; i++)
    {
      PlyBlockScheme scheme = { (i & 1) != 0, (i & 2) != 0 };

      for (guint track = 0; track < G_N_ELEMENTS (tracks); track++)
        check_colors (ply_block_colors_for_track (scheme, tracks[track]), scheme, TRUE);
      for (guint track = 0; track < PLY_BLOCK_COLORS_N_SUGGESTED; track++)
        check_colors (ply_block_colors_for_track (scheme, ply_block_colors_suggest (track)), scheme,
                      TRUE);
      check_colors (ply_block_colors_for_break (scheme), scheme, FALSE);
    }
}

static void
test_suggested (void)
{
  for (guint i = 0; i < PLY_BLOCK_COLORS_N_SUGGESTED; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (ply_block_colors_suggest (i), !=, ply_block_colors_suggest (j));
  g_assert_cmpstr (ply_block_colors_suggest (0), ==,
                   ply_block_colors_suggest (PLY_BLOCK_COLORS_N_SUGGESTED));
}

/* An event of two days and one room with two sessions, the second on the second day. */
typedef struct
{
  PlyWorkspace *workspace;
  PlyTimetableView *view;
  char *days[2], *sessions[2], *room;
  guint n_selections, n_reveals;
} Fixture;

static void
count_cb (guint *counter)
{
  (*counter)++;
}

static char *
add_session (PlyPlan *plan, Fixture *fixture, guint day)
{
  gpointer session = ply_record_new (PLY_KIND_SESSION, NULL);
  char *id = g_strdup (PLY_RECORD (session)->id);

  ply_record_set_text (session, "title", day == 0 ? "One" : "Two");
  ply_record_set_text (session, "day", fixture->days[day]);
  ply_record_set_text (session, "room", fixture->room);
  ply_record_set_integer (session, "start", 600);
  ply_record_set_integer (session, "duration", 60);
  ply_plan_insert (plan, session);
  return id;
}

static void
fill (PlyPlan *plan, Fixture *fixture)
{
  gpointer room = ply_record_new (PLY_KIND_ROOM, NULL);
  guint n_days = 0;

  for (guint i = 0; i < ply_plan_get_n_edits (plan); i++)
    if (ply_plan_get_edit (plan, i)->kind == PLY_KIND_DAY)
      fixture->days[n_days++] = g_strdup (ply_plan_get_edit (plan, i)->id);
  g_assert_cmpuint (n_days, ==, 2);
  fixture->room = g_strdup (PLY_RECORD (room)->id);
  ply_record_set_text (room, "name", "Hall");
  ply_plan_insert (plan, room);
  for (guint i = 0; i < 2; i++)
    fixture->sessions[i] = add_session (plan, fixture, i);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { "en", NULL };
  const PlyNewEvent what = { "Event", "2023-10-12", "2023-10-13", NULL, NULL, "UTC", languages };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = ply_new_event_plan (&what, &error);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "view.plenary", NULL);

  fill (plan, fixture);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  fixture->workspace = ply_workspace_create (path, plan, TRUE, &error);
  g_assert_no_error (error);
  fixture->view = ply_timetable_view_new (fixture->workspace);
  g_signal_connect_swapped (fixture->view, "selection-changed", G_CALLBACK (count_cb),
                            &fixture->n_selections);
  g_signal_connect_swapped (fixture->view, "reveal", G_CALLBACK (count_cb), &fixture->n_reveals);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->view);
  g_assert_true (ply_workspace_close (fixture->workspace, NULL));
  g_object_unref (fixture->workspace);
  for (guint i = 0; i < 2; i++)
    {
      g_free (fixture->days[i]);
      g_free (fixture->sessions[i]);
    }
  g_free (fixture->room);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  PlyTimetableView *view = fixture->view;
  g_auto (GStrv) selected = NULL;

  ply_timetable_view_select (view, fixture->sessions[1]);
  ply_timetable_view_select (view, fixture->sessions[1]);
  g_assert_cmpuint (fixture->n_selections, ==, 1);
  ply_timetable_view_toggle (view, fixture->sessions[0]);
  g_assert_cmpuint (fixture->n_selections, ==, 2);
  selected = ply_timetable_view_dup_selected (view);
  g_assert_cmpuint (g_strv_length (selected), ==, 2);
  g_assert_cmpstr (selected[0], ==, fixture->sessions[0]);
  g_assert_cmpstr (ply_timetable_view_get_focus (view), ==, fixture->sessions[0]);
  ply_timetable_view_toggle (view, fixture->sessions[0]);
  g_assert_false (ply_timetable_view_is_selected (view, fixture->sessions[0]));
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  PlyTimetableView *view = fixture->view;

  ply_timetable_view_set_day (view, fixture->days[1]);
  ply_timetable_view_select (view, fixture->sessions[1]);
  ply_workspace_delete (fixture->workspace, PLY_KIND_SESSION,
                        (const char *const[]) { fixture->sessions[1], NULL }, NULL);
  g_assert_null (ply_timetable_view_get_focus (view));
  g_assert_cmpuint (ply_timetable_view_get_n_selected (view), ==, 0);
  g_assert_cmpuint (fixture->n_selections, ==, 2);
  ply_workspace_delete (fixture->workspace, PLY_KIND_DAY,
                        (const char *const[]) { fixture->days[1], NULL }, NULL);
  g_assert_null (ply_timetable_view_get_day (view));
}

static void
test_show (Fixture *fixture, gconstpointer data)
{
  PlyTimetableView *view = fixture->view;

  ply_timetable_view_set_day (view, fixture->days[0]);
  ply_timetable_view_set_room_shown (view, fixture->room, FALSE);
  ply_timetable_view_show (view, fixture->sessions[1]);
  g_assert_cmpstr (ply_timetable_view_get_day (view), ==, fixture->days[1]);
  g_assert_true (ply_timetable_view_is_room_shown (view, fixture->room));
  g_assert_true (ply_timetable_view_is_selected (view, fixture->sessions[1]));
  g_assert_cmpuint (fixture->n_reveals, ==, 1);
  ply_timetable_view_show (view, "no such session");
  g_assert_cmpuint (fixture->n_reveals, ==, 1);
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  PlyTimetableView *view = fixture->view;

  ply_timetable_view_set_zoom (view, 1000);
  g_assert_cmpfloat (ply_timetable_view_get_zoom (view), ==, PLY_TIMETABLE_MAX_ZOOM);
  ply_timetable_view_set_zoom (view, 0);
  g_assert_cmpfloat (ply_timetable_view_get_zoom (view), ==, PLY_TIMETABLE_MIN_ZOOM);
  ply_timetable_view_set_snap (view, 0);
  g_assert_cmpint (ply_timetable_view_get_snap (view), ==, 1);
}

/* In a window: what is in view has a block, what changes keeps it. */
static void
test_canvas (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new (), *scrolled = gtk_scrolled_window_new ();
  PlyTimetableCanvas *canvas = PLY_TIMETABLE_CANVAS (ply_timetable_canvas_new (fixture->view));
  GtkWidget *block;

  ply_timetable_view_set_day (fixture->view, fixture->days[0]);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (canvas));
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 600);
  gtk_window_present (GTK_WINDOW (window));
  while (ply_timetable_canvas_get_grid (canvas) == NULL)
    g_main_context_iteration (NULL, TRUE);
  block = ply_timetable_canvas_get_block (canvas, fixture->sessions[0]);
  g_assert_nonnull (block);
  g_assert_null (ply_timetable_canvas_get_block (canvas, fixture->sessions[1]));
  ply_workspace_set_integer (fixture->workspace, PLY_KIND_SESSION, fixture->sessions[0], "start",
                             660, NULL);
  ply_timetable_view_set_zoom (fixture->view, 2);
  g_assert_true (ply_timetable_canvas_get_block (canvas, fixture->sessions[0]) == block);
  ply_timetable_view_set_day (fixture->view, fixture->days[1]);
  g_assert_null (ply_timetable_canvas_get_block (canvas, fixture->sessions[0]));
  g_assert_nonnull (ply_timetable_canvas_get_block (canvas, fixture->sessions[1]));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timetable/colors/readable", test_colors);
  g_test_add_func ("/timetable/colors/suggested", test_suggested);
  g_test_add ("/timetable/view/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/timetable/view/deleted", Fixture, NULL, set_up, test_deleted, tear_down);
  g_test_add ("/timetable/view/show", Fixture, NULL, set_up, test_show, tear_down);
  g_test_add ("/timetable/view/limits", Fixture, NULL, set_up, test_limits, tear_down);
  g_test_add ("/timetable/canvas/blocks", Fixture, NULL, set_up, test_canvas, tear_down);
  return g_test_run ();
}
