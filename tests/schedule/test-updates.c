/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"

#include "ply-programme-order.h"
#include "ply-time.h"

#include <string.h>

/* Random edits of an event: what the update says is what a fresh check says, and both say of rooms
 * and people what comparing each with each says. */

#define N_EDITS 2000
#define N_SESSIONS 40
#define N_TALKS 30
#define N_PEOPLE 15
#define N_ROOMS 4
#define N_PARTS 80

static GRand *dice;

/* Helpers */

static guint
roll (guint n)
{
  return g_rand_int_range (dice, 0, n);
}

/* "prefix7", or nothing at times. */
static char *
some (const char *prefix, guint n, guint nothing_of_ten)
{
  return roll (10) < nothing_of_ten ? g_strdup ("") : g_strdup_printf ("%s%u", prefix, roll (n));
}

static char *
session_line (guint index)
{
  static const char *const states[] = { "confirmed", "confirmed", "", "tentative", "cancelled" };
  g_autofree char *day = some ("d", 3, 1);
  g_autofree char *room = some ("r", N_ROOMS, 1);
  g_autofree char *track = some ("k", 3, 3);
  g_autofree char *type = some ("y", 3, 1);

  return g_strdup_printf ("session s%u title=T%u day=%s start=%d duration=%u room=%s all_rooms=%d "
                          "track=%s type=%s audience=%u state=%s",
                          index, roll (60), day,
                          roll (12) == 0 ? 1400 + (int) roll (400) : (int) roll (40) * 15,
                          roll (9) * 15, room, roll (15) == 0, track, type, roll (120),
                          states[roll (G_N_ELEMENTS (states))]);
}

static char *
talk_line (guint index)
{
  g_autofree char *pinned = roll (6) == 0 ? g_strdup_printf ("%u", roll (60)) : g_strdup ("");

  return g_strdup_printf ("talk t%u session=s%u title=T%u duration=%u rank=%u pinned=%s", index,
                          roll (N_SESSIONS), roll (60), roll (4) * 10, 1 + roll (9), pinned);
}

static char *
part_line (guint index)
{
  static const char *const roles[] = { "speaker", "chair", "author", "interpreter", "organizer" };
  gboolean of_talk = roll (2);
  g_autofree char *session = some ("s", N_SESSIONS, of_talk ? 10 : 0);
  g_autofree char *talk = some ("t", N_TALKS, of_talk ? 0 : 10);
  g_autofree char *institution = some ("i", 4, 7);

  return g_strdup_printf ("participation p%u session=%s talk=%s person=n%u institution=%s role=%s "
                          "note=%s",
                          index, session, talk, roll (N_PEOPLE), institution,
                          roles[roll (G_N_ELEMENTS (roles))], roll (5) == 0 ? "Note" : "");
}

static char *
person_line (guint index)
{
  static const char *const names[] = { "Ann_Alder", "Alder_Ann", "Сергей_Иванов", "Sergei_Ivanov",
                                       "Bob_Birch", "Cid_Cedar", "Dan_Dogwood",   "Eve_Elm" };
  static const char *const given[] = { "", "Sergei", "Сергей", "Ann" };
  static const char *const family[] = { "", "Ivanov", "Иванов", "Alder" };
  guint which = roll (G_N_ELEMENTS (given));

  return g_strdup_printf ("person n%u name=%s given_name=%s family_name=%s country=%s", index,
                          names[roll (G_N_ELEMENTS (names))], given[which], family[which],
                          roll (2) ? "KZ" : "DE");
}

static char *
slot_line (guint index)
{
  gboolean of_room = roll (3) == 0;
  g_autofree char *person = some ("n", N_PEOPLE, of_room ? 10 : 0);
  g_autofree char *room = some ("r", N_ROOMS, of_room ? 0 : 10);
  g_autofree char *start = roll (2) ? g_strdup_printf ("%u", roll (300)) : g_strdup ("");
  g_autofree char *end = roll (2) ? g_strdup_printf ("%u", 300 + roll (300)) : g_strdup ("");

  return g_strdup_printf ("availability v%u person=%s room=%s day=d%u start=%s end=%s available=%u",
                          index, person, room, roll (3), start, end, roll (2));
}

