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

static gboolean
has_speaker (const PlyNode *node)
{
  for (guint i = 0; i < node->ties.len; i++)
    if (((PlyTie *) ply_vec_get (&node->ties, i))->is_speaking)
      return TRUE;
  return FALSE;
}

static gboolean
has_chair (const PlyNode *session)
{
  for (guint i = 0; i < session->ties.len; i++)
    {
      const PlyRecord *record = ((PlyTie *) ply_vec_get (&session->ties, i))->record;

      if (record->kind == PLY_KIND_PARTICIPATION
          && g_strcmp0 (((const PlyParticipation *) record)->role, "chair") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_people (PlyConflicts *self, PlyNode *node)
{
  const PlySessionType *type =
      node->type != NULL ? (const PlySessionType *) node->type->record : NULL;

  if (ply_node_is_break (node))
    return;
  if (node->children.len == 0 && !has_speaker (node))
    add (self, node, PLY_CONFLICT_NO_SPEAKER, NULL);
  for (guint i = 0; i < node->children.len; i++)
    {
      PlyNode *nodes[] = { ply_vec_get (&node->children, i), node };

      if (!has_speaker (nodes[0]))
        ply_conflicts_add (self, &node->own, PLY_CONFLICT_NO_SPEAKER, node, NULL, nodes,
                           G_N_ELEMENTS (nodes));
    }
  if (type != NULL && type->wants_chair == 1 && !has_chair (node))
    add (self, node, PLY_CONFLICT_NO_CHAIR, NULL);
}

static void
check_place (PlyConflicts *self, PlyNode *node)
{
  const PlySession *session = (const PlySession *) node->record;
  const PlyRoom *room = node->room != NULL ? (const PlyRoom *) node->room->record : NULL;

  if (session->all_rooms == 1)
    return;
  if (room == NULL)
    {
      if (!ply_node_is_break (node))
        add (self, node, PLY_CONFLICT_NO_ROOM, NULL);
      return;
    }
  if (room->capacity != PLY_UNSET && session->audience > room->capacity)
    add (self, node, PLY_CONFLICT_OVER_CAPACITY, node->room);
  if (node->start != PLY_UNSET && ply_node_is_unavailable (node->room, node))
    add (self, node, PLY_CONFLICT_ROOM_UNAVAILABLE, node->room);
}

static void
check_time (PlyConflicts *self, PlyNode *node)
{
  const PlySession *session = (const PlySession *) node->record;
  const PlyDay *day;

  if (node->start == PLY_UNSET)
    {
      add (self, node, PLY_CONFLICT_NO_TIME, NULL);
      return;
    }
  day = (const PlyDay *) node->day->record;
  if ((day->opens != PLY_UNSET && session->start < day->opens)
      || (day->closes != PLY_UNSET && session->start + MAX (session->duration, 0) > day->closes))
    add (self, node, PLY_CONFLICT_OUTSIDE_HOURS, node->day);
}

gint64
ply_session_overrun (const PlyNode *session)
{
  gint64 duration = ((const PlySession *) session->record)->duration;

  return MAX (session->talks_end - MAX (duration, 0), 0);
}

static void
check_break (PlyConflicts *self, PlyNode *session)
{
  gint64 duration = ((const PlySession *) session->record)->duration;

  if (MAX (duration, 0) < self->settings.break_least && ply_node_is_break (session))
    add (self, session, PLY_CONFLICT_SHORT_BREAK, NULL);
}

void
ply_check_session (PlyConflicts *self, PlyNode *session)
{
  const PlySession *record = (const PlySession *) session->record;

  if (record == NULL || ply_node_is_cancelled (session))
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
