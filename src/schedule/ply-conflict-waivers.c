/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-waiver.h"

#include <string.h>

/* Cases that the organizer lives with. */

static guint64
key_of (const PlyWaiver *waiver, PlyConflictKind kind)
{
  const char *text = waiver->text != NULL ? waiver->text : "";
  guint64 key = ply_found_key_start (kind, text);

  for (const char *at = waiver->records; *at != '\0';)
    {
      gsize length = strcspn (at, " ");

      if (length > 0)
        key += ply_hash_text (at, length);
      at += length + strspn (at + length, " ");
    }
  return key;
}

/* The record that the waiver names first, of whatever kind it is. */
static PlyNode *
first_node (const PlyConflicts *self, const PlyWaiver *waiver)
{
  g_autofree char *id = g_strndup (waiver->records, strcspn (waiver->records, " "));

  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      PlyNode *node = ply_index_find (self, kind, id);

      if (node != NULL)
        return node;
    }
  return NULL;
}

/* What the waiver is about is found anew, and then counts or does not. */
static void
mark (PlyConflicts *self, const PlyWaiver *waiver, guint64 key)
{
  const PlyNode *node = first_node (self, waiver);

  for (guint i = 0; node != NULL && i < node->about.len; i++)
    {
      PlyFound *found = ply_vec_get (&node->about, i);

      if (ply_found_key (found) == key)
        ply_index_mark_scope (self, found->scope);
    }
}

void
ply_waivers_change (PlyConflicts *self, const PlyWaiver *waiver, int step)
{
  PlyConflictKind kind = ply_conflict_kind_from_name (waiver->kind);
  guint64 key;
  int n;

  if (kind == PLY_N_CONFLICT_KINDS || waiver->records == NULL)
    return;
  key = key_of (waiver, kind);
  n = GPOINTER_TO_INT (g_hash_table_lookup (self->waivers, &key)) + step;
  if (n > 0)
    g_hash_table_insert (self->waivers, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (n));
  else
    g_hash_table_remove (self->waivers, &key);
  self->n_waivers[kind] += step;
  mark (self, waiver, key);
}

gboolean
ply_waivers_has (const PlyConflicts *self, const PlyFound *found)
{
  guint64 key;

  if (self->n_waivers[found->conflict.kind] == 0)
    return FALSE;
  key = ply_found_key (found);
  return g_hash_table_contains (self->waivers, &key);
}

/* Public functions */

PlyWaiver *
ply_conflict_make_waiver (const PlyConflict *conflict, const char *note)
{
  g_autofree const char **ids = NULL;
  g_autofree char *records = NULL;
  g_autofree char *id = NULL;
  const char *kind, *text;
  PlyWaiver *waiver;

  g_return_val_if_fail (conflict != NULL, NULL);

  ids = g_new (const char *, conflict->n_records);
  for (guint i = 0; i < conflict->n_records; i++)
    ids[i] = conflict->records[i].id;
  kind = ply_conflict_kind_get_info (conflict->kind)->name;
  text = ply_conflict_get_text (conflict);
  records = ply_waiver_join_records (ids, conflict->n_records);
  id = ply_waiver_id (kind, records, text);
  waiver = ply_record_new (PLY_KIND_WAIVER, id);
  ply_record_set_text (waiver, "kind", kind);
  ply_record_set_text (waiver, "records", records);
  ply_record_set_text (waiver, "text", text);
  ply_record_set_text (waiver, "note", note);
  return waiver;
}