static char *
rule_line (guint index)
{
  static const char *const types[] = { "before", "not-parallel", "same-room", "same-day" };

  return g_strdup_printf ("rule u%u type=%s session=s%u other=s%u", index,
                          types[roll (G_N_ELEMENTS (types))], roll (N_SESSIONS), roll (N_SESSIONS));
}

static char *
text_line (guint index)
{
  static const char *const owners[] = { "session owner=s", "talk owner=t", "person owner=n",
                                        "participation owner=p" };
  guint which = roll (G_N_ELEMENTS (owners));

  return g_strdup_printf ("translation x%u owner_kind=%s%u field=%s language=%s text=Text "
                          "state=draft",
                          index, owners[which], roll (which == 0 ? N_SESSIONS : N_PEOPLE),
                          which == 2   ? "name"
                          : which == 3 ? "note"
                                       : "title",
                          roll (2) ? "ru" : "de");
}

static char *
affiliation_line (guint index)
{
  return g_strdup_printf ("affiliation a%u person=n%u institution=i%u position=%s", index,
                          roll (N_PEOPLE), roll (4), roll (3) == 0 ? "Professor" : "");
}

static char *
institution_line (guint index)
{
  return g_strdup_printf ("institution i%u name=I%u country=%s", index, index,
                          roll (2) ? "KZ" : "DE");
}

static char *
room_line (guint index)
{
  return g_strdup_printf ("room r%u name=R%u capacity=%u", index, roll (9), 20 + roll (100));
}

static char *
day_line (guint index)
{
  return g_strdup_printf ("day d%u date=2023-10-%02u opens=%u closes=%u", index,
                          12 + (roll (20) == 0 ? roll (3) : index), roll (2) * 60,
                          1000 + roll (500));
}

static char *
type_line (guint index)
{
  return g_strdup_printf ("session_type y%u name=Y is_break=%d wants_chair=%u", index, index == 0,
                          index == 1 ? 1 : roll (2));
}

/* What is edited, how often (of all their sum), and how many there may be. */
static const struct
{
  const char *table;
  const char *prefix;
  guint n;
  guint weight;
  char *(*line) (guint index);
} kinds[] = {
  { "session", "s", N_SESSIONS, 30, session_line },
  { "talk", "t", N_TALKS, 12, talk_line },
  { "participation", "p", N_PARTS, 20, part_line },
  { "person", "n", N_PEOPLE, 6, person_line },
  { "availability", "v", 10, 6, slot_line },
  { "rule", "u", 12, 6, rule_line },
  { "translation", "x", 60, 8, text_line },
  { "affiliation", "a", 12, 5, affiliation_line },
  { "institution", "i", 4, 2, institution_line },
  { "room", "r", N_ROOMS, 2, room_line },
  { "day", "d", 3, 1, day_line },
  { "session_type", "y", 3, 1, type_line },
};

static char *
random_edit (void)
{
  guint which = 0;
  guint at = roll (99);
  guint index;

  while (at >= kinds[which].weight)
    at -= kinds[which++].weight;
  index = roll (kinds[which].n);
  if (roll (8) == 0)
    return g_strdup_printf ("- %s %s%u", kinds[which].table, kinds[which].prefix, index);
  return kinds[which].line (index);
}

static PlySnapshot *
apply (PlySnapshot *snapshot, const char *line, GArray *changes)
{
  PlyKind kind;
  g_auto (GStrv) words = g_strsplit (line, " ", 4);
  gboolean remove = strcmp (words[0], "-") == 0;

  kind = ply_kind_from_name (words[remove ? 1 : 0]);
  if (remove && ply_snapshot_lookup (snapshot, kind, words[2]) == NULL)
    return snapshot;
  return little_event_edit (snapshot, line, changes);
}

