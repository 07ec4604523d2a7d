/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-availability-frame.h"

G_BEGIN_DECLS

/* A day's column of the grid: its head, below it the cells of the frame. It draws what is said of
 * the day, to the minute, and what takes place in it. The grid tells it what to mark. */

#define PLY_TYPE_AVAILABILITY_DAY (ply_availability_day_get_type ())
G_DECLARE_FINAL_TYPE (PlyAvailabilityDay, ply_availability_day, PLY, AVAILABILITY_DAY, GtkWidget)

/* The head in the place of a cell: the whole day. */
#define PLY_AVAILABILITY_HEAD -1

GtkWidget *ply_availability_day_new (const PlyDay *day, const PlyAvailabilityFrame *frame);
/* @index: of the day in @presence. @busy: PlyBusy. Nothing of them is kept. */
void ply_availability_day_show (PlyAvailabilityDay *self, const PlySnapshot *snapshot,
                                const PlyPresence *presence, guint index, GArray *busy);
/* A button, and as many focusable widgets as the frame has cells. */
GtkWidget *ply_availability_day_get_cell (PlyAvailabilityDay *self, int cell);
/* Where a child of the grid that has the focus is; FALSE when it is not in this column. */
gboolean ply_availability_day_find_cell (PlyAvailabilityDay *self, GtkWidget *widget, int *cell);
/* The cell at that height, the nearest when there is none; HEAD above the first. */
int ply_availability_day_cell_at (PlyAvailabilityDay *self, double y);
/* The height of a minute of the frame, from the top. */
double ply_availability_day_get_y (PlyAvailabilityDay *self, gint64 minute);
/* Cells from @first up to and with @last are selected, and look as if @state were said of them
 * unless that is MIXED. */
void ply_availability_day_mark (PlyAvailabilityDay *self, int first, int last,
                                PlyPresenceState state);
void ply_availability_day_unmark (PlyAvailabilityDay *self);

G_END_DECLS
