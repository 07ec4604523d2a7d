/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pdf-private.h"

/* ---- The structure tree (ISO 32000-1 §14.7, §14.8) ---- */

static const char *const tag_names[] = {
  [PLY_TAG_DOCUMENT] = "Document",
  [PLY_TAG_SECTION] = "Sect",
  [PLY_TAG_PARAGRAPH] = "P",
  [PLY_TAG_H1] = "H1",
  [PLY_TAG_H2] = "H2",
  [PLY_TAG_H3] = "H3",
  [PLY_TAG_H4] = "H4",
  [PLY_TAG_H5] = "H5",
  [PLY_TAG_H6] = "H6",
  [PLY_TAG_NOTE] = "Note",
  [PLY_TAG_CAPTION] = "Caption",
  [PLY_TAG_LIST] = "L",
  [PLY_TAG_ITEM] = "LI",
  [PLY_TAG_LABEL] = "Lbl",
  [PLY_TAG_ITEM_BODY] = "LBody",
  [PLY_TAG_CONTENTS] = "TOC",
  [PLY_TAG_CONTENTS_ITEM] = "TOCI",
  [PLY_TAG_REFERENCE] = "Reference",
  [PLY_TAG_TABLE] = "Table",
  [PLY_TAG_ROW] = "TR",
  [PLY_TAG_HEAD_CELL] = "TH",
  [PLY_TAG_CELL] = "TD",
  [PLY_TAG_FIGURE] = "Figure",
  [PLY_TAG_LINK] = "Link",
  [PLY_TAG_SPAN] = "Span",
};

const char *
ply_pdf_get_tag_name (PlyTag tag)
{
  return tag_names[tag];
}

static const PlyElement *
get_element (PlyPdf *self, int element)
{
  return &g_array_index (self->layout->elements, PlyElement, element);
}

void
ply_pdf_add_kid (PlyPdf *self, int element, PlyPdfKid kid)
{
  PlyPdfNode *node = &self->nodes[element];

  if (node->kids == NULL)
    node->kids = g_array_new (FALSE, FALSE, sizeof (PlyPdfKid));
  g_array_append_val (node->kids, kid);
}

/* A row has all its cells, empty ones too: they follow it in the order in which they were made. */
static void
use_cells (PlyPdf *self, int row)
{
  for (guint i = row + 1; i < self->layout->elements->len; i++)
    {
      const PlyElement *element = get_element (self, i);

      if (element->parent < row)
        return;
      if (element->parent == row)
        ply_pdf_use_element (self, i);
    }
}

guint
ply_pdf_use_element (PlyPdf *self, int element)
{
  PlyPdfNode *node = &self->nodes[element];
  const PlyElement *from = get_element (self, element);

  /* A row's first use brings in all its cells, this one among them. */
  if (node->id == 0 && from->parent >= 0)
    ply_pdf_use_element (self, from->parent);
  if (node->id != 0)
    return node->id;
  node->id = ply_pdf_writer_reserve (self->writer);
  if (from->parent >= 0)
    ply_pdf_add_kid (self, from->parent, (PlyPdfKid) { PLY_KID_ELEMENT, element, 0 });
  if (from->tag == PLY_TAG_ROW)
    use_cells (self, element);
  return node->id;
}

guint
ply_pdf_add_content (PlyPdf *self, int element, guint page)
{
  GArray *contents = self->contents->pdata[page];
  guint number = contents->len;

  ply_pdf_use_element (self, element);
  g_array_append_val (contents, element);
  ply_pdf_add_kid (self, element, (PlyPdfKid) { PLY_KID_CONTENT, number, page });
  return number;
}

static void
append_kid (PlyPdf *self, GString *out, const PlyPdfKid *kid, guint page)
{
  guint page_id = self->page_ids[kid->page];

  if (kid->kind == PLY_KID_ELEMENT)
    g_string_append_printf (out, "%u 0 R ", self->nodes[kid->number].id);
  else if (kid->kind == PLY_KID_LINK)
    g_string_append_printf (out, "<< /Type /OBJR /Obj %u 0 R /Pg %u 0 R >> ", kid->number, page_id);
  else if (kid->page == page)
    g_string_append_printf (out, "%u ", kid->number);
  else
    g_string_append_printf (out, "<< /Type /MCR /Pg %u 0 R /MCID %u >> ", page_id, kid->number);
}

static void
append_kids (PlyPdf *self, GString *out, const PlyPdfNode *node)
{
  guint page = G_MAXUINT;

  if (node->kids == NULL)
    return;
  for (guint i = 0; i < node->kids->len && page == G_MAXUINT; i++)
    if (g_array_index (node->kids, PlyPdfKid, i).kind == PLY_KID_CONTENT)
      page = g_array_index (node->kids, PlyPdfKid, i).page;
  if (page != G_MAXUINT)
    g_string_append_printf (out, " /Pg %u 0 R", self->page_ids[page]);
  g_string_append (out, " /K [");
  for (guint i = 0; i < node->kids->len; i++)
    append_kid (self, out, &g_array_index (node->kids, PlyPdfKid, i), page);
  g_string_append_c (out, ']');
}

