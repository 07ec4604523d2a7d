/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-text-lines.h"

#include <string.h>

/* A line shorter than this was not broken for want of room. */
#define WRAPPED_MIN 55

static void
item_free (gpointer data)
{
  PlyTextItem *item = data;

  g_free (item->label);
  g_free (item->text);
  g_free (item);
}

static void
part_free (gpointer data)
{
  PlyTextPart *part = data;

  g_free (part->text);
  g_clear_pointer (&part->items, g_ptr_array_unref);
  g_free (part);
}

/* The length of the mark and the blanks behind it when @line begins a list item, else 0. */
static gsize
item_mark (const char *line, char **label)
{
  static const char *const bullets[] = { "•", "-", "*", "–", "◦", "‣" };
  gsize digits = strspn (line, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]) && line[strlen (bullets[i])] == ' ')
      {
        *label = g_strdup ("•");
        return strlen (bullets[i]) + strspn (line + strlen (bullets[i]), " ");
      }
  if (digits == 0 || digits > 2 || (line[digits] != '.' && line[digits] != ')')
      || line[digits + 1] != ' ')
    return 0;
  *label = g_strndup (line, digits + 1);
  return digits + 1 + strspn (line + digits + 1, " ");
}

static PlyTextPart *
add_part (GPtrArray *parts)
{
  PlyTextPart *part = g_new0 (PlyTextPart, 1);

  g_ptr_array_add (parts, part);
  return part;
}

/* Lines of a text that was wrapped by hand or by a mail program run on; lines that were meant as
 * lines are short or end a sentence. */
static gboolean
runs_on (const char *text)
{
  const char *newline = strrchr (text, '\n');
  const char *line = newline != NULL ? newline + 1 : text;
  gsize length = strlen (line);

  return g_utf8_strlen (line, -1) >= WRAPPED_MIN && strchr (".!?:;", line[length - 1]) == NULL;
}

/* @line as one more line of what stands before it in the paragraph. */
static void
continue_paragraph (GPtrArray *parts, gboolean fresh, const char *line)
{
  PlyTextPart *last = parts->len > 0 && !fresh ? parts->pdata[parts->len - 1] : NULL;
  PlyTextItem *item;
  char *longer;

  if (last == NULL)
    {
      add_part (parts)->text = g_strdup (line);
      return;
    }
  if (last->items == NULL)
    {
      longer = g_strconcat (last->text, runs_on (last->text) ? " " : "\n", line, NULL);
      g_free (last->text);
      last->text = longer;
      return;
    }
  item = last->items->pdata[last->items->len - 1];
  longer = g_strconcat (item->text, " ", line, NULL);
  g_free (item->text);
  item->text = longer;
}

static void
add_item (GPtrArray *parts, char *label, const char *text)
{
  PlyTextPart *last = parts->len > 0 ? parts->pdata[parts->len - 1] : NULL;
  PlyTextItem *item = g_new0 (PlyTextItem, 1);

  if (last == NULL || last->items == NULL)
    {
      last = add_part (parts);
      last->items = g_ptr_array_new_with_free_func (item_free);
    }
  item->label = label;
  item->text = g_strdup (text);
  g_ptr_array_add (last->items, item);
}

GPtrArray *
ply_text_parts (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  g_auto (GStrv) lines = NULL;
  gboolean fresh = TRUE;

  g_return_val_if_fail (text != NULL, parts);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      char *label = NULL;
      gsize mark = item_mark (line, &label);

      if (*line == '\0')
        fresh = TRUE;
      else if (mark > 0 && line[mark] != '\0')
        {
          add_item (parts, g_steal_pointer (&label), line + mark);
          fresh = FALSE;
        }
      else
        {
          continue_paragraph (parts, fresh, line);
          fresh = FALSE;
        }
      g_free (label);
    }
  return parts;
}
