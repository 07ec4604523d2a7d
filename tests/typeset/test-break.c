/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ply-break.h"
#include "ply-hyphen.h"
#include "ply-segment.h"

/* ---- Line breaking against a search of all possibilities ---- */

#define MAX_ITEMS 13

typedef struct
{
  PlyBreakItem items[MAX_ITEMS];
  guint n;
  PlyHyphenPoint point[MAX_ITEMS]; /* one a word at most */
  gboolean has_point[MAX_ITEMS];
} Text;

static const PlyHyphenPoint *
hyphenate_cb (guint item, guint *n_points, gpointer data)
{
  Text *text = data;

  *n_points = text->has_point[item];
  return &text->point[item];
}

static Text
make_text (GRand *random)
{
  Text text = { .n = g_rand_int_range (random, 2, MAX_ITEMS + 1) };

  for (guint i = 0; i < text.n; i++)
    {
      float width = g_rand_int_range (random, 8, 60);

      text.items[i] = (PlyBreakItem) { width,
                                       4,
                                       2,
                                       1.2f,
                                       g_rand_int_range (random, 0, 8) > 0,
                                       0,
                                       g_rand_int_range (random, 0, 5) == 0 ? 50 : 0 };
      text.has_point[i] = width > 30 && g_rand_boolean (random);
      text.point[i] = (PlyHyphenPoint) { 3, width / 2 };
    }
  text.items[text.n - 1].can_break = TRUE;
  return text;
}

/* Where a line starts: an item, or behind its hyphenation point. */
typedef struct
{
  guint item;
  gboolean hyphen;
} Start;

static PlyLineFacts
measure (const Text *text, Start from, guint to, gboolean hyphen, float hyphen_width)
{
  PlyLineFacts facts = { 0 };

  for (guint i = from.item; i <= to; i++)
    {
      float width = text->items[i].width;

      if (i == to && hyphen)
        width = text->point[i].width + hyphen_width;
      if (i == from.item && from.hyphen)
        width -= text->point[i].width;
      facts.natural += width;
      if (i == to)
        continue;
      facts.natural += text->items[i].space;
      facts.stretch += text->items[i].stretch;
      facts.shrink += text->items[i].shrink;
    }
  return facts;
}

static double
search (const Text *text, const PlyBreakParams *params, Start from, int fitness, gboolean first,
        double tolerance, gboolean hyphens)
{
  double best = INFINITY;

  for (guint to = from.item; to < text->n; to++)
    for (int kind = 0; kind < 2; kind++)
      {
        gboolean hyphen = kind == 1;
        PlyLineFacts facts;
        PlyLineVerdict verdict;
        double rest = 0;

        if (hyphen && (!hyphens || !text->has_point[to] || (to == from.item && from.hyphen)))
          continue;
        if (!hyphen && !text->items[to].can_break)
          continue;
        facts = measure (text, from, to, hyphen, params->hyphen_width);
        facts.first = first;
        facts.last = to + 1 == text->n && !hyphen;
        facts.hyphen = hyphen;
        facts.penalty = hyphen || facts.last ? 0 : text->items[to].penalty;
        facts.previous_hyphen = from.hyphen;
        facts.previous_fitness = fitness;
        verdict = ply_break_judge (params, &facts);
        if (!verdict.feasible || verdict.badness > tolerance)
          continue;
        if (!facts.last)
          rest = search (text, params, (Start) { hyphen ? to : to + 1, hyphen }, verdict.fitness,
                         FALSE, tolerance, hyphens);
        best = MIN (best, verdict.demerits + rest);
      }
  return best;
}

static double
price (const Text *text, const PlyBreakParams *params, const PlyLineBreak *lines, guint n_lines)
{
  Start from = { 0 };
  double sum = 0;
  int fitness = 1;

  for (guint i = 0; i < n_lines; i++)
    {
      PlyLineFacts facts =
          measure (text, from, lines[i].item, lines[i].hyphen > 0, params->hyphen_width);
      PlyLineVerdict verdict;

      facts.first = i == 0;
      facts.last = i + 1 == n_lines;
      facts.hyphen = lines[i].hyphen > 0;
      facts.penalty = facts.hyphen || facts.last ? 0 : text->items[lines[i].item].penalty;
      facts.previous_hyphen = from.hyphen;
      facts.previous_fitness = fitness;
      verdict = ply_break_judge (params, &facts);
      sum += verdict.demerits;
      fitness = verdict.fitness;
      from =
          (Start) { lines[i].hyphen > 0 ? lines[i].item : lines[i].item + 1, lines[i].hyphen > 0 };
    }
  return sum;
}

