/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-timetable-commands.h"

G_BEGIN_DECLS

/* Pointer and touch on a timetable page: a click selects, a double click opens, a drag moves,
 * lengthens or makes sessions and takes them out of the tray or back into it. One gesture over the
 * whole page, not the desktop's drag and drop, so that a finger can do it too: after a long press,
 * since otherwise it scrolls. While something is dragged, what the drop would bring is shown. */

#define PLY_TYPE_TIMETABLE_GESTURE (ply_timetable_gesture_get_type ())
G_DECLARE_FINAL_TYPE (PlyTimetableGesture, ply_timetable_gesture, PLY, TIMETABLE_GESTURE, GObject)

/* @days (may be NULL): what is dragged over one of its toggles changes to the day of that name.
 * All live as long as the page, which owns the gesture. */
PlyTimetableGesture *ply_timetable_gesture_new (PlyTimetableCommands *commands,
                                                AdwToggleGroup *days);

G_END_DECLS
