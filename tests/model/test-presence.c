/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-presence.h"
#include "ply-time.h"
#include "ply-validate.h"

#include <string.h>

#define N_DAYS 3
/* Every minute of a conference day, and one that stands for all after it. */
#define N_MINUTES (PLY_MINUTES_MAX + 1)

static const char person_id[] = "00000000-0000-4000-8000-0000000000aa";
static const char other_id[] = "00000000-0000-4000-8000-0000000000bb";

typedef struct
{
  guint8 states[N_DAYS][N_MINUTES];
} Minutes;

/* Rows as words: "d0 540-600 +", "d1 -600 -", "d2 - +", "d0 540- +"; separated by commas. */

static char *
day_id (guint day)
{
  return g_strdup_printf ("00000000-0000-4000-8000-0000000000d%u", day);
}

static PlyAvailability *
row_new (const char *owner, guint day, gint64 start, gint64 end, gboolean available)
{
  PlyAvailability *row = ply_record_new (PLY_KIND_AVAILABILITY, NULL);

  row->person = g_strdup (owner);
  row->day = day_id (day);
  row->start = start;
  row->end = end;
  row->available = available;
  return row;
}

static PlyAvailability *
parse_row (const char *text)
{
  char *at = (char *) strchr (text, ' ') + 1;
  gint64 start = *at == '-' ? PLY_UNSET : g_ascii_strtoll (at, &at, 10);
  gint64 end = at[1] == ' ' ? PLY_UNSET : g_ascii_strtoll (at + 1, &at, 10);

  return row_new (person_id, text[1] - '0', start, end, text[strlen (text) - 1] == '+');
}

static char *
minute_text (gint64 minute)
{
  return minute == PLY_UNSET ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, minute);
}

static char *
row_text (const PlyAvailability *row)
{
  g_autofree char *start = minute_text (row->start);
  g_autofree char *end = minute_text (row->end);

  return g_strdup_printf ("d%c %s-%s %c", row->day[strlen (row->day) - 1], start, end,
                          row->available ? '+' : '-');
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
rows_of (PlySnapshot *snapshot, const char *owner)
{
  return ply_snapshot_get_children (snapshot, PLY_KIND_AVAILABILITY, "person", owner);
}

static char *
rows_text (PlySnapshot *snapshot)
{
  GPtrArray *rows = rows_of (snapshot, person_id);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (texts, row_text (rows->pdata[i]));
  g_ptr_array_sort (texts, compare_texts);
  return g_strjoinv (", ", (char **) texts->pdata);
}

/* Three days, a person with the @rows (taken), somebody else who is there at all times. */
static PlySnapshot *
event_with (GPtrArray *rows)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (ply_record_unref);

  /* Ids and dates run against each other: days go by date. */
  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autofree char *id = day_id (i);
      PlyDay *day = ply_record_new (PLY_KIND_DAY, id);

      day->date = g_strdup_printf ("2023-10-1%u", i);
      g_ptr_array_add (records, day);
    }
  g_ptr_array_add (records, ply_record_new (PLY_KIND_PERSON, person_id));
  g_ptr_array_add (records, ply_record_new (PLY_KIND_PERSON, other_id));
  g_ptr_array_add (records, row_new (other_id, 0, PLY_UNSET, PLY_UNSET, TRUE));
  g_ptr_array_extend_and_steal (records, rows);
  return ply_snapshot_new (records);
}

static PlySnapshot *
event_of (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ", ", -1);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (rows, parse_row (words[i]));
  return event_with (rows);
}

static PlyPresence *
presence_of (PlySnapshot *snapshot)
{
  return ply_presence_new (snapshot, ply_snapshot_lookup (snapshot, PLY_KIND_PERSON, person_id));
}

/* What the presence's plan makes of the snapshot. */
static PlySnapshot *
run_plan (PlyPresence *presence, PlySnapshot *snapshot)
{
  g_autoptr (PlyPlan) plan = ply_presence_dup_plan (presence, "Paint");

  return plan != NULL ? ply_plan_apply (plan, snapshot) : ply_snapshot_ref (snapshot);
}

