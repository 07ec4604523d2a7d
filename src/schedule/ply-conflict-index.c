/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include <string.h>

#define TITLE_CHUNK 240 /* bytes that are hashed at once */

/* Tables: open addressing over ready hashes */

/* Two words multiplied in full, both halves put together. */
static inline guint64
mix (guint64 a, guint64 b)
{
  unsigned __int128 product = (unsigned __int128) (a ^ G_GUINT64_CONSTANT (0x9e3779b97f4a7c15))
                              * (b ^ G_GUINT64_CONSTANT (0xd6e8feb86659fd93));

  return (guint64) product ^ (guint64) (product >> 64);
}

static inline guint64
word_at (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);
  return word;
}

static guint64
hash_bytes (guint64 seed, const char *text, gsize length)
{
  guint64 hash = seed;
  guint64 words[2] = { 0 };

  for (; length > 16; text += 16, length -= 16)
    hash = mix (hash ^ word_at (text), word_at (text + 8));
  memcpy (words, text, length);
  return mix (hash ^ words[0], mix (words[1], length));
}

/* Three words of a UUID are enough: what looks up compares the whole. */
static guint64
hash_id (PlyKind kind, const char *id)
{
  gsize length = strlen (id);

  if (length < 3 * sizeof (guint64))
    return hash_bytes (kind + 1, id, length);
  return mix (word_at (id) ^ (kind + 1),
              word_at (id + length / 2) * 31 + word_at (id + length - sizeof (guint64)));
}

guint64
ply_hash_text (const char *text, gsize length)
{
  return hash_bytes (0, text, length);
}

/* Titles */

typedef struct
{
  guint64 hash;
  gsize length;
  char text[TITLE_CHUNK + 8];
} TitleHash;

static void
put_letter (TitleHash *self, const char *at)
{
  guchar lead = *at, next;

  if (lead < 0x80)
    {
      self->text[self->length++] = lead >= 'A' && lead <= 'Z' ? lead + 0x20 : lead;
      return;
    }
  next = at[1];
  /* U+0430 to U+045F, and U+0410 to U+042F, whose small letters those are. */
  if ((lead == 0xd0 && next >= 0x90) || (lead == 0xd1 && next <= 0x9f))
    {
      gboolean capital = lead == 0xd0 && next < 0xb0;
      gboolean second_row = capital && next >= 0xa0;

      self->text[self->length++] = second_row ? 0xd1 : lead;
      self->text[self->length++] = !capital ? next : second_row ? next - 0x20 : next + 0x20;
      return;
    }
  self->length +=
      g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (at)), self->text + self->length);
}

static inline void
hash_letter (TitleHash *self, const char *at)
{
  put_letter (self, at);
  if (self->length < TITLE_CHUNK)
    return;
  self->hash = hash_bytes (self->hash, self->text, self->length);
  self->length = 0;
}

guint64
ply_hash_title (const char *title)
{
  TitleHash self;
  gboolean space = FALSE;
  guint64 hash;

  self.hash = self.length = 0;
  for (const char *at = title; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == ' ')
        {
          space = TRUE;
          continue;
        }
      if (space)
        hash_letter (&self, " ");
      hash_letter (&self, at);
      space = FALSE;
    }
  hash = hash_bytes (self.hash, self.text, self.length);
  return hash != 0 ? hash : 1;
}

static guint64
hash_bucket (PlyBucketType type, const PlyNode *owner, guint64 number)
{
  return mix (owner != NULL ? owner->hash : 0, mix (number, type));
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

static PlyNode *
ensure_hashed (PlyConflicts *self, PlyKind kind, const char *id, guint64 hash)
{
  PlyNode *node = find_hashed (self, kind, id, hash);

  if (node != NULL)
    return node;
  node = ply_arena_take (&self->node_arena);
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

PlyNode *
ply_index_ensure (PlyConflicts *self, PlyKind kind, const char *id)
{
  return id != NULL ? ensure_hashed (self, kind, id, hash_id (kind, id)) : NULL;
}

PlyNode *
ply_index_ensure_ref (PlyConflicts *self, const PlyRef *ref)
{
  return ref->id != NULL ? ensure_hashed (self, ref->kind, ref->id, ref->hash) : NULL;
}

void
ply_index_hash_ref (PlyRef *ref)
{
  if (ref->id != NULL)
    ref->hash = hash_id (ref->kind, ref->id);
}

void
ply_index_fetch_slot (const PlyConflicts *self, guint64 hash)
{
  __builtin_prefetch (&self->nodes.slots[hash & (self->nodes.size - 1)]);
}

/* The line that is compared and the one of the lists. */
void
ply_index_fetch_node (const PlyConflicts *self, guint64 hash)
{
  const PlyNode *node = self->nodes.slots[hash & (self->nodes.size - 1)].item;

  __builtin_prefetch (node);
  __builtin_prefetch (node != NULL ? &node->ties : NULL);
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

void
ply_index_fetch_bucket (const PlyConflicts *self, PlyBucketType type, const PlyNode *owner,
                        guint64 number)
{
  guint64 hash = hash_bucket (type, owner, number);

  __builtin_prefetch (&self->buckets.slots[hash & (self->buckets.size - 1)]);
}

PlyBucket *
ply_index_ensure_bucket (PlyConflicts *self, PlyBucketType type, PlyNode *owner, guint64 number)
{
  guint64 hash = hash_bucket (type, owner, number);
  PlyBucket *bucket = find_bucket_hashed (self, type, owner, number, hash);

  if (bucket != NULL)
    return bucket;
  bucket = ply_arena_take (&self->bucket_arena);
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
  ply_arena_init (&self->node_arena, sizeof (PlyNode));
  ply_arena_init (&self->bucket_arena, sizeof (PlyBucket));
  ply_arena_init (&self->tie_arena, sizeof (PlyTie));
  ply_arena_init (&self->texts_arena, MAX (self->n_languages, 1) * sizeof (PlyTexts));
  self->ids = g_string_chunk_new (1024);
  table_grow (&self->nodes, table_size (n_nodes));
  table_grow (&self->buckets, table_size (n_buckets));
}

static void
node_clear (PlyNode *node)
{
  ply_vec_clear (&node->ties);
  ply_vec_clear (&node->affiliations);
  ply_vec_clear (&node->children);
  ply_vec_clear (&node->buckets);
  ply_vec_clear (&node->about);
}

void
ply_index_clear (PlyConflicts *self)
{
  for (guint i = 0; i < self->node_arena.n; i++)
    node_clear (ply_arena_get (&self->node_arena, i));
  for (guint i = 0; i < self->bucket_arena.n; i++)
    ply_vec_clear (&((PlyBucket *) ply_arena_get (&self->bucket_arena, i))->members);
  ply_arena_clear (&self->node_arena);
  ply_arena_clear (&self->bucket_arena);
  ply_arena_clear (&self->tie_arena);
  ply_arena_clear (&self->texts_arena);
  g_clear_pointer (&self->ids, g_string_chunk_free);
  g_clear_pointer (&self->nodes.slots, g_free);
  g_clear_pointer (&self->buckets.slots, g_free);
  self->nodes = self->buckets = (PlyTable) { 0 };
  ply_vec_clear (&self->rooms);
  ply_vec_clear (&self->dirty_nodes);
  ply_vec_clear (&self->dirty_buckets);
}
