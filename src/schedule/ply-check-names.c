/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-name-key.h"

#include <string.h>

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(PlyNode *const *) a)->id, (*(PlyNode *const *) b)->id);
}

static void
add_all (PlyConflicts *self, PlyBucket *bucket, PlyConflictKind kind)
{
  guint n = bucket->members.len;
  g_autofree PlyNode **nodes = g_new (PlyNode *, n);

  for (guint i = 0; i < n; i++)
    nodes[i] = ply_vec_get (&bucket->members, i);
  qsort (nodes, n, sizeof *nodes, compare_ids);
  ply_conflicts_add (self, &bucket->own, kind, NULL, NULL, nodes, n);
}

/* Two people can share both keys; one of the two buckets tells of them. */
static gboolean
is_told_elsewhere (const PlyBucket *bucket)
{
  const PlyNode *first = ply_vec_get (&bucket->members, 0);

  for (guint i = 0; i < first->buckets.len; i++)
    {
      const PlyBucket *other = ply_vec_get (&first->buckets, i);
      gboolean all = other->number < bucket->number;

      for (guint j = 1; j < bucket->members.len && all; j++)
        all = ply_vec_contains (&((PlyNode *) ply_vec_get (&bucket->members, j))->buckets, other);
      if (all)
        return TRUE;
    }
  return FALSE;
}

void
ply_check_names (PlyConflicts *self, PlyBucket *bucket)
{
  if (bucket->members.len > 1 && !is_told_elsewhere (bucket))
    add_all (self, bucket, PLY_CONFLICT_DUPLICATE_PERSON);
}

void
ply_check_titles (PlyConflicts *self, PlyBucket *bucket)
{
  if (bucket->members.len > 1)
    add_all (self, bucket, PLY_CONFLICT_DUPLICATE_TITLE);
}

static void
join_name (PlyConflicts *self, PlyNode *node, const char *name, const char *more)
{
  guint64 keys[PLY_NAME_KEYS_MOST];
  guint n = ply_name_keys (name, more, keys);

  for (guint i = 0; i < n; i++)
    ply_place_join (self, node, ply_index_ensure_bucket (self, PLY_BUCKET_NAME, NULL, keys[i]));
}

/* Mostly the name is just the two. */
static gboolean
is_joined (const char *name, const char *given, const char *family)
{
  gsize length = strlen (given);

  return strncmp (name, given, length) == 0 && name[length] == ' '
         && strcmp (name + length + 1, family) == 0;
}

void
ply_place_person (PlyConflicts *self, PlyNode *node)
{
  const PlyPerson *person = (const PlyPerson *) node->record;
  gboolean has_both;

  ply_place_leave (self, node);
  if (person == NULL)
    return;
  has_both = person->given_name != NULL && person->family_name != NULL;
  if (has_both)
    join_name (self, node, person->given_name, person->family_name);
  if (person->name != NULL
      && (!has_both || !is_joined (person->name, person->given_name, person->family_name)))
    join_name (self, node, person->name, NULL);
}
