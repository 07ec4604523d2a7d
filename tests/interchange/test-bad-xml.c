/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "interchange-test.h"
#include "ply-schedule-xml.h"

#include <string.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define CONFERENCE "<conference><title>T</title></conference>"

static const struct
{
  const char *name;
  const char *text;
  PlyInterchangeError code;
  const char *starts;
  const char *says;
} cases[] = {
  { "empty", "", PLY_INTERCHANGE_ERROR_INVALID, "in.xml: ", "empty" },
  { "no-xml", "hello", PLY_INTERCHANGE_ERROR_INVALID, "in.xml:1: ", "well-formed" },
  { "json", "{\"schedule\": 1}", PLY_INTERCHANGE_ERROR_INVALID, "in.xml:1: ", "well-formed" },
  { "truncated", HEAD "<schedule>\n<day>\n<room name='A'>", PLY_INTERCHANGE_ERROR_INVALID,
    "in.xml:4: ", "well-formed" },
  { "mismatch", HEAD "<schedule>\n<day>\n</room></schedule>", PLY_INTERCHANGE_ERROR_INVALID,
    "in.xml:4: ", "day" },
  { "latin-1", HEAD "<schedule>\n<title>K\xf6ln</title></schedule>", PLY_INTERCHANGE_ERROR_INVALID,
    "in.xml:3: ", "encoding" },
  { "no-such-encoding", "<?xml version=\"1.0\" encoding=\"KLINGON-8\"?>\n<schedule/>",
    PLY_INTERCHANGE_ERROR_INVALID, "in.xml:1: ", "UTF-8" },
  { "laughs",
    "<!DOCTYPE s [\n<!ENTITY a \"ha\">\n<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\n"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n<schedule>&c;</schedule>",
    PLY_INTERCHANGE_ERROR_UNSAFE, "in.xml:2: ", "“a”" },
  { "external",
    "<!DOCTYPE s [\n<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<schedule>&x;</schedule>",
    PLY_INTERCHANGE_ERROR_UNSAFE, "in.xml:2: ", "“x”" },
  { "parameter",
    "<!DOCTYPE s [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;]>\n<schedule/>",
    PLY_INTERCHANGE_ERROR_UNSAFE, "in.xml:1: ", "“p”" },
  { "undeclared", HEAD "<schedule>\n&nbsp;</schedule>", PLY_INTERCHANGE_ERROR_INVALID,
    "in.xml:3: ", "nbsp" },
  { "undeclared-with-dtd", "<!DOCTYPE schedule SYSTEM \"x.dtd\">\n<schedule>\n&nbsp;</schedule>",
    PLY_INTERCHANGE_ERROR_INVALID, "in.xml:3: ", "nbsp" },
  { "html", "<html><body/></html>", PLY_INTERCHANGE_ERROR_FORMAT, "in.xml:1: ", "<html>" },
  { "rss", HEAD "\n<rss version=\"2.0\"><channel/></rss>", PLY_INTERCHANGE_ERROR_FORMAT,
    "in.xml:3: ", "<rss>" },
  { "europython",
    "<schedule created=\"2014\">\n<day date=\"2014-07-21\">\n<entry id=\"1\"/></day></schedule>",
    PLY_INTERCHANGE_ERROR_FORMAT, "in.xml:3: ", "<entry>" },
  { "nothing", "<schedule><version/></schedule>", PLY_INTERCHANGE_ERROR_FORMAT,
    "in.xml:1: ", "<schedule>" },
  { "template",
    HEAD "<schedule><conference><title>{{ event.title }}</title></conference></schedule>",
    PLY_INTERCHANGE_ERROR_FORMAT, "in.xml:2: ", "placeholders" },
};

static PlyPlan *
import_text (const char *text, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);

  return ply_schedule_xml_import (bytes, "in.xml", NULL, NULL, error);
}

static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = import_text (cases[i].text, strlen (cases[i].text), &error);

  g_assert_null (plan);
  g_test_message ("%s", error->message);
  g_assert_error (error, PLY_INTERCHANGE_ERROR, cases[i].code);
  g_assert_true (g_str_has_prefix (error->message, cases[i].starts));
  g_assert_nonnull (strstr (error->message, cases[i].says));
}

static void
test_template_file (void)
{
  g_autofree char *path = test_fixture ("broken/template.xml");
  g_autoptr (GBytes) bytes = test_read_file (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = ply_schedule_xml_import (bytes, "in.xml", NULL, NULL, &error);

  g_assert_null (plan);
  g_assert_error (error, PLY_INTERCHANGE_ERROR, PLY_INTERCHANGE_ERROR_FORMAT);
}

static void
test_other_encodings (void)
{
  static const char xml[] =
      "<schedule>" CONFERENCE "<day date='2026-01-02'><event id='1'><title>Қазақ Кёльн</title>"
      "<start>09:00</start><duration>1:00</duration></event></day></schedule>";
  static const char *const encodings[] = { "UTF-16", "UTF-16LE", "KZ-1048", "UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *declared = g_strdup_printf (
          "<?xml version='1.0' encoding='%s'?>%s",
          g_str_has_prefix (encodings[i], "UTF-16") ? "UTF-16" : encodings[i], xml);
      gsize size;
      g_autofree char *text = g_convert (declared, -1, encodings[i], "UTF-8", NULL, &size, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, size);
      g_autoptr (PlySnapshot) snapshot = NULL;

      if (text == NULL)
        continue;
      g_assert_true (ply_schedule_xml_sniff (bytes));
      snapshot = test_import_fresh (bytes);
      test_find_session (snapshot, "Қазақ Кёльн");
    }
}

