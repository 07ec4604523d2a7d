/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pdf-font.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

#define NONE G_MAXUINT32

/* One use of a glyph. */
typedef struct
{
  guint gid;
  guint code;
  guint next; /* another text of the same glyph; NONE: no more */
  guint8 length;
  char text[23];
} Use;

struct _PlyPdfFont
{
  guint index;
  guint id;
  hb_face_t *face;
  hb_font_t *font; /* in units of the em */
  guint upem;

  gboolean is_cff;
  gboolean is_cid_keyed; /* codes are the font's own glyph numbers */
  GArray *uses;          /* Use; codes count from 1 in their order */
  guint n_glyphs;
  guint *first_use; /* by gid */
  float *widths;    /* by gid, -1: not asked yet */
};

/* TRUE when the CFF table's top dictionary begins a CID-keyed font (operator ROS, 12 30; Adobe
 * Technical Note 5176). */
static gboolean
has_ros (hb_blob_t *cff)
{
  guint length;
  const guchar *data = (const guchar *) hb_blob_get_data (cff, &length);
  guint end = MIN (length, 512);

  for (guint i = 4; i + 1 < end; i++)
    if (data[i] == 12 && data[i + 1] == 30)
      return TRUE;
  return FALSE;
}

char *
ply_pdf_font_identify (hb_font_t *font)
{
  guint n;
  const float *axes = hb_font_get_var_coords_design (font, &n);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%p", (void *) hb_font_get_face (font));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, " %d", (int) (axes[i] * 16));
  return g_string_free (out, FALSE);
}

PlyPdfFont *
ply_pdf_font_new (hb_font_t *font, guint index, guint id)
{
  PlyPdfFont *self = g_new0 (PlyPdfFont, 1);
  hb_face_t *face = hb_font_get_face (font);
  guint n_axes;
  const float *axes = hb_font_get_var_coords_design (font, &n_axes);
  hb_blob_t *cff = hb_face_reference_table (face, HB_TAG ('C', 'F', 'F', ' '));

  self->index = index;
  self->id = id;
  self->face = hb_face_reference (face);
  self->font = hb_font_create (face);
  self->upem = hb_face_get_upem (face);
  hb_font_set_scale (self->font, self->upem, self->upem);
  hb_font_set_var_coords_design (self->font, axes, n_axes);
  self->is_cff = hb_blob_get_length (cff) > 0;
  self->is_cid_keyed = self->is_cff && has_ros (cff);
  hb_blob_destroy (cff);
  self->uses = g_array_new (FALSE, TRUE, sizeof (Use));
  self->n_glyphs = hb_face_get_glyph_count (face);
  self->first_use = g_new (guint, self->n_glyphs);
  self->widths = g_new (float, self->n_glyphs);
  for (guint i = 0; i < self->n_glyphs; i++)
    {
      self->first_use[i] = NONE;
      self->widths[i] = -1;
    }
  return self;
}

void
ply_pdf_font_free (PlyPdfFont *self)
{
  g_free (self->widths);
  g_free (self->first_use);
  g_array_unref (self->uses);
  hb_font_destroy (self->font);
  hb_face_destroy (self->face);
  g_free (self);
}

guint
ply_pdf_font_get_index (PlyPdfFont *self)
{
  return self->index;
}

guint
ply_pdf_font_get_id (PlyPdfFont *self)
{
  return self->id;
}

static guint
add_use (PlyPdfFont *self, guint gid, const char *text, guint length)
{
  Use use = { .gid = gid, .next = self->first_use[gid], .length = length };

  /* A CFF font's glyph has but one code: only glyphs of TrueType fonts are found by a map. */
  use.code = self->is_cid_keyed ? gid : self->uses->len + 1;
  memcpy (use.text, text, length);
  g_array_append_val (self->uses, use);
  self->first_use[gid] = self->uses->len - 1;
  return use.code;
}

guint
ply_pdf_font_encode (PlyPdfFont *self, guint gid, const char *text, guint length, gboolean *exact)
{
  g_return_val_if_fail (gid < self->n_glyphs, 0);

  *exact = TRUE;
  for (guint i = self->first_use[gid]; i != NONE;)
    {
      const Use *use = &g_array_index (self->uses, Use, i);

      if (use->length == length && memcmp (use->text, text, length) == 0)
        return use->code;
      if (self->is_cff)
        {
          *exact = FALSE;
          return use->code;
        }
      i = use->next;
    }
  if (length >= sizeof ((Use *) NULL)->text || length == 0)
    {
      *exact = FALSE;
      if (self->first_use[gid] != NONE)
        return g_array_index (self->uses, Use, self->first_use[gid]).code;
      return add_use (self, gid, " ", 1);
    }
  return add_use (self, gid, text, length);
}

