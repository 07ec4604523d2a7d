/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-edit-target.h"

G_BEGIN_DECLS

/* A color and a button to choose another. */

#define PLY_TYPE_COLOR_ROW (ply_color_row_get_type ())
G_DECLARE_FINAL_TYPE (PlyColorRow, ply_color_row, PLY, COLOR_ROW, AdwActionRow)

GtkWidget *ply_color_row_new (PlyEditTarget *target, const PlyField *field);

G_END_DECLS
