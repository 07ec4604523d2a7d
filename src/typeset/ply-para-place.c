/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-paragraph.h"

#define LEADER_GAP 4.0f

/* ---- What decides a paragraph ---- */

/* Multiply and fold: fast, and good enough for 128 bits of key. */
static void
mix (guint64 key[2], guint64 value)
{
  key[0] = (key[0] ^ value) * 0x9e3779b97f4a7c15;
  key[0] ^= key[0] >> 29;
  key[1] = (key[1] + value) * 0xc2b2ae3d27d4eb4f;
  key[1] ^= key[1] >> 31;
}

static void
mix_double (guint64 key[2], double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  mix (key, bits);
}

static void
mix_text (guint64 key[2], const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  guint64 word;

  mix (key, length + (text != NULL));
  for (; length >= 8; text += 8, length -= 8)
    {
      memcpy (&word, text, 8);
      mix (key, word);
    }
  word = 0;
  if (length > 0)
    memcpy (&word, text, length);
  mix (key, word);
}

static void
mix_run (guint64 key[2], const PlyParaText *run)
{
  mix (key, run->voice->id);
  mix (key, ((guint64) run->colour << 1) | (run->no_break != 0));
  mix_text (key, run->text);
}

void
ply_para_input_hash (const PlyParaInput *input, guint64 key[2])
{
  const PlyStyle *style = input->style;

  key[0] = 0x243f6a8885a308d3;
  key[1] = 0x13198a2e03707344;
  mix (key, style->align | (style->hyphenate ? 8 : 0) | (input->even_lines ? 16 : 0)
                | (input->tail != NULL ? 32 : 0));
  mix_double (key, style->size);
  mix_double (key, style->first_indent);
  mix_double (key, input->width);
  mix_text (key, input->language);
  mix (key, input->n_runs);
  for (guint i = 0; i < input->n_runs; i++)
    mix_run (key, &input->runs[i]);
  if (input->tail != NULL)
    mix_run (key, input->tail);
}

/* ---- Lines to places ---- */

/* A word (even index) or the space after it (odd) in a line of mixed direction. */
typedef struct
{
  guint index;
  guint8 level;
} Atom;

static void
reverse (Atom *atoms, guint from, guint to)
{
  while (from + 1 < to)
    {
      Atom swap = atoms[from];

      atoms[from++] = atoms[--to];
      atoms[to] = swap;
    }
}

/* Rule L2 of the Unicode bidirectional algorithm (UAX #9). */
static void
reorder (Atom *atoms, guint n)
{
  guint8 highest = 0;

  for (guint i = 0; i < n; i++)
    highest = MAX (highest, atoms[i].level);
  for (guint8 level = highest; level > 0; level--)
    for (guint i = 0, from; i < n; i++)
      {
        for (from = i; i < n && atoms[i].level >= level; i++)
          ;
        reverse (atoms, from, i);
      }
}

static float
item_width (const PlyPara *self, const PlyLine *line, const PlyItem *item)
{
  float width = item->word->width;

  if (item->flags & PLY_ITEM_HYPHEN)
    width += self->runs[item->run].voice->hyphen->width;
  return width * line->glyphs;
}

static void
add_spot (const PlyItem *item, gboolean is_space, float width, float *x, GArray *spots)
{
  PlySpot spot = { item, *x, width, is_space };

  g_array_append_val (spots, spot);
  *x += width;
}

static void
place_mixed (const PlyPara *self, const PlyLine *line, GArray *spots)
{
  g_autofree Atom *atoms = g_new (Atom, line->n_items * 2);
  const PlyItem *items = self->items + line->first_item;
  float x = line->x;
  guint n = 0;

  for (guint i = 0; i < line->n_items; i++)
    {
      gboolean last = i + 1 == line->n_items;

      atoms[n++] = (Atom) { 2 * i, items[i].level };
      if (items[i].flags & PLY_ITEM_SPACE && !last)
        atoms[n++] = (Atom) { 2 * i + 1, MIN (items[i].level, items[i + 1].level) };
    }
  reorder (atoms, n);
  for (guint i = 0; i < n; i++)
    {
      const PlyItem *item = &items[atoms[i].index / 2];
      gboolean is_space = atoms[i].index & 1;

      if (item->flags & PLY_ITEM_TAB)
        x = self->width - item->word->width;
      add_spot (item, is_space,
                is_space ? item->space * line->scale : item_width (self, line, item), &x, spots);
    }
}

static void
place_plain (const PlyPara *self, const PlyLine *line, GArray *spots)
{
  float x = line->x;

  for (guint i = 0; i < line->n_items; i++)
    {
      const PlyItem *item = &self->items[line->first_item + i];

      if (item->flags & PLY_ITEM_TAB)
        x = self->width - item->word->width;
      add_spot (item, FALSE, item_width (self, line, item), &x, spots);
      if (item->flags & PLY_ITEM_SPACE)
        add_spot (item, TRUE, item->space * line->scale, &x, spots);
    }
}

void
ply_para_place_line (const PlyPara *self, guint line, GArray *spots)
{
  g_array_set_size (spots, 0);
  if (self->mixed)
    place_mixed (self, &self->lines[line], spots);
  else
    place_plain (self, &self->lines[line], spots);
}

gboolean
ply_para_get_leader (const PlyPara *self, float *from, float *to)
{
  const PlyLine *line;
  const PlyItem *tab;

  if (self->n_lines == 0)
    return FALSE;
  line = &self->lines[self->n_lines - 1];
  tab = &self->items[line->first_item + line->n_items - 1];
  if (line->n_items == 0 || !(tab->flags & PLY_ITEM_TAB))
    return FALSE;
  *from = line->x + line->width + LEADER_GAP;
  *to = self->width - tab->word->width - LEADER_GAP;
  return *to > *from;
}
