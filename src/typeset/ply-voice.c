/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-shape.h"

#include <hb-ot.h>
#include <pango/pangofc-fontmap.h>

#include "ply-hyphen.h"

struct _PlyShaper
{
  int ref_count;

  PangoFontMap *map;
  PangoContext *context;
  GHashTable *fonts;       /* PangoFont -> PlyFont, owned */
  GHashTable *voices;      /* PlyVoice as its own key, owned */
  GHashTable *hyphenators; /* language -> PlyHyphenator or NULL, owned */
  guint n_words;
};

/* ---- Fonts ---- */

static void
font_free (gpointer data)
{
  PlyFont *font = data;

  g_object_unref (font->pango);
  g_free (font);
}

static gboolean
has_outlines (hb_face_t *face)
{
  /* Not CFF2: PDF knows no such fonts. Nor colour bitmaps. */
  static const hb_tag_t tags[] = { HB_TAG ('g', 'l', 'y', 'f'), HB_TAG ('C', 'F', 'F', ' ') };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      hb_blob_t *blob = hb_face_reference_table (face, tags[i]);
      guint length = hb_blob_get_length (blob);

      hb_blob_destroy (blob);
      if (length > 0)
        return TRUE;
    }
  return FALSE;
}

static PlyFont *
font_new (PlyShaper *self, PangoFont *pango, double size)
{
  PlyFont *font = g_new0 (PlyFont, 1);
  hb_font_extents_t extents;

  font->pango = g_object_ref (pango);
  font->hb = pango_font_get_hb_font (pango);
  font->face = hb_font_get_face (font->hb);
  font->size = size;
  font->scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (pango));
  if (hb_font_get_h_extents (font->hb, &extents))
    {
      font->ascent = extents.ascender / (double) PANGO_SCALE;
      font->descent = -extents.descender / (double) PANGO_SCALE;
    }
  font->id = g_hash_table_size (self->fonts) + 1;
  return font;
}

const PlyFont *
ply_shaper_get_font (PlyShaper *self, PangoFont *pango, double size)
{
  PlyFont *font = g_hash_table_lookup (self->fonts, pango);

  if (font == NULL)
    {
      font = font_new (self, pango, size);
      g_hash_table_insert (self->fonts, pango, font);
    }
  return has_outlines (font->face) ? font : NULL;
}

typedef struct
{
  PlyVoice *voice;
  gunichar c;
  const PlyFont *found;
} FontSearch;

static gboolean
font_has (const PlyFont *font, gunichar c)
{
  hb_codepoint_t gid;

  return hb_font_get_nominal_glyph (font->hb, c, &gid);
}

static gboolean
search_fontset_cb (PangoFontset *fontset, PangoFont *pango, gpointer data)
{
  FontSearch *search = data;
  hb_codepoint_t gid;
  const PlyFont *font;

  if (!hb_font_get_nominal_glyph (pango_font_get_hb_font (pango), search->c, &gid))
    return FALSE;
  font = ply_shaper_get_font (search->voice->shaper, pango, search->voice->size);
  if (font == NULL)
    return FALSE;
  search->found = font;
  return TRUE;
}

/* The first font that has @c, of those that stand in for the voice's family. */
static const PlyFont *
search_fontset (PlyVoice *voice, gunichar c)
{
  FontSearch search = { .voice = voice, .c = c };
  PangoFontset *fontset = pango_font_map_load_fontset (
      voice->shaper->map, voice->shaper->context, voice->description,
      pango_language_from_string (voice->language != NULL ? voice->language : "en"));

  pango_fontset_foreach (fontset, search_fontset_cb, &search);
  g_object_unref (fontset);
  return search.found;
}

const PlyFont *
ply_voice_find_font (PlyVoice *voice, gunichar c)
{
  const PlyFont *found;

  if (font_has (voice->font, c))
    return voice->font;
  for (guint i = 0; i < voice->fallbacks->len; i++)
    if (font_has (voice->fallbacks->pdata[i], c))
      return voice->fallbacks->pdata[i];
  if (g_hash_table_contains (voice->absent, GUINT_TO_POINTER (c)))
    return NULL;
  found = search_fontset (voice, c);
  if (found != NULL)
    g_ptr_array_add (voice->fallbacks, (gpointer) found);
  else
    g_hash_table_add (voice->absent, GUINT_TO_POINTER (c));
  return found;
}

/* ---- Voices ---- */

