/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixes.h"
#include "little-event.h"

#include <string.h>

/* Every fix of every conflict of random events, carried out. */

#define N_EVENTS 60
#define N_SESSIONS 16
#define N_TALKS 14

static GRand *dice;

static guint
roll (guint below)
{
  return g_rand_int_range (dice, 0, below);
}

static PlySnapshot *
add_line (PlySnapshot *snapshot, char *line)
{
  PlySnapshot *next = little_event_edit (snapshot, line, NULL);

  g_free (line);
  return next;
}

static char *
session_line (guint index)
{
  static const char *const states[] = { "", "", "", "tentative", "cancelled" };

  return g_strdup_printf (
      "session x%u title=X%u day=%s start=%u duration=%u room=%s all_rooms=%s type=%s track=%s "
      "audience=%s state=%s",
      index, index, roll (8) > 0 ? roll (2) ? "d1" : "d2" : "", 450 + 5 * roll (120), 5 * roll (24),
      roll (6) == 0   ? ""
      : roll (3) == 0 ? "lab"
      : roll (2)      ? "hall"
                      : "zone",
      roll (10) == 0 ? "1" : "", roll (6) == 0 ? "break" : "talk", roll (2) ? "k" : "",
      roll (3) == 0 ? "60" : "", states[roll (G_N_ELEMENTS (states))]);
}

static char *
part_line (guint index)
{
  static const char *const people[] = { "ann", "bob", "eve", "dan" };

  return g_strdup_printf ("participation q%u %s%u person=%s role=speaker", index,
                          roll (2) ? "talk=t" : "session=x", roll (N_TALKS), people[roll (4)]);
}

static char *
rule_line (guint index)
{
  static const char *const types[] = { "before", "not-parallel", "same-room", "same-day",
                                       "must-see" };

  return g_strdup_printf ("rule u%u type=%s session=x%u other=x%u", index,
                          types[roll (G_N_ELEMENTS (types))], roll (N_SESSIONS), roll (N_SESSIONS));
}

static char *
row_line (guint index)
{
  return g_strdup_printf ("availability v%u %s day=d%u start=%u end=%u available=%u", index,
                          roll (2) ? "room=hall" : "person=ann", 1 + roll (2), 450 + 5 * roll (60),
                          800 + 5 * roll (60), roll (2));
}

static char *
talk_line (guint index)
{
  return g_strdup_printf ("talk t%u title=T%u session=x%u duration=%u pinned=%s rank=%c", index,
                          index, roll (N_SESSIONS), 5 + 5 * roll (6), roll (6) == 0 ? "20" : "",
                          'b' + roll (20));
}

static PlySnapshot *
random_event (void)
{
  static const struct
  {
    guint n;
    char *(*line) (guint index);
  } kinds[] = { { N_SESSIONS, session_line },
                { N_TALKS, talk_line },
                { 20, part_line },
                { 14, rule_line },
                { 3, row_line } };
  PlySnapshot *snapshot = little_event_edit (
      little_event_new (),
      "person eve name=Eve\nperson dan name=Dan\ntrack k name=K\nday d1 closes=1140\n"
      "room zone name=Zone capacity=100 building=South\nroom hall building=North\n"
      "room lab building=North\n"
      "event e walking=10 turnover_least=5 gap_most=90 break_least=15\n",
      NULL);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < kinds[k].n; i++)
      snapshot = add_line (snapshot, kinds[k].line (i));
  return snapshot;
}

static void
test_all (void)
{
  guint n[PLY_N_CONFLICT_KINDS] = { 0 };
  guint n_fixed[PLY_N_CONFLICT_KINDS] = { 0 };

  for (guint event = 0; event < N_EVENTS; event++)
    {
      g_autoptr (PlySnapshot) snapshot = random_event ();
      g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
      g_autoptr (GPtrArray) list =
          g_ptr_array_copy (ply_conflicts_get_list (conflicts), NULL, NULL);

      for (guint i = 0; i < list->len; i++)
        {
          const PlyConflict *conflict = list->pdata[i];
          g_autoptr (GPtrArray) fixes = check_fixes (snapshot, conflicts, conflict);

          n[conflict->kind]++;
          n_fixed[conflict->kind] += fixes->len > 0;
        }
    }
  for (guint kind = 0; kind < PLY_N_CONFLICT_KINDS; kind++)
    if (ply_fixes_has_kind (kind))
      {
        g_test_message ("%s: %u of %u with fixes", ply_conflict_kind_get_info (kind)->name,
                        n_fixed[kind], n[kind]);
        g_assert_cmpuint (n_fixed[kind], >, n[kind] / 4);
      }
    else
      {
        g_assert_cmpuint (n_fixed[kind], ==, 0);
      }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  dice = g_rand_new_with_seed (20231015);
  g_test_add_func ("/fixes-random/all", test_all);
  status = g_test_run ();
  g_rand_free (dice);
  return status;
}