/* Another way to the same answer: every row drawn over an array of minutes. */
static void
draw (PlySnapshot *snapshot, Minutes *minutes)
{
  GPtrArray *rows = rows_of (snapshot, person_id);

  memset (minutes, PLY_PRESENCE_NONE, sizeof *minutes);
  for (guint available = 2; available-- > 0;)
    for (guint i = 0; i < rows->len; i++)
      {
        const PlyAvailability *row = rows->pdata[i];
        guint day = row->day[strlen (row->day) - 1] - '0';
        gint64 end = row->end == PLY_UNSET ? N_MINUTES : row->end;

        if (row->available != available)
          continue;
        for (gint64 at = row->start == PLY_UNSET ? 0 : row->start; at < end; at++)
          minutes->states[day][at] = available ? PLY_PRESENCE_AVAILABLE : PLY_PRESENCE_UNAVAILABLE;
      }
}

static void
assert_same (const Minutes *is, const Minutes *wanted, const char *what)
{
  for (guint day = 0; day < N_DAYS; day++)
    for (guint at = 0; at < N_MINUTES; at++)
      if (is->states[day][at] != wanted->states[day][at])
        g_error ("%s: day %u, minute %u is %u, not %u", what, day, at, is->states[day][at],
                 wanted->states[day][at]);
}

/* Painting */

static const struct
{
  const char *name, *before;
  gint64 start, end; /* of day 0 */
  PlyPresenceState state;
  const char *after;
} strokes[] = {
  { "first", "", 540, 600, PLY_PRESENCE_AVAILABLE, "d0 540-600 +" },
  { "same", "d0 540-600 +", 540, 600, PLY_PRESENCE_AVAILABLE, "d0 540-600 +" },
  { "inside", "d0 500-700 +", 540, 600, PLY_PRESENCE_AVAILABLE, "d0 500-700 +" },
  { "meets", "d0 540-600 +", 600, 630, PLY_PRESENCE_AVAILABLE, "d0 540-630 +" },
  { "fills", "d0 540-600 +, d0 630-700 +", 600, 630, PLY_PRESENCE_AVAILABLE, "d0 540-700 +" },
  { "apart", "d0 540-600 +", 601, 630, PLY_PRESENCE_AVAILABLE, "d0 540-600 +, d0 601-630 +" },
  { "split", "d0 500-700 +", 540, 600, PLY_PRESENCE_UNAVAILABLE,
    "d0 500-540 +, d0 540-600 -, d0 600-700 +" },
  { "erase", "d0 500-700 +", 540, 600, PLY_PRESENCE_NONE, "d0 500-540 +, d0 600-700 +" },
  { "erase-both", "d0 500-700 +, d0 550-560 -", 540, 600, PLY_PRESENCE_NONE,
    "d0 500-540 +, d0 600-700 +" },
  { "erase-nothing", "d0 500-540 +", 540, 600, PLY_PRESENCE_NONE, "d0 500-540 +" },
  { "off-the-cells", "d0 547-613 +", 540, 570, PLY_PRESENCE_UNAVAILABLE,
    "d0 540-570 -, d0 570-613 +" },
  { "whole-day", "d0 - +", 540, 600, PLY_PRESENCE_UNAVAILABLE,
    "d0 -540 +, d0 540-600 -, d0 600- +" },
  { "to-whole-day", "d0 547-613 -, d1 1-2 -", 0, PLY_PRESENCE_OPEN, PLY_PRESENCE_AVAILABLE,
    "d0 - +, d1 1-2 -" },
  { "zero-stays", "d0 0-600 +", 540, 600, PLY_PRESENCE_NONE, "d0 0-540 +" },
  { "after-midnight", "d0 540- +", 1440, 1470, PLY_PRESENCE_NONE, "d0 1470- +, d0 540-1440 +" },
};

static void
test_stroke (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (PlySnapshot) before = event_of (strokes[index].before);
  g_autoptr (PlyPresence) presence = presence_of (before);
  g_autoptr (PlySnapshot) after = NULL;
  g_autofree char *text = NULL;

  ply_presence_set (presence, 0, strokes[index].start, strokes[index].end, strokes[index].state);
  after = run_plan (presence, before);
  text = rows_text (after);
  g_assert_cmpstr (text, ==, strokes[index].after);
}

