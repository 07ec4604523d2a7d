/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-translation.h"

#include "ply-id.h"

#include <string.h>

char *
ply_translation_id (const char *owner, const char *field_name, const char *language)
{
  g_autofree char *name = g_strconcat (field_name, "/", language, NULL);

  return ply_id_derive (owner, name);
}

PlyTextState
ply_translation_state (const PlySnapshot *snapshot, gconstpointer record, const char *field_name,
                       const char *language)
{
  const PlyTranslation *translation;
  const char *base = ply_snapshot_get_text (snapshot, record, field_name, NULL);

  if (base == NULL)
    return PLY_TEXT_EMPTY;
  translation = ply_snapshot_get_translation (snapshot, record, field_name, language);
  if (translation == NULL)
    return PLY_TEXT_MISSING;
  if (translation->source != NULL && strcmp (translation->source, base) != 0)
    return PLY_TEXT_STALE;
  return strcmp (translation->state, "final") == 0 ? PLY_TEXT_FINAL : PLY_TEXT_DRAFT;
}

void
ply_plan_translate (PlyPlan *plan, const PlySnapshot *snapshot, gconstpointer record,
                    const char *field_name, const char *language, const char *text,
                    const char *state)
{
  const PlyRecord *owner = record;
  g_autofree char *id = ply_translation_id (owner->id, field_name, language);
  PlyTranslation *translation;

  if (text == NULL || *text == '\0')
    {
      if (ply_snapshot_lookup (snapshot, PLY_KIND_TRANSLATION, id) != NULL)
        ply_plan_delete (plan, snapshot, PLY_KIND_TRANSLATION, id);
      return;
    }
  translation = ply_record_new (PLY_KIND_TRANSLATION, id);
  translation->owner_kind = g_strdup (ply_kind_get_info (owner->kind)->name);
  translation->owner = g_strdup (owner->id);
  translation->field = g_strdup (field_name);
  translation->language = g_strdup (language);
  translation->text = g_strdup (text);
  translation->source =
      g_strdup (ply_record_get_text (record, ply_field_lookup (owner->kind, field_name)));
  translation->state = g_strdup (state);
  ply_plan_put (plan, snapshot, translation);
}
