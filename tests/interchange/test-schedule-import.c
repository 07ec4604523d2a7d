/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "interchange-test.h"
#include "ply-programme-order.h"
#include "ply-schedule-xml.h"

#include <string.h>

/* A file with a conference, a day and what the test is about, a line each. */
static GBytes *
file_with (const char *conference, const char *day_attributes, const char *inside)
{
  char *xml = g_strdup_printf ("<schedule>\n<conference><title>T</title><acronym>test</acronym>%s"
                               "</conference>\n<day date='2026-03-27' %s>\n%s</day></schedule>",
                               conference, day_attributes, inside);

  return g_bytes_new_take (xml, strlen (xml));
}

static PlySnapshot *
apply (const PlySnapshot *snapshot, const PlyPlan *plan)
{
  return ply_plan_apply (plan, (PlySnapshot *) snapshot);
}

static const char *
day_of (const PlySnapshot *snapshot, const PlySession *session)
{
  const PlyDay *day = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, session->day);

  return day != NULL ? day->date : NULL;
}

#define BERLIN "<time_zone_name>Europe/Berlin</time_zone_name>"
#define FROM_NINE "start='2026-03-27T09:00:00+01:00' end='2026-03-28T03:00:00+01:00'"

static const struct
{
  const char *name, *conference, *day;
  const char *date, *start, *duration; /* NULL: no such element */
  const char *expected_day;            /* NULL: without a place */
  int expected_start, expected_duration;
  const char *remark;
} times[] = {
  { "plain", BERLIN, FROM_NINE, "2026-03-27T10:00:00+01:00", "10:00", "00:45", "2026-03-27", 600,
    45, NULL },
  { "seconds", BERLIN, FROM_NINE, "2026-03-27T10:00:00+01:00", "10:00:00", "00:45:00", "2026-03-27",
    600, 45, NULL },
  { "short", BERLIN, FROM_NINE, "2026-03-27T09:05:00+01:00", "9:05", "4:30", "2026-03-27", 545, 270,
    NULL },
  { "minutes", BERLIN, FROM_NINE, NULL, "10:00", "90", "2026-03-27", 600, 90, NULL },
  { "after-midnight", BERLIN, FROM_NINE, "2026-03-28T00:30:00+01:00", "00:30", "01:00",
    "2026-03-27", 1470, 60, NULL },
  { "after-midnight-undated", BERLIN, FROM_NINE, NULL, "02:00", "01:00", "2026-03-27", 1560, 60,
    NULL },
  { "day-change", BERLIN "<day_change>04:00</day_change>", "", NULL, "03:30", "01:00", "2026-03-27",
    1650, 60, NULL },
  { "morning-undated", BERLIN, "", NULL, "00:30", "01:00", "2026-03-27", 30, 60, NULL },
  { "utc-beside-local", "<time_zone_name>Asia/Almaty</time_zone_name>",
    "start='2026-03-27T03:00:00+00:00'", "2026-03-27T05:00:00+00:00", "10:00", "00:30",
    "2026-03-27", 600, 30, NULL },
  { "local-as-utc", "<time_zone_name>Asia/Almaty</time_zone_name>", "", "2026-03-27T10:00:00+00:00",
    "10:00", "00:30", "2026-03-27", 600, 30, NULL },
  { "no-start", BERLIN, FROM_NINE, "2026-03-27T10:00:00+01:00", NULL, "00:30", "2026-03-27", 600,
    30, NULL },
  { "no-time", BERLIN, FROM_NINE, NULL, NULL, "00:30", NULL, 0, 30, "no start" },
  { "nonsense", BERLIN, FROM_NINE, NULL, "25:70", "00:30", NULL, 0, 30, "25:70" },
  { "nonsense-dated", BERLIN, FROM_NINE, "2026-03-27T10:00:00+01:00", "25:70", "00:30",
    "2026-03-27", 600, 30, "25:70" },
  { "disagree", BERLIN, FROM_NINE, "2026-03-27T12:45:00+01:00", "12:54", "00:30", "2026-03-27", 774,
    30, "disagree" },
  { "another-day", BERLIN, FROM_NINE, "2026-04-02T10:00:00+02:00", "10:00", "00:30", "2026-04-02",
    600, 30, "2026-04-02" },
  { "day-before", BERLIN, FROM_NINE, "2026-03-26T10:00:00+01:00", "10:00", "00:30", "2026-03-26",
    600, 30, "2026-03-26" },
  { "no-length", BERLIN, FROM_NINE, NULL, "10:00", NULL, "2026-03-27", 600, 30, "no length" },
  { "bad-length", BERLIN, FROM_NINE, NULL, "10:00", "long", "2026-03-27", 600, 30, "long" },
  { "no-seconds", BERLIN, FROM_NINE, "2026-03-27 10:00 +01:00", NULL, "00:30", "2026-03-27", 600,
    30, NULL },
  { "no-offset", BERLIN, FROM_NINE, "2026-03-27T10:00:00", "10:00", "00:30", "2026-03-27", 600, 30,
    NULL },
  { "bare-date", BERLIN, FROM_NINE, "2026-03-27", "10:00", "00:30", "2026-03-27", 600, 30, NULL },
};

