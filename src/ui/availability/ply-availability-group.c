/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-availability-group.h"

#include "ply-availability-grid.h"
#include "ply-availability-words.h"
#include "ply-child-row.h"
#include "ply-stay-row.h"

#include <glib/gi18n-lib.h>

#define MARGIN 12

struct _PlyAvailabilityGroup
{
  PlyChildGroup parent_instance;

  char **order;   /* ids of the rows as they stand */
  double held_y;  /* where the grid was in the pane */
  gulong hold_id; /* of the frame clock's signal */

  GtkWidget *grid_row, *grid, *rule_label;
  GtkWidget *arrival_row, *departure_row; /* NULL for a room */
};

G_DEFINE_FINAL_TYPE (PlyAvailabilityGroup, ply_availability_group, PLY_TYPE_CHILD_GROUP)

static const struct
{
  const char *name, *icon, *style, *label;
} brushes[] = {
  [PLY_PRESENCE_NONE] = { "none", "edit-clear-symbolic", NULL, N_ ("Clear") },
  [PLY_PRESENCE_AVAILABLE] = { "available", "object-select-symbolic", "success", N_ ("Available") },
  [PLY_PRESENCE_UNAVAILABLE] = { "unavailable", "action-unavailable-symbolic", "error",
                                 N_ ("Unavailable") },
};

static PlySnapshot *
get_snapshot (gpointer self)
{
  return ply_edit_target_get_snapshot (ply_child_group_get_target (self));
}

static PlyPresence *
dup_presence (gpointer self)
{
  gconstpointer record = ply_edit_target_get_record (ply_child_group_get_target (self));

  return record != NULL ? ply_presence_new (get_snapshot (self), record) : NULL;
}

static void
run (PlyAvailabilityGroup *self, PlyPresence *presence, const char *label)
{
  g_autoptr (PlyPlan) plan = ply_presence_dup_plan (presence, label);

  if (plan != NULL)
    ply_child_group_run (PLY_CHILD_GROUP (self), plan);
}

static GtkWidget *
get_pane (PlyAvailabilityGroup *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
}

static double
get_grid_y (PlyAvailabilityGroup *self)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (0, 0);
  GtkWidget *pane = get_pane (self);

  if (pane != NULL && gtk_widget_compute_point (self->grid, pane, &point, &point))
    return point.y;
  return 0;
}

/* After the layout, which is done again for what changes here, and before anything is drawn. */
static void
layout_cb (GdkFrameClock *clock, PlyAvailabilityGroup *self)
{
  GtkWidget *pane = get_pane (self);
  double moved = get_grid_y (self) - self->held_y;
  GtkAdjustment *adjustment;

  g_signal_handler_disconnect (clock, self->hold_id);
  self->hold_id = 0;
  if (pane == NULL || moved == 0)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (pane));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + moved);
}

/* What comes and goes above, a conflict say, must not move the grid from under the pointer. */
static void
hold_place (PlyAvailabilityGroup *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock == NULL || self->hold_id != 0)
    return;
  self->held_y = get_grid_y (self);
  self->hold_id = g_signal_connect_object (clock, "layout", G_CALLBACK (layout_cb), self, 0);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

