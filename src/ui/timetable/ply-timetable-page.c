/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-page-private.h"

#include "ply-programme-order.h"
#include "ply-settings.h"
#include "ply-time.h"
#include "ply-timetable-rooms.h"

#include <glib/gi18n-lib.h>

/* More days are chosen from a list. */
#define MOST_TOGGLES 4
#define ALL_DAYS "all"

enum
{
  PROP_ROOMS_DOWN = 1,
  PROP_SNAP,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (PlyTimetablePage, ply_timetable_page, ADW_TYPE_BIN)

static PlySnapshot *
get_snapshot (PlyTimetablePage *self)
{
  return ply_workspace_get_snapshot (self->workspace);
}

/* Days */

static char *
day_label (const PlyDay *day)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *label = NULL;
  g_auto (GStrv) words = NULL;

  if (day->date == NULL || !ply_date_is_valid (day->date))
    return g_strdup (day->title != NULL ? day->title : _ ("No date"));
  date = ply_local_to_instant (day->date, 0, "UTC");
  /* Translators: a day in a row of buttons, as g_date_time_format() takes it: %a is the short
     weekday, %e the day, %b the short month. xgettext:no-c-format */
  label = g_date_time_format (date, _ ("%a %e %b"));
  /* "%e" pads with a figure space. */
  words = g_strsplit (label, "\u2007", -1);
  return g_strjoinv (NULL, words);
}

static void
add_day (PlyTimetablePage *self, GtkStringList *choices, const char *name, const char *label,
         const char *tooltip)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_set_tooltip (toggle, tooltip != NULL ? tooltip : "");
  adw_toggle_group_add (self->day_toggles, toggle);
  gtk_string_list_append (choices, label);
}

static void
show_day (PlyTimetablePage *self)
{
  const char *day = ply_timetable_view_get_day (self->view);
  guint index = g_strv_length (self->days);

  for (guint i = 0; self->days[i] != NULL; i++)
    if (g_strcmp0 (self->days[i], day) == 0)
      index = i;
  self->filling = TRUE;
  adw_toggle_group_set_active_name (self->day_toggles, day != NULL ? day : ALL_DAYS);
  gtk_drop_down_set_selected (self->day_choice, index);
  self->filling = FALSE;
}

/* Buttons where they are few and there is room, else a list. */
static void
update_day_widgets (PlyTimetablePage *self)
{
  gboolean toggles = !self->is_narrow && g_strv_length (self->days) <= MOST_TOGGLES;

  gtk_widget_set_visible (GTK_WIDGET (self->day_toggles), toggles);
  gtk_widget_set_visible (GTK_WIDGET (self->day_choice), !toggles);
}

static void
narrow_cb (PlyTimetablePage *self)
{
  self->is_narrow = TRUE;
  update_day_widgets (self);
}

static void
wide_cb (PlyTimetablePage *self)
{
  self->is_narrow = FALSE;
  update_day_widgets (self);
}

static void
fill_days (PlyTimetablePage *self)
{
  g_autoptr (GPtrArray) days = ply_snapshot_dup_ordered (get_snapshot (self), PLY_KIND_DAY);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  self->filling = TRUE;
  adw_toggle_group_remove_all (self->day_toggles);
  for (guint i = 0; i < days->len; i++)
    {
      const PlyDay *day = days->pdata[i];
      g_autofree char *label = day_label (day);

      add_day (self, choices, day->record.id, label, day->title);
      g_strv_builder_add (builder, day->record.id);
    }
  add_day (self, choices, ALL_DAYS, _ ("All"), _ ("All days side by side"));
  gtk_drop_down_set_model (self->day_choice, G_LIST_MODEL (choices));
  self->filling = FALSE;
  g_strfreev (self->days);
  self->days = g_strv_builder_end (builder);
  update_day_widgets (self);
  show_day (self);
}

static void
toggle_cb (PlyTimetablePage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->day_toggles);

  if (!self->filling && name != NULL)
    ply_timetable_view_set_day (self->view, g_str_equal (name, ALL_DAYS) ? NULL : name);
}

