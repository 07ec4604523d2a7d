/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pdf-private.h"

#include <math.h>

/* ---- The operators of a page (ISO 32000-1 §9.4, §14.6) ---- */

#define LEADER_STEP 5.0
#define LEADER_DOT 0.8
#define LEADER_COLOUR 0x808080
#define NOTHING (-2) /* no marked content is open */

typedef struct
{
  PlyPdf *pdf;
  guint page;
  double height; /* of the paper */
  GString *out;
  GArray *spots;
  int element; /* whose marked content is open, PLY_ARTIFACT, NOTHING */
  guint32 colour;

  /* The text object */
  const PlyFont *font;
  PlyPdfFont *pdf_font;
  double pen; /* where a reader's pen is */
  double rise;
  double stretch; /* horizontal scale of the glyphs */
  gboolean in_array;
  gboolean in_string;
} Sheet;

/* ---- Marked content ---- */

static void
close_content (Sheet *self)
{
  if (self->element != NOTHING)
    g_string_append (self->out, "EMC\n");
  self->element = NOTHING;
}

static void
open_content (Sheet *self, int element)
{
  if (element == self->element)
    return;
  close_content (self);
  if (element == PLY_ARTIFACT)
    g_string_append (self->out, "/Artifact BMC\n");
  else
    g_string_append_printf (
        self->out, "/%s <</MCID %u>> BDC\n",
        ply_pdf_get_tag_name (g_array_index (self->pdf->layout->elements, PlyElement, element).tag),
        ply_pdf_add_content (self->pdf, element, self->page));
  self->element = element;
}

/* ---- Glyphs ---- */

static void
close_string (Sheet *self)
{
  if (self->in_string)
    g_string_append_c (self->out, ')');
  self->in_string = FALSE;
}

static void
close_array (Sheet *self)
{
  close_string (self);
  if (self->in_array)
    g_string_append (self->out, "] TJ\n");
  self->in_array = FALSE;
}

static void
append_byte (GString *out, guint8 byte)
{
  if (byte == '(' || byte == ')' || byte == '\\')
    g_string_append_c (out, '\\');
  if (byte == '\r')
    g_string_append (out, "\\r");
  else
    g_string_append_c (out, byte);
}

static void
select_font (Sheet *self, const PlyFont *font)
{
  if (font == self->font)
    return;
  close_array (self);
  self->font = font;
  self->pdf_font = ply_pdf_get_font (self->pdf, font);
  g_string_append_printf (self->out, "/F%u ", ply_pdf_font_get_index (self->pdf_font));
  ply_pdf_append_number (self->out, font->size);
  g_string_append (self->out, " Tf\n");
}

static void
select_colour (Sheet *self, guint32 colour)
{
  if (colour == self->colour)
    return;
  close_array (self);
  ply_pdf_append_colour (self->out, colour);
  self->colour = colour;
}

static void
select_rise (Sheet *self, double rise)
{
  if (rise == self->rise)
    return;
  close_array (self);
  ply_pdf_append_number (self->out, rise);
  g_string_append (self->out, " Ts\n");
  self->rise = rise;
}

static void
select_stretch (Sheet *self, double stretch)
{
  if (stretch == self->stretch)
    return;
  /* As a reader gets it: percent with three decimals. */
  self->stretch = round (stretch * 100000) / 100000;
  ply_pdf_append_number (self->out, self->stretch * 100);
  g_string_append (self->out, " Tz\n");
}

/* Brings the reader's pen to @x, as near as a thousandth of the size. */
static void
move_pen (Sheet *self, double x)
{
  double size = self->font->size * self->stretch;
  int thousandths = (int) lround ((x - self->pen) * 1000 / size);

  if (thousandths != 0)
    {
      close_string (self);
      g_string_append_printf (self->out, "%d", -thousandths);
      self->pen += thousandths * size / 1000;
    }
}

