/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-presence.h"

G_BEGIN_DECLS

/* The part of the conference day that the grid shows, in cells: the same for every day. Cells are
 * as long as the event's time grid where that makes cells of a size to paint in, else half an hour.
 */
typedef struct
{
  gint64 start, end; /* minutes, whole hours */
  gint64 cell;       /* minutes */
} PlyAvailabilityFrame;

/* From an hour before the first day opens to an hour after the last closes, wider where something
 * takes place or is said of the time outside. @busy: PlyBusy. */
PlyAvailabilityFrame ply_availability_frame_for (const PlySnapshot *snapshot,
                                                 const PlyPresence *presence, GArray *busy);
gboolean ply_availability_frame_equal (const PlyAvailabilityFrame *a,
                                       const PlyAvailabilityFrame *b);
guint ply_availability_frame_get_n_cells (const PlyAvailabilityFrame *self);
/* Where the cell begins; that of the cell after the last is the end of the frame. */
gint64 ply_availability_frame_get_minute (const PlyAvailabilityFrame *self, guint cell);

G_END_DECLS
