/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-name-key.h"

static void
test_same (void)
{
  static const char *const pairs[][2] = {
    { "Galymzhan Kozhakhmetov", "Ғалымжан Қожахметов" },
    { "Ғалымжан Қожахметов", "Kozhakhmetov, Ghalymzhan" },
    { "Dmitry", "Дмитрий" },
    { "Dmitriy", "Dmitrij" },
    { "Sergeyev", "Сергеев" },
    { "Yerzhan", "Ержан" },
    { "Erzhan", "Ержан" },
    { "Tokayev", "Тоқаев" },
    { "Yulia", "Юлия" },
    { "Julija", "Юлия" },
    { "Alexey Shcherbakov", "Алексей Щербаков" },
    { "Ängela Müller", "Aengela Mueller" },
    { "Müller", "MULLER" },
    { "Ümit", "Үміт" },
    { "Usman Muhammad", "Мухаммад Усман" },
    { "Muhamad", "Muhammad" },
    { "O’Neill", "ONeill" },
    { "Abdul-Karim", "Karim Abdul" },
    { "Tsoy", "Цой" },
    { "Čapek", "Чапек" },
    { "Groß", "Gross" },
    { "李", "李" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (ply_name_key (pairs[i][0], NULL) != ply_name_key (pairs[i][1], NULL))
      {
        g_autofree char *a = ply_name_skeleton (pairs[i][0]);
        g_autofree char *b = ply_name_skeleton (pairs[i][1]);

        g_test_message ("“%s” and “%s” differ: %s, %s", pairs[i][0], pairs[i][1], a, b);
        g_test_fail ();
      }
  g_assert_cmpuint (ply_name_key ("Ann", "Alder"), ==, ply_name_key ("Alder Ann", NULL));
}

static void
test_different (void)
{
  static const char *const pairs[][2] = {
    { "Ann Alder", "Anna Alder" },
    { "Саша", "Сажа" },
    { "Kasym", "Kashym" },
    { "Ann", "Ann Ann" },
    { "李", "王" },
    { "Zhanna", "Shanna" },
    { "Ivan Petrov", "Petr Ivanov" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpuint (ply_name_key (pairs[i][0], NULL), !=, ply_name_key (pairs[i][1], NULL));
}

static void
test_odd (void)
{
  g_autofree char *long_name = g_strnfill (5000, 'a');
  g_autofree char *many = g_strdup ("ab cd ef gh ij kl mn op qr st uv wx yz ab cd ef gh ij kl mn");

  g_assert_cmpuint (ply_name_key ("", NULL), ==, 0);
  g_assert_cmpuint (ply_name_key (" -. 12 ’ ", NULL), ==, 0);
  g_assert_cmpuint (ply_name_key (long_name, NULL), !=, 0);
  g_assert_cmpuint (ply_name_key (many, NULL), !=, 0);
  g_assert_cmpuint (ply_name_key ("Ь", NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/same", test_same);
  g_test_add_func ("/names/different", test_different);
  g_test_add_func ("/names/odd", test_odd);
  return g_test_run ();
}
