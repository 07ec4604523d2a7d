/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-view-table.h"

G_BEGIN_DECLS

/* A view in the sidebar: icon, title and the number of records. */

#define PLY_TYPE_SIDEBAR_ROW (ply_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (PlySidebarRow, ply_sidebar_row, PLY, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *ply_sidebar_row_new (const PlyView *view, PlyWorkspace *workspace);
const PlyView *ply_sidebar_row_get_view (PlySidebarRow *self);

G_END_DECLS
