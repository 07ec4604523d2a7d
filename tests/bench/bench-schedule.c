/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts.h"
#include "ply-time.h"
#include "ply-translation.h"

#include <time.h>

/* The conflict check of events of 1,000, 10,000 and 100,000 sessions in three languages, with every
 * kind of conflict asked for: all of it, after one move, and what a move would do. An event of
 * 10,000 has 30 rooms, 14 days, 4,000 people; days grow with the sessions, rooms do not. */

#define N_ROOMS 30
#define N_TRACKS 20
#define PER_ROOM_DAY 24
#define SLOT 50
#define N_MOVES 200
#define N_FULL 5 /* and more of smaller events: the best counts */
#define N_WAIVERS 10

typedef struct
{
  GPtrArray *records;
  guint n_sessions, n_days, n_people, n_institutions;
} Maker;

/* Helpers */

static void
print (const char *label, guint n, double value, const char *unit)
{
  g_print ("%s, %u sessions\t%.4f\t%s\n", label, n, value, unit);
}

/* Microseconds of the processor, which others beside us do not lengthen. */
static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

/* As UUIDs are: unlike each other from the first digits on. */
static char *
make_id (PlyKind kind, guint index)
{
  return g_strdup_printf ("%08x-%04x-4000-8000-%012x", (index + 1) * 2654435761u, kind, index);
}

static gpointer
add (Maker *self, PlyKind kind, guint index)
{
  g_autofree char *id = make_id (kind, index);
  gpointer record = ply_record_new (kind, id);

  g_ptr_array_add (self->records, record);
  return record;
}

static void
translate (Maker *self, PlyKind kind, guint index, const char *field, const char *text)
{
  static const char *const languages[] = { "kk", "ru" };
  g_autofree char *owner = make_id (kind, index);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *id = ply_translation_id (owner, field, languages[i]);
      PlyTranslation *translation = ply_record_new (PLY_KIND_TRANSLATION, id);

      translation->owner_kind = g_strdup (ply_kind_get_info (kind)->name);
      translation->owner = g_steal_pointer (&owner);
      owner = g_strdup (translation->owner);
      translation->field = g_strdup (field);
      translation->language = g_strdup (languages[i]);
      translation->text = g_strdup (text);
      translation->state = g_strdup ("final");
      g_ptr_array_add (self->records, translation);
    }
}

static void
add_frame (Maker *self)
{
  PlyEvent *event = add (self, PLY_KIND_EVENT, 0);
  PlySessionType *type = add (self, PLY_KIND_SESSION_TYPE, 0);

  event->title = g_strdup ("Bench");
  event->timezone = g_strdup ("Asia/Almaty");
  event->base_language = g_strdup ("en");
  event->languages = g_strdup ("en kk ru");
  event->break_least = 15;
  event->gap_most = 60;
  event->turnover_least = 5;
  event->walking = 10;
  event->wanted_languages = g_strdup ("en kk");
  type->name = g_strdup ("Talk");
  for (guint i = 0; i < self->n_days; i++)
    {
      PlyDay *day = add (self, PLY_KIND_DAY, i);

      day->date = ply_date_add ("2026-01-01", i);
    }
  for (guint i = 0; i < N_ROOMS; i++)
    {
      PlyRoom *room = add (self, PLY_KIND_ROOM, i);

      room->name = g_strdup_printf ("Hall %u", i);
      room->capacity = 50 + i * 10;
      room->building = g_strdup_printf ("House %u", i / 10);
    }
  for (guint i = 0; i < N_TRACKS; i++)
    ((PlyTrack *) add (self, PLY_KIND_TRACK, i))->name = g_strdup_printf ("Track %u", i);
}

/* A break in all rooms on each day, and some conflicts waived. */
static void
add_breaks_and_waivers (Maker *self)
{
  PlySessionType *type = add (self, PLY_KIND_SESSION_TYPE, 1);

  type->name = g_strdup ("Break");
  type->is_break = 1;
  for (guint i = 0; i < self->n_days; i++)
    {
      PlySession *session = add (self, PLY_KIND_SESSION, self->n_sessions + i);

      session->title = g_strdup ("Lunch");
      session->day = make_id (PLY_KIND_DAY, i);
      session->start = 12 * 60;
      session->duration = i % 10 == 0 ? 10 : 60;
      session->all_rooms = 1;
      session->type = make_id (PLY_KIND_SESSION_TYPE, 1);
    }
  for (guint i = 0; i < N_WAIVERS; i++)
    {
      g_autofree char *session = make_id (PLY_KIND_SESSION, i * 100);
      g_autofree char *room = make_id (PLY_KIND_ROOM, i * 100 % N_ROOMS);
      const char *ids[] = { session, room };
      PlyWaiver *waiver = add (self, PLY_KIND_WAIVER, i);

      waiver->kind = g_strdup ("over-capacity");
      waiver->records = ply_waiver_join_records (ids, G_N_ELEMENTS (ids));
    }
}

