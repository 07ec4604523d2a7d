/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pages.h"

/* ---- Pages: as much of the flow on each as belongs there ---- */

void
ply_page_free (PlyPage *self)
{
  g_array_unref (self->placed);
  g_hash_table_unref (self->first_marks);
  g_hash_table_unref (self->last_marks);
  g_free (self);
}

static GHashTable *
copy_marks (GHashTable *marks)
{
  GHashTable *copy = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name;
  gpointer text;

  g_hash_table_iter_init (&iter, marks);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_hash_table_insert (copy, name, text);
  return copy;
}

static void
start_page (PlyPager *self)
{
  const PlyPageSetup *setup = self->setup;
  PlyPage *page = g_new0 (PlyPage, 1);
  gboolean is_left = self->pages->len % 2 == 1;

  page->placed = g_array_new (FALSE, TRUE, sizeof (PlyPlaced));
  page->first_marks = copy_marks (self->marks);
  page->last_marks = copy_marks (self->marks);
  g_ptr_array_add (self->pages, page);
  self->page = page;
  self->left = setup->mirrored && is_left ? setup->outer : setup->inner;
}

/* The page after a break; a blank one before it when it must be a right or a left one. */
static void
obey_break (PlyPager *self, const PlyPiece *piece)
{
  guint next = self->pages->len + 1;
  gboolean wants_odd = piece->block->break_kind == PLY_BREAK_RECTO;

  if (piece->block->break_kind == PLY_BREAK_PAGE || (next % 2 == 1) == wants_odd)
    return;
  start_page (self);
  self->page->blank = TRUE;
}

/* Heads of the table that goes on at the top of this page. */
static guint
repeat_heads (PlyPager *self, PlyFlow *flow, guint next)
{
  const PlyPiece *piece = ply_flow_piece (flow, next);
  const PlyTableSpan *table;

  if (piece->table < 0)
    return 0;
  table = &g_array_index (flow->tables, PlyTableSpan, piece->table);
  if (next < table->body || table->head_steps == 0)
    return 0;
  ply_pager_place (self, flow, table->first, table->body, 0, 0, 0, TRUE);
  return table->head_steps;
}

/* Where the flow has got to. */
typedef struct
{
  PlyFlow *flow;
  guint next;   /* piece */
  guint column; /* piece within the columns that @next is */
} Cursor;

static gboolean
ends_page (PlyFlow *flow, const PlyFit *fit)
{
  return fit->end >= flow->pieces->len || ply_flow_piece (flow, fit->end)->kind == PLY_PIECE_BREAK;
}

/* Columns from @step on; TRUE when they end on this page. */
static gboolean
fill_columns (PlyPager *self, Cursor *cursor, guint *step)
{
  const PlyPiece *piece = ply_flow_piece (cursor->flow, cursor->next);
  guint used = 0;

  if (cursor->column == 0)
    ply_pager_place (self, cursor->flow, cursor->next, cursor->next + 1, 0, *step, 0, FALSE);
  if (!ply_pager_place_columns (self, piece, &cursor->column, *step,
                                self->builder->page_steps - *step, &used))
    return FALSE;
  *step += used;
  cursor->column = 0;
  cursor->next++;
  return TRUE;
}

/* One page's worth; leaves the cursor on what comes next. */
static void
fill_page (PlyPager *self, Cursor *cursor)
{
  guint height = self->builder->page_steps;
  guint step = repeat_heads (self, cursor->flow, cursor->next);
  gboolean at_top = TRUE;

  while (cursor->next < cursor->flow->pieces->len && step <= height)
    {
      const PlyPiece *piece = ply_flow_piece (cursor->flow, cursor->next);
      PlyFit fit;

      if (piece->kind == PLY_PIECE_COLUMNS)
        {
          if ((!at_top && step + ply_piece_least_steps (piece) > height)
              || !fill_columns (self, cursor, &step))
            return;
          at_top = FALSE;
          continue;
        }
      fit = ply_flow_fit (cursor->flow, cursor->next, height - step, at_top);
      ply_pager_place (
          self, cursor->flow, fit.first, fit.end, 0, step,
          ends_page (cursor->flow, &fit) ? MAX (height, step + fit.used) - step - fit.used : 0,
          FALSE);
      step += fit.used;
      cursor->next = fit.end;
      at_top = FALSE;
      if (fit.full || ends_page (cursor->flow, &fit))
        return;
    }
}

gboolean
ply_pager_run (PlyPager *self, PlyFlow *flow, PlyProgressFunc progress, gpointer data,
               GError **error)
{
  Cursor cursor = { .flow = flow };

  do
    {
      if (g_cancellable_set_error_if_cancelled (self->builder->cancellable, error))
        return FALSE;
      start_page (self);
      if (flow->pieces->len == 0)
        break;
      fill_page (self, &cursor);
      if (cursor.next < flow->pieces->len
          && ply_flow_piece (flow, cursor.next)->kind == PLY_PIECE_BREAK)
        obey_break (self, ply_flow_piece (flow, cursor.next++));
      if (progress != NULL)
        progress (cursor.next / (double) flow->pieces->len, data);
    }
  while (cursor.next < flow->pieces->len);
  return TRUE;
}
