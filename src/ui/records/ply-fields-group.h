/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-edit-target.h"

G_BEGIN_DECLS

/* Rows for some fields of a record; hidden while a translation is edited and none of them has one.
 */

#define PLY_TYPE_FIELDS_GROUP (ply_fields_group_get_type ())
G_DECLARE_FINAL_TYPE (PlyFieldsGroup, ply_fields_group, PLY, FIELDS_GROUP, AdwPreferencesGroup)

/* @title may be NULL. @names: NULL-terminated. NULL when there is nothing to edit among them. */
GtkWidget *ply_fields_group_new (PlyEditTarget *target, const char *title,
                                 const char *const *names);

G_END_DECLS
