/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-gesture-private.h"

#include "ply-describe.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

/* What a drop would do, shown before it is done. */

static gboolean
names (const PlyForeseen *foreseen, const char *session)
{
  for (guint i = 0; i < foreseen->records->len; i++)
    {
      const PlyConflictRecord *record = foreseen->records->pdata[i];

      if (record->kind == PLY_KIND_SESSION && g_strcmp0 (record->id, session) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Of the conflicts that would come of it, the worst about @session. A session that is not there yet
 * is in all of them. */
static PlySeverity
find_worst (const PlyProbe *probe, const char *session)
{
  PlySeverity worst = PLY_N_SEVERITIES;

  for (guint i = 0; probe != NULL && i < probe->fresh->len; i++)
    {
      const PlyForeseen *foreseen = probe->fresh->pdata[i];

      if (session == NULL || names (foreseen, session))
        worst = MIN (worst, foreseen->severity);
    }
  return worst;
}

static char *
dup_title (const PlySnapshot *snapshot, const PlyDragGhost *ghost)
{
  gconstpointer record = ghost->talk != NULL
                             ? ply_snapshot_lookup (snapshot, PLY_KIND_TALK, ghost->talk)
                             : ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, ghost->session);

  return record != NULL ? ply_describe_record (snapshot, record) : g_strdup (_ ("New Session"));
}

static char *
dup_time (const PlyDragGhost *ghost)
{
  g_autofree char *start = ply_minutes_format (ghost->place.start);
  g_autofree char *end = ply_minutes_format (ghost->end);

  return g_strconcat (start, "–", end, NULL);
}

static void
clear_ghost (gpointer data)
{
  PlyGhost *ghost = data;

  g_free ((char *) ghost->title);
  g_free ((char *) ghost->time);
}

static GArray *
make_ghosts (PlyTimetableGesture *self, const PlyProbe *probe)
{
  const PlySnapshot *snapshot = ply_timetable_view_get_snapshot (self->view);
  GArray *ghosts = g_array_new (FALSE, FALSE, sizeof (PlyGhost));
  guint n_ghosts;
  const PlyDragGhost *from = ply_drag_get_ghosts (self->drag, &n_ghosts);

  g_array_set_clear_func (ghosts, clear_ghost);
  for (guint i = 0; i < n_ghosts; i++)
    {
      PlyGhost ghost = {
        .box = from[i].box,
        .title = dup_title (snapshot, &from[i]),
        .time = dup_time (&from[i]),
        .worst = find_worst (probe, from[i].session),
      };

      g_array_append_val (ghosts, ghost);
    }
  return ghosts;
}

/* Reasons */

static void
clear_reason (gpointer data)
{
  g_free ((char *) ((PlyReason *) data)->message);
}

static void
add_reason (GArray *reasons, PlySeverity severity, char *message)
{
  PlyReason reason = { severity, message };

  g_array_append_val (reasons, reason);
}

static GArray *
make_reasons (PlyTimetableGesture *self, const PlyProbe *probe)
{
  GArray *reasons = g_array_new (FALSE, FALSE, sizeof (PlyReason));
  guint n_fresh = probe != NULL ? probe->fresh->len : 0;
  gint64 over;

  g_array_set_clear_func (reasons, clear_reason);
  if (ply_drag_get_overrun (self->drag, &over) && over > 0)
    add_reason (reasons, PLY_SEVERITY_WARNING,
                /* Translators: %d minutes by which talks pass their session's end */
                g_strdup_printf (ngettext ("%d minute over", "%d minutes over", (gulong) over),
                                 (int) over));
  for (guint i = 0; i < n_fresh; i++)
    {
      const PlyForeseen *foreseen = probe->fresh->pdata[i];

      add_reason (reasons, foreseen->severity, g_strdup (foreseen->message));
    }
  return reasons;
}

void
ply_timetable_gesture_show (PlyTimetableGesture *self)
{
  PlyWorkspace *workspace = ply_timetable_view_get_workspace (self->view);
  const PlyPlan *plan = ply_drag_get_plan (self->drag);
  g_autoptr (PlyProbe) probe = NULL;
  g_autoptr (GArray) ghosts = NULL;
  g_autoptr (GArray) reasons = NULL;

  if (plan != NULL)
    probe = ply_conflicts_probe (ply_workspace_get_conflicts (workspace), plan);
  ghosts = make_ghosts (self, probe);
  reasons = make_reasons (self, probe);
  ply_timetable_canvas_set_ghosts (self->canvas, (const PlyGhost *) (gpointer) ghosts->data,
                                   ghosts->len, (const PlyReason *) (gpointer) reasons->data,
                                   reasons->len);
  ply_timetable_canvas_set_target (self->canvas, ply_drag_get_target (self->drag));
}

void
ply_timetable_gesture_unshow (PlyTimetableGesture *self)
{
  ply_timetable_canvas_set_ghosts (self->canvas, NULL, 0, NULL, 0);
  ply_timetable_canvas_set_target (self->canvas, NULL);
  ply_timetable_canvas_set_held (self->canvas, NULL);
  ply_timetable_canvas_set_band (self->canvas, NULL);
  ply_timetable_tray_set_receiving (self->tray, FALSE);
}
