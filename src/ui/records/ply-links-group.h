/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-child-group.h"

G_BEGIN_DECLS

/* Web addresses that belong to a record. */

#define PLY_TYPE_LINKS_GROUP (ply_links_group_get_type ())
G_DECLARE_FINAL_TYPE (PlyLinksGroup, ply_links_group, PLY, LINKS_GROUP, PlyChildGroup)

GtkWidget *ply_links_group_new (PlyEditTarget *target);

G_END_DECLS
