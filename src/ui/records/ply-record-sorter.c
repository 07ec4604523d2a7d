/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-record-sorter.h"

#include "ply-collate.h"

typedef struct
{
  char *text;
  gint64 number;
} Key;

struct _PlyRecordSorter
{
  GtkSorter parent_instance;

  PlyWorkspace *workspace;
  const PlyColumn *column;
  PlyCollator *collator;
  GHashTable *keys; /* PlyItem to Key */
};

G_DEFINE_FINAL_TYPE (PlyRecordSorter, ply_record_sorter, GTK_TYPE_SORTER)

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

static Key *
key_new (PlyRecordSorter *self, PlyItem *item)
{
  PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  gconstpointer record = ply_item_get_record (item);
  Key *key = g_new0 (Key, 1);

  if (self->column->get_number != NULL)
    key->number = self->column->get_number (snapshot, record);
  else
    key->text = self->column->dup_text (snapshot, record);
  return key;
}

static Key *
get_key (PlyRecordSorter *self, PlyItem *item)
{
  Key *key = g_hash_table_lookup (self->keys, item);

  if (key == NULL)
    {
      key = key_new (self, item);
      g_hash_table_insert (self->keys, g_object_ref (item), key);
    }
  return key;
}

/* Rows without a text come last: they are what is still to be done, or what does not matter. */
static int
compare_texts (PlyRecordSorter *self, const char *a, const char *b)
{
  gboolean has_a = a != NULL && *a != '\0';
  gboolean has_b = b != NULL && *b != '\0';

  if (has_a != has_b)
    return has_a ? -1 : 1;
  return has_a ? ply_collator_compare (self->collator, a, b) : 0;
}

static GtkOrdering
ply_record_sorter_compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  PlyRecordSorter *self = PLY_RECORD_SORTER (sorter);
  Key *first = get_key (self, a);
  Key *second = get_key (self, b);

  if (self->column->get_number != NULL)
    return first->number < second->number   ? GTK_ORDERING_SMALLER
           : first->number > second->number ? GTK_ORDERING_LARGER
                                            : GTK_ORDERING_EQUAL;
  return gtk_ordering_from_cmpfunc (compare_texts (self, first->text, second->text));
}

static GtkSorterOrder
ply_record_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
ply_record_sorter_finalize (GObject *object)
{
  PlyRecordSorter *self = PLY_RECORD_SORTER (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->collator, ply_collator_free);
  g_clear_pointer (&self->keys, g_hash_table_unref);

  G_OBJECT_CLASS (ply_record_sorter_parent_class)->finalize (object);
}

static void
ply_record_sorter_class_init (PlyRecordSorterClass *klass)
{
  GtkSorterClass *sorter_class = GTK_SORTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_record_sorter_finalize;
  sorter_class->compare = ply_record_sorter_compare;
  sorter_class->get_order = ply_record_sorter_get_order;
}

static void
ply_record_sorter_init (PlyRecordSorter *self)
{
  self->keys = g_hash_table_new_full (NULL, NULL, g_object_unref, key_free);
}

PlyRecordSorter *
ply_record_sorter_new (PlyWorkspace *workspace, const PlyColumn *column)
{
  PlyRecordSorter *self;
  const PlyEvent *event;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace) && column != NULL, NULL);

  self = g_object_new (PLY_TYPE_RECORD_SORTER, NULL);
  event = ply_snapshot_get_event (ply_workspace_get_snapshot (workspace));
  self->workspace = g_object_ref (workspace);
  self->column = column;
  self->collator = ply_collator_new (event != NULL ? event->base_language : "");
  return self;
}

void
ply_record_sorter_update (PlyRecordSorter *self)
{
  g_return_if_fail (PLY_IS_RECORD_SORTER (self));

  g_hash_table_remove_all (self->keys);
  gtk_sorter_changed (GTK_SORTER (self), GTK_SORTER_CHANGE_DIFFERENT);
}
