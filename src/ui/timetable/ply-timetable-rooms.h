/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-timetable-view.h"

G_BEGIN_DECLS

/* A popover in which rooms are shown and hidden; filled whenever it opens. */
GtkWidget *ply_timetable_rooms_new (PlyTimetableView *view);

G_END_DECLS
