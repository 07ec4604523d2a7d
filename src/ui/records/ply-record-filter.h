/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets those PlyItems through in which all words of a text are found. */

#define PLY_TYPE_RECORD_FILTER (ply_record_filter_get_type ())
G_DECLARE_FINAL_TYPE (PlyRecordFilter, ply_record_filter, PLY, RECORD_FILTER, GtkFilter)

PlyRecordFilter *ply_record_filter_new (void);
void ply_record_filter_set_text (PlyRecordFilter *self, const char *text);
/* TRUE while there is something to look for. */
gboolean ply_record_filter_is_active (PlyRecordFilter *self);

G_END_DECLS
