/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-arrange-private.h"

#include "ply-programme-order.h"
#include "ply-rank.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Order */

static const PlyTalk *
get_talk (GPtrArray *talks, guint index)
{
  return talks->pdata[index];
}

static gboolean
ranks_ascend (GPtrArray *talks)
{
  for (guint i = 0; i < talks->len; i++)
    if (get_talk (talks, i)->rank == NULL
        || (i > 0 && strcmp (get_talk (talks, i - 1)->rank, get_talk (talks, i)->rank) >= 0))
      return FALSE;
  return TRUE;
}

static void
set_rank (PlyPlan *plan, const PlyTalk *talk, const char *rank)
{
  if (g_strcmp0 (talk->rank, rank) != 0)
    ply_plan_set_text (plan, PLY_KIND_TALK, talk->record.id, "rank", rank);
}

/* Between its new neighbours; @others is without it. */
static void
rank_talk (PlyPlan *plan, const PlyTalk *talk, GPtrArray *others, guint index)
{
  g_autofree char *rank = NULL;

  if (ranks_ascend (others))
    {
      rank = ply_rank_between (index > 0 ? get_talk (others, index - 1)->rank : NULL,
                               index < others->len ? get_talk (others, index)->rank : NULL);
      set_rank (plan, talk, rank);
      return;
    }
  g_ptr_array_insert (others, index, (gpointer) talk);
  for (guint i = 0; i < others->len; i++)
    {
      g_autofree char *spread = ply_rank_spread (i, others->len);

      set_rank (plan, get_talk (others, i), spread);
    }
}

PlyPlan *
ply_arrange_move_talk (const PlySnapshot *snapshot, const char *talk, const char *session,
                       guint index)
{
  const PlyTalk *record;
  const PlySession *target;
  g_autoptr (GPtrArray) others = NULL;
  guint now = G_MAXUINT;
  PlyPlan *plan;

  g_return_val_if_fail (snapshot != NULL && talk != NULL && session != NULL, NULL);

  record = ply_snapshot_lookup (snapshot, PLY_KIND_TALK, talk);
  target = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, session);
  if (record == NULL || target == NULL)
    return NULL;
  others = g_ptr_array_copy (ply_session_talks (snapshot, target), NULL, NULL);
  if (g_ptr_array_find (others, record, &now))
    g_ptr_array_remove_index (others, now);
  index = MIN (index, others->len);
  if (index == now)
    return NULL;
  plan = ply_plan_new (_ ("Move Talk"));
  if (g_strcmp0 (record->session, session) != 0)
    ply_plan_set_text (plan, PLY_KIND_TALK, talk, "session", session);
  if (record->pinned != PLY_UNSET)
    ply_plan_set_integer (plan, PLY_KIND_TALK, talk, "pinned", PLY_UNSET);
  rank_talk (plan, record, others, index);
  return ply_plan_or_null (plan);
}

/* Lengths */

static void
append (PlyPlan *plan, const PlyPlan *other)
{
  for (guint i = 0; other != NULL && i < ply_plan_get_n_edits (other); i++)
    {
      const PlyEdit *edit = ply_plan_get_edit (other, i);

      ply_plan_set (plan, edit->kind, edit->id, edit->field, &edit->value);
    }
}

/* What stands behind @end, minutes after the session's start, goes along. */
static void
push_pinned (PlyPlan *plan, GPtrArray *talks, const PlyTalk *than, gint64 end, gint64 minutes)
{
  for (guint i = 0; i < talks->len; i++)
    {
      const PlyTalk *talk = get_talk (talks, i);

      if (talk != than && talk->pinned != PLY_UNSET && talk->pinned >= end)
        ply_plan_set_integer (plan, PLY_KIND_TALK, talk->record.id, "pinned",
                              CLAMP (talk->pinned + minutes, 0, PLY_MINUTES_MAX));
    }
}

static void
push (PlyPlan *plan, const PlySnapshot *snapshot, const PlyTalk *talk, gint64 minutes)
{
  const PlySession *session = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, talk->session);
  g_autofree gint64 *offsets = NULL;
  g_autoptr (PlyPlan) resize = NULL;
  GPtrArray *talks;
  guint index;

  if (session == NULL)
    return;
  talks = ply_session_talks (snapshot, session);
  offsets = ply_session_talk_offsets (snapshot, session, NULL);
  if (g_ptr_array_find (talks, talk, &index))
    push_pinned (plan, talks, talk, offsets[index] + MAX (talk->duration, 0), minutes);
  resize = ply_arrange_resize (snapshot, session->record.id, session->start,
                               MAX (session->duration, 0) + minutes, PLY_ARRANGE_RIPPLE);
  append (plan, resize);
}

PlyPlan *
ply_arrange_resize_talk (const PlySnapshot *snapshot, const char *talk, gint64 duration,
                         PlyArrangeFlags flags)
{
  const PlyTalk *record;
  PlyPlan *plan;

  g_return_val_if_fail (snapshot != NULL && talk != NULL, NULL);

  record = ply_snapshot_lookup (snapshot, PLY_KIND_TALK, talk);
  duration = CLAMP (duration, 1, PLY_MINUTES_MAX);
  if (record == NULL || record->duration == duration)
    return NULL;
  plan = ply_plan_new (_ ("Change Length"));
  ply_plan_set_integer (plan, PLY_KIND_TALK, talk, "duration", duration);
  if (flags & PLY_ARRANGE_RIPPLE)
    push (plan, snapshot, record, duration - MAX (record->duration, 0));
  return plan;
}

PlyPlan *
ply_arrange_pin_talk (const PlySnapshot *snapshot, const char *talk, gint64 offset)
{
  const PlyTalk *record;
  PlyPlan *plan;

  g_return_val_if_fail (snapshot != NULL && talk != NULL, NULL);

  record = ply_snapshot_lookup (snapshot, PLY_KIND_TALK, talk);
  if (offset != PLY_UNSET)
    offset = CLAMP (offset, 0, PLY_MINUTES_MAX);
  if (record == NULL || record->pinned == offset)
    return NULL;
  plan = ply_plan_new (offset != PLY_UNSET ? _ ("Pin Talk") : _ ("Unpin Talk"));
  ply_plan_set_integer (plan, PLY_KIND_TALK, talk, "pinned", offset);
  return plan;
}
