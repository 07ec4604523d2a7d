/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-validate.h"

#define ID "11111111-1111-4111-8111-111111111111"
#define OTHER_ID "22222222-1111-4111-8111-111111111111"

static const struct
{
  PlyKind kind;
  const char *field;
  const char *text;
  gboolean fits;
} text_cases[] = {
  { PLY_KIND_DAY, "date", "2023-10-12", TRUE },
  { PLY_KIND_DAY, "date", "12.10.2023", FALSE },
  { PLY_KIND_DAY, "date", "", FALSE },
  { PLY_KIND_EVENT, "timezone", "Asia/Almaty", TRUE },
  { PLY_KIND_EVENT, "timezone", "+06:00", FALSE },
  { PLY_KIND_EVENT, "languages", "en de kk ru", TRUE },
  { PLY_KIND_EVENT, "languages", "en, de", FALSE },
  { PLY_KIND_EVENT, "country", "KZ", TRUE },
  { PLY_KIND_EVENT, "country", "kz", FALSE },
  { PLY_KIND_EVENT, "country", "Kazakhstan", FALSE },
  { PLY_KIND_TRACK, "color", "#1c71d8", TRUE },
  { PLY_KIND_TRACK, "color", "blue", FALSE },
  { PLY_KIND_PERSON, "url", "https://example.org/ä", TRUE },
  { PLY_KIND_PERSON, "url", "javascript:alert(1)", FALSE },
  { PLY_KIND_PARTICIPATION, "role", "chair", TRUE },
  { PLY_KIND_PARTICIPATION, "role", "Chair", FALSE },
  { PLY_KIND_SESSION, "room", ID, TRUE },
  { PLY_KIND_SESSION, "room", "Saal 1", FALSE },
  { PLY_KIND_SESSION, "title", "\xff\xfe", FALSE },
  { PLY_KIND_SESSION, "subtitle", "", TRUE },
  { PLY_KIND_ROOM, "rank", "a5", TRUE },
  { PLY_KIND_ROOM, "rank", "A5", FALSE },
  { PLY_KIND_WAIVER, "records", ID, TRUE },
  { PLY_KIND_WAIVER, "records", ID " " OTHER_ID, TRUE },
  { PLY_KIND_WAIVER, "records", OTHER_ID " " ID, FALSE },
  { PLY_KIND_WAIVER, "records", ID " " ID, FALSE },
  { PLY_KIND_WAIVER, "records", ID "  " OTHER_ID, FALSE },
  { PLY_KIND_WAIVER, "records", ID " ", FALSE },
  { PLY_KIND_WAIVER, "records", "Saal 1", FALSE },
  { PLY_KIND_WAIVER, "records", "", FALSE },
  { PLY_KIND_CONFLICT_SETTING, "severity", "off", TRUE },
  { PLY_KIND_CONFLICT_SETTING, "severity", "Error", FALSE },
  { PLY_KIND_CONFLICT_SETTING, "severity", "", FALSE },
  { PLY_KIND_EVENT, "wanted_languages", "de kk", TRUE },
  { PLY_KIND_EVENT, "wanted_languages", "", TRUE },
  { PLY_KIND_SESSION_TYPE, "wanted_languages", "German", FALSE },
  { PLY_KIND_RULE, "type", "must-see", TRUE },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (PlyValue) value = ply_value_text (text_cases[i].text);
      gboolean fits = ply_field_validate (
          ply_field_lookup (text_cases[i].kind, text_cases[i].field), &value, &error);

      g_test_message ("%s “%s”: %s", text_cases[i].field, text_cases[i].text,
                      error ? error->message : "fits");
      g_assert_cmpint (fits, ==, text_cases[i].fits);
      g_assert_true (fits == (error == NULL));
    }
}

static void
test_integers (void)
{
  static const struct
  {
    const char *field;
    gint64 integer;
    gboolean fits;
  } cases[] = {
    { "start", 0, TRUE },         { "start", 2160, TRUE },          { "start", 2161, FALSE },
    { "start", -1, FALSE },       { "duration", 45, TRUE },         { "duration", 20000, FALSE },
    { "all_rooms", 1, TRUE },     { "all_rooms", 2, FALSE },        { "audience", -5, FALSE },
    { "start", PLY_UNSET, TRUE }, { "duration", PLY_UNSET, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlyValue value = ply_value_integer (cases[i].integer);

      g_assert_cmpint (
          ply_field_validate (ply_field_lookup (PLY_KIND_SESSION, cases[i].field), &value, NULL),
          ==, cases[i].fits);
    }
}

static void
test_long_texts (void)
{
  g_autofree char *title = g_strnfill (PLY_TEXT_MAX + 1, 'x');
  g_autofree char *abstract = g_strnfill (PLY_LONGTEXT_MAX + 1, 'x');
  g_auto (PlyValue) long_title = ply_value_text (title);
  g_auto (PlyValue) long_abstract = ply_value_text (abstract);
  const PlyField *abstract_field = ply_field_lookup (PLY_KIND_SESSION, "abstract");

  g_assert_false (
      ply_field_validate (ply_field_lookup (PLY_KIND_SESSION, "title"), &long_title, NULL));
  g_assert_true (ply_field_validate (abstract_field, &long_title, NULL));
  g_assert_false (ply_field_validate (abstract_field, &long_abstract, NULL));
}

static void
test_participation (void)
{
  g_autoptr (PlyParticipation) part = ply_record_new (PLY_KIND_PARTICIPATION, NULL);
  g_autoptr (GError) error = NULL;

  part->role = g_strdup ("speaker");
  part->session = g_strdup (ID);
  g_assert_false (ply_record_validate (part, &error));
  g_assert_error (error, PLY_MODEL_ERROR, PLY_MODEL_ERROR_INVALID);
  part->institution = g_strdup (ID);
  g_assert_true (ply_record_validate (part, NULL));
  part->talk = g_strdup (ID);
  g_assert_false (ply_record_validate (part, NULL));
}

static void
test_availability (void)
{
  g_autoptr (PlyAvailability) slot = ply_record_new (PLY_KIND_AVAILABILITY, NULL);

  slot->day = g_strdup (ID);
  slot->person = g_strdup (ID);
  slot->available = 0;
  slot->start = 600;
  slot->end = 600;
  g_assert_false (ply_record_validate (slot, NULL));
  slot->end = 660;
  g_assert_true (ply_record_validate (slot, NULL));
  slot->room = g_strdup (ID);
  g_assert_false (ply_record_validate (slot, NULL));
}

static void
test_walk (void)
{
  g_autoptr (PlyWalk) walk = ply_record_new (PLY_KIND_WALK, NULL);

  walk->building = g_strdup ("Annex");
  walk->minutes = 5;
  g_assert_false (ply_record_validate (walk, NULL));
  walk->other = g_strdup ("Annex");
  g_assert_false (ply_record_validate (walk, NULL));
  g_set_str (&walk->other, "Main Building");
  g_assert_true (ply_record_validate (walk, NULL));
  walk->minutes = PLY_UNSET;
  g_assert_false (ply_record_validate (walk, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/validate/texts", test_texts);
  g_test_add_func ("/model/validate/integers", test_integers);
  g_test_add_func ("/model/validate/long-texts", test_long_texts);
  g_test_add_func ("/model/validate/participation", test_participation);
  g_test_add_func ("/model/validate/availability", test_availability);
  g_test_add_func ("/model/validate/walk", test_walk);
  return g_test_run ();
}
