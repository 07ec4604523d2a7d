/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-edit-target.h"
#include "ply-editor-layout.h"
#include "ply-editor-page.h"
#include "ply-field-row.h"
#include "ply-new-event.h"
#include "ply-people-group.h"
#include "ply-record-list.h"
#include "ply-record-picker.h"
#include "ply-records-page.h"
#include "ply-reorder.h"
#include "ply-talks-group.h"

#include <glib/gstdio.h>
#include <string.h>

/* A window with what is tested in it, and a workspace of its own. */
typedef struct
{
  PlyWorkspace *workspace;
  GtkWidget *window;
  char *last_toast;
} Fixture;

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 50000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  /* On a slow machine that was but one iteration. */
  for (guint i = 0; i < 1000 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str (&((Fixture *) data)->last_toast, g_variant_get_string (parameter, NULL));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const languages[] = { "en", "de", NULL };
  const PlyNewEvent what = {
    "Day", "2023-10-12", "2023-10-13", NULL, NULL, "Asia/Almaty", languages
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = ply_new_event_plan (&what, &error);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "test.plenary", NULL);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) toast = g_simple_action_new ("undo-toast", G_VARIANT_TYPE_STRING);

  g_assert_no_error (error);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  self->workspace = ply_workspace_create (path, plan, TRUE, &error);
  g_assert_no_error (error);
  self->window = gtk_window_new ();
  g_signal_connect (toast, "activate", G_CALLBACK (toast_cb), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (toast));
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  ply_workspace_close (self->workspace, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (self->workspace);
  g_free (self->last_toast);
}

static char *
add (Fixture *self, PlyKind kind, const char *name)
{
  gpointer record = ply_record_new (kind, NULL);
  g_autoptr (GError) error = NULL;
  char *id = g_strdup (PLY_RECORD (record)->id);

  ply_record_set_text (record, ply_kind_title_field (kind)->name, name);
  if (ply_field_lookup (kind, "duration") != NULL)
    ply_record_set_integer (record, "duration", 30);
  ply_workspace_add (self->workspace, record, &error);
  g_assert_no_error (error);
  return id;
}

static const PlySession *
get_session (Fixture *self, const char *id)
{
  return ply_snapshot_lookup (ply_workspace_get_snapshot (self->workspace), PLY_KIND_SESSION, id);
}

static void
show (Fixture *self, GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), widget);
      widget = group;
    }
  gtk_window_set_child (GTK_WINDOW (self->window), widget);
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
}

static GtkWidget *
row_new (PlyEditTarget *target, const char *field_name)
{
  return ply_field_row_new (target,
                            ply_field_lookup (ply_edit_target_get_kind (target), field_name));
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  ply_workspace_undo (self->workspace, &error);
  g_assert_no_error (error);
}

/* Every letter is saved; undo brings the text back and leaves the cursor. */
static void
test_typing (Fixture *self, gconstpointer data)
{
  g_autofree char *id = add (self, PLY_KIND_SESSION, "Opening");
  g_autoptr (PlyEditTarget) target = ply_edit_target_new (self->workspace, PLY_KIND_SESSION);
  GtkEditable *row;
  int position = 7;

  ply_edit_target_set_id (target, id);
  row = GTK_EDITABLE (row_new (target, "title"));
  show (self, GTK_WIDGET (row));
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "Opening");

  for (const char *at = " words"; *at != '\0'; at++)
    gtk_editable_insert_text (row, at, 1, &position);
  g_assert_cmpstr (get_session (self, id)->title, ==, "Opening words");

  gtk_editable_set_position (row, 4);
  undo (self);
  g_assert_cmpstr (get_session (self, id)->title, ==, "Opening");
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "Opening");
  g_assert_cmpint (gtk_editable_get_position (row), ==, 4);
}

/* What does not fit stays as typed and is not saved; what others change is shown. */
static void
test_invalid (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *field, *good, *bad;
  } cases[] = {
    { "title", "A title", "" },    { "start", "09:30", "25:70" },
    { "start", "24:30", "99:00" }, { "duration", "90", "long" },
    { "audience", "12", "-3" },    { "url", "https://example.org", "example" },
  };
  g_autofree char *id = add (self, PLY_KIND_SESSION, "Opening");
  g_autoptr (PlyEditTarget) target = ply_edit_target_new (self->workspace, PLY_KIND_SESSION);

  ply_edit_target_set_id (target, id);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PlyField *field = ply_field_lookup (PLY_KIND_SESSION, cases[i].field);
      GtkWidget *row = row_new (target, cases[i].field);
      g_autofree char *stored = NULL;

      show (self, row);
      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].good);
      g_assert_false (gtk_widget_has_css_class (row, "error"));
      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].bad);
      settle ();
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, cases[i].bad);
      stored = ply_edit_target_dup_text (target, field);
      g_assert_cmpstr (stored, ==, cases[i].good);

      /* Another field's change leaves it alone; its own does not. */
      g_assert_true (ply_workspace_set_text (self->workspace, PLY_KIND_SESSION, id, "notes",
                                             cases[i].bad, NULL));
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      undo (self);
      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].good);
      g_assert_false (gtk_widget_has_css_class (row, "error"));
    }
}

