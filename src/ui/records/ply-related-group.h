/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-child-group.h"
#include "ply-editor-layout.h"

G_BEGIN_DECLS

/* Links to the records that name the edited one: an institution's people, somebody's contributions,
 * the sessions in a room. Hidden while there are none. */

#define PLY_TYPE_RELATED_GROUP (ply_related_group_get_type ())
G_DECLARE_FINAL_TYPE (PlyRelatedGroup, ply_related_group, PLY, RELATED_GROUP, PlyChildGroup)

/* @section: STAFF, CONTRIBUTIONS or SESSIONS. */
GtkWidget *ply_related_group_new (PlyEditTarget *target, PlySectionType section);

G_END_DECLS
