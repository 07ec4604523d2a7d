/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-flow.h"

/* ---- From a paragraph of the tree to a set one: styles, voices, page numbers ---- */

static const char unknown_page[] = "00"; /* before pages are known: about as wide as a number */

/* The texts and parts of a paragraph, being gathered. */
typedef struct
{
  PlyBuilder *builder;
  PlyBlock *block;
  const PlyStyle *style;
  const char *language;
  GArray *texts;       /* PlyParaText */
  GArray *parts;       /* PlyPart */
  gboolean particular; /* some part is more than plain text */
  gboolean has_refs;
} Gathering;

static void
part_clear (gpointer data)
{
  g_free (((PlyPart *) data)->text);
}

void
ply_text_free (PlyText *self)
{
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->para, ply_para_unref);
  g_free (self);
}

static const PlyCharStyle *
find_char_style (Gathering *self, const char *name)
{
  const PlyCharStyle *style;

  if (name == NULL)
    return NULL;
  style = g_hash_table_lookup (self->builder->document->char_styles, name);
  if (style == NULL && self->builder->error == NULL)
    g_set_error (&self->builder->error, PLY_TYPESET_ERROR, PLY_TYPESET_ERROR_STYLE,
                 "The character style “%s” is not defined in the document.", name);
  return style;
}

static PlyParaText
make_para_text (Gathering *self, const PlyRun *run, const char *text)
{
  const PlyCharStyle *character = run != NULL ? find_char_style (self, run->style) : NULL;
  const char *language = run != NULL && run->language != NULL ? run->language : self->language;
  PlyParaText out = { .text = text, .colour = self->style->colour };

  out.voice = ply_shaper_get_voice (self->builder->shaper, self->style, character, language);
  if (character != NULL && character->colour != PLY_COLOUR_INHERIT)
    out.colour = character->colour;
  out.no_break = run != NULL && run->no_break;
  return out;
}

static void
add_part (Gathering *self, const PlyRun *run, char *text, const char *anchor)
{
  PlyPart part = { .run = run, .text = text, .anchor = anchor, .element = PLY_ARTIFACT };
  PlyParaText para_text = make_para_text (self, run, text != NULL ? text : run->text);

  if (run != NULL && run->uri != NULL && part.anchor == NULL)
    part.uri = run->uri;
  if (part.anchor != NULL && !g_hash_table_contains (self->builder->anchors, part.anchor))
    {
      if (self->block->target == NULL)
        ply_builder_warn (self->builder, self->block,
                          "A link points at “%s”, which is not in the document.", part.anchor);
      part.anchor = NULL;
    }
  self->particular |= text != NULL || part.anchor != NULL || part.uri != NULL
                      || (run != NULL && run->language != NULL);
  g_array_append_val (self->parts, part);
  g_array_append_val (self->texts, para_text);
}

/* ---- Page numbers ---- */

typedef struct
{
  int page; /* from 1; 0: not known yet */
  const char *anchor;
} PageRef;

static int
compare_refs (gconstpointer a, gconstpointer b)
{
  return ((const PageRef *) a)->page - ((const PageRef *) b)->page;
}

static GArray *
collect_pages (Gathering *self, const PlyRun *run)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (PageRef));

  for (guint i = 0; run->anchors[i] != NULL; i++)
    {
      const char *anchor = run->anchors[i];
      PageRef ref = { .anchor = anchor };

      if (!g_hash_table_contains (self->builder->anchors, anchor))
        {
          ply_builder_warn (self->builder, self->block,
                            "A page reference points at “%s”, which is not in the document.",
                            anchor);
          continue;
        }
      ref.page = GPOINTER_TO_INT (g_hash_table_lookup (self->builder->anchor_pages, anchor));
      g_array_append_val (pages, ref);
    }
  g_array_sort (pages, compare_refs);
  for (guint i = 1; i < pages->len;)
    if (g_array_index (pages, PageRef, i).page == g_array_index (pages, PageRef, i - 1).page
        && g_array_index (pages, PageRef, i).page > 0)
      g_array_remove_index (pages, i);
    else
      i++;
  return pages;
}