static void
test_records_are_kept (void)
{
  g_autoptr (PlySnapshot) before = event_of ("d0 500-700 +, d1 500-700 +");
  g_autoptr (PlyPresence) presence = presence_of (before);
  g_autoptr (PlyPlan) plan = NULL;
  const PlyEdit *edit;

  ply_presence_set (presence, 0, 600, 800, PLY_PRESENCE_NONE);
  plan = ply_presence_dup_plan (presence, "Paint");
  g_assert_cmpuint (ply_plan_get_n_edits (plan), ==, 1);
  edit = ply_plan_get_edit (plan, 0);
  g_assert_cmpint (edit->type, ==, PLY_EDIT_SET);
  g_assert_cmpstr (edit->field->name, ==, "end");
  g_assert_cmpint (edit->value.integer, ==, 600);
}

static void
test_nothing_to_do (void)
{
  g_autoptr (PlySnapshot) before = event_of ("d0 500-700 +, d0 600-650 -");
  g_autoptr (PlyPresence) presence = presence_of (before);
  g_autoptr (PlyPlan) plan = NULL;

  ply_presence_set (presence, 0, 610, 640, PLY_PRESENCE_UNAVAILABLE);
  ply_presence_set (presence, 1, 610, 640, PLY_PRESENCE_NONE);
  plan = ply_presence_dup_plan (presence, "Paint");
  g_assert_null (plan);
}

static void
test_runs (void)
{
  g_autoptr (PlySnapshot) event =
      event_of ("d0 500-600 +, d0 580-700 +, d0 620-640 -, d0 800- -, d1 - +");
  g_autoptr (PlyPresence) presence = presence_of (event);
  g_autoptr (GArray) runs = ply_presence_dup_runs (presence, 0);
  static const PlyPresenceRun wanted[] = {
    { 500, 620, PLY_PRESENCE_AVAILABLE },
    { 620, 640, PLY_PRESENCE_UNAVAILABLE },
    { 640, 700, PLY_PRESENCE_AVAILABLE },
    { 800, PLY_PRESENCE_OPEN, PLY_PRESENCE_UNAVAILABLE },
  };

  g_assert_cmpuint (runs->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < runs->len; i++)
    {
      const PlyPresenceRun *run = &g_array_index (runs, PlyPresenceRun, i);

      g_assert_cmpint (run->start, ==, wanted[i].start);
      g_assert_cmpint (run->end, ==, wanted[i].end);
      g_assert_cmpint (run->state, ==, wanted[i].state);
    }
  g_assert_cmpint (ply_presence_get (presence, 0, 500, 620), ==, PLY_PRESENCE_AVAILABLE);
  g_assert_cmpint (ply_presence_get (presence, 0, 500, 621), ==, PLY_PRESENCE_MIXED);
  g_assert_cmpint (ply_presence_get (presence, 0, 499, 620), ==, PLY_PRESENCE_MIXED);
  g_assert_cmpint (ply_presence_get (presence, 0, 700, 800), ==, PLY_PRESENCE_NONE);
  g_assert_true (ply_presence_allows (presence, 0, 500, 620));
  g_assert_false (ply_presence_allows (presence, 0, 500, 630));
  /* No statement, beside what is available. */
  g_assert_false (ply_presence_allows (presence, 0, 690, 710));
  g_assert_false (ply_presence_allows (presence, 2, 690, 710));
}

static void
test_no_statement (void)
{
  g_autoptr (PlySnapshot) event = event_of ("d0 600-700 -");
  g_autoptr (PlyPresence) presence = presence_of (event);

  g_assert_false (ply_presence_is_limited (presence));
  g_assert_true (ply_presence_allows (presence, 0, 700, 800));
  g_assert_true (ply_presence_allows (presence, 1, 0, 1440));
  g_assert_false (ply_presence_allows (presence, 0, 699, 800));
}

/* Painted and read back: any rows, any strokes. */

static gint64
random_time (void)
{
  static const gint64 steps[] = { 1, 30, 60 };

  return g_test_rand_int_range (0, PLY_MINUTES_MAX) / steps[g_test_rand_int_range (0, 3)]
         * steps[g_test_rand_int_range (0, 3)] % PLY_MINUTES_MAX;
}

