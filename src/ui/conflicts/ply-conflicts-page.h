/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* All conflicts of the event, by kind. */

#define PLY_TYPE_CONFLICTS_PAGE (ply_conflicts_page_get_type ())
G_DECLARE_FINAL_TYPE (PlyConflictsPage, ply_conflicts_page, PLY, CONFLICTS_PAGE, AdwBin)

GtkWidget *ply_conflicts_page_new (PlyWorkspace *workspace);
void ply_conflicts_page_begin_search (PlyConflictsPage *self);

G_END_DECLS
