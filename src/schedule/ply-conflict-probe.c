/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include <string.h>

/* A plan's changes are made in the index, what they touch is checked, and the changes are taken
 * back. What had been found is set aside meanwhile and put back as it was, so nothing that was
 * handed out is another. */

/* The changes of a plan: from @old to @records, side by side. */
typedef struct
{
  const PlySnapshot *snapshot;
  GPtrArray *old;
  GPtrArray *records;  /* owned; NULL: gone */
  GHashTable *indexes; /* "KIND ID" -> index + 1 */
} Changes;

static void
changes_init (Changes *self, const PlySnapshot *snapshot)
{
  self->snapshot = snapshot;
  self->old = g_ptr_array_new ();
  self->records = g_ptr_array_new_with_free_func (ply_record_unref);
  self->indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
changes_clear (Changes *self)
{
  g_ptr_array_unref (self->old);
  g_ptr_array_unref (self->records);
  g_hash_table_unref (self->indexes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Changes, changes_clear)

/* Where the record stands, as the edits so far make it. */
static gpointer *
changes_find (Changes *self, PlyKind kind, const char *id)
{
  g_autofree char *key = g_strdup_printf ("%d %s", kind, id);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, key));
  gpointer old;

  if (index > 0)
    return &self->records->pdata[index - 1];
  old = (gpointer) ply_snapshot_lookup (self->snapshot, kind, id);
  g_ptr_array_add (self->old, old);
  g_ptr_array_add (self->records, old != NULL ? ply_record_ref (old) : NULL);
  g_hash_table_insert (self->indexes, g_steal_pointer (&key), GUINT_TO_POINTER (self->old->len));
  return &self->records->pdata[self->records->len - 1];
}

static void
changes_add (Changes *self, const PlyEdit *edit)
{
  gpointer *at = changes_find (self, edit->kind, edit->id);
  gpointer record = NULL;

  if (edit->type == PLY_EDIT_INSERT)
    record = ply_record_ref (edit->record);
  else if (edit->type == PLY_EDIT_SET && *at != NULL)
    {
      record = ply_record_copy (*at, NULL);
      ply_record_set_value (record, edit->field, &edit->value);
    }
  if (*at != NULL)
    ply_record_unref (*at);
  *at = record;
}

/* Comparing */

typedef struct
{
  guint64 key;
  PlyFound *found;
} Case;

static int
compare_cases (gconstpointer a, gconstpointer b)
{
  guint64 one = ((const Case *) a)->key;
  guint64 two = ((const Case *) b)->key;

  return (one > two) - (one < two);
}

static GArray *
cases_of (GPtrArray *list)
{
  GArray *cases = g_array_sized_new (FALSE, FALSE, sizeof (Case), list->len);

  for (guint i = 0; i < list->len; i++)
    {
      Case found = { ply_found_key (list->pdata[i]), list->pdata[i] };

      g_array_append_val (cases, found);
    }
  g_array_sort (cases, compare_cases);
  return cases;
}

/* Those of @cases that are not among @others. */
static GPtrArray *
missing_from (GArray *others, GArray *cases)
{
  GPtrArray *missing = g_ptr_array_new ();
  guint at = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      const Case *found = &g_array_index (cases, Case, i);

      while (at < others->len && g_array_index (others, Case, at).key < found->key)
        at++;
      if (at == others->len || g_array_index (others, Case, at).key != found->key)
        g_ptr_array_add (missing, found->found);
    }
  return missing;
}

static void
foreseen_free (gpointer data)
{
  PlyForeseen *self = data;

  g_free (self->message);
  g_ptr_array_unref (self->records);
  g_free (self);
}

/* One block, so that g_free() is enough. */
static PlyConflictRecord *
record_copy (const PlyConflictRecord *record)
{
  gsize length = strlen (record->id) + 1;
  PlyConflictRecord *copy = g_malloc (sizeof *copy + length);

  copy->kind = record->kind;
  copy->id = memcpy (copy + 1, record->id, length);
  return copy;
}

