/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-layout-private.h"

#include <math.h>

/* ---- Pages through cairo: preview, print, pictures ---- */

#define LEADER_STEP 5.0
#define LEADER_DOT 0.8

/* Glyphs of one font and colour, waiting to be drawn together. */
typedef struct
{
  cairo_t *cr;
  GArray *glyphs; /* cairo_glyph_t */
  GArray *spots;  /* PlySpot */
  const PlyFont *font;
  guint32 colour;
  double stretch; /* horizontal scale of the glyphs */
} Painter;

static void
set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
flush (Painter *self)
{
  if (self->glyphs->len == 0)
    return;
  set_colour (self->cr, self->colour);
  cairo_save (self->cr);
  cairo_scale (self->cr, self->stretch, 1);
  cairo_set_scaled_font (self->cr, self->font->scaled);
  cairo_show_glyphs (self->cr, (cairo_glyph_t *) self->glyphs->data, self->glyphs->len);
  cairo_restore (self->cr);
  g_array_set_size (self->glyphs, 0);
}

static void
add_word (Painter *self, const PlyWord *word, guint32 colour, double x, double y)
{
  guint glyph = 0;

  x /= self->stretch;
  for (guint r = 0; r < word->n_runs; r++)
    {
      if (self->font != word->runs[r].font || self->colour != colour)
        {
          flush (self);
          self->font = word->runs[r].font;
          self->colour = colour;
        }
      for (guint i = 0; i < word->runs[r].n_glyphs; i++, glyph++)
        {
          const PlyGlyph *from = &word->glyphs[glyph];
          cairo_glyph_t to = { from->gid, x + from->x_offset, y - from->y_offset };

          g_array_append_val (self->glyphs, to);
          x += from->advance;
        }
    }
}

static void
draw_leader (cairo_t *cr, const PlyPara *para, double left, double y)
{
  float from;
  float to;

  if (!ply_para_get_leader (para, &from, &to))
    return;
  /* On one grid over the page, so that the dots of all lines stand below each other. */
  for (double x = ceil ((left + from) / LEADER_STEP) * LEADER_STEP; x < left + to; x += LEADER_STEP)
    cairo_rectangle (cr, x, y - LEADER_DOT, LEADER_DOT, LEADER_DOT);
  set_colour (cr, 0x808080);
  cairo_fill (cr);
}

static void
draw_text (Painter *self, const PlyPlaced *placed)
{
  const PlyPara *para = placed->text->para;

  for (guint line = 0; line < placed->n_lines; line++)
    {
      double y = placed->y + line * placed->height;

      self->stretch = para->lines[placed->first_line + line].glyphs;
      ply_para_place_line (para, placed->first_line + line, self->spots);
      for (guint i = 0; i < self->spots->len; i++)
        {
          const PlySpot *spot = &g_array_index (self->spots, PlySpot, i);
          const PlyParaRun *run = &para->runs[spot->item->run];
          double x = placed->x + spot->x;

          if (spot->is_space)
            continue;
          add_word (self, spot->item->word, run->colour, x, y);
          if (spot->item->flags & PLY_ITEM_HYPHEN)
            add_word (self, run->voice->hyphen, run->colour,
                      x + spot->item->word->width * self->stretch, y);
        }
      flush (self);
      if (placed->first_line + line + 1 == para->n_lines)
        draw_leader (self->cr, para, placed->x, y);
    }
}

static void
draw_bar (cairo_t *cr, const PlyPlaced *placed)
{
  set_colour (cr, placed->colour);
  cairo_rectangle (cr, placed->x, placed->y, placed->width, placed->height);
  cairo_fill (cr);
}

/* The picture's points as a cairo surface. */
static cairo_surface_t *
make_surface (GdkPixbuf *image)
{
  int width = gdk_pixbuf_get_width (image);
  int height = gdk_pixbuf_get_height (image);
  int n = gdk_pixbuf_get_n_channels (image);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guchar *out = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *p =
            gdk_pixbuf_read_pixels (image) + y * gdk_pixbuf_get_rowstride (image) + x * n;
        guint a = n == 4 ? p[3] : 255;

        ((guint32 *) (out + y * stride))[x] =
            a << 24 | (p[0] * a / 255) << 16 | (p[1] * a / 255) << 8 | (p[2] * a / 255);
      }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
draw_image (PlyLayout *layout, cairo_t *cr, const PlyPlaced *placed)
{
  GdkPixbuf *image = g_hash_table_lookup (layout->images, placed->block);
  cairo_surface_t *surface = make_surface (image);
  double scale = placed->width / gdk_pixbuf_get_width (image);

  cairo_save (cr);
  cairo_translate (cr, placed->x, placed->y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

void
ply_layout_draw_page (PlyLayout *self, guint page, cairo_t *cr)
{
  Painter painter = { .cr = cr };
  const PlyPage *at;

  g_return_if_fail (self != NULL && cr != NULL && page < self->pages->len);

  at = self->pages->pdata[page];
  painter.glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  painter.spots = g_array_new (FALSE, FALSE, sizeof (PlySpot));
  for (guint i = 0; i < at->placed->len; i++)
    {
      const PlyPlaced *placed = &g_array_index (at->placed, PlyPlaced, i);

      if (placed->kind == PLY_PLACED_TEXT)
        draw_text (&painter, placed);
      else if (placed->kind == PLY_PLACED_BAR)
        draw_bar (cr, placed);
      else
        draw_image (self, cr, placed);
    }
  g_array_unref (painter.glyphs);
  g_array_unref (painter.spots);
}
