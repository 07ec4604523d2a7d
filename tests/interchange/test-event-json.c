/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-event-json.h"
#include "ply-programme-order.h"
#include "ply-translation.h"
#include "ply-waiver.h"

#include <string.h>

static PlySnapshot *
load (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PlyPlan) plan = ply_event_json_import (bytes, "event.json", NULL, NULL, error);
  g_autoptr (PlySnapshot) empty = ply_snapshot_new (NULL);

  return plan != NULL ? ply_plan_apply (plan, empty) : NULL;
}

static PlySnapshot *
sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = ply_sample_event_plan (&error);
  g_autoptr (PlySnapshot) empty = ply_snapshot_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (ply_plan_get_n_remarks (plan), ==, 0);
  return ply_plan_apply (plan, empty);
}

static gboolean
has_named (PlySnapshot *snapshot, PlyKind kind, const char *part)
{
  for (guint i = 0; i < ply_snapshot_get_n (snapshot, kind); i++)
    {
      gconstpointer record = ply_snapshot_get_at (snapshot, kind, i);

      if (strstr (ply_record_get_text (record, ply_kind_title_field (kind)), part) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What the report states, and the sample must hold. */
static void
test_sample_facts (void)
{
  static const char *const institutions[] = {
    "Ministry of Education",
    "German Research Foundation",
    "German Academic Exchange Service",
    "Humboldt Foundation",
    "Max Planck",
    "Fraunhofer",
    "Helmholtz",
    "Leibniz",
    "Kazakh",
    "Central Asia Sustainable Innovation Bureau",
    "Martin Luther University",
    "National Academy of Sciences of the Republic of Kazakhstan",
  };
  g_autoptr (PlySnapshot) snapshot = sample ();
  const PlyEvent *event = ply_snapshot_get_event (snapshot);
  g_autoptr (GPtrArray) days = ply_snapshot_dup_ordered (snapshot, PLY_KIND_DAY);

  g_assert_cmpstr (event->title, ==, "German-Kazakh Science Day");
  g_assert_cmpstr (
      event->theme, ==,
      "New Prospects and Opportunities for German-Kazakh Science and Research Collaboration");
  g_assert_cmpstr (event->city, ==, "Almaty");
  g_assert_cmpstr (event->country, ==, "KZ");
  g_assert_cmpstr (event->timezone, ==, "Asia/Almaty");
  g_assert_cmpstr (event->languages, ==, "en de kk ru");
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpstr (((PlyDay *) days->pdata[0])->date, ==, "2023-10-12");
  g_assert_cmpstr (((PlyDay *) days->pdata[1])->date, ==, "2023-10-13");
  for (guint i = 0; i < G_N_ELEMENTS (institutions); i++)
    g_assert_true (has_named (snapshot, PLY_KIND_INSTITUTION, institutions[i]));
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_PERSON), ==, 2);
  g_assert_true (has_named (snapshot, PLY_KIND_PERSON, "Muhammad Usman"));
  g_assert_true (has_named (snapshot, PLY_KIND_PERSON, "Peter Liebelt"));
}

/* Every text an audience reads stands in all four languages. */
static void
test_sample_is_translated (void)
{
  static const char *const languages[] = { "de", "kk", "ru" };
  g_autoptr (PlySnapshot) snapshot = sample ();

  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    for (guint i = 0; i < ply_snapshot_get_n (snapshot, kind); i++)
      {
        gconstpointer record = ply_snapshot_get_at (snapshot, kind, i);
        const PlyKindInfo *info = ply_kind_get_info (kind);

        for (guint f = 0; f < info->n_fields; f++)
          for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
            if (info->fields[f].flags & PLY_FIELD_TRANSLATABLE)
              {
                PlyTextState state =
                    ply_translation_state (snapshot, record, info->fields[f].name, languages[l]);

                if (state != PLY_TEXT_EMPTY && state != PLY_TEXT_FINAL)
                  g_error ("%s “%s” is not translated into %s", info->fields[f].name,
                           ply_record_get_text (record, &info->fields[f]), languages[l]);
              }
      }
}

static void
test_round_trip (void)
{
  g_autoptr (PlySnapshot) before = sample ();
  g_autoptr (GBytes) first = ply_event_json_export (before);
  g_autoptr (PlySnapshot) after = load (g_bytes_get_data (first, NULL), NULL);
  g_autoptr (PlyPlan) again = NULL;

  g_assert_nonnull (after);
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      g_assert_cmpuint (ply_snapshot_get_n (after, kind), ==, ply_snapshot_get_n (before, kind));
      for (guint i = 0; i < ply_snapshot_get_n (before, kind); i++)
        g_assert_true (ply_record_equal (ply_snapshot_get_at (before, kind, i),
                                         ply_snapshot_get_at (after, kind, i)));
    }
  again = ply_event_json_import (first, "event.json", before, NULL, NULL);
  g_assert_cmpuint (ply_plan_get_n_edits (again), ==, 0);
}