static char *
element (const char *name, const char *text)
{
  return text != NULL ? g_strdup_printf ("<%s>%s</%s>", name, text, name) : g_strdup ("");
}

static void
test_times (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *date = element ("date", times[i].date);
  g_autofree char *start = element ("start", times[i].start);
  g_autofree char *duration = element ("duration", times[i].duration);
  g_autofree char *inside =
      g_strdup_printf ("<room name='A'>\n<event id='1'>%s%s%s<title>S</title></event></room>", date,
                       start, duration);
  g_autoptr (GBytes) input = file_with (times[i].conference, times[i].day, inside);
  g_autoptr (PlyPlan) plan = test_import (input, NULL);
  g_autoptr (PlySnapshot) empty = test_empty_snapshot ();
  g_autoptr (PlySnapshot) snapshot = ply_plan_apply (plan, empty);
  const PlySession *session = test_find_session (snapshot, "S");

  test_check_snapshot (snapshot);
  g_assert_cmpstr (day_of (snapshot, session), ==, times[i].expected_day);
  if (times[i].expected_day != NULL)
    g_assert_cmpint (session->start, ==, times[i].expected_start);
  g_assert_cmpint (session->duration, ==, times[i].expected_duration);
  g_assert_nonnull (session->room);
  if (times[i].remark != NULL)
    g_assert_true (test_has_remark (plan, 5, times[i].remark));
  else if (times[i].duration != NULL && strcmp (times[i].name, "local-as-utc") != 0)
    g_assert_cmpuint (ply_plan_get_n_remarks (plan), ==, 0);
}

