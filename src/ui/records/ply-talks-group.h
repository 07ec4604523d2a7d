/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-child-group.h"

G_BEGIN_DECLS

/* The talks of a session in their order, with the times that follow from it. Opens one by the
 * action records.show-talk (id). */

#define PLY_TYPE_TALKS_GROUP (ply_talks_group_get_type ())
G_DECLARE_FINAL_TYPE (PlyTalksGroup, ply_talks_group, PLY, TALKS_GROUP, PlyChildGroup)

GtkWidget *ply_talks_group_new (PlyEditTarget *target);

G_END_DECLS
