/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-fields.h"

G_BEGIN_DECLS

/* What people read and type in an entry for a field: "90" or "1:30" for a length, "9:30" for a
 * time. */

/* Never NULL. */
char *ply_field_text_format (const PlyField *field, gconstpointer record);
/* Errors: PLY_MODEL_ERROR, with a message for the reader. */
gboolean ply_field_text_parse (const PlyField *field, const char *text, PlyValue *value,
                               GError **error);
/* The text after one step up (+1) or down (-1): five minutes, a day, one; NULL where steps make no
 * sense. */
char *ply_field_text_step (const PlyField *field, const char *text, int direction);
gboolean ply_field_text_has_steps (const PlyField *field);

G_END_DECLS
