/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-presence.h"

G_BEGIN_DECLS

/* When a person arrives, or leaves: a day and a time of it, or nothing.
 *
 * Signal "set" (guint day, gint64 minute): what was chosen, as ply_presence_set_arrival() and
 * ply_presence_set_departure() take it. */

#define PLY_TYPE_STAY_ROW (ply_stay_row_get_type ())
G_DECLARE_FINAL_TYPE (PlyStayRow, ply_stay_row, PLY, STAY_ROW, AdwExpanderRow)

GtkWidget *ply_stay_row_new (gboolean departure);
void ply_stay_row_show (PlyStayRow *self, const PlyPresence *presence);

G_END_DECLS
