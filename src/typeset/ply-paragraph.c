/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-paragraph.h"

#include "ply-line.h"
#include "ply-segment.h"

#define HARD_HYPHEN 50 /* price of breaking after a hyphen or dash of the text */
#define HARD_HYPHEN_IN_TITLE 600
#define EVEN_SHARE 0.4f    /* like the next, for titles */
#define RAGGED_SHARE 0.13f /* of the measure a ragged line may leave empty */
#define LEADER_GAP 4.0f

struct _PlySetter
{
  PlyBreaker *breaker;
  GArray *segments;    /* PlySegment */
  GArray *items;       /* PlyItem: as they stand in the text */
  GArray *break_items; /* PlyBreakItem, one for each of them */
  GArray *out;         /* PlyItem: split where words were hyphenated */
  GString *text;
  GArray *run_ends; /* guint: the byte after each run */
  const PlyParaInput *input;
};

PlySetter *
ply_setter_new (void)
{
  PlySetter *self = g_new0 (PlySetter, 1);

  self->breaker = ply_breaker_new ();
  self->segments = g_array_new (FALSE, FALSE, sizeof (PlySegment));
  self->items = g_array_new (FALSE, FALSE, sizeof (PlyItem));
  self->break_items = g_array_new (FALSE, FALSE, sizeof (PlyBreakItem));
  self->out = g_array_new (FALSE, FALSE, sizeof (PlyItem));
  self->text = g_string_new (NULL);
  self->run_ends = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
ply_setter_free (PlySetter *self)
{
  ply_breaker_free (self->breaker);
  g_array_unref (self->segments);
  g_array_unref (self->items);
  g_array_unref (self->break_items);
  g_array_unref (self->out);
  g_string_free (self->text, TRUE);
  g_array_unref (self->run_ends);
  g_free (self);
}

PlyPara *
ply_para_ref (PlyPara *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
ply_para_unref (PlyPara *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_free (self->items);
  g_free (self->lines);
  g_free (self->runs);
  g_free (self);
}

/* ---- Direction ---- */

static gboolean
has_rtl (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    /* U+0590 to U+08FF, U+FB1D to U+FEFF, U+10800 on, and the marks in U+2000. */
    if ((*p >= 0xd6 && *p <= 0xdf) || (*p == 0xe0 && p[1] >= 0xa0 && p[1] <= 0xa3)
        || (*p == 0xef && p[1] >= 0xac && p[1] <= 0xbb) || *p == 0xf0
        || (*p == 0xe2 && p[1] == 0x80 && (p[2] == 0x8f || (p[2] >= 0xaa && p[2] <= 0xae))))
      return TRUE;
  return FALSE;
}

/* The embedding level of each byte, NULL when all is left to right. */
static guint8 *
find_levels (const char *text, guint length, gboolean *rtl)
{
  PangoDirection direction = PANGO_DIRECTION_WEAK_LTR;
  g_autofree guint8 *levels = NULL;
  guint8 *bytes;
  guint n = 0;

  *rtl = FALSE;
  if (!has_rtl (text))
    return NULL;
  levels = pango_log2vis_get_embedding_levels (text, length, &direction);
  *rtl = direction == PANGO_DIRECTION_RTL || direction == PANGO_DIRECTION_WEAK_RTL;
  bytes = g_new (guint8, length + 1);
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p), n++)
    memset (bytes + (p - text), levels[n], g_utf8_next_char (p) - p);
  bytes[length] = 0;
  return bytes;
}

/* ---- Items ---- */

static guint
find_run (PlySetter *self, guint byte)
{
  const guint *ends = (const guint *) self->run_ends->data;
  guint run = 0;

  while (run + 1 < self->input->n_runs && byte >= ends[run])
    run++;
  return run;
}