double
ply_pdf_font_get_width (PlyPdfFont *self, guint gid)
{
  if (self->widths[gid] < 0)
    self->widths[gid] = hb_font_get_glyph_h_advance (self->font, gid) * 1000.0f / self->upem;
  return self->widths[gid];
}

/* ---- Writing ---- */

static void
pin_axes (PlyPdfFont *self, hb_subset_input_t *input)
{
  hb_ot_var_axis_info_t infos[16];
  guint n = G_N_ELEMENTS (infos);
  guint n_axes;
  const float *axes = hb_font_get_var_coords_design (self->font, &n_axes);

  hb_ot_var_get_axis_infos (self->face, 0, &n, infos);
  for (guint i = 0; i < n; i++)
    if (i < n_axes)
      hb_subset_input_pin_axis_location (input, self->face, infos[i].tag, axes[i]);
    else
      hb_subset_input_pin_axis_to_default (input, self->face, infos[i].tag);
}

static hb_subset_plan_t *
make_plan (PlyPdfFont *self)
{
  static const char dropped[][5] = { "GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap",
                                     "kern", "DSIG", "BASE", "STAT", "gasp", "hdmx", "VDMX",
                                     "LTSH", "vhea", "vmtx", "VORG", "meta", "PCLT" };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t *glyphs = hb_subset_input_glyph_set (input);
  hb_set_t *tables = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  hb_subset_plan_t *plan;

  for (guint i = 0; i < self->uses->len; i++)
    {
      const Use *use = &g_array_index (self->uses, Use, i);

      hb_set_add (glyphs, use->gid);
      /* A CFF font that is not CID-keyed has no map: its codes are made its glyphs' numbers. */
      if (self->is_cff && !self->is_cid_keyed)
        hb_map_set (hb_subset_input_old_to_new_glyph_mapping (input), use->gid, use->code);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (tables, hb_tag_from_string (dropped[i], 4));
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NO_LAYOUT_CLOSURE);
  pin_axes (self, input);
  plan = hb_subset_plan_create_or_fail (self->face, input);
  hb_subset_input_destroy (input);
  return plan;
}

static void
append_glyph_map (PlyPdfFont *self, hb_map_t *map, GByteArray *out)
{
  guint8 zero[2] = { 0, 0 };

  g_byte_array_append (out, zero, 2);
  for (guint i = 0; i < self->uses->len; i++)
    {
      guint gid = hb_map_get (map, g_array_index (self->uses, Use, i).gid);
      guint8 pair[2] = { gid >> 8, gid & 0xff };

      g_byte_array_append (out, pair, 2);
    }
}

static guint
write_font_file (PlyPdfFont *self, PlyPdfWriter *writer, hb_face_t *subset)
{
  guint id = ply_pdf_writer_reserve (writer);
  hb_blob_t *blob = self->is_cff ? hb_face_reference_table (subset, HB_TAG ('C', 'F', 'F', ' '))
                                 : hb_face_reference_blob (subset);
  guint length;
  const char *data = hb_blob_get_data (blob, &length);
  g_autofree char *entries =
      self->is_cff ? g_strdup ("/Subtype /CIDFontType0C") : g_strdup_printf ("/Length1 %u", length);

  ply_pdf_writer_put_stream (writer, id, entries, data, length, FALSE);
  hb_blob_destroy (blob);
  return id;
}

