/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-edit-target.h"

G_BEGIN_DECLS

/* The conflicts about the record that is edited, with their fixes; hidden when there are none. */

#define PLY_TYPE_CONFLICTS_GROUP (ply_conflicts_group_get_type ())
G_DECLARE_FINAL_TYPE (PlyConflictsGroup, ply_conflicts_group, PLY, CONFLICTS_GROUP,
                      AdwPreferencesGroup)

GtkWidget *ply_conflicts_group_new (PlyEditTarget *target);

G_END_DECLS
