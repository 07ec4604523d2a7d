/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-child-group.h"

G_BEGIN_DECLS

/* The institutions of a person, with the position there. */

#define PLY_TYPE_AFFILIATIONS_GROUP (ply_affiliations_group_get_type ())
G_DECLARE_FINAL_TYPE (PlyAffiliationsGroup, ply_affiliations_group, PLY, AFFILIATIONS_GROUP,
                      PlyChildGroup)

GtkWidget *ply_affiliations_group_new (PlyEditTarget *target);

G_END_DECLS
