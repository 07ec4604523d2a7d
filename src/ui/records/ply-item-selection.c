/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-item-selection.h"

GHashTable *
ply_item_selection_dup (GtkSelectionModel *selection, GListModel *items)
{
  GHashTable *selected = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_autoptr (GtkBitset) places = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (GTK_IS_SELECTION_MODEL (selection) && G_IS_LIST_MODEL (items), selected);

  places = gtk_selection_model_get_selection (selection);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, places, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_hash_table_add (selected, g_list_model_get_item (items, position));
  return selected;
}

void
ply_item_selection_set (GtkSelectionModel *selection, GListModel *items, GHashTable *wanted)
{
  guint n_items;
  g_autoptr (GtkBitset) all = NULL;
  g_autoptr (GtkBitset) places = gtk_bitset_new_empty ();

  g_return_if_fail (GTK_IS_SELECTION_MODEL (selection) && G_IS_LIST_MODEL (items));

  n_items = g_list_model_get_n_items (items);
  all = gtk_bitset_new_range (0, n_items);
  for (guint i = 0; i < n_items && g_hash_table_size (wanted) > 0; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      if (g_hash_table_contains (wanted, item))
        gtk_bitset_add (places, i);
    }
  gtk_selection_model_set_selection (selection, places, all);
}
