/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-availability-day.h"

G_BEGIN_DECLS

/* Something that takes place. */
typedef struct
{
  gint64 start, end;
  char *title;
  guint lane;     /* how many others it overlaps that begin earlier */
  gboolean clash; /* one is not available then */
} PlyDayBlock;

struct _PlyAvailabilityDay
{
  GtkWidget parent_instance;

  PlyAvailabilityFrame frame;
  char *name;

  /* What is shown */
  GArray *runs;   /* PlyPresenceRun */
  GArray *blocks; /* PlyDayBlock */
  gboolean limited;

  gboolean marked;
  int first_marked, last_marked;
  PlyPresenceState mark_state;

  GtkWidget *head;
  GPtrArray *cells;
  GtkWidget *success, *error; /* not shown: the theme's colors are theirs */
};

/* ply-availability-day-draw.c */
void ply_availability_day_draw (PlyAvailabilityDay *self, GtkSnapshot *snapshot);

G_END_DECLS