static void
choice_cb (PlyTimetablePage *self)
{
  guint index = gtk_drop_down_get_selected (self->day_choice);

  if (!self->filling && index != GTK_INVALID_LIST_POSITION)
    ply_timetable_view_set_day (self->view, self->days[index]);
}

/* The first time: today, else the first day. */
static void
choose_day (PlyTimetablePage *self)
{
  const PlyEvent *event = ply_snapshot_get_event (get_snapshot (self));
  g_autoptr (GPtrArray) days = ply_snapshot_dup_ordered (get_snapshot (self), PLY_KIND_DAY);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = NULL;
  const PlyDay *chosen = days->len > 0 ? days->pdata[0] : NULL;
  gint64 minutes;

  if (event != NULL && event->timezone != NULL)
    ply_instant_to_local (now, event->timezone, &today, &minutes);
  for (guint i = 0; i < days->len; i++)
    if (today != NULL && g_strcmp0 (((const PlyDay *) days->pdata[i])->date, today) == 0)
      chosen = days->pdata[i];
  ply_timetable_view_set_day (self->view, chosen != NULL ? chosen->record.id : NULL);
}

/* States */

static gboolean
has_placed (PlyTimetablePage *self)
{
  PlySnapshot *snapshot = get_snapshot (self);
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_SESSION);

  for (guint i = 0; i < n; i++)
    if (ply_session_is_placed (ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i)))
      return TRUE;
  return FALSE;
}

static void
update_state (PlyTimetablePage *self)
{
  PlySnapshot *snapshot = get_snapshot (self);
  gboolean placed = has_placed (self);
  g_auto (GStrv) rooms = ply_timetable_view_dup_rooms (self->view);
  const char *state = "grid";

  if (ply_snapshot_get_n (snapshot, PLY_KIND_DAY) == 0)
    state = "no-days";
  else if (ply_snapshot_get_n (snapshot, PLY_KIND_ROOM) == 0 && !placed)
    state = "no-rooms";
  else if (rooms != NULL && rooms[0] == NULL)
    state = "all-hidden";
  gtk_stack_set_visible_child_name (self->stack, state);
  adw_banner_set_revealed (self->banner, g_str_equal (state, "grid") && !placed);
  ply_timetable_page_update_actions (self);
}

static void
shown_cb (PlyTimetablePage *self)
{
  self->has_gap = FALSE;
  show_day (self);
  update_state (self);
}

static gboolean
names_days (const PlyChange *changes, guint n_changes)
{
  for (guint i = 0; i < n_changes; i++)
    if (changes[i].kind == PLY_KIND_DAY)
      return TRUE;
  return FALSE;
}

static void
changed_cb (PlyTimetablePage *self, const PlyChange *changes, guint n_changes)
{
  if (names_days (changes, n_changes))
    {
      fill_days (self);
      if (ply_timetable_view_get_day (self->view) == NULL && g_strv_length (self->days) == 1)
        choose_day (self);
    }
  update_state (self);
  if (self->talk_page != NULL
      && adw_navigation_view_get_visible_page (self->editor_view)
             == ADW_NAVIGATION_PAGE (self->talk_page)
      && ply_snapshot_lookup (get_snapshot (self), PLY_KIND_TALK,
                              ply_editor_page_get_id (self->talk_page))
             == NULL)
    adw_navigation_view_pop (self->editor_view);
}

static void
map_cb (PlyTimetablePage *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "grid"))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* The pane */

static gboolean
shows_editor (PlyTimetablePage *self)
{
  return adw_overlay_split_view_get_show_sidebar (self->split_view)
         && g_str_equal (gtk_stack_get_visible_child_name (self->pane), "editor");
}

/* The editor follows the focus, so that one can walk through the sessions with it open. */
static void
focus_cb (PlyTimetablePage *self)
{
  const char *focus = ply_timetable_view_get_focus (self->view);

  self->has_gap = FALSE;
  if (self->editor_page == NULL || !shows_editor (self))
    return;
  if (focus == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "timetable.close-pane", NULL);
  else if (g_strcmp0 (ply_editor_page_get_id (self->editor_page), focus) != 0)
    {
      adw_navigation_view_pop_to_page (self->editor_view, ADW_NAVIGATION_PAGE (self->editor_page));
      ply_editor_page_set_id (self->editor_page, focus);
    }
}

