/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-flow.h"

/* ---- From the tree to a flow ---- */

#define HYPHEN_AT_FOOT 60 /* price of ending a page within a word */

G_DEFINE_QUARK (ply_typeset_error, ply_typeset_error)

void
ply_builder_warn (PlyBuilder *self, PlyBlock *block, const char *format, ...)
{
  PlyLayoutWarning *warning;
  const char *field;
  va_list args;

  if (self->quiet)
    return;
  warning = g_new0 (PlyLayoutWarning, 1);
  va_start (args, format);
  warning->message = g_strdup_vprintf (format, args);
  va_end (args);
  warning->record = ply_block_find_record (block, &field);
  warning->page = -1;
  g_ptr_array_add (self->warnings, warning);
}

int
ply_builder_add_element (PlyBuilder *self, PlyTag tag, int parent, PlyBlock *block)
{
  PlyElement element = { .tag = tag, .parent = parent };

  if (block != NULL)
    {
      element.language = block->language;
      element.alt = block->alt;
    }
  g_array_append_val (self->elements, element);
  return self->elements->len - 1;
}

/* ---- Paragraphs ---- */

static guint
price_line (const PlyText *text, guint line)
{
  const PlyPara *para = text->para;
  const PlyLine *at = &para->lines[line];
  guint n = para->n_lines;

  if (line + 1 == n)
    return text->style->keep_with_next ? PLY_PENALTY_NEVER : 0;
  if (line + 1 < text->style->orphans || n - line - 1 < text->style->widows
      || text->style->keep_together || text->block->keep_together || text->block->is_heading)
    return PLY_PENALTY_NEVER;
  if (at->n_items > 0 && para->items[at->first_item + at->n_items - 1].flags & PLY_ITEM_HYPHEN)
    return HYPHEN_AT_FOOT;
  return 0;
}

static void
add_lines (PlyFlow *flow, PlyText *text)
{
  guint leading = MAX (text->style->leading, 1);

  for (guint i = 0; i < text->para->n_lines; i++)
    ply_flow_add (flow, (PlyPiece) { .kind = PLY_PIECE_LINE,
                                     .steps = leading,
                                     .drop = leading,
                                     .line = i,
                                     .penalty = price_line (text, i),
                                     .x = text->x,
                                     .width = text->para->width,
                                     .text = text });
}

static void
add_paragraph (PlyBuilder *self, PlyFlow *flow, PlyBlock *block, double x, double width, int parent)
{
  PlyText *text = ply_builder_set_text (self, block, x, width, parent);

  if (text == NULL)
    return;
  ply_flow_need_space (flow, text->style->space_before);
  add_lines (flow, text);
  ply_flow_need_space (flow, text->style->space_after);
}

/* ---- Hanging labels: entries and list items ---- */

/* What was noted of pieces from @at on moves on by @n: only the last of each list can be concerned.
 */
static void
shift_notes (PlyFlow *flow, guint at, guint n)
{
  for (guint i = flow->events->len; i-- > 0;)
    {
      PlyFlowEvent *event = &g_array_index (flow->events, PlyFlowEvent, i);

      if (event->piece <= at)
        break;
      event->piece += n;
    }
  for (guint i = flow->bars->len; i-- > 0;)
    {
      PlyBar *bar = &g_array_index (flow->bars, PlyBar, i);

      if (bar->first < at)
        break;
      bar->first += n;
      bar->last += n;
    }
  for (guint i = flow->tables->len; i-- > 0;)
    {
      PlyTableSpan *table = &g_array_index (flow->tables, PlyTableSpan, i);

      if (table->end <= at)
        break;
      table->first += n;
      table->body += n;
      table->end += n;
    }
}

/* Moves the pieces of a label before piece @at, on the baselines of what follows it. */
static void
hang_label (PlyFlow *flow, guint at, PlyText *label)
{
  const PlyPiece *body = ply_flow_piece (flow, at);
  guint leading = MAX (label->style->leading, 1);
  guint drop = body->kind == PLY_PIECE_LINE ? body->drop : leading;
  guint n = label->para->n_lines;

  for (guint i = 0; i < n; i++)
    {
      PlyPiece line = { .kind = PLY_PIECE_LINE,
                        .drop = drop + i * leading,
                        .line = i,
                        .penalty = PLY_PENALTY_NEVER,
                        .x = label->x,
                        .width = label->para->width,
                        .table = -1,
                        .text = label };

      g_array_insert_val (flow->pieces, at + i, line);
    }
  shift_notes (flow, at, n);
}

/* A label longer than its body makes room below it, and keeps what stands beside it together. */
static void
make_room (PlyFlow *flow, guint first, PlyText *label)
{
  guint have = ply_flow_count_steps (flow, first, flow->pieces->len);
  guint need = 0;
  guint end;

  for (guint i = first; i < flow->pieces->len && ply_flow_piece (flow, i)->text == label; i++)
    need = ply_flow_piece (flow, i)->drop;
  if (need > have)
    ply_flow_add (flow, (PlyPiece) { .kind = PLY_PIECE_SPACE, .hard = TRUE, .steps = need - have });
  for (end = first, have = 0; end < flow->pieces->len && have < need; end++)
    have += ply_flow_piece (flow, end)->steps;
  ply_flow_keep (flow, first, end, PLY_PENALTY_NEVER);
}