static void
test_zones (void)
{
  static const struct
  {
    const char *conference, *date, *zone, *remark;
  } cases[] = {
    { BERLIN, "2026-03-27T10:00:00+01:00", "Europe/Berlin", NULL },
    { "", "2026-03-27T10:00:00+01:00", "Etc/GMT-1", "Etc/GMT-1" },
    { "", "2026-03-27T10:00:00-05:00", "Etc/GMT+5", "Etc/GMT+5" },
    { "", "2026-03-27T10:00:00+05:30", "Asia/Kolkata", "Asia/Kolkata" },
    { "", "2026-03-27T10:00:00+00:00", "UTC", "UTC" },
    { "", "2026-03-27T05:00:00+00:00", "Etc/GMT-5", "Etc/GMT-5" },
    { "", "2026-03-27T04:30:00+00:00", "Asia/Kolkata", "Asia/Kolkata" },
    { "", "2026-03-26T23:00:00+00:00", "Etc/GMT-11", "Etc/GMT-11" },
    { "", "", "UTC", "says nothing" },
    { "<time_zone_name>Mars/Olympus</time_zone_name>", "2026-03-27T10:00:00+01:00", "Etc/GMT-1",
      "Mars/Olympus" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *inside = g_strdup_printf (
          "<event id='1'><date>%s</date><start>10:00</start><duration>1:00</duration>"
          "<title>S</title></event>",
          cases[i].date);
      g_autoptr (GBytes) input = file_with (cases[i].conference, "", inside);
      g_autoptr (PlyPlan) plan = test_import (input, NULL);
      g_autoptr (PlySnapshot) empty = test_empty_snapshot ();
      g_autoptr (PlySnapshot) snapshot = ply_plan_apply (plan, empty);

      g_assert_cmpstr (ply_snapshot_get_event (snapshot)->timezone, ==, cases[i].zone);
      g_assert_cmpint (test_find_session (snapshot, "S")->start, ==, 600);
      if (cases[i].remark != NULL)
        g_assert_true (test_has_remark (plan, 2, cases[i].remark));
      else
        g_assert_cmpuint (ply_plan_get_n_remarks (plan), ==, 0);
    }
}

/* Blank lines before the declaration, a day as a date with a time, a language and an address that
 * nobody knows. */
static void
test_sloppy (void)
{
  static const char xml[] =
      "\n\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule><conference><title>T</title>"
      "<url>example</url></conference>\n<day date='2026-01-02T00:00:00+05:00'>\n<event id='1'>"
      "<title>S</title><start>09:00</start><duration>x</duration><language>Klingonisch</language>"
      "<url>talks/1</url></event></day></schedule>";
  g_autoptr (GBytes) input = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (PlyPlan) plan = test_import (input, NULL);
  g_autoptr (PlySnapshot) empty = test_empty_snapshot ();
  g_autoptr (PlySnapshot) snapshot = ply_plan_apply (plan, empty);
  const PlySession *session = test_find_session (snapshot, "S");

  test_check_snapshot (snapshot);
  g_assert_cmpstr (day_of (snapshot, session), ==, "2026-01-02");
  g_assert_nonnull (strstr (session->extra, "Klingonisch"));
  g_assert_nonnull (strstr (session->extra, "talks/1"));
  g_assert_nonnull (strstr (ply_snapshot_get_event (snapshot)->extra, "\"url\":\"example\""));
  g_assert_true (test_has_remark (plan, 6, "Klingonisch"));
  g_assert_true (test_has_remark (plan, 6, "no length"));
}

/* wafer writes the date that UTC has when a conference day begins in India. */
static void
test_wafer_days (void)
{
  g_autofree char *path = test_fixture ("real/debconf23.xml");
  g_autoptr (GBytes) input = test_read_file (path);
  g_autoptr (PlySnapshot) snapshot = test_import_fresh (input);
  g_autoptr (GPtrArray) days = ply_snapshot_dup_ordered (snapshot, PLY_KIND_DAY);

  g_assert_cmpuint (days->len, ==, 8);
  g_assert_cmpstr (((PlyDay *) days->pdata[0])->date, ==, "2023-09-10");
  g_assert_cmpstr (((PlyDay *) days->pdata[7])->date, ==, "2023-09-17");
}

#define EVENT(attributes, title, more)                                                             \
  "<event " attributes "><start>10:00</start><duration>1:00</duration><title>" title               \
  "</title>" more "</event>\n"

static void
test_texts (void)
{
  g_autoptr (GBytes) input = file_with (
      BERLIN, "",
      "<room name=' Hall  1 '>\n" EVENT (
          "id='7' guid='x' code='ABC123' future='yes'", " A  &amp; B\n C ",
          "<subtitle>Sub</subtitle><slug>t-7</slug><track>Tr</track><type>Coffee break</type>"
          "<language>German, en</language><url>https://example.org/7</url>"
          "<abstract>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</abstract>"
          "<description>None</description><answers><a q='1'>2</a></answers><colour>red</colour>"
          "<recording><license>CC0</license><optout>true</optout></recording>"
          "<feedback_url>https://example.org/f</feedback_url><logo>/logo.png</logo>"
          "<video_download_url>https://example.org/v</video_download_url>"
          "<links><link href='https://example.org/l'>L</link><link href='Swapped'>"
          "https://example.org/s</link><link>no address</link></links>"
          "<attachments><attachment href='/a.pdf'>Slides</attachment></attachments>"
          "<persons><person id='1' tall='yes'>  Ada  Lovelace </person>"
          "<person><public_name>Emmy Noether</public_name><biography>&lt;p&gt;Algebra&lt;/p&gt;"
          "</biography></person><person id='3'/></persons>")
          EVENT ("id='8'", "", "") "</room><room name='Empty'/>");
  g_autoptr (PlyPlan) plan = test_import (input, NULL);
  g_autoptr (PlySnapshot) empty = test_empty_snapshot ();
  g_autoptr (PlySnapshot) snapshot = ply_plan_apply (plan, empty);
  const PlySession *session = test_find_session (snapshot, "A & B C");
  const PlySessionType *type = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION_TYPE, session->type);
  GPtrArray *links =
      ply_snapshot_get_children (snapshot, PLY_KIND_LINK, "session", session->record.id);
  GPtrArray *parts = ply_participations_of (snapshot, session);
  const PlyPerson *second = ply_snapshot_lookup (snapshot, PLY_KIND_PERSON,
                                                 ((PlyParticipation *) parts->pdata[1])->person);

  test_check_snapshot (snapshot);
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_ROOM), ==, 2);
  g_assert_cmpstr (session->subtitle, ==, "Sub");
  g_assert_cmpstr (session->abstract, ==, "One\n\nTwo");
  g_assert_null (session->description);
  g_assert_cmpstr (session->language, ==, "de en");
  g_assert_cmpstr (session->source_guid, ==, "x");
  g_assert_cmpstr (session->source_id, ==, "7");
  g_assert_cmpstr (session->code, ==, "ABC123");
  g_assert_cmpstr (session->slug, ==, "t-7");
  g_assert_cmpstr (session->url, ==, "https://example.org/7");
  g_assert_cmpint (type->is_break, ==, 1);
  g_assert_nonnull (strstr (session->extra, "\"future\":\"yes\""));
  g_assert_nonnull (strstr (session->extra, "\"colour\":\"red\""));
  g_assert_nonnull (strstr (session->extra, "<a q="));
  g_assert_nonnull (strstr (session->extra, "\"recording_license\":\"CC0\""));
  g_assert_nonnull (strstr (session->extra, "\"tall\":\"yes\""));
  g_assert_cmpuint (links->len, ==, 6);
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpstr (((PlyParticipation *) parts->pdata[0])->role, ==, "speaker");
  g_assert_cmpstr (second->name, ==, "Emmy Noether");
  g_assert_cmpstr (second->biography, ==, "Algebra");
  g_assert_true (test_has_remark (plan, 6, "swapped"));
  g_assert_true (test_has_remark (plan, 6, "no address"));
  g_assert_true (test_has_remark (plan, 6, "no name"));
  g_assert_true (test_has_remark (plan, 7, "no title"));
  test_find_session (snapshot, "Untitled");
}

