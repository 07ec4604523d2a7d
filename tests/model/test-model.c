/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-derived-id.h"
#include "ply-id.h"
#include "ply-plan.h"
#include "ply-programme-order.h"
#include "ply-rank.h"
#include "ply-translation.h"
#include "ply-waiver.h"

/* A small event: a day, a session of two talks, a person, an institution. Ids are readable here,
 * which the snapshot does not mind. */
static PlySnapshot *
small_event (void)
{
  g_autoptr (PlyPlan) plan = ply_plan_new ("Set Up");
  g_autoptr (PlySnapshot) empty = ply_snapshot_new (NULL);
  PlyEvent *event = ply_record_new (PLY_KIND_EVENT, "event");
  PlyDay *day = ply_record_new (PLY_KIND_DAY, "day");
  PlySession *session = ply_record_new (PLY_KIND_SESSION, "session");
  PlyPerson *person = ply_record_new (PLY_KIND_PERSON, "person");
  PlyParticipation *part = ply_record_new (PLY_KIND_PARTICIPATION, "part");
  PlyRoom *room = ply_record_new (PLY_KIND_ROOM, "room");

  event->title = g_strdup ("Science Day");
  event->base_language = g_strdup ("en");
  event->languages = g_strdup ("en de");
  event->timezone = g_strdup ("Asia/Almaty");
  day->date = g_strdup ("2023-10-12");
  room->name = g_strdup ("Hall");
  session->title = g_strdup ("Opening");
  session->day = g_strdup ("day");
  session->room = g_strdup ("room");
  session->source_guid = g_strdup ("guid");
  session->start = 540;
  session->duration = 60;
  person->name = g_strdup ("Muhammad Usman");
  person->title = g_strdup ("Dr.");
  person->given_name = g_strdup ("Muhammad");
  person->family_name = g_strdup ("Usman");
  part->session = g_strdup ("session");
  part->person = g_strdup ("person");
  part->role = g_strdup ("chair");
  ply_plan_insert (plan, event);
  ply_plan_insert (plan, day);
  ply_plan_insert (plan, room);
  ply_plan_insert (plan, session);
  ply_plan_insert (plan, person);
  ply_plan_insert (plan, part);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("talk%u", i);
      PlyTalk *talk = ply_record_new (PLY_KIND_TALK, id);

      talk->session = g_strdup ("session");
      talk->title = g_strdup (id);
      talk->duration = 20;
      talk->rank = ply_rank_spread (2 - i, 3);
      ply_plan_insert (plan, talk);
    }
  return ply_plan_apply (plan, empty);
}

static void
test_fields_cover_records (void)
{
  /* A member that no field describes would neither be stored nor freed: sizes tell. */
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      const PlyKindInfo *info = ply_kind_get_info (kind);
      gsize described = sizeof (PlyRecord);

      for (guint i = 0; i < info->n_fields; i++)
        {
          described += 8;
          g_assert_cmpuint (info->fields[i].offset, >=, sizeof (PlyRecord));
          for (guint j = 0; j < i; j++)
            g_assert_cmpuint (info->fields[i].offset, !=, info->fields[j].offset);
          g_assert_true (ply_field_lookup (kind, info->fields[i].name) == &info->fields[i]);
        }
      g_assert_cmpuint (described, ==, info->size);
      g_assert_cmpint (ply_kind_from_name (info->name), ==, kind);
    }
  g_assert_cmpint (ply_kind_from_name ("sqlite_master"), ==, PLY_N_KINDS);
}

static void
test_copy_and_equal (void)
{
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      const PlyKindInfo *info = ply_kind_get_info (kind);
      g_autoptr (PlyRecord) record = ply_record_new (kind, NULL);
      g_autoptr (PlyRecord) copy = ply_record_copy (record, NULL);

      g_assert_true (ply_record_equal (record, copy));
      for (guint i = 0; i < info->n_fields; i++)
        {
          g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
          g_auto (PlyValue) value =
              ply_field_storage (&info->fields[i]) == PLY_VALUE_INTEGER ? ply_value_integer (5)
              : ply_field_storage (&info->fields[i]) == PLY_VALUE_BYTES ? ply_value_bytes (bytes)
                                                                        : ply_value_text ("x");
          g_autoptr (PlyRecord) third = NULL;

          ply_record_set_value (copy, &info->fields[i], &value);
          g_assert_false (ply_record_equal (record, copy));
          third = ply_record_copy (copy, NULL);
          g_assert_true (ply_record_equal (third, copy));
          ply_record_set_value (record, &info->fields[i], &value);
        }
      g_assert_true (ply_record_equal (record, copy));
    }
}

