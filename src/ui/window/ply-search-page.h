/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* One search over all records, its hits grouped by kind. Uses win.show-record. */

#define PLY_TYPE_SEARCH_PAGE (ply_search_page_get_type ())
G_DECLARE_FINAL_TYPE (PlySearchPage, ply_search_page, PLY, SEARCH_PAGE, AdwBin)

GtkWidget *ply_search_page_new (PlyWorkspace *workspace);
/* Gives the entry the focus, with what was searched last selected. */
void ply_search_page_begin (PlySearchPage *self);

G_END_DECLS
