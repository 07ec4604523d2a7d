/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* All records of one kind: a searchable, sortable list, and an editor of the selected one beside it
 * (over it where there is little room). It brings its own header bars: put it into an
 * AdwNavigationPage as it is.
 *
 * Of the window it wants these actions: win.show-record (kind name, id), win.report (message),
 * win.undo-toast (message). Its own: records.add, records.duplicate, records.delete,
 * records.move-up, records.move-down, records.search, records.leave-editor, records.close-editor.
 */

#define PLY_TYPE_RECORDS_PAGE (ply_records_page_get_type ())
G_DECLARE_FINAL_TYPE (PlyRecordsPage, ply_records_page, PLY, RECORDS_PAGE, AdwBin)

GtkWidget *ply_records_page_new (PlyWorkspace *workspace, PlyKind kind);
/* Selects the record, scrolls to it and opens its editor. A search that hides it is cleared. */
void ply_records_page_show (PlyRecordsPage *self, const char *id);
/* Shows the search entry with @text in it and the focus; NULL keeps what is there, "" ends the
 * search. */
void ply_records_page_set_search (PlyRecordsPage *self, const char *text);
/* A switcher between pages, below the header bar. */
void ply_records_page_set_switcher (PlyRecordsPage *self, GtkWidget *switcher);

G_END_DECLS
