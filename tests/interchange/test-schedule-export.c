/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "interchange-test.h"
#include "ply-event-json.h"
#include "ply-id.h"
#include "ply-schedule-names.h"
#include "ply-schedule-xml.h"

#include <string.h>

static PlySnapshot *
sample (void)
{
  g_autoptr (PlyPlan) plan = ply_sample_event_plan (NULL);
  g_autoptr (PlySnapshot) empty = test_empty_snapshot ();

  return ply_plan_apply (plan, empty);
}

static GBytes *export (const PlySnapshot *snapshot, const char *language, GPtrArray **remarks)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GBytes *xml = ply_schedule_xml_export (snapshot, language, texts, &error);

  g_assert_no_error (error);
  test_check_schema (xml);
  if (remarks != NULL)
    *remarks = g_steal_pointer (&texts);
  return xml;
}

static gboolean
has (GBytes *xml, const char *text)
{
  return g_strstr_len (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml), text) != NULL;
}

/* The guids of a file, in their order. */
static char *
dup_guids (GBytes *xml)
{
  g_auto (GStrv) parts = g_strsplit (g_bytes_get_data (xml, NULL), "<event ", -1);
  GString *guids = g_string_new (NULL);

  for (guint i = 1; parts[i] != NULL; i++)
    g_string_append_len (guids, strstr (parts[i], "guid="), 43);
  return g_string_free_and_steal (guids);
}

static void
test_languages (void)
{
  g_autoptr (PlySnapshot) snapshot = sample ();
  g_autoptr (GBytes) english = export (snapshot, NULL, NULL);
  g_autoptr (GBytes) kazakh = export (snapshot, "kk", NULL);
  g_autoptr (GBytes) german = export (snapshot, "de", NULL);
  g_autofree char *english_guids = dup_guids (english);
  g_autofree char *kazakh_guids = dup_guids (kazakh);

  g_assert_cmpuint (strlen (english_guids), >, 43);
  g_assert_cmpstr (english_guids, ==, kazakh_guids);
  g_assert_true (has (english, "German-Kazakh Science Day"));
  g_assert_true (has (german, "Muhammad Usman"));
  g_assert_false (has (kazakh, "<title>German-Kazakh Science Day</title>"));
}

/* Talks, chairs, institutions and translations are more than the format holds: reading our own file
 * back loses none of them. */
static void
test_sample_again (void)
{
  g_autoptr (PlySnapshot) snapshot = sample ();
  g_autoptr (GBytes) xml = export (snapshot, NULL, NULL);
  g_autoptr (PlyPlan) plan = test_import (xml, snapshot);

  if (ply_plan_get_n_edits (plan) > 0)
    test_print_plan (plan);
  g_assert_cmpuint (ply_plan_get_n_edits (plan), ==, 0);
}

static PlySnapshot *
snapshot_with (gpointer first, ...)
{
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ply_record_unref);
  va_list args;

  va_start (args, first);
  for (gpointer record = first; record != NULL; record = va_arg (args, gpointer))
    g_ptr_array_add (records, record);
  va_end (args);
  return ply_snapshot_new (records);
}

static PlyEvent *
event_new (const char *title, const char *acronym)
{
  PlyEvent *event = ply_record_new (PLY_KIND_EVENT, NULL);

  event->title = g_strdup (title);
  event->acronym = g_strdup (acronym);
  event->timezone = g_strdup ("Asia/Almaty");
  event->base_language = g_strdup ("kk");
  event->languages = g_strdup ("kk");
  return event;
}

static PlyDay *
day_new (const char *date)
{
  PlyDay *day = ply_record_new (PLY_KIND_DAY, NULL);

  day->date = g_strdup (date);
  return day;
}

static PlySession *
session_new (const PlyDay *day, gint64 start, gint64 duration)
{
  PlySession *session = ply_record_new (PLY_KIND_SESSION, NULL);

  session->title = g_strdup ("S");
  session->day = g_strdup (day != NULL ? day->record.id : NULL);
  session->start = start;
  session->duration = duration;
  return session;
}

static void
test_empty_event (void)
{
  PlyRoom *room = ply_record_new (PLY_KIND_ROOM, NULL);
  g_autoptr (PlySnapshot) nothing = test_empty_snapshot ();
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (GBytes) xml_of_nothing = export (nothing, NULL, NULL);
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (PlyPlan) again = NULL;

  room->name = g_strdup ("Hall");
  snapshot = snapshot_with (event_new ("E", NULL), room, NULL);
  xml = export (snapshot, NULL, &remarks);
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_nonnull (strstr (remarks->pdata[0], "no day"));
  g_assert_true (has (xml, "Hall"));
  again = test_import (xml, snapshot);
  if (ply_plan_get_n_edits (again) > 0)
    test_print_plan (again);
  g_assert_cmpuint (ply_plan_get_n_edits (again), ==, 0);
}

