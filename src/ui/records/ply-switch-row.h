/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-edit-target.h"

G_BEGIN_DECLS

/* An AdwSwitchRow for a flag. */
GtkWidget *ply_switch_row_new (PlyEditTarget *target, const PlyField *field);

G_END_DECLS