static void
paint_cb (PlyAvailabilityGroup *self, guint first_day, guint last_day, gint64 start, gint64 end,
          int state)
{
  g_autoptr (PlyPresence) presence = dup_presence (self);

  if (presence == NULL)
    return;
  for (guint day = first_day; day <= last_day; day++)
    ply_presence_set (presence, day, start, end, state);
  hold_place (self);
  run (self, presence, ply_availability_words_get_command (state));
  gtk_accessible_announce (
      GTK_ACCESSIBLE (self->grid),
      ply_availability_words_get_state (state, ply_presence_is_limited (presence)),
      GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
stay_cb (PlyAvailabilityGroup *self, guint day, gint64 minute, GtkWidget *row)
{
  g_autoptr (PlyPresence) presence = dup_presence (self);

  if (presence == NULL || day >= ply_presence_get_n_days (presence))
    return;
  if (row == self->arrival_row)
    ply_presence_set_arrival (presence, day, minute);
  else
    ply_presence_set_departure (presence, day, minute);
  run (self, presence, row == self->arrival_row ? _ ("Set Arrival") : _ ("Set Departure"));
}

static void
brush_cb (PlyAvailabilityGroup *self, GParamSpec *pspec, AdwToggleGroup *toggles)
{
  ply_availability_grid_set_brush (
      PLY_AVAILABILITY_GRID (self->grid),
      adw_toggle_group_get_active (toggles) == 0   ? PLY_PRESENCE_AVAILABLE
      : adw_toggle_group_get_active (toggles) == 1 ? PLY_PRESENCE_UNAVAILABLE
                                                   : PLY_PRESENCE_NONE);
}

/* A first day's opening hours: something to begin with. */
static void
add_cb (PlyChildGroup *group)
{
  PlyEditTarget *target = ply_child_group_get_target (group);
  g_autoptr (GPtrArray) days = ply_snapshot_dup_ordered (get_snapshot (group), PLY_KIND_DAY);
  g_autoptr (PlyPlan) plan = ply_plan_new (_ ("Add Availability"));
  PlyAvailability *row = ply_record_new (PLY_KIND_AVAILABILITY, NULL);
  g_autofree char *id = g_strdup (row->record.id);
  const PlyDay *day = days->pdata[0];
  GtkWidget *widget;

  ply_record_set_text (row, ply_kind_get_info (ply_edit_target_get_kind (target))->name,
                       ply_edit_target_get_id (target));
  ply_record_set_text (row, "day", day->record.id);
  row->start = day->opens;
  row->end = day->closes;
  row->available = 1;
  ply_plan_insert (plan, row);
  if (!ply_child_group_run (group, plan))
    return;
  widget = ply_child_group_get_row (group, id);
  if (widget == NULL)
    return;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  gtk_widget_grab_focus (widget);
}

/* Rows */

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer snapshot)
{
  const PlyAvailability *one = *(const PlyAvailability *const *) a;
  const PlyAvailability *two = *(const PlyAvailability *const *) b;
  const PlyDay *day_of_one = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, one->day);
  const PlyDay *day_of_two = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, two->day);
  int order = g_strcmp0 (day_of_one != NULL ? day_of_one->date : NULL,
                         day_of_two != NULL ? day_of_two->date : NULL);

  if (order == 0)
    order = (one->start > two->start) - (one->start < two->start);
  return order != 0 ? order : g_strcmp0 (one->record.id, two->record.id);
}

static guint
find_in_order (PlyAvailabilityGroup *self, gconstpointer row)
{
  guint index = 0;

  while (self->order != NULL && self->order[index] != NULL
         && !g_str_equal (self->order[index], PLY_RECORD (row)->id))
    index++;
  return index;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer self)
{
  return (int) find_in_order (self, *(const gconstpointer *) a)
         - (int) find_in_order (self, *(const gconstpointer *) b);
}

/* While the same rows are there they stay where they are: a row must not go elsewhere under the
 * hands that type its time. */
static void
sort (PlyAvailabilityGroup *self, GPtrArray *rows)
{
  g_autoptr (GStrvBuilder) order = NULL;
  guint n_known = self->order != NULL ? g_strv_length (self->order) : 0;
  gboolean same = rows->len == n_known;

  for (guint i = 0; same && i < rows->len; i++)
    same = find_in_order (self, rows->pdata[i]) < n_known;
  if (same)
    {
      g_ptr_array_sort_with_data (rows, compare_places, self);
      return;
    }
  g_ptr_array_sort_with_data (rows, compare_rows, get_snapshot (self));
  order = g_strv_builder_new ();
  for (guint i = 0; i < rows->len; i++)
    g_strv_builder_add (order, PLY_RECORD (rows->pdata[i])->id);
  g_strfreev (self->order);
  self->order = g_strv_builder_end (order);
}

