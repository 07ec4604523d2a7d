/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-formatter.h"

#include <string.h>

/* Expected texts are CLDR's (release 46), for the languages Plenary speaks. */

#define NNBSP "\u202f"
#define THIN "\u2009"

typedef struct
{
  const char *language;
  const char *dates[5]; /* of 12 October 2023, in the order of PlyDateStyle */
  const char *ranges[3];
  const char *list;
  const char *number;
} Sample;

static const Sample samples[] = {
  { "en",
    { "Thursday, 12 October 2023", "12 October 2023", "Thursday, 12 October", "12 October",
      "Thursday" },
    { "12–13 October 2023", "30 October" THIN "–" THIN "2 November 2023",
      "30 December 2023" THIN "–" THIN "2 January 2024" },
    "A, B and C",
    "1,234,567" },
  { "de",
    { "Donnerstag, 12. Oktober 2023", "12. Oktober 2023", "Donnerstag, 12. Oktober", "12. Oktober",
      "Donnerstag" },
    { "12.–13. Oktober 2023", "30. Oktober" THIN "–" THIN "2. November 2023",
      "30. Dezember 2023" THIN "–" THIN "2. Januar 2024" },
    "A, B und C",
    "1.234.567" },
  { "kk",
    { "2023" NNBSP "ж. 12 қазан, бейсенбі", "2023" NNBSP "ж. 12 қазан", "12 қазан, бейсенбі",
      "12 қазан", "бейсенбі" },
    { "2023" NNBSP "ж. 12–13 қазан", "2023" NNBSP "ж. 30 қазан – 2 қараша",
      "2023" NNBSP "ж. 30 желтоқсан – 2024" NNBSP "ж. 2 қаңтар" },
    "A, B, C",
    "1\u00a0234\u00a0567" },
  { "ru",
    { "Четверг, 12 октября 2023" NNBSP "г.", "12 октября 2023" NNBSP "г.", "Четверг, 12 октября",
      "12 октября", "Четверг" },
    { "12–13 октября 2023" NNBSP "г.", "30 октября – 2 ноября 2023" NNBSP "г.",
      "30 декабря 2023" NNBSP "г. – 2 января 2024" NNBSP "г." },
    "A, B и C",
    "1\u00a0234\u00a0567" },
};

static const char *const range_ends[][2] = {
  { "2023-10-12", "2023-10-13" },
  { "2023-10-30", "2023-11-02" },
  { "2023-12-30", "2024-01-02" },
};

static void
test_samples (void)
{
  static const char *const items[] = { "A", "B", "C", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const Sample *sample = &samples[i];
      g_autoptr (PlyFormatter) format = ply_formatter_new (sample->language);
      g_autofree char *list = ply_formatter_list (format, items);
      g_autofree char *number = ply_formatter_number (format, 1234567);

      for (guint style = 0; style < G_N_ELEMENTS (sample->dates); style++)
        {
          g_autofree char *date = ply_formatter_date (format, "2023-10-12", style);
          g_assert_cmpstr (date, ==, sample->dates[style]);
        }
      for (guint r = 0; r < G_N_ELEMENTS (range_ends); r++)
        {
          g_autofree char *range =
              ply_formatter_date_range (format, range_ends[r][0], range_ends[r][1]);
          g_assert_cmpstr (range, ==, sample->ranges[r]);
        }
      g_assert_cmpstr (list, ==, sample->list);
      g_assert_cmpstr (number, ==, sample->number);
    }
}

static void
test_one_day (void)
{
  g_autoptr (PlyFormatter) format = ply_formatter_new ("en");
  g_autofree char *range = ply_formatter_date_range (format, "2023-10-12", "2023-10-12");

  g_assert_cmpstr (range, ==, "12 October 2023");
}

static void
test_times (void)
{
  static const struct
  {
    gint64 minutes;
    const char *text;
  } times[] = { { 0, "00:00" },    { 5, "00:05" },    { 545, "09:05" }, { 1439, "23:59" },
                { 1440, "00:00" }, { 1470, "00:30" }, { -30, "23:30" } };
  static const char *const languages[] = { "en", "de", "kk", "ru" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (PlyFormatter) format = ply_formatter_new (languages[l]);
      g_autofree char *range = ply_formatter_time_range (format, 1380, 1470);

      for (guint i = 0; i < G_N_ELEMENTS (times); i++)
        {
          g_autofree char *text = ply_formatter_time (format, times[i].minutes);
          g_assert_cmpstr (text, ==, times[i].text);
        }
      g_assert_cmpstr (range, ==, "23:00–00:30");
    }
}

static void
test_lists (void)
{
  g_autoptr (PlyFormatter) format = ply_formatter_new ("de");
  g_autofree char *none = ply_formatter_list (format, (const char *[]) { NULL });
  g_autofree char *one = ply_formatter_list (format, (const char *[]) { "Қазақ", NULL });
  g_autofree char *two = ply_formatter_list (format, (const char *[]) { "", "ü", NULL });

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (one, ==, "Қазақ");
  g_assert_cmpstr (two, ==, " und ü");
}

static void
test_capitalized (void)
{
  static const char *const cases[][3] = {
    { "en", "opening and DAAD talk", "Opening and DAAD talk" },
    { "kk", "әлем", "Әлем" },
    { "nl", "ijs", "IJs" },
    { "tr", "istanbul", "İstanbul" },
    { "de", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlyFormatter) format = ply_formatter_new (cases[i][0]);
      g_autofree char *text = ply_formatter_capitalized (format, cases[i][1]);

      g_assert_cmpstr (text, ==, cases[i][2]);
    }
}

static void
test_unknown_language (void)
{
  static const char *const languages[] = { "tlh", "x", "", "zh-Hant-TW" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (PlyFormatter) format = ply_formatter_new (languages[i]);
      g_autofree char *date = ply_formatter_date (format, "2023-10-12", PLY_DATE_FULL);

      g_assert_nonnull (strstr (date, "2023"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formatter/samples", test_samples);
  g_test_add_func ("/formatter/one-day", test_one_day);
  g_test_add_func ("/formatter/times", test_times);
  g_test_add_func ("/formatter/lists", test_lists);
  g_test_add_func ("/formatter/capitalized", test_capitalized);
  g_test_add_func ("/formatter/unknown-language", test_unknown_language);
  return g_test_run ();
}