static void
add_item (PlySetter *self, guint run, guint start, guint length, guint8 level,
          const PlySegment *end_of)
{
  const PlyParaText *from = &self->input->runs[run];
  gboolean justify = self->input->style->align == PLY_ALIGN_JUSTIFY;
  PlyItem item = { .run = run, .space_run = run, .level = level };
  PlyBreakItem entry = { 0 };

  item.word = ply_voice_shape (from->voice, self->text->str + start, length, level & 1);
  entry.width = item.word->width;
  if (end_of != NULL)
    {
      entry.can_break = end_of->can_break;
      entry.forced = end_of->forced;
      if (!end_of->space && !end_of->forced)
        entry.penalty = self->input->even_lines ? HARD_HYPHEN_IN_TITLE : HARD_HYPHEN;
      if (end_of->space)
        {
          item.flags |= PLY_ITEM_SPACE;
          item.space_run = find_run (self, end_of->start + end_of->length);
          item.space = self->input->runs[item.space_run].voice->space;
          entry.space = item.space;
        }
    }
  if (justify)
    {
      entry.stretch = entry.space * PLY_SPACE_STRETCH + entry.width * PLY_GLYPH_GIVE;
      entry.shrink = entry.space * PLY_SPACE_SHRINK + entry.width * PLY_GLYPH_GIVE;
    }
  g_array_append_val (self->items, item);
  g_array_append_val (self->break_items, entry);
}

/* A word that no line can hold is cut between letters. */
static void
add_cut (PlySetter *self, guint run, guint start, guint length, guint8 level,
         const PlySegment *end_of)
{
  const PlyVoice *voice = self->input->runs[run].voice;
  const PlyWord *word = ply_voice_shape (voice, self->text->str + start, length, level & 1);
  const PlySegment cut = { .can_break = TRUE };
  float limit = self->input->width - voice->size;
  float width = 0;
  guint from = 0;

  for (guint i = 0; i < word->n_glyphs && !word->rtl; i++)
    {
      guint cluster = word->glyphs[i].cluster;

      width += word->glyphs[i].advance;
      if (width > limit && cluster > from)
        {
          add_item (self, run, start + from, cluster - from, level, &cut);
          from = cluster;
          width = word->glyphs[i].advance;
        }
    }
  add_item (self, run, start + from, length - from, level, end_of);
}

static gboolean
is_too_wide (PlySetter *self, const PlyVoice *voice, const PlyWord *word)
{
  const PlyHyphenPoint *points = NULL;
  guint n_points = 0;
  float before = 0;

  if (word->width <= self->input->width)
    return FALSE;
  if (self->input->style->hyphenate)
    points = ply_voice_hyphenate (voice, word, &n_points);
  for (guint i = 0; i < n_points; i++)
    {
      if (points[i].width - before + voice->hyphen->width > self->input->width)
        return TRUE;
      before = points[i].width;
    }
  return word->width - before > self->input->width;
}

static void
add_piece (PlySetter *self, guint run, guint start, guint length, guint8 level,
           const PlySegment *end_of)
{
  const PlyVoice *voice = self->input->runs[run].voice;
  const PlyWord *word = ply_voice_shape (voice, self->text->str + start, length, level & 1);

  if (is_too_wide (self, voice, word))
    add_cut (self, run, start, length, level, end_of);
  else
    add_item (self, run, start, length, level, end_of);
}

/* Segments are cut where the run or the direction changes. */
static void
add_segment (PlySetter *self, const PlySegment *segment, guint *run, const guint8 *levels)
{
  guint at = segment->start;
  guint end = segment->start + segment->length;
  const guint *run_ends = (const guint *) self->run_ends->data;

  while (*run + 1 < self->input->n_runs && at >= run_ends[*run])
    (*run)++;
  do
    {
      guint stop = MIN (end, run_ends[*run]);
      guint8 level = levels != NULL ? levels[at] : 0;

      for (guint i = at; levels != NULL && i < stop; i++)
        if (levels[i] != level)
          stop = i;
      add_piece (self, *run, at, stop - at, level, stop == end ? segment : NULL);
      at = stop;
      while (at < end && *run + 1 < self->input->n_runs && at >= run_ends[*run])
        (*run)++;
    }
  while (at < end);
}