/* Where a figure stands: those who reflow the page need it. */
static void
append_figure_box (PlyPdf *self, GString *out, int element)
{
  double height = self->layout->document->setup.height;

  for (guint page = 0; page < self->n_pages; page++)
    {
      const PlyPage *at = self->layout->pages->pdata[self->first_page + page];

      for (guint i = 0; i < at->placed->len; i++)
        {
          const PlyPlaced *placed = &g_array_index (at->placed, PlyPlaced, i);

          if (placed->kind != PLY_PLACED_IMAGE || placed->element != element)
            continue;
          g_string_append (out, " /A << /O /Layout /Placement /Block /BBox [");
          ply_pdf_append_number (out, placed->x);
          g_string_append_c (out, ' ');
          ply_pdf_append_number (out, height - placed->y - placed->height);
          g_string_append_c (out, ' ');
          ply_pdf_append_number (out, placed->x + placed->width);
          g_string_append_c (out, ' ');
          ply_pdf_append_number (out, height - placed->y);
          g_string_append (out, "] >>");
          return;
        }
    }
}

/* A link that leads out of the file's pages has no area: it is text. */
static const char *
get_tag_name (const PlyPdfNode *node, const PlyElement *element)
{
  if (element->tag != PLY_TAG_LINK)
    return tag_names[element->tag];
  for (guint i = 0; node->kids != NULL && i < node->kids->len; i++)
    if (g_array_index (node->kids, PlyPdfKid, i).kind == PLY_KID_LINK)
      return "Link";
  return "Span";
}

static void
write_element (PlyPdf *self, int index, guint root)
{
  const PlyElement *element = get_element (self, index);
  const PlyPdfNode *node = &self->nodes[index];
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "<< /Type /StructElem /S /%s /P %u 0 R",
                          get_tag_name (node, element),
                          element->parent >= 0 ? self->nodes[element->parent].id : root);
  if (element->language != NULL)
    {
      g_string_append (out, " /Lang ");
      ply_pdf_append_text (out, element->language);
    }
  if (element->tag == PLY_TAG_FIGURE)
    {
      g_string_append (out, " /Alt ");
      ply_pdf_append_text (out, element->alt);
      append_figure_box (self, out, index);
    }
  if (element->attributes != NULL)
    g_string_append_printf (out, " /A << %s >>", element->attributes);
  if (element->tag == PLY_TAG_NOTE)
    g_string_append_printf (out, " /ID (note%08d)", index);
  append_kids (self, out, node);
  g_string_append (out, " >>");
  ply_pdf_writer_put (self->writer, node->id, out->str, out->len);
}

/* From marked content and annotations back to their elements. */
static guint
write_parent_tree (PlyPdf *self)
{
  guint id = ply_pdf_writer_reserve (self->writer);
  g_autoptr (GString) tree = g_string_new ("<< /Nums [");

  for (guint page = 0; page < self->n_pages; page++)
    {
      GArray *contents = self->contents->pdata[page];
      guint row = ply_pdf_writer_reserve (self->writer);
      g_autoptr (GString) out = g_string_new ("[");

      for (guint i = 0; i < contents->len; i++)
        g_string_append_printf (out, "%u 0 R ", self->nodes[g_array_index (contents, int, i)].id);
      g_string_append_c (out, ']');
      ply_pdf_writer_put (self->writer, row, out->str, out->len);
      g_string_append_printf (tree, "%u %u 0 R ", page, row);
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      const PlyPdfLink *link = &g_array_index (self->links, PlyPdfLink, i);

      g_string_append_printf (tree, "%u %u 0 R ", self->n_pages + i,
                              self->nodes[link->part->element].id);
    }
  g_string_append (tree, "] >>");
  ply_pdf_writer_put (self->writer, id, tree->str, tree->len);
  return id;
}

static void
append_id_tree (PlyPdf *self, GString *out)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->layout->elements->len; i++)
    if (self->nodes[i].id != 0 && get_element (self, i)->tag == PLY_TAG_NOTE)
      {
        if (!any)
          g_string_append (out, " /IDTree << /Names [");
        any = TRUE;
        g_string_append_printf (out, "(note%08u) %u 0 R ", i, self->nodes[i].id);
      }
  if (any)
    g_string_append (out, "] >>");
}

guint
ply_pdf_write_structure (PlyPdf *self)
{
  guint root = ply_pdf_writer_reserve (self->writer);
  guint parents = write_parent_tree (self);
  g_autoptr (GString) out = g_string_new (NULL);

  ply_pdf_use_element (self, 0);
  for (guint i = 0; i < self->layout->elements->len; i++)
    if (self->nodes[i].id != 0)
      write_element (self, i, root);
  g_string_append_printf (
      out, "<< /Type /StructTreeRoot /K [%u 0 R] /ParentTree %u 0 R /ParentTreeNextKey %u",
      self->nodes[0].id, parents, self->n_pages + self->links->len);
  append_id_tree (self, out);
  g_string_append (out, " >>");
  ply_pdf_writer_put (self->writer, root, out->str, out->len);
  return root;
}
