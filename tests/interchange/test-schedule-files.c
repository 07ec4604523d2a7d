/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every file of the fixtures' folder goes in, in again, out and in again. */

#include "interchange-test.h"

#include "ply-schedule-xml.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

static guint
count_events (GBytes *input)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (input, NULL), g_bytes_get_size (input));
  guint n = 0;

  for (const char *at = text; (at = strstr (at, "<event ")) != NULL; at++)
    n++;
  return n;
}

static void
assert_no_edits (const PlyPlan *plan)
{
  if (ply_plan_get_n_edits (plan) > 0)
    test_print_plan (plan);
  g_assert_cmpuint (ply_plan_get_n_edits (plan), ==, 0);
}

static void
test_round_trip (gconstpointer data)
{
  g_autoptr (GBytes) input = test_read_file (data);
  g_autoptr (PlySnapshot) snapshot = test_import_fresh (input);
  g_autoptr (PlyPlan) again = test_import (input, snapshot);
  g_autoptr (GBytes) output = NULL;
  g_autoptr (PlyPlan) back = NULL;
  g_autoptr (PlySnapshot) copy = NULL;
  g_autoptr (GBytes) copied_output = NULL;

  test_check_snapshot (snapshot);
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_SESSION), ==, count_events (input));
  g_assert_cmpuint (ply_snapshot_get_n (snapshot, PLY_KIND_TALK), ==, 0);
  assert_no_edits (again);

  output = ply_schedule_xml_export (snapshot, NULL, NULL, NULL);
  test_check_schema (output);
  back = test_import (output, snapshot);
  assert_no_edits (back);

  /* What the format can say survives in an event of its own, down to the last byte. */
  copy = test_import_fresh (output);
  copied_output = ply_schedule_xml_export (copy, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (output, copied_output));
}

/* Mutants: what was not thought of. Elements go, double, and hold what they should not. */

static const char *const strange[] = {
  "",
  " ",
  "0",
  "-1",
  "99999999999999999999",
  "25:70",
  "24:00",
  "00:00",
  "2026-02-30",
  "x",
  "https://",
  "2026-01-02T03:04:05+99:00",
  "None",
  "<p>&amp;</p>",
  "Ә",
  "\n\n  a\n",
  "05:00",
  "2014-12-28",
  "2014-12-27T23:59:59Z",
  "100:00",
  "de/en",
};

static void
collect_elements (xmlNode *node, GPtrArray *elements)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        g_ptr_array_add (elements, node);
        collect_elements (node->children, elements);
      }
}

static void
mutate (xmlNode *node)
{
  const char *text = strange[g_test_rand_int_range (0, G_N_ELEMENTS (strange))];
  xmlAttr *attribute = node->properties;

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      if (attribute != NULL)
        xmlSetProp (node, attribute->name, BAD_CAST text);
      break;
    case 1:
      if (attribute != NULL)
        xmlRemoveProp (attribute);
      break;
    case 2:
      xmlAddNextSibling (node, xmlCopyNode (node, 1));
      break;
    case 3:
      /* Gone for the document; freed with it would be twice. */
      xmlNodeSetName (node, BAD_CAST "unknown");
      break;
    default:
      if (node->children != NULL && node->children == node->last
          && node->children->type == XML_TEXT_NODE)
        {
          g_autofree char *escaped = g_markup_escape_text (text, -1);

          xmlNodeSetContent (node, BAD_CAST escaped);
        }
      break;
    }
}

static GBytes *
make_mutant (GBytes *input)
{
  xmlDoc *document = xmlReadMemory (g_bytes_get_data (input, NULL), g_bytes_get_size (input), NULL,
                                    NULL, XML_PARSE_NONET);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  xmlChar *text;
  int size;
  GBytes *mutant;

  collect_elements (xmlDocGetRootElement (document)->children, elements);
  for (guint i = 0; i < 12; i++)
    mutate (elements->pdata[g_test_rand_int_range (0, elements->len)]);
  xmlDocDumpMemory (document, &text, &size);
  mutant = g_bytes_new (text, size);
  xmlFree (text);
  xmlFreeDoc (document);
  return mutant;
}

static void
test_mutants (gconstpointer data)
{
  g_autoptr (GBytes) input = test_read_file (data);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GBytes) mutant = make_mutant (input);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlyPlan) plan = ply_schedule_xml_import (mutant, "mutant", NULL, NULL, &error);
      g_autoptr (PlySnapshot) empty = test_empty_snapshot ();
      g_autoptr (PlySnapshot) snapshot = NULL;
      g_autoptr (PlyPlan) again = NULL;
      g_autoptr (GBytes) output = NULL;
      g_autoptr (PlyPlan) back = NULL;

      g_assert_true ((plan == NULL) == (error != NULL));
      if (plan == NULL)
        continue;
      snapshot = ply_plan_apply (plan, empty);
      test_check_snapshot (snapshot);
      again = test_import (mutant, snapshot);
      assert_no_edits (again);
      output = ply_schedule_xml_export (snapshot, NULL, NULL, NULL);
      test_check_schema (output);
      back = test_import (output, snapshot);
      assert_no_edits (back);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = argc > 1 ? g_strdup (argv[1]) : test_fixture ("real");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        g_autofree char *test_path = g_strconcat ("/interchange/files/", name, NULL);

        g_autofree char *mutants_path = g_strconcat ("/interchange/mutants/", name, NULL);

        g_test_add_data_func_full (mutants_path, g_build_filename (folder, name, NULL),
                                   test_mutants, g_free);
        g_test_add_data_func_full (test_path, g_build_filename (folder, name, NULL),
                                   test_round_trip, g_free);
      }
  return g_test_run ();
}