static void
test_delete_takes_what_belongs (void)
{
  g_autoptr (PlySnapshot) before = small_event ();
  g_autoptr (PlyPlan) plan = ply_plan_new ("Delete Session");
  g_autoptr (PlyPlan) room_plan = ply_plan_new ("Delete Room");
  g_autoptr (PlyPlan) translate = ply_plan_new ("Translate");
  g_autoptr (PlySnapshot) translated = NULL;
  g_autoptr (PlySnapshot) after = NULL;
  g_autoptr (PlySnapshot) roomless = NULL;
  const PlySession *session;

  ply_plan_translate (translate, before, ply_snapshot_lookup (before, PLY_KIND_TALK, "talk1"),
                      "title", "de", "Vortrag", "final");
  translated = ply_plan_apply (translate, before);
  g_assert_cmpuint (ply_snapshot_get_n (translated, PLY_KIND_TRANSLATION), ==, 1);

  ply_plan_delete (plan, translated, PLY_KIND_SESSION, "session");
  ply_plan_delete (plan, translated, PLY_KIND_SESSION, "session");
  g_assert_cmpuint (ply_plan_get_n_edits (plan), ==, 6);
  after = ply_plan_apply (plan, translated);
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_TALK), ==, 0);
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_PARTICIPATION), ==, 0);
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_TRANSLATION), ==, 0);
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_PERSON), ==, 1);

  ply_plan_delete (room_plan, before, PLY_KIND_ROOM, "room");
  roomless = ply_plan_apply (room_plan, before);
  session = ply_snapshot_lookup (roomless, PLY_KIND_SESSION, "session");
  g_assert_nonnull (session);
  g_assert_null (session->room);
}

static PlyWaiver *
waiver_of (const char *kind, const char *records)
{
  g_autofree char *id = ply_waiver_id (kind, records, NULL);
  PlyWaiver *waiver = ply_record_new (PLY_KIND_WAIVER, id);

  waiver->kind = g_strdup (kind);
  waiver->records = g_strdup (records);
  return waiver;
}

/* What belongs to a record takes its waivers along, too; others stay. */
static void
test_delete_takes_waivers (void)
{
  static const struct
  {
    PlyKind kind;
    const char *id;
    guint n_left;
  } cases[] = {
    { PLY_KIND_PERSON, "person", 3 },   { PLY_KIND_ROOM, "room", 3 },
    { PLY_KIND_SESSION, "session", 1 }, { PLY_KIND_TALK, "talk1", 3 },
    { PLY_KIND_TALK, "talk0", 4 },
  };
  g_autoptr (PlySnapshot) empty = small_event ();
  g_autoptr (PlyPlan) waive = ply_plan_new ("Waive");
  g_autoptr (PlySnapshot) before = NULL;

  ply_plan_insert (waive, waiver_of ("over-capacity", "room session"));
  ply_plan_insert (waive, waiver_of ("person-overlap", "person session talk1"));
  ply_plan_insert (waive, waiver_of ("no-speaker", "session2"));
  ply_plan_insert (waive, waiver_of ("no-chair", "session"));
  before = ply_plan_apply (waive, empty);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlyPlan) plan = ply_plan_new ("Delete");
      g_autoptr (PlySnapshot) after = NULL;

      ply_plan_delete (plan, before, cases[i].kind, cases[i].id);
      after = ply_plan_apply (plan, before);
      g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_WAIVER), ==, cases[i].n_left);
    }
}

