/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"

#include "brute-force.h"

#include <string.h>

/* Random edits of an event: what the update says is what a fresh check says, and both say what
 * brute force says. A probe says before what the update then does, and leaves no trace. */

#define N_EDITS 2000
#define N_SESSIONS 40
#define N_TALKS 30
#define N_PEOPLE 15
#define N_ROOMS 4
#define N_PARTS 80

static GRand *dice;
static PlyConflicts *current; /* some of which may be waived */

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

static const char *
some_languages (void)
{
  static const char *const languages[] = { "", "", "en", "de", "ru", "en_de", "de_ru", "de-AT" };

  return languages[roll (G_N_ELEMENTS (languages))];
}

static char *
session_line (guint index)
{
  static const char *const states[] = { "confirmed", "confirmed", "", "tentative", "cancelled" };
  g_autofree char *day = some ("d", 3, 1);
  g_autofree char *room = some ("r", N_ROOMS, 1);
  g_autofree char *track = some ("k", 3, 3);
  g_autofree char *type = some ("y", 3, 1);

  return g_strdup_printf (
      "session s%u title=T%u day=%s start=%d duration=%u room=%s all_rooms=%d "
      "track=%s type=%s audience=%u state=%s language=%s interpretation=%s",
      index, roll (60), day, roll (12) == 0 ? 1400 + (int) roll (400) : (int) roll (40) * 15,
      roll (9) * 15, room, roll (15) == 0, track, type, roll (120),
      states[roll (G_N_ELEMENTS (states))], some_languages (), some_languages ());
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
  static const char *const types[] = { "before", "not-parallel", "same-room", "same-day",
                                       "must-see" };

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
  static const char *const buildings[] = { "", "House", "Annexe", "Tower", "annexe" };

  return g_strdup_printf ("room r%u name=R%u capacity=%u building=%s", index, roll (9),
                          20 + roll (100), buildings[roll (G_N_ELEMENTS (buildings))]);
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
  return g_strdup_printf ("session_type y%u name=Y is_break=%d wants_chair=%u wanted_languages=%s",
                          index, index == 0, index == 1 ? 1 : roll (2),
                          roll (2) ? some_languages () : "");
}

/* "15", or unset at times. */
static char *
some_minutes (guint most)
{
  return roll (5) == 0 ? g_strdup ("") : g_strdup_printf ("%u", roll (most));
}

static char *
event_line (guint index)
{
  g_autofree char *break_least = some_minutes (60);
  g_autofree char *gap_most = some_minutes (120);
  g_autofree char *turnover_least = some_minutes (30);
  g_autofree char *walking = some_minutes (40);

  return g_strdup_printf ("event e break_least=%s gap_most=%s turnover_least=%s walking=%s "
                          "wanted_languages=%s",
                          break_least, gap_most, turnover_least, walking, some_languages ());
}

static char *
walk_line (guint index)
{
  static const char *const buildings[] = { "House", "Annexe", "Tower" };

  return g_strdup_printf ("walk w%u building=%s other=%s minutes=%u", index, buildings[roll (3)],
                          buildings[roll (3)], roll (60));
}

static char *
setting_line (guint index)
{
  static const char *const severities[] = { "off", "hint", "warning", "error" };

  return g_strdup_printf ("conflict_setting c%u kind=%s severity=%s", index,
                          ply_conflict_kind_get_info (index)->name, severities[roll (4)]);
}

/* Of something that is found, or not any more. */
static char *
waiver_line (guint index)
{
  GPtrArray *list = current != NULL ? ply_conflicts_get_list (current) : NULL;
  g_autoptr (PlyWaiver) waiver = NULL;

  if (list == NULL || list->len == 0)
    return g_strdup_printf ("waiver z%u kind=no-room records=s%u", index, roll (N_SESSIONS));
  waiver = ply_conflict_make_waiver (list->pdata[roll (list->len)], NULL);
  g_strdelimit (waiver->records, " ", '_');
  return g_strdup_printf ("waiver z%u kind=%s records=%s text=%s", index, waiver->kind,
                          waiver->records, waiver->text != NULL ? waiver->text : "");
}

/* No two of them share a prefix: ids are unique over all kinds. What is edited, how often (of all
 * their sum), and how many there may be. */
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
  { "walk", "w", 3, 1, walk_line },
  { "conflict_setting", "c", PLY_N_CONFLICT_KINDS, 1, setting_line },
  { "waiver", "z", 20, 6, waiver_line },
  { "event", "e", 1, 1, event_line },
};

static char *
random_edit (void)
{
  guint which = 0, sum = 0;
  guint at, index;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    sum += kinds[i].weight;
  at = roll (sum);
  while (at >= kinds[which].weight)
    at -= kinds[which++].weight;
  index = roll (kinds[which].n);
  if (roll (8) == 0 && kinds[which].line != event_line)
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
  g_assert_cmpuint (ply_conflicts_get_waived (conflicts)->len, ==,
                    ply_conflicts_get_waived (fresh)->len);
  for (guint i = 0; i < PLY_N_SEVERITIES; i++)
    g_assert_cmpuint (ply_conflicts_count (conflicts, i), ==, ply_conflicts_count (fresh, i));
  assert_about (conflicts, fresh);
}

static void
assert_brute_force (PlyConflicts *conflicts, PlySnapshot *snapshot, const char *edit)
{
  g_autofree char *found = brute_force_describe_found (conflicts);
  g_autofree char *expected = brute_force_describe (snapshot);

  if (strcmp (found, expected) != 0)
    g_test_message ("after %s", edit);
  g_assert_cmpstr (found, ==, expected);
}

