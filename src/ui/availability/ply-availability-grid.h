/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-presence.h"

G_BEGIN_DECLS

/* The event's days as columns, their hours downwards, painted with the state in hand (the brush) by
 * dragging over the cells, by pressing a day's head, or with keys: arrows move, with Shift they
 * select; Space paints as the pointer does, 1 available, 2 unavailable, Delete clears; Escape lets
 * go. A stroke that begins where the brush's state is already said takes it back.
 *
 * Signal "paint" (guint first_day, guint last_day, gint64 start, gint64 end, int state): what was
 * painted; the grid changes nothing itself, it is shown anew. */

#define PLY_TYPE_AVAILABILITY_GRID (ply_availability_grid_get_type ())
G_DECLARE_FINAL_TYPE (PlyAvailabilityGrid, ply_availability_grid, PLY, AVAILABILITY_GRID, GtkWidget)

GtkWidget *ply_availability_grid_new (void);
/* @owner: the PlyPerson or PlyRoom whose rows are shown. */
void ply_availability_grid_show (PlyAvailabilityGrid *self, const PlySnapshot *snapshot,
                                 gconstpointer owner);
/* How many things take place in what is shown when one is not available. */
guint ply_availability_grid_get_n_clashes (PlyAvailabilityGrid *self);
void ply_availability_grid_set_brush (PlyAvailabilityGrid *self, PlyPresenceState brush);

G_END_DECLS
