/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-describe.h"
#include "ply-new-event.h"
#include "ply-search-key.h"
#include "ply-validate.h"

#include "ply-test-event.h"

#include <string.h>

static void
test_descriptions (void)
{
  g_autoptr (PlySnapshot) snapshot = ply_test_event_snapshot ();
  const PlySession *panel = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, TEST_PANEL);
  const PlySession *opening = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, TEST_OPENING);
  const PlySession *poster = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, TEST_UNPLACED);
  const PlyPerson *person = ply_snapshot_lookup (snapshot, PLY_KIND_PERSON, TEST_PERSON);
  g_autofree char *when = ply_describe_when (snapshot, panel);
  g_autofree char *never = ply_describe_when (snapshot, poster);
  g_autofree char *where = ply_describe_where (snapshot, panel);
  g_autofree char *nowhere = ply_describe_where (snapshot, poster);
  g_autofree char *speakers = ply_describe_people (snapshot, panel);
  g_autofree char *chair_only = ply_describe_people (snapshot, opening);
  g_autofree char *affiliations = ply_describe_affiliations (snapshot, person);
  g_autofree char *name = ply_describe_record (snapshot, person);

  g_assert_cmpstr (when, ==, "Thu 12 Oct, 10:00–10:30");
  g_assert_cmpstr (never, ==, "Not placed");
  g_assert_cmpstr (where, ==, "Hall A");
  g_assert_cmpstr (nowhere, ==, "");
  g_assert_cmpstr (speakers, ==, "Dr. Peter Liebelt");
  g_assert_cmpstr (chair_only, ==, "");
  g_assert_cmpstr (affiliations, ==, "Martin Luther University");
  g_assert_cmpstr (name, ==, "Dr. Peter Liebelt");
}

static void
test_search_key (void)
{
  g_autoptr (PlySnapshot) snapshot = ply_test_event_snapshot ();
  g_autofree char *session =
      ply_search_key_of (snapshot, ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, TEST_PANEL));
  g_autofree char *institution = ply_search_key_of (
      snapshot, ply_snapshot_lookup (snapshot, PLY_KIND_INSTITUTION, TEST_INSTITUTION));

  g_assert_nonnull (strstr (session, "panel"));
  g_assert_nonnull (strstr (session, "hall a"));
  g_assert_nonnull (strstr (session, "қазақстандағы"));
  g_assert_nonnull (strstr (session, "liebelt"));
  g_assert_null (strstr (session, "opening"));
  g_assert_nonnull (strstr (institution, "liebelt"));
}

static void
test_contributions (void)
{
  g_autoptr (PlySnapshot) snapshot = ply_test_event_snapshot ();
  g_autoptr (GPtrArray) parts =
      ply_contributions_of (snapshot, ply_snapshot_lookup (snapshot, PLY_KIND_PERSON, TEST_PERSON));

  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpstr (((PlyParticipation *) parts->pdata[0])->session, ==, TEST_OPENING);
  g_assert_cmpstr (((PlyParticipation *) parts->pdata[1])->talk, ==, TEST_TALK);
}

static void
test_new_event (void)
{
  static const char *const languages[] = { "en", "de", NULL };
  static const struct
  {
    const char *title, *first, *last, *zone;
    guint days; /* 0: refused */
  } cases[] = {
    { "Conference", "2027-05-01", "2027-05-03", "Europe/Berlin", 3 },
    { "Conference", "2027-05-01", NULL, "Europe/Berlin", 1 },
    { "", "2027-05-01", NULL, "Europe/Berlin", 0 },
    { "Conference", "2027-05-03", "2027-05-01", "Europe/Berlin", 0 },
    { "Conference", "2027-05-03", "2028-05-01", "Europe/Berlin", 0 },
    { "Conference", "2027-02-30", NULL, "Europe/Berlin", 0 },
    { "Conference", "2027-05-01", NULL, "Berlin", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlyNewEvent what = {
        .title = cases[i].title,
        .first_date = cases[i].first,
        .last_date = cases[i].last,
        .timezone = cases[i].zone,
        .languages = languages,
      };
      g_autoptr (GError) error = NULL;
      g_autoptr (PlyPlan) plan = ply_new_event_plan (&what, &error);
      g_autoptr (PlySnapshot) empty = ply_snapshot_new (NULL);
      g_autoptr (PlySnapshot) made = NULL;

      g_assert_true ((plan != NULL) == (cases[i].days > 0));
      g_assert_true ((error != NULL) == (cases[i].days == 0));
      if (plan == NULL)
        continue;
      made = ply_plan_apply (plan, empty);
      g_assert_cmpuint (ply_snapshot_get_n (made, PLY_KIND_DAY), ==, cases[i].days);
      g_assert_cmpuint (ply_snapshot_get_n (made, PLY_KIND_SESSION_TYPE), >, 0);
      g_assert_cmpstr (ply_snapshot_get_event (made)->languages, ==, "en de");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workspace/describe", test_descriptions);
  g_test_add_func ("/workspace/search-key", test_search_key);
  g_test_add_func ("/workspace/contributions", test_contributions);
  g_test_add_func ("/workspace/new-event", test_new_event);
  return g_test_run ();
}
