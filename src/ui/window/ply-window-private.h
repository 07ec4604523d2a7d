/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-window.h"

G_BEGIN_DECLS

struct _PlyWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned */
  PlyWorkspace *workspace;
  GHashTable *loaded;     /* view id -> its page, owned by @pages */
  AdwToast *undo_toast;   /* the one that is shown; its Undo is for the newest command only */
  GtkWidget *search_page; /* in @pages; NULL until it is asked for */
  gboolean save_failing;  /* the last save did not work */
  gboolean closing;       /* the event has been closed, or is to be left as it is */

  /* Template */
  AdwToastOverlay *toasts;
  GtkStack *root;
  AdwBin *start_bin;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *sidebar_page;
  AdwWindowTitle *event_title;
  GtkListBox *sidebar;
  GtkMenuButton *menu_button;
  GtkWidget *undo_button, *redo_button;
  AdwNavigationPage *content_page;
  GtkStack *pages;
  AdwBanner *banner;
};

/* ply-window.c: the event's title, and whether it is saved */
void ply_window_update_title (PlyWindow *self);
/* ply-window-actions.c */
void ply_window_init_actions (PlyWindow *self);
void ply_window_update_actions (PlyWindow *self);
/* ply-window-close.c: writes and lets go of the event; FALSE while the person is asked. */
gboolean ply_window_try_close (PlyWindow *self);
void ply_window_save_now (PlyWindow *self);
void ply_window_save_as (PlyWindow *self);
void ply_window_save_failed (PlyWindow *self, const GError *error);
/* ply-window-files.c: asks for a file and brings it into the open event */
void ply_window_import (PlyWindow *self);
/* ply-window-views.c */
void ply_window_fill_sidebar (PlyWindow *self);
GtkWidget *ply_window_load_view (PlyWindow *self, const char *id);
void ply_window_show_record (PlyWindow *self, PlyKind kind, const char *id);
void ply_window_search (PlyWindow *self, gboolean everything);

G_END_DECLS