static PlySnapshot *
random_event (void)
{
  PlySnapshot *snapshot = little_event_edit (
      ply_snapshot_new (NULL), "event e title=E base_language=en languages=en_de_ru", NULL);

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; i < kinds[kind].n; i++)
      {
        g_autofree char *line = kinds[kind].line (i);

        snapshot = apply (snapshot, line, NULL);
      }
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *line = g_strdup_printf ("track k%u name=K", i);

      snapshot = apply (snapshot, line, NULL);
    }
  return snapshot;
}

/* Each with each */

typedef struct
{
  const PlySession *session;
  const PlyTalk *talk;
  gint64 start, end;
} Busy;

static gboolean
find_time (PlySnapshot *snapshot, const PlySession *session, Busy *busy)
{
  const PlyDay *day =
      session != NULL ? ply_snapshot_lookup (snapshot, PLY_KIND_DAY, session->day) : NULL;

  if (day == NULL || session->start == PLY_UNSET || g_strcmp0 (session->state, "cancelled") == 0)
    return FALSE;
  busy->session = session;
  busy->start = ply_date_difference ("2023-01-01", day->date) * 1440 + session->start;
  busy->end = busy->start + session->duration;
  return TRUE;
}

static gboolean
find_talk_time (PlySnapshot *snapshot, const PlyTalk *talk, Busy *busy)
{
  const PlySession *session =
      talk != NULL ? ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, talk->session) : NULL;
  g_autofree gint64 *offsets = NULL;
  GPtrArray *talks;

  if (!find_time (snapshot, session, busy))
    return FALSE;
  busy->talk = talk;
  offsets = ply_session_talk_offsets (snapshot, session, NULL);
  talks = ply_session_talks (snapshot, session);
  for (guint i = 0; i < talks->len; i++)
    if (talks->pdata[i] == talk)
      busy->start += offsets[i];
  busy->end = busy->start + talk->duration;
  return TRUE;
}

static gboolean
share_a_minute (const Busy *a, const Busy *b)
{
  return MIN (a->end, b->end) - MAX (a->start, b->start) >= 1;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_pair (GPtrArray *pairs, const char *a, const char *b, const char *of)
{
  gboolean turn = strcmp (a, b) > 0;

  g_ptr_array_add (pairs, g_strjoin (" ", turn ? b : a, turn ? a : b, of, NULL));
}

static char *
finish (GPtrArray *pairs)
{
  g_ptr_array_sort (pairs, compare_texts);
  g_ptr_array_add (pairs, NULL);
  return g_strjoinv ("; ", (char **) pairs->pdata);
}

static void
compare_in_room (PlySnapshot *snapshot, const PlyRoom *room, const Busy *a, const Busy *b,
                 GPtrArray *pairs)
{
  gboolean a_all = a->session->all_rooms == 1;
  gboolean b_all = b->session->all_rooms == 1;

  if ((a_all && ply_session_is_break (snapshot, a->session))
      || (b_all && ply_session_is_break (snapshot, b->session)) || !share_a_minute (a, b))
    return;
  if (room == NULL && a_all && b_all)
    add_pair (pairs, a->session->record.id, b->session->record.id, NULL);
  if (room == NULL || (a_all && b_all))
    return;
  if ((a_all || g_strcmp0 (a->session->room, room->record.id) == 0)
      && (b_all || g_strcmp0 (b->session->room, room->record.id) == 0))
    add_pair (pairs, a->session->record.id, b->session->record.id, room->record.id);
}

static char *
room_overlaps (PlySnapshot *snapshot)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_SESSION);
  guint n_rooms = ply_snapshot_get_n (snapshot, PLY_KIND_ROOM);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        Busy a = { 0 }, b = { 0 };

        if (!find_time (snapshot, ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i), &a)
            || !find_time (snapshot, ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, j), &b))
          continue;
        compare_in_room (snapshot, NULL, &a, &b, pairs);
        for (guint room = 0; room < n_rooms; room++)
          compare_in_room (snapshot, ply_snapshot_get_at (snapshot, PLY_KIND_ROOM, room), &a, &b,
                           pairs);
      }
  return finish (pairs);
}

