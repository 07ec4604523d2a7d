/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pdf-writer.h"

#include <libdeflate.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

#define OBJECTS_A_STREAM 256
#define DEFLATE_LEVEL 5

/* Where an object is. */
typedef struct
{
  gboolean packed;
  guint64 place; /* offset in the file, or the number of the object stream it is in */
  guint index;   /* within that */
} Place;

struct _PlyPdfWriter
{
  GOutputStream *stream; /* borrowed */
  GCancellable *cancellable;
  GError *error; /* the first */

  guint64 offset;
  GArray *places;      /* Place, by object number */
  GChecksum *checksum; /* for the file's identity */
  gboolean finishing;

  /* The object stream being filled */
  guint pack_id;
  guint n_packed;
  GString *pack_index;
  GString *pack_body;
};

static void
emit (PlyPdfWriter *self, gconstpointer data, gsize length)
{
  self->offset += length;
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, data, length, NULL, self->cancellable, &self->error);
}

static void
emit_text (PlyPdfWriter *self, const char *text)
{
  emit (self, text, strlen (text));
}

PlyPdfWriter *
ply_pdf_writer_new (GOutputStream *stream, GCancellable *cancellable)
{
  PlyPdfWriter *self = g_new0 (PlyPdfWriter, 1);
  Place none = { 0 };

  self->stream = stream;
  self->cancellable = cancellable;
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_array_append_val (self->places, none);
  self->checksum = g_checksum_new (G_CHECKSUM_MD5);
  self->pack_index = g_string_new (NULL);
  self->pack_body = g_string_new (NULL);
  emit_text (self, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
  return self;
}

void
ply_pdf_writer_free (PlyPdfWriter *self)
{
  g_clear_error (&self->error);
  g_array_unref (self->places);
  g_checksum_free (self->checksum);
  g_string_free (self->pack_index, TRUE);
  g_string_free (self->pack_body, TRUE);
  g_free (self);
}

guint
ply_pdf_writer_reserve (PlyPdfWriter *self)
{
  Place none = { 0 };

  g_array_append_val (self->places, none);
  return self->places->len - 1;
}

static void
flush_pack (PlyPdfWriter *self)
{
  g_autofree char *entries = NULL;
  g_autoptr (GString) data = NULL;
  guint id = self->pack_id;

  if (self->n_packed == 0)
    return;
  entries = g_strdup_printf ("/Type /ObjStm /N %u /First %" G_GSIZE_FORMAT, self->n_packed,
                             self->pack_index->len);
  data = g_string_new_len (self->pack_index->str, self->pack_index->len);
  g_string_append_len (data, self->pack_body->str, self->pack_body->len);
  self->n_packed = 0;
  g_string_truncate (self->pack_index, 0);
  g_string_truncate (self->pack_body, 0);
  ply_pdf_writer_put_stream (self, id, entries, data->str, data->len, FALSE);
}

void
ply_pdf_writer_put (PlyPdfWriter *self, guint id, const char *body, gsize length)
{
  Place *place;

  if (self->n_packed == 0)
    self->pack_id = ply_pdf_writer_reserve (self);
  place = &g_array_index (self->places, Place, id);
  *place = (Place) { TRUE, self->pack_id, self->n_packed++ };
  g_string_append_printf (self->pack_index, "%u %" G_GSIZE_FORMAT " ", id, self->pack_body->len);
  g_string_append_len (self->pack_body, body, length);
  g_string_append_c (self->pack_body, '\n');
  if (self->n_packed >= OBJECTS_A_STREAM)
    flush_pack (self);
}

void
ply_pdf_writer_putf (PlyPdfWriter *self, guint id, const char *format, ...)
{
  g_autofree char *body = NULL;
  va_list args;

  va_start (args, format);
  body = g_strdup_vprintf (format, args);
  va_end (args);
  ply_pdf_writer_put (self, id, body, strlen (body));
}

GBytes *
ply_pdf_deflate (gconstpointer data, gsize length)
{
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (DEFLATE_LEVEL);
  gsize room = libdeflate_zlib_compress_bound (compressor, length);
  gpointer out = g_malloc (room);
  gsize used = libdeflate_zlib_compress (compressor, data, length, out, room);

  libdeflate_free_compressor (compressor);
  return g_bytes_new_take (g_realloc (out, used), used);
}

static void
emit_stream (PlyPdfWriter *self, guint id, const char *entries, const char *filter,
             gconstpointer data, gsize length)
{
  g_autofree char *head = g_strdup_printf (
      "%u 0 obj\n<< %s %s/Length %" G_GSIZE_FORMAT " >>\nstream\n", id, entries, filter, length);

  g_array_index (self->places, Place, id) = (Place) { FALSE, self->offset, 0 };
  if (!self->finishing)
    g_checksum_update (self->checksum, data, MIN (length, 4096));
  emit_text (self, head);
  emit (self, data, length);
  emit_text (self, "\nendstream\nendobj\n");
}

void
ply_pdf_writer_put_deflated (PlyPdfWriter *self, guint id, const char *entries, GBytes *data)
{
  emit_stream (self, id, entries, "/Filter /FlateDecode ", g_bytes_get_data (data, NULL),
               g_bytes_get_size (data));
}

void
ply_pdf_writer_put_stream (PlyPdfWriter *self, guint id, const char *entries, gconstpointer data,
                           gsize length, gboolean plain)
{
  g_autoptr (GBytes) deflated = NULL;

  if (plain)
    {
      emit_stream (self, id, entries, "", data, length);
      return;
    }
  deflated = ply_pdf_deflate (data, length);
  ply_pdf_writer_put_deflated (self, id, entries, deflated);
}

/* ---- The end ---- */

static void
append_big_endian (GByteArray *out, guint64 value, guint n_bytes)
{
  for (guint i = n_bytes; i > 0; i--)
    {
      guint8 byte = value >> (8 * (i - 1));

      g_byte_array_append (out, &byte, 1);
    }
}

static GByteArray *
make_table (PlyPdfWriter *self)
{
  GByteArray *table = g_byte_array_new ();

  append_big_endian (table, 0, 1);
  append_big_endian (table, 0, 5);
  append_big_endian (table, 65535, 2);
  for (guint i = 1; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      append_big_endian (table, place->packed ? 2 : place->place > 0 ? 1 : 0, 1);
      append_big_endian (table, place->place, 5);
      append_big_endian (table, place->index, 2);
    }
  return table;
}

gboolean
ply_pdf_writer_finish (PlyPdfWriter *self, guint catalog, guint info, GError **error)
{
  g_autoptr (GByteArray) table = NULL;
  g_autofree char *entries = NULL;
  g_autofree char *end = NULL;
  guint64 start;
  guint id;

  flush_pack (self);
  id = ply_pdf_writer_reserve (self);
  self->finishing = TRUE;
  start = self->offset;
  g_array_index (self->places, Place, id) = (Place) { FALSE, start, 0 };
  table = make_table (self);
  entries =
      g_strdup_printf ("/Type /XRef /Size %u /W [1 5 2] /Root %u 0 R /Info %u 0 R "
                       "/ID [<%s> <%s>]",
                       self->places->len, catalog, info, g_checksum_get_string (self->checksum),
                       g_checksum_get_string (self->checksum));
  ply_pdf_writer_put_stream (self, id, entries, table->data, table->len, FALSE);
  end = g_strdup_printf ("startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", start);
  emit_text (self, end);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/* ---- Texts of objects ---- */

void
ply_pdf_append_number (GString *out, double value)
{
  char digits[24];
  guint n = sizeof digits;
  gint64 thousandths = llround (value * 1000);
  gint64 rest = ABS (thousandths);
  gboolean started = FALSE;

  for (guint i = 0; i < 3; i++, rest /= 10)
    if (started || rest % 10 != 0)
      {
        digits[--n] = '0' + rest % 10;
        started = TRUE;
      }
  if (started)
    digits[--n] = '.';
  do
    digits[--n] = '0' + rest % 10;
  while ((rest /= 10) > 0);
  if (thousandths < 0)
    digits[--n] = '-';
  g_string_append_len (out, digits + n, sizeof digits - n);
}

void
ply_pdf_append_text (GString *out, const char *text)
{
  g_autofree gunichar2 *units = NULL;
  glong n = 0;

  if (text != NULL)
    units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  g_string_append (out, "<FEFF");
  for (glong i = 0; units != NULL && i < n; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');
}

void
ply_pdf_append_colour (GString *out, guint32 colour)
{
  for (int shift = 16; shift >= 0; shift -= 8)
    {
      ply_pdf_append_number (out, ((colour >> shift) & 0xff) / 255.0);
      g_string_append_c (out, ' ');
    }
  g_string_append (out, "rg\n");
}
