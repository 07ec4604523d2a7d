/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflict-list.h"

#include <string.h>

/* Beyond this many runs one signal for all of them is cheaper than one for each. */
#define FEW 64
/* How far from its place a conflict is looked for by its address. */
#define NEAR 32

struct _PlyConflictList
{
  GObject parent_instance;

  /* Owned */
  PlyConflictSource *source;
  GPtrArray *items;
  GPtrArray *seen; /* what each was last time: for comparing alone, it may be gone */

  guint n_builds; /* of the check, then */
  gboolean same_build;
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlyConflictList, ply_conflict_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* What differs between the list as it is and as it is to be: @n_before and @n_after items from
 * @head on. Of those after, @was is the place of the same item before, or NEW, and @stood whether
 * it need not move; @stays says that of those before. */
typedef struct
{
  guint head, n_before, n_after;
  GPtrArray *after; /* PlyConflictItem */
  guint *was;
  gboolean *stood, *stays;
} Splice;

#define NEW G_MAXUINT

static void
clear_splice (Splice *splice)
{
  g_clear_pointer (&splice->after, g_ptr_array_unref);
  g_free (splice->was);
  g_free (splice->stood);
  g_free (splice->stays);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Splice, clear_splice)

static GType
ply_conflict_list_get_item_type (GListModel *model)
{
  return PLY_TYPE_CONFLICT_ITEM;
}

static guint
ply_conflict_list_get_n_items (GListModel *model)
{
  return PLY_CONFLICT_LIST (model)->items->len;
}

static gpointer
ply_conflict_list_get_item (GListModel *model, guint position)
{
  PlyConflictList *self = PLY_CONFLICT_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ply_conflict_list_get_item_type;
  interface->get_n_items = ply_conflict_list_get_n_items;
  interface->get_item = ply_conflict_list_get_item;
}

static void
ply_conflict_list_finalize (GObject *object)
{
  PlyConflictList *self = PLY_CONFLICT_LIST (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->seen);
  g_rc_box_release (self->source);
  G_OBJECT_CLASS (ply_conflict_list_parent_class)->finalize (object);
}

static void
ply_conflict_list_class_init (PlyConflictListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_conflict_list_finalize;
}

static void
ply_conflict_list_init (PlyConflictList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->seen = g_ptr_array_new ();
}

static guint
hash_of (PlyConflictKind kind, const PlyConflictRecord *records, guint n_records, const char *text)
{
  guint hash = kind * 31 + (text != NULL ? g_str_hash (text) : 0);

  for (guint i = 0; i < n_records; i++)
    hash = hash * 31 + g_str_hash (records[i].id);
  return hash;
}

static guint
hash_of_item (PlyConflictItem *item)
{
  guint n;
  const PlyConflictRecord *records = ply_conflict_item_get_records (item, &n);

  return hash_of (ply_conflict_item_get_kind (item), records, n, ply_conflict_item_get_text (item));
}

/* Tens of thousands of others stand beside those that an edit touches: their addresses tell. */
static gboolean
is_same (PlyConflictList *self, guint place, const PlyConflict *conflict)
{
  return (self->same_build && self->seen->pdata[place] == conflict)
         || ply_conflict_item_is (self->items->pdata[place], conflict);
}

static void
find_ends (PlyConflictList *self, GPtrArray *conflicts, Splice *splice)
{
  guint n_items = self->items->len;
  guint shorter = MIN (n_items, conflicts->len);
  guint tail = 0;

  while (splice->head < shorter && is_same (self, splice->head, conflicts->pdata[splice->head]))
    splice->head++;
  while (splice->head + tail < shorter
         && is_same (self, n_items - 1 - tail, conflicts->pdata[conflicts->len - 1 - tail]))
    tail++;
  splice->n_before = n_items - splice->head - tail;
  splice->n_after = conflicts->len - splice->head - tail;
}

/* Of those that follow @before and @after, the nearest pair that is the same by its address: what
 * comes before it is to be looked at closer. FALSE when there is none near. */
static gboolean
find_next (PlyConflictList *self, GPtrArray *conflicts, const Splice *splice, guint *before,
           guint *after)
{
  for (guint steps = 0; steps < NEAR; steps++)
    for (guint i = 0; i <= steps; i++)
      {
        guint was = *before + i;
        guint is = *after + steps - i;

        if (was < splice->n_before && is < splice->n_after
            && self->seen->pdata[splice->head + was] == conflicts->pdata[splice->head + is])
          {
            *before = was;
            *after = is;
            return TRUE;
          }
      }
  return FALSE;
}

static void
add_range (GArray *places, guint from, guint to)
{
  for (; from < to; from++)
    g_array_append_val (places, from);
}

/* Most are what they were, a few places further. @before and @after get the places of the others.
 */
static void
match_by_address (PlyConflictList *self, GPtrArray *conflicts, Splice *splice, GArray *before,
                  GArray *after)
{
  guint was = 0;
  guint is = 0;

  while (self->same_build && was < splice->n_before && is < splice->n_after)
    {
      guint next_was = was;
      guint next_is = is;

      if (!find_next (self, conflicts, splice, &next_was, &next_is))
        break;
      add_range (before, was, next_was);
      add_range (after, is, next_is);
      splice->was[next_is] = next_was;
      was = next_was + 1;
      is = next_is + 1;
    }
  add_range (before, was, splice->n_before);
  add_range (after, is, splice->n_after);
}

/* The place that the conflict's item has among those before; several may share a hash. */
static guint
find_place (PlyConflictList *self, const Splice *splice, GHashTable *places,
            const PlyConflict *conflict)
{
  guint hash = hash_of (conflict->kind, conflict->records, conflict->n_records,
                        ply_conflict_get_text (conflict));
  GSList *link = g_hash_table_lookup (places, GUINT_TO_POINTER (hash));

  for (; link != NULL; link = link->next)
    {
      guint place = GPOINTER_TO_UINT (link->data);

      if (ply_conflict_item_is (self->items->pdata[splice->head + place], conflict))
        return place;
    }
  return NEW;
}

static void
match_by_value (PlyConflictList *self, GPtrArray *conflicts, Splice *splice, GArray *before,
                GArray *after)
{
  g_autoptr (GHashTable) places =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_slist_free);

