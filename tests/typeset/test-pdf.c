/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include "ply-pdf-font.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>

/* ---- The PDF as other programs read it ---- */

static void
assert_clean (const char *path)
{
  g_autofree char *checked = support_run ("qpdf", "--check", path, NULL);

  if (strstr (checked, "No syntax or stream encoding errors") == NULL)
    g_error ("%s", checked);
}

/* The texts are read back in order, whatever hyphenation and pages did to them. */
static void
test_text (void)
{
  static const char *const texts[] = {
    "Die deutsch-kasachische Wissenschaftskonferenz beschäftigt sich mit Hochschulzusammenarbeit.",
    "Қазақстан Республикасының ғылым және жоғары білім министрлігі; ә ғ қ ң ө ұ ү һ і Ә Ғ Қ Ң.",
    "Конференция по научному сотрудничеству открывается в большом зале университета.",
    "The final office flies efficiently: ffi, fl, “quotes” – dashes — and 10 € № 5.",
  };
  static const char *const languages[] = { "de", "kk", "ru", "en" };
  g_autoptr (PlyDocument) document = support_document ("en");
  PlyBlock *body = ply_document_get_body (document);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (PlyLayout) layout = NULL;
  g_autofree char *text = NULL;
  char *path;

  for (guint i = 0; i < 200; i++)
    {
      PlyBlock *block = support_add (body, "body", texts[i % 4]);

      ply_block_set_language (block, languages[i % 4]);
      if (i > 0)
        g_string_append_c (expected, ' ');
      g_string_append (expected, texts[i % 4]);
    }
  layout = support_layout (document);
  support_check (layout);
  g_assert_cmpuint (layout->pages->len, >, 5);
  path = support_write (layout, NULL);
  assert_clean (path);
  text = support_read_text (path);
  g_assert_cmpstr (text, ==, expected->str);
  support_remove (path);
}

/* What is drawn ends where the layout says, but for points and hyphens that hang a little. */
static void
test_bounds (void)
{
  g_autoptr (PlyDocument) document = support_document ("de");
  g_autoptr (GRand) random = g_rand_new_with_seed (21);
  g_autoptr (PlyLayout) layout = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("xMin=\"([0-9.]+)\".*xMax=\"([0-9.]+)\"", 0, 0, NULL);
  g_autofree char *boxes = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_words = 0;
  guint page = 0;
  char *path;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = support_words (random, 60);

      support_add (ply_document_get_body (document), "body", text);
    }
  layout = support_layout (document);
  path = support_write (layout, NULL);
  boxes = support_run ("pdftotext", "-bbox", path, "-", NULL);
  lines = g_strsplit (boxes, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      page += strstr (lines[i], "<page ") != NULL;
      if (strstr (lines[i], "<word") == NULL || !g_regex_match (regex, lines[i], 0, &match))
        continue;
      g_autofree char *from = g_match_info_fetch (match, 1);
      g_autofree char *to = g_match_info_fetch (match, 2);

      g_assert_cmpfloat (g_ascii_strtod (from, NULL), >=, (page % 2 == 1 ? 36 : 28) - 2);
      g_assert_cmpfloat (g_ascii_strtod (to, NULL), <=, 297.6 - (page % 2 == 1 ? 28 : 36) + 2);
      n_words++;
    }
  g_assert_cmpuint (n_words, >, 2000);
  support_remove (path);
}

/* ---- Structure ---- */

static GBytes *
make_png (int width, int height)
{
  g_autoptr (GdkPixbuf) image = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  char *data;
  gsize length;

  gdk_pixbuf_fill (image, 0x3366cc80);
  g_assert_true (gdk_pixbuf_save_to_buffer (image, &data, &length, "png", NULL, NULL));
  return g_bytes_new_take (data, length);
}

