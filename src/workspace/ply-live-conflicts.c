/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-live-conflicts.h"

struct _PlyLiveConflicts
{
  PlyConflictSource *source; /* owns the check */
  PlyConflictList *list;     /* NULL until asked for */
  PlyConflictList *waived;   /* the same */
};

PlyLiveConflicts *
ply_live_conflicts_new (const PlySnapshot *snapshot)
{
  PlyLiveConflicts *self = g_new0 (PlyLiveConflicts, 1);

  self->source = g_rc_box_new0 (PlyConflictSource);
  self->source->conflicts = ply_conflicts_new (snapshot);
  return self;
}

void
ply_live_conflicts_free (PlyLiveConflicts *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->list);
  g_clear_object (&self->waived);
  g_clear_pointer (&self->source->conflicts, ply_conflicts_free);
  g_rc_box_release (self->source);
  g_free (self);
}

void
ply_live_conflicts_update (PlyLiveConflicts *self, const PlySnapshot *after,
                           const PlyChange *changes, guint n_changes)
{
  ply_conflicts_update (self->source->conflicts, after, changes, n_changes);
  self->source->generation++;
}

void
ply_live_conflicts_splice (PlyLiveConflicts *self)
{
  if (self->list != NULL)
    ply_conflict_list_set (self->list, ply_conflicts_get_list (self->source->conflicts));
  if (self->waived != NULL)
    ply_conflict_list_set (self->waived, ply_conflicts_get_waived (self->source->conflicts));
}

PlyConflicts *
ply_live_conflicts_get_check (PlyLiveConflicts *self)
{
  return self->source->conflicts;
}

PlyConflictList *
ply_live_conflicts_get_list (PlyLiveConflicts *self)
{
  if (self->list == NULL)
    {
      self->list = ply_conflict_list_new (self->source);
      ply_live_conflicts_splice (self);
    }
  return self->list;
}

PlyConflictList *
ply_live_conflicts_get_waived (PlyLiveConflicts *self)
{
  if (self->waived == NULL)
    {
      self->waived = ply_conflict_list_new (self->source);
      ply_live_conflicts_splice (self);
    }
  return self->waived;
}

PlyConflictItem *
ply_live_conflicts_dup_item (PlyLiveConflicts *self, const PlyConflict *conflict)
{
  return ply_conflict_item_new (self->source, conflict);
}