/* A document type that is named and not loaded does no harm. */
static void
test_doctype (void)
{
  static const char xml[] = "<!DOCTYPE schedule SYSTEM \"http://127.0.0.1:9/schedule.dtd\">\n"
                            "<schedule>" CONFERENCE "<day date='2026-01-02'/></schedule>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (PlySnapshot) snapshot = test_import_fresh (bytes);

  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_DAY), ==, 1);
}

/* One line of more than 10 MB, with as many sessions as it takes. */
static void
test_long_line (void)
{
  g_autoptr (GString) xml = g_string_new ("<schedule>" CONFERENCE "<day date='2026-01-02'>");
  g_autofree char *filler = g_strnfill (20000, 'x');
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlySnapshot) snapshot = NULL;
  guint n = 0;

  while (xml->len < 10.5 * 1024 * 1024)
    g_string_append_printf (xml,
                            "<event id='%u'><title>S</title><start>09:00</start>"
                            "<duration>1:00</duration><abstract>%s</abstract></event>",
                            ++n, filler);
  g_string_append (xml, "</day></schedule>");
  bytes = g_string_free_to_bytes (g_steal_pointer (&xml));
  snapshot = test_import_fresh (bytes);
  test_check_snapshot (snapshot);
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_SESSION), ==, n);
}

/* A text of 9 MB is cut with a remark; one of 11 MB too, or the parser refuses it: libxml2's
 * versions differ. */
static void
test_huge_text (void)
{
  static const gsize sizes[] = { 9 * 1024 * 1024, 11 * 1024 * 1024 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *filler = g_strnfill (sizes[i], 'x');
      g_autofree char *xml = g_strdup_printf (
          "<schedule>" CONFERENCE "<day date='2026-01-02'>\n<event id='1'><title>S</title>"
          "<start>09:00</start><duration>1:00</duration><abstract>%s</abstract></event>"
          "</day></schedule>",
          filler);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlyPlan) plan = import_text (xml, strlen (xml), &error);

      if (i == 0 || plan != NULL)
        g_assert_true (test_has_remark (plan, 2, "Abstract is too long"));
      else
        {
          g_assert_error (error, PLY_INTERCHANGE_ERROR, PLY_INTERCHANGE_ERROR_INVALID);
          g_assert_true (g_str_has_prefix (error->message, "in.xml:2: "));
        }
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) xml = g_string_new ("<schedule>");
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (xml, "<a>");
  plan = import_text (xml->str, xml->len, &error);
  g_assert_null (plan);
  g_assert_error (error, PLY_INTERCHANGE_ERROR, PLY_INTERCHANGE_ERROR_INVALID);
}

/* Cut anywhere, with bytes turned over: an error or a valid event, never more. */
static void
test_damaged (void)
{
  g_autofree char *path = test_fixture ("real/camp2019_stages.xml");
  g_autoptr (GBytes) whole = test_read_file (path);
  gsize size;
  const char *data = g_bytes_get_data (whole, &size);

  for (guint i = 0; i < 300; i++)
    {
      gsize length = g_test_rand_int_range (0, size);
      g_autofree char *text = g_memdup2 (data, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlyPlan) plan = NULL;
      g_autoptr (PlySnapshot) snapshot = NULL;
      g_autoptr (PlySnapshot) empty = test_empty_snapshot ();

      for (guint b = 0; i % 2 == 1 && b < 5; b++)
        text[g_test_rand_int_range (0, size)] = g_test_rand_int_range (0, 256);
      plan = import_text (text, i % 2 == 1 ? size : length, &error);
      g_assert_true ((plan == NULL) == (error != NULL));
      if (plan == NULL)
        continue;
      snapshot = ply_plan_apply (plan, empty);
      test_check_snapshot (snapshot);
    }
}

static void
test_cancelled (void)
{
  g_autofree char *path = test_fixture ("real/31c3.xml");
  g_autoptr (GBytes) input = test_read_file (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ply_schedule_xml_import (input, "in.xml", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/interchange/bad-xml/refused/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/interchange/bad-xml/template-file", test_template_file);
  g_test_add_func ("/interchange/bad-xml/other-encodings", test_other_encodings);
  g_test_add_func ("/interchange/bad-xml/doctype", test_doctype);
  g_test_add_func ("/interchange/bad-xml/long-line", test_long_line);
  g_test_add_func ("/interchange/bad-xml/huge-text", test_huge_text);
  g_test_add_func ("/interchange/bad-xml/deep", test_deep);
  g_test_add_func ("/interchange/bad-xml/damaged", test_damaged);
  g_test_add_func ("/interchange/bad-xml/cancelled", test_cancelled);
  return g_test_run ();
}
