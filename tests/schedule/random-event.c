/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-event.h"

#include "little-event.h"

#include <string.h>

#define N_SESSIONS 40
#define N_TALKS 30
#define N_PEOPLE 15
#define N_ROOMS 4
#define N_PARTS 80

static GRand *dice;
static PlyConflicts *current; /* some of which may be waived */

/* Helpers */

guint
random_roll (guint n)
{
  return g_rand_int_range (dice, 0, n);
}

/* "prefix7", or nothing at times. */
static char *
some (const char *prefix, guint n, guint nothing_of_ten)
{
  return random_roll (10) < nothing_of_ten ? g_strdup ("")
                                           : g_strdup_printf ("%s%u", prefix, random_roll (n));
}

static const char *
some_languages (void)
{
  static const char *const languages[] = { "", "", "en", "de", "ru", "en_de", "de_ru", "de-AT" };

  return languages[random_roll (G_N_ELEMENTS (languages))];
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
      index, random_roll (60), day,
      random_roll (12) == 0 ? 1400 + (int) random_roll (400) : (int) random_roll (40) * 15,
      random_roll (9) * 15, room, random_roll (15) == 0, track, type, random_roll (120),
      states[random_roll (G_N_ELEMENTS (states))], some_languages (), some_languages ());
}

static char *
talk_line (guint index)
{
  g_autofree char *pinned =
      random_roll (6) == 0 ? g_strdup_printf ("%u", random_roll (60)) : g_strdup ("");

  return g_strdup_printf ("talk t%u session=s%u title=T%u duration=%u rank=%u pinned=%s", index,
                          random_roll (N_SESSIONS), random_roll (60), random_roll (4) * 10,
                          1 + random_roll (9), pinned);
}

static char *
part_line (guint index)
{
  static const char *const roles[] = { "speaker", "chair", "author", "interpreter", "organizer" };
  gboolean of_talk = random_roll (2);
  g_autofree char *session = some ("s", N_SESSIONS, of_talk ? 10 : 0);
  g_autofree char *talk = some ("t", N_TALKS, of_talk ? 0 : 10);
  g_autofree char *institution = some ("i", 4, 7);

  return g_strdup_printf ("participation p%u session=%s talk=%s person=n%u institution=%s role=%s "
                          "note=%s",
                          index, session, talk, random_roll (N_PEOPLE), institution,
                          roles[random_roll (G_N_ELEMENTS (roles))],
                          random_roll (5) == 0 ? "Note" : "");
}

static char *
person_line (guint index)
{
  static const char *const names[] = { "Ann_Alder", "Alder_Ann", "Сергей_Иванов",  "Sergei_Ivanov",
                                       "Schukow",   "Жуков",     "Schach_Schukow", "Eve_Elm" };
  static const char *const given[] = { "", "Sergei", "Сергей", "Ann" };
  static const char *const family[] = { "", "Ivanov", "Иванов", "Alder" };
  guint which = random_roll (G_N_ELEMENTS (given));

  return g_strdup_printf ("person n%u name=%s given_name=%s family_name=%s country=%s", index,
                          names[random_roll (G_N_ELEMENTS (names))], given[which], family[which],
                          random_roll (2) ? "KZ" : "DE");
}

static char *
slot_line (guint index)
{
  gboolean of_room = random_roll (3) == 0;
  g_autofree char *person = some ("n", N_PEOPLE, of_room ? 10 : 0);
  g_autofree char *room = some ("r", N_ROOMS, of_room ? 0 : 10);
  g_autofree char *start =
      random_roll (2) ? g_strdup_printf ("%u", random_roll (300)) : g_strdup ("");
  g_autofree char *end =
      random_roll (2) ? g_strdup_printf ("%u", 300 + random_roll (300)) : g_strdup ("");

  return g_strdup_printf ("availability v%u person=%s room=%s day=d%u start=%s end=%s available=%u",
                          index, person, room, random_roll (3), start, end, random_roll (2));
}

static char *
rule_line (guint index)
{
  static const char *const types[] = { "before", "not-parallel", "same-room", "same-day",
                                       "must-see" };

  return g_strdup_printf ("rule u%u type=%s session=s%u other=s%u", index,
                          types[random_roll (G_N_ELEMENTS (types))], random_roll (N_SESSIONS),
                          random_roll (N_SESSIONS));
}

static char *
text_line (guint index)
{
  static const char *const owners[] = { "session owner=s", "talk owner=t", "person owner=n",
                                        "participation owner=p" };
  guint which = random_roll (G_N_ELEMENTS (owners));

  return g_strdup_printf ("translation x%u owner_kind=%s%u field=%s language=%s text=Text "
                          "state=draft",
                          index, owners[which], random_roll (which == 0 ? N_SESSIONS : N_PEOPLE),
                          which == 2   ? "name"
                          : which == 3 ? "note"
                                       : "title",
                          random_roll (2) ? "ru" : "de");
}