static void
pane_cb (PlyTimetablePage *self)
{
  gboolean shown = adw_overlay_split_view_get_show_sidebar (self->split_view);
  gboolean tray = g_str_equal (gtk_stack_get_visible_child_name (self->pane), "tray");

  if (!shown && !tray && self->wants_tray)
    {
      gtk_stack_set_visible_child_name (self->pane, "tray");
      adw_overlay_split_view_set_show_sidebar (
          self->split_view, !adw_overlay_split_view_get_collapsed (self->split_view));
      return;
    }
  if (tray)
    self->wants_tray = shown;
  gtk_toggle_button_set_active (self->tray_button, shown && tray);
}

static void
tray_cb (PlyTimetablePage *self)
{
  gboolean active = gtk_toggle_button_get_active (self->tray_button);
  gboolean shown = adw_overlay_split_view_get_show_sidebar (self->split_view);
  gboolean tray = g_str_equal (gtk_stack_get_visible_child_name (self->pane), "tray");

  if (active == (shown && tray))
    return;
  gtk_stack_set_visible_child_name (self->pane, "tray");
  adw_overlay_split_view_set_show_sidebar (self->split_view, active);
  self->wants_tray = active;
}

static void
make_editor (PlyTimetablePage *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-previous-symbolic");

  self->editor_page = ply_editor_page_new (self->workspace, PLY_KIND_SESSION);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timetable.close-pane");
  gtk_widget_set_tooltip_text (button, _ ("Back to the Timetable"));
  ply_editor_page_add_button (self->editor_page, button);
  adw_navigation_view_add (self->editor_view, ADW_NAVIGATION_PAGE (self->editor_page));
}

/* Object */

static void
remember (PlyTimetablePage *self)
{
  GSettings *settings = ply_settings_get ();

  if (settings == NULL)
    return;
  g_settings_set_boolean (settings, "timetable-rooms-down",
                          ply_timetable_view_get_rooms_down (self->view));
  g_settings_set_double (settings, "timetable-zoom", ply_timetable_view_get_zoom (self->view));
  g_settings_set_int (settings, "timetable-snap", (int) ply_timetable_view_get_snap (self->view));
}

static void
recall (PlyTimetablePage *self)
{
  GSettings *settings = ply_settings_get ();

  if (settings == NULL)
    return;
  ply_timetable_view_set_rooms_down (self->view,
                                     g_settings_get_boolean (settings, "timetable-rooms-down"));
  ply_timetable_view_set_zoom (self->view, g_settings_get_double (settings, "timetable-zoom"));
  ply_timetable_view_set_snap (self->view, g_settings_get_int (settings, "timetable-snap"));
}

static void
ply_timetable_page_set_property (GObject *object, guint prop_id, const GValue *value,
                                 GParamSpec *pspec)
{
  PlyTimetablePage *self = PLY_TIMETABLE_PAGE (object);

  switch (prop_id)
    {
    case PROP_ROOMS_DOWN:
      ply_timetable_view_set_rooms_down (self->view, g_value_get_boolean (value));
      break;
    case PROP_SNAP:
      ply_timetable_view_set_snap (self->view,
                                   g_ascii_strtoll (g_value_get_string (value), NULL, 10));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ply_timetable_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlyTimetablePage *self = PLY_TIMETABLE_PAGE (object);

  switch (prop_id)
    {
    case PROP_ROOMS_DOWN:
      g_value_set_boolean (value,
                           self->view != NULL && ply_timetable_view_get_rooms_down (self->view));
      break;
    case PROP_SNAP:
      g_value_take_string (
          value,
          g_strdup_printf ("%" G_GINT64_FORMAT,
                           self->view != NULL ? ply_timetable_view_get_snap (self->view) : 0));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ply_timetable_page_dispose (GObject *object)
{
  PlyTimetablePage *self = PLY_TIMETABLE_PAGE (object);

  g_clear_object (&self->gesture);
  g_clear_object (&self->commands);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLY_TYPE_TIMETABLE_PAGE);
  g_clear_object (&self->talk_page);
  g_clear_object (&self->view);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->days, g_strfreev);

  G_OBJECT_CLASS (ply_timetable_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, split_view);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, banner);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, pane);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, editor_view);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, tray_bin);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, day_toggles);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, day_choice);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, form_button);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, rooms_button);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlyTimetablePage, tray_button);
}