static GPtrArray *
ply_availability_group_dup_children (PlyChildGroup *group, gconstpointer record)
{
  GPtrArray *rows = g_ptr_array_copy (
      ply_snapshot_get_children (get_snapshot (group), PLY_KIND_AVAILABILITY,
                                 ply_kind_get_info (PLY_RECORD (record)->kind)->name,
                                 PLY_RECORD (record)->id),
      NULL, NULL);

  sort (PLY_AVAILABILITY_GROUP (group), rows);
  return rows;
}

static GtkWidget *
ply_availability_group_create_row (PlyChildGroup *group, gconstpointer child)
{
  GtkWidget *row =
      ply_child_row_new (ply_child_group_get_target (group), child, "day start end available");

  adw_expander_row_add_suffix (
      ADW_EXPANDER_ROW (row),
      ply_child_group_menu_new (group, PLY_RECORD (child)->id, PLY_KIND_AVAILABILITY, NULL));
  return row;
}

static void
ply_availability_group_update_row (PlyChildGroup *group, GtkWidget *widget, gconstpointer child)
{
  const PlyAvailability *row = child;
  const PlyDay *day = ply_snapshot_lookup (get_snapshot (group), PLY_KIND_DAY, row->day);
  g_autofree char *date = day != NULL ? ply_availability_words_dup_day (day) : g_strdup ("");
  g_autofree char *span = ply_availability_words_dup_span (row->start, row->end);
  g_autofree char *title = NULL;

  /* Translators: when a person or room is available: %1$s is a day, %2$s a time of it */
  title = g_strdup_printf (_ ("%1$s, %2$s"), date, span);
  ply_child_row_show (
      PLY_CHILD_ROW (widget), title,
      _ (brushes[row->available == 1 ? PLY_PRESENCE_AVAILABLE : PLY_PRESENCE_UNAVAILABLE].label));
}

/* The rest */

/* What holds for times on which nothing is said. */
static const char *
get_rule (const PlyPresence *presence, GPtrArray *rows)
{
  if (ply_presence_is_limited (presence))
    return _ ("Unavailable at all other times.");
  return rows->len > 0 ? _ ("Available at all other times.") : _ ("Available at all times.");
}

static void
show_clashes (PlyAvailabilityGroup *self)
{
  guint n = ply_availability_grid_get_n_clashes (PLY_AVAILABILITY_GRID (self->grid));
  g_autofree char *notice = NULL;

  /* Translators: of those of a person, or in a room */
  notice = g_strdup_printf (ngettext ("%u session or talk at an unavailable time",
                                      "%u sessions or talks at an unavailable time", n),
                            n);
  ply_child_group_set_notice (PLY_CHILD_GROUP (self), n > 0 ? notice : NULL);
}

static void
ply_availability_group_update (PlyChildGroup *group, gconstpointer record, GPtrArray *rows)
{
  PlyAvailabilityGroup *self = PLY_AVAILABILITY_GROUP (group);
  g_autoptr (PlyPresence) presence = ply_presence_new (get_snapshot (self), record);
  gboolean has_days = ply_presence_get_n_days (presence) > 0;

  gtk_widget_set_visible (
      GTK_WIDGET (self), ply_edit_target_get_language (ply_child_group_get_target (group)) == NULL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         has_days ? NULL : _ ("The event has no days yet."));
  gtk_label_set_label (GTK_LABEL (self->rule_label), get_rule (presence, rows));
  gtk_widget_set_sensitive (adw_preferences_group_get_header_suffix (ADW_PREFERENCES_GROUP (self)),
                            has_days);
  gtk_widget_set_visible (self->grid_row, has_days);
  ply_availability_grid_show (PLY_AVAILABILITY_GRID (self->grid), get_snapshot (self), record);
  show_clashes (self);
  if (self->arrival_row == NULL)
    return;
  gtk_widget_set_visible (self->arrival_row, has_days);
  gtk_widget_set_visible (self->departure_row, has_days);
  ply_stay_row_show (PLY_STAY_ROW (self->arrival_row), presence);
  ply_stay_row_show (PLY_STAY_ROW (self->departure_row), presence);
}

