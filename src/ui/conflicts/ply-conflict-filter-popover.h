/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-conflict-filter.h"

G_BEGIN_DECLS

/* Chooses the kind, the day and the track that a filter lets through. */

#define PLY_TYPE_CONFLICT_FILTER_POPOVER (ply_conflict_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (PlyConflictFilterPopover, ply_conflict_filter_popover, PLY,
                      CONFLICT_FILTER_POPOVER, GtkPopover)

GtkWidget *ply_conflict_filter_popover_new (PlyWorkspace *workspace, PlyConflictFilter *filter);

G_END_DECLS
