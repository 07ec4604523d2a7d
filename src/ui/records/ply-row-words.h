/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* What a screen reader hears of the rows of a list of PlyRow: the record's name, and how many
 * conflicts it has. Sets the view's row factory. */
void ply_row_words_add (GtkColumnView *view, PlyWorkspace *workspace);

G_END_DECLS