static void
test_acronyms (void)
{
  static const struct
  {
    const char *acronym, *title, *date, *result;
  } cases[] = {
    { "fosdem-2025", NULL, NULL, "fosdem-2025" },
    { "DENOG", NULL, NULL, "denog" },
    { "C3", "x", "2026-01-01", "c3-2026" },
    { "C3", NULL, NULL, "c3-event" },
    { NULL, "DebConf 23", NULL, "debconf-23" },
    { "ПМЭФ", NULL, NULL, "pmef" },
    { "Ғылым күні", NULL, "2023-10-12", "gylym-kuni" },
    { "!!!", NULL, "2023-10-12", "event-2023" },
    { "!!!", NULL, NULL, "event" },
    { NULL, NULL, "2023-10-12", NULL },
    { "", "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *acronym =
          ply_schedule_acronym (cases[i].acronym, cases[i].title, cases[i].date);

      g_assert_cmpstr (acronym, ==, cases[i].result);
    }
}

/* What has no field of its own, but a place in the schema, comes out as it came in. */
static void
test_survival (void)
{
  static const char xml[] =
      "<schedule><version>1.2 final</version><conference><title>T</title><acronym>test</acronym>"
      "<start>2026-01-01</start><end>2026-01-05</end><days>5</days>"
      "<timeslot_duration>00:15</timeslot_duration><base_url>https://example.org/t/</base_url>"
      "<logo>https://example.org/logo.svg</logo><color primary='#123456' background='#ffffff'/>"
      "<track name='Tr' color='#00ff00' slug='tr'/></conference>"
      "<day index='1' date='2026-01-02' start='2026-01-02T09:00:00Z' end='2026-01-02T18:00:00Z'>"
      "<room name='A' guid='3e0f5a2c-0d5c-4b0e-9d1c-1f4b4c4d9a01'>"
      "<event id='7' guid='3e0f5a2c-0d5c-4b0e-9d1c-1f4b4c4d9a02' code='ABC123'>"
      "<date>2026-01-02T10:00:00Z</date><start>10:00</start><duration>00:30</duration>"
      "<slug>test-7-thing</slug><title>S</title><url>https://example.org/7</url>"
      "<recording><license>CC0</license><optout>true</optout><url>https://example.org/r</url>"
      "<link>https://example.org/r2</link></recording><logo>https://example.org/l.png</logo>"
      "<feedback_url>https://example.org/f</feedback_url>"
      "<origin_url>https://example.org/o</origin_url>"
      "<persons><person id='4' guid='3e0f5a2c-0d5c-4b0e-9d1c-1f4b4c4d9a03'>P</person></persons>"
      "<attachments><attachment href='/a.pdf'>Slides</attachment></attachments>"
      "</event></room></day></schedule>";
  static const char *const survivors[] = {
    "<version>1.2 final</version>",
    "<start>2026-01-01</start>",
    "<end>2026-01-05</end>",
    "<days>5</days>",
    "<timeslot_duration>00:15</timeslot_duration>",
    "<base_url>https://example.org/t/</base_url>",
    "<logo>https://example.org/logo.svg</logo>",
    "<color primary=\"#123456\" background=\"#ffffff\"/>",
    "<track name=\"Tr\" color=\"#00ff00\" slug=\"tr\"/>",
    "start=\"2026-01-02T09:00:00+00:00\" end=\"2026-01-02T18:00:00+00:00\"",
    "<room name=\"A\" guid=\"3e0f5a2c-0d5c-4b0e-9d1c-1f4b4c4d9a01\">",
    "<event id=\"7\" guid=\"3e0f5a2c-0d5c-4b0e-9d1c-1f4b4c4d9a02\" code=\"ABC123\">",
    "<slug>test-7-thing</slug>",
    "<url>https://example.org/7</url>",
    "<license>CC0</license>",
    "<optout>true</optout>",
    "<url>https://example.org/r</url>",
    "<link>https://example.org/r2</link>",
    "<logo>https://example.org/l.png</logo>",
    "<feedback_url>https://example.org/f</feedback_url>",
    "<origin_url>https://example.org/o</origin_url>",
    "<person id=\"4\" guid=\"3e0f5a2c-0d5c-4b0e-9d1c-1f4b4c4d9a03\">P</person>",
    ">Slides</attachment>",
  };
  g_autoptr (GBytes) input = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (PlySnapshot) snapshot = test_import_fresh (input);
  g_autoptr (GBytes) output = export (snapshot, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (survivors); i++)
    {
      if (!has (output, survivors[i]))
        g_test_message ("lost: %s", survivors[i]);
      g_assert_true (has (output, survivors[i]));
    }
}

static void
test_left_out (void)
{
  PlyDay *day = day_new ("2026-05-01");
  PlySession *cancelled = session_new (day, 600, 60);
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GBytes) xml = NULL;

  cancelled->state = g_strdup ("cancelled");
  snapshot = snapshot_with (event_new ("E", NULL), day, cancelled,
                            session_new (NULL, PLY_UNSET, 60), session_new (NULL, PLY_UNSET, 60),
                            session_new (day, 600, 200 * 60 - 33 * 60), NULL);
  xml = export (snapshot, NULL, &remarks);
  g_assert_cmpuint (remarks->len, ==, 3);
  g_assert_nonnull (strstr (remarks->pdata[0], "99:59"));
  g_assert_cmpstr (remarks->pdata[1], ==, "2 sessions without a day and a start were left out");
  g_assert_cmpstr (remarks->pdata[2], ==, "1 cancelled session was left out");
  g_assert_true (has (xml, "<duration>99:59</duration>"));
}

