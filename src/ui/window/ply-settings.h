/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The application's settings. NULL where the schema is not installed (a program run from its build
 * folder): then nothing is remembered, and nothing fails. Borrowed. */
GSettings *ply_settings_get (void);

G_END_DECLS
