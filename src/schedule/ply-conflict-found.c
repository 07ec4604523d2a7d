/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include <string.h>

/* What is found: in its scope, with the nodes it names, and in one of the lists. */

/* The order of days, then of minutes of the day. */
static gint64
when_of (const PlyNode *node)
{
  if (node == NULL || node->date == PLY_UNSET)
    return G_MAXINT64;
  return node->date * 4096 + (node->start != PLY_UNSET ? node->start - node->date * 1440 + 1 : 0);
}

void
ply_conflicts_add (PlyConflicts *self, PlyScope *scope, PlyConflictKind kind, const PlyNode *when,
                   const char *text, PlyNode *const *nodes, guint n)
{
  PlyFound *found;

  if (self->settings.is_off[kind])
    return;
  found = g_malloc (sizeof *found + n * sizeof *found->records);
  found->conflict.kind = kind;
  found->conflict.severity = self->settings.severities[kind];
  found->conflict.n_records = n;
  found->conflict.records = found->records;
  found->when = when_of (when);
  found->text = text;
  found->dropped = FALSE;
  for (guint i = 0; i < n; i++)
    {
      found->records[i] = (PlyConflictRecord) { nodes[i]->kind, nodes[i]->id };
      ply_vec_add (&nodes[i]->about, found);
    }
  found->scope = scope;
  found->next = scope->first;
  scope->first = found;
  found->is_waived = ply_waivers_has (self, found);
  self->counts[found->conflict.severity] += !found->is_waived;
  g_ptr_array_add (found->is_waived ? self->waived : self->fresh, found);
}

guint64
ply_found_key_start (PlyConflictKind kind, const char *text)
{
  return ply_hash_text (text, strlen (text)) + kind;
}

guint64
ply_found_key (const PlyFound *found)
{
  guint64 key = ply_found_key_start (found->conflict.kind, found->text != NULL ? found->text : "");

  for (guint i = 0; i < found->conflict.n_records; i++)
    key += ply_hash_text (found->records[i].id, strlen (found->records[i].id));
  return key;
}

void
ply_found_hang (PlyConflicts *self, PlyFound *found, gboolean in)
{
  for (guint i = 0; i < found->conflict.n_records; i++)
    {
      PlyNode *node = ply_index_find (self, found->records[i].kind, found->records[i].id);

      if (in)
        ply_vec_add (&node->about, found);
      else
        ply_vec_remove (&node->about, found);
    }
}

void
ply_found_drop (PlyConflicts *self, PlyScope *scope)
{
  if (self->kept != NULL)
    {
      PlyKept kept = { scope, scope->first };

      g_array_append_val (self->kept, kept);
    }
  for (PlyFound *found = scope->first; found != NULL; found = found->next)
    {
      ply_found_hang (self, found, FALSE);
      self->counts[found->conflict.severity] -= !found->is_waived;
      if (self->kept != NULL)
        continue;
      found->dropped = TRUE;
      self->n_dropped++;
    }
  scope->first = NULL;
}

int
ply_found_compare (gconstpointer a, gconstpointer b)
{
  const PlyFound *one = *(PlyFound *const *) a;
  const PlyFound *two = *(PlyFound *const *) b;

  if (one->conflict.severity != two->conflict.severity)
    return one->conflict.severity < two->conflict.severity ? -1 : 1;
  if (one->when != two->when)
    return one->when < two->when ? -1 : 1;
  if (one->conflict.kind != two->conflict.kind)
    return one->conflict.kind < two->conflict.kind ? -1 : 1;
  for (guint i = 0; i < MIN (one->conflict.n_records, two->conflict.n_records); i++)
    {
      int order = strcmp (one->records[i].id, two->records[i].id);

      if (order != 0)
        return order;
    }
  if (one->conflict.n_records != two->conflict.n_records)
    return one->conflict.n_records < two->conflict.n_records ? -1 : 1;
  return g_strcmp0 (one->text, two->text);
}

/* Frees what was dropped. */
static void
compact_one (GPtrArray *list)
{
  guint kept = 0;

  for (guint i = 0; i < list->len; i++)
    {
      PlyFound *found = list->pdata[i];

      if (found->dropped)
        g_free (found);
      else
        list->pdata[kept++] = found;
    }
  g_ptr_array_set_size (list, kept);
}

void
ply_found_compact (PlyConflicts *self)
{
  if (self->n_dropped == 0)
    return;
  compact_one (self->list);
  compact_one (self->fresh);
  compact_one (self->waived);
  self->n_dropped = 0;
}
