/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-item-list.h"

#include "ply-test-event.h"

#include <string.h>

typedef struct
{
  guint count;
  guint position, removed, added;
} Heard;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Heard *heard = data;

  heard->count++;
  heard->position = position;
  heard->removed = removed;
  heard->added = added;
}

static PlyItem *
track_item (PlySnapshot *snapshot, const char *name)
{
  g_autoptr (PlyTrack) track = ply_record_new (PLY_KIND_TRACK, NULL);

  track->name = g_strdup (name);
  return ply_item_new (snapshot, track);
}

static void
rename_item (PlySnapshot *snapshot, PlyItem *item, const char *name)
{
  g_autoptr (PlyTrack) track = ply_record_copy (ply_item_get_record (item), NULL);

  g_set_str (&track->name, name);
  ply_item_update (item, snapshot, track);
}

/* The first letters of the names, in the order of the list. */
static char *
spell (GListModel *model)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (model, i);
      const PlyTrack *track = ply_item_get_record (item);

      g_string_append_c (letters, track->name[0]);
    }
  return g_string_free_and_steal (letters);
}

#define assert_spells(list, text)                                                                  \
  {                                                                                                \
    g_autofree char *spelled = spell (G_LIST_MODEL (list));                                        \
    g_assert_cmpstr (spelled, ==, text);                                                           \
  }

static void
splice (PlyItemList *list, PlySnapshot *snapshot, PlyItem *removed, PlyItem *added,
        PlyItem *touched)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  g_autoptr (GPtrArray) in = g_ptr_array_new ();
  g_autoptr (GPtrArray) about = g_ptr_array_new ();

  if (removed != NULL)
    g_ptr_array_add (out, removed);
  if (added != NULL)
    g_ptr_array_add (in, added);
  if (touched != NULL)
    g_ptr_array_add (about, touched);
  ply_item_list_splice (list, snapshot, out, in, about);
}

static void
test_few (void)
{
  g_autoptr (PlySnapshot) snapshot = ply_test_event_snapshot ();
  g_autoptr (PlyItemList) list = ply_item_list_new ();
  g_autoptr (PlyItem) a = track_item (snapshot, "a");
  g_autoptr (PlyItem) b = track_item (snapshot, "b");
  g_autoptr (PlyItem) c = track_item (snapshot, "c");
  Heard heard = { 0 };

  splice (list, snapshot, NULL, c, NULL);
  splice (list, snapshot, NULL, a, NULL);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &heard);
  splice (list, snapshot, NULL, b, NULL);
  assert_spells (list, "abc");
  g_assert_cmpuint (heard.count, ==, 1);
  g_assert_cmpuint (heard.position, ==, 1);
  g_assert_cmpuint (heard.removed, ==, 0);
  g_assert_cmpuint (heard.added, ==, 1);

  /* A new name that keeps the place is no change of the list. */
  rename_item (snapshot, b, "bb");
  splice (list, snapshot, NULL, NULL, b);
  g_assert_cmpuint (heard.count, ==, 1);

  rename_item (snapshot, b, "z");
  splice (list, snapshot, NULL, NULL, b);
  assert_spells (list, "acz");
  g_assert_cmpuint (heard.count, ==, 3);

  splice (list, snapshot, a, NULL, NULL);
  assert_spells (list, "cz");
  g_assert_cmpuint (heard.count, ==, 4);
  g_assert_cmpuint (heard.removed, ==, 1);
}

static void
test_many_is_one_signal (void)
{
  g_autoptr (PlySnapshot) snapshot = ply_test_event_snapshot ();
  g_autoptr (PlyItemList) list = ply_item_list_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PlyItem) first = track_item (snapshot, "a");
  g_autoptr (PlyItem) last = track_item (snapshot, "z");
  Heard heard = { 0 };

  splice (list, snapshot, NULL, first, NULL);
  splice (list, snapshot, NULL, last, NULL);
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *name = g_strdup_printf ("m%u", i * 7 % 500);

      g_ptr_array_add (added, track_item (snapshot, name));
    }
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &heard);
  ply_item_list_splice (list, snapshot, none, added, none);
  g_assert_cmpuint (heard.count, ==, 1);
  g_assert_cmpuint (heard.position, ==, 1);
  g_assert_cmpuint (heard.added, ==, 500);
  g_assert_cmpuint (heard.removed, ==, 0);
}

/* Random renames in batches: the list stays sorted and each "items-changed" tells the truth. */
static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  GPtrArray *mirror = data;

  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (model, position + i);

      g_ptr_array_insert (mirror, position + i, item);
    }
}

static void
test_random_renames (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (PlySnapshot) snapshot = ply_test_event_snapshot ();
  g_autoptr (PlyItemList) list = ply_item_list_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) mirror = g_ptr_array_new ();

  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (items, track_item (snapshot, "new"));
  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), mirror);
  ply_item_list_splice (list, snapshot, none, items, none);
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) touched = g_ptr_array_new ();
      guint n = g_rand_int_range (random, 1, round % 10 == 0 ? 150 : 6);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *name = g_strdup_printf ("%u", g_rand_int_range (random, 0, 999));
          PlyItem *item = items->pdata[g_rand_int_range (random, 0, items->len)];

          if (g_ptr_array_find (touched, item, NULL))
            continue;
          rename_item (snapshot, item, name);
          g_ptr_array_add (touched, item);
        }
      ply_item_list_splice (list, snapshot, none, none, touched);
      g_assert_cmpuint (mirror->len, ==, 200);
      for (guint i = 0; i < mirror->len; i++)
        {
          g_autoptr (PlyItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
          const PlyTrack *track = ply_item_get_record (item);

          g_assert_true (item == mirror->pdata[i]);
          if (i > 0)
            g_assert_cmpint (
                strcmp (((const PlyTrack *) ply_item_get_record (mirror->pdata[i - 1]))->name,
                        track->name),
                <=, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workspace/item-list/few", test_few);
  g_test_add_func ("/workspace/item-list/many-is-one-signal", test_many_is_one_signal);
  g_test_add_func ("/workspace/item-list/random-renames", test_random_renames);
  return g_test_run ();
}