static void
show_code (Sheet *self, guint gid, guint code, double x)
{
  if (!self->in_array)
    g_string_append_c (self->out, '[');
  self->in_array = TRUE;
  move_pen (self, x);
  if (!self->in_string)
    g_string_append_c (self->out, '(');
  self->in_string = TRUE;
  append_byte (self->out, code >> 8);
  append_byte (self->out, code & 0xff);
  self->pen +=
      ply_pdf_font_get_width (self->pdf_font, gid) * self->font->size * self->stretch / 1000;
}

/* The glyphs from one on that share its cluster, and the text they stand for. */
typedef struct
{
  guint n;
  const char *text;
  guint length;
} Cluster;

static Cluster
find_cluster (const PlyWord *word, guint first)
{
  guint start = word->glyphs[first].cluster;
  guint end = first;
  guint stop = word->length;

  while (end < word->n_glyphs && word->glyphs[end].cluster == start)
    end++;
  if (!word->rtl && end < word->n_glyphs && word->glyphs[end].cluster > start)
    stop = word->glyphs[end].cluster;
  if (word->rtl && first > 0 && word->glyphs[first - 1].cluster > start)
    stop = word->glyphs[first - 1].cluster;
  return (Cluster) { end - first, word->text + start, stop - start };
}

static void
begin_actual_text (Sheet *self, const char *text, guint length)
{
  g_autofree char *copy = g_strndup (text, length);

  close_array (self);
  g_string_append (self->out, "/Span <</ActualText ");
  ply_pdf_append_text (self->out, copy);
  g_string_append (self->out, ">> BDC\n");
}

static void
end_actual_text (Sheet *self)
{
  close_array (self);
  g_string_append (self->out, "EMC\n");
}

/* Draws a cluster at @x; returns its advance. */
static double
show_cluster (Sheet *self, const PlyGlyph *glyphs, const Cluster *cluster, double x)
{
  gboolean exact;
  guint code =
      ply_pdf_font_encode (self->pdf_font, glyphs[0].gid, cluster->text, cluster->length, &exact);
  gboolean spelled = !exact || cluster->n > 1;
  double start = x;

  if (spelled)
    begin_actual_text (self, cluster->text, cluster->length);
  for (guint i = 0; i < cluster->n; i++)
    {
      if (i > 0)
        code = ply_pdf_font_encode (self->pdf_font, glyphs[i].gid, NULL, 0, &exact);
      select_rise (self, glyphs[i].y_offset);
      show_code (self, glyphs[i].gid, code, x + glyphs[i].x_offset * self->stretch);
      x += glyphs[i].advance * self->stretch;
    }
  if (spelled)
    end_actual_text (self);
  return x - start;
}

static void
show_word (Sheet *self, const PlyWord *word, double x)
{
  guint glyph = 0;

  for (guint r = 0; r < word->n_runs; r++)
    {
      guint end = glyph + word->runs[r].n_glyphs;

      select_font (self, word->runs[r].font);
      while (glyph < end)
        {
          Cluster cluster = find_cluster (word, glyph);

          cluster.n = MIN (cluster.n, end - glyph);
          x += show_cluster (self, &word->glyphs[glyph], &cluster, x);
          glyph += cluster.n;
        }
    }
}

static void
show_one (Sheet *self, const PlyFont *font, guint gid, const char *text, double x)
{
  PlyGlyph glyph = { .gid = gid };
  Cluster cluster = { 1, text, strlen (text) };

  select_font (self, font);
  show_cluster (self, &glyph, &cluster, x);
}

/* ---- Lines ---- */

static const PlyPart *
part_of (const PlyPlaced *placed, guint run)
{
  return placed->text->parts != NULL ? &g_array_index (placed->text->parts, PlyPart, run) : NULL;
}

static guint
run_of (const PlySpot *spot)
{
  return spot->is_space ? spot->item->space_run : spot->item->run;
}

