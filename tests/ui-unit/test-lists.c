/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-new-event.h"
#include "ply-record-list.h"
#include "ply-row-model.h"

#include <glib/gstdio.h>

/* Lists of records: rows that stay while what they show changes. */

#define N_SESSIONS 40

typedef struct
{
  PlyWorkspace *workspace;
  GListModel *items; /* PlyItem, of N_SESSIONS sessions */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const languages[] = { "en", NULL };
  const PlyNewEvent what = { "Day", "2023-10-12", "2023-10-12", NULL, NULL, "UTC", languages };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = ply_new_event_plan (&what, &error);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "lists.plenary", NULL);

  for (guint i = 0; i < N_SESSIONS; i++)
    {
      gpointer session = ply_record_new (PLY_KIND_SESSION, NULL);
      g_autofree char *title = g_strdup_printf ("%s %02u", i % 3 == 0 ? "Panel" : "Talk", i);

      ply_record_set_text (session, "title", title);
      ply_record_set_integer (session, "duration", 30);
      ply_plan_insert (plan, session);
    }
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  self->workspace = ply_workspace_create (path, plan, TRUE, &error);
  g_assert_no_error (error);
  self->items = ply_workspace_get_items (self->workspace, PLY_KIND_SESSION);
  g_assert_cmpuint (g_list_model_get_n_items (self->items), ==, N_SESSIONS);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ply_workspace_close (self->workspace, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (self->workspace);
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 50000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  /* On a slow machine that was but one iteration. */
  for (guint i = 0; i < 1000 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

/* What a view knows of a model that it asks only when it is told to. */
static void
follow_cb (GListModel *model, guint position, guint removed, guint added, GPtrArray *seen)
{
  if (removed > 0)
    g_ptr_array_remove_range (seen, position, removed);
  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (seen, (int) i, g_list_model_get_item (model, i));
}

static void
assert_rows (PlyRowModel *model, GListModel *items, GPtrArray *seen)
{
  guint n_items = g_list_model_get_n_items (items);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n_items);
  g_assert_cmpuint (seen->len, ==, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (PlyRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_autoptr (PlyItem) item = g_list_model_get_item (items, i);

      g_assert_true (seen->pdata[i] == row);
      g_assert_true (ply_row_get_item (row) == item);
    }
}

static void
change_at_random (Fixture *self, GListStore *store, GRand *rand)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint position = (guint) g_rand_int_range (rand, 0, (gint32) n_items + 1);
  guint removed = (guint) g_rand_int_range (rand, 0, (gint32) (n_items - position) + 1);
  guint added = (guint) g_rand_int_range (rand, 0, N_SESSIONS - (gint32) (n_items - removed) + 1);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; g_list_model_get_n_items (self->items) > i && items->len < added; i++)
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (self->items, i);
      guint found;

      if (!g_list_store_find (store, item, &found)
          || (found >= position && found < position + removed))
        g_ptr_array_insert (items, g_rand_int_range (rand, 0, (gint32) items->len + 1),
                            g_steal_pointer (&item));
    }
  g_list_store_splice (store, position, removed, items->pdata, items->len);
}

static void
test_random (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GListStore) store = g_list_store_new (PLY_TYPE_ITEM);
  g_autoptr (PlyRowModel) model = ply_row_model_new (G_LIST_MODEL (store));
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_connect (model, "items-changed", G_CALLBACK (follow_cb), seen);
  for (guint i = 0; i < 2000; i++)
    {
      ply_row_model_set_reuse (model, g_rand_boolean (rand));
      change_at_random (self, store, rand);
      assert_rows (model, G_LIST_MODEL (store), seen);
    }
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A row that shows another item says so, and the list says nothing; a row whose item changes says
 * so too. Where rows are not reused they go with their items. */
static void
test_reuse (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) store = g_list_store_new (PLY_TYPE_ITEM);
  g_autoptr (PlyItem) first = g_list_model_get_item (self->items, 0);
  g_autoptr (PlyItem) second = g_list_model_get_item (self->items, 1);
  PlyItem *both[] = { first, second };
  g_autoptr (PlyRowModel) model = NULL;
  g_autoptr (PlyRow) row = NULL;
  g_autoptr (PlyRow) moved = NULL;
  guint n_changed = 0;
  guint n_told = 0;

  g_list_store_append (store, first);
  model = ply_row_model_new (G_LIST_MODEL (store));
  row = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (count_cb), &n_told);

  ply_row_model_set_reuse (model, TRUE);
  g_list_store_splice (store, 0, 1, (gpointer *) &second, 1);
  g_assert_true (ply_row_get_item (row) == second);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_told, ==, 0);

  g_assert_true (ply_workspace_set_text (self->workspace, PLY_KIND_SESSION,
                                         ply_item_get_id (second), "title", "Other", NULL));
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_true (ply_workspace_set_text (self->workspace, PLY_KIND_SESSION, ply_item_get_id (first),
                                         "title", "Other", NULL));
  g_assert_cmpuint (n_changed, ==, 2);

  ply_row_model_set_reuse (model, FALSE);
  g_list_store_splice (store, 0, 1, (gpointer *) both, 2);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_true (ply_row_get_item (row) == second);
  moved = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_true (moved == row);
}

static void
assert_selected (PlyRecordList *list, const char *id)
{
  g_auto (GStrv) selected = ply_record_list_dup_selected (list);

  g_assert_cmpstr (selected[0], ==, id);
  g_assert_cmpuint (g_strv_length (selected), ==, id != NULL);
}

static char *
find_id (Fixture *self, const char *title)
{
  for (guint i = 0; i < N_SESSIONS; i++)
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (self->items, i);

      if (g_str_equal (((const PlySession *) ply_item_get_record (item))->title, title))
        return g_strdup (ply_item_get_id (item));
    }
  g_assert_not_reached ();
}

/* What is selected stays so while a search moves it about, and until a search hides it. */
static void
test_search_keeps_selection (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint n_shown;
    gboolean selected;
  } steps[] = {
    { "panel", 14, TRUE }, { "panel 09", 1, TRUE }, { "0", 13, TRUE },
    { "", 40, TRUE },      { "talk", 26, FALSE },
  };
  g_autofree char *id = find_id (self, "Panel 09");
  GtkWidget *window = gtk_window_new ();
  PlyRecordList *list = PLY_RECORD_LIST (ply_record_list_new (self->workspace, PLY_KIND_SESSION));

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (list));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ply_record_list_select (list, id));
  settle ();
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      ply_record_list_set_search (list, steps[i].text);
      g_assert_cmpuint (ply_record_list_get_n_shown (list), ==, steps[i].n_shown);
      settle ();
      assert_selected (list, steps[i].selected ? id : NULL);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/lists/random", test_random);
  ADD ("/lists/reuse", test_reuse);
  ADD ("/lists/search-keeps-selection", test_search_keeps_selection);
  return g_test_run ();
}
