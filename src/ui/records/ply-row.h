/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-item.h"

G_BEGIN_DECLS

/* A place in a list, which shows one item now and may show another next. Its signal "changed" says
 * that it does, or that what it shows has changed. */

#define PLY_TYPE_ROW (ply_row_get_type ())
G_DECLARE_FINAL_TYPE (PlyRow, ply_row, PLY, ROW, GObject)

PlyRow *ply_row_new (PlyItem *item);
/* Borrowed until the row shows another. */
PlyItem *ply_row_get_item (PlyRow *self);
void ply_row_set_item (PlyRow *self, PlyItem *item);

G_END_DECLS