  for (guint i = 0; i < before->len; i++)
    {
      guint place = g_array_index (before, guint, i);
      gpointer hash = GUINT_TO_POINTER (hash_of_item (self->items->pdata[splice->head + place]));
      GSList *others = g_hash_table_lookup (places, hash);

      g_hash_table_steal (places, hash);
      g_hash_table_insert (places, hash, g_slist_prepend (others, GUINT_TO_POINTER (place)));
    }
  for (guint i = 0; i < after->len; i++)
    {
      guint place = g_array_index (after, guint, i);

      splice->was[place] =
          find_place (self, splice, places, conflicts->pdata[splice->head + place]);
    }
}

static void
match (PlyConflictList *self, GPtrArray *conflicts, Splice *splice)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (guint));

  match_by_address (self, conflicts, splice, before, after);
  match_by_value (self, conflicts, splice, before, after);
  splice->after = g_ptr_array_new_full (splice->n_after, g_object_unref);
  for (guint i = 0; i < splice->n_after; i++)
    g_ptr_array_add (splice->after,
                     splice->was[i] == NEW
                         ? ply_conflict_item_new (self->source, conflicts->pdata[splice->head + i])
                         : g_object_ref (self->items->pdata[splice->head + splice->was[i]]));
}

/* As many as can stay where they are: the longest run of rising places (patience sorting). */
static void
find_stays (Splice *splice)
{
  g_autofree guint *ends = g_new (guint, splice->n_after);   /* of the best run of each length */
  g_autofree guint *before = g_new (guint, splice->n_after); /* whom it follows in its run */
  guint longest = 0;

  for (guint i = 0; i < splice->n_after; i++)
    {
      guint low = 0;
      guint high = longest;

      if (splice->was[i] == NEW)
        continue;
      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (splice->was[ends[middle]] < splice->was[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? ends[low - 1] : NEW;
      ends[low] = i;
      longest = MAX (longest, low + 1);
    }
  for (guint i = longest > 0 ? ends[longest - 1] : NEW; i != NEW; i = before[i])
    splice->stood[i] = splice->stays[splice->was[i]] = TRUE;
}

static guint
count_runs (const gboolean *stands, guint n)
{
  guint runs = 0;

  for (guint i = 0; i < n; i++)
    if (!stands[i] && (i == 0 || stands[i - 1]))
      runs++;
  return runs;
}

/* From the end, so that the places before stay what they are. */
static void
remove_runs (PlyConflictList *self, const Splice *splice)
{
  for (guint end = splice->n_before; end > 0;)
    {
      guint start = end;

      while (start > 0 && !splice->stays[start - 1])
        start--;
      if (start < end)
        {
          g_ptr_array_remove_range (self->items, splice->head + start, end - start);
          g_list_model_items_changed (G_LIST_MODEL (self), splice->head + start, end - start, 0);
        }
      end = start > 0 ? start - 1 : 0;
    }
}

static void
insert_runs (PlyConflictList *self, const Splice *splice)
{
  for (guint start = 0; start < splice->n_after;)
    {
      guint end = start;

      for (; end < splice->n_after && !splice->stood[end]; end++)
        g_ptr_array_insert (self->items, splice->head + end,
                            g_object_ref (splice->after->pdata[end]));
      if (end > start)
        g_list_model_items_changed (G_LIST_MODEL (self), splice->head + start, 0, end - start);
      start = end + 1;
    }
}

/* Set between what goes and what comes: a sorted view of the list must not find two orders in it.
 * Severities change with a new build alone, and what stands before the first difference keeps its
 * order. */
static void
renew (PlyConflictList *self, GPtrArray *conflicts, const Splice *splice)
{
  guint from = self->same_build ? splice->head : 0;
  guint to = self->same_build && splice->n_before == splice->n_after
                 ? splice->head + splice->n_after
                 : conflicts->len;

  for (guint i = from; i < to; i++)
    {
      guint in = i - splice->head; /* great for those before the head */
      guint tail = conflicts->len - i;
      PlyConflictItem *item = in < splice->n_after ? splice->after->pdata[in]
                              : i < splice->head   ? self->items->pdata[i]
                                                   : self->items->pdata[self->items->len - tail];

      ply_conflict_item_renew (item, conflicts->pdata[i]);
      ply_conflict_item_set_order (item, i);
    }
}

static void
remember (PlyConflictList *self, GPtrArray *conflicts)
{
  g_ptr_array_set_size (self->seen, conflicts->len);
  if (conflicts->len > 0)
    memcpy (self->seen->pdata, conflicts->pdata, conflicts->len * sizeof *conflicts->pdata);
  self->n_builds = ply_conflicts_get_n_builds (self->source->conflicts);
}

static void
replace_all (Splice *splice)
{
  memset (splice->stays, 0, splice->n_before * sizeof *splice->stays);
  memset (splice->stood, 0, splice->n_after * sizeof *splice->stood);
}

/* Public functions */

PlyConflictList *
ply_conflict_list_new (PlyConflictSource *source)
{
  PlyConflictList *self = g_object_new (PLY_TYPE_CONFLICT_LIST, NULL);

  self->source = g_rc_box_acquire (source);
  return self;
}

void
ply_conflict_list_set (PlyConflictList *self, GPtrArray *conflicts)
{
  g_auto (Splice) splice = { 0 };

  g_return_if_fail (PLY_IS_CONFLICT_LIST (self) && conflicts != NULL);

  self->same_build = ply_conflicts_get_n_builds (self->source->conflicts) == self->n_builds;
  find_ends (self, conflicts, &splice);
  splice.was = g_new (guint, splice.n_after);
  splice.stood = g_new0 (gboolean, splice.n_after);
  splice.stays = g_new0 (gboolean, splice.n_before);
  match (self, conflicts, &splice);
  find_stays (&splice);
  if (count_runs (splice.stays, splice.n_before) + count_runs (splice.stood, splice.n_after) > FEW)
    replace_all (&splice);
  remove_runs (self, &splice);
  renew (self, conflicts, &splice);
  remember (self, conflicts);
  insert_runs (self, &splice);
}
