/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A selection as what is selected, so that it can be kept while the places change. @items is what
 * the selection's model shows, in the same order. */

/* The selected objects: a set, which owns them. */
GHashTable *ply_item_selection_dup (GtkSelectionModel *selection, GListModel *items);
/* Selects those of @wanted that are there, and nothing else. */
void ply_item_selection_set (GtkSelectionModel *selection, GListModel *items, GHashTable *wanted);

G_END_DECLS