static void
add_people (Maker *self)
{
  for (guint i = 0; i < self->n_institutions; i++)
    {
      PlyInstitution *institution = add (self, PLY_KIND_INSTITUTION, i);

      institution->name = g_strdup_printf ("University No. %u", i);
      institution->country = g_strdup_printf ("%c%c", 'A' + i % 4, 'A' + i % 5);
    }
  for (guint i = 0; i < self->n_people; i++)
    {
      PlyPerson *person = add (self, PLY_KIND_PERSON, i);
      PlyAffiliation *affiliation = add (self, PLY_KIND_AFFILIATION, i);

      person->given_name = g_strdup (i % 2 ? "Galymzhan" : "Сергей");
      person->family_name = g_strdup_printf ("Person%c%c%c%c", 'a' + i % 26, 'a' + i / 26 % 26,
                                             'a' + i / 676 % 26, 'a' + i / 17576 % 26);
      person->name = g_strdup_printf ("%s %s", person->given_name, person->family_name);
      affiliation->person = make_id (PLY_KIND_PERSON, i);
      affiliation->institution = make_id (PLY_KIND_INSTITUTION, i % self->n_institutions);
    }
}

static void
add_participation (Maker *self, guint index, guint session, guint person, const char *role)
{
  PlyParticipation *part = add (self, PLY_KIND_PARTICIPATION, index);

  part->session = make_id (PLY_KIND_SESSION, session);
  part->person = make_id (PLY_KIND_PERSON, person);
  part->role = g_strdup (role);
}

static void
add_sessions (Maker *self)
{
  for (guint i = 0; i < self->n_sessions; i++)
    {
      PlySession *session = add (self, PLY_KIND_SESSION, i);
      guint slot = i / N_ROOMS;

      session->title = g_strdup_printf (i % 2 ? "On the results of project %u in Almaty"
                                              : "О результатах проекта %u в Алматы",
                                        i);
      session->abstract = g_strnfill (300, 'a' + i % 26);
      session->day = make_id (PLY_KIND_DAY, slot / PER_ROOM_DAY);
      session->start = slot % PER_ROOM_DAY * SLOT;
      /* Every fiftieth runs into the next. */
      session->duration = i % 50 == 0 ? SLOT + 10 : SLOT - 5;
      session->room = make_id (PLY_KIND_ROOM, i % N_ROOMS);
      session->track = make_id (PLY_KIND_TRACK, i % N_ROOMS % N_TRACKS);
      session->type = make_id (PLY_KIND_SESSION_TYPE, 0);
      session->audience = i % 100 == 0 ? 400 : 40;
      session->language = g_strdup (i % 3 == 0 ? "kk" : "en");
      session->interpretation = g_strdup (i % 3 == 0 ? "ru en" : i % 20 == 0 ? "ru" : "kk ru");
      translate (self, PLY_KIND_SESSION, i, "title", "Жобаның нәтижелері туралы");
      if (i % 10 != 0)
        translate (self, PLY_KIND_SESSION, i, "abstract", "Аңдатпа");
      add_participation (self, i * 2, i, i % self->n_people, "speaker");
      add_participation (self, i * 2 + 1, i, (i * 7 + 3) % self->n_people, "chair");
    }
}

static PlySnapshot *
make_event (guint n_sessions)
{
  Maker self = {
    .records = g_ptr_array_new_with_free_func (ply_record_unref),
    .n_sessions = n_sessions,
    .n_days = (n_sessions - 1) / (N_ROOMS * PER_ROOM_DAY) + 1,
    .n_people = n_sessions * 4 / 10,
    .n_institutions = MAX (n_sessions / 20, 1),
  };
  PlySnapshot *snapshot;

  add_frame (&self);
  add_people (&self);
  add_sessions (&self);
  add_breaks_and_waivers (&self);
  snapshot = ply_snapshot_new (self.records);
  g_ptr_array_unref (self.records);
  return snapshot;
}