/* The last of the pages that follow each other from @first on. */
static guint
find_range_end (GArray *pages, guint first)
{
  guint last = first;

  while (last + 1 < pages->len
         && g_array_index (pages, PageRef, last + 1).page
                == g_array_index (pages, PageRef, last).page + 1)
    last++;
  return last >= first + 2 ? last : first;
}

static void
add_page_list (Gathering *self, const PlyRun *run)
{
  g_autoptr (GArray) pages = collect_pages (self, run);

  self->has_refs = TRUE;
  for (guint i = 0; i < pages->len; i++)
    {
      const PageRef *first = &g_array_index (pages, PageRef, i);
      guint last = find_range_end (pages, i);
      char *text;

      if (first->page == 0)
        text = g_strdup (unknown_page);
      else if (last > i)
        text =
            g_strdup_printf ("%d\u2013%d", first->page, g_array_index (pages, PageRef, last).page);
      else
        text = g_strdup_printf ("%d", first->page);
      if (i > 0)
        add_part (self, run, g_strdup (run->text), NULL);
      add_part (self, run, text, first->anchor);
      i = last;
    }
  if (pages->len == 0)
    add_part (self, run, g_strdup ("?"), NULL);
}

static char *
target_page (Gathering *self, const char *target)
{
  int page = GPOINTER_TO_INT (g_hash_table_lookup (self->builder->anchor_pages, target));

  if (!g_hash_table_contains (self->builder->anchors, target))
    {
      ply_builder_warn (self->builder, self->block,
                        "The contents point at “%s”, which is not in the document.", target);
      return g_strdup ("?");
    }
  return page > 0 ? g_strdup_printf ("%d", page) : g_strdup (unknown_page);
}

/* ---- Gathering ---- */

static void
gather (Gathering *self)
{
  PlyBlock *block = self->block;

  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    {
      const PlyRun *run = &g_array_index (block->runs, PlyRun, i);

      if (run->kind == PLY_RUN_PAGES)
        add_page_list (self, run);
      else
        add_part (self, run, NULL, block->target != NULL ? block->target : run->anchor);
    }
  if (block->target != NULL)
    {
      self->has_refs = TRUE;
      add_part (self, NULL, target_page (self, block->target), block->target);
    }
}

static gboolean
same_link (const PlyPart *a, const PlyPart *b)
{
  return g_strcmp0 (a->anchor, b->anchor) == 0 && g_strcmp0 (a->uri, b->uri) == 0;
}

static gboolean
same_language (const PlyPart *a, const PlyPart *b)
{
  return g_strcmp0 (a->run != NULL ? a->run->language : NULL,
                    b->run != NULL ? b->run->language : NULL)
         == 0;
}

/* Links and runs in another language are elements of their own within the paragraph. */
static void
make_elements (Gathering *self, PlyText *text)
{
  PlyBuilder *builder = self->builder;

  for (guint i = 0; i < self->parts->len; i++)
    {
      PlyPart *part = &g_array_index (self->parts, PlyPart, i);
      const PlyPart *before = i > 0 ? part - 1 : NULL;
      const char *language = part->run != NULL ? part->run->language : NULL;
      gboolean link = part->anchor != NULL || part->uri != NULL;

      part->element = text->element;
      if (text->element == PLY_ARTIFACT || (!link && language == NULL))
        continue;
      if (before != NULL && same_link (part, before) && same_language (part, before))
        {
          part->element = before->element;
          continue;
        }
      part->element = ply_builder_add_element (builder, link ? PLY_TAG_LINK : PLY_TAG_SPAN,
                                               text->element, NULL);
      g_array_index (builder->elements, PlyElement, part->element).language = language;
    }
}