static PlyDocument *
make_structured (void)
{
  PlyDocument *document = support_document ("en");
  PlyBlock *body = ply_document_get_body (document);
  const PlyTableColumn columns[] = { { 0, 1 }, { 0, 1 } };
  g_autoptr (GBytes) png = make_png (40, 20);
  PlyBlock *contents = ply_block_append (body, ply_contents_new ());
  PlyBlock *block;
  PlyBlock *list;
  PlyBlock *table;
  PlyBlock *row;

  ply_document_set_running (document, PLY_RUNNING_HEAD, PLY_SIDE_BOTH, "small", "Never read", NULL,
                            "{page}");
  ply_block_add_text (ply_contents_add (contents, "body", 1, "one"), "First part", NULL);
  block = ply_block_append (body, ply_heading_new ("title", 1, "one"));
  ply_block_add_text (block, "First part", NULL);
  block = support_add (body, "body", "A link to ");
  ply_block_add_text (block, "the site", &(PlySpan) { .uri = "https://example.org/a?b=(c)" });
  ply_block_add_text (block, " and the word ", NULL);
  ply_block_add_text (block, "ғылым", &(PlySpan) { .language = "kk", .style = "bold" });
  ply_block_add_text (block, ".", NULL);
  ply_block_append (body, ply_image_new (png, 40, 0, "The logo"));
  ply_block_append (body, ply_image_new (png, 40, 0, NULL));
  ply_block_append (body, ply_rule_new (0.5, 0));
  list = ply_block_append (body, ply_list_new (12));
  support_add (ply_list_add_item (list, "body", "•"), "body", "An item");
  table = ply_block_append (body, ply_table_new (columns, 2));
  row = ply_table_add_row (table, TRUE);
  support_add (ply_table_row_add_cell (row), "small", "Time");
  support_add (ply_table_row_add_cell (row), "small", "What");
  row = ply_table_add_row (table, FALSE);
  ply_table_row_add_cell (row);
  support_add (ply_table_row_add_cell (row), "small", "Coffee");
  block = ply_block_append (body, ply_heading_new ("title", 2, "two"));
  ply_block_add_text (block, "Second", NULL);
  block = support_add (body, "body", "A remark.");
  ply_paragraph_set_role (block, PLY_ROLE_NOTE);
  return document;
}

static void
test_structure (void)
{
  static const char *const expected[] = { "Document",
                                          "TOC",
                                          "TOCI",
                                          "Reference",
                                          "Link",
                                          "\"First part 1\"",
                                          "H1 ",
                                          "\"First part\"",
                                          "P ",
                                          "\"A link to \"",
                                          "Link",
                                          "\"the site\"",
                                          "\" and the word \"",
                                          "Span",
                                          "\"ғылым\"",
                                          "\".\"",
                                          "Figure",
                                          "L ",
                                          "LI",
                                          "Lbl",
                                          "\"•\"",
                                          "LBody",
                                          "\"An item\"",
                                          "Table",
                                          "TR",
                                          "TH",
                                          "\"Time\"",
                                          "TH",
                                          "\"What\"",
                                          "TR",
                                          "TD",
                                          "TD",
                                          "\"Coffee\"",
                                          "H2 ",
                                          "\"Second\"",
                                          "Note",
                                          "\"A remark.\"" };
  g_autoptr (PlyDocument) document = make_structured ();
  g_autoptr (PlyLayout) layout = support_layout (document);
  char *path = support_write (layout, NULL);
  g_autofree char *shown = support_run ("pdfinfo", "-struct-text", path, NULL);
  const char *at = shown;

  assert_clean (path);
  g_assert_null (strstr (shown, "Never read"));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const char *found = strstr (at, expected[i]);

      if (found == NULL)
        g_error ("“%s” is missing after “%.60s” in\n%s", expected[i], at, shown);
      at = found + strlen (expected[i]);
    }
  support_remove (path);
}

/* What PDF/UA-1 and PDF/A-2a want in the file (DESIGN §6), each on its own line of the unpacked
 * file. */
