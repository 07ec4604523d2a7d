/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-edit-target.h"

G_BEGIN_DECLS

/* The row that edits @field: which widget belongs to which type of field stands here alone. NULL
 * for what nobody edits by hand (order keys, owners, data). */
GtkWidget *ply_field_row_new (PlyEditTarget *target, const PlyField *field);

G_END_DECLS
