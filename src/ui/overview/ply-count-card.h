/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* How many records of a kind there are, as a button to the view that holds them (win.show-view). */

#define PLY_TYPE_COUNT_CARD (ply_count_card_get_type ())
G_DECLARE_FINAL_TYPE (PlyCountCard, ply_count_card, PLY, COUNT_CARD, AdwBin)

GtkWidget *ply_count_card_new (PlyKind kind, const char *view);
void ply_count_card_update (PlyCountCard *self, const PlySnapshot *snapshot);

G_END_DECLS
