/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "event-builder.h"
#include "ply-catalog.h"
#include "ply-content-private.h"
#include "ply-event-json.h"
#include "ply-formatter.h"
#include "ply-programme-order.h"
#include "printed.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* Programmes printed all the way and read back: the sample event in its four languages. */

static const char *const languages[] = { "en", "de", "kk", "ru" };

static PlySnapshot *
sample_event (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyPlan) plan = ply_sample_event_plan (&error);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (PlySnapshot) empty = ply_snapshot_new (none);

  g_assert_no_error (error);
  return ply_plan_apply (plan, empty);
}

static Printed *
print_in (PlySnapshot *snapshot, const char *language, const char *more)
{
  g_autofree char *assignments = g_strdup_printf ("language=%s %s", language, more);

  return print_programme (snapshot, assignments);
}

static guint
page_of (const Printed *printed, const char *anchor)
{
  int page = ply_layout_get_anchor_page (printed->layout, anchor);

  g_assert_cmpint (page, >=, 0);
  return page + 1;
}

/* ---- Glyphs and words ---- */

static void
test_nothing_is_missing (void)
{
  g_autoptr (PlySnapshot) snapshot = sample_event ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (Printed) printed = print_in (snapshot, languages[i], "");
      const char *const command[] = { "pdffonts", printed->path, NULL };
      g_autofree char *fonts = run_tool (command);
      guint n_missing, n_warnings;

      ply_layout_get_missing (printed->layout, &n_missing);
      ply_layout_get_warnings (printed->layout, &n_warnings);
      g_assert_cmpuint (n_missing, ==, 0);
      g_assert_cmpuint (n_warnings, ==, 0);
      /* Of "emb sub uni" only the first says no when a font is not in the file. */
      g_assert_null (strstr (fonts, " no  "));
      g_assert_cmpuint (printed_count (printed, "\ufffd"), ==, 0);
    }
}

static void
test_fixed_words (void)
{
  static const char *const words[] = {
    "Programme", "Contents",     "About the event", "Tracks",
    "Speakers",  "Institutions", "Chair:",          "Time zone:"
  };
  g_autoptr (PlySnapshot) snapshot = sample_event ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (Printed) printed = print_in (snapshot, languages[i], "");
      g_autoptr (PlyCatalog) catalog = ply_catalog_new (languages[i]);
      gboolean english = strcmp (languages[i], "en") == 0;

      g_assert_true (ply_catalog_has_words (catalog) == !english);
      for (guint w = 0; w < G_N_ELEMENTS (words); w++)
        {
          const char *word = strcmp (words[w], "Chair:") == 0
                                 ? ply_word_n (catalog, "programme", "Chair:", "Chairs:", 1)
                                 : ply_word (catalog, "programme", words[w]);

          g_assert_true ((strcmp (word, words[w]) == 0) == english);
          g_assert_cmpuint (printed_count (printed, word), >, 0);
          if (!english && strcmp (words[w], "Programme") != 0)
            g_assert_cmpuint (printed_count (printed, words[w]), ==, 0);
        }
    }
}

/* ---- Contents, indexes, running heads ---- */

static void
check_contents_line (PlyBlock *block, gpointer data)
{
  Printed *printed = data;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (block->target == NULL)
    return;
  text = block_text (block);
  line = g_strdup_printf ("%s %u", text, page_of (printed, block->target));
  if (!printed_has_element (printed, line))
    g_error ("the contents lack “%s”", line);
}

/* Pages as an index prints them: each once, three and more in a row as a range. */
static char *
list_pages (const Printed *printed, char **anchors)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *list = g_string_new (NULL);

  for (guint page = 1; page <= ply_layout_get_n_pages (printed->layout); page++)
    for (guint i = 0; anchors[i] != NULL; i++)
      if (page_of (printed, anchors[i]) == page)
        {
          g_array_append_val (pages, page);
          break;
        }
  for (guint i = 0; i < pages->len; i++)
    {
      guint first = g_array_index (pages, guint, i);
      guint end = i;

      while (end + 1 < pages->len && g_array_index (pages, guint, end + 1) == first + end + 1 - i)
        end++;
      g_string_append_printf (list, "%s%u", list->len > 0 ? ", " : "", first);
      if (end >= i + 2)
        {
          g_string_append_printf (list, "–%u", g_array_index (pages, guint, end));
          i = end;
        }
    }
  return g_string_free_and_steal (list);
}

