/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-drag.h"
#include "ply-new-event.h"
#include "ply-timetable-canvas.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <time.h>

/* What a frame of the real timetable costs while it is scrolled, zoomed and dragged over, in a
 * window: 1,500 sessions in 30 rooms, or the event file given. Needs a display.
 *
 * Own work is everything before GTK's renderer: answering the input, update and layout of the frame
 * (GdkFrameClock), and making its render nodes. How long the renderer draws is another figure: it
 * is the desktop's, and without a graphics card it is slow. */

#define N_SESSIONS 1500
#define N_ROOMS 30
#define N_STEPS 120
#define PAGE_STEP 43
#define ZOOM_STEPS 20

typedef struct
{
  GtkWidget parent_instance;
  GtkWidget *child;
} Probe;

typedef GtkWidgetClass ProbeClass;

static GType probe_get_type (void);
G_DEFINE_FINAL_TYPE (Probe, probe, GTK_TYPE_WIDGET)

/* Microseconds of the main thread's own time: what else the machine does is not ours. */
static gint64
cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Of the frame that is being made; microseconds. */
static gint64 frame_start, layout_end, snapshot_time;
static gboolean painted;
static double update_layout, frame;

static void
probe_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
               int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (((Probe *) widget)->child, orientation, for_size, minimum, natural, NULL,
                      NULL);
}

static void
probe_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (((Probe *) widget)->child, width, height, baseline, NULL);
}

static void
probe_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  gint64 start = cpu_time ();

  gtk_widget_snapshot_child (widget, ((Probe *) widget)->child, snapshot);
  snapshot_time += cpu_time () - start;
}

