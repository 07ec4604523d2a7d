/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-fields.h"

G_BEGIN_DECLS

#define PLY_MODEL_ERROR (ply_model_error_quark ())

typedef enum
{
  PLY_MODEL_ERROR_INVALID, /* a value that the field cannot hold; the message says what to do */
  PLY_MODEL_ERROR_MISSING, /* a required field is unset */
} PlyModelError;

GQuark ply_model_error_quark (void);

/* Limits of one text, in bytes: a title of a page is not a title, and a 100 MB cell is an attack.
 */
#define PLY_TEXT_MAX 2000
#define PLY_LONGTEXT_MAX 200000

/* Whether @field may hold @value, looked at alone. */
gboolean ply_field_validate (const PlyField *field, const PlyValue *value, GError **error);
/* Every field of the record, and what its fields must be together (exactly one owner of a link
 * ...). */
gboolean ply_record_validate (gconstpointer record, GError **error);

G_END_DECLS
