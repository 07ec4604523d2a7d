/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* What was cut or copied on the timetable. Other programs get the titles as text; as soon as one of
 * them copies something itself, there is nothing to paste any longer. */

#define PLY_TYPE_TIMETABLE_CLIPBOARD (ply_timetable_clipboard_get_type ())
G_DECLARE_FINAL_TYPE (PlyTimetableClipboard, ply_timetable_clipboard, PLY, TIMETABLE_CLIPBOARD,
                      GObject)

PlyTimetableClipboard *ply_timetable_clipboard_new (GdkClipboard *system);
/* @sessions: ids, NULL-terminated. */
void ply_timetable_clipboard_set (PlyTimetableClipboard *self, const PlySnapshot *snapshot,
                                  const char *const *sessions, gboolean cut);
void ply_timetable_clipboard_clear (PlyTimetableClipboard *self);
/* NULL when there is nothing to paste; borrowed. */
const char *const *ply_timetable_clipboard_get (PlyTimetableClipboard *self, gboolean *cut);

G_END_DECLS
