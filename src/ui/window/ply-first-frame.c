/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-first-frame.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Seconds since boot at which this process began: field 22 of /proc/self/stat, proc(5). */
static double
process_start (void)
{
  g_autofree char *stat = NULL;
  const char *rest;
  gint64 ticks = 0;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL))
    return 0;
  rest = strrchr (stat, ')');
  for (guint field = 2; rest != NULL && field < 22; field++)
    rest = strchr (rest + 1, ' ');
  if (rest != NULL)
    ticks = g_ascii_strtoll (rest, NULL, 10);
  return (double) ticks / sysconf (_SC_CLK_TCK);
}

static void
after_paint_cb (GdkFrameClock *clock, GtkWidget *widget)
{
  struct timespec now;

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, widget);
  clock_gettime (CLOCK_BOOTTIME, &now);
  fprintf (stderr, "first-frame %.0f\n",
           1000 * (now.tv_sec + now.tv_nsec / 1e9 - process_start ()));
}

static void
realize_cb (GtkWidget *widget)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (after_paint_cb), widget, 0);
}

void
ply_first_frame_report (GtkWidget *widget)
{
  if (g_strcmp0 (g_getenv ("PLY_TIME_FIRST_FRAME"), "1") != 0)
    return;
  if (gtk_widget_get_realized (widget))
    realize_cb (widget);
  else
    g_signal_connect (widget, "realize", G_CALLBACK (realize_cb), NULL);
}
