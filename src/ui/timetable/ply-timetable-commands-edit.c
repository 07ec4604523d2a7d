/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-commands-private.h"

#include "ply-frame-dialog.h"
#include "ply-record-words.h"

#include <glib/gi18n-lib.h>

/* Sessions come onto the timetable, leave it, are copied. */

static void
report_no_place (PlyTimetableCommands *self)
{
  ply_timetable_commands_report (self, _ ("There is no free time that is long enough"));
}

/* What was changed is selected, and the first of it looked at. */
static void
look_at (PlyTimetableCommands *self, char **sessions)
{
  if (sessions == NULL || sessions[0] == NULL)
    return;
  ply_timetable_commands_go_to (self, sessions[0]);
  if (sessions[1] != NULL)
    ply_timetable_view_set_selected (self->view, (const char *const *) sessions);
  ply_timetable_commands_tell_place (self, sessions[0]);
}

/* The tray */

void
ply_timetable_commands_place_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  g_auto (GStrv) sessions = ply_timetable_tray_dup_selected (self->tray);
  PlyPlace place;
  PlyPlan *plan;

  if (sessions[0] == NULL)
    return;
  if (!ply_timetable_commands_find_place (self, sessions[0], &place))
    {
      report_no_place (self);
      return;
    }
  plan = ply_arrange_move (ply_timetable_commands_get_snapshot (self),
                           (const char *const *) sessions, sessions[0], &place, PLY_ARRANGE_PLAIN);
  if (ply_timetable_commands_run (self, plan, NULL))
    look_at (self, sessions);
}

/* The keyboard goes to a session that stays. */
static char *
dup_neighbour (PlyTimetableCommands *self, char **going)
{
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);
  const char *focus = ply_timetable_view_get_focus (self->view);
  int at = grid != NULL && focus != NULL ? ply_grid_find (grid, focus) : -1;
  int n_blocks = grid != NULL ? (int) ply_grid_get_n_blocks (grid) : 0;

  for (int distance = 1; at >= 0 && distance < n_blocks; distance++)
    for (int sign = 1; sign >= -1; sign -= 2)
      {
        int other = at + sign * distance;
        const char *id;

        if (other < 0 || other >= n_blocks)
          continue;
        id = ply_grid_get_block (grid, (guint) other)->session->record.id;
        if (!g_strv_contains ((const char *const *) going, id))
          return g_strdup (id);
      }
  return NULL;
}

static void
focus_stayer (PlyTimetableCommands *self, const char *stayer)
{
  ply_timetable_view_select (self->view, stayer);
  if (stayer != NULL)
    ply_timetable_canvas_grab_session (self->canvas, stayer);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

void
ply_timetable_commands_unplace_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  g_auto (GStrv) targets = ply_timetable_commands_dup_targets (self);
  g_autofree char *stayer = dup_neighbour (self, targets);
  g_autofree char *message = NULL;
  guint n_targets = g_strv_length (targets);
  PlyPlan *plan = ply_arrange_unplace (ply_timetable_commands_get_snapshot (self),
                                       (const char *const *) targets);

  if (ply_timetable_view_get_talk (self->view) != NULL
      || !ply_timetable_commands_run (self, plan, NULL))
    return;
  /* Translators: %u is a number */
  message = g_strdup_printf (ngettext ("%u session taken off the timetable",
                                       "%u sessions taken off the timetable", n_targets),
                             n_targets);
  focus_stayer (self, stayer);
  ply_timetable_commands_announce (self, message);
  gtk_widget_activate_action (self->page, "win.undo-toast", "s", message);
}

void
ply_timetable_commands_delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  g_auto (GStrv) targets = ply_timetable_commands_dup_targets (self);
  g_autofree char *stayer = dup_neighbour (self, targets);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (targets[0] == NULL)
    return;
  if (!ply_workspace_delete (ply_timetable_view_get_workspace (self->view), PLY_KIND_SESSION,
                             (const char *const *) targets, &error))
    {
      ply_timetable_commands_report (self, error->message);
      return;
    }
  message = ply_record_words_dup_deleted (PLY_KIND_SESSION, g_strv_length (targets));
  focus_stayer (self, stayer);
  ply_timetable_commands_announce (self, message);
  gtk_widget_activate_action (self->page, "win.undo-toast", "s", message);
}

