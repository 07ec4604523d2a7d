/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pdf-private.h"

/* ---- Pictures as image objects: JPEG as it is, all else as its points ---- */

/* TRUE for JPEG data of one or three components, 8 bits: what a reader takes as it is. */
static gboolean
is_plain_jpeg (const guint8 *data, gsize length, guint *n_components)
{
  gsize at = 2;

  if (length < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;
  while (at + 9 < length && data[at] == 0xff)
    {
      guint8 marker = data[at + 1];
      gsize size = data[at + 2] << 8 | data[at + 3];

      if (marker >= 0xc0 && marker <= 0xc2)
        {
          *n_components = data[at + 9];
          return data[at + 4] == 8 && (*n_components == 1 || *n_components == 3);
        }
      at += 2 + size;
    }
  return FALSE;
}

static char *
make_entries (GdkPixbuf *image, const char *space, guint mask)
{
  g_autofree char *soft = mask != 0 ? g_strdup_printf ("/SMask %u 0 R ", mask) : g_strdup ("");

  return g_strdup_printf ("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /%s "
                          "/BitsPerComponent 8 %s",
                          gdk_pixbuf_get_width (image), gdk_pixbuf_get_height (image), space, soft);
}

/* Bytes @from to @from + @n of each of the picture's points. */
static GByteArray *
take_channels (GdkPixbuf *image, guint from, guint n)
{
  const guchar *pixels = gdk_pixbuf_read_pixels (image);
  int width = gdk_pixbuf_get_width (image);
  int height = gdk_pixbuf_get_height (image);
  int channels = gdk_pixbuf_get_n_channels (image);
  GByteArray *out = g_byte_array_sized_new (width * height * n);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      g_byte_array_append (out, pixels + y * gdk_pixbuf_get_rowstride (image) + x * channels + from,
                           n);
  return out;
}

static void
write_points (PlyPdf *self, guint id, GdkPixbuf *image)
{
  g_autoptr (GByteArray) colours = take_channels (image, 0, 3);
  g_autofree char *entries = NULL;
  guint mask = 0;

  if (gdk_pixbuf_get_has_alpha (image))
    {
      g_autoptr (GByteArray) alpha = take_channels (image, 3, 1);
      g_autofree char *mask_entries = make_entries (image, "DeviceGray", 0);

      mask = ply_pdf_writer_reserve (self->writer);
      ply_pdf_writer_put_stream (self->writer, mask, mask_entries, alpha->data, alpha->len, FALSE);
    }
  entries = make_entries (image, "DeviceRGB", mask);
  ply_pdf_writer_put_stream (self->writer, id, entries, colours->data, colours->len, FALSE);
}

guint
ply_pdf_get_image (PlyPdf *self, PlyBlock *block)
{
  GdkPixbuf *image = g_hash_table_lookup (self->layout->images, block);
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->images, block->image));
  gsize length;
  const guint8 *data = g_bytes_get_data (block->image, &length);
  guint n_components;

  if (id != 0)
    return id;
  id = ply_pdf_writer_reserve (self->writer);
  g_hash_table_insert (self->images, block->image, GUINT_TO_POINTER (id));
  if (is_plain_jpeg (data, length, &n_components))
    {
      g_autofree char *entries =
          make_entries (image, n_components == 1 ? "DeviceGray" : "DeviceRGB", 0);
      g_autofree char *filtered = g_strconcat (entries, "/Filter /DCTDecode", NULL);

      ply_pdf_writer_put_stream (self->writer, id, filtered, data, length, TRUE);
    }
  else
    write_points (self, id, image);
  return id;
}
