/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* The segments above the list of conflicts: all, each severity with its count, the waived ones. */

void ply_conflict_segments_fill (AdwToggleGroup *group, PlyWorkspace *workspace);
/* New counts. */
void ply_conflict_segments_update (AdwToggleGroup *group, PlyWorkspace *workspace);
/* Numbers alone where there is little room. */
void ply_conflict_segments_set_narrow (AdwToggleGroup *group, PlyWorkspace *workspace,
                                       gboolean narrow);
/* TRUE: the waived ones. @severity: PLY_N_SEVERITIES is all. */
gboolean ply_conflict_segments_get (AdwToggleGroup *group, PlySeverity *severity);

G_END_DECLS
