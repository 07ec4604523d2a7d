/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-snapshot.h"

#include "ply-language.h"
#include "ply-record-table.h"

#include <string.h>

struct _PlySnapshot
{
  gatomicrefcount ref_count;
  PlyRecordTable *tables[PLY_N_KINDS];
};

static PlySnapshot *
snapshot_alloc (void)
{
  PlySnapshot *self = g_new0 (PlySnapshot, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

PlySnapshot *
ply_snapshot_new (GPtrArray *records)
{
  PlySnapshot *self = snapshot_alloc ();

  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    self->tables[kind] = ply_record_table_new (kind, records);
  return self;
}

PlySnapshot *
ply_snapshot_ref (const PlySnapshot *self)
{
  PlySnapshot *shared = (PlySnapshot *) self;

  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&shared->ref_count);
  return shared;
}

void
ply_snapshot_unref (PlySnapshot *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    ply_record_table_unref (self->tables[kind]);
  g_free (self);
}

PlySnapshot *
ply_snapshot_update (const PlySnapshot *self, const PlyChange *changes, guint n_changes)
{
  PlySnapshot *next;

  g_return_val_if_fail (self != NULL, NULL);

  next = snapshot_alloc ();
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    next->tables[kind] = ply_record_table_update (self->tables[kind], changes, n_changes);
  return next;
}

const PlyEvent *
ply_snapshot_get_event (const PlySnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ply_snapshot_get_n (self, PLY_KIND_EVENT) > 0
             ? ply_snapshot_get_at (self, PLY_KIND_EVENT, 0)
             : NULL;
}

guint
ply_snapshot_get_n (const PlySnapshot *self, PlyKind kind)
{
  g_return_val_if_fail (self != NULL && kind < PLY_N_KINDS, 0);
  return ply_record_table_get_n (self->tables[kind]);
}

gconstpointer
ply_snapshot_get_at (const PlySnapshot *self, PlyKind kind, guint index)
{
  g_return_val_if_fail (index < ply_snapshot_get_n (self, kind), NULL);
  return ply_record_table_get_at (self->tables[kind], index);
}

gconstpointer
ply_snapshot_lookup (const PlySnapshot *self, PlyKind kind, const char *id)
{
  g_return_val_if_fail (self != NULL && kind < PLY_N_KINDS, NULL);
  return id != NULL ? ply_record_table_lookup (self->tables[kind], id) : NULL;
}

GPtrArray *
ply_snapshot_get_children (const PlySnapshot *self, PlyKind kind, const char *field_name,
                           const char *id)
{
  const PlyField *field;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  field = ply_field_lookup (kind, field_name);
  g_return_val_if_fail (field != NULL, NULL);
  return ply_record_table_get_children (self->tables[kind], field, id);
}

typedef struct
{
  const PlyField *first;
  const PlyField *second;
} Order;

static int
compare_ordered (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PlyRecord *one = *(PlyRecord *const *) a;
  const PlyRecord *two = *(PlyRecord *const *) b;
  Order *by = user_data;
  int order = 0;

  if (by->first != NULL)
    order = g_strcmp0 (ply_record_get_text (one, by->first), ply_record_get_text (two, by->first));
  if (order == 0 && by->second != NULL)
    order =
        g_strcmp0 (ply_record_get_text (one, by->second), ply_record_get_text (two, by->second));
  return order != 0 ? order : strcmp (one->id, two->id);
}

GPtrArray *
ply_snapshot_dup_ordered (const PlySnapshot *self, PlyKind kind)
{
  guint n = ply_snapshot_get_n (self, kind);
  GPtrArray *ordered = g_ptr_array_new_full (n, NULL);
  Order by = {
    .first = ply_field_lookup (kind, kind == PLY_KIND_DAY ? "date" : "rank"),
    .second = ply_kind_title_field (kind),
  };

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ordered, (gpointer) ply_snapshot_get_at (self, kind, i));
  g_ptr_array_sort_with_data (ordered, compare_ordered, &by);
  return ordered;
}

const PlyTranslation *
ply_snapshot_get_translation (const PlySnapshot *self, gconstpointer record, const char *field_name,
                              const char *language)
{
  GPtrArray *translations =
      ply_snapshot_get_children (self, PLY_KIND_TRANSLATION, "owner", PLY_RECORD (record)->id);

  for (guint i = 0; i < translations->len; i++)
    {
      const PlyTranslation *translation = translations->pdata[i];

      if (strcmp (translation->field, field_name) == 0
          && strcmp (translation->language, language) == 0)
        return translation;
    }
  return NULL;
}

const char *
ply_snapshot_get_text (const PlySnapshot *self, gconstpointer record, const char *field_name,
                       const char *language)
{
  const PlyEvent *event = ply_snapshot_get_event (self);
  const PlyField *field = ply_field_lookup (PLY_RECORD (record)->kind, field_name);
  const PlyTranslation *translation = NULL;
  const char *base;

  g_return_val_if_fail (field != NULL, NULL);

  base = ply_record_get_text (record, field);
  if (base == NULL || language == NULL
      || (event != NULL && g_strcmp0 (language, event->base_language) == 0))
    return base;
  translation = ply_snapshot_get_translation (self, record, field_name, language);
  return translation != NULL ? translation->text : base;
}

char **
ply_snapshot_dup_languages (const PlySnapshot *self)
{
  const PlyEvent *event = ply_snapshot_get_event (self);

  return ply_language_split (event != NULL ? event->languages : NULL);
}