static void
ply_timetable_page_class_init (PlyTimetablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = ply_timetable_page_set_property;
  G_OBJECT_CLASS (klass)->get_property = ply_timetable_page_get_property;
  G_OBJECT_CLASS (klass)->dispose = ply_timetable_page_dispose;
  props[PROP_ROOMS_DOWN] = g_param_spec_boolean ("rooms-down", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SNAP] =
      g_param_spec_string ("snap", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-timetable-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, toggle_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, tray_cb);
  ply_timetable_page_install_actions (widget_class);
}

static void
ply_timetable_page_init (PlyTimetablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/* Public */

static void
connect (PlyTimetablePage *self, gpointer object, const char *signal, gpointer callback)
{
  g_signal_connect_object (object, signal, G_CALLBACK (callback), self, G_CONNECT_SWAPPED);
}

/* The page's own properties are the states of its actions. */
static void
tell_states (PlyTimetablePage *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  ply_timetable_page_update_actions (self);
}

/* The tray, and what can be done by keyboard and pointer. */
static void
add_commands (PlyTimetablePage *self)
{
  GtkWidget *tray = ply_timetable_tray_new (self->workspace);

  adw_bin_set_child (self->tray_bin, tray);
  self->commands = ply_timetable_commands_new (GTK_WIDGET (self), self->view, self->canvas,
                                               PLY_TIMETABLE_TRAY (tray));
  self->gesture = ply_timetable_gesture_new (self->commands, self->day_toggles);
  connect (self, tray, "activated", ply_timetable_page_edit);
}

GtkWidget *
ply_timetable_page_new (PlyWorkspace *workspace)
{
  PlyTimetablePage *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_TIMETABLE_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->view = ply_timetable_view_new (workspace);
  recall (self);
  choose_day (self);
  self->canvas = PLY_TIMETABLE_CANVAS (ply_timetable_canvas_new (self->view));
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->canvas));
  gtk_menu_button_set_popover (self->rooms_button, ply_timetable_rooms_new (self->view));
  add_commands (self);
  fill_days (self);
  update_state (self);
  tell_states (self);
  connect (self, workspace, "changed", changed_cb);
  connect (self, self->view, "shown-changed", shown_cb);
  connect (self, self->view, "shown-changed", remember);
  connect (self, self->view, "notify::zoom", remember);
  connect (self, self->view, "notify::snap", remember);
  connect (self, self->view, "notify::zoom", tell_states);
  connect (self, self->view, "notify::snap", tell_states);
  connect (self, self->view, "notify::rooms-down", tell_states);
  connect (self, self->view, "notify::focus", focus_cb);
  return GTK_WIDGET (self);
}

void
ply_timetable_page_show (PlyTimetablePage *self, const char *session)
{
  g_return_if_fail (PLY_IS_TIMETABLE_PAGE (self) && session != NULL);
  ply_timetable_view_show (self->view, session);
}

void
ply_timetable_page_edit (PlyTimetablePage *self, const char *session)
{
  g_return_if_fail (PLY_IS_TIMETABLE_PAGE (self) && session != NULL);

  if (ply_snapshot_lookup (get_snapshot (self), PLY_KIND_SESSION, session) == NULL)
    return;
  if (self->editor_page == NULL)
    make_editor (self);
  adw_navigation_view_pop_to_page (self->editor_view, ADW_NAVIGATION_PAGE (self->editor_page));
  ply_editor_page_set_id (self->editor_page, session);
  gtk_stack_set_visible_child_name (self->pane, "editor");
  gtk_toggle_button_set_active (self->tray_button, FALSE);
  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  ply_editor_page_focus_first (self->editor_page, FALSE);
}