/* "ABCDEF+Name": the six letters tell subsets apart. */
static char *
make_name (PlyPdfFont *self)
{
  char name[64] = "";
  guint size = sizeof name;
  guint seed = self->uses->len * 31 + self->index * 7919;
  char tag[7] = "";

  hb_ot_name_get_utf8 (self->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  g_strcanon (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-", '-');
  for (guint i = 0; i < 6; i++, seed = seed * 1103515245 + 12345)
    tag[i] = 'A' + (seed >> 16) % 26;
  return g_strdup_printf ("%s+%s", tag, *name != '\0' ? name : "Font");
}

static int
to_thousandths (PlyPdfFont *self, int units)
{
  return units * 1000 / (int) self->upem;
}

static int
get_metric (PlyPdfFont *self, hb_ot_metrics_tag_t tag, int otherwise)
{
  hb_position_t value;

  if (!hb_ot_metrics_get_position (self->font, tag, &value))
    return otherwise;
  return to_thousandths (self, value);
}

static guint
write_descriptor (PlyPdfFont *self, PlyPdfWriter *writer, const char *name, guint file)
{
  guint id = ply_pdf_writer_reserve (writer);
  int ascent = get_metric (self, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 1000);
  int descent = get_metric (self, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -250);
  double slant = hb_style_get_value (self->font, HB_STYLE_TAG_SLANT_ANGLE);
  GString *body = g_string_new (NULL);

  g_string_append_printf (body,
                          "<< /Type /FontDescriptor /FontName /%s /Flags 4 "
                          "/FontBBox [-1000 %d 3000 %d] /Ascent %d /Descent %d /CapHeight %d "
                          "/StemV 80 /ItalicAngle ",
                          name, MIN (descent, -250), MAX (ascent, 1000), ascent, descent,
                          get_metric (self, HB_OT_METRICS_TAG_CAP_HEIGHT, 700));
  ply_pdf_append_number (body, slant);
  g_string_append_printf (body, " /%s %u 0 R >>", self->is_cff ? "FontFile3" : "FontFile2", file);
  ply_pdf_writer_put (writer, id, body->str, body->len);
  g_string_free (body, TRUE);
  return id;
}

static void
append_widths (PlyPdfFont *self, GString *out)
{
  g_string_append (out, " /W [");
  if (!self->is_cid_keyed && self->uses->len > 0)
    g_string_append (out, "1 [");
  for (guint i = 0; i < self->uses->len; i++)
    {
      const Use *use = &g_array_index (self->uses, Use, i);

      if (self->is_cid_keyed)
        g_string_append_printf (out, "%u [", use->code);
      ply_pdf_append_number (out, ply_pdf_font_get_width (self, use->gid));
      g_string_append (out, self->is_cid_keyed ? "] " : " ");
    }
  g_string_append (out, self->is_cid_keyed || self->uses->len == 0 ? "]" : "]]");
}

static void
append_utf16 (GString *out, const Use *use)
{
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (use->text, use->length, NULL, &n, NULL);

  g_string_append_c (out, '<');
  for (glong i = 0; units != NULL && i < n; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append (out, ">\n");
}

static guint
write_to_unicode (PlyPdfFont *self, PlyPdfWriter *writer)
{
  guint id = ply_pdf_writer_reserve (writer);
  g_autoptr (GString) out =
      g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");

  for (guint i = 0; i < self->uses->len; i++)
    {
      const Use *use = &g_array_index (self->uses, Use, i);

      if (i % 100 == 0)
        g_string_append_printf (out, "%u beginbfchar\n", MIN (100, self->uses->len - i));
      g_string_append_printf (out, "<%04X> ", use->code);
      append_utf16 (out, use);
      if (i % 100 == 99 || i + 1 == self->uses->len)
        g_string_append (out, "endbfchar\n");
    }
  g_string_append (out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  ply_pdf_writer_put_stream (writer, id, "", out->str, out->len, FALSE);
  return id;
}

static guint
write_descendant (PlyPdfFont *self, PlyPdfWriter *writer, const char *name, hb_map_t *map,
                  guint descriptor)
{
  guint id = ply_pdf_writer_reserve (writer);
  g_autoptr (GString) body = g_string_new (NULL);

  g_string_append_printf (body,
                          "<< /Type /Font /Subtype /%s /BaseFont /%s /FontDescriptor %u 0 R "
                          "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
                          "/Supplement 0 >>",
                          self->is_cff ? "CIDFontType0" : "CIDFontType2", name, descriptor);
  if (!self->is_cff)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      guint to_gid = ply_pdf_writer_reserve (writer);

      append_glyph_map (self, map, bytes);
      ply_pdf_writer_put_stream (writer, to_gid, "", bytes->data, bytes->len, FALSE);
      g_string_append_printf (body, " /CIDToGIDMap %u 0 R", to_gid);
    }
  append_widths (self, body);
  g_string_append (body, " >>");
  ply_pdf_writer_put (writer, id, body->str, body->len);
  return id;
}

void
ply_pdf_font_write (PlyPdfFont *self, PlyPdfWriter *writer)
{
  hb_subset_plan_t *plan = make_plan (self);
  hb_face_t *subset = hb_subset_plan_execute_or_fail (plan);
  g_autofree char *name = make_name (self);
  guint file = write_font_file (self, writer, subset != NULL ? subset : self->face);
  guint descriptor = write_descriptor (self, writer, name, file);
  guint descendant = write_descendant (self, writer, name,
                                       hb_subset_plan_old_to_new_glyph_mapping (plan), descriptor);
  guint to_unicode = write_to_unicode (self, writer);

  ply_pdf_writer_putf (writer, self->id,
                       "<< /Type /Font /Subtype /Type0 /BaseFont /%s%s /Encoding /Identity-H "
                       "/DescendantFonts [%u 0 R] /ToUnicode %u 0 R >>",
                       name, self->is_cff ? "-Identity-H" : "", descendant, to_unicode);
  hb_face_destroy (subset);
  hb_subset_plan_destroy (plan);
}
