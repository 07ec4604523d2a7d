/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-layout-private.h"

/* ---- What may be asked of a layout ---- */

static void
add_box (PlyLayout *self, guint page, double x, double y, double width, double height,
         const char *record, const char *field)
{
  PlyBox box = { page, x, y, width, height, record, field };

  g_array_append_val (self->boxes, box);
}

static gboolean
has_run_origins (const PlyText *text)
{
  for (guint i = 0; text->block->runs != NULL && i < text->block->runs->len; i++)
    if (g_array_index (text->block->runs, PlyRun, i).record != NULL)
      return TRUE;
  return FALSE;
}

static const PlyRun *
run_of (const PlyText *text, guint index)
{
  if (text->parts != NULL)
    return g_array_index (text->parts, PlyPart, index).run;
  return &g_array_index (text->block->runs, PlyRun, index);
}

/* A box for each stretch of a line with an origin of its own. */
static void
add_run_boxes (PlyLayout *self, guint page, const PlyPlaced *placed, GArray *spots)
{
  for (guint line = 0; line < placed->n_lines; line++)
    {
      double top = placed->y + line * placed->height - 0.75 * placed->height;
      const PlyRun *previous = NULL;

      ply_para_place_line (placed->text->para, placed->first_line + line, spots);
      for (guint i = 0; i < spots->len; i++)
        {
          const PlySpot *spot = &g_array_index (spots, PlySpot, i);
          const PlyRun *run =
              run_of (placed->text, spot->is_space ? spot->item->space_run : spot->item->run);

          if (run == NULL || run->record == NULL)
            {
              previous = NULL;
              continue;
            }
          if (run == previous)
            {
              PlyBox *box = &g_array_index (self->boxes, PlyBox, self->boxes->len - 1);

              box->width = placed->x + spot->x + spot->width - box->x;
            }
          else
            add_box (self, page, placed->x + spot->x, top, spot->width, placed->height, run->record,
                     run->field);
          previous = run;
        }
    }
}

static void
collect_boxes (PlyLayout *self, guint page, GArray *spots)
{
  const PlyPage *at = self->pages->pdata[page];

  for (guint i = 0; i < at->placed->len; i++)
    {
      const PlyPlaced *placed = &g_array_index (at->placed, PlyPlaced, i);
      const char *field;
      const char *record;

      if (placed->kind == PLY_PLACED_BAR)
        continue;
      record = ply_block_find_record (
          placed->kind == PLY_PLACED_TEXT ? placed->text->block : placed->block, &field);
      if (record != NULL && placed->kind == PLY_PLACED_TEXT)
        add_box (self, page, placed->x, placed->y - 0.75 * placed->height, placed->width,
                 placed->height * placed->n_lines, record, field);
      else if (record != NULL)
        add_box (self, page, placed->x, placed->y, placed->width, placed->height, record, field);
      if (placed->kind == PLY_PLACED_TEXT && has_run_origins (placed->text))
        add_run_boxes (self, page, placed, spots);
    }
}

static void
collect_missing (PlyLayout *self, const PlyText *text)
{
  const PlyPara *para = text->para;

  for (guint i = 0; i < para->n_items; i++)
    {
      const PlyItem *item = &para->items[i];

      for (guint m = 0; m < item->word->n_missing; m++)
        {
          PlyMissingGlyph missing = { item->word->missing[m], item->word->text };
          const PlyRun *run = run_of (text, item->run);

          missing.record = ply_block_find_record (text->block, &missing.field);
          if (run != NULL && run->record != NULL)
            {
              missing.record = run->record;
              missing.field = run->field;
            }
          g_array_append_val (self->missing, missing);
        }
    }
}

void
ply_layout_collect (PlyLayout *self)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (PlySpot));

  for (guint i = 0; i < self->pages->len; i++)
    collect_boxes (self, i, spots);
  for (guint i = 0; i < self->texts->len; i++)
    {
      const PlyText *text = self->texts->pdata[i];

      if (text->para->n_missing > 0)
        collect_missing (self, text);
    }
  for (guint i = 0; i < self->warnings->len; i++)
    g_array_append_vals (self->warning_list, self->warnings->pdata[i], 1);
}