/* The tolerances of the passes that ply_breaker_run() makes. */
static double
search_passes (const Text *text, const PlyBreakParams *params)
{
  static const struct
  {
    double tolerance;
    gboolean hyphens;
  } passes[] = { { 100, FALSE }, { 250, TRUE }, { 2000, TRUE }, { 1e9, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      double best =
          search (text, params, (Start) { 0 }, 1, TRUE, passes[i].tolerance, passes[i].hyphens);

      if (isfinite (best))
        return best;
    }
  return INFINITY;
}

static void
test_optimal (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (PlyBreaker) breaker = ply_breaker_new ();
  guint compared = 0;
  guint hyphenated = 0;

  for (guint round = 0; round < 600; round++)
    {
      Text text = make_text (random);
      PlyBreakParams params = {
        .first_width = g_rand_int_range (random, 70, 140),
        .width = g_rand_int_range (random, 70, 160),
        .hyphen_width = 3,
        .end_stretch = GPOINTER_TO_INT (data),
        .hyphenate = hyphenate_cb,
        .data = &text,
      };
      guint n_lines;
      const PlyLineBreak *lines = ply_breaker_run (breaker, text.items, text.n, &params, &n_lines);
      double best = search_passes (&text, &params);

      g_assert_cmpuint (lines[n_lines - 1].item, ==, text.n - 1);
      if (!isfinite (best))
        continue;
      compared++;
      for (guint i = 0; i < n_lines; i++)
        hyphenated += lines[i].hyphen > 0;
      g_assert_cmpfloat_with_epsilon (price (&text, &params, lines, n_lines), best, best * 1e-4);
    }
  g_assert_cmpuint (compared, >, 400);
  g_assert_cmpuint (hyphenated, >, 20);
}

static void
test_hopeless (void)
{
  g_autoptr (PlyBreaker) breaker = ply_breaker_new ();
  PlyBreakItem items[] = { { 500, 4, 2, 1, 1, 0, 0 },
                           { 20, 4, 2, 1, 1, 0, 0 },
                           { 900, 0, 0, 0, 1, 0, 0 } };
  PlyBreakParams params = { .first_width = 100, .width = 100 };
  guint n_lines;
  const PlyLineBreak *lines = ply_breaker_run (breaker, items, 3, &params, &n_lines);

  g_assert_cmpuint (n_lines, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (lines[i].item, ==, i);
  g_assert_null (ply_breaker_run (breaker, items, 0, &params, &n_lines));
  g_assert_cmpuint (n_lines, ==, 0);
}

static void
test_forced (void)
{
  g_autoptr (PlyBreaker) breaker = ply_breaker_new ();
  PlyBreakItem items[] = { { 10, 0, 0, 0, 0, 1, 0 },
                           { 20, 4, 2, 1, 1, 0, 0 },
                           { 20, 0, 0, 0, 1, 0, 0 } };
  PlyBreakParams params = { .first_width = 100, .width = 100 };
  guint n_lines;
  const PlyLineBreak *lines = ply_breaker_run (breaker, items, 3, &params, &n_lines);

  g_assert_cmpuint (n_lines, ==, 2);
  g_assert_cmpuint (lines[0].item, ==, 0);
  g_assert_cmpuint (lines[1].item, ==, 2);
}

/* ---- Hyphenation ---- */

static char *
show_breaks (const char *language, const char *word)
{
  g_autoptr (PlyHyphenator) hyphenator = ply_hyphenator_new (language);
  g_autoptr (GArray) bytes = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *out = g_string_new (NULL);
  guint at = 0;

  ply_hyphenate_word (hyphenator, word, strlen (word), bytes);
  for (guint i = 0; i < bytes->len; i++)
    {
      guint byte = g_array_index (bytes, guint, i);

      g_string_append_len (out, word + at, byte - at);
      g_string_append_c (out, '|');
      at = byte;
    }
  g_string_append (out, word + at);
  return g_string_free (out, FALSE);
}

static void
test_hyphenation (void)
{
  static const struct
  {
    const char *language, *word, *expected;
  } cases[] = {
    { "de", "Wissenschaft", "Wis|sen|schaft" },
    { "de", "Donaudampfschiff", "Do|nau|dampf|schiff" },
    { "de-AT", "Universität", "Uni|ver|si|tät" },
    { "de", "Zucker", "Zu|cker" },
    { "de", "kurz", "kurz" },
    { "en", "hyphenation", "hy|phen|ation" },
    { "en-GB", "conference", "con|fer|ence" },
    { "ru", "программа", "програм|ма" },
    { "ru", "«университет»,", "«уни|вер|си|тет»," },
    { "ru", "подъезд", "подъ|езд" },
    { "ru", "конференция", "кон|фе|рен|ция" },
    { "ru", "докладчик", "доклад|чик" },
    { "ru", "сотрудничество", "сотруд|ни|че|ст|во" },
    { "ru", "районный", "рай|он|ный" },
    { "ru", "только", "толь|ко" },
    { "kk", "бағдарлама", "бағ|дар|ла|ма" },
    { "kk", "университет", "уни|вер|си|тет" },
    { "kk", "ғылым", "ғы|лым" },
    { "kk", "Қазақстан", "Қа|зақс|тан" },
    { "kk", "әріптестік", "әріп|тес|тік" },
    { "kk", "өңірлік", "өңір|лік" },
    { "kk", "тәуелсіздік", "тә|уел|сіз|дік" },
    { "kk", "таудың", "тау|дың" },
    { "kk", "уақытша", "уа|қыт|ша" },
    { "kk", "қуаттылық", "қу|ат|ты|лық" },
    { "kk", "компьютер", "ком|пью|тер" },
    { "kk", "объектілер", "объ|ек|ті|лер" },
    { "kk", "ойыншық", "ойын|шық" },
    { "kk", "майданы", "май|да|ны" },
    { "kk", "Герман-қазақ", "Гер|ман-қа|зақ" },
    { "kk", "алма", "алма" },
    { "kk-Latn", "gylymy", "gylymy" },
    { "xx", "unknown", "unknown" },
    { "en", "https://example.org/programme", "https://example.org/programme" },
    { "xx", "soft\u00adhyphen", "soft\u00ad|hyphen" },
    { "de", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show_breaks (cases[i].language, cases[i].word);

      g_assert_cmpstr (shown, ==, cases[i].expected);
    }
}

/* Whatever the letters: no break leaves one alone, or parts й, ь, ъ from what precedes them. */
static void
test_kazakh_always (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 20000; round++)
    {
      gunichar letters[24];
      gboolean breaks[24];
      guint n = g_rand_int_range (random, 1, 24);

      for (guint i = 0; i < n; i++)
        letters[i] = g_rand_int_range (random, 0x430, 0x450);
      ply_hyphenate_syllables (PLY_SYLLABLES_KAZAKH, letters, n, breaks);
      for (guint i = 0; i < n; i++)
        if (breaks[i])
          {
            g_assert_cmpuint (i, >=, 1);
            g_assert_cmpuint (n - i - 1, >=, 2);
            g_assert_true (letters[i + 1] != 0x439 && letters[i + 1] != 0x44a
                           && letters[i + 1] != 0x44c);
          }
    }
}

/* ---- Segments ---- */

/* "_" a space, "|" a break without one, "~" a space that holds, "/" a forced break. */
static char *
show_segments (const char *language, const char *text)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (PlySegment));
  GString *out = g_string_new (NULL);

  ply_segment_text (text, strlen (text), language, segments);
  for (guint i = 0; i < segments->len; i++)
    {
      const PlySegment *segment = &g_array_index (segments, PlySegment, i);

      g_string_append_len (out, text + segment->start, segment->length);
      if (segment->forced)
        g_string_append_c (out, '/');
      else if (i + 1 < segments->len)
        g_string_append (out, segment->space ? segment->can_break ? "_" : "~" : "|");
    }
  return g_string_free (out, FALSE);
}

