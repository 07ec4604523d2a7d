/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-edit-target.h"

G_BEGIN_DECLS

/* An entry for a field that is typed: texts, numbers, dates, times, addresses. What does not fit
 * stays as typed, is not saved, and the row says why. */

#define PLY_TYPE_TEXT_ROW (ply_text_row_get_type ())
G_DECLARE_FINAL_TYPE (PlyTextRow, ply_text_row, PLY, TEXT_ROW, AdwEntryRow)

GtkWidget *ply_text_row_new (PlyEditTarget *target, const PlyField *field);

G_END_DECLS