static void
forbid_breaks (PlySetter *self)
{
  for (guint i = 0; i + 1 < self->items->len; i++)
    {
      const PlyItem *item = &g_array_index (self->items, PlyItem, i);

      if (item->run == item[1].run && self->input->runs[item->run].no_break)
        g_array_index (self->break_items, PlyBreakItem, i).can_break = FALSE;
    }
}

/* What must not be broken is broken at its spaces after all where no line can hold it. */
static void
relent (PlySetter *self)
{
  PlyBreakItem *items = (PlyBreakItem *) self->break_items->data;
  float width = 0;
  guint first = 0;

  for (guint i = 0; i < self->break_items->len; i++)
    {
      width += items[i].width;
      if (width > self->input->width)
        for (guint k = first; k < i; k++)
          items[k].can_break |= items[k].space > 0;
      width += items[i].space;
      if (!items[i].can_break && !items[i].forced)
        continue;
      first = i + 1;
      width = 0;
    }
}

static void
make_items (PlySetter *self, PlyPara *para)
{
  g_autofree guint8 *levels = NULL;
  guint run = 0;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->run_ends, 0);
  g_array_set_size (self->segments, 0);
  g_array_set_size (self->items, 0);
  g_array_set_size (self->break_items, 0);
  for (guint i = 0; i < self->input->n_runs; i++)
    {
      guint end;

      g_string_append (self->text, self->input->runs[i].text);
      end = self->text->len;
      g_array_append_val (self->run_ends, end);
    }
  if (self->input->n_runs == 0)
    return;
  levels = find_levels (self->text->str, self->text->len, &para->rtl);
  para->mixed = levels != NULL;
  ply_segment_text (self->text->str, self->text->len, self->input->language, self->segments);
  for (guint i = 0; i < self->segments->len; i++)
    add_segment (self, &g_array_index (self->segments, PlySegment, i), &run, levels);
  forbid_breaks (self);
  relent (self);
}

/* ---- Lines ---- */

static const PlyHyphenPoint *
hyphenate_cb (guint item, guint *n_points, gpointer data)
{
  PlySetter *self = data;
  const PlyItem *it = &g_array_index (self->items, PlyItem, item);

  *n_points = 0;
  if (it->level & 1 || self->input->runs[it->run].no_break)
    return NULL;
  return ply_voice_hyphenate (self->input->runs[it->run].voice, it->word, n_points);
}

static float
tail_width (const PlyParaInput *input)
{
  if (input->tail == NULL)
    return 0;
  return MAX (ply_voice_shape (input->tail->voice, "0000", 4, FALSE)->width, 3 * LEADER_GAP)
         + 2 * LEADER_GAP;
}

static PlyBreakParams
make_params (PlySetter *self)
{
  const PlyStyle *style = self->input->style;
  float width = self->input->width - tail_width (self->input);
  PlyBreakParams params = {
    .first_width = width - style->first_indent,
    .width = width,
    .data = self,
  };

  if (style->align != PLY_ALIGN_JUSTIFY)
    params.end_stretch =
        MAX (width * (self->input->even_lines ? EVEN_SHARE : RAGGED_SHARE), 2 * style->size);
  params.even_last = style->align == PLY_ALIGN_CENTRE || self->input->even_lines;
  if (style->hyphenate && self->input->n_runs > 0)
    {
      params.hyphenate = hyphenate_cb;
      params.hyphen_width = self->input->runs[0].voice->hyphen->width;
    }
  return params;
}

