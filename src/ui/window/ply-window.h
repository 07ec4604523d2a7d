/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* A window: the start page, or one event. Actions for the pages in it: win.show-record (kind name,
 * id), win.show-in-timetable (session id), win.show-view (id), win.report (message), win.undo-toast
 * (message), win.undo, win.redo, win.save, win.save-as, win.import, win.export-pdf, win.print,
 * win.search, win.search-all, win.close. */

#define PLY_TYPE_WINDOW (ply_window_get_type ())
G_DECLARE_FINAL_TYPE (PlyWindow, ply_window, PLY, WINDOW, AdwApplicationWindow)

PlyWindow *ply_window_new (GtkApplication *application);

/* NULL while the start page is shown. */
PlyWorkspace *ply_window_get_workspace (PlyWindow *self);
/* The open event's file, NULL when none is open. */
const char *ply_window_get_path (PlyWindow *self);
/* Shows an event; the window holds it until it is closed. */
void ply_window_set_workspace (PlyWindow *self, PlyWorkspace *workspace);
void ply_window_show_view (PlyWindow *self, const char *id);
/* A short message; what asks for more than a glance (@heading not NULL) is a dialog. */
void ply_window_report (PlyWindow *self, const char *heading, const char *message);

/* Opens an event file; another kind of file is imported into a new one. Tells what went wrong. */
void ply_window_open (PlyWindow *self, const char *path);
/* Asks for a file and opens it. */
void ply_window_choose_file (PlyWindow *self);
/* Asks what the new event is, then where to save it. */
void ply_window_new_event (PlyWindow *self);
/* The sample event, which is made when it is not there yet. */
void ply_window_open_sample (PlyWindow *self);
char *ply_window_sample_path (void);

G_END_DECLS