static void
test_standards (void)
{
  static const char *const wanted[] = {
    "/Lang <FEFF0065006E>|/Lang <feff0065006e>",
    "/DisplayDocTitle true",
    "/Marked true",
    "<pdfuaid:part>1</pdfuaid:part>",
    "<pdfaid:part>2</pdfaid:part>",
    "<pdfaid:conformance>A</pdfaid:conformance>",
    "pdfaExtension:schemas",
    "<dc:title>",
    "/S /GTS_PDFA1",
    "/DestOutputProfile",
    "/ID [",
    "/Tabs /S",
    "/F 4",
    "/Contents <FEFF|/Contents <feff",
    "/Alt <FEFF|/Alt <feff",
    "/Scope /Column",
    "/ListNumbering /Disc",
    "/ID (note|/ID <6e6f7465",
    "/IDTree",
    "/CIDToGIDMap",
    "/ToUnicode",
    "/FontFile2",
    "/Outlines",
    "/URI (https://example.org/a?b=%28c%29)",
    "/StructParents 0",
    "/BBox [",
  };
  g_autoptr (PlyDocument) document = make_structured ();
  g_autoptr (PlyLayout) layout = support_layout (document);
  char *path = support_write (layout, NULL);
  g_autofree char *plain = g_strconcat (path, ".qdf", NULL);
  g_autofree char *out =
      support_run ("qpdf", "--qdf", "--object-streams=disable", path, plain, NULL);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (plain, &data, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_auto (GStrv) ways = g_strsplit (wanted[i], "|", -1);
      gboolean found = FALSE;

      for (guint w = 0; ways[w] != NULL; w++)
        found |= memmem (data, length, ways[w], strlen (ways[w])) != NULL;
      if (!found)
        g_error ("%s is missing", wanted[i]);
    }
  g_remove (plain);
  support_remove (path);
}

static void
test_fonts (void)
{
  g_autoptr (PlyDocument) document = make_structured ();
  g_autoptr (PlyLayout) layout = support_layout (document);
  char *path = support_write (layout, NULL);
  g_autofree char *fonts = support_run ("pdffonts", path, NULL);
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);
  guint n = 0;

  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    /* Embedded, a subset, with a way back to text. */
    g_assert_nonnull (strstr (lines[i], "yes yes yes"));
  g_assert_cmpuint (n, >=, 2);
  support_remove (path);
}

/* Fonts of other kinds: name-keyed CFF (codes are glyphs: a hyphen is said in another way),
 * CID-keyed CFF, and one that PDF cannot hold. */
