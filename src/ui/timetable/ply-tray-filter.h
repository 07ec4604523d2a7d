/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* Lets those sessions through that are of a track, of a type and with people of an institution. */

#define PLY_TYPE_TRAY_FILTER (ply_tray_filter_get_type ())
G_DECLARE_FINAL_TYPE (PlyTrayFilter, ply_tray_filter, PLY, TRAY_FILTER, GtkFilter)

typedef enum
{
  PLY_TRAY_TRACK,
  PLY_TRAY_TYPE,
  PLY_TRAY_INSTITUTION,
  PLY_N_TRAY_FIELDS
} PlyTrayField;

/* Where nothing is asked for; NULL asks for sessions without one. */
#define PLY_TRAY_ANY ""

PlyTrayFilter *ply_tray_filter_new (PlyWorkspace *workspace);
/* @id of a record, NULL or PLY_TRAY_ANY. */
void ply_tray_filter_set (PlyTrayFilter *self, PlyTrayField field, const char *id);
const char *ply_tray_filter_get (PlyTrayFilter *self, PlyTrayField field);
/* TRUE while something is asked for. */
gboolean ply_tray_filter_is_active (PlyTrayFilter *self);

G_END_DECLS