static void
test_waiver_records (void)
{
  static const char *const ids[] = { "b", NULL, "a", "c", "a", "ab" };
  g_autofree char *records = ply_waiver_join_records (ids, G_N_ELEMENTS (ids));
  g_autofree char *none = ply_waiver_join_records (NULL, 0);
  g_autoptr (PlyWaiver) waiver = waiver_of ("room-overlap", records);

  g_assert_cmpstr (records, ==, "a ab b c");
  g_assert_cmpstr (none, ==, "");
  g_assert_true (ply_waiver_names (waiver, "a"));
  g_assert_true (ply_waiver_names (waiver, "b"));
  g_assert_true (ply_waiver_names (waiver, "c"));
  g_assert_false (ply_waiver_names (waiver, "d"));
  g_set_str (&waiver->records, "ab ba");
  g_assert_false (ply_waiver_names (waiver, "a"));
  g_assert_false (ply_waiver_names (waiver, "b"));
}

/* Frozen: files carry these ids. */
static void
test_derived_ids (void)
{
  static const struct
  {
    PlyKind kind;
    const char *fields[6]; /* name, value */
    const char *id;
  } cases[] = {
    { PLY_KIND_WALK,
      { "building", "Annex", "other", "Main" },
      "3813ef81-c589-521f-a01f-09938ac81772" },
    { PLY_KIND_WALK,
      { "building", "Main", "other", "Annex" },
      "3813ef81-c589-521f-a01f-09938ac81772" },
    { PLY_KIND_WALK, { "building", "Main" }, NULL },
    { PLY_KIND_CONFLICT_SETTING,
      { "kind", "no-chair", "severity", "off" },
      "748dcc0f-9208-593d-8f05-3c83ca54bb20" },
    { PLY_KIND_CONFLICT_SETTING, { "severity", "off" }, NULL },
    { PLY_KIND_WAIVER,
      { "kind", "no-room", "records", "s" },
      "eaf8bb7c-143a-5e31-aa8b-f21a33ccf734" },
    { PLY_KIND_WAIVER,
      { "kind", "no-room", "records", "s", "note", "Open air" },
      "eaf8bb7c-143a-5e31-aa8b-f21a33ccf734" },
    { PLY_KIND_WAIVER,
      { "kind", "no-room", "records", "s", "text", "kk" },
      "52f8d068-3c89-5f74-b900-b3425cb63ffe" },
    { PLY_KIND_WAIVER, { "kind", "no-room" }, NULL },
    { PLY_KIND_TRANSLATION,
      { "owner", "s", "field", "title", "language", "kk" },
      "e7e35b18-61bc-5902-8fe3-20dbaa7c5708" },
    { PLY_KIND_TRANSLATION, { "owner", "s", "field", "title" }, NULL },
    { PLY_KIND_SESSION, { "title", "S" }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlyRecord) record = ply_record_new (cases[i].kind, NULL);
      g_autofree char *id = NULL;

      for (guint f = 0; f < G_N_ELEMENTS (cases[i].fields) && cases[i].fields[f] != NULL; f += 2)
        ply_record_set_text (record, cases[i].fields[f], cases[i].fields[f + 1]);
      id = ply_record_derive_id (record);
      g_assert_cmpstr (id, ==, cases[i].id);
    }
}

static void
test_duplicate (void)
{
  g_autoptr (PlySnapshot) before = small_event ();
  g_autoptr (PlyPlan) plan = ply_plan_new ("Duplicate Session");
  g_autoptr (PlySnapshot) after = NULL;
  const PlySession *copy;
  const char *id = ply_plan_duplicate (plan, before, PLY_KIND_SESSION, "session", "Opening (copy)");
  g_autofree char *kept = g_strdup (id);

  after = ply_plan_apply (plan, before);
  copy = ply_snapshot_lookup (after, PLY_KIND_SESSION, kept);
  g_assert_cmpstr (copy->title, ==, "Opening (copy)");
  g_assert_null (copy->source_guid);
  g_assert_cmpuint (ply_session_talks (after, copy)->len, ==, 3);
  g_assert_cmpuint (ply_participations_of (after, copy)->len, ==, 1);
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_TALK), ==, 6);
}

static void
test_duplicate_person_does_not_speak_twice (void)
{
  g_autoptr (PlySnapshot) before = small_event ();
  g_autoptr (PlyPlan) plan = ply_plan_new ("Duplicate Person");
  g_autoptr (PlySnapshot) after = NULL;

  ply_plan_duplicate (plan, before, PLY_KIND_PERSON, "person", NULL);
  after = ply_plan_apply (plan, before);
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_PERSON), ==, 2);
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_PARTICIPATION), ==, 1);
}