static void
probe_dispose (GObject *object)
{
  g_clear_pointer (&((Probe *) object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (probe_parent_class)->dispose (object);
}

static void
probe_class_init (ProbeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = probe_dispose;
  klass->measure = probe_measure;
  klass->size_allocate = probe_size_allocate;
  klass->snapshot = probe_snapshot;
}

static void
probe_init (Probe *self)
{
}

/* Frames */

static void
before_cb (void)
{
  frame_start = cpu_time ();
  layout_end = frame_start;
  snapshot_time = 0;
}

static void
layout_cb (void)
{
  layout_end = cpu_time ();
}

static void
after_cb (void)
{
  update_layout = (double) (layout_end - frame_start) / 1000;
  frame = (double) (cpu_time () - frame_start) / 1000;
  painted = TRUE;
}

static void
wait_for_frame (GtkWidget *widget)
{
  painted = FALSE;
  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (GtkWidget *widget)
{
  for (guint i = 0; i < 3; i++)
    wait_for_frame (widget);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Figures */

typedef struct
{
  const char *name;
  GArray *own, *draw; /* double, milliseconds */
} Run;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
quantile (GArray *values, double share)
{
  return g_array_index (values, double, (guint) (share * (values->len - 1)));
}

static void
begin (Run *run, const char *name)
{
  run->name = name;
  run->own = g_array_new (FALSE, FALSE, sizeof (double));
  run->draw = g_array_new (FALSE, FALSE, sizeof (double));
}

/* One frame after an input that took @input milliseconds to answer. */
static void
step (Run *run, GtkWidget *widget, gint64 start)
{
  double own, draw;
  double input = (double) (cpu_time () - start) / 1000;

  wait_for_frame (widget);
  own = input + update_layout + (double) snapshot_time / 1000;
  draw = frame - update_layout - (double) snapshot_time / 1000;
  g_array_append_val (run->own, own);
  g_array_append_val (run->draw, draw);
}

static void
report (Run *run)
{
  g_array_sort (run->own, compare_doubles);
  g_array_sort (run->draw, compare_doubles);
  g_print ("%s, own work a frame\t%.2f\tms\n", run->name, quantile (run->own, 0.5));
  g_print ("%s, worst frame\t%.2f\tms\n", run->name, quantile (run->own, 1));
  g_print ("%s, drawing by GTK\t%.2f\tms\n", run->name, quantile (run->draw, 0.5));
  g_array_unref (run->own);
  g_array_unref (run->draw);
}

/* Events */

static char **
add_rooms (PlyPlan *plan)
{
  g_autoptr (GStrvBuilder) rooms = g_strv_builder_new ();

  for (guint i = 0; i < N_ROOMS; i++)
    {
      gpointer room = ply_record_new (PLY_KIND_ROOM, NULL);
      g_autofree char *name = g_strdup_printf ("Hall %u", i + 1);
      g_autofree char *rank = g_strdup_printf ("a%03u", i);

      ply_record_set_text (room, "name", name);
      ply_record_set_text (room, "rank", rank);
      g_strv_builder_add (rooms, PLY_RECORD (room)->id);
      ply_plan_insert (plan, room);
    }
  return g_strv_builder_end (rooms);
}

static const char *
find_day (PlyPlan *plan)
{
  for (guint i = 0; i < ply_plan_get_n_edits (plan); i++)
    if (ply_plan_get_edit (plan, i)->kind == PLY_KIND_DAY)
      return ply_plan_get_edit (plan, i)->id;
  return NULL;
}

static void
add_session (PlyPlan *plan, const char *day, const char *room, guint index)
{
  gpointer session = ply_record_new (PLY_KIND_SESSION, NULL);
  g_autofree char *title =
      g_strdup_printf ("Session %u about hydrogen, water and what comes of both", index);

  ply_record_set_text (session, "title", title);
  ply_record_set_text (session, "day", day);
  ply_record_set_text (session, "room", room);
  ply_record_set_integer (session, "start", 540 + index / N_ROOMS * 15);
  ply_record_set_integer (session, "duration", 10 + index % 2 * 5);
  ply_plan_insert (plan, session);
}

static PlyWorkspace *
make_event (void)
{
  static const char *const languages[] = { "en", NULL };
  const PlyNewEvent what = { "Bench", "2023-10-12", "2023-10-12", NULL, NULL, "UTC", languages };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = ply_new_event_plan (&what, &error);
  g_auto (GStrv) rooms = add_rooms (plan);
  g_autofree char *day = g_strdup (find_day (plan));
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bench.plenary", NULL);
  PlyWorkspace *workspace;

  for (guint i = 0; i < N_SESSIONS; i++)
    add_session (plan, day, rooms[i % N_ROOMS], i);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  workspace = ply_workspace_create (path, plan, TRUE, &error);
  if (workspace == NULL)
    g_error ("%s", error->message);
  return workspace;
}

/* What is done */

typedef struct
{
  PlyWorkspace *workspace;
  PlyTimetableView *view;
  PlyTimetableCanvas *canvas;
  GtkWidget *window;
} Scene;

static void
run_scroll (Scene *scene, const char *name, double dx, double dy)
{
  Run run;

  begin (&run, name);
  for (guint i = 0; i < N_STEPS; i++)
    {
      double sign = i < N_STEPS / 2 ? 1 : -1;
      gint64 start = cpu_time ();

      ply_timetable_canvas_scroll_by (scene->canvas, sign * dx, sign * dy);
      step (&run, GTK_WIDGET (scene->canvas), start);
    }
  report (&run);
}

static void
run_zoom (Scene *scene, const char *name)
{
  Run run;

  begin (&run, name);
  for (guint i = 0; i < 4 * ZOOM_STEPS; i++)
    {
      gboolean out = i / ZOOM_STEPS == 0 || i / ZOOM_STEPS == 3;
      double zoom = ply_timetable_view_get_zoom (scene->view);
      gint64 start = cpu_time ();

      ply_timetable_view_set_zoom (scene->view, out ? zoom / 1.07 : zoom * 1.07);
      step (&run, GTK_WIDGET (scene->canvas), start);
    }
  report (&run);
}

static void
show_drag (Scene *scene, PlyDrag *drag)
{
  PlyConflicts *conflicts = ply_workspace_get_conflicts (scene->workspace);
  const PlyPlan *plan = ply_drag_get_plan (drag);
  g_autoptr (PlyProbe) probe = plan != NULL ? ply_conflicts_probe (conflicts, plan) : NULL;
  g_autofree PlyReason *reasons = NULL;
  guint n_ghosts, n_reasons = probe != NULL ? probe->fresh->len : 0;
  const PlyDragGhost *ghosts = ply_drag_get_ghosts (drag, &n_ghosts);
  PlyGhost ghost = { { 0 }, "What is dragged", "09:00–09:30", PLY_SEVERITY_ERROR };

  reasons = g_new0 (PlyReason, n_reasons + 1);
  for (guint i = 0; i < n_reasons; i++)
    {
      const PlyForeseen *foreseen = probe->fresh->pdata[i];

      reasons[i] = (PlyReason) { foreseen->severity, foreseen->message };
    }
  if (n_ghosts > 0)
    ghost.box = ghosts[0].box;
  ply_timetable_canvas_set_ghosts (scene->canvas, &ghost, MIN (n_ghosts, 1), reasons, n_reasons);
}

static void
run_drag (Scene *scene, const char *name)
{
  PlyGrid *grid = ply_timetable_canvas_get_grid (scene->canvas);
  PlyGridBox box = ply_grid_get_block (grid, ply_grid_get_n_blocks (grid) / 3)->box;
  g_autoptr (PlyDrag) drag = NULL;
  double x = box.x + box.width / 2, y = box.y + box.height / 2;
  Run run;

  ply_timetable_canvas_reveal_box (scene->canvas, &box);
  settle (GTK_WIDGET (scene->canvas));
  begin (&run, name);
  for (guint i = 0; i < N_STEPS; i++)
    {
      gint64 start = cpu_time ();

      if (i == 0)
        {
          drag = ply_drag_new_at (grid, x, y, 2, NULL);
          ply_timetable_canvas_set_held (scene->canvas, ply_drag_get_sessions (drag));
        }
      ply_drag_update (drag, x + (i < N_STEPS / 2 ? i : N_STEPS - i) * 11.0, y + i * 3.0,
                       PLY_DRAG_NO_KEYS, FALSE);
      show_drag (scene, drag);
      if (i % 4 == 0) /* near an edge: the view scrolls along */
        ply_timetable_canvas_scroll_by (scene->canvas, 10, 10);
      step (&run, GTK_WIDGET (scene->canvas), start);
    }
  ply_timetable_canvas_set_ghosts (scene->canvas, NULL, 0, NULL, 0);
  ply_timetable_canvas_set_held (scene->canvas, NULL);
  report (&run);
}

static void
run_move (Scene *scene, const char *name)
{
  Run run;

  begin (&run, name);
  for (guint i = 0; i < 20; i++)
    {
      PlyGrid *grid = ply_timetable_canvas_get_grid (scene->canvas);
      const PlySession *session =
          ply_grid_get_block (grid, ply_grid_get_n_blocks (grid) / 2)->session;
      g_autoptr (PlyPlan) plan =
          ply_arrange_shift (ply_timetable_view_get_snapshot (scene->view),
                             (const char *const[]) { session->record.id, NULL },
                             i % 2 == 0 ? 5 : -5, 0, 0, PLY_ARRANGE_PLAIN);
      gint64 start = cpu_time ();

      if (plan != NULL)
        ply_workspace_run (scene->workspace, plan, NULL, NULL);
      step (&run, GTK_WIDGET (scene->canvas), start);
    }
  report (&run);
}

static GtkWidget *
make_content (Scene *scene)
{
  Probe *probe = g_object_new (probe_get_type (), NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  scene->view = ply_timetable_view_new (scene->workspace);
  scene->canvas = PLY_TIMETABLE_CANVAS (ply_timetable_canvas_new (scene->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (scene->canvas));
  probe->child = scrolled;
  gtk_widget_set_parent (scrolled, GTK_WIDGET (probe));
  return GTK_WIDGET (probe);
}

static void
open_window (Scene *scene)
{
  GdkFrameClock *clock;

  scene->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (scene->window), 1280, 860);
  adw_window_set_content (ADW_WINDOW (scene->window), make_content (scene));
  gtk_window_present (GTK_WINDOW (scene->window));
  clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (scene->window)));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), NULL);
  g_signal_connect_after (clock, "layout", G_CALLBACK (layout_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), NULL);
  settle (GTK_WIDGET (scene->canvas));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  Scene scene = { 0 };

  adw_init ();
  scene.workspace = argc > 1 ? ply_workspace_open (argv[1], &error) : make_event ();
  if (scene.workspace == NULL)
    g_error ("%s", error->message);
  open_window (&scene);
  run_scroll (&scene, "scroll down", 0, PAGE_STEP);
  run_scroll (&scene, "scroll over the rooms", PAGE_STEP, 0);
  run_zoom (&scene, "zoom");
  run_drag (&scene, "drag");
  run_move (&scene, "move a session");
  gtk_window_destroy (GTK_WINDOW (scene.window));
  g_object_unref (scene.view);
  return ply_workspace_close (scene.workspace, NULL) ? 0 : 1;
}