static guint
voice_hash (gconstpointer data)
{
  const PlyVoice *voice = data;

  return g_direct_hash (voice->family) * 31 + g_direct_hash (voice->language) * 17
         + (guint) (voice->size * 64) * 7 + voice->weight + voice->italic * 3 + voice->tabular * 5
         + voice->small_caps * 11 + (guint) (voice->tracking * 8);
}

static gboolean
voice_equal (gconstpointer a, gconstpointer b)
{
  const PlyVoice *x = a;
  const PlyVoice *y = b;

  return x->family == y->family && x->language == y->language && x->size == y->size
         && x->weight == y->weight && x->italic == y->italic && x->tabular == y->tabular
         && x->small_caps == y->small_caps && x->tracking == y->tracking;
}

static void
voice_free (gpointer data)
{
  PlyVoice *voice = data;

  g_hash_table_unref (voice->words);
  g_ptr_array_unref (voice->fallbacks);
  g_hash_table_unref (voice->absent);
  pango_font_description_free (voice->description);
  g_free (voice);
}

static guint
word_hash (gconstpointer data)
{
  return ((const PlyWord *) data)->hash;
}

static gboolean
word_equal (gconstpointer a, gconstpointer b)
{
  const PlyWord *x = a;
  const PlyWord *y = b;

  return x->length == y->length && x->rtl == y->rtl && memcmp (x->text, y->text, x->length) == 0;
}

static void
add_feature (PlyVoice *voice, const char *tag, guint value)
{
  voice->features[voice->n_features++] = (hb_feature_t) {
    .tag = hb_tag_from_string (tag, 4),
    .value = value,
    .start = HB_FEATURE_GLOBAL_START,
    .end = HB_FEATURE_GLOBAL_END,
  };
}

static void
set_features (PlyVoice *voice)
{
  if (voice->tabular)
    add_feature (voice, "tnum", 1);
  if (voice->tabular)
    add_feature (voice, "lnum", 1);
  if (voice->small_caps)
    add_feature (voice, "smcp", 1);
  if (voice->tracking != 0)
    add_feature (voice, "liga", 0);
}

