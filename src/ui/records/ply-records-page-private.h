/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-editor-page.h"
#include "ply-record-list.h"
#include "ply-records-page.h"

G_BEGIN_DECLS

/* Shared by ply-records-page.c (the page) and ply-records-page-edits.c (what its actions change).
 */
struct _PlyRecordsPage
{
  AdwBin parent_instance;

  PlyWorkspace *workspace;
  PlyKind kind;
  gboolean closed; /* the reader has put the editor away */

  PlyRecordList *list;
  PlyEditorPage *editor_page;
  PlyEditorPage *talk_page; /* owned, made when first wanted */
  GtkWidget *close_button;

  AdwOverlaySplitView *split_view;
  AdwToolbarView *toolbar_view;
  AdwHeaderBar *header_bar;
  AdwWindowTitle *window_title;
  GtkWidget *add_button;
  GtkWidget *move_box;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *editor_stack;
  AdwNavigationView *navigation_view;
  AdwStatusPage *several_page;
};

/* records.add, .duplicate, .delete, .move-up and .move-down with their keys. */
void ply_records_page_install_edit_actions (GtkWidgetClass *widget_class);

G_END_DECLS
