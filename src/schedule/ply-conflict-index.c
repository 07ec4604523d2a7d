/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include <string.h>

#define BLOCK 512

/* Lists */

void
ply_vec_add (PlyVec *self, gpointer item)
{
  if (self->len == 0 && self->size <= 1)
    {
      self->one = item;
      self->len = self->size = 1;
      return;
    }
  if (self->len == self->size)
    {
      guint size = self->size == 1 ? 8 : self->size * 2;
      gpointer *many = self->size > 1 ? self->many : NULL;
      gpointer first = self->one;

      many = g_renew (gpointer, many, size);
      if (self->size == 1)
        many[0] = first;
      self->many = many;
      self->size = size;
    }
  self->many[self->len++] = item;
}

/* The order of the rest changes. */
gboolean
ply_vec_remove (PlyVec *self, gconstpointer item)
{
  for (guint i = 0; i < self->len; i++)
    if (ply_vec_get (self, i) == item)
      {
        self->len--;
        if (self->size > 1)
          self->many[i] = self->many[self->len];
        return TRUE;
      }
  return FALSE;
}

gboolean
ply_vec_contains (const PlyVec *self, gconstpointer item)
{
  for (guint i = 0; i < self->len; i++)
    if (ply_vec_get (self, i) == item)
      return TRUE;
  return FALSE;
}

void
ply_vec_clear (PlyVec *self)
{
  if (self->size > 1)
    g_free (self->many);
  *self = (PlyVec) { 0 };
}

/* Tables: open addressing over ready hashes */

static guint64
mix (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ (hash >> 29);
}

static guint64
hash_bytes (guint64 hash, const char *text, gsize length)
{
  guint64 word;

  for (; length >= sizeof word; text += sizeof word, length -= sizeof word)
    {
      memcpy (&word, text, sizeof word);
      hash = mix (hash, word);
    }
  word = 0;
  memcpy (&word, text, length);
  return mix (mix (hash, word), 0);
}

static guint64
hash_id (PlyKind kind, const char *id)
{
  gsize length = strlen (id);

  return hash_bytes (mix (length, kind + 1), id, length);
}

guint64
ply_hash_text (const char *text, gsize length)
{
  return hash_bytes (mix (length, 0), text, length);
}

static guint64
hash_bucket (PlyBucketType type, const PlyNode *owner, guint64 number)
{
  return mix (mix (mix (type + 1, owner != NULL ? owner->hash : 0), number), 0);
}

static void
table_grow (PlyTable *self, guint size)
{
  PlySlot *old = self->slots;
  guint old_size = self->size;

  self->size = size;
  self->slots = g_new0 (PlySlot, self->size);
  for (guint i = 0; i < old_size; i++)
    if (old[i].item != NULL)
      {
        guint at = old[i].hash & (self->size - 1);

        while (self->slots[at].item != NULL)
          at = (at + 1) & (self->size - 1);
        self->slots[at] = old[i];
      }
  g_free (old);
}

static void
table_add (PlyTable *self, guint64 hash, gpointer item)
{
  guint at;

  if (self->n * 2 >= self->size)
    table_grow (self, self->size * 2);
  at = hash & (self->size - 1);
  while (self->slots[at].item != NULL)
    at = (at + 1) & (self->size - 1);
  self->slots[at] = (PlySlot) { hash, item };
  self->n++;
}

static gpointer
block_take (GPtrArray *blocks, guint *n, gsize size)
{
  if (*n % BLOCK == 0)
    g_ptr_array_add (blocks, g_malloc0_n (BLOCK, size));
  return (char *) blocks->pdata[blocks->len - 1] + (*n)++ % BLOCK * size;
}

/* Nodes */

static PlyNode *
find_hashed (const PlyConflicts *self, PlyKind kind, const char *id, guint64 hash)
{
  const PlyTable *table = &self->nodes;

  for (guint at = hash & (table->size - 1); table->slots[at].item != NULL;
       at = (at + 1) & (table->size - 1))
    {
      PlyNode *node = table->slots[at].item;

      if (table->slots[at].hash == hash && node->kind == kind && strcmp (node->id, id) == 0)
        return node;
    }
  return NULL;
}

PlyNode *
ply_index_find (const PlyConflicts *self, PlyKind kind, const char *id)
{
  return id != NULL ? find_hashed (self, kind, id, hash_id (kind, id)) : NULL;
}

PlyNode *
ply_index_ensure (PlyConflicts *self, PlyKind kind, const char *id)
{
  guint64 hash;
  PlyNode *node;

  if (id == NULL)
    return NULL;
  hash = hash_id (kind, id);
  node = find_hashed (self, kind, id, hash);
  if (node != NULL)
    return node;
  node = block_take (self->node_blocks, &self->n_nodes, sizeof *node);
  node->kind = kind;
  node->hash = hash;
  if (strlen (id) < sizeof node->short_id)
    node->id = strcpy (node->short_id, id);
  else
    node->id = g_string_chunk_insert (self->ids, id);
  node->start = node->end = node->date = PLY_UNSET;
  node->session = kind == PLY_KIND_SESSION ? node : NULL;
  node->own.what = PLY_DIRTY_SELF;
  node->own_texts.what = PLY_DIRTY_TEXTS;
  table_add (&self->nodes, hash, node);
  if (kind == PLY_KIND_ROOM)
    ply_vec_add (&self->rooms, node);
  return node;
}

