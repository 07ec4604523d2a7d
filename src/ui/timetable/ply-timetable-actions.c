/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-page-private.h"

#include "ply-programme-order.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.25
/* Shorter times between two sessions are for changing rooms. */
#define LEAST_GAP 30

/* Zoom */

static void
zoom_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyTimetableView *view = PLY_TIMETABLE_PAGE (widget)->view;
  double zoom = ply_timetable_view_get_zoom (view);

  if (g_str_equal (action, "timetable.zoom-in"))
    zoom *= ZOOM_STEP;
  else if (g_str_equal (action, "timetable.zoom-out"))
    zoom /= ZOOM_STEP;
  else
    zoom = 1;
  ply_timetable_view_set_zoom (view, zoom);
}

/* Days and rooms */

static void
day_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *day = g_variant_get_string (parameter, NULL);

  ply_timetable_view_set_day (PLY_TIMETABLE_PAGE (widget)->view, day[0] != '\0' ? day : NULL);
}

/* Through the days, and all of them after the last. */
static void
step_day_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyTimetablePage *self = PLY_TIMETABLE_PAGE (widget);
  const char *day = ply_timetable_view_get_day (self->view);
  guint n = g_strv_length (self->days), index = n;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (self->days[i], day) == 0)
      index = i;
  index = (index + (g_str_equal (action, "timetable.next-day") ? 1 : n)) % (n + 1);
  ply_timetable_view_set_day (self->view, self->days[index]);
}

static void
show_all_rooms_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ply_timetable_view_show_all_rooms (PLY_TIMETABLE_PAGE (widget)->view);
}

/* The pane */

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyTimetablePage *self = PLY_TIMETABLE_PAGE (widget);
  const char *focus = ply_timetable_view_get_focus (self->view);

  if (focus != NULL)
    ply_timetable_page_edit (self, focus);
}

static void
close_pane_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyTimetablePage *self = PLY_TIMETABLE_PAGE (widget);

  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
tray_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkToggleButton *button = PLY_TIMETABLE_PAGE (widget)->tray_button;

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

/* Escape goes from the pane to the grid first. */
static void
leave_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyTimetablePage *self = PLY_TIMETABLE_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (!adw_overlay_split_view_get_collapsed (self->split_view) && focus != NULL
      && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pane)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  else
    close_pane_cb (widget, action, parameter);
}

static void
show_talk_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyTimetablePage *self = PLY_TIMETABLE_PAGE (widget);

  if (self->talk_page == NULL)
    self->talk_page = g_object_ref_sink (ply_editor_page_new (self->workspace, PLY_KIND_TALK));
  ply_editor_page_set_id (self->talk_page, g_variant_get_string (parameter, NULL));
  if (adw_navigation_view_get_visible_page (self->editor_view)
      != ADW_NAVIGATION_PAGE (self->talk_page))
    adw_navigation_view_push (self->editor_view, ADW_NAVIGATION_PAGE (self->talk_page));
  ply_editor_page_focus_first (self->talk_page, FALSE);
}

/* Jumping */

/* The sessions in programme order: as item lists have them. */
static GListModel *
get_sessions (PlyTimetablePage *self)
{
  return ply_workspace_get_items (self->workspace, PLY_KIND_SESSION);
}

static const PlySession *
session_at (GListModel *sessions, guint index)
{
  g_autoptr (PlyItem) item = g_list_model_get_item (sessions, index);

  return ply_item_get_record (item);
}

static int
find_focus (PlyTimetablePage *self, GListModel *sessions)
{
  const char *focus = ply_timetable_view_get_focus (self->view);

  for (guint i = 0; focus != NULL && i < g_list_model_get_n_items (sessions); i++)
    if (g_str_equal (session_at (sessions, i)->record.id, focus))
      return (int) i;
  return -1;
}

/* Over all days, from where the focus is, round and round; without conflicts, gaps are left to be
 * looked at. */
static void
conflict_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyTimetablePage *self = PLY_TIMETABLE_PAGE (widget);
  GListModel *sessions = get_sessions (self);
  int n = (int) g_list_model_get_n_items (sessions), from = find_focus (self, sessions);
  gboolean back = g_str_equal (action, "timetable.previous-conflict");

  if (from < 0)
    from = back ? 0 : -1;
  for (int step = 1; step <= n; step++)
    {
      const PlySession *session =
          session_at (sessions, (guint) ((from + (back ? n - step : step)) % n));

      if (ply_session_is_placed (session)
          && ply_timetable_canvas_count_conflicts (self->canvas, session->record.id, NULL) > 0)
        {
          ply_timetable_view_show (self->view, session->record.id);
          return;
        }
    }
  gtk_widget_activate_action (widget, back ? "timetable.previous-gap" : "timetable.next-gap", NULL);
}

static void
announce_gap (PlyTimetablePage *self, PlyGrid *grid, const PlyGridGap *gap)
{
  const PlyRoom *room = ply_grid_get_lane (grid, gap->lane)->room;
  g_autofree char *start =
      g_strdup_printf ("%02d:%02d", (int) (gap->start / 60 % 24), (int) (gap->start % 60));
  g_autofree char *end =
      g_strdup_printf ("%02d:%02d", (int) (gap->end / 60 % 24), (int) (gap->end % 60));
  g_autofree char *message = NULL;

  /* Translators: a free time of a room, read aloud; %1$s is the room, %2$s the start, %3$s the end
   */
  message = g_strdup_printf (_ ("Free: %1$s, %2$s to %3$s"),
                             room != NULL && room->name != NULL ? room->name : "", start, end);
  ply_timetable_canvas_announce (self->canvas, message);
}

