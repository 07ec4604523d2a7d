/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-line.h"

/* How much of a character's width may hang out of the measure. */
static float
share_outside (gunichar c, gboolean at_start)
{
  switch (c)
    {
    case '.':
    case ',':
    case '-':
    case 0xad:
    case 0x2010:
      return at_start ? 0 : 0.45f;
    case ':':
    case ';':
    case 0x2013:
      return at_start ? 0 : 0.2f;
    case '"':
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
      return 0.3f;
    default:
      return 0;
    }
}

static float
hang_at_start (const PlyItem *item)
{
  const PlyWord *word = item->word;

  if (word->n_glyphs == 0 || word->rtl)
    return 0;
  return share_outside (g_utf8_get_char (word->text), TRUE) * word->glyphs[0].advance;
}

static float
hang_at_end (const PlyItem *item, const PlyVoice *voice)
{
  const PlyWord *word = item->word;
  const char *last;

  if (item->flags & PLY_ITEM_HYPHEN)
    return share_outside ('-', FALSE) * voice->hyphen->width;
  if (word->n_glyphs == 0 || word->rtl || word->length == 0)
    return 0;
  last = g_utf8_prev_char (word->text + word->length);
  return share_outside (g_utf8_get_char (last), FALSE) * word->glyphs[word->n_glyphs - 1].advance;
}

/* What the line's parts measure by themselves. */
typedef struct
{
  float words;
  float spaces;
} Sums;

static Sums
sum_up (const PlyLine *line, const PlyItem *items, const PlyParaInput *input)
{
  Sums sums = { 0 };

  for (guint i = 0; i < line->n_items; i++)
    {
      const PlyItem *item = &items[line->first_item + i];

      sums.words += item->word->width;
      if (item->flags & PLY_ITEM_HYPHEN)
        sums.words += input->runs[item->run].voice->hyphen->width;
      if (i + 1 < line->n_items)
        sums.spaces += item->space;
    }
  return sums;
}

static void
justify (PlyLine *line, const Sums *sums, float measure)
{
  float slack = measure - sums->words - sums->spaces;
  float spaces_give = sums->spaces * (slack > 0 ? PLY_SPACE_STRETCH : PLY_SPACE_SHRINK);
  float words_give = sums->words * PLY_GLYPH_GIVE;
  float ratio = slack / MAX (spaces_give + words_give, 0.001f);

  line->glyphs = 1 + CLAMP (ratio, -1, 1) * PLY_GLYPH_GIVE;
  if (sums->spaces > 0)
    line->scale = MAX ((measure - sums->words * line->glyphs) / sums->spaces, 0.5f);
}

void
ply_line_fit (PlyLine *line, const PlyItem *items, const PlyParaInput *input, gboolean rtl,
              float taken, gboolean first, gboolean justified)
{
  const PlyStyle *style = input->style;
  float indent = first ? style->first_indent : 0;
  float measure = input->width - indent - taken;
  Sums sums = sum_up (line, items, input);
  float before = 0;
  float after = 0;
  float slack;

  line->scale = line->glyphs = 1;
  if (justified && line->n_items > 1)
    {
      const PlyItem *last = &items[line->first_item + line->n_items - 1];

      before = hang_at_start (&items[line->first_item]);
      after = hang_at_end (last, input->runs[last->run].voice);
    }
  if (justified || sums.words + sums.spaces > measure)
    justify (line, &sums, measure + before + after);
  line->width = sums.words * line->glyphs + sums.spaces * line->scale - before - after;
  line->excess = line->width - measure;
  slack = MAX (measure - line->width, 0);
  line->x = rtl ? 0 : indent;
  if (style->align == PLY_ALIGN_CENTRE)
    line->x += slack / 2;
  else if ((style->align == PLY_ALIGN_END) != rtl)
    line->x += slack;
  line->x -= before;
}

gboolean
ply_line_is_overfull (const PlyLine *line)
{
  return line->excess > 0.5f;
}
