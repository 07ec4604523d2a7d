/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-edit-target.h"

G_BEGIN_DECLS

/* A photo or logo, with buttons to choose another from a file and to remove it. */

#define PLY_TYPE_PICTURE_ROW (ply_picture_row_get_type ())
G_DECLARE_FINAL_TYPE (PlyPictureRow, ply_picture_row, PLY, PICTURE_ROW, AdwActionRow)

GtkWidget *ply_picture_row_new (PlyEditTarget *target, const PlyField *field);

G_END_DECLS
