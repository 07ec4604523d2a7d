/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-collate.h"
#include "ply-id.h"
#include "ply-language.h"
#include "ply-rank.h"
#include "ply-time.h"

static void
test_id (void)
{
  g_autofree char *random = ply_id_new ();
  g_autofree char *a = ply_id_derive ("fosdem", "1");
  g_autofree char *b = ply_id_derive ("fosdem", "1");
  g_autofree char *c = ply_id_derive ("fosdem1", "");

  g_assert_true (ply_id_is_valid (random));
  g_assert_true (ply_id_is_valid (a));
  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
  g_assert_cmpint (a[14], ==, '5');
  g_assert_false (ply_id_is_valid ("HOqeNIb6G7M4hYFKFRkCmQ"));
  g_assert_false (ply_id_is_valid (NULL));
}

static void
test_rank_between (void)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  g_ptr_array_add (ranks, ply_rank_between (NULL, NULL));
  for (guint i = 0; i < 2000; i++)
    {
      guint at = g_rand_int_range (random, 0, ranks->len + 1);
      const char *before = at > 0 ? ranks->pdata[at - 1] : NULL;
      const char *after = at < ranks->len ? ranks->pdata[at] : NULL;
      char *rank = ply_rank_between (before, after);

      g_assert_true (before == NULL || g_strcmp0 (before, rank) < 0);
      g_assert_true (after == NULL || g_strcmp0 (rank, after) < 0);
      g_ptr_array_insert (ranks, at, rank);
    }
}

static void
test_rank_spread (void)
{
  const guint counts[] = { 1, 2, 35, 36, 37, 1000, 50000 };

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      g_autofree char *last = g_strdup ("");

      for (guint i = 0; i < counts[c]; i++)
        {
          g_autofree char *rank = ply_rank_spread (i, counts[c]);
          g_autofree char *between = ply_rank_between (last, rank);

          g_assert_cmpstr (last, <, between);
          g_assert_cmpstr (between, <, rank);
          g_set_str (&last, rank);
        }
    }
}

static void
test_time (void)
{
  static const struct
  {
    const char *text;
    gint64 minutes;
  } clocks[] = {
    { "09:05", 545 }, { "9:05", 545 }, { "00:00", 0 }, { "23:59:59", 1439 },
    { "25:70", -1 },  { "24:00", -1 }, { "9:5", -1 },  { "", -1 },
    { "09:05x", -1 }, { "-1:00", -1 }, { "9", -1 },    { "09:05:", -1 },
  };
  gint64 minutes;
  g_autofree char *next = ply_date_add ("2024-02-28", 2);
  g_autofree char *after_midnight = ply_minutes_format (1470);

  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      gboolean parsed = ply_minutes_parse (clocks[i].text, &minutes);

      g_assert_cmpint (parsed ? minutes : -1, ==, clocks[i].minutes);
    }
  g_assert_true (ply_duration_parse ("48:00", &minutes));
  g_assert_cmpint (minutes, ==, 2880);
  g_assert_true (ply_duration_parse ("0:44:30", &minutes));
  g_assert_cmpint (minutes, ==, 45);
  g_assert_cmpstr (next, ==, "2024-03-01");
  g_assert_cmpstr (after_midnight, ==, "00:30");
  g_assert_cmpint (ply_date_weekday ("2023-10-12"), ==, 4);
  g_assert_false (ply_date_is_valid ("2023-02-29"));
  g_assert_false (ply_date_is_valid ("2023-2-9"));
  g_assert_cmpint (ply_date_difference ("2023-10-12", "2023-10-13"), ==, 1);
}

static void
test_zone (void)
{
  /* Kazakhstan moved its clocks on 1 March 2024: the same zone, another offset before it. */
  g_autoptr (GDateTime) before = ply_local_to_instant ("2023-10-12", 9 * 60, "Asia/Almaty");
  g_autoptr (GDateTime) after = ply_local_to_instant ("2024-10-12", 9 * 60, "Asia/Almaty");
  g_autoptr (GDateTime) night = ply_local_to_instant ("2023-10-12", 1470, "Asia/Almaty");
  g_autofree char *date = NULL;
  gint64 minutes = 0;

  g_assert_cmpint (g_date_time_get_utc_offset (before), ==, 6 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (g_date_time_get_utc_offset (after), ==, 5 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (g_date_time_get_day_of_month (night), ==, 13);
  ply_instant_to_local (before, "Europe/Berlin", &date, &minutes);
  g_assert_cmpstr (date, ==, "2023-10-12");
  g_assert_cmpint (minutes, ==, 5 * 60);
  g_assert_true (ply_zone_is_valid ("Europe/Brussels"));
  g_assert_false (ply_zone_is_valid ("Asia/Atlantis"));
  g_assert_false (ply_zone_is_valid ("+05:00"));
  g_assert_null (ply_local_to_instant ("2023-02-30", 0, "UTC"));
}

static gpointer
convert_thread (gpointer zone)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GDateTime) instant = ply_local_to_instant ("2023-07-12", i % 1440, zone);
      g_autofree char *date = NULL;
      gint64 minutes = 0;

      ply_instant_to_local (instant, zone, &date, &minutes);
      g_assert_cmpstr (date, ==, "2023-07-12");
      g_assert_cmpint (minutes, ==, i % 1440);
    }
  return NULL;
}