static void
check_index_line (PlyBlock *block, gpointer data)
{
  Printed *printed = data;

  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    {
      const PlyRun *run = &g_array_index (block->runs, PlyRun, i);

      if (run->kind == PLY_RUN_PAGES)
        {
          g_autofree char *text = block_text (block);
          g_autofree char *pages = list_pages (printed, run->anchors);
          g_autofree char *line = g_strconcat (text, pages, NULL);

          if (!printed_has_element (printed, line))
            g_error ("the index lacks “%s”", line);
        }
    }
}

static void
check_page_numbers (PlySnapshot *snapshot, const char *language, const char *more)
{
  g_autoptr (Printed) printed = print_in (snapshot, language, more);

  walk_blocks (printed->document, check_contents_line, printed);
  walk_blocks (printed->document, check_index_line, printed);
}

static void
test_page_numbers (void)
{
  g_autoptr (PlySnapshot) snapshot = sample_event ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    check_page_numbers (snapshot, languages[i], "");
  check_page_numbers (snapshot, "en", "order=room paper=A4");
}

/* Where an anchor is said to be, the session's title can be read. */
static void
test_titles_on_their_pages (void)
{
  g_autoptr (PlySnapshot) snapshot = sample_event ();
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_SESSION);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (Printed) printed = print_in (snapshot, languages[i], "");

      for (guint s = 0; s < n; s++)
        {
          const PlySession *session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, s);
          g_autofree char *anchor = g_strconcat ("session-", session->record.id, NULL);
          const char *title = ply_snapshot_get_text (snapshot, session, "title", languages[i]);

          g_assert_true (ply_session_is_placed (session));
          g_assert_cmpuint (count_text (printed->pages[page_of (printed, anchor) - 1], title), >,
                            0);
        }
    }
}

typedef struct
{
  const char *record;
  char *anchor;
  gboolean found;
} Wanted;

static void
look_for_index_line (PlyBlock *block, gpointer data)
{
  Wanted *wanted = data;

  if (g_strcmp0 (block->style, "index-entry") != 0
      || g_strcmp0 (block->record, wanted->record) != 0)
    return;
  for (guint i = 0; i < block->runs->len; i++)
    {
      const PlyRun *run = &g_array_index (block->runs, PlyRun, i);

      if (run->kind == PLY_RUN_PAGES
          && g_strv_contains ((const char *const *) run->anchors, wanted->anchor))
        wanted->found = TRUE;
    }
}

/* Whoever takes part in something printed stands in an index, with that page. */
static void
test_everyone_is_indexed (void)
{
  g_autoptr (PlySnapshot) snapshot = sample_event ();
  g_autoptr (PlyDocument) document = build_programme (snapshot, "");
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_PARTICIPATION);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      const PlyParticipation *link = ply_snapshot_get_at (snapshot, PLY_KIND_PARTICIPATION, i);
      Wanted wanted = {
        .record = link->person != NULL ? link->person : link->institution,
        .anchor = g_strconcat (link->talk != NULL ? "talk-" : "session-",
                               link->talk != NULL ? link->talk : link->session, NULL),
      };

      walk_blocks (document, look_for_index_line, &wanted);
      g_assert_true (wanted.found);
      g_free (wanted.anchor);
    }
}