/* A file's event is the event that there is, its translations too; a second import adds nothing. */
static void
test_into_another_event (void)
{
  g_autoptr (PlySnapshot) other = load ("{\"format\":\"plenary-event\",\"version\":1,\"event\":{"
                                        "\"id\":\"mine\",\"title\":\"Mine\",\"timezone\":\"UTC\","
                                        "\"base_language\":\"en\",\"languages\":\"en\"}}",
                                        NULL);
  g_autoptr (PlySnapshot) source = sample ();
  g_autoptr (GBytes) bytes = ply_event_json_export (source);
  g_autoptr (PlyPlan) plan = ply_event_json_import (bytes, "event.json", other, NULL, NULL);
  g_autoptr (PlySnapshot) after = ply_plan_apply (plan, other);
  g_autoptr (PlyPlan) again = ply_event_json_import (bytes, "event.json", after, NULL, NULL);

  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_EVENT), ==, 1);
  g_assert_cmpstr (ply_snapshot_get_event (after)->record.id, ==,
                   ply_snapshot_get_event (other)->record.id);
  g_assert_cmpstr (ply_snapshot_get_text (after, ply_snapshot_get_event (after), "title", "kk"), ==,
                   ply_snapshot_get_text (source, ply_snapshot_get_event (source), "title", "kk"));
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_TRANSLATION), ==,
                    ply_snapshot_get_n (source, PLY_KIND_TRANSLATION));
  g_assert_cmpuint (ply_plan_get_n_edits (again), ==, 0);
}

#define EVENT                                                                                      \
  "\"event\":{\"title\":\"E\",\"timezone\":\"UTC\",\"base_language\":\"en\",\"languages\":\"en\"}"

/* Ids of such records follow from what they are about, and readable ids are not in their order. */
static void
test_conflict_records (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlySnapshot) snapshot =
      load ("{\"format\":\"plenary-event\",\"version\":1,"
            "\"event\":{\"title\":\"E\",\"timezone\":\"UTC\",\"base_language\":\"en\","
            "\"languages\":\"en de\",\"walking\":10,\"wanted_languages\":\"de\"},"
            "\"session_type\":[{\"name\":\"Talk\",\"wanted_languages\":\"en\"}],"
            "\"session\":[{\"id\":\"s1\",\"title\":\"S\",\"duration\":30},"
            "{\"id\":\"s2\",\"title\":\"T\",\"duration\":30}],"
            "\"walk\":[{\"building\":\"Main\",\"other\":\"Annex\",\"minutes\":7}],"
            "\"conflict_setting\":[{\"id\":\"c\",\"kind\":\"no-chair\",\"severity\":\"off\"}],"
            "\"waiver\":[{\"kind\":\"room-overlap\",\"records\":\"s2 s1\",\"note\":\"Seen\"},"
            "{\"kind\":\"no-room\",\"records\":\"s1\"}]}",
            &error);
  g_autofree char *setting_id = ply_conflict_setting_id ("no-chair");
  g_autofree char *walk_id = ply_walk_id ("Annex", "Main");
  const char *ids[2];
  g_autofree char *records = NULL;
  g_autofree char *waiver_id = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlyPlan) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (ply_snapshot_get_event (snapshot)->walking, ==, 10);
  g_assert_nonnull (ply_snapshot_lookup (snapshot, PLY_KIND_CONFLICT_SETTING, setting_id));
  g_assert_nonnull (ply_snapshot_lookup (snapshot, PLY_KIND_WALK, walk_id));
  for (guint i = 0; i < 2; i++)
    ids[i] = PLY_RECORD (ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i))->id;
  records = ply_waiver_join_records (ids, 2);
  waiver_id = ply_waiver_id ("room-overlap", records, NULL);
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_WAIVER), ==, 2);
  g_assert_nonnull (ply_snapshot_lookup (snapshot, PLY_KIND_WAIVER, waiver_id));

  bytes = ply_event_json_export (snapshot);
  again = ply_event_json_import (bytes, "event.json", snapshot, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ply_plan_get_n_edits (again), ==, 0);
}

