/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-row.h"

G_BEGIN_DECLS

/* A list of items as PlyRow. Where items are replaced by others while rows are reused, the rows
 * stay and show the others, and the model says nothing: a GTK list would destroy its widgets and
 * make new ones, which takes many times what searching does. Rows are made when asked for. */

#define PLY_TYPE_ROW_MODEL (ply_row_model_get_type ())
G_DECLARE_FINAL_TYPE (PlyRowModel, ply_row_model, PLY, ROW_MODEL, GObject)

/* @items: of PlyItem; referenced. */
PlyRowModel *ply_row_model_new (GListModel *items);
/* Whoever turns it on has to see to what is kept by position (a selection) meanwhile. */
void ply_row_model_set_reuse (PlyRowModel *self, gboolean reuse);

G_END_DECLS