static void
test_lengths_as_hours (Fixture *self, gconstpointer data)
{
  g_autofree char *id = add (self, PLY_KIND_SESSION, "Opening");
  g_autoptr (PlyEditTarget) target = ply_edit_target_new (self->workspace, PLY_KIND_SESSION);
  GtkWidget *row;

  ply_edit_target_set_id (target, id);
  row = row_new (target, "duration");
  show (self, row);
  gtk_editable_set_text (GTK_EDITABLE (row), "1:30");
  g_assert_cmpint (get_session (self, id)->duration, ==, 90);
  /* Not rewritten under the cursor. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "1:30");
}

static void
test_translation (Fixture *self, gconstpointer data)
{
  g_autofree char *id = add (self, PLY_KIND_SESSION, "Opening");
  g_autoptr (PlyEditTarget) target = ply_edit_target_new (self->workspace, PLY_KIND_SESSION);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *title, *start;

  ply_edit_target_set_id (target, id);
  title = row_new (target, "title");
  start = row_new (target, "start");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), start);
  show (self, group);

  ply_edit_target_set_language (target, "de");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "");
  g_assert_nonnull (
      strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (title)), "Opening"));
  g_assert_false (gtk_widget_get_visible (start));
  gtk_editable_set_text (GTK_EDITABLE (title), "Eröffnung");
  g_assert_cmpstr (ply_snapshot_get_text (ply_workspace_get_snapshot (self->workspace),
                                          get_session (self, id), "title", "de"),
                   ==, "Eröffnung");
  g_assert_cmpstr (get_session (self, id)->title, ==, "Opening");

  ply_edit_target_set_language (target, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Opening");
  g_assert_true (gtk_widget_get_visible (start));
}

static void
test_choice (Fixture *self, gconstpointer data)
{
  g_autofree char *id = add (self, PLY_KIND_SESSION, "Opening");
  g_autoptr (PlyEditTarget) target = ply_edit_target_new (self->workspace, PLY_KIND_SESSION);
  g_autofree char *room = NULL;
  AdwComboRow *row;

  ply_edit_target_set_id (target, id);
  row = ADW_COMBO_ROW (row_new (target, "room"));
  show (self, GTK_WIDGET (row));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);

  /* A room that comes later is offered, and nothing is chosen by its coming. */
  room = add (self, PLY_KIND_ROOM, "Hall");
  g_assert_null (get_session (self, id)->room);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==, 2);
  adw_combo_row_set_selected (row, 1);
  g_assert_cmpstr (get_session (self, id)->room, ==, room);
  undo (self);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
}

static void
put (Fixture *self, gpointer record)
{
  g_autoptr (PlyPlan) plan = ply_plan_new ("Put");
  g_autoptr (GError) error = NULL;

  ply_plan_insert (plan, record);
  ply_workspace_run (self->workspace, plan, NULL, &error);
  g_assert_no_error (error);
}

