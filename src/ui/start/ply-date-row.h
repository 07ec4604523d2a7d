/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row with a date, chosen in a calendar. Properties: "date" (ISO text). */

#define PLY_TYPE_DATE_ROW (ply_date_row_get_type ())
G_DECLARE_FINAL_TYPE (PlyDateRow, ply_date_row, PLY, DATE_ROW, AdwActionRow)

void ply_date_row_set_date (PlyDateRow *self, const char *date);
const char *ply_date_row_get_date (PlyDateRow *self);

G_END_DECLS
