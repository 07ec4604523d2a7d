/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pdf-pages.h"

#include "ply-pdf.h"

#include <poppler.h>

#define PIECE_PAGES 4
#define MAX_PIECES 12

/* PIECE_PAGES pages as a document of their own. */
typedef struct
{
  guint first_page;
  PopplerDocument *document; /* NULL: it could not be made */
} Piece;

struct _PlyPdfPages
{
  PlyLayout *layout;
  GQueue pieces; /* Piece, the one used last first */
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_clear_object (&piece->document);
  g_free (piece);
}

static Piece *
piece_new (PlyLayout *layout, guint first_page)
{
  PlyPdfOptions options = {
    .first_page = first_page,
    .n_pages = MIN (PIECE_PAGES, ply_layout_get_n_pages (layout) - first_page),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ply_pdf_to_bytes (layout, &options, NULL, NULL, NULL, &error);
  Piece *piece = g_new0 (Piece, 1);

  piece->first_page = first_page;
  if (bytes != NULL)
    piece->document = poppler_document_new_from_bytes (bytes, NULL, &error);
  if (error != NULL)
    g_warning ("Pages from %u on: %s", first_page + 1, error->message);
  return piece;
}

/* Takes the piece to the front of the queue. */
static Piece *
get_piece (PlyPdfPages *self, guint page)
{
  guint first_page = page - page % PIECE_PAGES;

  for (GList *l = self->pieces.head; l != NULL; l = l->next)
    if (((Piece *) l->data)->first_page == first_page)
      {
        g_queue_unlink (&self->pieces, l);
        g_queue_push_head_link (&self->pieces, l);
        return l->data;
      }
  if (self->pieces.length == MAX_PIECES)
    piece_free (g_queue_pop_tail (&self->pieces));
  g_queue_push_head (&self->pieces, piece_new (self->layout, first_page));
  return self->pieces.head->data;
}

static PopplerPage *
get_page (PlyPdfPages *self, guint page)
{
  Piece *piece = get_piece (self, page);

  return piece->document != NULL
             ? poppler_document_get_page (piece->document, (int) (page - piece->first_page))
             : NULL;
}

PlyPdfPages *
ply_pdf_pages_new (PlyLayout *layout)
{
  PlyPdfPages *self = g_new0 (PlyPdfPages, 1);

  self->layout = ply_layout_ref (layout);
  g_queue_init (&self->pieces);
  return self;
}

void
ply_pdf_pages_free (PlyPdfPages *self)
{
  if (self == NULL)
    return;
  g_queue_clear_full (&self->pieces, piece_free);
  ply_layout_unref (self->layout);
  g_free (self);
}

PlyLayout *
ply_pdf_pages_get_layout (PlyPdfPages *self)
{
  return self->layout;
}

cairo_surface_t *
ply_pdf_pages_paint (PlyPdfPages *self, guint page, int width)
{
  g_autoptr (PopplerPage) source = get_page (self, page);
  double page_width, page_height;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (source == NULL)
    return NULL;
  poppler_page_get_size (source, &page_width, &page_height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width,
                                        (int) (page_height * width / page_width + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, width / page_width);
  poppler_page_render (source, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

GArray *
ply_pdf_pages_find (PlyPdfPages *self, guint page, const char *text)
{
  g_autoptr (PopplerPage) source = get_page (self, page);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GList *hits;
  double height;

  if (source == NULL)
    return places;
  poppler_page_get_size (source, NULL, &height);
  hits = poppler_page_find_text_with_options (
      source, text, POPPLER_FIND_DEFAULT | POPPLER_FIND_IGNORE_DIACRITICS | POPPLER_FIND_MULTILINE);
  for (GList *l = hits; l != NULL; l = l->next)
    {
      PopplerRectangle *hit = l->data;
      graphene_rect_t place =
          GRAPHENE_RECT_INIT (hit->x1, height - hit->y2, hit->x2 - hit->x1, hit->y2 - hit->y1);

      g_array_append_val (places, place);
    }
  g_list_free_full (hits, (GDestroyNotify) poppler_rectangle_free);
  return places;
}
