/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

/* ---- Paragraphs and pages ---- */

static guint
count_lines (PlyLayout *layout, guint page, PlyBlock *block)
{
  const PlyPage *at = layout->pages->pdata[page];
  guint n = 0;

  for (guint i = 0; i < at->placed->len; i++)
    {
      const PlyPlaced *placed = &g_array_index (at->placed, PlyPlaced, i);

      if (placed->kind == PLY_PLACED_TEXT && placed->text->block == block)
        n += placed->n_lines;
    }
  return n;
}

static int
page_of (PlyLayout *layout, PlyBlock *block)
{
  for (guint page = 0; page < layout->pages->len; page++)
    if (count_lines (layout, page, block) > 0)
      return page;
  return -1;
}

static void
test_empty (void)
{
  g_autoptr (PlyDocument) document = support_document ("en");
  g_autoptr (PlyLayout) layout = NULL;

  support_add (ply_document_get_body (document), "body", "");
  ply_block_append (ply_document_get_body (document), ply_group_new (TRUE));
  ply_block_append (ply_document_get_body (document), ply_columns_new (2, 12));
  ply_block_append (ply_document_get_body (document), ply_list_new (12));
  layout = support_layout (document);
  g_assert_cmpuint (ply_layout_get_n_pages (layout), ==, 1);
}

/* No single line at a page's foot or top, in any of many paragraphs of all lengths. */
static void
test_widows (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (PlyDocument) document = support_document ("de");
  PlyBlock *body = ply_document_get_body (document);
  g_autoptr (PlyLayout) layout = NULL;
  guint broken = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = support_words (random, g_rand_int_range (random, 1, 90));

      support_add (body, "body", text);
    }
  layout = support_layout (document);
  support_check (layout);
  for (PlyBlock *block = body->first; block != NULL; block = block->next)
    {
      guint page = page_of (layout, block);
      guint here = count_lines (layout, page, block);
      guint there = page + 1 < layout->pages->len ? count_lines (layout, page + 1, block) : 0;

      if (there == 0)
        continue;
      broken++;
      g_assert_cmpuint (here, >=, 2);
      g_assert_cmpuint (there, >=, 2);
    }
  g_assert_cmpuint (broken, >, 10);
}

/* Headings, and what their style says to keep, stand on the page of the first line they head. */
static void
test_keep_with_next (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (PlyDocument) document = support_document ("de");
  PlyBlock *body = ply_document_get_body (document);
  g_autoptr (PlyLayout) layout = NULL;

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *text = support_words (random, g_rand_int_range (random, 5, 70));
      PlyBlock *heading = ply_block_append (body, i % 2 ? ply_heading_new ("body", 1, NULL)
                                                        : ply_paragraph_new ("title"));

      ply_block_add_text (heading, "A heading", NULL);
      support_add (body, "body", text);
    }
  layout = support_layout (document);
  support_check (layout);
  for (PlyBlock *block = body->first; block != NULL; block = block->next)
    if (block->is_heading || g_str_equal (block->style, "title"))
      g_assert_cmpint (page_of (layout, block), ==, page_of (layout, block->next));
}

/* Entries that fit on a page are not broken when they ask for it. */
static void
test_keep_together (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (PlyDocument) document = support_document ("de");
  PlyBlock *body = ply_document_get_body (document);
  g_autoptr (PlyLayout) layout = NULL;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *text = support_words (random, g_rand_int_range (random, 10, 60));
      PlyBlock *entry = ply_block_append (
          body, ply_entry_new (40, ply_paragraph_new_text ("small", "10:00–11:30")));

      support_add (entry, "title", "A talk");
      support_add (entry, "body", text);
      ply_entry_set_bar (entry, 0x336699, 2, 4);
      ply_block_set_keep_together (entry, TRUE);
      ply_block_set_space (entry, 2, 0);
    }
  layout = support_layout (document);
  support_check (layout);
  for (PlyBlock *entry = body->first; entry != NULL; entry = entry->next)
    {
      int page = page_of (layout, entry->first);

      g_assert_cmpint (page_of (layout, entry->label), ==, page);
      g_assert_cmpuint (count_lines (layout, page, entry->last), >, 0);
      if (page + 1 < (int) layout->pages->len)
        g_assert_cmpuint (count_lines (layout, page + 1, entry->last), ==, 0);
    }
}

static const PlyPlaced *
find_placed (PlyLayout *layout, PlyBlock *block)
{
  for (guint page = 0; page < layout->pages->len; page++)
    {
      const PlyPage *at = layout->pages->pdata[page];

      for (guint i = 0; i < at->placed->len; i++)
        {
          const PlyPlaced *placed = &g_array_index (at->placed, PlyPlaced, i);

          if (placed->kind == PLY_PLACED_TEXT && placed->text->block == block)
            return placed;
        }
    }
  return NULL;
}

/* The time stands in its column, on the baseline of the title's first line; what follows an entry
 * with a long label starts below it. */
static void
test_entry (void)
{
  g_autoptr (PlyDocument) document = support_document ("en");
  PlyBlock *body = ply_document_get_body (document);
  PlyBlock *entry = ply_block_append (
      body, ply_entry_new (50, ply_paragraph_new_text ("small", "09:00\nto\n10:00")));
  PlyBlock *after = support_add (body, "body", "After it.");
  g_autoptr (PlyLayout) layout = NULL;
  const PlyPlaced *label;
  const PlyPlaced *title;

  support_add (entry, "title", "Title");
  layout = support_layout (document);
  support_check (layout);
  label = find_placed (layout, entry->label);
  title = find_placed (layout, entry->first);
  g_assert_cmpfloat_with_epsilon (label->y, title->y, 0.01);
  g_assert_cmpfloat_with_epsilon (title->x - label->x, 50, 0.01);
  g_assert_cmpuint (label->n_lines, ==, 3);
  g_assert_cmpfloat (find_placed (layout, after)->y, >=, label->y + 2 * label->height + 11);
}

