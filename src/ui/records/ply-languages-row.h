/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-edit-target.h"

G_BEGIN_DECLS

/* Several languages of the event's, ticked in a menu; any other can be typed as its code. */

#define PLY_TYPE_LANGUAGES_ROW (ply_languages_row_get_type ())
G_DECLARE_FINAL_TYPE (PlyLanguagesRow, ply_languages_row, PLY, LANGUAGES_ROW, AdwActionRow)

GtkWidget *ply_languages_row_new (PlyEditTarget *target, const PlyField *field);

G_END_DECLS