static void
show_spot (Sheet *self, const PlyPlaced *placed, const PlySpot *spot)
{
  guint index = run_of (spot);
  const PlyPart *part = part_of (placed, index);
  const PlyParaRun *run = &placed->text->para->runs[index];
  int element = placed->element == PLY_ARTIFACT || part == NULL ? placed->element : part->element;
  double x = placed->x + spot->x;

  if (element != self->element)
    {
      close_array (self);
      open_content (self, element);
    }
  select_colour (self, run->colour);
  if (spot->is_space)
    {
      if (run->voice->space_gid != 0)
        show_one (self, run->voice->font, run->voice->space_gid, " ", x);
      return;
    }
  show_word (self, spot->item->word, x);
  if (spot->item->flags & PLY_ITEM_HYPHEN && run->voice->hyphen->n_glyphs > 0)
    show_one (self, run->voice->hyphen->runs[0].font, run->voice->hyphen->glyphs[0].gid, "\u00ad",
              x + spot->item->word->width);
}

static void
note_link (Sheet *self, const PlyPlaced *placed, const PlyPart *part, double x, double width,
           double y)
{
  PlyPdfLink link = {
    .page = self->page,
    .x = placed->x + x,
    .y = y - 0.85 * placed->text->style->size,
    .width = width,
    .height = 1.1 * placed->text->style->size,
    .part = part,
    .text = placed->text,
  };

  g_array_append_val (self->pdf->links, link);
}

static gboolean
leads_somewhere (Sheet *self, const PlyPart *part)
{
  guint page;
  double y;

  if (part == NULL)
    return FALSE;
  return part->uri != NULL
         || (part->anchor != NULL && ply_pdf_find_anchor (self->pdf, part->anchor, &page, &y));
}

/* The areas of a line's links. */
static void
note_links (Sheet *self, const PlyPlaced *placed, double y)
{
  for (guint i = 0, end; i < self->spots->len; i = end)
    {
      const PlySpot *first = &g_array_index (self->spots, PlySpot, i);
      const PlySpot *last = first;
      const PlyPart *part = part_of (placed, run_of (first));

      for (end = i + 1; end < self->spots->len; end++)
        {
          const PlySpot *next = &g_array_index (self->spots, PlySpot, end);
          const PlyPart *other = part_of (placed, run_of (next));

          if (other != part && (other == NULL || part == NULL || other->element != part->element))
            break;
          last = next;
        }
      if (leads_somewhere (self, part))
        note_link (self, placed, part, first->x, last->x + last->width - first->x, y);
    }
}

static void
draw_line (Sheet *self, const PlyPlaced *placed, guint line)
{
  double y = placed->y + line * placed->height;
  const PlySpot *first;

  ply_para_place_line (placed->text->para, placed->first_line + line, self->spots);
  if (self->spots->len == 0)
    return;
  first = &g_array_index (self->spots, PlySpot, 0);
  select_stretch (self, placed->text->para->lines[placed->first_line + line].glyphs);
  self->pen = placed->x + first->x;
  g_string_append (self->out, "1 0 0 1 ");
  ply_pdf_append_number (self->out, self->pen);
  g_string_append_c (self->out, ' ');
  ply_pdf_append_number (self->out, self->height - y);
  g_string_append (self->out, " Tm\n");
  self->pen = round (self->pen * 1000) / 1000;
  for (guint i = 0; i < self->spots->len; i++)
    show_spot (self, placed, &g_array_index (self->spots, PlySpot, i));
  close_array (self);
  if (placed->text->parts != NULL && placed->element != PLY_ARTIFACT)
    note_links (self, placed, y);
}

static void
draw_leader (Sheet *self, const PlyPlaced *placed)
{
  float from;
  float to;
  double start;

  if (!ply_para_get_leader (placed->text->para, &from, &to))
    return;
  /* On one grid over the page, so that the dots of all lines stand below each other. */
  start = ceil ((placed->x + from) / LEADER_STEP) * LEADER_STEP;
  open_content (self, PLY_ARTIFACT);
  g_string_append (self->out, "q 0.5 G 0.8 w [0.8 4.2] 0 d ");
  ply_pdf_append_number (self->out, start);
  g_string_append_c (self->out, ' ');
  ply_pdf_append_number (self->out, self->height - placed->y
                                        - (placed->n_lines - 1) * placed->height + LEADER_DOT / 2);
  g_string_append (self->out, " m ");
  ply_pdf_append_number (self->out, placed->x + to);
  g_string_append_c (self->out, ' ');
  ply_pdf_append_number (self->out, self->height - placed->y
                                        - (placed->n_lines - 1) * placed->height + LEADER_DOT / 2);
  g_string_append (self->out, " l S Q\n");
}

