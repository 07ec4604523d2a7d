/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

/* ---- References, running heads, boxes, the cache, errors ---- */

/* The text of a line as it came out. */
static char *
get_text (const PlyText *text)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < text->para->n_items; i++)
    {
      const PlyItem *item = &text->para->items[i];

      g_string_append_len (out, item->word->text, item->word->length);
      if (item->flags & PLY_ITEM_SPACE)
        g_string_append_c (out, ' ');
    }
  return g_string_free (out, FALSE);
}

static const PlyText *
find_text (PlyLayout *layout, PlyBlock *block)
{
  for (guint i = 0; i < layout->texts->len; i++)
    if (((PlyText *) layout->texts->pdata[i])->block == block)
      return layout->texts->pdata[i];
  return NULL;
}

/* A book of @n chapters of a page or two each, with contents before and an index behind. */
typedef struct
{
  PlyDocument *document;
  PlyBlock *contents;
  PlyBlock *index;
} Book;

static Book
make_book (guint n, guint edited)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  Book book = { support_document ("en") };
  PlyBlock *body = ply_document_get_body (book.document);

  book.contents = ply_block_append (body, ply_contents_new ());
  ply_block_append (body, ply_page_break_new (PLY_BREAK_PAGE));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *anchor = g_strdup_printf ("chapter%u", i);
      g_autofree char *title = g_strdup_printf ("Chapter %u", i);
      g_autofree char *text = support_words (random, g_rand_int_range (random, 100, 200));
      PlyBlock *heading = ply_block_append (body, ply_heading_new ("title", 1, anchor));

      ply_block_add_text (heading, i == edited ? "Edited chapter" : title, NULL);
      ply_block_set_mark (heading, "chapter", title);
      ply_block_set_origin (support_add (body, "body", text), anchor, "abstract");
      ply_block_add_text (ply_contents_add (book.contents, "body", 1, anchor), title, NULL);
    }
  ply_block_append (body, ply_page_break_new (PLY_BREAK_PAGE));
  book.index = ply_block_append (body, ply_columns_new (2, 10));
  for (guint i = 0; i + 3 < n; i += 3)
    {
      const char *anchors[] = { "chapter1", "chapter2", "chapter3", "chapter1", "chapter9", NULL };
      PlyBlock *line = ply_block_append (book.index, ply_paragraph_new ("small"));

      ply_block_add_text (line, "Name ", NULL);
      ply_block_add_page_list (line, anchors, ", ", NULL);
    }
  return book;
}

static void
test_references (void)
{
  Book book = make_book (40, G_MAXUINT);
  g_autoptr (PlyDocument) document = book.document;
  g_autoptr (PlyLayout) layout = support_layout (document);
  guint n_warnings;
  int pages[4];
  guint i = 0;
  g_autoptr (GString) expected = g_string_new ("Name ");
  g_autofree char *shown = NULL;

  support_check (layout);
  for (PlyBlock *line = book.contents->first; line != NULL; line = line->next, i++)
    {
      g_autofree char *anchor = g_strdup_printf ("chapter%u", i);
      g_autofree char *wanted =
          g_strdup_printf ("Chapter %u %d", i, ply_layout_get_anchor_page (layout, anchor) + 1);
      g_autofree char *text = get_text (find_text (layout, line));

      g_assert_cmpstr (text, ==, wanted);
    }
  pages[0] = ply_layout_get_anchor_page (layout, "chapter1") + 1;
  pages[1] = ply_layout_get_anchor_page (layout, "chapter2") + 1;
  pages[2] = ply_layout_get_anchor_page (layout, "chapter3") + 1;
  pages[3] = ply_layout_get_anchor_page (layout, "chapter9") + 1;
  for (guint p = 0; p < 4; p++)
    {
      if (p > 0 && pages[p] == pages[p - 1])
        continue;
      if (p == 0 && pages[1] == pages[0] + 1 && pages[2] == pages[1] + 1)
        {
          g_string_append_printf (expected, "%d–%d", pages[0], pages[2]);
          p = 2;
          continue;
        }
      g_string_append_printf (expected, "%s%d", p > 0 ? ", " : "", pages[p]);
    }
  shown = get_text (find_text (layout, book.index->first));
  g_assert_cmpstr (shown, ==, expected->str);
  g_assert_cmpint (ply_layout_get_anchor_page (layout, "nowhere"), ==, -1);
  ply_layout_get_warnings (layout, &n_warnings);
  g_assert_cmpuint (n_warnings, ==, 0);
}

