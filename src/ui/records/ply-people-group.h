/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-child-group.h"

G_BEGIN_DECLS

/* Who takes part in a session or a talk, and as what. */

#define PLY_TYPE_PEOPLE_GROUP (ply_people_group_get_type ())
G_DECLARE_FINAL_TYPE (PlyPeopleGroup, ply_people_group, PLY, PEOPLE_GROUP, PlyChildGroup)

GtkWidget *ply_people_group_new (PlyEditTarget *target);

G_END_DECLS
