/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-record.h"

G_BEGIN_DECLS

/* The one description of what records are made of. The store makes its SQL from it, editors their
 * validation, import and JSON their keys, the translation desk its list of texts. */

typedef enum
{
  PLY_FIELD_TEXT,     /* one line */
  PLY_FIELD_LONGTEXT, /* paragraphs, separated by blank lines */
  PLY_FIELD_DATE,
  PLY_FIELD_LANGUAGE,
  PLY_FIELD_LANGUAGES,
  PLY_FIELD_ZONE,
  PLY_FIELD_COUNTRY,
  PLY_FIELD_COLOR,
  PLY_FIELD_URL,
  PLY_FIELD_CHOICE, /* text out of PlyField.choices */
  PLY_FIELD_RANK,
  PLY_FIELD_JSON,
  PLY_FIELD_REF, /* id of a record of kind PlyField.target */
  PLY_FIELD_ID,  /* id of a record of any kind */
  PLY_FIELD_IDS, /* several, each once, sorted, separated by spaces; records may be gone */
  PLY_FIELD_INTEGER,
  PLY_FIELD_FLAG,     /* 0 or 1 */
  PLY_FIELD_MINUTES,  /* since midnight */
  PLY_FIELD_DURATION, /* minutes */
  PLY_FIELD_BYTES,
} PlyFieldType;

typedef enum
{
  PLY_FIELD_NONE = 0,
  PLY_FIELD_REQUIRED = 1 << 0,
  /* An audience reads it: it may have a translation. */
  PLY_FIELD_TRANSLATABLE = 1 << 1,
  /* REF: when the target is deleted, this record goes too (otherwise the field is unset). */
  PLY_FIELD_OWNER = 1 << 2,
} PlyFieldFlags;

typedef struct
{
  const char *code;  /* stored */
  const char *label; /* English, marked for translation */
} PlyChoice;

typedef struct
{
  const char *name;  /* column and key */
  const char *label; /* English, marked for translation */
  PlyFieldType type;
  PlyFieldFlags flags;
  PlyKind target;           /* REF */
  const PlyChoice *choices; /* CHOICE, ends with a NULL code */
  gsize offset;
} PlyField;

typedef struct
{
  const char *name;  /* table, JSON key: "session_type" */
  const char *label; /* English, marked for translation: "Session Type" */
  gsize size;
  const PlyField *fields;
  guint n_fields;
} PlyKindInfo;

const PlyKindInfo *ply_kind_get_info (PlyKind kind);
/* PLY_N_KINDS when there is no such table. */
PlyKind ply_kind_from_name (const char *name);

/* NULL when the kind has no such field. */
const PlyField *ply_field_lookup (PlyKind kind, const char *name);
/* How the field is stored: TEXT, INTEGER or BYTES. */
PlyValueType ply_field_storage (const PlyField *field);

/* Text fields (every kind of text and id): the record's own text, NULL when unset. */
const char *ply_record_get_text (gconstpointer record, const PlyField *field);
gint64 ply_record_get_integer (gconstpointer record, const PlyField *field);
/* A copy; clear it. */
PlyValue ply_record_get_value (gconstpointer record, const PlyField *field);
/* Only for a record that nobody else holds yet. An empty text becomes unset. */
void ply_record_set_value (gpointer record, const PlyField *field, const PlyValue *value);
void ply_record_set_text (gpointer record, const char *field_name, const char *text);
void ply_record_set_integer (gpointer record, const char *field_name, gint64 integer);
gboolean ply_record_equal (gconstpointer a, gconstpointer b);

/* The field by which a person recognizes the record: title or name; NULL for links and the like. */
const PlyField *ply_kind_title_field (PlyKind kind);

G_END_DECLS
