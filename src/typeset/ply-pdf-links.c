/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pdf-private.h"

/* ---- Links and outline ---- */

gboolean
ply_pdf_find_anchor (PlyPdf *self, const char *anchor, guint *page, double *y)
{
  const PlyPageSetup *setup = &self->layout->document->setup;
  int at = ply_layout_get_anchor_page (self->layout, anchor) - (int) self->first_page;

  if (at < 0 || at >= (int) self->n_pages)
    return FALSE;
  *page = at;
  *y = setup->top
       + GPOINTER_TO_UINT (g_hash_table_lookup (self->layout->anchor_steps, anchor)) * setup->grid;
  return TRUE;
}

static void
append_destination (PlyPdf *self, GString *out, guint page, double y)
{
  g_string_append_printf (out, "[%u 0 R /XYZ null ", self->page_ids[page]);
  ply_pdf_append_number (out, self->layout->document->setup.height - MAX (y, 0));
  g_string_append (out, " null]");
}

/* The link in words: what was given, or the text it is. */
static char *
describe_link (const PlyPdfLink *link)
{
  const PlyPart *part = link->part;
  GString *words;

  if (part->run != NULL && part->run->contents != NULL)
    return g_strdup (part->run->contents);
  words = g_string_new (NULL);
  for (guint i = 0; link->text->parts != NULL && i < link->text->parts->len; i++)
    {
      const PlyPart *other = &g_array_index (link->text->parts, PlyPart, i);

      if (other->element != part->element)
        continue;
      if (words->len > 0 && other->run == NULL)
        g_string_append (words, ", ");
      g_string_append (words, other->text != NULL ? other->text : other->run->text);
    }
  return g_string_free (words, FALSE);
}

static void
append_uri (GString *out, const char *uri)
{
  g_autofree char *escaped = g_uri_escape_string (uri, ":/?#[]@!$&'*+,;=%~", FALSE);

  g_string_append_printf (out, " /A << /Type /Action /S /URI /URI (%s) >>", escaped);
}

static void
write_link (PlyPdf *self, const PlyPdfLink *link, guint number)
{
  double height = self->layout->document->setup.height;
  g_autoptr (GString) out = g_string_new ("<< /Type /Annot /Subtype /Link /Rect [");
  g_autofree char *words = describe_link (link);
  guint page;
  double y;

  ply_pdf_append_number (out, link->x);
  g_string_append_c (out, ' ');
  ply_pdf_append_number (out, height - link->y - link->height);
  g_string_append_c (out, ' ');
  ply_pdf_append_number (out, link->x + link->width);
  g_string_append_c (out, ' ');
  ply_pdf_append_number (out, height - link->y);
  g_string_append_printf (out, "] /Border [0 0 0] /F 4 /StructParent %u /Contents ", number);
  ply_pdf_append_text (out, words);
  if (link->part->uri != NULL)
    append_uri (out, link->part->uri);
  else if (ply_pdf_find_anchor (self, link->part->anchor, &page, &y))
    {
      g_string_append (out, " /Dest ");
      append_destination (self, out, page, y);
    }
  g_string_append (out, " >>");
  ply_pdf_writer_put (self->writer, link->id, out->str, out->len);
}

void
ply_pdf_write_links (PlyPdf *self)
{
  for (guint i = 0; i < self->links->len; i++)
    write_link (self, &g_array_index (self->links, PlyPdfLink, i), self->n_pages + i);
}

/* ---- Outline ---- */

/* An item's place among the others. */
typedef struct
{
  guint id;
  int parent; /* -1: the root */
  int previous;
  int next;
  int first;
  int last;
  guint n_children;
} Knot;

static Knot *
tie_knots (PlyPdf *self, guint n, int *first, int *last, guint *n_top)
{
  Knot *knots = g_new0 (Knot, n);
  int open[8] = { -1, -1, -1, -1, -1, -1, -1, -1 }; /* the last item of each level */

  *first = *last = -1;
  *n_top = 0;
  for (guint i = 0; i < n; i++)
    {
      guint level = MIN (g_array_index (self->outline, PlyPdfOutlineItem, i).level, 7);
      int parent = -1;
      int *head;
      int *tail;

      for (guint l = level; l-- > 0 && parent < 0;)
        parent = open[l];
      head = parent >= 0 ? &knots[parent].first : first;
      tail = parent >= 0 ? &knots[parent].last : last;
      knots[i] = (Knot) { ply_pdf_writer_reserve (self->writer), parent, *tail, -1, -1, -1, 0 };
      if (*tail >= 0)
        knots[*tail].next = i;
      else
        *head = i;
      *tail = i;
      *(parent >= 0 ? &knots[parent].n_children : n_top) += 1;
      open[level] = i;
      for (guint l = level + 1; l < G_N_ELEMENTS (open); l++)
        open[l] = -1;
    }
  return knots;
}

static void
append_ref (GString *out, const char *key, const Knot *knots, int index)
{
  if (index >= 0)
    g_string_append_printf (out, " /%s %u 0 R", key, knots[index].id);
}

static void
write_knot (PlyPdf *self, const Knot *knots, guint index, guint root)
{
  const Knot *knot = &knots[index];
  const PlyPdfOutlineItem *item = &g_array_index (self->outline, PlyPdfOutlineItem, index);
  g_autoptr (GString) out = g_string_new ("<< /Title ");

  ply_pdf_append_text (out, item->title);
  g_string_append_printf (out, " /Parent %u 0 R",
                          knot->parent >= 0 ? knots[knot->parent].id : root);
  append_ref (out, "Prev", knots, knot->previous);
  append_ref (out, "Next", knots, knot->next);
  append_ref (out, "First", knots, knot->first);
  append_ref (out, "Last", knots, knot->last);
  if (knot->n_children > 0)
    g_string_append_printf (out, " /Count -%u", knot->n_children);
  g_string_append (out, " /Dest ");
  append_destination (self, out, item->page, item->y);
  g_string_append (out, " >>");
  ply_pdf_writer_put (self->writer, knot->id, out->str, out->len);
}

guint
ply_pdf_write_outline (PlyPdf *self)
{
  guint n = self->outline->len;
  g_autofree Knot *knots = NULL;
  guint root;
  guint n_top;
  int first;
  int last;

  if (n == 0)
    return 0;
  root = ply_pdf_writer_reserve (self->writer);
  knots = tie_knots (self, n, &first, &last, &n_top);
  for (guint i = 0; i < n; i++)
    write_knot (self, knots, i, root);
  ply_pdf_writer_putf (self->writer, root,
                       "<< /Type /Outlines /First %u 0 R /Last %u 0 R /Count %u >>",
                       knots[first].id, knots[last].id, n_top);
  return root;
}
