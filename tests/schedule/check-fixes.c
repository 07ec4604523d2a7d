/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixes.h"

#include "little-event.h"

#include <string.h>

/* "kind id id" with the ids in order: which session comes first changes with the times. */
static char *
key_of (const PlyConflict *conflict)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < conflict->n_records; i++)
    g_ptr_array_add (ids, (gpointer) conflict->records[i].id);
  g_ptr_array_sort_values (ids, (GCompareFunc) strcmp);
  g_ptr_array_add (ids, NULL);
  joined = g_strjoinv (" ", (char **) ids->pdata);
  return g_strdup_printf ("%s %s %s", ply_conflict_kind_get_info (conflict->kind)->name, joined,
                          ply_conflict_get_text (conflict));
}

/* Key -> severity + 1. */
static GHashTable *
keys_of (PlyConflicts *conflicts)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *list = ply_conflicts_get_list (conflicts);

  for (guint i = 0; i < list->len; i++)
    {
      const PlyConflict *conflict = list->pdata[i];

      g_hash_table_insert (keys, key_of (conflict), GINT_TO_POINTER (conflict->severity + 1));
    }
  return keys;
}

/* How many of @keys are not among @others; none of them an error when @no_error. */
static guint
count_missing (GHashTable *others, GHashTable *keys, gboolean no_error)
{
  GHashTableIter iter;
  gpointer key, severity;
  guint n = 0;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, &severity))
    {
      if (g_hash_table_contains (others, key))
        continue;
      n++;
      g_assert_true (!no_error || GPOINTER_TO_INT (severity) - 1 != PLY_SEVERITY_ERROR);
    }
  return n;
}

static void
assert_fix (PlySnapshot *snapshot, PlyConflicts *conflicts, const PlyConflict *conflict,
            const PlyFix *fix)
{
  g_autoptr (PlySnapshot) after = ply_plan_apply (fix->plan, snapshot);
  g_autoptr (PlyConflicts) fresh = ply_conflicts_new (after);
  g_autoptr (GHashTable) old = keys_of (conflicts);
  g_autoptr (GHashTable) now = keys_of (fresh);
  g_autofree char *key = key_of (conflict);

  g_assert_false (g_hash_table_contains (now, key));
  g_assert_cmpuint (count_missing (old, now, TRUE), ==, fix->n_fresh);
  g_assert_cmpuint (count_missing (now, old, FALSE), ==, fix->n_solved);
  g_assert_cmpstr (ply_plan_get_label (fix->plan), !=, "");
  g_assert_cmpstr (fix->label, !=, "");
  g_assert_cmpstr (fix->detail, !=, "");
}

GPtrArray *
check_fixes (PlySnapshot *snapshot, PlyConflicts *conflicts, const PlyConflict *conflict)
{
  g_autofree char *before = little_event_describe (conflicts, -1);
  GPtrArray *fixes = ply_fixes_for (conflicts, conflict);
  g_autofree char *after = little_event_describe (conflicts, -1);

  /* Looking for ways out leaves all as it was. */
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (fixes->len, <=, PLY_FIXES_MOST);
  for (guint i = 0; i < fixes->len; i++)
    assert_fix (snapshot, conflicts, conflict, fixes->pdata[i]);
  return fixes;
}