static guint
skip_space (PlyFlow *flow, guint first)
{
  while (first < flow->pieces->len && ply_flow_piece (flow, first)->kind == PLY_PIECE_SPACE
         && !ply_flow_piece (flow, first)->hard)
    first++;
  return first;
}

/* Bars are noted in the order of their first pieces: a place is kept before the body is built. */
static guint
reserve_bar (PlyFlow *flow, PlyBlock *block, double x)
{
  PlyBar bar = { .first = flow->pieces->len,
                 .last = flow->pieces->len,
                 .x = x + block->hang - block->bar_gap - block->bar_width,
                 .colour = block->colour };

  g_array_append_val (flow->bars, bar);
  return flow->bars->len - 1;
}

static void
finish_bar (PlyFlow *flow, guint index, PlyBlock *block, guint first)
{
  PlyBar *bar = &g_array_index (flow->bars, PlyBar, index);

  bar->first = first;
  bar->last = flow->pieces->len - 1;
  bar->width = block->bar_width;
}

static void
add_hanging (PlyBuilder *self, PlyFlow *flow, PlyBlock *block, double x, double width, int parent,
             int body_parent)
{
  double room = block->hang - (block->bar_width > 0 ? block->bar_width + 2 * block->bar_gap : 2);
  PlyText *label = NULL;
  guint first = flow->pieces->len;
  guint bar = reserve_bar (flow, block, x);

  if (block->label != NULL)
    label = ply_builder_set_text (self, block->label, x, room, parent);
  ply_builder_add_blocks (self, flow, block->first, x + block->hang, width - block->hang,
                          body_parent);
  first = skip_space (flow, first);
  if (first >= flow->pieces->len && label != NULL)
    {
      add_lines (flow, label);
      first = skip_space (flow, first);
    }
  else if (label != NULL)
    {
      hang_label (flow, first, label);
      make_room (flow, first, label);
    }
  if (first < flow->pieces->len)
    finish_bar (flow, bar, block, first);
}

static gboolean
is_numbered (PlyBlock *list)
{
  const PlyBlock *label = list->first != NULL ? list->first->label : NULL;

  return label != NULL && label->runs != NULL
         && g_ascii_isdigit (*g_array_index (label->runs, PlyRun, 0).text);
}

static void
add_list (PlyBuilder *self, PlyFlow *flow, PlyBlock *list, double x, double width, int parent)
{
  int element = ply_builder_add_element (self, PLY_TAG_LIST, parent, list);

  g_array_index (self->elements, PlyElement, element).attributes =
      is_numbered (list) ? "/O /List /ListNumbering /Decimal" : "/O /List /ListNumbering /Disc";
  for (PlyBlock *item = list->first; item != NULL; item = item->next)
    {
      int row = ply_builder_add_element (self, PLY_TAG_ITEM, element, item);
      int body = ply_builder_add_element (self, PLY_TAG_ITEM_BODY, row, NULL);

      add_hanging (self, flow, item, x, width, row, body);
    }
}

/* ---- Columns, rules, breaks ---- */

static void
add_columns (PlyBuilder *self, PlyFlow *flow, PlyBlock *block, double x, double width, int parent)
{
  double column = (width - block->hang * (block->n_columns - 1)) / block->n_columns;
  PlyFlow *columns = ply_flow_new ();
  PlyPiece piece = {
    .kind = PLY_PIECE_COLUMNS, .x = x, .width = column, .columns = columns, .block = block
  };

  if (column < 1 && self->error == NULL)
    g_set_error (&self->error, PLY_TYPESET_ERROR, PLY_TYPESET_ERROR_SETUP,
                 "%u columns with gaps of %g pt do not fit into %g pt. Choose fewer columns, a "
                 "larger paper or smaller margins.",
                 block->n_columns, block->hang, width);
  ply_builder_add_blocks (self, columns, block->first, 0, MAX (column, 1), parent);
  g_ptr_array_add (flow->flows, columns);
  if (columns->pieces->len > 0)
    ply_flow_add (flow, piece);
}

static void
add_plain_piece (PlyFlow *flow, PlyBlock *block, double x, double width)
{
  PlyPiece piece = { .x = x, .width = width, .block = block };

  switch (block->kind)
    {
    case PLY_BLOCK_BREAK:
      piece.kind = PLY_PIECE_BREAK;
      break;
    case PLY_BLOCK_SPACE:
      piece.kind = PLY_PIECE_SPACE;
      piece.hard = TRUE;
      piece.steps = block->steps;
      break;
    case PLY_BLOCK_FILL:
      piece.kind = PLY_PIECE_FILL;
      piece.penalty = PLY_PENALTY_NEVER;
      break;
    default:
      piece.kind = PLY_PIECE_RULE;
      piece.steps = 1;
      break;
    }
  ply_flow_add (flow, piece);
}

