/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-row.h"

struct _PlyRow
{
  GObject parent_instance;

  PlyItem *item;
  gulong changed_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlyRow, ply_row, G_TYPE_OBJECT)

static void
item_changed_cb (PlyRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
let_go (PlyRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
}

static void
hold (PlyRow *self, PlyItem *item)
{
  self->item = g_object_ref (item);
  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (item_changed_cb), self);
}

static void
ply_row_dispose (GObject *object)
{
  let_go (PLY_ROW (object));

  G_OBJECT_CLASS (ply_row_parent_class)->dispose (object);
}

static void
ply_row_class_init (PlyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ply_row_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ply_row_init (PlyRow *self)
{
}

PlyRow *
ply_row_new (PlyItem *item)
{
  PlyRow *self;

  g_return_val_if_fail (PLY_IS_ITEM (item), NULL);

  self = g_object_new (PLY_TYPE_ROW, NULL);
  hold (self, item);
  return self;
}

PlyItem *
ply_row_get_item (PlyRow *self)
{
  g_return_val_if_fail (PLY_IS_ROW (self), NULL);
  return self->item;
}

void
ply_row_set_item (PlyRow *self, PlyItem *item)
{
  g_return_if_fail (PLY_IS_ROW (self) && PLY_IS_ITEM (item));

  if (self->item == item)
    return;
  let_go (self);
  hold (self, item);
  g_signal_emit (self, signals[CHANGED], 0);
}
