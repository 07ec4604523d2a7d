/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-workspace-private.h"

#include "ply-item-list.h"
#include "ply-item-private.h"
#include "ply-touch.h"

/* From the last change to the write into the event file: long enough for a burst of typing, short
 * enough that a colleague who looks at the file sees the work. */
#define SAVE_DELAY_MS 1500

struct _PlyWorkspace
{
  GObject parent_instance;

  /* Owned */
  PlyStore *store;
  PlySnapshot *snapshot;
  PlyItemList *lists[PLY_N_KINDS]; /* NULL until asked for */
  GHashTable *items[PLY_N_KINDS];  /* id -> PlyItem, with the list */
  PlyLiveConflicts *conflicts;     /* NULL until asked for */
  char *path;
  guint save_source;
};

G_DEFINE_FINAL_TYPE (PlyWorkspace, ply_workspace, G_TYPE_OBJECT)

enum
{
  PROP_SNAPSHOT = 1,
  PROP_PATH,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_SAVED,
  N_PROPS
};

enum
{
  CHANGED,
  CONFLICTS_CHANGED,
  SAVE_FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* The rows of one command, sorted out for the list of one kind. */
typedef struct
{
  GPtrArray *removed, *added, *touched;
} Splice;

static void
clear_splice (Splice *splice)
{
  g_ptr_array_unref (splice->removed);
  g_ptr_array_unref (splice->added);
  g_ptr_array_unref (splice->touched);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Splice, clear_splice)

static void
apply_row (PlyWorkspace *self, const PlyChange *row, Splice *splice)
{
  GHashTable *items = self->items[row->kind];
  PlyItem *item = g_hash_table_lookup (items, row->id);

  if (row->record == NULL && item != NULL)
    {
      g_ptr_array_add (splice->removed, g_object_ref (item));
      g_hash_table_remove (items, row->id);
    }
  else if (row->record != NULL && item == NULL)
    {
      item = ply_item_new (self->snapshot, row->record);
      g_hash_table_insert (items, g_strdup (row->id), item);
      g_ptr_array_add (splice->added, g_object_ref (item));
    }
  else if (item != NULL)
    {
      ply_item_update (item, self->snapshot, row->record);
      g_ptr_array_add (splice->touched, g_object_ref (item));
    }
}

static void
update_list (PlyWorkspace *self, PlyKind kind, const PlyStoreChanges *changes, GPtrArray *touched)
{
  g_auto (Splice) splice = {
    .removed = g_ptr_array_new_with_free_func (g_object_unref),
    .added = g_ptr_array_new_with_free_func (g_object_unref),
    .touched = g_ptr_array_new_with_free_func (g_object_unref),
  };

  for (guint i = 0; i < changes->n_rows; i++)
    if (changes->rows[i].kind == kind)
      apply_row (self, &changes->rows[i], &splice);
  for (guint i = 0; i < touched->len; i++)
    {
      const PlyRecord *record = touched->pdata[i];
      PlyItem *item =
          record->kind == kind ? g_hash_table_lookup (self->items[kind], record->id) : NULL;

      if (item == NULL)
        continue;
      ply_item_touch (item, self->snapshot);
      g_ptr_array_add (splice.touched, g_object_ref (item));
    }
  ply_item_list_splice (self->lists[kind], self->snapshot, splice.removed, splice.added,
                        splice.touched);
}

static void
saved_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlyWorkspace) self = data;
  g_autoptr (GError) error = NULL;

  if (!ply_store_save_finish (PLY_STORE (store), result, &error))
    g_signal_emit (self, signals[SAVE_FAILED], 0, error);
}