static void
note_outline (Sheet *self, const PlyPlaced *placed)
{
  const PlyBlock *block = placed->text->block;
  PlyPdfOutlineItem item = { .level = block->level, .page = self->page };
  GString *title;

  if (!block->is_heading || placed->first_line > 0 || placed->element == PLY_ARTIFACT)
    return;
  title = g_string_new (NULL);
  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    if (g_array_index (block->runs, PlyRun, i).kind == PLY_RUN_TEXT)
      g_string_append (title, g_array_index (block->runs, PlyRun, i).text);
  g_strdelimit (title->str, "\n", ' ');
  item.title = g_string_free (title, FALSE);
  item.y = placed->y - 2 * placed->text->style->size;
  g_ptr_array_add (self->pdf->titles, (gpointer) item.title);
  g_array_append_val (self->pdf->outline, item);
}

static void
draw_text (Sheet *self, const PlyPlaced *placed)
{
  note_outline (self, placed);
  close_content (self);
  g_string_append (self->out, "BT\n");
  for (guint line = 0; line < placed->n_lines; line++)
    draw_line (self, placed, line);
  select_rise (self, 0);
  close_content (self);
  g_string_append (self->out, "ET\n");
  if (placed->first_line + placed->n_lines == placed->text->para->n_lines)
    draw_leader (self, placed);
}

/* ---- Other things ---- */

static void
append_rect (Sheet *self, const PlyPlaced *placed)
{
  ply_pdf_append_number (self->out, placed->x);
  g_string_append_c (self->out, ' ');
  ply_pdf_append_number (self->out, self->height - placed->y - placed->height);
  g_string_append_c (self->out, ' ');
  ply_pdf_append_number (self->out, placed->width);
  g_string_append_c (self->out, ' ');
  ply_pdf_append_number (self->out, placed->height);
}

static void
draw_bar (Sheet *self, const PlyPlaced *placed)
{
  open_content (self, PLY_ARTIFACT);
  select_colour (self, placed->colour);
  append_rect (self, placed);
  g_string_append (self->out, " re f\n");
}

static void
draw_image (Sheet *self, const PlyPlaced *placed)
{
  GdkPixbuf *image = g_hash_table_lookup (self->pdf->layout->images, placed->block);
  double height = placed->width * gdk_pixbuf_get_height (image) / gdk_pixbuf_get_width (image);
  guint id = ply_pdf_get_image (self->pdf, placed->block);

  open_content (self, placed->element);
  g_string_append (self->out, "q ");
  ply_pdf_append_number (self->out, placed->width);
  g_string_append (self->out, " 0 0 ");
  ply_pdf_append_number (self->out, height);
  g_string_append_c (self->out, ' ');
  ply_pdf_append_number (self->out, placed->x);
  g_string_append_c (self->out, ' ');
  ply_pdf_append_number (self->out, self->height - placed->y - height);
  g_string_append_printf (self->out, " cm /I%u Do Q\n", id);
  close_content (self);
}

GString *
ply_pdf_draw_page (PlyPdf *self, guint page)
{
  const PlyPage *at = self->layout->pages->pdata[self->first_page + page];
  Sheet sheet = {
    .pdf = self,
    .page = page,
    .height = self->layout->document->setup.height,
    .out = g_string_sized_new (16384),
    .spots = g_array_new (FALSE, FALSE, sizeof (PlySpot)),
    .element = NOTHING,
    .stretch = 1,
  };

  for (guint i = 0; i < at->placed->len; i++)
    {
      const PlyPlaced *placed = &g_array_index (at->placed, PlyPlaced, i);

      if (placed->kind == PLY_PLACED_TEXT)
        draw_text (&sheet, placed);
      else if (placed->kind == PLY_PLACED_BAR)
        draw_bar (&sheet, placed);
      else
        draw_image (&sheet, placed);
    }
  close_content (&sheet);
  g_array_unref (sheet.spots);
  return sheet.out;
}