static void
test_running_heads (void)
{
  g_autoptr (PlySnapshot) snapshot = sample_event ();
  g_autoptr (Printed) printed = print_in (snapshot, "de", "");
  g_autoptr (GPtrArray) days = ply_snapshot_dup_ordered (snapshot, PLY_KIND_DAY);
  g_autoptr (PlyFormatter) format = ply_formatter_new ("de");
  const PlyDay *first = days->pdata[0], *second = days->pdata[1];
  g_autofree char *anchor = g_strconcat ("day-", first->record.id, NULL);
  g_autofree char *next = g_strconcat ("day-", second->record.id, NULL);
  g_autofree char *date = ply_formatter_date (format, first->date, PLY_DATE_WEEKDAY_DAY);

  for (guint page = page_of (printed, anchor); page < page_of (printed, next); page++)
    {
      g_autofree char *folio = g_strdup_printf ("%u", page);

      g_assert_cmpuint (count_text (printed->pages[page - 1], date), >, 0);
      g_assert_true (g_str_has_suffix (g_strchomp (printed->pages[page - 1]), folio)
                     || strstr (printed->pages[page - 1], folio) != NULL);
    }
  /* No head on the cover. */
  g_assert_cmpuint (count_text (printed->pages[0], date), ==, 0);
}

/* ---- Margins ---- */

static double
attribute (const char *line, const char *name)
{
  g_autofree char *start = g_strconcat (name, "=\"", NULL);
  const char *at = strstr (line, start);

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (start), NULL);
}

/* Points, hyphens and quotes hang a little out of justified lines. */
#define HANGING 2

static void
check_word (const char *line, const PlyPageSetup *setup, guint page)
{
  gboolean recto = page % 2 == 1;
  double left = recto ? setup->inner : setup->outer;
  double right = setup->width - (recto ? setup->outer : setup->inner);

  if (attribute (line, "xMin") < left - HANGING || attribute (line, "xMax") > right + HANGING)
    g_error ("page %u: outside the margins %.1f to %.1f: %s", page, left, right, line);
  g_assert_cmpfloat (attribute (line, "yMin"), >, setup->top / 3);
  g_assert_cmpfloat (attribute (line, "yMax"), <, setup->height - setup->bottom / 4);
}

static void
check_margins (const Printed *printed)
{
  const PlyPageSetup *setup = ply_document_get_setup (printed->document);
  const char *const command[] = { "pdftotext", "-enc", "UTF-8", "-bbox", printed->path, "-", NULL };
  g_autofree char *boxes = run_tool (command);
  g_auto (GStrv) lines = g_strsplit (boxes, "\n", -1);
  guint page = 0, n_words = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "<page ") != NULL)
      page++;
    else if (strstr (lines[i], "<word ") != NULL)
      {
        check_word (lines[i], setup, page);
        n_words++;
      }
  g_assert_cmpuint (page, ==, ply_layout_get_n_pages (printed->layout));
  g_assert_cmpuint (n_words, >, 1000);
}

static void
test_margins (void)
{
  static const char *const papers[] = { "paper=A5", "paper=A4", "paper=Letter order=room" };
  g_autoptr (PlySnapshot) snapshot = sample_event ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint p = 0; p < G_N_ELEMENTS (papers); p++)
      {
        g_autoptr (Printed) printed = print_in (snapshot, languages[i], papers[p]);

        check_margins (printed);
      }
}

/* Labels of lists fit, wherever in a text the list stands. */
static void
test_lists (void)
{
  EventBuilder *builder = event_builder_new ();
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (Printed) printed = NULL;
  guint n_warnings;

  event_builder_add (builder, PLY_KIND_EVENT, "ev", "title", "Lists", "description",
                     "8. one\n9. two\n10. three\n99) four", NULL);
  event_builder_add (builder, PLY_KIND_DAY, "d", "date", "2024-02-29", NULL);
  event_builder_add (builder, PLY_KIND_SESSION, "s", "title", "Session", "day", "d", "start", "0",
                     "duration", "1", "abstract", "Text\n\n- one\n- two", "description",
                     "- three\n\n12. four", NULL);
  snapshot = event_builder_end (builder);
  printed = print_programme (snapshot, "");
  ply_layout_get_warnings (printed->layout, &n_warnings);
  g_assert_cmpuint (n_warnings, ==, 0);
  g_assert_cmpuint (printed_count (printed, "12. four"), ==, 1);
}

