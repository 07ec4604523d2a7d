/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* The event itself: its data to edit, what there is in it, and what is missing. Uses win.show-view.
 */

#define PLY_TYPE_OVERVIEW_PAGE (ply_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (PlyOverviewPage, ply_overview_page, PLY, OVERVIEW_PAGE, AdwBin)

GtkWidget *ply_overview_page_new (PlyWorkspace *workspace);

G_END_DECLS
