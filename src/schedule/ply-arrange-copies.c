/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-arrange-private.h"

#include "ply-free-times.h"
#include "ply-programme-order.h"

#include <glib/gi18n-lib.h>

/* The sessions of @ids that are there, each once, in that order. */
static GPtrArray *
dup_sessions (const PlySnapshot *snapshot, const char *const *ids)
{
  GPtrArray *sessions = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gconstpointer session = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, ids[i]);

      if (session != NULL && !g_ptr_array_find (sessions, session, NULL))
        g_ptr_array_add (sessions, (gpointer) session);
    }
  return sessions;
}

static char **
dup_ids (GPtrArray *sessions)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **ids;

  for (guint i = 0; i < sessions->len; i++)
    g_strv_builder_add (builder, PLY_RECORD (sessions->pdata[i])->id);
  ids = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return ids;
}

static const char *
copy (PlyPlan *plan, const PlySnapshot *snapshot, const PlySession *session, const PlyPlace *place)
{
  const char *original = session->title != NULL ? session->title : "";
  /* Translators: the title of a copy; %s is the title of the original */
  g_autofree char *title = g_strdup_printf (_ ("%s (copy)"), original);
  const char *id = ply_plan_duplicate (plan, snapshot, PLY_KIND_SESSION, session->record.id, title);

  ply_plan_place (plan, session, id, place);
  return id;
}

/* Duplicate */

/* Behind the session; the copies made before it are in the way too. */
static PlyPlace
find_place_behind (const PlySnapshot *snapshot, const PlySession *session, GPtrArray *copied,
                   GArray *places)
{
  g_autoptr (PlyFreeTimes) times =
      ply_free_times_new (snapshot, session->record.id, PLY_FREE_BESIDE_ITSELF);
  PlyPlace place = ply_place_of (session);
  gboolean has_room = place.room != NULL || place.all_rooms;

  if (place.day == NULL)
    return place;
  for (guint i = 0; i < places->len; i++)
    ply_free_times_take (times, &g_array_index (places, PlyPlace, i),
                         ((const PlySession *) copied->pdata[i])->duration);
  place.start = ply_session_end (session);
  place.start = has_room ? ply_free_times_get_next (times, &place) : PLY_UNSET;
  return place.start != PLY_UNSET ? place : (PlyPlace) { .all_rooms = place.all_rooms };
}

PlyPlan *
ply_arrange_duplicate (const PlySnapshot *snapshot, const char *const *sessions, char ***ids)
{
  g_autoptr (GPtrArray) originals = NULL;
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PlyPlace));
  g_autoptr (PlyPlan) plan = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (snapshot != NULL && sessions != NULL, NULL);

  originals = dup_sessions (snapshot, sessions);
  label = g_strdup_printf (ngettext ("Duplicate Session", "Duplicate %u Sessions", originals->len),
                           originals->len);
  plan = ply_plan_new (label);
  for (guint i = 0; i < originals->len; i++)
    {
      PlyPlace place = find_place_behind (snapshot, originals->pdata[i], originals, places);

      g_ptr_array_add (copies, g_strdup (copy (plan, snapshot, originals->pdata[i], &place)));
      g_array_append_val (places, place);
    }
  if (ids != NULL)
    {
      g_ptr_array_add (copies, NULL);
      *ids = (char **) g_ptr_array_steal (copies, NULL);
    }
  return ply_plan_or_null (g_steal_pointer (&plan));
}

/* Paste */

static const char *
find_anchor (const PlySnapshot *snapshot, const char *const *sessions)
{
  g_auto (PlyGroup) group = { 0 };
  const PlyStand *first = NULL;

  ply_group_init (&group, snapshot, sessions);
  for (guint i = 0; i < group.placed->len; i++)
    {
      const PlyStand *stand = &g_array_index (group.placed, PlyStand, i);

      if (first == NULL || stand->day < first->day
          || (stand->day == first->day && stand->start < first->start)
          || (stand->day == first->day && stand->start == first->start
              && stand->lane < first->lane))
        first = stand;
    }
  if (first != NULL)
    return first->session->record.id;
  return group.unplaced->len > 0 ? PLY_RECORD (group.unplaced->pdata[0])->id : NULL;
}

static PlySnapshot *
move (const PlySnapshot *snapshot, const char *const *sessions, const PlyPlace *place)
{
  g_autoptr (PlyPlan) plan = ply_arrange_move (snapshot, sessions, find_anchor (snapshot, sessions),
                                               place, PLY_ARRANGE_PLAIN);

  return plan != NULL ? ply_plan_apply (plan, (PlySnapshot *) snapshot)
                      : ply_snapshot_ref (snapshot);
}

static gboolean
has_place (const PlySnapshot *snapshot, const PlyPlace *place)
{
  g_auto (PlyFrame) frame = { 0 };

  ply_frame_init (&frame, snapshot);
  return ply_frame_has_place (&frame, place);
}

/* The copies go where the sessions would go. */
static PlyPlan *
paste_copies (const PlySnapshot *snapshot, GPtrArray *originals, const char *const *sessions,
              const PlyPlace *place, GStrvBuilder *ids)
{
  g_autofree char *label = g_strdup_printf (
      ngettext ("Paste Session", "Paste %u Sessions", originals->len), originals->len);
  PlyPlan *plan = ply_plan_new (label);
  g_autoptr (PlySnapshot) moved = move (snapshot, sessions, place);

  for (guint i = 0; i < originals->len; i++)
    {
      const PlySession *session = originals->pdata[i];
      PlyPlace there =
          ply_place_of (ply_snapshot_lookup (moved, PLY_KIND_SESSION, session->record.id));

      g_strv_builder_add (ids, copy (plan, snapshot, session, &there));
    }
  return plan;
}

PlyPlan *
ply_arrange_paste (const PlySnapshot *snapshot, const char *const *sessions, const PlyPlace *place,
                   gboolean cut, char ***ids)
{
  static const PlyPlace nowhere = { 0 };
  g_autoptr (GPtrArray) originals = NULL;
  g_autoptr (GStrvBuilder) copies = g_strv_builder_new ();
  PlyPlan *plan;

  g_return_val_if_fail (snapshot != NULL && sessions != NULL, NULL);

  if (place == NULL)
    place = &nowhere;
  originals = dup_sessions (snapshot, sessions);
  if (originals->len == 0 || !has_place (snapshot, place))
    plan = NULL;
  else if (cut)
    plan = ply_arrange_move (snapshot, sessions, find_anchor (snapshot, sessions), place,
                             PLY_ARRANGE_PLAIN);
  else
    plan = paste_copies (snapshot, originals, sessions, place, copies);
  if (ids != NULL)
    *ids = cut ? dup_ids (originals) : g_strv_builder_end (copies);
  return plan;
}