/* Copies */

void
ply_timetable_commands_duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  g_auto (GStrv) targets = ply_timetable_commands_dup_targets (self);
  g_auto (GStrv) copies = NULL;
  PlyPlan *plan = ply_arrange_duplicate (ply_timetable_commands_get_snapshot (self),
                                         (const char *const *) targets, &copies);

  if (ply_timetable_commands_run (self, plan, NULL))
    look_at (self, copies);
}

static void
copy (PlyTimetableCommands *self, gboolean cut)
{
  g_auto (GStrv) targets = ply_timetable_commands_dup_targets (self);
  guint n_targets = g_strv_length (targets);
  g_autofree char *message = NULL;

  if (n_targets == 0)
    return;
  ply_timetable_clipboard_set (self->clipboard, ply_timetable_commands_get_snapshot (self),
                               (const char *const *) targets, cut);
  if (cut)
    /* Translators: %u is a number; "cut" as in "cut and paste" */
    message =
        g_strdup_printf (ngettext ("%u session cut", "%u sessions cut", n_targets), n_targets);
  else
    /* Translators: %u is a number */
    message = g_strdup_printf (ngettext ("%u session copied", "%u sessions copied", n_targets),
                               n_targets);
  ply_timetable_commands_announce (self, message);
}

void
ply_timetable_commands_cut_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copy (data, TRUE);
}

void
ply_timetable_commands_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copy (data, FALSE);
}

void
ply_timetable_commands_paste_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  gboolean cut = FALSE;
  const char *const *sessions = ply_timetable_clipboard_get (self->clipboard, &cut);
  g_auto (GStrv) pasted = NULL;
  PlyPlace place;
  PlyPlan *plan;

  if (sessions == NULL)
    {
      ply_timetable_commands_report (self, _ ("There is no session to paste"));
      return;
    }
  if (!ply_timetable_commands_find_place (self, sessions[0], &place))
    {
      report_no_place (self);
      return;
    }
  plan = ply_arrange_paste (ply_timetable_commands_get_snapshot (self), sessions, &place, cut,
                            &pasted);
  if (!ply_timetable_commands_run (self, plan, NULL))
    return;
  if (cut)
    ply_timetable_clipboard_clear (self->clipboard);
  look_at (self, pasted);
}

/* New ones */

void
ply_timetable_commands_new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  g_autofree char *id = NULL;
  PlyPlace place;
  PlyPlan *plan;

  if (!ply_timetable_commands_find_place (self, NULL, &place))
    {
      report_no_place (self);
      return;
    }
  plan =
      ply_arrange_create (ply_timetable_commands_get_snapshot (self), &place, 0, NULL, NULL, &id);
  if (!ply_timetable_commands_run (self, plan, NULL))
    return;
  ply_timetable_commands_go_to (self, id);
  ply_timetable_commands_tell_place (self, id);
  gtk_widget_activate_action (self->page, "timetable.open", NULL);
}

/* The session in the pane, and the talk that has the focus in front of it. */
void
ply_timetable_commands_edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  const char *talk = ply_timetable_view_get_talk (self->view);

  gtk_widget_activate_action (self->page, "timetable.open", NULL);
  if (talk != NULL)
    gtk_widget_activate_action (self->page, "records.show-talk", "s", talk);
}

/* Days */

void
ply_timetable_commands_copy_frame_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlyTimetableCommands *self = data;
  AdwDialog *dialog = ply_frame_dialog_new (ply_timetable_view_get_workspace (self->view),
                                            ply_timetable_view_get_day (self->view));

  adw_dialog_present (dialog, self->page);
}
