/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-workspace.h"

G_BEGIN_DECLS

/* Moves the record at @index of @ordered (all of one kind, in their order) up (-1) or down (+1), by
 * giving it a rank between its new neighbours. TRUE and nothing happens at the ends. */
gboolean ply_reorder (PlyWorkspace *workspace, GPtrArray *ordered, guint index, int direction,
                      GError **error);
/* Moves the record at @from to where the one at @to is. */
gboolean ply_reorder_to (PlyWorkspace *workspace, GPtrArray *ordered, guint from, guint to,
                         GError **error);

G_END_DECLS
