/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-timetable-page.h"

#include "ply-editor-page.h"
#include "ply-timetable-canvas.h"
#include "ply-timetable-commands.h"
#include "ply-timetable-gesture.h"

G_BEGIN_DECLS

struct _PlyTimetablePage
{
  AdwBin parent_instance;

  /* Owned */
  PlyWorkspace *workspace;
  PlyTimetableView *view;
  PlyTimetableCommands *commands;
  PlyTimetableGesture *gesture;

  char **days; /* ids, as the toggles and the choice have them */
  gboolean is_narrow;
  gboolean filling;    /* the choices of days are being made */
  gboolean wants_tray; /* the tray comes back when the editor is closed */
  gboolean has_gap;    /* one jumped to @gap last */
  PlyGridSpot gap;

  /* Template, and what is put into it */
  AdwOverlaySplitView *split_view;
  GtkStack *stack; /* "grid", or why there is none */
  AdwBanner *banner;
  GtkScrolledWindow *scrolled; /* holds @canvas */
  PlyTimetableCanvas *canvas;
  GtkStack *pane; /* "editor", "tray" */
  AdwNavigationView *editor_view;
  PlyEditorPage *editor_page, *talk_page; /* NULL until they are needed */
  AdwBin *tray_bin;                       /* for the tray */
  AdwToggleGroup *day_toggles;            /* toggles are named by the day's id, "all" */
  GtkDropDown *day_choice;
  GtkWidget *form_button;
  GtkMenuButton *rooms_button, *menu_button;
  GtkToggleButton *tray_button;
};

/* ply-timetable-actions.c */
void ply_timetable_page_install_actions (GtkWidgetClass *widget_class);
/* Which of them make sense now. */
void ply_timetable_page_update_actions (PlyTimetablePage *self);

G_END_DECLS