static void
random_span (gint64 *start, gint64 *end)
{
  gint64 one = random_time ();
  gint64 two = random_time ();

  *start = g_test_rand_int_range (0, 5) == 0 ? 0 : MIN (one, two);
  *end = g_test_rand_int_range (0, 5) == 0 ? PLY_PRESENCE_OPEN : MAX (one, two) + 1;
}

static PlySnapshot *
random_event (void)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
    {
      gint64 start;
      gint64 end;

      random_span (&start, &end);
      g_ptr_array_add (rows, row_new (person_id, g_test_rand_int_range (0, N_DAYS),
                                      start > 0 ? start : PLY_UNSET,
                                      end < PLY_PRESENCE_OPEN ? end : PLY_UNSET,
                                      g_test_rand_int_range (0, 2)));
    }
  return event_with (rows);
}

static void
random_stroke (PlyPresence *presence, Minutes *wanted)
{
  guint day = g_test_rand_int_range (0, N_DAYS);
  PlyPresenceState state = g_test_rand_int_range (0, PLY_PRESENCE_MIXED);
  gint64 start;
  gint64 end;

  random_span (&start, &end);
  ply_presence_set (presence, day, start, end, state);
  for (gint64 at = start; at < MIN (end, N_MINUTES); at++)
    wanted->states[day][at] = state;
  g_assert_cmpint (ply_presence_get (presence, day, start, end), ==, state);
}

static void
assert_rows_are_sound (PlySnapshot *before, PlySnapshot *after)
{
  GPtrArray *rows = rows_of (after, person_id);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GError) error = NULL;

      ply_record_validate (rows->pdata[i], &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (rows_of (after, other_id)->len, ==, 1);
  g_assert_true (rows_of (after, other_id)->pdata[0] == rows_of (before, other_id)->pdata[0]);
}

static void
test_random_strokes (void)
{
  g_autofree Minutes *wanted = g_new (Minutes, 1);
  g_autofree Minutes *is = g_new (Minutes, 1);

  for (guint run = 0; run < 300; run++)
    {
      g_autoptr (PlySnapshot) before = random_event ();
      g_autoptr (PlyPresence) presence = presence_of (before);
      g_autoptr (PlySnapshot) after = NULL;

      draw (before, wanted);
      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        random_stroke (presence, wanted);
      after = run_plan (presence, before);
      draw (after, is);
      assert_same (is, wanted, "painted");
      assert_rows_are_sound (before, after);
    }
}

/* A row that no stroke meets is the same record afterwards. */
static void
test_random_strokes_elsewhere (void)
{
  for (guint run = 0; run < 100; run++)
    {
      g_autoptr (PlySnapshot) before = random_event ();
      g_autoptr (PlyPresence) presence = presence_of (before);
      g_autoptr (PlySnapshot) after = NULL;
      GPtrArray *rows = rows_of (before, person_id);

      ply_presence_set (presence, 1, 600, 700, PLY_PRESENCE_UNAVAILABLE);
      after = run_plan (presence, before);
      for (guint i = 0; i < rows->len; i++)
        {
          const PlyAvailability *row = rows->pdata[i];

          if (row->day[strlen (row->day) - 1] != '1')
            g_assert_true (ply_snapshot_lookup (after, PLY_KIND_AVAILABILITY, row->record.id)
                           == row);
        }
    }
}

/* Arrives, leaves */

