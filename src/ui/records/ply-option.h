/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-workspace.h"

G_BEGIN_DECLS

/* One of the values that a field can have, as a drop-down shows it. Properties: "label". */

#define PLY_TYPE_OPTION (ply_option_get_type ())
G_DECLARE_FINAL_TYPE (PlyOption, ply_option, PLY, OPTION, GObject)

/* @value: what is stored, NULL for "none". */
PlyOption *ply_option_new (const char *value, const char *label);
const char *ply_option_get_value (PlyOption *self);

/* What the stored @code of a field with choices is called, translated; @code itself, or NULL, when
 * it is none of them. */
const char *ply_option_choice_label (PlyKind kind, const char *field_name, const char *code);

/* All that the field can be: choices, countries, records. "None" comes first when the field may be
 * unset. The caller owns the list. */
GListModel *ply_option_list_new (PlyWorkspace *workspace, const PlyField *field);
/* GTK_INVALID_LIST_POSITION when it is not there. */
guint ply_option_list_find (GListModel *list, const char *value);
gboolean ply_option_list_equal (GListModel *a, GListModel *b);

G_END_DECLS