/* The event's logo is on the cover, described in the programme's language. */
static void
test_logo (void)
{
  EventBuilder *builder = event_builder_new ();
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (Printed) printed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 20);
  PlyAsset *asset = ply_record_new (PLY_KIND_ASSET, "logo");
  const char *images[] = { "pdfimages", "-list", NULL, NULL };
  g_autofree char *listed = NULL;
  char *data;
  gsize size;
  guint n_warnings;

  gdk_pixbuf_fill (pixels, 0x0b5563ff);
  gdk_pixbuf_save_to_buffer (pixels, &data, &size, "png", &error, NULL);
  g_assert_no_error (error);
  asset->data = g_bytes_new_take (data, size);
  asset->alt = g_strdup ("A square");
  g_ptr_array_add (builder->records, asset);
  event_builder_add (builder, PLY_KIND_EVENT, "ev", "title", "Logo", "logo", "logo", NULL);
  snapshot = event_builder_end (builder);
  printed = print_programme (snapshot, "");
  ply_layout_get_warnings (printed->layout, &n_warnings);
  g_assert_cmpuint (n_warnings, ==, 0);
  images[2] = printed->path;
  listed = run_tool (images);
  g_assert_nonnull (strstr (listed, "   1     0 image"));
}

/* A title is as large as its longest word allows. */
static void
test_titles_fit (void)
{
  static const char *const titles[] = {
    "Day",
    "Forschungsförderungszusammenarbeit",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "Germano-Kazakhstani Interdisciplinary Conference on Cooperation in Research",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      EventBuilder *builder = event_builder_new ();
      g_autoptr (PlySnapshot) snapshot = NULL;
      g_autoptr (Printed) printed = NULL;
      guint n_warnings;

      event_builder_add (builder, PLY_KIND_EVENT, "ev", "title", titles[i], NULL);
      snapshot = event_builder_end (builder);
      printed = print_programme (snapshot, "");
      ply_layout_get_warnings (printed->layout, &n_warnings);
      if (i != 2) /* which no size makes fit */
        g_assert_cmpuint (n_warnings, ==, 0);
      g_assert_cmpuint (printed_find (printed, titles[i]), ==, 1);
    }
}

/* A click on the page finds the record. */
static void
test_origins (void)
{
  g_autoptr (PlySnapshot) snapshot = small_event_new ();
  g_autoptr (Printed) printed = print_programme (snapshot, "");
  static const struct
  {
    const char *record, *field;
  } fields[] = { { "ev", "title" },   { "ev", "imprint" },    { "d1", "date" },
                 { "open", "title" }, { "open", "start" },    { "open", "abstract" },
                 { "void", "state" }, { "keynote", "title" }, { "usman", "name" },
                 { "uni", "name" },   { "money", "room" },    { "money", "track" } };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GArray) boxes =
          ply_layout_find_boxes (printed->layout, fields[i].record, fields[i].field);
      const PlyBox *box;
      PlyBox hit;

      if (boxes->len == 0)
        g_error ("no box for %s of %s", fields[i].field, fields[i].record);
      box = &g_array_index (boxes, PlyBox, 0);
      g_assert_true (ply_layout_hit (printed->layout, box->page, box->x + box->width / 2,
                                     box->y + box->height / 2, &hit));
      g_assert_cmpstr (hit.record, ==, fields[i].record);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/nothing-is-missing", test_nothing_is_missing);
  g_test_add_func ("/print/fixed-words", test_fixed_words);
  g_test_add_func ("/print/page-numbers", test_page_numbers);
  g_test_add_func ("/print/titles-on-their-pages", test_titles_on_their_pages);
  g_test_add_func ("/print/everyone-is-indexed", test_everyone_is_indexed);
  g_test_add_func ("/print/running-heads", test_running_heads);
  g_test_add_func ("/print/margins", test_margins);
  g_test_add_func ("/print/lists", test_lists);
  g_test_add_func ("/print/logo", test_logo);
  g_test_add_func ("/print/titles-fit", test_titles_fit);
  g_test_add_func ("/print/origins", test_origins);
  return g_test_run ();
}
