/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflict-list.h"

#include <string.h>

/* Beyond this many runs one signal for all of them is cheaper than one for each. */
#define FEW 64

struct _PlyConflictList
{
  GObject parent_instance;

  /* Owned */
  PlyConflictSource *source;
  GPtrArray *items;
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

static void
find_ends (PlyConflictList *self, GPtrArray *conflicts, Splice *splice)
{
  GPtrArray *items = self->items;
  guint shorter = MIN (items->len, conflicts->len);
  guint tail = 0;

  while (splice->head < shorter
         && ply_conflict_item_is (items->pdata[splice->head], conflicts->pdata[splice->head]))
    splice->head++;
  while (splice->head + tail < shorter
         && ply_conflict_item_is (items->pdata[items->len - 1 - tail],
                                  conflicts->pdata[conflicts->len - 1 - tail]))
    tail++;
  splice->n_before = items->len - splice->head - tail;
  splice->n_after = conflicts->len - splice->head - tail;
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
match (PlyConflictList *self, GPtrArray *conflicts, Splice *splice)
{
  g_autoptr (GHashTable) places =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_slist_free);

  splice->after = g_ptr_array_new_full (splice->n_after, g_object_unref);
  for (guint i = 0; i < splice->n_before; i++)
    {
      gpointer hash = GUINT_TO_POINTER (hash_of_item (self->items->pdata[splice->head + i]));
      GSList *others = g_hash_table_lookup (places, hash);

      g_hash_table_steal (places, hash);
      g_hash_table_insert (places, hash, g_slist_prepend (others, GUINT_TO_POINTER (i)));
    }
  for (guint i = 0; i < splice->n_after; i++)
    {
      const PlyConflict *conflict = conflicts->pdata[splice->head + i];
      guint place = find_place (self, splice, places, conflict);

      splice->was[i] = place;
      g_ptr_array_add (splice->after,
                       place == NEW ? ply_conflict_item_new (self->source, conflict)
                                    : g_object_ref (self->items->pdata[splice->head + place]));
    }
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
 */
static void
renew (PlyConflictList *self, GPtrArray *conflicts, const Splice *splice)
{
  for (guint i = 0; i < conflicts->len; i++)
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
  insert_runs (self, &splice);
}
