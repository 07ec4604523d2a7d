/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <hb.h>
#include <pango/pangocairo.h>

#include "ply-style.h"

G_BEGIN_DECLS

/* Fonts, voices and shaped words. A voice is everything that decides the shapes of a word: font,
 * size, features, language. Each distinct word is shaped once per voice and kept. Words, voices and
 * fonts are never changed once made and live as long as their shaper, so that finished layouts may
 * be drawn in one thread while another shapes new words. */

typedef struct
{
  guint id; /* from 1, in a shaper */
  PangoFont *pango;
  hb_font_t *hb;               /* 1024 units a point; owned by pango */
  hb_face_t *face;             /* the same for all sizes */
  cairo_scaled_font_t *scaled; /* owned by pango */
  double size;
  double ascent; /* points above and below the baseline, for links and boxes */
  double descent;
} PlyFont;

/* A glyph in points, in the order in which it is drawn. @cluster is the byte of the word's text. */
typedef struct
{
  guint32 gid;
  guint32 cluster;
  float advance;
  float x_offset;
  float y_offset; /* upwards */
} PlyGlyph;

typedef struct
{
  const PlyFont *font;
  guint n_glyphs;
} PlyGlyphRun;

/* A place where a word may be broken with a hyphen: before this byte. @width is that of the text
 * before it, without hyphen. */
typedef struct
{
  guint byte;
  float width;
} PlyHyphenPoint;

typedef struct
{
  char *text; /* not terminated by anything that counts: @length bytes and a zero */
  guint length;
  guint hash;
  gboolean rtl;

  float width;
  guint n_glyphs;
  PlyGlyph *glyphs;
  guint n_runs;
  PlyGlyphRun *runs;
  guint n_missing;
  gunichar *missing;

  gboolean hyphenated; /* points are known */
  guint n_points;
  PlyHyphenPoint *points;
} PlyWord;

typedef struct _PlyShaper PlyShaper;

typedef struct
{
  guint id;          /* from 1, in a shaper */
  PlyShaper *shaper; /* borrowed */

  /* What was asked for */
  const char *family;   /* interned */
  const char *language; /* interned, may be NULL */
  double size;
  guint weight;
  gboolean italic;
  gboolean tabular;
  gboolean small_caps;
  double tracking;

  /* What it came to */
  const PlyFont *font;
  gboolean substituted; /* the family is not installed */
  hb_language_t hb_language;
  guint n_features;
  hb_feature_t features[4];
  float space; /* width between words */
  guint32 space_gid;
  const PlyWord *hyphen;
  PangoFontDescription *description;
  GPtrArray *fallbacks; /* PlyFont: those that were needed */
  GHashTable *absent;   /* characters that no font has */
  GHashTable *words;    /* PlyWord, by text */
} PlyVoice;

PlyShaper *ply_shaper_new (void);
PlyShaper *ply_shaper_ref (PlyShaper *self);
void ply_shaper_unref (PlyShaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyShaper, ply_shaper_unref)
guint ply_shaper_get_n_words (PlyShaper *self);

/* @character and @language may be NULL. */
const PlyVoice *ply_shaper_get_voice (PlyShaper *self, const PlyStyle *style,
                                      const PlyCharStyle *character, const char *language);
const PlyWord *ply_voice_shape (const PlyVoice *voice, const char *text, guint length,
                                gboolean rtl);
/* The word's hyphenation points in its voice's language. */
const PlyHyphenPoint *ply_voice_hyphenate (const PlyVoice *voice, const PlyWord *word,
                                           guint *n_points);

/* ---- Within the shaper ---- */

/* A font of any size for a description; NULL when it has no outlines. Kept by the shaper. */
const PlyFont *ply_shaper_get_font (PlyShaper *self, PangoFont *font, double size);
/* The font of @voice or a fallback that has @c; NULL when none has. */
const PlyFont *ply_voice_find_font (PlyVoice *voice, gunichar c);
/* Shapes @word's text: glyphs, runs, width, missing characters. */
void ply_shape_word (PlyVoice *voice, PlyWord *word);
void ply_word_free (PlyWord *word);
/* The shaper's hyphenation of a language; NULL when it has none. */
typedef struct _PlyHyphenator PlyHyphenator;
PlyHyphenator *ply_shaper_get_hyphenator (PlyShaper *self, const char *language);

G_END_DECLS
