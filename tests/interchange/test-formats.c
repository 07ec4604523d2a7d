/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "interchange-test.h"
#include "ply-formats.h"

#include <string.h>

static void
test_sniff (void)
{
  static const struct
  {
    const char *text;
    const char *name; /* NULL: in no format */
  } cases[] = {
    { "<?xml version='1.0'?>\n<schedule><version/></schedule>", "schedule.xml" },
    { "\xef\xbb\xbf<schedule>", "schedule.xml" },
    { "---\nlayout: null\n---\n<schedule>{{ x }}</schedule>", "schedule.xml" },
    { "{\"format\": \"plenary-event\", \"version\": 1}", "event.json" },
    { "\xef\xbb\xbf {\"format\":\"plenary-event\"", "event.json" },
    { "{\"schedule\": {}}", NULL },
    { "<rss version='2.0'/>", NULL },
    { "BEGIN:VCALENDAR", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      const PlyFormat *format = ply_formats_recognize (bytes, "input", &error);

      g_assert_cmpstr (format != NULL ? format->name : NULL, ==, cases[i].name);
      if (format == NULL)
        {
          g_assert_error (error, PLY_INTERCHANGE_ERROR, PLY_INTERCHANGE_ERROR_FORMAT);
          g_assert_true (g_str_has_prefix (error->message, "input: "));
          g_assert_nonnull (strstr (error->message, "schedule.xml, event.json"));
        }
    }
}

static void
test_lookup (void)
{
  const PlyFormat *const *formats = ply_formats_get ();

  for (guint i = 0; formats[i] != NULL; i++)
    g_assert_true (ply_formats_lookup (formats[i]->name) == formats[i]);
  g_assert_null (ply_formats_lookup ("docx"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interchange/formats/sniff", test_sniff);
  g_test_add_func ("/interchange/formats/lookup", test_lookup);
  return g_test_run ();
}
