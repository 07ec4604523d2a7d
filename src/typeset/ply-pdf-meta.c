/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pdf-private.h"

/* ---- What the file says about itself: XMP, dates, colours ---- */

/* "2026-11-24T12:00:00Z"; SOURCE_DATE_EPOCH makes files that can be made again byte by byte. */
static GDateTime *
get_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  if (epoch != NULL)
    return g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));
  return g_date_time_new_now_utc ();
}

static void
append_bag (GString *out, const char *name, const char *kind, const char *extra, const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;
  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (out, "<%s><rdf:%s><rdf:li%s>%s</rdf:li></rdf:%s></%s>\n", name, kind,
                          extra, escaped, kind, name);
}

/* PDF/A wants every schema that is not its own described (ISO 19005-2 §6.6.2.3.3): pdfuaid. */
static const char uaid_schema[] =
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>The part of ISO 14289 the file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

static char *
make_xmp (PlyDocument *document, const char *date)
{
  GString *out = g_string_new (
      "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
      "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
      "<pdfuaid:part>1</pdfuaid:part>\n");
  const char *title = *document->title != '\0' ? document->title : "-";

  append_bag (out, "dc:title", "Alt", " xml:lang=\"x-default\"", title);
  append_bag (out, "dc:creator", "Seq", "", document->author);
  append_bag (out, "dc:description", "Alt", " xml:lang=\"x-default\"", document->subject);
  append_bag (out, "dc:language", "Bag", "", document->language);
  g_string_append_printf (out,
                          "<xmp:CreatorTool>Plenary</xmp:CreatorTool>"
                          "<pdf:Producer>Plenary " PLY_VERSION "</pdf:Producer>\n"
                          "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>\n"
                          "</rdf:Description>\n",
                          date, date);
  g_string_append (out, uaid_schema);
  g_string_append (out, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
  return g_string_free (out, FALSE);
}

static void
append_info (GString *out, const char *key, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, " /%s ", key);
  ply_pdf_append_text (out, text);
}

guint
ply_pdf_write_metadata (PlyPdf *self, guint *info)
{
  PlyDocument *document = self->layout->document;
  g_autoptr (GDateTime) now = get_date ();
  g_autofree char *iso = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *pdf_date = g_date_time_format (now, "D:%Y%m%d%H%M%SZ");
  g_autofree char *xmp = make_xmp (document, iso);
  g_autoptr (GString) out = g_string_new ("<<");
  guint id = ply_pdf_writer_reserve (self->writer);

  ply_pdf_writer_put_stream (self->writer, id, "/Type /Metadata /Subtype /XML", xmp, strlen (xmp),
                             TRUE);
  append_info (out, "Title", *document->title != '\0' ? document->title : "-");
  append_info (out, "Author", document->author);
  append_info (out, "Subject", document->subject);
  append_info (out, "Creator", "Plenary");
  append_info (out, "Producer", "Plenary " PLY_VERSION);
  g_string_append_printf (out, " /CreationDate (%s) /ModDate (%s) >>", pdf_date, pdf_date);
  *info = ply_pdf_writer_reserve (self->writer);
  ply_pdf_writer_put (self->writer, *info, out->str, out->len);
  return id;
}

/* ---- The colour space: sRGB (IEC 61966-2-1) as a small profile (ICC.1:2004-10) ---- */

static void
put32 (GByteArray *out, guint32 value)
{
  guint8 bytes[4] = { value >> 24, value >> 16, value >> 8, value };

  g_byte_array_append (out, bytes, 4);
}

static void
put_fixed (GByteArray *out, double value)
{
  put32 (out, (guint32) (gint32) (value * 65536 + (value < 0 ? -0.5 : 0.5)));
}

static void
put_tag (GByteArray *out, const char *name)
{
  g_byte_array_append (out, (const guint8 *) name, 4);
}

static void
put_xyz (GByteArray *out, double x, double y, double z)
{
  put_tag (out, "XYZ ");
  put32 (out, 0);
  put_fixed (out, x);
  put_fixed (out, y);
  put_fixed (out, z);
}

