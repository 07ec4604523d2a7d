/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* Asks from which day to which others a day's frame (hours, breaks, when rooms are open) is to be
 * copied, and does it as one command. */

#define PLY_TYPE_FRAME_DIALOG (ply_frame_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlyFrameDialog, ply_frame_dialog, PLY, FRAME_DIALOG, AdwDialog)

/* @day is offered to be copied; NULL: the first. */
AdwDialog *ply_frame_dialog_new (PlyWorkspace *workspace, const char *day);

G_END_DECLS
