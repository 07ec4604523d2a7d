/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-child-group.h"

G_BEGIN_DECLS

/* What an organizer wants of a session and another one: before it, not at the same time, in the
 * same room ... Rules of either session are shown, said from the side of the edited one. */

#define PLY_TYPE_RULES_GROUP (ply_rules_group_get_type ())
G_DECLARE_FINAL_TYPE (PlyRulesGroup, ply_rules_group, PLY, RULES_GROUP, PlyChildGroup)

/* @target: of a session. */
GtkWidget *ply_rules_group_new (PlyEditTarget *target);

G_END_DECLS