static void
test_bad_input (void)
{
  static const struct
  {
    const char *text;
    PlyInterchangeError code;
    const char *says;
  } cases[] = {
    { "", PLY_INTERCHANGE_ERROR_FORMAT, "no Plenary event" },
    { "{\n\"format\": ", PLY_INTERCHANGE_ERROR_INVALID, "event.json:2" },
    { "[1, 2]", PLY_INTERCHANGE_ERROR_FORMAT, "no Plenary event" },
    { "{\"schedule\":{}}", PLY_INTERCHANGE_ERROR_FORMAT, "no Plenary event" },
    { "{\"format\":\"plenary-event\",\"version\":9," EVENT "}", PLY_INTERCHANGE_ERROR_FORMAT,
      "newer" },
    { "{\"format\":\"plenary-event\",\"version\":1," EVENT ",\"day\":7}",
      PLY_INTERCHANGE_ERROR_INVALID, "not an array" },
    { "{\"format\":\"plenary-event\",\"version\":1," EVENT ",\"day\":[{\"date\":\"soon\"}]}",
      PLY_INTERCHANGE_ERROR_INVALID, "soon" },
    { "{\"format\":\"plenary-event\",\"version\":1," EVENT
      ",\"day\":[{\"date\":\"2023-10-12\",\"opens\":\"25:70\"}]}",
      PLY_INTERCHANGE_ERROR_INVALID, "opens" },
    { "{\"format\":\"plenary-event\",\"version\":1," EVENT
      ",\"session\":[{\"title\":\"S\",\"duration\":5,\"room\":\"nowhere\"}]}",
      PLY_INTERCHANGE_ERROR_INVALID, "session “S”: “room” names a record" },
    { "{\"format\":\"plenary-event\",\"version\":1," EVENT
      ",\"waiver\":[{\"kind\":\"no-room\",\"records\":\"\"}]}",
      PLY_INTERCHANGE_ERROR_INVALID, "Records" },
    { "{\"format\":\"plenary-event\",\"version\":1," EVENT ",\"room\":[{}]}",
      PLY_INTERCHANGE_ERROR_INVALID, "Name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlySnapshot) snapshot = load (cases[i].text, &error);

      g_assert_null (snapshot);
      g_assert_error (error, PLY_INTERCHANGE_ERROR, cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_true (g_str_has_prefix (error->message, "event.json:"));
    }
}

static void
test_lenient (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlySnapshot) snapshot =
      load ("{\"format\":\"plenary-event\",\"version\":1,\"event\":{\"title\":{\"en\":\"E\",\"de\":"
            "\"D\"},"
            "\"timezone\":\"UTC\",\"base_language\":\"en\",\"languages\":\"en de\"},"
            "\"day\":[{\"id\":\"d\",\"date\":\"2023-10-12\"}],"
            "\"session\":[{\"id\":\"s\",\"title\":\"S\",\"day\":\"d\",\"start\":\"09:30\","
            "\"duration\":30}],"
            "\"talk\":[{\"id\":\"b\",\"session\":\"s\",\"title\":\"B\",\"duration\":10},"
            "{\"id\":\"a\",\"session\":\"s\",\"title\":\"A\",\"duration\":10}]}",
            &error);
  const PlySession *session;
  GPtrArray *talks;

  g_assert_no_error (error);
  session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, 0);
  g_assert_cmpint (session->start, ==, 570);
  g_assert_nonnull (ply_snapshot_lookup (snapshot, PLY_KIND_DAY, session->day));
  talks = ply_session_talks (snapshot, session);
  g_assert_cmpstr (((PlyTalk *) talks->pdata[0])->title, ==, "B");
  g_assert_cmpstr (
      ply_snapshot_get_text (snapshot, ply_snapshot_get_event (snapshot), "title", "de"), ==, "D");
}

/* When people and rooms are there comes with them, goes out as it came, and comes once. */
static void
test_availability (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlySnapshot) before = load (
      "{\"format\":\"plenary-event\",\"version\":1," EVENT ","
      "\"day\":[{\"id\":\"d\",\"date\":\"2023-10-12\"}],"
      "\"room\":[{\"id\":\"hall\",\"name\":\"Hall\"}],"
      "\"person\":[{\"id\":\"ann\",\"name\":\"Ann\"}],"
      "\"availability\":[{\"person\":\"ann\",\"day\":\"d\",\"start\":\"09:07\",\"end\":1500,"
      "\"available\":1},"
      "{\"id\":\"closed\",\"room\":\"hall\",\"day\":\"d\",\"end\":\"12:00\",\"available\":0}]}",
      &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlySnapshot) after = NULL;
  g_autoptr (PlyPlan) again = NULL;
  const PlyPerson *ann;
  const PlyAvailability *row;

  g_assert_no_error (error);
  ann = ply_snapshot_get_at (before, PLY_KIND_PERSON, 0);
  row =
      ply_snapshot_get_children (before, PLY_KIND_AVAILABILITY, "person", ann->record.id)->pdata[0];
  g_assert_cmpint (row->start, ==, 547);
  g_assert_cmpint (row->end, ==, 1500);
  g_assert_cmpint (row->available, ==, 1);

  bytes = ply_event_json_export (before);
  after = load (g_bytes_get_data (bytes, NULL), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_AVAILABILITY), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (ply_record_equal (ply_snapshot_get_at (before, PLY_KIND_AVAILABILITY, i),
                                     ply_snapshot_get_at (after, PLY_KIND_AVAILABILITY, i)));
  again = ply_event_json_import (bytes, "event.json", before, NULL, NULL);
  g_assert_cmpuint (ply_plan_get_n_edits (again), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interchange/event-json/sample-facts", test_sample_facts);
  g_test_add_func ("/interchange/event-json/sample-is-translated", test_sample_is_translated);
  g_test_add_func ("/interchange/event-json/round-trip", test_round_trip);
  g_test_add_func ("/interchange/event-json/into-another-event", test_into_another_event);
  g_test_add_func ("/interchange/event-json/conflict-records", test_conflict_records);
  g_test_add_func ("/interchange/event-json/bad-input", test_bad_input);
  g_test_add_func ("/interchange/event-json/lenient", test_lenient);
  g_test_add_func ("/interchange/event-json/availability", test_availability);
  return g_test_run ();
}
