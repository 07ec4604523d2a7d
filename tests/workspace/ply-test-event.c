/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-test-event.h"

static void
add_day (PlyPlan *plan, const char *id, const char *date)
{
  PlyDay *day = ply_record_new (PLY_KIND_DAY, id);

  day->date = g_strdup (date);
  ply_plan_insert (plan, day);
}

static void
add_session (PlyPlan *plan, const char *id, const char *title, const char *day, gint64 start)
{
  PlySession *session = ply_record_new (PLY_KIND_SESSION, id);

  session->title = g_strdup (title);
  session->day = g_strdup (day);
  session->start = start;
  session->duration = 30;
  session->room = g_strdup (day != NULL ? TEST_ROOM : NULL);
  ply_plan_insert (plan, session);
}

static void
add_part (PlyPlan *plan, const char *session, const char *talk, const char *role)
{
  PlyParticipation *part = ply_record_new (PLY_KIND_PARTICIPATION, NULL);

  part->session = g_strdup (session);
  part->talk = g_strdup (talk);
  part->person = g_strdup (TEST_PERSON);
  part->role = g_strdup (role);
  ply_plan_insert (plan, part);
}

static void
add_person (PlyPlan *plan)
{
  PlyPerson *person = ply_record_new (PLY_KIND_PERSON, TEST_PERSON);
  PlyInstitution *institution = ply_record_new (PLY_KIND_INSTITUTION, TEST_INSTITUTION);
  PlyAffiliation *affiliation = ply_record_new (PLY_KIND_AFFILIATION, NULL);

  person->name = g_strdup ("Peter Liebelt");
  person->title = g_strdup ("Dr.");
  ply_plan_insert (plan, person);
  institution->name = g_strdup ("Martin Luther University");
  ply_plan_insert (plan, institution);
  affiliation->person = g_strdup (TEST_PERSON);
  affiliation->institution = g_strdup (TEST_INSTITUTION);
  ply_plan_insert (plan, affiliation);
}

PlyPlan *
ply_test_event_plan (void)
{
  PlyPlan *plan = ply_plan_new ("Test Event");
  PlyEvent *event = ply_record_new (PLY_KIND_EVENT, TEST_EVENT);
  PlyRoom *room = ply_record_new (PLY_KIND_ROOM, TEST_ROOM);
  PlyTalk *talk = ply_record_new (PLY_KIND_TALK, TEST_TALK);

  event->title = g_strdup ("Science Day");
  event->timezone = g_strdup ("Asia/Almaty");
  event->base_language = g_strdup ("en");
  event->languages = g_strdup ("en de kk ru");
  ply_plan_insert (plan, event);
  add_day (plan, TEST_DAY_1, "2023-10-12");
  add_day (plan, TEST_DAY_2, "2023-10-13");
  room->name = g_strdup ("Hall A");
  room->rank = g_strdup ("i");
  ply_plan_insert (plan, room);
  add_session (plan, TEST_OPENING, "Opening", TEST_DAY_1, 540);
  add_session (plan, TEST_PANEL, "Panel", TEST_DAY_1, 600);
  add_session (plan, TEST_UNPLACED, "Poster", NULL, PLY_UNSET);
  talk->session = g_strdup (TEST_PANEL);
  talk->title = g_strdup ("Қазақстандағы ғылым");
  talk->duration = 15;
  ply_plan_insert (plan, talk);
  add_person (plan);
  add_part (plan, TEST_OPENING, NULL, "chair");
  add_part (plan, NULL, TEST_TALK, "speaker");
  return plan;
}

PlySnapshot *
ply_test_event_snapshot (void)
{
  g_autoptr (PlyPlan) plan = ply_test_event_plan ();
  g_autoptr (PlySnapshot) empty = ply_snapshot_new (NULL);

  return ply_plan_apply (plan, empty);
}