static PlyPara *
set_para (Gathering *self, float width)
{
  PlyBuilder *builder = self->builder;
  gboolean has_tail = self->block->target != NULL;
  PlyParaInput input = {
    .style = self->style,
    .language = self->language,
    .width = width,
    .even_lines = self->block->is_heading,
    .runs = (PlyParaText *) self->texts->data,
    .n_runs = self->texts->len - has_tail,
  };
  guint64 key[2];
  PlyPara *para;

  if (has_tail)
    input.tail = &input.runs[input.n_runs];
  ply_para_input_hash (&input, key);
  para = ply_layout_cache_find (builder->cache, key);
  if (para != NULL)
    return para;
  para = ply_setter_run (builder->setter, &input);
  para->key[0] = key[0];
  para->key[1] = key[1];
  ply_layout_cache_add (builder->cache, para);
  return para;
}

static PlyTag
tag_of (PlyBlock *block)
{
  if (block->is_heading)
    return PLY_TAG_H1 + block->level - 1;
  if (block->target != NULL)
    return PLY_TAG_REFERENCE;
  if (block->parent != NULL && block->parent->kind == PLY_BLOCK_LIST_ITEM
      && block->parent->label == block)
    return PLY_TAG_LABEL;
  return block->role == PLY_ROLE_NOTE      ? PLY_TAG_NOTE
         : block->role == PLY_ROLE_CAPTION ? PLY_TAG_CAPTION
                                           : PLY_TAG_PARAGRAPH;
}

static void
fill_text (PlyBuilder *self, PlyText *text, float width)
{
  const char *language = ply_block_find_language (text->block);
  Gathering gathering = {
    .builder = self,
    .block = text->block,
    .style = text->style,
    .language = language != NULL ? language : self->document->language,
    .texts = g_array_new (FALSE, FALSE, sizeof (PlyParaText)),
    .parts = g_array_new (FALSE, TRUE, sizeof (PlyPart)),
  };

  g_array_set_clear_func (gathering.parts, part_clear);
  gather (&gathering);
  g_clear_pointer (&text->parts, g_array_unref);
  g_clear_pointer (&text->para, ply_para_unref);
  text->has_refs = gathering.has_refs;
  text->para = set_para (&gathering, width);
  make_elements (&gathering, text);
  if (gathering.particular)
    text->parts = g_array_ref (gathering.parts);
  g_array_unref (gathering.parts);
  g_array_unref (gathering.texts);
}

static float
text_width (const PlyStyle *style, double width)
{
  /* A column narrower than a few letters is still a column: better too wide than endless. */
  return MAX (width - style->left_indent - style->right_indent, style->size);
}

PlyText *
ply_builder_set_text (PlyBuilder *self, PlyBlock *block, double x, double width, int parent)
{
  const PlyStyle *style = g_hash_table_lookup (self->document->styles, block->style);
  PlyText *text;

  if (style == NULL)
    {
      if (self->error == NULL)
        g_set_error (&self->error, PLY_TYPESET_ERROR, PLY_TYPESET_ERROR_STYLE,
                     "The paragraph style “%s” is not defined in the document.", block->style);
      return NULL;
    }
  if (block->runs == NULL && block->target == NULL)
    return NULL;
  if (block->target != NULL)
    parent = ply_builder_add_element (self, PLY_TAG_CONTENTS_ITEM, parent, NULL);
  text = g_new0 (PlyText, 1);
  text->block = block;
  text->style = style;
  text->x = x + style->left_indent;
  text->element = block->role == PLY_ROLE_ARTIFACT
                      ? PLY_ARTIFACT
                      : ply_builder_add_element (self, tag_of (block), parent, block);
  g_ptr_array_add (self->texts, text);
  fill_text (self, text, text_width (style, width));
  return text;
}

gboolean
ply_builder_refresh_text (PlyBuilder *self, PlyText *text)
{
  guint before = text->para->n_lines;

  fill_text (self, text, text->para->width);
  return text->para->n_lines != before;
}