static char *
add_talk (Fixture *self, const char *session, const char *title, gint64 duration, const char *rank)
{
  PlyTalk *talk = ply_record_new (PLY_KIND_TALK, NULL);
  char *id = g_strdup (talk->record.id);

  ply_record_set_text (talk, "session", session);
  ply_record_set_text (talk, "title", title);
  ply_record_set_integer (talk, "duration", duration);
  ply_record_set_text (talk, "rank", rank);
  put (self, talk);
  return id;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The times follow from the order; what is too long is said. */
static void
test_talks (Fixture *self, gconstpointer data)
{
  g_autofree char *session = add (self, PLY_KIND_SESSION, "Opening");
  g_autofree char *first = add_talk (self, session, "One", 20, "a");
  g_autofree char *second = add_talk (self, session, "Two", 15, "b");
  const PlyDay *day =
      ply_snapshot_get_at (ply_workspace_get_snapshot (self->workspace), PLY_KIND_DAY, 0);
  g_autoptr (PlyEditTarget) target = ply_edit_target_new (self->workspace, PLY_KIND_SESSION);
  PlyChildGroup *group;
  AdwActionRow *row;

  g_assert_true (ply_workspace_set_text (self->workspace, PLY_KIND_SESSION, session, "day",
                                         day->record.id, NULL));
  g_assert_true (
      ply_workspace_set_integer (self->workspace, PLY_KIND_SESSION, session, "start", 540, NULL));
  ply_edit_target_set_id (target, session);
  group = PLY_CHILD_GROUP (ply_talks_group_new (target));
  show (self, GTK_WIDGET (group));
  row = ADW_ACTION_ROW (ply_child_group_get_row (group, second));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "09:20–09:35");

  gtk_widget_activate_action (GTK_WIDGET (row), "child.move-up", "s", second);
  row = ADW_ACTION_ROW (ply_child_group_get_row (group, second));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "09:00–09:15");

  gtk_widget_activate_action (GTK_WIDGET (row), "child.remove", "s", second);
  g_assert_null (ply_child_group_get_row (group, second));
  g_assert_nonnull (ply_child_group_get_row (group, first));
  undo (self);
  g_assert_nonnull (ply_child_group_get_row (group, second));
}

/* Somebody who is not known yet: the person and the part they take are one step. */
static void
test_new_person (Fixture *self, gconstpointer data)
{
  g_autofree char *session = add (self, PLY_KIND_SESSION, "Opening");
  g_autoptr (PlyEditTarget) target = ply_edit_target_new (self->workspace, PLY_KIND_SESSION);
  GtkWidget *group, *picker;
  PlySnapshot *snapshot;

  ply_edit_target_set_id (target, session);
  group = ply_people_group_new (target);
  show (self, group);
  picker = find (group, PLY_TYPE_RECORD_PICKER);
  g_signal_emit_by_name (picker, "picked", PLY_KIND_PERSON, NULL, "Abai Qunanbaiuly");
  snapshot = ply_workspace_get_snapshot (self->workspace);
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_PERSON), ==, 1);
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_PARTICIPATION), ==, 1);

  undo (self);
  snapshot = ply_workspace_get_snapshot (self->workspace);
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_PERSON), ==, 0);
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_PARTICIPATION), ==, 0);
}

/* Every editor fits a phone. */
static void
test_editors_fit (Fixture *self, gconstpointer data)
{
  static const PlyKind kinds[] = { PLY_KIND_SESSION, PLY_KIND_PERSON, PLY_KIND_INSTITUTION,
                                   PLY_KIND_ROOM,    PLY_KIND_TRACK,  PLY_KIND_SESSION_TYPE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *id =
          add (self, kinds[i], "A very long name that nobody would ever give to anything at all");
      PlyEditorPage *page = ply_editor_page_new (self->workspace, kinds[i]);
      int minimum;

      ply_editor_page_set_id (page, id);
      show (self, GTK_WIDGET (page));
      gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
}

/* Whatever the model has is edited somewhere, or hidden on purpose. */
static void
test_layout (void)
{
  static const PlyKind kinds[] = { PLY_KIND_SESSION,      PLY_KIND_TALK, PLY_KIND_PERSON,
                                   PLY_KIND_INSTITUTION,  PLY_KIND_ROOM, PLY_KIND_TRACK,
                                   PLY_KIND_SESSION_TYPE, PLY_KIND_DAY };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const PlySection *section = ply_editor_layout_get_sections (kinds[i]);
      guint n = 0;

      for (; section->type != PLY_SECTION_FIELDS || section->fields != NULL; section++)
        {
          g_auto (GStrv) names =
              g_strsplit (section->fields != NULL ? section->fields : "", " ", -1);

          for (guint j = 0; names[j] != NULL; j++)
            {
              g_assert_nonnull (ply_field_lookup (kinds[i], names[j]));
              n++;
            }
        }
      g_assert_cmpuint (n, >, 1);
    }
}

