/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pdf.h"

#include <cairo-pdf.h>

#include "ply-layout-private.h"

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
ply_pdf_to_bytes (PlyLayout *layout, const PlyPdfOptions *options, PlyProgressFunc progress,
                  gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      write_cb, out, layout->document->setup.width, layout->document->setup.height);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < layout->pages->len; i++)
    {
      ply_layout_draw_page (layout, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

gboolean
ply_pdf_write (PlyLayout *layout, const char *path, const PlyPdfOptions *options,
               PlyProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GBytes) bytes =
      ply_pdf_to_bytes (layout, options, progress, progress_data, cancellable, error);

  if (bytes == NULL)
    return FALSE;
  return g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                              error);
}