static gboolean
save_cb (gpointer data)
{
  PlyWorkspace *self = data;

  self->save_source = 0;
  ply_store_save_async (self->store, saved_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
schedule_save (PlyWorkspace *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

static void
notify_history (PlyWorkspace *self)
{
  for (guint prop = PROP_CAN_UNDO; prop <= PROP_REDO_LABEL; prop++)
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
store_changed_cb (PlyWorkspace *self, const PlyStoreChanges *changes)
{
  g_autoptr (PlySnapshot) before = g_steal_pointer (&self->snapshot);
  g_autoptr (GPtrArray) touched = NULL;

  self->snapshot = ply_snapshot_update (before, changes->rows, changes->n_rows);
  if (self->conflicts != NULL)
    ply_live_conflicts_update (self->conflicts, self->snapshot, changes->rows, changes->n_rows);
  touched = ply_touched_records (before, self->snapshot, changes->rows, changes->n_rows);
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    if (self->lists[kind] != NULL)
      update_list (self, kind, changes, touched);
  if (self->conflicts != NULL)
    ply_live_conflicts_splice (self->conflicts);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SNAPSHOT]);
  notify_history (self);
  g_signal_emit (self, signals[CHANGED], 0, changes->rows, changes->n_rows);
  if (self->conflicts != NULL)
    g_signal_emit (self, signals[CONFLICTS_CHANGED], 0);
  schedule_save (self);
}

static void
store_dirty_cb (PlyWorkspace *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVED]);
}

static void
store_file_cb (PlyWorkspace *self)
{
  g_free (self->path);
  self->path = g_file_get_path (ply_store_get_file (self->store));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PATH]);
}

static void
ply_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlyWorkspace *self = PLY_WORKSPACE (object);

  switch (id)
    {
    case PROP_SNAPSHOT:
      g_value_set_pointer (value, self->snapshot);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, ply_store_get_undo_label (self->store) != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, ply_store_get_redo_label (self->store) != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, ply_store_get_undo_label (self->store));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, ply_store_get_redo_label (self->store));
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, !ply_store_get_dirty (self->store));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ply_workspace_dispose (GObject *object)
{
  PlyWorkspace *self = PLY_WORKSPACE (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ply_workspace_parent_class)->dispose (object);
}

static void
ply_workspace_finalize (GObject *object)
{
  PlyWorkspace *self = PLY_WORKSPACE (object);

  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      g_clear_object (&self->lists[kind]);
      g_clear_pointer (&self->items[kind], g_hash_table_unref);
    }
  g_clear_pointer (&self->conflicts, ply_live_conflicts_free);
  g_clear_pointer (&self->snapshot, ply_snapshot_unref);
  g_free (self->path);
  G_OBJECT_CLASS (ply_workspace_parent_class)->finalize (object);
}

static void
ply_workspace_class_init (PlyWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ply_workspace_get_property;
  object_class->dispose = ply_workspace_dispose;
  object_class->finalize = ply_workspace_finalize;

  props[PROP_SNAPSHOT] = g_param_spec_pointer ("snapshot", NULL, NULL, flags);
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  props[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", PLY_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  signals[CONFLICTS_CHANGED] =
      g_signal_new ("conflicts-changed", PLY_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SAVE_FAILED] = g_signal_new ("save-failed", PLY_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ply_workspace_init (PlyWorkspace *self)
{
}

/* Takes @store. */
static PlyWorkspace *
workspace_new (PlyStore *store, GError **error)
{
  g_autoptr (PlyWorkspace) self = g_object_new (PLY_TYPE_WORKSPACE, NULL);

  self->store = store;
  self->path = g_file_get_path (ply_store_get_file (store));
  self->snapshot = ply_store_load (store, error);
  if (self->snapshot == NULL)
    return NULL;
  g_signal_connect_swapped (store, "changed", G_CALLBACK (store_changed_cb), self);
  g_signal_connect_swapped (store, "notify::dirty", G_CALLBACK (store_dirty_cb), self);
  g_signal_connect_swapped (store, "notify::file", G_CALLBACK (store_file_cb), self);
  if (ply_store_get_dirty (store))
    schedule_save (self);
  return g_steal_pointer (&self);
}

PlyWorkspace *
ply_workspace_open (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;
  PlyStore *store;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  store = ply_store_open (file, error);
  return store != NULL ? workspace_new (store, error) : NULL;
}

PlyWorkspace *
ply_workspace_create (const char *path, PlyPlan *plan, gboolean replace, GError **error)
{
  g_autoptr (GFile) file = NULL;
  PlyStore *store;

  g_return_val_if_fail (path != NULL && plan != NULL, NULL);

  file = g_file_new_for_path (path);
  store = ply_store_create (file, plan, replace, error);
  return store != NULL ? workspace_new (store, error) : NULL;
}

gboolean
ply_workspace_close (PlyWorkspace *self, GError **error)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self), FALSE);

  if (!ply_store_close (self->store, error))
    return FALSE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  return TRUE;
}

