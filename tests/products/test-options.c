/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "event-builder.h"
#include "ply-look.h"
#include "ply-products.h"
#include "ply-text-lines.h"
#include "printed.h"

#include <string.h>

static void
test_table (void)
{
  guint n;
  const PlyProduct *const *products = ply_products_get (&n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlyProductOptions) options = ply_product_options_new (products[i]);

      g_assert_true (ply_products_lookup (products[i]->name, NULL) == products[i]);
      g_assert_true (ply_product_options_get_product (options) == products[i]);
      for (guint o = 0; o < products[i]->n_options; o++)
        {
          const PlyProductOption *option = &products[i]->options[o];
          g_autoptr (GError) error = NULL;

          /* What an option begins with is a value it may have. */
          ply_product_options_set (options, option->name, option->fallback, &error);
          g_assert_no_error (error);
          g_assert_cmpstr (ply_product_options_get (options, option->name), ==, option->fallback);
        }
    }
}

static void
test_unknown_product (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ply_products_lookup ("badges-for-dogs", &error));
  g_assert_error (error, PLY_PRODUCT_ERROR, PLY_PRODUCT_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "badges-for-dogs"));
  g_assert_nonnull (strstr (error->message, "programme"));
}

static void
test_values (void)
{
  static const struct
  {
    const char *assignment, *name, *value; /* value NULL: refused */
  } cases[] = {
    { "paper=a4", "paper", "A4" },
    { "paper=Letter", "paper", "Letter" },
    { "paper=A3", "paper", NULL },
    { "paper=", "paper", NULL },
    { "order=ROOM", "order", "room" },
    { "abstracts=0", "abstracts", "no" },
    { "abstracts=True", "abstracts", "yes" },
    { "abstracts=maybe", "abstracts", NULL },
    { "language=DE_de", "language", "de-DE" },
    { "language=", "language", "" },
    { "language=gibberish", "language", NULL },
    { "weight=700", "paper", NULL },
    { "paper", "paper", NULL },
    { "", "paper", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlyProductOptions) options = options_of ("");
      g_autofree char *before = g_strdup (ply_product_options_get (options, cases[i].name));
      g_autoptr (GError) error = NULL;
      gboolean set = ply_product_options_parse (options, cases[i].assignment, &error);

      g_assert_true (set == (cases[i].value != NULL));
      if (!set)
        g_assert_error (error, PLY_PRODUCT_ERROR, PLY_PRODUCT_ERROR_OPTION);
      g_assert_cmpstr (ply_product_options_get (options, cases[i].name), ==,
                       set ? cases[i].value : before);
    }
}

static void
test_copy (void)
{
  g_autoptr (PlyProductOptions) options = options_of ("paper=A4");
  g_autoptr (PlyProductOptions) copy = ply_product_options_copy (options);

  ply_product_options_set (options, "paper", "A5", NULL);
  g_assert_cmpstr (ply_product_options_get (copy, "paper"), ==, "A4");
}

static void
test_nothing_to_print (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (PlySnapshot) snapshot = ply_snapshot_new (none);
  g_autoptr (PlyProductOptions) options = options_of ("");
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ply_product_build (snapshot, options, &notes, &error));
  g_assert_error (error, PLY_PRODUCT_ERROR, PLY_PRODUCT_ERROR_EMPTY);
  g_assert_null (notes);
}

static void
test_colours (void)
{
  static const struct
  {
    const char *text;
    guint32 colour;
  } cases[] = {
    { "#c09000", 0xc09000 }, { "#FFFFFF", 0xffffff }, { "c09000", 7 },  { NULL, 7 },
    { "#12345", 7 },         { "#1234567", 7 },       { "#12345g", 7 }, { "# 1234", 7 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmphex (ply_colour_parse (cases[i].text, 7), ==, cases[i].colour);

  g_assert_cmphex (ply_colour_readable (0x000000), ==, 0x000000);
  g_assert_cmphex (ply_colour_readable (PLY_COLOUR_LIGHTER), ==, PLY_COLOUR_LIGHTER);
  g_assert_cmphex (ply_colour_readable (0xffffff), <, 0x787878);
  g_assert_cmphex (ply_colour_readable (0xffff00), !=, 0xffff00);
}

/* Every size comes from one scale, and text stands on the grid. */
static void
test_scale (void)
{
  static const char *const names[] = { "A4", "A5", "Letter" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const PlyPaper *paper = ply_paper_lookup (names[i]);

      g_assert_nonnull (paper);
      g_assert_cmpfloat (paper->inner, !=, paper->outer);
      g_assert_cmpfloat (ply_paper_size (paper, 0), ==, paper->text_size);
      for (int step = -2; step < 8; step++)
        {
          double size = ply_paper_size (paper, step);

          g_assert_cmpfloat (ply_paper_size (paper, step + 1), >, size);
          g_assert_cmpfloat (ply_paper_leading (paper, size) * paper->grid, >=, size * 1.1);
        }
      g_assert_cmpuint (ply_paper_leading (paper, paper->text_size), ==, 2);
    }
  g_assert_null (ply_paper_lookup ("A0"));
}

/* Parts as "P text" and items as "I label text", parted by "|". */
static char *
describe (const char *text)
{
  g_autoptr (GPtrArray) parts = ply_text_parts (text);
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const PlyTextPart *part = parts->pdata[i];

      if (part->items == NULL)
        g_string_append_printf (result, "P %s|", part->text);
      else
        for (guint k = 0; k < part->items->len; k++)
          {
            const PlyTextItem *item = part->items->pdata[k];
            g_string_append_printf (result, "I %s %s|", item->label, item->text);
          }
    }
  return g_string_free_and_steal (result);
}

static void
test_text_parts (void)
{
#define WRAPPED "This line was broken by a mail program after sixty letters"
  static const char *const cases[][2] = {
    { "", "" },
    { " \n\n ", "" },
    { "one", "P one|" },
    { "one\ntwo", "P one\ntwo|" },
    { "one\n\n\ntwo\r\n", "P one|P two|" },
    { WRAPPED "\nand goes on", "P " WRAPPED " and goes on|" },
    { WRAPPED ".\nNew line", "P " WRAPPED ".\nNew line|" },
    { "List:\n- a\n- b\n\nend", "P List:|I • a|I • b|P end|" },
    { "1. a\ncontinued\n2) b", "I 1. a continued|I 2) b|" },
    { "2023 was a year", "P 2023 was a year|" },
    { "- ", "P -|" },
    { "-5 degrees\n*bold*", "P -5 degrees\n*bold*|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parts = describe (cases[i][0]);

      g_assert_cmpstr (parts, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/products/table", test_table);
  g_test_add_func ("/products/unknown", test_unknown_product);
  g_test_add_func ("/products/values", test_values);
  g_test_add_func ("/products/copy", test_copy);
  g_test_add_func ("/products/nothing-to-print", test_nothing_to_print);
  g_test_add_func ("/products/colours", test_colours);
  g_test_add_func ("/products/scale", test_scale);
  g_test_add_func ("/products/text-parts", test_text_parts);
  return g_test_run ();
}
