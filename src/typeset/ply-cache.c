/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-flow.h"

#define MAX_WORDS 400000 /* then the shaper starts anew */

typedef struct
{
  guint64 key[2];
} Key;

struct _PlyLayoutCache
{
  PlyShaper *shaper;
  GHashTable *paras; /* key within PlyPara -> PlyPara, owned */
  guint generation;
  guint n_set; /* paragraphs set anew since begin */
};

static guint
key_hash (gconstpointer data)
{
  return ((const Key *) data)->key[0];
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Key)) == 0;
}

static GHashTable *
make_table (void)
{
  return g_hash_table_new_full (key_hash, key_equal, NULL, (GDestroyNotify) ply_para_unref);
}

PlyLayoutCache *
ply_layout_cache_new (void)
{
  PlyLayoutCache *self = g_new0 (PlyLayoutCache, 1);

  self->shaper = ply_shaper_new ();
  self->paras = make_table ();
  return self;
}

void
ply_layout_cache_free (PlyLayoutCache *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->paras);
  ply_shaper_unref (self->shaper);
  g_free (self);
}

PlyShaper *
ply_layout_cache_get_shaper (PlyLayoutCache *self)
{
  return self->shaper;
}

PlyPara *
ply_layout_cache_find (PlyLayoutCache *self, const guint64 key[2])
{
  PlyPara *para = g_hash_table_lookup (self->paras, key);

  if (para == NULL)
    return NULL;
  para->generation = self->generation;
  return ply_para_ref (para);
}

void
ply_layout_cache_add (PlyLayoutCache *self, PlyPara *para)
{
  para->generation = self->generation;
  self->n_set++;
  g_hash_table_replace (self->paras, para->key, ply_para_ref (para));
}

void
ply_layout_cache_begin (PlyLayoutCache *self)
{
  self->generation++;
  self->n_set = 0;
  if (ply_shaper_get_n_words (self->shaper) < MAX_WORDS)
    return;
  g_hash_table_unref (self->paras);
  ply_shaper_unref (self->shaper);
  self->shaper = ply_shaper_new ();
  self->paras = make_table ();
}

static gboolean
is_stale_cb (gpointer key, gpointer value, gpointer data)
{
  const PlyLayoutCache *self = data;
  const PlyPara *para = value;

  return para->generation + 1 < self->generation;
}

void
ply_layout_cache_end (PlyLayoutCache *self)
{
  g_hash_table_foreach_remove (self->paras, is_stale_cb, self);
}

guint
ply_layout_cache_get_n_set (PlyLayoutCache *self)
{
  return self->n_set;
}