/* ---- Breaks and fills ---- */

static void
test_breaks (void)
{
  g_autoptr (PlyDocument) document = support_document ("en");
  PlyBlock *body = ply_document_get_body (document);
  PlyBlock *cover = ply_block_append (body, ply_group_new (FALSE));
  PlyBlock *foot;
  PlyBlock *second;
  PlyBlock *third;
  PlyBlock *fourth;
  g_autoptr (PlyLayout) layout = NULL;

  ply_block_set_bare_page (cover, TRUE);
  ply_document_set_running (document, PLY_RUNNING_FOOT, PLY_SIDE_BOTH, "small", NULL, NULL,
                            "{page}");
  support_add (cover, "title", "Cover");
  ply_block_append (cover, ply_fill_new ());
  foot = support_add (cover, "body", "At the foot");
  ply_block_append (body, ply_page_break_new (PLY_BREAK_RECTO));
  second = support_add (body, "body", "On a right page");
  ply_block_append (body, ply_page_break_new (PLY_BREAK_PAGE));
  third = support_add (body, "body", "On the next");
  ply_block_append (body, ply_page_break_new (PLY_BREAK_VERSO));
  fourth = support_add (body, "body", "On a left page");
  layout = support_layout (document);
  support_check (layout);
  g_assert_cmpuint (ply_layout_get_n_pages (layout), ==, 6);
  g_assert_cmpint (page_of (layout, second), ==, 2);
  g_assert_cmpint (page_of (layout, third), ==, 3);
  g_assert_cmpint (page_of (layout, fourth), ==, 5);
  g_assert_cmpfloat (find_placed (layout, foot)->y, >, 419.5 - 40 - 8);
  /* No folio on the cover and on blank pages. */
  for (guint page = 0; page < 6; page++)
    {
      const PlyPage *at = layout->pages->pdata[page];
      gboolean empty = page == 1 || page == 4;

      g_assert_cmpuint (at->placed->len, ==, empty ? 0 : 2);
    }
}

/* ---- Columns ---- */

static void
test_columns (void)
{
  g_autoptr (PlyDocument) document = support_document ("en");
  PlyBlock *body = ply_document_get_body (document);
  PlyBlock *columns = ply_block_append (body, ply_columns_new (3, 10));
  PlyBlock *after;
  guint counts[3] = { 0 };
  g_autoptr (PlyLayout) layout = NULL;
  const PlyPage *last;

  for (guint i = 0; i < 220; i++)
    support_add (columns, "small", "Name 12");
  after = support_add (body, "body", "Below");
  layout = support_layout (document);
  support_check (layout);
  last = layout->pages->pdata[layout->pages->len - 1];
  g_assert_cmpint (page_of (layout, after), ==, layout->pages->len - 1);
  for (guint i = 0; i < last->placed->len; i++)
    {
      const PlyPlaced *placed = &g_array_index (last->placed, PlyPlaced, i);

      if (placed->text->block->parent == columns)
        {
          counts[(guint) ((placed->x - 20) / 78)]++;
          g_assert_cmpfloat (placed->y, <, find_placed (layout, after)->y);
        }
    }
  g_assert_cmpuint (counts[0], >, 0);
  g_assert_cmpuint (counts[0], >=, counts[1]);
  g_assert_cmpuint (counts[1], >=, counts[2]);
  g_assert_cmpuint (counts[0] - counts[2], <=, 2);
}

/* ---- Tables ---- */

static void
test_table (void)
{
  g_autoptr (PlyDocument) document = support_document ("en");
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  PlyBlock *body = ply_document_get_body (document);
  const PlyTableColumn widths[] = { { 40, 0 }, { 0, 1 }, { 0, 2 } };
  PlyBlock *table = ply_block_append (body, ply_table_new (widths, 3));
  PlyBlock *head;
  g_autoptr (PlyLayout) layout = NULL;

  ply_table_set_look (table, 6, 1, 0.5, 0x999999);
  for (guint row = 0; row < 60; row++)
    {
      PlyBlock *block = ply_table_add_row (table, row == 0);

      for (guint cell = 0; cell < 3; cell++)
        {
          g_autofree char *text = row == 0 ? g_strdup ("Head")
                                  : row == 30
                                      ? support_words (random, 150)
                                      : support_words (random, g_rand_int_range (random, 0, 12));

          support_add (ply_table_row_add_cell (block), "small", text);
        }
    }
  layout = support_layout (document);
  support_check (layout);
  head = table->first->first->first;
  g_assert_cmpuint (layout->pages->len, >, 2);
  for (guint page = 0; page < layout->pages->len; page++)
    g_assert_cmpuint (count_lines (layout, page, head), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/pages/empty", test_empty);
  g_test_add_func ("/typeset/pages/widows", test_widows);
  g_test_add_func ("/typeset/pages/keep-with-next", test_keep_with_next);
  g_test_add_func ("/typeset/pages/keep-together", test_keep_together);
  g_test_add_func ("/typeset/pages/entry", test_entry);
  g_test_add_func ("/typeset/pages/breaks", test_breaks);
  g_test_add_func ("/typeset/pages/columns", test_columns);
  g_test_add_func ("/typeset/pages/table", test_table);
  return g_test_run ();
}
