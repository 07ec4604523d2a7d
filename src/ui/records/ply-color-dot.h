/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A small dot in a track's color. Says nothing by itself: a name stands beside it. */

#define PLY_TYPE_COLOR_DOT (ply_color_dot_get_type ())
G_DECLARE_FINAL_TYPE (PlyColorDot, ply_color_dot, PLY, COLOR_DOT, GtkWidget)

GtkWidget *ply_color_dot_new (void);
/* "#rrggbb"; NULL hides it. */
void ply_color_dot_set_color (PlyColorDot *self, const char *color);

G_END_DECLS