static void
ply_availability_group_finalize (GObject *object)
{
  PlyAvailabilityGroup *self = PLY_AVAILABILITY_GROUP (object);

  g_clear_pointer (&self->order, g_strfreev);

  G_OBJECT_CLASS (ply_availability_group_parent_class)->finalize (object);
}

static void
ply_availability_group_class_init (PlyAvailabilityGroupClass *klass)
{
  PlyChildGroupClass *group_class = PLY_CHILD_GROUP_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_availability_group_finalize;
  group_class->dup_children = ply_availability_group_dup_children;
  group_class->create_row = ply_availability_group_create_row;
  group_class->update_row = ply_availability_group_update_row;
  group_class->update = ply_availability_group_update;
  group_class->can_remove = TRUE;
}

static void
add_brush (AdwToggleGroup *toggles, PlyPresenceState state)
{
  AdwToggle *toggle = adw_toggle_new ();

  if (brushes[state].style != NULL)
    {
      GtkWidget *content = adw_button_content_new ();

      adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), brushes[state].icon);
      adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ (brushes[state].label));
      adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
      gtk_widget_add_css_class (content, brushes[state].style);
      adw_toggle_set_child (toggle, content);
      adw_toggle_set_label (toggle, _ (brushes[state].label));
    }
  else
    {
      adw_toggle_set_icon_name (toggle, brushes[state].icon);
    }
  adw_toggle_set_name (toggle, brushes[state].name);
  adw_toggle_set_tooltip (toggle, _ (brushes[state].label));
  adw_toggle_group_add (toggles, toggle);
}

static GtkWidget *
toggles_new (PlyAvailabilityGroup *self)
{
  GtkWidget *toggles = adw_toggle_group_new ();

  add_brush (ADW_TOGGLE_GROUP (toggles), PLY_PRESENCE_AVAILABLE);
  add_brush (ADW_TOGGLE_GROUP (toggles), PLY_PRESENCE_UNAVAILABLE);
  add_brush (ADW_TOGGLE_GROUP (toggles), PLY_PRESENCE_NONE);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (toggles), 0);
  adw_toggle_group_set_can_shrink (ADW_TOGGLE_GROUP (toggles), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What to Paint"), -1);
  g_signal_connect_object (toggles, "notify::active", G_CALLBACK (brush_cb), self,
                           G_CONNECT_SWAPPED);
  return toggles;
}

static void
ply_availability_group_init (PlyAvailabilityGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);

  self->rule_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->rule_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->rule_label), 0);
  gtk_widget_add_css_class (self->rule_label, "dim-label");
  self->grid = ply_availability_grid_new ();
  g_signal_connect_object (self->grid, "paint", G_CALLBACK (paint_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_box_append (GTK_BOX (box), toggles_new (self));
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_box_append (GTK_BOX (box), self->rule_label);

  self->grid_row = adw_preferences_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->grid_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->grid_row), FALSE);
  gtk_widget_set_focusable (self->grid_row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->grid_row);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Availability"));
}

static GtkWidget *
add_stay (PlyAvailabilityGroup *self, gboolean departure)
{
  GtkWidget *row = ply_stay_row_new (departure);

  g_signal_connect_object (row, "set", G_CALLBACK (stay_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

GtkWidget *
ply_availability_group_new (PlyEditTarget *target)
{
  PlyAvailabilityGroup *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target), NULL);

  self = g_object_new (PLY_TYPE_AVAILABILITY_GROUP, NULL);
  if (ply_edit_target_get_kind (target) == PLY_KIND_PERSON)
    {
      self->arrival_row = add_stay (self, FALSE);
      self->departure_row = add_stay (self, TRUE);
    }
  ply_child_group_add_button (PLY_CHILD_GROUP (self), _ ("Add Time"), G_CALLBACK (add_cb));
  ply_child_group_follow (PLY_CHILD_GROUP (self), target);
  return GTK_WIDGET (self);
}
