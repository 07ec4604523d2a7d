/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-name-key.h"

/* Whether the two share a key, in whatever way either is read. */
static gboolean
are_same (const char *a, const char *b)
{
  guint64 keys[2][PLY_NAME_KEYS_MOST];
  guint n_a = ply_name_keys (a, NULL, keys[0]);
  guint n_b = ply_name_keys (b, NULL, keys[1]);

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      if (keys[0][i] == keys[1][j])
        return TRUE;
  return FALSE;
}

static guint
count_keys (const char *name)
{
  guint64 keys[PLY_NAME_KEYS_MOST];

  return ply_name_keys (name, NULL, keys);
}

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
    { "Schukow", "Жуков" },
    { "Schukow", "Zhukov" },
    { "Schanna", "Жанна" },
    { "Chan", "Хан" },
    { "Chan", "Khan" },
    { "Achmetow", "Ахметов" },
    { "Schachow", "Шахов" },
    { "Tschechow", "Чехов" },
    { "Tschechow", "Chekhov" },
    { "Schostakowitsch", "Шостакович" },
    { "Chatschaturjan", "Хачатурян" },
    { "Schanna Schostakowitsch", "Жанна Шостакович" },
    { "MICHAIL SCHUKOW", "Михаил Жуков" },
    { "Chris Church", "Church, Chris" },
    { "Charles", "Чарлес" },
  };

  guint64 two_parts[1], one[1];

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (!are_same (pairs[i][0], pairs[i][1]))
      {
        g_autofree char *a = ply_name_skeleton (pairs[i][0]);
        g_autofree char *b = ply_name_skeleton (pairs[i][1]);

        g_test_message ("“%s” and “%s” differ: %s, %s", pairs[i][0], pairs[i][1], a, b);
        g_test_fail ();
      }
  g_assert_cmpuint (ply_name_keys ("Ann", "Alder", two_parts), ==, 1);
  g_assert_cmpuint (ply_name_keys ("Alder Ann", NULL, one), ==, 1);
  g_assert_cmpuint (two_parts[0], ==, one[0]);
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
    { "Chan", "Шан" },
    { "Tschechow", "Хехов" },
    { "Shukov", "Жуков" },
    { "Schukow", "Чуков" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_false (are_same (pairs[i][0], pairs[i][1]));
}

static void
test_odd (void)
{
  g_autofree char *long_name = g_strnfill (5000, 'a');
  g_autofree char *many = g_strdup ("ab cd ef gh ij kl mn op qr st uv wx yz ab cd ef gh ij kl mn");

  g_assert_cmpuint (count_keys (""), ==, 0);
  g_assert_cmpuint (count_keys (" -. 12 ’ "), ==, 0);
  g_assert_cmpuint (count_keys (long_name), ==, 1);
  g_assert_cmpuint (count_keys (many), ==, 1);
  g_assert_cmpuint (count_keys ("Ь"), ==, 0);
  g_assert_cmpuint (count_keys ("Schukow"), ==, 2);
  g_assert_cmpuint (count_keys ("Chachachachachacha"), ==, PLY_NAME_KEYS_MOST);
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
