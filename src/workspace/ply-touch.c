/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-touch.h"

typedef struct
{
  const PlySnapshot *after;
  GHashTable *changed; /* ids of what changed itself */
  GHashTable *touched; /* id -> record */
} Touch;

static void
touch (Touch *self, PlyKind kind, const char *id)
{
  const PlyRecord *record = ply_snapshot_lookup (self->after, kind, id);

  if (record == NULL || g_hash_table_contains (self->touched, id))
    return;
  if (!g_hash_table_contains (self->changed, id))
    g_hash_table_insert (self->touched, record->id, (gpointer) record);
  /* A session's row shows its talks' people. */
  if (kind == PLY_KIND_TALK)
    touch (self, PLY_KIND_SESSION, ((const PlyTalk *) record)->session);
}

/* What @record belongs to. */
static void
touch_owners (Touch *self, const PlyRecord *record)
{
  const PlyKindInfo *info = ply_kind_get_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & PLY_FIELD_OWNER)
      touch (self, info->fields[i].target, ply_record_get_text (record, &info->fields[i]));
  if (record->kind == PLY_KIND_TRANSLATION)
    {
      const PlyTranslation *translation = (const PlyTranslation *) record;
      PlyKind kind = ply_kind_from_name (translation->owner_kind);

      if (kind != PLY_N_KINDS)
        touch (self, kind, translation->owner);
    }
}

/* What refers to the record, and what those belong to. */
static void
touch_referrers (Touch *self, const PlySnapshot *snapshot, PlyKind target, const char *id)
{
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      const PlyKindInfo *info = ply_kind_get_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          GPtrArray *children;

          if (info->fields[i].type != PLY_FIELD_REF || info->fields[i].target != target)
            continue;
          children = ply_snapshot_get_children (snapshot, kind, info->fields[i].name, id);
          for (guint c = 0; c < children->len; c++)
            {
              touch (self, kind, PLY_RECORD (children->pdata[c])->id);
              touch_owners (self, children->pdata[c]);
            }
        }
    }
}

GPtrArray *
ply_touched_records (const PlySnapshot *before, const PlySnapshot *after, const PlyChange *changes,
                     guint n_changes)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) touched = g_hash_table_new (g_str_hash, g_str_equal);
  Touch self = { after, changed, touched };

  for (guint i = 0; i < n_changes; i++)
    g_hash_table_add (changed, (gpointer) changes[i].id);
  for (guint i = 0; i < n_changes; i++)
    {
      const PlyRecord *old = ply_snapshot_lookup (before, changes[i].kind, changes[i].id);

      if (old != NULL)
        touch_owners (&self, old);
      if (changes[i].record != NULL)
        touch_owners (&self, changes[i].record);
      touch_referrers (&self, after, changes[i].kind, changes[i].id);
    }
  return g_hash_table_get_values_as_ptr_array (touched);
}
