/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One text, two ways, each in a process of its own: a plain Pango and Cairo layout (one PangoLayout
 * a paragraph, no contents, index, links or tags) and src/typeset with all of them. The text is
 * FOSDEM 2025's where it is at hand, else made up. Prints lines for "dev bench". */

#include <pango/pangocairo.h>
#include <cairo-pdf.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ply-pdf.h"

typedef struct
{
  char *title;
  char *start;
  char *room;
  char *track;
  char *abstract;
  char *persons;
} Talk;

typedef struct
{
  GPtrArray *talks;
  Talk *talk;
  GString *text;
} Reader;

static void
start_cb (GMarkupParseContext *context, const char *name, const char **keys, const char **values,
          gpointer data, GError **error)
{
  Reader *self = data;

  if (g_str_equal (name, "event"))
    {
      self->talk = g_new0 (Talk, 1);
      g_ptr_array_add (self->talks, self->talk);
    }
  if (!g_str_equal (name, "person"))
    g_string_truncate (self->text, 0);
  else
    g_string_append (self->text, ", ");
}

static void
take (Reader *self, const char *name, const char *wanted, char **field)
{
  if (g_str_equal (name, wanted) && *field == NULL)
    *field = g_strdup (g_strstrip (self->text->str));
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *self = data;

  if (self->talk == NULL)
    return;
  take (self, name, "title", &self->talk->title);
  take (self, name, "start", &self->talk->start);
  take (self, name, "room", &self->talk->room);
  take (self, name, "track", &self->talk->track);
  take (self, name, "abstract", &self->talk->abstract);
  take (self, name, "persons", &self->talk->persons);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  g_string_append_len (((Reader *) data)->text, text, length);
}

/* "<p>One</p><p>two</p>" to "One\ntwo". */
static char *
strip_html (const char *html)
{
  GString *out = g_string_new (NULL);

  for (const char *p = html; *p != '\0'; p++)
    {
      const char *end = *p == '<' ? strchr (p, '>') : NULL;

      if (end == NULL)
        {
          g_string_append_c (out, *p);
          continue;
        }
      if (g_str_has_prefix (p, "</p") || g_str_has_prefix (p, "<br")
          || g_str_has_prefix (p, "</li"))
        g_string_append_c (out, '\n');
      p = end;
    }
  return g_string_free (out, FALSE);
}

static GPtrArray *
read_talks (const char *path)
{
  GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  Reader reader = { g_ptr_array_new (), NULL, g_string_new (NULL) };
  GMarkupParseContext *context =
      g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  g_autofree char *xml = NULL;
  gsize length;

  if (g_file_get_contents (path, &xml, &length, NULL))
    g_markup_parse_context_parse (context, xml, length, NULL);
  for (guint i = 0; i < reader.talks->len; i++)
    {
      Talk *talk = reader.talks->pdata[i];

      talk->abstract = strip_html (talk->abstract != NULL ? talk->abstract : "");
      talk->title = talk->title != NULL ? talk->title : g_strdup ("");
      talk->persons = talk->persons != NULL && strlen (talk->persons) > 2
                          ? g_strdup (talk->persons + 2)
                          : g_strdup ("");
    }
  return reader.talks;
}

/* ---- The plain way ---- */

typedef struct
{
  cairo_t *cr;
  double y;
} Sheet;

static void
add_plain (Sheet *self, const char *font, const char *text, gboolean justify)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  PangoFontDescription *description = pango_font_description_from_string (font);
  int n;

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, 331 * PANGO_SCALE);
  pango_layout_set_justify (layout, justify);
  pango_layout_set_text (layout, text, -1);
  n = pango_layout_get_line_count (layout);
  for (int i = 0; i < n; i++)
    {
      if (self->y > 535)
        {
          cairo_show_page (self->cr);
          self->y = 66;
        }
      cairo_move_to (self->cr, 48, self->y);
      pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (layout, i));
      self->y += 12;
    }
  pango_font_description_free (description);
  g_object_unref (layout);
}