static void
load_font (PlyVoice *voice)
{
  PangoFontDescription *description = pango_font_description_new ();
  g_autoptr (PangoFontDescription) actual = NULL;
  g_autoptr (PangoFont) font = NULL;

  pango_font_description_set_family (description, voice->family);
  pango_font_description_set_absolute_size (description, voice->size * PANGO_SCALE);
  pango_font_description_set_weight (description, voice->weight);
  pango_font_description_set_style (description,
                                    voice->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  voice->description = description;
  font = pango_font_map_load_font (voice->shaper->map, voice->shaper->context, description);
  voice->font = ply_shaper_get_font (voice->shaper, font, voice->size);
  voice->substituted = voice->font == NULL;
  if (voice->font == NULL)
    voice->font = search_fontset (voice, 'a');
  if (voice->font == NULL)
    voice->font = g_hash_table_lookup (voice->shaper->fonts, font);
  actual = pango_font_describe (font);
  voice->substituted |=
      g_ascii_strcasecmp (pango_font_description_get_family (actual), voice->family) != 0;
}

static PlyVoice *
voice_new (PlyShaper *self, const PlyVoice *wanted)
{
  PlyVoice *voice = g_memdup2 (wanted, sizeof *wanted);
  hb_codepoint_t gid = 0;

  voice->shaper = self;
  voice->id = g_hash_table_size (self->voices) + 1;
  voice->hb_language = hb_language_from_string (voice->language, -1);
  voice->fallbacks = g_ptr_array_new ();
  voice->absent = g_hash_table_new (NULL, NULL);
  voice->words =
      g_hash_table_new_full (word_hash, word_equal, (GDestroyNotify) ply_word_free, NULL);
  set_features (voice);
  load_font (voice);
  hb_font_get_nominal_glyph (voice->font->hb, ' ', &gid);
  voice->space_gid = gid;
  voice->space = hb_font_get_glyph_h_advance (voice->font->hb, gid) / (float) PANGO_SCALE;
  if (gid == 0 || voice->space <= 0)
    voice->space = voice->size / 4;
  voice->hyphen = ply_voice_shape (voice, "-", 1, FALSE);
  return voice;
}

static PlyVoice
describe_voice (const PlyStyle *style, const PlyCharStyle *character, const char *language)
{
  PlyVoice wanted = {
    .family = g_intern_string (style->family),
    .language = g_intern_string (language),
    .size = style->size,
    .weight = style->weight,
    .italic = style->italic,
    .tabular = style->tabular,
    .small_caps = style->small_caps,
    .tracking = style->tracking,
  };

  if (character == NULL)
    return wanted;
  if (character->family != NULL)
    wanted.family = g_intern_string (character->family);
  if (character->scale > 0)
    wanted.size *= character->scale;
  if (character->weight != 0)
    wanted.weight = character->weight;
  wanted.italic = (wanted.italic && !character->upright) || character->italic;
  wanted.tabular |= character->tabular;
  wanted.small_caps |= character->small_caps;
  return wanted;
}

const PlyVoice *
ply_shaper_get_voice (PlyShaper *self, const PlyStyle *style, const PlyCharStyle *character,
                      const char *language)
{
  PlyVoice wanted = describe_voice (style, character, language);
  PlyVoice *voice = g_hash_table_lookup (self->voices, &wanted);

  if (voice == NULL)
    {
      voice = voice_new (self, &wanted);
      g_hash_table_add (self->voices, voice);
    }
  return voice;
}

/* ---- Words ---- */

void
ply_word_free (PlyWord *word)
{
  g_free (word->points);
  g_free (word->missing);
  g_free (word->runs);
  g_free (word->glyphs);
  g_free (word->text);
  g_free (word);
}

static guint
hash_text (const char *text, guint length)
{
  guint64 hash = 0xcbf29ce484222325;

  for (guint i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 0x100000001b3;
  return hash ^ (hash >> 32);
}

const PlyWord *
ply_voice_shape (const PlyVoice *voice, const char *text, guint length, gboolean rtl)
{
  PlyWord key = { .text = (char *) text, .length = length, .rtl = rtl };
  PlyWord *word;

  key.hash = hash_text (text, length);
  word = g_hash_table_lookup (voice->words, &key);
  if (word != NULL)
    return word;
  word = g_new0 (PlyWord, 1);
  word->text = g_strndup (text, length);
  word->length = length;
  word->hash = key.hash;
  word->rtl = rtl;
  ply_shape_word ((PlyVoice *) voice, word);
  g_hash_table_add (voice->words, word);
  voice->shaper->n_words++;
  return word;
}

static float
width_before (const PlyWord *word, guint byte)
{
  float width = 0;

  for (guint i = 0; i < word->n_glyphs; i++)
    if (word->glyphs[i].cluster < byte)
      width += word->glyphs[i].advance;
  return width;
}

const PlyHyphenPoint *
ply_voice_hyphenate (const PlyVoice *voice, const PlyWord *word, guint *n_points)
{
  PlyWord *mutable = (PlyWord *) word;

  if (!word->hyphenated)
    {
      PlyHyphenator *hyphenator = ply_shaper_get_hyphenator (voice->shaper, voice->language);
      g_autoptr (GArray) bytes = g_array_new (FALSE, FALSE, sizeof (guint));

      ply_hyphenate_word (hyphenator, word->text, word->length, bytes);
      mutable->points = g_new (PlyHyphenPoint, bytes->len);
      mutable->n_points = bytes->len;
      for (guint i = 0; i < bytes->len; i++)
        {
          guint byte = g_array_index (bytes, guint, i);

          mutable->points[i] = (PlyHyphenPoint) { byte, width_before (word, byte) };
        }
      mutable->hyphenated = TRUE;
    }
  *n_points = word->n_points;
  return word->points;
}

/* ---- Shapers ---- */

static PangoContext *
make_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Paper has no pixels: shapes and widths are the font's own. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

PlyShaper *
ply_shaper_new (void)
{
  PlyShaper *self = g_new0 (PlyShaper, 1);

  self->ref_count = 1;
  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  self->context = make_context (self->map);
  self->fonts = g_hash_table_new_full (NULL, NULL, NULL, font_free);
  self->voices = g_hash_table_new_full (voice_hash, voice_equal, voice_free, NULL);
  self->hyphenators =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ply_hyphenator_free);
  return self;
}

PlyShaper *
ply_shaper_ref (PlyShaper *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
ply_shaper_unref (PlyShaper *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_hash_table_unref (self->voices);
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->hyphenators);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self);
}

guint
ply_shaper_get_n_words (PlyShaper *self)
{
  return self->n_words;
}

PlyHyphenator *
ply_shaper_get_hyphenator (PlyShaper *self, const char *language)
{
  gpointer hyphenator;

  if (language == NULL)
    return NULL;
  if (!g_hash_table_lookup_extended (self->hyphenators, language, NULL, &hyphenator))
    {
      hyphenator = ply_hyphenator_new (language);
      g_hash_table_insert (self->hyphenators, g_strdup (language), hyphenator);
    }
  return hyphenator;
}
