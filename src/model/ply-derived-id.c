/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-derived-id.h"

#include "ply-translation.h"
#include "ply-waiver.h"

static char *
translation_id (const PlyTranslation *translation)
{
  if (translation->owner == NULL || translation->field == NULL || translation->language == NULL)
    return NULL;
  return ply_translation_id (translation->owner, translation->field, translation->language);
}

static char *
walk_id (const PlyWalk *walk)
{
  if (walk->building == NULL || walk->other == NULL)
    return NULL;
  return ply_walk_id (walk->building, walk->other);
}

static char *
setting_id (const PlyConflictSetting *setting)
{
  return setting->kind != NULL ? ply_conflict_setting_id (setting->kind) : NULL;
}

static char *
waiver_id (const PlyWaiver *waiver)
{
  if (waiver->kind == NULL || waiver->records == NULL)
    return NULL;
  return ply_waiver_id (waiver->kind, waiver->records, waiver->text);
}

char *
ply_record_derive_id (gconstpointer record)
{
  g_return_val_if_fail (record != NULL, NULL);

  switch (PLY_RECORD (record)->kind)
    {
    case PLY_KIND_TRANSLATION:
      return translation_id (record);
    case PLY_KIND_WALK:
      return walk_id (record);
    case PLY_KIND_CONFLICT_SETTING:
      return setting_id (record);
    case PLY_KIND_WAIVER:
      return waiver_id (record);
    default:
      return NULL;
    }
}
