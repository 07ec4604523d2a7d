/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-testing.h"

#include "ply-store-private.h"
#include "ply-validate.h"

#include <string.h>

#define ROOM_A "aaaaaaaa-0000-4000-8000-000000000001"
#define NOBODY "ffffffff-0000-4000-8000-00000000000f"

/* Plans that break the model */

static void
plan_missing_row (PlyPlan *plan)
{
  ply_plan_set_text (plan, PLY_KIND_ROOM, NOBODY, "name", "Saal");
}

static void
plan_taken_id (PlyPlan *plan)
{
  PlyRoom *room = ply_record_new (PLY_KIND_ROOM, ROOM_A);

  ply_record_set_text (room, "name", "Zweiter");
  ply_plan_insert (plan, room);
}

static void
plan_empty_title (PlyPlan *plan)
{
  ply_plan_set_text (plan, PLY_KIND_ROOM, ROOM_A, "name", "");
}

static void
plan_long_title (PlyPlan *plan)
{
  g_autofree char *text = g_strnfill (PLY_TEXT_MAX + 1, 'a');

  ply_plan_set_text (plan, PLY_KIND_ROOM, ROOM_A, "name", text);
}

static void
plan_wrong_type (PlyPlan *plan)
{
  PlyValue value = ply_value_integer (7);

  ply_plan_set (plan, PLY_KIND_ROOM, ROOM_A, ply_field_lookup (PLY_KIND_ROOM, "name"), &value);
}

static void
plan_dangling_reference (PlyPlan *plan)
{
  PlySession *session = ply_record_new (PLY_KIND_SESSION, NULL);

  ply_record_set_text (session, "title", "Eröffnung");
  ply_record_set_integer (session, "duration", 30);
  ply_record_set_text (session, "room", NOBODY);
  ply_plan_insert (plan, session);
}

static void
plan_delete_what_is_used (PlyPlan *plan)
{
  g_autoptr (PlySnapshot) nothing = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  PlySession *session = ply_record_new (PLY_KIND_SESSION, NULL);

  ply_record_set_text (session, "title", "Eröffnung");
  ply_record_set_integer (session, "duration", 30);
  ply_record_set_text (session, "room", ROOM_A);
  ply_plan_insert (plan, session);
  nothing = ply_snapshot_new (none);
  ply_plan_delete (plan, nothing, PLY_KIND_ROOM, ROOM_A);
}

static void
plan_second_event (PlyPlan *plan)
{
  g_autoptr (PlyPlan) event = testing_event_plan ();

  ply_plan_insert (plan, ply_record_copy (ply_plan_get_edit (event, 0)->record, NULL));
}

static void
plan_translation_of_nothing (PlyPlan *plan)
{
  PlyTranslation *translation = ply_record_new (PLY_KIND_TRANSLATION, NULL);

  ply_record_set_text (translation, "owner_kind", "room");
  ply_record_set_text (translation, "owner", NOBODY);
  ply_record_set_text (translation, "field", "name");
  ply_record_set_text (translation, "language", "kk");
  ply_record_set_text (translation, "text", "Зал");
  ply_record_set_text (translation, "state", "final");
  ply_plan_insert (plan, translation);
}

static void
plan_unknown_kind (PlyPlan *plan)
{
  PlyTranslation *translation = ply_record_new (PLY_KIND_TRANSLATION, NULL);

  ply_record_set_text (translation, "owner_kind", "history");
  ply_record_set_text (translation, "owner", ROOM_A);
  ply_record_set_text (translation, "field", "name");
  ply_record_set_text (translation, "language", "kk");
  ply_record_set_text (translation, "text", "Зал");
  ply_record_set_text (translation, "state", "final");
  ply_plan_insert (plan, translation);
}

static const struct
{
  const char *name;
  void (*fill) (PlyPlan *plan);
} invalid_plans[] = {
  { "a row that is not there", plan_missing_row },
  { "an id that is taken", plan_taken_id },
  { "a required field unset", plan_empty_title },
  { "a text too long", plan_long_title },
  { "a value of another type", plan_wrong_type },
  { "a reference to nothing", plan_dangling_reference },
  { "deleting what is referred to", plan_delete_what_is_used },
  { "a second event record", plan_second_event },
  { "a translation of nothing", plan_translation_of_nothing },
  { "a translation of an unknown kind", plan_unknown_kind },
};

static void
test_invalid_plans (void)
{
  g_autoptr (PlyStore) store = testing_create ("invalid.plenary");
  g_autofree char *before = NULL;

  testing_add_room (store, ROOM_A, "Saal");
  before = testing_dump_store (store);
  for (guint i = 0; i < G_N_ELEMENTS (invalid_plans); i++)
    {
      g_autoptr (PlyPlan) plan = ply_plan_new ("Invalid");
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", invalid_plans[i].name);
      /* What comes before the fault must not stay either. */
      ply_plan_set_text (plan, PLY_KIND_ROOM, ROOM_A, "building", "Hauptgebäude");
      invalid_plans[i].fill (plan);
      g_assert_false (ply_store_run (store, plan, NULL, &error));
      testing_assert_error (error, INVALID);
      g_assert_nonnull (strstr (error->message, "invalid.plenary"));
      g_clear_pointer (&store->loaded, ply_snapshot_unref);
      after = testing_dump_store (store);
      g_assert_cmpstr (after, ==, before);
      entries = ply_store_dup_history (store, NULL);
      g_assert_cmpuint (entries->len, ==, 1);
    }
  g_assert_true (ply_store_close (store, NULL));
}

static void
test_create_wants_one_event (void)
{
  g_autoptr (GFile) file = testing_file ("eventless.plenary");
  g_autoptr (PlyPlan) plan = ply_plan_new ("Empty");
  g_autoptr (GError) error = NULL;

  g_assert_null (ply_store_create (file, plan, FALSE, &error));
  testing_assert_error (error, INVALID);
  g_assert_false (g_file_query_exists (file, NULL));
  g_assert_cmpuint (testing_count_working_copies (), ==, 0);
}

int
main (int argc, char **argv)
{
  testing_init (&argc, &argv);

  g_test_add_func ("/plans/invalid", test_invalid_plans);
  g_test_add_func ("/plans/create-wants-one-event", test_create_wants_one_event);

  return testing_run ();
}