static void
test_doubles (void)
{
  static const char guid[] = "11111111-1111-4111-8111-111111111111";
  g_autofree char *inside = g_strdup_printf (
      "<room name='A'>\n<event guid='%s' id='5'><start>10:00</start><title>One</title></event>\n"
      "<event guid='%s' id='5'><start>11:00</start><title>Two</title></event>\n"
      "<event id='5'><start>12:00</start><title>Three</title></event></room>",
      guid, guid);
  g_autofree char *turned = g_strdup_printf (
      "<room name='A'>\n<event guid='%s' id='5'><start>11:00</start><title>Two</title></event>\n"
      "<event guid='%s' id='5'><start>10:00</start><title>One</title></event>\n"
      "<event id='5'><start>12:00</start><title>Three</title></event></room>",
      guid, guid);
  g_autoptr (GBytes) input = file_with (BERLIN, "", inside);
  g_autoptr (GBytes) turned_input = file_with (BERLIN, "", turned);
  g_autoptr (PlyPlan) plan = test_import (input, NULL);
  g_autoptr (PlySnapshot) empty = test_empty_snapshot ();
  g_autoptr (PlySnapshot) snapshot = ply_plan_apply (plan, empty);
  g_autoptr (PlyPlan) again = test_import (turned_input, snapshot);

  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_SESSION), ==, 3);
  g_assert_true (test_has_remark (plan, 6, guid));
  g_assert_true (test_has_remark (plan, 6, "id “5” stands in line 5"));
  g_assert_true (test_has_remark (plan, 7, "id “5” stands in line 5"));
  if (ply_plan_get_n_edits (again) > 0)
    test_print_plan (again);
  g_assert_cmpuint (ply_plan_get_n_edits (again), ==, 0);
}

static const char first_file[] =
    "<room name='A' guid='ra'>\n"
    "<event guid='g1'><start>10:00</start><duration>1:00</duration><title>One</title>"
    "<subtitle>S</subtitle><persons><person id='1'>Ada</person><person id='2'>Bob</person>"
    "</persons><links><link href='https://a.example'>A</link></links></event>\n"
    "<event id='9'><start>11:00</start><duration>1:00</duration><title>Gone</title></event>"
    "</room>";
static const char second_file[] =
    "<room name='Hall A' guid='ra'>\n"
    "<event guid='g1'><start>10:30</start><duration>1:00</duration><title>Uno</title>"
    "<subtitle/><persons><person id='1'>Ada L.</person><person id='3'>Cleo</person></persons>"
    "<links><link href='https://b.example'>B</link></links></event>\n"
    "<event guid='g2'><start>12:00</start><duration>1:00</duration><title>New</title></event>"
    "</room>";

