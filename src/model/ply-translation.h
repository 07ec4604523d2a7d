/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-plan.h"

G_BEGIN_DECLS

typedef enum
{
  PLY_TEXT_EMPTY,   /* the base text is empty: nothing to translate */
  PLY_TEXT_MISSING, /* no translation */
  PLY_TEXT_DRAFT,
  PLY_TEXT_STALE, /* the base text has changed since: needs review */
  PLY_TEXT_FINAL,
} PlyTextState;

/* The id that a translation of this text into @language always has. */
char *ply_translation_id (const char *owner, const char *field_name, const char *language);
PlyTextState ply_translation_state (const PlySnapshot *snapshot, gconstpointer record,
                                    const char *field_name, const char *language);
/* Adds to @plan what makes @text the translation; NULL or empty removes it. @state: "draft",
 * "final". */
void ply_plan_translate (PlyPlan *plan, const PlySnapshot *snapshot, gconstpointer record,
                         const char *field_name, const char *language, const char *text,
                         const char *state);

G_END_DECLS
