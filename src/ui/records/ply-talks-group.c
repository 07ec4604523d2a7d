/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-talks-group.h"

#include "ply-describe.h"
#include "ply-programme-order.h"
#include "ply-record-words.h"
#include "ply-reorder.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

/* Offered for a talk when the session has no time left. */
#define DEFAULT_DURATION 20

struct _PlyTalksGroup
{
  PlyChildGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (PlyTalksGroup, ply_talks_group, PLY_TYPE_CHILD_GROUP)

static PlySnapshot *
get_snapshot (gpointer self)
{
  return ply_edit_target_get_snapshot (ply_child_group_get_target (self));
}

static const PlySession *
get_session (gpointer self)
{
  return ply_edit_target_get_record (ply_child_group_get_target (self));
}

/* What the talks leave of the session. */
static gint64
get_time_left (gpointer self)
{
  const PlySession *session = get_session (self);
  gint64 end;

  g_free (ply_session_talk_offsets (get_snapshot (self), session, &end));
  return session->duration != PLY_UNSET ? session->duration - end : -end;
}

static void
add_cb (PlyChildGroup *group)
{
  g_autoptr (PlyPlan) plan = ply_plan_new (_ ("Add Talk"));
  PlyTalk *talk = ply_record_new (PLY_KIND_TALK, NULL);
  g_autofree char *id = g_strdup (talk->record.id);
  g_autofree char *rank = ply_child_group_dup_next_rank (group);
  gint64 left = get_time_left (group);

  ply_record_set_text (talk, "session", get_session (group)->record.id);
  ply_record_set_text (talk, "title", _ ("New Talk"));
  ply_record_set_integer (talk, "duration",
                          left > 0 ? MIN (left, DEFAULT_DURATION) : DEFAULT_DURATION);
  ply_record_set_text (talk, "rank", rank);
  ply_plan_insert (plan, talk);
  if (ply_child_group_run (group, plan))
    gtk_widget_activate_action (GTK_WIDGET (group), "records.show-talk", "s", id);
}

/* "09:10–09:30"; without a start, how long: "20 min" */
static char *
dup_time (const PlySession *session, const PlyTalk *talk, gint64 offset)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gint64 duration = talk->duration != PLY_UNSET ? talk->duration : 0;

  if (!ply_session_is_placed (session))
    /* Translators: the length of a talk in minutes; %d is a number */
    return g_strdup_printf (ngettext ("%d min", "%d min", duration), (int) duration);
  from = ply_minutes_format (session->start + offset);
  to = ply_minutes_format (session->start + offset + duration);
  return g_strdup_printf ("%s–%s", from, to);
}

static gboolean
drop_cb (GtkDropTarget *drop, const GValue *value, double x, double y, PlyChildGroup *group)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drop));
  g_autoptr (GPtrArray) talks =
      g_ptr_array_copy (ply_session_talks (get_snapshot (group), get_session (group)), NULL, NULL);
  g_autoptr (GError) error = NULL;
  guint from = talks->len;
  guint to = talks->len;

  for (guint i = 0; i < talks->len; i++)
    {
      const PlyRecord *talk = g_ptr_array_index (talks, i);

      if (g_strcmp0 (talk->id, g_value_get_string (value)) == 0)
        from = i;
      if (ply_child_group_get_row (group, talk->id) == row)
        to = i;
    }
  if (from == talks->len || to == talks->len)
    return FALSE;
  if (!ply_reorder_to (ply_edit_target_get_workspace (ply_child_group_get_target (group)), talks,
                       from, to, &error))
    gtk_widget_activate_action (GTK_WIDGET (group), "win.report", "s", error->message);
  return TRUE;
}

static GdkContentProvider *
drag_cb (GtkDragSource *source, double x, double y, gpointer group)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (G_TYPE_STRING, gtk_widget_get_name (row));
}

static void
add_drag (PlyChildGroup *group, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_cb), group, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), group, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static GPtrArray *
ply_talks_group_dup_children (PlyChildGroup *group, gconstpointer record)
{
  return g_ptr_array_copy (ply_session_talks (get_snapshot (group), record), NULL, NULL);
}

static GtkWidget *
ply_talks_group_create_row (PlyChildGroup *group, gconstpointer child)
{
  const char *id = PLY_RECORD (child)->id;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "activatable", TRUE,
                                 "title-lines", 2, "subtitle-lines", 2, "name", id, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             ply_child_group_menu_new (group, id, PLY_KIND_TALK, NULL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "records.show-talk");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  add_drag (group, row);
  return row;
}

static void
show_talk (PlyChildGroup *group, const PlyTalk *talk, gint64 offset)
{
  GtkWidget *row = ply_child_group_get_row (group, talk->record.id);
  g_autofree char *time = dup_time (get_session (group), talk, offset);
  g_autofree char *people = ply_describe_people (get_snapshot (group), talk);
  g_autofree char *subtitle =
      *people != '\0' ? g_strconcat (time, " · ", people, NULL) : g_strdup (time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), talk->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static void
ply_talks_group_update (PlyChildGroup *group, gconstpointer record, GPtrArray *children)
{
  gint64 end;
  g_autofree gint64 *offsets = ply_session_talk_offsets (get_snapshot (group), record, &end);
  gint64 left = children->len > 0 ? get_time_left (group) : 0;
  g_autofree char *notice = NULL;

  for (guint i = 0; i < children->len; i++)
    show_talk (group, g_ptr_array_index (children, i), offsets[i]);
  if (left < 0)
    /* Translators: the talks are longer than their session; %d is a number of minutes */
    notice = g_strdup_printf (
        ngettext ("%d min over the session’s length", "%d min over the session’s length", -left),
        (int) -left);
  ply_child_group_set_notice (group, notice);
}

static void
ply_talks_group_class_init (PlyTalksGroupClass *klass)
{
  PlyChildGroupClass *group_class = PLY_CHILD_GROUP_CLASS (klass);

  group_class->dup_children = ply_talks_group_dup_children;
  group_class->create_row = ply_talks_group_create_row;
  group_class->update = ply_talks_group_update;
  group_class->can_move = TRUE;
  group_class->can_remove = TRUE;
}

static void
ply_talks_group_init (PlyTalksGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Talks"));
}

GtkWidget *
ply_talks_group_new (PlyEditTarget *target)
{
  PlyTalksGroup *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target), NULL);

  self = g_object_new (PLY_TYPE_TALKS_GROUP, NULL);
  ply_child_group_add_button (PLY_CHILD_GROUP (self), _ ("Add Talk"), G_CALLBACK (add_cb));
  ply_child_group_follow (PLY_CHILD_GROUP (self), target);
  return GTK_WIDGET (self);
}