static void
bench_full (PlySnapshot *snapshot, guint n)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < MIN (N_FULL * (100000 / n), 100); i++)
    {
      double since = processor_time ();
      PlyConflicts *conflicts = ply_conflicts_new (snapshot);

      best = MIN (best, processor_time () - since);
      if (i == 0)
        print ("conflicts", n, ply_conflicts_get_list (conflicts)->len, "conflicts");
      ply_conflicts_free (conflicts);
    }
  print ("full check", n, best / 1000.0, "ms");
  print ("full check a session", n, best / n, "us");
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return (one > two) - (one < two);
}

/* The snapshot is the store's work and not counted. */
static void
bench_moves (PlySnapshot *snapshot, guint n)
{
  PlyConflicts *conflicts = ply_conflicts_new (snapshot);
  PlySnapshot *now = ply_snapshot_ref (snapshot);
  double updates[N_MOVES], lists[N_MOVES];

  ply_conflicts_get_list (conflicts);
  for (guint i = 0; i < N_MOVES; i++)
    {
      g_autofree char *id = make_id (PLY_KIND_SESSION, i * 7919u % n);
      g_autofree char *room = make_id (PLY_KIND_ROOM, i * 11 % N_ROOMS);
      g_autoptr (PlyRecord) record =
          ply_record_copy (ply_snapshot_lookup (now, PLY_KIND_SESSION, id), NULL);
      PlyChange change = { PLY_KIND_SESSION, id, record };
      PlySnapshot *next;

      ply_record_set_text (record, "room", room);
      ply_record_set_integer (record, "start", i * 37 % 1200);
      next = ply_snapshot_update (now, &change, 1);
      updates[i] = processor_time ();
      ply_conflicts_update (conflicts, next, &change, 1);
      lists[i] = processor_time ();
      updates[i] = lists[i] - updates[i];
      ply_conflicts_get_list (conflicts);
      lists[i] = processor_time () - lists[i];
      ply_snapshot_unref (now);
      now = next;
    }
  qsort (updates, N_MOVES, sizeof *updates, compare_times);
  qsort (lists, N_MOVES, sizeof *lists, compare_times);
  print ("after a move", n, updates[N_MOVES / 2] / 1000.0, "ms");
  print ("its list", n, lists[N_MOVES / 2] / 1000.0, "ms");
  ply_conflicts_free (conflicts);
  ply_snapshot_unref (now);
}

/* As while a block is dragged about. */
static void
bench_probes (PlySnapshot *snapshot, guint n)
{
  PlyConflicts *conflicts = ply_conflicts_new (snapshot);
  double times[N_MOVES];
  guint n_fresh = 0;

  ply_conflicts_get_list (conflicts);
  for (guint i = 0; i < N_MOVES; i++)
    {
      g_autofree char *id = make_id (PLY_KIND_SESSION, i * 7919u % n);
      g_autofree char *room = make_id (PLY_KIND_ROOM, i * 11 % N_ROOMS);
      g_autoptr (PlyPlan) plan = ply_plan_new ("Move");
      g_autoptr (PlyProbe) probe = NULL;

      ply_plan_set_text (plan, PLY_KIND_SESSION, id, "room", room);
      ply_plan_set_integer (plan, PLY_KIND_SESSION, id, "start", i * 37 % 1200);
      times[i] = processor_time ();
      probe = ply_conflicts_probe (conflicts, plan);
      times[i] = processor_time () - times[i];
      n_fresh += probe->fresh->len;
    }
  qsort (times, N_MOVES, sizeof *times, compare_times);
  print ("probe of a move", n, times[N_MOVES / 2] / 1000.0, "ms");
  print ("conflicts that it foresees", n, (double) n_fresh / N_MOVES, "conflicts");
  ply_conflicts_free (conflicts);
}

int
main (void)
{
  static const guint sizes[] = { 1000, 10000, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PlySnapshot) snapshot = make_event (sizes[i]);

      bench_full (snapshot, sizes[i]);
      bench_moves (snapshot, sizes[i]);
      bench_probes (snapshot, sizes[i]);
    }
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    g_print ("ratio\tfull check, %u sessions\tfull check, %u sessions\n", sizes[i], sizes[i - 1]);
  return 0;
}