/* Copies the items from (@item, @byte) to the break into the result, cutting hyphenated words. */
static void
take_line (PlySetter *self, const PlyLineBreak *to, guint *item, guint *byte)
{
  for (; *item <= to->item; (*item)++, *byte = 0)
    {
      PlyItem piece = g_array_index (self->items, PlyItem, *item);
      const PlyVoice *voice = self->input->runs[piece.run].voice;
      const char *text = piece.word->text;
      guint end = piece.word->length;
      gboolean cut = *item == to->item && to->hyphen > 0;

      if (cut)
        end = piece.word->points[to->hyphen - 1].byte;
      if (cut || *byte > 0)
        piece.word = ply_voice_shape (voice, text + *byte, end - *byte, FALSE);
      if (cut)
        {
          piece.flags = PLY_ITEM_HYPHEN;
          piece.space = 0;
        }
      g_array_append_val (self->out, piece);
      if (cut)
        {
          *byte = end;
          return;
        }
    }
}

static void
make_lines (PlySetter *self, PlyPara *para)
{
  PlyBreakParams params = make_params (self);
  gboolean justify = self->input->style->align == PLY_ALIGN_JUSTIFY;
  const PlyLineBreak *breaks =
      ply_breaker_run (self->breaker, (PlyBreakItem *) self->break_items->data,
                       self->break_items->len, &params, &para->n_lines);
  guint item = 0;
  guint byte = 0;

  g_array_set_size (self->out, 0);
  para->lines = g_new0 (PlyLine, para->n_lines);
  for (guint i = 0; i < para->n_lines; i++)
    {
      PlyLine *line = &para->lines[i];
      gboolean ends =
          i + 1 == para->n_lines
          || (breaks[i].hyphen == 0
              && g_array_index (self->break_items, PlyBreakItem, breaks[i].item).forced);

      line->first_item = self->out->len;
      take_line (self, &breaks[i], &item, &byte);
      line->n_items = self->out->len - line->first_item;
      ply_line_fit (line, (PlyItem *) self->out->data, self->input, para->rtl,
                    tail_width (self->input), i == 0, justify && !ends);
      para->n_overfull += ply_line_is_overfull (line);
    }
}

static void
add_tail (PlySetter *self, PlyPara *para)
{
  const PlyParaText *tail = self->input->tail;
  PlyItem item = { .run = self->input->n_runs, .flags = PLY_ITEM_TAB };

  if (para->n_lines == 0)
    {
      para->lines = g_new0 (PlyLine, 1);
      para->lines[0].scale = para->lines[0].glyphs = 1;
      para->n_lines = 1;
    }
  /* A space for those who read the text without seeing the gap. */
  if (self->out->len > 0)
    {
      PlyItem *before = &g_array_index (self->out, PlyItem, self->out->len - 1);

      before->flags |= PLY_ITEM_SPACE;
      before->space = self->input->runs[before->run].voice->space;
    }
  item.word = ply_voice_shape (tail->voice, tail->text, strlen (tail->text), FALSE);
  g_array_append_val (self->out, item);
  para->lines[para->n_lines - 1].n_items++;
}

static void
take_runs (PlySetter *self, PlyPara *para)
{
  const PlyParaInput *input = self->input;

  para->n_runs = input->n_runs + (input->tail != NULL);
  para->runs = g_new0 (PlyParaRun, para->n_runs);
  for (guint i = 0; i < input->n_runs; i++)
    para->runs[i] = (PlyParaRun) { input->runs[i].voice, input->runs[i].colour };
  if (input->tail != NULL)
    para->runs[input->n_runs] = (PlyParaRun) { input->tail->voice, input->tail->colour };
}

PlyPara *
ply_setter_run (PlySetter *self, const PlyParaInput *input)
{
  PlyPara *para = g_new0 (PlyPara, 1);

  para->ref_count = 1;
  para->width = input->width;
  self->input = input;
  make_items (self, para);
  make_lines (self, para);
  if (input->tail != NULL)
    add_tail (self, para);
  take_runs (self, para);
  para->n_items = self->out->len;
  para->items = g_memdup2 (self->out->data, self->out->len * sizeof (PlyItem));
  for (guint i = 0; i < para->n_items; i++)
    para->n_missing += para->items[i].word->n_missing;
  return para;
}
