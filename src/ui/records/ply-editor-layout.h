/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-fields.h"

G_BEGIN_DECLS

/* What an editor shows of a record, in which groups and order. A field that stands nowhere here
 * appears at the end by itself. */

typedef enum
{
  PLY_SECTION_FIELDS,
  PLY_SECTION_TALKS,
  PLY_SECTION_PEOPLE,        /* who takes part in a session or talk, and as what */
  PLY_SECTION_AFFILIATIONS,  /* a person's institutions */
  PLY_SECTION_STAFF,         /* an institution's people */
  PLY_SECTION_CONTRIBUTIONS, /* where a person or institution takes part */
  PLY_SECTION_SESSIONS,      /* the sessions that name the record: of a room, a track ... */
  PLY_SECTION_LINKS,
  PLY_SECTION_RULES,        /* what is wanted of a session and another one */
  PLY_SECTION_AVAILABILITY, /* when a person or a room is there */
} PlySectionType;

typedef struct
{
  PlySectionType type;
  const char *title;  /* English, marked for translation; NULL for none */
  const char *fields; /* FIELDS: names, separated by spaces */
} PlySection;

/* Ends with a section without fields of type FIELDS. */
const PlySection *ply_editor_layout_get_sections (PlyKind kind);
/* The names of the fields that no section has, owned by the caller. */
char **ply_editor_layout_dup_rest (PlyKind kind);

G_END_DECLS
