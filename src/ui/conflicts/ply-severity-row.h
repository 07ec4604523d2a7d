/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* How serious one kind of conflict is in the event. */

#define PLY_TYPE_SEVERITY_ROW (ply_severity_row_get_type ())
G_DECLARE_FINAL_TYPE (PlySeverityRow, ply_severity_row, PLY, SEVERITY_ROW, AdwComboRow)

GtkWidget *ply_severity_row_new (PlyWorkspace *workspace, PlyConflictKind kind);

G_END_DECLS
