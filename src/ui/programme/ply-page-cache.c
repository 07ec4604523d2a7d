/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-page-cache.h"

typedef struct
{
  guint64 hash;
  int width;
  GdkTexture *texture;
  GList link; /* in @recent */
} Entry;

struct _PlyPageCache
{
  GHashTable *entries; /* Entry as key and value */
  GQueue recent;       /* Entry, the newest first */
  gsize bytes, max_bytes;
};

static guint
entry_hash (gconstpointer data)
{
  const Entry *entry = data;

  return (guint) (entry->hash ^ (entry->hash >> 32)) * 31 + (guint) entry->width;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;

  return one->hash == other->hash && one->width == other->width;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->texture);
  g_free (entry);
}

static gsize
texture_bytes (GdkTexture *texture)
{
  return (gsize) gdk_texture_get_width (texture) * gdk_texture_get_height (texture) * 4;
}

static void
drop_oldest (PlyPageCache *self)
{
  Entry *entry = g_queue_peek_tail (&self->recent);

  g_queue_unlink (&self->recent, &entry->link);
  self->bytes -= texture_bytes (entry->texture);
  g_hash_table_remove (self->entries, entry);
}

PlyPageCache *
ply_page_cache_new (gsize max_bytes)
{
  PlyPageCache *self = g_new0 (PlyPageCache, 1);

  self->entries = g_hash_table_new_full (entry_hash, entry_equal, NULL, entry_free);
  g_queue_init (&self->recent);
  self->max_bytes = max_bytes;
  return self;
}

void
ply_page_cache_free (PlyPageCache *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  g_free (self);
}

void
ply_page_cache_add (PlyPageCache *self, guint64 hash, int width, GdkTexture *texture)
{
  Entry *entry;

  g_return_if_fail (self != NULL && GDK_IS_TEXTURE (texture));

  if (ply_page_cache_lookup (self, hash, width) != NULL)
    return;
  entry = g_new0 (Entry, 1);
  entry->hash = hash;
  entry->width = width;
  entry->texture = g_object_ref (texture);
  entry->link.data = entry;
  g_hash_table_add (self->entries, entry);
  g_queue_push_head_link (&self->recent, &entry->link);
  self->bytes += texture_bytes (texture);
  while (self->bytes > self->max_bytes && self->recent.length > 1)
    drop_oldest (self);
}

GdkTexture *
ply_page_cache_lookup (PlyPageCache *self, guint64 hash, int width)
{
  Entry *entry;

  g_return_val_if_fail (self != NULL, NULL);

  entry = g_hash_table_lookup (self->entries, &(Entry) { .hash = hash, .width = width });
  if (entry == NULL)
    return NULL;
  g_queue_unlink (&self->recent, &entry->link);
  g_queue_push_head_link (&self->recent, &entry->link);
  return entry->texture;
}
