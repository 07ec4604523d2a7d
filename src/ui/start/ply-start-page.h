/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window shows before it has an event: recent events and the ways to get one. Files dropped
 * on it are opened. Uses app.new, app.open, app.open-path and app.sample. */

#define PLY_TYPE_START_PAGE (ply_start_page_get_type ())
G_DECLARE_FINAL_TYPE (PlyStartPage, ply_start_page, PLY, START_PAGE, AdwBin)

G_END_DECLS
