/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* Asks why a conflict may stand, and waives it; the note of a waived one is edited. Tells by
 * win.undo-toast what happened. */
void ply_waive_dialog_present (PlyWorkspace *workspace, PlyConflictItem *item, GtkWidget *parent);

G_END_DECLS
