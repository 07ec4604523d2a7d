/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-item-list.h"

#include "ply-item-private.h"

#include <string.h>

/* Beyond this many changes one signal for the whole list is cheaper than one for each. */
#define FEW 64

struct _PlyItemList
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *items; /* sorted by sort key */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlyItemList, ply_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
ply_item_list_get_item_type (GListModel *model)
{
  return PLY_TYPE_ITEM;
}

static guint
ply_item_list_get_n_items (GListModel *model)
{
  return PLY_ITEM_LIST (model)->items->len;
}

static gpointer
ply_item_list_get_item (GListModel *model, guint position)
{
  PlyItemList *self = PLY_ITEM_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ply_item_list_get_item_type;
  interface->get_n_items = ply_item_list_get_n_items;
  interface->get_item = ply_item_list_get_item;
}

static void
ply_item_list_finalize (GObject *object)
{
  g_ptr_array_unref (PLY_ITEM_LIST (object)->items);
  G_OBJECT_CLASS (ply_item_list_parent_class)->finalize (object);
}

static void
ply_item_list_class_init (PlyItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_item_list_finalize;
}

static void
ply_item_list_init (PlyItemList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return strcmp (ply_item_get_sort_key (*(PlyItem *const *) a),
                 ply_item_get_sort_key (*(PlyItem *const *) b));
}

static guint
find_place (PlyItemList *self, PlyItem *item)
{
  guint low = 0;
  guint high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_items (&self->items->pdata[middle], &item) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
remove_item (PlyItemList *self, PlyItem *item)
{
  guint at;

  if (!g_ptr_array_find (self->items, item, &at))
    return;
  g_ptr_array_remove_index (self->items, at);
  g_list_model_items_changed (G_LIST_MODEL (self), at, 1, 0);
}

static void
insert_item (PlyItemList *self, PlyItem *item)
{
  guint at = find_place (self, item);

  g_ptr_array_insert (self->items, at, g_object_ref (item));
  g_list_model_items_changed (G_LIST_MODEL (self), at, 0, 1);
}

/* FALSE when the item, whose key has just changed, still stands right between its neighbours. */
static gboolean
is_misplaced (PlyItemList *self, PlyItem *item)
{
  guint at;

  if (!g_ptr_array_find (self->items, item, &at))
    return FALSE;
  return (at > 0 && compare_items (&self->items->pdata[at - 1], &item) > 0)
         || (at + 1 < self->items->len && compare_items (&item, &self->items->pdata[at + 1]) > 0);
}

/* Sorts anew and tells of what lies between the first and the last difference. */
static void
splice_many (PlyItemList *self, GPtrArray *removed, GPtrArray *added)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->items);
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  guint head = 0;
  guint tail = 0;

  for (guint i = 0; i < removed->len; i++)
    g_hash_table_add (gone, removed->pdata[i]);
  self->items = g_ptr_array_new_full (before->len + added->len, g_object_unref);
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (gone, before->pdata[i]))
      g_ptr_array_add (self->items, g_object_ref (before->pdata[i]));
  for (guint i = 0; i < added->len; i++)
    g_ptr_array_add (self->items, g_object_ref (added->pdata[i]));
  g_ptr_array_sort (self->items, compare_items);

  while (head < before->len && head < self->items->len
         && before->pdata[head] == self->items->pdata[head])
    head++;
  while (tail + head < before->len && tail + head < self->items->len
         && before->pdata[before->len - 1 - tail]
                == self->items->pdata[self->items->len - 1 - tail])
    tail++;
  if (before->len > head + tail || self->items->len > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail,
                                self->items->len - head - tail);
}

PlyItemList *
ply_item_list_new (void)
{
  return g_object_new (PLY_TYPE_ITEM_LIST, NULL);
}

void
ply_item_list_splice (PlyItemList *self, const PlySnapshot *snapshot, GPtrArray *removed,
                      GPtrArray *added, GPtrArray *touched)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();

  g_return_if_fail (PLY_IS_ITEM_LIST (self));

  for (guint i = 0; i < touched->len; i++)
    if (ply_item_renew_sort_key (touched->pdata[i], snapshot))
      g_ptr_array_add (moved, touched->pdata[i]);

  if (removed->len + added->len + moved->len > FEW)
    {
      splice_many (self, removed, added);
      return;
    }
  for (guint i = 0; i < removed->len; i++)
    remove_item (self, removed->pdata[i]);
  /* Typing in a title rarely moves its row. */
  if (moved->len == 1 && !is_misplaced (self, moved->pdata[0]))
    g_ptr_array_set_size (moved, 0);
  /* All that moved leave before any comes back: a search needs a sorted list. */
  for (guint i = 0; i < moved->len; i++)
    {
      g_object_ref (moved->pdata[i]);
      remove_item (self, moved->pdata[i]);
    }
  for (guint i = 0; i < moved->len; i++)
    {
      insert_item (self, moved->pdata[i]);
      g_object_unref (moved->pdata[i]);
    }
  for (guint i = 0; i < added->len; i++)
    insert_item (self, added->pdata[i]);
}
