/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-record-table.h"

#include <string.h>

/* An array sorted by id beats a hash here: an update copies it and inserts, which for 10,000
 * records is a fifth of making the hash anew. The id's first bytes stand beside the pointer, so
 * that a look-up compares numbers and touches a record only at the end. */
typedef struct
{
  guint64 key;
  PlyRecord *record;
} Entry;

struct _PlyRecordTable
{
  gatomicrefcount ref_count;
  PlyKind kind;
  GArray *entries; /* Entry */

  GMutex lock;
  GHashTable *indexes; /* PlyField -> GHashTable of id -> GPtrArray of borrowed records */
  GPtrArray *none;
};

static guint64
key_of (const char *id)
{
  guint64 key = 0;
  gsize length = strnlen (id, sizeof key);

  for (gsize i = 0; i < sizeof key; i++)
    key = (key << 8) | (i < length ? (guchar) id[i] : 0);
  return key;
}

static int
compare_entry (const Entry *entry, guint64 key, const char *id)
{
  if (entry->key != key)
    return entry->key < key ? -1 : 1;
  return strcmp (entry->record->id, id);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *second = b;

  return compare_entry (a, second->key, second->record->id);
}

/* The place of @id, or where it would have to go. */
static guint
find (GArray *entries, const char *id, gboolean *found)
{
  guint64 key = key_of (id);
  guint low = 0;
  guint high = entries->len;

  *found = FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = compare_entry (&g_array_index (entries, Entry, middle), key, id);

      if (order == 0)
        {
          *found = TRUE;
          return middle;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static PlyRecordTable *
table_alloc (PlyKind kind, GArray *entries)
{
  PlyRecordTable *self = g_new0 (PlyRecordTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->kind = kind;
  self->entries = entries;
  self->indexes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->none = g_ptr_array_new ();
  return self;
}

PlyRecordTable *
ply_record_table_new (PlyKind kind, GPtrArray *records)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      PlyRecord *record = records->pdata[i];

      if (record->kind == kind)
        {
          Entry entry = { key_of (record->id), ply_record_ref (record) };

          g_array_append_val (entries, entry);
        }
    }
  g_array_sort (entries, compare_entries);
  return table_alloc (kind, entries);
}

PlyRecordTable *
ply_record_table_ref (PlyRecordTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ply_record_table_unref (PlyRecordTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->entries->len; i++)
    ply_record_unref (g_array_index (self->entries, Entry, i).record);
  g_array_unref (self->entries);
  g_hash_table_unref (self->indexes);
  g_ptr_array_unref (self->none);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
apply_change (GArray *entries, const PlyChange *change)
{
  gboolean found;
  guint at = find (entries, change->id, &found);

  if (found)
    {
      PlyRecord *old = g_array_index (entries, Entry, at).record;

      if (change->record != NULL)
        g_array_index (entries, Entry, at).record = ply_record_ref (change->record);
      else
        g_array_remove_index (entries, at);
      ply_record_unref (old);
    }
  else if (change->record != NULL)
    {
      Entry entry = { key_of (change->id), ply_record_ref (change->record) };

      g_array_insert_val (entries, at, entry);
    }
}

/* Many inserts one by one would move the array's tail each time. */
#define BULK 64

static void
apply_changes_in_bulk (GArray *entries, PlyKind kind, const PlyChange *changes, guint n_changes)
{
  g_autoptr (GHashTable) latest = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;
  guint kept = 0;

  for (guint i = 0; i < n_changes; i++)
    if (changes[i].kind == kind)
      g_hash_table_replace (latest, (gpointer) changes[i].id, (gpointer) &changes[i]);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      if (g_hash_table_contains (latest, entry->record->id))
        ply_record_unref (entry->record);
      else
        g_array_index (entries, Entry, kept++) = *entry;
    }
  g_array_set_size (entries, kept);

  g_hash_table_iter_init (&iter, latest);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const PlyChange *change = value;

      if (change->record != NULL)
        {
          Entry entry = { key_of (change->id), ply_record_ref (change->record) };

          g_array_append_val (entries, entry);
        }
    }
  g_array_sort (entries, compare_entries);
}

PlyRecordTable *
ply_record_table_update (PlyRecordTable *self, const PlyChange *changes, guint n_changes)
{
  guint count = 0;
  GArray *entries;

  for (guint i = 0; i < n_changes; i++)
    count += changes[i].kind == self->kind;
  if (count == 0)
    return ply_record_table_ref (self);

  entries = g_array_copy (self->entries);
  for (guint i = 0; i < entries->len; i++)
    ply_record_ref (g_array_index (entries, Entry, i).record);

  if (count > BULK)
    apply_changes_in_bulk (entries, self->kind, changes, n_changes);
  else
    for (guint i = 0; i < n_changes; i++)
      if (changes[i].kind == self->kind)
        apply_change (entries, &changes[i]);
  return table_alloc (self->kind, entries);
}

guint
ply_record_table_get_n (const PlyRecordTable *self)
{
  return self->entries->len;
}

const PlyRecord *
ply_record_table_get_at (const PlyRecordTable *self, guint index)
{
  return g_array_index (self->entries, Entry, index).record;
}

const PlyRecord *
ply_record_table_lookup (const PlyRecordTable *self, const char *id)
{
  gboolean found;
  guint at = find (self->entries, id, &found);

  return found ? ply_record_table_get_at (self, at) : NULL;
}

static int
compare_by_rank (gconstpointer a, gconstpointer b, gpointer rank_field)
{
  const PlyRecord *first = *(PlyRecord *const *) a;
  const PlyRecord *second = *(PlyRecord *const *) b;
  int order = 0;

  if (rank_field != NULL)
    order = g_strcmp0 (ply_record_get_text (first, rank_field),
                       ply_record_get_text (second, rank_field));
  return order != 0 ? order : strcmp (first->id, second->id);
}

static GHashTable *
make_index (PlyRecordTable *self, const PlyField *field)
{
  GHashTable *index =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  const PlyField *rank = ply_field_lookup (self->kind, "rank");
  GHashTableIter iter;
  gpointer children;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const PlyRecord *record = ply_record_table_get_at (self, i);
      const char *id = ply_record_get_text (record, field);

      if (id == NULL)
        continue;
      children = g_hash_table_lookup (index, id);
      if (children == NULL)
        {
          children = g_ptr_array_new ();
          g_hash_table_insert (index, (gpointer) id, children);
        }
      g_ptr_array_add (children, (gpointer) record);
    }

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &children))
    g_ptr_array_sort_with_data (children, compare_by_rank, (gpointer) rank);
  return index;
}

GPtrArray *
ply_record_table_get_children (PlyRecordTable *self, const PlyField *field, const char *id)
{
  GHashTable *index;
  GPtrArray *children;

  g_mutex_lock (&self->lock);
  index = g_hash_table_lookup (self->indexes, field);
  if (index == NULL)
    {
      index = make_index (self, field);
      g_hash_table_insert (self->indexes, (gpointer) field, index);
    }
  g_mutex_unlock (&self->lock);

  /* An index, once made, is never changed. */
  children = g_hash_table_lookup (index, id);
  return children != NULL ? children : self->none;
}
