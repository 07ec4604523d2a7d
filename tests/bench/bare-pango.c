/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bare-pango TEXT OUT: the shortest way from a text file, a paragraph a line, to an A5 PDF with
 * Pango and Cairo. No contents, index, links or tags: what the export of a programme is compared
 * with. */

#include <cairo-pdf.h>
#include <glib.h>
#include <pango/pangocairo.h>

#define PAGE_WIDTH 419.53 /* A5, in points */
#define PAGE_HEIGHT 595.28
#define MARGIN 48.0

static void
draw_paragraph (cairo_t *cr, PangoLayout *layout, double *y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double line_height = 12.0;

  do
    {
      if (*y + line_height > PAGE_HEIGHT - MARGIN)
        {
          cairo_show_page (cr);
          *y = MARGIN;
        }
      *y += line_height;
      cairo_move_to (cr, MARGIN, *y);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  double y = MARGIN;

  g_assert (argc == 3 && g_file_get_contents (argv[1], &text, NULL, NULL));
  paragraphs = g_strsplit (text, "\n", -1);

  cairo_surface_t *surface = cairo_pdf_surface_create (argv[2], PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Serif 9");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (PAGE_WIDTH - 2 * MARGIN) * PANGO_SCALE);
  for (char **paragraph = paragraphs; *paragraph; paragraph++)
    {
      pango_layout_set_text (layout, *paragraph, -1);
      draw_paragraph (cr, layout, &y);
    }

  pango_font_description_free (font);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return 0;
}
