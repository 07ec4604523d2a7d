/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* How long it takes from each building of the event to each other; the buildings are what rooms say
 * of themselves. */

#define PLY_TYPE_WALKS_GROUP (ply_walks_group_get_type ())
G_DECLARE_FINAL_TYPE (PlyWalksGroup, ply_walks_group, PLY, WALKS_GROUP, AdwPreferencesGroup)

GtkWidget *ply_walks_group_new (PlyWorkspace *workspace);

G_END_DECLS
