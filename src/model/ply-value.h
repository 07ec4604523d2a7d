/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one field of a record may hold. UNSET is SQL's NULL: not known, not there. */
typedef enum
{
  PLY_VALUE_UNSET,
  PLY_VALUE_TEXT,
  PLY_VALUE_INTEGER,
  PLY_VALUE_BYTES,
} PlyValueType;

typedef struct
{
  PlyValueType type;
  union
  {
    char *text; /* owned, UTF-8 */
    gint64 integer;
    GBytes *bytes; /* owned */
  };
} PlyValue;

#define PLY_VALUE_INIT { .type = PLY_VALUE_UNSET }

/* A NULL text makes an UNSET value, and so does PLY_UNSET as an integer. */
PlyValue ply_value_text (const char *text);
PlyValue ply_value_integer (gint64 integer);
PlyValue ply_value_bytes (GBytes *bytes);
PlyValue ply_value_copy (const PlyValue *value);
void ply_value_clear (PlyValue *value);
gboolean ply_value_equal (const PlyValue *a, const PlyValue *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlyValue, ply_value_clear)

G_END_DECLS