static gboolean
find_part_time (PlySnapshot *snapshot, const PlyParticipation *part, Busy *busy)
{
  if (part->talk != NULL)
    return find_talk_time (snapshot, ply_snapshot_lookup (snapshot, PLY_KIND_TALK, part->talk),
                           busy);
  return find_time (snapshot, ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, part->session),
                    busy);
}

static char *
person_overlaps (PlySnapshot *snapshot)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) once = g_ptr_array_new_with_free_func (g_free);
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_PARTICIPATION);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        const PlyParticipation *one = ply_snapshot_get_at (snapshot, PLY_KIND_PARTICIPATION, i);
        const PlyParticipation *two = ply_snapshot_get_at (snapshot, PLY_KIND_PARTICIPATION, j);
        Busy a = { 0 }, b = { 0 };

        if (g_strcmp0 (one->person, two->person) != 0
            || ply_snapshot_lookup (snapshot, PLY_KIND_PERSON, one->person) == NULL
            || !find_part_time (snapshot, one, &a) || !find_part_time (snapshot, two, &b)
            || !share_a_minute (&a, &b))
          continue;
        if (a.session == b.session && (a.talk == NULL || b.talk == NULL || a.talk == b.talk))
          continue;
        add_pair (pairs, a.talk != NULL ? a.talk->record.id : a.session->record.id,
                  b.talk != NULL ? b.talk->record.id : b.session->record.id, one->person);
      }
  /* Several roles are one presence. */
  for (guint i = 0; i < pairs->len; i++)
    if (g_hash_table_add (seen, pairs->pdata[i]))
      g_ptr_array_add (once, g_strdup (pairs->pdata[i]));
  return finish (once);
}

static char *
found_pairs (PlyConflicts *conflicts, PlyConflictKind kind)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *list = ply_conflicts_get_list (conflicts);

  for (guint i = 0; i < list->len; i++)
    {
      const PlyConflict *conflict = list->pdata[i];

      if (conflict->kind == kind)
        add_pair (pairs, conflict->records[0].id, conflict->records[1].id,
                  conflict->n_records > 2 ? conflict->records[2].id : NULL);
    }
  return finish (pairs);
}

/* Tests */

static void
assert_about (PlyConflicts *conflicts, PlyConflicts *fresh)
{
  GPtrArray *list = ply_conflicts_get_list (fresh);

  for (guint i = 0; i < list->len; i++)
    {
      const PlyConflictRecord *record = ((const PlyConflict *) list->pdata[i])->records;
      g_autoptr (GPtrArray) a = ply_conflicts_dup_about (conflicts, record->kind, record->id);
      g_autoptr (GPtrArray) b = ply_conflicts_dup_about (fresh, record->kind, record->id);

      g_assert_cmpuint (a->len, ==, b->len);
    }
}

static void
assert_same (PlyConflicts *conflicts, PlySnapshot *snapshot, const char *edit, gboolean messages)
{
  g_autoptr (PlyConflicts) fresh = ply_conflicts_new (snapshot);
  g_autofree char *now =
      messages ? little_event_print (conflicts) : little_event_describe (conflicts, -1);
  g_autofree char *expected =
      messages ? little_event_print (fresh) : little_event_describe (fresh, -1);

  if (strcmp (now, expected) != 0)
    g_test_message ("after %s", edit);
  g_assert_cmpstr (now, ==, expected);
  for (guint i = 0; i < PLY_N_SEVERITIES; i++)
    g_assert_cmpuint (ply_conflicts_count (conflicts, i), ==, ply_conflicts_count (fresh, i));
  assert_about (conflicts, fresh);
}

