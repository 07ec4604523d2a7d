/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-content-private.h"

/* ---- Blocks: making, joining and freeing the tree ---- */

static void
mark_clear (gpointer data)
{
  PlyMark *mark = data;

  g_free (mark->name);
  g_free (mark->text);
}

static PlyBlock *
block_new (PlyBlockKind kind)
{
  PlyBlock *self = g_new0 (PlyBlock, 1);

  self->kind = kind;
  return self;
}

static gboolean
is_container (PlyBlock *self)
{
  return self->kind == PLY_BLOCK_GROUP || self->kind == PLY_BLOCK_ENTRY
         || self->kind == PLY_BLOCK_COLUMNS || self->kind == PLY_BLOCK_LIST_ITEM
         || self->kind == PLY_BLOCK_CELL;
}

static PlyBlock *
adopt (PlyBlock *self, PlyBlock *child)
{
  g_return_val_if_fail (child->parent == NULL, child);

  child->parent = self;
  if (self->last != NULL)
    self->last->next = child;
  else
    self->first = child;
  self->last = child;
  return child;
}

static void
adopt_label (PlyBlock *self, PlyBlock *label)
{
  if (label != NULL)
    label->parent = self;
  self->label = label;
}

static void
free_children (PlyBlock *self)
{
  PlyBlock *child = self->first;

  while (child != NULL)
    {
      PlyBlock *next = child->next;

      ply_block_free (child);
      child = next;
    }
}

void
ply_block_free (PlyBlock *self)
{
  if (self == NULL)
    return;
  free_children (self);
  g_clear_pointer (&self->label, ply_block_free);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->image, g_bytes_unref);
  g_free (self->columns);
  g_free (self->record);
  g_free (self->field);
  g_free (self->language);
  g_free (self->anchor);
  g_free (self->style);
  g_free (self->target);
  g_free (self->alt);
  g_free (self);
}

const char *
ply_block_find_language (PlyBlock *self)
{
  for (; self != NULL; self = self->parent)
    if (self->language != NULL)
      return self->language;
  return NULL;
}

const char *
ply_block_find_record (PlyBlock *self, const char **field)
{
  for (; self != NULL; self = self->parent)
    if (self->record != NULL)
      {
        *field = self->field;
        return self->record;
      }
  *field = NULL;
  return NULL;
}

/* ---- Any block ---- */

PlyBlock *
ply_block_append (PlyBlock *self, PlyBlock *child)
{
  g_return_val_if_fail (self != NULL && child != NULL && is_container (self), child);
  return adopt (self, child);
}

void
ply_block_set_origin (PlyBlock *self, const char *record, const char *field)
{
  g_return_if_fail (self != NULL);
  g_set_str (&self->record, record);
  g_set_str (&self->field, field);
}

void
ply_block_set_language (PlyBlock *self, const char *language)
{
  g_return_if_fail (self != NULL);
  g_set_str (&self->language, language);
}

void
ply_block_set_anchor (PlyBlock *self, const char *anchor)
{
  g_return_if_fail (self != NULL);
  g_set_str (&self->anchor, anchor);
}

void
ply_block_set_mark (PlyBlock *self, const char *name, const char *text)
{
  PlyMark mark;

  g_return_if_fail (self != NULL && name != NULL);

  if (self->marks == NULL)
    {
      self->marks = g_array_new (FALSE, FALSE, sizeof (PlyMark));
      g_array_set_clear_func (self->marks, mark_clear);
    }
  mark.name = g_strdup (name);
  mark.text = g_strdup (text != NULL ? text : "");
  g_array_append_val (self->marks, mark);
}

void
ply_block_set_keep_together (PlyBlock *self, gboolean keep)
{
  g_return_if_fail (self != NULL);
  self->keep_together = keep;
}

void
ply_block_set_keep_with_next (PlyBlock *self, gboolean keep)
{
  g_return_if_fail (self != NULL);
  self->keep_with_next = keep;
}

void
ply_block_set_space (PlyBlock *self, guint before, guint after)
{
  g_return_if_fail (self != NULL);
  self->space_before = before;
  self->space_after = after;
}

void
ply_block_set_bare_page (PlyBlock *self, gboolean bare)
{
  g_return_if_fail (self != NULL);
  self->bare_page = bare;
}

/* ---- Paragraphs (their text is in ply-run.c) ---- */

PlyBlock *
ply_paragraph_new (const char *style)
{
  PlyBlock *self = block_new (PLY_BLOCK_PARAGRAPH);

  self->style = g_strdup (style != NULL ? style : "default");
  return self;
}

PlyBlock *
ply_paragraph_new_text (const char *style, const char *text)
{
  PlyBlock *self = ply_paragraph_new (style);

  ply_block_add_text (self, text, NULL);
  return self;
}

void
ply_paragraph_set_role (PlyBlock *self, PlyRole role)
{
  g_return_if_fail (self != NULL && self->kind == PLY_BLOCK_PARAGRAPH);
  self->role = role;
}