static void
test_put_finds_differences (void)
{
  g_autoptr (PlySnapshot) before = small_event ();
  g_autoptr (PlyPlan) plan = ply_plan_new ("Edit");
  PlySession *changed =
      ply_record_copy (ply_snapshot_lookup (before, PLY_KIND_SESSION, "session"), NULL);
  PlySession *same = ply_record_copy (changed, NULL);

  ply_plan_put (plan, before, same);
  g_assert_cmpuint (ply_plan_get_n_edits (plan), ==, 0);
  g_set_str (&changed->title, "Welcome");
  changed->duration = 30;
  ply_plan_put (plan, before, changed);
  g_assert_cmpuint (ply_plan_get_n_edits (plan), ==, 2);
  g_assert_cmpstr (ply_plan_get_edit (plan, 0)->field->name, ==, "title");
}

static void
test_talk_offsets (void)
{
  g_autoptr (PlySnapshot) before = small_event ();
  g_autoptr (PlyPlan) plan = ply_plan_new ("Pin");
  g_autoptr (PlySnapshot) after = NULL;
  const PlySession *session = ply_snapshot_lookup (before, PLY_KIND_SESSION, "session");
  g_autofree gint64 *offsets = NULL;
  g_autofree gint64 *pinned = NULL;
  gint64 end = 0;

  offsets = ply_session_talk_offsets (before, session, &end);
  g_assert_cmpstr (PLY_RECORD (ply_session_talks (before, session)->pdata[0])->id, ==, "talk2");
  g_assert_cmpint (offsets[2], ==, 40);
  g_assert_cmpint (end, ==, 60);

  ply_plan_set_integer (plan, PLY_KIND_TALK, "talk1", "pinned", 30);
  after = ply_plan_apply (plan, before);
  pinned = ply_session_talk_offsets (after, session, &end);
  g_assert_cmpint (pinned[1], ==, 30);
  g_assert_cmpint (pinned[2], ==, 50);
  g_assert_cmpint (end, ==, 70);
}

static void
test_overlap (void)
{
  static const struct
  {
    gint64 start, duration;
    gboolean overlaps;
  } cases[] = {
    { 540, 60, TRUE }, { 599, 1, TRUE },   { 600, 30, FALSE },       { 480, 60, FALSE },
    { 480, 61, TRUE }, { 480, 600, TRUE }, { PLY_UNSET, 60, FALSE },
  };
  g_autoptr (PlySnapshot) snapshot = small_event ();
  const PlySession *session = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, "session");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlySession) other = ply_record_copy (session, "other");

      other->start = cases[i].start;
      other->duration = cases[i].duration;
      g_assert_cmpint (ply_sessions_overlap (session, other), ==, cases[i].overlaps);
      g_assert_cmpint (ply_sessions_overlap (other, session), ==, cases[i].overlaps);
    }
}

static void
test_translation_states (void)
{
  g_autoptr (PlySnapshot) before = small_event ();
  g_autoptr (PlyPlan) plan = ply_plan_new ("Translate");
  g_autoptr (PlyPlan) edit = ply_plan_new ("Edit");
  g_autoptr (PlySnapshot) translated = NULL;
  g_autoptr (PlySnapshot) stale = NULL;
  const PlySession *session = ply_snapshot_lookup (before, PLY_KIND_SESSION, "session");

  g_assert_cmpint (ply_translation_state (before, session, "title", "de"), ==, PLY_TEXT_MISSING);
  g_assert_cmpint (ply_translation_state (before, session, "abstract", "de"), ==, PLY_TEXT_EMPTY);
  g_assert_cmpstr (ply_snapshot_get_text (before, session, "title", "de"), ==, "Opening");
  ply_plan_translate (plan, before, session, "title", "de", "Eröffnung", "final");
  translated = ply_plan_apply (plan, before);
  g_assert_cmpint (ply_translation_state (translated, session, "title", "de"), ==, PLY_TEXT_FINAL);
  g_assert_cmpstr (ply_snapshot_get_text (translated, session, "title", "de"), ==, "Eröffnung");
  g_assert_cmpstr (ply_snapshot_get_text (translated, session, "title", "en"), ==, "Opening");
  g_assert_cmpstr (ply_snapshot_get_text (translated, session, "title", NULL), ==, "Opening");

  ply_plan_set_text (edit, PLY_KIND_SESSION, "session", "title", "Welcome");
  stale = ply_plan_apply (edit, translated);
  session = ply_snapshot_lookup (stale, PLY_KIND_SESSION, "session");
  g_assert_cmpint (ply_translation_state (stale, session, "title", "de"), ==, PLY_TEXT_STALE);
}

