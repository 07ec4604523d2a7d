/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* Which conflicts a list shows: all that is set has to fit. */

#define PLY_TYPE_CONFLICT_FILTER (ply_conflict_filter_get_type ())
G_DECLARE_FINAL_TYPE (PlyConflictFilter, ply_conflict_filter, PLY, CONFLICT_FILTER, GtkFilter)

PlyConflictFilter *ply_conflict_filter_new (PlyWorkspace *workspace);
/* PLY_N_SEVERITIES: any */
void ply_conflict_filter_set_severity (PlyConflictFilter *self, PlySeverity severity);
/* PLY_N_CONFLICT_KINDS: any */
void ply_conflict_filter_set_kind (PlyConflictFilter *self, PlyConflictKind kind);
/* Ids of a day and a track, NULL: any */
void ply_conflict_filter_set_day (PlyConflictFilter *self, const char *day);
void ply_conflict_filter_set_track (PlyConflictFilter *self, const char *track);
/* All its words have to be in the sentence or its kind. */
void ply_conflict_filter_set_text (PlyConflictFilter *self, const char *text);

/* Of kind, day and track: how many are set. */
guint ply_conflict_filter_count (PlyConflictFilter *self);
PlyConflictKind ply_conflict_filter_get_kind (PlyConflictFilter *self);
const char *ply_conflict_filter_get_day (PlyConflictFilter *self);
const char *ply_conflict_filter_get_track (PlyConflictFilter *self);
/* Whether it leaves anything out. */
gboolean ply_conflict_filter_is_active (PlyConflictFilter *self);

G_END_DECLS