/* The first file with what an organizer added: notes, a capacity, a chair. */
static PlySnapshot *
edited_event (void)
{
  g_autoptr (GBytes) input = file_with (BERLIN, "", first_file);
  g_autoptr (PlySnapshot) snapshot = test_import_fresh (input);
  g_autoptr (PlyPlan) plan = ply_plan_new ("own");
  const PlySession *one = test_find_session (snapshot, "One");
  PlyParticipation *chair = ply_record_new (PLY_KIND_PARTICIPATION, NULL);
  PlyPerson *person = ply_record_new (PLY_KIND_PERSON, NULL);

  person->name = g_strdup ("Chair Person");
  chair->session = g_strdup (one->record.id);
  chair->person = g_strdup (person->record.id);
  chair->role = g_strdup ("chair");
  ply_plan_insert (plan, person);
  ply_plan_insert (plan, chair);
  ply_plan_set_text (plan, PLY_KIND_SESSION, one->record.id, "notes", "ours");
  ply_plan_set_integer (plan, PLY_KIND_ROOM, one->room, "capacity", 80);
  return apply (snapshot, plan);
}

/* The second file has changed a title, a time, a speaker, a link and a room's name, has lost a
 * session and won one; what only Plenary knows stays. */
static void
test_update (void)
{
  g_autoptr (GBytes) input = file_with (BERLIN, "", second_file);
  g_autoptr (PlySnapshot) before = edited_event ();
  g_autoptr (PlyPlan) plan = test_import (input, before);
  g_autoptr (PlySnapshot) after = apply (before, plan);
  g_autoptr (PlyPlan) again = test_import (input, after);
  const PlySession *uno = test_find_session (after, "Uno");
  const PlyRoom *room = ply_snapshot_get_at (after, PLY_KIND_ROOM, 0);

  test_check_snapshot (after);
  g_assert_cmpstr (uno->record.id, ==, test_find_session (before, "One")->record.id);
  g_assert_cmpint (uno->start, ==, 630);
  g_assert_null (uno->subtitle);
  g_assert_cmpstr (uno->notes, ==, "ours");
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_ROOM), ==, 1);
  g_assert_cmpint (room->capacity, ==, 80);
  g_assert_cmpstr (room->name, ==, "Hall A");
  /* Ada, renamed; Cleo, new; the chair. Bob is a person still, but no speaker. */
  g_assert_cmpuint (ply_participations_of (after, uno)->len, ==, 3);
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_PERSON), ==, 4);
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_LINK), ==, 1);
  g_assert_cmpuint (ply_snapshot_get_n (after, PLY_KIND_SESSION), ==, 3);
  g_assert_true (test_has_remark (plan, 0, "Gone"));
  g_assert_cmpuint (ply_plan_get_n_edits (again), ==, 0);
}

/* The speakers' order follows the file, whatever is between them. */
static void
test_order_of_speakers (void)
{
  static const char *const orders[] = { "ABC", "CAB", "CDAB", "DB", "ABCD" };
  g_autoptr (PlySnapshot) snapshot = test_empty_snapshot ();

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GString) inside = g_string_new (
          "<event id='1'><start>10:00</start><duration>1:00</duration><title>S</title><persons>");
      g_autoptr (GBytes) input = NULL;
      g_autoptr (PlyPlan) plan = NULL;
      g_autoptr (PlySnapshot) next = NULL;
      g_autofree char *found = g_strdup ("");
      GPtrArray *parts;

      for (const char *at = orders[i]; *at != '\0'; at++)
        g_string_append_printf (inside, "<person id='%d'>%c</person>", *at, *at);
      g_string_append (inside, "</persons></event>");
      input = file_with (BERLIN, "", inside->str);
      plan = test_import (input, snapshot);
      next = ply_plan_apply (plan, snapshot);
      parts = ply_participations_of (next, test_find_session (next, "S"));
      for (guint p = 0; p < parts->len; p++)
        {
          const PlyPerson *person = ply_snapshot_lookup (
              next, PLY_KIND_PERSON, ((PlyParticipation *) parts->pdata[p])->person);
          char *longer = g_strconcat (found, person->name, NULL);

          g_free (found);
          found = longer;
        }
      g_assert_cmpstr (found, ==, orders[i]);
      ply_snapshot_unref (snapshot);
      snapshot = g_steal_pointer (&next);
    }
}

