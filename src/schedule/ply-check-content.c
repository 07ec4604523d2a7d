/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-time.h"

/* What a session must have, looked at alone. */

static void
add (PlyConflicts *self, PlyNode *session, PlyConflictKind kind, PlyNode *with)
{
  PlyNode *nodes[] = { session, with };

  ply_conflicts_add (self, &session->own, kind, session, NULL, nodes, with != NULL ? 2 : 1);
}

static void
check_people (PlyConflicts *self, PlyNode *node)
{
  const PlySessionType *type =
      node->type != NULL ? (const PlySessionType *) node->type->record : NULL;

  if (ply_node_is_break (node))
    return;
  if (node->children.len == 0 && node->n_speaking == 0)
    add (self, node, PLY_CONFLICT_NO_SPEAKER, NULL);
  for (guint i = 0; i < node->children.len; i++)
    {
      PlyNode *nodes[] = { ply_vec_get (&node->children, i), node };

      if (nodes[0]->n_speaking == 0)
        ply_conflicts_add (self, &node->own, PLY_CONFLICT_NO_SPEAKER, node, NULL, nodes,
                           G_N_ELEMENTS (nodes));
    }
  if (type != NULL && type->wants_chair == 1 && node->n_chairs == 0)
    add (self, node, PLY_CONFLICT_NO_CHAIR, NULL);
}

static void
check_place (PlyConflicts *self, PlyNode *node)
{
  const PlyRoom *room = node->room != NULL ? (const PlyRoom *) node->room->record : NULL;

  if (node->all_rooms)
    return;
  if (room == NULL)
    {
      if (!ply_node_is_break (node))
        add (self, node, PLY_CONFLICT_NO_ROOM, NULL);
      return;
    }
  if (room->capacity != PLY_UNSET && node->audience > room->capacity)
    add (self, node, PLY_CONFLICT_OVER_CAPACITY, node->room);
  if (node->start != PLY_UNSET && ply_node_is_unavailable (node->room, node))
    add (self, node, PLY_CONFLICT_ROOM_UNAVAILABLE, node->room);
}

static void
check_time (PlyConflicts *self, PlyNode *node)
{
  const PlyDay *day;

  if (node->start == PLY_UNSET)
    {
      add (self, node, PLY_CONFLICT_NO_TIME, NULL);
      return;
    }
  day = (const PlyDay *) node->day->record;
  if ((day->opens != PLY_UNSET && node->begins < day->opens)
      || (day->closes != PLY_UNSET && node->begins + node->length > day->closes))
    add (self, node, PLY_CONFLICT_OUTSIDE_HOURS, node->day);
}

gint64
ply_session_overrun (const PlyNode *session)
{
  return MAX (session->talks_end - session->length, 0);
}

static void
check_break (PlyConflicts *self, PlyNode *session)
{
  if (session->length < self->settings.break_least && ply_node_is_break (session))
    add (self, session, PLY_CONFLICT_SHORT_BREAK, NULL);
}

void
ply_check_session (PlyConflicts *self, PlyNode *session)
{
  if (session->record == NULL || session->is_cancelled)
    return;
  if (session->type == NULL || session->type->record == NULL)
    add (self, session, PLY_CONFLICT_NO_TYPE, NULL);
  check_time (self, session);
  check_place (self, session);
  check_people (self, session);
  if (ply_session_overrun (session) > 0)
    add (self, session, PLY_CONFLICT_OVERFULL_SESSION, NULL);
  check_break (self, session);
  ply_check_languages (self, session);
}
