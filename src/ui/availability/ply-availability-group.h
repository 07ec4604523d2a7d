/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-child-group.h"

G_BEGIN_DECLS

/* When a person or a room is there, painted and in rows; for a person also arrival and departure.
 */

#define PLY_TYPE_AVAILABILITY_GROUP (ply_availability_group_get_type ())
G_DECLARE_FINAL_TYPE (PlyAvailabilityGroup, ply_availability_group, PLY, AVAILABILITY_GROUP,
                      PlyChildGroup)

/* @target: of a person or a room. */
GtkWidget *ply_availability_group_new (PlyEditTarget *target);

G_END_DECLS