static void
run_plain (GPtrArray *talks, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 419.53, 595.28);
  Sheet sheet = { cairo_create (surface), 66 };

  for (guint i = 0; i < talks->len; i++)
    {
      const Talk *talk = talks->pdata[i];
      g_auto (GStrv) lines = g_strsplit (talk->abstract, "\n", -1);

      add_plain (&sheet, "Noto Serif Bold 10px", talk->title, FALSE);
      add_plain (&sheet, "Noto Serif Italic 9px", talk->persons, FALSE);
      for (guint l = 0; lines[l] != NULL; l++)
        if (*lines[l] != '\0')
          add_plain (&sheet, "Noto Serif 9px", lines[l], TRUE);
      sheet.y += 12;
    }
  cairo_destroy (sheet.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

/* ---- The typeset way ---- */

static void
add_styles (PlyDocument *document)
{
  PlyStyle *style = ply_document_add_style (document, "body", NULL);

  style->align = PLY_ALIGN_JUSTIFY;
  style->hyphenate = TRUE;
  style = ply_document_add_style (document, "title", NULL);
  style->weight = 700;
  style->size = 10;
  style->keep_with_next = TRUE;
  style = ply_document_add_style (document, "persons", NULL);
  style->italic = TRUE;
  style->space_after = 1;
  style = ply_document_add_style (document, "time", NULL);
  style->tabular = TRUE;
  style = ply_document_add_style (document, "chapter", NULL);
  style->size = 16;
  style->leading = 4;
  style->space_after = 2;
  style = ply_document_add_style (document, "small", NULL);
  style->size = 7.5;
}

static void
add_talk (PlyBlock *parent, PlyBlock *contents, const Talk *talk, guint index)
{
  g_autofree char *anchor = g_strdup_printf ("talk%u", index);
  PlyBlock *entry =
      ply_block_append (parent, ply_entry_new (48, ply_paragraph_new_text ("time", talk->start)));
  PlyBlock *heading = ply_block_append (entry, ply_heading_new ("title", 2, anchor));
  g_auto (GStrv) lines = g_strsplit (talk->abstract, "\n", -1);

  ply_entry_set_bar (entry, 0x2060a0 + 0x1357 * (g_str_hash (talk->track) % 97), 2.5, 5);
  ply_block_set_space (entry, 2, 0);
  ply_block_set_origin (entry, anchor, NULL);
  ply_block_set_mark (entry, "talk", talk->title);
  ply_block_add_text (heading, talk->title, NULL);
  ply_block_append (entry, ply_paragraph_new_text ("persons", talk->persons));
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      ply_block_append (entry, ply_paragraph_new_text ("body", lines[i]));
  ply_block_add_text (ply_contents_add (contents, "default", 1, anchor), talk->title, NULL);
}

static PlyDocument *
make_document (GPtrArray *talks)
{
  PlyDocument *document = ply_document_new ("FOSDEM 2025", "en");
  PlyBlock *body = ply_document_get_body (document);
  PlyBlock *contents;
  PlyBlock *main_part;
  PlyBlock *columns;

  add_styles (document);
  ply_document_set_running (document, PLY_RUNNING_HEAD, PLY_SIDE_BOTH, "small", NULL, NULL,
                            "{first:talk}");
  ply_document_set_running (document, PLY_RUNNING_FOOT, PLY_SIDE_BOTH, "small", NULL, NULL,
                            "{page}");
  ply_block_append (body, ply_heading_new ("chapter", 1, "contents"));

  contents = ply_block_append (body, ply_contents_new ());
  ply_block_append (body, ply_page_break_new (PLY_BREAK_RECTO));
  main_part = ply_block_append (body, ply_group_new (TRUE));
  for (guint i = 0; i < talks->len; i++)
    add_talk (main_part, contents, talks->pdata[i], i);
  ply_block_append (body, ply_page_break_new (PLY_BREAK_PAGE));
  ply_block_append (body, ply_heading_new ("chapter", 1, "index"));

  columns = ply_block_append (body, ply_columns_new (2, 12));
  for (guint i = 0; i < talks->len; i++)
    {
      const Talk *talk = talks->pdata[i];
      g_autofree char *anchor = g_strdup_printf ("talk%u", i);
      PlyBlock *line = ply_block_append (columns, ply_paragraph_new ("small"));

      ply_block_add_text (line, talk->persons, NULL);
      ply_block_add_text (line, "  ", NULL);
      ply_block_add_page_ref (line, anchor, NULL);
    }
  return document;
}

static double
since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
report (const char *label, double value, const char *unit)
{
  printf ("%s\t%.2f\t%s\n", label, value, unit);
  fflush (stdout);
}

static PlyLayout *
lay_out (PlyDocument *document, PlyLayoutCache *cache)
{
  g_autoptr (GError) error = NULL;
  PlyLayout *layout = ply_layout_new (document, cache, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return layout;
}

static void
run_typeset (GPtrArray *talks, const char *path)
{
  g_autoptr (PlyDocument) document = make_document (talks);
  g_autoptr (PlyLayout) layout = lay_out (document, NULL);

  g_assert_true (ply_pdf_write (layout, path, NULL, NULL, NULL, NULL, NULL));
}

/* From a changed record to the bytes of the page it stands on. */
static void
run_edit (GPtrArray *talks, const char *path)
{
  g_autoptr (PlyLayoutCache) cache = ply_layout_cache_new ();
  g_autoptr (PlyDocument) before = make_document (talks);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PlyLayout) old = lay_out (before, cache);
  Talk *talk = talks->pdata[talks->len / 2];
  g_autofree char *anchor = g_strdup_printf ("talk%u", talks->len / 2);
  g_autoptr (PlyDocument) after = NULL;
  g_autoptr (PlyLayout) new = NULL;
  g_autoptr (GBytes) page = NULL;
  PlyPdfOptions options = { .n_pages = 1 };

  report ("layout alone", since (start), "ms");
  talk->abstract = g_strconcat (talk->abstract, " One more sentence.", NULL);
  start = g_get_monotonic_time ();
  after = make_document (talks);
  report ("tree after one edit", since (start), "ms");
  start = g_get_monotonic_time ();
  new = lay_out (after, cache);
  report ("layout after one edit", since (start), "ms");
  start = g_get_monotonic_time ();
  options.first_page = ply_layout_get_anchor_page (new, anchor);
  page = ply_pdf_to_bytes (new, &options, NULL, NULL, NULL, NULL);
  report ("its page to PDF", since (start), "ms");
}

/* ---- The data ---- */

static GPtrArray *
make_talks (guint n)
{
  static const char *const words[] = { "conference",   "programme", "science",
                                       "of",           "and",       "the",
                                       "cooperation",  "in",        "funding",
                                       "universities", "a" };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  GPtrArray *talks = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      Talk *talk = g_new0 (Talk, 1);
      GString *text = g_string_new (NULL);

      for (guint w = 0; w < 150; w++)
        g_string_append_printf (
            text, "%s%u%s ", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))],
            g_rand_int_range (random, 0, 30) == 0 ? i : 0, w % 50 == 49 ? ".\n" : "");
      talk->title = g_strdup_printf ("The talk of the number %u", i);
      talk->start = g_strdup ("10:30");
      talk->track = g_strdup_printf ("track %u", i % 9);
      talk->persons = g_strdup_printf ("Person %u", i % 700);
      talk->abstract = g_string_free (text, FALSE);
      g_ptr_array_add (talks, talk);
    }
  return talks;
}

