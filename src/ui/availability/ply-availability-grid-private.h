/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-availability-day.h"
#include "ply-availability-grid.h"

G_BEGIN_DECLS

typedef struct
{
  int day;
  int cell; /* or PLY_AVAILABILITY_HEAD */
} PlyGridSpot;

struct _PlyAvailabilityGrid
{
  GtkWidget parent_instance;

  PlyAvailabilityFrame frame;
  PlyPresence *presence; /* NULL until shown */
  GArray *busy;          /* PlyBusy, of its snapshot */

  PlyPresenceState brush;
  PlyGridSpot cursor, anchor; /* what is between them is selected */
  gboolean stroking;
  PlyPresenceState stroke;

  GPtrArray *columns; /* PlyAvailabilityDay */
  GtkWidget *scrolled, *days;
  GtkGesture *drag;
};

/* ply-availability-grid.c */
void ply_availability_grid_emit_paint (PlyAvailabilityGrid *self, PlyGridSpot from, PlyGridSpot to,
                                       PlyPresenceState state);

/* ply-availability-grid-input.c */
void ply_availability_grid_add_input (PlyAvailabilityGrid *self);
/* Puts cursor and selection back into what there is now. */
void ply_availability_grid_clamp_cursor (PlyAvailabilityGrid *self);
gboolean ply_availability_grid_grab_cursor (PlyAvailabilityGrid *self);
/* A new head, to be pressed. */
void ply_availability_grid_add_head (PlyAvailabilityGrid *self, guint day);

G_END_DECLS
