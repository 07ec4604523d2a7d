/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflict-item.h"

#include "ply-collate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlyConflictItem
{
  GObject parent_instance;

  PlyConflictKind kind;
  PlySeverity severity;
  guint order;
  guint n_records;
  guint generation; /* of @message */

  /* Owned */
  PlyConflictSource *source;  /* referenced */
  PlyConflictRecord *records; /* one block of memory with their ids */
  const char *text;           /* interned */
  char *message;
  char *search_key; /* NULL until asked for */
};

G_DEFINE_FINAL_TYPE (PlyConflictItem, ply_conflict_item, G_TYPE_OBJECT)

static void
ply_conflict_item_finalize (GObject *object)
{
  PlyConflictItem *self = PLY_CONFLICT_ITEM (object);

  g_rc_box_release (self->source);
  g_free (self->records);
  g_free (self->message);
  g_free (self->search_key);
  G_OBJECT_CLASS (ply_conflict_item_parent_class)->finalize (object);
}

static void
ply_conflict_item_class_init (PlyConflictItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_conflict_item_finalize;
}

static void
ply_conflict_item_init (PlyConflictItem *self)
{
}

static void
copy_records (PlyConflictItem *self, const PlyConflict *conflict)
{
  gsize size = conflict->n_records * sizeof (PlyConflictRecord);
  char *ids;

  for (guint i = 0; i < conflict->n_records; i++)
    size += strlen (conflict->records[i].id) + 1;
  self->n_records = conflict->n_records;
  self->records = g_malloc (size);
  ids = (char *) (self->records + conflict->n_records);
  for (guint i = 0; i < conflict->n_records; i++)
    {
      self->records[i] = (PlyConflictRecord) { conflict->records[i].kind, ids };
      ids = g_stpcpy (ids, conflict->records[i].id) + 1;
    }
}

/* Public functions */

PlyConflictItem *
ply_conflict_item_new (PlyConflictSource *source, const PlyConflict *conflict)
{
  PlyConflictItem *self = g_object_new (PLY_TYPE_CONFLICT_ITEM, NULL);

  self->source = g_rc_box_acquire (source);
  self->kind = conflict->kind;
  self->severity = conflict->severity;
  self->text = g_intern_string (ply_conflict_get_text (conflict));
  copy_records (self, conflict);
  return self;
}

void
ply_conflict_item_renew (PlyConflictItem *self, const PlyConflict *conflict)
{
  g_return_if_fail (PLY_IS_CONFLICT_ITEM (self) && conflict != NULL);
  self->severity = conflict->severity;
}

void
ply_conflict_item_set_order (PlyConflictItem *self, guint order)
{
  g_return_if_fail (PLY_IS_CONFLICT_ITEM (self));
  self->order = order;
}

PlyConflictKind
ply_conflict_item_get_kind (PlyConflictItem *self)
{
  g_return_val_if_fail (PLY_IS_CONFLICT_ITEM (self), PLY_N_CONFLICT_KINDS);
  return self->kind;
}

PlySeverity
ply_conflict_item_get_severity (PlyConflictItem *self)
{
  g_return_val_if_fail (PLY_IS_CONFLICT_ITEM (self), PLY_N_SEVERITIES);
  return self->severity;
}

const PlyConflictRecord *
ply_conflict_item_get_records (PlyConflictItem *self, guint *n_records)
{
  g_return_val_if_fail (PLY_IS_CONFLICT_ITEM (self) && n_records != NULL, NULL);
  *n_records = self->n_records;
  return self->records;
}

const char *
ply_conflict_item_get_text (PlyConflictItem *self)
{
  g_return_val_if_fail (PLY_IS_CONFLICT_ITEM (self), NULL);
  return self->text;
}

guint
ply_conflict_item_get_order (PlyConflictItem *self)
{
  g_return_val_if_fail (PLY_IS_CONFLICT_ITEM (self), 0);
  return self->order;
}

gboolean
ply_conflict_item_is (PlyConflictItem *self, const PlyConflict *conflict)
{
  g_return_val_if_fail (PLY_IS_CONFLICT_ITEM (self) && conflict != NULL, FALSE);

  if (self->kind != conflict->kind || self->n_records != conflict->n_records)
    return FALSE;
  for (guint i = 0; i < self->n_records; i++)
    if (self->records[i].kind != conflict->records[i].kind
        || strcmp (self->records[i].id, conflict->records[i].id) != 0)
      return FALSE;
  return g_strcmp0 (self->text, ply_conflict_get_text (conflict)) == 0;
}

static const PlyConflict *
find_in (PlyConflictItem *self, GPtrArray *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++)
    if (ply_conflict_item_is (self, conflicts->pdata[i]))
      return conflicts->pdata[i];
  return NULL;
}

const PlyConflict *
ply_conflict_item_get_conflict (PlyConflictItem *self)
{
  g_autoptr (GPtrArray) about = NULL;
  const PlyConflict *conflict;

  g_return_val_if_fail (PLY_IS_CONFLICT_ITEM (self), NULL);

  if (self->source->conflicts == NULL)
    return NULL;
  about =
      ply_conflicts_dup_about (self->source->conflicts, self->records[0].kind, self->records[0].id);
  conflict = find_in (self, about);
  return conflict != NULL ? conflict
                          : find_in (self, ply_conflicts_get_waived (self->source->conflicts));
}

const char *
ply_conflict_item_get_message (PlyConflictItem *self)
{
  const PlyConflict *conflict;

  g_return_val_if_fail (PLY_IS_CONFLICT_ITEM (self), NULL);

  if (self->message != NULL && self->generation == self->source->generation)
    return self->message;
  conflict = ply_conflict_item_get_conflict (self);
  if (conflict != NULL)
    {
      g_clear_pointer (&self->search_key, g_free);
      g_free (self->message);
      self->message = ply_conflicts_dup_message (self->source->conflicts, conflict);
      self->generation = self->source->generation;
    }
  return self->message != NULL ? self->message : "";
}

const char *
ply_conflict_item_get_search_key (PlyConflictItem *self)
{
  const char *message, *label;
  g_autofree char *text = NULL;

  g_return_val_if_fail (PLY_IS_CONFLICT_ITEM (self), NULL);

  message = ply_conflict_item_get_message (self);
  if (self->search_key != NULL)
    return self->search_key;
  label = _ (ply_conflict_kind_get_info (self->kind)->label);
  text = g_strjoin ("\n", message, label, NULL);
  self->search_key = ply_search_fold (text);
  return self->search_key;
}