/* A text in one language. */
static void
put_mluc (GByteArray *out, const char *text)
{
  guint n = strlen (text);

  put_tag (out, "mluc");
  put32 (out, 0);
  put32 (out, 1);
  put32 (out, 12);
  put_tag (out, "enUS");
  put32 (out, n * 2);
  put32 (out, 28);
  for (guint i = 0; i < n; i++)
    {
      guint8 unit[2] = { 0, text[i] };

      g_byte_array_append (out, unit, 2);
    }
  while (out->len % 4 != 0)
    g_byte_array_append (out, (const guint8 *) "", 1);
}

static void
put_curve (GByteArray *out)
{
  put_tag (out, "para");
  put32 (out, 0);
  put32 (out, 3 << 16);
  put_fixed (out, 2.4);
  put_fixed (out, 1 / 1.055);
  put_fixed (out, 0.055 / 1.055);
  put_fixed (out, 1 / 12.92);
  put_fixed (out, 0.04045);
}

/* From D65 to the profile's D50 (Bradford). */
static void
put_adaptation (GByteArray *out)
{
  static const double matrix[] = { 1.0478112,  0.0228866,  -0.0501270, 0.0295424, 0.9904844,
                                   -0.0170491, -0.0092345, 0.0150436,  0.7521316 };

  put_tag (out, "sf32");
  put32 (out, 0);
  for (guint i = 0; i < G_N_ELEMENTS (matrix); i++)
    put_fixed (out, matrix[i]);
}

static void
put_header (GByteArray *out, guint size)
{
  put32 (out, size);
  put32 (out, 0);
  put32 (out, 0x04200000);
  put_tag (out, "mntr");
  put_tag (out, "RGB ");
  put_tag (out, "XYZ ");
  put32 (out, 0x07e80001); /* 2024-01-01 */
  put32 (out, 0x00010000);
  put32 (out, 0);
  put_tag (out, "acsp");
  for (guint i = 0; i < 7; i++)
    put32 (out, 0);
  put_fixed (out, 0.9642);
  put_fixed (out, 1);
  put_fixed (out, 0.8249);
  for (guint i = 0; i < 12; i++)
    put32 (out, 0);
}

static GByteArray *
make_profile (void)
{
  static const char *const names[] = { "desc", "cprt", "wtpt", "chad", "rXYZ",
                                       "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
  enum
  {
    N = G_N_ELEMENTS (names)
  };
  g_autoptr (GByteArray) body = g_byte_array_new ();
  GByteArray *out = g_byte_array_new ();
  guint start = 128 + 4 + 12 * N;
  guint offsets[N + 1];

  for (guint i = 0; i < N; i++)
    {
      offsets[i] = body->len;
      switch (i)
        {
        case 0:
          put_mluc (body, "sRGB");
          break;
        case 1:
          put_mluc (body, "CC0");
          break;
        case 2:
          put_xyz (body, 0.9642, 1, 0.8249);
          break;
        case 3:
          put_adaptation (body);
          break;
        case 4:
          put_xyz (body, 0.43607, 0.22249, 0.01392);
          break;
        case 5:
          put_xyz (body, 0.38515, 0.71687, 0.09708);
          break;
        case 6:
          put_xyz (body, 0.14307, 0.06061, 0.71410);
          break;
        default:
          put_curve (body);
          break;
        }
    }
  offsets[N] = body->len;
  put_header (out, start + body->len);
  put32 (out, N);
  for (guint i = 0; i < N; i++)
    {
      put_tag (out, names[i]);
      put32 (out, start + offsets[i]);
      put32 (out, offsets[i + 1] - offsets[i]);
    }
  g_byte_array_append (out, body->data, body->len);
  return out;
}

guint
ply_pdf_write_intent (PlyPdf *self)
{
  g_autoptr (GByteArray) profile = make_profile ();
  guint icc = ply_pdf_writer_reserve (self->writer);
  guint id = ply_pdf_writer_reserve (self->writer);

  ply_pdf_writer_put_stream (self->writer, icc, "/N 3", profile->data, profile->len, FALSE);
  ply_pdf_writer_putf (self->writer, id,
                       "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
                       "/Info (sRGB) /DestOutputProfile %u 0 R >>",
                       icc);
  return id;
}
