/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-row-model.h"

#include <string.h>

struct _PlyRowModel
{
  GObject parent_instance;

  GListModel *items;
  PlyRow **rows; /* NULL where nobody has asked yet */
  guint n_rows;
  gboolean reuse;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlyRowModel, ply_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Helpers */

static void
drop_rows (PlyRow **rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    g_clear_object (&rows[i]);
}

static void
splice (PlyRowModel *self, guint position, guint removed, guint added)
{
  guint n_rows = self->n_rows - removed + added;
  guint n_behind = self->n_rows - position - removed;
  PlyRow **rows = g_new0 (PlyRow *, n_rows);

  drop_rows (self->rows + position, removed);
  if (position > 0)
    memcpy (rows, self->rows, position * sizeof *rows);
  if (n_behind > 0)
    memcpy (rows + position + added, self->rows + position + removed, n_behind * sizeof *rows);
  g_free (self->rows);
  self->rows = rows;
  self->n_rows = n_rows;
}

/* A row goes with its item where that is among what comes: then a list keeps its widget, and that
 * it is selected. */
static void
replace (PlyRowModel *self, guint position, guint removed, guint added)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);

  for (guint i = position; i < position + removed; i++)
    if (self->rows[i] != NULL)
      g_hash_table_insert (known, ply_row_get_item (self->rows[i]), g_object_ref (self->rows[i]));
  splice (self, position, removed, added);
  for (guint i = position; i < position + added && g_hash_table_size (known) > 0; i++)
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (self->items, i);
      gpointer row;

      if (g_hash_table_steal_extended (known, item, NULL, &row))
        self->rows[i] = row;
    }
}

static void
show_others (PlyRowModel *self, guint position, guint n_rows)
{
  for (guint i = position; i < position + n_rows; i++)
    if (self->rows[i] != NULL)
      {
        g_autoptr (PlyItem) item = g_list_model_get_item (self->items, i);

        ply_row_set_item (self->rows[i], item);
      }
}

/* Callbacks */

static void
items_changed_cb (PlyRowModel *self, guint position, guint removed, guint added)
{
  guint n_kept = self->reuse ? MIN (removed, added) : 0;

  position += n_kept;
  removed -= n_kept;
  added -= n_kept;
  if (removed > 0 || added > 0)
    replace (self, position, removed, added);
  show_others (self, position - n_kept, n_kept);
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Class */

static GType
ply_row_model_get_item_type (GListModel *model)
{
  return PLY_TYPE_ROW;
}

static guint
ply_row_model_get_n_items (GListModel *model)
{
  return PLY_ROW_MODEL (model)->n_rows;
}

static gpointer
ply_row_model_get_item (GListModel *model, guint position)
{
  PlyRowModel *self = PLY_ROW_MODEL (model);

  if (position >= self->n_rows)
    return NULL;
  if (self->rows[position] == NULL)
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (self->items, position);

      self->rows[position] = ply_row_new (item);
    }
  return g_object_ref (self->rows[position]);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ply_row_model_get_item_type;
  iface->get_n_items = ply_row_model_get_n_items;
  iface->get_item = ply_row_model_get_item;
}

static void
ply_row_model_dispose (GObject *object)
{
  PlyRowModel *self = PLY_ROW_MODEL (object);

  drop_rows (self->rows, self->n_rows);
  g_clear_pointer (&self->rows, g_free);
  self->n_rows = 0;
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ply_row_model_parent_class)->dispose (object);
}

static void
ply_row_model_class_init (PlyRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ply_row_model_dispose;
}

static void
ply_row_model_init (PlyRowModel *self)
{
}

/* Public functions */

PlyRowModel *
ply_row_model_new (GListModel *items)
{
  PlyRowModel *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);

  self = g_object_new (PLY_TYPE_ROW_MODEL, NULL);
  self->items = g_object_ref (items);
  self->n_rows = g_list_model_get_n_items (items);
  self->rows = g_new0 (PlyRow *, self->n_rows);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
ply_row_model_set_reuse (PlyRowModel *self, gboolean reuse)
{
  g_return_if_fail (PLY_IS_ROW_MODEL (self));
  self->reuse = reuse;
}
