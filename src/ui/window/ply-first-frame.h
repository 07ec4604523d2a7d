/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For "dev bench": with PLY_TIME_FIRST_FRAME=1 in the environment, prints "first-frame MS" to
 * stderr, the milliseconds since the process began, when @widget has next been painted. */
void ply_first_frame_report (GtkWidget *widget);

G_END_DECLS
