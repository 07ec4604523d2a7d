/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include <string.h>

#define BLOCK 512
#define LINE 64 /* of the processor's cache */

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

/* Arenas */

void
ply_arena_init (PlyArena *self, gsize size)
{
  *self = (PlyArena) { .size = size };
  self->blocks = g_ptr_array_new_with_free_func (g_aligned_free);
}

gpointer
ply_arena_take (PlyArena *self)
{
  if (self->spare != NULL)
    {
      gpointer item = self->spare;

      self->spare = *(gpointer *) item;
      return memset (item, 0, self->size);
    }
  if (self->n % BLOCK == 0)
    g_ptr_array_add (self->blocks, g_aligned_alloc0 (BLOCK, self->size, LINE));
  return ply_arena_get (self, self->n++);
}

void
ply_arena_give (PlyArena *self, gpointer item)
{
  *(gpointer *) item = self->spare;
  self->spare = item;
}

gpointer
ply_arena_get (const PlyArena *self, guint index)
{
  return (char *) self->blocks->pdata[index / BLOCK] + index % BLOCK * self->size;
}

void
ply_arena_clear (PlyArena *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  self->n = 0;
  self->spare = NULL;
}
