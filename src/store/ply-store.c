/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-store-private.h"

#include "ply-file.h"
#include "ply-guard.h"
#include "ply-rows.h"

#include <glib/gi18n-lib.h>

enum
{
  CHANGED,
  N_SIGNALS,
};

enum
{
  PROP_FILE = 1,
  PROP_DIRTY,
  N_PROPERTIES,
};

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PlyStore, ply_store, G_TYPE_OBJECT)

/* Helpers */

static gint64
read_clock (void)
{
  return g_get_real_time () / 1000;
}

static char *
dup_label (PlyHistoryRow *row)
{
  return row != NULL ? g_strdup (row->label) : NULL;
}

/* A history that cannot be read offers nothing to undo; undoing itself says why. */
static void
find_labels (PlyStore *self)
{
  g_autoptr (PlyHistoryRow) undo = NULL;
  g_autoptr (PlyHistoryRow) redo = NULL;

  if (self->labels_known || self->db == NULL)
    return;
  ply_history_get (self->db, self->state.cursor, &undo, NULL);
  ply_history_get_after (self->db, self->state.cursor, &redo, NULL);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);
  self->undo_label = dup_label (undo);
  self->redo_label = dup_label (redo);
  self->labels_known = TRUE;
}

/* Class */

static void
ply_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  PlyStore *self = PLY_STORE (object);

  switch (id)
    {
    case PROP_FILE:
      g_value_set_object (value, ply_store_get_file (self));
      break;
    case PROP_DIRTY:
      g_value_set_boolean (value, ply_store_get_dirty (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
ply_store_finalize (GObject *object)
{
  PlyStore *self = PLY_STORE (object);

  g_clear_pointer (&self->saving, ply_save_unref);
  ply_store_let_go (self);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (ply_store_parent_class)->finalize (object);
}

static void
ply_store_class_init (PlyStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ply_store_get_property;
  object_class->finalize = ply_store_finalize;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", PLY_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ply_store_init (PlyStore *self)
{
  self->clock = read_clock;
  self->history_max = PLY_HISTORY_MAX;
}

/* For the other files of the store */

PlyStore *
ply_store_new (const PlySchema *schema)
{
  PlyStore *self = g_object_new (PLY_TYPE_STORE, NULL);

  self->schema = schema;
  return self;
}

gboolean
ply_store_check_writable (PlyStore *self, GError **error)
{
  if (self->db != NULL && !self->read_only)
    return TRUE;
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_READ_ONLY,
               /* Translators: %s is a file */
               _ ("“%s” is open for reading only. Nothing was changed; open it again to edit it."),
               self->db != NULL ? self->db->name : "");
  return FALSE;
}

void
ply_store_set_state (PlyStore *self, const PlyHistoryState *state)
{
  gboolean was_dirty = ply_store_get_dirty (self);

  self->state = *state;
  self->labels_known = FALSE;
  g_clear_pointer (&self->loaded, ply_snapshot_unref);
  if (ply_store_get_dirty (self) != was_dirty)
    ply_store_notify_dirty (self);
}

void
ply_store_emit_changed (PlyStore *self, PlyStoreReason reason, const char *label, GArray *changes)
{
  PlyStoreChanges what = {
    .reason = reason,
    .label = label,
    .rows = (const PlyChange *) changes->data,
    .n_rows = changes->len,
  };

  g_signal_emit (self, signals[CHANGED], 0, &what);
}

void
ply_store_notify_dirty (PlyStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

void
ply_store_notify_file (PlyStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

void
ply_store_let_go_of_database (PlyStore *self)
{
  g_clear_pointer (&self->loaded, ply_snapshot_unref);
  g_clear_pointer (&self->db, ply_db_free);
}

void
ply_store_let_go (PlyStore *self)
{
  ply_store_let_go_of_database (self);
  g_clear_pointer (&self->copy, ply_working_copy_free);
}

/* Public functions */

GPtrArray *
ply_store_dup_unsaved (void)
{
  return ply_working_copy_list_unsaved ();
}

gboolean
ply_store_get_recovered (PlyStore *self)
{
  g_return_val_if_fail (PLY_IS_STORE (self), FALSE);
  return self->recovered;
}

GFile *
ply_store_get_file (PlyStore *self)
{
  g_return_val_if_fail (PLY_IS_STORE (self), NULL);
  return self->copy != NULL ? self->copy->file : NULL;
}

gboolean
ply_store_get_read_only (PlyStore *self)
{
  g_return_val_if_fail (PLY_IS_STORE (self), FALSE);
  return self->read_only;
}

gboolean
ply_store_get_dirty (PlyStore *self)
{
  g_return_val_if_fail (PLY_IS_STORE (self), FALSE);
  return !self->read_only && self->copy != NULL && self->state.revision != self->copy->revision;
}

guint
ply_store_get_file_version (PlyStore *self)
{
  g_return_val_if_fail (PLY_IS_STORE (self), 0);
  return self->file_version;
}

guint
ply_store_get_schema_version (void)
{
  return ply_schema_get ()->n_steps;
}

PlySnapshot *
ply_store_load (PlyStore *self, GError **error)
{
  g_return_val_if_fail (PLY_IS_STORE (self) && self->db != NULL, NULL);

  if (self->loaded == NULL)
    {
      g_autoptr (GPtrArray) records = ply_rows_load (self->db, error);

      if (records == NULL)
        return NULL;
      self->loaded = ply_snapshot_new (records);
    }
  return ply_snapshot_ref (self->loaded);
}

const char *
ply_store_get_undo_label (PlyStore *self)
{
  g_return_val_if_fail (PLY_IS_STORE (self), NULL);
  find_labels (self);
  return self->undo_label;
}

const char *
ply_store_get_redo_label (PlyStore *self)
{
  g_return_val_if_fail (PLY_IS_STORE (self), NULL);
  find_labels (self);
  return self->redo_label;
}

GPtrArray *
ply_store_dup_history (PlyStore *self, GError **error)
{
  g_return_val_if_fail (PLY_IS_STORE (self) && self->db != NULL, NULL);
  return ply_history_list (self->db, self->state.cursor, error);
}

void
ply_history_entry_free (PlyHistoryEntry *self)
{
  g_free (self->label);
  g_free (self);
}
