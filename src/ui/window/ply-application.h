/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: one process, one window an event. Actions: app.new, app.open, app.open-path (s),
 * app.sample, app.style (s), app.shortcuts, app.about, app.quit. */

#define PLY_TYPE_APPLICATION (ply_application_get_type ())
G_DECLARE_FINAL_TYPE (PlyApplication, ply_application, PLY, APPLICATION, AdwApplication)

PlyApplication *ply_application_new (void);

G_END_DECLS
