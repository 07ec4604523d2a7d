/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One text, two ways: a plain Pango and Cairo layout (one PangoLayout a paragraph) and src/typeset.
 * bench-typeset [naive|typeset|again] SCHEDULE.xml OUT.pdf [PLAIN]
 * Each way runs in a process of its own, so that its peak memory is its own; without a mode both
 * are run in turn, five times, and the medians printed. */

#include <pango/pangocairo.h>
#include <cairo-pdf.h>
#include <sys/resource.h>

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

      add_plain (&sheet, "Noto Serif Bold 7.5", talk->title, FALSE);
      add_plain (&sheet, "Noto Serif Italic 6.75", talk->persons, FALSE);
      for (guint l = 0; lines[l] != NULL; l++)
        if (*lines[l] != '\0')
          add_plain (&sheet, "Noto Serif 6.75", lines[l], TRUE);
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

static void
report (const char *what, gint64 since)
{
  g_printerr ("%-28s %7.1f ms\n", what, (g_get_monotonic_time () - since) / 1000.0);
}

static void
run_typeset (GPtrArray *talks, const char *path)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PlyDocument) document = make_document (talks);
  g_autoptr (PlyLayoutCache) cache = ply_layout_cache_new ();
  g_autoptr (PlyLayout) layout = NULL;
  g_autoptr (PlyLayout) again = NULL;
  g_autoptr (PlyDocument) edited = NULL;
  g_autoptr (GError) error = NULL;
  guint n_warnings;
  guint n_missing;
  const PlyLayoutWarning *warnings;

  report ("tree", start);
  start = g_get_monotonic_time ();
  layout = ply_layout_new (document, cache, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  report ("layout", start);
  start = g_get_monotonic_time ();
  ply_pdf_write (layout, path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  report ("pdf", start);
  warnings = ply_layout_get_warnings (layout, &n_warnings);
  ply_layout_get_missing (layout, &n_missing);
  g_printerr ("%u pages, %u warnings, %u missing\n", ply_layout_get_n_pages (layout), n_warnings,
              n_missing);
  for (guint i = 0; i < MIN (n_warnings, 5); i++)
    g_printerr ("  %s\n", warnings[i].message);
  if (g_getenv ("AGAIN") == NULL)
    return;
  ((Talk *) talks->pdata[talks->len / 2])->abstract = g_strdup ("An edit.");
  start = g_get_monotonic_time ();
  edited = make_document (talks);
  report ("tree again", start);
  start = g_get_monotonic_time ();
  again = ply_layout_new (edited, cache, NULL, NULL, NULL, &error);
  report ("layout again", start);
}

int
main (int argc, char **argv)
{
  GPtrArray *talks;
  struct rusage usage;

  talks = read_talks (argv[2]);
  if (g_str_equal (argv[1], "naive"))
    run_plain (talks, argv[3]);
  else
    run_typeset (talks, argv[3]);
  getrusage (RUSAGE_SELF, &usage);
  g_printerr ("%u talks, %.2f s, %.1f MB\n", talks->len,
              usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6 + usage.ru_stime.tv_sec
                  + usage.ru_stime.tv_usec / 1e6,
              usage.ru_maxrss / 1024.0);
  return 0;
}
