/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pages.h"

/* ---- Running heads and feet ---- */

static const char *
look_up (GHashTable *marks, const char *name)
{
  const char *text = g_hash_table_lookup (marks, name);

  return text != NULL ? text : "";
}

static void
append_range (GString *out, const char *first, const char *last)
{
  g_string_append (out, first);
  if (*last != '\0' && !g_str_equal (first, last))
    g_string_append_printf (out, "%s%s", *first != '\0' ? " \u2013 " : "", last);
}

/* What stands for the name in braces: "page", "first:day". */
static void
append_value (GString *out, const char *name, const PlyPage *page, guint number)
{
  const char *colon = strchr (name, ':');

  if (g_str_equal (name, "page"))
    g_string_append_printf (out, "%u", number);
  else if (colon == NULL)
    g_string_append_printf (out, "{%s}", name);
  else if (g_str_has_prefix (name, "first:"))
    g_string_append (out, look_up (page->first_marks, colon + 1));
  else if (g_str_has_prefix (name, "last:"))
    g_string_append (out, look_up (page->last_marks, colon + 1));
  else
    append_range (out, look_up (page->first_marks, colon + 1),
                  look_up (page->last_marks, colon + 1));
}

static char *
fill_in (const char *pattern, const PlyPage *page, guint number)
{
  GString *out = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;

      if (end != NULL)
        {
          g_autofree char *name = g_strndup (p + 1, end - p - 1);

          append_value (out, name, page, number);
          p = end;
        }
      else
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

/* A text of one line, cut at a word's end with an ellipsis when it is wider than @room; NULL for
 * none. */
static PlyText *
set_one_line (PlyPager *self, PlyBlock *block, const char *text, double room)
{
  g_autofree char *rest = g_strdup (text);

  while (*rest != '\0')
    {
      g_autofree char *shown = g_strconcat (rest, strlen (rest) < strlen (text) ? "…" : NULL, NULL);
      char *space = strrchr (rest, ' ');
      PlyText *set;

      g_clear_pointer (&block->runs, g_array_unref);
      ply_block_add_text (block, shown, NULL);
      set = ply_builder_set_text (self->builder, block, 0, 10000, PLY_ARTIFACT);
      if (set == NULL || set->para->n_lines == 0)
        return NULL;
      if (set->para->lines[0].width <= room || space == NULL)
        return set;
      *space = '\0';
    }
  return NULL;
}

static void
place_part (PlyPager *self, PlyText *text, double x, double y)
{
  PlyPlaced placed = { .kind = PLY_PLACED_TEXT,
                       .n_lines = 1,
                       .x = x - text->para->lines[0].x,
                       .y = y,
                       .width = text->para->lines[0].width,
                       .text = text,
                       .element = PLY_ARTIFACT };

  g_array_append_val (self->page->placed, placed);
}

static double
find_left (PlyPager *self, guint number)
{
  return self->setup->mirrored && number % 2 == 0 ? self->setup->outer : self->setup->inner;
}

static void
add_line (PlyPager *self, const PlyRunningLine *line, guint number)
{
  const PlyPageSetup *setup = self->setup;
  gboolean flipped = setup->mirrored && number % 2 == 0;
  double left = find_left (self, number);
  double width = setup->width - setup->inner - setup->outer;
  double y = line->place == PLY_RUNNING_HEAD ? setup->top - setup->head_gap
                                             : setup->height - setup->bottom + setup->foot_gap;
  /* The outer part is the folio: it has all the room it needs, the others what it leaves. */
  static const guint order[] = { 2, 0, 1 };
  double room = width;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *pattern = line->parts[order[i]];
      g_autofree char *shown = pattern != NULL ? fill_in (pattern, self->page, number) : NULL;
      PlyBlock *block;
      PlyText *text;
      double slack;

      if (shown == NULL || *shown == '\0')
        continue;
      block = ply_paragraph_new (line->style);
      block->role = PLY_ROLE_ARTIFACT;
      g_ptr_array_add (self->builder->running_blocks, block);
      text = set_one_line (self, block, shown, room);
      if (text == NULL)
        continue;
      slack = width - text->para->lines[0].width;
      room -= text->para->lines[0].width + text->style->size;
      if (order[i] == 1)
        place_part (self, text, left + slack / 2, y);
      else
        place_part (self, text, left + ((order[i] == 2) != flipped ? slack : 0), y);
    }
}

void
ply_pager_add_running (PlyPager *self)
{
  GArray *lines = self->builder->document->running;

  for (guint i = 0; i < self->pages->len; i++)
    {
      guint number = i + 1;
      PlySides side = number % 2 == 0 ? PLY_SIDE_LEFT : PLY_SIDE_RIGHT;

      self->page = self->pages->pdata[i];
      if (self->page->bare || self->page->blank)
        continue;
      for (guint l = 0; l < lines->len; l++)
        {
          const PlyRunningLine *line = &g_array_index (lines, PlyRunningLine, l);

          if (line->sides & side)
            add_line (self, line, number);
        }
    }
}