PlyBlock *
ply_heading_new (const char *style, guint level, const char *anchor)
{
  PlyBlock *self = ply_paragraph_new (style);

  self->is_heading = TRUE;
  self->level = CLAMP (level, 1, 6);
  self->anchor = g_strdup (anchor);
  self->keep_with_next = TRUE;
  return self;
}

/* ---- Groups, entries, columns, lists, contents ---- */

PlyBlock *
ply_group_new (gboolean section)
{
  PlyBlock *self = block_new (PLY_BLOCK_GROUP);

  self->is_section = section;
  return self;
}

PlyBlock *
ply_entry_new (double hang, PlyBlock *label)
{
  PlyBlock *self = block_new (PLY_BLOCK_ENTRY);

  self->hang = hang;
  adopt_label (self, label);
  return self;
}

void
ply_entry_set_bar (PlyBlock *self, guint32 colour, double width, double gap)
{
  g_return_if_fail (self != NULL && self->kind == PLY_BLOCK_ENTRY);
  self->colour = colour;
  self->bar_width = width;
  self->bar_gap = gap;
}

PlyBlock *
ply_columns_new (guint n_columns, double gap)
{
  PlyBlock *self = block_new (PLY_BLOCK_COLUMNS);

  self->n_columns = MAX (n_columns, 1);
  self->hang = gap;
  return self;
}

PlyBlock *
ply_list_new (double indent)
{
  PlyBlock *self = block_new (PLY_BLOCK_LIST);

  self->hang = indent;
  return self;
}

PlyBlock *
ply_list_add_item (PlyBlock *self, const char *style, const char *label)
{
  PlyBlock *item;

  g_return_val_if_fail (self != NULL && self->kind == PLY_BLOCK_LIST, NULL);

  item = block_new (PLY_BLOCK_LIST_ITEM);
  item->hang = self->hang;
  adopt_label (item, ply_paragraph_new_text (style, label));
  return adopt (self, item);
}

PlyBlock *
ply_contents_new (void)
{
  return block_new (PLY_BLOCK_CONTENTS);
}

PlyBlock *
ply_contents_add (PlyBlock *self, const char *style, guint level, const char *anchor)
{
  PlyBlock *line;

  g_return_val_if_fail (self != NULL && self->kind == PLY_BLOCK_CONTENTS, NULL);
  g_return_val_if_fail (anchor != NULL, NULL);

  line = ply_paragraph_new (style);
  line->level = MAX (level, 1);
  line->target = g_strdup (anchor);
  return adopt (self, line);
}

/* ---- Tables ---- */

PlyBlock *
ply_table_new (const PlyTableColumn *columns, guint n_columns)
{
  PlyBlock *self;

  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  self = block_new (PLY_BLOCK_TABLE);
  self->columns = g_memdup2 (columns, sizeof *columns * n_columns);
  self->n_columns = n_columns;
  self->hang = 8;
  return self;
}

void
ply_table_set_look (PlyBlock *self, double gap, guint padding, double rule, guint32 colour)
{
  g_return_if_fail (self != NULL && self->kind == PLY_BLOCK_TABLE);
  self->hang = gap;
  self->padding = padding;
  self->thickness = rule;
  self->colour = colour;
}

PlyBlock *
ply_table_add_row (PlyBlock *self, gboolean head)
{
  PlyBlock *row;

  g_return_val_if_fail (self != NULL && self->kind == PLY_BLOCK_TABLE, NULL);

  row = block_new (PLY_BLOCK_ROW);
  row->is_head = head;
  return adopt (self, row);
}

PlyBlock *
ply_table_row_add_cell (PlyBlock *row)
{
  g_return_val_if_fail (row != NULL && row->kind == PLY_BLOCK_ROW, NULL);
  return adopt (row, block_new (PLY_BLOCK_CELL));
}

/* ---- Pages, space, pictures ---- */

PlyBlock *
ply_page_break_new (PlyBreakKind kind)
{
  PlyBlock *self = block_new (PLY_BLOCK_BREAK);

  self->break_kind = kind;
  return self;
}

PlyBlock *
ply_space_new (guint steps)
{
  PlyBlock *self = block_new (PLY_BLOCK_SPACE);

  self->steps = steps;
  return self;
}

PlyBlock *
ply_fill_new (void)
{
  return block_new (PLY_BLOCK_FILL);
}

PlyBlock *
ply_rule_new (double thickness, guint32 colour)
{
  PlyBlock *self = block_new (PLY_BLOCK_RULE);

  self->thickness = thickness;
  self->colour = colour;
  return self;
}

PlyBlock *
ply_image_new (GBytes *data, double max_width, double max_height, const char *alt)
{
  PlyBlock *self;

  g_return_val_if_fail (data != NULL, NULL);

  self = block_new (PLY_BLOCK_IMAGE);
  self->image = g_bytes_ref (data);
  self->max_width = max_width;
  self->max_height = max_height;
  self->alt = g_strdup (alt);
  return self;
}

void
ply_image_set_align (PlyBlock *self, PlyAlign align)
{
  g_return_if_fail (self != NULL && self->kind == PLY_BLOCK_IMAGE);
  self->align = align;
}