static void
test_font_kinds (void)
{
  static const struct
  {
    const char *family, *shown;
  } cases[] = { { "P052", "P052" },
                { "Noto Sans CJK JP", "NotoSansCJKjp" },
                { "Cantarell", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const char text[] =
          "Wissenschaftskonferenz-Programm mit fi, Universitätsbibliothek und "
          "Hochschulzusammenarbeitsvereinbarungen in Kooperationsprojekten.";
      g_autoptr (PlyDocument) document = support_document ("de");
      g_autoptr (PlyLayout) layout = NULL;
      g_autofree char *fonts = NULL;
      g_autofree char *read = NULL;
      guint n_warnings;
      char *path;

      ply_document_get_style (document, "body")->family = cases[i].family;
      support_add (ply_document_get_body (document), "body", text);
      layout = support_layout (document);
      support_check (layout);
      ply_layout_get_warnings (layout, &n_warnings);
      path = support_write (layout, NULL);
      assert_clean (path);
      fonts = support_run ("pdffonts", path, NULL);
      read = support_read_text (path);
      g_assert_cmpstr (read, ==, text);
      if (cases[i].shown != NULL && n_warnings == 0)
        g_assert_nonnull (strstr (fonts, cases[i].shown));
      else
        g_assert_cmpuint (n_warnings, ==, 1);
      support_remove (path);
    }
}

/* One glyph that stands for two texts has two codes; a text too long for a code says so. */
static void
test_codes (void)
{
  g_autoptr (PlyDocument) document = make_structured ();
  g_autoptr (PlyLayout) layout = support_layout (document);
  const PlyText *text = layout->texts->pdata[0];
  const PlyFont *font = text->para->runs[0].voice->font;
  PlyPdfFont *pdf_font = ply_pdf_font_new (font->hb, 1, 1);
  gboolean exact;
  guint one = ply_pdf_font_encode (pdf_font, 40, "A", 1, &exact);

  g_assert_true (exact);
  g_assert_cmpuint (ply_pdf_font_encode (pdf_font, 40, "B", 1, &exact), !=, one);
  g_assert_true (exact);
  g_assert_cmpuint (ply_pdf_font_encode (pdf_font, 40, "A", 1, &exact), ==, one);
  ply_pdf_font_encode (pdf_font, 40, "a text that is far too long for it", 34, &exact);
  g_assert_false (exact);
  ply_pdf_font_free (pdf_font);
}

/* ---- Page ranges, links into and out of them ---- */

static void
test_range (void)
{
  g_autoptr (PlyDocument) document = support_document ("en");
  PlyBlock *body = ply_document_get_body (document);
  g_autoptr (PlyLayout) layout = NULL;
  g_autofree char *text = NULL;
  g_autofree char *structure = NULL;
  PlyPdfOptions options = { .first_page = 1, .n_pages = 2 };
  char *path;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *words = g_strdup_printf ("Page %u", i);
      g_autofree char *anchor = g_strdup_printf ("page%u", i);
      PlyBlock *block;

      if (i > 0)
        ply_block_append (body, ply_page_break_new (PLY_BREAK_PAGE));
      block = ply_block_append (body, ply_heading_new ("title", 1, anchor));
      ply_block_add_text (block, words, NULL);
      block = support_add (body, "body", "to ");
      ply_block_add_text (block, "the first", &(PlySpan) { .anchor = "page0" });
      ply_block_add_text (block, " or ", NULL);
      ply_block_add_text (block, "the third", &(PlySpan) { .anchor = "page2" });
    }
  layout = support_layout (document);
  path = support_write (layout, &options);
  assert_clean (path);
  text = support_read_text (path);
  g_assert_cmpstr (text, ==, "Page 1 to the first or the third Page 2 to the first or the third");
  structure = support_run ("pdfinfo", "-struct-text", path, NULL);
  g_assert_nonnull (strstr (structure, "Span"));
  g_assert_nonnull (strstr (structure, "Link"));
  support_remove (path);
}

/* ---- Output that fails ---- */

static void
test_output (void)
{
  g_autoptr (PlyDocument) document = make_structured ();
  g_autoptr (PlyLayout) layout = support_layout (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  char *path = support_write (layout, NULL);
  g_autofree char *dir = g_path_get_dirname (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDir) listing = NULL;
  guint n_files = 0;

  g_assert_false (
      ply_pdf_write (layout, "/nonexistent/dir/out.pdf", NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "kept", -1, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_false (ply_pdf_write (layout, path, NULL, NULL, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  bytes = ply_pdf_to_bytes (layout, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
  g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), "%PDF-1.7", 8), ==, 0);
  listing = g_dir_open (dir, 0, NULL);
  while (g_dir_read_name (listing) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 1);
  support_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/pdf/text", test_text);
  g_test_add_func ("/typeset/pdf/bounds", test_bounds);
  g_test_add_func ("/typeset/pdf/structure", test_structure);
  g_test_add_func ("/typeset/pdf/standards", test_standards);
  g_test_add_func ("/typeset/pdf/fonts", test_fonts);
  g_test_add_func ("/typeset/pdf/font-kinds", test_font_kinds);
  g_test_add_func ("/typeset/pdf/codes", test_codes);
  g_test_add_func ("/typeset/pdf/range", test_range);
  g_test_add_func ("/typeset/pdf/output", test_output);
  return g_test_run ();
}
