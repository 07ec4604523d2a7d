/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-render.h"

G_BEGIN_DECLS

/* Export and print: ask where to, set the pages in a worker thread, show progress in a dialog that
 * can cancel, tell how it went (win.report, and a toast in @toasts with the file's buttons). All
 * the values are copied. */
typedef struct
{
  GtkWidget *parent; /* in the window */
  PlySnapshot *snapshot;
  const PlyProductOptions *options;
  const char *title; /* of the event */
} PlyOutput;

void ply_output_export (const PlyOutput *output, AdwToastOverlay *toasts);
void ply_output_print (const PlyOutput *output);

G_END_DECLS
