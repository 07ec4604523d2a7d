/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-page-view.h"

G_BEGIN_DECLS

/* Searches the text of the pages and marks what it finds. */

#define PLY_TYPE_FIND_BAR (ply_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlyFindBar, ply_find_bar, PLY, FIND_BAR, AdwBin)

void ply_find_bar_connect (PlyFindBar *self, PlyPainter *painter, PlyPageView *view);
void ply_find_bar_begin (PlyFindBar *self);
gboolean ply_find_bar_is_open (PlyFindBar *self);
void ply_find_bar_close (PlyFindBar *self);
/* +1: the next place, -1: the one before. */
void ply_find_bar_step (PlyFindBar *self, int direction);
/* The pages are others now: searches anew, and stays near where it was. */
void ply_find_bar_refresh (PlyFindBar *self);

G_END_DECLS
