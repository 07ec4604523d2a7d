/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-shape.h"

/* A piece of a word with one font and one script. */
typedef struct
{
  guint start, end; /* bytes */
  const PlyFont *font;
  GUnicodeScript script;
  gboolean missing;
} Piece;

static gboolean
takes_neighbour_font (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_FORMAT || type == G_UNICODE_NON_SPACING_MARK
         || type == G_UNICODE_ENCLOSING_MARK || type == G_UNICODE_SPACING_MARK
         || type == G_UNICODE_SPACE_SEPARATOR || (c >= 0xfe00 && c <= 0xfe0f);
}

static gboolean
is_plain_script (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC
         || script == G_UNICODE_SCRIPT_GREEK || script == G_UNICODE_SCRIPT_COMMON
         || script == G_UNICODE_SCRIPT_INHERITED;
}

/* Nearly all words: one font, one of the simple scripts. */
static gboolean
is_plain (const PlyVoice *voice, const PlyWord *word)
{
  const char *end = word->text + word->length;

  for (const char *p = word->text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      hb_codepoint_t gid;

      if (!hb_font_get_nominal_glyph (voice->font->hb, c, &gid) && c != 0x202f && c != 0xad)
        return FALSE;
      if (c >= 0x530 && !is_plain_script (g_unichar_get_script (c)))
        return FALSE;
    }
  return TRUE;
}

static void
add_piece (GArray *pieces, guint start, guint end, const PlyFont *font, GUnicodeScript script,
           gboolean missing)
{
  Piece *last = pieces->len > 0 ? &g_array_index (pieces, Piece, pieces->len - 1) : NULL;
  gboolean neutral = script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED;
  Piece piece = { start, end, font, script, missing };

  if (last != NULL && last->font == font && last->missing == missing
      && (neutral || last->script == script || last->script == G_UNICODE_SCRIPT_COMMON))
    {
      last->end = end;
      if (!neutral)
        last->script = script;
      return;
    }
  g_array_append_val (pieces, piece);
}

static void
split_by_font (PlyVoice *voice, const PlyWord *word, GArray *pieces)
{
  const char *end = word->text + word->length;
  const PlyFont *previous = voice->font;

  for (const char *p = word->text, *next; p < end; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean follows = takes_neighbour_font (c);
      const PlyFont *font = follows ? previous : ply_voice_find_font (voice, c);

      next = g_utf8_next_char (p);
      add_piece (pieces, p - word->text, next - word->text, font != NULL ? font : voice->font,
                 g_unichar_get_script (c), font == NULL);
      previous = font != NULL ? font : voice->font;
    }
}

static void
note_missing (PlyWord *word, const Piece *piece)
{
  const char *end = word->text + piece->end;

  for (const char *p = word->text + piece->start; p < end; p = g_utf8_next_char (p))
    {
      word->missing = g_renew (gunichar, word->missing, word->n_missing + 1);
      word->missing[word->n_missing++] = g_utf8_get_char (p);
    }
}

/* What stands for a character that no font has: never the font's empty box for the unknown. */
static guint32
find_substitute (const PlyFont *font)
{
  static const gunichar choices[] = { 0xfffd, 0x25a1, '?', ' ' };
  hb_codepoint_t gid = 0;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (hb_font_get_nominal_glyph (font->hb, choices[i], &gid) && gid != 0)
      return gid;
  return 0;
}

static void
add_glyphs (const PlyVoice *voice, PlyWord *word, const Piece *piece, hb_buffer_t *buffer)
{
  guint n;
  const hb_glyph_info_t *info = hb_buffer_get_glyph_infos (buffer, &n);
  const hb_glyph_position_t *at = hb_buffer_get_glyph_positions (buffer, NULL);
  float tracking = voice->tracking * voice->size / 1000;
  PlyGlyph *out;

  word->glyphs = g_renew (PlyGlyph, word->glyphs, word->n_glyphs + n);
  out = word->glyphs + word->n_glyphs;
  for (guint i = 0; i < n; i++, out++)
    {
      *out = (PlyGlyph) {
        .gid = info[i].codepoint,
        .cluster = info[i].cluster,
        .advance = at[i].x_advance / (float) PANGO_SCALE,
        .x_offset = at[i].x_offset / (float) PANGO_SCALE,
        .y_offset = at[i].y_offset / (float) PANGO_SCALE,
      };
      if (out->gid == 0)
        {
          out->gid = find_substitute (piece->font);
          out->advance =
              hb_font_get_glyph_h_advance (piece->font->hb, out->gid) / (float) PANGO_SCALE;
        }
      if (tracking != 0 && (i + 1 == n || info[i + 1].cluster != info[i].cluster))
        out->advance += tracking;
      word->width += out->advance;
    }
  word->n_glyphs += n;
  word->runs = g_renew (PlyGlyphRun, word->runs, word->n_runs + 1);
  word->runs[word->n_runs++] = (PlyGlyphRun) { piece->font, n };
}

static hb_script_t
to_hb_script (GUnicodeScript script)
{
  if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED)
    return HB_SCRIPT_LATIN;
  return hb_script_from_iso15924_tag (g_unicode_script_to_iso15924 (script));
}

static gboolean
has_gid_zero (hb_buffer_t *buffer)
{
  guint n;
  const hb_glyph_info_t *info = hb_buffer_get_glyph_infos (buffer, &n);

  for (guint i = 0; i < n; i++)
    if (info[i].codepoint == 0)
      return TRUE;
  return FALSE;
}

static void
shape_piece (const PlyVoice *voice, PlyWord *word, const Piece *piece, hb_buffer_t *buffer)
{
  hb_buffer_clear_contents (buffer);
  hb_buffer_add_utf8 (buffer, word->text, word->length, piece->start, piece->end - piece->start);
  hb_buffer_set_direction (buffer, word->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script (buffer, to_hb_script (piece->script));
  hb_buffer_set_language (buffer, voice->hb_language);
  /* Marks keep the bytes they stand for, so that each glyph can be read back by itself. */
  hb_buffer_set_cluster_level (buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_shape (piece->font->hb, buffer, voice->features, voice->n_features);
  if (piece->missing || has_gid_zero (buffer))
    note_missing (word, piece);
  add_glyphs (voice, word, piece, buffer);
}

static GUnicodeScript
first_script (const PlyWord *word)
{
  const char *end = word->text + word->length;

  for (const char *p = word->text; p < end; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (script != G_UNICODE_SCRIPT_COMMON && script != G_UNICODE_SCRIPT_INHERITED)
        return script;
    }
  return G_UNICODE_SCRIPT_COMMON;
}

void
ply_shape_word (PlyVoice *voice, PlyWord *word)
{
  hb_buffer_t *buffer = hb_buffer_create ();

  if (is_plain (voice, word))
    {
      Piece piece = { 0, word->length, voice->font, first_script (word), FALSE };

      shape_piece (voice, word, &piece, buffer);
    }
  else
    {
      g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

      split_by_font (voice, word, pieces);
      for (guint i = 0; i < pieces->len; i++)
        {
          guint at = word->rtl ? pieces->len - 1 - i : i;

          shape_piece (voice, word, &g_array_index (pieces, Piece, at), buffer);
        }
    }
  hb_buffer_destroy (buffer);
}
