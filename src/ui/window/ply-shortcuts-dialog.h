/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A dialog that lists ply_accels. */
AdwDialog *ply_shortcuts_dialog_new (void);

G_END_DECLS