static PlyForeseen *
foresee (PlyConflicts *self, const PlyConflict *conflict)
{
  PlyForeseen *foreseen = g_new (PlyForeseen, 1);

  foreseen->kind = conflict->kind;
  foreseen->severity = conflict->severity;
  foreseen->message = ply_conflicts_dup_message (self, conflict);
  foreseen->records = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < conflict->n_records; i++)
    g_ptr_array_add (foreseen->records, record_copy (&conflict->records[i]));
  return foreseen;
}

/* @self is as the plan makes it. */
static PlyProbe *
compare (PlyConflicts *self, GPtrArray *before, GPtrArray *after)
{
  PlyProbe *probe = g_new (PlyProbe, 1);
  g_autoptr (GArray) old = cases_of (before);
  g_autoptr (GArray) now = cases_of (after);
  g_autoptr (GPtrArray) fresh = missing_from (old, now);

  g_ptr_array_sort (fresh, ply_found_compare);
  probe->solved = missing_from (now, old);
  probe->n_solved = probe->solved->len;
  probe->fresh = g_ptr_array_new_with_free_func (foreseen_free);
  for (guint i = 0; i < fresh->len; i++)
    g_ptr_array_add (probe->fresh, foresee (self, fresh->pdata[i]));
  return probe;
}

/* There and back */

/* The same check, of the whole event. */
static PlyProbe *
probe_anew (PlyConflicts *self, const PlyPlan *plan)
{
  g_autoptr (PlySnapshot) after = ply_plan_apply (plan, self->snapshot);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (after);

  return compare (conflicts, ply_conflicts_get_list (self), ply_conflicts_get_list (conflicts));
}

static void
make (PlyConflicts *self, GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    ply_links_change (self, from->pdata[i], to->pdata[i]);
}

static GPtrArray *
kept_found (const GArray *kept)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < kept->len; i++)
    for (PlyFound *found = g_array_index (kept, PlyKept, i).first; found != NULL;
         found = found->next)
      if (!found->is_waived)
        g_ptr_array_add (list, found);
  return list;
}

static void
free_found (PlyConflicts *self, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      ply_found_hang (self, list->pdata[i], FALSE);
      g_free (list->pdata[i]);
    }
}

static void
put_back (PlyConflicts *self, const GArray *kept)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const PlyKept *of = &g_array_index (kept, PlyKept, i);

      of->scope->first = of->first;
      for (PlyFound *found = of->first; found != NULL; found = found->next)
        ply_found_hang (self, found, TRUE);
    }
}

/* From @changes->old to @changes->records and back; in between, lists of the probe's own. */
static PlyProbe *
probe_here (PlyConflicts *self, const Changes *changes)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (PlyKept));
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  g_autoptr (GPtrArray) waived = g_ptr_array_new ();
  g_autoptr (GPtrArray) before = NULL;
  PlyConflicts own = *self;
  PlyProbe *probe;

  self->fresh = fresh;
  self->waived = waived;
  self->kept = kept;
  make (self, changes->old, changes->records);
  ply_conflicts_settle (self, TRUE);
  before = kept_found (kept);
  probe = compare (self, before, fresh);
  make (self, changes->records, changes->old);
  ply_conflicts_settle (self, FALSE);
  free_found (self, fresh);
  free_found (self, waived);
  put_back (self, kept);
  self->fresh = own.fresh;
  self->waived = own.waived;
  self->kept = NULL;
  memcpy (self->counts, own.counts, sizeof self->counts);
  return probe;
}

/* Public functions */

PlyProbe *
ply_conflicts_probe (PlyConflicts *self, const PlyPlan *plan)
{
  g_auto (Changes) changes = { 0 };

  g_return_val_if_fail (self != NULL && plan != NULL, NULL);

  changes_init (&changes, self->snapshot);
  for (guint i = 0; i < ply_plan_get_n_edits (plan); i++)
    changes_add (&changes, ply_plan_get_edit (plan, i));
  if (ply_conflicts_must_build_anew (self, (gpointer) changes.old->pdata,
                                     (gpointer) changes.records->pdata, changes.old->len))
    return probe_anew (self, plan);
  return probe_here (self, &changes);
}

void
ply_probe_free (PlyProbe *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->fresh);
  g_ptr_array_unref (self->solved);
  g_free (self);
}
