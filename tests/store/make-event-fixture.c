/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-rank.h"
#include "ply-store.h"
#include "ply-translation.h"
#include "ply-waiver.h"

/* Writes FILE: an event with every kind of record and a history, in the version of today. Run it
 * when there is a new version and keep what it makes in tests/fixtures/event-vN.plenary. */

static const char *event_id;

static gpointer
add (PlyPlan *plan, PlyKind kind, const char *field, const char *text)
{
  gpointer record = ply_record_new (kind, NULL);

  ply_record_set_text (record, field, text);
  ply_plan_insert (plan, record);
  return record;
}

static PlyPlan *
plan_event (void)
{
  PlyPlan *plan = ply_plan_new ("New Event");
  PlyRecord *event = ply_record_new (PLY_KIND_EVENT, NULL);

  ply_record_set_text (event, "title", "Deutsch-Kasachischer Wissenschaftstag");
  ply_record_set_text (event, "timezone", "Asia/Almaty");
  ply_record_set_text (event, "base_language", "de");
  ply_record_set_text (event, "languages", "de kk ru en");
  ply_plan_insert (plan, event);
  event_id = event->id;
  return plan;
}

static PlySession *
add_programme (PlyPlan *plan)
{
  PlyRecord *day = add (plan, PLY_KIND_DAY, "date", "2023-10-12");
  PlyRecord *room = add (plan, PLY_KIND_ROOM, "name", "Großer Saal");
  PlyRecord *track = add (plan, PLY_KIND_TRACK, "name", "Klima");
  PlyRecord *type = add (plan, PLY_KIND_SESSION_TYPE, "name", "Plenum");
  PlySession *session = add (plan, PLY_KIND_SESSION, "title", "Eröffnung");
  PlyTalk *talk = add (plan, PLY_KIND_TALK, "title", "Grußwort");

  ply_record_set_text (session, "day", day->id);
  ply_record_set_text (session, "room", room->id);
  ply_record_set_text (session, "track", track->id);
  ply_record_set_text (session, "type", type->id);
  ply_record_set_integer (session, "start", 540);
  ply_record_set_integer (session, "duration", 90);
  ply_record_set_text (talk, "session", session->record.id);
  ply_record_set_integer (talk, "duration", 20);
  return session;
}

static PlyPerson *
add_people (PlyPlan *plan, const PlySession *session)
{
  PlyPerson *person = add (plan, PLY_KIND_PERSON, "name", "Aigul Beispiel");
  PlyRecord *institution = add (plan, PLY_KIND_INSTITUTION, "name", "Musteruniversität");
  gpointer affiliation = add (plan, PLY_KIND_AFFILIATION, "position", "Professorin");
  gpointer participation = add (plan, PLY_KIND_PARTICIPATION, "role", "chair");

  ply_record_set_text (affiliation, "person", person->record.id);
  ply_record_set_text (affiliation, "institution", institution->id);
  ply_record_set_text (participation, "session", session->record.id);
  ply_record_set_text (participation, "person", person->record.id);
  return person;
}

static void
add_rest (PlyPlan *plan, const PlySession *session, const PlyPerson *person)
{
  PlyRecord *other = add (plan, PLY_KIND_SESSION, "title", "Kaffeepause");
  gpointer link = add (plan, PLY_KIND_LINK, "url", "https://example.org/");
  gpointer availability = ply_record_new (PLY_KIND_AVAILABILITY, NULL);
  gpointer rule = add (plan, PLY_KIND_RULE, "type", "before");
  gpointer release = add (plan, PLY_KIND_RELEASE, "name", "Erste Fassung");

  ply_record_set_integer (other, "duration", 30);
  ply_record_set_text (link, "session", session->record.id);
  ply_record_set_text (link, "type", "link");
  ply_record_set_text (availability, "person", person->record.id);
  ply_record_set_text (availability, "day", session->day);
  ply_record_set_integer (availability, "available", 1);
  ply_plan_insert (plan, availability);
  ply_record_set_text (rule, "session", session->record.id);
  ply_record_set_text (rule, "other", other->id);
  ply_record_set_text (release, "date", "2023-09-01");
}