/* Threads take the zone that is held from each other. */
static void
test_zone_threads (void)
{
  static const char *const zones[] = { "Asia/Almaty", "Europe/Berlin", "Asia/Almaty", "UTC" };
  GThread *threads[G_N_ELEMENTS (zones)];

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    threads[i] = g_thread_new ("convert", convert_thread, (gpointer) zones[i]);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    g_thread_join (threads[i]);
}

static void
test_language (void)
{
  static const struct
  {
    const char *tag;
    const char *canonical;
  } tags[] = {
    { "de", "de" },    { "DE_de", "de-DE" }, { "English", "en" },     { "kk-latn", "kk-Latn" },
    { "deu", "de" },   { "xx", NULL },       { "klingonisch", NULL }, { "", NULL },
    { "de en", NULL }, { "kk", "kk" },
  };
  g_auto (GStrv) list = ply_language_split ("en, kk ru;;nonsense");
  g_autofree char *name = ply_language_name ("kk", "ru");
  g_autofree char *country = ply_country_name ("KZ", "de");

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *canonical = ply_language_canonical (tags[i].tag);

      g_assert_cmpstr (canonical, ==, tags[i].canonical);
    }
  g_assert_cmpuint (g_strv_length (list), ==, 3);
  g_assert_cmpstr (name, ==, "казахский");
  g_assert_cmpstr (country, ==, "Kasachstan");
  g_assert_null (ply_country_name ("QQ", "de"));
}

static void
test_collation (void)
{
  g_autoptr (PlyCollator) german = ply_collator_new ("de");
  g_autoptr (PlyCollator) kazakh = ply_collator_new ("kk");
  g_autoptr (PlyCollator) russian = ply_collator_new ("ru");
  g_autofree char *umlaut = ply_collator_index_letter (german, "Ärzte");
  g_autofree char *own_letter = ply_collator_index_letter (kazakh, "Әуезов");
  g_autofree char *short_i = ply_collator_index_letter (russian, "йога");
  g_autofree char *digit = ply_collator_index_letter (german, "3Sat");
  g_autofree char *folded = ply_search_fold ("Größe Қазақ Ёлка");

  g_assert_cmpint (ply_collator_compare (german, "Ärzte", "Bauer"), <, 0);
  g_assert_cmpint (ply_collator_compare (german, "Saal 2", "Saal 10"), <, 0);
  g_assert_cmpint (ply_collator_compare (kazakh, "Әуезов", "Барыс"), <, 0);
  g_assert_cmpint (ply_collator_compare (kazakh, "Қала", "Кітап"), >, 0);
  g_assert_cmpstr (umlaut, ==, "A");
  g_assert_cmpstr (own_letter, ==, "Ә");
  g_assert_cmpstr (short_i, ==, "Й");
  g_assert_cmpstr (digit, ==, "#");
  g_assert_cmpstr (folded, ==, "grosse қазақ елка");
}

static void
test_language_fits (void)
{
  static const struct
  {
    const char *tag, *text;
    gboolean fits;
  } cases[] = {
    { "en", "Opening of the day", TRUE },
    { "kk", "Ғылым күні (DAAD)", TRUE },
    { "ru", "Opening of the day", FALSE },
    { "de", "Открытие", FALSE },
    { "ja", "会議の日程", TRUE },
    { "ar", "مؤتمر", TRUE },
    { "ru", "2023: 42", TRUE },
    { "ru", "", TRUE },
    { "tlh", "Открытие", TRUE }, /* nobody knows */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (ply_language_fits (cases[i].tag, cases[i].text) == cases[i].fits);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id", test_id);
  g_test_add_func ("/base/rank-between", test_rank_between);
  g_test_add_func ("/base/rank-spread", test_rank_spread);
  g_test_add_func ("/base/time", test_time);
  g_test_add_func ("/base/zone", test_zone);
  g_test_add_func ("/base/zone-threads", test_zone_threads);
  g_test_add_func ("/base/language", test_language);
  g_test_add_func ("/base/collation", test_collation);
  g_test_add_func ("/language/fits", test_language_fits);
  return g_test_run ();
}
