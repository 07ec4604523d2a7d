/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-block-widget.h"
#include "ply-timetable-view.h"

G_BEGIN_DECLS

/* Makes faces of blocks: gathers a session's words, colors and conflicts, and keeps what is dear to
 * make (texts laid out, colors of tracks, what a day is called) until it changes. */
typedef struct _PlyBlockMaker PlyBlockMaker;

/* @widget gives the font, icons and language. */
PlyBlockMaker *ply_block_maker_new (PlyTimetableView *view, GtkWidget *widget);
void ply_block_maker_free (PlyBlockMaker *self);

/* Records other than sessions changed. */
void ply_block_maker_records_changed (PlyBlockMaker *self);
void ply_block_maker_conflicts_changed (PlyBlockMaker *self);
/* Another font or another style. */
void ply_block_maker_style_changed (PlyBlockMaker *self);
/* TRUE when the font has another height than what was made with it. */
gboolean ply_block_maker_is_stale (PlyBlockMaker *self);

PlyBlockScheme ply_block_maker_get_scheme (PlyBlockMaker *self);
/* Pixels of a line of text. */
double ply_block_maker_get_line (PlyBlockMaker *self);
/* The color in which a severity is written on the background. */
GdkRGBA ply_block_maker_get_severity_color (PlyBlockMaker *self, PlySeverity severity,
                                            const GdkRGBA *background);
/* "Thursday", borrowed. */
const char *ply_block_maker_get_weekday (PlyBlockMaker *self, const PlyDay *day);

void ply_block_maker_bind (PlyBlockMaker *self, PlyBlockWidget *widget, PlyGrid *grid, guint block);
/* The same for a widget that shows the block's session already: does no more than is needed.
 * @kept: nothing has changed but sessions, conflicts and the grid. */
void ply_block_maker_rebind (PlyBlockMaker *self, PlyBlockWidget *widget, PlyGrid *grid,
                             guint block, gboolean kept);
/* What is read out: "Opening, Thursday 09:00 to 09:30, Hall A, 1 conflict". */
char *ply_block_maker_dup_name (PlyBlockMaker *self, PlyGrid *grid, guint block);
/* All that the block could not show: title, time, people, track, what conflicts; for a tooltip. */
char *ply_block_maker_dup_tooltip (PlyBlockMaker *self, PlyGrid *grid, guint block);
/* How many conflicts name the session or its talks. */
guint ply_block_maker_count_conflicts (PlyBlockMaker *self, const char *session,
                                       PlySeverity *worst);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyBlockMaker, ply_block_maker_free)

G_END_DECLS
