/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-edit-target.h"

G_BEGIN_DECLS

/* One record that hangs on the edited one, as a row that unfolds to edit some of its fields. */

#define PLY_TYPE_CHILD_ROW (ply_child_row_get_type ())
G_DECLARE_FINAL_TYPE (PlyChildRow, ply_child_row, PLY, CHILD_ROW, AdwExpanderRow)

/* @parent: whose language it follows. @field_names: separated by spaces. */
GtkWidget *ply_child_row_new (PlyEditTarget *parent, gconstpointer child, const char *field_names);
void ply_child_row_show (PlyChildRow *self, const char *title, const char *subtitle);

G_END_DECLS
