/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-edit-target.h"

G_BEGIN_DECLS

/* A drop-down for a field that is one of several: choices, countries, other records. Long lists can
 * be searched. */

#define PLY_TYPE_CHOICE_ROW (ply_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (PlyChoiceRow, ply_choice_row, PLY, CHOICE_ROW, AdwComboRow)

GtkWidget *ply_choice_row_new (PlyEditTarget *target, const PlyField *field);

G_END_DECLS