/* Ranks stay short however many rooms there are, and the time does not grow with their square. */
static void
test_many_rooms (void)
{
  const guint n = 50000;
  g_autoptr (GString) inside = g_string_new (NULL);
  g_autoptr (GBytes) input = NULL;
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) rooms = NULL;
  g_autoptr (PlyPlan) again = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (inside, "<room name='R%u' guid='g%u'/>\n", i, i);
  input = file_with (BERLIN, "", inside->str);
  snapshot = test_import_fresh (input);
  test_check_snapshot (snapshot);
  rooms = ply_snapshot_dup_ordered (snapshot, PLY_KIND_ROOM);
  g_assert_cmpuint (rooms->len, ==, n);
  for (guint i = 0; i < n; i += 1000)
    {
      g_autofree char *name = g_strdup_printf ("R%u", i);

      g_assert_cmpstr (((PlyRoom *) rooms->pdata[i])->name, ==, name);
      g_assert_cmpuint (strlen (((PlyRoom *) rooms->pdata[i])->rank), <, 8);
    }
  again = test_import (input, snapshot);
  g_assert_cmpuint (ply_plan_get_n_edits (again), ==, 0);
}

/* Two people who import the same file make the same records. */
static void
test_same_ids (void)
{
  g_autofree char *path = test_fixture ("real/fosdem-2025.xml");
  g_autoptr (GBytes) input = test_read_file (path);
  g_autoptr (PlySnapshot) one = test_import_fresh (input);
  g_autoptr (PlySnapshot) other = test_import_fresh (input);

  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    for (guint i = 0; i < ply_snapshot_get_n (one, kind); i++)
      g_assert_true (ply_record_equal (ply_snapshot_get_at (one, kind, i),
                                       ply_snapshot_get_at (other, kind, i)));
}

static gpointer
import_in_thread (gpointer input)
{
  return test_import_fresh (input);
}

static void
test_threads (void)
{
  g_autofree char *path = test_fixture ("real/fosdem2007.xml");
  g_autoptr (GBytes) input = test_read_file (path);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("import", import_in_thread, input);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (PlySnapshot) snapshot = g_thread_join (threads[i]);

      g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_SESSION), ==, 10);
    }
}

static void
test_base_language (void)
{
  static const struct
  {
    const char *file, *language;
  } cases[] = {
    { "31c3.xml", "en" },
    { "coscup2023.schedule.xml", "zh-TW" },
    { "spief2012_ru.schedule.xml", "ru" },
    { "denog7.xml", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("real/", cases[i].file, NULL);
      g_autofree char *path = test_fixture (name);
      g_autoptr (GBytes) input = test_read_file (path);
      g_autoptr (PlySnapshot) snapshot = test_import_fresh (input);

      g_assert_cmpstr (ply_snapshot_get_event (snapshot)->base_language, ==, cases[i].language);
      g_assert_cmpstr (ply_snapshot_get_event (snapshot)->languages, ==, cases[i].language);
    }
}

static void
test_persons (void)
{
  g_autoptr (GBytes) input =
      file_with (BERLIN, "",
                 EVENT ("id='1'", "S",
                        "<persons><person id='5'>Ann</person><person id='5'>Ben</person>"
                        "<person>Cay</person><person>Cay</person><person id='6'>Dan</person>"
                        "<person id='7'>Dan</person></persons>"));
  g_autoptr (PlyPlan) plan = test_import (input, NULL);
  g_autoptr (PlySnapshot) empty = test_empty_snapshot ();
  g_autoptr (PlySnapshot) snapshot = ply_plan_apply (plan, empty);

  /* One id for two, one name for one, one name for two with ids. */
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_PERSON), ==, 5);
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_PARTICIPATION), ==, 5);
  g_assert_true (test_has_remark (plan, 4, "“Ann” and “Ben”"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interchange/import/threads", test_threads);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *path = g_strconcat ("/interchange/import/times/", times[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_times);
    }
  g_test_add_func ("/interchange/import/zones", test_zones);
  g_test_add_func ("/interchange/import/sloppy", test_sloppy);
  g_test_add_func ("/interchange/import/wafer-days", test_wafer_days);
  g_test_add_func ("/interchange/import/texts", test_texts);
  g_test_add_func ("/interchange/import/doubles", test_doubles);
  g_test_add_func ("/interchange/import/update", test_update);
  g_test_add_func ("/interchange/import/order-of-speakers", test_order_of_speakers);
  g_test_add_func ("/interchange/import/many-rooms", test_many_rooms);
  g_test_add_func ("/interchange/import/same-ids", test_same_ids);
  g_test_add_func ("/interchange/import/base-language", test_base_language);
  g_test_add_func ("/interchange/import/persons", test_persons);
  return g_test_run ();
}
