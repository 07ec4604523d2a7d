/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-flow.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>

/* ---- Pictures ---- */

#define MAX_PIXELS (64 * 1024 * 1024)

static void
size_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  gboolean *too_large = data;

  if ((gint64) width * height <= MAX_PIXELS)
    return;
  *too_large = TRUE;
  gdk_pixbuf_loader_set_size (loader, 1, 1);
}

static GdkPixbuf *
load_image (GBytes *data, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean too_large = FALSE;
  gboolean written;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), &too_large);
  written = gdk_pixbuf_loader_write_bytes (loader, data, error);
  if (!gdk_pixbuf_loader_close (loader, written ? error : NULL) || !written)
    return NULL;
  if (too_large)
    {
      g_set_error (error, PLY_TYPESET_ERROR, PLY_TYPESET_ERROR_CONTENT,
                   "it has more than %d million points", MAX_PIXELS / (1024 * 1024));
      return NULL;
    }
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

static GdkPixbuf *
find_image (PlyBuilder *self, PlyBlock *block)
{
  GdkPixbuf *image = g_hash_table_lookup (self->images, block);
  g_autoptr (GError) error = NULL;

  if (image != NULL || g_hash_table_contains (self->images, block))
    return image;
  image = load_image (block->image, &error);
  if (image == NULL)
    ply_builder_warn (self, block, "A picture is left out: %s.", error->message);
  g_hash_table_insert (self->images, block, image);
  return image;
}

void
ply_builder_add_image (PlyBuilder *self, PlyFlow *flow, PlyBlock *block, double x, double width,
                       int parent)
{
  GdkPixbuf *image = find_image (self, block);
  double page = self->page_steps * self->grid;
  double max_width = block->max_width > 0 ? MIN (block->max_width, width) : width;
  double max_height = block->max_height > 0 ? MIN (block->max_height, page) : page;
  double scale;
  PlyPiece piece = { .kind = PLY_PIECE_IMAGE, .block = block };

  if (image == NULL)
    return;
  scale =
      MIN (max_width / gdk_pixbuf_get_width (image), max_height / gdk_pixbuf_get_height (image));
  piece.width = scale * gdk_pixbuf_get_width (image);
  piece.steps = ceil (scale * gdk_pixbuf_get_height (image) / self->grid - 0.001);
  piece.x = x;
  if (block->align == PLY_ALIGN_CENTRE)
    piece.x += (width - piece.width) / 2;
  else if (block->align == PLY_ALIGN_END)
    piece.x += width - piece.width;
  piece.element = block->alt != NULL ? ply_builder_add_element (self, PLY_TAG_FIGURE, parent, block)
                                     : PLY_ARTIFACT;
  ply_flow_add (flow, piece);
}
