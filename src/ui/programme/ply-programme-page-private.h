/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-programme-page.h"

#include "ply-find-bar.h"
#include "ply-options-form.h"
#include "ply-page-view.h"
#include "ply-renderer.h"

G_BEGIN_DECLS

struct _PlyProgrammePage
{
  AdwBin parent_instance;

  /* Owned */
  PlyWorkspace *workspace;
  PlyRenderer *renderer;
  PlyPainter *painter;
  guint request_source;
  gboolean stale;    /* something changed while nobody looked */
  gint64 changed_at; /* monotonic; 0: nothing waits to be seen */

  /* Template, and a form put into it */
  PlyOptionsForm *form;
  AdwToastOverlay *toasts;
  PlyFindBar *find_bar;
  AdwOverlaySplitView *options_split, *thumbnails_split;
  AdwPreferencesPage *options_page;
  AdwPreferencesGroup *notes_group;
  GtkListBox *notes_list;
  PlyPageView *thumbnails, *view;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkEntry *page_entry;
  GtkLabel *page_count;
  GtkWidget *busy_spinner;
  GtkMenuButton *zoom_button;
};

/* ply-programme-actions.c */
void ply_programme_page_install_actions (GtkWidgetClass *widget_class);
void ply_programme_page_add_shortcuts (PlyProgrammePage *self);

G_END_DECLS