static gpointer
add_named (PlyPlan *plan, PlyKind kind, const char *id, const char *field, const char *text)
{
  gpointer record = ply_record_new (kind, id);

  ply_record_set_text (record, field, text);
  ply_plan_insert (plan, record);
  return record;
}

/* What came with version 2: other columns of rows from before, too. */
static PlyPlan *
plan_conflicts (const PlySnapshot *snapshot)
{
  PlyPlan *plan = ply_plan_new ("Conflicts");
  const PlyRecord *session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, 0);
  const PlyRecord *type = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION_TYPE, 0);
  g_autofree char *walk_id = ply_walk_id ("Hauptgebäude", "Altbau");
  g_autofree char *setting_id = ply_conflict_setting_id ("no-chair");
  g_autofree char *waiver_id = ply_waiver_id ("no-room", session->id, NULL);
  gpointer walk = add_named (plan, PLY_KIND_WALK, walk_id, "building", "Hauptgebäude");
  gpointer setting = add_named (plan, PLY_KIND_CONFLICT_SETTING, setting_id, "kind", "no-chair");
  gpointer waiver = add_named (plan, PLY_KIND_WAIVER, waiver_id, "kind", "no-room");

  ply_record_set_text (walk, "other", "Altbau");
  ply_record_set_integer (walk, "minutes", 12);
  ply_record_set_text (setting, "severity", "off");
  ply_record_set_text (waiver, "records", session->id);
  ply_record_set_text (waiver, "note", "Findet im Freien statt");
  ply_plan_set_integer (plan, PLY_KIND_EVENT, event_id, "break_least", 15);
  ply_plan_set_text (plan, PLY_KIND_EVENT, event_id, "wanted_languages", "de kk");
  ply_plan_set_text (plan, PLY_KIND_SESSION_TYPE, type->id, "wanted_languages", "kk");
  return plan;
}

static void
add_picture (PlyPlan *plan)
{
  gpointer asset = add (plan, PLY_KIND_ASSET, "name", "Logo");
  g_autoptr (GBytes) data = g_bytes_new ("\x89PNG\r\n", 6);
  g_auto (PlyValue) bytes = ply_value_bytes (data);

  ply_record_set_text (asset, "media_type", "image/png");
  ply_record_set_integer (asset, "width", 1);
  ply_record_set_integer (asset, "height", 1);
  ply_record_set_value (asset, ply_field_lookup (PLY_KIND_ASSET, "data"), &bytes);
}

static void
run (PlyStore *store, PlyPlan *plan)
{
  g_autoptr (GError) error = NULL;

  if (!ply_store_run (store, plan, NULL, &error))
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  g_autoptr (PlyPlan) event = plan_event ();
  g_autoptr (PlyPlan) all = ply_plan_new ("Add All");
  g_autoptr (PlyPlan) translate = ply_plan_new ("Translate");
  g_autoptr (PlyPlan) rename = ply_plan_new ("Rename");
  g_autoptr (PlyPlan) conflicts = NULL;
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyStore) store = ply_store_create (file, event, TRUE, &error);
  PlySession *session;
  g_autofree char *session_id = NULL;

  if (store == NULL)
    g_error ("%s", error->message);
  session = add_programme (all);
  session_id = g_strdup (session->record.id);
  add_rest (all, session, add_people (all, session));
  add_picture (all);
  run (store, all);

  snapshot = ply_store_load (store, NULL);
  ply_plan_translate (translate, snapshot,
                      ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, session_id), "title", "kk",
                      "Ашылуы", "final");
  run (store, translate);
  conflicts = plan_conflicts (snapshot);
  run (store, conflicts);
  ply_plan_set_text (rename, PLY_KIND_EVENT, event_id, "title", "Anderer Titel");
  run (store, rename);
  return ply_store_undo (store, &error) && ply_store_close (store, &error) ? 0 : 1;
}