static void
test_dangling (void)
{
  g_autoptr (PlyDocument) document = support_document ("en");
  PlyBlock *line = support_add (ply_document_get_body (document), "body", "See page ");
  PlyBlock *contents = ply_block_append (ply_document_get_body (document), ply_contents_new ());
  g_autoptr (PlyLayout) layout = NULL;
  g_autofree char *text = NULL;
  guint n_warnings;

  ply_block_add_page_ref (line, "nowhere", NULL);
  ply_block_add_text (line, " and ", NULL);
  ply_block_add_text (line, "there", &(PlySpan) { .anchor = "nowhere either" });
  ply_block_add_text (ply_contents_add (contents, "body", 1, "gone"), "Gone", NULL);
  layout = support_layout (document);
  text = get_text (find_text (layout, line));
  g_assert_cmpstr (text, ==, "See page ? and there");
  ply_layout_get_warnings (layout, &n_warnings);
  g_assert_cmpuint (n_warnings, ==, 3);
}

/* ---- Running heads ---- */

static char *
get_running (PlyLayout *layout, guint page, double *x)
{
  const PlyPage *at = layout->pages->pdata[page];
  const PlyPlaced *placed = &g_array_index (at->placed, PlyPlaced, at->placed->len - 1);

  *x = placed->x;
  return get_text (placed->text);
}

static void
test_running (void)
{
  g_autoptr (PlyDocument) document = support_document ("en");
  PlyBlock *body = ply_document_get_body (document);
  static const char *const expected[] = { "1 A", "2 A – B", "3 B",
                                          "4 B – C and atitlethatismuchtoolongforoneline…" };
  g_autoptr (PlyLayout) layout = NULL;

  ply_document_set_running (document, PLY_RUNNING_HEAD, PLY_SIDE_BOTH, "small", NULL, NULL,
                            "{page} {range:day}");
  for (guint page = 0; page < 4; page++)
    {
      PlyBlock *block;

      if (page > 0)
        ply_block_append (body, ply_page_break_new (PLY_BREAK_PAGE));
      block = support_add (body, "body", "Text");
      if (page == 0)
        ply_block_set_mark (block, "day", "A");
      block = support_add (body, "body", "More");
      if (page == 1)
        ply_block_set_mark (block, "day", "B");
      if (page == 3)
        ply_block_set_mark (block, "day",
                            "C and atitlethatismuchtoolongforoneline anditsrestislefoutatlast "
                            "thoughsomemorewordsstillfollow");
    }
  layout = support_layout (document);
  for (guint page = 0; page < 4; page++)
    {
      double x;
      g_autofree char *text = get_running (layout, page, &x);

      g_assert_cmpstr (text, ==, expected[page]);
      if (page % 2 == 1)
        g_assert_cmpfloat_with_epsilon (x, 28, 0.01);
      else
        g_assert_cmpfloat (x, >, 100);
    }
}

/* ---- Boxes ---- */

static void
test_boxes (void)
{
  g_autoptr (PlyDocument) document = support_document ("en");
  PlyBlock *body = ply_document_get_body (document);
  PlyBlock *group = ply_block_append (body, ply_group_new (TRUE));
  PlyBlock *line = support_add (group, "ragged", "By ");
  g_autoptr (PlyLayout) layout = NULL;
  g_autoptr (GArray) ada = NULL;
  g_autoptr (GArray) talk = NULL;
  const PlyBox *person;
  PlyBox hit;

  ply_block_set_origin (group, "talk-1", NULL);
  ply_block_add_text (line, "Ada Lovelace", &(PlySpan) { .record = "ada", .field = "name" });
  ply_block_add_text (line, " and others", NULL);
  ply_block_set_origin (support_add (group, "body", "The abstract."), "talk-1", "abstract");
  layout = support_layout (document);
  ada = ply_layout_find_boxes (layout, "ada", "name");
  g_assert_cmpuint (ada->len, ==, 1);
  person = &g_array_index (ada, PlyBox, 0);
  talk = ply_layout_find_boxes (layout, "talk-1", NULL);
  g_assert_cmpuint (talk->len, ==, 2);
  g_assert_true (ply_layout_hit (layout, 0, person->x + 5, person->y + person->height / 2, &hit));
  g_assert_cmpstr (hit.record, ==, "ada");
  g_assert_true (ply_layout_hit (layout, 0, person->x - 3, person->y + 3, &hit));
  g_assert_cmpstr (hit.record, ==, "talk-1");
  g_assert_true (ply_layout_hit (layout, 0, person->x, person->y + 14, &hit));
  g_assert_cmpstr (hit.field, ==, "abstract");
  g_assert_false (ply_layout_hit (layout, 0, 1, 1, &hit));
}

/* ---- The cache ---- */