static gboolean
get_spot (PlyTimetablePage *self, PlyGrid *grid, PlyGridSpot *spot)
{
  const char *focus = ply_timetable_view_get_focus (self->view);
  int index = focus != NULL ? ply_grid_find (grid, focus) : -1;
  const PlyGridBlock *block;

  if (self->has_gap)
    {
      *spot = self->gap;
      return TRUE;
    }
  if (index < 0)
    return FALSE;
  block = ply_grid_get_block (grid, (guint) index);
  *spot = (PlyGridSpot) { block->day, block->start, block->lane };
  return TRUE;
}

/* What comes next goes there. */
static void
point_at (PlyTimetablePage *self, PlyGrid *grid, const PlyGridGap *gap)
{
  const PlyRoom *room = ply_grid_get_lane (grid, gap->lane)->room;
  PlyPlace place = { .day = ply_grid_get_day (grid, gap->day)->day->record.id,
                     .start = gap->start,
                     .room = room != NULL ? room->record.id : NULL };

  ply_timetable_commands_set_place (self->commands, &place);
}

static void
gap_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyTimetablePage *self = PLY_TIMETABLE_PAGE (widget);
  PlyGrid *grid = ply_timetable_canvas_get_grid (self->canvas);
  g_autoptr (GArray) gaps = grid != NULL ? ply_grid_dup_gaps (grid, LEAST_GAP) : NULL;
  const PlyGridGap *gap;
  PlyGridSpot spot;
  int index;

  if (gaps == NULL)
    return;
  index = ply_grid_next_gap (gaps, get_spot (self, grid, &spot) ? &spot : NULL,
                             g_str_equal (action, "timetable.previous-gap"));
  if (index < 0)
    {
      gtk_widget_activate_action (widget, "win.report", "s",
                                  _ ("There are no gaps of half an hour or more."));
      return;
    }
  gap = &g_array_index (gaps, PlyGridGap, index);
  self->gap = (PlyGridSpot) { gap->day, gap->start, gap->lane };
  self->has_gap = TRUE;
  point_at (self, grid, gap);
  ply_timetable_canvas_set_mark (self->canvas, &gap->box);
  ply_timetable_canvas_reveal_box (self->canvas, &gap->box);
  announce_gap (self, grid, gap);
}

/* Installing */

void
ply_timetable_page_update_actions (PlyTimetablePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double zoom = ply_timetable_view_get_zoom (self->view);
  g_auto (GStrv) rooms = ply_timetable_view_dup_rooms (self->view);

  gtk_widget_action_set_enabled (widget, "timetable.zoom-in", zoom < PLY_TIMETABLE_MAX_ZOOM);
  gtk_widget_action_set_enabled (widget, "timetable.zoom-out", zoom > PLY_TIMETABLE_MIN_ZOOM);
  gtk_widget_action_set_enabled (widget, "timetable.show-all-rooms", rooms != NULL);
}

static const struct
{
  const char *name, *type;
  GtkWidgetActionActivateFunc callback;
} actions[] = {
  { "timetable.zoom-in", NULL, zoom_cb },
  { "timetable.zoom-out", NULL, zoom_cb },
  { "timetable.zoom-reset", NULL, zoom_cb },
  { "timetable.day", "s", day_cb },
  { "timetable.next-day", NULL, step_day_cb },
  { "timetable.previous-day", NULL, step_day_cb },
  { "timetable.show-all-rooms", NULL, show_all_rooms_cb },
  { "timetable.open", NULL, open_cb },
  { "timetable.close-pane", NULL, close_pane_cb },
  { "timetable.leave-pane", NULL, leave_cb },
  { "timetable.tray", NULL, tray_cb },
  { "timetable.next-conflict", NULL, conflict_cb },
  { "timetable.previous-conflict", NULL, conflict_cb },
  { "timetable.next-gap", NULL, gap_cb },
  { "timetable.previous-gap", NULL, gap_cb },
  { "records.show-talk", "s", show_talk_cb },
};

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_plus, GDK_CONTROL_MASK, "timetable.zoom-in" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "timetable.zoom-in" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timetable.zoom-in" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "timetable.zoom-out" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timetable.zoom-out" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "timetable.zoom-reset" },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "timetable.zoom-reset" },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "timetable.next-day" },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "timetable.previous-day" },
  { GDK_KEY_F8, 0, "timetable.next-conflict" },
  { GDK_KEY_F8, GDK_SHIFT_MASK, "timetable.previous-conflict" },
  { GDK_KEY_F8, GDK_CONTROL_MASK, "timetable.next-gap" },
  { GDK_KEY_F8, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timetable.previous-gap" },
  { GDK_KEY_F9, 0, "timetable.tray" },
  { GDK_KEY_Escape, 0, "timetable.leave-pane" },
};

void
ply_timetable_page_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].callback);
  gtk_widget_class_install_property_action (widget_class, "timetable.rooms-down", "rooms-down");
  gtk_widget_class_install_property_action (widget_class, "timetable.snap", "snap");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}