static char *
affiliation_line (guint index)
{
  return g_strdup_printf ("affiliation a%u person=n%u institution=i%u position=%s", index,
                          random_roll (N_PEOPLE), random_roll (4),
                          random_roll (3) == 0 ? "Professor" : "");
}

static char *
institution_line (guint index)
{
  return g_strdup_printf ("institution i%u name=I%u country=%s", index, index,
                          random_roll (2) ? "KZ" : "DE");
}

static char *
room_line (guint index)
{
  static const char *const buildings[] = { "", "House", "Annexe", "Tower", "annexe" };

  return g_strdup_printf ("room r%u name=R%u capacity=%u building=%s", index, random_roll (9),
                          20 + random_roll (100),
                          buildings[random_roll (G_N_ELEMENTS (buildings))]);
}

static char *
day_line (guint index)
{
  return g_strdup_printf ("day d%u date=2023-10-%02u opens=%u closes=%u", index,
                          12 + (random_roll (20) == 0 ? random_roll (3) : index),
                          random_roll (2) * 60, 1000 + random_roll (500));
}

static char *
type_line (guint index)
{
  return g_strdup_printf ("session_type y%u name=Y is_break=%d wants_chair=%u wanted_languages=%s",
                          index, index == 0, index == 1 ? 1 : random_roll (2),
                          random_roll (2) ? some_languages () : "");
}

/* "15", or unset at times. */
static char *
some_minutes (guint most)
{
  return random_roll (5) == 0 ? g_strdup ("") : g_strdup_printf ("%u", random_roll (most));
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
link_line (guint index)
{
  gboolean of_talk = random_roll (2);
  g_autofree char *session = some ("s", N_SESSIONS, of_talk ? 10 : 0);
  g_autofree char *talk = some ("t", N_TALKS, of_talk ? 0 : 10);

  return g_strdup_printf ("link l%u session=%s talk=%s title=%s url=x", index, session, talk,
                          random_roll (4) == 0 ? "" : "Slides");
}

static char *
walk_line (guint index)
{
  static const char *const buildings[] = { "House", "Annexe", "Tower" };

  return g_strdup_printf ("walk w%u building=%s other=%s minutes=%u", index,
                          buildings[random_roll (3)], buildings[random_roll (3)], random_roll (60));
}

static char *
setting_line (guint index)
{
  static const char *const severities[] = { "off", "hint", "warning", "error" };

  return g_strdup_printf ("conflict_setting c%u kind=%s severity=%s", index,
                          ply_conflict_kind_get_info (index)->name, severities[random_roll (4)]);
}

/* Of something that is found, or not any more. */
static char *
waiver_line (guint index)
{
  GPtrArray *list = current != NULL ? ply_conflicts_get_list (current) : NULL;
  g_autoptr (PlyWaiver) waiver = NULL;

  if (list == NULL || list->len == 0)
    return g_strdup_printf ("waiver z%u kind=no-room records=s%u", index, random_roll (N_SESSIONS));
  waiver = ply_conflict_make_waiver (list->pdata[random_roll (list->len)], NULL);
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
  { "link", "l", 10, 3, link_line },
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
  at = random_roll (sum);
  while (at >= kinds[which].weight)
    at -= kinds[which++].weight;
  index = random_roll (kinds[which].n);
  if (random_roll (8) == 0 && kinds[which].line != event_line)
    return g_strdup_printf ("- %s %s%u", kinds[which].table, kinds[which].prefix, index);
  return kinds[which].line (index);
}

PlySnapshot *
random_event_apply (PlySnapshot *snapshot, const char *line, GArray *changes)
{
  PlyKind kind;
  g_auto (GStrv) words = g_strsplit (line, " ", 4);
  gboolean remove = strcmp (words[0], "-") == 0;

  kind = ply_kind_from_name (words[remove ? 1 : 0]);
  if (remove && ply_snapshot_lookup (snapshot, kind, words[2]) == NULL)
    return snapshot;
  return little_event_edit (snapshot, line, changes);
}

PlySnapshot *
random_event_new (guint32 seed)
{
  PlySnapshot *snapshot = little_event_edit (
      ply_snapshot_new (NULL), "event e title=E base_language=en languages=en_de_ru", NULL);

  g_clear_pointer (&dice, g_rand_free);
  dice = g_rand_new_with_seed (seed);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; i < kinds[kind].n; i++)
      {
        g_autofree char *line = kinds[kind].line (i);

        snapshot = random_event_apply (snapshot, line, NULL);
      }
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *line = g_strdup_printf ("track k%u name=K", i);

      snapshot = random_event_apply (snapshot, line, NULL);
    }
  return snapshot;
}

char *
random_event_edits (PlyConflicts *conflicts)
{
  GString *edits = g_string_new (NULL);

  current = conflicts;
  /* Now and then several at once, as a command makes them. */
  for (guint n = random_roll (10) == 0 ? 5 : 1; n > 0; n--)
    {
      g_autofree char *line = random_edit ();

      g_string_append_printf (edits, "%s\n", line);
    }
  current = NULL;
  return g_string_free_and_steal (edits);
}