static GPtrArray *
find_talks (void)
{
  const char *paths[] = { "../shared/data/schedules/fosdem-2025.xml",
                          g_getenv ("PLY_BENCH_SCHEDULE") };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (paths[i] != NULL && g_file_test (paths[i], G_FILE_TEST_EXISTS))
      return read_talks (paths[i]);
  return make_talks (943);
}

/* ---- Each in a process of its own ---- */

typedef void (*Way) (GPtrArray *talks, const char *path);

static double
run_alone (Way way, GPtrArray *talks, const char *path, double *memory)
{
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      way (talks, path);
      fflush (stdout);
      _exit (0);
    }
  wait4 (child, &status, 0, &usage);
  g_assert_cmpint (status, ==, 0);
  *memory = usage.ru_maxrss / 1024.0;
  return since (start);
}

int
main (void)
{
  static const guint sizes[] = { 100, 1000, 10000 };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench-typeset.pdf", NULL);
  GPtrArray *talks = find_talks ();
  double plain_memory;
  double memory;
  double plain = run_alone (run_plain, talks, path, &plain_memory);
  double took = run_alone (run_typeset, talks, path, &memory);

  report ("plain Pango and Cairo", plain, "ms");
  report ("plain, peak memory", plain_memory, "MB");
  report ("typeset", took, "ms");
  printf ("ratio\ttypeset\tplain Pango and Cairo\n");
  report ("typeset, peak memory", memory, "MB");
  run_alone (run_edit, talks, path, &memory);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u talks, each", sizes[i]);

      report (label, run_alone (run_typeset, make_talks (sizes[i]), path, &memory) / sizes[i],
              "ms");
      g_free (g_steal_pointer (&label));
      label = g_strdup_printf ("%u talks, peak memory", sizes[i]);
      report (label, memory, "MB");
    }
  unlink (path);
  return 0;
}
