/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-block-maker.h"

G_BEGIN_DECLS

/* What is drawn over the blocks: what time it is, ghosts of what is dragged and what speaks against
 * the place, a rubber band, a free time that is pointed to. As large as what is seen of the grid;
 * takes no events. Boxes are in the grid. */

#define PLY_TYPE_TIMETABLE_OVERLAY (ply_timetable_overlay_get_type ())
G_DECLARE_FINAL_TYPE (PlyTimetableOverlay, ply_timetable_overlay, PLY, TIMETABLE_OVERLAY, GtkWidget)

typedef struct
{
  PlyGridBox box;
  const char *title; /* what will be there */
  const char *time;  /* "09:00–09:30", stands out */
  PlySeverity worst; /* of what the drop would bring; PLY_N_SEVERITIES: nothing */
} PlyGhost;

typedef struct
{
  PlySeverity severity;
  const char *message;
} PlyReason;

/* @maker is borrowed and must live longer. */
GtkWidget *ply_timetable_overlay_new (PlyBlockMaker *maker);
/* Where in the grid the upper left corner is. */
void ply_timetable_overlay_set_origin (PlyTimetableOverlay *self, double x, double y);
/* Copies. The reasons stand beside the first ghost. */
void ply_timetable_overlay_set_ghosts (PlyTimetableOverlay *self, const PlyGhost *ghosts,
                                       guint n_ghosts, const PlyReason *reasons, guint n_reasons);
/* NULL: none. */
void ply_timetable_overlay_set_band (PlyTimetableOverlay *self, const PlyGridBox *band);
void ply_timetable_overlay_set_mark (PlyTimetableOverlay *self, const PlyGridBox *mark);
void ply_timetable_overlay_set_now (PlyTimetableOverlay *self, const PlyGridBox *line);

G_END_DECLS