static void
test_names (void)
{
  g_autoptr (PlySnapshot) snapshot = small_event ();
  const PlyPerson *person = ply_snapshot_lookup (snapshot, PLY_KIND_PERSON, "person");
  g_autofree char *display = ply_person_display_name (snapshot, person, "en", TRUE);
  g_autofree char *index = ply_person_index_name (snapshot, person, "en");

  g_assert_cmpstr (display, ==, "Dr. Muhammad Usman");
  g_assert_cmpstr (index, ==, "Usman, Muhammad");
}

static PlyRecord *
random_track (GRand *random, guint id)
{
  g_autofree char *key = g_strdup_printf ("%08x-track", id);
  PlyTrack *track = ply_record_new (PLY_KIND_TRACK, key);

  track->name = g_strdup_printf ("Track %u", g_rand_int (random));
  return (PlyRecord *) track;
}

static void
assert_same (const PlySnapshot *snapshot, GHashTable *model)
{
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_TRACK);

  g_assert_cmpuint (n, ==, g_hash_table_size (model));
  for (guint i = 0; i < n; i++)
    {
      const PlyRecord *record = ply_snapshot_get_at (snapshot, PLY_KIND_TRACK, i);

      g_assert_true (g_hash_table_lookup (model, record->id) == record);
      g_assert_true (ply_snapshot_lookup (snapshot, PLY_KIND_TRACK, record->id) == record);
    }
}

/* Random updates, one by one and in bulk, against a plain hash table. */
static void
test_update_against_model (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GHashTable) model =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, ply_record_unref);
  g_autoptr (PlySnapshot) snapshot = ply_snapshot_new (NULL);

  for (guint round = 0; round < 200; round++)
    {
      guint n = g_rand_boolean (random) ? g_rand_int_range (random, 1, 5) : 150;
      g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (ply_record_unref);
      g_autofree PlyChange *changes = g_new0 (PlyChange, n);
      g_autoptr (PlySnapshot) before = g_steal_pointer (&snapshot);

      for (guint i = 0; i < n; i++)
        {
          PlyRecord *record = random_track (random, g_rand_int_range (random, 0, 300));
          gboolean removed = g_rand_int_range (random, 0, 3) == 0;

          g_ptr_array_add (held, record);
          changes[i] = (PlyChange) { PLY_KIND_TRACK, record->id, removed ? NULL : record };
          g_hash_table_remove (model, record->id);
          if (!removed)
            g_hash_table_insert (model, record->id, ply_record_ref (record));
        }
      snapshot = ply_snapshot_update (before, changes, n);
      assert_same (snapshot, model);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/fields-cover-records", test_fields_cover_records);
  g_test_add_func ("/model/copy-and-equal", test_copy_and_equal);
  g_test_add_func ("/model/delete-takes-what-belongs", test_delete_takes_what_belongs);
  g_test_add_func ("/model/delete-takes-waivers", test_delete_takes_waivers);
  g_test_add_func ("/model/waiver-records", test_waiver_records);
  g_test_add_func ("/model/derived-ids", test_derived_ids);
  g_test_add_func ("/model/duplicate", test_duplicate);
  g_test_add_func ("/model/duplicate-person", test_duplicate_person_does_not_speak_twice);
  g_test_add_func ("/model/put-finds-differences", test_put_finds_differences);
  g_test_add_func ("/model/talk-offsets", test_talk_offsets);
  g_test_add_func ("/model/overlap", test_overlap);
  g_test_add_func ("/model/translation-states", test_translation_states);
  g_test_add_func ("/model/names", test_names);
  g_test_add_func ("/model/update-against-model", test_update_against_model);
  return g_test_run ();
}