static void
assert_as_each_with_each (PlyConflicts *conflicts, PlySnapshot *snapshot)
{
  g_autofree char *rooms = found_pairs (conflicts, PLY_CONFLICT_ROOM_OVERLAP);
  g_autofree char *people = found_pairs (conflicts, PLY_CONFLICT_PERSON_OVERLAP);
  g_autofree char *all_rooms = room_overlaps (snapshot);
  g_autofree char *all_people = person_overlaps (snapshot);

  g_assert_cmpstr (rooms, ==, all_rooms);
  g_assert_cmpstr (people, ==, all_people);
}

static void
test_random (void)
{
  g_autoptr (PlySnapshot) snapshot = random_event ();
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  guint most = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));
      g_autoptr (GString) edits = g_string_new (NULL);

      /* Now and then several at once, as a command makes them. */
      for (guint n = roll (10) == 0 ? 5 : 1; n > 0; n--)
        {
          g_autofree char *line = random_edit ();

          g_string_append_printf (edits, "%s\n", line);
          snapshot = apply (g_steal_pointer (&snapshot), line, changes);
        }
      ply_conflicts_update (conflicts, snapshot, (PlyChange *) changes->data, changes->len);
      assert_same (conflicts, snapshot, edits->str, i % 20 == 0);
      if (i % 10 == 0)
        assert_as_each_with_each (conflicts, snapshot);
      most = MAX (most, ply_conflicts_get_list (conflicts)->len);
    }
  g_assert_cmpuint (most, >, 100);
}

/* Nobody may have to wait for a thousand sessions at one time. */
static void
test_crowd (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (ply_record_unref);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));
  g_autoptr (PlySnapshot) crowd = NULL;
  g_autoptr (PlyConflicts) conflicts = NULL;
  guint n = 2000;

  for (guint i = 0; i < n; i++)
    {
      PlySession *session = ply_record_new (PLY_KIND_SESSION, NULL);
      PlyChange change = { PLY_KIND_SESSION, session->record.id, &session->record };

      session->title = g_strdup ("Same");
      session->day = g_strdup ("d1");
      session->room = g_strdup ("hall");
      session->start = 540;
      session->duration = 60;
      g_ptr_array_add (records, session);
      g_array_append_val (changes, change);
    }
  crowd = ply_snapshot_update (snapshot, (PlyChange *) changes->data, changes->len);
  conflicts = ply_conflicts_new (crowd);
  g_assert_cmpuint (ply_conflicts_count (conflicts, PLY_SEVERITY_ERROR), >=, n);
  g_assert_cmpuint (ply_conflicts_count (conflicts, PLY_SEVERITY_ERROR), <=, 50 * n);
}

/* References to nothing, dates that are none, and the like come from foreign files. */
static void
test_broken (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (
      little_event_new (),
      "session s1 day=nowhere room=none track=none type=none\n"
      "talk t session=none title=T duration=10\n"
      "participation p3 talk=none person=none role=speaker\n"
      "participation p4 talk=t person=ann role=speaker\n"
      "affiliation a3 person=none institution=none\n"
      "availability v person=none day=none available=1\n"
      "rule r type=before session=none other=s2\n"
      "rule r2 type=odd session=s2 other=s2\n"
      "day d3 date=2023-99-99\nsession s4 title=Four day=d3 start=0 duration=99999 room=hall\n"
      "translation x owner_kind=odd owner=s1 field=title language=de text=T state=final\n"
      "translation y owner_kind=session owner=none field=odd language=de text=T state=final\n",
      NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  g_autofree char *found = little_event_print (conflicts);

  g_assert_nonnull (g_strrstr (found, "no-time s1"));
  g_assert_nonnull (g_strrstr (found, "no-time s4"));
  g_assert_nonnull (g_strrstr (found, "no-room s1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dice = g_rand_new_with_seed (20231012);
  g_test_add_func ("/updates/random", test_random);
  g_test_add_func ("/updates/crowd", test_crowd);
  g_test_add_func ("/updates/broken", test_broken);
  return g_test_run ();
}
