/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-item-private.h"

#include "ply-search-key.h"

struct _PlyItem
{
  GObject parent_instance;

  /* Owned */
  PlyRecord *record;
  PlySnapshot *snapshot; /* only while the search key has to be made */
  char *search_key;
  char *sort_key;
};

G_DEFINE_FINAL_TYPE (PlyItem, ply_item, G_TYPE_OBJECT)

enum
{
  PROP_RECORD = 1,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static char *
make_sort_key (const PlySnapshot *snapshot, const PlyRecord *record)
{
  const PlyField *rank = ply_field_lookup (record->kind, "rank");
  const PlyField *title = ply_kind_title_field (record->kind);
  const char *ranked = rank != NULL ? ply_record_get_text (record, rank) : NULL;
  const char *named = title != NULL ? ply_record_get_text (record, title) : NULL;

  if (record->kind == PLY_KIND_DAY)
    return g_strdup (((const PlyDay *) record)->date);
  if (record->kind == PLY_KIND_SESSION)
    {
      const PlySession *session = (const PlySession *) record;
      const PlyDay *day = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, session->day);
      const PlyRoom *room = ply_snapshot_lookup (snapshot, PLY_KIND_ROOM, session->room);

      /* Unplaced ones come last. */
      return g_strdup_printf ("%s %05d %s %s %s", day != NULL ? day->date : "~",
                              session->start != PLY_UNSET ? (int) session->start : 99999,
                              room != NULL && room->rank != NULL ? room->rank : "", session->title,
                              record->id);
    }
  return g_strjoin ("\001", ranked != NULL ? ranked : "", named != NULL ? named : "", record->id,
                    NULL);
}

static void
take_snapshot (PlyItem *self, const PlySnapshot *snapshot)
{
  g_clear_pointer (&self->search_key, g_free);
  g_clear_pointer (&self->snapshot, ply_snapshot_unref);
  self->snapshot = ply_snapshot_ref (snapshot);
}

static void
ply_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlyItem *self = PLY_ITEM (object);

  switch (id)
    {
    case PROP_RECORD:
      g_value_set_pointer (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ply_item_finalize (GObject *object)
{
  PlyItem *self = PLY_ITEM (object);

  ply_record_unref (self->record);
  g_clear_pointer (&self->snapshot, ply_snapshot_unref);
  g_free (self->search_key);
  g_free (self->sort_key);
  G_OBJECT_CLASS (ply_item_parent_class)->finalize (object);
}

static void
ply_item_class_init (PlyItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ply_item_get_property;
  object_class->finalize = ply_item_finalize;
  props[PROP_RECORD] =
      g_param_spec_pointer ("record", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", PLY_TYPE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
ply_item_init (PlyItem *self)
{
}

PlyItem *
ply_item_new (const PlySnapshot *snapshot, gconstpointer record)
{
  PlyItem *self = g_object_new (PLY_TYPE_ITEM, NULL);

  self->record = ply_record_ref (record);
  self->sort_key = make_sort_key (snapshot, record);
  take_snapshot (self, snapshot);
  return self;
}

void
ply_item_update (PlyItem *self, const PlySnapshot *snapshot, gconstpointer record)
{
  PlyRecord *old = self->record;

  g_return_if_fail (PLY_IS_ITEM (self));

  self->record = ply_record_ref (record);
  ply_record_unref (old);
  take_snapshot (self, snapshot);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ply_item_touch (PlyItem *self, const PlySnapshot *snapshot)
{
  g_return_if_fail (PLY_IS_ITEM (self));
  take_snapshot (self, snapshot);
  g_signal_emit (self, signals[CHANGED], 0);
}

PlyKind
ply_item_get_kind (PlyItem *self)
{
  g_return_val_if_fail (PLY_IS_ITEM (self), PLY_N_KINDS);
  return self->record->kind;
}

const char *
ply_item_get_id (PlyItem *self)
{
  g_return_val_if_fail (PLY_IS_ITEM (self), NULL);
  return self->record->id;
}

gconstpointer
ply_item_get_record (PlyItem *self)
{
  g_return_val_if_fail (PLY_IS_ITEM (self), NULL);
  return self->record;
}

const char *
ply_item_get_search_key (PlyItem *self)
{
  g_return_val_if_fail (PLY_IS_ITEM (self), NULL);

  if (self->search_key == NULL)
    {
      self->search_key = ply_search_key_of (self->snapshot, self->record);
      /* Ten thousand items must not keep old snapshots alive. */
      g_clear_pointer (&self->snapshot, ply_snapshot_unref);
    }
  return self->search_key;
}

const char *
ply_item_get_sort_key (PlyItem *self)
{
  return self->sort_key;
}

gboolean
ply_item_renew_sort_key (PlyItem *self, const PlySnapshot *snapshot)
{
  g_autofree char *key = make_sort_key (snapshot, self->record);

  return g_set_str (&self->sort_key, key);
}
