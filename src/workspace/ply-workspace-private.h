/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-live-conflicts.h"
#include "ply-workspace.h"

G_BEGIN_DECLS

/* Made when first asked for. */
PlyLiveConflicts *ply_workspace_get_live_conflicts (PlyWorkspace *self);

G_END_DECLS
