/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* Everything about one record, in groups as ply-editor-layout.c has them, in one of the event's
 * languages at a time. */

#define PLY_TYPE_EDITOR_PAGE (ply_editor_page_get_type ())
G_DECLARE_FINAL_TYPE (PlyEditorPage, ply_editor_page, PLY, EDITOR_PAGE, AdwNavigationPage)

PlyEditorPage *ply_editor_page_new (PlyWorkspace *workspace, PlyKind kind);
/* The groups are made when the first record is shown. */
void ply_editor_page_set_id (PlyEditorPage *self, const char *id);
const char *ply_editor_page_get_id (PlyEditorPage *self);
/* The first entry, with all of it selected when it should be typed over. */
void ply_editor_page_focus_first (PlyEditorPage *self, gboolean select_all);
/* A button at the start of the header bar. */
void ply_editor_page_add_button (PlyEditorPage *self, GtkWidget *button);

G_END_DECLS
