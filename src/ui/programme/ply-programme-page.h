/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* The booklet as it will print, kept up with the event; its options; export and print. Uses
 * win.show-record, win.report, win.export-pdf, win.print. Its own actions: programme.find,
 * .zoom-in, .zoom-out, .zoom (s), .fit-width, .fit-page, .enter-page, .find-next, .find-previous.
 */

#define PLY_TYPE_PROGRAMME_PAGE (ply_programme_page_get_type ())
G_DECLARE_FINAL_TYPE (PlyProgrammePage, ply_programme_page, PLY, PROGRAMME_PAGE, AdwBin)

GtkWidget *ply_programme_page_new (PlyWorkspace *workspace);
void ply_programme_page_export (PlyProgrammePage *self);
void ply_programme_page_print (PlyProgrammePage *self);

G_END_DECLS