/* ---- Any block ---- */

static void
add_inside (PlyBuilder *self, PlyFlow *flow, PlyBlock *block, double x, double width, int parent)
{
  switch (block->kind)
    {
    case PLY_BLOCK_PARAGRAPH:
      add_paragraph (self, flow, block, x, width, parent);
      break;
    case PLY_BLOCK_GROUP:
      if (block->is_section)
        parent = ply_builder_add_element (self, PLY_TAG_SECTION, parent, block);
      ply_builder_add_blocks (self, flow, block->first, x, width, parent);
      break;
    case PLY_BLOCK_CONTENTS:
      parent = ply_builder_add_element (self, PLY_TAG_CONTENTS, parent, block);
      ply_builder_add_blocks (self, flow, block->first, x, width, parent);
      break;
    case PLY_BLOCK_ENTRY:
      add_hanging (self, flow, block, x, width, parent, parent);
      break;
    case PLY_BLOCK_LIST:
      add_list (self, flow, block, x, width, parent);
      break;
    case PLY_BLOCK_COLUMNS:
      add_columns (self, flow, block, x, width, parent);
      break;
    case PLY_BLOCK_TABLE:
      ply_builder_add_table (self, flow, block, x, width, parent);
      break;
    case PLY_BLOCK_IMAGE:
      ply_builder_add_image (self, flow, block, x, width, parent);
      break;
    default:
      add_plain_piece (flow, block, x, width);
      break;
    }
}

static void
add_block (PlyBuilder *self, PlyFlow *flow, PlyBlock *block, double x, double width, int parent)
{
  guint first = flow->pieces->len;

  ply_flow_need_space (flow, block->space_before);
  if (block->anchor != NULL || block->marks != NULL || block->bare_page)
    g_ptr_array_add (flow->waiting, block);
  add_inside (self, flow, block, x, width, parent);
  ply_flow_need_space (flow, block->space_after);
  if (flow->pieces->len == first)
    return;
  first = skip_space (flow, first);
  if (block->keep_together && block->kind != PLY_BLOCK_PARAGRAPH
      && ply_flow_count_steps (flow, first, flow->pieces->len) <= self->page_steps)
    ply_flow_keep (flow, first, flow->pieces->len, PLY_PENALTY_KEEP);
  if (block->keep_with_next)
    ply_flow_piece (flow, flow->pieces->len - 1)->penalty = PLY_PENALTY_NEVER;
}

void
ply_builder_add_blocks (PlyBuilder *self, PlyFlow *flow, PlyBlock *first, double x, double width,
                        int parent)
{
  for (PlyBlock *block = first; block != NULL && self->error == NULL; block = block->next)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
        return;
      add_block (self, flow, block, x, width, parent);
    }
}

/* ---- The document ---- */

static void
collect_anchors (PlyBuilder *self, PlyBlock *block)
{
  if (block->anchor != NULL)
    {
      if (g_hash_table_contains (self->anchors, block->anchor))
        ply_builder_warn (self, block, "The anchor “%s” is there twice; the first counts.",
                          block->anchor);
      else
        g_hash_table_insert (self->anchors, block->anchor, block);
    }
  for (PlyBlock *child = block->first; child != NULL; child = child->next)
    collect_anchors (self, child);
}

/* The fonts that are not installed, once each. */
static void
check_fonts (PlyBuilder *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer style;

  g_hash_table_iter_init (&iter, self->document->styles);
  while (g_hash_table_iter_next (&iter, NULL, &style))
    {
      const PlyVoice *voice = ply_shaper_get_voice (self->shaper, style, NULL, NULL);

      if (voice->substituted && g_hash_table_add (seen, (gpointer) voice->family))
        ply_builder_warn (
            self, NULL,
            "The font “%s” is not installed or cannot be put into a PDF; another is used "
            "instead.",
            voice->family);
    }
}

static gboolean
check_styles (PlyBuilder *self, GError **error)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, self->document->styles);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const PlyStyle *style = value;

      if (style->family != NULL && style->size >= 1 && style->size <= 1000)
        continue;
      g_set_error (error, PLY_TYPESET_ERROR, PLY_TYPESET_ERROR_STYLE,
                   "The style “%s” is impossible: it needs a font family and a size from 1 to "
                   "1000 pt.",
                   (const char *) name);
      return FALSE;
    }
  return TRUE;
}

PlyFlow *
ply_builder_run (PlyBuilder *self, GError **error)
{
  const PlyPageSetup *setup = &self->document->setup;
  double width = setup->width - setup->inner - setup->outer;
  PlyFlow *flow;
  int root;

  if (!check_styles (self, error))
    return NULL;
  collect_anchors (self, self->document->body);
  check_fonts (self);
  flow = ply_flow_new ();
  root = ply_builder_add_element (self, PLY_TAG_DOCUMENT, PLY_ARTIFACT, NULL);
  add_block (self, flow, self->document->body, 0, width, root);
  if (self->error == NULL)
    return flow;
  g_propagate_error (error, g_steal_pointer (&self->error));
  ply_flow_free (flow);
  return NULL;
}