static void
test_segments (void)
{
  static const struct
  {
    const char *language, *text, *expected;
  } cases[] = {
    { "en", "two words", "two_words" },
    { "en", "  spaces   at ends  ", "spaces_at_ends" },
    { "en", "", "" },
    { "en", "   ", "" },
    { "en", "one\ntwo", "one/two" },
    { "en", "one\n\ntwo", "one//two" },
    { "en", "no\u00a0break", "no~break" },
    { "de", "Deutsch-Kasachisch", "Deutsch-|Kasachisch" },
    { "de", "2023-24", "2023-24" },
    { "de", "z. B. so", "z.~B._so" },
    { "de", "um 9 Uhr früh", "um_9~Uhr_früh" },
    { "de", "am § 5", "am_§~5" },
    { "en", "this – that", "this~–_that" },
    { "en", "Prof. Meier", "Prof.~Meier" },
    { "en", "a word", "a~word" },
    { "ru", "в зале", "в~зале" },
    { "ru", "2023 г. было", "2023~г._было" },
    { "ru", "А. С. Пушкин", "А.~С.~Пушкин" },
    { "kk", "2023 ж. қазан", "2023~ж._қазан" },
    { "en", "https://a.org/b-c", "https://a.|org/|b-|c" },
    { "en", "and/or", "and/or" },
    { "zh", "会议日程", "会|议|日|程" },
    { "ja", "会議、日程", "会|議、|日|程" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show_segments (cases[i].language, cases[i].text);

      g_assert_cmpstr (shown, ==, cases[i].expected);
    }
}

/* Of lines that are all far too loose the fuller one is better. */
static void
test_loose_lines (void)
{
  const PlyBreakParams params = { .first_width = 100, .width = 100 };
  double before = 0;

  for (float natural = 90; natural > 20; natural -= 10)
    {
      const PlyLineFacts line = { .natural = natural, .stretch = 1, .previous_fitness = 3 };
      PlyLineVerdict verdict = ply_break_judge (&params, &line);

      g_assert_cmpfloat (verdict.demerits, >, before);
      before = verdict.demerits;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/typeset/break/optimal/justified", GINT_TO_POINTER (0), test_optimal);
  g_test_add_data_func ("/typeset/break/optimal/ragged", GINT_TO_POINTER (20), test_optimal);
  g_test_add_func ("/typeset/break/loose", test_loose_lines);
  g_test_add_func ("/typeset/break/hopeless", test_hopeless);
  g_test_add_func ("/typeset/break/forced", test_forced);
  g_test_add_func ("/typeset/hyphenation/table", test_hyphenation);
  g_test_add_func ("/typeset/hyphenation/kazakh-always", test_kazakh_always);
  g_test_add_func ("/typeset/segments", test_segments);
  return g_test_run ();
}