static void
test_cache (void)
{
  g_autoptr (PlyLayoutCache) cache = ply_layout_cache_new ();
  Book first = make_book (60, G_MAXUINT);
  Book second = make_book (60, 30);
  g_autoptr (PlyDocument) one_document = first.document;
  g_autoptr (PlyDocument) two_document = second.document;
  g_autoptr (PlyLayout) one = ply_layout_new (one_document, cache, NULL, NULL, NULL, NULL);
  g_autoptr (PlyLayout) two = NULL;
  guint changed = 0;

  g_assert_cmpuint (ply_layout_cache_get_n_set (cache), >, 120);
  two = ply_layout_new (two_document, cache, NULL, NULL, NULL, NULL);
  /* The edited heading, and what shows page numbers while they were not known. */
  g_assert_cmpuint (ply_layout_cache_get_n_set (cache), <=, 3);
  g_assert_cmpuint (ply_layout_get_n_pages (one), ==, ply_layout_get_n_pages (two));
  for (guint page = 0; page < ply_layout_get_n_pages (one); page++)
    changed += ply_layout_get_page_hash (one, page) != ply_layout_get_page_hash (two, page);
  g_assert_cmpuint (changed, ==, 1);
}

/* ---- Errors ---- */

static void
expect_error (PlyDocument *document, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ply_layout_new (document, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PLY_TYPESET_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static void
test_errors (void)
{
  g_autoptr (PlyDocument) margins = support_document ("en");
  g_autoptr (PlyDocument) grid = support_document ("en");
  g_autoptr (PlyDocument) nan = support_document ("en");
  g_autoptr (PlyDocument) style = support_document ("en");
  g_autoptr (PlyDocument) character = support_document ("en");
  g_autoptr (PlyDocument) columns = support_document ("en");
  g_autoptr (PlyDocument) table = support_document ("en");
  g_autoptr (PlyDocument) size = support_document ("en");
  const PlyTableColumn wide[] = { { 300, 0 }, { 300, 0 } };
  PlyBlock *block;

  ply_document_get_setup (margins)->inner = 250;
  expect_error (margins, PLY_TYPESET_ERROR_SETUP);
  ply_document_get_setup (grid)->grid = 0;
  expect_error (grid, PLY_TYPESET_ERROR_SETUP);
  ply_document_get_setup (nan)->width = 0.0 / ply_document_get_setup (grid)->grid;
  expect_error (nan, PLY_TYPESET_ERROR_SETUP);
  support_add (ply_document_get_body (style), "nonesuch", "Text");
  expect_error (style, PLY_TYPESET_ERROR_STYLE);
  block = support_add (ply_document_get_body (character), "body", "Text");
  ply_block_add_text (block, "bold", &(PlySpan) { .style = "nonesuch" });
  expect_error (character, PLY_TYPESET_ERROR_STYLE);
  block = ply_block_append (ply_document_get_body (columns), ply_columns_new (9, 40));
  support_add (block, "body", "Text");
  expect_error (columns, PLY_TYPESET_ERROR_SETUP);
  ply_block_append (ply_document_get_body (table), ply_table_new (wide, 2));
  expect_error (table, PLY_TYPESET_ERROR_SETUP);
  ply_document_get_style (size, "body")->size = 0;
  expect_error (size, PLY_TYPESET_ERROR_STYLE);
}

static void
test_absent_font (void)
{
  g_autoptr (PlyDocument) document = support_document ("en");
  g_autoptr (PlyLayout) layout = NULL;
  const PlyLayoutWarning *warnings;
  guint n;

  ply_document_get_style (document, "body")->family = "No Such Font At All";
  support_add (ply_document_get_body (document), "body", "Text in a font that is not there.");
  layout = support_layout (document);
  support_check (layout);
  warnings = ply_layout_get_warnings (layout, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (strstr (warnings[0].message, "No Such Font At All"));
}

static void
progress_cb (double fraction, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  Book book = make_book (40, G_MAXUINT);
  g_autoptr (PlyDocument) document = book.document;
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) during = g_cancellable_new ();
  g_autoptr (PlyLayoutCache) cache = ply_layout_cache_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyLayout) layout = NULL;

  g_cancellable_cancel (before);
  g_assert_null (ply_layout_new (document, cache, NULL, NULL, before, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (ply_layout_new (document, cache, progress_cb, during, during, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  layout = ply_layout_new (document, cache, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/document/references", test_references);
  g_test_add_func ("/typeset/document/dangling", test_dangling);
  g_test_add_func ("/typeset/document/running", test_running);
  g_test_add_func ("/typeset/document/boxes", test_boxes);
  g_test_add_func ("/typeset/document/cache", test_cache);
  g_test_add_func ("/typeset/document/errors", test_errors);
  g_test_add_func ("/typeset/document/absent-font", test_absent_font);
  g_test_add_func ("/typeset/document/cancel", test_cancel);
  return g_test_run ();
}
