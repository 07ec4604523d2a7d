/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* The views of an event, in the order of the sidebar. A new view is a row in the table of
 * ply-view-table.c; its page brings its own header bar. */
typedef struct
{
  const char *id;
  const char *title; /* English, marked for translation */
  const char *icon;
  PlyKind counted; /* PLY_N_KINDS: the sidebar shows no number of records */
  GtkWidget *(*create) (PlyWorkspace *workspace);
  /* Shows the record of @kind; NULL: there is nothing to show in it. */
  void (*show) (GtkWidget *page, PlyKind kind, const char *id);
  /* Begins a search in the page (Ctrl+F); NULL: everything is searched instead. */
  void (*search) (GtkWidget *page);
  /* Shows another number than that of records, in a label of the sidebar, and keeps it up to date;
   * says in words what is counted (owned). Called after the first frame, and after every
   * "conflicts-changed". */
  char *(*count) (PlyWorkspace *workspace, GtkLabel *label);
} PlyView;

const PlyView *ply_view_table_get (guint *n_views);
/* NULL when there is none of that id. */
const PlyView *ply_view_table_lookup (const char *id);
/* The view in which records of @kind are edited; NULL when there is none. */
const PlyView *ply_view_table_for_kind (PlyKind kind);

G_END_DECLS
