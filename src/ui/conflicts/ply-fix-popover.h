/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* The ways out of a conflict, each with what it would change; choosing one runs it as one command
 * and tells by win.undo-toast. They are looked for when the popover is made. */

#define PLY_TYPE_FIX_POPOVER (ply_fix_popover_get_type ())
G_DECLARE_FINAL_TYPE (PlyFixPopover, ply_fix_popover, PLY, FIX_POPOVER, GtkPopover)

GtkWidget *ply_fix_popover_new (PlyWorkspace *workspace, PlyConflictItem *item, gboolean narrow);

G_END_DECLS
