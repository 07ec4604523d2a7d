/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* What this event takes for a conflict: how serious each kind is, and the limits that some of them
 * ask for. Every change is one command. */

#define PLY_TYPE_CONFLICT_SETTINGS (ply_conflict_settings_get_type ())
G_DECLARE_FINAL_TYPE (PlyConflictSettings, ply_conflict_settings, PLY, CONFLICT_SETTINGS,
                      AdwPreferencesDialog)

AdwDialog *ply_conflict_settings_new (PlyWorkspace *workspace);

G_END_DECLS
