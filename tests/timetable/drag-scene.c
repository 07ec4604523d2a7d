/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "drag-scene.h"

#include "little-event.h"
#include "plain-grid.h"

#include "ply-programme-order.h"

#include <string.h>

const char drag_scene[] = "- session pause\n"
                          "session s3 title=3 day=d1 start=630 duration=30 room=hall\n"
                          "session s4 title=4 duration=45\n"
                          "talk t1 session=s1 title=1 duration=20 rank=1\n"
                          "talk t2 session=s1 title=2 duration=30 rank=2\n"
                          "talk t3 session=s2 title=3 duration=10 rank=1\n";
const char drag_scene_without_talks[] = "- talk t1\n- talk t2\n- talk t3\n";

/* Helpers */

PlyGrid *
drag_scene_new (const char *edits, PlyGridForm form)
{
  g_autofree char *text = g_strconcat (drag_scene, edits, NULL);
  g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), text, NULL);
  PlyGridOptions options = plain_grid_options (form);

  /* So that talks are shown. */
  options.lane = 400;
  options.minute = form == PLY_GRID_ROOMS_ACROSS ? 2 : 8;
  return ply_grid_new (snapshot, &options);
}

void
drag_scene_point (const PlyGrid *grid, guint lane, double minute, double *x, double *y)
{
  const PlyGridBox *box = &ply_grid_get_lane (grid, lane)->box;

  if (ply_grid_get_form (grid) == PLY_GRID_ROOMS_ACROSS)
    {
      *x = box->x + box->width / 2;
      *y = ply_grid_pixel_of (grid, minute);
    }
  else
    {
      *x = ply_grid_pixel_of (grid, minute);
      *y = box->y + box->height / 2;
    }
}

gboolean
drag_scene_move (PlyDrag *drag, const PlyGrid *grid, guint lane, double minute, PlyDragKeys keys)
{
  double x, y;

  drag_scene_point (grid, lane, minute, &x, &y);
  return ply_drag_update (drag, x, y, keys, FALSE);
}

PlyDrag *
drag_scene_press (PlyGrid *grid, guint lane, double minute, const char *const *selection)
{
  double x, y;

  drag_scene_point (grid, lane, minute, &x, &y);
  return ply_drag_new_at (grid, x, y, DRAG_REACH * ply_grid_get_scale (grid), selection);
}

static void
append_session (GString *text, const PlySession *session, gboolean is_new)
{
  g_string_append (text, is_new ? "new" : session->record.id);
  if (!ply_session_is_placed (session))
    {
      g_string_append_printf (text, " unplaced %d; ", (int) session->duration);
      return;
    }
  g_string_append_printf (text, " %s %d-%d", session->day, (int) session->start,
                          (int) ply_session_end (session));
  if (session->all_rooms == 1)
    g_string_append (text, " all");
  else if (session->room != NULL)
    g_string_append_printf (text, " %s", session->room);
  g_string_append (text, "; ");
}

static char *
list_talks (const PlySnapshot *snapshot, const PlySession *session)
{
  GPtrArray *talks = ply_session_talks (snapshot, session);
  g_autofree gint64 *offsets = ply_session_talk_offsets (snapshot, session, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < talks->len; i++)
    {
      const PlyTalk *talk = talks->pdata[i];

      g_string_append_printf (text, " %s@%d+%d", talk->record.id, (int) offsets[i],
                              (int) talk->duration);
    }
  return g_string_free_and_steal (text);
}

char *
drag_scene_describe (const PlyPlan *plan, const PlyGrid *grid)
{
  PlySnapshot *before = (PlySnapshot *) ply_grid_get_snapshot (grid);
  g_autoptr (PlySnapshot) after = NULL;
  GString *text = g_string_new (NULL);
  guint n;

  if (plan == NULL)
    return g_string_free_and_steal (text);
  after = ply_plan_apply (plan, before);
  n = ply_snapshot_get_n (after, PLY_KIND_SESSION);
  for (guint i = 0; i < n; i++)
    {
      const PlySession *session = ply_snapshot_get_at (after, PLY_KIND_SESSION, i);
      const PlySession *old = ply_snapshot_lookup (before, PLY_KIND_SESSION, session->record.id);
      g_autofree char *talks = list_talks (after, session);
      g_autofree char *old_talks = old != NULL ? list_talks (before, old) : g_strdup ("");

      if (old == NULL || !ply_record_equal (old, session))
        append_session (text, session, old == NULL);
      if (strcmp (talks, old_talks) != 0)
        g_string_append_printf (text, "%s:%s; ", session->record.id, talks);
    }
  return g_string_free_and_steal (text);
}

char *
drag_scene_describe_ghosts (const PlyDrag *drag)
{
  GString *text = g_string_new (NULL);
  const PlyDragGhost *ghosts;
  guint n;

  ghosts = ply_drag_get_ghosts (drag, &n);
  for (guint i = 0; i < n; i++)
    {
      const PlyDragGhost *ghost = &ghosts[i];

      g_string_append (text, strlen (ghost->session) > 10 ? "new" : ghost->session);
      if (ghost->talk != NULL)
        g_string_append_printf (text, "/%s", ghost->talk);
      g_string_append_printf (text, "%s %s %d-%d %s%s; ", ghost->is_held ? "*" : "",
                              ghost->place.day, (int) ghost->place.start, (int) ghost->end,
                              ghost->place.all_rooms      ? "all"
                              : ghost->place.room != NULL ? ghost->place.room
                                                          : "none",
                              ply_grid_box_is_empty (&ghost->box) ? " unseen" : "");
    }
  return g_string_free_and_steal (text);
}
