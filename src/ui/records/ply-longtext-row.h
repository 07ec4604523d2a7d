/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-edit-target.h"

G_BEGIN_DECLS

/* A text of paragraphs: label, text, and what is wrong with it, below each other. */

#define PLY_TYPE_LONGTEXT_ROW (ply_longtext_row_get_type ())
G_DECLARE_FINAL_TYPE (PlyLongtextRow, ply_longtext_row, PLY, LONGTEXT_ROW, AdwPreferencesRow)

GtkWidget *ply_longtext_row_new (PlyEditTarget *target, const PlyField *field);

G_END_DECLS
