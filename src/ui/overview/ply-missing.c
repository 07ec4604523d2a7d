/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-missing.h"

#include "ply-programme-order.h"
#include "ply-translation.h"

guint
ply_missing_places (const PlySnapshot *snapshot)
{
  guint n_missing = 0;

  for (guint i = 0; i < ply_snapshot_get_n (snapshot, PLY_KIND_SESSION); i++)
    {
      const PlySession *session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i);
      gboolean has_room = session->room != NULL || session->all_rooms == 1;

      if (g_strcmp0 (session->state, "cancelled") != 0
          && (!ply_session_is_placed (session) || !has_room))
        n_missing++;
    }
  return n_missing;
}

static void
count_record (const PlySnapshot *snapshot, gconstpointer record, const char *language,
              guint *missing, guint *outdated)
{
  const PlyKindInfo *info = ply_kind_get_info (PLY_RECORD (record)->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!(info->fields[i].flags & PLY_FIELD_TRANSLATABLE))
        continue;
      switch (ply_translation_state (snapshot, record, info->fields[i].name, language))
        {
        case PLY_TEXT_MISSING:
          (*missing)++;
          break;
        case PLY_TEXT_STALE:
          (*outdated)++;
          break;
        default:
          break;
        }
    }
}

void
ply_missing_translations (const PlySnapshot *snapshot, const char *language, guint *missing,
                          guint *outdated)
{
  *missing = 0;
  *outdated = 0;
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    for (guint i = 0; i < ply_snapshot_get_n (snapshot, kind); i++)
      count_record (snapshot, ply_snapshot_get_at (snapshot, kind, i), language, missing, outdated);
}