static const struct
{
  const char *name, *before;
  gboolean leaves;
  guint day;
  gint64 minute;
  const char *after;
} stays[] = {
  { "arrives", "", FALSE, 1, 600, "d1 600- +, d2 - +" },
  { "arrives/earlier", "d1 600- +, d2 - +", FALSE, 0, 900, "d0 900- +, d1 - +, d2 - +" },
  { "arrives/later", "d0 900- +, d1 - +, d2 - +", FALSE, 1, 600, "d1 600- +, d2 - +" },
  { "arrives/painted", "d0 540-600 +, d1 700-800 +", FALSE, 0, 570, "d0 570-600 +, d1 700-800 +" },
  { "arrives/absent-stays", "d1 600-700 -", FALSE, 1, 500, "d1 500- +, d1 600-700 -, d2 - +" },
  { "arrives/after-leaving", "d0 540-600 +", FALSE, 1, 600, "d1 600- +, d2 - +" },
  { "arrives/none", "d1 600- +, d2 - +", FALSE, 0, 0, "" },
  { "arrives/none-but-leaves", "d1 600- +, d2 -700 +", FALSE, 0, 0, "d0 - +, d1 - +, d2 -700 +" },
  { "leaves", "", TRUE, 1, 600, "d0 - +, d1 -600 +" },
  { "leaves/earlier", "d0 600- +, d1 - +, d2 -800 +", TRUE, 1, 700, "d0 600- +, d1 -700 +" },
  { "leaves/later", "d0 600- +, d1 -700 +", TRUE, 2, 800, "d0 600- +, d1 - +, d2 -800 +" },
  { "leaves/before-arriving", "d1 600- +, d2 - +", TRUE, 0, 600, "d0 -600 +" },
  { "leaves/none", "d0 - +, d1 -600 +", TRUE, 2, PLY_PRESENCE_OPEN, "" },
};

static void
test_stay (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (PlySnapshot) before = event_of (stays[index].before);
  g_autoptr (PlyPresence) presence = presence_of (before);
  g_autoptr (PlySnapshot) after = NULL;
  g_autofree char *text = NULL;

  if (stays[index].leaves)
    ply_presence_set_departure (presence, stays[index].day, stays[index].minute);
  else
    ply_presence_set_arrival (presence, stays[index].day, stays[index].minute);
  after = run_plan (presence, before);
  text = rows_text (after);
  g_assert_cmpstr (text, ==, stays[index].after);
}

static void
test_random_stays (void)
{
  for (guint run = 0; run < 300; run++)
    {
      g_autoptr (PlySnapshot) before = random_event ();
      g_autoptr (PlyPresence) presence = presence_of (before);
      guint wanted_day = g_test_rand_int_range (0, N_DAYS);
      gint64 wanted_minute = g_test_rand_int_range (1, PLY_MINUTES_MAX);
      guint day;
      gint64 minute;

      if (run % 2 == 0)
        {
          ply_presence_set_arrival (presence, wanted_day, wanted_minute);
          g_assert_true (ply_presence_get_arrival (presence, &day, &minute));
        }
      else
        {
          ply_presence_set_departure (presence, wanted_day, wanted_minute);
          g_assert_true (ply_presence_get_departure (presence, &day, &minute));
        }
      /* What was painted with a gap where the limit falls begins after it (ends before it). */
      if (day == wanted_day)
        g_assert_true (run % 2 == 0 ? minute >= wanted_minute : minute <= wanted_minute);
      else
        g_assert_true (run % 2 == 0 ? day > wanted_day : day < wanted_day);
    }
}

static void
test_no_days (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (ply_record_unref);
  g_autoptr (PlySnapshot) event = NULL;
  g_autoptr (PlyPresence) presence = NULL;
  guint day;
  gint64 minute;

  g_ptr_array_add (records, ply_record_new (PLY_KIND_PERSON, person_id));
  event = ply_snapshot_new (records);
  presence = presence_of (event);
  g_assert_cmpuint (ply_presence_get_n_days (presence), ==, 0);
  g_assert_false (ply_presence_get_arrival (presence, &day, &minute));
  g_assert_false (ply_presence_get_departure (presence, &day, &minute));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      g_autofree char *path = g_strconcat ("/model/presence/stroke/", strokes[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_stroke);
    }
  for (guint i = 0; i < G_N_ELEMENTS (stays); i++)
    {
      g_autofree char *path = g_strconcat ("/model/presence/stay/", stays[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_stay);
    }
  g_test_add_func ("/model/presence/records-are-kept", test_records_are_kept);
  g_test_add_func ("/model/presence/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/model/presence/runs", test_runs);
  g_test_add_func ("/model/presence/no-statement", test_no_statement);
  g_test_add_func ("/model/presence/random-strokes", test_random_strokes);
  g_test_add_func ("/model/presence/random-strokes-elsewhere", test_random_strokes_elsewhere);
  g_test_add_func ("/model/presence/random-stays", test_random_stays);
  g_test_add_func ("/model/presence/no-days", test_no_days);
  return g_test_run ();
}
