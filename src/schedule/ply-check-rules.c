/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

/* Rules of the organizer about two sessions; a session without the time or room that a rule asks
 * for breaks none. */

static gboolean
is_room_known (const PlyNode *node)
{
  return !node->all_rooms && node->room != NULL && node->room->record != NULL;
}

static gboolean
is_broken (PlyConflictKind kind, const PlyNode *session, const PlyNode *other)
{
  gboolean placed = session->start != PLY_UNSET && other->start != PLY_UNSET;

  switch (kind)
    {
    case PLY_CONFLICT_ORDER_BROKEN:
      return placed && session->end > other->start;
    case PLY_CONFLICT_NOT_PARALLEL:
    case PLY_CONFLICT_MUST_SEE_OVERLAP:
      return placed && MIN (session->end, other->end) > MAX (session->start, other->start);
    case PLY_CONFLICT_SAME_ROOM:
      return is_room_known (session) && is_room_known (other) && session->room != other->room;
    default:
      return placed && session->date != other->date;
    }
}

static gboolean
find_kind (const char *type, PlyConflictKind *kind)
{
  static const struct
  {
    const char *type;
    PlyConflictKind kind;
  } types[] = {
    { "before", PLY_CONFLICT_ORDER_BROKEN },       { "not-parallel", PLY_CONFLICT_NOT_PARALLEL },
    { "must-see", PLY_CONFLICT_MUST_SEE_OVERLAP }, { "same-room", PLY_CONFLICT_SAME_ROOM },
    { "same-day", PLY_CONFLICT_SAME_DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (type, types[i].type) == 0)
      {
        *kind = types[i].kind;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_live (const PlyNode *session)
{
  return session != NULL && session->record != NULL && !session->is_cancelled;
}

void
ply_check_rule (PlyConflicts *self, PlyNode *rule)
{
  const PlyRule *record = (const PlyRule *) rule->record;
  PlyNode *nodes[3] = { NULL, NULL, rule };
  PlyConflictKind kind;

  if (record == NULL || !find_kind (record->type, &kind))
    return;
  nodes[0] = ply_index_find (self, PLY_KIND_SESSION, record->session);
  nodes[1] = ply_index_find (self, PLY_KIND_SESSION, record->other);
  if (is_live (nodes[0]) && is_live (nodes[1]) && nodes[0] != nodes[1]
      && is_broken (kind, nodes[0], nodes[1]))
    ply_conflicts_add (self, &rule->own, kind, nodes[0], NULL, nodes, G_N_ELEMENTS (nodes));
}