static void
test_page (Fixture *self, gconstpointer data)
{
  g_autofree char *first = add (self, PLY_KIND_ROOM, "Great Hall");
  g_autofree char *second = add (self, PLY_KIND_ROOM, "Foyer");
  GtkWidget *page = ply_records_page_new (self->workspace, PLY_KIND_ROOM);
  PlySnapshot *snapshot;
  g_autoptr (GPtrArray) rooms = NULL;

  show (self, page);
  ply_records_page_show (PLY_RECORDS_PAGE (page), second);
  settle ();
  gtk_widget_activate_action (page, "records.move-up", NULL);
  snapshot = ply_workspace_get_snapshot (self->workspace);
  rooms = ply_snapshot_dup_ordered (snapshot, PLY_KIND_ROOM);
  g_assert_cmpstr (PLY_RECORD (g_ptr_array_index (rooms, 0))->id, ==, second);
  settle ();

  gtk_widget_activate_action (page, "records.duplicate", NULL);
  settle ();
  snapshot = ply_workspace_get_snapshot (self->workspace);
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_ROOM), ==, 3);

  /* The copy is what is selected now. */
  gtk_widget_activate_action (page, "records.delete", NULL);
  settle ();
  snapshot = ply_workspace_get_snapshot (self->workspace);
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_ROOM), ==, 2);
  g_assert_nonnull (ply_snapshot_lookup (snapshot, PLY_KIND_ROOM, second));
  g_assert_cmpstr (self->last_toast, ==, "1 room deleted");
}

/* A selected row stays selected when an edit moves it. */
static void
test_search_and_move (Fixture *self, gconstpointer data)
{
  g_autofree char *first = add (self, PLY_KIND_SESSION, "Über Wasser");
  g_autofree char *second = add (self, PLY_KIND_SESSION, "About hydrogen");
  GtkWidget *list = ply_record_list_new (self->workspace, PLY_KIND_SESSION);
  const PlyDay *day =
      ply_snapshot_get_at (ply_workspace_get_snapshot (self->workspace), PLY_KIND_DAY, 0);
  g_auto (GStrv) selected = NULL;

  show (self, list);
  ply_record_list_set_search (PLY_RECORD_LIST (list), "uber WASSER");
  settle ();
  g_assert_cmpuint (ply_record_list_get_n_shown (PLY_RECORD_LIST (list)), ==, 1);
  ply_record_list_set_search (PLY_RECORD_LIST (list), "");
  settle ();
  g_assert_cmpuint (ply_record_list_get_n_shown (PLY_RECORD_LIST (list)), ==, 2);

  g_assert_true (ply_record_list_select (PLY_RECORD_LIST (list), first));
  settle ();
  g_assert_true (ply_workspace_set_text (self->workspace, PLY_KIND_SESSION, first, "day",
                                         day->record.id, NULL));
  g_assert_true (
      ply_workspace_set_integer (self->workspace, PLY_KIND_SESSION, first, "start", 600, NULL));
  settle ();
  selected = ply_record_list_dup_selected (PLY_RECORD_LIST (list));
  g_assert_cmpuint (g_strv_length (selected), ==, 1);
  g_assert_cmpstr (selected[0], ==, first);
}

/* Records without ranks get them all, those with ranks only the one that is moved. */
static void
test_reorder (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "a", "b", "c", "d" };
  g_autoptr (GPtrArray) rooms = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GError) error = NULL;
  PlySnapshot *before;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (add (self, PLY_KIND_ROOM, names[i]));
  before = ply_snapshot_ref (ply_workspace_get_snapshot (self->workspace));
  rooms = ply_snapshot_dup_ordered (before, PLY_KIND_ROOM);
  g_assert_true (ply_reorder_to (self->workspace, rooms, 0, 2, &error));
  g_assert_no_error (error);
  moved = ply_snapshot_dup_ordered (ply_workspace_get_snapshot (self->workspace), PLY_KIND_ROOM);
  g_assert_cmpstr (((const PlyRoom *) g_ptr_array_index (moved, 0))->name, ==, "b");
  g_assert_cmpstr (((const PlyRoom *) g_ptr_array_index (moved, 2))->name, ==, "a");
  /* The others are the very same records. */
  g_assert_true (g_ptr_array_index (moved, 0) == g_ptr_array_index (rooms, 1));
  ply_snapshot_unref (before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/records/typing", test_typing);
  ADD ("/records/invalid", test_invalid);
  ADD ("/records/lengths-as-hours", test_lengths_as_hours);
  ADD ("/records/translation", test_translation);
  ADD ("/records/choice", test_choice);
  ADD ("/records/page", test_page);
  ADD ("/records/search-and-move", test_search_and_move);
  ADD ("/records/reorder", test_reorder);
  ADD ("/records/talks", test_talks);
  ADD ("/records/new-person", test_new_person);
  ADD ("/records/editors-fit", test_editors_fit);
  g_test_add_func ("/records/layout", test_layout);
  return g_test_run ();
}