/* Buckets */

static PlyBucket *
find_bucket_hashed (const PlyConflicts *self, PlyBucketType type, const PlyNode *owner,
                    guint64 number, guint64 hash)
{
  const PlyTable *table = &self->buckets;

  for (guint at = hash & (table->size - 1); table->slots[at].item != NULL;
       at = (at + 1) & (table->size - 1))
    {
      PlyBucket *bucket = table->slots[at].item;

      if (table->slots[at].hash == hash && bucket->type == type && bucket->owner == owner
          && bucket->number == number)
        return bucket;
    }
  return NULL;
}

PlyBucket *
ply_index_find_bucket (const PlyConflicts *self, PlyBucketType type, const PlyNode *owner,
                       guint64 number)
{
  return find_bucket_hashed (self, type, owner, number, hash_bucket (type, owner, number));
}

PlyBucket *
ply_index_ensure_bucket (PlyConflicts *self, PlyBucketType type, PlyNode *owner, guint64 number)
{
  guint64 hash = hash_bucket (type, owner, number);
  PlyBucket *bucket = find_bucket_hashed (self, type, owner, number, hash);

  if (bucket != NULL)
    return bucket;
  bucket = block_take (self->bucket_blocks, &self->n_buckets, sizeof *bucket);
  bucket->type = type;
  bucket->owner = owner;
  bucket->number = number;
  table_add (&self->buckets, hash, bucket);
  return bucket;
}

void
ply_index_mark (PlyConflicts *self, PlyNode *node, guint what)
{
  if (node == NULL)
    return;
  if (node->dirty == 0)
    ply_vec_add (&self->dirty_nodes, node);
  node->dirty |= what;
}

void
ply_index_mark_bucket (PlyConflicts *self, PlyBucket *bucket)
{
  if (bucket == NULL || bucket->dirty)
    return;
  bucket->dirty = TRUE;
  ply_vec_add (&self->dirty_buckets, bucket);
}

void
ply_index_mark_scope (PlyConflicts *self, PlyScope *scope)
{
  char *at = (char *) scope;

  if (scope->what == PLY_DIRTY_SELF)
    ply_index_mark (self, (PlyNode *) (at - G_STRUCT_OFFSET (PlyNode, own)), scope->what);
  else if (scope->what == PLY_DIRTY_TEXTS)
    ply_index_mark (self, (PlyNode *) (at - G_STRUCT_OFFSET (PlyNode, own_texts)), scope->what);
  else
    ply_index_mark_bucket (self, (PlyBucket *) (at - G_STRUCT_OFFSET (PlyBucket, own)));
}

/* The whole */

/* A power of two, twice what is to be held. */
static guint
table_size (guint n)
{
  guint size = 1024;

  while (size < n * 2 + 2)
    size *= 2;
  return size;
}

void
ply_index_init (PlyConflicts *self, guint n_nodes, guint n_buckets)
{
  self->node_blocks = g_ptr_array_new_with_free_func (g_free);
  self->bucket_blocks = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_string_chunk_new (1024);
  table_grow (&self->nodes, table_size (n_nodes));
  table_grow (&self->buckets, table_size (n_buckets));
}

static void
node_clear (PlyNode *node)
{
  for (guint i = 0; i < node->ties.len; i++)
    {
      PlyTie *tie = ply_vec_get (&node->ties, i);

      if (--tie->n_hung == 0)
        g_free (tie);
    }
  ply_vec_clear (&node->ties);
  ply_vec_clear (&node->children);
  ply_vec_clear (&node->buckets);
  ply_vec_clear (&node->about);
  g_free (node->texts);
}

void
ply_index_clear (PlyConflicts *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    node_clear ((PlyNode *) self->node_blocks->pdata[i / BLOCK] + i % BLOCK);
  for (guint i = 0; i < self->n_buckets; i++)
    ply_vec_clear (&((PlyBucket *) self->bucket_blocks->pdata[i / BLOCK] + i % BLOCK)->members);
  g_clear_pointer (&self->node_blocks, g_ptr_array_unref);
  g_clear_pointer (&self->bucket_blocks, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_string_chunk_free);
  g_clear_pointer (&self->nodes.slots, g_free);
  g_clear_pointer (&self->buckets.slots, g_free);
  self->nodes = self->buckets = (PlyTable) { 0 };
  self->n_nodes = self->n_buckets = 0;
  ply_vec_clear (&self->rooms);
  ply_vec_clear (&self->dirty_nodes);
  ply_vec_clear (&self->dirty_buckets);
}
