/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* Reads a foreign file in a worker thread, shows what it would change and what was odd in it, and
 * asks. Signal "confirmed" (PlyPlan *): the plan is the handler's. */

#define PLY_TYPE_IMPORT_DIALOG (ply_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlyImportDialog, ply_import_dialog, PLY, IMPORT_DIALOG, AdwDialog)

/* @existing NULL: for a new event. */
AdwDialog *ply_import_dialog_new (const char *path, PlySnapshot *existing);
const char *ply_import_dialog_get_path (PlyImportDialog *self);

G_END_DECLS
