/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* Rooms, tracks, session types and days, one records page each behind a switcher. Brings its own
 * header bars, like PlyRecordsPage. */

#define PLY_TYPE_PLACES_PAGE (ply_places_page_get_type ())
G_DECLARE_FINAL_TYPE (PlyPlacesPage, ply_places_page, PLY, PLACES_PAGE, AdwBin)

GtkWidget *ply_places_page_new (PlyWorkspace *workspace);
/* Switches to the page of @kind and shows the record there; NULL just switches. */
void ply_places_page_show (PlyPlacesPage *self, PlyKind kind, const char *id);
/* See ply_records_page_set_search(): on the page that is shown. */
void ply_places_page_set_search (PlyPlacesPage *self, const char *text);

G_END_DECLS