/* Random events. Texts that have hurt somebody somewhere. */
static const char *const nasty[] = {
  "",
  "T",
  "a < b & c > \"d\" 'e'",
  "]]>",
  "<script>alert(1)</script>",
  "Тест Ә",
  "\x01\x0b control",
  "line\nline\n\nparagraph",
  "&amp;amp;",
  "🍕",
  "\xef\xbf\xbe",
  "   ",
  "http://",
  "https://exa mple.org/ä?q=[x]",
  "https://example.org/%zz",
  "https://[bad",
  "mailto:a@b.c",
  "0",
  "-1",
  "999999999999999999999999",
  "007",
  "Z",
  "2026-13-77",
  "https://example.org/",
  "{}",
  "not json",
  "{\"version\":7,\"logo\":\"x\",\"color\":\"<color primary='red'/>\"}",
  "{\"start\":\"2020-01-01\",\"days\":\"x\",\"recording_optout\":\"maybe\",\"origin_url\":\"ftp://"
  "x\"}",
};

static const char *
random_text (void)
{
  return nasty[g_test_rand_int_range (0, G_N_ELEMENTS (nasty))];
}

static const char *
random_id (GPtrArray *records, PlyKind kind)
{
  const PlyRecord *record;

  if (records->len == 0 || g_test_rand_bit ())
    return NULL;
  record = records->pdata[g_test_rand_int_range (0, records->len)];
  return record->kind == kind ? record->id : NULL;
}

static void
fill_field (gpointer record, const PlyField *field, GPtrArray *records)
{
  static const char *const zones[] = { "UTC", "Asia/Almaty", "Asia/Kathmandu",
                                       "Pacific/Kiritimati" };
  static const char *const dates[] = { "2023-10-12", "0001-01-01", "9999-12-31", "2024-02-29" };

  switch (field->type)
    {
    case PLY_FIELD_REF:
      ply_record_set_text (record, field->name, random_id (records, field->target));
      break;
    case PLY_FIELD_DATE:
      ply_record_set_text (record, field->name, dates[g_test_rand_int_range (0, 4)]);
      break;
    case PLY_FIELD_ZONE:
      ply_record_set_text (record, field->name, zones[g_test_rand_int_range (0, 4)]);
      break;
    case PLY_FIELD_CHOICE:
      ply_record_set_text (record, field->name, field->choices[g_test_rand_int_range (0, 2)].code);
      break;
    case PLY_FIELD_MINUTES:
      ply_record_set_integer (record, field->name, g_test_rand_int_range (0, 2161));
      break;
    case PLY_FIELD_DURATION:
      ply_record_set_integer (record, field->name, g_test_rand_int_range (0, 10080));
      break;
    default:
      if (ply_field_storage (field) == PLY_VALUE_TEXT)
        ply_record_set_text (record, field->name, random_text ());
      break;
    }
}

static PlySnapshot *
random_snapshot (void)
{
  static const struct
  {
    PlyKind kind;
    int max;
  } kinds[] = {
    { PLY_KIND_EVENT, 1 },          { PLY_KIND_DAY, 3 },          { PLY_KIND_ROOM, 3 },
    { PLY_KIND_TRACK, 3 },          { PLY_KIND_SESSION_TYPE, 2 }, { PLY_KIND_SESSION, 12 },
    { PLY_KIND_TALK, 6 },           { PLY_KIND_PERSON, 4 },       { PLY_KIND_INSTITUTION, 2 },
    { PLY_KIND_PARTICIPATION, 12 }, { PLY_KIND_LINK, 14 },
  };
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ply_record_unref);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const PlyKindInfo *info = ply_kind_get_info (kinds[k].kind);
      int n = kinds[k].kind == PLY_KIND_EVENT ? 1 : g_test_rand_int_range (0, kinds[k].max + 1);

      for (int i = 0; i < n; i++)
        {
          gpointer record = ply_record_new (kinds[k].kind, NULL);

          for (guint f = 0; f < info->n_fields; f++)
            if ((info->fields[f].flags & PLY_FIELD_REQUIRED) || g_test_rand_int_range (0, 3) > 0)
              fill_field (record, &info->fields[f], records);
          g_ptr_array_add (records, record);
        }
    }
  return ply_snapshot_new (records);
}

static void
test_random (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (PlySnapshot) snapshot = random_snapshot ();
      g_autoptr (GBytes) xml = export (snapshot, g_test_rand_bit () ? NULL : "de", NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interchange/export/languages", test_languages);
  g_test_add_func ("/interchange/export/sample-again", test_sample_again);
  g_test_add_func ("/interchange/export/empty-event", test_empty_event);
  g_test_add_func ("/interchange/export/acronyms", test_acronyms);
  g_test_add_func ("/interchange/export/survival", test_survival);
  g_test_add_func ("/interchange/export/left-out", test_left_out);
  g_test_add_func ("/interchange/export/random", test_random);
  return g_test_run ();
}