/* Whichever of its records comes first now. */
static char *
case_of (PlyConflictKind kind, const PlyConflictRecord *const *records, guint n, const char *text)
{
  g_autofree const char **ids = g_new (const char *, n);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < n; i++)
    ids[i] = records[i]->id;
  joined = ply_waiver_join_records (ids, n);
  return g_strdup_printf ("%s %s %s", ply_conflict_kind_get_info (kind)->name, joined,
                          text != NULL ? text : "");
}

static char *
case_of_conflict (const PlyConflict *conflict, gboolean with_text)
{
  g_autofree const PlyConflictRecord **records =
      g_new (const PlyConflictRecord *, conflict->n_records);

  for (guint i = 0; i < conflict->n_records; i++)
    records[i] = &conflict->records[i];
  return case_of (conflict->kind, records, conflict->n_records,
                  with_text ? ply_conflict_get_text (conflict) : NULL);
}

static GHashTable *
cases_of (PlyConflicts *conflicts)
{
  GHashTable *cases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *list = ply_conflicts_get_list (conflicts);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (cases, case_of_conflict (list->pdata[i], TRUE));
  return cases;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
join (GPtrArray *cases)
{
  g_ptr_array_sort (cases, compare_texts);
  g_ptr_array_add (cases, NULL);
  return g_strjoinv ("\n", (char **) cases->pdata);
}

static char *
describe_fresh (const PlyProbe *probe)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < probe->fresh->len; i++)
    {
      const PlyForeseen *foreseen = probe->fresh->pdata[i];

      g_ptr_array_add (cases, case_of (foreseen->kind, (gpointer) foreseen->records->pdata,
                                       foreseen->records->len, NULL));
    }
  return join (cases);
}

/* What the update made new is what the probe had foreseen. */
static void
assert_foreseen (PlyConflicts *conflicts, const PlyProbe *probe, GHashTable *before)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *list = ply_conflicts_get_list (conflicts);
  g_autofree char *foreseen = describe_fresh (probe);
  g_autofree char *now = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *found = case_of_conflict (list->pdata[i], TRUE);

      if (!g_hash_table_contains (before, found))
        g_ptr_array_add (fresh, case_of_conflict (list->pdata[i], FALSE));
    }
  g_assert_cmpuint (g_hash_table_size (before) + fresh->len - list->len, ==, probe->n_solved);
  now = join (fresh);
  g_assert_cmpstr (foreseen, ==, now);
}

static char *
random_edits (void)
{
  GString *edits = g_string_new (NULL);

  /* Now and then several at once, as a command makes them. */
  for (guint n = roll (10) == 0 ? 5 : 1; n > 0; n--)
    {
      g_autofree char *line = random_edit ();

      g_string_append_printf (edits, "%s\n", line);
    }
  return g_string_free_and_steal (edits);
}

/* Records alone: what belonged to one that goes is left behind. */
static PlySnapshot *
edit_records (PlyConflicts *conflicts, PlySnapshot *snapshot, const char *edits)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));
  g_auto (GStrv) lines = g_strsplit (edits, "\n", -1);

  for (guint i = 0; *lines[i] != '\0'; i++)
    snapshot = apply (snapshot, lines[i], changes);
  ply_conflicts_update (conflicts, snapshot, (PlyChange *) changes->data, changes->len);
  return snapshot;
}

static PlySnapshot *
run_plan (PlyConflicts *conflicts, PlySnapshot *snapshot, const char *edits)
{
  g_autoptr (PlyPlan) plan = little_event_plan (snapshot, edits);
  g_autoptr (GHashTable) before = cases_of (conflicts);
  g_autofree char *untouched = little_event_describe (conflicts, -1);
  g_autoptr (PlyProbe) probe = ply_conflicts_probe (conflicts, plan);
  g_autofree char *probed = little_event_describe (conflicts, -1);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));
  PlySnapshot *next = ply_plan_apply (plan, snapshot);

  g_assert_cmpstr (untouched, ==, probed);
  for (guint i = 0; i < ply_plan_get_n_edits (plan); i++)
    {
      const PlyEdit *edit = ply_plan_get_edit (plan, i);
      PlyChange change = { edit->kind, edit->id, NULL };

      g_array_append_val (changes, change);
    }
  ply_conflicts_update (conflicts, next, (PlyChange *) changes->data, changes->len);
  assert_foreseen (conflicts, probe, before);
  ply_snapshot_unref (snapshot);
  return next;
}

static void
test_random (void)
{
  g_autoptr (PlySnapshot) snapshot = random_event ();
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  guint most = 0;

  current = conflicts;
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *edits = random_edits ();

      if (roll (2) == 0)
        snapshot = edit_records (conflicts, g_steal_pointer (&snapshot), edits);
      else
        snapshot = run_plan (conflicts, g_steal_pointer (&snapshot), edits);
      assert_same (conflicts, snapshot, edits, i % 20 == 0);
      if (i % 5 == 0)
        assert_brute_force (conflicts, snapshot, edits);
      most = MAX (most, ply_conflicts_get_list (conflicts)->len);
    }
  g_assert_cmpuint (most, >, 100);
  current = NULL;
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
  guint32 seed = 20231012;

  g_test_init (&argc, &argv, NULL);
  /* Another seed is for looking for more. */
  if (g_getenv ("PLY_SEED") != NULL)
    seed = g_ascii_strtoull (g_getenv ("PLY_SEED"), NULL, 10);
  dice = g_rand_new_with_seed (seed);
  g_test_add_func ("/updates/random", test_random);
  g_test_add_func ("/updates/crowd", test_crowd);
  g_test_add_func ("/updates/broken", test_broken);
  return g_test_run ();
}