/* ---- Public ---- */

guint
ply_layout_get_n_pages (PlyLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->pages->len;
}

void
ply_layout_get_page_size (PlyLayout *self, guint page, double *width, double *height)
{
  g_return_if_fail (self != NULL && page < self->pages->len);
  *width = self->document->setup.width;
  *height = self->document->setup.height;
}

int
ply_layout_get_anchor_page (PlyLayout *self, const char *anchor)
{
  g_return_val_if_fail (self != NULL && anchor != NULL, -1);
  return GPOINTER_TO_INT (g_hash_table_lookup (self->anchor_pages, anchor)) - 1;
}

static guint64
mix (guint64 hash, guint64 value)
{
  hash = (hash ^ value) * 0x9e3779b97f4a7c15;
  return hash ^ (hash >> 31);
}

static guint64
mix_place (guint64 hash, double x, double y)
{
  return mix (mix (hash, (guint64) (x * 64)), (guint64) (y * 64));
}

guint64
ply_layout_get_page_hash (PlyLayout *self, guint page)
{
  guint64 hash = 0x452821e638d01377;
  const PlyPage *at;

  g_return_val_if_fail (self != NULL && page < self->pages->len, 0);

  at = self->pages->pdata[page];
  hash = mix_place (hash, self->document->setup.width, self->document->setup.height);
  for (guint i = 0; i < at->placed->len; i++)
    {
      const PlyPlaced *placed = &g_array_index (at->placed, PlyPlaced, i);

      hash = mix_place (hash, placed->x, placed->y);
      hash = mix (hash, placed->colour ^ ((guint64) placed->kind << 40));
      if (placed->kind == PLY_PLACED_TEXT)
        {
          hash = mix (hash, placed->text->para->key[0]);
          hash = mix (hash, placed->text->para->key[1]);
          hash = mix (hash, ((guint64) placed->first_line << 32) | placed->n_lines);
        }
      else
        hash = mix_place (hash, placed->width, placed->height);
      if (placed->kind == PLY_PLACED_IMAGE)
        hash = mix (hash, g_bytes_hash (placed->block->image));
    }
  return hash;
}

const PlyBox *
ply_layout_get_boxes (PlyLayout *self, guint *n_boxes)
{
  g_return_val_if_fail (self != NULL && n_boxes != NULL, NULL);
  *n_boxes = self->boxes->len;
  return (const PlyBox *) self->boxes->data;
}

GArray *
ply_layout_find_boxes (PlyLayout *self, const char *record, const char *field)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PlyBox));

  g_return_val_if_fail (self != NULL && record != NULL, found);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const PlyBox *box = &g_array_index (self->boxes, PlyBox, i);

      if (g_str_equal (box->record, record)
          && (field == NULL || g_strcmp0 (box->field, field) == 0))
        g_array_append_vals (found, box, 1);
    }
  return found;
}

gboolean
ply_layout_hit (PlyLayout *self, guint page, double x, double y, PlyBox *box)
{
  const PlyBox *best = NULL;

  g_return_val_if_fail (self != NULL && box != NULL, FALSE);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const PlyBox *at = &g_array_index (self->boxes, PlyBox, i);

      if (at->page == page && x >= at->x && x < at->x + at->width && y >= at->y
          && y < at->y + at->height
          && (best == NULL || at->width * at->height < best->width * best->height))
        best = at;
    }
  if (best != NULL)
    *box = *best;
  return best != NULL;
}

const PlyMissingGlyph *
ply_layout_get_missing (PlyLayout *self, guint *n_missing)
{
  g_return_val_if_fail (self != NULL && n_missing != NULL, NULL);
  *n_missing = self->missing->len;
  return (const PlyMissingGlyph *) self->missing->data;
}

const PlyLayoutWarning *
ply_layout_get_warnings (PlyLayout *self, guint *n_warnings)
{
  g_return_val_if_fail (self != NULL && n_warnings != NULL, NULL);
  *n_warnings = self->warning_list->len;
  return (const PlyLayoutWarning *) self->warning_list->data;
}