gboolean
ply_workspace_save (PlyWorkspace *self, GError **error)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self), FALSE);

  g_clear_handle_id (&self->save_source, g_source_remove);
  return ply_store_save (self->store, error);
}

gboolean
ply_workspace_save_as (PlyWorkspace *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && path != NULL, FALSE);

  file = g_file_new_for_path (path);
  return ply_store_save_as (self->store, file, error);
}

gboolean
ply_workspace_was_recovered (PlyWorkspace *self)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self), FALSE);
  return ply_store_get_recovered (self->store);
}

const char *
ply_workspace_get_path (PlyWorkspace *self)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self), NULL);
  return self->path;
}

PlySnapshot *
ply_workspace_get_snapshot (PlyWorkspace *self)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self), NULL);
  return self->snapshot;
}

/* The list and the items of a kind are made when a view first asks for them. */
static void
ensure_items (PlyWorkspace *self, PlyKind kind)
{
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GPtrArray) none = NULL;
  guint n;

  if (self->lists[kind] != NULL)
    return;
  n = ply_snapshot_get_n (self->snapshot, kind);
  added = g_ptr_array_new_full (n, NULL);
  none = g_ptr_array_new ();
  self->lists[kind] = ply_item_list_new ();
  self->items[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      const PlyRecord *record = ply_snapshot_get_at (self->snapshot, kind, i);
      PlyItem *item = ply_item_new (self->snapshot, record);

      g_hash_table_insert (self->items[kind], g_strdup (record->id), item);
      g_ptr_array_add (added, item);
    }
  ply_item_list_splice (self->lists[kind], self->snapshot, none, added, none);
}

GListModel *
ply_workspace_get_items (PlyWorkspace *self, PlyKind kind)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && kind < PLY_N_KINDS, NULL);
  ensure_items (self, kind);
  return G_LIST_MODEL (self->lists[kind]);
}

PlyItem *
ply_workspace_get_item (PlyWorkspace *self, PlyKind kind, const char *id)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && kind < PLY_N_KINDS, NULL);
  ensure_items (self, kind);
  return id != NULL ? g_hash_table_lookup (self->items[kind], id) : NULL;
}

PlyLiveConflicts *
ply_workspace_get_live_conflicts (PlyWorkspace *self)
{
  if (self->conflicts == NULL)
    self->conflicts = ply_live_conflicts_new (self->snapshot);
  return self->conflicts;
}

gboolean
ply_workspace_run (PlyWorkspace *self, const PlyPlan *plan, const char *coalesce_key,
                   GError **error)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && plan != NULL, FALSE);
  return ply_store_run (self->store, plan, coalesce_key, error);
}

gboolean
ply_workspace_undo (PlyWorkspace *self, GError **error)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self), FALSE);
  return ply_store_undo (self->store, error);
}

gboolean
ply_workspace_redo (PlyWorkspace *self, GError **error)
{
  g_return_val_if_fail (PLY_IS_WORKSPACE (self), FALSE);
  return ply_store_redo (self->store, error);
}
