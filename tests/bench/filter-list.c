/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-new-event.h"
#include "ply-record-list.h"

#include <glib/gstdio.h>
#include <string.h>

/* What searching costs in a list of 10,000 sessions: each letter typed, until the frame that shows
 * what it found is drawn, and beside it the mere scan of the same search keys. Needs a display. */

#define N_SESSIONS 10000

static const char *const words[] = { "hydrogen", "water", "Ökologie", "сутегі", "medicine" };
static const char typed[] = "hydrogen wat";
static gboolean painted;

static PlyWorkspace *
make_event (void)
{
  static const char *const languages[] = { "en", NULL };
  const PlyNewEvent what = { "Bench", "2023-10-12", "2023-10-13", NULL, NULL, "UTC", languages };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = ply_new_event_plan (&what, &error);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bench.plenary", NULL);
  PlyWorkspace *workspace;

  for (guint i = 0; i < N_SESSIONS; i++)
    {
      gpointer session = ply_record_new (PLY_KIND_SESSION, NULL);
      g_autofree char *title =
          g_strdup_printf ("Session %u about %s and %s", i, words[i % 5], words[i / 5 % 5]);

      ply_record_set_text (session, "title", title);
      ply_record_set_text (session, "abstract",
                           "What has been learnt in a joint project, and what comes next.");
      ply_record_set_integer (session, "duration", 30);
      ply_plan_insert (plan, session);
    }
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  workspace = ply_workspace_create (path, plan, TRUE, &error);
  if (workspace == NULL)
    g_error ("%s", error->message);
  return workspace;
}

static void
painted_cb (void)
{
  painted = TRUE;
}

static void
wait_for_frame (GtkWidget *window)
{
  painted = FALSE;
  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_until_idle (GtkWidget *window)
{
  wait_for_frame (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static double
since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

static double
scan (PlyWorkspace *workspace)
{
  GListModel *items = ply_workspace_get_items (workspace, PLY_KIND_SESSION);
  gint64 start = g_get_monotonic_time ();
  guint n_found = 0;

  for (guint i = 0; i < N_SESSIONS; i++)
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (items, i);

      n_found += strstr (ply_item_get_search_key (item), "hydrogen") != NULL;
    }
  return n_found > 0 ? since (start) : -1;
}

static void
type_all (GtkWidget *window, PlyRecordList *list)
{
  double sum = 0;
  double most = 0;

  for (guint n = 1; n < sizeof typed; n++)
    {
      g_autofree char *text = g_strndup (typed, n);
      gint64 start = g_get_monotonic_time ();
      double took;

      ply_record_list_set_search (list, text);
      wait_for_frame (window);
      took = since (start);
      sum += took;
      most = MAX (most, took);
      wait_until_idle (window);
    }
  g_print ("filter 10,000 sessions, a letter\t%.2f\tms\n", sum / (sizeof typed - 1));
  g_print ("filter 10,000 sessions, slowest letter\t%.2f\tms\n", most);
}

int
main (int argc, char *argv[])
{
  PlyWorkspace *workspace;
  GtkWidget *window, *list;
  gint64 start;

  adw_init ();
  workspace = make_event ();
  window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 760);
  start = g_get_monotonic_time ();
  list = ply_record_list_new (workspace, PLY_KIND_SESSION);
  adw_window_set_content (ADW_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window))),
                    "after-paint", G_CALLBACK (painted_cb), NULL);
  wait_for_frame (window);
  g_print ("list of 10,000 sessions shown\t%.1f\tms\n", since (start));
  wait_until_idle (window);
  g_print ("scan of 10,000 search keys\t%.2f\tms\n", scan (workspace));
  type_all (window, PLY_RECORD_LIST (list));
  gtk_window_destroy (GTK_WINDOW (window));
  return ply_workspace_close (workspace, NULL) ? 0 : 1;
}
