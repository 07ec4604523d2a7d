/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-field-row.h"

#include "ply-choice-row.h"
#include "ply-color-row.h"
#include "ply-languages-row.h"
#include "ply-longtext-row.h"
#include "ply-picture-row.h"
#include "ply-switch-row.h"
#include "ply-text-row.h"

static GtkWidget *
reference_row_new (PlyEditTarget *target, const PlyField *field)
{
  /* Where a record hangs is not edited; the day on which it counts is. */
  if ((field->flags & PLY_FIELD_OWNER) && field->target != PLY_KIND_DAY)
    return NULL;
  if (field->target == PLY_KIND_ASSET)
    return ply_picture_row_new (target, field);
  return ply_choice_row_new (target, field);
}

GtkWidget *
ply_field_row_new (PlyEditTarget *target, const PlyField *field)
{
  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target) && field != NULL, NULL);

  switch (field->type)
    {
    case PLY_FIELD_RANK:
    case PLY_FIELD_JSON:
    case PLY_FIELD_ID:
    case PLY_FIELD_IDS:
    case PLY_FIELD_BYTES:
      return NULL;
    case PLY_FIELD_REF:
      return reference_row_new (target, field);
    case PLY_FIELD_CHOICE:
    case PLY_FIELD_COUNTRY:
      return ply_choice_row_new (target, field);
    case PLY_FIELD_FLAG:
      return ply_switch_row_new (target, field);
    case PLY_FIELD_COLOR:
      return ply_color_row_new (target, field);
    case PLY_FIELD_LANGUAGES:
      return ply_languages_row_new (target, field);
    case PLY_FIELD_LONGTEXT:
      return ply_longtext_row_new (target, field);
    default:
      return ply_text_row_new (target, field);
    }
}
